import { describe, expect, test } from "@jest/globals";
import { explainSelection, formatExplanation, type IntegrationLike } from "integration-router";
import { group, type Raw } from "../support/build.js";
import { message } from "./support/rows.js";

// Whoever names an integration or fills in a subscriber's name must not be able to move a support
// engineer's cursor, forge a line or turn the text round.

const UNSAFE: readonly (readonly [name: string, character: string])[] = [
  ["NUL", "\u0000"],
  ["bell", "\u0007"],
  ["backspace", "\u0008"],
  ["tab", "\t"],
  ["line feed", "\n"],
  ["carriage return", "\r"],
  ["escape", "\u001b"],
  ["delete", "\u007f"],
  ["next line", "\u0085"],
  ["control sequence introducer", "\u009b"],
  ["left-to-right mark", "\u200e"],
  ["right-to-left mark", "\u200f"],
  ["line separator", "\u2028"],
  ["paragraph separator", "\u2029"],
  ["left-to-right embedding", "\u202a"],
  ["right-to-left embedding", "\u202b"],
  ["pop directional formatting", "\u202c"],
  ["left-to-right override", "\u202d"],
  ["right-to-left override", "\u202e"],
  ["left-to-right isolate", "\u2066"],
  ["right-to-left isolate", "\u2067"],
  ["first strong isolate", "\u2068"],
  ["pop directional isolate", "\u2069"],
];

/** Anywhere that a text of the caller's can come from. */
const PLACES: readonly (readonly [
  place: string,
  print: (unsafe: string, color: boolean) => string,
])[] = [
  ["an identifier", (unsafe, color) => print({ identifier: unsafe }, color)],
  ["an id", (unsafe, color) => print({ identifier: undefined, _id: unsafe }, color)],
  ["a provider", (unsafe, color) => print({ providerId: unsafe }, color)],
  ["a channel", (unsafe, color) => print({ channel: unsafe }, color, { channel: unsafe })],
  ["one out of scope", (unsafe, color) => print({ identifier: unsafe, active: false }, color)],
  [
    "a value that was found",
    (unsafe, color) => print(failing({}), color, { payload: { a: unsafe } }),
  ],
  [
    "a list that was found",
    (unsafe, color) => print(failing({}), color, { payload: { a: ["x", unsafe] } }),
  ],
  ["a value that was expected", (unsafe, color) => print(failing({ value: unsafe }), color)],
  [
    "a list that was expected",
    (unsafe, color) => print(failing({ operator: "IN", value: ["never", unsafe] }), color),
  ],
  [
    "what a reference read",
    (unsafe, color) =>
      print(failing({ value: "{{payload.b}}" }), color, { payload: { b: unsafe } }),
  ],
  ["a reference", (unsafe, color) => print(failing({ value: `{{payload.b${unsafe}}}` }), color)],
  ["a field", (unsafe, color) => print(failing({ field: `a${unsafe}` }), color)],
  ["an issue about a field", (unsafe, color) => print(failing({ field: `a..${unsafe}` }), color)],
  ["an issue about an operator", (unsafe, color) => print(failing({ operator: unsafe }), color)],
  ["an issue about a source", (unsafe, color) => print(failing({ on: unsafe }), color)],
];

function failing(fields: Raw): Raw {
  return {
    conditions: [
      group([{ on: "payload", field: "a", operator: "EQUAL", value: "never", ...fields }]),
    ],
  };
}

function print(fields: Raw, color: boolean, context: Raw = {}): string {
  const only: IntegrationLike = {
    identifier: "only",
    providerId: "slack",
    channel: "chat",
    active: true,
    ...fields,
  };
  const explanation = explainSelection([only], message(context));
  return formatExplanation(explanation, { color });
}

const ESCAPE = "\u001b";
const COLORS = new RegExp(`${ESCAPE}\\[(?:1|2|22|31|32|33|39)m`, "g");

/** The text without its own line breaks and colours. */
function bare(text: string): string {
  return text.replaceAll(COLORS, "").replaceAll("\n", "");
}

describe.each(PLACES)("in %s", (_, printed) => {
  test.each(UNSAFE)("no %s", (_name, character) => {
    for (const color of [false, true]) {
      const safe = printed("before-after", color);
      const text = printed(`before${character}after`, color);
      expect(safe).toContain("before-after");
      expect(bare(text)).not.toContain(character);
      expect(text.split("\n").length).toBe(safe.split("\n").length);
      expect(text).toMatch(/before.+after/);
    }
  });

  test("a colour of its own is shown as text, not as colour", () => {
    for (const color of [false, true]) {
      const text = printed(`${ESCAPE}[31mred${ESCAPE}[0m`, color);
      expect(text).toContain("[31mred");
      expect(bare(text)).not.toContain(ESCAPE);
    }
  });

  test("what is only foreign stays as it is", () => {
    const word = "日本語-ünï-שלום-🚀";
    expect(printed(word, false)).toContain(word);
  });
});

test("a forged line cannot be told in an identifier", () => {
  const forged = "x (ses, email): selected\n└─ ✔ y";
  const lines = print({ identifier: forged }, false).split("\n");
  expect(lines.length).toBe(3);
  expect(lines.filter((line) => line.startsWith("└─")).length).toBe(1);
});
