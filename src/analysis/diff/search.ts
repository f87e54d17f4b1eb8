import type { ConditionContext, SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Policy } from "../../routing/selection/policy.js";
import type { ContextOrder } from "../../tree/context-order.js";
import { treeSharer } from "../../tree/share-trees.js";
import { getOrMake } from "../../util/get-or-make.js";
import { areApart, Separation } from "../decision-lists/apart.js";
import { type DecisionList, decisionListOf } from "../decision-lists/decision-list.js";
import {
  type Engine,
  isSameIntegration,
  type Routed,
  routedTo,
  UNCONFIRMED,
} from "../decision-lists/engine.js";
import type { Questions } from "../decision-lists/questions.js";
import { type Reach, reach, type Wish } from "../decision-lists/reach.js";
import { type Scope, type ScopeKeys, withKeys } from "../decision-lists/scopes.js";
import { shrink } from "../decision-lists/shrink.js";
import { holdsList } from "../decision-lists/single-values.js";
import { type Compared, compareLists } from "./comparison.js";
import { type Pair, pairsOf, type Side } from "./pairs.js";
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
  readonly #order: ContextOrder;
  readonly #share = treeSharer();
  readonly #separation = new Separation();
  readonly #found = new Map<string, RoutingDifference>();
  readonly #undecided = new Map<string, UndecidedDifference>();
  readonly #deferred: Deferred<T>[] = [];
  /** Whether the rules of changed records decide anywhere, and where their counterparts fail. */
  readonly #deciding = new Map<Compared<T>, boolean>();
  readonly #losing = new Map<Compared<T>, boolean>();
  /** The identities of the changed records that make a difference, as far as is known. */
  readonly #shown = new Set<string>();

  constructor(engines: readonly [Engine, Engine], questions: Questions, order: ContextOrder) {
    this.#engines = engines;
    this.#questions = questions;
    this.#order = order;
  }

  /** Looks for differences in one scope, at contexts in which fields hold single values. */
  lookAt({ keys, inScope }: Scope<T>, policy: Policy<T>): void {
    const [before, after] = [0, 1].map((list) =>
      decisionListOf(inScope[list] ?? [], policy, this.#share),
    );
    if (before === undefined || after === undefined) return;
    for (const pair of pairsOf(compareLists(before, after))) {
      const ends = endsOf(pair);
      if (this.#found.has(keyOf(ends))) continue;
      if (!this.#canDecide(before, pair.before) || !this.#canDecide(after, pair.after)) continue;
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
      if (!everyList && changedIn(pair).every((identity) => this.#shown.has(identity))) continue;
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
    const [before, after] = [pair.before, pair.after].map(({ compared }) =>
      this.#separation.of(compared.rule.tree),
    );
    if (before !== undefined && after !== undefined && areApart(before, after)) {
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

  #note(answer: Reach<T>, pair: Pair<T>, ends: Ends, keys: ScopeKeys): void {
    if (answer.verdict === "none") return;
    const context =
      answer.verdict === "found" ? this.#confirm(answer.context, keys, ends) : undefined;
    if (context === undefined) {
      const because = answer.verdict === "unknown" ? answer.because : UNCONFIRMED;
      this.#undecided.set(keyOf(ends), { ...ends, because });
      return;
    }
    this.#found.set(keyOf(ends), { ...ends, context });
    for (const identity of changedIn(pair)) this.#shown.add(identity);
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
    return differs(context) ? this.#order.sorted(shrink(context, differs)) : undefined;
  }

  /** Whether the rule of a changed record decides anywhere at all. */
  #canDecide(list: DecisionList<T>, { compared, place, isLost }: Side<T>): boolean {
    if (!compared.isChanged) return true;
    return getOrMake(isLost ? this.#losing : this.#deciding, compared, () => {
      const also = isLost ? [compared.lost] : [];
      return reach([{ list, place }], this.#questions.ask, { also }).verdict !== "none";
    });
  }

  #reach(before: DecisionList<T>, after: DecisionList<T>, pair: Pair<T>, wish: Wish): Reach<T> {
    const targets = [
      { list: before, place: pair.before.place },
      { list: after, place: pair.after.place },
    ];
    const also = [pair.before, pair.after].flatMap(({ compared, isLost }) =>
      isLost ? compared.lost : [],
    );
    return reach(targets, this.#questions.ask, { ...wish, also });
  }
}

function endsOf<T extends IntegrationLike>({ before, after }: Pair<T>): Ends {
  return {
    before: routedTo(before.compared.rule.candidate, before.compared.rule.reason),
    after: routedTo(after.compared.rule.candidate, after.compared.rule.reason),
  };
}

/** The identities of the changed records of a pair, one at least. */
function changedIn<T extends IntegrationLike>({ before, after }: Pair<T>): readonly string[] {
  return [before.compared, after.compared].flatMap(({ isChanged, identity }) =>
    isChanged ? identity : [],
  );
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
