/** Tells how far a piece of work has come. */
export interface Progress {
  update(done: number): void;
  /** Says something besides, on a line of its own. */
  note(line: string): void;
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
 *
 * @param total - how much there is to do
 * @param stream - where to write
 * @param verb - what is done, for the plain lines
 */
export function progress(total: number, stream: ProgressStream, verb = "routed"): Progress {
  return stream.isTTY === true ? rewritten(total, stream) : inSteps(total, stream, verb);
}

function rewritten(total: number, stream: ProgressStream): Progress {
  let line = "";
  return {
    update(done) {
      const filled = Math.floor((done / total) * BAR_WIDTH);
      const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
      line = `\r  ${bar}  ${count(done)} of ${count(total)}\u001b[K`;
      stream.write(line);
      if (done < total) return;
      stream.write("\n");
      line = "";
    },
    note(text) {
      stream.write(`\r${text}\u001b[K\n${line}`);
    },
  };
}

function inSteps(total: number, stream: ProgressStream, verb: string): Progress {
  let printed = 0;
  return {
    update(done) {
      const step = Math.floor((done / total) * STEPS);
      if (step === printed) return;
      printed = step;
      stream.write(`  ${count(done)} of ${count(total)} ${verb}\n`);
    },
    note(text) {
      stream.write(`${text}\n`);
    },
  };
}

/** A whole number with its thousands set apart. */
export function count(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
