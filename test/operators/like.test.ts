import { describe, expect, test } from "@jest/globals";
import { placesInCondition } from "../support/issues.js";
import { holds } from "../support/passes.js";

/** A literal pattern and the same one by reference must agree. */
function like(text: unknown, pattern: string, operator = "LIKE"): boolean {
  const literal = holds(text, operator, pattern);
  expect(holds(text, operator, "{{payload.b}}", "GROUP", pattern)).toBe(literal);
  expect(holds(text, `NOT_${operator}`, pattern)).toBe(!literal);
  expect(holds([text], operator, pattern)).toBe(literal);
  return literal;
}

describe("LIKE matches the whole text", () => {
  test.each<[pattern: string, matching: string[], others: string[]]>([
    ["", [""], ["a", " "]],
    ["gold", ["gold"], ["Gold", "golden", "marigold", " gold", "gol", ""]],
    ["%", ["", "a", "ab", "\n", "%", "a\nb"], []],
    ["%%", ["", "a"], []],
    ["_", ["a", "_", "%", "\n", " "], ["", "ab"]],
    ["__", ["ab"], ["a", "abc"]],
    ["_%", ["a", "ab"], [""]],
    ["%_", ["a", "ab"], [""]],
    ["%_%", ["a", "abc"], [""]],
    ["_%_", ["ab", "abc"], ["", "a"]],
    ["ab%", ["ab", "abc", "ab\nc"], ["a", "xab", "Ab"]],
    ["%ab", ["ab", "cab", "abab", "a\nab"], ["b", "abx"]],
    ["%ab%", ["ab", "xab", "abx", "xabx"], ["a", "ba", "a b"]],
    ["a%b", ["ab", "axb", "a\nb", "abb"], ["a", "b", "abx", "xab"]],
    // the ends may not overlap
    ["a%a", ["aa", "aba"], ["a"]],
    ["aba%aba", ["abaaba", "abaXaba"], ["ababa", "aba"]],
    ["ab%b%ba", ["abbba", "ab-b-ba"], ["abba", "aba"]],
    ["a_c", ["abc", "a_c"], ["ac", "abbc"]],
    ["a%b%c", ["abc", "a--b--c", "abcbc"], ["acb", "ab", "bc"]],
    ["%a%b%", ["ab", "xaxbx"], ["ba", "a"]],
    ["%a_b%", ["axb", "aab", "xaabx", "aaab"], ["ab", "aXXb"]],
    ["%a_", ["ab", "aaa", "xxab"], ["a", "abb"]],
    ["_a%", ["xa", "aab"], ["a", "xxa"]],
    ["%aab", ["aaab", "aaaaab"], ["aaba"]],
    ["%abc%abd", ["abcabd", "abcabcabd"], ["abcab", "abd"]],
    ["%@%.eu", ["a@b.eu", "@.eu"], ["a@b.eux", "a.eu", "a@beu"]],
    // what is special to regular expressions is not here
    ["a.c", ["a.c"], ["abc"]],
    ["a*", ["a*"], ["a", "aa"]],
    ["[ab]", ["[ab]"], ["a"]],
    ["(a|b)+?^$", ["(a|b)+?^$"], ["a"]],
    ["[!a]%", ["[!a]x"], ["b"]],
    ["a?", ["a?"], ["ab"]],
    ["$&", ["$&"], []],
  ])("%j", (pattern, matching, others) => {
    expect(matching.filter((text) => like(text, pattern))).toEqual(matching);
    expect(others.filter((text) => like(text, pattern))).toEqual([]);
  });
});

describe("a backslash makes the next character literal", () => {
  test.each<[pattern: string, matching: string[], others: string[]]>([
    ["\\%", ["%"], ["", "a", "\\%"]],
    ["\\_", ["_"], ["a", "\\_"]],
    ["\\\\", ["\\"], ["\\\\", ""]],
    ["\\a", ["a"], ["\\a"]],
    ["\\😀", ["😀"], ["\\😀"]],
    ["100\\%", ["100%"], ["1000", "100"]],
    ["100\\%%", ["100%", "100% off"], ["1000"]],
    ["%\\%", ["%", "100%"], ["100"]],
    ["%\\_%", ["a_b", "_"], ["ab"]],
    ["a\\_%", ["a_", "a_b"], ["ab"]],
    ["\\\\%", ["\\", "\\a"], ["%", "a"]],
    ["\\\\\\%", ["\\%"], ["\\", "\\a", "%"]],
    ["%\\\\", ["\\", "a\\"], ["a"]],
    ["\\n", ["n"], ["\n"]],
    ["C:\\\\dir\\\\%", ["C:\\dir\\x"], ["C:dirx"]],
  ])("%j", (pattern, matching, others) => {
    expect(matching.filter((text) => like(text, pattern))).toEqual(matching);
    expect(others.filter((text) => like(text, pattern))).toEqual([]);
  });

  test.each(["\\", "a\\", "%\\", "\\\\\\", "\\%\\", "😀\\"])("alone at the end, %j", (pattern) => {
    for (const operator of ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"]) {
      expect(placesInCondition(operator, pattern)).toEqual([["lone-escape", "value"]]);
      expect(placesInCondition(operator, pattern, "NUMBER")).toEqual([["lone-escape", "value"]]);
    }
    // by reference it is a pattern that matches nothing
    for (const text of ["", "a", "\\", pattern, `${pattern}\\`, "a\\", "\\\\"]) {
      expect(holds(text, "LIKE", "{{payload.b}}", "GROUP", pattern)).toBe(false);
      expect(holds(text, "ILIKE", "{{payload.b}}", "GROUP", pattern)).toBe(false);
      expect(holds(text, "NOT_LIKE", "{{payload.b}}", "GROUP", pattern)).toBe(true);
      expect(holds(text, "NOT_ILIKE", "{{payload.b}}", "GROUP", pattern)).toBe(true);
    }
  });
});

