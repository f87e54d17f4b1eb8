import fc from "fast-check";
import { pathTo, pathToList, referenceTo } from "./paths.js";
import {
  DATE_STEPS,
  type Family,
  IMPOSSIBLE_DATES,
  type Literal,
  NUMBER_STEPS,
  PLAIN_TEXTS,
} from "./pool.js";
import { anyLiteral, literal, pattern, possibleLiteral } from "./values.js";

/** The domain that a group's type asks of literals; an inferred one takes any. */
export type Demand = Family | "inferred";

function literalOf(demand: Demand, near: Family, isOrder: boolean): fc.Arbitrary<Literal> {
  if (demand === "number" || demand === "date" || demand === "boolean") return literal[demand];
  const other = demand === "inferred" && isOrder ? possibleLiteral : anyLiteral;
  return fc.oneof({ weight: 4, arbitrary: literal[near] }, { weight: 1, arbitrary: other });
}

/** A scalar operand without mistakes. */
export function scalarOperand(
  demand: Demand,
  near: Family,
  isOrder: boolean,
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: literalOf(demand, near, isOrder) },
    { weight: 1, arbitrary: referenceTo(pathTo(near)) },
  );
}

/** The operand of a `LIKE` without mistakes. */
export const patternOperand: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: pattern },
  {
    weight: 3,
    arbitrary: fc.constantFrom("a%", "%b", "%", "_", "A_", "a%b", "%a%", "_%", "a_b", "1%"),
  },
  { weight: 1, arbitrary: fc.constantFrom<Literal>(10, true, "1_", "t%", "2024-02-__", "%:%") },
  { weight: 1, arbitrary: referenceTo(pathTo("text")) },
);

/** Whether the item is still that item, or its trimmed self, when it stands between commas. */
function standsBetweenCommas(item: Literal): boolean {
  const text = String(item).trim();
  if (/^\{\{.*\}\}$/s.test(text)) return true;
  return text !== "" && !text.includes(",") && !text.startsWith("[");
}

/** The ways of writing a list down: as it is, as JSON text, between commas, or one item alone. */
function written(items: readonly Literal[], demand: Demand): fc.Arbitrary<unknown> {
  const ways: unknown[] = [items, JSON.stringify(items), `\n ${JSON.stringify(items)} `];
  // A number between commas is text, and no date: only as a number is it epoch milliseconds.
  const hasEpoch = demand === "date" && items.some((item) => typeof item === "number");
  if (items.every(standsBetweenCommas) && !hasEpoch) {
    const between = items.join(",");
    ways.push(between, ` ${items.join(" ,, ")} , `, `,${between}`);
  }
  const [first] = items;
  if (items.length === 1 && typeof first !== "string") ways.push(first, first);
  return fc.constantFrom(...ways);
}

/** A list operand without mistakes. */
export function listOperand(demand: Demand, near: Family): fc.Arbitrary<unknown> {
  const item: fc.Arbitrary<Literal> = fc.oneof(
    { weight: 6, arbitrary: literalOf(demand, near, false) },
    { weight: 1, arbitrary: referenceTo(pathTo(near)) },
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(item, { minLength: 1, maxLength: 3 })
        .chain((items) => written(items, demand)),
    },
    { weight: 1, arbitrary: referenceTo(pathToList(near)) },
  );
}

/** Two literals, the first not above the second. */
function ascending(
  steps: readonly (readonly [Literal, ...Literal[]])[],
): fc.Arbitrary<readonly [Literal, Literal]> {
  const pairs = steps.flatMap((low, index) =>
    steps.slice(index).map((high) => [low, high] as const),
  );
  return fc
    .constantFrom(...pairs)
    .chain(([low, high]) => fc.tuple(fc.constantFrom(...low), fc.constantFrom(...high)));
}

const sortedTexts: readonly (readonly [Literal])[] = [...PLAIN_TEXTS, "10", "9", "2024-02-30"]
  .sort()
  .map((text): readonly [Literal] => [text]);

