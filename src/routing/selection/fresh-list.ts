import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { resolveListPolicy, type SelectOptions } from "../options.js";
import { type Candidate, readCandidates } from "./candidate.js";
import { compileOnce, resolveMaking } from "./compiled.js";
import { Query } from "./query.js";
import { scopeMissOf } from "./scope.js";
import { countTenants, needsTenancy, requireTenant } from "./tenancy.js";

/** A query and the list that it is put to, read for this one time. */
export interface FreshList<T extends IntegrationLike> {
  readonly query: Query<T>;
  /** Every record of the list, in the list's order. */
  readonly candidates: readonly Candidate<T>[];
}

/**
 * Reads a list for one query; no conditions are parsed before they are asked for.
 *
 * @throws TypeError where the list, the context or an option is not what it should be
 */
export function readFreshList<T extends IntegrationLike>(
  integrations: readonly T[],
  context: SelectionContext,
  options: SelectOptions<T> | undefined,
): FreshList<T> {
  const policy = resolveListPolicy(options);
  const query = new Query<T>().read(context, policy);
  const compile = compileOnce(resolveMaking(options), options?.onIssue);
  const { candidates, skipped } = readCandidates(integrations, compile);
  for (const { issue } of skipped) options?.onIssue?.(issue, [issue]);
  if (needsTenancy(query)) requireTenant(query, countTenants(candidates));
  return { query, candidates };
}

/** The records that a query can be about at all, first in order first. */
export function orderInScope<T extends IntegrationLike>({
  candidates,
  query,
}: FreshList<T>): readonly Candidate<T>[] {
  return candidates
    .filter((candidate) => scopeMissOf(candidate, query) === undefined)
    .sort(query.policy.selection.compare);
}
