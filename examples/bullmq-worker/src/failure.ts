/** An end of the run that is not its own: the user's signal. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.signal = signal;
  }
}

/** The system has no `redis-server`. */
export class RedisMissing extends Error {
  constructor() {
    super(
      "redis-server is not installed; install it with `apt-get install redis-server` or `brew install redis`",
    );
  }
}

/**
 * Where events report that the run cannot go on: a dead server, a message given up, a signal. Only the
 * first is kept; those after it are its consequences.
 */
export class Failure {
  readonly #promise: Promise<never>;
  #reject: (error: Error) => void = () => {};

  constructor() {
    this.#promise = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    // Whoever waits hears of it; nobody need be waiting at that moment.
    this.#promise.catch(() => {});
  }

  report(error: Error): void {
    this.#reject(error);
  }

  /** What `work` gives, unless a failure is reported first. */
  orResult<T>(work: Promise<T>): Promise<T> {
    work.catch(() => {});
    return Promise.race([this.#promise, work]);
  }
}
