import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readIntegrations, readMessages } from "../../examples/support/data.js";
import { runExample } from "./run-example.js";

/** Every text in the export's credentials, and the keys that sign webhooks. */
function secrets(): string[] {
  const { data } = readIntegrations() as {
    data: { credentials: object; configurations: { inboundWebhookSigningKey?: string } }[];
  };
  return data
    .flatMap(({ credentials, configurations }) => [
      ...Object.values(credentials),
      configurations.inboundWebhookSigningKey,
    ])
    .filter((value): value is string => typeof value === "string");
}

describe("the quickstart", () => {
  let output = "";
  let lines: string[] = [];

  beforeAll(async () => {
    output = await runExample("quickstart.ts");
    lines = output.split("\n");
  });

  function rowOf(name: string): string[] {
    const rows = lines.filter((line) => line.startsWith(`  ${name}  `));
    expect(rows).toHaveLength(1);
    return (rows[0] ?? "").trim().split(/ {2,}/);
  }

  test("fits 100 columns, and leaves no space at the end of a line", () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  test("has a row for each message", () => {
    for (const { name } of readMessages()) expect(rowOf(name)).toHaveLength(5);
  });

  test("says where a message goes and why", () => {
    expect(rowOf("Order shipped to Lyon")).toEqual([
      "Order shipped to Lyon",
      "email",
      "ses-frankfurt",
      "ses",
      "targeting-match",
    ]);
    expect(rowOf("Where is my parcel?").slice(1)).toEqual([
      "agent",
      "parcel-assistant",
      "anthropic",
      "default",
    ]);
    expect(rowOf("Loyalty reward, fail closed").slice(2)).toEqual(["-", "-", "blocked"]);
  });

  test("counts the reasons", () => {
    const legend = lines.flatMap((line) => {
      const [, count, reason] = /^ {2,}(\d+) ([a-z-]+) +\S+ \S+ \S+/.exec(line) ?? [];
      return count === undefined ? [] : [`${count} ${reason}`];
    });
    expect(legend).toEqual([
      "14 targeting-match",
      "10 default",
      "1 identifier",
      "2 none",
      "1 blocked",
    ]);
  });

  test("names the mistaken record, and the mistake", () => {
    const at = lines.findIndex((line) => line.startsWith("  Set aside"));
    const section = lines.slice(at, at + 5).join("\n");
    expect(section).toContain("mailersend-loyalty (mailersend, email)  inconvertible-value");
    expect(section).toContain('"1,000"');
  });

  test("shows the failover chain", () => {
    expect(lines).toContain(
      "  1 postmark-enterprise  →  2 sparkpost-black-friday  →  3 sendgrid-default  →  4 ses-standby",
    );
  });

  test("explains one selection", () => {
    const at = lines.indexOf("  Why  Spring newsletter of a trial shop");
    const section = lines.slice(at).join("\n");
    expect(section).toContain("sendgrid-default");
    expect(section).toContain("tenant.data.plan");
    expect(section).toContain("mandrill-legacy");
  });

  test("shows no credential", () => {
    expect(secrets().length).toBeGreaterThan(60);
    expect(secrets().filter((secret) => output.includes(secret))).toEqual([]);
  });

  test("is plain where it is piped, and the same in colour where that is forced", async () => {
    expect(stripVTControlCharacters(output)).toBe(output);
    const painted = await runExample("quickstart.ts", { env: { FORCE_COLOR: "1" } });
    expect(painted).not.toBe(output);
    expect(stripVTControlCharacters(painted)).toBe(output);
  });
});
