import type { Tree } from "../../conditions/tree.js";
import { Deferred } from "../deferred.js";
import type { Test } from "../guarded.js";
import { makeFunction } from "./make-function.js";
import { runtime } from "./runtime.js";
import { writeCode } from "./write-code.js";

/** Makes the test of one tree out of what its shape shares. */
type Factory = (deferred: Deferred, constants: readonly unknown[]) => Test;

/** Engines stop optimising functions somewhat beyond this, and closures are then the faster. */
const LONGEST_BODY = 100_000;

/**
 * How many shapes are remembered. Rule sets have dozens; a caller whose every rule is of a shape of
 * its own gains nothing from the memory, and must not fill it.
 */
const MOST_SHAPES = 1_000;

/** By the code itself, so that no two shapes can be taken for one; the last used stands last. */
const factories = new Map<string, Factory | undefined>();

/**
 * Makes the test of a tree as a generated function, one for all trees that differ only in what
 * they compare with.
 *
 * @returns the test; `undefined` where the runtime makes no functions from code, or the tree is
 *   too large to be worth one
 */
export function generateTest(tree: Tree): Test | undefined {
  const { body, constants } = writeCode(tree);
  if (body.length > LONGEST_BODY) return undefined;
  return factoryOf(body)?.(new Deferred(tree), constants);
}

function factoryOf(body: string): Factory | undefined {
  const isKnown = factories.has(body);
  const factory = isKnown ? factories.get(body) : makeFactory(body);
  factories.delete(body);
  factories.set(body, factory);
  if (factories.size > MOST_SHAPES) forgetOldest();
  return factory;
}

function makeFactory(body: string): Factory | undefined {
  return makeFunction("runtime", body)?.(runtime) as Factory | undefined;
}

function forgetOldest(): void {
  for (const body of factories.keys()) {
    factories.delete(body);
    return;
  }
}
