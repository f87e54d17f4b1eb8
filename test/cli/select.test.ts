import { describe, expect, test } from "@jest/globals";
import { Folder, type Run } from "./program.js";
import { email, frankfurt, mistaken, sendgrid, staging } from "./records.js";

const folder = new Folder();
const rules = folder.file("rules.json", [frankfurt, sendgrid]);
const tenants = folder.file("tenants.json", [42, frankfurt, sendgrid, staging]);

const german = { channel: "email", subscriber: { country: "DE" } };
const american = { channel: "email", subscriber: { country: "US" } };
const letter = { channel: "push" };

const answers = "ses-frankfurt\ttargeting-match\nsendgrid\tdefault\n-\tnone\n";

function select(contexts: string, ...options: string[]): Run {
  return folder.run(["select", rules, "--context", contexts, ...options]);
}

describe("the forms of contexts", () => {
  const all = [german, american, letter];
  test.each([
    ["a list", "list.json", JSON.stringify(all)],
    ["a pretty list", "pretty.json", `\n  ${JSON.stringify(all, undefined, 2)}\n`],
    ["NDJSON", "lines.ndjson", all.map((each) => JSON.stringify(each)).join("\n")],
    [
      "NDJSON with blank lines and CRLF",
      "crlf.ndjson",
      all.map((each) => `${JSON.stringify(each)}\r\n\r\n`).join(""),
    ],
    [
      "pretty objects",
      "objects.json",
      all.map((each) => JSON.stringify(each, undefined, 2)).join("\n"),
    ],
  ])("%s", (_form, name, text) => {
    expect(select(folder.file(name, text))).toEqual({
      status: 1,
      stdout: answers,
      stderr: "3 contexts, 1 without an integration\n",
    });
  });

  test("one object", () => {
    const { status, stdout } = select(
      folder.file("one.json", JSON.stringify(german, undefined, 2)),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: "ses-frankfurt\ttargeting-match\n" });
  });

  test("the argument itself", () => {
    expect(select(JSON.stringify(german)).stdout).toBe("ses-frankfurt\ttargeting-match\n");
    expect(select(JSON.stringify(all)).stdout).toBe(answers);
  });

  test("standard input", () => {
    const input = all.map((each) => JSON.stringify(each)).join("\n");
    expect(folder.run(["select", rules, "--context", "-"], { input }).stdout).toBe(answers);
    const piped = folder.run(["select", "-", "--context", JSON.stringify(german)], {
      input: JSON.stringify({ data: [frankfurt] }),
    });
    expect(piped.stdout).toBe("ses-frankfurt\ttargeting-match\n");
  });

  test.each(["", "[]", "\n\n"])("none: %j", (text) => {
    expect(select(folder.file("none.json", text))).toEqual({
      status: 0,
      stdout: "",
      stderr: "0 contexts, 0 without an integration\n",
    });
  });
});

describe("select", () => {
  test("gives JSON, a line for each context, without anything that is a secret", () => {
    const secret = { ...frankfurt, _id: "a1", credentials: { apiKey: "hush" } };
    const file = folder.file("secret.json", [42, secret]);
    const { stdout } = folder.run([
      "select",
      file,
      "--context",
      JSON.stringify([german, letter]),
      "--json",
    ]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        integration: {
          _id: "a1",
          identifier: "ses-frankfurt",
          providerId: "ses",
          channel: "email",
          index: 1,
        },
        reason: "targeting-match",
      },
      { reason: "none" },
    ]);
  });

  test("names an integration without an identifier by its id, or by its place in the file", () => {
    const nameless = { ...sendgrid, identifier: undefined };
    const byId = folder.file("by-id.json", [{ ...nameless, _id: "64f5" }]);
    const byPlace = folder.file("by-place.json", [42, staging, nameless]);
    const context = JSON.stringify(american);
    expect(folder.run(["select", byId, "--context", context]).stdout).toBe("64f5\tdefault\n");
    expect(folder.run(["select", byPlace, "--context", context, "--channel", "email"]).stdout).toBe(
      "#2\tdefault\n",
    );
  });

  test("gives an id that is a number as the library does", () => {
    const numbered = folder.file("numbered.json", [
      { ...sendgrid, _id: 42, identifier: undefined },
    ]);
    const args = ["select", numbered, "--context", JSON.stringify(american)];
    expect(folder.run(args).stdout).toBe("42\tdefault\n");
    expect(JSON.parse(folder.run([...args, "--json"]).stdout)).toEqual({
      integration: { _id: "42", providerId: "sendgrid", channel: "email", index: 0 },
      reason: "default",
    });
  });

  test("selects as the worker does", () => {
    const spare = folder.file("spare.json", [email("spare"), { ...mistaken, priority: 1 }]);
    const routed = (...options: string[]): string =>
      folder.run(["select", spare, "--context", '{"channel":"email"}', ...options]).stdout;
    expect(routed()).toBe("-\tnone\n");
    expect(routed("--fallback", "any")).toBe("spare\tdefault\n");
    expect(routed("--fallback", "any", "--on-invalid", "block")).toBe("-\tblocked\n");
  });

  test("decides as Novu's code does when asked to", () => {
    const context = JSON.stringify(german);
    // To Novu, IN asks whether the field's text contains the value: "DE" has no "DE, FR" in it.
    expect(select(context, "--semantics", "novu").stdout).toBe("sendgrid\tdefault\n");
    expect(select(context, "--semantics", "standard").stdout).toBe(
      "ses-frankfurt\ttargeting-match\n",
    );
    // And what it does not know is no mistake.
    const file = folder.file("unknown.json", [sendgrid, mistaken]);
    expect(folder.run(["validate", file]).status).toBe(1);
    expect(folder.run(["validate", file, "--semantics", "novu"]).status).toBe(0);
  });

  test("says which records are set aside", () => {
    const file = folder.file("aside.json", [sendgrid, mistaken]);
    const { status, stderr } = folder.run(["select", file, "--context", JSON.stringify(american)]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^warning: aside.json: set aside: mailgun \(validate tells why\)\n/);
  });

  test("asks for what says which tenant is meant, and takes it from the options", () => {
    const routed = (...options: string[]): Run =>
      folder.run([
        "select",
        tenants,
        "--context",
        JSON.stringify([german, { ...german, environmentId: "staging" }]),
        ...options,
      ]);
    expect(routed()).toMatchObject({ status: 2, stdout: "" });
    expect(routed().stderr).toMatch(
      /^error: --context:1:2: environmentId: found nothing; expected one/,
    );
    expect(routed("--environment", "production").stdout).toBe(
      "ses-frankfurt\ttargeting-match\n-\tnone\n",
    );
    expect(routed("--scope", "open").stdout).toBe("ses-frankfurt\ttargeting-match\n-\tnone\n");
  });

  test("fills in only what a context lacks", () => {
    const contexts = [{}, { channel: null }, { channel: "sms" }];
    const args = ["select", tenants, "--context", JSON.stringify(contexts)];
    expect(folder.run([...args, "--channel", "email", "--organization", "acme"]).stdout).toBe(
      "sendgrid\tdefault\nsendgrid\tdefault\n-\tnone\n",
    );
  });

  test("keeps what was said before a mistake in the input", () => {
    const file = folder.file("late.ndjson", `${JSON.stringify(german)}\n{"channel":}\n`);
    expect(select(file)).toEqual({
      status: 2,
      stdout: "ses-frankfurt\ttargeting-match\n",
      stderr: 'error: late.ndjson:2:12: found "}"; expected a value\n',
    });
  });
});
