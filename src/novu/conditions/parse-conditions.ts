import { NodeCount } from "../../conditions/reading/node-count.js";
import type { ParseProfile } from "../../conditions/reading/parse-options.js";
import { type ParseResult, resultOf } from "../../conditions/reading/parse-result.js";
import { IssueLog } from "../../issues/issue-log.js";
import type { Evaluable } from "../../tree/opaque.js";
import { PASSES } from "../../tree/tree.js";
import { isAbsent, isList } from "../../values/kinds.js";
import { compareBy } from "./condition-operators.js";
import { compileFilled } from "./fill.js";
import { propertyOf, readLoosely } from "./get.js";
import { holdsCondition, isGroup } from "./holds-condition.js";
import { constantPart, joined, type Part, wholeOf } from "./part.js";

/**
 * Parses `conditions` as Novu evaluates them. What is malformed is false and no issue: Novu evaluates
 * it too. Only what cannot be read at all, and what is more than the limit, is one.
 */
export function parseNovuConditions(raw: unknown, profile: ParseProfile): ParseResult<Evaluable> {
  const log = new IssueLog("conditions");
  return resultOf<Evaluable>(log, () => {
    if (isAbsent(raw)) return PASSES;
    const whole = isList(raw) ? parseList(raw, profile, log) : NEVER;
    return whole && wholeOf(whole);
  });
}

function parseList(
  raw: readonly unknown[],
  { limits }: ParseProfile,
  log: IssueLog,
): Part | undefined {
  if (raw.length === 0) return NOTHING;
  const count = new NodeCount(limits.nodes, "groups and conditions", log);
  const groups: Part[] = [];
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
function parseGroup(group: unknown, count: NodeCount, log: IssueLog): Part | undefined {
  if (isAbsent(group)) return NEVER;
  const children = propertyOf(group, "children");
  if (!isList(children)) {
    return isAbsent(children) || !propertyOf(children, "length") ? NOTHING : NEVER;
  }
  if (children.length === 0) return NOTHING;
  log.enter("children");
  const members: Part[] = [];
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
function joinedBy(value: unknown, members: readonly Part[]): Part {
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return only;
  if (value === "AND") return joined("and", members);
  if (value === "OR") return joined("or", members);
  return joined("and", [...members, FAILS]);
}

/** Novu does not look into a group inside a group. */
function parseChild(child: unknown): Part {
  if (isGroup(child)) return holdsCondition(child) ? NEVER : FAILS;
  if (isAbsent(child)) return NEVER;
  return compileCondition(
    propertyOf(child, "on"),
    propertyOf(child, "field"),
    propertyOf(child, "operator"),
    propertyOf(child, "value"),
  );
}

function compileCondition(on: unknown, field: unknown, operator: unknown, value: unknown): Part {
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
    holdsCondition: true,
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

/** No conditions, which pass always. */
const NOTHING: Part = constantPart(true, false);

/** Conditions that no context meets. */
const NEVER: Part = constantPart(false, true);

/** What does not pass and is no condition: without another the record is unconditional. */
const FAILS: Part = constantPart(false, false);
