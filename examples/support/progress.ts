/** Tells how far a piece of work has come. */
export interface Progress {
  update(done: number): void;
}

/** What progress is written to. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_WIDTH = 40;
const STEPS = 4;

/**
 * Progress on a stream: on a terminal one line that rewrites itself, elsewhere a plain line for each
 * quarter, so that a log stays readable.
 */
export function progress(total: number, stream: ProgressStream): Progress {
  return stream.isTTY === true ? rewritten(total, stream) : inSteps(total, stream);
}

function rewritten(total: number, stream: ProgressStream): Progress {
  return {
    update(done) {
      const filled = Math.floor((done / total) * BAR_WIDTH);
      const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
      stream.write(`\r  ${bar}  ${count(done)} of ${count(total)}\u001b[K`);
      if (done === total) stream.write("\n");
    },
  };
}

function inSteps(total: number, stream: ProgressStream): Progress {
  let printed = 0;
  return {
    update(done) {
      const step = Math.floor((done / total) * STEPS);
      if (step === printed) return;
      printed = step;
      stream.write(`  ${count(done)} of ${count(total)} routed\n`);
    },
  };
}

/** A whole number with its thousands set apart. */
export function count(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
