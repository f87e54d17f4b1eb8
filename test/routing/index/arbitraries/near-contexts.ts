import type { Context } from "../../../reference/arbitraries/contexts.js";
import type { Scoping } from "../../../reference/selection.js";
import type { Dice } from "./dice.js";
import { type Literal, near } from "./fields.js";

type Data = Record<string, unknown>;

/** A context that one or two integrations of a list are made for, or very nearly. */
export function contextNear(
  list: readonly unknown[],
  context: Context & Scoping,
  dice: Dice,
): Context & Scoping {
  const result: Data = { ...context };
  const held = (name: string): Data => {
    const data = { ...asData(result[name]) };
    result[name] = data;
    return data;
  };
  if (list.length === 0) return context;
  const records = dice.times(dice.pick([1, 1, 2, 4]), () => list[dice.below(list.length)]);
  const sources = new Map<string, Data>();
  for (const { on, field, literals } of records.flatMap(requirementsIn)) {
    const data = sources.get(on) ?? held(on);
    sources.set(on, data);
    const value = near(dice.pick(literals), dice);
    const nested = NESTED.get(field);
    if (nested !== undefined) data["data"] = { ...asData(data["data"]), [nested]: value };
    else if (/^\w+$/.test(field)) data[field] = value;
  }
  return result;
}

/** The fields that stand in `data`, by their paths. */
const NESTED: ReadonlyMap<string, string> = new Map([
  ["data.amount", "amount"],
  ['data["a.b"]', "a.b"],
]);

function asData(value: unknown): Data {
  return typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}

interface Required {
  readonly on: string;
  readonly field: string;
  readonly literals: readonly Literal[];
}

/** The literals of every condition in a record, or in a part of its conditions or rules. */
function requirementsIn(part: unknown): Required[] {
  if (Array.isArray(part)) return part.flatMap(requirementsIn);
  if (typeof part !== "object" || part === null) return [];
  const { conditions, rules, children, on, field, value } = part as Data;
  if (rules !== undefined && rules !== null) return requirementsInRule(rules);
  if (conditions !== undefined) return requirementsIn(conditions);
  if (children !== undefined) return requirementsIn(children);
  const literals = [value].flat().filter(isLiteral).map(withoutSigns);
  const isPlain = typeof on === "string" && typeof field === "string" && literals.length > 0;
  return isPlain ? [{ on, field, literals }] : [];
}

function requirementsInRule(rule: unknown): Required[] {
  if (typeof rule !== "object" || rule === null) return [];
  const given = Object.values(rule).flat();
  const [read, ...values] = given;
  const path: unknown = Object(read)["var"];
  if (typeof path !== "string") return given.flatMap(requirementsInRule);
  const dot = path.indexOf(".");
  const literals = values.filter(isLiteral);
  return literals.length === 0
    ? []
    : [{ on: path.slice(0, dot), field: path.slice(dot + 1), literals }];
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A pattern as a text that matches it, where that is simple. */
function withoutSigns(literal: Literal): Literal {
  return typeof literal === "string" ? literal.replaceAll("%", "").replaceAll("_", "Z") : literal;
}
