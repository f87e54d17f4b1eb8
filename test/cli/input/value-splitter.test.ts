import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Position, positionAt } from "../../../cli/input/position.js";
import { ValueSplitter } from "../../../cli/input/value-splitter.js";
import { holdsFor } from "../../laws/law.js";

/** The values of a text that comes in pieces, and the places where they begin in it. */
function split(pieces: readonly string[]): { values: unknown[]; places: Position[] } {
  const splitter = new ValueSplitter(1_000_000, ({ line, column }, message) => {
    return new Error(`${line}:${column}: ${message}`);
  });
  const found = [...pieces.flatMap((piece) => [...splitter.push(piece)]), ...splitter.end()];
  return {
    values: found.map(({ text }) => JSON.parse(text)),
    places: found.map(({ text, start }) => positionAt(text, text.search(/\S/), start)),
  };
}

/** A text cut at random places. */
function piecesOf(text: string): fc.Arbitrary<string[]> {
  return fc.array(fc.nat(text.length), { maxLength: 8 }).map((cuts) => {
    const ends = [...cuts.sort((a, b) => a - b), text.length];
    return ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
  });
}

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
const space = fc.constantFrom(undefined, 2);
const gap = fc.constantFrom("", " ", "\n", "\r\n\t");

describe("splitting text that is cut anywhere", () => {
  test("gives the elements of a list", () => {
    const texts = fc.tuple(fc.array(object), space, gap).chain(([values, indent, around]) => {
      const items = values.map(
        (value) => around + JSON.stringify(value, undefined, indent) + around,
      );
      const text = `${around}[${items.join(",")}${around}]${around}`;
      return piecesOf(text).map((pieces) => ({ values, pieces }));
    });
    holdsFor(
      100,
      fc.property(texts, ({ values, pieces }) => {
        expect(split(pieces).values).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  test("gives values that end with a line", () => {
    const texts = fc.tuple(fc.array(object), space, gap).chain(([values, indent, around]) => {
      const lines = values.map((value) => `${around}${JSON.stringify(value, undefined, indent)}\n`);
      return piecesOf(lines.join("")).map((pieces) => ({ values, pieces }));
    });
    holdsFor(
      100,
      fc.property(texts, ({ values, pieces }) => {
        expect(split(pieces).values).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  test("knows the places, whatever the cuts", () => {
    const text = '\n [ {"a":\n  1}, {},\n\n   {"b": "]"} ]\n';
    const places = [
      { line: 2, column: 4 },
      { line: 3, column: 7 },
      { line: 5, column: 4 },
    ];
    holdsFor(
      100,
      fc.property(piecesOf(text), (pieces) => {
        expect(split(pieces).places).toEqual(places);
      }),
    );
  });
});

describe("what is between the values", () => {
  test.each([
    ["[", '1:2: found the end; expected a value or "]"'],
    ["[{},\n", "2:1: found the end; expected a value"],
    ["[{}", '1:4: found the end; expected "," or "]"'],
    ["[,{}]", '1:2: found ","; expected a value'],
    ["[{},\n,{}]", '2:1: found ","; expected a value'],
    ["[{}, ]", '1:6: found "]"; expected a value'],
    ["[]\n\n x", '3:2: found "x"; expected nothing more'],
    ["[] []", '1:4: found "["; expected nothing more'],
  ])("%j", (text, message) => {
    holdsFor(
      100,
      fc.property(piecesOf(text), (pieces) => {
        expect(() => split(pieces)).toThrow(message);
      }),
    );
  });

  test("is only looked at as far as it is told from the values", () => {
    const complain = (): Error => new Error();
    const texts = (text: string): string[] =>
      [...new ValueSplitter(100, complain).push(text)].map((value) => value.text);
    // None of these is JSON, and each ends where it can no longer be.
    expect(texts('{"a": "b}\n{"c": 1}\n')).toEqual(['{"a": "b}', '{"c": 1}']);
    expect(texts("{}}\n{}\n")).toEqual(["{}}", "{}"]);
    expect(texts("[{} {}, 1]")).toEqual(["{} {}", " 1"]);
  });

  test("has an end to its length", () => {
    const splitter = new ValueSplitter(10, ({ line, column }, message) => {
      return new Error(`${line}:${column}: ${message}`);
    });
    const read = (): unknown =>
      ["{}\n", "[12345", "67890"].map((piece) => [...splitter.push(piece)]);
    expect(read).toThrow("2:1: found a value of more than 10 characters");
  });
});
