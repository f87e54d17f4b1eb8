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

/** The failover chain: each is what would be selected if those before it were not in the list. */
export class WholeChain<T extends IntegrationLike> implements Chain<T> {
  step: SelectedReason = "default";
  readonly isComplete = false;
  readonly candidates: Candidate<T>[] = [];
  /** The step that selects each, at the same places. */
  readonly steps: SelectedReason[] = [];
  /** Those that were taken, as far as somebody has asked; most chains are asked nothing. */
  readonly #taken = new Set<Candidate<T>>();

  has(candidate: Candidate<T>): boolean {
    const { candidates } = this;
    for (let at = this.#taken.size; at < candidates.length; at++) {
      const taken = candidates[at];
      if (taken !== undefined) this.#taken.add(taken);
    }
    return this.#taken.has(candidate);
  }

  take(candidate: Candidate<T>): void {
    this.candidates.push(candidate);
    this.steps.push(this.step);
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
  { steps: [first] }: WholeChain<T>,
  blocking: Candidate<T> | undefined,
): Reason {
  return first ?? unselectedReason(blocking);
}

function unselectedReason(blocking: unknown): "blocked" | "none" {
  return blocking === undefined ? "none" : "blocked";
}
