/** A table before it is drawn: on a terminal or as Markdown. */
export interface Table {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export const left = (title: string): Column => ({ title, align: "left" });
export const right = (title: string): Column => ({ title, align: "right" });

export function toText({ title, note, columns, rows }: Table): string {
  const widths = columns.map((column, at) =>
    Math.max(column.title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? "";
        const width = widths[at] ?? 0;
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  const head = line(columns.map((column) => column.title));
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const lines = [title, ...(note === undefined ? [] : [note]), "", head, rule, ...rows.map(line)];
  return `${lines.join("\n")}\n`;
}

export function toMarkdown({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === "left" ? "---" : "---:"))),
    ...rows.map(line),
  ].join("\n");
}
