import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import manifest from "../../package.json";
import { readPage } from "./markdown.js";

const forms = ".github/ISSUE_TEMPLATE";
const workflow = (name: string): unknown => parse(readPage(`.github/workflows/${name}.yml`));

describe("what the forge reads", () => {
  test("runs .ci/run on each supported version of Node", () => {
    const { on, jobs } = workflow("ci") as {
      on: object;
      jobs: { run: { strategy: { matrix: { node: number[] } }; steps: { run?: string }[] } };
    };
    expect(Object.keys(on)).toEqual(["push", "pull_request", "workflow_call"]);
    const { strategy, steps } = jobs.run;
    expect(strategy.matrix.node).toEqual([20, 22, 24]);
    expect(manifest.engines.node).toBe(`>=${strategy.matrix.node[0]}`);
    expect(steps.at(-1)?.run).toBe("bash .ci/run");
  });

  test("publishes a tagged version with provenance once all has held", () => {
    const { on, jobs } = workflow("release") as {
      on: object;
      jobs: Record<
        string,
        { needs?: string; uses?: string; permissions?: object; steps?: { run?: string }[] }
      >;
    };
    expect(on).toEqual({ push: { tags: ["v*"] } });
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ["check", undefined],
      ["ci", "check"],
      ["publish", "ci"],
    ]);
    expect(jobs["check"]?.steps?.at(-1)?.run).toBe('npm run check:release -- "$GITHUB_REF_NAME"');
    expect(jobs["ci"]?.uses).toBe("./.github/workflows/ci.yml");
    expect(jobs["publish"]?.permissions).toMatchObject({ "id-token": "write" });
    expect(jobs["publish"]?.steps?.at(-1)?.run).toBe("npm publish --provenance --access public");
  });

  test.each(["ci", "release"])("pins what %s uses by its major version", (name) => {
    const used = [...readPage(`.github/workflows/${name}.yml`).matchAll(/uses: (.*)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action] of used) expect(action).toMatch(/^(?:\.\/.*|[\w-]+\/[\w-]+@v\d+)$/);
  });

  test("has issue forms that can be filled in", () => {
    const files = readdirSync(fileURLToPath(new URL(`../../${forms}`, import.meta.url)));
    expect(files.sort()).toEqual(["bug.yml", "config.yml", "feature.yml"]);
    for (const file of files.filter((name) => name !== "config.yml")) {
      const form: { name: string; description: string; body: Field[] } = parse(
        readPage(`${forms}/${file}`),
      );
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      const fields = form.body.filter(({ type }) => type !== "markdown");
      const ids = fields.map(({ id }) => id);
      expect(new Set(ids).size).toBe(fields.length);
      expect(ids).not.toContain(undefined);
      expect(fields.map(({ attributes }) => attributes.label)).not.toContain(undefined);
    }
  });
});

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string };
}
