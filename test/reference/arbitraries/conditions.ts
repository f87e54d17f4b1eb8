import fc from "fast-check";
import {
  anyOperand,
  type Demand,
  listOperand,
  patternOperand,
  rangeOperand,
  scalarOperand,
} from "./operands.js";
import { pathTo, sourceName } from "./paths.js";
import { FAMILIES, type Family } from "./pool.js";

/** A group as it stands in a record's JSON. */
export interface RawGroup {
  readonly isNegated?: boolean | null | undefined;
  readonly type?: string | null;
  readonly value: string;
  readonly children: readonly unknown[];
}

/** A condition as it stands in a record's JSON. */
export interface RawCondition {
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}

const EQUALITY_OPERATORS: readonly string[] = ["EQUAL", "NOT_EQUAL"];
const LARGENESS_OPERATORS: readonly string[] = [
  "LARGER",
  "LARGER_EQUAL",
  "SMALLER",
  "SMALLER_EQUAL",
];
const MEMBERSHIP_OPERATORS: readonly string[] = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];
const BETWEEN_OPERATORS: readonly string[] = ["BETWEEN", "NOT_BETWEEN"];
const LIKE_OPERATORS: readonly string[] = ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"];
export const ALL_OPERATORS: readonly string[] = [
  ...EQUALITY_OPERATORS,
  ...LARGENESS_OPERATORS,
  ...MEMBERSHIP_OPERATORS,
  ...BETWEEN_OPERATORS,
  ...LIKE_OPERATORS,
  "IS_DEFINED",
];

/** Group types, with what each demands of literals; a missing one infers. */
const DEMANDS: ReadonlyMap<string | null | undefined, Demand> = new Map<
  string | null | undefined,
  Demand
>([
  ["NUMBER", "number"],
  ["DATE", "date"],
  ["BOOLEAN", "boolean"],
  ["TEXT", "text"],
  ["GROUP", "inferred"],
  ["STATEMENT", "inferred"],
  ["LIST", "inferred"],
  ["MULTI_LIST", "inferred"],
  [null, "inferred"],
  [undefined, "inferred"],
]);

const GROUP_TYPES = [...DEMANDS.keys()];

/** Conditions with one of the operators on a field that mostly holds a value of the family. */
function conditionWith(
  operators: readonly string[],
  family: Family,
  operand: fc.Arbitrary<unknown>,
): fc.Arbitrary<RawCondition> {
  return fc.record(
    {
      on: sourceName,
      field: pathTo(family),
      operator: fc.constantFrom(...operators),
      value: operand,
    },
    { noNullPrototype: true },
  );
}

const IS_DEFINED_OPERANDS: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  {},
  "{{",
  Number.NaN,
);

/** Conditions without mistakes whose field and operand mostly belong to the family. */
function conditionNear(demand: Demand, near: Family): fc.Arbitrary<RawCondition> {
  const unordered = [
    conditionWith(EQUALITY_OPERATORS, near, scalarOperand(demand, near, false)),
    conditionWith(MEMBERSHIP_OPERATORS, near, listOperand(demand, near)),
    conditionWith(LIKE_OPERATORS, near, patternOperand),
    conditionWith(["IS_DEFINED"], near, IS_DEFINED_OPERANDS),
  ];
  if (demand === "boolean") return fc.oneof(...unordered);
  return fc.oneof(
    ...unordered,
    conditionWith(LARGENESS_OPERATORS, near, scalarOperand(demand, near, true)),
    conditionWith(BETWEEN_OPERATORS, near, rangeOperand(demand, near)),
  );
}

function condition(demand: Demand): fc.Arbitrary<RawCondition> {
  if (demand !== "inferred") return conditionNear(demand, demand);
  return fc.oneof(...FAMILIES.map((family) => conditionNear(demand, family)));
}

/** Conditions whose operand may fit the operator and the type, or not. */
const anyCondition: fc.Arbitrary<RawCondition> = fc.oneof(
  ...FAMILIES.map((family) => conditionWith(ALL_OPERATORS, family, anyOperand)),
);

function groupOf(
  type: string | null | undefined,
  child: fc.Arbitrary<unknown>,
): fc.Arbitrary<RawGroup> {
  return fc
    .record(
      {
        isNegated: fc.constantFrom(true, false, undefined, null),
        value: fc.constantFrom("AND", "OR"),
        children: fc.oneof(
          { weight: 9, arbitrary: fc.array(child, { minLength: 1, maxLength: 3 }) },
          { weight: 1, arbitrary: fc.constant([]) },
        ),
      },
      { noNullPrototype: true },
    )
    .map((group) => ({
      ...group,
      isNegated: group.children.length === 0 ? false : group.isNegated,
      ...(type === undefined ? {} : { type }),
    }));
}

/** Groups that nest at most `depth` deep, of conditions that are made for their group's demand. */
function group(
  depth: number,
  conditionFor: (demand: Demand) => fc.Arbitrary<RawCondition>,
): fc.Arbitrary<RawGroup> {
  const nested = depth > 1 ? group(depth - 1, conditionFor) : undefined;
  return fc.oneof(
    ...GROUP_TYPES.map((type) => {
      const direct = conditionFor(DEMANDS.get(type) ?? "inferred");
      const child: fc.Arbitrary<unknown> =
        nested === undefined
          ? direct
          : fc.oneof({ weight: 4, arbitrary: direct }, { weight: 1, arbitrary: nested });
      return groupOf(type, child);
    }),
  );
}

const conditionByDemand = new Map<Demand, fc.Arbitrary<RawCondition>>(
  [...FAMILIES, "inferred" as const].map((demand) => [demand, condition(demand)]),
);

function conditionMadeFor(demand: Demand): fc.Arbitrary<RawCondition> {
  return conditionByDemand.get(demand) ?? condition(demand);
}

/** One group without mistakes. */
export const validGroup: fc.Arbitrary<RawGroup> = group(3, conditionMadeFor);

/** A list of groups without mistakes. */
export const validConditions: fc.Arbitrary<readonly RawGroup[]> = fc.oneof(
  { weight: 12, arbitrary: fc.array(validGroup, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant([]) },
);

/** One condition alone, as the only child of a group of any type. */
export const validSingleCondition: fc.Arbitrary<{
  readonly type: string | null | undefined;
  readonly condition: RawCondition;
}> = fc.oneof(
  ...GROUP_TYPES.map((type) =>
    conditionMadeFor(DEMANDS.get(type) ?? "inferred").map((only) => ({ type, condition: only })),
  ),
);

/** A list of groups whose operands come as they come, so that about half have a mistake. */
export const looseConditions: fc.Arbitrary<readonly RawGroup[]> = fc.array(
  group(1, () => anyCondition),
  { minLength: 1, maxLength: 1 },
);
