import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { validSingleCondition } from "../reference/arbitraries/conditions.js";
import { conditionContext } from "../reference/arbitraries/contexts.js";
import { pathTo, referenceTo } from "../reference/arbitraries/paths.js";
import { FAMILIES, NUMBER_STEPS } from "../reference/arbitraries/pool.js";
import {
  fieldValue,
  literal,
  possibleLiteral,
  valueNear,
} from "../reference/arbitraries/values.js";
import { compile } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const inferredOrNumber = fc.constantFrom("NUMBER", "GROUP", "LIST", undefined);
const singleValue = fc
  .oneof(valueNear("number"), valueNear("number"), ...FAMILIES.map(valueNear))
  .filter((value) => !Array.isArray(value));

function onField(operator: string, value: unknown): unknown {
  return { on: "subscriber", field: "a", operator, value };
}

test("on a single value BETWEEN two numbers is its two bounds", () => {
  const truth = new Tally("values between two numbers");
  const steps = fc.nat(NUMBER_STEPS.length - 1);
  const bound = (step: number) => fc.constantFrom(...(NUMBER_STEPS[step] ?? [0]));
  const bounds = fc
    .tuple(steps, steps)
    .chain(([one, other]) => fc.tuple(bound(Math.min(one, other)), bound(Math.max(one, other))));
  holdsFor(
    800,
    fc.property(inferredOrNumber, bounds, singleValue, (type, [low, high], a) => {
      const between = compile([
        { type, value: "AND", children: [onField("BETWEEN", [low, high])] },
      ]);
      const bothBounds = compile([
        {
          type,
          value: "AND",
          children: [onField("LARGER_EQUAL", low), onField("SMALLER_EQUAL", high)],
        },
      ]);
      const context = { subscriber: { a } };
      truth.add(between(context));
      expect(between(context)).toBe(bothBounds(context));
    }),
  );
  truth.expectShareBetween(0.1, 0.9);
});

test("IN of one item is EQUAL", () => {
  const truth = new Tally("values that equal the one item");
  const family = fc.constantFrom(...FAMILIES);
  const cases = family.chain((each) =>
    fc.record({
      type: fc.constantFrom("TEXT", "GROUP", "MULTI_LIST", null),
      item: fc.oneof(literal[each], possibleLiteral, referenceTo(pathTo(each))),
      a: fieldValue(each),
      context: conditionContext,
    }),
  );
  holdsFor(
    800,
    fc.property(cases, ({ type, item, a, context }) => {
      const equal = compile([{ type, value: "AND", children: [onField("EQUAL", item)] }]);
      const inOne = compile([{ type, value: "AND", children: [onField("IN", [item])] }]);
      const { subscriber } = context;
      const data = { ...context, subscriber: { ...Object(subscriber), a } };
      truth.add(equal(data));
      expect(inOne(data)).toBe(equal(data));
    }),
  );
  truth.expectShareBetween(0.04, 0.9);
});

const membership = validSingleCondition.filter(({ condition }) =>
  ["IN", "NOT_IN", "ANY_IN", "ALL_IN"].includes(condition.operator),
);

test("IN and ANY_IN mean the same on every context", () => {
  const truth = new Tally("memberships that are true");
  holdsFor(
    400,
    fc.property(membership, conditionContext, ({ type, condition }, context) => {
      const [isIn, isAnyIn] = ["IN", "ANY_IN"].map((operator) =>
        compile([{ type, value: "AND", children: [{ ...condition, operator }] }])(context),
      );
      truth.add(isIn === true);
      expect(isAnyIn).toBe(isIn);
    }),
  );
  truth.expectShareBetween(0.1, 0.9);
});

test("IN and ALL_IN mean the same on a single value", () => {
  holdsFor(
    400,
    fc.property(membership, singleValue, conditionContext, ({ type, condition }, a, context) => {
      const [isIn, areAllIn] = ["IN", "ALL_IN"].map((operator) => {
        const onSingle = { ...condition, on: "subscriber", field: "a", operator };
        const predicate = compile([{ type, value: "AND", children: [onSingle] }]);
        return predicate({ ...context, subscriber: { a } });
      });
      expect(areAllIn).toBe(isIn);
    }),
  );
});