const plainText: fc.Arbitrary<Literal> = fc.constantFrom<Literal>(...PLAIN_TEXTS, true);

function literalBounds(demand: Demand, near: Family): fc.Arbitrary<readonly [Literal, Literal]> {
  const family = demand === "inferred" ? near : demand;
  switch (family) {
    case "number":
      return ascending(NUMBER_STEPS);
    case "date":
      return ascending(DATE_STEPS);
    case "text":
      return demand === "text" ? ascending(sortedTexts) : fc.tuple(plainText, plainText);
    case "boolean":
      return fc.tuple(
        plainText,
        possibleLiteral.filter((each) => typeof each !== "string"),
      );
  }
}

/** Two literals that are bounds without mistakes under an inferred type. */
export function boundsNear(near: Family): fc.Arbitrary<readonly [Literal, Literal]> {
  return literalBounds("inferred", near);
}

/** A range operand without mistakes; never asked for in the boolean domain, which has no order. */
export function rangeOperand(demand: Demand, near: Family): fc.Arbitrary<unknown> {
  const reference: fc.Arbitrary<Literal> = referenceTo(pathTo(near));
  const bounds = literalBounds(demand, near);
  return fc.oneof(
    { weight: 6, arbitrary: bounds.chain((both) => written(both, demand)) },
    {
      weight: 1,
      arbitrary: fc.tuple(bounds, reference).chain(([[low], to]) => written([low, to], demand)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(reference, bounds)
        .chain(([from, [, high]]) => written([from, high], demand)),
    },
    {
      weight: 2,
      arbitrary: referenceTo(fc.constantFrom("range", "numbers", "dates", "tags", "t")),
    },
  );
}

/** Text with braces that is no reference. */
const brokenReference: fc.Arbitrary<string> = fc.constantFrom(
  "{{",
  "}}",
  "{{}}",
  "{{subscriber}}",
  "{{subscriber.}}",
  "{{subscriber.n",
  "subscriber.n}}",
  "{{subscriber.n}}}",
  "{{{subscriber.n}}}",
  "{{stranger.n}}",
  "{{subscribers.n}}",
  "{{subscriber .n}}",
  "{{subscriber.[0]}}",
  '{{subscriber["}}"]}}',
  '{{subscriber["{"]}}',
  "{{subscriber.n}}{{subscriber.t}}",
  "a {{subscriber.n}}",
  "{{subscriber.n}} a",
  "{{n}}",
);

const brokenJson: fc.Arbitrary<string> = fc.constantFrom(
  "[",
  "[]",
  " [ ] ",
  "[a]",
  '["a",]',
  '["a"] b',
  "[null]",
  "[[1]]",
  '[{"a":1}]',
  "[1e999]",
  '["{{"]',
);

/** Any operand for any operator: right for some, wrong for others. */
export const anyOperand: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: anyLiteral },
  {
    weight: 4,
    arbitrary: fc
      .array(anyLiteral, { minLength: 1, maxLength: 3 })
      .chain((items) => written(items, "inferred")),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(anyLiteral, anyLiteral).chain((both) => written(both, "inferred")),
  },
  { weight: 2, arbitrary: referenceTo(pathTo("text")) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(referenceTo(pathTo("number")), anyLiteral)
      .chain((bounds) => written(bounds, "inferred")),
  },
  { weight: 1, arbitrary: brokenReference },
  { weight: 1, arbitrary: brokenReference.map((text) => ["a", text]) },
  { weight: 1, arbitrary: brokenReference.map((text) => `a, ${text}, b`) },
  { weight: 1, arbitrary: brokenJson },
  { weight: 1, arbitrary: fc.constantFrom(...IMPOSSIBLE_DATES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>("", " , ,", [], [[]], [null], [undefined], ["a", 10n]),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>("\\", "a\\", "a\\\\\\", "\\\\", "%\\") },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(undefined, null, {}, Number.NaN, 1 / 0, 10n, new Date(0)),
  },
);
