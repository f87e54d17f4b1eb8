import type { Issue } from "../../issues/issue.js";
import type { ConditionTrace, Trace } from "../../tree/trace.js";
import type { Reason } from "../selection/reason.js";
import type { ExplainedCandidate, Explanation, Outcome } from "./explain.js";
import { clean, conditionLines, LINE_WIDTH } from "./format-condition.js";
import { nameOf, shortNameOf } from "./format-ref.js";
import { type Painter, paint, paintNothing } from "./paint.js";

/** How an explanation is printed. */
export interface FormatOptions {
  /** Whether to colour the text for a terminal; it is plain without. */
  readonly color?: boolean | undefined;
}

const WHY: { readonly [R in Reason]: string } = {
  identifier: "named by its identifier",
  "targeting-match": "the first in order whose conditions pass",
  default: "no conditions pass, and it is the first in order that may be a default",
  blocked: "an integration with invalid conditions ended the search",
  none: "nothing in scope matches or may be a default",
};

/** Integrations with these outcomes were looked at one by one; the others are listed together. */
const CONSIDERED: { readonly [O in Outcome]?: string } = {
  selected: "selected",
  eligible: "eligible, later in order",
  "conditions-not-met": "conditions not met",
  "not-a-default": "has no conditions and may not be a default",
  "after-blocking": "comes after an integration that blocks",
  invalid: "invalid conditions",
};

const MOST_ISSUES = 3;

/**
 * Prints an explanation as a tree for people: which integration, why, and for each that lost the
 * first condition that failed, with what it expected and what it found.
 *
 * @param explanation - what {@link explainSelection} gave
 * @param options - whether to use colour
 * @returns lines of text, without a line break at the end
 *
 * @example
 * ```ts
 * console.log(formatExplanation(explainSelection(integrations, context), { color: true }));
 * // Selected sendgrid-eu (sendgrid, email)
 * // targeting-match: the first in order whose conditions pass
 * // ├─ ✘ ses-enterprise (ses, email): conditions not met
 * // │    subscriber.data.plan EQUAL "enterprise", found "free"
 * // └─ ✔ sendgrid-eu (sendgrid, email): selected
 * ```
 */
export function formatExplanation(explanation: Explanation, options: FormatOptions = {}): string {
  const painter = options.color === true ? paint : paintNothing;
  const { selected, reason, candidates, omitted } = explanation;
  const headline = selected === undefined ? "Nothing selected" : `Selected ${nameOf(selected)}`;
  const branches = [
    ...candidates.filter(isConsidered).map((candidate) => consideredLines(candidate, painter)),
    ...outOfScopeLines(candidates, painter),
    ...(omitted > 0 ? [[painter.dim(`… ${omitted} more, left out by the limit`)]] : []),
  ];
  return [
    selected === undefined ? painter.bad(headline) : painter.good(headline),
    `${painter.strong(reason)}: ${WHY[reason]}`,
    ...branches.flatMap((lines, index) =>
      drawBranch(lines, index === branches.length - 1, painter),
    ),
  ].join("\n");
}

function drawBranch(lines: readonly string[], isLast: boolean, painter: Painter): string[] {
  return lines.map((line, index) => {
    const first = isLast ? "└─ " : "├─ ";
    const later = isLast ? "     " : "│    ";
    return painter.dim(index === 0 ? first : later) + line;
  });
}

function isConsidered({ outcome }: ExplainedCandidate): boolean {
  return CONSIDERED[outcome] !== undefined;
}

function consideredLines(candidate: ExplainedCandidate, painter: Painter): string[] {
  const { integration, outcome, issues, trace } = candidate;
  const line = `${markOf(outcome, painter)} ${nameOf(integration)}: ${CONSIDERED[outcome]}`;
  if (issues !== undefined) return [line, ...issueLines(issues, painter)];
  if (trace === undefined || outcome !== "conditions-not-met") return [line];
  const blamed = blame(trace, true);
  return blamed === undefined ? [line] : [line, ...conditionLines(blamed, painter)];
}

function issueLines(issues: readonly Issue[], painter: Painter): string[] {
  const messages = issues.slice(0, MOST_ISSUES).map(({ message }) => clean(message));
  const others = issues.length - messages.length;
  if (others > 0) messages.push(`and ${others} more`);
  return messages.flatMap(wrap).map((text) => painter.warn(text));
}

function markOf(outcome: Outcome, painter: Painter): string {
  switch (outcome) {
    case "selected":
      return painter.good("✔");
    case "eligible":
      return painter.strong("○");
    case "invalid":
      return painter.warn("!");
    default:
      return painter.bad("✘");
  }
}

/**
 * The first condition that kept a node from the result that was wanted of it. Inside a negation that
 * is a condition which passed.
 */
function blame(trace: Trace, wanted: boolean): ConditionTrace | undefined {
  switch (trace.kind) {
    case "condition":
      return trace;
    case "constant":
      return undefined;
    case "not":
      return blame(trace.child, !wanted);
    default:
      return trace.children
        .filter(({ passed }) => passed !== wanted)
        .map((child) => blame(child, wanted))
        .find((condition) => condition !== undefined);
  }
}

/** Those that are out of scope, together, one list for each reason. */
function outOfScopeLines(candidates: readonly ExplainedCandidate[], painter: Painter): string[][] {
  const byOutcome = new Map<Outcome, string[]>();
  for (const candidate of candidates) {
    if (isConsidered(candidate)) continue;
    const names = byOutcome.get(candidate.outcome) ?? [];
    byOutcome.set(candidate.outcome, names);
    names.push(shortNameOf(candidate.integration));
  }
  return [...byOutcome].map(([outcome, names]) => {
    const text = `- ${outcome.replaceAll("-", " ")}: ${names.join(", ")}`;
    return wrap(text).map((line) => painter.dim(line));
  });
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > LINE_WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
