import type { Random } from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { SelectOptions } from "../../routing/selection/select-options.js";
import { ContextOrder } from "../../tree/context-order.js";
import { toDate } from "../../values/date.js";
import { keyOfField } from "../../values/field.js";
import { gatherPools } from "../boundaries/pools.js";
import { readField, type ValuesByField } from "../fields.js";
import { chance, pick } from "../random.js";
import { type Draft, Drafting, NOTHING, withChoice } from "./draft.js";
import type { RuleSet, Target } from "./rule-set.js";
import { fieldKeysOf } from "./settlements.js";
import { Steering } from "./steer.js";

/** How contexts are made for a list. */
export interface ContextOptions<T> {
  /**
   * What every context holds: scoping keys such as `channel`, and data. Where it holds an object the
   * fields beside are made up as elsewhere.
   */
  readonly scope?: SelectionContext | undefined;
  /** Values to try besides those that the list's conditions tell of. */
  readonly values?: ValuesByField | undefined;
  /** The clock of the contexts, for a list that looks at it; noon on 31 March 2026 without it. */
  readonly now?: Date | number | undefined;
  /** The options that selections from the list are made with. */
  readonly selection?: SelectOptions<T> | undefined;
}

/** Noon on a day that the month before does not have. */
const DEFAULT_NOW = Date.UTC(2026, 2, 31, 12);

/** The ways a draft is made: as it comes, or turned towards something; each is as likely. */
const WAYS = ["free", "settled", "selecting", "near-miss", "contended"] as const;

/** In how many of a hundred drafts a field holds something. */
const FILLED = 70;
const FILLED_FROM_ANOTHER = 25;

/** Draws the contexts of one list. */
export class ContextMaker<T extends IntegrationLike> {
  readonly #drafting: Drafting<T>;
  readonly #steering: Steering<T>;
  /** The fields that the caller gave values for: no condition needs to read them. */
  readonly #ownKeys: readonly string[];
  readonly #order: ContextOrder;

  /** @throws TypeError on a field or a clock that is none */
  constructor(ruleSet: RuleSet<T>, { scope = {}, values = {}, now, selection }: ContextOptions<T>) {
    const clock = clockFrom(now);
    const own = Object.entries(values).map(([name, given]) => {
      return { field: readField(name, selection?.sources), values: given };
    });
    const conditions = ruleSet.targets.flatMap((target) => target.conditions);
    this.#drafting = new Drafting(ruleSet, gatherPools(conditions, own, clock), scope, clock);
    this.#steering = new Steering(ruleSet, this.#drafting);
    this.#ownKeys = own.map(({ field }) => keyOfField(field));
    this.#order = new ContextOrder({
      trees: ruleSet.targets.flatMap(({ tree }) => tree ?? []),
      fields: own.map(({ field }) => field),
      sources: selection?.sources,
    });
  }

  /** The context of a draft; the order of its keys is the same however the draft came about. */
  contextOf(draft: Draft): SelectionContext {
    return this.#order.sorted(this.#drafting.contextOf(draft));
  }

  plainerThan(draft: Draft): IterableIterator<Draft> {
    return this.#drafting.plainerThan(draft);
  }

  /** Draws any draft. */
  draw(random: Random): Draft {
    const { focus } = this.#drafting;
    if (focus.length === 0) return this.#fill(NOTHING, this.#ownKeys, FILLED, random);
    const target = pick(focus, random);
    const draft = this.#drawFor(target, random);
    const way = pick(WAYS, random);
    if (way === "free") return draft;
    if (way === "settled") return this.#settle(target, chance(50, random), draft, random);
    const selecting = this.#steering.towards(target, draft, random);
    if (way === "near-miss") return this.#settle(target, false, selecting, random);
    return way === "contended" ? this.turn(selecting, random) : selecting;
  }

  /** Turns a draft towards an integration and keeps the rest: what the draft was for may still hold. */
  turn(draft: Draft, random: Random): Draft {
    const { focus } = this.#drafting;
    if (focus.length === 0) return draft;
    const target = pick(focus, random);
    const scope = focus.indexOf(target);
    return this.#steering.towards(target, { ...draft, scope }, random);
  }

  /** Draws a draft that selects one integration, as far as one is found. */
  drawSelecting(target: Target<T>, random: Random): Draft {
    return this.#steering.towards(target, this.#drawFor(target, random), random);
  }

  /** Gives the fields of one integration random values, and a few of another's. */
  #drawFor(target: Target<T>, random: Random): Draft {
    const { focus } = this.#drafting;
    const draft: Draft = { scope: focus.indexOf(target), choices: new Map() };
    const others = this.#fill(draft, keysOf(pick(focus, random)), FILLED_FROM_ANOTHER, random);
    return this.#fill(others, [...keysOf(target), ...this.#ownKeys], FILLED, random);
  }

  #fill(draft: Draft, keys: readonly string[], percent: number, random: Random): Draft {
    return keys.reduce((filled, key) => {
      const size = this.#drafting.pools.get(key)?.values.length ?? 0;
      if (size === 0 || !chance(percent, random)) return filled;
      return withChoice(filled, key, random.nextInt(0, size - 1));
    }, draft);
  }

  #settle(target: Target<T>, wanted: boolean, draft: Draft, random: Random): Draft {
    const { conditions } = target;
    if (conditions.length === 0) return draft;
    return this.#steering.settle(pick(conditions, random), wanted, draft, random);
  }
}

/** The fields that an integration's conditions read, their references' among them. */
function keysOf({ conditions }: Target<IntegrationLike>): string[] {
  return conditions.flatMap(fieldKeysOf);
}

function clockFrom(now: Date | number | undefined): number {
  const clock = now === undefined ? DEFAULT_NOW : toDate(now);
  if (Number.isNaN(clock)) throw new TypeError("now: expected a date or epoch milliseconds");
  return clock;
}
