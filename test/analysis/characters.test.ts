import { describe, expect, test } from "@jest/globals";
import { compileConditions } from "integration-router";
import { satisfiable } from "integration-router/analysis";
import { charactersLowering, LAST_CASED } from "../../src/analysis/automata/lower-case.js";

const LAST_CHARACTER = 0x10ffff;

function* characters(): Generator<string> {
  for (let code = 0; code <= LAST_CHARACTER; code++) yield String.fromCodePoint(code);
}

/** Those of which something is not so; expecting it of each would take minutes. */
function exceptions(isSo: (character: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (const character of characters()) if (!isSo(character)) found.push(character);
  return found;
}

describe("lower case, over every character there is", () => {
  test("nothing past the last cased character changes", () => {
    const changes = exceptions((text) => text.toLowerCase() === text);
    expect(changes.length).toBeGreaterThan(1000);
    for (const text of changes) expect(text.codePointAt(0)).toBeLessThanOrEqual(LAST_CASED);
  });

  test("the table holds whatever changes", () => {
    const table = charactersLowering();
    const unknown = exceptions((text) => {
      const lower = text.toLowerCase();
      return lower === text || (table.get(lower)?.includes(text) ?? false);
    });
    expect(unknown).toEqual([]);
  });

  test("only sigma depends on what stands around it", () => {
    const inText = (text: string) => `x${text.toLowerCase()}y x${text.toLowerCase()} `;
    const dependent = exceptions((text) => `x${text}y x${text} `.toLowerCase() === inText(text));
    expect(dependent).toEqual(["Σ"]);
  });
});

/** All of some conditions on one field, which is to be no list. */
function all(rows: readonly (readonly [operator: string, value: string])[]): readonly unknown[] {
  const children = rows.map(([operator, value]) => {
    return { on: "subscriber", field: "x", operator, value };
  });
  const length = { on: "subscriber", field: "x.length", operator: "IS_DEFINED" };
  const isNoList = { value: "AND", isNegated: true, children: [length] };
  return [{ value: "AND", children: [...children, isNoList] }];
}

function holds(conditions: readonly unknown[], x: string): boolean {
  return compileConditions(conditions)({ subscriber: { x } });
}

describe("texts in the order of their units", () => {
  test("a character does for those with its first half, where the first of these is named", () => {
    const conditions = all([
      ["LARGER", "\u{1f100}"],
      ["SMALLER", "\u{1f900}"],
      ["NOT_LIKE", "\u{1f400}%"],
      ["LIKE", "a%"],
    ]);
    expect(satisfiable(conditions).verdict).toBe("refuted");
  });

  test.each(["\ud83d", "\ud83d\ud83d", "\ud83dx"])(
    "what only the half %j passes is not refuted",
    (half) => {
      const conditions = all([
        ["LARGER", "\u{1f3fe}"],
        ["SMALLER", "\u{1f401}"],
        ...["\u{1f3fe}%", "\u{1f3ff}%", "\u{1f400}%"].map(
          (pattern) => ["NOT_LIKE", pattern] as const,
        ),
      ]);
      expect(holds(conditions, half)).toBe(true);
      expect(satisfiable(conditions).verdict).not.toBe("refuted");
    },
  );

  test.each([
    ["\udc00", "\u{10ffff}", "\ue000"],
    ["\udfff", "\u{10ffff}", "\ue000"],
    ["\ud83c\ue000", "\u{1f3ff}", "\u{1f400}"],
  ])("what only the half %j passes, past the last pair, is not refuted", (half, low, high) => {
    const conditions = all([
      ["LARGER", low],
      ["SMALLER", high],
      ["NOT_LIKE", `${low}%`],
    ]);
    expect(holds(conditions, half)).toBe(true);
    expect(satisfiable(conditions).verdict).not.toBe("refuted");
  });

  test("halves do not keep from proofs where they are like other characters", () => {
    const conditions = all([
      ["LARGER", "\u{1f40d}"],
      ["SMALLER", "\u{1f40d}"],
    ]);
    expect(satisfiable(conditions).verdict).toBe("refuted");
  });
});
