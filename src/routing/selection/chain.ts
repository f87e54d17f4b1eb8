import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Reason, Resolution, SelectedReason } from "./reason.js";

/**
 * Takes what is selected, the first in order first: as much of the failover chain as its maker wants.
 */
export interface Chain<T extends IntegrationLike> {
  /** The step that selects what is taken next. */
  step: SelectedReason;
  /** Whether no more is wanted. */
  readonly isComplete: boolean;
  /** Whether a candidate was taken already. */
  has(candidate: Candidate<T>): boolean;
  take(candidate: Candidate<T>): void;
}

/** The one that is selected. */
export class FirstChoice<T extends IntegrationLike> implements Chain<T> {
  step: SelectedReason = "default";
  candidate: Candidate<T> | undefined;

  get isComplete(): boolean {
    return this.candidate !== undefined;
  }

  has(candidate: Candidate<T>): boolean {
    return this.candidate === candidate;
  }

  take(candidate: Candidate<T>): void {
    this.candidate ??= candidate;
  }
}

/** One entry of a failover chain. */
export interface ChainLink<T extends IntegrationLike> {
  readonly candidate: Candidate<T>;
  readonly reason: SelectedReason;
}

/** The failover chain: each is what would be selected if those before it were not in the list. */
export class WholeChain<T extends IntegrationLike> implements Chain<T> {
  step: SelectedReason = "default";
  readonly isComplete = false;
  readonly links: ChainLink<T>[] = [];
  readonly #candidates = new Set<Candidate<T>>();

  has(candidate: Candidate<T>): boolean {
    return this.#candidates.has(candidate);
  }

  take(candidate: Candidate<T>): void {
    this.#candidates.add(candidate);
    this.links.push({ candidate, reason: this.step });
  }
}

/**
 * Puts the caller's own record in the place of the candidate, and the reason beside it.
 *
 * @param blocking - what ended the search, where something did
 */
export function toResolution<T extends IntegrationLike>(
  { candidate, step }: FirstChoice<T>,
  blocking: Candidate<T> | undefined,
): Resolution<T> {
  return candidate === undefined
    ? { integration: undefined, reason: unselectedReason(blocking) }
    : { integration: candidate.integration, reason: step };
}

/** Why the first of a chain was selected, or nothing. */
export function reasonOf<T extends IntegrationLike>(
  { links: [first] }: WholeChain<T>,
  blocking: Candidate<T> | undefined,
): Reason {
  return first?.reason ?? unselectedReason(blocking);
}

function unselectedReason(blocking: unknown): "blocked" | "none" {
  return blocking === undefined ? "none" : "blocked";
}
