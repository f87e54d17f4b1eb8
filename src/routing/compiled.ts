import { refOf } from "../conditions/integration-ref.js";
import type { Issue } from "../conditions/issue.js";
import { parseWithProfile } from "../conditions/parse-conditions.js";
import type { ParseProfile } from "../conditions/parse-options.js";
import { hasCondition, type Tree } from "../conditions/tree.js";
import { compileTree, type Predicate } from "../evaluate/predicate.js";
import type { IntegrationLike, IntegrationRef } from "../integration.js";
import type { OnIssue } from "./options.js";

/** An integration's conditions, as far as a selection is concerned. */
export type Compiled =
  | { readonly kind: "unconditional" }
  | { readonly kind: "conditional"; readonly tree: Tree; readonly passes: Predicate }
  | {
      readonly kind: "invalid";
      /** They do not say yet which record they are in. */
      readonly issues: readonly Issue[];
    };

/** Compiles the conditions of the record at a place in the list. */
export type CompileRecord = (integration: IntegrationLike, index: number) => Compiled;

const UNCONDITIONAL: Compiled = { kind: "unconditional" };

/** Compiles every record anew, for lists that stay. */
export function compileAnew(profile: ParseProfile): CompileRecord {
  return (integration) => compileRecord(integration, profile);
}

/** What was made of a `conditions` array under one set of options. */
interface Remembered {
  readonly compiled: Compiled;
  /** The records that somebody has heard of, so that nobody hears of one for every message. */
  readonly reported: WeakSet<object>;
}

/** Keyed by identity: an array that is changed in place keeps what was first made of it. */
const memory = new WeakMap<object, Map<string, Remembered>>();

/** Compiles a `conditions` array once for as long as it lives, for lists that come fresh. */
export function compileOnce(profile: ParseProfile, onIssue: OnIssue | undefined): CompileRecord {
  return (integration, index) => {
    const { compiled, reported } = recall(integration, profile);
    if (compiled.kind === "invalid" && onIssue !== undefined && !reported.has(integration)) {
      reported.add(integration);
      report(nameRecord(compiled.issues, refOf(integration, index)), onIssue);
    }
    return compiled;
  };
}

function recall(integration: IntegrationLike, profile: ParseProfile): Remembered {
  const key = identityOf(integration);
  if (key === undefined) return remember(integration, profile);
  const byProfile = memory.get(key) ?? new Map<string, Remembered>();
  const known = byProfile.get(profile.key);
  if (known !== undefined) return known;
  const remembered = remember(integration, profile);
  memory.set(key, byProfile.set(profile.key, remembered));
  return remembered;
}

function remember(integration: IntegrationLike, profile: ParseProfile): Remembered {
  return { compiled: compileRecord(integration, profile), reported: new WeakSet() };
}

/** What a record's conditions are remembered by; nothing where they are no object. */
function identityOf(integration: IntegrationLike): object | undefined {
  try {
    const { conditions } = integration;
    return typeof conditions === "object" && conditions !== null ? conditions : undefined;
  } catch {
    return undefined;
  }
}

function compileRecord(integration: IntegrationLike, profile: ParseProfile): Compiled {
  const { tree, issues } = parseWithProfile(() => integration.conditions, profile);
  if (tree === undefined) return { kind: "invalid", issues };
  if (!hasCondition(tree)) return UNCONDITIONAL;
  return { kind: "conditional", tree, passes: compileTree(tree) };
}

/** Says of issues which record they are in. */
export function nameRecord(
  issues: readonly Issue[],
  integration: IntegrationRef,
): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, integration }));
}

/** Tells whoever listens that a record is set aside. */
export function report(issues: readonly Issue[], onIssue: OnIssue): void {
  const [first] = issues;
  if (first !== undefined) onIssue(first, issues);
}
