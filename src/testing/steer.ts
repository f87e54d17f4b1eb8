import type { Random } from "fast-check";
import type { ConditionNode, Tree } from "../conditions/tree.js";
import type { SelectionContext } from "../context.js";
import { compileTree, type Predicate } from "../evaluate/predicate.js";
import type { IntegrationLike } from "../integration.js";
import { isLiteral, isReference, termsOf } from "../operators/operand.js";
import { type Draft, type Drafting, NOTHING, withChoice } from "./draft.js";
import { keyOf } from "./fields.js";
import { pick, sample, shuffled } from "./random.js";
import type { RuleSet, Target } from "./rule-set.js";

/** How many conditions are put right before a search starts to go in circles. */
const MOST_STEPS = 25;

/** How many values that settle one condition are tried for one that settles the whole tree. */
const MOST_TRIES = 8;

/** How many values are tried where it depends on another field which of them settle a condition. */
const MOST_TRIES_OF_REFERENCES = 24;

/** A value of a field by its number; `undefined` leaves the field out. */
type Choice = number | undefined;

/** The choices with which a condition passes, and those with which it fails. */
interface Outcomes {
  readonly pass: Choice[];
  readonly fail: Choice[];
}

/**
 * Turns drafts towards a goal, one condition at a time, as WalkSAT does: find a condition that
 * stands in the way, give its field a value that settles it, and look again.
 */
export class Steering<T extends IntegrationLike> {
  readonly #drafting: Drafting<T>;
  readonly #ruleSet: RuleSet<T>;
  readonly #byRecord: ReadonlyMap<T, Target<T>>;
  readonly #outcomes = new WeakMap<ConditionNode, Outcomes>();
  readonly #predicates = new WeakMap<Tree, Predicate>();

  constructor(ruleSet: RuleSet<T>, drafting: Drafting<T>) {
    this.#ruleSet = ruleSet;
    this.#drafting = drafting;
    this.#byRecord = new Map(ruleSet.targets.map((target) => [target.integration, target]));
  }

  /** Towards a context that selects an integration. */
  towards(target: Target<T>, draft: Draft, random: Random): Draft {
    let current = draft;
    for (let step = 0; step < MOST_STEPS; step++) {
      const context = this.#drafting.contextOf(current);
      const selected = this.#ruleSet.router.select(context);
      if (selected === target.integration) return current;
      const { tree } = target;
      const isMet = tree === undefined || this.#passes(tree, context);
      const shadow = selected && this.#byRecord.get(selected)?.tree;
      const wanted = !isMet;
      const obstacle = wanted ? tree : shadow;
      if (obstacle === undefined) return current;
      current = this.#step(obstacle, wanted, current, context, random);
    }
    return current;
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
    const references = termsOf(condition.operand).filter(isReference);
    const fields = [condition.field, ...references.map(({ field }) => field)];
    for (const field of shuffled(fields, random)) {
      const tried = this.#settling(keyOf(field), condition, found.wanted, draft, random);
      if (tried.length === 0) continue;
      const settlesAll = (candidate: Draft): boolean =>
        this.#passesWith(candidate, tree) === wanted;
      return tried.find(settlesAll) ?? pick(tried, random);
    }
    return draft;
  }

  /** Drafts that differ in one field and settle a condition. */
  #settling(
    key: string,
    condition: ConditionNode,
    wanted: boolean,
    draft: Draft,
    random: Random,
  ): Draft[] {
    const withEach = (choices: readonly Choice[]): Draft[] =>
      choices.map((choice) => withChoice(draft, key, choice));
    if (termsOf(condition.operand).every(isLiteral)) {
      const outcomes = this.#outcomesOf(key, condition);
      return withEach(sample(outcomes[wanted ? "pass" : "fail"], MOST_TRIES, random));
    }
    return withEach(sample(this.#choices(key), MOST_TRIES_OF_REFERENCES, random))
      .filter((candidate) => this.#passesWith(candidate, condition) === wanted)
      .slice(0, MOST_TRIES);
  }

  /** The choices that decide a condition without references, which is the same in every draft. */
  #outcomesOf(key: string, condition: ConditionNode): Outcomes {
    const known = this.#outcomes.get(condition);
    if (known !== undefined) return known;
    const outcomes: Outcomes = { pass: [], fail: [] };
    for (const choice of this.#choices(key)) {
      const passes = this.#passesWith(withChoice(NOTHING, key, choice), condition);
      outcomes[passes ? "pass" : "fail"].push(choice);
    }
    this.#outcomes.set(condition, outcomes);
    return outcomes;
  }

  /** Every value of a field, and that it is left out. */
  #choices(key: string): Choice[] {
    return [undefined, ...(this.#drafting.pools.get(key)?.values ?? []).keys()];
  }

  #passesWith(draft: Draft, tree: Tree): boolean {
    return this.#passes(tree, this.#drafting.contextOf(draft));
  }

  /** A condition that keeps a tree from an outcome, and the outcome that it should have. */
  #obstacle(
    tree: Tree,
    wanted: boolean,
    context: SelectionContext,
    random: Random,
  ): { readonly condition: ConditionNode; readonly wanted: boolean } | undefined {
    switch (tree.kind) {
      case "constant":
        return undefined;
      case "condition":
        return { condition: tree, wanted };
      case "not":
        return this.#obstacle(tree.child, !wanted, context, random);
      default: {
        const standing = tree.children.filter((child) => this.#passes(child, context) !== wanted);
        return shuffled(standing, random)
          .map((child) => this.#obstacle(child, wanted, context, random))
          .find((obstacle) => obstacle !== undefined);
      }
    }
  }

  #passes(tree: Tree, context: SelectionContext): boolean {
    const known = this.#predicates.get(tree);
    const passes = known ?? compileTree(tree);
    if (known === undefined) this.#predicates.set(tree, passes);
    return passes(context);
  }
}
