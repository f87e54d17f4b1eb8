import type { Random } from "./random.js";

/** The fields of rule sets, and how their conditions are mostly made. */
const FIELDS = [
  { name: "subscriber.plan", family: "text" },
  { name: "subscriber.email", family: "text" },
  { name: "subscriber.data.seats", family: "number" },
  { name: "payload.amount", family: "number" },
  { name: "payload.tags", family: "text" },
  { name: "payload.items.length", family: "number" },
  { name: "payload.items.0.sku", family: "text" },
  { name: "payload.items", family: "text" },
  { name: "subscriber.trialEnds", family: "date" },
  { name: "tenant.active", family: "boolean" },
] as const;

type Field = (typeof FIELDS)[number];
type Family = Field["family"];

/** Few of each, so that conditions on one field meet. */
const LITERALS: { readonly [F in Family]: readonly unknown[] } = {
  text: ["pro", "free", "enterprise", "apples", "10", "", "true", "ada@acme.example"],
  number: [0, 1, 10, "10", "10.5", 100, -1, 1e21, "9007199254740993"],
  date: ["2026-01-01", "2026-01-15T12:00Z", "2025-12-31T23:59:59.999Z", 1767225600000],
  boolean: [true, false, "true", "false"],
};
const AFFIXES = ["pro", "ap", "@acme.example", "1", "2026-", "e"];
const UNITS = ["minutes", "hours", "days", "weeks", "months", "years"];

/** How likely a condition has a literal that is of another family than its field. */
const STRANGE = 0.1;
const NEGATED = 0.2;

/**
 * A random rule set without references: groups up to three deep of conditions on texts, numbers,
 * dates, lists and what is in them, with patterns and dates that move with the clock.
 */
export function drawRules(random: Random, depth = 2): object {
  const rules = Array.from({ length: random.integer(1, 4) }, () =>
    depth > 0 && random.chance(0.3) ? drawRules(random, depth - 1) : drawCondition(random),
  );
  const group = { [random.pick(["and", "or"])]: rules };
  return random.chance(NEGATED) ? { "!": group } : group;
}

function drawCondition(random: Random): object {
  const { name, family } = random.pick(FIELDS);
  const field = { var: name };
  const literal = (): unknown =>
    random.pick(LITERALS[random.chance(STRANGE) ? random.pick(FIELDS).family : family]);
  const orders = ["<", ">", "<=", ">="];
  const affixes = ["startsWith", "endsWith", "contains"];
  const durations = ["withinLast", "moreThanXAgo", "lessThanXAgo", "exactlyXAgo"];
  const amount = random.integer(1, 40);
  const makers: readonly (() => object)[] = [
    () => ({ [random.pick(["==", "!="])]: [field, literal()] }),
    () => ({ [random.pick(orders)]: [field, literal()] }),
    () => ({ in: [field, random.sample(LITERALS[family], 2)] }),
    () => ({ "!!": [field] }),
    family === "date"
      ? () => ({ [random.pick(durations)]: [field, { amount, unit: random.pick(UNITS) }] })
      : () => ({ [random.pick(affixes)]: [field, random.pick(AFFIXES)] }),
  ];
  return random.pick(makers)();
}
