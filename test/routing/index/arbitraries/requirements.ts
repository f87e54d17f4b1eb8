import type { Raw } from "../../../support/build.js";
import type { Dice } from "./dice.js";
import { type Family, FIELDS, type FieldPlan, type Literal, literalAt, textAt } from "./fields.js";

/** How the conditions of one list are: few values or many, narrow windows or wide. */
export interface Nature {
  /** How many values each field has, by the field's place. */
  readonly spreads: readonly number[];
  /** How wide a window is, in shares of all values of its field. */
  readonly width: number;
  /** How many of a hundred conditions are exact values; the others are of every other sort. */
  readonly exact: number;
  /** How many of a hundred groups are negated, are ORs, or hold further groups. */
  readonly tangled: number;
}

const TYPES: Readonly<Record<Family, readonly (string | undefined)[]>> = {
  number: ["NUMBER", "GROUP", undefined],
  date: ["DATE", "STATEMENT", undefined],
  boolean: ["BOOLEAN", "LIST", undefined],
  text: ["TEXT", "TEXT", "MULTI_LIST", undefined],
};

/** Conditions of a nature: one list of groups for each throw of the dice. */
export function conditionsOf(nature: Nature, dice: Dice): unknown {
  if (dice.chance(2)) return [{ value: "NOR", children: [] }];
  if (dice.chance(8))
    return dice.pick<unknown>([undefined, null, [], [{ value: "AND", children: [] }]]);
  const count = dice.chance(85) ? 1 : 2;
  return dice.times(count, () => group(nature, dice, 3));
}

/** Rules of a nature: what conditions cannot say, and some of what they can. */
export function rulesOf(nature: Nature, dice: Dice, depth = 2): Raw {
  const operator = dice.pick(["and", "and", "or", "!"]);
  const isTangled = depth > 0 && dice.chance(nature.tangled);
  if (!isTangled) return ruleOn(fieldOf(undefined, dice), nature, dice);
  const size = operator === "!" ? 1 : 1 + dice.below(3);
  return { [operator]: dice.times(size, () => rulesOf(nature, dice, depth - 1)) };
}

function ruleOn(plan: FieldPlan, nature: Nature, dice: Dice): Raw {
  const { on, field, family } = plan;
  const spread = nature.spreads[FIELDS.indexOf(plan)] ?? 1;
  const read = { var: `${on}.${field}` };
  const literal = (): Literal => literalAt(family, dice.below(spread), dice);
  if (family === "text" && dice.chance(70)) {
    const text = textAt(dice.below(spread));
    const operator = dice.pick(["startsWith", "endsWith", "contains", "doesNotBeginWith"]);
    return { [operator]: [read, operator === "endsWith" ? text.slice(-3) : text] };
  }
  if (dice.chance(10)) return { [dice.pick(["isEmpty", "isNonEmpty", "notNull"])]: [read] };
  if (dice.chance(40)) return { in: [read, dice.times(1 + dice.below(3), literal)] };
  if (family === "date" && dice.chance(50)) {
    return { withinLast: [read, { amount: 1 + dice.below(spread), unit: "days" }] };
  }
  return { [dice.pick(["==", "==", "!="])]: [read, literal()] };
}

function group(nature: Nature, dice: Dice, depth: number): Raw {
  const isTangled = dice.chance(nature.tangled);
  const value = isTangled && dice.chance(50) ? "OR" : "AND";
  const family = dice.pick<Family>(["number", "text", "text", "date", "boolean"]);
  const type = dice.pick(TYPES[family]);
  // Now and then more members than an index would take apart.
  const size = isTangled && dice.chance(10) ? 18 : 1 + dice.below(3);
  const children = dice.times(size, () => {
    if (depth > 1 && isTangled && dice.chance(40)) return group(nature, dice, depth - 1);
    if (isTangled && dice.chance(4)) return { value: "AND", children: [] };
    return conditionOn(fieldOf(type === undefined ? undefined : family, dice), nature, dice);
  });
  const isNegated = isTangled && dice.chance(50);
  return { isNegated, value, ...(type !== undefined && { type }), children };
}

/** A field of a family, or any. */
function fieldOf(family: Family | undefined, dice: Dice): FieldPlan {
  return dice.pick(FIELDS.filter((each) => family === undefined || each.family === family));
}

function conditionOn(plan: FieldPlan, nature: Nature, dice: Dice): Raw {
  const { on, field, family } = plan;
  const spread = nature.spreads[FIELDS.indexOf(plan)] ?? 1;
  const literal = (): Literal => literalAt(family, dice.below(spread), dice);
  const isNot = dice.chance(nature.tangled / 4);
  const says = (positive: string, value: unknown): Raw => ({
    on,
    field,
    operator: isNot ? `NOT_${positive}` : positive,
    value,
  });
  if (dice.chance(3)) return { on, field, operator: "IS_DEFINED" };
  if (dice.chance(3)) return says("EQUAL", "{{payload.t}}");
  if (family === "boolean" || dice.chance(nature.exact)) {
    if (dice.chance(50)) return says("EQUAL", literal());
    const items = dice.times(1 + dice.below(4), literal);
    if (dice.chance(20))
      return { on, field, operator: dice.pick(["ALL_IN", "ANY_IN"]), value: items };
    return says("IN", items);
  }
  if (family === "text" && dice.chance(60))
    return says("LIKE", patternOf(dice.below(spread), dice));
  if (dice.chance(35)) {
    const operator = dice.pick(["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"]);
    return { on, field, operator, value: literal() };
  }
  return says("BETWEEN", windowOf(family, spread, nature, dice));
}

function patternOf(step: number, dice: Dice): string {
  const text = textAt(step);
  return dice.pick([`${text}%`, `%${text.slice(-3)}`, text, `%${text}%`, `${text}_`, `a%${text}`]);
}

/** Two bounds, the low one first. */
function windowOf(
  family: Family,
  spread: number,
  { width }: Nature,
  dice: Dice,
): readonly Literal[] {
  const low = dice.below(spread);
  const high = low + dice.below(Math.max(1, Math.ceil(spread * width)));
  if (family === "text") return [textAt(low), textAt(high)].sort();
  return [literalAt(family, low, dice), literalAt(family, high, dice)];
}
