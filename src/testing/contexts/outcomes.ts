import type { SelectionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import type { IntegrationLike } from "../../integration.js";
import { fieldsReadBy } from "../../tree/fields-read.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { keyOfField } from "../../values/field.js";
import { type Choice, type Draft, type Drafting, NOTHING, withChoice } from "./draft.js";

/** The choices with which a condition passes, and those with which it fails. */
interface ChoicesByOutcome {
  readonly pass: Choice[];
  readonly fail: Choice[];
}

/** The outcomes of each condition by the values of its fields, found out once by trying them. */
export class Outcomes<T extends IntegrationLike> {
  readonly #drafting: Drafting<T>;
  readonly #predicates = new WeakMap<Tree, Predicate>();
  /** By the field, and what the condition's other fields hold. */
  readonly #known = new WeakMap<ConditionNode, Map<string, ChoicesByOutcome>>();

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
    const known = this.#known.get(condition) ?? new Map<string, ChoicesByOutcome>();
    this.#known.set(condition, known);
    const situation = JSON.stringify([key, ...beside]);
    const choices =
      known.get(situation) ??
      this.#tryAll(
        key,
        condition,
        others.reduce((base, other, at) => withChoice(base, other, beside[at]), NOTHING),
      );
    known.set(situation, choices);
    return wanted ? choices.pass : choices.fail;
  }

  #tryAll(key: string, condition: ConditionNode, base: Draft): ChoicesByOutcome {
    const choices: ChoicesByOutcome = { pass: [], fail: [] };
    for (const choice of this.#drafting.choicesFor(key, condition)) {
      const context = this.#drafting.contextOf(withChoice(base, key, choice));
      choices[this.passes(condition, context) ? "pass" : "fail"].push(choice);
    }
    return choices;
  }
}

/** The fields that a condition reads: its own, and those of its references. */
export function fieldKeysOf(condition: ConditionNode): string[] {
  return [...new Set(fieldsReadBy(condition).map(keyOfField))];
}
