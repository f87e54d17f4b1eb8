import { describe, expect, test } from "@jest/globals";
import type { Condition, Integration, OperatorName } from "integration-router";
import {
  coveringContexts,
  diffRouting,
  lintIntegrations,
  type RoutingDifference,
} from "integration-router/analysis";
import { Folder } from "./program.js";
import { email, forCountry, frankfurt, mistaken, sendgrid, staging } from "./records.js";

const folder = new Folder();
const records = [forCountry("ses-eu", "DE, FR, NL", 1), frankfurt, sendgrid];
const rules = folder.file("rules.json", records);
const clean = folder.file("clean.json", [frankfurt, sendgrid]);
/** Two fields compared with one another, in two ways that mean the same: none can tell that. */
const domestic = comparing("domestic", "EQUAL", "{{tenant.country}}");
const local = comparing("local", "IN", ["{{tenant.country}}"]);

function comparing(
  identifier: string,
  operator: OperatorName,
  value: string | string[],
): Integration {
  const condition: Condition = { on: "subscriber", field: "country", operator, value };
  return { ...email(identifier), conditions: [{ value: "AND", children: [condition] }] };
}

describe("lint", () => {
  test("prints nothing for a list that is in order", () => {
    expect(folder.run(["lint", clean])).toEqual({
      status: 0,
      stdout: "",
      stderr: "2 integrations, 0 errors, 0 warnings, 0 info, 0 undecided\n",
    });
  });

  test("prints a diagnostic a line, and exits with 1 for one above the severity", () => {
    const { status, stdout } = folder.run(["lint", rules]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^rules\.json: ses-frankfurt: (conditions: )?warning: .*ses-eu.* \[never-reached\]$/m,
    );
    const statuses = ["none", "info", "warning", "error"].map(
      (severity) => folder.run(["lint", rules, "--max-severity", severity]).status,
    );
    expect(statuses).toEqual([1, 1, 0, 0]);
  });

  test("exits with 1 for an error, unless errors are put up with", () => {
    const file = folder.file("mistaken.json", [mistaken, sendgrid]);
    const { status, stdout } = folder.run(["lint", file]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "mistaken.json: mailgun: error: conditions[0].children[0].value: found",
    );
    expect(folder.run(["lint", file, "--max-severity", "error"]).status).toBe(0);
  });

  test("tells of what is no record", () => {
    const file = folder.file("stray.json", [sendgrid, 42]);
    const { status, stdout } = folder.run(["lint", file]);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout:
        "stray.json: #1: error: found 42; expected an integration record [invalid-integration]\n",
    });
    const { diagnostics } = JSON.parse(folder.run(["lint", file, "--json"]).stdout);
    expect(diagnostics).toEqual(
      JSON.parse(JSON.stringify(lintIntegrations(JSON.parse("[42]")).diagnostics)).map(
        (each: object) => ({ ...each, integration: { index: 1 } }),
      ),
    );
  });

  test("tells of what was not decided, which is no reason to fail", () => {
    const file = folder.file("undecided.json", [domestic, local, sendgrid]);
    const { status, stdout, stderr } = folder.run(["lint", file, "--max-severity", "info"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^undecided\.json: local: undecided: .*\[never-reached\]$/m);
    expect(stderr).toMatch(/, 1 undecided\n$/);
  });

  test("shows a context where there is one", () => {
    const file = folder.file("overlap.json", [
      forCountry("a", "DE, FR"),
      forCountry("b", "DE, US"),
      sendgrid,
    ]);
    const [line, context, ...rest] = folder.run(["lint", file]).stdout.split("\n");
    expect(line).toMatch(/^overlap\.json: .* info: .* \[unordered-overlap\]$/);
    expect(JSON.parse(context ?? "")).toMatchObject({
      channel: "email",
      subscriber: { country: "DE" },
    });
    expect(rest).toEqual([""]);
  });

  test("gives the library's answer as JSON, with the places in the file", () => {
    expect(JSON.parse(folder.run(["lint", rules, "--json"]).stdout)).toEqual(
      JSON.parse(JSON.stringify(lintIntegrations(records))),
    );
    const file = folder.file("narrowed.json", [staging, ...records]);
    const { stdout } = folder.run(["lint", file, "--json", "--environment", "production"]);
    const found = JSON.parse(stdout).diagnostics.find(
      ({ code }: { code: string }) => code === "never-reached",
    );
    expect(found).toMatchObject({
      integration: { identifier: "ses-frankfurt", index: 2 },
      related: [{ identifier: "ses-eu", index: 1 }],
    });
  });
});

