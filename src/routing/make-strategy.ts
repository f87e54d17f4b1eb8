import type { IntegrationLike } from "../integration.js";
import { IndexStrategy } from "./index/index-strategy.js";
import type { Candidate } from "./selection/candidate.js";
import { ScanStrategy } from "./selection/scan-strategy.js";
import type { SelectionRules } from "./selection/selection-rules.js";
import type { Strategy } from "./selection/strategy.js";

/**
 * Makes the strategy that answers queries about a list that stays.
 *
 * @param wantsIndex - whether the conditions may be indexed, where that finds what is selected
 */
export function makeStrategy<T extends IntegrationLike>(
  candidates: readonly Candidate<T>[],
  { compare, isIndexed }: SelectionRules,
  wantsIndex: boolean,
): Strategy<T> {
  return wantsIndex && isIndexed
    ? IndexStrategy.over(candidates)
    : new ScanStrategy(candidates, compare);
}
