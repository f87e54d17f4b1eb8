import type { Id, SelectionContext } from "../context.js";
import { compileTest } from "../evaluate/closures/closures.js";
import type { IntegrationLike } from "../integration.js";
import { idText } from "../integration-ref.js";
import { ConditionsError } from "../issues/conditions-error.js";
import { quote } from "../issues/describe.js";
import type { Issue } from "../issues/issue.js";
import { nameRecord, report } from "../issues/record-issues.js";
import { isObject } from "../values/kinds.js";
import { type Explanation, explainQuery } from "./explain/explain.js";
import {
  type ExplainCallOptions,
  type ExplainSettings,
  resolveExplainSettings,
} from "./explain/explain-settings.js";
import { makeStrategy } from "./make-strategy.js";
import type { RouterOptions } from "./options.js";
import { Candidate, readCandidate, readCandidates, type Skipped } from "./selection/candidate.js";
import { FirstChoice, toResolution, WholeChain } from "./selection/chain.js";
import { type CompileRecord, compileAnew, resolveCompileSettings } from "./selection/compiled.js";
import { Places } from "./selection/places.js";
import { type CallOptions, type Policy, resolvePolicy } from "./selection/policy.js";
import { Query } from "./selection/query.js";
import type { Resolution } from "./selection/reason.js";
import { selectFrom } from "./selection/select-from.js";
import { resolveListPolicy } from "./selection/select-options.js";
import type { Strategy } from "./selection/strategy.js";
import { needsTenancy, requireTenant } from "./selection/tenancy.js";

/** What changes in a list of integrations. */
export interface RouterChange<T extends IntegrationLike> {
  /** A record with a known `_id` takes that record's place in the list; others go to its end. */
  readonly upsert?: readonly T[] | undefined;
  /** The `_id`s of records to leave out; those that no record has are passed over. */
  readonly remove?: readonly Id[] | undefined;
}

/**
 * A list of integrations, parsed, compiled and indexed once. Its answers are exactly those of the
 * functions of the same names; a call's own options override the router's.
 */
export interface Router<T extends IntegrationLike> {
  /** What is wrong with the list, record by record. */
  readonly issues: readonly Issue[];
  /** How many integrations it holds; entries that are no objects are not among them. */
  readonly size: number;
  /** See {@link selectIntegration}. */
  select(context: SelectionContext, options?: CallOptions<T>): T | undefined;
  /** See {@link resolveIntegration}. */
  resolve(context: SelectionContext, options?: CallOptions<T>): Resolution<T>;
  /** See {@link rankIntegrations}. */
  rank(context: SelectionContext, options?: CallOptions<T>): T[];
  /** See {@link explainSelection}. */
  explain(context: SelectionContext, options?: ExplainCallOptions<T>): Explanation;
  /**
   * The router of a changed list. It answers as {@link createRouter} on that list would, at a
   * fraction of the price: nothing of an unchanged record is parsed again. This router stays as it
   * is.
   *
   * @throws TypeError where an upserted record has no `_id`, and where an `_id` stands twice, in the
   *   change or in the list
   * @throws ConditionsError where the router is strict and an upserted record would be set aside
   *
   * @example
   * ```ts
   * router = router.with({ upsert: [changedRow], remove: [deletedId] });
   * ```
   */
  with(change: RouterChange<T>): Router<T>;
}

/**
 * Makes a router, for a list that stays: keep it, and call it for every message. It holds what it
 * read of the list; make another when the list changes, or ask it for one (`with`).
 *
 * @param integrations - the records, in the order that decides where nothing else does
 * @param options - how to parse and to select; they hold for each call that does not say otherwise
 * @throws TypeError where the list is none or an option has a value that it does not have
 * @throws ConditionsError with every issue of the list, under `strict: true`, where there is one
 *
 * @example
 * ```ts
 * const router = createRouter(integrations, { onInvalid: "block" });
 * const integration = router.select({ channel: "email", subscriber: { data: { plan: "pro" } } });
 * ```
 */
export function createRouter<T extends IntegrationLike>(
  integrations: readonly T[],
  options: RouterOptions<T> = {},
): Router<T> {
  const settings = resolveSettings(options);
  const { candidates, skipped } = readCandidates(integrations, settings.compile);
  const strategy = makeStrategy(candidates, settings.policy.rules, options.index !== false);
  const router = new StrategyRouter(strategy, settings, {
    skipped,
    places: new Places(),
    end: integrations.length,
  });
  tellIssues(router.issuesByRecord(candidates), options);
  return router;
}

/** What a router's options come to, kept from change to change. */
interface Settings<T> {
  readonly options: RouterOptions<T>;
  readonly policy: Policy<T>;
  readonly explain: ExplainSettings;
  readonly compile: CompileRecord;
}

function resolveSettings<T>(options: RouterOptions<T>): Settings<T> {
  return {
    options,
    policy: resolveListPolicy(options),
    explain: resolveExplainSettings(options),
    compile: compileAnew(resolveCompileSettings(options, compileTest)),
  };
}

function tellIssues<T>(
  issuesByRecord: readonly (readonly Issue[])[],
  { strict, onIssue }: RouterOptions<T>,
): void {
  if (strict === true && issuesByRecord.length > 0)
    throw new ConditionsError(issuesByRecord.flat());
  if (onIssue === undefined) return;
  for (const issues of issuesByRecord) report(issues, onIssue);
}

