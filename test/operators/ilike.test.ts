import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

describe("ILIKE puts text and pattern in lower case first", () => {
  test.each<[pattern: string, matching: string[], others: string[]]>([
    ["gold", ["gold", "GOLD", "Gold"], ["golden", "g0ld"]],
    ["GOLD%", ["gold", "Golden"], ["marigold"]],
    ["%@ACME.%", ["a@acme.com", "B@Acme.EU"], ["a@acm.com"]],
    ["%.Com", ["a.com", "A.COM"], ["a.comx"]],
    ["G_LD", ["gold", "GULD"], ["gld"]],
    ["100\\%", ["100%"], ["1000"]],
    ["\\A\\_", ["a_", "A_"], ["ab", "\\a_"]],
    ["É", ["é", "É"], ["e", "E\u0301"]],
    ["ÜBER%", ["über", "Überall"], ["uber"]],
    ["ЖУК", ["жук"], []],
    ["𐐀", ["𐐨"], []],
    // one letter that becomes two code points
    ["İ", ["İ", "i\u0307"], ["i", "I", "ı"]],
    ["i%", ["İ", "I", "istanbul"], ["ı"]],
    ["_", ["i", "ß", "ẞ"], ["İ"]],
    ["__", ["İ", "ab"], ["i"]],
    ["%\u0307", ["İ"], ["I"]],
    // lower case has no "ss" for "ß"; its capital has "ß"
    ["ß", ["ß", "ẞ"], ["ss", "SS"]],
    ["ẞ", ["ß", "ẞ"], ["ss"]],
    ["STRASSE", ["strasse", "Strasse"], ["straße"]],
    // the Kelvin sign is a k
    ["k", ["K", "\u212a"], []],
    // a sigma at a word's end
    ["ΑΣ", ["ας", "ΑΣ"], ["ασ"]],
    ["%Σ", ["Σ", "σ", "σσ"], ["ΑΣ"]],
  ])("%j", (pattern, matching, others) => {
    const ilike = (text: string): boolean => {
      const literal = holds(text, "ILIKE", pattern);
      expect(holds(text, "ILIKE", "{{payload.b}}", "GROUP", pattern)).toBe(literal);
      expect(holds(text, "NOT_ILIKE", pattern)).toBe(!literal);
      expect(holds([text], "ILIKE", pattern)).toBe(literal);
      return literal;
    };
    expect(matching.filter(ilike)).toEqual(matching);
    expect(others.filter(ilike)).toEqual([]);
  });

  test("LIKE does not", () => {
    expect(holds("Gold", "LIKE", "gold")).toBe(false);
    expect(holds("gold", "LIKE", "GOLD")).toBe(false);
    expect(holds("ẞ", "LIKE", "ß")).toBe(false);
    expect(holds("İ", "LIKE", "_")).toBe(true);
  });

  test("values that are no strings have text in lower case, too", () => {
    expect(holds(true, "ILIKE", "TRUE")).toBe(true);
    expect(holds(1e21, "ILIKE", "1E+21")).toBe(true);
    expect(holds(new Date(0), "ILIKE", "1970-01-01t00:00:00.000z")).toBe(true);
    expect(holds(5, "ILIKE", "5")).toBe(true);
  });
});
