import type { Test } from "../evaluate/closures/guarded.js";
import type { CodeGenerator } from "../evaluate/predicate.js";
import type { Tree } from "../tree/tree.js";
import { Deferred } from "./deferred.js";
import { makeFunction } from "./make-function.js";
import { runtime } from "./runtime.js";
import { shapeOf, writeCode } from "./write-code.js";

/** Makes the test of one tree out of what its shape shares. */
type Factory = (deferred: Deferred, constants: readonly unknown[]) => Test;

/**
 * Engines give up optimising a function somewhat beyond this (V8 at about 80,000), and closures are
 * then many times faster.
 */
const LONGEST_CODE = 64_000;

/** Code is several times as long as its key: so long a one is not worth its place in the memory. */
const LONGEST_KEY = LONGEST_CODE / 5;

/**
 * How many shapes are remembered. Rule sets have dozens; a caller whose every rule is of a shape of
 * its own gains nothing from the memory, and must not fill it.
 */
const MOST_SHAPES = 1_000;

/** By the shape's key; the last used stands last. */
const factories = new Map<string, Factory | undefined>();

/**
 * Evaluates conditions through generated functions, one for all trees that differ only in what they
 * compare with: the option `codegen` of a router, of a selection and of what compiles conditions.
 *
 * @param tree - a tree, as a parser gave it
 * @returns its test; `undefined` where the runtime makes no functions from code, or the tree is too
 *   large to be worth one
 *
 * @example
 * ```ts
 * const { tree } = parseConditions(null);
 * const passes = tree && compileTree(tree, { codegen });
 * passes?.({}); // true
 * if (passes?.codegen === false) console.warn("this runtime makes no functions from code");
 * ```
 */
export const codegen: CodeGenerator = (tree) => {
  const { key, constants } = shapeOf(tree);
  if (key.length > LONGEST_KEY) return undefined;
  return factoryOf(key, tree)?.(new Deferred(tree), constants);
};

function factoryOf(key: string, tree: Tree): Factory | undefined {
  const isKnown = factories.has(key);
  const factory = isKnown ? factories.get(key) : makeFactory(tree);
  factories.delete(key);
  factories.set(key, factory);
  if (factories.size > MOST_SHAPES) forgetOldest();
  return factory;
}

function makeFactory(tree: Tree): Factory | undefined {
  const code = writeCode(tree);
  if (code.length > LONGEST_CODE) return undefined;
  return makeFunction("runtime", code)?.(runtime) as Factory | undefined;
}

function forgetOldest(): void {
  const [oldest] = factories.keys();
  if (oldest !== undefined) factories.delete(oldest);
}
