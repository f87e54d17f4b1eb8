import { describe, expect, test } from "@jest/globals";
import { compileConditions, compileTree, parseConditions } from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { matches } from "../support/passes.js";

const ctx = { payload: { a: "x", list: ["x", "y"], n: "10" } };
const yes: Raw = condition("EQUAL", "x");
const no: Raw = condition("EQUAL", "y");
const and = (...children: Raw[]): Raw => group(children);
const or = (...children: Raw[]): Raw => group(children, { value: "OR" });
const not = (inner: Raw): Raw => ({ ...inner, isNegated: true });

describe("any group of the list is enough", () => {
  test.each<[name: string, conditions: unknown, passes: boolean]>([
    ["undefined", undefined, true],
    ["null", null, true],
    ["no group", [], true],
    ["one that passes", [and(yes)], true],
    ["one that does not", [and(no)], false],
    ["two, the first passes", [and(yes), and(no)], true],
    ["two, the second passes", [and(no), and(yes)], true],
    ["two, neither passes", [and(no), and(no)], false],
    ["one without children beside one that does not pass", [and(no), and()], true],
  ])("%s: %p", (_, conditions, passes) => {
    expect(matches(conditions, ctx)).toBe(passes);
  });
});

describe("AND takes all children, OR one", () => {
  test.each<[name: string, one: Raw, passes: boolean]>([
    ["AND of none", and(), true],
    ["AND of yes", and(yes), true],
    ["AND of no", and(no), false],
    ["AND of yes and yes", and(yes, yes), true],
    ["AND of yes and no", and(yes, no), false],
    ["AND of no and yes", and(no, yes), false],
    ["OR of none", or(), true],
    ["OR of yes", or(yes), true],
    ["OR of no", or(no), false],
    ["OR of yes and no", or(yes, no), true],
    ["OR of no and yes", or(no, yes), true],
    ["OR of no and no", or(no, no), false],
    ["OR of four, the last yes", or(no, no, no, yes), true],
    ["OR of four, none yes", or(no, no, no, no), false],
    ["AND of four", and(yes, yes, yes, yes), true],
    ["AND of four, the last no", and(yes, yes, yes, no), false],
    ["AND of an empty OR", and(or()), true],
    ["AND of no and an empty OR", and(no, or()), false],
    ["OR of no and an empty AND", or(no, and()), true],
    ["AND of an OR", and(yes, or(no, yes)), true],
    ["OR of an AND", or(no, and(yes, no)), false],
    ["three deep", or(no, and(yes, or(no, and(yes, yes)))), true],
    ["three deep, one wrong", or(no, and(yes, or(no, and(yes, no)))), false],
    ["conditions and groups side by side", and(yes, and(yes), yes, or(no, yes)), true],
  ])("%s: %p", (_, one, passes) => {
    expect(matches([one], ctx)).toBe(passes);
    expect(matches([and(), one].slice(1), ctx)).toBe(passes);
    expect(matches([and(one)], ctx)).toBe(passes);
    expect(matches([or(one)], ctx)).toBe(passes);
  });
});

describe("isNegated turns the result round", () => {
  test.each<[name: string, one: Raw, passes: boolean]>([
    ["of AND of yes", not(and(yes)), false],
    ["of AND of no", not(and(no)), true],
    ["of AND of yes and no", not(and(yes, no)), true],
    ["of AND of yes and yes", not(and(yes, yes)), false],
    ["of OR of yes and no", not(or(yes, no)), false],
    ["of OR of no and no", not(or(no, no)), true],
    ["of a group with an empty group", not(and(and())), false],
    ["of an OR with an empty group", not(or(no, and())), false],
    ["twice", not(and(not(and(yes)))), true],
    ["twice, of no", not(or(not(or(no)))), false],
    ["of one child only", and(yes, not(and(no))), true],
    ["of one child only, which passes", or(no, not(and(yes))), false],
    ["three times", not(and(not(and(not(and(yes)))))), false],
  ])("%s: %p", (_, one, passes) => {
    expect(matches([one], ctx)).toBe(passes);
  });

  test("missing, null and false are the same", () => {
    for (const isNegated of [undefined, null, false]) {
      expect(matches([{ ...and(yes), isNegated }], ctx)).toBe(true);
      expect(matches([{ ...and(no), isNegated }], ctx)).toBe(false);
    }
    expect(matches([{ value: "AND", children: [yes] }], ctx)).toBe(true);
  });

  test("passes on what is absent", () => {
    expect(matches([not(and(yes))], {})).toBe(true);
    expect(matches([not(and(condition("NOT_EQUAL", "x")))], {})).toBe(false);
  });
});

