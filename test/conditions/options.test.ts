import { describe, expect, test } from "@jest/globals";
import { compileConditions, type ParseOptions, parseConditions } from "integration-router";

/** Options as they come from somebody without types. */
const loosely = (options: unknown): ParseOptions => options as ParseOptions;

describe("options that are none are the caller's mistake, and thrown", () => {
  test.each([["depth"], ["nodes"], ["items"], ["textLength"], ["patternLength"], ["pathSteps"]])(
    "limits.%s takes a positive whole number",
    (name) => {
      for (const limit of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null, {}]) {
        const options = loosely({ limits: { [name]: limit } });
        expect(() => parseConditions([], options)).toThrow(TypeError);
        expect(() => compileConditions([], options)).toThrow(name);
      }
      expect(parseConditions([], loosely({ limits: { [name]: 1 } })).issues).toEqual([]);
      expect(parseConditions([], loosely({ limits: { [name]: undefined } })).issues).toEqual([]);
    },
  );

  test("a limit that nobody knows", () => {
    expect(() => parseConditions([], loosely({ limits: { width: 5 } }))).toThrow(/width/);
  });

  test.each([["account"], [{}], [[""]], [[5]], [["account", null]], [5]])(
    "sources: %p",
    (sources) => {
      expect(() => parseConditions([], loosely({ sources }))).toThrow(TypeError);
    },
  );

  test("no options, empty options and absent ones are the same", () => {
    for (const options of [undefined, {}, { sources: undefined, limits: undefined }]) {
      expect(parseConditions([], loosely(options)).issues).toEqual([]);
    }
    expect(parseConditions([], { sources: [], limits: {} }).issues).toEqual([]);
  });
});
