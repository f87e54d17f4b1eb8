/** Decimal literals of a number, the plainest first; there is no end to them. */
export function* numberTexts(number: number): Generator<string> {
  const text = Number.isFinite(number) ? String(number) : number > 0 ? "1e999" : "-1e999";
  yield text;
  const [mantissa = "", exponent] = text.split("e");
  const tail = exponent === undefined ? "" : `e${exponent}`;
  const fraction = mantissa.includes(".") ? mantissa : `${mantissa}.`;
  for (let zeros = "0"; ; zeros += "0") yield fraction + zeros + tail;
}

/** The plainest decimal literal of a number. */
export function spell(number: number): string {
  const [text = ""] = numberTexts(number);
  return text;
}
