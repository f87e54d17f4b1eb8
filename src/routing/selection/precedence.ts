import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";

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

/** The same order, but primary ones do not go before others. */
export function comparePriority<T extends IntegrationLike>(
  a: Candidate<T>,
  b: Candidate<T>,
): number {
  if (a.priority !== b.priority) return b.priority > a.priority ? 1 : -1;
  return compareAge(a, b);
}

/** Newer first, then earlier in the list. */
export function compareAge<T extends IntegrationLike>(a: Candidate<T>, b: Candidate<T>): number {
  if (a.createdAt !== b.createdAt) return b.createdAt > a.createdAt ? 1 : -1;
  return a.sequence - b.sequence;
}
