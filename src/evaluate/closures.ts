import type { ConditionNode, Tree } from "../conditions/tree.js";
import { operators } from "../operators/registry.js";
import { compileGuarded, compileMatcher, type Test } from "./guarded.js";
import { boundReader, type Holder } from "./path-readers.js";

/**
 * Compiles a tree into closures specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 */
export function compileTest(tree: Tree): Test {
  if (tree.kind === "constant") return constant(tree.value);
  const test = compilePart(tree);
  let guarded: Test | undefined;
  return (context, now) => {
    // Hostile data can throw when it is read (a getter, a revoked proxy). That is rare: who is to
    // blame is found out by deciding again, each condition guarded on its own.
    try {
      return test(context as Holder, now);
    } catch {
      guarded ??= compileGuarded(tree);
      return guarded(context, now);
    }
  };
}

/** Decides a part of a tree; throws what reading the context throws. */
type Part = (context: Holder, now: number) => boolean;

function constant(value: boolean): () => boolean {
  return () => value;
}

function compilePart(tree: Tree): Part {
  switch (tree.kind) {
    case "constant":
      return constant(tree.value);
    case "not": {
      const child = compilePart(tree.child);
      return (context, now) => !child(context, now);
    }
    case "condition":
      return compileCondition(tree);
    case "and":
      return every(tree.children.map(compilePart));
    case "or":
      return some(tree.children.map(compilePart));
  }
}

function compileCondition(condition: ConditionNode): Part {
  const { read, path } = boundReader(condition.field);
  const matches = compileMatcher(condition);
  return operators[condition.operator].negated
    ? (context, now) => !matches(read(context, path), context, now)
    : (context, now) => matches(read(context, path), context, now);
}

/** Groups of up to four are written out: an engine then inlines what is in them, loops it does not. */
function every(parts: readonly Part[]): Part {
  const [first, second, third, fourth, ...others] = parts;
  if (first === undefined) return constant(true);
  if (second === undefined) return first;
  if (third === undefined) return (context, now) => first(context, now) && second(context, now);
  if (fourth === undefined) {
    return (context, now) => first(context, now) && second(context, now) && third(context, now);
  }
  if (others.length === 0) {
    return (context, now) =>
      first(context, now) && second(context, now) && third(context, now) && fourth(context, now);
  }
  return (context, now) => {
    for (const part of parts) if (!part(context, now)) return false;
    return true;
  };
}

function some(parts: readonly Part[]): Part {
  const [first, second, third, fourth, ...others] = parts;
  if (first === undefined) return constant(false);
  if (second === undefined) return first;
  if (third === undefined) return (context, now) => first(context, now) || second(context, now);
  if (fourth === undefined) {
    return (context, now) => first(context, now) || second(context, now) || third(context, now);
  }
  if (others.length === 0) {
    return (context, now) =>
      first(context, now) || second(context, now) || third(context, now) || fourth(context, now);
  }
  return (context, now) => {
    for (const part of parts) if (part(context, now)) return true;
    return false;
  };
}