describe("diff", () => {
  const without = folder.file("without.json", [sendgrid]);

  test("prints nothing for lists that route alike", () => {
    const again = folder.file("again.json", [
      sendgrid,
      { ...frankfurt, credentials: { apiKey: "new" } },
    ]);
    expect(folder.run(["diff", clean, again])).toEqual({
      status: 0,
      stdout: "",
      stderr: "0 differences, 0 undecided\n",
    });
  });

  test("prints a difference with its context, and exits with 1", () => {
    const { status, stdout } = folder.run(["diff", clean, without]);
    expect(status).toBe(1);
    const [line, context, ...rest] = stdout.split("\n");
    expect(line).toBe("ses-frankfurt (targeting-match) → sendgrid (default)");
    expect(context).toMatch(/^ {4}\{"channel":"email","subscriber":\{"country":"(DE|FR)"\}\}$/);
    expect(rest).toEqual([""]);
  });

  test("names nothing as select does", () => {
    const none = folder.file("nothing.json", []);
    expect(folder.run(["diff", without, none]).stdout).toBe(
      'sendgrid (default) → - (none)\n    {"channel":"email"}\n',
    );
  });

  test("exits with 3 where nothing is different but something undecided", () => {
    const before = folder.file("before.json", [domestic, sendgrid]);
    const after = folder.file("after.json", [{ ...local, identifier: "domestic" }, sendgrid]);
    const { status, stdout, stderr } = folder.run(["diff", before, after]);
    expect({ status, stderr }).toEqual({ status: 3, stderr: "0 differences, 2 undecided\n" });
    expect(stdout).toMatch(/^domestic \(targeting-match\) → sendgrid \(default\): undecided: ./);
  });

  test("gives the library's answer as JSON", () => {
    expect(JSON.parse(folder.run(["diff", clean, without, "--json"]).stdout)).toEqual(
      JSON.parse(JSON.stringify(diffRouting([frankfurt, sendgrid], [sendgrid]))),
    );
  });

  test("looks only at the records that it is narrowed to, and names what they stand for", () => {
    const before = folder.file("tenants.json", [staging, frankfurt, sendgrid]);
    const after = folder.file("tenants-after.json", [sendgrid]);
    const narrowed = (environment: string): RoutingDifference[] => {
      const args = ["diff", before, after, "--json", "--environment", environment];
      return JSON.parse(folder.run(args).stdout).differences;
    };
    expect(narrowed("production")).toMatchObject([
      {
        before: { integration: { identifier: "ses-frankfurt", index: 1 } },
        after: { integration: { identifier: "sendgrid", index: 0 } },
        context: { channel: "email", environmentId: "production" },
      },
    ]);
    expect(narrowed("staging")).toMatchObject([
      { before: { integration: { identifier: "twilio" } } },
    ]);
  });

  test("selects as the worker does", () => {
    const [one, other] = [[sendgrid], [email("sendgrid")]];
    const args = ["diff", folder.file("one.json", one), folder.file("other.json", other)];
    expect(folder.run(args).status).toBe(1);
    expect(folder.run([...args, "--fallback", "any"]).status).toBe(0);
  });

  test("says which records are set aside", () => {
    const file = folder.file("broken.json", [mistaken, sendgrid]);
    const { stderr } = folder.run(["diff", without, file]);
    expect(stderr).toMatch(/^warning: broken\.json: set aside: mailgun \(validate tells why\)\n/);
  });
});

describe("cover", () => {
  test("prints contexts that select takes", () => {
    const { status, stdout, stderr } = folder.run(["cover", rules]);
    expect(status).toBe(0);
    const { contexts } = coveringContexts(records);
    expect(JSON.parse(stdout)).toEqual(contexts.map(({ context }) => context));
    expect(stdout.split("\n")).toHaveLength(contexts.length + 3);
    expect(stderr).toContain("unreachable: ses-frankfurt: ses-eu before it\n");
    const routed = folder.run(["select", rules, "--context", "-"], { input: stdout });
    expect(routed.stdout).toBe(
      contexts
        .map(({ selects }) => `${selects.integration?.identifier ?? "-"}\t${selects.reason}\n`)
        .join(""),
    );
  });

  test("tells of what no context covers, beside the output", () => {
    const file = folder.file("uncovered.json", [domestic, local, mistaken, sendgrid]);
    const { status, stdout, stderr } = folder.run(["cover", file]);
    expect(status).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toMatch(
      /^warning: uncovered\.json: set aside: mailgun \(validate tells why\)$/m,
    );
    expect(stderr).toMatch(/^undecided: local is selected: ./m);
    expect(stderr).toMatch(/^4 integrations, \d contexts\n$/m);
  });

  test("gives everything as JSON when asked to", () => {
    expect(JSON.parse(folder.run(["cover", rules, "--json"]).stdout)).toEqual(
      JSON.parse(JSON.stringify(coveringContexts(records))),
    );
  });

  test("is empty for an empty list", () => {
    const { status, stdout } = folder.run(["cover", folder.file("empty.json", [])]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "[]\n" });
  });
});
