import type { ParseOptions } from "../../conditions/reading/parse-options.js";
import type { Semantics } from "../../conditions/reading/semantics.js";
import { readTargeting } from "../../conditions/targeting.js";
import type { SelectionContext } from "../../context.js";
import { clockOf } from "../../evaluate/clock.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import type { Issue } from "../../issues/issue.js";
import {
  askingOnce,
  type Outcome,
  outcomeOf,
  resolveTelling,
} from "../../routing/explain/explain.js";
import { makeStrategy } from "../../routing/make-strategy.js";
import { type ExplainOptions, type Policy, resolveListPolicy } from "../../routing/options.js";
import { type Candidate, readCandidates } from "../../routing/selection/candidate.js";
import { compileAnew, nameRecord, resolveMaking } from "../../routing/selection/compiled.js";
import { Query } from "../../routing/selection/query.js";
import { type Reason, toResolution } from "../../routing/selection/resolve.js";
import type { Strategy } from "../../routing/selection/strategy.js";
import { needsTenancy, requireTenant } from "../../routing/selection/tenancy.js";
import { type ComparedPart, type Part, partOf } from "./part.js";

/** What one semantics selects in a context. */
export interface ComparedSelection {
  /** Missing where nothing is selected. */
  readonly selected?: IntegrationRef;
  readonly reason: Reason;
}

/** One of the integrations that a difference is about. */
export interface ComparedIntegration {
  readonly integration: IntegrationRef;
  /** What became of it under each semantics. */
  readonly standard: Outcome;
  readonly novu: Outcome;
  /** Where its conditions fare differently; empty where only the order or the defaults differ. */
  readonly conditions: readonly ComparedPart[];
  /** What is wrong with its conditions by this package's semantics. */
  readonly issues?: readonly Issue[];
}

/** A context for which the two semantics select differently. */
export interface SemanticsDifference {
  /** Its place among the contexts, from 0. */
  readonly index: number;
  /** The caller's own; left out with the option `redact`, since it holds what that masks. */
  readonly context?: SelectionContext;
  readonly standard: ComparedSelection;
  readonly novu: ComparedSelection;
  /** Those that were selected, and those whose conditions ended a search. */
  readonly integrations: readonly ComparedIntegration[];
}

/** Where the two semantics select differently. Plain data, but for the contexts in it. */
export interface SemanticsComparison {
  /** How many contexts there were. */
  readonly compared: number;
  /** For how many of them the selections differ. */
  readonly different: number;
  /** As many of these as the option `limit` allows. */
  readonly differences: readonly SemanticsDifference[];
}

/** How semantics are compared. */
export interface CompareOptions<T>
  extends Omit<ExplainOptions<T>, "semantics" | "onIssue" | "limit"> {
  /** How many differences are told, the first ones; all of them without it. */
  readonly limit?: number | undefined;
}

/**
 * Compares what this package selects with what Novu's own code would: the report to read before a
 * platform switches from `semantics: "novu"` to the standard.
 *
 * @param integrations - the records, in the order that decides where nothing else does
 * @param contexts - messages, past ones at best
 * @param options - how to parse, to select and to tell; they hold for both
 * @throws TypeError where {@link selectIntegration} throws one; it names the context
 *
 * @example
 * ```ts
 * const { compared, different, differences } = compareSemantics(integrations, [context]);
 * console.log(`${different} of ${compared} messages go another way`);
 * for (const { index, standard, novu } of differences) {
 *   console.log(index, novu.selected?.identifier, "becomes", standard.selected?.identifier);
 * }
 * ```
 */
