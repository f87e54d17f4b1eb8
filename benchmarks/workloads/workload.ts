import type { ConditionGroup, IntegrationLike } from "integration-router";
import { asParsed } from "./as-parsed.js";
import { toConditions } from "./conditions.js";
import type { Message } from "./message.js";
import { Random } from "./random.js";
import { countTests, type Rule } from "./rule.js";

export type Decide = (message: Message) => boolean;

/** A list of integrations and the messages to select for, the same in every run. */
export interface Workload {
  readonly name: string;
  /** One line for a table's note. */
  readonly about: string;
  generate(size: number, messages: number): List;
}

/** An integration record as a database would give it. */
export interface Row extends IntegrationLike {
  readonly _id: string;
  readonly conditions: readonly ConditionGroup[] | null;
}

/** One conditional record, and its conditions in the two forms that peers start from. */
export interface Target {
  readonly row: Row;
  readonly rule: Rule;
  readonly byHand: Decide;
}

export interface List {
  /** The records as they come: in no particular order. */
  readonly rows: readonly Row[];
  /** The conditional ones, in the order of selection. */
  readonly targets: readonly Target[];
  /** What is selected where no target matches. */
  readonly fallback: Row;
  readonly messages: readonly Message[];
  /** How many conditions the list holds. */
  readonly conditions: number;
}

/**
 * What tells one workload from another. A record's rule comes from a spec, so that the code that a
 * person would write is made of the same numbers.
 */
export interface WorkloadDefinition<Spec> {
  readonly name: string;
  readonly about: string;
  spec(random: Random, index: number): Spec;
  rule(spec: Spec): Rule;
  byHand(spec: Spec): Decide;
  messages(random: Random, specs: readonly Spec[], count: number): Message[];
}

export function defineWorkload<Spec>(definition: WorkloadDefinition<Spec>): Workload {
  const { name, about } = definition;
  return {
    name,
    about,
    generate(size, count) {
      const random = new Random(`${name} ${size}`);
      const specs = Array.from({ length: size }, (_, index) => definition.spec(random, index));
      const ages = random.shuffle(Array.from({ length: size + 1 }, (_, index) => index));
      const targets = specs.map((spec, index): Target => {
        const rule = definition.rule(spec);
        const row = makeRow(index, ages[index] ?? 0, toConditions(rule));
        return { row, rule, byHand: definition.byHand(spec) };
      });
      const fallback = { ...makeRow(size, ages[size] ?? 0, null), primary: true };
      return {
        rows: [...targets.map(({ row }) => row), fallback],
        targets: [...targets].sort((a, b) => (created(a) < created(b) ? 1 : -1)),
        fallback,
        messages: asParsed(definition.messages(random, specs, count)),
        conditions: targets.reduce((sum, { rule }) => sum + countTests(rule), 0),
      };
    },
  };
}

/** The first target that matches, told by hand-written code: what every contender has to select. */
export function expectedRow(list: List, message: Message): Row {
  return list.targets.find(({ byHand }) => byHand(message))?.row ?? list.fallback;
}

function created({ row }: Target): string {
  return String(row.createdAt);
}

const EPOCH = Date.UTC(2020, 0, 1);
const MINUTE = 60_000;

/** Of distinct ages, so that the order is told by `createdAt` alone. */
function makeRow(index: number, age: number, conditions: readonly ConditionGroup[] | null): Row {
  const id = index.toString(16).padStart(24, "0");
  return asParsed({
    _id: id,
    _environmentId: "64f0c0ffee0000000000e001",
    _organizationId: "64f0c0ffee0000000000a001",
    name: `Integration ${index}`,
    identifier: `integration-${index}`,
    providerId: "sendgrid",
    channel: "email",
    kind: "delivery",
    active: true,
    primary: false,
    createdAt: new Date(EPOCH + age * MINUTE).toISOString(),
    credentials: { from: `no-reply-${index}@example.com`, senderName: "Example" },
    configurations: {},
    conditions,
  });
}
