import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { resolved } from "./support/choose.js";
import { FAILING, INVALID, inOrder, MATCHING, message, type Row, row } from "./support/rows.js";

// The four steps of a selection: identifier, targeting match, default, nothing.

const matching = row("matching", { conditions: MATCHING });
const alsoMatching = row("also-matching", { conditions: MATCHING });
const failing = row("failing", { conditions: FAILING });
const invalid = row("invalid", { conditions: INVALID });
const plain = row("plain");
const spare = row("spare");

/** Puts the names in front, for the title of a case. */
function titled<Rest extends readonly unknown[]>(
  cases: readonly (readonly [list: Row[], ...rest: Rest])[],
): [title: string, list: Row[], ...rest: Rest][] {
  return cases.map(([list, ...rest]) => [
    list.map(({ name }) => name).join(", ") || "an empty list",
    list,
    ...rest,
  ]);
}

function answer(list: readonly Row[], fields = {}): [name: string | undefined, reason: string] {
  const { integration, reason } = resolved(inOrder(...list), message(fields));
  return [integration?.name, reason];
}

describe("in order of selection", () => {
  const cases: [list: Row[], name: string | undefined, reason: string][] = [
    [[], undefined, "none"],
    [[matching], "matching", "targeting-match"],
    [[failing], undefined, "none"],
    [[invalid], undefined, "none"],
    [[plain], "plain", "default"],
    // A match goes before a default, wherever it stands.
    [[matching, plain], "matching", "targeting-match"],
    [[plain, matching], "matching", "targeting-match"],
    [[plain, spare, failing, matching], "matching", "targeting-match"],
    // The first of several.
    [[matching, alsoMatching], "matching", "targeting-match"],
    [[alsoMatching, matching], "also-matching", "targeting-match"],
    [[failing, alsoMatching, matching], "also-matching", "targeting-match"],
    [[plain, spare], "plain", "default"],
    [[spare, plain], "spare", "default"],
    // What fails and what is invalid is neither a match nor a default.
    [[failing, plain], "plain", "default"],
    [[invalid, plain], "plain", "default"],
    [[invalid, matching], "matching", "targeting-match"],
    [[failing, invalid], undefined, "none"],
  ];

  test.each(titled(cases))("%s", (_, list, name, reason) => {
    expect(answer(list)).toEqual([name, reason]);
  });
});

test("conditions decide on the message's own data", () => {
  const list = ["free", "pro", "enterprise"].map((plan) =>
    row(plan, { conditions: [group([condition("EQUAL", plan, "plan")])] }),
  );
  for (const plan of ["free", "pro", "enterprise"]) {
    expect(answer(list, { payload: { plan } })).toEqual([plan, "targeting-match"]);
  }
  expect(answer(list, { payload: { plan: "trial" } })).toEqual([undefined, "none"]);
  expect(answer(list, { payload: undefined })).toEqual([undefined, "none"]);
});

test("any of several groups is enough", () => {
  const either = row("either", {
    conditions: [group([condition("EQUAL", "x")]), group([condition("EQUAL", "y")])],
  });
  for (const a of ["x", "y"]) {
    expect(answer([either], { payload: { a } })).toEqual(["either", "targeting-match"]);
  }
  expect(answer([either], { payload: { a: "z" } })).toEqual([undefined, "none"]);
});

describe("an identifier", () => {
  const cases: [list: Row[], identifier: string, name: string | undefined][] = [
    [[plain, matching], "plain", "plain"],
    [[matching, plain], "matching", "matching"],
    // Conditions are not looked at.
    [[matching, failing], "failing", "failing"],
    [[matching, invalid], "invalid", "invalid"],
    // There is no fallback.
    [[matching, plain], "nobody", undefined],
    [[matching, plain], "", undefined],
    [[], "plain", undefined],
  ];

  test.each(titled(cases))("of %s", (_, list, identifier, name) => {
    const reason = name === undefined ? "none" : "identifier";
    expect(answer(list, { identifier })).toEqual([name, reason]);
  });

  test("null is not given", () => {
    expect(answer([plain, matching], { identifier: null })).toEqual([
      "matching",
      "targeting-match",
    ]);
  });

  test("does not reach out of scope", () => {
    const others = [
      row("wanted", { active: false }),
      row("wanted", { deleted: true }),
      row("wanted", { channel: "email" }),
      row("wanted", { providerId: "other" }),
    ];
    const fields = { identifier: "wanted", providerId: "slack" };
    expect(answer([...others, plain], fields)).toEqual([undefined, "none"]);
    expect(answer([...others, row("wanted")], fields)).toEqual(["wanted", "identifier"]);
  });

  test("needs no primary on email", () => {
    const email = row("email", { channel: "email" });
    expect(answer([email], { channel: "email", identifier: "email" })).toEqual([
      "email",
      "identifier",
    ]);
  });

  test.each(["primary", "any", "none"] as const)("is chosen under the fallback %p", (fallback) => {
    const { integration, reason } = resolved([failing], message({ identifier: "failing" }), {
      fallback,
    });
    expect([integration?.name, reason]).toEqual(["failing", "identifier"]);
  });
});

describe("an integrationId", () => {
  test("holds the choice to one record, whose conditions still count", () => {
    const list = [matching, failing, invalid, plain];
    const named = (name: string) => answer(list, { channel: null, integrationId: `id-${name}` });
    expect(named("matching")).toEqual(["matching", "targeting-match"]);
    expect(named("plain")).toEqual(["plain", "default"]);
    expect(named("failing")).toEqual([undefined, "none"]);
    expect(named("invalid")).toEqual([undefined, "none"]);
    expect(named("nobody")).toEqual([undefined, "none"]);
  });

  test("and an identifier must both fit", () => {
    const list = [plain, matching];
    expect(answer(list, { integrationId: "id-plain", identifier: "plain" })).toEqual([
      "plain",
      "identifier",
    ]);
    expect(answer(list, { integrationId: "id-plain", identifier: "matching" })).toEqual([
      undefined,
      "none",
    ]);
  });
});
