import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  rankIntegrations,
  type SelectionContext,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import { chain } from "./support/choose.js";
import { FAILING, INVALID, inOrder, MATCHING, message, type Row, row } from "./support/rows.js";

/** The chain by its definition: select, take out of the list, select again. */
function repeated(
  list: readonly Row[],
  context: SelectionContext,
  options?: SelectOptions<Row>,
): string[] {
  const left = [...list];
  const names: string[] = [];
  for (;;) {
    const next = selectIntegration(left, context, options);
    if (next === undefined) return names;
    names.push(next.name);
    left.splice(left.indexOf(next), 1);
  }
}

const list = inOrder(
  row("plain", { channel: "email" }),
  row("match", { channel: "email", conditions: MATCHING }),
  row("primary", { channel: "email", primary: true }),
  row("failing", { channel: "email", conditions: FAILING }),
  row("next-match", { channel: "email", conditions: MATCHING }),
  row("invalid", { channel: "email", conditions: INVALID }),
  row("last-match", { channel: "email", conditions: MATCHING }),
  row("inactive", { channel: "email", active: false }),
  row("chat"),
);

describe("is selection repeated", () => {
  test.each<[options: SelectOptions<Row>, names: string[]]>([
    [{}, ["match", "next-match", "last-match", "primary"]],
    [{ fallback: "any" }, ["match", "next-match", "last-match", "primary", "plain"]],
    [{ fallback: "none" }, ["match", "next-match", "last-match"]],
    [{ onInvalid: "block" }, ["match", "next-match"]],
    [{ onInvalid: "block", fallback: "any" }, ["match", "next-match"]],
    [
      { exclude: ({ name }) => name === "match" || name === "primary" },
      ["next-match", "last-match"],
    ],
    [
      { exclude: ({ name }) => name === "invalid", onInvalid: "block" },
      ["match", "next-match", "last-match", "primary"],
    ],
  ])("under %p", (options, names) => {
    const context = message({ channel: "email" });
    expect(chain(list, context, options)).toEqual(names);
    expect(repeated(list, context, options)).toEqual(names);
  });

  test("for those that share an identifier", () => {
    const shared = [
      row("b", { identifier: "shared", conditions: FAILING }),
      row("a", { identifier: "shared", priority: 1 }),
      row("other", { priority: 9 }),
      row("c", { identifier: "shared", conditions: INVALID }),
    ];
    const context = message({ identifier: "shared" });
    for (const onInvalid of ["skip", "block"] as const) {
      expect(chain(shared, context, { onInvalid })).toEqual(["a", "b", "c"]);
      expect(repeated(shared, context, { onInvalid })).toEqual(["a", "b", "c"]);
    }
  });

  test("down to nothing", () => {
    expect(chain([], message())).toEqual([]);
    expect(chain([row("failing", { conditions: FAILING })], message())).toEqual([]);
    expect(chain([row("plain")], message({ identifier: "other" }))).toEqual([]);
  });
});

test("a record that stands in the list twice stands in the chain twice", () => {
  const twice = row("twice");
  const doubled = [twice, row("between"), twice];
  expect(chain(doubled, message())).toEqual(["twice", "between", "twice"]);
  expect(repeated(doubled, message())).toEqual(["twice", "between", "twice"]);
});

test("the chain is the caller's to keep and to change", () => {
  const router = createRouter(list);
  const context = message({ channel: "email" });
  router.rank(context).length = 0;
  expect(router.rank(context).length).toBe(4);
  expect(rankIntegrations(list, context)).not.toBe(rankIntegrations(list, context));
});
