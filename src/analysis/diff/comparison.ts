import type { IntegrationLike } from "../../integration.js";
import { allOf, FAILS, not } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import type { DecisionList, Rule } from "../decision-lists/decision-list.js";
import { identityOf, NOTHING } from "./identity.js";
import { longestAscent } from "./unmoved.js";

/** One rule of a list beside what became of it in the other. */
export interface Compared<T extends IntegrationLike> {
  readonly rule: Rule<T>;
  readonly identity: string;
  /** Where its counterpart stands in the other list; missing where it has none. */
  readonly counterpart: number | undefined;
  /** What passes here and not in the counterpart; unsatisfiable where the trees are one. */
  readonly lost: Tree;
  /** Whether it differs from its counterpart, or stands elsewhere among those that do not. */
  readonly isChanged: boolean;
}

/** The rules of two decision lists, each beside its counterpart. */
export interface Comparison<T extends IntegrationLike> {
  readonly before: readonly Compared<T>[];
  readonly after: readonly Compared<T>[];
}

/** @param before - a decision list whose equal trees are one object with those of `after` */
export function compareLists<T extends IntegrationLike>(
  before: DecisionList<T>,
  after: DecisionList<T>,
): Comparison<T> {
  const places = [before, after].map(({ rules }) => placesOf(rules));
  const [inBefore = new Map(), inAfter = new Map()] = places;
  const same: number[] = [];
  const samePlaces: number[] = [];
  for (const [at, rule] of before.rules.entries()) {
    const place = inAfter.get(nameOf(rule));
    const isSame =
      inBefore.get(nameOf(rule)) === at && after.rules[place ?? -1]?.tree === rule.tree;
    if (!isSame || place === undefined) continue;
    same.push(at);
    samePlaces.push(place);
  }
  const unmoved = longestAscent(samePlaces);
  return {
    before: compareEach(before.rules, after.rules, inAfter, pick(same, unmoved)),
    after: compareEach(after.rules, before.rules, inBefore, pick(samePlaces, unmoved)),
  };
}

function compareEach<T extends IntegrationLike>(
  rules: readonly Rule<T>[],
  others: readonly Rule<T>[],
  places: ReadonlyMap<string, number | undefined>,
  unchanged: ReadonlySet<number>,
): readonly Compared<T>[] {
  return rules.map((rule, at) => {
    const identity = nameOf(rule);
    const counterpart = places.get(identity);
    const other = others[counterpart ?? -1]?.tree;
    return {
      rule,
      identity,
      counterpart,
      lost:
        other === rule.tree
          ? FAILS
          : allOf([rule.tree, ...(other === undefined ? [] : [not(other)])]),
      isChanged: !unchanged.has(at),
    };
  });
}

/** Where each integration's rule stands; `undefined` where it has several, which none can match. */
function placesOf<T extends IntegrationLike>(
  rules: readonly Rule<T>[],
): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [at, rule] of rules.entries()) {
    const name = nameOf(rule);
    places.set(name, places.has(name) ? undefined : at);
  }
  return places;
}

function nameOf<T extends IntegrationLike>({ candidate }: Rule<T>): string {
  return candidate === undefined ? NOTHING : identityOf(candidate);
}

function pick(items: readonly number[], places: readonly number[]): ReadonlySet<number> {
  return new Set(places.flatMap((place) => items[place] ?? []));
}
