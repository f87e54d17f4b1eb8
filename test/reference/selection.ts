import type { ReadingOptions } from "./options.js";
import {
  isRecordUnconditional,
  mistakeInRecord,
  recordPasses,
  type Targeting,
} from "./targeting.js";
import { isAbsent, toDate } from "./values.js";

/** What a selection reads of a record; any property may be missing or of any type. */
export interface Row extends Targeting {
  readonly _id?: unknown;
  readonly _environmentId?: unknown;
  readonly _organizationId?: unknown;
  readonly identifier?: unknown;
  readonly providerId?: unknown;
  readonly channel?: unknown;
  readonly kind?: unknown;
  readonly active?: unknown;
  readonly deleted?: unknown;
  readonly primary?: unknown;
  readonly priority?: unknown;
  readonly createdAt?: unknown;
}

/** What scopes a selection; the data for conditions stands beside it. */
export interface Scoping {
  readonly channel?: unknown;
  readonly kind?: unknown;
  readonly identifier?: unknown;
  readonly integrationId?: unknown;
  readonly providerId?: unknown;
  readonly environmentId?: unknown;
  readonly organizationId?: unknown;
}

export interface ReferenceOptions extends ReadingOptions {
  readonly scope?: unknown;
  readonly fallback?: unknown;
  readonly onInvalid?: unknown;
  readonly exclude?: unknown;
}

/** What was selected, by its place in the given list, and why. */
export type Choice =
  | {
      readonly index: number;
      readonly reason: "identifier" | "targeting-match" | "default";
    }
  | { readonly index: undefined; readonly reason: "none" | "blocked" };

/** Why a record is out of scope, named as an explanation names it. */
export type OutOfScope =
  | "inactive"
  | "deleted"
  | "other-kind"
  | "other-channel"
  | "other-environment"
  | "other-organization"
  | "other-provider"
  | "other-id"
  | "excluded";

interface Entry {
  readonly record: Row;
  readonly index: number;
}

function entriesOf(list: readonly unknown[]): Entry[] {
  return list.flatMap((record, index) =>
    typeof record === "object" && record !== null ? [{ record: record as Row, index }] : [],
  );
}

function oneOf(option: unknown, named: readonly string[], fallback: string): string {
  if (option === undefined) return fallback;
  const value = named.find((name) => name === option);
  if (value === undefined) throw new TypeError(`not one of ${named.join(", ")}`);
  return value;
}

function isGiven(value: unknown): boolean {
  return !isAbsent(value);
}

function sameId(recordId: unknown, contextId: unknown): boolean {
  return isGiven(recordId) && String(recordId) === String(contextId);
}

function kindOf(record: Row): unknown {
  const { kind } = record;
  return isAbsent(kind) ? "delivery" : kind;
}

function isExcluded(record: unknown, options: ReferenceOptions): boolean {
  return typeof options.exclude === "function" && options.exclude(record) === true;
}

/** The first reason why the record is out of the context's scope, `undefined` for one in scope. */
export function outOfScope(
  record: Row,
  context: Scoping,
  options: ReferenceOptions = {},
): OutOfScope | undefined {
  const { channel, kind, identifier, integrationId, providerId } = context;
  const { environmentId, organizationId } = context;
  if (record.active !== true) return "inactive";
  if (record.deleted === true) return "deleted";
  const isNamed = isGiven(identifier) || isGiven(integrationId);
  const isOtherKind = isGiven(kind)
    ? kindOf(record) !== kind
    : !isNamed && kindOf(record) !== "delivery";
  if (isOtherKind) return "other-kind";
  const isHeldToChannel = isGiven(channel) && kindOf(record) !== "agent";
  if (isHeldToChannel && record.channel !== channel) return "other-channel";
  if (isGiven(environmentId) && !sameId(record._environmentId, environmentId)) {
    return "other-environment";
  }
  if (isGiven(organizationId) && !sameId(record._organizationId, organizationId)) {
    return "other-organization";
  }
  if (isGiven(providerId) && record.providerId !== providerId) return "other-provider";
  if (isGiven(integrationId) && !sameId(record._id, integrationId)) return "other-id";
  return isExcluded(record, options) ? "excluded" : undefined;
}

function priorityOf(record: Row): number {
  const { priority } = record;
  return typeof priority === "number" && Number.isFinite(priority) ? priority : 0;
}

