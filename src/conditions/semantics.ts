import { describe } from "../issues/describe.js";
import { isObject } from "../values/kinds.js";
import { type Dialect, STANDARD_DIALECT } from "./dialect.js";

/** What conditions and rules mean, where it is not what this package documents. */
export interface ConditionSemantics {
  /** What it is called, in messages. */
  readonly name: string;
  /** @internal */
  readonly dialect: Dialect;
}

/** Names the semantics of conditions and rules, where parsing allows another than the standard. */
export interface SemanticsOption {
  /**
   * What conditions and rules mean: without it what this package documents; `novu`, of
   * `integration-router/novu`, decides as Novu's own code does.
   */
  readonly semantics?: ConditionSemantics | undefined;
}

/**
 * The dialect of a semantics; the standard one where none is given.
 *
 * @throws TypeError on what is no semantics
 */
export function resolveDialect({ semantics }: SemanticsOption = {}): Dialect {
  return checkSemantics(semantics)?.dialect ?? STANDARD_DIALECT;
}

/**
 * A semantics as it is given, where one is.
 *
 * @throws TypeError on what is no semantics
 */
export function checkSemantics<S extends ConditionSemantics>(
  given: S | null | undefined,
): S | undefined {
  if (given === undefined || given === null) return undefined;
  if (isObject(given) && isObject(given.dialect)) return given;
  throw new TypeError(
    `semantics: found ${describe(given)}; expected the novu of integration-router/novu, or nothing`,
  );
}
