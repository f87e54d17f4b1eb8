import { describe, expect, test } from "@jest/globals";
import { painter, wantsColor } from "../../../cli/output/paint.js";

const terminal = { isTTY: true, hasColors: () => true };
const pipe = {};
const FORCED_AND_NOT = { FORCE_COLOR: "1", NO_COLOR: "1" };

describe("colour", () => {
  test.each([
    ["on a terminal", terminal, {}, true],
    ["on a terminal without colours", { isTTY: true, hasColors: () => false }, {}, false],
    ["in a pipe", pipe, {}, false],
    ["on a terminal with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
    ["on a terminal with an empty NO_COLOR", terminal, { NO_COLOR: "" }, true],
    ["in a pipe with FORCE_COLOR", pipe, { FORCE_COLOR: "1" }, true],
    ["on a terminal with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
    ["on a terminal with FORCE_COLOR=false", terminal, { FORCE_COLOR: "false" }, false],
    ["in a pipe with an empty FORCE_COLOR", pipe, { FORCE_COLOR: "" }, false],
    ["on a terminal with an empty FORCE_COLOR", terminal, { FORCE_COLOR: "" }, true],
    ["on a terminal with FORCE_COLOR and NO_COLOR", terminal, FORCED_AND_NOT, false],
    ["in a pipe with FORCE_COLOR and NO_COLOR", pipe, FORCED_AND_NOT, false],
    [
      "in a pipe with FORCE_COLOR=0 and an empty NO_COLOR",
      pipe,
      { FORCE_COLOR: "0", NO_COLOR: "" },
      false,
    ],
    [
      "in a pipe with FORCE_COLOR and an empty NO_COLOR",
      pipe,
      { FORCE_COLOR: "1", NO_COLOR: "" },
      true,
    ],
  ])("%s", (_case, stream, env, expected) => {
    expect(wantsColor(stream, env)).toBe(expected);
  });

  test("is put round the text, or left out", () => {
    expect(painter(true)("green", "sent")).toBe("\u001b[32msent\u001b[39m");
    expect(painter(false)("green", "sent")).toBe("sent");
  });
});
