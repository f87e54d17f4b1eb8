import fc from "fast-check";
import { type Request, scenario } from "../../../reference/arbitraries/selections.js";
import type { Row } from "../../../reference/selection.js";
import { Dice } from "./dice.js";
import { FIELDS } from "./fields.js";
import { contextNear } from "./near-contexts.js";
import { conditionsOf, type Nature, rulesOf } from "./requirements.js";

/** A list as long as an index is made for, and the calls made on it. */
export interface Population {
  readonly list: readonly unknown[];
  readonly requests: readonly Request[];
}

const nature: fc.Arbitrary<Nature> = fc.record({
  spreads: fc.array(fc.constantFrom(2, 5, 5, 40, 100, 400, 3_000), {
    minLength: FIELDS.length,
    maxLength: FIELDS.length,
  }),
  width: fc.constantFrom(0.002, 0.02, 0.02, 0.5),
  exact: fc.constantFrom(0, 30, 60, 95),
  tangled: fc.constantFrom(0, 20, 60),
});

const LONGEST_SHRUNK = 100;

/** A throw of the dice, which a smaller one would not be simpler than. */
const seed = fc.noShrink(fc.nat());

function isRow(entry: unknown): entry is Row {
  return typeof entry === "object" && entry !== null;
}

/**
 * Populations of a size: a few records of a list give the scoping fields, again and again, and each
 * has conditions and an `_id` of its own. The few records themselves stand among them.
 */
export function populationOf(size: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<Population> {
  const seeds = fc.array(seed, { ...size, size: "max" });
  const parts = fc.tuple(scenario, nature, seeds, seed);
  // Long lists take long to shrink, and what they show a short one mostly shows too.
  return (size.maxLength > LONGEST_SHRUNK ? fc.noShrink(parts) : parts).map(
    ([{ list: few, requests }, of, drawn, thrown]) => {
      const dice = new Dice(thrown);
      // Records that can be selected, so that long lists are not long lists of the inactive.
      const rows = few.filter(isRow).filter(({ active }) => active === true);
      const many = drawn.map((each, place) => citizen(each, place, rows, of));
      const list = mixed(few, many, dice);
      return { list, requests: requests.map((request) => nearby(request, list, dice)) };
    },
  );
}

function citizen(seed: number, place: number, rows: readonly Row[], of: Nature): Row {
  const dice = new Dice(seed);
  const own = {
    _id: `p-${place}`,
    identifier: dice.chance(90) ? `p-${place % 50}` : "one",
    priority: dice.pick([0, 0, 0, 1, -1]),
    conditions: conditionsOf(of, dice),
    rules: dice.chance(25) ? rulesOf(of, dice) : undefined,
  };
  return rows.length === 0 ? own : { ...dice.pick(rows), ...own };
}

/** The few at random places among the many. */
function mixed(few: readonly unknown[], many: readonly unknown[], dice: Dice): readonly unknown[] {
  const list = [...many];
  for (const entry of few) list.splice(dice.below(list.length + 1), 0, entry);
  return list;
}

/** The same request, mostly with data near to what the list's conditions require. */
function nearby(request: Request, list: readonly unknown[], dice: Dice): Request {
  if (dice.chance(15)) return request;
  return { ...request, context: contextNear(list, request.context, dice) };
}
