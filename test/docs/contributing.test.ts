import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { codesIn, operatorInContributing, readPage } from "./markdown.js";
import { runCode } from "./run-code.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readPage("CONTRIBUTING.md");

describe("CONTRIBUTING", () => {
  test("names files and folders that are there", () => {
    const paths = [...page.matchAll(/(?:^|[\s`])((?:src|test|examples|\.ci)\/[\w./-]*)/gm)];
    const named = new Set(paths.map(([, path = ""]) => path));
    // The operator that it shows how to add is not there.
    expect(named.delete("src/operators/address.ts")).toBe(true);
    expect(named.size).toBeGreaterThan(15);
    expect([...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("names scripts that are there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = codesIn(page).flatMap((code) => code.match(/^npm (?:run )?([\w:]+)$/)?.[1] ?? []);
    const own = named.filter((name) => !["ci", "publish"].includes(name));
    expect(own).toEqual(expect.arrayContaining(["start", "test", "build", "check:package"]));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(own));
  });

  test("shows an operator that works", async () => {
    const operator = operatorInContributing();
    const modules: Record<string, unknown> = {};
    for (const [, name = ""] of operator.matchAll(/from "(.*)";/g)) {
      modules[name] = await import(join(root, "src/operators", name.replace(/\.js$/, ".ts")));
    }
    const use = `
      const at = (term) => atDomain.compile({ kind: "scalar", term }, "inferred");
      const ada = "ada@acme.example";
      const acme = at("acme.example");
      console.log(acme(ada, {}), acme("acme.example", {}), acme(["b@b.example", ada], {}));
      console.log(at(4)("a@4", {}), acme(undefined, {}), acme({}, {}), at("")("a@", {}));
      const field = { source: "payload", path: "p", steps: ["p"] };
      const own = at({ field, text: "{{payload.p}}" });
      console.log(own(ada, { payload: { p: "acme.example" } }), own(ada, { payload: {} }));
      console.log(notAtDomain.name, notAtDomain.negated);
    `;
    const [, printed] = await runCode([operator, use], modules);
    expect(printed?.trim().split("\n")).toEqual([
      "true false true",
      "true false false true",
      "true false",
      "NOT_AT_DOMAIN true",
    ]);
  });
});
