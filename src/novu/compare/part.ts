import { STANDARD_DIALECT, type Syntax } from "../../conditions/dialect.js";
import { FieldTable } from "../../conditions/reading/field-table.js";
import { type ParseOptions, resolveParseOptions } from "../../conditions/reading/parse-options.js";
import type { Targeting } from "../../conditions/targeting.js";
import type { SelectionContext } from "../../context.js";
import { traceEvaluable } from "../../evaluate/trace.js";
import type { IssuePath } from "../../issues/issue.js";
import type { Evaluable } from "../../tree/opaque.js";
import type { ConditionTrace, Plain, Redact, Trace } from "../../tree/trace.js";
import { isList, isObject, ownProperty } from "../../values/kinds.js";
import { NOVU_DIALECT } from "../dialect.js";

/** What one semantics makes of a part of the conditions. */
export interface PartResult {
  readonly passed: boolean;
  /** Set where the part has issues under it, so that the whole record is set aside. */
  readonly invalid?: true;
  readonly expected?: Plain;
  readonly actual?: Plain;
}

/** A condition, or a group of them, that the two semantics decide differently. */
export interface ComparedPart {
  /** The place, from the record inwards, as in an issue. */
  readonly path: IssuePath;
  /** Missing where the difference is in a group and in none of its conditions. */
  readonly on?: string;
  readonly field?: string;
  /** A condition's or rule's operator, or a group's `value`, with `NOT` where it is negated. */
  readonly operator: string;
  readonly standard: PartResult;
  readonly novu: PartResult;
}

/** How the parts are evaluated in one context. */
export interface PartReading {
  readonly context: SelectionContext;
  readonly now: number;
  readonly redact: Redact | undefined;
}

/** What each semantics makes of the same part; missing where it finds issues. */
interface Evaluables {
  readonly standard: Evaluable | undefined;
  readonly novu: Evaluable | undefined;
}

interface About {
  /** Whatever stands in the record. */
  readonly operator: unknown;
  /** Whether it is no single condition. */
  readonly isGroup: boolean;
}

/** A part of a record's conditions or rules that means something on its own, under both semantics. */
export class Part {
  readonly #path: IssuePath;
  readonly #operator: string;
  readonly #isGroup: boolean;
  readonly #evaluables: Evaluables;
  readonly #members: () => readonly Part[];
  #known: readonly Part[] | undefined;

  constructor(
    path: IssuePath,
    about: About,
    evaluables: Evaluables,
    members: () => readonly Part[],
  ) {
    this.#path = path;
    this.#operator = typeof about.operator === "string" ? about.operator : "";
    this.#isGroup = about.isGroup;
    this.#evaluables = evaluables;
    this.#members = members;
  }

  /** The innermost parts whose results differ: this one where nothing inside it does. */
  differences(reading: PartReading): readonly ComparedPart[] {
    const { standard, novu } = this.#evaluables;
    const traces = [traceOf(standard, reading), traceOf(novu, reading)] as const;
    if (standard !== undefined && traces[0]?.passed === traces[1]?.passed) return [];
    // What not even Novu's semantics can read may have no end.
    this.#known ??= novu === undefined ? [] : this.#members();
    const inner = this.#known.flatMap((member) => member.differences(reading));
    return inner.length > 0 ? inner : [this.#compared(...traces)];
  }

  #compared(standard: Trace | undefined, novu: Trace | undefined): ComparedPart {
    const [here, there] = this.#isGroup ? [] : [conditionIn(standard), conditionIn(novu)];
    const about = here ?? there;
    return {
      path: this.#path,
      ...(about !== undefined && { on: about.on, field: about.field }),
      operator: this.#operator,
      standard: resultOf(standard, here),
      novu: resultOf(novu, there),
    };
  }
}

function traceOf(
  evaluable: Evaluable | undefined,
  { context, now, redact }: PartReading,
): Trace | undefined {
  return evaluable && traceEvaluable(evaluable, context, now, redact);
}

