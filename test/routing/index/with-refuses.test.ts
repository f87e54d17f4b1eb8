import { describe, expect, test } from "@jest/globals";
import { ConditionsError, createRouter, type Id } from "integration-router";
import { INVALID, MATCHING, message, type Row, row } from "../support/rows.js";
import { answersOf, tellingOf } from "./support/answers.js";
import { BOTH } from "./support/both.js";

class ObjectId {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const list: readonly Row[] = [
  row("one", { conditions: MATCHING }),
  row("two"),
  row("same", { _id: "twin" }),
  row("same too", { _id: new ObjectId("twin") }),
  row("no id", { _id: undefined }),
  row("number", { _id: 7 }),
];

const REFUSED: readonly (readonly [
  what: string,
  change: { readonly upsert?: readonly unknown[]; readonly remove?: readonly Id[] },
  says: RegExp,
])[] = [
  ["a record without an _id", { upsert: [row("new", { _id: undefined })] }, /upsert\[0\].*_id/],
  ["a record whose _id is null", { upsert: [row("a"), row("b", { _id: null })] }, /upsert\[1\]/],
  ["an _id without a text", { upsert: [row("a", { _id: Object.create(null) })] }, /upsert\[0\]/],
  ["no record", { upsert: [null] }, /upsert\[0\]/],
  ["a text for a record", { upsert: ["id-one"] }, /upsert\[0\]/],
  ["a list for a record", { upsert: [[row("new")]] }, /upsert\[0\]/],
  ["one new _id twice", { upsert: [row("new"), row("new")] }, /"id-new".*twice/],
  ["one known _id twice", { upsert: [row("one"), row("one")] }, /"id-one".*twice/],
  [
    "one _id in two forms",
    { upsert: [row("a", { _id: "7" }), row("b", { _id: 7 })] },
    /"7".*twice/,
  ],
  ["an _id both upserted and removed", { upsert: [row("one")], remove: ["id-one"] }, /twice/],
  ["a new _id both upserted and removed", { upsert: [row("n")], remove: ["id-n"] }, /twice/],
  ["an _id removed twice", { remove: ["id-one", new ObjectId("id-one")] }, /"id-one".*twice/],
  ["an _id that stands twice in the list", { upsert: [row("x", { _id: "twin" })] }, /"twin".*list/],
  ["its removal", { remove: ["twin"] }, /"twin".*list/],
  ["a record that throws", { upsert: [throwing()] }, /upsert\[0\].*threw/],
];

/** A record that can be asked for its `_id` and nothing else. */
function throwing(): Row {
  return Object.defineProperty({ ...row("throwing") }, "priority", {
    get(): never {
      throw new RangeError("closed");
    },
  });
}

describe.each(BOTH)("%s", (_, options) => {
  test.each(REFUSED)("refuses %s", (_what, change, says) => {
    const changed = createRouter(list, options).with({ upsert: [row("added")] });
    for (const router of [createRouter(list, options), changed]) {
      const before = [tellingOf(router), answersOf(router, list, message())];
      const attempt = (): unknown =>
        router.with({ ...change, upsert: (change.upsert ?? []) as readonly Row[] });
      expect(attempt).toThrow(TypeError);
      expect(attempt).toThrow(says);
      expect([tellingOf(router), answersOf(router, list, message())]).toEqual(before);
    }
  });

  test("what stands twice can stay, where something else changes", () => {
    const router = createRouter(list, options).with({
      upsert: [row("two")],
      remove: [7, "nobody"],
    });
    expect(router.size).toBe(5);
    expect(() => router.with({ remove: ["twin"] })).toThrow(TypeError);
  });

  test("what was removed can be removed again, and come back", () => {
    const router = createRouter(list, options).with({ remove: ["id-one", "id-two"] });
    expect(router.with({ remove: ["id-one"] }).size).toBe(4);
    const back = router.with({ upsert: [row("two", { priority: 1 })] });
    expect([back.size, back.select(message())?.name]).toEqual([5, "two"]);
    expect(() => back.with({ upsert: [row("two"), row("two")] })).toThrow(TypeError);
  });

  test("an _id that came with a change is known to the next", () => {
    const first = createRouter(list, options).with({
      upsert: [row("a", { _id: new ObjectId("a") })],
    });
    const second = first.with({ upsert: [row("b", { _id: "a", priority: 2 })] });
    expect([second.size, second.select(message())?.name]).toEqual([7, "one"]);
    expect(second.select(message({ payload: {} }))?.name).toBe("b");
    expect(second.with({ remove: [{ toString: () => "a" }] }).size).toBe(6);
  });

  test("nothing at all is a change like another", () => {
    const router = createRouter(list, options);
    for (const same of [router.with({}), router.with({ upsert: undefined, remove: undefined })]) {
      expect(same).not.toBe(router);
      expect(tellingOf(same)).toEqual(tellingOf(router));
      expect(answersOf(same, list, message())).toEqual(answersOf(router, list, message()));
    }
  });

  test("a strict router refuses an upsert that is invalid, and only that", () => {
    const router = createRouter(list, { ...options, strict: true });
    const invalid = row("invalid", { conditions: INVALID, active: false });
    let error: unknown;
    try {
      router.with({ upsert: [row("fine"), invalid, row("two", { conditions: "none" })] });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConditionsError);
    const issues = error instanceof ConditionsError ? error.issues : [];
    expect(issues.map(({ code, integration }) => [code, integration?.index])).toEqual([
      ["conditions-not-a-list", 1],
      ["unknown-group-value", 7],
    ]);
    expect(router.with({ upsert: [row("fine")] }).size).toBe(7);
    expect(router.size).toBe(6);
  });
});
