import type { SelectionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import type { IntegrationLike } from "../../integration.js";
import { fieldsReadBy } from "../../tree/fields-read.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { keyOfField } from "../../values/field.js";
import { type Choice, type Draft, type Drafting, NOTHING, withChoice } from "./draft.js";

/** The choices with which a condition passes, and those with which it fails. */
interface Outcomes {
  readonly pass: Choice[];
  readonly fail: Choice[];
}

/** Which values of its fields settle each condition, found out once by trying them. */
export class Settlements<T extends IntegrationLike> {
  readonly #drafting: Drafting<T>;
  readonly #predicates = new WeakMap<Tree, Predicate>();
  /** By the field, and what the condition's other fields hold. */
  readonly #outcomes = new WeakMap<ConditionNode, Map<string, Outcomes>>();

  constructor(drafting: Drafting<T>) {
    this.#drafting = drafting;
  }

  passes(tree: Tree, context: SelectionContext): boolean {
    const known = this.#predicates.get(tree);
    const passes = known ?? compileTree(tree);
    if (known === undefined) this.#predicates.set(tree, passes);
    return passes(context);
  }

  /** The choices for one field that give a condition an outcome, its other fields as in a draft. */
  choicesFor(
    key: string,
    condition: ConditionNode,
    wanted: boolean,
    draft: Draft,
  ): readonly Choice[] {
    const others = fieldKeysOf(condition).filter((other) => other !== key);
    const beside = others.map((other) => draft.choices.get(other));
    const known = this.#outcomes.get(condition) ?? new Map<string, Outcomes>();
    this.#outcomes.set(condition, known);
    const place = JSON.stringify([key, ...beside]);
    const outcomes =
      known.get(place) ??
      this.#tryAll(
        key,
        condition,
        others.reduce((base, other, at) => withChoice(base, other, beside[at]), NOTHING),
      );
    known.set(place, outcomes);
    return wanted ? outcomes.pass : outcomes.fail;
  }

  #tryAll(key: string, condition: ConditionNode, base: Draft): Outcomes {
    const outcomes: Outcomes = { pass: [], fail: [] };
    for (const choice of this.#drafting.choicesFor(key, condition)) {
      const context = this.#drafting.contextOf(withChoice(base, key, choice));
      outcomes[this.passes(condition, context) ? "pass" : "fail"].push(choice);
    }
    return outcomes;
  }
}

/** The fields that a condition reads: its own, and those of its references. */
export function fieldKeysOf(condition: ConditionNode): string[] {
  return [...new Set(fieldsReadBy(condition).map(keyOfField))];
}
