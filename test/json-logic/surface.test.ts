import { expect, test } from "@jest/globals";
import { parseConditions, type Rules, selectIntegration } from "integration-router";
import * as surface from "integration-router/json-logic";
import { condition, group } from "../support/build.js";

test("the subpath exports these functions, and no others", () => {
  expect(Object.keys(surface).sort()).toEqual(["addOperators", "toJsonLogic"]);
  expect(surface.addOperators.name).toBe("addOperators");
  expect(surface.toJsonLogic.name).toBe("toJsonLogic");
});

test("what is exported can stand in a record as its rules", () => {
  const { tree } = parseConditions([group([condition("IN", "x, y")])]);
  const rules: Rules | undefined = tree && surface.toJsonLogic(tree);
  const record = { identifier: "a", channel: "push", active: true, rules };
  expect(selectIntegration([record], { channel: "push", payload: { a: "y" } })).toBe(record);
  expect(selectIntegration([record], { channel: "push", payload: { a: "z" } })).toBeUndefined();
});
