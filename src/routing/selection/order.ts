import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";

/** Tells which of two candidates goes first: negative where `a` does, positive where `b` does. */
export type Compare = <T extends IntegrationLike>(a: Candidate<T>, b: Candidate<T>) => number;

/**
 * The order of every selection: higher priority first, then primary first, then newer first, then
 * earlier in the list.
 *
 * @returns negative where `a` goes first, positive where `b` does
 */
export function comparePrecedence<T extends IntegrationLike>(
  a: Candidate<T>,
  b: Candidate<T>,
): number {
  if (a.priority !== b.priority) return b.priority > a.priority ? 1 : -1;
  if (a.primary !== b.primary) return b.primary ? 1 : -1;
  return compareAge(a, b);
}

/** Newer first, then earlier in the list. */
export function compareAge<T extends IntegrationLike>(a: Candidate<T>, b: Candidate<T>): number {
  if (a.createdAt !== b.createdAt) return b.createdAt > a.createdAt ? 1 : -1;
  return a.sequence - b.sequence;
}

/** The first of two in an order; one of them where there is only one. */
export function firstOf<T extends IntegrationLike>(
  a: Candidate<T> | undefined,
  b: Candidate<T> | undefined,
  compare: Compare,
): Candidate<T> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(a, b) <= 0 ? a : b;
}
