import fc from "fast-check";
import { DATE_STEPS, NUMBER_STEPS } from "./pool.js";

/** Texts put together from the pieces. */
function madeOf(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces), { maxLength, size: "max" })
    .map((drawn) => drawn.join(""));
}

/** One of the texts with a character put in, taken out or replaced, once or twice. */
function scrambled(texts: readonly string[], characters: string): fc.Arbitrary<string> {
  const change = fc.record({
    place: fc.nat(30),
    removed: fc.nat(1),
    added: fc.constantFrom("", ...characters),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 2 }))
    .map(([text, changes]) =>
      changes.reduce((result, { place, removed, added }) => {
        const at = place % (result.length + 1);
        return result.slice(0, at) + added + result.slice(at + removed);
      }, text),
    );
}

function textsOf(steps: readonly (readonly unknown[])[]): string[] {
  return steps.flat().filter((form) => typeof form === "string");
}

/** What may or may not be a path. */
export const scrambledPath: fc.Arbitrary<string> = fc.oneof(
  madeOf(["a", "n", ".", ".", "[0]", "[", "]", "0", "1", '"', '["', '"]', "\\", "-", " "], 6),
  scrambled(["a.b", "a[0]", '["a b"].c', 'data["a.b"]', "items[10].sku"], '.[]"\\01 a'),
);

/** What may or may not be a reference, a list of them, or JSON. */
export const scrambledOperand: fc.Arbitrary<string> = fc.oneof(
  madeOf(["{{", "}}", "{", "subscriber", ".n", ".t", '["a b"]', ",", "[", "]", " ", '"', "a"], 7),
  scrambled(
    ["{{subscriber.n}}", "{{ payload.t }}, a", '{{payload["a,b"]}}', '["a", 1]', "a, b,"],
    '{}[]",. a\n',
  ),
);

/** What may or may not be of the date form, and a real date or not. */
export const scrambledDate: fc.Arbitrary<string> = scrambled(
  textsOf(DATE_STEPS),
  "0123456789-:TZ+. ",
);

/** What may or may not be a decimal literal. */
export const scrambledNumber: fc.Arbitrary<string> = fc.oneof(
  scrambled(textsOf(NUMBER_STEPS), "019.eE+-x_n \u00a0\ufeff"),
  madeOf(["1", "0", ".", "e", "E", "+", "-", " "], 5),
);

/** Texts and patterns over so few characters that they often match. */
export const crowdedText: fc.Arbitrary<string> = madeOf(
  ["a", "b", "A", "😀", "\ud83d", "\ude00", "%", "\\"],
  6,
);
export const crowdedPattern: fc.Arbitrary<string> = madeOf(
  ["a", "b", "%", "%", "_", "_", "\\", "\\%", "😀", "\ud83d", "\ude00"],
  6,
);
