import { once } from "node:events";
import { type Paint, painter, wantsColor } from "./paint.js";

/** Whether standard output shows colour. */
export const hasColor: boolean = wantsColor(process.stdout, process.env);

/** Paints what goes to standard output. */
export const paint: Paint = painter(hasColor);

/** Writes to standard output, and waits while whoever reads it is behind. */
export async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes a line to standard output. */
export function writeLine(text: string): Promise<void> {
  return write(`${text}\n`);
}

/** Writes plain data to standard output, for people to read as well. */
export function writeJson(data: unknown): Promise<void> {
  return writeLine(JSON.stringify(data, undefined, 2));
}

/** Tells the user something beside the output, on standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Ends quietly when whoever reads the output has read enough: `| head`. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}
