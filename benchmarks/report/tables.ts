import { HAND_WRITTEN } from "../suites/names.js";
import type { LeftOut } from "../suites/outcome.js";
import {
  formatBytes,
  formatCount,
  formatNumber,
  formatShare,
  formatSmallShare,
  formatTime,
  formatTimes,
} from "./format.js";
import type { Results, SuiteResults } from "./results.js";
import { left, right, type Table } from "./table.js";

/** Everything that a run found, a table or more for each suite. */
export function toTables(results: SuiteResults): Table[] {
  return [
    ...predicateTables(results),
    ...freshTables(results),
    ...selectTables(results),
    ...peerTables(results),
    ...rankTables(results),
    ...buildTables(results),
    ...updateTables(results),
    ...memoryTables(results),
    ...allocationTables(results),
    ...listTables(results),
    ...analysisTables(results),
  ];
}

export function predicateTables({ predicate }: SuiteResults): Table[] {
  return (predicate?.rules ?? []).map(({ name, about, passing, contenders, leftOut }) => ({
    title: `One rule on one message: ${name}`,
    note: `${about}; ${formatShare(passing)} of the messages pass${tellLeftOut(leftOut)}`,
    columns: [left("contender"), right("time"), right(`against ${HAND_WRITTEN}`)],
    rows: contenders.map((each) => [
      each.name,
      formatTime(each.nanoseconds),
      formatTimes(each.ratio),
    ]),
  }));
}

function freshTables({ fresh }: SuiteResults): Table[] {
  if (fresh === undefined) return [];
  const { size, hits, contenders, leftOut } = fresh;
  return [
    {
      title: `A list of ${size}, parsed from JSON and selected from once`,
      note: `the mix; ${formatShare(hits)} of the messages match, the rest go to the default${tellLeftOut(leftOut)}`,
      columns: [left("contender"), right("time")],
      rows: contenders.map(({ name, nanoseconds }) => [name, formatTime(nanoseconds)]),
    },
  ];
}

function selectTables({ select }: SuiteResults): Table[] {
  return (select?.workloads ?? []).map(({ name, about, sizes }) => ({
    title: `One selection: ${name}`,
    note: about,
    columns: [
      right("integrations"),
      right("index"),
      right("scan"),
      right("index/scan"),
      right("growth from 100"),
      right("matching"),
      right("index on"),
      right("scan on"),
    ],
    rows: sizes.map(({ size, indexed, scan, ratio, growth, ...messages }) => [
      formatCount(size),
      formatTime(indexed),
      formatTime(scan),
      formatRatio(ratio),
      growth === undefined ? "" : formatTimes(growth),
      formatShare(messages.hits),
      formatCount(messages.messages),
      formatCount(messages.scanned),
    ]),
  }));
}

function peerTables({ select, peers }: SuiteResults): Table[] {
  return (peers?.workloads ?? []).map(({ name, contenders, leftOut }) => {
    const ours = select?.workloads.find((workload) => workload.name === name)?.sizes ?? [];
    const rows = [
      {
        name: "integration-router, index",
        times: ours.map((at) => [at.size, at.indexed] as const),
      },
      { name: "integration-router, scan", times: ours.map((at) => [at.size, at.scan] as const) },
      ...contenders.map((each) => ({
        name: each.name,
        times: each.sizes.map(({ size, nanoseconds }) => [size, nanoseconds] as const),
      })),
    ].filter(({ times }) => times.length > 0);
    const sizes = [...new Set(rows.flatMap(({ times }) => times.map(([size]) => size)))];
    sizes.sort((a, b) => a - b);
    const missing = leftOut.map((each) => ({
      ...each,
      name: `${each.name} at ${formatCount(each.size)}`,
    }));
    return {
      title: `One selection, with each peer: ${name}`,
      note: `each peer's rules in order, to the first that passes${tellLeftOut(missing)}`,
      columns: [left("contender"), ...sizes.map((size) => right(formatCount(size)))],
      rows: rows.map((row) => {
        const times = new Map(row.times);
        return [
          row.name,
          ...sizes.map((size) => {
            const time = times.get(size);
            return time === undefined ? "" : formatTime(time);
          }),
        ];
      }),
    };
  });
}

function rankTables({ rank }: SuiteResults): Table[] {
  if (rank === undefined) return [];
  return [
    {
      title: `All that match, in order: mix at ${formatCount(rank.size)}`,
      note: `${formatNumber(rank.matches)} match a message on average`,
      columns: [right("index"), right("scan"), right("times faster"), right("messages")],
      rows: [
        [
          formatTime(rank.indexed),
          formatTime(rank.scan),
          formatTimes(rank.speedup),
          formatCount(rank.messages),
        ],
      ],
    },
  ];
}

