import type { IntegrationLike } from "../../integration.js";
import { allOf, not, oneOf } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import { childrenOf, conditionsOf, usesClock } from "../../tree/walk.js";
import type { Place } from "../decision-lists/places.js";
import type { Questions } from "../decision-lists/questions.js";
import { refTo } from "../decision-lists/ref-to.js";
import { fieldsOf, meet } from "../decision-lists/single-values.js";
import type { LintRun } from "./run.js";

/**
 * Tells of conditions and groups that can be removed without changing anything: all that are told of
 * can go together. Of two that say the same, the first stays.
 */
export function checkRemovable<T extends IntegrationLike>(run: LintRun<T>): void {
  const { questions } = run;
  for (const { candidate, tree, place: whole } of run.conditioned) {
    // Where all of it passes, or none, that is told; each part could then go.
    const isConstant =
      questions.passing(tree).verdict === "none" || questions.failing(tree).verdict === "none";
    if (isConstant || everyConditionCounts(tree, questions)) continue;
    const integration = refTo(candidate);
    const removal = new Removal(whole, questions, {
      removable: ({ children, path }) => {
        const what = children.length === 0 ? "this condition" : "this group";
        const message = `${what} can be removed without changing anything`;
        run.tell("removable-condition", integration, { path, message });
      },
      open: ({ path }, because) =>
        run.leaveOpen("removable-condition", integration, because, { path }),
    });
    removal.tryAll();
  }
}

/**
 * Whether no part of a tree can go, without a search: each of its conditions can turn out either
 * way, whatever the others do, since no two read the same field or the clock. Each then decides
 * somewhere.
 */
function everyConditionCounts(tree: Tree, questions: Questions): boolean {
  if (holdsConstant(tree)) return false;
  const leaves = conditionsOf(tree);
  const fields = leaves.flatMap(fieldsOf);
  const areApart = fields.every((field, at) =>
    fields.slice(at + 1).every((other) => !meet(field, other)),
  );
  if (leaves.filter(usesClock).length > 1) return false;
  return areApart && leaves.every((leaf) => canBeEither(leaf, questions));
}

function canBeEither(leaf: Tree, questions: Questions): boolean {
  return questions.passing(leaf).verdict === "found" && questions.failing(leaf).verdict === "found";
}

function holdsConstant(tree: Tree): boolean {
  return tree.kind === "constant" || childrenOf(tree).some(holdsConstant);
}

interface Told {
  removable(place: Place): void;
  open(place: Place, because: string): void;
}

/** Takes parts of a tree away, one after the other, as long as it decides the same. */
class Removal {
  readonly #whole: Place;
  readonly #questions: Questions;
  readonly #told: Told;
  readonly #removed = new Set<Place>();

  constructor(whole: Place, questions: Questions, told: Told) {
    this.#whole = whole;
    this.#questions = questions;
    this.#told = told;
  }

  tryAll(): void {
    this.#tryMembers(this.#whole);
  }

  /** From the last one on, so that of two that say the same the first stays. */
  #tryMembers({ children }: Place): void {
    let left = children.length;
    for (const place of [...children].reverse()) {
      // Without its last member a group would pass, which is not what removing it means.
      if (left > 1 && this.#canGo(place)) {
        left--;
        this.#told.removable(place);
      } else {
        this.#tryMembers(place);
      }
    }
  }

  /** Removes a place where that changes nothing. */
  #canGo(place: Place): boolean {
    this.#removed.add(place);
    const whole = this.#whole.node;
    const rest = this.#without(this.#whole);
    for (const change of [allOf([rest, not(whole)]), allOf([whole, not(rest)])]) {
      const answer = this.#questions.ask(change);
      if (answer.verdict === "none") continue;
      if (answer.verdict === "unknown") this.#told.open(place, answer.because);
      this.#removed.delete(place);
      return false;
    }
    return true;
  }

  /** The tree of a place without what was removed from it. */
  #without({ node, children }: Place): Tree {
    if (children.length === 0) return node;
    const kept = children.filter((child) => !this.#removed.has(child));
    const members = kept.map((child) => this.#without(child));
    const group = node.kind === "not" ? node.child : node;
    const tree = group.kind === "and" ? allOf(members) : oneOf(members);
    return node.kind === "not" ? not(tree) : tree;
  }
}
