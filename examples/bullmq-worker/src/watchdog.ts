/** Barks when nothing has happened for a while, so that no run waits for ever. */
export class Watchdog {
  readonly #timer: NodeJS.Timeout;

  constructor(patience: number, bark: (error: Error) => void) {
    this.#timer = setTimeout(() => {
      bark(new Error(`nothing was delivered for ${patience / 1_000} seconds`));
    }, patience);
  }

  /** Says that something happened. */
  feed(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
