import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { placesOf } from "../support/issues.js";
import { passes } from "../support/passes.js";

/** Whether a path reads "x" out of a payload. */
function reads(field: string, payload: unknown): boolean {
  return passes(condition("EQUAL", "x", field), { payload });
}

describe("paths", () => {
  test.each<[field: string, payload: unknown]>([
    ["plan", { plan: "x" }],
    ["data.plan", { data: { plan: "x" } }],
    ["a.b.c.d", { a: { b: { c: { d: "x" } } } }],
    ["items[0]", { items: ["x"] }],
    ["items.0", { items: ["x"] }],
    ['items["0"]', { items: ["x"] }],
    ["items[0].sku", { items: [{ sku: "x" }] }],
    ["items.0.sku", { items: [{ sku: "x" }] }],
    ["items[10]", { items: [..."0123456789", "x"] }],
    ["items[0][1]", { items: [["y", "x"]] }],
    ["items.0.1", { items: [["y", "x"]] }],
    ["[0]", ["x"]],
    ["0", ["x"]],
    ['["0"]', ["x"]],
    ["[0].a", [{ a: "x" }]],
    ["[1][0]", ["y", ["x"]]],
    // digits are names on objects
    ["0", { 0: "x" }],
    ["[0]", { 0: "x" }],
    ['["0"]', { 0: "x" }],
    ["a[12345678901234567890]", { a: { "12345678901234567890": "x" } }],
    ["00", { "00": "x" }],
    ['["00"]', { "00": "x" }],
    // any string is a name in quotes
    ['data["a.b"]', { data: { "a.b": "x" } }],
    ['["a b"].c', { "a b": { c: "x" } }],
    ['["a]b"]', { "a]b": "x" }],
    ['["[0]"]', { "[0]": "x" }],
    ['["a\\"b"]', { 'a"b': "x" }],
    ['["a\\\\"]', { "a\\": "x" }],
    ['["\\\\\\"]"]', { '\\"]': "x" }],
    ['["\\u0061\\n\\/"]', { "a\n/": "x" }],
    ['["\\ud83d\\ude00"]', { "😀": "x" }],
    ['[""]', { "": "x" }],
    ['a[""].b', { a: { "": { b: "x" } } }],
    ['["-1"]', { "-1": "x" }],
    ['["{{"]', { "{{": "x" }],
    // and nearly any without
    ["a b", { "a b": "x" }],
    [" a", { " a": "x" }],
    ["a ", { "a ": "x" }],
    ["a-b", { "a-b": "x" }],
    ["-1", { "-1": "x" }],
    ["$a_1", { $a_1: "x" }],
    ["ключ", { ключ: "x" }],
    ["😀", { "😀": "x" }],
    ['"a"', { '"a"': "x" }],
    ["a,b", { "a,b": "x" }],
    ["{{a}}", { "{{a}}": "x" }],
    ["*", { "*": "x" }],
    ["a\nb", { "a\nb": "x" }],
    ["\ud83d", { "\ud83d": "x" }],
    // names that objects inherit, as properties of their own
    ["constructor", { constructor: "x" }],
    ["toString", { toString: "x" }],
    ["hasOwnProperty", { hasOwnProperty: "x" }],
    ["__proto__", JSON.parse('{ "__proto__": "x" }')],
    ["__proto__.a", JSON.parse('{ "__proto__": { "a": "x" } }')],
    ["constructor.prototype.a", { constructor: { prototype: { a: "x" } } }],
    ["length", { length: "x" }],
  ])("%j reads %j", (field, payload) => {
    expect(reads(field, payload)).toBe(true);
  });
});

describe("what is no path is an issue", () => {
  test.each([
    ".",
    "..",
    ".a",
    "a.",
    "a..b",
    "a.[0]",
    'a.["b"]',
    "a[0]b",
    'a["b"]c',
    "[-1]",
    "a[-1]",
    "[+1]",
    "[1.5]",
    "[1e3]",
    "[0x1]",
    "[01]",
    "[00]",
    "a[01]",
    "[]",
    "a[]",
    "[a]",
    "a[b]",
    "[*]",
    "[ 0 ]",
    "[0 ]",
    "['a']",
    "a['b']",
    "[`a`]",
    "[",
    "]",
    "a[",
    "a]",
    "a]b",
    "a[0",
    "a[0]]",
    "a[[0]]",
    "a[0][",
    '["a"',
    '["a',
    '["a]',
    '["a""b"]',
    '["a", "b"]',
    '[ "a"]',
    '["a" ]',
    '["a\\"]',
    '["\\x61"]',
    '["\\u00"]',
    '["a\nb"]',
    '["a\tb"]',
    "[null]",
    "[true]",
    "[٣]",
    "[0].",
    "[0]..a",
    '["a"].',
  ])("%j", (field) => {
    const places = placesOf([group([condition("EQUAL", "x", field)])]);
    expect(places).toEqual([["invalid-path", 0, "children", 0, "field"]]);
  });

  test.each<[name: string, field: unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["empty text", ""],
    ["a number", 5],
    ["a list of steps", ["a", "b"]],
    ["an object", {}],
    ["true", true],
    ["a boxed string", Object("a")],
  ])("%s is no field either", (_, field) => {
    const one = { ...condition("EQUAL", "x"), field };
    expect(placesOf([group([one])])).toEqual([["missing-field", 0, "children", 0, "field"]]);
  });

  test("a missing field is an issue", () => {
    const one = { on: "payload", operator: "EQUAL", value: "x" };
    expect(placesOf([group([one])])).toEqual([["missing-field", 0, "children", 0, "field"]]);
  });
});
