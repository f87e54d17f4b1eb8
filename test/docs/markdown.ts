import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A fenced block of a page. */
export interface Fence {
  /** The `##` heading that it stands under. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/** The text of a page in the project's folder. */
export function readPage(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8");
}

/** The fenced blocks of a page, in order. */
export function fencesOf(page: string): Fence[] {
  return sectionsOf(page).flatMap(({ title, text }) =>
    [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", block = ""]) => ({
      section: title,
      language,
      text: block,
    })),
  );
}

/** The operator that CONTRIBUTING shows how to add: its one TypeScript block, in a list's item. */
export function operatorInContributing(): string {
  const [, code = ""] = readPage("CONTRIBUTING.md").match(/^ {3}```ts\n([\s\S]*?)^ {3}```$/m) ?? [];
  return code.replace(/^ {3}/gm, "");
}

/** The cells of the table with these titles, one list for each row. */
export function tableOf(page: string, ...titles: readonly string[]): string[][] {
  const lines = page.split("\n");
  const start = lines.indexOf(`| ${titles.join(" | ")} |`);
  if (start < 0) throw new Error(`there is no table ${titles.join(", ")}`);
  const rows: string[][] = [];
  // Between the titles and the rows there is a line of dashes.
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith("|")) break;
    rows.push(
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

/** What is marked as code in a text, without the marks. */
export function codesIn(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** The text of a cell that is nothing but code; empty where it is not. */
export function codeIn(cell: string | undefined): string {
  const [code] = codesIn(cell);
  return cell === `\`${code}\`` ? (code ?? "") : "";
}

/** The parts of a page under its `##` headings. */
function sectionsOf(page: string): { title: string; text: string }[] {
  const [, ...parts] = page.split(/^## /m);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end), text: part.slice(end + 1) };
  });
}
