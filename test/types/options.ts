// Options: a wrong value, and one where it means nothing, is a compile error.

import { expectTypeOf } from "expect-type";
import {
  type CallOptions,
  compileConditions,
  createRouter,
  type ExplainOptions,
  type Explanation,
  explainSelection,
  type Fallback,
  formatExplanation,
  type Integration,
  type InvalidPolicy,
  type Issue,
  type Limits,
  parseConditions,
  parseIntegrations,
  type RedactableCondition,
  type RouterOptions,
  type ScopePolicy,
  type SelectionContext,
  type SelectOptions,
  selectIntegration,
} from "integration-router";

declare const list: readonly Integration[];
declare const context: SelectionContext;
declare const explanation: Explanation;
declare const wish: Fallback | undefined;

expectTypeOf<Fallback>().toEqualTypeOf<"primary" | "any" | "none">();
expectTypeOf<InvalidPolicy>().toEqualTypeOf<"skip" | "block">();
expectTypeOf<ScopePolicy>().toEqualTypeOf<"strict" | "open">();
expectTypeOf<keyof Limits>().toEqualTypeOf<
  "depth" | "nodes" | "items" | "textLength" | "patternLength" | "pathSteps"
>();

// What holds for a call holds for a list, and what holds for a list for a router.
expectTypeOf<SelectOptions<Integration>>().toExtend<CallOptions<Integration>>();
expectTypeOf<ExplainOptions<Integration>>().toExtend<SelectOptions<Integration>>();
expectTypeOf<RouterOptions<Integration>>().toExtend<ExplainOptions<Integration>>();

export function whatIsTaken(): void {
  selectIntegration(list, context, {
    scope: "open",
    fallback: "none",
    onInvalid: "block",
    exclude: () => false,
    sources: ["account"],
    limits: { depth: 4 },
    onIssue: (issue, issues) => {
      expectTypeOf(issue).toEqualTypeOf<Issue>();
      expectTypeOf(issues).toEqualTypeOf<readonly Issue[]>();
    },
  });
  // A wish that may not be there is passed on as it is.
  selectIntegration(list, context, { fallback: wish });
  createRouter(list, { strict: true, redact: () => true, limit: 5 }).explain(context, {
    redact: (condition) => {
      expectTypeOf(condition).toEqualTypeOf<RedactableCondition>();
      return condition.field.startsWith("data.");
    },
    limit: 1,
    fallback: wish,
  });
  formatExplanation(explanation, { color: true });
}

export function whatIsNot(): void {
  // @ts-expect-error - no such fallback
  selectIntegration(list, context, { fallback: "all" });
  // @ts-expect-error - no such policy
  selectIntegration(list, context, { onInvalid: "throw" });
  // @ts-expect-error - no such scope
  selectIntegration(list, context, { scope: "closed" });
  // @ts-expect-error - null is no value of an option
  selectIntegration(list, context, { fallback: null });
  // @ts-expect-error - no such option
  selectIntegration(list, context, { fallbacks: "any" });
  // @ts-expect-error - no such limit
  selectIntegration(list, context, { limits: { width: 5 } });
  // @ts-expect-error - a selection does not throw
  selectIntegration(list, context, { strict: true });
  // @ts-expect-error - a selection is not told
  selectIntegration(list, context, { redact: () => true });
  // @ts-expect-error - redact asks by a function
  explainSelection(list, context, { redact: ["data.email"] });
  // @ts-expect-error - a limit is a number
  explainSelection(list, context, { limit: "5" });

  const router = createRouter(list);
  // @ts-expect-error - the router parsed its list already
  router.select(context, { sources: ["account"] });
  // @ts-expect-error - the router reported already
  router.rank(context, { onIssue: () => undefined });
  // @ts-expect-error - a selection is not told
  router.select(context, { limit: 5 });

  // @ts-expect-error - parsing does not select
  parseConditions([], { fallback: "any" });
  // @ts-expect-error - compiling throws
  compileConditions([], { onIssue: () => undefined });
  // @ts-expect-error - parsing does not select
  parseIntegrations([], { exclude: () => true });
  // @ts-expect-error - no such option
  formatExplanation(explanation, { colour: true });
}
