/** The four domains a comparison can be made in. */
export type Domain = "number" | "date" | "boolean" | "text";

/** What a value becomes in its domain: a date is its epoch milliseconds. */
export type Comparable = number | boolean | string;

export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** An object in the conditions language's sense: neither a list nor a `Date`. */
export function isPlainObject(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isNaN(value) ? undefined : value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" && DECIMAL.test(value.trim())) return Number(value.trim());
  return undefined;
}

const DATE_FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

/** Whether the text is shaped like a date; whether there is such a day is another question. */
export function hasDateForm(text: string): boolean {
  return DATE_FORM.test(text);
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return isLeap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dateFromText(text: string): number | undefined {
  const parts = DATE_FORM.exec(text);
  if (parts === null) return undefined;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = parts;
  const [fraction = "", sign = "+", zoneHour = "00", zoneMinute = "00"] = parts.slice(7);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return undefined;
  const millisecond = fraction.padEnd(3, "0").slice(0, 3);
  const asUtc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  return sign === "-" ? asUtc + offset : asUtc - offset;
}

export function toDate(value: unknown): number | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.getTime();
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value === "string") return dateFromText(value);
  return undefined;
}

export function toBoolean(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  return undefined;
}

export function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return undefined;
}

/** The value in the domain, `undefined` where it does not convert. */
export function convert(domain: Domain, value: unknown): Comparable | undefined {
  switch (domain) {
    case "number":
      return toNumber(value);
    case "date":
      return toDate(value);
    case "boolean":
      return toBoolean(value);
    case "text":
      return toText(value);
  }
}
