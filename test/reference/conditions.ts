import { parsePath, readField } from "./field.js";
import { endsInLoneEscape } from "./like.js";
import {
  type Item,
  readListOperand,
  readRangeOperand,
  readScalarOperand,
  resolveItem,
  resolveList,
  resolveRange,
} from "./operand.js";
import {
  INFERRED_TYPES,
  isTrue,
  LIST_OPERATORS,
  ORDER_OPERATORS,
  PATTERN_OPERATORS,
  RANGE_OPERATORS,
  SCALAR_OPERATORS,
  TYPE_DOMAINS,
} from "./operators.js";
import { limitsOf, Mistake, type ReadingOptions, sourcesOf } from "./options.js";
import { convert, type Domain, hasDateForm, isAbsent, toDate } from "./values.js";

interface RawGroup {
  readonly isNegated?: unknown;
  readonly type?: unknown;
  readonly value?: unknown;
  readonly children: readonly unknown[];
}

interface RawCondition {
  readonly on?: unknown;
  readonly field?: unknown;
  readonly operator?: unknown;
  readonly value?: unknown;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isGroup(value: unknown): value is RawGroup {
  return isObject(value) && Object.hasOwn(value, "children");
}

function typeOf(group: RawGroup): string {
  return isAbsent(group.type) ? "GROUP" : String(group.type);
}

function groupsOf(conditions: unknown): readonly unknown[] {
  if (isAbsent(conditions)) return [];
  if (!Array.isArray(conditions)) throw new Mistake("conditions that are no list");
  return Array.from<unknown>(conditions);
}

/** The items of an operand that are known before any context is. */
function literalsOf(items: readonly Item[]): (string | number | boolean)[] {
  return items.flatMap((item) => (item.kind === "literal" ? [item.value] : []));
}

function itemsOf(operator: string, value: unknown, options: ReadingOptions): readonly Item[] {
  if (SCALAR_OPERATORS.includes(operator)) return [readScalarOperand(value, options)];
  const operand = RANGE_OPERATORS.includes(operator)
    ? readRangeOperand(value, options)
    : readListOperand(value, options);
  return operand.kind === "items" ? operand.items : [];
}

function checkPattern(literal: string | number | boolean, options: ReadingOptions): void {
  // A number or a boolean is never long; what is limited is text.
  const pattern = typeof literal === "string" ? literal : "";
  if (pattern.length > limitsOf(options).patternLength) throw new Mistake("pattern too long");
  if (endsInLoneEscape(pattern)) throw new Mistake("lone escape");
}

function checkBounds(type: string, low: unknown, high: unknown): void {
  const named = TYPE_DOMAINS.get(type);
  const domains: readonly Domain[] = named === undefined ? ["number", "date"] : [named];
  for (const domain of domains) {
    const from = convert(domain, low);
    const to = convert(domain, high);
    if (from !== undefined && to !== undefined) {
      if (from > to) throw new Mistake("low above high");
      return;
    }
  }
}

/** Looks for mistakes in the items of an operand, of which each is right by itself. */
export function checkItems(
  operator: string,
  type: string,
  items: readonly Item[],
  options: ReadingOptions,
): void {
  const literals = literalsOf(items);
  if (PATTERN_OPERATORS.includes(operator)) {
    for (const literal of literals) checkPattern(literal, options);
    return;
  }
  const isOrder = ORDER_OPERATORS.includes(operator);
  if (isOrder && type === "BOOLEAN") throw new Mistake("booleans have no order");
  const domain = TYPE_DOMAINS.get(type);
  for (const literal of literals) {
    if (domain !== undefined && convert(domain, literal) === undefined) {
      throw new Mistake(`no ${domain}: ${literal}`);
    }
    const isDateShaped = typeof literal === "string" && hasDateForm(literal);
    if (domain === undefined && isOrder && isDateShaped && toDate(literal) === undefined) {
      throw new Mistake(`no real date: ${literal}`);
    }
  }
  const [low, high] = literals;
  if (RANGE_OPERATORS.includes(operator) && high !== undefined) checkBounds(type, low, high);
}

function checkCondition(condition: RawCondition, type: string, options: ReadingOptions): void {
  const { on, field, operator, value } = condition;
  if (typeof on !== "string" || !sourcesOf(options).includes(on)) {
    throw new Mistake(`unknown source: ${String(on)}`);
  }
  if (typeof field !== "string" || field === "") throw new Mistake("no field");
  parsePath(field, limitsOf(options).pathSteps);
  if (operator === "IS_DEFINED") return;
  const known = [...SCALAR_OPERATORS, ...LIST_OPERATORS, ...RANGE_OPERATORS];
  if (typeof operator !== "string" || !known.includes(operator)) {
    throw new Mistake(`unknown operator: ${String(operator)}`);
  }
  checkItems(operator, type, itemsOf(operator, value, options), options);
}

/** Counts each group and condition that is met, so that shared ones count each time. */
export class NodeCount {
  private met = 0;