function buildTables({ build }: SuiteResults): Table[] {
  if (build === undefined) return [];
  return [
    {
      title: "A router made anew",
      note: "parsed and compiled, with the index and without",
      columns: [
        left("workload"),
        right("integrations"),
        right("conditions"),
        right("with index"),
        right("without"),
        right("a condition"),
      ],
      rows: build.workloads.flatMap(({ name, sizes }) =>
        sizes.map(({ size, conditions, milliseconds, scanMilliseconds }) => [
          name,
          formatCount(size),
          formatCount(conditions),
          formatTime(milliseconds * 1e6),
          formatTime(scanMilliseconds * 1e6),
          formatTime((milliseconds * 1e6) / conditions),
        ]),
      ),
    },
  ];
}

function updateTables({ update }: SuiteResults): Table[] {
  if (update === undefined) return [];
  return [
    {
      title: `One record of ${formatCount(update.size)} changed, and one selection`,
      note: `the mean of ${formatCount(update.updates)} changes, each on the last's router`,
      columns: [left("workload"), right("with"), right("anew"), right("times faster")],
      rows: update.workloads.map((each) => [
        each.name,
        formatTime(each.update * 1e6),
        formatTime(each.anew * 1e6),
        formatTimes(each.speedup),
      ]),
    },
  ];
}

function memoryTables({ memory }: SuiteResults): Table[] {
  if (memory === undefined) return [];
  return [
    {
      title: "Memory an integration, beyond the records",
      columns: [left("workload"), right("integrations"), right("as built"), right("in use")],
      rows: memory.workloads.flatMap(({ name, sizes }) =>
        sizes.map(({ size, built, used }) => [
          name,
          formatCount(size),
          formatBytes(built),
          formatBytes(used),
        ]),
      ),
    },
  ];
}

function allocationTables({ allocation }: SuiteResults): Table[] {
  if (allocation === undefined) return [];
  return [
    {
      title: `Heap growth over ${formatCount(allocation.calls)} selections`,
      columns: [left("workload"), left("strategy"), right("integrations"), right("grown by")],
      rows: allocation.workloads.map(({ workload, index, size, bytes }) => [
        workload,
        index ? "index" : "scan",
        formatCount(size),
        bytes === undefined ? "collected on the way" : formatBytes(bytes),
      ]),
    },
  ];
}

function listTables({ lists }: SuiteResults): Table[] {
  if (lists === undefined) return [];
  return [
    {
      title: "Analyses of whole lists: mix",
      note: "diff: the slowest of ten, each with one other record changed; found: diagnostics, differences (the median), contexts",
      columns: [
        left("analysis"),
        right("integrations"),
        right("time"),
        right("found"),
        right("undecided"),
      ],
      rows: lists.tasks.map(({ task, size, milliseconds, found, undecided }) => [
        task,
        formatCount(size),
        formatTime(milliseconds * 1e6),
        formatCount(found),
        formatCount(undecided),
      ]),
    },
  ];
}

export function mustTable({ musts }: Pick<Results, "musts">): Table {
  return {
    title: "What must hold",
    columns: [left("workload"), left("must"), right("found"), left("")],
    rows: musts.map(({ workload, must, found, passed }) => [
      workload,
      must,
      found,
      passed ? "met" : "NOT MET",
    ]),
  };
}

export function aimTable({ aims }: Pick<Results, "aims">): Table {
  return {
    title: "What is aimed at",
    note: "absolute figures, of this machine",
    columns: [left("workload"), left("aim"), right("found")],
    rows: aims.map(({ workload, aim, found }) => [workload, aim, found]),
  };
}

function tellLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ name, why }) => `\nnot timed: ${name}, ${why}`).join("");
}

/** A ratio that may be as small as one in thousands. */
function formatRatio(ratio: number): string {
  return ratio < 0.01 ? `1/${formatNumber(1 / ratio)}` : formatNumber(ratio);
}

function analysisTables({ "analysis-unknown": analysis }: SuiteResults): Table[] {
  if (analysis === undefined) return [];
  const reasons = new Set(analysis.questions.flatMap((each) => each.reasons));
  return [
    {
      title: `Answers that stay unknown, of ${formatCount(analysis.sets)} on random rule sets`,
      note:
        reasons.size === 0
          ? "without references"
          : `without references; ${[...reasons].join("; ")}`,
      columns: [left("question"), right("unknown"), right("share")],
      rows: analysis.questions.map(({ question, unknown, share }) => [
        question,
        formatCount(unknown),
        formatSmallShare(share),
      ]),
    },
  ];
}
