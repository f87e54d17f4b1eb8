import { hasDateForm, toDate } from "../values/date.js";
import type { Operator } from "./operator.js";

/** What operators that need an order check, beside what is their own. */
export const ORDER_CHECKS: Required<Pick<Operator, "typeProblem" | "literalProblem">> = {
  typeProblem(type, name) {
    if (type !== "boolean") return undefined;
    return {
      code: "unordered-type",
      found: `${name} under type BOOLEAN, whose values have no order`,
      expected: "EQUAL, NOT_EQUAL or an operator on lists",
    };
  },
  literalProblem(literal, type) {
    const isTried = type === "inferred" && typeof literal === "string" && hasDateForm(literal);
    if (!isTried || !isNoDate(literal)) return undefined;
    return {
      code: "impossible-date",
      found: `${JSON.stringify(literal)}, which has the form of a date`,
      expected: "a day and time that exist",
    };
  },
};

function isNoDate(text: string): boolean {
  return Number.isNaN(toDate(text));
}
