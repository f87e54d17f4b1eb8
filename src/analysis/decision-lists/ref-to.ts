import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import type { Candidate } from "../../routing/selection/candidate.js";

/** What identifies a candidate that was read from a list; its place there included. */
export function refTo<T extends IntegrationLike>({
  integration,
  sequence,
}: Candidate<T>): IntegrationRef {
  return refOf(integration, sequence);
}
