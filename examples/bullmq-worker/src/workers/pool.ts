import { type ChildProcess, fork } from "node:child_process";
import { endProcess } from "../child-process.js";
import type { Providers, Sent } from "../providers/providers.js";
import type { FromWorker, ToWorker } from "./protocol.js";

const SCRIPT = new URL("./worker.ts", import.meta.url);
const GRACE = 5_000;

/** What a pool tells of. */
export interface PoolEvents {
  /** A worker has come to a version of the list. */
  onVersion(): void;
  /** A worker was killed, by us or by somebody else; another takes its place. */
  onKilled(worker: string): void;
  onTrouble(worker: string, text: string): void;
  /** A worker ended by itself. */
  onFailed(error: Error): void;
}

interface Member {
  readonly process: ChildProcess;
  /** The version of the list that it works by, once it does. */
  version: number | undefined;
}

/** Worker processes, as many as there should be: one that is killed is replaced. */
export class WorkerPool {
  readonly #members = new Map<string, Member>();
  readonly #port: number;
  readonly #providers: Providers;
  readonly #events: PoolEvents;
  #stopping = false;
  /** Says whether the worker is not to hear that its message was taken. */
  #onTaken: ((worker: string, sent: Sent) => boolean) | undefined;

  constructor(port: number, size: number, providers: Providers, events: PoolEvents) {
    this.#port = port;
    this.#providers = providers;
    this.#events = events;
    for (let number = 1; number <= size; number++) this.#start(`worker ${number}`);
  }

  /** Whether every worker works by this version of the list. */
  areAt(version: number): boolean {
    return [...this.#members.values()].every((member) => member.version === version);
  }

  /**
   * Kills the worker whose message is the one that the providers take after so many others, before it
   * hears of that: it can write it down nowhere that the message is sent. Gives that message.
   */
  killInDelivery(after: number): Promise<string> {
    return new Promise((resolve) => {
      this.#onTaken = (worker, { message }) => {
        if (this.#providers.outbox.length <= after) return false;
        this.#onTaken = undefined;
        this.#members.get(worker)?.process.kill("SIGKILL");
        resolve(message);
        return true;
      };
    });
  }

  /** Lets every worker finish what it has begun, and ends it. */
  stop(): Promise<void> {
    return this.#end(
      (process) => process.connected && process.send({ kind: "stop" } satisfies ToWorker),
    );
  }

  /** Ends every worker at once. */
  kill(): Promise<void> {
    return this.#end((process) => process.kill("SIGKILL"));
  }

  async #end(ask: (process: ChildProcess) => unknown): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      [...this.#members.values()].map(({ process }) =>
        endProcess(process, () => ask(process), GRACE),
      ),
    );
  }

  #start(worker: string): void {
    // Out of the terminal's process group: Ctrl-C is for the run, which ends the workers.
    const process = fork(SCRIPT, [String(this.#port)], { detached: true });
    const member: Member = { process, version: undefined };
    this.#members.set(worker, member);
    process.on("message", (message: FromWorker) => void this.#hear(worker, member, message));
    // A worker may be gone before it hears what it is told; its end is what is looked at.
    process.on("error", () => {});
    process.once("exit", (code) => {
      if (this.#stopping) return;
      if (code !== null) {
        this.#events.onFailed(new Error(`${worker} ended by itself, with code ${code}`));
        return;
      }
      this.#events.onKilled(worker);
      this.#start(worker);
    });
  }

  async #hear(worker: string, member: Member, message: FromWorker): Promise<void> {
    switch (message.kind) {
      case "version":
        member.version = message.version;
        this.#events.onVersion();
        return;
      case "trouble":
        this.#events.onTrouble(worker, message.text);
        return;
      case "send": {
        const { call, sent } = message;
        const taken = await this.#providers.take(sent);
        if (taken && this.#onTaken?.(worker, sent) === true) return;
        const answer: ToWorker = { kind: "answer", call, taken };
        if (member.process.connected) member.process.send(answer);
      }
    }
  }
}