/** How the list looks that the candidates are from. */
interface ListShape {
  readonly skipped: readonly Skipped[];
  readonly places: Places;
  /** The sequence number that the next new record gets. */
  readonly end: number;
}

class StrategyRouter<T extends IntegrationLike> implements Router<T> {
  readonly #strategy: Strategy<T>;
  readonly #settings: Settings<T>;
  readonly #shape: ListShape;
  #issues: readonly Issue[] | undefined;
  /** Lent to one call at a time; a call inside another (`exclude` may make one) gets its own. */
  #idleCall: Call<T> | undefined = new Call();

  constructor(strategy: Strategy<T>, settings: Settings<T>, shape: ListShape) {
    this.#strategy = strategy;
    this.#settings = settings;
    this.#shape = shape;
  }

  get size(): number {
    return this.#strategy.list.size;
  }

  get issues(): readonly Issue[] {
    this.#issues ??= this.issuesByRecord(this.#strategy.list.inOrder(), this.#shape.skipped).flat();
    return this.#issues;
  }

  /** The issues of each record that has any, and of each entry that is none, as the list goes. */
  issuesByRecord(
    candidates: Iterable<Candidate<T>>,
    skipped: readonly Skipped[] = this.#shape.skipped,
  ): readonly (readonly Issue[])[] {
    const { places } = this.#shape;
    const found = skipped.map(({ sequence, issue }) => ({
      sequence,
      issues: nameRecord([issue], { index: places.of(sequence) }),
    }));
    for (const candidate of candidates) {
      const { conditions, sequence } = candidate;
      if (conditions.kind !== "invalid") continue;
      found.push({ sequence, issues: nameRecord(conditions.issues, places.refOf(candidate)) });
    }
    return found.sort((a, b) => a.sequence - b.sequence).map(({ issues }) => issues);
  }

  select(context: SelectionContext, options?: CallOptions<T>): T | undefined {
    const call = this.#idleCall ?? new Call<T>();
    this.#idleCall = undefined;
    const { query, choice } = call;
    try {
      selectFrom(this.#strategy, this.#read(query, context, options), choice);
      return choice.candidate?.integration;
    } finally {
      query.forget();
      choice.candidate = undefined;
      this.#idleCall = call;
    }
  }

  resolve(context: SelectionContext, options?: CallOptions<T>): Resolution<T> {
    const choice = new FirstChoice<T>();
    const blocking = selectFrom(this.#strategy, this.#read(new Query(), context, options), choice);
    return toResolution(choice, blocking);
  }

  rank(context: SelectionContext, options?: CallOptions<T>): T[] {
    const chain = new WholeChain<T>();
    selectFrom(this.#strategy, this.#read(new Query(), context, options), chain);
    return chain.candidates.map(({ integration }) => integration);
  }

  explain(context: SelectionContext, options?: ExplainCallOptions<T>): Explanation {
    const settings = resolveExplainSettings(options, this.#settings.explain);
    const query = this.#read(new Query(), context, options);
    return explainQuery(this.#strategy, query, settings, this.#shape.places);
  }

  with({ upsert = [], remove = [] }: RouterChange<T>): Router<T> {
    const { compile, options } = this.#settings;
    const ids = new Set<string>();
    const removed: Candidate<T>[] = [];
    const added: Candidate<T>[] = [];
    let { end } = this.#shape;
    for (const [index, record] of upsert.entries()) {
      const known = this.#find(idOf(record, index), ids);
      const candidate = readCandidate(record, known?.sequence ?? end++, compile);
      if (!(candidate instanceof Candidate))
        throw new TypeError(`upsert[${index}]: ${candidate.message}`);
      if (known !== undefined) removed.push(known);
      added.push(candidate);
    }
    const leaving: number[] = [];
    for (const id of remove) {
      const known = this.#find(String(id), ids);
      if (known === undefined) continue;
      removed.push(known);
      leaving.push(known.sequence);
    }
    const places = this.#shape.places.without(leaving);
    const router = new StrategyRouter(this.#strategy.replace({ removed, added }), this.#settings, {
      skipped: this.#shape.skipped,
      places,
      end,
    });
    tellIssues(router.issuesByRecord(added, []), options);
    return router;
  }

  /** The record with an id, which must stand once in the change and at most once in the list. */
  #find(id: string, seen: Set<string>): Candidate<T> | undefined {
    const [known, other] = this.#strategy.list.withId(id);
    if (seen.has(id))
      throw new TypeError(`_id ${quote(id)} stands twice in the change; expected once`);
    if (other !== undefined)
      throw new TypeError(`_id ${quote(id)} stands twice in the list; expected once`);
    seen.add(id);
    return known;
  }

  #read(query: Query<T>, context: SelectionContext, options: CallOptions<T> | undefined): Query<T> {
    query.read(context, resolvePolicy(options, this.#settings.policy));
    if (needsTenancy(query)) requireTenant(query, this.#strategy.list.tenancy);
    return query;
  }
}

/** What one call works with. */
class Call<T extends IntegrationLike> {
  readonly query = new Query<T>();
  readonly choice = new FirstChoice<T>();
}

function idOf(record: IntegrationLike, index: number): string {
  const id = isObject(record) ? idText(record._id) : undefined;
  if (id !== undefined) return id;
  throw new TypeError(`upsert[${index}]: found a record without an _id; expected one`);
}
