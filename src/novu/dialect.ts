import type { Dialect } from "../conditions/dialect.js";
import { parseNovuConditions } from "./conditions/parse-conditions.js";
import { parseNovuRules } from "./rules/parse-rules.js";

/** What Novu's own code takes conditions and rules for. */
export const NOVU_DIALECT = {
  conditions: parseNovuConditions,
  rules: parseNovuRules,
} satisfies Dialect;
