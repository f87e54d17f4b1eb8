import type { SelectionContext } from "../../context.js";
import { compileTest } from "../../evaluate/closures/closures.js";
import type { IntegrationLike } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { type Outcome, outcomeOf } from "../../routing/explain/explain.js";
import { makeStrategy } from "../../routing/make-strategy.js";
import { type Candidate, readCandidates } from "../../routing/selection/candidate.js";
import { FirstChoice, toResolution, WholeChain } from "../../routing/selection/chain.js";
import { compileAnew, resolveCompileSettings } from "../../routing/selection/compiled.js";
import type { Policy } from "../../routing/selection/policy.js";
import { Query } from "../../routing/selection/query.js";
import type { Reason } from "../../routing/selection/reason.js";
import { selectFrom } from "../../routing/selection/select-from.js";
import { resolveListPolicy, type SelectOptions } from "../../routing/selection/select-options.js";
import type { Strategy } from "../../routing/selection/strategy.js";
import { needsTenancy, requireTenant } from "../../routing/selection/tenancy.js";
import type { ComparedSelection } from "./comparison.js";

/** What one semantics answers for one context. */
export interface Answer<T extends IntegrationLike> {
  /** Where in the list what it selects is. */
  readonly index: number | undefined;
  /** Where what ended the search is, if nothing was selected for it. */
  readonly blockingIndex: number | undefined;
  readonly selection: ComparedSelection;
  /** What became of a candidate. */
  outcomeOf(candidate: Candidate<T>): Outcome;
}

/** The list under one semantics. */
export class Side<T extends IntegrationLike> {
  readonly #strategy: Strategy<T>;
  readonly #policy: Policy<T>;
  readonly #candidates: ReadonlyMap<number, Candidate<T>>;

  /** @param options - those of a selection under the semantics */
  constructor(integrations: readonly T[], options: SelectOptions<T>) {
    this.#policy = resolveListPolicy(options);
    const compile = compileAnew(resolveCompileSettings(options, compileTest));
    const { candidates } = readCandidates(integrations, compile);
    this.#candidates = new Map(candidates.map((candidate) => [candidate.sequence, candidate]));
    this.#strategy = makeStrategy(candidates, this.#policy.rules, true);
  }

  /** The record at a place in the list. */
  at(index: number | undefined): Candidate<T> | undefined {
    return index === undefined ? undefined : this.#candidates.get(index);
  }

  /** @param place - where the context stands among the others, for an error */
  ask(context: SelectionContext, place: number): Answer<T> {
    const query = this.#read(context, place);
    const choice = new FirstChoice<T>();
    const blocking = selectFrom(this.#strategy, query, choice);
    const { candidate } = choice;
    const reason: Reason = toResolution(choice, blocking).reason;
    let chain: WholeChain<T> | undefined;
    return {
      index: candidate?.sequence,
      blockingIndex: blocking?.sequence,
      selection: {
        ...(candidate && { selected: refOf(candidate.integration, candidate.sequence) }),
        reason,
      },
      outcomeOf: (other) => {
        if (chain === undefined) {
          chain = new WholeChain();
          selectFrom(this.#strategy, query, chain);
        }
        return outcomeOf(other, query, chain);
      },
    };
  }

  #read(context: SelectionContext, place: number): Query<T> {
    try {
      const query = new Query<T>().read(context, this.#policy);
      if (needsTenancy(query)) requireTenant(query, this.#strategy.list.tenancy);
      return query;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new TypeError(`contexts[${place}]: ${error.message}`);
    }
  }
}
