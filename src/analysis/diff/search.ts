import type { Tree } from "../../conditions/tree.js";
import type { ConditionContext, SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Policy } from "../../routing/options.js";
import { areApart, Separation } from "../routing/apart.js";
import { type DecisionList, decisionListOf } from "../routing/decision-list.js";
import {
  type Engine,
  isSameIntegration,
  type Routed,
  routedTo,
  UNCONFIRMED,
} from "../routing/engine.js";
import type { Questions } from "../routing/questions.js";
import { type Reach, reach, type Wish } from "../routing/reach.js";
import { type Scope, type ScopeKeys, withKeys } from "../routing/scopes.js";
import { treeSharer } from "../routing/share-trees.js";
import { shrink } from "../routing/shrink.js";
import { holdsList } from "../routing/single-values.js";
import { compareLists } from "./comparison.js";
import { type Pair, pairsOf } from "./pairs.js";
import type { RoutingDiff, RoutingDifference, UndecidedDifference } from "./result.js";

/** A pair that was not found to differ on single values, to be looked at again. */
interface Deferred<T extends IntegrationLike> {
  readonly pair: Pair<T>;
  readonly ends: Ends;
  readonly find: (wish: Wish) => Reach<T>;
  readonly keys: ScopeKeys;
}

/** What a pair leads from and to. */
interface Ends {
  readonly before: Routed;
  readonly after: Routed;
}

/** Goes through the scopes of two lists, and collects what they route differently. */
export class DifferenceSearch<T extends IntegrationLike> {
  readonly #engines: readonly [Engine, Engine];
  readonly #questions: Questions;
  readonly #share = treeSharer();
  readonly #separation = new Separation();
  readonly #found = new Map<string, RoutingDifference>();
  readonly #undecided = new Map<string, UndecidedDifference>();
  readonly #deferred: Deferred<T>[] = [];
  /** The identities of the changed records that make a difference, as far as is known. */
  readonly #shown = new Set<string>();

  constructor(engines: readonly [Engine, Engine], questions: Questions) {
    this.#engines = engines;
    this.#questions = questions;
  }

  /** Looks for differences in one scope, at contexts in which fields hold single values. */
  lookAt({ keys, inScope }: Scope<T>, policy: Policy<T>): void {
    const [before, after] = [0, 1].map((list) =>
      decisionListOf(inScope[list] ?? [], policy, this.#share),
    );
    if (before === undefined || after === undefined) return;
    for (const pair of pairsOf(compareLists(before, after))) {
      const ends = this.#endsOf(pair);
      if (this.#found.has(keyOf(ends)) || !this.#canPass(pair.also)) continue;
      const find = (wish: Wish): Reach<T> => this.#reach(before, after, pair, wish);
      this.#decide({ pair, ends, find, keys });
    }
  }

  /**
   * Looks at lists in fields, too, and gives all that was found.
   *
   * @param everyList - whether also for pairs whose changed records make a difference as it is
   */
  finish(everyList: boolean): RoutingDiff {
    for (const { pair, ends, find, keys } of this.#deferred) {
      if (this.#found.has(keyOf(ends))) continue;
      if (!everyList && pair.changed.every((identity) => this.#shown.has(identity))) continue;
      this.#note(find({}), pair, ends, keys);
    }
    return {
      differences: [...this.#found.values()].sort(byPlace),
      undecided: [...this.#undecided]
        .filter(([key]) => !this.#found.has(key))
        .map(([, undecided]) => undecided)
        .sort(byPlace),
    };
  }

  #decide(deferred: Deferred<T>): void {
    const { pair, ends, find, keys } = deferred;
    const [before, after] = pair.rules;
    if (areApart(this.#separation.of(before.rule.tree), this.#separation.of(after.rule.tree))) {
      this.#deferred.push(deferred);
      return;
    }
    const first = find({});
    const hasList = first.verdict === "found" && holdsList(first.context);
    const single = hasList ? find({ singleValues: true }) : first;
    if (hasList && single.verdict !== "found")
      this.#deferred.push({ ...deferred, find: () => first });
    else this.#note(single, pair, ends, keys);
  }

  #note(answer: Reach<T>, { changed }: Pair<T>, ends: Ends, keys: ScopeKeys): void {
    if (answer.verdict === "none") return;
    const context =
      answer.verdict === "found" ? this.#confirm(answer.context, keys, ends) : undefined;
    if (context === undefined) {
      const because = answer.verdict === "unknown" ? answer.because : UNCONFIRMED;
      this.#undecided.set(keyOf(ends), { ...ends, because });
      return;
    }
    this.#found.set(keyOf(ends), { ...ends, context });
    for (const identity of changed) this.#shown.add(identity);
  }

  /** The smallest context that both lists route as wanted; `undefined` if they do not. */
  #confirm(
    data: ConditionContext,
    keys: ScopeKeys,
    { before, after }: Ends,
  ): SelectionContext | undefined {
    const [routeBefore, routeAfter] = this.#engines;
    const differs = (context: SelectionContext): boolean =>
      isRouted(routeBefore(context), before) && isRouted(routeAfter(context), after);
    const context = withKeys(keys, data);
    return differs(context) ? shrink(context, differs) : undefined;
  }

  #canPass(trees: readonly Tree[]): boolean {
    return trees.every((tree) => this.#questions.passing(tree).verdict !== "none");
  }

  #reach(before: DecisionList<T>, after: DecisionList<T>, pair: Pair<T>, wish: Wish): Reach<T> {
    const targets = [
      { list: before, place: pair.before },
      { list: after, place: pair.after },
    ];
    return reach(targets, this.#questions.ask, { ...wish, also: pair.also });
  }

  #endsOf({ rules: [before, after] }: Pair<T>): Ends {
    return {
      before: routedTo(before.rule.candidate, before.rule.reason),
      after: routedTo(after.rule.candidate, after.rule.reason),
    };
  }
}

function isRouted(found: Routed | undefined, wanted: Routed): boolean {
  return found !== undefined && isSameIntegration(found, wanted);
}

function keyOf({ before, after }: Ends): string {
  return `${before.integration?.index} ${after.integration?.index}`;
}

function byPlace(a: Ends, b: Ends): number {
  return placeOf(a.before) - placeOf(b.before) || placeOf(a.after) - placeOf(b.after);
}

/** Nothing goes last. */
function placeOf({ integration }: Routed): number {
  return integration?.index ?? Number.MAX_SAFE_INTEGER;
}
