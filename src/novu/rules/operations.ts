import { NOVU_OPERATIONS } from "./novu-operations.js";
import type { Operation } from "./operation.js";
import { RELATIVE_DATES } from "./relative-dates.js";
import { STANDARD_OPERATIONS } from "./standard-operations.js";

/** Novu's own stand before those of the library that they replace. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ...STANDARD_OPERATIONS,
  ...NOVU_OPERATIONS,
  ...RELATIVE_DATES,
]);

/** The operation of a name; one that throws where there is none. */
export function operationOf(name: string): Operation {
  return OPERATIONS.get(name) ?? unknownOperation;
}

/** Whether an operator looks at the clock, or may evaluate a rule that does. */
export function isClocked(name: string): boolean {
  return RELATIVE_DATES.has(name) || name.startsWith("missing");
}

function unknownOperation(): never {
  throw new Error("no such operation");
}
