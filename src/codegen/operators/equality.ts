import { isReference } from "../../operators/operand.js";
import { conversions, convertsTo } from "../../values/domain.js";
import { NO_TESTS, type WriteTests } from "./tests.js";

/** Only the domains that the literal converts to, and there only the values that are in it already. */
export const equality: WriteTests<"scalar"> = ({ term }, type, value, bind) => {
  if (isReference(term)) return NO_TESTS;
  const test = (domain: "text" | "number" | "boolean"): string | undefined =>
    (type === "inferred" || type === domain) && convertsTo(domain, term)
      ? `${value} === ${bind(conversions[domain](term))}`
      : undefined;
  const string = test("text");
  const number = test("number");
  const boolean = test("boolean");
  return {
    ...(string !== undefined && { string }),
    ...(number !== undefined && { number }),
    ...(boolean !== undefined && { boolean }),
  };
};
