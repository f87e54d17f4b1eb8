import { Bench } from "tinybench";
import type { Settings } from "./settings.js";
import { mean, median } from "./statistics.js";

/** Something that is called for one message after another. */
export interface Contender<M, T> {
  readonly call: (message: M) => T | Promise<T>;
  /** Whether each call is awaited before the next. */
  readonly isAsync?: boolean;
}

/** Milliseconds of a pass that is its own warm-up, and of one that is measurement enough. */
const SLOW = 200;
const VERY_SLOW = 800;

/** One call for each message. */
type Pass = () => unknown;

/** Milliseconds of rounds after which there is no more of them. */
const LONG_ENOUGH = 3000;

/**
 * Nanoseconds a call, round by round: the median over passes through all the messages. Contenders
 * are timed in turn, so that what slows the machine slows all, and each is run beforehand until an
 * engine has made of it what it will: a large heap makes that take longer.
 */
export async function timeInTurn<M>(
  messages: readonly M[],
  contenders: readonly Contender<M, unknown>[],
  settings: Settings,
): Promise<number[][]> {
  globalThis.gc?.();
  const timed = [];
  for (const { call, isAsync = false } of contenders) {
    const pass = makePass(messages, call, isAsync);
    const times: number[] = [];
    timed.push({ pass, isAsync, times, warm: await warmUp(pass, settings) });
  }
  const start = performance.now();
  for (let round = 0; round < settings.rounds; round++) {
    for (const { pass, isAsync, times, warm } of timed) {
      const isTimed = warm > VERY_SLOW;
      const milliseconds = isTimed ? warm : await timePass(pass, isAsync, warm > SLOW, settings);
      times.push((milliseconds * 1e6) / messages.length);
    }
    if (timed.some(({ warm }) => warm > VERY_SLOW)) break;
    if (performance.now() - start > LONG_ENOUGH) break;
  }
  return timed.map(({ times }) => times);
}

/** Runs a pass again and again, and gives the milliseconds that the last run took. */
async function warmUp(pass: Pass, { warmUp: time }: Settings): Promise<number> {
  const start = performance.now();
  for (;;) {
    const before = performance.now();
    await pass();
    const now = performance.now();
    if (now - start > time || now - before > SLOW) return now - before;
  }
}

/** Milliseconds of a pass: the median over many. */
async function timePass(
  pass: Pass,
  isAsync: boolean,
  isSlow: boolean,
  { time }: Settings,
): Promise<number> {
  const bench = new Bench({
    time,
    iterations: isSlow ? 1 : 3,
    warmup: !isSlow,
    warmupTime: time / 4,
    warmupIterations: 1,
    throws: true,
  });
  bench.add("pass", pass, { async: isAsync });
  await bench.run();
  const result = bench.getTask("pass")?.result;
  if (result === undefined || !("latency" in result)) throw new Error("nothing was measured");
  return result.latency.p50;
}

const FEWEST = 40;

/** Milliseconds of trying a call after which there is no more of it. */
const LONG = 1500;

/** As many of the messages as a slow call gets through without making a pass slow, 40 at least. */
export async function affordable<M>(
  messages: readonly M[],
  { call }: Contender<M, unknown>,
): Promise<readonly M[]> {
  const times: number[] = [];
  let elapsed = 0;
  for (const message of messages) {
    const start = performance.now();
    kept = await call(message);
    times.push(performance.now() - start);
    elapsed += times.at(-1) ?? 0;
    if (elapsed > LONG) break;
  }
  // The first half pays for what is compiled on the way. A mean, since few calls may cost the most.
  const perCall = mean(times.slice(Math.floor(times.length / 2)));
  return messages.slice(0, Math.max(FEWEST, Math.floor(SLOW / perCall)));
}

/** Milliseconds, the median of `runs`, with earlier garbage collected before each. */
export function timeWhole(work: () => unknown, runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    kept = undefined;
    globalThis.gc?.();
    const start = performance.now();
    kept = work();
    times.push(performance.now() - start);
  }
  kept = undefined;
  return median(times);
}

/**
 * Holds what is timed, so that nothing of it is optimised away: exported, though nobody reads it.
 *
 * @public
 */
export let kept: unknown;

/**
 * A loop of its own for each contender: one loop for all would keep the type feedback of all, and
 * each would pay for the others at the one place where it is called.
 */
function makePass<M>(
  messages: readonly M[],
  call: (message: M) => unknown,
  isAsync: boolean,
): Pass {
  const pass: Pass = new Function(
    "messages",
    "call",
    `return ${isAsync ? "async" : ""} () => {
      let found = 0;
      for (let at = 0; at < messages.length; at++) {
        if (${isAsync ? "await" : ""} call(messages[at])) found++;
      }
      return found;
    };`,
  )(messages, call);
  return isAsync
    ? pass
    : () => {
        kept = pass();
      };
}
