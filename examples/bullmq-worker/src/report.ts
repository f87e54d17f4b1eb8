import type { Ink, Paint } from "../../../cli/output/paint.js";
import { count } from "../../support/progress.js";
import { table } from "../../support/table.js";
import { audit, sentAgain } from "./audit.js";
import type { Outcome } from "./run.js";

const MOST_PROBLEMS = 5;

/** What a run came to, for a terminal, and whether it is all as it must be. */
export interface Report {
  readonly lines: readonly string[];
  readonly isGood: boolean;
}

/** Checks a run and tells of it. */
export function report(outcome: Outcome, paint: Paint): Report {
  const { evidence, seconds } = outcome;
  const problems = [...audit(evidence), ...killingProblems(outcome)];
  const messages = evidence.messages.size;
  const verdict: readonly [Ink, string][] =
    problems.length === 0
      ? [
          [
            "green",
            `✓ ${count(messages)} messages delivered, each once in the ledger and along its rank`,
          ],
        ]
      : [
          ["red", `✗ ${count(problems.length)} found wrong`],
          ...problems
            .slice(0, MOST_PROBLEMS)
            .map((problem): [Ink, string] => ["red", `  ${problem}`]),
        ];
  return {
    lines: [
      "",
      ...splitTable(outcome, paint),
      "",
      paint("bold", `${count(messages / seconds)} messages a second`) +
        ` (${seconds.toFixed(2)} s)`,
      ...happened(outcome),
      ...verdict.map(([ink, text]) => paint(ink, text)),
      "",
    ],
    isGood: problems.length === 0,
  };
}

/** A message whose worker was killed between sending and writing down must have been sent again. */
function killingProblems({ killedIn, evidence }: Outcome): string[] {
  if (killedIn === undefined || sentAgain(evidence.outbox).includes(killedIn)) return [];
  return [`${killedIn} did not come back after its worker was killed`];
}

function happened({ evidence, retries, killed }: Outcome): string[] {
  const { deliveries, journal, outbox, stalled, lists } = evidence;
  const failovers = [...deliveries.values()].filter(({ refused }) => refused.length > 0).length;
  const behind = journal.filter(
    ({ message, version }) => (deliveries.get(message)?.version ?? version) < version,
  ).length;
  const lines = [
    `${count(failovers)} failovers, and ${count(retries)} retries where all of a message's providers were down`,
    `${lists.length - 1} changes of the list; ${count(behind)} messages were under way as one came`,
  ];
  if (killed + stalled.size === 0) return lines;
  const again = sentAgain(outbox).length;
  return [
    ...lines,
    `${killed} killed; ${count(stalled.size)} messages came back, ${count(again)} of them sent already`,
  ];
}

function splitTable({ evidence, refusals }: Outcome, paint: Paint): string[] {
  const split = new Map<string, number>([...refusals.keys()].map((identifier) => [identifier, 0]));
  for (const { integration } of evidence.deliveries.values()) {
    split.set(integration, (split.get(integration) ?? 0) + 1);
  }
  return table(
    [
      { title: "INTEGRATION" },
      { title: "DELIVERED", align: "right" },
      { title: "SHARE", align: "right" },
      { title: "REFUSED", align: "right", ink: (cell) => (cell === "0" ? undefined : "yellow") },
    ],
    [...split]
      .sort(([, a], [, b]) => b - a)
      .map(([identifier, delivered]) => [
        identifier,
        count(delivered),
        `${((delivered / evidence.messages.size) * 100).toFixed(1)}%`,
        count(refusals.get(identifier) ?? 0),
      ]),
    paint,
  );
}
