export { coveringContexts } from "./cover/covering-contexts.js";
export type { Covering, CoveringContext, Goal, UnreachableIntegration } from "./cover/result.js";
export type { Routed } from "./decision-lists/engine.js";
export type { RoutingAnalysisOptions } from "./decision-lists/options.js";
export { type DiffOptions, diffRouting } from "./diff/diff-routing.js";
export type { RoutingDiff, RoutingDifference, UndecidedDifference } from "./diff/result.js";
export { DIAGNOSTIC_CODES, type DiagnosticCode, type Severity } from "./lint/codes.js";
export type { Diagnostic, LintResult, UndecidedCheck } from "./lint/diagnostic.js";
export { lintIntegrations } from "./lint/lint-integrations.js";
export {
  alwaysTrue,
  type Conditions,
  disjoint,
  equivalent,
  implies,
  type QuestionOptions,
  type Satisfiability,
  satisfiable,
  type Undecided,
  type Verdict,
} from "./questions.js";
export type { AnalysisOptions } from "./solver/solver.js";
