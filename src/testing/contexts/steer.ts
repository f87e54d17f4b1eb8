import type { Random } from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { visit } from "../../tree/visit.js";
import { pick, sample, shuffled } from "../random.js";
import { type Draft, type Drafting, withChoice } from "./draft.js";
import type { RuleSet, Target } from "./rule-set.js";
import { fieldKeysOf, Settlements } from "./settlements.js";

/** How many conditions are put right before a search starts to go in circles. */
const MOST_STEPS = 25;

/** How many values that settle one condition are tried for one that settles the whole tree. */
const MOST_TRIES = 8;

/** A condition that stands in the way, and the outcome that it should have. */
interface Obstacle {
  readonly condition: ConditionNode;
  readonly wanted: boolean;
}

/**
 * Turns drafts towards a goal, one condition at a time, as WalkSAT does: find a condition that
 * stands in the way, give its field a value that settles it, and look again.
 */
export class Steering<T extends IntegrationLike> {
  readonly #drafting: Drafting<T>;
  readonly #ruleSet: RuleSet<T>;
  readonly #byRecord: ReadonlyMap<T, Target<T>>;
  readonly #settlements: Settlements<T>;

  constructor(ruleSet: RuleSet<T>, drafting: Drafting<T>) {
    this.#ruleSet = ruleSet;
    this.#drafting = drafting;
    this.#settlements = new Settlements(drafting);
    this.#byRecord = new Map(ruleSet.targets.map((target) => [target.integration, target]));
  }

  /**
   * Towards a context that selects an integration; where none is found, one in which its conditions
   * pass, and where there is none of these either, any.
   */
  towards(target: Target<T>, draft: Draft, random: Random): Draft {
    let current = draft;
    let met: Draft | undefined;
    for (let step = 0; step < MOST_STEPS; step++) {
      const context = this.#drafting.contextOf(current);
      const selected = this.#ruleSet.router.select(context);
      if (selected === target.integration) return current;
      const { tree } = target;
      const isMet = tree === undefined || this.#settlements.passes(tree, context);
      if (isMet) met = current;
      const shadow = selected && this.#byRecord.get(selected)?.tree;
      const wanted = !isMet;
      const obstacle = wanted ? tree : shadow;
      if (obstacle === undefined) return current;
      current = this.#step(obstacle, wanted, current, context, random);
    }
    return met ?? current;
  }

  /** Settles one condition, whatever becomes of the others. */
  settle(condition: ConditionNode, wanted: boolean, draft: Draft, random: Random): Draft {
    return this.#step(condition, wanted, draft, this.#drafting.contextOf(draft), random);
  }

  /** Settles one of the conditions that keep a tree from its wanted outcome. */
  #step(
    tree: Tree,
    wanted: boolean,
    draft: Draft,
    context: SelectionContext,
    random: Random,
  ): Draft {
    const found = this.#obstacle(tree, wanted, context, random);
    if (found === undefined) return draft;
    const { condition } = found;
    const keys = shuffled(fieldKeysOf(condition), random);
    for (const key of keys) {
      const choices = this.#settlements.choicesFor(key, condition, found.wanted, draft);
      if (choices.length === 0) continue;
      const tried = sample(choices, MOST_TRIES, random).map((choice) =>
        withChoice(draft, key, choice),
      );
      const settlesAll = (candidate: Draft): boolean =>
        this.#settlements.passes(tree, this.#drafting.contextOf(candidate)) === wanted;
      return tried.find(settlesAll) ?? pick(tried, random);
    }
    // No one field settles it: another value in any of them may let the next step do so.
    const key = pick(keys, random);
    const size = this.#drafting.pools.get(key)?.values.length ?? 0;
    return size === 0 ? draft : withChoice(draft, key, random.nextInt(0, size - 1));
  }

  /** A condition that keeps a tree from an outcome. */
  #obstacle(
    tree: Tree,
    wanted: boolean,
    context: SelectionContext,
    random: Random,
  ): Obstacle | undefined {
    return visit<Obstacle | undefined>(tree, {
      constant: () => undefined,
      condition: (condition) => ({ condition, wanted }),
      not: ({ child }) => this.#obstacle(child, !wanted, context, random),
      group: ({ children }) => {
        const standing = children.filter(
          (child) => this.#settlements.passes(child, context) !== wanted,
        );
        return shuffled(standing, random)
          .map((child) => this.#obstacle(child, wanted, context, random))
          .find((obstacle) => obstacle !== undefined);
      },
    });
  }
}
