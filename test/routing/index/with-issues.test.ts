import { describe, expect, test } from "@jest/globals";
import { createRouter, type Issue } from "integration-router";
import { INVALID, MATCHING, message, type Row, row } from "../support/rows.js";
import { answersOf, tellingOf } from "./support/answers.js";
import { BOTH } from "./support/both.js";

/** Entries that are no records, and records of every sort, in one list. */
const list = [
  row("wrong", { conditions: INVALID }),
  null,
  row("sound", { conditions: MATCHING }),
  "text",
  row("wrong too", { conditions: INVALID, priority: 3 }),
  row("plain"),
  7,
  row("off", { conditions: "nonsense", active: false }),
] as readonly Row[];

function placesOf(issues: readonly Issue[]): unknown[] {
  return issues.map(({ code, integration }) => [integration?.index, code]);
}

describe.each(BOTH)("%s", (_, options) => {
  test("entries that are no records keep their places among the others", () => {
    const router = createRouter(list, options);
    expect(placesOf(router.issues)).toEqual([
      [0, "unknown-group-value"],
      [1, "not-an-object"],
      [3, "not-an-object"],
      [4, "unknown-group-value"],
      [6, "not-an-object"],
      [7, "conditions-not-a-list"],
    ]);
    const changed = router.with({
      upsert: [row("late", { conditions: INVALID }), row("wrong too")],
      remove: ["id-wrong", "id-plain"],
    });
    const expected = [
      null,
      list[2],
      "text",
      row("wrong too"),
      7,
      list[7],
      row("late", { conditions: INVALID }),
    ] as readonly Row[];
    expect(placesOf(changed.issues)).toEqual([
      [0, "not-an-object"],
      [2, "not-an-object"],
      [4, "not-an-object"],
      [5, "conditions-not-a-list"],
      [6, "unknown-group-value"],
    ]);
    expect(tellingOf(changed)).toEqual(tellingOf(createRouter(expected, options)));
    expect(changed.explain(message())).toEqual(createRouter(expected, options).explain(message()));
  });

  test("of a removed record nothing is said any more", () => {
    const router = createRouter(list, { ...options, onInvalid: "block" });
    expect(router.resolve(message()).reason).toBe("blocked");
    const freed = router.with({ remove: ["id-wrong too"] });
    expect(freed.resolve(message()).reason).toBe("blocked");
    expect(freed.with({ remove: ["id-wrong"] }).select(message())?.name).toBe("sound");
    const repaired = freed.with({ upsert: [row("wrong", { conditions: MATCHING })] });
    expect(repaired.select(message())?.name).toBe("wrong");
    const broken = repaired.with({ upsert: [row("wrong", { conditions: INVALID })] });
    expect(broken.resolve(message()).reason).toBe("blocked");
    expect(router.issues.length).toBe(6);
  });

  test("onIssue hears of upserted records, once each, in the order of the list", () => {
    const heard: unknown[] = [];
    const onIssue = (issue: Issue, issues: readonly Issue[]): void => {
      heard.push([issue.integration?.index, issue.code, issues.length, issues[0] === issue]);
    };
    const router = createRouter(list, { ...options, onIssue });
    expect(heard.length).toBe(6);
    heard.length = 0;
    const changed = router.with({
      upsert: [
        row("new", { conditions: INVALID }),
        row("sound too"),
        row("plain", { conditions: [{ value: "NOR" }] }),
      ],
      remove: ["id-sound"],
    });
    expect(heard).toEqual([
      [4, "unknown-group-value", 2, true],
      [7, "unknown-group-value", 1, true],
    ]);
    heard.length = 0;
    changed.with({ upsert: [row("another")], remove: ["id-new", "id-plain"] });
    const later = changed.with({ upsert: [row("another")] });
    expect([later.issues.length, later.explain(message()).candidates.length]).toEqual([9, 7]);
    later.select(message());
    expect(heard).toEqual([]);
  });

  test("the options that shape the parsing hold for what is upserted", () => {
    const conditions = [
      {
        value: "AND",
        children: [{ on: "account", field: "tier", operator: "EQUAL", value: "gold" }],
      },
    ];
    const sources = createRouter<Row>([], { ...options, sources: ["account"] });
    const none = createRouter<Row>([], options);
    const upsert = [row("gold", { conditions })];
    const context = message({ account: { tier: "gold" } });
    expect(sources.with({ upsert }).select(context)?.name).toBe("gold");
    expect(placesOf(sources.with({ upsert }).issues)).toEqual([]);
    expect(none.with({ upsert }).select(context)).toBeUndefined();
    expect(placesOf(none.with({ upsert }).issues)).toEqual([[0, "unknown-source"]]);
  });

  test("a router's options hold after a change, and a call's own go before them", () => {
    const router = createRouter(list, { ...options, fallback: "none", limit: 2 });
    const changed = router.with({ remove: ["id-sound"] });
    expect(changed.select(message())).toBeUndefined();
    expect(changed.select(message(), { fallback: "primary" })?.name).toBe("plain");
    expect(changed.explain(message()).candidates.length).toBe(2);
    expect(answersOf(changed, list, message(), {}, 3)).toEqual(
      answersOf(
        createRouter(
          list.filter((each) => each?.name !== "sound"),
          { ...options, fallback: "none" },
        ),
        list,
        message(),
        {},
        3,
      ),
    );
  });
});
