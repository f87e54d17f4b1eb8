import type { Syntax } from "../../conditions/parsers.js";
import { FieldTable } from "../../conditions/reading/field-table.js";
import {
  type ParseOptions,
  type ParseProfile,
  resolveParseOptions,
} from "../../conditions/reading/parse-options.js";
import { parseTargeting, readTargeting, type Targeting } from "../../conditions/targeting.js";
import type { ConditionContext } from "../../context.js";
import { usesClock } from "../../evaluate/clock.js";
import { compileGuarded, type Test } from "../../evaluate/closures/guarded.js";
import { type CompileOptions, makeTest } from "../../evaluate/predicate.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import type { Issue } from "../../issues/issue.js";
import { hasCondition, type Tree } from "../../tree/tree.js";
import type { OnIssue } from "../options.js";

/** Conditions that are tested in a context. */
export class Conditional {
  readonly kind = "conditional";
  readonly tree: Tree;
  readonly #codegen: boolean;
  /** Whether the clock is to be read for them. */
  readonly usesClock: boolean;
  #isKnown = false;
  #test: Test | undefined;

  constructor(tree: Tree, codegen: boolean) {
    this.tree = tree;
    this.usesClock = usesClock(tree);
    this.#codegen = codegen;
  }

  /**
   * Whether they pass. They are compiled to be kept when they are asked a second time: of a hundred
   * thousand integrations behind an index most never are, and those of a list that comes fresh are
   * asked once. What is kept from a list that is gone costs its next collections of garbage dearly.
   *
   * @param now - the clock; anything where they do not use it
   */
  passes(context: ConditionContext, now: number): boolean {
    if (this.#test !== undefined) return this.#test(context, now);
    if (!this.#isKnown) {
      this.#isKnown = true;
      return compileGuarded(this.tree)(context, now);
    }
    this.#test = makeTest(this.tree, { codegen: this.#codegen }).test;
    return this.#test(context, now);
  }
}

/** An integration's conditions or rules, as far as a selection is concerned. */
export type Compiled =
  | { readonly kind: "unconditional" }
  | Conditional
  | {
      readonly kind: "invalid";
      /** They do not say yet which record they are in. */
      readonly issues: readonly Issue[];
    };

/** Parses the conditions or rules of the record at a place in the list. */
export type CompileRecord = (integration: IntegrationLike, index: number) => Compiled;

/** What shapes what is made of conditions. */
export interface Making {
  readonly profile: ParseProfile;
  readonly codegen: boolean;
  /** Equal for options that make the same of the same conditions. */
  readonly key: string;
}

/** @throws TypeError on an option that is none */
export function resolveMaking(options: (ParseOptions & CompileOptions) | undefined): Making {
  const profile = resolveParseOptions(options);
  const codegen = options?.codegen === true;
  return { profile, codegen, key: codegen ? `codegen ${profile.key}` : profile.key };
}

const UNCONDITIONAL: Compiled = { kind: "unconditional" };

/** Parses every record anew, for lists that stay. */
export function compileAnew(making: Making): CompileRecord {
  const fields = new FieldTable();
  return (integration) => compileTargeting(readTargeting(integration), making, fields);
}

/** What was made of conditions or rules under one set of options. */
interface Remembered {
  readonly compiled: Compiled;
  /** The same object means one thing as conditions and another as rules. */
  readonly syntax: Syntax;
  /** Equal for options that make the same. */
  readonly making: string;
  /** The records that somebody has heard of, so that nobody hears of one for every message. */
  reported?: WeakSet<object>;
  /** What was made of it under other options, which is rare. */
  readonly next: Remembered | undefined;
}

/** Keyed by identity: conditions that are changed in place keep what was first made of them. */
const memory = new WeakMap<object, Remembered>();

/** Compiles conditions or rules once for as long as they live, for lists that come fresh. */
export function compileOnce(making: Making, onIssue: OnIssue | undefined): CompileRecord {
  const fields = new FieldTable();
  return (integration, index) => {
    const remembered = recall(integration, making, fields);
    const { compiled } = remembered;
    if (compiled.kind === "invalid" && onIssue !== undefined) {
      remembered.reported ??= new WeakSet();
      if (!remembered.reported.has(integration)) {
        remembered.reported.add(integration);
        report(nameRecord(compiled.issues, refOf(integration, index)), onIssue);
      }
    }
    return compiled;
  };
}

function recall(integration: IntegrationLike, making: Making, fields: FieldTable): Remembered {
  const { key } = making;
  const targeting = readTargeting(integration);
  const { syntax, raw } = targeting;
  // What is no object has no identity to be remembered by.
  const identity = typeof raw === "object" && raw !== null ? raw : undefined;
  const known = identity && memory.get(identity);
  for (let entry = known; entry !== undefined; entry = entry.next) {
    if (entry.making === key && entry.syntax === syntax) return entry;
  }
  const compiled = compileTargeting(targeting, making, fields);
  const remembered: Remembered = { compiled, syntax, making: key, next: known };
  if (identity !== undefined) memory.set(identity, remembered);
  return remembered;
}

function compileTargeting(
  targeting: Targeting,
  { profile, codegen }: Making,
  fields: FieldTable,
): Compiled {
  const { tree, issues } = parseTargeting(targeting, profile, fields);
  if (tree === undefined) return { kind: "invalid", issues };
  // Rules make a record conditional even where they pass always.
  const isConditional = targeting.syntax === "rules" || hasCondition(tree);
  return isConditional ? new Conditional(tree, codegen) : UNCONDITIONAL;
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
