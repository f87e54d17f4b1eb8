import type { IntegrationLike } from "../../integration.js";
import type { Fallback } from "../options.js";
import type { Candidate } from "./candidate.js";

/** Whether an unconditional integration would have to be primary to be a default, and is not. */
export function needsPrimary<T extends IntegrationLike>({
  kind,
  channel,
  primary,
}: Candidate<T>): boolean {
  return kind === "delivery" && (channel === "email" || channel === "sms") && !primary;
}

/**
 * How well an integration serves where no condition matches: 0 goes before 1, and `undefined` may not
 * serve at all.
 *
 * @param isNamed - whether the context names it by its id, so that it need not be primary
 */
export function defaultRankOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  fallback: Fallback,
  isNamed: boolean,
): 0 | 1 | undefined {
  if (fallback === "none") return undefined;
  if (isNamed || !needsPrimary(candidate)) return 0;
  return fallback === "any" ? 1 : undefined;
}
