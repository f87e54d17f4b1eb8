import type { SelectionContext } from "../context.js";
import type { IntegrationLike } from "../integration.js";
import { fieldReader } from "../values/field.js";
import { isAbsent } from "../values/kinds.js";
import type { Pool } from "./boundaries/pools.js";
import { overlay, place } from "./place.js";
import { fits, type RuleSet, type Target } from "./rule-set.js";

/**
 * A context in the making: by the numbers of a scope and of the value of each field that it has, so
 * that a plainer one is one with fewer and smaller numbers.
 */
export interface Draft {
  readonly scope: number;
  /** By the key of a pool, which of its values the field holds. */
  readonly choices: ReadonlyMap<string, number>;
}

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

  /** @param fixed - what every context holds, whatever a draft says */
  constructor(
    ruleSet: RuleSet<T>,
    pools: ReadonlyMap<string, Pool>,
    fixed: SelectionContext,
    now: number,
  ) {
    const within = ruleSet.targets.filter((target) => fits(target, fixed));
    // Where nothing fits, the keys of any tenant keep a selection from asking for one.
    this.focus = within.length > 0 ? within : ruleSet.targets;
    const scopes = this.focus.map(({ scope }) => scope);
    this.#scopes = scopes.length > 0 ? scopes : [{ channel: "email" }];
    this.#pools = new Map(
      [...pools].filter(([, { field }]) => isAbsent(fieldReader(field)(fixed))),
    );
    this.#fixed = fixed;
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

  /** The drafts that are one step plainer: a field fewer, a value nearer the first, the first scope. */
  *plainerThan({ scope, choices }: Draft): IterableIterator<Draft> {
    for (const key of choices.keys()) {
      yield { scope, choices: new Map([...choices].filter(([other]) => other !== key)) };
    }
    for (const [key, choice] of choices) {
      for (let plainer = 0; plainer < choice; plainer++) {
        yield { scope, choices: new Map(choices).set(key, plainer) };
      }
    }
    if (scope > 0) yield { scope: 0, choices };
  }
}

/** A draft with another value in one field; `undefined` leaves the field out. */
export function withChoice(draft: Draft, key: string, choice: number | undefined): Draft {
  const choices = new Map(draft.choices);
  if (choice === undefined) choices.delete(key);
  else choices.set(key, choice);
  return { ...draft, choices };
}
