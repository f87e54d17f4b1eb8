import type { MakeRouter } from "../support/strategies.js";
import { testTable, valuesOfA, written } from "../support/table.js";

const A = { var: "payload.a" };

const VALUES = valuesOfA({
  acme: "ada@acme.example",
  shout: "ADA@ACME.EXAMPLE",
  ada: "ada",
  empty: "",
  percent: "ada%",
  "100": 100,
  "100n": 100n,
  true: true,
  zero: 0,
  "a Date": new Date(Date.UTC(2024, 1, 29)),
  day: "2024-02-20",
  list: ["bob@acme.example", "ada"],
  "no elements": [],
  "half a face": "\ud83d",
  face: "😀",
  object: {},
  nothing: null,
});

/** Rules: what conditions say in other words, and what only rules can say. */
export function rules(make: MakeRouter): void {
  testTable(make, "rules", {
    payloads: VALUES,
    context: { now: new Date(Date.UTC(2024, 2, 1)) },
    examples: [
      written({ "==": [A, "ada"] }, ["ada", "list"]),
      written({ "==": [100, A] }, ["100", "100n"]),
      written({ in: [A, ["ada", 0, true]] }, ["ada", "list", "zero", "true"]),
      written({ startsWith: [A, "ada"] }, ["acme", "ada", "percent", "list"]),
      written({ startsWith: [A, "ada%"] }, ["percent"]),
      written({ startsWith: [A, 1] }, ["100", "100n"]),
      written({ startsWith: [A, "2024-02-2"] }, ["a Date", "day"]),
      written({ startsWith: [A, "\ud83d"] }, ["half a face", "face"]),
      written({ startsWith: [A, ""] }, [
        ...["acme", "shout", "ada", "empty", "percent", "100", "100n", "true", "zero", "a Date"],
        ...["day", "list", "half a face", "face"],
      ]),
      written({ endsWith: [A, "@acme.example"] }, ["acme", "list"]),
      written({ endsWith: [A, "e"] }, ["acme", "true", "list"]),
      written({ endsWith: [A, "\ude00"] }, ["face"]),
      written({ "!": { doesNotEndWith: [A, "@acme.example"] } }, ["acme", "list"]),
      written({ contains: [A, "acme"] }, ["acme"]),
      written({ contains: [A, "ada"] }, ["acme", "ada", "percent", "list"]),
      written({ "!": [{ notIn: [A, ["ada", 100]] }] }, ["ada", "list", "100", "100n"]),
      written({ isEmpty: A }, ["empty", "no elements", "nothing"]),
      written({ null: A }, ["nothing"]),
      written({ "!": [A] }, ["empty", "zero", "no elements", "nothing"]),
      written({ withinLast: [A, { amount: 1, unit: "days" }] }, ["a Date"]),
      written({ moreThanXAgo: [A, { amount: 1, unit: "weeks" }] }, ["day", "100", "zero"]),
      written({ and: [{ startsWith: [A, "ad"] }, { endsWith: [A, "a"] }] }, ["ada", "list"]),
      written({ or: [{ "==": [A, 0] }, { startsWith: [A, "ADA"] }] }, ["zero", "shout"]),
      written({ and: [false, { "==": [A, "ada"] }] }, []),
    ],
  });
}
