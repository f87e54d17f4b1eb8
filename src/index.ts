export { parseConditions, parseRules } from "./conditions/parse.js";
export {
  type ParsedIntegrations,
  parseIntegrations,
} from "./conditions/parse-integrations.js";
export type { Limits } from "./conditions/reading/limits.js";
export { DEFAULT_LIMITS } from "./conditions/reading/limits.js";
export type { ParseOptions } from "./conditions/reading/parse-options.js";
export type { ParseResult } from "./conditions/reading/parse-result.js";
export type { ConditionSemantics, SemanticsOption } from "./conditions/semantics.js";
export type {
  ConditionContext,
  Id,
  SelectionContext,
} from "./context.js";
export {
  type CodeGenerator,
  type CompiledPredicate,
  type CompileOptions,
  compileConditions,
  compileRules,
  compileTree,
  type Predicate,
} from "./evaluate/predicate.js";
export {
  type AgentIntegration,
  CHANNELS,
  type Channel,
  type Condition,
  type ConditionGroup,
  type DeliveryIntegration,
  GROUP_TYPES,
  type GroupType,
  INTEGRATION_KINDS,
  type Integration,
  type IntegrationKind,
  type IntegrationLike,
  type IntegrationRef,
  type Rules,
} from "./integration.js";
export { refOf } from "./integration-ref.js";
export { ConditionsError } from "./issues/conditions-error.js";
export { formatPath } from "./issues/format-path.js";
export {
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  type IssuePath,
} from "./issues/issue.js";
export type { OnIssue } from "./issues/on-issue.js";
export type { DurationOperand, DurationUnit } from "./operators/operand.js";
export { OPERATOR_NAMES, type OperatorName, type TreeOperatorName } from "./operators/registry.js";
export type { ExplainedCandidate, Explanation, Outcome } from "./routing/explain/explain.js";
export type { ExplainCallOptions } from "./routing/explain/explain-settings.js";
export { type FormatOptions, formatExplanation } from "./routing/explain/format-explanation.js";
export type { ExplainOptions, RouterOptions } from "./routing/options.js";
export { createRouter, type Router, type RouterChange } from "./routing/router.js";
export {
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "./routing/select.js";
export type { CallOptions, InvalidPolicy, ScopePolicy } from "./routing/selection/policy.js";
export type {
  Reason,
  Resolution,
  SelectedReason,
  UnselectedReason,
} from "./routing/selection/reason.js";
export type { SelectOptions } from "./routing/selection/select-options.js";
export type { Fallback } from "./routing/selection/selection-rules.js";
export type { Semantics } from "./routing/selection/semantics.js";
export { SOURCES, type Source } from "./sources.js";
export type { Evaluable, OpaquePredicate } from "./tree/opaque.js";
export type {
  ConditionTrace,
  ConstantTrace,
  GroupTrace,
  NotTrace,
  Plain,
  Redact,
  RedactableCondition,
  Trace,
} from "./tree/trace.js";
export type {
  AndNode,
  ConditionNode,
  ConstantNode,
  NotNode,
  OrNode,
  Tree,
} from "./tree/tree.js";
export type { Scalar } from "./values/scalar.js";
