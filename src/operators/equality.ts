import { toBoolean } from "../values/boolean.js";
import { toDate } from "../values/date.js";
import { type ComparisonType, conversions, domainOf } from "../values/domain.js";
import { isList } from "../values/kinds.js";
import { toNumber } from "../values/number.js";
import type { Scalar } from "../values/scalar.js";
import { toText } from "../values/text.js";
import type { ElementTest, TestMaker } from "./elements.js";
import { isReference } from "./operand.js";
import { complement, type Operator } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

/** Whether two single values are equal; under an inferred type the first, the field's, decides. */
export function areEqual(value: unknown, operand: unknown, type: ComparisonType): boolean {
  const domain = type === "inferred" ? domainOf(value) : type;
  if (domain === undefined) return false;
  const convert = conversions[domain];
  return convert(value) === convert(operand);
}

/** {@link areEqual} specialised to a literal, which is then converted once. */
export function equalTo(literal: Scalar, type: ComparisonType): TestMaker {
  if (type !== "inferred") {
    const convert = conversions[type];
    const expected = convert(literal);
    const direct = typeof expected;
    return (lists) => (value, beside) => {
      if (typeof value === direct) return value === expected;
      return isList(value) ? lists(value, beside) : convert(value) === expected;
    };
  }
  const text = toText(literal);
  const number = toNumber(literal);
  const boolean = toBoolean(literal);
  const date = toDate(literal);
  return (lists) => {
    const isOther: ElementTest<unknown> = (value, beside) => {
      switch (typeof value) {
        case "number":
          return value === number;
        case "boolean":
          return value === boolean;
        case "bigint":
          return Number(value) === number;
        default:
          return isList(value) ? lists(value, beside) : toDate(value) === date;
      }
    };
    // Most values are texts: what is small enough, an engine inlines wherever it is called.
    return (value, beside) => (typeof value === "string" ? value === text : isOther(value, beside));
  };
}

/** `EQUAL`: the value equals the operand. */
export const equal: Operator<"scalar", "EQUAL"> = {
  name: "EQUAL",
  shape: "scalar",
  negated: false,
  access: ({ term }, type) =>
    isReference(term) ? undefined : { kind: "values", type, values: [term] },
  compile: (operand, type) =>
    scalarMatcher(operand, {
      literalOrList: (literal) => equalTo(literal, type),
      read: (value, other) => areEqual(value, other, type),
    }),
};

/** `NOT_EQUAL`: everything that `EQUAL` is not, an absent value included. */
export const notEqual: Operator<"scalar", "NOT_EQUAL"> = complement("NOT_EQUAL", equal);
