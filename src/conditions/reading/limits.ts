/** How much one integration's conditions or rules may hold; past a limit is an issue. */
export interface Limits {
  /**
   * Groups within groups, and `and` and `or` of rules within these; the outermost is at depth 1. At
   * most 500.
   */
  readonly depth: number;
  /** Groups and conditions, or rules, in one integration, each counted every time it is met. */
  readonly nodes: number;
  /** Items of a list operand. */
  readonly items: number;
  /** UTF-16 code units of a string operand, and of each item. */
  readonly textLength: number;
  /** UTF-16 code units of a literal pattern. */
  readonly patternLength: number;
  /** Steps of a path, in a reference too. */
  readonly pathSteps: number;
}

/** The limits where the caller sets no others. */
export const DEFAULT_LIMITS: Limits = {
  depth: 32,
  nodes: 10_000,
  items: 10_000,
  textLength: 100_000,
  patternLength: 1_000,
  pathSteps: 64,
};

/** Parsing and evaluating recurse as deep as groups nest, so no option may take it near the stack's end. */
const DEEPEST = 500;

/**
 * Fills the defaults in.
 *
 * @throws TypeError on a limit that is no positive whole number, or that nobody knows
 */
export function resolveLimits(given: Partial<Limits> | undefined): Limits {
  if (given === undefined) return DEFAULT_LIMITS;
  const limits = { ...DEFAULT_LIMITS, ...withoutUndefined(given) };
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      const names = Object.keys(DEFAULT_LIMITS).join(", ");
      throw new TypeError(`limits.${name}: no such limit; expected one of ${names}`);
    }
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new TypeError(
        `limits.${name}: found ${String(value)}; expected a positive whole number`,
      );
    }
  }
  if (limits.depth > DEEPEST) {
    throw new TypeError(`limits.depth: found ${limits.depth}; expected at most ${DEEPEST}`);
  }
  return limits;
}

function withoutUndefined(given: Partial<Limits>): Partial<Limits> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
