import { toBoolean } from "../values/boolean.js";
import { toDate } from "../values/date.js";
import {
  type Comparable,
  type ComparisonType,
  type Conversion,
  conversions,
} from "../values/domain.js";
import { fieldReader } from "../values/field.js";
import { elementOf, isAbsent, isList } from "../values/kinds.js";
import { toNumber } from "../values/number.js";
import type { Scalar } from "../values/scalar.js";
import { toText } from "../values/text.js";
import type { Access } from "./access.js";
import {
  type ElementTest,
  everyElement,
  NEVER,
  type Quantifier,
  quantified,
  someElement,
  type TestMaker,
} from "./elements.js";
import { areEqual, equalTo } from "./equality.js";
import { isLiteral, isReference, type OperandByShape, type Reference } from "./operand.js";
import { complement, type Matcher, type Operator } from "./operator.js";

/** Tests whether a single value equals one of the items: {@link equalTo} for many at once. */
function oneOf(items: readonly unknown[], type: ComparisonType): TestMaker {
  if (type !== "inferred") {
    const convert = conversions[type];
    const members = convertAll(items, convert);
    return (lists) => (value, beside) =>
      isList(value) ? lists(value, beside) : members.has(convert(value));
  }
  const texts = convertAll(items, toText);
  const numbers = convertAll(items, toNumber);
  const booleans = convertAll(items, toBoolean);
  const dates = convertAll(items, toDate);
  return (lists) => {
    const isOther: ElementTest<unknown> = (value, beside) => {
      switch (typeof value) {
        case "number":
          return numbers.has(value);
        case "boolean":
          return booleans.has(value);
        case "bigint":
          return numbers.has(Number(value));
        default:
          return isList(value) ? lists(value, beside) : dates.has(toDate(value));
      }
    };
    // Most values are texts: what is small enough, an engine inlines wherever it is called.
    if (texts.size > FEW) {
      return (value, beside) =>
        typeof value === "string" ? texts.has(value) : isOther(value, beside);
    }
    const few = [...texts];
    return (value, beside) =>
      typeof value === "string" ? few.includes(value) : isOther(value, beside);
  };
}

/** Beyond this many members a `Set` finds one sooner than comparing with each. */
export const FEW = 8;

/** Shared, since most lists convert to one or two of the four domains. */
const NOTHING: ReadonlySet<Comparable> = new Set();

/** The items that convert. `NaN` stays out: a `Set` would find it equal to itself. */
export function convertAll(
  items: readonly unknown[],
  convert: Conversion,
): ReadonlySet<Comparable> {
  const members = new Set<Comparable>();
  for (let index = 0; index < items.length; index++) members.add(convert(elementOf(items, index)));
  members.delete(Number.NaN);
  return members.size === 0 ? NOTHING : members;
}

function literalTest(literals: readonly Scalar[], type: ComparisonType): TestMaker {
  const [first, ...others] = literals;
  return first !== undefined && others.length === 0 ? equalTo(first, type) : oneOf(literals, type);
}

function compileFor(quantifier: Quantifier) {
  return (operand: OperandByShape["list"], type: ComparisonType): Matcher => {
    if (operand.kind === "reference") return matchReference(operand.reference, type, quantifier);
    const literals = operand.items.filter(isLiteral);
    const references = operand.items.filter(isReference);
    const test = literalTest(literals, type);
    if (references.length === 0) return quantified(test, quantifier);
    const isAmongLiterals = test(NEVER);
    const readers = references.map(({ field }) => fieldReader(field));
    return quantifier<object>(
      (value, context) =>
        isAmongLiterals(value, context) ||
        readers.some((read) => {
          const item = read(context);
          return !isAbsent(item) && !isList(item) && areEqual(value, item, type);
        }),
    );
  };
}

/** A reference that is the whole operand stands for the items of its list, or for itself alone. */
function matchReference(
  reference: Reference,
  type: ComparisonType,
  quantifier: Quantifier,
): Matcher {
  const readItems = fieldReader(reference.field);
  const equalsItem = quantifier<unknown>((value, item) => areEqual(value, item, type));
  return (value, context) => {
    const items = readItems(context);
    if (!isList(items)) return !isAbsent(items) && equalsItem(value, items);
    // Element against item would take the product of two lengths that nobody limits.
    if (isList(value)) return quantified(oneOf(items, type), quantifier)(value, context);
    for (let index = 0; index < items.length; index++) {
      if (areEqual(value, elementOf(items, index), type)) return true;
    }
    return false;
  };
}

function access(operand: OperandByShape["list"], type: ComparisonType): Access | undefined {
  if (operand.kind === "reference" || operand.items.some(isReference)) return undefined;
  return { kind: "values", type, values: operand.items.filter(isLiteral) };
}

/** A single value is in the list or not, whatever the quantifier. */
function membership<N extends string>(name: N, quantifier: Quantifier): Operator<"list", N> {
  return {
    name,
    shape: "list",
    negated: false,
    access,
    compile: compileFor(quantifier),
  };
}

/** `IN`: the value, or one element of it, equals one item of the list. */
export const isIn: Operator<"list", "IN"> = membership("IN", someElement);

/** `NOT_IN`: everything that `IN` is not, an absent value included. */
export const notIn: Operator<"list", "NOT_IN"> = complement("NOT_IN", isIn);

/** `ANY_IN`: the same as `IN`, under the name that the DTO has for lists. */
export const anyIn: Operator<"list", "ANY_IN"> = membership("ANY_IN", someElement);

/** `ALL_IN`: every element of the value, and there is at least one, equals one item of the list. */
export const allIn: Operator<"list", "ALL_IN"> = membership("ALL_IN", everyElement);
