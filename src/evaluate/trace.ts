import type { ConditionContext } from "../context.js";
import {
  type DurationOperand,
  isReference,
  type Operand,
  type Term,
  termReader,
  termsOf,
} from "../operators/operand.js";
import type { ConditionNode, Tree } from "../tree/tree.js";
import { type TreeVisitor, visit } from "../tree/visit.js";
import { fieldReader } from "../values/field.js";
import { isAbsent } from "../values/kinds.js";
import { compileGuarded } from "./closures/guarded.js";
import { type Plain, toPlain } from "./plain.js";

/** A group: whether it passed, and how its members fared. */
export interface GroupTrace {
  readonly kind: "and" | "or";
  readonly passed: boolean;
  readonly children: readonly Trace[];
}

/** A negated group: it passed where its child did not. */
export interface NotTrace {
  readonly kind: "not";
  readonly passed: boolean;
  readonly child: Trace;
}

/** A group without children, which always passes, or a literal of rules. */
export interface ConstantTrace {
  readonly kind: "constant";
  readonly passed: boolean;
}

/** A condition: whether it passed, what it wanted and what it found. */
export interface ConditionTrace {
  readonly kind: "condition";
  readonly passed: boolean;
  readonly on: string;
  readonly field: string;
  /** A {@link TreeOperatorName}; under another semantics whatever stands in the record. */
  readonly operator: string;
  /** The operand, references resolved; absent where there is none, and for an absent reference. */
  readonly expected?: Plain;
  /** The references that `expected` has values of, as they were written. */
  readonly references?: readonly string[];
  /** The field's value; missing where that is absent. */
  readonly actual?: Plain;
  /** Set where the field, or what a reference reads, being absent decided the result. */
  readonly absent?: true;
}

/** A tree again, each node with whether it passed in one context. Plain data. */
export type Trace = GroupTrace | NotTrace | ConstantTrace | ConditionTrace;

/** What tells a caller's `redact` which condition it is asked about. */
export type RedactableCondition = Pick<ConditionTrace, "on" | "field" | "operator">;

/** Whether a condition's `actual`, and what its references read, are to be masked. */
export type Redact = (condition: RedactableCondition) => boolean;

/** What stands in the place of a value that is masked. */
export const REDACTED = "[redacted]";

/**
 * Evaluates a tree and keeps what happened at every node; nothing is skipped, as a predicate would.
 *
 * @param tree - a tree, as a parser gave it
 * @param context - the context that it is evaluated in
 * @param now - the clock; anything where the tree does not use it
 * @param redact - tells whose values to mask
 */
export function traceTree(
  tree: Tree,
  context: ConditionContext,
  now: number,
  redact?: Redact,
): Trace {
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
  return visit(tree, visitor);
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