describe("a group's type is about the conditions directly inside", () => {
  const asText = condition("SMALLER", "9", "n");
  const asNumber = condition("LARGER", "9", "n");

  test.each<[type: unknown, text: boolean]>([
    ["TEXT", true],
    ["NUMBER", false],
    ["GROUP", false],
    ["STATEMENT", false],
    ["LIST", false],
    ["MULTI_LIST", false],
    [null, false],
    [undefined, false],
  ])("%p", (type, text) => {
    const typed = (rest: Raw, ...children: Raw[]): Raw => ({ ...rest, type, children });
    expect(matches([typed({ value: "AND" }, asText)], ctx)).toBe(text);
    expect(matches([typed({ value: "AND" }, asNumber)], ctx)).toBe(!text);
    // nested groups use their own, and hand nothing on
    const inText = (child: Raw): Raw => ({ value: "AND", type: "TEXT", children: [child] });
    expect(matches([inText(typed({ value: "OR" }, asText))], ctx)).toBe(text);
    expect(matches([typed({ value: "OR" }, inText(asText))], ctx)).toBe(true);
    expect(matches([inText(typed({ value: "AND" }, inText(asText), asNumber))], ctx)).toBe(!text);
  });

  test("a missing type is not the parent's", () => {
    const inner = { value: "AND", children: [asText] };
    expect(matches([{ value: "AND", type: "TEXT", children: [inner] }], ctx)).toBe(false);
    expect(matches([{ value: "AND", type: "TEXT", children: [inner, asText] }], ctx)).toBe(false);
    expect(matches([{ value: "OR", type: "TEXT", children: [inner, asText] }], ctx)).toBe(true);
  });
});

describe("a child with children is a group", () => {
  test("though it is a condition's likeness, too", () => {
    expect(matches([and({ ...no, ...and(yes) })], ctx)).toBe(true);
    expect(matches([and({ ...yes, ...and(no) })], ctx)).toBe(false);
  });

  test("and only with its own", () => {
    const child: unknown = Object.assign(Object.create({ children: [no] }), yes);
    expect(matches([group([child])], ctx)).toBe(true);
  });
});

describe("a predicate", () => {
  test("is made once and asked often", () => {
    const predicate = compileConditions([and(yes, condition("IN", "{{payload.list}}"))]);
    expect(predicate({ payload: { a: "x", list: ["x"] } })).toBe(true);
    expect(predicate({ payload: { a: "x", list: ["y"] } })).toBe(false);
    expect(predicate({ payload: { a: "x", list: ["x"] } })).toBe(true);
    expect(predicate({})).toBe(false);
  });

  test("is the same from a tree", () => {
    const conditions = [or(no, not(and(yes, condition("LIKE", "{{payload.b}}"))))];
    const { tree } = parseConditions(conditions);
    if (tree === undefined) throw new Error("the conditions have issues");
    for (const b of ["x", "y%", "%", null, ["%"], 5]) {
      const each = { payload: { a: "x", b } };
      expect(compileTree(tree)(each)).toBe(compileConditions(conditions)(each));
      expect(compileTree(tree)(each)).toBe(b !== "x" && b !== "%");
    }
  });

  test("every condition is read anew in each context", () => {
    const predicate = compileConditions([group([condition("BETWEEN", "{{payload.b}}")])]);
    expect(predicate({ payload: { a: 5, b: [1, 9] } })).toBe(true);
    expect(predicate({ payload: { a: "b", b: ["a", "c"] } })).toBe(true);
    expect(predicate({ payload: { a: "2024-01-02", b: ["2024-01-01", "2024-01-03"] } })).toBe(true);
    expect(predicate({ payload: { a: 5, b: ["a", "c"] } })).toBe(false);
  });
});
