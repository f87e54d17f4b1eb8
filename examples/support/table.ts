import type { Ink, Paint } from "../../cli/output/paint.js";

/** A column: its title, how its cells stand, and what they are painted in. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  readonly ink?: (cell: string) => Ink | undefined;
}

const GAP = "  ";

/** Lays rows out under their columns' titles, each column as wide as its widest cell. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (
    cells: readonly string[],
    inkOf: (column: Column, cell: string) => Ink | undefined,
  ) =>
    columns
      .map((column, at) => {
        const cell = cells[at] ?? "";
        const padding = " ".repeat((widths[at] ?? 0) - cell.length);
        const ink = inkOf(column, cell);
        const painted = ink === undefined ? cell : paint(ink, cell);
        if (column.align === "right") return padding + painted;
        // Nothing stands to the right of the last column: no need to fill it up.
        return at === columns.length - 1 ? painted : painted + padding;
      })
      .join(GAP);
  const titles = columns.map(({ title }) => title);
  const width = widths.reduce((sum, each) => sum + each, GAP.length * (columns.length - 1));
  return [
    line(titles, () => "bold"),
    paint("dim", "─".repeat(width)),
    ...rows.map((row) => line(row, (column, cell) => column.ink?.(cell))),
  ];
}
