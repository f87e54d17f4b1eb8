import { describe, expect, test } from "@jest/globals";
import { condition, type Raw } from "../../../support/build.js";
import { message, type Row, row } from "../../support/rows.js";
import { among, BUSY, CROWDS, type Crowd } from "./crowd.js";
import type { MakeRouter } from "./strategies.js";

/** Conditions, and the payloads that they pass for, by their names in the table. */
export interface Example {
  readonly name: string;
  /** The children of one `AND` group. */
  readonly children: readonly Raw[];
  /** In the place of conditions. */
  readonly rules?: Raw;
  readonly passesFor: readonly string[];
}

/** What passes for what. */
export interface Table {
  /** The type of the group that the examples' children stand in. */
  readonly type?: string;
  /** What contexts hold beside the payload. */
  readonly context?: Raw;
  readonly payloads: Readonly<Record<string, unknown>>;
  readonly examples: readonly Example[];
}

/** One condition on `payload.a`. */
export function single(operator: string, value: unknown, passesFor: readonly string[]): Example {
  const children = [condition(operator, value)];
  return { name: `${operator} ${JSON.stringify(value)}`, children, passesFor };
}

/** Conditions under a name of their own. */
export function named(
  name: string,
  children: readonly Raw[],
  passesFor: readonly string[],
): Example {
  return { name, children, passesFor };
}

/** Rules, under the name that they are written by. */
export function written(rules: Raw, passesFor: readonly string[]): Example {
  return { name: JSON.stringify(rules), children: [], rules, passesFor };
}

/** Payloads that differ in the field `a`. */
export function valuesOfA(values: Readonly<Record<string, unknown>>): Table["payloads"] {
  return Object.fromEntries(Object.entries(values).map(([name, a]) => [name, { a }]));
}

/** The examples of a table as integrations, among a crowd. */
function listOf({ type = "GROUP", examples }: Table, crowd: Crowd): Row[] {
  const rows = examples.map(({ name, children, rules }) =>
    row(name, rules === undefined ? { conditions: crowd.around(children, type) } : { rules }),
  );
  return among(rows, crowd.rows(type));
}

/** Holds a table against one kind of router, among every crowd. */
export function testTable(make: MakeRouter, title: string, table: Table): void {
  const examples = new Set(table.examples.map(({ name }) => name));
  const unknown = table.examples
    .flatMap(({ passesFor }) => passesFor)
    .filter((payload) => !Object.hasOwn(table.payloads, payload));
  if (unknown.length > 0 || examples.size < table.examples.length) {
    throw new Error(`a table with names that are unknown (${unknown.join(", ")}) or stand twice`);
  }
  describe(title, () => {
    test.each(CROWDS.map((crowd) => [crowd.name, crowd] as const))("among %s", (_, crowd) => {
      const router = make(listOf(table, crowd));
      const found: Record<string, string[]> = {};
      const expected: Record<string, string[]> = {};
      for (const [payload, data] of Object.entries(table.payloads)) {
        const context = message({ ...BUSY, ...table.context, payload: data });
        const ranked = router.rank(context);
        expect(router.select(context)).toBe(ranked[0]);
        found[payload] = ranked.map(({ name }) => name).filter((name) => examples.has(name));
        expected[payload] = table.examples
          .filter(({ passesFor }) => passesFor.includes(payload))
          .map(({ name }) => name);
      }
      expect(found).toEqual(expected);
    });
  });
}
