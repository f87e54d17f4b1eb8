import { not } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import { getOrMake } from "../../util/get-or-make.js";
import { type AnalysisOptions, type Answer, createSolver } from "../solver/solver.js";

/** Asks whether some context passes a tree. */
export type Ask = (tree: Tree) => Answer;

/** The clock of a context whose conditions leave it open: an answer must not change with time. */
const SOME_TIME = Date.UTC(2026, 0, 1);

/** The questions of one analysis; the answers to those that come up again are remembered. */
export class Questions {
  readonly ask: Ask;
  readonly #passing = new Map<Tree, Answer>();
  readonly #failing = new Map<Tree, Answer>();

  /** @param readsClock - whether a list that they are about does */
  constructor(options: AnalysisOptions, readsClock: boolean) {
    const solver = createSolver(options);
    this.ask = (tree) => {
      const answer = solver.findContext(tree);
      return readsClock && answer.verdict === "found"
        ? { ...answer, context: { now: SOME_TIME, ...answer.context } }
        : answer;
    };
  }

  /** A context that passes a tree, remembered by its identity. */
  passing(tree: Tree): Answer {
    return getOrMake(this.#passing, tree, () => this.ask(tree));
  }

  /** A context that fails a tree, remembered by its identity. */
  failing(tree: Tree): Answer {
    return getOrMake(this.#failing, tree, () => this.ask(not(tree)));
  }
}
