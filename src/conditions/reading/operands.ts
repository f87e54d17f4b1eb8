import { oneOf } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { OperandByShape, OperandShape, Reference, Term } from "../../operators/operand.js";
import type { Operator } from "../../operators/operator.js";
import { type ComparisonType, convertsTo, type Domain } from "../../values/domain.js";
import { elementOf, isAbsent, isList } from "../../values/kinds.js";
import type { Scalar } from "../../values/scalar.js";
import { parseDuration } from "./duration.js";
import type { ParseProfile } from "./parse-options.js";
import { hasBraces, isEnclosed, parseReference, splitItems } from "./reference.js";

const SCALAR_KINDS = "a string, a finite number or a boolean";
const LIST_KINDS = "a list of strings, finite numbers and booleans, or their text";

const EXPECTED: { readonly [D in Domain]: string } = {
  number: "a decimal number, since the type is NUMBER",
  date: "a real date such as 2026-03-01 or 2026-03-01T09:30:00Z, since the type is DATE",
  boolean: "true or false, since the type is BOOLEAN",
  text: "text, since the type is TEXT",
};

/** How a syntax writes references beside the text with braces. */
export interface ReferenceSyntax {
  /** Whether something is written as a reference, right or wrong. */
  isReference(raw: unknown): raw is object;
  /** Reads what is written as one; the log gets an issue where it is wrong. */
  readReference(raw: object): Reference | undefined;
}

/** Reads one condition's `value` as its operator wants it; the log gets every issue on the way. */
export class OperandParser<S extends OperandShape> {
  readonly #operator: Operator<S>;
  readonly #type: ComparisonType;
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #syntax: ReferenceSyntax | undefined;

  constructor(
    operator: Operator<S>,
    type: ComparisonType,
    profile: ParseProfile,
    log: IssueLog,
    syntax?: ReferenceSyntax,
  ) {
    this.#operator = operator;
    this.#type = type;
    this.#profile = profile;
    this.#log = log;
    this.#syntax = syntax;
  }

  /** @returns the operand; `undefined` where the log has got an issue instead */
  parse(raw: unknown): OperandByShape[S] | undefined {
    const readers: { readonly [Shape in OperandShape]: () => OperandByShape[Shape] | undefined } = {
      none: () => ({ kind: "none" }),
      scalar: () => this.#readScalar(raw),
      pattern: () => this.#readScalar(raw),
      list: () => this.#readList(raw),
      range: () => this.#readRange(raw),
      duration: () => parseDuration(raw, this.#log),
    };
    return this.check(readers[this.#operator.shape]());
  }

  /** Reads one value on its own: a scalar operand, or a bound that stands apart from the other. */
  parseTerm(raw: unknown): Term | undefined {
    if (this.#syntax?.isReference(raw)) return this.#syntax.readReference(raw);
    if (isAbsent(raw)) return this.#log.addWrong("missing-value", raw, SCALAR_KINDS);
    if (isList(raw)) return this.#log.addWrong("list-as-scalar", raw, SCALAR_KINDS);
    if (!isScalar(raw)) return this.#log.addWrong("invalid-value", raw, SCALAR_KINDS);
    return this.#readTerm(raw);
  }

  /** Gives back an operand that is right as a whole; the log gets an issue where it is not. */
  check(operand: OperandByShape[S] | undefined): OperandByShape[S] | undefined {
    const problem = operand && this.#operator.operandProblem?.(operand, this.#type);
    return problem === undefined
      ? operand
      : this.#log.add(problem.code, problem.found, problem.expected);
  }

  #readScalar(raw: unknown): OperandByShape["scalar"] | undefined {
    const term = this.parseTerm(raw);
    return term === undefined ? undefined : { kind: "scalar", term };
  }

  #readList(raw: unknown): OperandByShape["list"] | undefined {
    if (this.#isWholeReference(raw)) return this.#readReference(raw);
    const items = this.#readItems(raw);
    if (items?.length === 0) {
      return this.#log.add("empty-list", "no items", "at least one");
    }
    return items && { kind: "list", items };
  }

  #readRange(raw: unknown): OperandByShape["range"] | undefined {
    if (this.#isWholeReference(raw)) return this.#readReference(raw);
    const items = this.#readItems(raw, 2);
    const [low, high] = items ?? [];
    return low === undefined || high === undefined ? undefined : { kind: "range", low, high };
  }

  #isWholeReference(raw: unknown): boolean {
    return this.#syntax?.isReference(raw) === true || isWholeReference(raw);
  }

  #readReference(raw: unknown): (OperandByShape["list"] & OperandByShape["range"]) | undefined {
    const term = this.parseTerm(raw);
    return typeof term === "object" ? { kind: "reference", reference: term } : undefined;
  }

  /**
   * The items of a list in any of its spellings.
   *
   * @param size - how many there must be, where that is fixed
   */
  #readItems(raw: unknown, size?: number): readonly Term[] | undefined {
    const { textLength, items: limit } = this.#profile.limits;
    if (isAbsent(raw)) return this.#log.addWrong("missing-value", raw, LIST_KINDS);
    if (isList(raw)) return this.#readEach(raw, size);
    if (!isScalar(raw)) return this.#log.addWrong("invalid-value", raw, LIST_KINDS);
    if (typeof raw !== "string") return this.#readEach([raw], size);
    if (raw.length > textLength) {
      return this.#log.addExcess("value-too-long", `${raw.length} characters`, textLength);
    }
    const trimmed = raw.trim();
    if (!trimmed.startsWith("[")) return this.#readEach(splitItems(raw, limit), size);
    const items = parseJsonList(trimmed);
    if (items !== undefined) return this.#readEach(items, size);
    return this.#log.addWrong("invalid-json-list", raw, "a JSON array, since it starts with [");
  }

