/** `npm start`: starts Redis and the workers, delivers the messages, and checks what came of it. */
import { constants } from "node:os";
import { painter, wantsColor } from "../../../cli/output/paint.js";
import { count, progress } from "../../support/progress.js";
import { type Arguments, readArguments, USAGE } from "./arguments.js";
import { Failure, Interrupted, RedisMissing } from "./failure.js";
import { RedisServer } from "./redis/server.js";
import { report } from "./report.js";
import { run } from "./run.js";

const FAILED = 1;
const WRONG_USE = 2;
/** What `sysexits.h` has for a service that is not there. */
const NO_REDIS = 69;

process.exit(await main(process.argv.slice(2)));

async function main(argv: readonly string[]): Promise<number> {
  let args: Arguments | undefined;
  try {
    args = readArguments(argv);
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`);
    return WRONG_USE;
  }
  if (args === undefined) {
    console.log(USAGE);
    return 0;
  }
  const paint = painter(wantsColor(process.stdout, process.env));
  try {
    return (await deliverAll(args, paint)) ? 0 : FAILED;
  } catch (error) {
    if (error instanceof Interrupted) return 128 + constants.signals[error.signal];
    console.error(
      error instanceof RedisMissing ? error.message : paint("red", `\n  ✗ ${messageOf(error)}\n`),
    );
    return error instanceof RedisMissing ? NO_REDIS : FAILED;
  }
}

async function deliverAll(args: Arguments, paint: ReturnType<typeof painter>): Promise<boolean> {
  const failure = new Failure();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => failure.report(new Interrupted(signal)));
  }
  const server = await RedisServer.start();
  try {
    server.onLost((error) => failure.report(error));
    const { messages, workers } = args;
    console.log(
      `\n  Delivering ${count(messages)} messages with ${workers} workers, Redis on port ${server.port}\n`,
    );
    const bar = progress(messages, process.stdout, "delivered");
    const { lines, isGood } = report(await run(args, server.port, failure, bar), paint);
    for (const line of lines) console.log(line === "" ? line : `  ${line}`);
    return isGood;
  } finally {
    await server.stop();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
