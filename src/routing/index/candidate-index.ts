import type { IntegrationLike } from "../../integration.js";
import { getOrMake } from "../../util/get-or-make.js";
import type { Candidate } from "../selection/candidate.js";
import { comparePrecedence } from "../selection/order.js";
import type { Scope } from "../selection/scope.js";
import { Lane } from "./lane.js";
import type { Partition } from "./partition.js";

/** Candidates, and everything that finds the few of them that a query can be about. */
export class CandidateIndex<T extends IntegrationLike> {
  /** In the order of selection. */
  readonly ordered: readonly Candidate<T>[];
  readonly #byId = new Map<unknown, Candidate<T>[]>();
  readonly #byIdentifier = new Map<unknown, Candidate<T>[]>();
  readonly #environments = new Map<string | undefined, number>();
  readonly #organizations = new Map<string | undefined, number>();
  readonly #agents: Lane<T>;
  /** What was found last: one message is often like the one before it. */
  #last:
    | { readonly scope: PartitionScope; readonly partition: Partition<T> | undefined }
    | undefined;
  readonly #lanes = new Map<unknown, Map<unknown, Lane<T>>>();

  constructor(candidates: readonly Candidate<T>[]) {
    this.ordered = [...candidates].sort(comparePrecedence);
    const byLane = new Map<unknown, Map<unknown, Candidate<T>[]>>();
    const agents: Candidate<T>[] = [];
    for (const candidate of this.ordered) {
      const { id, identifier, environmentId, organizationId } = candidate;
      if (id !== undefined) getOrMake(this.#byId, id, () => []).push(candidate);
      count(this.#environments, environmentId);
      count(this.#organizations, organizationId);
      // The others are never in scope.
      if (!candidate.active || candidate.deleted) continue;
      getOrMake(this.#byIdentifier, identifier, () => []).push(candidate);
      const channels = getOrMake(byLane, candidate.kind, () => new Map());
      if (candidate.kind === "agent") agents.push(candidate);
      else getOrMake(channels, candidate.channel, () => []).push(candidate);
    }
    this.#agents = new Lane(agents);
    for (const [kind, channels] of byLane) {
      const lanes = getOrMake(this.#lanes, kind, () => new Map());
      for (const [channel, own] of channels) lanes.set(channel, new Lane(own));
    }
  }

  /** Those with an id, in the order of selection. */
  withId(id: string): readonly Candidate<T>[] {
    return this.#byId.get(id) ?? [];
  }

  /** Those that are active and have an identifier, in the order of selection. */
  withIdentifier(identifier: string): readonly Candidate<T>[] {
    return this.#byIdentifier.get(identifier) ?? [];
  }

  /** Those that a scope lets in which names neither an integration's id nor its identifier. */
  partitionFor(scope: Scope): Partition<T> | undefined {
    const last = this.#last;
    if (last === undefined || !isSameScope(scope, last.scope)) {
      const { kind, channel, environmentId, organizationId } = scope;
      const lane = kind === "agent" ? this.#agents : this.#lanes.get(kind)?.get(channel);
      const partition = lane?.partitionFor(scope);
      this.#last = { scope: { kind, channel, environmentId, organizationId }, partition };
      return partition;
    }
    return last.partition;
  }

  /** How many records each organization has. */
  get organizations(): ReadonlyMap<string | undefined, number> {
    return this.#organizations;
  }

  /** How many records each environment has. */
  get environments(): ReadonlyMap<string | undefined, number> {
    return this.#environments;
  }
}

/** The part of a scope that settles the partition. */
type PartitionScope = Pick<Scope, "kind" | "channel" | "environmentId" | "organizationId">;

function isSameScope(a: PartitionScope, b: PartitionScope): boolean {
  return (
    a.channel === b.channel &&
    a.organizationId === b.organizationId &&
    a.environmentId === b.environmentId &&
    a.kind === b.kind
  );
}

function count(counts: Map<string | undefined, number>, key: string | undefined): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