function conditionIn(trace: Trace | undefined): ConditionTrace | undefined {
  if (trace === undefined) return undefined;
  switch (trace.kind) {
    case "constant":
      return undefined;
    case "condition":
      return trace;
    case "not":
      return conditionIn(trace.child);
    default:
      return trace.children.map(conditionIn).find((condition) => condition !== undefined);
  }
}

function resultOf(trace: Trace | undefined, condition: ConditionTrace | undefined): PartResult {
  return {
    passed: trace?.passed === true,
    ...(trace === undefined && { invalid: true }),
    ...(condition?.expected !== undefined && { expected: condition.expected }),
    ...(condition?.actual !== undefined && { actual: condition.actual }),
  };
}

/** The whole of what says when a record is wanted, as a part. */
export function partOf({ syntax, raw }: Targeting, options: ParseOptions): Part {
  return syntax === "rules" ? rulePart(["rules"], raw, options) : listPart(raw, options);
}

function listPart(list: unknown, options: ParseOptions): Part {
  const evaluables = bothWays("conditions", list, options);
  const path = ["conditions"];
  return new Part(path, { operator: "OR", isGroup: true }, evaluables, () =>
    membersOf(list, path, (group, place) => groupPart(place, group, options)),
  );
}

function groupPart(path: IssuePath, group: unknown, options: ParseOptions): Part {
  const evaluables = bothWays("conditions", [group], options);
  const type = propertyIn(group, "type");
  return new Part(path, { operator: groupOperator(group), isGroup: true }, evaluables, () =>
    membersOf(propertyIn(group, "children"), [...path, "children"], (child, place) =>
      childPart(place, child, type, options),
    ),
  );
}

/** A condition, or a group inside a group: Novu does not look into that one, and nor does this. */
function childPart(path: IssuePath, child: unknown, type: unknown, options: ParseOptions): Part {
  const isGroup = propertyIn(child, "children") !== undefined;
  const operator = isGroup ? groupOperator(child) : propertyIn(child, "operator");
  const alone = [{ type, value: "AND", children: [child] }];
  const evaluables = bothWays("conditions", alone, options);
  return new Part(path, { operator, isGroup }, evaluables, () => []);
}

/** A negation is shown too: that Novu ignores it is often all the difference. */
function groupOperator(group: unknown): unknown {
  const value = propertyIn(group, "value");
  return propertyIn(group, "isNegated") === true && typeof value === "string"
    ? `NOT ${value}`
    : value;
}

/** The operators whose arguments are rules that mean something on their own. */
const JOINING: ReadonlySet<string> = new Set(["and", "or", "!", "!!"]);

function rulePart(path: IssuePath, rule: unknown, options: ParseOptions): Part {
  const [operator = ""] = isObject(rule) ? Object.keys(rule) : [];
  const isGroup = JOINING.has(operator);
  const evaluables = bothWays("rules", rule, options);
  return new Part(path, { operator, isGroup }, evaluables, () => {
    if (!isGroup) return [];
    const given = propertyIn(rule, operator);
    const place = [...path, operator];
    const read = (member: unknown, at: IssuePath): Part => rulePart(at, member, options);
    return isList(given) ? membersOf(given, place, read) : [read(given, place)];
  });
}

function bothWays(syntax: Syntax, raw: unknown, options: ParseOptions): Evaluables {
  const profile = resolveParseOptions(options);
  return {
    standard: STANDARD_DIALECT[syntax](raw, profile, new FieldTable()).tree,
    novu: NOVU_DIALECT[syntax](raw, profile).tree,
  };
}

function membersOf(
  list: unknown,
  path: IssuePath,
  read: (member: unknown, path: IssuePath) => Part,
): readonly Part[] {
  return isList(list) ? Array.from(list, (member, index) => read(member, [...path, index])) : [];
}

/** A property of what may be anything; the parsers read it before without throwing. */
function propertyIn(holder: unknown, key: string): unknown {
  return isObject(holder) ? ownProperty(holder, key) : undefined;
}
