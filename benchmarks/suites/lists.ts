import { coveringContexts, diffRouting, lintIntegrations } from "integration-router/analysis";
import { timeWhole } from "../harness/measure.js";
import { median } from "../harness/statistics.js";
import type { Suite } from "../harness/suite.js";
import { mix } from "../workloads/mix.js";
import type { Row } from "../workloads/workload.js";

type Task = "lint" | "diff" | "cover";

interface Input {
  readonly task: Task;
  readonly size: number;
}

interface Output {
  readonly milliseconds: number;
  readonly found: number;
  readonly undecided: number;
}

export interface ListsResult {
  readonly tasks: readonly ListTask[];
}

/** What one analysis of one list took. */
export interface ListTask extends Input, Output {}

/** How many of a list's records are changed, each on its own. */
const CHANGES = 10;

/** The analyses of whole lists: all of them work on records of the mix. */
export const lists: Suite<Input, Output, ListsResult> = {
  about: "lint, diff and covering contexts of whole lists",
  plan: ({ listSizes }) =>
    listSizes.flatMap((size): Input[] => [
      { task: "lint", size },
      { task: "diff", size },
      { task: "cover", size },
    ]),
  label: ({ task, size }) => `${task} ${size}`,
  job({ task, size }, { messages }) {
    const { rows } = mix.generate(size - 1, messages);
    return TASKS[task](rows);
  },
  summarize: (done) => ({ tasks: done.map(({ input, output }) => ({ ...input, ...output })) }),
};

const TASKS: { readonly [T in Task]: (rows: readonly Row[]) => Output } = {
  lint(rows) {
    const { diagnostics, undecided } = lintIntegrations(rows);
    const milliseconds = timeWhole(() => lintIntegrations(rows), 3);
    return { milliseconds, found: diagnostics.length, undecided: undecided.length };
  },
  /** One record after the other gets the conditions of the next: the slowest counts. */
  diff(rows) {
    const changes = Array.from({ length: CHANGES }, (_, change) => {
      const at = Math.floor((change * (rows.length - 1)) / CHANGES);
      const { conditions } = rows[at + 1] ?? { conditions: null };
      return rows.map((row, place) => (place === at ? { ...row, conditions } : row));
    });
    const diffs = changes.map((after) => diffRouting(rows, after));
    const times = changes.map((after) => timeWhole(() => diffRouting(rows, after), 1));
    return {
      milliseconds: Math.max(...times),
      found: median(diffs.map(({ differences }) => differences.length)),
      undecided: Math.max(...diffs.map(({ undecided }) => undecided.length)),
    };
  },
  cover(rows) {
    const { contexts, undecided } = coveringContexts(rows);
    const milliseconds = timeWhole(() => coveringContexts(rows), 1);
    return { milliseconds, found: contexts.length, undecided: undecided.length };
  },
};
