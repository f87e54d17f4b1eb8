import { isNovuUnconditional, novuPasses } from "./novu-conditions.js";
import {
  type Choice,
  outOfScope,
  type ReferenceOptions,
  type Row,
  type Scoping,
} from "./selection.js";
import { toDate } from "./values.js";

/** Whether a record's rules pass; it is asked only where there are some. */
export type RulesPass = (rules: unknown, context: object) => boolean;

interface Entry {
  readonly record: Row & { readonly rules?: unknown };
  readonly index: number;
}

function areRules(rules: unknown): boolean {
  return rules !== undefined && rules !== null && Object.keys(rules).length > 0;
}

function priorityOf({ record: { priority } }: Entry): number {
  return typeof priority === "number" && Number.isFinite(priority) ? priority : 0;
}

function createdAtOf({ record: { createdAt } }: Entry): number {
  return toDate(createdAt) ?? Number.NEGATIVE_INFINITY;
}

function byAge(a: Entry, b: Entry): number {
  const [createdA, createdB] = [createdAtOf(a), createdAtOf(b)];
  if (createdA !== createdB) return createdA > createdB ? -1 : 1;
  return a.index - b.index;
}

function byPriority(a: Entry, b: Entry): number {
  return priorityOf(b) - priorityOf(a) || byAge(a, b);
}

function byStandardOrder(a: Entry, b: Entry): number {
  const primary = Number(b.record.primary === true) - Number(a.record.primary === true);
  return priorityOf(b) - priorityOf(a) || primary || byAge(a, b);
}

function needsPrimary({ record: { kind, channel } }: Entry): boolean {
  return kind !== "agent" && (channel === "email" || channel === "sms");
}

/** What Novu selects, for a context that names a channel, or an identifier or id. */
export function novuSelect(
  list: readonly unknown[],
  context: Scoping,
  options: ReferenceOptions,
  rulesPass: RulesPass,
): Choice {
  const inScope = list
    .map((record, index): Entry => ({ record: record as Row, index }))
    .filter(({ record }) => typeof record === "object" && record !== null)
    .filter(({ record }) => outOfScope(record, context, options) === undefined);
  const { identifier } = context;
  if (identifier !== undefined && identifier !== null) {
    const [named] = inScope
      .filter(({ record }) => record.identifier === identifier)
      .sort(byStandardOrder);
    return named === undefined
      ? { index: undefined, reason: "none" }
      : { index: named.index, reason: "identifier" };
  }
  for (const { record, index } of [...inScope].sort(byPriority)) {
    const { rules, conditions } = record;
    const passes = areRules(rules)
      ? rulesPass(rules, context)
      : !isNovuUnconditional(conditions) && novuPasses(conditions, context);
    if (passes) return { index, reason: "targeting-match" };
  }
  const newest = [...inScope].sort(byAge);
  const byRight = newest.find((entry) => !needsPrimary(entry) || entry.record.primary === true);
  const byFallback = options.fallback === "any" ? (byRight ?? newest[0]) : byRight;
  const chosen = options.fallback === "none" ? undefined : byFallback;
  return chosen === undefined
    ? { index: undefined, reason: "none" }
    : { index: chosen.index, reason: "default" };
}
