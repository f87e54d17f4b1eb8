import type { ConditionContext } from "../context.js";
import {
  type DurationOperand,
  isReference,
  type Operand,
  type Term,
  termReader,
  termsOf,
} from "../operators/operand.js";
import type { Evaluable } from "../tree/opaque.js";
import type { ConditionTrace, Plain, Redact, RedactableCondition, Trace } from "../tree/trace.js";
import type { ConditionNode } from "../tree/tree.js";
import { type TreeVisitor, visit } from "../tree/visit.js";
import { fieldReader } from "../values/field.js";
import { isAbsent } from "../values/kinds.js";
import { compileGuarded } from "./closures/guarded.js";
import { toPlain } from "./plain.js";

/** What stands in the place of a value that is masked. */
export const REDACTED = "[redacted]";

/**
 * Evaluates whatever conditions were parsed to and keeps what happened in it; nothing is skipped, as a
 * predicate would.
 *
 * @param context - the context that it is evaluated in
 * @param now - the clock; anything where it is not used
 * @param redact - tells whose values to mask
 */
export function traceEvaluable(
  evaluable: Evaluable,
  context: ConditionContext,
  now: number,
  redact?: Redact,
): Trace {
  if (evaluable.kind === "opaque") return evaluable.trace(context, now, redact);
  const visitor: TreeVisitor<Trace> = {
    constant: ({ value }) => ({ kind: "constant", passed: value }),
    condition: (condition) => traceCondition(condition, context, now, redact),
    not({ child }) {
      const traced = visit(child, visitor);
      return { kind: "not", passed: !traced.passed, child: traced };
    },
    group({ kind, children: members }) {
      const children = members.map((member) => visit(member, visitor));
      const passed =
        kind === "and"
          ? children.every((child) => child.passed)
          : children.some((child) => child.passed);
      return { kind, passed, children };
    },
  };
  return visit(evaluable, visitor);
}

function traceCondition(
  condition: ConditionNode,
  context: ConditionContext,
  now: number,
  redact: Redact | undefined,
): ConditionTrace {
  const { field, operator, operand } = condition;
  const about: RedactableCondition = { on: field.source, field: field.path, operator };
  const masks = redact?.(about) === true;
  const actual = attempt(() => fieldReader(field)(context));
  const terms = termsOf(operand);
  const values = terms.map((term) => attempt(() => termReader(term)(context)));
  const expected = expectedOf(operand, terms, values, masks);
  const references = terms.filter(isReference).map(({ text }) => text);
  return {
    kind: "condition",
    passed: compileGuarded(condition)(context, now),
    ...about,
    ...(expected !== undefined && { expected }),
    ...(references.length > 0 && { references }),
    ...(!isAbsent(actual) && { actual: masks ? REDACTED : toPlain(actual) }),
    ...((isAbsent(actual) || isDecidedByAbsence(operand, values)) && { absent: true }),
  };
}

function expectedOf(
  operand: Operand,
  terms: readonly Term[],
  values: readonly unknown[],
  masks: boolean,
): Plain | undefined {
  const shown = terms.map((term, index) => {
    const value = values[index];
    if (isAbsent(value)) return null;
    return masks && isReference(term) ? REDACTED : toPlain(value);
  });
  if (operand.kind === "duration") return durationText(operand);
  if (operand.kind === "list" || operand.kind === "range") return toPlain(shown);
  return shown[0] ?? undefined;
}

/** A length of time as people say it: `1 day`, `30 days`. */
function durationText({ amount, unit }: DurationOperand): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** Whether the operand alone made the positive operator false: there was nothing to compare with. */
function isDecidedByAbsence(operand: Operand, values: readonly unknown[]): boolean {
  if (values.length === 0) return false;
  return operand.kind === "list" ? values.every(isAbsent) : values.some(isAbsent);
}

/** What hostile data throws when it is read counts as absent, as it does for a predicate. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
