import { describe, expect, test } from "@jest/globals";
import { createRouter, type Router } from "integration-router";
import { condition, group, type Raw } from "../../support/build.js";
import { FAILING, MATCHING, message, type Row, row } from "../support/rows.js";
import { answersOf, tellingOf } from "./support/answers.js";
import { BOTH } from "./support/both.js";

const namesOf = (router: Router<Row>, fields: Raw = {}): string[] =>
  router.rank(message(fields)).map(({ name }) => name);

const matching = (name: string, fields: Raw = {}): Row =>
  row(name, { conditions: MATCHING, ...fields });

describe.each(BOTH)("%s", (_, options) => {
  test("a known _id keeps its place, a new one goes to the end, others move up", () => {
    const list = ["a", "b", "c", "d"].map((name) => matching(name));
    const router = createRouter(list, options);
    const changed = router.with({
      upsert: [matching("x"), matching("B", { _id: "id-b" }), matching("y")],
      remove: ["id-a"],
    });
    expect(namesOf(changed)).toEqual(["B", "c", "d", "x", "y"]);
    expect(
      changed.explain(message()).candidates.map(({ integration }) => integration.index),
    ).toEqual([0, 1, 2, 3, 4]);
    const again = changed.with({ upsert: [matching("a"), matching("X", { _id: "id-x" })] });
    expect(namesOf(again)).toEqual(["B", "c", "d", "X", "y", "a"]);
    const moved = again.with({ remove: ["id-c", "id-x"] }).with({ upsert: [matching("c")] });
    expect(namesOf(moved)).toEqual(["B", "d", "y", "a", "c"]);
    expect(moved.explain(message()).candidates.map(({ integration }) => integration)).toEqual(
      ["b", "d", "y", "a", "c"].map((id, index) =>
        expect.objectContaining({ _id: `id-${id}`, index }),
      ),
    );
    expect(namesOf(router)).toEqual(["a", "b", "c", "d"]);
  });

  test("an upsert takes part as it is now: elsewhere, otherwise, not at all", () => {
    const list = [matching("a"), matching("b"), row("c")];
    const router = createRouter(list, options);
    const changed = (fields: Raw): Router<Row> =>
      router.with({ upsert: [row("a", { conditions: MATCHING, ...fields })] });
    expect(namesOf(changed({ conditions: FAILING }))).toEqual(["b", "c"]);
    expect(namesOf(changed({ conditions: null }))).toEqual(["b", "a", "c"]);
    expect(namesOf(changed({ active: false }))).toEqual(["b", "c"]);
    expect(namesOf(changed({ deleted: true }))).toEqual(["b", "c"]);
    expect(namesOf(changed({ priority: -1 }))).toEqual(["b", "a", "c"]);
    expect(namesOf(changed({ channel: "email" }))).toEqual(["b", "c"]);
    expect(namesOf(changed({ channel: "email" }), { channel: "email" })).toEqual(["a"]);
    expect(namesOf(changed({ kind: "agent" }), { kind: "agent" })).toEqual(["a"]);
    expect(namesOf(changed({ identifier: "z" }), { identifier: "z" })).toEqual(["a"]);
    expect(namesOf(changed({ identifier: "z" }), { identifier: "a" })).toEqual([]);
    expect(namesOf(changed({ providerId: "ses" }), { providerId: "ses" })).toEqual(["a"]);
    expect(namesOf(changed({ priority: 9 }), { integrationId: "id-a" })).toEqual(["a"]);
    expect(namesOf(router.with({ remove: ["id-a"] }), { integrationId: "id-a" })).toEqual([]);
    expect(namesOf(router.with({ remove: ["id-a"] }), { identifier: "a" })).toEqual([]);
    expect(namesOf(router)).toEqual(["a", "b", "c"]);
  });

  test("tenants that come and go are missed and not missed in the context", () => {
    const router = createRouter([matching("a"), matching("b"), row("off")], options);
    const other = row("off", { _organizationId: "other", active: false });
    expect(namesOf(router)).toEqual(["a", "b", "off"]);
    const two = router.with({ upsert: [other] });
    expect(() => two.select(message())).toThrow(/organizationId/);
    expect(namesOf(two, { organizationId: "org" })).toEqual(["a", "b"]);
    expect(two.select(message(), { scope: "open" })?.name).toBe("a");
    expect(namesOf(two.with({ remove: ["id-off"] }))).toEqual(["a", "b"]);
    expect(namesOf(two.with({ upsert: [row("off")] }))).toEqual(["a", "b", "off"]);
    const newcomer = two.with({ upsert: [row("new", { _organizationId: "other" })] });
    const onlyNewcomer = newcomer.with({ remove: ["id-off"] });
    expect(() => onlyNewcomer.select(message())).toThrow(TypeError);
    expect(namesOf(onlyNewcomer.with({ remove: ["id-new"] }))).toEqual(["a", "b"]);
    const anotherTenant = onlyNewcomer.with({ remove: ["id-a", "id-b"] });
    expect(namesOf(anotherTenant)).toEqual(["new"]);
    expect(namesOf(anotherTenant, { organizationId: "org" })).toEqual([]);
  });

  test("environments likewise, one that has no id among them", () => {
    const router = createRouter(
      [matching("a"), matching("b", { _environmentId: undefined })],
      options,
    );
    expect(() => router.select(message())).toThrow(/environmentId/);
    expect(namesOf(router.with({ remove: ["id-b"] }))).toEqual(["a"]);
    expect(namesOf(router.with({ remove: ["id-a"] }))).toEqual(["b"]);
    const again = router
      .with({ remove: ["id-b"] })
      .with({ upsert: [matching("c", { _environmentId: null })] });
    expect(() => again.select(message())).toThrow(/2 environments/);
    const third = again.with({ upsert: [matching("d", { _environmentId: 3 })] });
    expect(() => third.select(message())).toThrow(/3 environments/);
    expect(namesOf(third, { environmentId: "3" })).toEqual(["d"]);
  });

  test("more changes than are kept apart", () => {
    const isOneOf = (place: number): unknown => [group([condition("EQUAL", `v${place % 30}`)])];
    const make = (place: number, fields: Raw = {}): Row =>
      row(`row-${place}`, { conditions: isOneOf(place), priority: place % 3, ...fields });
    let expected = Array.from({ length: 150 }, (_, place) => make(place));
    let router = createRouter(expected, options);
    const first = router;
    const before = [
      tellingOf(first),
      answersOf(first, expected, message({ payload: { a: "v7" } })),
    ];
    const listBefore = expected;
    for (let turn = 0; turn < 150; turn++) {
      const changed = make(turn, {
        priority: (turn + 1) % 3,
        channel: turn % 4 === 0 ? "email" : "chat",
      });
      const fresh = make(1_000 + turn);
      const leaving = `id-row-${(turn * 7) % 150}`;
      const isKnown = expected.some(({ _id }) => _id === changed._id);
      const isLeaving = leaving !== changed._id;
      router = router.with({ upsert: [changed, fresh], remove: isLeaving ? [leaving] : [] });
      expected = [
        ...expected.map((each) => (each._id === changed._id ? changed : each)),
        ...(isKnown ? [] : [changed]),
        fresh,
      ].filter(({ _id }) => !isLeaving || _id !== leaving);
      if (turn % 10 > 0) continue;
      const anew = createRouter(expected, options);
      expect(tellingOf(router)).toEqual(tellingOf(anew));
      for (const a of ["v7", `v${turn % 30}`, ["v1", "v2"], undefined]) {
        for (const channel of ["chat", "email"]) {
          const context = message({ channel, payload: { a } });
          expect(answersOf(router, expected, context, {}, 30)).toEqual(
            answersOf(anew, expected, context, {}, 30),
          );
        }
      }
    }
    expect([
      tellingOf(first),
      answersOf(first, listBefore, message({ payload: { a: "v7" } })),
    ]).toEqual(before);
  });
});