function compareEntries(a: Entry, b: Entry): number {
  const byPriority = priorityOf(b.record) - priorityOf(a.record);
  if (byPriority !== 0) return byPriority;
  const byPrimary = Number(b.record.primary === true) - Number(a.record.primary === true);
  if (byPrimary !== 0) return byPrimary;
  const createdA = toDate(a.record.createdAt) ?? Number.NEGATIVE_INFINITY;
  const createdB = toDate(b.record.createdAt) ?? Number.NEGATIVE_INFINITY;
  if (createdA !== createdB) return createdA > createdB ? -1 : 1;
  return a.index - b.index;
}

function countDistinct(ids: readonly unknown[]): number {
  const given = ids.filter(isGiven).map(String);
  return new Set(given).size + (given.length < ids.length ? 1 : 0);
}

function checkContext(entries: readonly Entry[], context: Scoping, scope: string): void {
  const { channel, kind, identifier, integrationId, environmentId, organizationId } = context;
  const isNamed = isGiven(identifier) || isGiven(integrationId) || kind === "agent";
  if (!isGiven(channel) && !isNamed) throw new TypeError("no channel");
  if (scope === "open") return;
  const organizations = entries.map(({ record }) => record._organizationId);
  const environments = entries.map(({ record }) => record._environmentId);
  if (!isGiven(organizationId) && countDistinct(organizations) > 1) {
    throw new TypeError("no organizationId");
  }
  if (!isGiven(environmentId) && countDistinct(environments) > 1) {
    throw new TypeError("no environmentId");
  }
}

function isDefaultByRight(record: Row, context: Scoping): boolean {
  const isRestricted =
    kindOf(record) === "delivery" && (record.channel === "email" || record.channel === "sms");
  const isNamed = isGiven(context.integrationId);
  return !isRestricted || record.primary === true || isNamed;
}

/** The selection, from the first sentence to the last, on the given list. */
export function referenceSelect(
  list: readonly unknown[],
  context: Scoping,
  options: ReferenceOptions = {},
): Choice {
  const scope = oneOf(options.scope, ["strict", "open"], "strict");
  const fallback = oneOf(options.fallback, ["primary", "any", "none"], "primary");
  const onInvalid = oneOf(options.onInvalid, ["skip", "block"], "skip");
  if (options.exclude !== undefined && typeof options.exclude !== "function") {
    throw new TypeError("exclude is no function");
  }
  const entries = entriesOf(list);
  checkContext(entries, context, scope);
  const inScope = entries
    .filter(({ record }) => outOfScope(record, context, options) === undefined)
    .sort(compareEntries);

  if (isGiven(context.identifier)) {
    const found = inScope.find(({ record }) => record.identifier === context.identifier);
    return found === undefined
      ? { index: undefined, reason: "none" }
      : { index: found.index, reason: "identifier" };
  }

  for (const { record, index } of inScope) {
    if (mistakeInRecord(record, options) !== undefined) {
      if (onInvalid === "block") return { index: undefined, reason: "blocked" };
    } else if (!isRecordUnconditional(record) && recordPasses(record, context, options)) {
      return { index, reason: "targeting-match" };
    }
  }

  const unconditional = inScope.filter(
    ({ record }) => mistakeInRecord(record, options) === undefined && isRecordUnconditional(record),
  );
  const byRight = unconditional.find(({ record }) => isDefaultByRight(record, context));
  const byFallback = fallback === "any" ? (byRight ?? unconditional[0]) : byRight;
  const chosen = fallback === "none" ? undefined : byFallback;
  return chosen === undefined
    ? { index: undefined, reason: "none" }
    : { index: chosen.index, reason: "default" };
}

/** The failover chain, by selecting again and again from what is left; places in the given list. */
export function referenceRank(
  list: readonly unknown[],
  context: Scoping,
  options: ReferenceOptions = {},
): number[] {
  const ranked: number[] = [];
  let left = list.map((record, index) => ({ record, index }));
  for (;;) {
    const records = left.map(({ record }) => record);
    const choice = referenceSelect(records, context, options);
    const chosen = choice.index === undefined ? undefined : left[choice.index];
    if (chosen === undefined) return ranked;
    ranked.push(chosen.index);
    left = left.filter((entry) => entry !== chosen);
  }
}
