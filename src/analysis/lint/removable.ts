import type { IntegrationLike } from "../../integration.js";
import { allOf, not, oneOf } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import { childrenOf, conditionsOf, usesClock } from "../../tree/walk.js";
import type { LocatedNode } from "../decision-lists/located-node.js";
import type { Queries } from "../decision-lists/queries.js";
import { refTo } from "../decision-lists/ref-to.js";
import { fieldsOf, meet } from "../decision-lists/single-values.js";
import type { LintRun } from "./run.js";

/**
 * Tells of conditions and groups that can be removed without changing anything: all that are told of
 * can go together. Of two that say the same, the first stays.
 */
export function checkRemovable<T extends IntegrationLike>(run: LintRun<T>): void {
  const { queries } = run;
  for (const { candidate, tree, located: whole } of run.conditioned) {
    // Where all of it passes, or none, that is told; each part could then go.
    const isConstant =
      queries.passing(tree).verdict === "none" || queries.failing(tree).verdict === "none";
    if (isConstant || everyConditionCounts(tree, queries)) continue;
    const integration = refTo(candidate);
    const removal = new Removal(whole, queries, {
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
function everyConditionCounts(tree: Tree, queries: Queries): boolean {
  if (holdsConstant(tree)) return false;
  const leaves = conditionsOf(tree);
  const fields = leaves.flatMap(fieldsOf);
  const areApart = fields.every((field, at) =>
    fields.slice(at + 1).every((other) => !meet(field, other)),
  );
  if (leaves.filter(usesClock).length > 1) return false;
  return areApart && leaves.every((leaf) => canBeEither(leaf, queries));
}

function canBeEither(leaf: Tree, queries: Queries): boolean {
  return queries.passing(leaf).verdict === "found" && queries.failing(leaf).verdict === "found";
}

function holdsConstant(tree: Tree): boolean {
  return tree.kind === "constant" || childrenOf(tree).some(holdsConstant);
}

interface Told {
  removable(part: LocatedNode): void;
  open(part: LocatedNode, because: string): void;
}

/** Takes parts of a tree away, one after the other, as long as it decides the same. */
class Removal {
  readonly #whole: LocatedNode;
  readonly #queries: Queries;
  readonly #told: Told;
  readonly #removed = new Set<LocatedNode>();

  constructor(whole: LocatedNode, queries: Queries, told: Told) {
    this.#whole = whole;
    this.#queries = queries;
    this.#told = told;
  }

  tryAll(): void {
    this.#tryMembers(this.#whole);
  }

  /** From the last one on, so that of two that say the same the first stays. */
  #tryMembers({ children }: LocatedNode): void {
    let left = children.length;
    for (const part of [...children].reverse()) {
      // Without its last member a group would pass, which is not what removing it means.
      if (left > 1 && this.#canGo(part)) {
        left--;
        this.#told.removable(part);
      } else {
        this.#tryMembers(part);
      }
    }
  }

  /** Removes a part where that changes nothing. */
  #canGo(part: LocatedNode): boolean {
    this.#removed.add(part);
    const whole = this.#whole.node;
    const rest = this.#without(this.#whole);
    for (const change of [allOf([rest, not(whole)]), allOf([whole, not(rest)])]) {
      const answer = this.#queries.ask(change);
      if (answer.verdict === "none") continue;
      if (answer.verdict === "unknown") this.#told.open(part, answer.because);
      this.#removed.delete(part);
      return false;
    }
    return true;
  }

  /** The tree of a part without what was removed from it. */
  #without({ node, children }: LocatedNode): Tree {
    if (children.length === 0) return node;
    const kept = children.filter((child) => !this.#removed.has(child));
    const members = kept.map((child) => this.#without(child));
    const group = node.kind === "not" ? node.child : node;
    const tree = group.kind === "and" ? allOf(members) : oneOf(members);
    return node.kind === "not" ? not(tree) : tree;
  }
}
