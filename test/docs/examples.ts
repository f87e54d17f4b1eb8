import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The `@example` of a doc comment. */
export interface Example {
  /** The file that it is in, and which of the file's examples it is. */
  readonly name: string;
  /** The path of the file. */
  readonly file: string;
  /** What the file itself exports and the package does not: an example may use it. */
  readonly internals: readonly string[];
  readonly code: string;
}

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Every name that the package exports, the types' among them. */
export const publicNames: readonly string[] = [
  ...readFileSync(join(src, "index.ts"), "utf8").matchAll(/\{([^}]*)\}/g),
].flatMap(([, names = ""]) => names.match(/\b(?!type\b)\w+/g) ?? []);

/** What examples use without saying where it comes from: a small list, a message to send, a peer. */
export const SETTING = `
import { compareSemantics } from "integration-router/novu";
import jsonLogic from "json-logic-js";
const rowOf = (plan: string, index: number): Integration => ({
  _environmentId: "env-eu",
  _organizationId: "org-acme",
  identifier: plan === "free" ? "sendgrid-eu" : "ses-enterprise",
  providerId: plan === "free" ? "sendgrid" : "ses",
  channel: "email",
  active: true,
  priority: -index,
  conditions: [
    {
      value: "AND",
      children: [{ on: "subscriber", field: "data.plan", operator: "EQUAL", value: plan }],
    },
  ],
});
const integrations = ["enterprise", "free"].map(rowOf);
const context: SelectionContext = { channel: "email", subscriber: { data: { plan: "free" } } };
const row = { conditions: [{ value: "XOR", children: [] }] };
let router = createRouter(integrations);
const changedRow: Integration = { ...rowOf("free", 1), _id: "row-1" };
const deletedId = "row-2";
const text = JSON.stringify({ data: integrations });
const message = "Your order has been shipped";
const trySending = async (integration: Integration, body: string): Promise<boolean> =>
  integration.active && body !== "";
`;

/** The examples of all doc comments. */
export function readExamples(): Example[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => {
      const file = join(src, name);
      const source = readFileSync(file, "utf8");
      const exported = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)];
      const internals = exported
        .map(([, own = ""]) => own)
        .filter((own) => !publicNames.includes(own));
      return examplesIn(source).map((code, index) => ({
        name: `${name} ${index + 1}`,
        file,
        internals,
        code,
      }));
    });
}

function examplesIn(source: string): string[] {
  return [...source.matchAll(/^ +\* @example\n +\* ```ts\n([\s\S]*?)^ +\* ```$/gm)].map(
    ([, lines = ""]) => lines.replace(/^ +\* ?/gm, ""),
  );
}
