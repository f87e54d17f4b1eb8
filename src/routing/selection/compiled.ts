import type { Dialect, Syntax } from "../../conditions/dialect.js";
import { FieldTable } from "../../conditions/reading/field-table.js";
import {
  type ParseOptions,
  type ParseProfile,
  resolveParseOptions,
} from "../../conditions/reading/parse-options.js";
import { resolveDialect, type SemanticsOption } from "../../conditions/semantics.js";
import { parseTargeting, readTargeting, type Targeting } from "../../conditions/targeting.js";
import type { ConditionContext } from "../../context.js";
import { compileGuarded, type Test } from "../../evaluate/closures/guarded.js";
import {
  type CodeGenerator,
  type Compile,
  type CompileOptions,
  makeTest,
  readsClock,
  resolveCodegen,
} from "../../evaluate/predicate.js";
import type { IntegrationLike } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import type { Issue } from "../../issues/issue.js";
import type { OnIssue } from "../../issues/on-issue.js";
import { nameRecord, report } from "../../issues/record-issues.js";
import type { Evaluable } from "../../tree/opaque.js";
import type { Tree } from "../../tree/tree.js";
import { hasCondition } from "../../tree/walk.js";

/** Conditions that are tested in a context. */
export class Conditional {
  readonly kind = "conditional";
  readonly evaluable: Evaluable;
  readonly #settings: TestSettings;
  /** Whether the clock is to be read for them. */
  readonly usesClock: boolean;
  #isKnown = false;
  #test: Test | undefined;

  constructor(evaluable: Evaluable, settings: TestSettings) {
    this.evaluable = evaluable;
    this.usesClock = readsClock(evaluable);
    this.#settings = settings;
  }

  /**
   * Their tree, for those who look into it: they are asked about nothing but the standard semantics.
   *
   * @throws Error where another semantics decides
   */
  get tree(): Tree {
    if (this.evaluable.kind !== "opaque") return this.evaluable;
    throw new Error("these conditions have no tree: another semantics decides them");
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
      return makeTest(this.evaluable, undefined, compileGuarded).test(context, now);
    }
    const { codegen, compile } = this.#settings;
    this.#test = makeTest(this.evaluable, codegen, compile).test;
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

/** How a test is made that is kept. */
interface TestSettings {
  readonly codegen: CodeGenerator | undefined;
  readonly compile: Compile;
}

/** What shapes what conditions are compiled to. */
export interface CompileSettings extends TestSettings {
  readonly dialect: Dialect;
  readonly profile: ParseProfile;
}

/**
 * @param compile - how conditions are compiled that are asked about more than once
 * @throws TypeError on an option that is none
 */
export function resolveCompileSettings(
  options: (ParseOptions & SemanticsOption & CompileOptions) | undefined,
  compile: Compile,
): CompileSettings {
  return {
    dialect: resolveDialect(options),
    profile: resolveParseOptions(options),
    codegen: resolveCodegen(options),
    compile,
  };
}

const UNCONDITIONAL: Compiled = { kind: "unconditional" };

/** Parses every record anew, for lists that stay. */
export function compileAnew(settings: CompileSettings): CompileRecord {
  const fields = new FieldTable();
  return (integration) => compileTargeting(readTargeting(integration), settings, fields);
}

/** What was made of conditions or rules under one set of options. */
interface Remembered {
  readonly compiled: Compiled;
  /** The same object means one thing as conditions and another as rules. */
  readonly syntax: Syntax;
  readonly settings: CompileSettings;
  /** The records that somebody has heard of, so that nobody hears of one for every message. */
  reported?: WeakSet<object>;
  /** What was made of it under other options, which is rare. */
  readonly next: Remembered | undefined;
}

/** Keyed by identity: conditions that are changed in place keep what was first made of them. */
const memory = new WeakMap<object, Remembered>();

/** Compiles conditions or rules once for as long as they live, for lists that come fresh. */
export function compileOnce(
  settings: CompileSettings,
  onIssue: OnIssue | undefined,
): CompileRecord {
  const fields = new FieldTable();
  return (integration, index) => {
    const remembered = recall(integration, settings, fields);
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

function recall(
  integration: IntegrationLike,
  settings: CompileSettings,
  fields: FieldTable,
): Remembered {
  const targeting = readTargeting(integration);
  const { syntax, raw } = targeting;
  // What is no object has no identity to be remembered by.
  const identity = typeof raw === "object" && raw !== null ? raw : undefined;
  const known = identity && memory.get(identity);
  for (let entry = known; entry !== undefined; entry = entry.next) {
    if (entry.syntax === syntax && compileAlike(entry.settings, settings)) return entry;
  }
  const compiled = compileTargeting(targeting, settings, fields);
  const remembered: Remembered = { compiled, syntax, settings, next: known };
  if (identity !== undefined) memory.set(identity, remembered);
  return remembered;
}

/** Whether the same is made of the same conditions under both. */
function compileAlike(a: CompileSettings, b: CompileSettings): boolean {
  return a.profile.key === b.profile.key && a.dialect === b.dialect && a.codegen === b.codegen;
}

function compileTargeting(
  targeting: Targeting,
  settings: CompileSettings,
  fields: FieldTable,
): Compiled {
  const { tree, issues } = parseTargeting(targeting, settings.dialect, settings.profile, fields);
  if (tree === undefined) return { kind: "invalid", issues };
  // Rules make a record conditional even where they pass always.
  const isConditional =
    targeting.syntax === "rules" || tree.kind === "opaque" || hasCondition(tree);
  return isConditional ? new Conditional(tree, settings) : UNCONDITIONAL;
}
