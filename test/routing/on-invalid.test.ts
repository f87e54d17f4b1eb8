import { describe, expect, test } from "@jest/globals";
import type { Raw } from "../support/build.js";
import { chain, chosen, resolved } from "./support/choose.js";
import { FAILING, INVALID, inOrder, MATCHING, message, type Row, row } from "./support/rows.js";

// What an integration with invalid conditions does at each place in the order.

const M = row("match", { conditions: MATCHING });
const N = row("next-match", { conditions: MATCHING });
const F = row("failing", { conditions: FAILING });
const I = row("invalid", { conditions: INVALID });
const J = row("also-invalid", { conditions: "nonsense" });
const D = row("default");
const E = row("next-default");

type Expected = [
  list: Row[],
  skip: string[],
  block: string[],
  reason: "blocked" | "none" | "match",
];

describe("at each place in the order", () => {
  const cases: Expected[] = [
    // list, chain under "skip", chain under "block", what "block" resolves to
    [[I], [], [], "blocked"],
    [[I, J], [], [], "blocked"],
    [[I, D], ["default"], [], "blocked"],
    [[D, I], ["default"], [], "blocked"],
    [[D, E, I], ["default", "next-default"], [], "blocked"],
    [[D, I, E], ["default", "next-default"], [], "blocked"],
    [[F, I], [], [], "blocked"],
    [[I, F], [], [], "blocked"],
    [[I, M], ["match"], [], "blocked"],
    [[F, D, I, M], ["match", "default"], [], "blocked"],
    [[M, I], ["match"], ["match"], "match"],
    [[M, D, I], ["match", "default"], ["match"], "match"],
    [[D, M, I], ["match", "default"], ["match"], "match"],
    [[M, I, D], ["match", "default"], ["match"], "match"],
    [[M, I, N], ["match", "next-match"], ["match"], "match"],
    [[M, N, I, D], ["match", "next-match", "default"], ["match", "next-match"], "match"],
    [[M, F, N, I, J], ["match", "next-match"], ["match", "next-match"], "match"],
    [[M, D], ["match", "default"], ["match", "default"], "match"],
    [[F], [], [], "none"],
    [[], [], [], "none"],
  ];

  const titled = cases.map(
    (each) => [each[0].map(({ name }) => name).join(", ") || "an empty list", ...each] as const,
  );

  test.each(titled)("%s", (_, rows, skip, block, reason) => {
    const list = inOrder(...rows);
    expect(chain(list, message())).toEqual(skip);
    expect(chain(list, message(), { onInvalid: "skip" })).toEqual(skip);
    expect(chain(list, message(), { onInvalid: "block" })).toEqual(block);

    const skipped = resolved(list, message());
    expect(skipped.integration?.name).toBe(skip[0]);
    expect(skipped.reason).not.toBe("blocked");

    const blocked = resolved(list, message(), { onInvalid: "block" });
    expect(blocked.integration?.name).toBe(block[0]);
    expect(blocked.reason).toBe(reason === "match" ? "targeting-match" : reason);
  });

  test("the place is that of the order, not of the list", () => {
    const list = [
      row("match", { conditions: MATCHING }),
      row("invalid", { conditions: INVALID, createdAt: "2026-01-01" }),
    ];
    expect(chosen(list, message(), { onInvalid: "block" })).toBeUndefined();
    const older = [{ ...list[0], createdAt: "2026-01-02" } as Row, ...list.slice(1)];
    expect(chosen(older, message(), { onInvalid: "block" })).toBe("match");
  });
});

describe("out of scope it blocks nothing", () => {
  test.each<[fields: Raw]>([
    [{ active: false }],
    [{ deleted: true }],
    [{ kind: "agent" }],
    [{ channel: "email" }],
    [{ providerId: "other" }],
    [{ _environmentId: "other" }],
    [{ _organizationId: "other" }],
  ])("%p", (fields) => {
    const context = message({
      providerId: "slack",
      environmentId: "env",
      organizationId: "org",
    });
    const list = inOrder({ ...I, ...fields }, D);
    expect(resolved(list, context, { onInvalid: "block" }).reason).toBe("default");
    expect(resolved(inOrder(I, D), context, { onInvalid: "block" }).reason).toBe("blocked");
  });

  test("because another is named by its id", () => {
    const context = message({ integrationId: "id-default" });
    expect(chosen(inOrder(I, D), context, { onInvalid: "block" })).toBe("default");
  });

  test("because it is excluded", () => {
    const exclude = ({ name }: Row): boolean => name === "invalid";
    expect(chosen(inOrder(I, D), message(), { onInvalid: "block", exclude })).toBe("default");
  });
});

describe("by its identifier", () => {
  test.each(["skip", "block"] as const)("it is chosen under %p", (onInvalid) => {
    const list = inOrder(I, D, M);
    const named = resolved(list, message({ identifier: "invalid" }), { onInvalid });
    expect([named.integration?.name, named.reason]).toEqual(["invalid", "identifier"]);
  });

  test("another is chosen past it", () => {
    const options = { onInvalid: "block" } as const;
    expect(chosen(inOrder(I, D), message({ identifier: "default" }), options)).toBe("default");
    const nobody = resolved(inOrder(I, D), message({ identifier: "nobody" }), options);
    expect(nobody.reason).toBe("none");
  });
});

test("it blocks under every fallback", () => {
  for (const fallback of ["primary", "any", "none"] as const) {
    const { reason } = resolved(inOrder(D, I), message(), { onInvalid: "block", fallback });
    expect(reason).toBe("blocked");
  }
});

test("named by its id it blocks itself", () => {
  const context = message({ integrationId: "id-invalid" });
  expect(resolved([I, D], context).reason).toBe("none");
  expect(resolved([I, D], context, { onInvalid: "block" }).reason).toBe("blocked");
});
