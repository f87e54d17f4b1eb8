import type { IntegrationLike } from "../../integration.js";
import { type Conjunction, conjunctionsOf } from "../../tree/requirements/conjunctions.js";
import { type Dimension, Dimensions, type Requirement } from "../../tree/requirements/dimension.js";
import { getOrMake } from "../../util/get-or-make.js";
import { elementOf, isList } from "../../values/kinds.js";
import type { Candidate } from "../selection/candidate.js";
import type { Compiled, Conditional } from "../selection/compiled.js";
import { needsPrimary } from "../selection/selection-rules.js";
import { type BitmapFilter, makeBitmapFilter } from "./bitmap-filter.js";
import type { Merge } from "./merge.js";
import { type Postings, PostingsBuilder } from "./postings.js";
import type { Table, TableBuilder } from "./table.js";
import { makeTableBuilder } from "./table-builder.js";

/** Fewer conditional integrations than this are tried one by one. */
const SMALL = 32;
/**
 * A requirement that more than this share of values meet finds too many to be looked up by, where
 * bitmaps can narrow the choice down instead.
 */
const HIGHEST_SELECTIVITY = 1 / 64;
/** The same where nothing else narrows it down: a list of half the positions is half a scan. */
const HIGHEST_SELECTIVITY_ALONE = 3 / 4;
/** A list with more elements than this is not looked up element by element. */
const MOST_ELEMENTS = 16;

/**
 * The integrations that one scope lets in, each list in the order of selection, and an index of the
 * conditional ones: for each, one requirement that few values meet (its access predicate) is looked
 * up by value; those without one stand in a list of their own.
 */
export class Partition<T extends IntegrationLike> {
  readonly conditional: readonly Candidate<T>[];
  /** The conditions of each conditional one, at the same positions. */
  readonly conditions: readonly Conditional[];
  /** The unconditional ones that may be a default. */
  readonly preferred: readonly Candidate<T>[];
  /** The unconditional ones that may be a default only where any may. */
  readonly spares: readonly Candidate<T>[];
  readonly invalid: readonly Candidate<T>[];
  readonly #index: ConditionIndex | undefined;

  /** @param candidates - in the order of selection */
  constructor(candidates: readonly Candidate<T>[]) {
    this.conditional = ofKind(candidates, "conditional");
    this.conditions = this.conditional.map(({ conditions }) => conditions).filter(isConditional);
    const unconditional = ofKind(candidates, "unconditional");
    this.preferred = unconditional.filter((candidate) => !needsPrimary(candidate));
    this.spares = unconditional.filter(needsPrimary);
    this.invalid = ofKind(candidates, "invalid");
    this.#index = this.conditions.length < SMALL ? undefined : indexConditions(this.conditions);
  }

  /** Whether there is an index: without one every conditional integration has to be tried. */
  get isIndexed(): boolean {
    return this.#index !== undefined;
  }

  /**
   * Opens in a merge the positions, among the conditional ones, of every integration that can pass
   * in a context.
   *
   * @returns false where every one of them can, as far as is known, and nothing was opened
   */
  open(context: object, merge: Merge): boolean {
    if (this.#index === undefined) return false;
    const { tables, others } = this.#index;
    merge.reset();
    for (const { dimension, table } of tables) {
      const value = dimension.valueIn(context);
      if (!isList(value)) table.open(value, context, merge);
      else if (!openElements(value, table, context, merge)) return false;
    }
    others.open(0, context, merge);
    return true;
  }
}

/** @returns false where the elements are too many, or cannot all be read */
function openElements(
  list: readonly unknown[],
  table: Table,
  context: object,
  merge: Merge,
): boolean {
  try {
    if (list.length > MOST_ELEMENTS) return false;
    for (let index = 0; index < list.length; index++) {
      table.open(elementOf(list, index), context, merge);
    }
    return true;
  } catch {
    return false;
  }
}

/** What finds conditional integrations by the context's values. */
interface ConditionIndex {
  readonly tables: readonly OpenableTable[];
  /** The positions that no table finds, in its only list. */
  readonly others: Postings;
}

interface OpenableTable {
  readonly dimension: Dimension;
  readonly table: Table;
}

function isConditional(conditions: Compiled): conditions is Conditional {
  return conditions.kind === "conditional";
}

function ofKind<T extends IntegrationLike>(
  candidates: readonly Candidate<T>[],
  kind: Candidate<T>["conditions"]["kind"],
): readonly Candidate<T>[] {
  return candidates.filter(({ conditions }) => conditions.kind === kind);
}

/**
 * Two passes: what is required is measured as a whole before any of it is chosen.
 *
 * @returns `undefined` where nothing that is required narrows the choice down
 */
function indexConditions(conditions: readonly Conditional[]): ConditionIndex | undefined {
  const dimensions = new Dimensions();
  const required = conditions.map(({ tree }) => conjunctionsOf(tree, dimensions));
  const builders = measureAll(required);
  const others = new PostingsBuilder();
  for (const [position, conjunctions] of required.entries()) {
    for (const conjunction of conjunctions) {
      if (!addToBest(conjunction, position, builders)) others.add(0, position);
    }
  }
  const makeFilter = (positions: Int32Array): BitmapFilter | undefined =>
    makeBitmapFilter(positions, required);
  const tables: OpenableTable[] = [];
  for (const [dimension, builder] of builders) {
    const table = builder.build(makeFilter);
    if (table !== undefined) tables.push({ dimension, table });
  }
  const unfound = others.build(1, makeFilter);
  return tables.length === 0 && !unfound.isFiltered(0) ? undefined : { tables, others: unfound };
}

type Builders = ReadonlyMap<Dimension, TableBuilder>;

function measureAll(required: readonly (readonly Conjunction[])[]): Builders {
  const builders = new Map<Dimension, TableBuilder>();
  for (const conjunctions of required) {
    for (const conjunction of conjunctions) {
      for (const requirement of conjunction) {
        const { dimension, access } = requirement;
        getOrMake(builders, dimension, () => makeTableBuilder(access)).measure(requirement);
      }
    }
  }
  return builders;
}

/** Adds a position under the requirement that the fewest values meet, where that is few enough. */
function addToBest(conjunction: Conjunction, position: number, builders: Builders): boolean {
  let best: Requirement | undefined;
  const isAlone = conjunction.every(({ access }) => access.kind !== "values");
  let lowest = isAlone ? HIGHEST_SELECTIVITY_ALONE : HIGHEST_SELECTIVITY;
  for (const requirement of conjunction) {
    const selectivity = builders.get(requirement.dimension)?.selectivityOf(requirement) ?? 1;
    if (selectivity > lowest) continue;
    lowest = selectivity;
    best = requirement;
  }
  if (best === undefined) return false;
  builders.get(best.dimension)?.add(best, position);
  return true;
}
