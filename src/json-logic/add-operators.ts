import { EXPORTED_OPERATORS } from "../conditions/rules/exported-operators.js";
import type { ConditionContext } from "../context.js";
import { compileRules, type Predicate } from "../evaluate/predicate.js";
import { Recent } from "./recent.js";

/** An operation of JSON Logic; `this` is the data that the rule is applied to. */
export type Operation = (this: unknown, ...given: unknown[]) => boolean;

/** What is asked of json-logic-js, or of anything that takes operations as it does. */
export interface JsonLogic {
  add_operation(name: string, operation: Operation): unknown;
}

/** How many characters of conditions are kept compiled, twice. */
const ROOM = 2 ** 20;

/**
 * Registers on json-logic-js what the rules of `toJsonLogic` need, each operator under a name of this
 * package's own: no other rule changes. `!!jsonLogic.apply(toJsonLogic(tree), ctx)` is then what the
 * tree's predicate gives for `ctx`, whatever that is.
 *
 * A condition is compiled when it is first met. Without a `now` in the context each condition reads
 * the clock for itself. One with a mistake, which `toJsonLogic` writes none of, throws a
 * `ConditionsError` when it is evaluated.
 *
 * @param jsonLogic - json-logic-js
 *
 * @example
 * ```ts
 * addOperators(jsonLogic);
 * const rule = { "ir:STARTS_WITH": [{ source: "payload", path: "sku" }, "EU-"] };
 * jsonLogic.apply(rule, { payload: { sku: "EU-7" } }); // true
 * ```
 */
export function addOperators(jsonLogic: JsonLogic): void {
  const compiled = new Recent<Predicate>(ROOM);
  for (const name of EXPORTED_OPERATORS.keys()) {
    jsonLogic.add_operation(name, function (...given) {
      // The data is whatever it is, and the predicate takes it so.
      return compiled.get(JSON.stringify({ [name]: given }), compile)(this as ConditionContext);
    });
  }
}

/** What a rule may hold, whoever has read it has checked; here nothing nests. */
const LIMITS = {
  items: Number.MAX_SAFE_INTEGER,
  textLength: Number.MAX_SAFE_INTEGER,
  patternLength: Number.MAX_SAFE_INTEGER,
  pathSteps: Number.MAX_SAFE_INTEGER,
};

/** Compiles the text of a condition; every source that it names is one. */
function compile(text: string): Predicate {
  const sources = new Set<string>();
  const rule: unknown = JSON.parse(text, (key, value: unknown) => {
    if (key === "source" && typeof value === "string" && value !== "") sources.add(value);
    return value;
  });
  return compileRules(rule, { sources: [...sources], limits: LIMITS });
}
