import { parseIntegrations } from "integration-router";
import { readIntegrations, readMessages } from "../../support/data.js";
import type { Progress } from "../../support/progress.js";
import type { Arguments } from "./arguments.js";
import type { Evidence } from "./audit.js";
import { Ledger } from "./delivery/ledger.js";
import type { Failure } from "./failure.js";
import { Happenings } from "./happenings.js";
import { plannedChanges } from "./list/planned-changes.js";
import { publishChange, publishList, publishUnheard } from "./list/store.js";
import { listVersions } from "./list/versions.js";
import { Outages } from "./providers/outages.js";
import { Providers } from "./providers/providers.js";
import { runMessages } from "./queue/messages.js";
import { openQueue } from "./queue/open.js";
import { produce } from "./queue/producer.js";
import { PATIENCE } from "./queue/settings.js";
import { Tally } from "./queue/tally.js";
import { connect } from "./redis/connect.js";
import { Watchdog } from "./watchdog.js";
import { WorkerPool } from "./workers/pool.js";

/** What a run came to. */
export interface Outcome {
  readonly evidence: Evidence;
  /** From the first message on the queue to the last delivery. */
  readonly seconds: number;
  readonly retries: number;
  /** How often each integration's provider was down when it was asked. */
  readonly refusals: ReadonlyMap<string, number>;
  /** How many workers were killed. */
  readonly killed: number;
  /** The message that was in delivery as the example itself killed a worker. */
  readonly killedIn: string | undefined;
}

/**
 * Delivers the messages with workers on a Redis server, while providers go down and the list changes.
 *
 * @throws Error whatever is reported as a failure, first of all
 */
export async function run(
  args: Arguments,
  port: number,
  failure: Failure,
  bar: Progress,
): Promise<Outcome> {
  const fail = (error: Error) => failure.report(error);
  const happenings = new Happenings();
  const watchdog = new Watchdog(PATIENCE, fail);
  const providers = new Providers(new Outages(args.seed));
  const redis = connect(port);
  const { integrations } = parseIntegrations(readIntegrations());
  const changes = plannedChanges(integrations);
  const messages = runMessages(readMessages(), integrations, args.messages);

  await failure.orResult(publishList(redis, integrations));
  const { queue, queueEvents } = await failure.orResult(openQueue(port, args.messages));
  const redrawEvery = Math.ceil(args.messages / 200);
  const tally = new Tally(queueEvents, {
    onCompleted: (completed) => {
      watchdog.feed();
      if (completed % redrawEvery === 0 || completed === args.messages) bar.update(completed);
      happenings.happened();
    },
    onGivenUp: fail,
  });
  const completed = (share: number) =>
    happenings.until(() => tally.completed.size >= args.messages * share);
  let killed = 0;
  const pool = new WorkerPool(port, args.workers, providers, {
    onVersion: () => happenings.happened(),
    onKilled: (worker) => {
      killed++;
      bar.note(`  ${worker} was killed; another takes its place`);
    },
    onTrouble: (worker, text) => bar.note(`  ${worker}: ${text}`),
    onFailed: fail,
  });

  async function changeTheList(): Promise<void> {
    for (const [index, { name, change, unheard }] of changes.entries()) {
      await completed((index + 1) / (changes.length + 1));
      await (unheard ? publishUnheard : publishChange)(redis, change);
      bar.note(`  list, version ${index + 1}: ${name}`);
    }
    await happenings.until(() => pool.areAt(changes.length));
  }

  async function work(): Promise<Outcome> {
    await happenings.until(() => pool.areAt(0));
    const start = performance.now();
    const killing = args.killWorker ? pool.killInDelivery(args.messages / 2) : undefined;
    const changing = changeTheList();
    await produce(queue, messages);
    await completed(1);
    const seconds = (performance.now() - start) / 1_000;
    await changing;
    const killedIn = await killing;
    await pool.stop();
    const ledger = new Ledger(redis);
    return {
      evidence: {
        messages,
        deliveries: await ledger.deliveries(),
        journal: await ledger.journal(),
        outbox: providers.outbox,
        stalled: tally.stalled,
        lists: listVersions(
          integrations,
          changes.map(({ change }) => change),
        ),
      },
      seconds,
      retries: tally.retries,
      refusals: providers.refusals,
      killed,
      killedIn,
    };
  }

  try {
    return await failure.orResult(work());
  } finally {
    watchdog.stop();
    await pool.kill();
    for (const client of [queue, queueEvents, redis]) client.disconnect();
  }
}
