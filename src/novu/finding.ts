import { toPlain } from "../evaluate/plain.js";
import { REDACTED } from "../evaluate/trace.js";
import type { ConditionTrace, Redact, RedactableCondition, Trace } from "../tree/trace.js";
import { isAbsent } from "../values/kinds.js";

/** What Novu finds at one condition in one context. */
export interface ConditionFinding {
  readonly kind: "condition";
  readonly passed: boolean;
  /** Where the field is read from; empty where what is compared is no field. */
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** How conditions or rules come to their result in one context, part by part. */
export type Finding =
  | ConditionFinding
  | { readonly kind: "constant"; readonly passed: boolean }
  | { readonly kind: "not"; readonly passed: boolean; readonly child: Finding }
  | {
      readonly kind: "and" | "or";
      readonly passed: boolean;
      readonly children: readonly Finding[];
    };

/** Shows what Novu finds as the trace that a tree would have. */
export function traceFinding(finding: Finding, redact: Redact | undefined): Trace {
  switch (finding.kind) {
    case "constant":
      return finding;
    case "not":
      return { ...finding, child: traceFinding(finding.child, redact) };
    case "condition":
      return traceCondition(finding, redact);
    default: {
      const children = finding.children.map((child) => traceFinding(child, redact));
      return { ...finding, children };
    }
  }
}

/** What it is compared with can be made of the context's data too, and is masked with the value. */
function traceCondition(finding: ConditionFinding, redact: Redact | undefined): ConditionTrace {
  const { passed, on, field, operator, expected, actual } = finding;
  const about: RedactableCondition = { on, field, operator };
  const show = redact?.(about) === true ? () => REDACTED : toPlain;
  return {
    kind: "condition",
    passed,
    ...about,
    ...(expected !== undefined && { expected: show(expected) }),
    ...(!isAbsent(actual) && { actual: show(actual) }),
    ...(isAbsent(actual) && { absent: true }),
  };
}
