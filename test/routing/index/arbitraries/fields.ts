import type { Dice } from "./dice.js";

/** What the values of a field are. */
export type Family = "number" | "date" | "boolean" | "text";

export type Literal = string | number | boolean;

/** A field that conditions require things of, and contexts hold values of. */
export interface FieldPlan {
  readonly on: "subscriber" | "payload" | "tenant";
  readonly field: string;
  readonly family: Family;
}

/** Few enough that conditions meet in them, and some of them hold lists. */
export const FIELDS: readonly FieldPlan[] = [
  { on: "payload", field: "n", family: "number" },
  { on: "payload", field: "t", family: "text" },
  { on: "payload", field: "d", family: "date" },
  { on: "payload", field: "b", family: "boolean" },
  { on: "payload", field: "tags", family: "text" },
  { on: "payload", field: "numbers", family: "number" },
  { on: "payload", field: "data.amount", family: "number" },
  { on: "payload", field: 'data["a.b"]', family: "text" },
  { on: "subscriber", field: "t", family: "text" },
  { on: "subscriber", field: "n", family: "number" },
  { on: "tenant", field: "t", family: "text" },
];

const START = Date.UTC(2024, 1, 28);
const HALF_DAY = 43_200_000;

/** The `step`th value of a family, in one of the forms that a literal can have. */
export function literalAt(family: Family, step: number, dice: Dice): Literal {
  switch (family) {
    case "number":
      return dice.pick<Literal>([step, step, String(step), `${step}.0`]);
    case "date":
      return dateAt(step, dice);
    case "boolean":
      return dice.pick<Literal>([step % 2 === 0, String(step % 2 === 0)]);
    case "text":
      return textAt(step);
  }
}

/** The `step`th half day, in one of its forms. */
function dateAt(step: number, dice: Dice): Literal {
  const instant = START + step * HALF_DAY;
  const text = new Date(instant).toISOString();
  return dice.pick<Literal>([text, text.replace(".000Z", "+00:00"), instant]);
}

/** The `step`th text: texts begin with one another, and order otherwise than their numbers. */
export function textAt(step: number): string {
  return step === 0 ? "a" : `a${step.toString(4).replaceAll("3", "Z")}`;
}

/** What stands at a literal or next to it: just there, just beside, of another kind, in a list. */
export function near(literal: Literal, dice: Dice): unknown {
  if (dice.chance(55)) return dice.chance(75) ? literal : otherKind(literal, dice);
  if (dice.chance(50)) return beside(literal, dice);
  if (dice.chance(60)) return listAround(literal, dice);
  return dice.pick<unknown>([
    undefined,
    null,
    "",
    {},
    [],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(Number.NaN),
  ]);
}

function otherKind(literal: Literal, dice: Dice): unknown {
  const number = Number(literal);
  const kinds: unknown[] = [String(literal), ` ${String(literal)}`];
  if (typeof literal !== "boolean" && Number.isInteger(number)) {
    kinds.push(number, BigInt(number), new Date(number));
  }
  if (typeof literal === "string" && !Number.isNaN(Date.parse(literal))) {
    kinds.push(new Date(literal), Date.parse(literal));
  }
  return dice.pick(kinds);
}

function beside(literal: Literal, dice: Dice): unknown {
  if (typeof literal === "boolean") return !literal;
  const number = Number(literal);
  if (String(literal).trim() !== "" && !Number.isNaN(number)) {
    return dice.pick<unknown>([number - 0.5, number + 0.5, number - 1, number + 1, -number]);
  }
  const time = Date.parse(String(literal));
  if (!Number.isNaN(time)) {
    return dice.pick<unknown>([new Date(time - 1), time + 1, new Date(time + 1).toISOString()]);
  }
  const text = String(literal);
  return dice.pick<unknown>([
    `${text}Z`,
    `${text}\u0000`,
    `a${text}`,
    text.slice(0, -1),
    text.slice(1),
    text.toUpperCase(),
    `${text.slice(0, 1)}😀${text.slice(1)}`,
  ]);
}

/** A list with the literal in it, of a length that matters or not. */
function listAround(literal: Literal, dice: Dice): unknown {
  const length = dice.pick([1, 2, 3, 16, 17, 40]);
  const list = dice.times<unknown>(length, () =>
    dice.pick<unknown>([literal, literal, beside(literal, dice), undefined, [literal], {}]),
  );
  if (dice.chance(20)) delete list[dice.below(length)];
  list[dice.below(length)] = literal;
  return list;
}
