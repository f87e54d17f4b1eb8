import { parseArgs } from "node:util";

/** What the example was told. */
export interface Arguments {
  /** How many messages to put on the queue. */
  readonly messages: number;
  /** How many worker processes to run. */
  readonly workers: number;
  /** Decides when each provider is down. */
  readonly seed: number;
  /** Whether to kill a worker in the middle of a delivery. */
  readonly killWorker: boolean;
}

export const USAGE = `npm start -- [options]
  --messages N    how many messages to put on the queue (20000)
  --workers N     how many worker processes (3)
  --seed N        decides when each provider is down (1)
  --kill-worker   kill a worker halfway, after a provider took its message
  --help          show this`;

/**
 * Reads the command line, or gives `undefined` where it asks for help.
 *
 * @throws TypeError where an option is not known or its value is no number that it can have
 */
export function readArguments(argv: readonly string[]): Arguments | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      messages: { type: "string", default: "20000" },
      workers: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      "kill-worker": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  return {
    messages: wholeNumber("messages", values.messages, 1),
    workers: wholeNumber("workers", values.workers, 1),
    seed: wholeNumber("seed", values.seed, 0),
    killWorker: values["kill-worker"],
  };
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(number) && number >= least) return number;
  throw new TypeError(`--${option}: found "${text}"; expected a whole number, ${least} or more`);
}