describe("an underscore is one code point", () => {
  test.each<[pattern: string, matching: string[], others: string[]]>([
    [
      "_",
      ["é", "😀", "𝒳", "\ud83d", "\ude00", "\u0000"],
      ["e\u0301", "👍🏽", "🇪🇺", "\ude00\ud83d"],
    ],
    ["__", ["e\u0301", "👍🏽", "🇪🇺", "\ude00\ud83d", "😀a", "\ud83da"], ["😀"]],
    ["a_b", ["a😀b", "a\ud83db"], ["a😀😀b", "ab"]],
    ["_😀_", ["😀😀😀", "a😀b"], ["😀😀", "😀"]],
    ["%_😀", ["a😀", "😀😀"], ["😀"]],
    ["😀%_", ["😀a", "😀😀"], ["😀"]],
    ["%__%", ["😀😀", "ab"], ["😀", "a"]],
    ["_%_", ["😀😀"], ["😀"]],
    ["%😀%", ["😀", "a😀b"], ["😁", "a"]],
    ["😀", ["😀"], ["😁", "\ud83d"]],
    ["\ud83d", ["\ud83d"], ["😀", "\ud83e"]],
    ["%\ud83d%", ["\ud83d", "a\ud83db"], ["a"]],
    ["\\_", ["_"], ["😀"]],
    // half of a code point is not there to be matched
    ["\ud83d_", ["\ud83da"], ["😀"]],
    ["_\ude00", ["a\ude00"], ["😀"]],
    ["%_\ude00b", ["aa\ude00b"], ["a😀b"]],
    ["%\ude00%", ["\ude00", "a\ude00"], ["😀"]],
  ])("%j", (pattern, matching, others) => {
    expect(matching.filter((text) => like(text, pattern))).toEqual(matching);
    expect(others.filter((text) => like(text, pattern))).toEqual([]);
    expect(matching.filter((text) => like(text, pattern, "ILIKE"))).toEqual(matching);
    expect(others.filter((text) => like(text, pattern, "ILIKE"))).toEqual([]);
  });
});

describe("LIKE is about text, whatever the type", () => {
  test.each(["NUMBER", "DATE", "BOOLEAN", "TEXT", "GROUP", "STATEMENT", "LIST", "MULTI_LIST"])(
    "%s",
    (type) => {
      for (const operator of ["LIKE", "ILIKE"]) {
        expect(holds("gold", operator, "g%", type)).toBe(true);
        expect(holds(50, operator, "5_", type)).toBe(true);
        expect(holds(50, operator, 50, type)).toBe(true);
        expect(holds("50", operator, 50, type)).toBe(true);
        expect(holds("50.0", operator, 50, type)).toBe(false);
        expect(holds(50n, operator, "5%", type)).toBe(true);
        expect(holds(1e21, operator, "1e+%", type)).toBe(true);
        expect(holds(true, operator, "tr%", type)).toBe(true);
        expect(holds(true, operator, true, type)).toBe(true);
        expect(holds(new Date(0), operator, "1970-01-01t%", type)).toBe(operator === "ILIKE");
        expect(holds(new Date(0), operator, "1970-%Z", type)).toBe(true);
        for (const none of [null, undefined, Number.NaN, new Date(Number.NaN), {}, [], [[""]]]) {
          expect(holds(none, operator, "%", type)).toBe(false);
          expect(holds(none, `NOT_${operator}`, "%", type)).toBe(true);
        }
      }
    },
  );

  test.each<[b: unknown, text: unknown, passes: boolean]>([
    [5, "5", true],
    [5, 5, true],
    [5n, "5", true],
    [true, "true", true],
    [new Date(0), "1970-01-01T00:00:00.000Z", true],
    ["5%", 50, true],
    ["{{payload.a}}", "x", false],
    ["{{payload.a}}", "{{payload.a}}", true],
    ["x,y", "x", false],
    [Number.NaN, "NaN", false],
    [null, "null", false],
    [undefined, "", false],
    [["%"], "x", false],
    [{}, "[object Object]", false],
    [() => "%", "x", false],
  ])("by reference, %p on %p: %p", (b, text, passes) => {
    for (const type of ["GROUP", "NUMBER", "BOOLEAN"]) {
      expect(holds(text, "LIKE", "{{payload.b}}", type, b)).toBe(passes);
      expect(holds(text, "NOT_LIKE", " {{ payload.b }} ", type, b)).toBe(!passes);
    }
  });

  test("nothing is trimmed", () => {
    expect(holds("gold", "LIKE", " gold")).toBe(false);
    expect(holds(" gold", "LIKE", " gold")).toBe(true);
    expect(holds("gold ", "LIKE", "gold")).toBe(false);
  });
});
