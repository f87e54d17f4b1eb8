import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Settings } from "./settings.js";

/** What a job's process is told. */
export interface JobRequest {
  readonly suite: string;
  readonly input: unknown;
  readonly settings: Settings;
}

export const JOB_FLAG = "--job";

/** Runs one job in a process of its own and gives what it found. */
export async function runJob(
  entry: string,
  request: JobRequest,
  flags: readonly string[],
): Promise<unknown> {
  const child = spawn(process.execPath, ["--expose-gc", ...flags, entry, JOB_FLAG], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stdin.end(JSON.stringify(request));
  const [output, code] = await Promise.all([text(child.stdout), exit]);
  if (code !== 0) throw new Error(`${request.suite}: a job ended with ${code}`);
  // A peer may print; the job's own word is its last line.
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}

/** The other end: reads the request, does the job and prints what it found. */
export async function serveJob(
  work: (request: JobRequest) => unknown | Promise<unknown>,
): Promise<void> {
  const request: JobRequest = JSON.parse(await text(process.stdin));
  process.stdout.write(`\n${JSON.stringify(await work(request))}\n`);
}
