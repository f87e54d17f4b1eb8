// What comes back narrows as one asks about it.

import { expectTypeOf } from "expect-type";
import {
  type CompiledPredicate,
  type ConditionContext,
  ConditionsError,
  type ConditionTrace,
  compileConditions,
  compileTree,
  type DurationOperand,
  type DurationUnit,
  type ExplainedCandidate,
  type Explanation,
  formatExplanation,
  type Integration,
  type IntegrationRef,
  type ISSUE_CODES,
  type Issue,
  type IssueCode,
  type IssuePath,
  type Outcome,
  type Plain,
  type Predicate,
  parseConditions,
  parseIntegrations,
  type Reason,
  type Resolution,
  type SelectedReason,
  type Trace,
  type Tree,
  type TreeOperatorName,
  type UnselectedReason,
} from "integration-router";

declare const resolution: Resolution<Integration>;
declare const explanation: Explanation;
declare const tree: Tree;
declare const trace: Trace;
declare const issue: Issue;

expectTypeOf<SelectedReason>().toEqualTypeOf<"identifier" | "targeting-match" | "default">();
expectTypeOf<UnselectedReason>().toEqualTypeOf<"blocked" | "none">();
expectTypeOf<Reason>().toEqualTypeOf<SelectedReason | UnselectedReason>();

export function aResolutionNarrowsByItsIntegration(): void {
  if (resolution.integration === undefined) {
    expectTypeOf(resolution.reason).toEqualTypeOf<UnselectedReason>();
  } else {
    expectTypeOf(resolution.integration).toEqualTypeOf<Integration>();
    expectTypeOf(resolution.reason).toEqualTypeOf<SelectedReason>();
  }
  const { integration, reason } = resolution;
  if (integration === undefined) expectTypeOf(reason).toEqualTypeOf<UnselectedReason>();
}

export function aResolutionNarrowsByItsReason(): string {
  switch (resolution.reason) {
    case "identifier":
    case "targeting-match":
    case "default":
      return resolution.integration.identifier;
    case "blocked":
    case "none":
      expectTypeOf(resolution.integration).toEqualTypeOf<undefined>();
      return "nothing";
  }
}

export function aResolutionIsNotToBeChanged(): void {
  // @ts-expect-error - what was decided stays decided
  resolution.reason = "none";
  // @ts-expect-error - nothing is selected for no reason
  const wrong: Resolution<Integration> = { integration: undefined, reason: "default" };
  expectTypeOf(wrong.reason).toExtend<Reason>();
}

export function aTreeNarrowsByItsKind(): void {
  switch (tree.kind) {
    case "constant":
      expectTypeOf(tree.value).toEqualTypeOf<boolean>();
      break;
    case "and":
    case "or":
      expectTypeOf(tree.children).toEqualTypeOf<readonly Tree[]>();
      break;
    case "not":
      expectTypeOf(tree.child).toEqualTypeOf<Tree>();
      break;
    case "condition":
      expectTypeOf(tree.operator).toEqualTypeOf<TreeOperatorName>();
      expectTypeOf(tree.field.source).toEqualTypeOf<string>();
      // An operator's operand has the shape that the operator takes.
      if (tree.operator === "BETWEEN") {
        expectTypeOf(tree.operand.kind).toEqualTypeOf<"range" | "reference">();
      }
      if (tree.operator === "EQUAL") expectTypeOf(tree.operand.kind).toEqualTypeOf<"scalar">();
      if (tree.operator === "WITHIN_LAST") {
        expectTypeOf(tree.operand).toEqualTypeOf<DurationOperand>();
        expectTypeOf(tree.operand.unit).toEqualTypeOf<DurationUnit>();
      }
      if (tree.operator === "IS_DEFINED") expectTypeOf(tree.operand.kind).toEqualTypeOf<"none">();
      break;
    default:
      expectTypeOf(tree).toBeNever();
  }
}

