import { expect, test } from "@jest/globals";
import { ProgressLine } from "../../../cli/output/progress.js";

type Step = readonly [ms: number, done: number];

/** What is written while so many contexts are done at so many milliseconds, of ten bytes each. */
function written(
  steps: readonly Step[],
  { isTTY = true, size = 20_000 }: { isTTY?: boolean; size?: number } = {},
): string {
  let text = "";
  let [now, read] = [0, 0];
  const write = (part: string): void => {
    text += part;
  };
  const line = new ProgressLine({ isTTY, write }, { size, bytesRead: () => read }, () => now);
  for (const [ms, done] of steps) {
    now = ms;
    read = done * 10;
    line.update(done);
  }
  line.end();
  return text;
}

const clear = "\r\u001b[K";

test("is not shown of what is soon done", () => {
  expect(
    written([
      [10, 1],
      [999, 2_000],
    ]),
  ).toBe("");
});

test("is one line that rewrites itself, now and then, and goes away", () => {
  const steps: Step[] = [
    [500, 10],
    [1_000, 1_000],
    [1_100, 1_200],
    [1_200, 1_500],
  ];
  expect(written(steps)).toBe(`${clear}1,000 contexts, 50%${clear}1,500 contexts, 75%${clear}`);
});

test("names no share of what has no known size", () => {
  expect(written([[2_000, 7]], { size: 0 })).toBe(`${clear}7 contexts${clear}`);
});

test("is for terminals", () => {
  expect(written([[2_000, 7]], { isTTY: false })).toBe("");
});
