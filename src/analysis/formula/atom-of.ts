import { NO_CLOCK } from "../../evaluate/clock.js";
import { compileMatcher } from "../../evaluate/closures/guarded.js";
import { isReference, type Term, termsOf } from "../../operators/operand.js";
import type { TextPattern } from "../../operators/operator.js";
import { literalOf } from "../../operators/pattern-tokens.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import type { ConditionNode } from "../../tree/tree.js";
import { toDate } from "../../values/date.js";
import type { ComparisonType, Domain } from "../../values/domain.js";
import { toNumber } from "../../values/number.js";
import type { Scalar } from "../../values/scalar.js";
import { toText } from "../../values/text.js";
import { type Atom, idOf } from "./atom.js";
import { withClock } from "./clock-atom.js";

/** An atom on its field, and whether the condition is its opposite. */
export interface AtomUse {
  readonly atom: Atom;
  readonly negated: boolean;
}

const uses = new WeakMap<ConditionNode, AtomUse>();

/** The atom of a condition; made once for each condition, however many trees it stands in. */
export function atomOf(condition: ConditionNode): AtomUse {
  const known = uses.get(condition);
  if (known !== undefined) return known;
  const made = { atom: makeAtom(condition), negated: operators[condition.operator].negated };
  uses.set(condition, made);
  return made;
}

const NO_CONTEXT = {};

function makeAtom<N extends TreeOperatorName>(condition: ConditionNode<N>): Atom {
  const { operand, type } = condition;
  const operator = operators[condition.operator];
  const matches = compileMatcher(condition);
  const pattern = operator.textPattern?.(operand);
  const access = operator.access(operand, type);
  const order = access?.kind === "interval" ? access.order : undefined;
  const constants = termsOf(operand).filter((term): term is Scalar => !isReference(term));
  const texts = constants.map(toText).filter((text) => typeof text === "string");
  const points = constants.flatMap((constant) => [toNumber(constant), toDate(constant)]);
  const atom: Atom = {
    // Complements share their positive's `compile`: by it an operator and its complement are one.
    key: `${idOf(operator.compile)} ${type} ${JSON.stringify(operand)}`,
    test: (value) => matches(value, NO_CONTEXT, NO_CLOCK),
    constants,
    points: points.filter(isNumber),
    // A pattern is no text to compare with; what an element of a list is equal to is one.
    texts: pattern !== undefined && operator.shape === "pattern" ? wholeText(pattern) : texts,
    pattern,
    domain: domainOf(type, pattern, order?.domain),
    ordersText: order?.domain === "text",
    readsText: pattern !== undefined || type === "text",
    opaque: opacityOf(termsOf(operand)),
    clock: undefined,
  };
  if (operand.kind !== "duration") return atom;
  return withClock(atom, operand, (now) => ({
    test: (value) => matches(value, NO_CONTEXT, now),
    points: operator.instants?.(operand, now).filter(isNumber) ?? [],
  }));
}

function opacityOf(terms: readonly Term[]): string | undefined {
  const reference = terms.find(isReference);
  return reference && `${reference.text.trim()} compares one field with another`;
}

function domainOf(
  type: ComparisonType,
  pattern: TextPattern | undefined,
  ordered: Domain | undefined,
): Domain {
  if (pattern !== undefined) return "text";
  return ordered ?? (type === "inferred" ? "text" : type);
}

function wholeText({ pattern }: TextPattern): readonly string[] {
  const literal = literalOf(pattern);
  return literal === undefined ? [] : [literal];
}

function isNumber(point: number): boolean {
  return !Number.isNaN(point);
}
