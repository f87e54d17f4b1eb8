import { expect, test } from "@jest/globals";
import { group, type Raw } from "../../../support/build.js";
import { message, type Row, row } from "../../support/rows.js";
import type { MakeRouter } from "../support/strategies.js";

const COUNT = 80;

/** Paths that are another's beginning, or another's in other words, and what they lead to. */
const FIELDS: readonly (readonly [on: string, field: string, value: string])[] = [
  ["payload", "data.a", "1"],
  ["payload", "data.b", "2"],
  ["payload", '["data"]["a"]', "1"],
  ["payload", "data.a.deep", "nothing"],
  ["payload", "list[0]", "3"],
  ["payload", "list.0", "3"],
  ["payload", "list.1", "4"],
  ["payload", "list", "4"],
  ["payload", "list.00", "nothing"],
  ["payload", '["data.a"]', "5"],
  ["payload", "a", "6"],
  ["subscriber", "a", "7"],
  ["subscriber", "data.a", "8"],
  ["tenant", "a", "nothing"],
];

const context = message({
  payload: {
    data: { a: "value-1", b: "value-2" },
    list: ["value-3", "value-4"],
    "data.a": "value-5",
    a: "value-6",
  },
  subscriber: { a: "value-7", data: { a: "value-8" } },
});

/** Fields that share a part of their path, each looked up on its own. */
export function paths(make: MakeRouter): void {
  test.each([
    ["exact values", (value: string) => ({ operator: "EQUAL", value })],
    ["beginnings", (value: string) => ({ operator: "LIKE", value: `${value}%` })],
    ["ends", (value: string) => ({ operator: "LIKE", value: `%${value}` })],
    ["intervals", (value: string) => ({ operator: "BETWEEN", value: [value, value] })],
  ] as const)("paths, by %s", (_, requires: (value: string) => Raw) => {
    const list: Row[] = FIELDS.flatMap(([on, field, value]) =>
      Array.from({ length: COUNT }, (_value, place) =>
        // The only one whose value the context has; the others are there to be passed over.
        row(`${on} ${field} ${place}`, {
          conditions: [
            group([{ on, field, ...requires(place === 0 ? `value-${value}` : `other-${place}`) }]),
          ],
        }),
      ),
    );
    const found = make(list)
      .rank(context)
      .map(({ name }) => name);
    expect(found).toEqual(
      FIELDS.filter(([, , value]) => value !== "nothing").map(([on, field]) => `${on} ${field} 0`),
    );
  });
}
