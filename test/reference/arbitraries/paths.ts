import fc from "fast-check";
import { EXTRA_SOURCE } from "./contexts.js";
import type { Family } from "./pool.js";

/** Sources that a rule set may name, the two that contexts always have most of all. */
export const sourceName: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant("subscriber") },
  { weight: 4, arbitrary: fc.constant("payload") },
  { weight: 1, arbitrary: fc.constantFrom("tenant", EXTRA_SOURCE) },
  { weight: 1, arbitrary: fc.constantFrom("context", "workflow", "actor") },
);

const FAMILY_PATHS: Readonly<Record<Family, readonly string[]>> = {
  number: ["n", '["n"]', "data.amount", "numbers", "numbers[0]", "items.length", "range.0"],
  date: ["d", '["a b"].c', "dates", "dates[0]", "range[1]", "a b.c"],
  boolean: ["b", "flags", "flags.0", '["\\u0062"]'],
  text: ["t", 'data["a.b"]', "tags", "tags[1]", "items[0].sku", "items.0.sku", 'items["1"].sku'],
};

/** Paths that lead nowhere, or somewhere only where the source has odd properties of its own. */
const oddPath: fc.Arbitrary<string> = fc.constantFrom(
  "missing",
  "missing.deep[0]",
  "__proto__",
  "__proto__.n",
  "constructor",
  "constructor.name",
  "toString",
  '[""]',
  "length",
  "00",
  "tags.00",
  "tags.length",
  "tags.-1",
  "tags.map",
  "t.length",
  "t[0]",
  "d.getTime",
  "data.a.b",
  " n",
  "[0].n",
  "[1]",
  "items",
  "data",
);

const paths: Readonly<Record<Family, fc.Arbitrary<string>>> = {
  number: fc.constantFrom(...FAMILY_PATHS.number),
  date: fc.constantFrom(...FAMILY_PATHS.date),
  boolean: fc.constantFrom(...FAMILY_PATHS.boolean),
  text: fc.constantFrom(...FAMILY_PATHS.text),
};

/** Paths that mostly lead to a value of the family. */
export function pathTo(family: Family): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 16, arbitrary: paths[family] },
    { weight: 2, arbitrary: fc.oneof(...Object.values(paths)) },
    { weight: 1, arbitrary: oddPath },
  );
}

/** Paths that mostly lead to a list of the family's values. */
export function pathToList(family: Family): fc.Arbitrary<string> {
  const lists: Readonly<Record<Family, string>> = {
    number: "numbers",
    date: "dates",
    boolean: "flags",
    text: "tags",
  };
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(lists[family]) },
    { weight: 1, arbitrary: pathTo(family) },
  );
}

const space: fc.Arbitrary<string> = fc.constantFrom("", "", " ", "\t ", "\n");

/** The text of a reference to one of the paths, with white space where it is allowed. */
export function referenceTo(path: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(sourceName, path, space, space).map(([name, to, before, after]) => {
    const dot = to.startsWith("[") ? "" : ".";
    return `${before}{{${after}${name}${dot}${to}${before}}}${after}`;
  });
}

/** What is no path. */
export const brokenPath: fc.Arbitrary<string> = fc.constantFrom(
  "",
  ".",
  "a.",
  ".a",
  "a..b",
  "a.[0]",
  "a[0]b",
  "[-1]",
  "[01]",
  "[1.0]",
  "a[",
  "a]",
  "[]",
  "['a']",
  '["a]',
  '["\\x"]',
  '["\n"]',
  '[ "a"]',
  '["a"]b',
);
