import type { ConditionContext } from "../context.js";
import type { ConditionFinding, Evaluable, Finding } from "../tree/opaque.js";
import { isAbsent } from "../values/kinds.js";
import { toPlain } from "./plain.js";
import {
  type ConditionTrace,
  REDACTED,
  type Redact,
  type RedactableCondition,
  type Trace,
  traceTree,
} from "./trace.js";

/**
 * Evaluates whatever conditions were parsed to and keeps what happened in it.
 *
 * @param now - the clock; anything where it is not used
 * @param redact - tells whose values to mask
 */
export function traceEvaluable(
  evaluable: Evaluable,
  context: ConditionContext,
  now: number,
  redact?: Redact,
): Trace {
  return evaluable.kind === "opaque"
    ? traceFinding(evaluable.inspect(context, now), redact)
    : traceTree(evaluable, context, now, redact);
}

/** Shows what an opaque predicate found as the trace that a tree would have. */
function traceFinding(finding: Finding, redact: Redact | undefined): Trace {
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
