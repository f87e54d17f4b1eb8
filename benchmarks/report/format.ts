const UNITS = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"],
] as const;

/** A time in the unit that suits it, to three digits. */
export function formatTime(nanoseconds: number): string {
  const [scale, unit] = UNITS.find(([each]) => nanoseconds >= each * 0.9995) ?? [1, "ns"];
  return `${formatNumber(nanoseconds / scale)} ${unit}`;
}

/** To three digits, thousands apart. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "?";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  if (Math.abs(value) >= 10) return value.toFixed(1);
  return value.toFixed(2);
}

export function formatTimes(ratio: number): string {
  return `${formatNumber(ratio)}×`;
}

export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A share that is meant to be small, to the hundredth of a percent. */
export function formatSmallShare(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

export function formatBytes(bytes: number): string {
  return Math.abs(bytes) >= 1024 ? `${formatNumber(bytes / 1024)} KiB` : `${Math.round(bytes)} B`;
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
