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
  let kept: Data = data;
  // What had to stay may go after something else has gone: until nothing does.
  for (let last: Data | undefined; kept !== last; ) {
    last = kept;
    kept = shrinkData(last, (smaller) => keeps({ ...smaller, ...clock } as C));
  }
  return { ...kept, ...clock } as C;
}

/** Gives the same object where there is nothing to leave out. */
function shrinkData(data: Data, keeps: (smaller: Data) => boolean): Data {
  let kept = data;
  for (const key of Object.keys(data)) {
    const without = Object.fromEntries(Object.entries(kept).filter(([other]) => other !== key));
    if (keeps(without)) {
      kept = without;
      continue;
    }
    const value = shrinkValue(kept[key], (smaller) => keeps({ ...kept, [key]: smaller }));
    if (value !== kept[key]) kept = { ...kept, [key]: value };
  }
  return kept;
}

function shrinkValue(value: unknown, keeps: (smaller: unknown) => boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) {
    const text = toText(value);
    return keeps(text) ? text : value;
  }
  return isList(value) ? shrinkList(value, keeps) : shrinkData(value as Data, keeps);
}

/** A list keeps its elements, since leaving one out would move the others. */
function shrinkList(list: readonly unknown[], keeps: (smaller: unknown) => boolean): unknown {
  let kept = list;
  for (const [at, element] of list.entries()) {
    const others = kept;
    const put = (smaller: unknown): readonly unknown[] =>
      others.map((other, place) => (place === at ? smaller : other));
    const smaller = shrinkValue(element, (changed) => keeps(put(changed)));
    if (smaller !== element) kept = put(smaller);
  }
  return kept;
}
