import { describe, expect, test } from "@jest/globals";
import type { Router, RouterOptions } from "integration-router";
import { condition, group } from "../../../support/build.js";
import { FAILING, INVALID, MATCHING, message, type Row, row } from "../../support/rows.js";
import { among, CROWDS } from "../support/crowd.js";
import type { MakeRouter } from "../support/strategies.js";

/** Integrations that are found by few values and by many, in one list. */
const CROWD = CROWDS.filter(({ name }) => name.startsWith("few"))
  .flatMap((crowd) => crowd.rows("GROUP"))
  .map((each, place) => ({ ...each, _id: `crowd-${place}` }));

function namesOf(rows: readonly Row[]): string[] {
  return rows.map(({ name }) => name);
}

/** The router of some rows, in their order, among many that match nothing. */
function routerOf(make: MakeRouter, rows: readonly Row[], options?: RouterOptions<Row>) {
  return make(among(rows, CROWD), options);
}

/** `count` rows, of which every third matches; "email" where that asks a default to be primary. */
function matches(count: number): Row[] {
  return Array.from({ length: count }, (_, place) =>
    row(`row-${place}`, { conditions: place % 3 === 0 ? MATCHING : FAILING }),
  );
}

/** The order, the fallback, what the caller excludes and what blocks. */
export function policies(make: MakeRouter): void {
  test("priority, then primary, then the newest, then the place in the list", () => {
    const rows = [
      row("plain", { conditions: MATCHING }),
      row("newer", { conditions: MATCHING, createdAt: "2026-02-01" }),
      row("old", { conditions: MATCHING, createdAt: "2026-01-01" }),
      row("newer too", { conditions: MATCHING, createdAt: Date.UTC(2026, 1, 1) }),
      row("primary", { conditions: MATCHING, primary: true }),
      row("low", { conditions: MATCHING, priority: -1, primary: true, createdAt: "2026-02-01" }),
      row("high", { conditions: MATCHING, priority: 0.5 }),
      row("no number", { conditions: MATCHING, priority: Number.POSITIVE_INFINITY }),
      row("failing", { conditions: FAILING, priority: 9 }),
      row("default", { priority: 9, primary: true }),
    ];
    expect(namesOf(routerOf(make, rows).rank(message()))).toEqual([
      ...["high", "primary", "newer", "newer too", "old", "plain", "no number", "low", "default"],
    ]);
  });

  describe("fallback", () => {
    const rows = [
      row("spare", { channel: "email", priority: 3 }),
      row("primary", { channel: "email", primary: true }),
      row("match", { channel: "email", conditions: MATCHING, priority: -3 }),
      row("second primary", { channel: "email", primary: true, priority: -1 }),
      row("last spare", { channel: "email", conditions: [group([])] }),
      row("elsewhere", { primary: true, priority: 5 }),
    ];
    test.each([
      ["primary", ["match", "primary", "second primary"]],
      ["any", ["match", "primary", "second primary", "spare", "last spare"]],
      ["none", ["match"]],
    ] as const)("%s", (fallback, expected) => {
      const crowd = CROWD.map((each) => ({ ...each, channel: "email" }));
      const router = make(among(rows, crowd));
      const context = message({ channel: "email" });
      expect(namesOf(router.rank(context, { fallback }))).toEqual(expected);
      const unmatched = { ...context, payload: {} };
      expect(namesOf(router.rank(unmatched, { fallback }))).toEqual(expected.slice(1));
      expect(router.resolve(unmatched, { fallback })).toEqual(
        fallback === "none"
          ? { integration: undefined, reason: "none" }
          : { integration: expect.objectContaining({ name: "primary" }), reason: "default" },
      );
    });
  });

  describe("an invalid integration blocks from its place", () => {
    const rows = matches(13);
    test.each([0, 1, 3, 4, 6, 12, 13])("%d", (place) => {
      const invalid = row("invalid", { conditions: INVALID });
      const list = [...rows.slice(0, place), invalid, ...rows.slice(place), row("default")];
      const router = routerOf(make, list, { onInvalid: "block" });
      const before = namesOf(rows.slice(0, place)).filter((_, at) => at % 3 === 0);
      expect(namesOf(router.rank(message()))).toEqual(before);
      expect(router.select(message())?.name).toBe(before[0]);
      expect(router.resolve(message()).reason).toBe(place === 0 ? "blocked" : "targeting-match");
      expect(router.resolve(message({ payload: {} })).reason).toBe("blocked");
      const skipped = [...namesOf(rows).filter((_, at) => at % 3 === 0), "default"];
      expect(namesOf(router.rank(message(), { onInvalid: "skip" }))).toEqual(skipped);
    });

    test("but not where it is out of scope or excluded", () => {
      const list = [
        row("invalid", { conditions: INVALID, priority: 2, _organizationId: "other" }),
        row("inactive", { conditions: INVALID, priority: 2, active: false }),
        row("match", { conditions: MATCHING }),
        row("second invalid", { conditions: INVALID, priority: -1 }),
        row("late match", { conditions: MATCHING, priority: -2 }),
      ];
      const router = routerOf(make, list, { onInvalid: "block" });
      const context = message({ organizationId: "org" });
      expect(namesOf(router.rank(context))).toEqual(["match"]);
      const exclude = ({ name }: Row): boolean => name === "second invalid";
      expect(namesOf(router.rank(context, { exclude }))).toEqual(["match", "late match"]);
      expect(router.resolve(message({ organizationId: "other" })).reason).toBe("blocked");
      expect(namesOf(router.rank({ ...context, identifier: "second invalid" }))).toEqual([
        "second invalid",
      ]);
      expect(router.resolve({ ...context, integrationId: "id-second invalid" }).reason).toBe(
        "blocked",
      );
    });
  });

  describe("exclude", () => {
    const rows = [...matches(9), row("default"), row("last")];
    const chain = ["row-0", "row-3", "row-6", "default", "last"];

    test("takes records out wherever they stand", () => {
      const router = routerOf(make, rows);
      expect(namesOf(router.rank(message()))).toEqual(chain);
      for (const out of chain) {
        const exclude = ({ name }: Row): boolean => name === out;
        const rest = chain.filter((name) => name !== out);
        expect(namesOf(router.rank(message(), { exclude }))).toEqual(rest);
        expect(router.select(message(), { exclude })?.name).toBe(rest[0]);
      }
      expect(router.rank(message(), { exclude: () => true })).toEqual([]);
    });

    test("may ask the router itself while it is asked", () => {
      const router: Router<Row> = routerOf(make, rows);
      const other = message({ payload: { a: "y" } });
      const alternatives: (string | undefined)[] = [];
      const chains = new Set<string>();
      const exclude = ({ name }: Row): boolean => {
        alternatives.push(router.select(other)?.name);
        chains.add(namesOf(router.rank(message())).join());
        return name === "row-0" || router.select(other, { exclude: () => false })?.name === name;
      };
      expect(router.select(message(), { exclude })?.name).toBe("row-3");
      expect(namesOf(router.rank(message(), { exclude }))).toEqual(chain.slice(1));
      expect(router.resolve(message(), { exclude }).integration?.name).toBe("row-3");
      expect(new Set(alternatives)).toEqual(new Set(["row-1"]));
      expect(chains).toEqual(new Set([chain.join()]));
      expect(namesOf(router.rank(message()))).toEqual(chain);
    });

    test("may throw: the next call is answered as ever", () => {
      const router = routerOf(make, rows);
      const exclude = ({ name }: Row): boolean => {
        if (name === "row-3") throw new RangeError("no circuit");
        return true;
      };
      for (let turn = 0; turn < 3; turn++) {
        expect(() => router.select(message(), { exclude })).toThrow(RangeError);
        expect(() => router.rank(message(), { exclude })).toThrow(RangeError);
        expect(router.select(message())?.name).toBe("row-0");
        expect(namesOf(router.rank(message()))).toEqual(chain);
      }
    });

    test("goes with conditions that are looked up", () => {
      const list = Array.from({ length: 300 }, (_, place) =>
        row(`row-${place}`, { conditions: [group([condition("EQUAL", `v${place % 100}`)])] }),
      );
      const context = message({ payload: { a: "v42" } });
      const exclude = ({ name }: Row): boolean => name === "row-42" || name === "row-242";
      expect(namesOf(make(list).rank(context, { exclude }))).toEqual(["row-142"]);
      expect(namesOf(make(list, { exclude }).rank(context))).toEqual(["row-142"]);
    });
  });

  test("a call after another gives what it would have given alone", () => {
    const list = Array.from({ length: 200 }, (_, place) =>
      row(`row-${place}`, {
        channel: place % 2 === 0 ? "chat" : "email",
        conditions: [group([condition("EQUAL", `v${place % 100}`)])],
      }),
    );
    const router = make(list);
    const ask = (place: number): string[] =>
      namesOf(
        router.rank(
          message({
            channel: place % 2 === 0 ? "chat" : "email",
            payload: { a: place % 5 === 0 ? [`v${place}`, `v${place + 2}`] : `v${place}` },
          }),
        ),
      );
    for (const place of [4, 5, 4, 10, 7, 7, 97, 0, 98]) {
      const hits = place % 5 === 0 ? [place, place + 2] : [place];
      expect(ask(place)).toEqual(
        [...hits, ...hits.map((hit) => hit + 100)].map((hit) => `row-${hit}`),
      );
    }
  });

  test("nothing that is asked changes the contexts, the list or the records", () => {
    const frozen = Object.freeze(matches(40).map((each) => Object.freeze(each)));
    const context = Object.freeze(message({ payload: Object.freeze({ a: "x" }) }));
    expect(namesOf(make(frozen).rank(context)).length).toBe(14);
  });
}