  #readEach(items: readonly unknown[], size: number | undefined): readonly Term[] | undefined {
    const limit = this.#profile.limits.items;
    if (items.length > limit) {
      return this.#log.addExcess("too-many-items", `more than ${limit} items`, limit);
    }
    const isSized = size === undefined || items.length === size;
    if (!isSized) {
      const found = items.length === 1 ? "one item" : `${items.length} items`;
      this.#log.add("range-size", found, "two, the low bound and the high bound");
    }
    const terms: Term[] = [];
    for (let index = 0; index < items.length; index++) {
      const item = elementOf(items, index);
      this.#log.enter(index);
      const term = this.#readItem(item);
      this.#log.leave();
      if (term !== undefined) terms.push(term);
    }
    return isSized && terms.length === items.length ? terms : undefined;
  }

  #readItem(item: unknown): Term | undefined {
    if (this.#syntax?.isReference(item)) return this.#syntax.readReference(item);
    if (isScalar(item)) return this.#readTerm(item);
    return this.#log.addWrong("invalid-item", item, SCALAR_KINDS);
  }

  /** A literal as it stands, or the reference that a text with braces must be. */
  #readTerm(raw: Scalar): Term | undefined {
    const { textLength, pathSteps } = this.#profile.limits;
    if (typeof raw !== "string") return this.#checkLiteral(raw);
    if (raw.length > textLength) {
      return this.#log.addExcess("value-too-long", `${raw.length} characters`, textLength);
    }
    if (!hasBraces(raw)) return this.#checkLiteral(raw);
    const result = parseReference(raw, this.#profile);
    if (result.ok) return result.reference;
    if (result.code === "path-too-long") {
      const found = `a reference with more than ${pathSteps} steps`;
      return this.#log.addExcess("path-too-long", found, pathSteps);
    }
    const expected = `one reference such as {{subscriber.data.plan}} and nothing beside it, its source ${oneOf(this.#profile.sources)}`;
    return this.#log.addWrong("invalid-reference", raw, expected);
  }

  #checkLiteral(literal: Scalar): Scalar | undefined {
    const type = this.#type;
    const isPattern = this.#operator.shape === "pattern";
    const limit = this.#profile.limits.patternLength;
    if (isPattern && typeof literal === "string" && literal.length > limit) {
      const found = `${literal.length} characters of a pattern`;
      return this.#log.addExcess("pattern-too-long", found, limit);
    }
    if (!isPattern && type !== "inferred" && !convertsTo(type, literal)) {
      return this.#log.addWrong("inconvertible-value", literal, EXPECTED[type]);
    }
    const problem = this.#operator.literalProblem?.(literal, type);
    return problem === undefined
      ? literal
      : this.#log.add(problem.code, problem.found, problem.expected);
  }
}

function isScalar(raw: unknown): raw is Scalar {
  return typeof raw === "string" || typeof raw === "boolean" || Number.isFinite(raw);
}

/** Whether a value is a text that is one reference from end to end. */
export function isWholeReference(raw: unknown): boolean {
  return typeof raw === "string" && isEnclosed(raw.trim());
}

function parseJsonList(text: string): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isList(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
