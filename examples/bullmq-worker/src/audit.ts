import { createRouter, type Integration, type Router } from "integration-router";
import { callOptions } from "../../support/data.js";
import type { Delivery, JournalLine } from "./delivery/delivery.js";
import { ROUTER_OPTIONS } from "./list/router-options.js";
import type { Sent } from "./providers/providers.js";
import type { QueuedMessage } from "./queue/messages.js";

/** What a run leaves behind. */
export interface Evidence {
  /** What was put on the queue, by name. */
  readonly messages: ReadonlyMap<string, QueuedMessage>;
  /** The ledger. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** What was written into the ledger, in order. */
  readonly journal: readonly JournalLine[];
  /** What the providers took, in order. */
  readonly outbox: readonly Sent[];
  /** The messages whose worker let go of them, so that another had to begin anew. */
  readonly stalled: ReadonlySet<string>;
  /** The integrations list at each version. */
  readonly lists: readonly (readonly Integration[])[];
}

/** Holds a run to what it must have done; gives a sentence for each thing that is not so. */
export function audit(evidence: Evidence): string[] {
  return [
    ...ledgerProblems(evidence),
    ...journalProblems(evidence),
    ...rankProblems(evidence),
    ...sendingProblems(evidence),
  ];
}

/** The messages that providers took more than once. */
export function sentAgain(outbox: readonly Sent[]): string[] {
  return [...countBy(outbox)].filter(([, times]) => times > 1).map(([message]) => message);
}

/** Every message stands in the ledger, and nothing else does. */
function ledgerProblems({ messages, deliveries }: Evidence): string[] {
  return [
    ...without(messages.keys(), deliveries).map((name) => `${name} is not in the ledger`),
    ...without(deliveries.keys(), messages).map((name) => `${name} was never put on the queue`),
  ];
}

/** Every message of the ledger was written into it once. */
function journalProblems({ deliveries, journal }: Evidence): string[] {
  const written = countBy(journal);
  return [
    ...without(deliveries.keys(), written).map((name) => `${name} was never written down`),
    ...[...written]
      .filter(([, times]) => times > 1)
      .map(([name, times]) => `${name} was written down ${times} times`),
  ];
}

/** Every message went along its rank: through the first integration that did not refuse. */
function rankProblems({ messages, deliveries, lists, journal }: Evidence): string[] {
  const routers = lists.map((list) => createRouter(list, ROUTER_OPTIONS));
  const inForce = new Map(journal.map(({ message, version }) => [message, version]));
  return [...messages].flatMap(([name, message]) => {
    const delivery = deliveries.get(name);
    if (delivery === undefined) return [];
    const { version } = delivery;
    const router = routers[version];
    if (router === undefined || version > (inForce.get(name) ?? version)) {
      return [`${name} went out by version ${version} of the list, which was not there yet`];
    }
    const went = [...delivery.refused, delivery.integration];
    const allowed = rankOf(router, message);
    if (went.every((identifier, place) => identifier === allowed[place])) return [];
    return [`${name} went ${went.join(" > ")}; its rank was ${allowed.join(" > ")}`];
  });
}

/**
 * Every message was sent through the integration that the ledger names, and only those were sent
 * again that a worker had let go of.
 */
function sendingProblems({ deliveries, outbox, stalled }: Evidence): string[] {
  const sent = new Set(outbox.map(({ message, integration }) => `${message} ${integration}`));
  return [
    ...[...deliveries]
      .filter(([name, { integration }]) => !sent.has(`${name} ${integration}`))
      .map(([name, { integration }]) => `${name} never reached ${integration}`),
    ...without(sentAgain(outbox), stalled).map((name) => `${name} was sent again without a reason`),
  ];
}

function rankOf(router: Router<Integration>, { context, options }: QueuedMessage): string[] {
  return router.rank(context, callOptions(options)).map(({ identifier }) => identifier);
}

function countBy(lines: readonly { readonly message: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of lines) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}

function without(
  names: Iterable<string>,
  others: { has(name: string): boolean },
): readonly string[] {
  return [...names].filter((name) => !others.has(name));
}
