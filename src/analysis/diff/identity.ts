import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";

/**
 * What a record is known by in another list: its `_id`, its `identifier` where it has none, and its
 * place in the list where it has neither.
 */
export function identityOf<T extends IntegrationLike>({
  id,
  identifier,
  sequence,
}: Candidate<T>): string {
  if (id !== undefined) return `_id ${id}`;
  return typeof identifier === "string" ? `identifier ${identifier}` : `place ${sequence}`;
}

/** Stands for no integration at all. */
export const NOTHING = "nothing";
