import type { ConditionContext, SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { comparePrecedence } from "../../routing/selection/order.js";
import { isExcluded } from "../../routing/selection/policy.js";
import { countTenants } from "../../routing/selection/tenancy.js";
import { getOrMake } from "../../util/get-or-make.js";
import type { AnalysedList } from "./read-list.js";

/** The keys of a context that scope a choice, as an analysis sets them. */
export type ScopeKeys = Pick<
  SelectionContext,
  "channel" | "kind" | "environmentId" | "organizationId" | "providerId"
>;

/** A message's context: its data, and the scoping keys, which no data can stand in for. */
export function withKeys(keys: ScopeKeys, data: ConditionContext): SelectionContext {
  return { ...keys, ...data, ...keys };
}

/** One choice of scoping keys, and the records of each list that it lets in. */
export interface Scope<T extends IntegrationLike> {
  readonly keys: ScopeKeys;
  /** For each list, in the order of selection. */
  readonly inScope: readonly (readonly Candidate<T>[])[];
}

/**
 * Every choice of scoping keys that lets a record of one of the lists in, apart from those that let
 * the same records in as another with fewer keys. None names an integration. A tenant's key is left
 * out where no list needs it.
 *
 * @param lists - one list, or two that are compared
 * @param providers - whether to look at choices that give a provider as well
 */
export function scopesOf<T extends IntegrationLike>(
  lists: readonly AnalysedList<T>[],
  providers: boolean,
): readonly Scope<T>[] {
  const all = lists.flatMap(({ candidates }) => candidates);
  const environments = choicesOf(lists, "environments", all, ({ environmentId }) => environmentId);
  const organizations = choicesOf(
    lists,
    "organizations",
    all,
    ({ organizationId }) => organizationId,
  );
  const scopes = new Map<string, { keys: ScopeKeys; inScope: Candidate<T>[][] }>();
  for (const [place, { candidates, policy }] of lists.entries()) {
    for (const candidate of candidates) {
      const own = routeOf(candidate);
      if (own === undefined || isExcluded(candidate, policy)) continue;
      for (const environmentId of environments(candidate)) {
        for (const organizationId of organizations(candidate)) {
          for (const providerId of providersOf(candidate, providers)) {
            const keys: ScopeKeys = {
              ...own,
              ...(environmentId !== undefined && { environmentId }),
              ...(organizationId !== undefined && { organizationId }),
              ...(providerId !== undefined && { providerId }),
            };
            const { inScope } = getOrMake(scopes, JSON.stringify(keys), () => ({
              keys,
              inScope: lists.map((): Candidate<T>[] => []),
            }));
            inScope[place]?.push(candidate);
          }
        }
      }
    }
  }
  for (const { inScope } of scopes.values()) {
    for (const candidates of inScope) candidates.sort(comparePrecedence);
  }
  return [...scopes.values()];
}

/** The channel or kind that a context must have for a record to take part; nothing if none does. */
function routeOf<T extends IntegrationLike>({
  active,
  deleted,
  kind,
  channel,
}: Candidate<T>): ScopeKeys | undefined {
  if (!active || deleted) return undefined;
  if (kind === "agent") return { kind };
  return typeof channel === "string"
    ? // A channel or kind that the types do not know is selected by its name like any other.
      ({ channel, ...(kind !== "delivery" && { kind }) } as ScopeKeys)
    : undefined;
}

/** The tenant keys that let a record in: its own, none at all, or both. */
type Choices<T extends IntegrationLike> = (
  candidate: Candidate<T>,
) => readonly (string | undefined)[];

function choicesOf<T extends IntegrationLike>(
  lists: readonly AnalysedList<T>[],
  tenants: "environments" | "organizations",
  all: readonly Candidate<T>[],
  idOf: (candidate: Candidate<T>) => string | undefined,
): Choices<T> {
  const mayBeOpen = lists.every(
    ({ candidates, policy }) => policy.scope === "open" || countTenants(candidates)[tenants] <= 1,
  );
  if (mayBeOpen && new Set(all.map(idOf)).size <= 1) return () => [undefined];
  return (candidate) => {
    const id = idOf(candidate);
    const own = id === undefined ? [] : [id];
    return mayBeOpen ? [undefined, ...own] : own;
  };
}

function providersOf<T extends IntegrationLike>(
  { providerId }: Candidate<T>,
  providers: boolean,
): readonly (string | undefined)[] {
  return providers && typeof providerId === "string" ? [undefined, providerId] : [undefined];
}
