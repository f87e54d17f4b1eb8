import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Chain } from "./chain.js";
import type { DefaultRank } from "./selection-rules.js";

/**
 * What a way of finding candidates offers for a query. Each gives to the chain those that are in
 * scope and not excluded, the first in order first, until the chain wants no more.
 *
 * @typeParam Q - what it is asked
 */
export interface Offers<T extends IntegrationLike, Q> {
  /** Those that have the identifier which the query names. */
  named(query: Q, chain: Chain<T>): void;
  /**
   * Those whose conditions pass.
   *
   * @returns the invalid candidate that ended the search, where one did
   */
  matches(query: Q, chain: Chain<T>): Candidate<T> | undefined;
  /** Those of a rank that may serve where no conditions pass. */
  defaults(query: Q, rank: DefaultRank, chain: Chain<T>): void;
}

/**
 * The selection. By identifier, whatever the conditions; else what matches, in order; else a default.
 * An invalid candidate that blocks ends it at its place, and with it every default.
 *
 * @param chain - takes what is selected; where it wants more, what would be selected after that
 * @returns the invalid candidate that ended the search, where one did
 */
export function selectFrom<T extends IntegrationLike, Q extends { readonly identifier: unknown }>(
  offers: Offers<T, Q>,
  query: Q,
  chain: Chain<T>,
): Candidate<T> | undefined {
  if (query.identifier !== undefined) {
    chain.step = "identifier";
    offers.named(query, chain);
    return undefined;
  }
  chain.step = "targeting-match";
  const blocking = offers.matches(query, chain);
  if (chain.isComplete || blocking !== undefined) return blocking;
  chain.step = "default";
  offers.defaults(query, "preferred", chain);
  if (!chain.isComplete) offers.defaults(query, "spare", chain);
  return undefined;
}
