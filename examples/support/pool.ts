import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** How many tasks a thread holds: the one it works on, and the next, so that it never waits. */
const IN_FLIGHT = 2;

/**
 * A pool of threads that all run one script. The script posts one message when it is ready, and then
 * exactly one for each task that is posted to it.
 */
export class Pool<Task, Result> {
  readonly #threads: readonly Worker[];

  private constructor(threads: readonly Worker[]) {
    this.#threads = threads;
  }

  /** Starts the threads, and waits until all of them are ready. */
  static async start<Task, Result>(script: URL, size: number): Promise<Pool<Task, Result>> {
    const threads = Array.from({ length: size }, () => startThread(script));
    await Promise.all(threads.map((thread) => once(thread, "message")));
    return new Pool<Task, Result>(threads);
  }

  /** Hands the tasks out, to each thread as fast as it works them off; done when all are. */
  async run(tasks: Iterable<Task>, onResult: (result: Result) => void): Promise<void> {
    // One iterator for all of them: whoever is free takes the next task.
    const queue = tasks[Symbol.iterator]();
    await Promise.all(this.#threads.map((thread) => drain(thread, queue, onResult)));
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

function startThread(script: URL): Worker {
  const bootstrap = new URL("./typescript-thread.mjs", import.meta.url);
  // Without flags of its own the thread would take over those that tsx started this process with.
  return new Worker(bootstrap, { workerData: script.href, execArgv: [] });
}

function drain<Task, Result>(
  thread: Worker,
  queue: Iterator<Task>,
  onResult: (result: Result) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let inFlight = 0;
    const post = () => {
      const next = queue.next();
      if (next.done === true) return;
      inFlight++;
      thread.postMessage(next.value);
    };
    const settle = () => {
      if (inFlight > 0) return;
      thread.off("message", receive).off("error", reject).off("exit", lost);
      resolve();
    };
    const receive = (result: Result) => {
      inFlight--;
      onResult(result);
      post();
      settle();
    };
    const lost = (code: number) => reject(new Error(`a thread ended early, with code ${code}`));
    thread.on("message", receive).on("error", reject).on("exit", lost);
    for (let slot = 0; slot < IN_FLIGHT; slot++) post();
    settle();
  });
}
