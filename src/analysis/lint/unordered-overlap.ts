import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { getOrMake } from "../../util/get-or-make.js";
import { areApart, type Requirements, Separation } from "../decision-lists/apart.js";
import type { Rule } from "../decision-lists/decision-list.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { Route } from "../decision-lists/routes.js";
import { withKeys } from "../decision-lists/scopes.js";
import { type LintRun, namesOf } from "./run.js";
import { findShared } from "./shared-context.js";

/** A conditional integration in a decision list. */
interface Entry<T extends IntegrationLike> {
  readonly rule: Rule<T>;
  readonly candidate: Candidate<T>;
  readonly requirements: Requirements;
}

/** What an integration shares contexts with that goes first by its age or place alone. */
interface Overlaps<T extends IntegrationLike> {
  readonly shared: Map<Candidate<T>, SelectionContext>;
  readonly open: Map<Candidate<T>, string>;
}

/**
 * Tells of integrations that match the same contexts and of which neither priority nor primary says
 * which goes first. Contexts in which a field holds a list do not count: two conditions on a plan
 * would then always overlap, for a subscriber of both plans.
 */
export function checkOverlaps<T extends IntegrationLike>(run: LintRun<T>): void {
  const separation = new Separation();
  const found = new Map<Candidate<T>, Overlaps<T>>();
  for (const route of run.routes) {
    const entries = entriesOf(route, run, separation);
    for (const [at, later] of entries.entries()) {
      const overlaps = getOrMake(found, later.candidate, makeOverlaps<T>);
      for (let before = at - 1; before >= 0; before--) {
        const earlier = entries[before];
        if (earlier === undefined || !isTie(earlier.candidate, later.candidate)) break;
        compare(earlier, later, route, run, overlaps);
      }
    }
  }
  for (const [candidate, overlaps] of found) tellOf(candidate, overlaps, run);
}

function compare<T extends IntegrationLike>(
  earlier: Entry<T>,
  later: Entry<T>,
  { keys }: Route<T>,
  { questions }: LintRun<T>,
  { shared, open }: Overlaps<T>,
): void {
  const { candidate } = earlier;
  if (shared.has(candidate) || areApart(earlier.requirements, later.requirements)) return;
  const answer = findShared(earlier.rule, later.rule, questions);
  if (answer.verdict === "found") shared.set(candidate, withKeys(keys, answer.context));
  if (answer.verdict === "unknown") open.set(candidate, answer.because);
}

function tellOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  { shared, open }: Overlaps<T>,
  run: LintRun<T>,
): void {
  const integration = refTo(candidate);
  const [first] = shared;
  if (first !== undefined) {
    const [nearest, context] = first;
    const related = [...shared.keys()].map(refTo);
    const by = nearest.createdAt === candidate.createdAt ? "its place in the list" : "createdAt";
    const message = `matches what ${namesOf(related)} ${related.length === 1 ? "matches" : "match"}, too, and goes after it by ${by} alone; a priority would say which goes first`;
    run.tell("unordered-overlap", integration, { message, related, context });
  }
  for (const [other, because] of open) {
    if (shared.has(other)) continue;
    run.leaveOpen("unordered-overlap", integration, because, { related: [refTo(other)] });
  }
}

/** Those that can be selected at all, in order: of the others that is told. */
function entriesOf<T extends IntegrationLike>(
  { list }: Route<T>,
  { reachability }: LintRun<T>,
  separation: Separation,
): readonly Entry<T>[] {
  return list.rules.flatMap((rule) => {
    const { candidate, tree, reason } = rule;
    if (candidate === undefined || reason !== "targeting-match") return [];
    const verdict = reachability.get(candidate)?.verdict;
    if (verdict === undefined || verdict === "never") return [];
    return [{ rule, candidate, requirements: separation.of(tree) }];
  });
}

function isTie<T extends IntegrationLike>(a: Candidate<T>, b: Candidate<T>): boolean {
  return a.priority === b.priority && a.primary === b.primary;
}

function makeOverlaps<T extends IntegrationLike>(): Overlaps<T> {
  return { shared: new Map(), open: new Map() };
}
