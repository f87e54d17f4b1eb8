import { NodeCount } from "../../conditions/reading/node-count.js";
import type { ParseProfile } from "../../conditions/reading/parse-options.js";
import { type ParseResult, resultOf } from "../../conditions/reading/parse-result.js";
import { IssueLog } from "../../issues/issue-log.js";
import { FAILS } from "../../tree/combine-trees.js";
import { type ForeignNode, PASSES, type Tree } from "../../tree/tree.js";
import { isAbsent, isList } from "../../values/kinds.js";
import { compareBy } from "./condition-operators.js";
import { compileFilled } from "./fill.js";
import { propertyOf, readLoosely } from "./get.js";
import { holdsCondition, isGroup } from "./holds-condition.js";

/**
 * Parses `conditions` as Novu evaluates them. What is malformed is false and no issue: Novu evaluates
 * it too. Only what cannot be read at all, and what is more than the limit, is one.
 */
export function parseNovuConditions(raw: unknown, profile: ParseProfile): ParseResult {
  const log = new IssueLog("conditions");
  return resultOf(log, () => parseList(raw, profile, log));
}

function parseList(raw: unknown, { limits }: ParseProfile, log: IssueLog): Tree | undefined {
  if (isAbsent(raw)) return PASSES;
  if (!isList(raw)) return NEVER;
  if (raw.length === 0) return PASSES;
  const count = new NodeCount(limits.nodes, "groups and conditions", log);
  const groups: Tree[] = [];
  for (let index = 0; index < raw.length; index++) {
    log.enter(index);
    if (!count.add()) return undefined;
    const group = parseGroup(raw[index], count, log);
    if (group === undefined) return undefined;
    groups.push(group);
    log.leave();
  }
  return joined("or", groups);
}

/** What is neither `undefined` nor `null` has no children, or has some. */
function parseGroup(group: unknown, count: NodeCount, log: IssueLog): Tree | undefined {
  if (isAbsent(group)) return NEVER;
  const children = propertyOf(group, "children");
  if (!isList(children)) {
    return isAbsent(children) || !propertyOf(children, "length") ? PASSES : NEVER;
  }
  if (children.length === 0) return PASSES;
  log.enter("children");
  const members: Tree[] = [];
  for (let index = 0; index < children.length; index++) {
    log.enter(index);
    if (!count.add()) return undefined;
    members.push(parseChild(children[index]));
    log.leave();
  }
  log.leave();
  return joinedBy(propertyOf(group, "value"), members);
}

/** A group with one child is that child, whatever its `value`. */
function joinedBy(value: unknown, members: readonly Tree[]): Tree {
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return only;
  if (value === "AND") return joined("and", members);
  if (value === "OR") return joined("or", members);
  return { kind: "and", children: [...members, FAILS] };
}

function joined(kind: "and" | "or", children: readonly Tree[]): Tree {
  const [only, ...others] = children;
  return only !== undefined && others.length === 0 ? only : { kind, children };
}

/**
 * Novu does not look into a group inside a group: it fails and is no condition, so that a record
 * without another is unconditional.
 */
function parseChild(child: unknown): Tree {
  if (isGroup(child)) return holdsCondition(child) ? NEVER : FAILS;
  if (isAbsent(child)) return NEVER;
  return compileCondition(
    propertyOf(child, "on"),
    propertyOf(child, "field"),
    propertyOf(child, "operator"),
    propertyOf(child, "value"),
  );
}

function compileCondition(
  on: unknown,
  field: unknown,
  operator: unknown,
  value: unknown,
): ForeignNode {
  const about = { on: textOf(on), field: textOf(field), operator: textOf(operator) };
  const path = `${about.on}.${about.field}`;
  const fill = compileFilled(value);
  const passes = (context: object): boolean => {
    try {
      return compareBy(operator, readLoosely(context, path), fill(context));
    } catch {
      return false;
    }
  };
  return {
    kind: "foreign",
    usesClock: false,
    passes,
    inspect: (context) => ({
      kind: "condition",
      passed: passes(context),
      ...about,
      expected: operator === "IS_DEFINED" ? undefined : attempt(() => fill(context)),
      actual: attempt(() => readLoosely(context, path)),
    }),
  };
}

/** What is no text is read as JavaScript would put it into one. */
function textOf(name: unknown): string {
  return typeof name === "string" ? name : (attempt(() => `${name}`) ?? "");
}

function attempt<V>(read: () => V): V | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Conditions that no context meets. */
const NEVER: ForeignNode = {
  kind: "foreign",
  usesClock: false,
  passes: () => false,
  inspect: () => ({ kind: "constant", passed: false }),
};
