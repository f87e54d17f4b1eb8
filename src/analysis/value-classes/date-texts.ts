import { FIRST_WRITABLE, LAST_WRITABLE, MINUTE } from "../../values/time.js";

/** The furthest that a zone moves a date. */
const WIDEST_ZONE = 23 * 60 + 59;

/** The instants that a text of the date form can name: the years 0 to 9999, in any zone. */
export const FIRST_TEXT = FIRST_WRITABLE - WIDEST_ZONE * MINUTE;
export const LAST_TEXT = LAST_WRITABLE + WIDEST_ZONE * MINUTE;

/** The texts of the date form that name an instant, the plainest first. */
export function* dateTexts(time: number): Generator<string> {
  if (isWritable(time)) {
    const iso = new Date(time).toISOString();
    if (iso.endsWith("T00:00:00.000Z")) yield iso.slice(0, 10);
    if (iso.endsWith(":00.000Z")) yield iso.slice(0, 16);
    yield iso;
    yield iso.replace("T", " ").slice(0, -1);
  }
  for (let minutes = 0; minutes <= WIDEST_ZONE; minutes++) {
    for (const sign of [1, -1]) {
      const local = time + sign * minutes * MINUTE;
      if (isWritable(local)) yield new Date(local).toISOString().slice(0, -1) + zone(sign, minutes);
    }
  }
}

function isWritable(time: number): boolean {
  return time >= FIRST_WRITABLE && time <= LAST_WRITABLE;
}

function zone(sign: number, minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${sign < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
