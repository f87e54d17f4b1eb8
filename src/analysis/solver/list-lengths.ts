import { positionOf } from "../../values/field.js";
import type { FieldPath } from "../formula/field-path.js";
import type { Literal } from "../formula/formula.js";

/** Takes what cannot be decided for all lists. */
export type OnDoubt = (because: string) => void;

const LONGEST_LIST = 10_000;
const LAST_POSITION = 50;
const GREATEST_LENGTH = 2 ** 32 - 1;

/** The step of a field that leads from what it lies in. */
export function stepInside(outer: FieldPath, { path }: Literal): string {
  return path.steps[outer.steps.length] ?? "";
}

/** The lengths of a list that matter. */
export function lengthsOf(
  outer: FieldPath,
  inner: readonly Literal[],
  needed: number,
  onDoubt: OnDoubt,
): readonly number[] {
  const positions = inner.map((literal) => positionOf(stepInside(outer, literal)));
  const last = Math.max(-1, ...positions);
  if (last > LAST_POSITION) {
    onDoubt(`a list and its element ${last} are compared together`);
    return [];
  }
  const enough = last + 1 + needed;
  const ofLength = inner
    .filter((literal) => stepInside(outer, literal) === "length")
    .map(({ atom }) => atom);
  const counted = Array.from({ length: enough + 1 }, (_, length) => length);
  if (ofLength.length === 0) {
    // A list that is longer than its positions can be made longer still by repeating an element.
    return counted.filter((length) => length <= last + 1 || length === enough);
  }
  if (ofLength.some(({ readsText }) => readsText)) onDoubt("a list's length is compared as text");
  const constants = ofLength.flatMap(({ points }) => points);
  const longer = constants
    .flatMap((constant) => [
      Math.floor(constant),
      Math.floor(constant) + 1,
      Math.ceil(constant) - 1,
    ])
    .filter((length) => length > enough && length <= GREATEST_LENGTH);
  longer.push(enough + 1);
  const sorted = [...new Set(longer)].sort((a, b) => a - b);
  if (sorted.some((length) => length > LONGEST_LIST)) {
    onDoubt(`a list of more than ${LONGEST_LIST} elements is asked for`);
  }
  return [...counted, ...sorted.filter((length) => length <= LONGEST_LIST)];
}

/** The positions whose elements matter: those that are named, and as many others as are needed. */
export function positionsOf(
  outer: FieldPath,
  inner: readonly Literal[],
  length: number,
  needed: number,
): readonly number[] {
  const named = new Set(inner.map((literal) => positionOf(stepInside(outer, literal))));
  named.delete(-1);
  const positions = [...named].filter((position) => position < length);
  for (let position = 0, others = 0; position < length && others < needed; position++) {
    if (named.has(position)) continue;
    positions.push(position);
    others++;
  }
  return positions;
}
