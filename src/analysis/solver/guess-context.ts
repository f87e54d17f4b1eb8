import type { ConditionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import { fieldsReadBy } from "../../tree/fields-read.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { visit } from "../../tree/visit.js";
import { conditionsOf } from "../../tree/walk.js";
import type { Budget } from "../budget.js";
import { atomOf } from "../formula/atom-of.js";
import { type FieldPath, pathOf } from "../formula/field-path.js";
import { sizeOfTree } from "../formula/size.js";
import { buildContext } from "./build-context.js";

/** Values that compare with one another in every way: equal, before, after, one of, both of. */
const USUAL: readonly unknown[] = [
  undefined,
  "x",
  1,
  2,
  "2026-01-01",
  "2026-01-02",
  true,
  false,
  "",
  0,
  "y",
  ["x"],
  [1],
  [1, 2],
  ["2026-01-01", "2026-01-02"],
  {},
];

/** A step of building or judging a context takes as long as so many tests of values. */
const TRY_STEPS = 8;

const STARTS = 4;
const MOST_SWEEPS = 6;

/**
 * Looks for a context that passes conditions which compare fields with one another, by trying: from
 * each of a few starts one field after the other is given the value that brings the conditions
 * closest to passing. It finds what is easy to find; that it finds nothing says nothing.
 *
 * @param now - the time that the clock is set to, where it is looked at
 * @param budget - for every context that is tried
 */
export function guessContext(
  tree: Tree,
  now: Date | undefined,
  budget: Budget,
): ConditionContext | undefined {
  const conditions = conditionsOf(tree);
  const paths = new Map<string, FieldPath>();
  for (const path of conditions.flatMap(fieldsReadBy).map(pathOf)) paths.set(path.key, path);
  const candidates = candidatesFor(conditions, now);
  const size =
    sizeOfTree(tree) + [...paths.values()].reduce((sum, { steps }) => sum + steps.length, 0);
  const score = scorer(tree);
  const fixed = now === undefined ? [] : [{ path: NOW, content: { value: now } }];
  for (let start = 0; start < STARTS; start++) {
    const values = new Map<string, unknown>();
    [...paths.keys()].forEach((key, index) => {
      values.set(key, start === 0 ? undefined : USUAL[(start * (index + 1)) % USUAL.length]);
    });
    const build = (): ConditionContext => {
      budget.spend(size * TRY_STEPS);
      const placed = [...paths].map(([key, path]) => ({
        path,
        content: { value: values.get(key) },
      }));
      return buildContext([...placed, ...fixed]);
    };
    let best = score(build());
    for (let sweep = 0; best < 1 && sweep < MOST_SWEEPS; sweep++) {
      const before = best;
      for (const key of paths.keys()) {
        let kept = values.get(key);
        for (const value of candidates) {
          values.set(key, value);
          const reached = score(build());
          if (reached <= best) continue;
          best = reached;
          kept = value;
        }
        values.set(key, kept);
      }
      if (best === before) break;
    }
    const context = build();
    if (compileTree(tree)(context)) return context;
  }
  return undefined;
}

const NOW: FieldPath = { key: '["now"]', steps: ["now"] };

function candidatesFor(
  conditions: readonly ConditionNode[],
  now: Date | undefined,
): readonly unknown[] {
  const own = new Set<unknown>();
  for (const condition of conditions) {
    const { atom } = atomOf(condition);
    for (const constant of atom.constants) own.add(constant);
    for (const text of atom.texts) own.add(text);
    for (const point of atom.points) for (const near of [-2, -1, 0, 1, 2]) own.add(point + near);
  }
  return [...USUAL, ...own, ...(now === undefined ? [] : [now])];
}

/** How much of a tree passes, from 0 to 1, which is all of it. */
function scorer(whole: Tree): (context: ConditionContext) => number {
  const tests = new Map<Tree, Predicate>();
  const score = (tree: Tree, wanted: boolean, context: ConditionContext): number =>
    visit(tree, {
      constant: ({ value }) => (value === wanted ? 1 : 0),
      condition(condition) {
        const test = tests.get(condition) ?? compileTree(condition);
        tests.set(condition, test);
        return test(context) === wanted ? 1 : 0;
      },
      not: ({ child }) => score(child, !wanted, context),
      group({ kind, children }) {
        const scores = children.map((child) => score(child, wanted, context));
        if ((kind === "or") === wanted) return Math.max(...scores);
        return scores.reduce((sum, one) => sum + one, 0) / scores.length;
      },
    });
  return (context) => score(whole, true, context);
}
