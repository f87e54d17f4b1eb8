/** Says on stderr what runs: a line that is written over on a terminal, else one now and then. */
export class Progress {
  readonly #stream = process.stderr;
  #lastLine = 0;

  step(text: string): void {
    if (this.#stream.isTTY) {
      const columns = this.#stream.columns ?? 80;
      this.#stream.write(`\r\x1b[2K${text.slice(0, columns - 1)}`);
    } else if (Date.now() - this.#lastLine > 5000) {
      this.#stream.write(`${text}\n`);
      this.#lastLine = Date.now();
    }
  }

  done(text: string): void {
    this.#stream.write(`${this.#stream.isTTY ? "\r\x1b[2K" : ""}${text}\n`);
    this.#lastLine = 0;
  }
}
