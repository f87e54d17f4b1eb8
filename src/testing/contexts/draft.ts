import { stringify } from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { operators } from "../../operators/registry.js";
import type { ConditionNode } from "../../tree/tree.js";
import { keyOfField } from "../../values/field.js";
import { isAbsent } from "../../values/kinds.js";
import { boundariesOf } from "../boundaries/at-operand.js";
import type { Pool } from "../boundaries/pools.js";
import { overlay, place } from "../place.js";
import { fits, type RuleSet, type Target } from "./rule-set.js";
import { isFixed, isRuledOut } from "./ruled-out.js";

/**
 * A context in the making: by the numbers of a scope and of the value of each field that it has, so
 * that a plainer one is one with fewer and smaller numbers.
 */
export interface Draft {
  readonly scope: number;
  /** By the key of a pool, which of its values the field holds. */
  readonly choices: ReadonlyMap<string, number>;
}

/** A value of a field by its number; `undefined` leaves the field out. */
export type Choice = number | undefined;

/** How many values of a field are all tried for the sake of one condition. */
const MOST_CHOICES = 200;

/** How many values are tried in the place of one: the plainest of all, and those just before it. */
const PLAINEST = 100;
const NEAREST = 50;

/** The plainest draft. */
export const NOTHING: Draft = { scope: 0, choices: new Map() };

/** What drafts are made from, and into. */
export class Drafting<T extends IntegrationLike> {
  /** The integrations whose conditions contexts are made for. */
  readonly focus: readonly Target<T>[];
  readonly #scopes: readonly SelectionContext[];
  readonly #pools: ReadonlyMap<string, Pool>;
  readonly #fixed: SelectionContext;
  readonly #base: SelectionContext;
  readonly #now: number;

  /** @param fixed - what every context holds, whatever a draft says */
  constructor(
    ruleSet: RuleSet<T>,
    pools: ReadonlyMap<string, Pool>,
    fixed: SelectionContext,
    now: number,
  ) {
    const { targets } = ruleSet;
    const fitting = targets.filter((target) => fits(target, fixed));
    const open = fitting.filter(({ tree }) => tree === undefined || !isRuledOut(tree, fixed));
    // Where nothing fits, the keys of any tenant keep a selection from asking for one.
    this.focus = [open, fitting, targets].find(({ length }) => length > 0) ?? [];
    const scopes = this.focus.map(({ scope }) => {
      const { kind, ...others } = scope;
      // A channel that is fixed asks for what delivers on it.
      return isAbsent(fixed.channel) ? scope : others;
    });
    this.#scopes = scopes.length > 0 ? scopes : [{ channel: "email" }];
    this.#pools = new Map([...pools].filter(([, { field }]) => !isFixed(field, fixed)));
    this.#fixed = fixed;
    this.#now = now;
    this.#base = ruleSet.usesClock ? { now: new Date(now) } : {};
  }

  /** The fields that a draft may fill. */
  get pools(): ReadonlyMap<string, Pool> {
    return this.#pools;
  }

  contextOf({ scope, choices }: Draft): SelectionContext {
    const assignments = [...choices].flatMap(([key, choice]) => {
      const pool = this.#pools.get(key);
      return pool === undefined ? [] : [{ field: pool.field, value: pool.values[choice] }];
    });
    const context = place({ ...this.#scopes[scope], ...this.#base }, assignments);
    return overlay(context, this.#fixed);
  }

  /**
   * The choices worth trying in a field for the sake of a condition: all that there are, or, where a
   * long list brings too many together, those at the condition's own boundary and the first ones.
   */
  choicesFor(key: string, { field, operator, operand }: ConditionNode): readonly Choice[] {
    const pool = this.#pools.get(key);
    if (pool === undefined) return [undefined];
    const all = [...pool.values.keys()];
    if (all.length <= MOST_CHOICES) return [undefined, ...all];
    const { shape } = operators[operator];
    const own = key === keyOfField(field) ? boundariesOf(shape).field(operand, this.#now) : [];
    const places = own.flatMap((value) => pool.places.get(stringify(value)) ?? []);
    return [undefined, ...new Set([...places, ...all.slice(0, MOST_CHOICES)])];
  }

  /** The drafts that are one step plainer: a field fewer, a value nearer the first, the first scope. */
  *plainerThan({ scope, choices }: Draft): IterableIterator<Draft> {
    for (const key of choices.keys()) {
      yield { scope, choices: new Map([...choices].filter(([other]) => other !== key)) };
    }
    for (const [key, choice] of choices) {
      for (let plainer = 0; plainer < choice; plainer++) {
        // In between there may be thousands, of other integrations' conditions.
        if (plainer === PLAINEST) plainer = Math.max(plainer, choice - NEAREST);
        yield { scope, choices: new Map(choices).set(key, plainer) };
      }
    }
    if (scope > 0) yield { scope: 0, choices };
  }
}

/** A draft with another value in one field; `undefined` leaves the field out. */
export function withChoice(draft: Draft, key: string, choice: Choice): Draft {
  const choices = new Map(draft.choices);
  if (choice === undefined) choices.delete(key);
  else choices.set(key, choice);
  return { ...draft, choices };
}
