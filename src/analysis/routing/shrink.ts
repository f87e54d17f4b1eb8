import { toDate } from "../../values/date.js";
import { isDate, isList, isObject } from "../../values/kinds.js";
import { toText } from "../../values/text.js";

/** A context as a record of anything, the way that it is taken apart. */
type Data = Readonly<Record<string, unknown>>;

/**
 * Leaves out of a context, one after the other, whatever it can do without, and writes dates as
 * their text where that makes no difference. The clock stays, since the answer would else change
 * with time; it is written in epoch milliseconds.
 *
 * @param keeps - whether a context still shows what it is to show
 */
export function shrink<C extends object>(context: C, keeps: (smaller: C) => boolean): C {
  // What is taken from a context and put back in its place makes a context again.
  const { now, ...data } = context as Data;
  const clock = now === undefined ? {} : { now: isObject(now) && isDate(now) ? toDate(now) : now };
  return { ...shrinkData(data, (smaller) => keeps({ ...smaller, ...clock } as C)), ...clock } as C;
}

function shrinkData(data: Data, keeps: (smaller: Data) => boolean): Data {
  let kept = data;
  for (const key of Object.keys(data)) {
    const without = Object.fromEntries(Object.entries(kept).filter(([other]) => other !== key));
    if (keeps(without)) kept = without;
    else
      kept = {
        ...kept,
        [key]: shrinkValue(kept[key], (value) => keeps({ ...kept, [key]: value })),
      };
  }
  return kept;
}

function shrinkValue(value: unknown, keeps: (smaller: unknown) => boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) {
    const text = toText(value);
    return keeps(text) ? text : value;
  }
  if (!isList(value)) return shrinkData(value as Data, keeps);
  let kept: readonly unknown[] = value;
  for (const [at, element] of value.entries()) {
    const others = kept;
    const put = (smaller: unknown): readonly unknown[] =>
      others.map((other, place) => (place === at ? smaller : other));
    kept = put(shrinkValue(element, (smaller) => keeps(put(smaller))));
  }
  return kept;
}
