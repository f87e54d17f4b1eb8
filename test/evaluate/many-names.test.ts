import { expect, test } from "@jest/globals";
import { compileConditions } from "integration-router";
import { condition, group } from "../support/build.js";
import { matches } from "../support/passes.js";

// More names than the fields of most rule sets have together: the first are read in a faster way.

const names = Array.from({ length: 150 }, (_, index) => `name${index}`);

test.each(names)("%s, as a property", (name) => {
  const conditions = [group([condition("EQUAL", "x", name), condition("NOT_EQUAL", "x", "other")])];
  expect(matches(conditions, { payload: { [name]: "x" } })).toBe(true);
  expect(matches(conditions, { payload: { [name]: "y" } })).toBe(false);
  expect(matches(conditions, { payload: { other: "x" } })).toBe(false);
  expect(matches(conditions, { payload: Object.create({ [name]: "x" }) })).toBe(false);
  expect(matches(conditions, {})).toBe(false);
});

test("as sources", () => {
  for (const on of names) {
    const conditions = [group([{ on, field: "name0", operator: "EQUAL", value: "x" }])];
    expect(matches(conditions, { [on]: { name0: "x" } }, { sources: [on] })).toBe(true);
    expect(matches(conditions, { name0: "x" }, { sources: [on] })).toBe(false);
  }
});

test.each([1, 2, 3, 4, 5, 6])("%d conditions on one holder", (count) => {
  const asked = names.slice(0, count);
  const children = asked.map((name) => condition("EQUAL", "x", name));
  const all = compileConditions([group(children)]);
  const any = compileConditions([group(children, { value: "OR" })]);
  const full = Object.fromEntries(asked.map((name) => [name, "x"]));
  expect(all({ payload: full })).toBe(true);
  expect(any({ payload: {} })).toBe(false);
  for (const name of asked) {
    expect(all({ payload: { ...full, [name]: "y" } })).toBe(false);
    expect(any({ payload: { [name]: "x" } })).toBe(true);
  }
});
