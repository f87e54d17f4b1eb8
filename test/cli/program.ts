import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";

/** How a run of the program ended, and what it wrote. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given beside its arguments. */
export interface Surroundings {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeOptions?: readonly string[];
}

/** The installed program of the packed package. */
export const PROGRAM: string = join(
  process.env["PACKED_FOLDER"] ?? "",
  "project/node_modules/integration-router/dist/cli.js",
);

const RUN_EACH = join(__dirname, "run-each.mjs");

/** The surroundings' own wishes for colour are not the tests'. */
export function plainEnv(env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
  return { ...inherited, ...env };
}

/** A folder that the program is run in, taken away after the file's tests. */
export class Folder {
  readonly path: string = mkdtempSync(join(tmpdir(), "integration-router-cli-"));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes a file, anything but text as JSON, and gives its name. */
  file(name: string, content: unknown): string {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(this.path, name), text);
    return name;
  }

  /** Runs the program, in a pipe. */
  run(args: readonly string[], { input = "", env, nodeOptions = [] }: Surroundings = {}): Run {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...nodeOptions, PROGRAM, ...args],
      { cwd: this.path, encoding: "utf8", input, env: plainEnv(env), timeout: 300_000 },
    );
    return { status, stdout, stderr };
  }

  /**
   * Runs the program with each of some arguments, without input, as {@link run} would one by one, for
   * a fraction of the time.
   */
  runEach(lists: readonly (readonly string[])[]): readonly Run[] {
    const { status, stdout, stderr } = spawnSync(process.execPath, [RUN_EACH, PROGRAM], {
      cwd: this.path,
      encoding: "utf8",
      input: JSON.stringify(lists),
      env: plainEnv(),
      timeout: 300_000,
    });
    if (status !== 0) throw new Error(`the runs ended with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  }
}
