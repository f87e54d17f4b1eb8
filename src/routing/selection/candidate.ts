import type { IntegrationLike } from "../../integration.js";
import { idText } from "../../integration-ref.js";
import type { Issue } from "../../issues/issue.js";
import { notAnObject, unreadable } from "../../issues/record-issues.js";
import { toDate } from "../../values/date.js";
import { isObject } from "../../values/kinds.js";
import type { Compiled, CompileRecord } from "./compiled.js";

/**
 * A record of the list with what a selection reads of it, read once. Its conditions are compiled
 * when they are first asked for: a selection pays only for those that it reaches.
 */
export class Candidate<T extends IntegrationLike> {
  readonly integration: T;
  /** Where it stands among the others: ascending along the list. */
  readonly sequence: number;
  readonly active: boolean;
  readonly deleted: boolean;
  readonly primary: boolean;
  readonly kind: string;
  readonly channel: unknown;
  readonly identifier: unknown;
  readonly providerId: unknown;
  readonly id: string | undefined;
  readonly environmentId: string | undefined;
  readonly organizationId: string | undefined;
  readonly priority: number;
  /** Epoch milliseconds; older than everything where there is no readable date. */
  readonly createdAt: number;
  readonly #compile: CompileRecord;
  #compiled: Compiled | undefined;

  constructor(integration: T, sequence: number, compile: CompileRecord) {
    this.integration = integration;
    this.sequence = sequence;
    this.active = integration.active === true;
    this.deleted = integration.deleted === true;
    this.primary = integration.primary === true;
    this.kind = integration.kind ?? "delivery";
    this.channel = integration.channel;
    this.identifier = integration.identifier;
    this.providerId = integration.providerId;
    this.id = idText(integration._id);
    this.environmentId = idText(integration._environmentId);
    this.organizationId = idText(integration._organizationId);
    const { priority } = integration;
    this.priority = typeof priority === "number" && Number.isFinite(priority) ? priority : 0;
    const createdAt = toDate(integration.createdAt);
    this.createdAt = Number.isNaN(createdAt) ? Number.NEGATIVE_INFINITY : createdAt;
    this.#compile = compile;
  }

  get conditions(): Compiled {
    this.#compiled ??= this.#compile(this.integration, this.sequence);
    return this.#compiled;
  }
}

/** An entry of a list that is no record, and what is said of it. */
export interface Skipped {
  readonly sequence: number;
  readonly issue: Issue;
}

/** The records of a list, and its other entries. */
export interface ReadList<T extends IntegrationLike> {
  readonly candidates: readonly Candidate<T>[];
  readonly skipped: readonly Skipped[];
}

/**
 * Reads the records of a list. An entry that is no object is skipped, and so is one that throws when
 * it is read.
 *
 * @throws TypeError where the list is none
 */
export function readCandidates<T extends IntegrationLike>(
  integrations: readonly T[],
  compile: CompileRecord,
): ReadList<T> {
  if (!Array.isArray(integrations)) {
    throw new TypeError("integrations: expected a list of integrations");
  }
  const candidates: Candidate<T>[] = [];
  const skipped: Skipped[] = [];
  for (let sequence = 0; sequence < integrations.length; sequence++) {
    const candidate = readCandidate(integrations[sequence], sequence, compile);
    if (candidate instanceof Candidate) candidates.push(candidate);
    else skipped.push({ sequence, issue: candidate });
  }
  return { candidates, skipped };
}

/** Reads one entry of a list, or says why it is no record. */
export function readCandidate<T extends IntegrationLike>(
  integration: T | undefined,
  sequence: number,
  compile: CompileRecord,
): Candidate<T> | Issue {
  if (integration === undefined || !isObject(integration)) {
    return notAnObject(integration, sequence);
  }
  try {
    return new Candidate(integration, sequence, compile);
  } catch {
    return unreadable(sequence);
  }
}
