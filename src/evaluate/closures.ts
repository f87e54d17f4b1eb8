import type { AndNode, ConditionNode, OrNode, Tree } from "../conditions/tree.js";
import type { Matcher } from "../operators/operator.js";
import { operators } from "../operators/registry.js";
import { Deferred } from "./deferred.js";
import { compileMatcher, type Test } from "./guarded.js";
import { type Holder, type LastStep, type SplitField, splitField } from "./holders.js";

/**
 * Compiles a tree into closures specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 */
export function compileTest(tree: Tree): Test {
  if (tree.kind === "constant") return constant(tree.value);
  const test = compilePart(tree);
  const deferred = new Deferred(tree);
  return (context) => {
    // Hostile data can throw when it is read (a getter, a revoked proxy). That is rare: who is to
    // blame is found out by deciding again, each condition guarded on its own.
    try {
      return test(context as Holder);
    } catch {
      return deferred.decide(context);
    }
  };
}

/** Decides a part of a tree; throws what reading the context throws. */
type Part = (context: Holder) => boolean;

/** Decides a condition by what holds its field. */
type Held = (holder: Holder | undefined, context: Holder) => boolean;

function constant(value: boolean): () => boolean {
  return () => value;
}

function compilePart(tree: Tree): Part {
  switch (tree.kind) {
    case "constant":
      return constant(tree.value);
    case "not": {
      const child = compilePart(tree.child);
      return (context) => !child(context);
    }
    case "condition":
      return compileGroup({ kind: "and", children: [tree] });
    default:
      return compileGroup(tree);
  }
}

/** Conditions on fields of the same object or list, which is then read once for all of them. */
interface Cluster {
  readonly holder: SplitField["holder"];
  readonly conditions: Held[];
}

/** In which order children are asked decides nothing: conditions with one holder come together. */
function compileGroup({ kind, children }: AndNode | OrNode): Part {
  const clusters = new Map<string, Cluster>();
  const others: Part[] = [];
  for (const child of children) {
    if (child.kind !== "condition") {
      others.push(compilePart(child));
      continue;
    }
    const { holderKey, holder, last } = splitField(child.field);
    const cluster = clusters.get(holderKey) ?? { holder, conditions: [] };
    clusters.set(holderKey, cluster);
    cluster.conditions.push(compileHeld(child, last));
  }
  const join = kind === "and" ? { held: everyHeld, parts: every } : { held: someHeld, parts: some };
  const joined = [...clusters.values()].map(({ holder, conditions }) =>
    join.held(holder, conditions),
  );
  return join.parts([...joined, ...others]);
}

function compileHeld(condition: ConditionNode, { key, read, exact }: LastStep): Held {
  const matches: Matcher = compileMatcher(condition);
  if (operators[condition.operator].negated) {
    return (holder, context) => holder === undefined || !matches(read(holder, key, exact), context);
  }
  return (holder, context) => holder !== undefined && matches(read(holder, key, exact), context);
}

function everyHeld(read: SplitField["holder"], conditions: readonly Held[]): Part {
  const [first, second, third, ...others] = conditions;
  if (first === undefined) return constant(true);
  if (second === undefined) return (context) => first(read(context), context);
  if (third === undefined) {
    return (context) => {
      const holder = read(context);
      return first(holder, context) && second(holder, context);
    };
  }
  if (others.length === 0) {
    return (context) => {
      const holder = read(context);
      return first(holder, context) && second(holder, context) && third(holder, context);
    };
  }
  return (context) => {
    const holder = read(context);
    for (const condition of conditions) if (!condition(holder, context)) return false;
    return true;
  };
}

function someHeld(read: SplitField["holder"], conditions: readonly Held[]): Part {
  const [first, second] = conditions;
  if (first !== undefined && second === undefined) {
    return (context) => first(read(context), context);
  }
  return (context) => {
    const holder = read(context);
    for (const condition of conditions) if (condition(holder, context)) return true;
    return false;
  };
}

function every(parts: readonly Part[]): Part {
  const [first, second, third] = parts;
  if (first === undefined) return constant(true);
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) && second(context);
  return (context) => {
    for (const part of parts) if (!part(context)) return false;
    return true;
  };
}

function some(parts: readonly Part[]): Part {
  const [first, second, third] = parts;
  if (first === undefined) return constant(false);
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) || second(context);
  return (context) => {
    for (const part of parts) if (part(context)) return true;
    return false;
  };
}
