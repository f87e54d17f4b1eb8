import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const program = fileURLToPath(new URL("count-back-in-zones.ts", import.meta.url));

test("counts back by the UTC calendar in every time zone, as @date-fns/utc does", () => {
  const { FC_SEED = "1", FC_FACTOR = "1" } = process.env;
  const numRuns = String(Math.round(2000 * Number(FC_FACTOR)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", program, FC_SEED, numRuns],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toEqual([
    "America/New_York 240 300",
    "Asia/Kolkata -330 -330",
    "Pacific/Apia -780 -780",
    "Europe/Lisbon -60 0",
  ]);
}, 60_000);