export function compareSemantics<T extends IntegrationLike>(
  integrations: readonly T[],
  contexts: Iterable<SelectionContext>,
  options: CompareOptions<T> = {},
): SemanticsComparison {
  const { redact, limit } = resolveTelling(options);
  const standard = new Side(integrations, options, "standard");
  const novu = new Side(integrations, options, "novu");
  const parts = new PartTable(options);
  const differences: SemanticsDifference[] = [];
  let compared = 0;
  let different = 0;
  for (const context of contexts) {
    const index = compared++;
    const [here, there] = [standard.ask(context, index), novu.ask(context, index)] as const;
    if (here.place === there.place) continue;
    if (different++ >= limit) continue;
    const reading = { context, now: clockOf(context), redact };
    const places = new Set([here.place, there.place, here.blockingPlace, there.blockingPlace]);
    differences.push({
      index,
      ...(redact === undefined && { context }),
      standard: here.selection,
      novu: there.selection,
      integrations: [...places].flatMap((place) => {
        const [own, other] = [standard.at(place), novu.at(place)];
        if (own === undefined || other === undefined) return [];
        const integration = refOf(own.integration, own.sequence);
        const { conditions } = own;
        return {
          integration,
          standard: here.outcomeOf(own),
          novu: there.outcomeOf(other),
          conditions: parts.of(own).differences(reading),
          ...(conditions.kind === "invalid" && {
            issues: nameRecord(conditions.issues, integration),
          }),
        };
      }),
    });
  }
  return { compared, different, differences };
}

/** The parts of each record's conditions, parsed when they are first asked for. */
class PartTable {
  readonly #options: ParseOptions;
  readonly #parts = new Map<number, Part>();

  constructor({ sources, limits }: ParseOptions) {
    this.#options = { ...(sources && { sources }), ...(limits && { limits }) };
  }

  of<T extends IntegrationLike>({ integration, sequence }: Candidate<T>): Part {
    const known = this.#parts.get(sequence);
    if (known !== undefined) return known;
    const part = partOf(readTargeting(integration), this.#options);
    this.#parts.set(sequence, part);
    return part;
  }
}

/** What one semantics answers for one context. */
interface Answer<T extends IntegrationLike> {
  /** Where in the list what it selects is. */
  readonly place: number | undefined;
  readonly blockingPlace: number | undefined;
  readonly selection: ComparedSelection;
  outcomeOf(candidate: Candidate<T>): Outcome;
}

/** The list under one semantics. */
class Side<T extends IntegrationLike> {
  readonly #strategy: Strategy<T>;
  readonly #policy: Policy<T>;
  readonly #candidates: ReadonlyMap<number, Candidate<T>>;

  constructor(integrations: readonly T[], options: CompareOptions<T>, semantics: Semantics) {
    const own = { ...options, semantics };
    this.#policy = resolveListPolicy(own);
    const { candidates } = readCandidates(integrations, compileAnew(resolveMaking(own)));
    this.#candidates = new Map(candidates.map((candidate) => [candidate.sequence, candidate]));
    this.#strategy = makeStrategy(candidates, this.#policy.selection, true);
  }

  at(place: number | undefined): Candidate<T> | undefined {
    return place === undefined ? undefined : this.#candidates.get(place);
  }

  ask(context: SelectionContext, index: number): Answer<T> {
    const query = this.#read(context, index);
    const selected = this.#strategy.find(query);
    const blocking = this.#strategy.findBlocking(query);
    const { reason } = toResolution(selected, query, () => blocking !== undefined);
    return {
      place: selected?.sequence,
      blockingPlace: reason === "blocked" ? blocking?.sequence : undefined,
      selection: {
        ...(selected !== undefined && { selected: refOf(selected.integration, selected.sequence) }),
        reason,
      },
      outcomeOf: (candidate) =>
        candidate === selected ? "selected" : outcomeOf(candidate, query, blocking),
    };
  }

  #read(context: SelectionContext, index: number): Query<T> {
    try {
      const query = new Query<T>().read(context, askingOnce(this.#policy));
      if (needsTenancy(query)) requireTenant(query, this.#strategy.tenancy);
      return query;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new TypeError(`contexts[${index}]: ${error.message}`);
    }
  }
}
