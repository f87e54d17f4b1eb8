import { expect, test } from "@jest/globals";
import { condition, group, type Raw } from "../../../support/build.js";
import { message, row } from "../../support/rows.js";
import { among, CROWDS } from "../support/crowd.js";
import type { MakeRouter } from "../support/strategies.js";
import { named, testTable } from "../support/table.js";

const PAYLOADS = {
  x: { a: "x" },
  "x and y": { a: "x", b: "y" },
  y: { b: "y" },
  "z and y": { a: "z", b: "y" },
  "z and w": { a: "z", b: "w", home: "z" },
  "at home": { a: "x", b: "w", home: "x" },
  "a list": { a: ["x", "z"], b: ["y"] },
  nothing: {},
};
const ALL = Object.keys(PAYLOADS);
const X = ["x", "x and y", "at home", "a list"];
const Y = ["x and y", "y", "z and y", "a list"];
const Z = ["z and y", "z and w", "a list"];

function without(names: readonly string[]): string[] {
  return ALL.filter((name) => !names.includes(name));
}

const isX = condition("EQUAL", "x");
const isY = condition("EQUAL", "y", "b");
const isZ = condition("EQUAL", "z");
const notX = condition("NOT_EQUAL", "x");
const notY = condition("NOT_EQUAL", "y", "b");

const or = (...children: readonly Raw[]): Raw => group(children, { value: "OR" });
const and = (...children: readonly Raw[]): Raw => group(children);
const not = (...children: readonly Raw[]): Raw => group(children, { isNegated: true });
const nor = (...children: readonly Raw[]): Raw => group(children, { value: "OR", isNegated: true });

const ALWAYS = group([]);
const NEVER = not(group([]));

/** As many members of an OR as are wanted, of which the last can be met. */
function members(count: number): Raw[] {
  return Array.from({ length: count }, (_, place) =>
    condition("EQUAL", place === count - 1 ? "x" : `member-${place}`),
  );
}

/** Conjunctions, alternatives and negations, in one another and alone. */
export function groups(make: MakeRouter): void {
  testTable(make, "groups", {
    payloads: PAYLOADS,
    examples: [
      named("x AND y", [isX, isY], ["x and y", "a list"]),
      named("x OR y", [or(isX, isY)], [...new Set([...X, ...Y])]),
      named("NOT (x AND y)", [not(isX, isY)], without(["x and y", "a list"])),
      named("NOT (x OR y)", [nor(isX, isY)], ["z and w", "nothing"]),
      named("NOT not x", [not(notX)], X),
      named("NOT NOT x", [not(not(isX))], X),
      named("NOT (not x OR not y)", [nor(notX, notY)], ["x and y", "a list"]),
      named("NOT (not x AND not y)", [not(notX, notY)], [...new Set([...X, ...Y])]),
      named("NOT (x OR not y)", [nor(isX, notY)], ["y", "z and y"]),
      named("NOT not one of", [not(condition("NOT_IN", ["x", "z"]))], [...new Set([...X, ...Z])]),
      named("NOT not like", [not(condition("NOT_LIKE", "x%"))], X),
      named("NOT not between", [not(condition("NOT_BETWEEN", ["w", "x"]))], X),
      named("OR of 3", [or(...members(3))], X),
      named("OR of 16", [or(...members(16))], X),
      named("OR of 17", [or(...members(17))], X),
      named("OR of 40", [or(...members(40))], X),
      named("NOT (AND of 17)", [not(...members(17).map((member) => not(member)))], X),
      named(
        "OR with a member that can be anything",
        [or(isX, condition("IS_DEFINED", undefined, "b"))],
        without(["nothing"]),
      ),
      named(
        "OR with a negated member",
        [or(isX, notY)],
        [...new Set([...X, "z and w", "nothing"])],
      ),
      named(
        "(x OR z) AND (y OR w)",
        [or(isX, isZ), or(isY, condition("EQUAL", "w", "b"))],
        [...["x and y", "z and y", "z and w", "at home", "a list"]],
      ),
      named(
        "three ORs, more conjunctions than are kept",
        [
          or(condition("LIKE", "xx%"), condition("LIKE", "%xx"), isX),
          or(condition("LIKE", "yy%", "b"), condition("LIKE", "%yy", "b"), isY),
          or(isZ, condition("EQUAL", "v"), isX),
        ],
        ["x and y", "a list"],
      ),
      named(
        "two ORs, more conjunctions than are kept, the last of which can be met",
        [
          or(...members(5)),
          or(...["p", "q", "r", "y"].map((value) => condition("EQUAL", value, "b"))),
        ],
        ["x and y", "a list"],
      ),
      named("five deep", [and(or(and(or(and(isX, isY)))))], ["x and y", "a list"]),
      named("x AND x", [isX, isX], X),
      named("x OR x", [or(isX, isX)], X),
      named("x AND z", [isX, isZ], ["a list"]),
      named("x AND one of x and z", [isX, condition("IN", ["x", "z"])], X),
      named("always AND x", [ALWAYS, isX], X),
      named("always OR x", [or(ALWAYS, isX)], ALL),
      named("never AND x", [NEVER, isX], []),
      named("never OR x", [or(NEVER, isX)], X),
      named("NOT (never AND x)", [not(NEVER, isX)], ALL),
      named("NOT (never OR not x)", [nor(NEVER, notX)], X),
      named("a reference", [condition("EQUAL", "{{payload.home}}")], ["z and w", "at home"]),
      named("a reference AND x", [condition("EQUAL", "{{payload.home}}"), isX], ["at home"]),
      named(
        "an item that is a reference",
        [condition("IN", "y, {{payload.home}}")],
        ["z and w", "at home"],
      ),
      named(
        "a bound that is a reference",
        [condition("BETWEEN", "w, {{payload.home}}")],
        ["z and w", "at home"],
      ),
      named(
        "a list that is a reference",
        [condition("IN", "{{payload.home}}")],
        ["z and w", "at home"],
      ),
      named(
        "a pattern that is a reference",
        [condition("LIKE", "{{payload.home}}")],
        ["z and w", "at home"],
      ),
      named(
        "no reference",
        [not(condition("NOT_EQUAL", "{{payload.home}}"))],
        ["z and w", "at home"],
      ),
    ],
  });

  test.each(CROWDS.map((crowd) => [crowd.name, crowd] as const))(
    "groups side by side, among %s",
    (_, crowd) => {
      const rows = [
        row("either", { conditions: [group([isX]), group([isY])] }),
        row("always", { conditions: [group([isX]), ALWAYS] }),
        row("never or y", { conditions: [NEVER, group([isY, isY])] }),
        row("never", { conditions: [not(or(ALWAYS, isX))] }),
        row("twice", { conditions: [group([isX]), group([isX])] }),
        row("many", { conditions: members(30).map((member) => group([member])) }),
      ];
      const router = make(among(rows, crowd.rows("GROUP")));
      const found = Object.values(PAYLOADS).map((payload) =>
        router
          .rank(message({ payload }))
          .map(({ name }) => name)
          .filter((name) => rows.some((each) => each.name === name)),
      );
      expect(found).toEqual([
        ["either", "always", "twice", "many"],
        ["either", "always", "never or y", "twice", "many"],
        ["either", "always", "never or y"],
        ["either", "always", "never or y"],
        ["always"],
        ["either", "always", "twice", "many"],
        ["either", "always", "never or y", "twice", "many"],
        ["always"],
      ]);
    },
  );
}
