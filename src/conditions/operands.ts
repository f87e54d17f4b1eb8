import type { Scalar } from "../integration.js";
import {
  literalsOf,
  type Operand,
  type OperandByShape,
  type OperandShape,
  type Term,
} from "../operators/operand.js";
import { type ComparisonType, convertsTo, type Domain } from "../values/domain.js";
import { isAbsent, isList } from "../values/kinds.js";
import { describe } from "./describe.js";
import type { IssueLog } from "./issue-log.js";
import type { ParseProfile } from "./parse-options.js";
import { hasBraces, isEnclosed, parseReference, splitItems } from "./reference.js";

type OperandReader<S extends OperandShape> = (
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
) => OperandByShape[S] | undefined;

const SCALAR_KINDS = "a string, a finite number or a boolean";

const readers: { readonly [S in OperandShape]: OperandReader<S> } = {
  none: () => ({ kind: "none" }),
  scalar: readScalar,
  pattern: readPattern,
  list: readList,
  range: readRange,
};

/**
 * Reads a condition's `value` as an operator wants it.
 *
 * @param shape - how the operator reads its operand
 * @param raw - the `value` as it stands
 * @returns the operand; `undefined` where the log has got an issue instead
 */
export function readOperand<S extends OperandShape>(
  shape: S,
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): OperandByShape[S] | undefined {
  return readers[shape](raw, profile, log);
}

/** Notes every literal that cannot be read in the domain that the group's `type` names. */
export function checkConvertible(operand: Operand, type: ComparisonType, log: IssueLog): void {
  if (type === "inferred") return;
  for (const { value, index } of literalsOf(operand)) {
    if (convertsTo(type, value)) continue;
    const message = `found ${describe(value)}; expected ${EXPECTED[type]}`;
    log.add("inconvertible-value", message, ...placeOf(operand, index));
  }
}

/** Where, inside the `value`, an item of an operand is. */
export function placeOf(operand: Operand, index: number | undefined): readonly number[] {
  return index === undefined || operand.kind === "scalar" ? [] : [index];
}

const EXPECTED: { readonly [D in Domain]: string } = {
  number: "a decimal number, since the group's type is NUMBER",
  date: "a real date such as 2026-03-01 or 2026-03-01T09:30:00Z, since the group's type is DATE",
  boolean: "true or false, since the group's type is BOOLEAN",
  text: "text, since the group's type is TEXT",
};

function readScalar(
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): OperandByShape["scalar"] | undefined {
  if (isAbsent(raw))
    return log.add("missing-value", `found ${describe(raw)}; expected ${SCALAR_KINDS}`);
  if (isList(raw)) return log.add("list-as-scalar", `found a list; expected ${SCALAR_KINDS}`);
  if (!isScalar(raw))
    return log.add("invalid-value", `found ${describe(raw)}; expected ${SCALAR_KINDS}`);
  const term = readTerm(raw, profile, log);
  return term === undefined ? undefined : { kind: "scalar", term };
}

function readPattern(
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): OperandByShape["pattern"] | undefined {
  const operand = readScalar(raw, profile, log);
  const limit = profile.limits.patternLength;
  if (typeof operand?.term === "string" && operand.term.length > limit) {
    return log.add(
      "pattern-too-long",
      tooMany(operand.term.length, limit, "characters of a pattern"),
    );
  }
  return operand;
}

function readList(
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): OperandByShape["list"] | undefined {
  if (typeof raw === "string" && isEnclosed(raw.trim())) {
    const term = readTerm(raw, profile, log);
    return typeof term === "object" ? { kind: "reference", reference: term } : undefined;
  }
  const items = readItems(raw, profile, log);
  if (items?.length === 0) {
    return log.add("empty-list", `found ${describe(raw)}; expected at least one item`);
  }
  return items && { kind: "list", items };
}

function readRange(
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): OperandByShape["range"] | undefined {
  const list = readList(raw, profile, log);
  if (list === undefined || list.kind === "reference") return list;
  const [low, high, ...others] = list.items;
  if (low !== undefined && high !== undefined && others.length === 0) {
    return { kind: "range", low, high };
  }
  const count = list.items.length === 1 ? "one item" : `${list.items.length} items`;
  return log.add("range-size", `found ${count}; expected two, the low bound and the high bound`);
}

/** The items of a list in any of its spellings; `undefined` where the log has got an issue. */
function readItems(
  raw: unknown,
  profile: ParseProfile,
  log: IssueLog,
): readonly Term[] | undefined {
  const { limits } = profile;
  const kinds = "a list of strings, finite numbers and booleans, or their text";
  if (isAbsent(raw)) return log.add("missing-value", `found ${describe(raw)}; expected ${kinds}`);
  if (isList(raw)) return readEach(raw, profile, log);
  if (!isScalar(raw)) return log.add("invalid-value", `found ${describe(raw)}; expected ${kinds}`);
  if (typeof raw !== "string") return [raw];
  if (raw.length > limits.textLength) {
    return log.add("value-too-long", tooMany(raw.length, limits.textLength, "characters"));
  }
  const trimmed = raw.trim();
  if (!trimmed.startsWith("[")) return readEach(splitItems(raw, limits.items), profile, log);
  const items = parseJsonList(trimmed);
  return items === undefined
    ? log.add(
        "invalid-json-list",
        `found ${describe(raw)}; expected a JSON array, since it starts with [`,
      )
    : readEach(items, profile, log);
}

function readEach(
  items: readonly unknown[],
  profile: ParseProfile,
  log: IssueLog,
): readonly Term[] | undefined {
  const limit = profile.limits.items;
  if (items.length > limit) {
    return log.add("too-many-items", `found more than ${limit} items; expected at most ${limit}`);
  }
  const terms: Term[] = [];
  // By position: a hole in a list is an item too, and no valid one.
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const term = log.at([index], () =>
      isScalar(item)
        ? readTerm(item, profile, log)
        : log.add("invalid-item", `found ${describe(item)}; expected ${SCALAR_KINDS}`),
    );
    if (term !== undefined) terms.push(term);
  }
  return terms.length === items.length ? terms : undefined;
}

/** A literal as it stands, or the reference that a text with braces must be. */
function readTerm(raw: Scalar, profile: ParseProfile, log: IssueLog): Term | undefined {
  if (typeof raw !== "string") return raw;
  const { textLength, pathSteps } = profile.limits;
  if (raw.length > textLength) {
    return log.add("value-too-long", tooMany(raw.length, textLength, "characters"));
  }
  if (!hasBraces(raw)) return raw;
  const result = parseReference(raw, profile);
  if (result.ok) return result.reference;
  if (result.code === "path-too-long") {
    return log.add(
      "path-too-long",
      `found a reference with more than ${pathSteps} steps; expected at most ${pathSteps}`,
    );
  }
  const sources = [...profile.sources].join(", ");
  return log.add(
    "invalid-reference",
    `found ${describe(raw)}; expected one reference such as {{subscriber.data.plan}} and nothing beside it, its source one of ${sources}`,
  );
}

function isScalar(raw: unknown): raw is Scalar {
  return typeof raw === "string" || typeof raw === "boolean" || Number.isFinite(raw);
}

function parseJsonList(text: string): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isList(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function tooMany(found: number, limit: number, what: string): string {
  return `found ${found} ${what}; expected at most ${limit}`;
}
