import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const ROOT = resolve(__dirname, "../..");

/** Runs an example as a reader would, its output piped, and gives what it printed. */
export async function runExample(
  file: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", `examples/${file}`, ...args],
    { cwd: ROOT, env: { ...inherited, ...env } },
  );
  return stdout;
}
