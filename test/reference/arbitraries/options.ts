import fc from "fast-check";
import type { ReadingOptions } from "../options.js";
import { EXTRA_SOURCE } from "./contexts.js";

const smallLimits: fc.Arbitrary<NonNullable<ReadingOptions["limits"]>> = fc.constantFrom(
  { depth: 1 },
  { depth: 2 },
  { nodes: 3 },
  { nodes: 6 },
  { items: 2 },
  { textLength: 30 },
  { patternLength: 3 },
  { pathSteps: 1 },
  { pathSteps: 2 },
  { depth: 2, nodes: 8 },
);

/** Mostly the extra source and nothing else, now and then small limits or no extra source. */
export const readingOptions: fc.Arbitrary<ReadingOptions> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ sources: [EXTRA_SOURCE] }) },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: smallLimits.map((limits) => ({ sources: [EXTRA_SOURCE], limits })) },
);
