import { describe, expect, test } from "@jest/globals";
import { createRouter } from "integration-router";
import { condition, group } from "../../support/build.js";
import { type Counted, counted } from "../support/counted.js";
import { INVALID, message, type Row, row } from "../support/rows.js";
import { BOTH } from "./support/both.js";

// What a change costs: the conditions of the records that stay are never looked at again.

interface Watched {
  readonly record: Row;
  readonly counter: Counted;
}

function watched(name: string, conditions: readonly object[]): Watched {
  const counter = counted(conditions);
  return { record: row(name, { conditions: counter.conditions }), counter };
}

function isX(place: number): readonly object[] {
  if (place % 11 === 0) return INVALID;
  return place % 5 === 0 ? [] : [group([condition("EQUAL", `v${place % 20}`)])];
}

describe.each(BOTH)("%s", (_, options) => {
  test("conditions of records that stay are never read again", () => {
    const all = Array.from({ length: 130 }, (_, place) => watched(`row-${place}`, isX(place)));
    let router = createRouter(
      all.map(({ record }) => record),
      options,
    );
    const readsOf = (some: readonly Watched[]): number[] =>
      some.map(({ counter }) => counter.reads());
    const before = readsOf(all);
    for (const reads of before) expect(reads).toBeGreaterThan(0);
    const added: Watched[] = [];
    for (let turn = 0; turn < 100; turn++) {
      const replaced = watched(`row-${turn}`, isX(turn + 1));
      const fresh = watched(`new-${turn}`, isX(turn));
      const earlier = readsOf(added);
      router = router.with({
        upsert: [replaced.record, fresh.record],
        remove: turn < 20 ? [`id-row-${100 + turn}`] : [],
      });
      expect(readsOf(added)).toEqual(earlier);
      added.push(replaced, fresh);
      const context = message({ payload: { a: `v${turn % 20}` } });
      router.select(context);
      router.resolve(context, { onInvalid: "block" });
      router.rank(context);
      if (turn % 20 === 0) router.explain(context);
      if (turn % 20 === 10) expect(router.issues.length).toBeGreaterThan(0);
    }
    const reads = readsOf(added);
    for (const each of reads) expect(each).toBeGreaterThan(0);
    router.with({ upsert: [row("last")] }).rank(message());
    expect(readsOf(all)).toEqual(before);
    expect(readsOf(added)).toEqual(reads);
    expect(router.size).toBe(130 + 100 - 20);
  });
});
