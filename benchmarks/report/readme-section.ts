import type { Results } from "./results.js";
import { type Table, toMarkdown } from "./table.js";
import { aimTable, mustTable, predicateTables } from "./tables.js";
import { PREDICATE_CHART, SELECTION_CHART } from "./write-results.js";

/** What the README says of a run: both charts, and the tables that go with them. */
export function toReadmeSection(results: Results): string {
  const { machine, date, suites } = results;
  const rule = predicateTables(suites).slice(0, 1);
  return [
    `Measured on ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. Absolute figures are this machine's; ratios are of one run, and those to hand-written code of one process, so that they need not be the quotients of the times beside them. \`npm run bench\` repeats it, and [benchmarks/](benchmarks/) has the code.`,
    `![One rule on one message: nanoseconds for each library](benchmarks/results/${PREDICATE_CHART})`,
    ...rule.map(withTitle),
    `![One selection against the size of the list, with the index, by the scan and with each peer](benchmarks/results/${SELECTION_CHART})`,
    withTitle(mustTable(results)),
    withTitle(aimTable(results)),
  ].join("\n\n");
}

function withTitle(table: Table): string {
  const note = table.note === undefined ? "" : `: ${table.note}`;
  return `**${table.title}**${note}.\n\n${toMarkdown(table)}`;
}
