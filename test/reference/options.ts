/** Bounds on what a record holds. */
export interface Limits {
  readonly depth: number;
  readonly nodes: number;
  readonly items: number;
  readonly textLength: number;
  readonly patternLength: number;
  readonly pathSteps: number;
}

/** What shapes the reading of conditions. */
export interface ReadingOptions {
  readonly sources?: readonly string[];
  readonly limits?: Partial<Limits>;
}

const DEFAULT_LIMITS: Limits = {
  depth: 32,
  nodes: 10_000,
  items: 10_000,
  textLength: 100_000,
  patternLength: 1_000,
  pathSteps: 64,
};

export function limitsOf(options: ReadingOptions): Limits {
  return { ...DEFAULT_LIMITS, ...options.limits };
}

export function sourcesOf(options: ReadingOptions): readonly string[] {
  return [
    "subscriber",
    "payload",
    "tenant",
    "context",
    "workflow",
    "actor",
    ...(options.sources ?? []),
  ];
}

/** Thrown at the first mistake in the conditions; the text is for whoever debugs a disagreement. */
export class Mistake extends Error {}