  add(options: ReadingOptions): void {
    this.met += 1;
    if (this.met > limitsOf(options).nodes) throw new Mistake("too many groups and conditions");
  }
}

function checkGroup(
  group: unknown,
  depth: number,
  count: NodeCount,
  options: ReadingOptions,
): void {
  count.add(options);
  if (depth > limitsOf(options).depth) throw new Mistake("too deep");
  if (!isGroup(group) || !Array.isArray(group.children)) throw new Mistake("no group");
  if (group.value !== "AND" && group.value !== "OR") throw new Mistake("neither AND nor OR");
  if (!isAbsent(group.type)) {
    const isKnown = [...TYPE_DOMAINS.keys(), ...INFERRED_TYPES].some((type) => type === group.type);
    if (!isKnown) throw new Mistake(`unknown type: ${String(group.type)}`);
  }
  if (!isAbsent(group.isNegated) && typeof group.isNegated !== "boolean") {
    throw new Mistake("isNegated is no boolean");
  }
  if (group.isNegated === true && group.children.length === 0) {
    throw new Mistake("nothing to negate");
  }
  for (const child of Array.from<unknown>(group.children)) {
    if (isGroup(child)) {
      checkGroup(child, depth + 1, count, options);
    } else {
      count.add(options);
      if (!isObject(child)) throw new Mistake("a child that is no object");
      checkCondition(child, typeOf(group), options);
    }
  }
}

/** The first mistake in the conditions, `undefined` where there is none. */
export function mistakeIn(conditions: unknown, options: ReadingOptions = {}): string | undefined {
  const count = new NodeCount();
  try {
    for (const group of groupsOf(conditions)) checkGroup(group, 1, count, options);
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
}

function hasCondition(group: RawGroup): boolean {
  return group.children.some((child) => !isGroup(child) || hasCondition(child));
}

/** Whether no condition stands anywhere in conditions without mistakes. */
export function isUnconditional(conditions: unknown): boolean {
  return !groupsOf(conditions).some((group) => isGroup(group) && hasCondition(group));
}

function operandAt(
  operator: string,
  value: unknown,
  context: object,
  options: ReadingOptions,
): readonly unknown[] | undefined {
  if (operator === "IS_DEFINED") return undefined;
  if (SCALAR_OPERATORS.includes(operator)) {
    return [resolveItem(readScalarOperand(value, options), context)];
  }
  if (RANGE_OPERATORS.includes(operator)) {
    return resolveRange(readRangeOperand(value, options), context);
  }
  return resolveList(readListOperand(value, options), context);
}

function conditionPasses(
  condition: RawCondition,
  type: string,
  context: object,
  options: ReadingOptions,
): boolean {
  const { on, field, operator, value } = condition;
  const name = String(operator);
  const steps = parsePath(String(field), limitsOf(options).pathSteps);
  const actual = readField(context, String(on), steps);
  return isTrue(name, type, actual, operandAt(name, value, context, options));
}

function groupPasses(group: RawGroup, context: object, options: ReadingOptions): boolean {
  const results = group.children.map((child) =>
    isGroup(child)
      ? groupPasses(child, context, options)
      : conditionPasses(child as RawCondition, typeOf(group), context, options),
  );
  const passed =
    results.length === 0 ||
    (group.value === "AND" ? !results.includes(false) : results.includes(true));
  return group.isNegated === true ? !passed : passed;
}

/** Whether conditions without mistakes pass in the context. */
export function passes(
  conditions: unknown,
  context: object,
  options: ReadingOptions = {},
): boolean {
  const results = groupsOf(conditions).map((group) =>
    groupPasses(group as RawGroup, context, options),
  );
  return results.length === 0 || results.includes(true);
}
