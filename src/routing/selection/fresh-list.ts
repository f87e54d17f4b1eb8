import type { SelectionContext } from "../../context.js";
import { compileGuarded } from "../../evaluate/closures/guarded.js";
import type { IntegrationLike } from "../../integration.js";
import { type Candidate, readCandidates } from "./candidate.js";
import { compileOnce, resolveCompileSettings } from "./compiled.js";
import { Query } from "./query.js";
import { Scan } from "./scan.js";
import { scopeMissOf } from "./scope.js";
import { resolveListPolicy, type SelectOptions } from "./select-options.js";
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
  const compile = compileOnce(resolveCompileSettings(options, compileGuarded), options?.onIssue);
  const { candidates, skipped } = readCandidates(integrations, compile);
  for (const { issue } of skipped) options?.onIssue?.(issue, [issue]);
  if (needsTenancy(query)) requireTenant(query, countTenants(candidates));
  return { query, candidates };
}

/** Offers the records that a query can be about at all: only those have to be put in order. */
export function scanInScope<T extends IntegrationLike>({
  candidates,
  query,
}: FreshList<T>): Scan<T> {
  const inScope = candidates.filter((candidate) => scopeMissOf(candidate, query) === undefined);
  return new Scan(inScope.sort(query.policy.rules.compare));
}
