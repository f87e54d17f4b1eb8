import { convertAll, FEW } from "../../operators/membership.js";
import { isReference } from "../../operators/operand.js";
import { toNumber } from "../../values/number.js";
import { toText } from "../../values/text.js";
import { type Bind, NO_TESTS, type ScalarTests, type WriteTests } from "./tests.js";

/** Only texts and numbers: for these a single value is in the list or is not. */
export const membership: WriteTests<"list"> = (operand, type, value, bind) => {
  if (operand.kind === "reference" || operand.items.some(isReference)) return NO_TESTS;
  const { items } = operand;
  const isText = type === "inferred" || type === "text";
  const isNumber = type === "inferred" || type === "number";
  return {
    ...(isText && memberTest(value, "string", convertAll(items, toText), bind)),
    ...(isNumber && memberTest(value, "number", convertAll(items, toNumber), bind)),
  };
};

/** An expression that tests whether a value of a kind is a member, by `===`. */
function memberTest(
  value: string,
  kind: "string" | "number",
  members: Iterable<unknown>,
  bind: Bind,
): ScalarTests {
  const those = [...members].filter((member) => typeof member === kind);
  if (those.length === 0) return NO_TESTS;
  const test =
    those.length > FEW
      ? `${bind(new Set(those))}.has(${value})`
      : those.map((member) => `${value} === ${bind(member)}`).join(" || ");
  return { [kind]: `(${test})` };
}