export function aTraceNarrowsByItsKind(): void {
  expectTypeOf(trace.passed).toEqualTypeOf<boolean>();
  switch (trace.kind) {
    case "constant":
      break;
    case "and":
    case "or":
      expectTypeOf(trace.children).toEqualTypeOf<readonly Trace[]>();
      break;
    case "not":
      expectTypeOf(trace.child).toEqualTypeOf<Trace>();
      break;
    case "condition":
      expectTypeOf(trace).toEqualTypeOf<ConditionTrace>();
      expectTypeOf(trace.actual).toEqualTypeOf<Plain | undefined>();
      expectTypeOf(trace.expected).toEqualTypeOf<Plain | undefined>();
      expectTypeOf(trace.absent).toEqualTypeOf<true | undefined>();
      break;
    default:
      expectTypeOf(trace).toBeNever();
  }
}

export function aParseResultIsATreeOrIssues(conditions: unknown): void {
  const result = parseConditions(conditions);
  if (result.tree === undefined) {
    expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
  } else {
    expectTypeOf(result.tree).toEqualTypeOf<Tree>();
    expectTypeOf(result.issues).toEqualTypeOf<readonly []>();
    expectTypeOf(compileTree(result.tree)).toEqualTypeOf<CompiledPredicate>();
  }
  // @ts-expect-error - there may be no tree
  compileTree(result.tree);
}

export function aPredicateTakesAnyContext(): void {
  expectTypeOf(compileConditions).returns.toEqualTypeOf<CompiledPredicate>();
  expectTypeOf<CompiledPredicate>().toExtend<Predicate>();
  expectTypeOf<CompiledPredicate["codegen"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Predicate>().toEqualTypeOf<(context: ConditionContext) => boolean>();
  const passes = compileConditions([]);
  expectTypeOf(passes({ subscriber: { data: 5 }, now: new Date() })).toEqualTypeOf<boolean>();
  // @ts-expect-error - a context is needed
  passes();
  // @ts-expect-error - sources hold the data, not the context itself
  passes({ plan: "free" });
}

export function parsedIntegrationsAreTyped(input: unknown): void {
  const { integrations, issues } = parseIntegrations(input);
  expectTypeOf(integrations).toEqualTypeOf<Integration[]>();
  expectTypeOf(issues).toEqualTypeOf<Issue[]>();
}

export function anIssueIsPlain(): void {
  expectTypeOf(issue.code).toEqualTypeOf<IssueCode>();
  expectTypeOf(issue.path).toEqualTypeOf<IssuePath>();
  expectTypeOf<IssuePath>().toEqualTypeOf<readonly (string | number)[]>();
  expectTypeOf(issue.integration).toEqualTypeOf<IntegrationRef | undefined>();
  expectTypeOf<IssueCode>().toEqualTypeOf<keyof typeof ISSUE_CODES>();
  // @ts-expect-error - no such code
  const wrong: IssueCode = "unknown";
  expectTypeOf<typeof wrong>().toExtend<string>();
}

export function anErrorCarriesItsIssues(error: unknown): readonly Issue[] {
  if (error instanceof ConditionsError) {
    expectTypeOf(error.issues).toEqualTypeOf<readonly Issue[]>();
    expectTypeOf(error).toExtend<Error>();
    return error.issues;
  }
  return [];
}

export function anExplanationIsPlain(): void {
  expectTypeOf(explanation.reason).toEqualTypeOf<Reason>();
  expectTypeOf(explanation.candidates).toEqualTypeOf<readonly ExplainedCandidate[]>();
  expectTypeOf(explanation.omitted).toEqualTypeOf<number>();
  expectTypeOf(explanation.selected).toEqualTypeOf<IntegrationRef | undefined>();
  expectTypeOf<keyof IntegrationRef>().toEqualTypeOf<
    "_id" | "identifier" | "providerId" | "channel" | "index"
  >();
  expectTypeOf<Outcome>().toEqualTypeOf<
    | "selected"
    | "eligible"
    | "conditions-not-met"
    | "not-a-default"
    | "after-blocking"
    | "excluded"
    | "inactive"
    | "deleted"
    | "other-kind"
    | "other-channel"
    | "other-environment"
    | "other-organization"
    | "other-provider"
    | "other-id"
    | "other-identifier"
    | "invalid"
  >();
  expectTypeOf(formatExplanation(explanation)).toEqualTypeOf<string>();
}
