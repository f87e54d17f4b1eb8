import type { IntegrationLike } from "../../integration.js";
import { getOrMake } from "../../util/get-or-make.js";
import type { Candidate } from "../selection/candidate.js";
import type { Scope } from "../selection/scope.js";
import { Partition } from "./partition.js";

/** Stands for an environment or organization that a context does not name. */
const ANY = Symbol("any");

type TenantKey = string | undefined | typeof ANY;

/**
 * The integrations of one kind and channel, parted by environment and organization. A context that
 * names neither, or one of them, has a partition of its own, made when it is first asked for.
 */
export class Lane<T extends IntegrationLike> {
  readonly #candidates: readonly Candidate<T>[];
  readonly #partitions = new Map<TenantKey, Map<TenantKey, Partition<T>>>();
  /** The only partition, where there is one tenant: what a context does not name is then it. */
  readonly #only: Partition<T> | undefined;

  /** @param candidates - in the order of selection */
  constructor(candidates: readonly Candidate<T>[]) {
    this.#candidates = candidates;
    const byTenant = new Map<TenantKey, Map<TenantKey, Candidate<T>[]>>();
    for (const candidate of candidates) {
      const { environmentId, organizationId } = candidate;
      const byOrganization = getOrMake(byTenant, environmentId, () => new Map());
      getOrMake(byOrganization, organizationId, () => []).push(candidate);
    }
    for (const [environmentId, byOrganization] of byTenant) {
      for (const [organizationId, own] of byOrganization) {
        this.#keep(environmentId, organizationId, new Partition(own));
      }
    }
    const [first, ...others] = [...this.#partitions.values()].flatMap((own) => [...own.values()]);
    this.#only = others.length === 0 ? first : undefined;
  }

  /** The partition of a scope; `undefined` where it lets none of the lane in. */
  partitionFor({ environmentId, organizationId }: Scope): Partition<T> | undefined {
    const environment = environmentId ?? ANY;
    const organization = organizationId ?? ANY;
    const known = this.#partitions.get(environment)?.get(organization);
    if (known !== undefined || (environment !== ANY && organization !== ANY)) return known;
    const own = this.#candidates.filter(
      (candidate) =>
        (environment === ANY || candidate.environmentId === environment) &&
        (organization === ANY || candidate.organizationId === organization),
    );
    if (own.length === 0) return undefined;
    const partition =
      own.length === this.#candidates.length && this.#only !== undefined
        ? this.#only
        : new Partition(own);
    return this.#keep(environment, organization, partition);
  }

  #keep(environment: TenantKey, organization: TenantKey, partition: Partition<T>): Partition<T> {
    const byOrganization = getOrMake(this.#partitions, environment, () => new Map());
    byOrganization.set(organization, partition);
    return partition;
  }
}
