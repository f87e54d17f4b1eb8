import type { Matcher } from "../../operators/operator.js";
import { operators } from "../../operators/registry.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { type TreeVisitor, visit } from "../../tree/visit.js";
import { usesClock } from "../../tree/walk.js";
import { NO_CLOCK } from "../clock.js";
import { compileGuarded, compileMatcher, type Test } from "./guarded.js";
import { boundReader, type Holder } from "./path-readers.js";

/**
 * Compiles a tree into closures specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 */
export function compileTest(tree: Tree): Test {
  if (tree.kind === "constant") return constant(tree.value);
  const clock: CallClock = { now: NO_CLOCK };
  const test = compilePart(tree, clock);
  let guarded: Test | undefined;
  // Hostile data can throw when it is read (a getter, a revoked proxy). That is rare: who is to
  // blame is found out by deciding again, each condition guarded on its own.
  const decideAgain: Test = (context, now) => {
    guarded ??= compileGuarded(tree);
    return guarded(context, now);
  };
  if (!usesClock(tree)) {
    return (context) => {
      try {
        return test(context as Holder);
      } catch {
        return decideAgain(context, NO_CLOCK);
      }
    };
  }
  return (context, now) => {
    // A getter that is read may ask the same test about another clock.
    const outer = clock.now;
    clock.now = now;
    try {
      return test(context as Holder);
    } catch {
      return decideAgain(context, now);
    } finally {
      clock.now = outer;
    }
  };
}

/**
 * The clock of the call that is under way. It is not handed from part to part, since every argument
 * more is less that an engine inlines, and hardly a condition looks at it.
 */
interface CallClock {
  now: number;
}

/** Decides a part of a tree; throws what reading the context throws. */
type Part = (context: Holder) => boolean;

function constant(value: boolean): () => boolean {
  return () => value;
}

function compilePart(tree: Tree, clock: CallClock): Part {
  const visitor: TreeVisitor<Part> = {
    constant: ({ value }) => constant(value),
    condition: (condition) => compileCondition(condition, clock),
    not: ({ child }) => negate(visit(child, visitor)),
    group: ({ kind, children }) =>
      (kind === "and" ? every : some)(children.map((child) => visit(child, visitor))),
  };
  return visit(tree, visitor);
}

function negate(part: Part): Part {
  return (context) => !part(context);
}

function compileCondition(condition: ConditionNode, clock: CallClock): Part {
  const { read, path } = boundReader(condition.field);
  const { negated, usesClock: isTimed } = operators[condition.operator];
  const matches: Matcher = compileMatcher(condition);
  if (isTimed) {
    return negated
      ? (context) => !matches(read(context, path), context, clock.now)
      : (context) => matches(read(context, path), context, clock.now);
  }
  const matchesAnytime = matches as TimelessMatcher;
  return negated
    ? (context) => !matchesAnytime(read(context, path), context)
    : (context) => matchesAnytime(read(context, path), context);
}

/** The matcher of an operator that does not look at the clock. */
type TimelessMatcher = (value: unknown, context: object) => boolean;

/** Groups of up to four are written out: an engine then inlines what is in them, loops it does not. */
function every(parts: readonly Part[]): Part {
  const [first, second, third, fourth, ...others] = parts;
  if (first === undefined) return constant(true);
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) && second(context);
  if (fourth === undefined) {
    return (context) => first(context) && second(context) && third(context);
  }
  if (others.length === 0) {
    return (context) => first(context) && second(context) && third(context) && fourth(context);
  }
  return (context) => {
    for (const part of parts) if (!part(context)) return false;
    return true;
  };
}

function some(parts: readonly Part[]): Part {
  const [first, second, third, fourth, ...others] = parts;
  if (first === undefined) return constant(false);
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) || second(context);
  if (fourth === undefined) {
    return (context) => first(context) || second(context) || third(context);
  }
  if (others.length === 0) {
    return (context) => first(context) || second(context) || third(context) || fourth(context);
  }
  return (context) => {
    for (const part of parts) if (part(context)) return true;
    return false;
  };
}
