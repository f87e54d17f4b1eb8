import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";

/** Whether an unconditional integration would have to be primary to be a default, and is not. */
export function needsPrimary<T extends IntegrationLike>({
  kind,
  channel,
  primary,
}: Candidate<T>): boolean {
  return kind === "delivery" && (channel === "email" || channel === "sms") && !primary;
}

/**
 * How well an unconditional integration serves where no condition matches: 0 goes before 1, and
 * `undefined` may not serve at all.
 */
export function defaultRankOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  { policy, integrationId }: Query<T>,
): 0 | 1 | undefined {
  if (policy.fallback === "none") return undefined;
  if (integrationId !== undefined || !needsPrimary(candidate)) return 0;
  return policy.fallback === "any" ? 1 : undefined;
}
