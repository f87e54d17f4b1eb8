import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import { IndexStrategy } from "./index/index-strategy.js";
import { ScanStrategy } from "./scan-strategy.js";
import type { SelectionPolicy } from "./selection-policy.js";
import type { Strategy } from "./strategy.js";

/**
 * Makes the strategy that answers queries about a list that stays.
 *
 * @param wantsIndex - whether the conditions may be indexed, where that finds what is selected
 */
export function makeStrategy<T extends IntegrationLike>(
  candidates: readonly Candidate<T>[],
  { compare, isIndexed }: SelectionPolicy,
  wantsIndex: boolean,
): Strategy<T> {
  return wantsIndex && isIndexed
    ? IndexStrategy.over(candidates)
    : new ScanStrategy(candidates, compare);
}
