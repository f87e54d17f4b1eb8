import { condition, group, type Raw } from "../../../support/build.js";
import { type Row, row } from "../../support/rows.js";

const MANY = 70;
const FEW = 5;
const DAY = 86_400_000;

/** Integrations that stand around the examples and require something of the same field. */
export interface Crowd {
  readonly name: string;
  /** @param type - the group type that the examples' conditions are compared under */
  readonly rows: (type: string) => readonly Row[];
  /** The examples' own conditions, in the form that this crowd has its own in. */
  readonly around: (children: readonly Raw[], type: string) => unknown;
}

function times<Item>(count: number, make: (place: number) => Item): Item[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

function day(place: number): string {
  return new Date(Date.UTC(1990, 0, 1) + place * DAY).toISOString();
}

/** What a requirement of every sort, under every type, can be, that nobody's value meets. */
const REQUIREMENTS: readonly ((place: number) => Raw)[] = [
  (place) => group([condition("EQUAL", `crowd-${place}`)]),
  (place) => group([condition("EQUAL", `crowd-${place}`)], { type: "TEXT" }),
  (place) => group([condition("EQUAL", 1_000 + place)], { type: "NUMBER" }),
  (place) => group([condition("EQUAL", day(place))], { type: "DATE" }),
  (place) => group([condition("BETWEEN", [1_000 + place, 1_001 + place])], { type: "NUMBER" }),
  (place) => group([condition("BETWEEN", [day(place), day(place + 1)])], { type: "DATE" }),
  (place) => group([condition("BETWEEN", [`crowd-${place}`, `crowd-${place}~`])], { type: "TEXT" }),
  (place) => group([condition("BETWEEN", [`crowd-${place}`, `crowd-${place}~`])]),
  (place) => group([condition("LIKE", `crowd-${place}%`)]),
  (place) => group([condition("LIKE", `%${place}-crowd`)]),
];

const plain: Crowd["around"] = (children, type) => [group(children, { type })];

/** Makes the rows of a type once: all tables are told among the same ones, which are parsed once too. */
function once(rows: Crowd["rows"]): Crowd["rows"] {
  const made = new Map<string, readonly Row[]>();
  return (type) => {
    const known = made.get(type) ?? rows(type);
    made.set(type, known);
    return known;
  };
}

/** So many values of every field that integrations are looked up by them. */
const manyValues: Crowd = {
  name: "many values",
  rows: once(() =>
    REQUIREMENTS.flatMap((require, sort) =>
      times(MANY, (place) => row(`crowd-${sort}-${place}`, { conditions: [require(place)] })),
    ),
  ),
  around: plain,
};

/** Five values that literals of a type can have. */
function fewValue(type: string, place: number): unknown {
  const turn = place % FEW;
  switch (type) {
    case "NUMBER":
      return turn;
    case "DATE":
      return day(turn);
    case "BOOLEAN":
      return turn % 2 === 0;
    default:
      return `few-${turn}`;
  }
}

/** So few values of a field that each has many integrations. */
const fewValues: Crowd = {
  name: "few values",
  rows: once((type) =>
    times(2 * MANY, (place) =>
      row(`crowd-${place}`, {
        conditions: plain([condition("EQUAL", fewValue(type, place))], type),
      }),
    ),
  ),
  around: plain,
};

const ofTenant = (id: string): Raw => ({
  on: "tenant",
  field: "id",
  operator: "EQUAL",
  value: id,
});

/** Many tenants, one of which has half of the integrations, with few values of a field. */
const busyTenant: Crowd = {
  name: "few values of a busy tenant",
  rows: once((type) => [
    ...times(2 * MANY, (place) =>
      row(`crowd-${place}`, {
        conditions: busyTenant.around([condition("EQUAL", fewValue(type, place))], type),
      }),
    ),
    ...times(2 * MANY, (place) =>
      row(`other-${place}`, { conditions: [group([ofTenant(`tenant-${place}`)])] }),
    ),
  ]),
  around: (children, type) => [group([ofTenant("busy"), group(children, { type })])],
};

const nobody: Crowd = { name: "nobody else", rows: () => [], around: plain };

/** Every crowd; in each the index finds the same examples by other means. */
export const CROWDS: readonly Crowd[] = [nobody, manyValues, fewValues, busyTenant];

/** The context's tenant that the busy one's integrations are for. */
export const BUSY: Raw = { tenant: { id: "busy" } };

/** Two lists as one, the first evenly among the second, both in their own order. */
export function among<Item>(some: readonly Item[], others: readonly Item[]): Item[] {
  const mixed: Item[] = [];
  const share = others.length / Math.max(some.length, 1);
  for (const [place, item] of some.entries()) {
    mixed.push(...others.slice(Math.round(place * share), Math.round((place + 0.5) * share)));
    mixed.push(item);
    mixed.push(...others.slice(Math.round((place + 0.5) * share), Math.round((place + 1) * share)));
  }
  return some.length === 0 ? [...others] : mixed;
}
