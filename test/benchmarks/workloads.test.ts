import { describe, expect, test } from "@jest/globals";
import { createRouter, parseConditions } from "integration-router";
import { codegen } from "integration-router/codegen";
import { WORKLOAD_NAMES, WORKLOADS } from "../../benchmarks/workloads/index.js";
import { Random } from "../../benchmarks/workloads/random.js";
import { expectedRow } from "../../benchmarks/workloads/workload.js";

describe.each(WORKLOAD_NAMES)("the workload %s", (name) => {
  const workload = WORKLOADS[name];
  const list = workload.generate(200, 60);

  test("is the same each time it is made", () => {
    const again = workload.generate(200, 60);
    expect(JSON.stringify(again.rows)).toBe(JSON.stringify(list.rows));
    expect(again.messages).toEqual(list.messages);
  });

  test("holds as many targets as asked for, and a default", () => {
    expect(list.targets).toHaveLength(200);
    expect(list.rows).toHaveLength(201);
    expect(list.rows).toContain(list.fallback);
    for (const { row } of list.targets) expect(parseConditions(row.conditions).issues).toEqual([]);
  });

  test("is decided by this package as by the code written for it", () => {
    const routers = [{}, { index: false }, { codegen }].map((options) =>
      createRouter(list.rows, options),
    );
    for (const message of list.messages) {
      const expected = expectedRow(list, message)._id;
      for (const router of routers) expect(router.select(message)?._id).toBe(expected);
    }
  });

  test("has messages that a target matches", () => {
    const matched = list.messages.filter((each) => expectedRow(list, each) !== list.fallback);
    expect(matched.length).toBeGreaterThan(0);
  });
});

test("about 140 of 10,000 in the mix match a message", () => {
  const { targets, messages } = WORKLOADS.mix.generate(10_000, 40);
  const matches = messages.map((each) => targets.filter(({ byHand }) => byHand(each)).length);
  const average = matches.reduce((sum, count) => sum + count, 0) / matches.length;
  expect(average).toBeGreaterThan(100);
  expect(average).toBeLessThan(180);
});

describe("the generator", () => {
  const draw = (seed: string): number[] => {
    const random = new Random(seed);
    return Array.from({ length: 100 }, () => random.integer(1, 6));
  };

  test("gives the same numbers for a seed, and others for another", () => {
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  test("keeps to its bounds and reaches them", () => {
    expect([...new Set(draw("bounds"))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("samples each item at most once", () => {
    const sample = new Random("sample").sample(["a", "b", "c", "d"], 3);
    expect(new Set(sample).size).toBe(3);
  });
});
