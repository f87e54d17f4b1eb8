import type { Source } from "../input/source.js";

const CLEAR_LINE = "\r\u001b[K";
const AFTER_MS = 1_000;
const EVERY_MS = 200;

/** What progress is written to. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type ReadSource = Pick<Source, "size" | "bytesRead">;

/** One line that tells how far a long piece of work has come, and goes away when it is done. */
export class ProgressLine {
  readonly #stream: ProgressStream;
  readonly #source: ReadSource;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  /**
   * @param stream - shows the line if it is a terminal
   * @param source - what is being read
   * @param now - the clock, in milliseconds
   */
  constructor(stream: ProgressStream, source: ReadSource, now = () => performance.now()) {
    this.#stream = stream;
    this.#source = source;
    this.#now = now;
    this.#next = stream.isTTY === true ? now() + AFTER_MS : Number.POSITIVE_INFINITY;
  }

  /** Shows how many contexts are done, unless that has just been shown. */
  update(done: number): void {
    const now = this.#now();
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    this.#isShown = true;
    this.#stream.write(`${CLEAR_LINE}${done.toLocaleString("en-US")} contexts${this.#share()}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#stream.write(CLEAR_LINE);
    this.#isShown = false;
  }

  #share(): string {
    const { size, bytesRead } = this.#source;
    if (size === undefined || size === 0 || bytesRead === undefined) return "";
    return `, ${Math.floor((100 * bytesRead()) / size)}%`;
  }
}
