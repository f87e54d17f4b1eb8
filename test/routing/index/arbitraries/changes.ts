import fc from "fast-check";
import { Dice } from "./dice.js";
import { type Population, populationOf } from "./population.js";

/** What is to change in a list, of records that may be anything. */
export interface RawChange {
  readonly upsert: readonly unknown[];
  readonly remove: readonly unknown[];
}

/** A list, the calls made on it, and what becomes of it step by step. */
export interface History extends Population {
  readonly changes: readonly RawChange[];
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(entry: unknown): entry is Fields {
  return typeof entry === "object" && entry !== null;
}

/** How a change is drawn: how much of it there is, and from which throw of the dice. */
const recipe = fc.record({
  seed: fc.noShrink(fc.nat()),
  /** Now and then so much that the changes are no longer kept apart. */
  size: fc.oneof(
    { weight: 6, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: 90 }) },
  ),
});

/** Histories of lists of a size, the later records taken from a second list like the first. */
export function historyOf(size: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<History> {
  const newcomers = populationOf({ minLength: 40, maxLength: 90 });
  const recipes = fc.array(recipe, { minLength: 2, maxLength: 5 });
  return fc
    .tuple(populationOf(size), newcomers, recipes)
    .map(([{ list, requests }, { list: others }, drawn]) => ({
      list,
      requests,
      changes: drawn.map((each) => changeOf(each, list, others)),
    }));
}

function changeOf(
  { seed, size }: { readonly seed: number; readonly size: number },
  list: readonly unknown[],
  others: readonly unknown[],
): RawChange {
  const dice = new Dice(seed);
  const known = list.filter(isRecord).map(({ _id }) => _id);
  const newcomers = others.filter(isRecord);
  const ids = [...new Set(dice.times(size, () => idOf(known, dice)).map(String))];
  // Now and then a change that cannot be made.
  const once = dice.chance(8) ? [...ids, dice.pick(["id-1", "7", ids[0] ?? "p-0"])] : ids;
  const half = dice.below(once.length + 1);
  return {
    upsert: once.slice(half).map((id) => ({
      ...(newcomers.length > 0 ? dice.pick(newcomers) : {}),
      _id: id,
    })),
    remove: once.slice(0, half),
  };
}

/** The id of a record in the list, or of one that may come, or of none at all. */
function idOf(known: readonly unknown[], dice: Dice): unknown {
  if (known.length === 0 || dice.chance(45)) return `new-${dice.below(60)}`;
  const id = dice.pick(known);
  return String(id).startsWith("p-") ? id : `new-${dice.below(60)}`;
}

/** The list after a change; nothing where the change is one that cannot be made. */
export function changedList(
  list: readonly unknown[],
  { upsert, remove }: RawChange,
): readonly unknown[] | undefined {
  const given = [...upsert.map((record) => (record as Fields)["_id"]), ...remove];
  if (upsert.some((record) => ((record as Fields)["_id"] ?? undefined) === undefined)) {
    return undefined;
  }
  const ids = given.map(String);
  if (new Set(ids).size < ids.length) return undefined;
  const idsInList = list.map((entry) => (isRecord(entry) ? entry["_id"] : undefined));
  const timesOf = (id: string): number =>
    idsInList.filter((own) => own !== undefined && own !== null && String(own) === id).length;
  if (ids.some((id) => timesOf(id) > 1)) return undefined;
  const byId = new Map(upsert.map((record) => [String((record as Fields)["_id"]), record]));
  const leaving = new Set(remove.map(String));
  const kept = list.flatMap((entry) => {
    const own = isRecord(entry) ? entry["_id"] : undefined;
    if (own === undefined || own === null) return [entry];
    const id = String(own);
    if (leaving.has(id)) return [];
    const replacement = byId.get(id);
    byId.delete(id);
    return [replacement ?? entry];
  });
  return [...kept, ...byId.values()];
}
