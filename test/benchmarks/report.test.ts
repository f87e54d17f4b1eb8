import { describe, expect, test } from "@jest/globals";
import { groupBy, median } from "../../benchmarks/harness/statistics.js";
import { formatBytes, formatTime } from "../../benchmarks/report/format.js";
import { findMusts } from "../../benchmarks/report/musts.js";
import { toMarkdown, toText } from "../../benchmarks/report/table.js";
import type { SizeTimes } from "../../benchmarks/suites/select.js";
import type { WorkloadName } from "../../benchmarks/workloads/index.js";

describe("figures", () => {
  test("have a median", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  test("are grouped in order", () => {
    expect([...groupBy([1, 2, 3], (n) => n % 2)]).toEqual([
      [1, [1, 3]],
      [0, [2]],
    ]);
  });

  test("are told in the unit that suits them", () => {
    expect([12.34, 999.9, 1234, 5.6e6, 2e9].map(formatTime)).toEqual([
      "12.3 ns",
      "1.00 µs",
      "1.23 µs",
      "5.60 ms",
      "2.00 s",
    ]);
    expect([512, 2048].map(formatBytes)).toEqual(["512 B", "2.00 KiB"]);
  });
});

test("a table is drawn for a terminal and as Markdown", () => {
  const columns = [
    { title: "name", align: "left" },
    { title: "time", align: "right" },
  ] as const;
  const table = { title: "T", columns, rows: [["a|b", "1 ns"]] };
  expect(toText(table)).toBe("T\n\nname  time\n────  ────\na|b   1 ns\n");
  expect(toMarkdown(table)).toBe("| name | time |\n| --- | ---: |\n| a\\|b | 1 ns |");
});

describe("what must hold", () => {
  const size = (changed: Partial<SizeTimes>): SizeTimes => ({
    size: 100_000,
    hits: 1,
    messages: 512,
    scanned: 512,
    indexed: 500,
    scan: 1000,
    ratio: 0.5,
    growth: 3,
    ...changed,
  });
  const verdicts = (name: WorkloadName, changed: Partial<SizeTimes>): boolean[] =>
    findMusts({ select: { workloads: [{ name, about: "", sizes: [size(changed)] }] } }).map(
      ({ passed }) => passed,
    );

  test("growth is held to four times, or the larger figure to a microsecond", () => {
    expect(verdicts("windows", { growth: 4, indexed: 5000 })).toEqual([true]);
    expect(verdicts("windows", { growth: 4.1, indexed: 5000 })).toEqual([false]);
    expect(verdicts("windows", { growth: 40, indexed: 999 })).toEqual([true]);
  });

  test("the index is held to the scan", () => {
    expect(verdicts("overlapping", { ratio: 1 })).toEqual([true]);
    expect(verdicts("overlapping", { ratio: 1.1 })).toEqual([false]);
    expect(verdicts("opaque", { ratio: 1.15 })).toEqual([true]);
    expect(verdicts("opaque", { ratio: 1.16 })).toEqual([false]);
    expect(verdicts("tenants", { ratio: 1 / 500 })).toEqual([true, true]);
    expect(verdicts("tenants", { ratio: 1 / 499 })).toEqual([true, false]);
  });

  test("a figure that is missing is not met", () => {
    const rule = { name: "conjunction", about: "", passing: 1, contenders: [], leftOut: [] };
    const musts = findMusts({ predicate: { rules: [rule] } });
    expect(musts.map(({ passed }) => passed)).toEqual([false, false, false]);
  });

  test("a suite that was not run is not judged", () => {
    expect(findMusts({})).toEqual([]);
  });
});
