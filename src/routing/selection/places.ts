import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { lowerBound } from "../../util/binary-search.js";
import type { Candidate } from "./candidate.js";

/** Knows which place in the list a sequence number stands for, after some are gone. */
export class Places {
  /** The numbers that are gone, ascending. */
  readonly #gone: readonly number[];

  constructor(gone: readonly number[] = []) {
    this.#gone = gone;
  }

  /** The same with more numbers gone. */
  without(more: readonly number[]): Places {
    if (more.length === 0) return this;
    return new Places([...this.#gone, ...more].sort((a, b) => a - b));
  }

  /** The place, from 0. */
  of(sequence: number): number {
    return sequence - lowerBound(this.#gone, sequence);
  }

  /** What identifies a candidate, its place in the list included. */
  refOf<T extends IntegrationLike>({ integration, sequence }: Candidate<T>): IntegrationRef {
    return refOf(integration, this.of(sequence));
  }
}
