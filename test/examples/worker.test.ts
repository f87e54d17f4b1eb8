import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { runExample } from "./run-example.js";

describe("the worker pool", () => {
  test("routes exactly what was sent, and splits it over the integrations", async () => {
    const output = await runExample("worker.ts", { args: ["4321"] });
    expect(output).toContain("✓ 4,321 sent, 4,321 routed");
    expect(output).toContain("messages a second");
    const counts = [...output.matchAll(/^ {2}\S+ +([\d,]+) +[\d.]+% {2}█+$/gm)].map(
      ([, count = ""]) => Number(count.replaceAll(",", "")),
    );
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4321);
  });

  test("prints plain lines where there is no terminal", async () => {
    const output = await runExample("worker.ts", { args: ["4000"] });
    expect(output).not.toContain("\r");
    expect(stripVTControlCharacters(output)).toBe(output);
    expect(output).toContain("2,000 of 4,000 routed\n");
    expect(output).toContain("4,000 of 4,000 routed\n");
  });

  test("refuses a number of messages that is none", async () => {
    await expect(runExample("worker.ts", { args: ["many"] })).rejects.toThrow(
      /found "many"; expected a whole number above 0/,
    );
  });
});
