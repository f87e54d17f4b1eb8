/**
 * Makes a function from code. This is the one place of the package that does, and it is reached only
 * where the caller asks for `codegen`.
 *
 * @param parameter - the name of its parameter
 * @param body - its body
 * @returns the function; `undefined` where the runtime forbids making one (a content security
 *   policy, an edge runtime) or its parser gives up on how deep the code nests
 */
export function makeFunction(
  parameter: string,
  body: string,
): ((argument: unknown) => unknown) | undefined {
  try {
    return new Function(parameter, `"use strict";${body}`) as (argument: unknown) => unknown;
  } catch {
    return undefined;
  }
}
