import { parsePath, readField } from "./field.js";
import { limitsOf, Mistake, type ReadingOptions, sourcesOf } from "./options.js";

export interface Reference {
  readonly source: string;
  readonly steps: readonly string[];
}

/** One operand or item: a literal that is known from the start, or a field read at evaluation. */
export type Item =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "reference"; readonly reference: Reference };

/** A list or range operand: its items, or one reference that may stand for a whole list. */
export type ListOperand =
  | { readonly kind: "items"; readonly items: readonly Item[] }
  | { readonly kind: "whole"; readonly reference: Reference };

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function checkLength(text: string, options: ReadingOptions): void {
  if (text.length > limitsOf(options).textLength) throw new Mistake("text too long");
}

function readReference(text: string, options: ReadingOptions): Reference | undefined {
  if (!text.includes("{{") && !text.includes("}}")) return undefined;
  const inside = /^\{\{([^{}]*)\}\}$/.exec(text.trim())?.[1]?.trim();
  for (const source of sourcesOf(options)) {
    const rest = inside?.startsWith(source) ? inside.slice(source.length) : "";
    if (rest.startsWith(".") || rest.startsWith("[")) {
      // The source stands where a path's first name would.
      const [, ...steps] = parsePath(`source${rest}`, limitsOf(options).pathSteps + 1);
      return { source, steps };
    }
  }
  throw new Mistake(`no reference: ${text}`);
}

function readItem(value: unknown, options: ReadingOptions): Item {
  if (!isScalar(value)) throw new Mistake("an item that is no scalar");
  if (typeof value !== "string") return { kind: "literal", value };
  checkLength(value, options);
  const reference = readReference(value, options);
  return reference === undefined ? { kind: "literal", value } : { kind: "reference", reference };
}

export function readScalarOperand(value: unknown, options: ReadingOptions): Item {
  if (Array.isArray(value)) throw new Mistake("a list for a scalar");
  return readItem(value, options);
}

/** Splits at the commas that are outside double braces; an opening without a closing runs on. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let rest = text;
  while (rest !== "") {
    const braces = /^\{\{.*?\}\}/s.exec(rest)?.[0];
    const piece = braces ?? rest.slice(0, 1);
    rest = rest.slice(piece.length);
    if (piece === ",") {
      parts.push(part);
      part = "";
    } else {
      part += piece;
    }
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}

function parseJsonList(text: string): unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Mistake("no JSON list");
  }
  if (!Array.isArray(list)) throw new Mistake("no JSON list");
  return list;
}

function isOneReference(text: string): boolean {
  return /^\{\{[^{}]*\}\}$/.test(text.trim());
}

function rawItems(value: unknown): unknown[] {
  if (Array.isArray(value)) return Array.from(value);
  if (typeof value !== "string") return [value];
  return value.trim().startsWith("[") ? parseJsonList(value.trim()) : splitAtCommas(value);
}

export function readListOperand(value: unknown, options: ReadingOptions): ListOperand {
  if (typeof value === "string") {
    checkLength(value, options);
    if (isOneReference(value)) {
      const reference = readReference(value, options);
      if (reference !== undefined) return { kind: "whole", reference };
    }
  }
  const items = rawItems(value);
  if (items.length === 0) throw new Mistake("an empty list");
  if (items.length > limitsOf(options).items) throw new Mistake("too many items");
  return { kind: "items", items: items.map((item) => readItem(item, options)) };
}

export function readRangeOperand(value: unknown, options: ReadingOptions): ListOperand {
  const operand = readListOperand(value, options);
  if (operand.kind === "items" && operand.items.length !== 2) {
    throw new Mistake("a range without two bounds");
  }
  return operand;
}

export function resolveItem(item: Item, context: object): unknown {
  if (item.kind === "literal") return item.value;
  return readField(context, item.reference.source, item.reference.steps);
}

/** The items at evaluation; an item that is absent, a list or an object converts to no domain. */
export function resolveList(operand: ListOperand, context: object): unknown[] {
  if (operand.kind === "items") return operand.items.map((item) => resolveItem(item, context));
  const value = readField(context, operand.reference.source, operand.reference.steps);
  return Array.isArray(value) ? Array.from(value) : [value];
}

/** The two bounds at evaluation, or `undefined` where a whole reference is no list of two. */
export function resolveRange(operand: ListOperand, context: object): unknown[] | undefined {
  const bounds = resolveList(operand, context);
  return bounds.length === 2 ? bounds : undefined;
}
