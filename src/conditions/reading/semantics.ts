import { describe } from "../../issues/describe.js";

const SEMANTICS = ["standard", "novu"] as const;

/**
 * What conditions, rules and their order mean. `"standard"` is what this package documents. `"novu"`
 * is what Novu's own code decides, quirks included, for a platform that moves over.
 */
export type Semantics = (typeof SEMANTICS)[number];

/**
 * Fills the default in.
 *
 * @throws TypeError on a semantics that there is none of
 */
export function resolveSemantics(given: Semantics | undefined): Semantics {
  if (given === undefined) return "standard";
  if (SEMANTICS.includes(given)) return given;
  const expected = SEMANTICS.map((name) => `"${name}"`).join(", ");
  throw new TypeError(`semantics: found ${describe(given)}; expected one of ${expected}`);
}
