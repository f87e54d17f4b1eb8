import fc from "fast-check";
import {
  looseConditions,
  type RawCondition,
  type RawGroup,
  validConditions,
  validGroup,
  validSingleCondition,
} from "./conditions.js";
import { brokenPath } from "./paths.js";

/** What takes the place of a property to spoil it. */
const spoiledConditionPart: fc.Arbitrary<Partial<Record<keyof RawCondition, unknown>>> = fc.oneof(
  fc
    .constantFrom<unknown>("stranger", "Subscriber", "", undefined, null, 1, "__proto__", "now")
    .map((on) => ({ on })),
  fc
    .oneof(brokenPath, fc.constantFrom<unknown>(undefined, null, 1, ["n"]))
    .map((field) => ({ field })),
  fc
    .constantFrom<unknown>("EQUALS", "equal", "", undefined, null, 1, "toString", "NOT_ANY_IN")
    .map((operator) => ({ operator })),
);

const spoiledGroupPart: fc.Arbitrary<Partial<Record<keyof RawGroup, unknown>>> = fc.oneof(
  fc.constantFrom<unknown>("and", "XOR", "", undefined, null, true).map((value) => ({ value })),
  fc.constantFrom<unknown>("number", "STRING", "", 1, "toString").map((type) => ({ type })),
  fc.constantFrom<unknown>("true", 0, 1, "", {}).map((isNegated) => ({ isNegated })),
  fc
    .constantFrom<unknown>({}, undefined, null, "", { 0: {}, length: 1 })
    .map((children) => ({ children })),
  fc.constant({ isNegated: true, children: [] }),
);

const spoiledCondition: fc.Arbitrary<unknown> = fc
  .tuple(validSingleCondition, spoiledConditionPart)
  .map(([{ condition }, part]) => ({ ...condition, ...part }));

const spoiledGroup: fc.Arbitrary<unknown> = fc
  .tuple(validGroup, spoiledGroupPart)
  .map(([group, part]) => ({ ...group, ...part }));

const noNode: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(null, undefined, "a", 1, [], {}, [
  [],
]);

/** One thing that is wrong wherever a child can stand. */
const spoiledChild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: spoiledCondition },
  { weight: 2, arbitrary: spoiledGroup },
  { weight: 1, arbitrary: noNode },
);

/** Conditions with exactly one mistake, planted in a list, a group or a nested group. */
export const mistakenConditions: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>({}, "", "[]", 0, true, { 0: {}, length: 1 }),
  fc
    .tuple(validConditions, fc.oneof(spoiledGroup, noNode), fc.boolean())
    .map(([groups, mistake, isFirst]) => (isFirst ? [mistake, ...groups] : [...groups, mistake])),
  fc
    .tuple(validGroup, spoiledChild)
    .map(([group, mistake]) => [{ ...group, children: [...group.children, mistake] }]),
  fc
    .tuple(validGroup, validGroup, spoiledChild)
    .map(([outer, inner, mistake]) => [
      { ...outer, children: [{ ...inner, children: [mistake, ...inner.children] }] },
    ]),
);

/** Conditions as they may come: mostly without mistakes, now and then with one. */
export const anyConditions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 14, arbitrary: validConditions },
  { weight: 4, arbitrary: looseConditions },
  { weight: 2, arbitrary: mistakenConditions },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null) },
);
