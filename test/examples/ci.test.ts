import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readPage } from "../docs/markdown.js";

const ROOT = resolve(__dirname, "../..");

function check(...files: readonly string[]): { status: number | null; stdout: string } {
  const { FORCE_COLOR, ...env } = process.env;
  const { status, stdout } = spawnSync("bash", ["examples/ci/check.sh", ...files], {
    cwd: ROOT,
    env,
    encoding: "utf8",
  });
  return { status, stdout };
}

describe("the check of a pull request", () => {
  test("prints what its page shows", () => {
    const page = readPage("examples/ci/README.md");
    const [, shown = ""] = page.match(/^```text\n([\s\S]*?)^```$/m) ?? [];
    expect(check()).toEqual({ status: 0, stdout: shown });
  });

  test("says that nothing changes where that is so", () => {
    const { status, stdout } = check("examples/ci/main.json", "examples/ci/main.json");
    expect(status).toBe(0);
    expect(stdout).toBe(
      "== Mistakes\n== Routing\nProved: every message goes where it went before.\n",
    );
  });

  test("fails on a mistake in the list", () => {
    const { status, stdout } = check("examples/ci/main.json", "examples/data/integrations.json");
    expect(status).toBe(1);
    expect(stdout).toContain("mailersend-loyalty: error:");
    expect(stdout).not.toContain("== Routing");
  });
});
