import type { AndNode, ConditionNode, OrNode, Tree } from "../conditions/tree.js";
import type { Matcher } from "../operators/operator.js";
import { operators } from "../operators/registry.js";
import { compileGuarded, compileMatcher, type Test } from "./guarded.js";
import { type Holder, type HolderReader, holderKey, holderReader, lastStep } from "./holders.js";

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

/** Decides a condition by what holds its field. */
type Held = (holder: Holder | undefined, context: Holder, now: number) => boolean;

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
      return everyHeld(holderReader(tree.field), [compileHeld(tree)]);
    default:
      return compileGroup(tree);
  }
}

/** Conditions on fields of the same object or list, which is then read once for all of them. */
interface Cluster {
  readonly read: HolderReader;
  readonly conditions: Held[];
}

/** In which order children are asked decides nothing: conditions with one holder come together. */
function compileGroup({ kind, children }: AndNode | OrNode): Part {
  const clusters = new Map<string, Cluster>();
  const groups: Tree[] = [];
  for (const child of children) {
    if (child.kind === "condition") addTo(clusters, child);
    else groups.push(child);
  }
  const join = kind === "and" ? everyHeld : someHeld;
  const parts: Part[] = [];
  for (const { read, conditions } of clusters.values()) parts.push(join(read, conditions));
  for (const group of groups) parts.push(compilePart(group));
  return kind === "and" ? every(parts) : some(parts);
}

function addTo(clusters: Map<string, Cluster>, condition: ConditionNode): void {
  const key = holderKey(condition.field);
  const cluster = clusters.get(key);
  if (cluster !== undefined) {
    cluster.conditions.push(compileHeld(condition));
  } else {
    const read = holderReader(condition.field);
    clusters.set(key, { read, conditions: [compileHeld(condition)] });
  }
}

function compileHeld(condition: ConditionNode): Held {
  const { key, read, exact } = lastStep(condition.field);
  const matches: Matcher = compileMatcher(condition);
  return operators[condition.operator].negated
    ? (holder, context, now) =>
        holder === undefined || !matches(read(holder, key, exact), context, now)
    : (holder, context, now) =>
        holder !== undefined && matches(read(holder, key, exact), context, now);
}

function everyHeld(read: HolderReader, conditions: readonly Held[]): Part {
  const [first, second, third, ...others] = conditions;
  if (first === undefined) return constant(true);
  if (second === undefined) return (context, now) => first(read(context), context, now);
  if (third === undefined) {
    return (context, now) => {
      const holder = read(context);
      return first(holder, context, now) && second(holder, context, now);
    };
  }
  if (others.length === 0) {
    return (context, now) => {
      const holder = read(context);
      return (
        first(holder, context, now) && second(holder, context, now) && third(holder, context, now)
      );
    };
  }
  return (context, now) => {
    const holder = read(context);
    for (const condition of conditions) if (!condition(holder, context, now)) return false;
    return true;
  };
}

function someHeld(read: HolderReader, conditions: readonly Held[]): Part {
  const [first, second] = conditions;
  if (first !== undefined && second === undefined) {
    return (context, now) => first(read(context), context, now);
  }
  return (context, now) => {
    const holder = read(context);
    for (const condition of conditions) if (condition(holder, context, now)) return true;
    return false;
  };
}

function every(parts: readonly Part[]): Part {
  const [first, second, third] = parts;
  if (first === undefined) return constant(true);
  if (second === undefined) return first;
  if (third === undefined) return (context, now) => first(context, now) && second(context, now);
  return (context, now) => {
    for (const part of parts) if (!part(context, now)) return false;
    return true;
  };
}

function some(parts: readonly Part[]): Part {
  const [first, second, third] = parts;
  if (first === undefined) return constant(false);
  if (second === undefined) return first;
  if (third === undefined) return (context, now) => first(context, now) || second(context, now);
  return (context, now) => {
    for (const part of parts) if (part(context, now)) return true;
    return false;
  };
}
