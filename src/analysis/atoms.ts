import type { ConditionNode } from "../conditions/tree.js";
import { compileMatcher } from "../evaluate/guarded.js";
import { isReference, type Operand, termsOf } from "../operators/operand.js";
import type { TextPattern } from "../operators/operator.js";
import { type OperatorName, operators } from "../operators/registry.js";
import type { Domain } from "../values/domain.js";
import type { Scalar } from "../values/scalar.js";

/**
 * A positive condition without its field: a test of values. `NOT_EQUAL` is the atom of `EQUAL`,
 * negated, and the same condition on two integrations is one atom.
 */
export interface Atom {
  /** Equal for atoms with equal tests. */
  readonly key: string;
  /** The engine's own matcher. */
  readonly test: (value: unknown) => boolean;
  /** The literals that values are compared with. */
  readonly constants: readonly Scalar[];
  readonly pattern: TextPattern | undefined;
  /** The domain in which a string is compared. */
  readonly domain: Domain;
  /** Whether strings are compared by order, not only for equality. */
  readonly ordersText: boolean;
  /** Whether a number, a bigint and a `Date` are compared by what they read as text. */
  readonly readsText: boolean;
  /** Why values alone do not decide the atom, where they do not. */
  readonly opaque: string | undefined;
}

/** An atom on its field, and whether the condition is its opposite. */
export interface AtomUse {
  readonly atom: Atom;
  readonly negated: boolean;
}

const uses = new WeakMap<ConditionNode, AtomUse>();
const compileIds = new WeakMap<object, number>();
let compileCount = 0;

/** The atom of a condition; made once for each condition, however many trees it stands in. */
export function atomOf(condition: ConditionNode): AtomUse {
  const known = uses.get(condition);
  if (known !== undefined) return known;
  const made = {
    atom: makeAtom(condition),
    negated: operators[condition.operator].negated,
  };
  uses.set(condition, made);
  return made;
}

function makeAtom<N extends OperatorName>(condition: ConditionNode<N>): Atom {
  const { operand, type } = condition;
  const operator = operators[condition.operator];
  const terms = termsOf(operand);
  const matches = compileMatcher(condition);
  const pattern = operator.textPattern?.(operand);
  const access = operator.access(operand, type);
  const order = access?.kind === "interval" ? access.order : undefined;
  const domain = pattern !== undefined ? "text" : (order?.domain ?? own(type));
  return {
    key: `${idOf(operator.compile)} ${type} ${JSON.stringify(operand)}`,
    test: (value) => matches(value, NO_CONTEXT),
    constants: terms.filter((term): term is Scalar => !isReference(term)),
    pattern,
    domain,
    ordersText: order?.domain === "text",
    readsText: pattern !== undefined || type === "text",
    opaque: opacityOf(operand),
  };
}

const NO_CONTEXT = {};

function own(type: Domain | "inferred"): Domain {
  return type === "inferred" ? "text" : type;
}

function opacityOf(operand: Operand): string | undefined {
  const reference = termsOf(operand).find(isReference);
  return reference && `${reference.text} compares one field with another`;
}

/** Complements share their positive's `compile`: by it an operator and its complement are one. */
function idOf(compile: object): number {
  const known = compileIds.get(compile);
  if (known !== undefined) return known;
  compileIds.set(compile, ++compileCount);
  return compileCount;
}
