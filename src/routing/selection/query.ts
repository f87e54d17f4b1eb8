import type { SelectionContext } from "../../context.js";
import { clockOf, NO_CLOCK } from "../../evaluate/clock.js";
import type { IntegrationLike } from "../../integration.js";
import { describe } from "../../issues/describe.js";
import { isAbsent, isObject } from "../../values/kinds.js";
import type { Candidate } from "./candidate.js";
import type { Conditional } from "./compiled.js";
import { DEFAULT_POLICY, isExcluded, type Policy } from "./policy.js";
import { scopeMissOf } from "./scope.js";
import type { DefaultChoice, Fallback } from "./selection-rules.js";

const NO_CONTEXT: SelectionContext = {};

/**
 * One question to a list: for which message, what scopes the choice, and how to choose. A router
 * reads one call after the other into the same query, so that a call allocates nothing.
 */
export class Query<T extends IntegrationLike> implements DefaultChoice {
  context: SelectionContext = NO_CONTEXT;
  policy: Policy<T> = DEFAULT_POLICY;
  channel: string | undefined;
  kind: string | undefined;
  identifier: string | undefined;
  integrationId: string | undefined;
  providerId: string | undefined;
  environmentId: string | undefined;
  organizationId: string | undefined;
  #now = NO_CLOCK;
  #isClockRead = false;
  /** What the caller's `exclude` has answered in this call: it is asked once about each record. */
  #exclusions: Map<Candidate<T>, boolean> | undefined;

  get fallback(): Fallback {
    return this.policy.fallback;
  }

  /**
   * Reads a call into the query.
   *
   * @throws TypeError where the channel is needed and not given
   */
  read(context: SelectionContext, policy: Policy<T>): this {
    if (!isObject(context)) {
      throw new TypeError(`context: found ${describe(context)}; expected an object`);
    }
    const { channel, kind, identifier, integrationId } = context;
    const isNamed = !isAbsent(identifier) || !isAbsent(integrationId);
    if (isAbsent(channel) && !isNamed && kind !== "agent") {
      throw new TypeError(
        "channel: found nothing; expected a channel, unless identifier or integrationId is given or kind is agent",
      );
    }
    this.context = context;
    this.policy = policy;
    this.channel = channel ?? undefined;
    this.kind = kind ?? (isNamed ? undefined : "delivery");
    this.identifier = identifier ?? undefined;
    this.integrationId = textOf(integrationId);
    this.providerId = context.providerId ?? undefined;
    this.environmentId = textOf(context.environmentId);
    this.organizationId = textOf(context.organizationId);
    this.#isClockRead = false;
    return this;
  }

  /** Whether a candidate takes part: it is in scope and the caller does not exclude it. */
  admits(candidate: Candidate<T>): boolean {
    return scopeMissOf(candidate, this) === undefined && !this.excludes(candidate);
  }

  /** Whether the caller keeps a candidate out that is otherwise in scope. */
  excludes(candidate: Candidate<T>): boolean {
    if (this.policy.exclude === undefined) return false;
    this.#exclusions ??= new Map();
    const known = this.#exclusions.get(candidate);
    if (known !== undefined) return known;
    const answer = isExcluded(candidate, this.policy);
    this.#exclusions.set(candidate, answer);
    return answer;
  }

  /** Whether conditions pass for the message. */
  meets(conditions: Conditional): boolean {
    return conditions.passes(this.context, this.nowFor(conditions));
  }

  /** The clock, read once for the whole call, and only where somebody looks at it. */
  nowFor({ usesClock }: Conditional): number {
    if (!usesClock) return NO_CLOCK;
    if (!this.#isClockRead) {
      this.#now = clockOf(this.context);
      this.#isClockRead = true;
    }
    return this.#now;
  }

  /** Lets go of the message, which is not the query's to keep. */
  forget(): void {
    this.context = NO_CONTEXT;
    this.#exclusions?.clear();
    this.policy = DEFAULT_POLICY;
  }
}

function textOf(id: unknown): string | undefined {
  return isAbsent(id) ? undefined : String(id);
}
