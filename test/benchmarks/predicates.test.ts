import { describe, expect, test } from "@jest/globals";
import { toJsonLogic } from "../../benchmarks/peers/json-logic.js";
import { toMongo } from "../../benchmarks/peers/mongo.js";
import { compileOurs } from "../../benchmarks/peers/ours.js";
import { toRulesEngineRoot } from "../../benchmarks/peers/rules-engine.js";
import { PREDICATES } from "../../benchmarks/workloads/predicates.js";
import { all, between, endsWith, not, oneOf } from "../../benchmarks/workloads/rule.js";

describe.each(Object.values(PREDICATES))("the rule $name", ({ rule, byHand, messages }) => {
  const drawn = messages(300);

  test.each(["closures", "codegen"] as const)("decides as the code written for it: %s", (how) => {
    const passes = compileOurs(rule, how);
    expect(passes.codegen).toBe(how === "codegen");
    expect(drawn.map((message) => passes(message))).toEqual(drawn.map(byHand));
  });

  test("passes some of the messages and fails some", () => {
    const passing = drawn.filter(byHand).length;
    expect(passing).toBeGreaterThan(30);
    expect(passing).toBeLessThan(270);
  });

  test("has the same messages each time", () => {
    expect(messages(300)).toEqual(drawn);
  });
});

describe("a rule in the peers' languages", () => {
  const rule = all(
    oneOf("subscriber.data.country", ["DE", "FR"]),
    not(between("payload.order.amount", 1, 2)),
    endsWith("subscriber.email", "@a.b"),
  );

  test("is a MongoDB query", () => {
    expect(toMongo(rule)).toEqual({
      "subscriber.data.country": { $in: ["DE", "FR"] },
      $nor: [{ "payload.order.amount": { $gte: 1, $lte: 2 } }],
      "subscriber.email": { $regex: "@a\\.b$" },
    });
  });

  test("is JSON Logic", () => {
    expect(toJsonLogic(rule)).toEqual({
      and: [
        { in: [{ var: "subscriber.data.country" }, ["DE", "FR"]] },
        { "!": [{ "<=": [1, { var: "payload.order.amount" }, 2] }] },
        { "===": [{ substr: [{ var: ["subscriber.email", ""] }, -4] }, "@a.b"] },
      ],
    });
  });

  test("is conditions of json-rules-engine", () => {
    const amount = { fact: "payload", path: "$.order.amount" };
    expect(toRulesEngineRoot(rule)).toEqual({
      all: [
        { fact: "subscriber", path: "$.data.country", operator: "in", value: ["DE", "FR"] },
        {
          not: {
            all: [
              { ...amount, operator: "greaterThanInclusive", value: 1 },
              { ...amount, operator: "lessThanInclusive", value: 2 },
            ],
          },
        },
        { fact: "subscriber", path: "$.email", operator: "endsWith", value: "@a.b" },
      ],
    });
  });
});
