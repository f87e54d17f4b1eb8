import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";

/**
 * How well an unconditional integration serves where no condition matches: 0 goes before 1, and
 * `undefined` may not serve at all.
 */
export function defaultRankOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  { scope, policy }: Query<T>,
): 0 | 1 | undefined {
  if (policy.fallback === "none") return undefined;
  const needsPrimary =
    candidate.kind === "delivery" && (candidate.channel === "email" || candidate.channel === "sms");
  if (!needsPrimary || candidate.primary || scope.integrationId !== undefined) return 0;
  return policy.fallback === "any" ? 1 : undefined;
}
