import type { Domain } from "../../values/domain.js";
import { LAST_INSTANT } from "../../values/time.js";
import { type Cell, numberIn, wholeNumberIn } from "./cells.js";
import type { Collector } from "./class-collector.js";
import { dateTexts, FIRST_TEXT, LAST_TEXT } from "./date-texts.js";
import { numberTexts } from "./number-texts.js";

/** One value of each kind for each cell: a number, a text of it, a date, a text of it, a bigint. */
export function addCells(
  collector: Collector,
  cells: readonly Cell[],
  constants: ReadonlySet<string>,
  domains: ReadonlySet<Domain>,
): void {
  const isNew = (text: string) => !constants.has(text);
  for (const cell of cells) {
    const number = numberIn(cell);
    if (number === undefined) continue;
    if (Number.isFinite(number)) collector.add(number);
    // Where no string is read as a number, one that spells a number is like any other.
    if (!domains.has("number")) continue;
    for (const text of numberTexts(number)) {
      collector.add(text);
      if (isNew(text)) break;
    }
  }
  for (const cell of domains.has("date") ? cells : []) {
    const written = wholeNumberIn(cell, FIRST_TEXT, LAST_TEXT);
    if (written === undefined) continue;
    for (const text of dateTexts(written)) {
      collector.add(text);
      if (isNew(text)) break;
    }
  }
  for (const cell of cells) {
    const time = wholeNumberIn(cell, -LAST_INSTANT, LAST_INSTANT);
    if (time !== undefined) collector.add(new Date(time), false);
    const whole = wholeNumberIn(cell, -Number.MAX_VALUE, Number.MAX_VALUE);
    if (whole === undefined) continue;
    // Above 2^53 several bigints read as one number.
    const neighbours = Number.isSafeInteger(whole) ? [0n] : [0n, 1n, -1n];
    for (const near of neighbours) collector.add(BigInt(whole) + near, false);
  }
}
