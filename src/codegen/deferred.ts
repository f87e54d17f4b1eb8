import { compileGuarded, compileMatcher, type Test } from "../evaluate/closures/guarded.js";
import type { Matcher } from "../operators/operator.js";
import type { Tree } from "../tree/tree.js";
import { conditionsOf } from "../tree/walk.js";

/**
 * What generated code leaves to closures, made when it is first needed: most conditions only ever
 * meet the kinds of values that their code tests itself.
 */
export class Deferred {
  readonly #tree: Tree;
  #matchers: readonly Matcher[] | undefined;
  #test: Test | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /**
   * Tests a value of any kind against one of the tree's conditions, counted in their order, which
   * code is generated in.
   */
  matches(index: number, value: unknown, context: object, now: number): boolean {
    this.#matchers ??= conditionsOf(this.#tree).map(compileMatcher);
    return this.#matchers[index]?.(value, context, now) === true;
  }

  /** Decides anew what threw half-way: closures hold each condition to account on its own. */
  decide(context: object, now: number): boolean {
    this.#test ??= compileGuarded(this.#tree);
    return this.#test(context, now);
  }
}
