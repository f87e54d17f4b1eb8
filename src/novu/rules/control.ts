import type { Evaluate, Run } from "./expression.js";
import { isTruthy } from "./truth.js";

/** Makes an evaluation out of those of the arguments, each of which it runs when it wants it. */
type Control = (given: readonly Evaluate[]) => Evaluate;

/** What stands for an argument that is missing. */
const nothing: Evaluate = () => undefined;

const choose: Control = (given) => (data, run) => {
  let at = 0;
  for (; at < given.length - 1; at += 2) {
    if (isTruthy(given[at]?.(data, run))) return given[at + 1]?.(data, run);
  }
  return at < given.length ? given[at]?.(data, run) : null;
};

/** @param ends - the truth of the value that decides before the last does */
function junction(ends: boolean): Control {
  return (given) => (data, run) => {
    let value: unknown;
    for (const evaluate of given) {
      value = evaluate(data, run);
      if (isTruthy(value) === ends) return value;
    }
    return value;
  };
}

type OverList = (
  list: readonly unknown[],
  each: (element: unknown) => unknown,
  data: unknown,
) => unknown;

/** Evaluates the second argument on each element of the first, which is then its data. */
function overList(whole: OverList, otherwise: () => unknown): Control {
  return ([list = nothing, each = nothing]) =>
    (data, run) => {
      const elements = list(data, run);
      if (!Array.isArray(elements)) return otherwise();
      return whole(elements, (element) => each(element, run), data);
    };
}

const reduce: Control =
  ([list = nothing, each = nothing, initial]) =>
  (data, run) => {
    const elements: unknown = list(data, run);
    const start = initialOf(initial, data, run);
    if (!Array.isArray(elements)) return start;
    return elements.reduce<unknown>(
      (accumulator, current: unknown) => each({ current, accumulator }, run),
      start,
    );
  };

function initialOf(initial: Evaluate | undefined, data: unknown, run: Run): unknown {
  return initial === undefined ? null : initial(data, run);
}

/** The operators that decide for themselves which of their arguments are evaluated, and on what. */
export const CONTROL: ReadonlyMap<string, Control> = new Map<string, Control>([
  ["if", choose],
  ["?:", choose],
  ["and", junction(false)],
  ["or", junction(true)],
  [
    "filter",
    overList(
      (list, each) => list.filter((element) => isTruthy(each(element))),
      () => [],
    ),
  ],
  [
    "map",
    overList(
      (list, each) => list.map(each),
      () => [],
    ),
  ],
  ["reduce", reduce],
  ["all", overList(every, () => false)],
  ["none", overList(none, () => true)],
  [
    "some",
    overList(
      (list, each) => !none(list, each),
      () => false,
    ),
  ],
]);

/** False of an empty list. */
function every(list: readonly unknown[], each: (element: unknown) => unknown): boolean {
  if (list.length === 0) return false;
  for (let at = 0; at < list.length; at++) if (!isTruthy(each(list[at]))) return false;
  return true;
}

function none(list: readonly unknown[], each: (element: unknown) => unknown): boolean {
  for (let at = 0; at < list.length; at++) if (isTruthy(each(list[at]))) return false;
  return true;
}
