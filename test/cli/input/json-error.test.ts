import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findJsonError } from "../../../cli/input/json-error.js";
import { holdsFor } from "../../laws/law.js";

describe("the place where text stops being JSON", () => {
  test.each([
    ["", 0, "found the end; expected a value"],
    [" \n", 2, "found the end; expected a value"],
    ["nul", 0, 'found "n"; expected a value'],
    ["'a'", 0, 'found "\'"; expected a value'],
    ["01", 1, 'found "1"; expected nothing more'],
    ["1.", 1, 'found "."; expected nothing more'],
    ["[1 2]", 3, 'found "2"; expected "," or "]"'],
    ["[,]", 1, 'found ","; expected a value or "]"'],
    ["[1,]", 3, 'found "]"; expected a value'],
    ["[1}", 2, 'found "}"; expected "," or "]"'],
    ["{,}", 1, 'found ","; expected a key in quotation marks or "}"'],
    ["{a: 1}", 1, 'found "a"; expected a key in quotation marks or "}"'],
    ['{"a" 1}', 5, 'found "1"; expected ":"'],
    ['{"a": }', 6, 'found "}"; expected a value'],
    ['{"a": 1 "b"}', 8, 'found "\\""; expected "," or "}"'],
    ['{"a": 1,}', 8, 'found "}"; expected a key in quotation marks'],
    ['"a', 2, "found the end; expected a closing quotation mark"],
    ['"a\nb"', 2, 'found "\\n"; expected a closing quotation mark'],
    ['"\\x"', 1, 'found "\\\\"; expected an escape that JSON has'],
    ['"\\u12g4"', 1, 'found "\\\\"; expected an escape that JSON has'],
    ['{"a": [{"b": [1, 2}]}', 18, 'found "}"; expected "," or "]"'],
  ])("%j", (text, offset, message) => {
    expect(findJsonError(text)).toMatchObject({ offset, message });
  });

  test("is nowhere in JSON", () => {
    holdsFor(
      100,
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), undefined, space);
        expect(findJsonError(` ${text}\r\n`)).toBeUndefined();
      }),
    );
  });

  test("is somewhere exactly where JSON.parse finds fault", () => {
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const changed = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "]", "}", '"', "\\", "0", ".", "e", " ", "\n", "[", ":"),
      )
      .map(([json, place, text]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + text + json.slice(at + 1);
      });
    holdsFor(
      2_000,
      fc.property(changed, (text) => {
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      }),
    );
  });

  test("is found however deep the text nests", () => {
    expect(findJsonError("[".repeat(1_000_000))).toMatchObject({ offset: 1_000_000 });
  });
});
