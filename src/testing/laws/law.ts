import {
  assert,
  defaultReportMessage,
  type IProperty,
  type Parameters,
  property,
  type RunDetails,
  stringify,
} from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { formatExplanation } from "../../routing/explain/format-explanation.js";
import { shortNameOf } from "../../routing/explain/format-ref.js";
import { ContextMaker, type ContextOptions } from "../contexts/context-maker.js";
import type { Draft } from "../contexts/draft.js";
import { DraftArbitrary } from "../contexts/draft-arbitrary.js";
import { readRuleSet } from "../contexts/rule-set.js";
import { chance } from "../random.js";
import { LawError } from "./law-error.js";

/** How a law is run: fast-check's own parameters, and how contexts are made for the list. */
export interface LawParameters<T>
  extends Parameters<[context: SelectionContext]>,
    Omit<ContextOptions<T>, "scope"> {}

/** The property that a law asserts, for a runner of one's own. */
export type LawProperty = IProperty<[context: SelectionContext]>;

/** A law about what each context selects. */
export interface SelectionLaw<T> {
  readonly name: string;
  /** The contexts that it is about; any without it. */
  readonly appliesTo?: ((context: SelectionContext) => boolean) | undefined;
  /** What is wrong with a selection, said of the name of what was selected; `undefined` if nothing. */
  problem(selected: T | undefined, name: string, context: SelectionContext): string | undefined;
}

/** How many drafts are drawn for one that the law is about. */
const MOST_DRAWS = 10;

/** The property of a law over a list. */
export function lawProperty<T extends IntegrationLike>(
  integrations: readonly T[],
  law: SelectionLaw<T>,
  options: ContextOptions<T>,
): LawProperty {
  const ruleSet = readRuleSet(integrations, options.selection);
  const maker = new ContextMaker(ruleSet, options);
  const { appliesTo = () => true } = law;
  const drafts = new DraftArbitrary(maker, (random) => {
    let draft: Draft = maker.draw(random);
    for (let drawn = 1; drawn < MOST_DRAWS && !appliesTo(maker.contextOf(draft)); drawn++) {
      draft = maker.draw(random);
    }
    // What the law is about, in the hands of an integration that may not be meant for it.
    const turned = maker.turn(draft, random);
    return appliesTo(maker.contextOf(turned)) && chance(50, random) ? turned : draft;
  });
  const contexts = drafts.map((draft) => maker.contextOf(draft));
  return property(contexts, (context) => {
    if (!appliesTo(context)) return;
    const selected = ruleSet.router.select(context);
    const ref = selected && refOf(selected, integrations.indexOf(selected));
    const problem = law.problem(selected, ref ? shortNameOf(ref) : "nothing", context);
    if (problem === undefined) return;
    const message = [
      `${law.name}: ${problem}`,
      `context: ${stringify(context)}`,
      formatExplanation(ruleSet.router.explain(context)),
    ].join("\n\n");
    throw new LawError(message, { law: law.name, context, integrations: ref ? [ref] : [] });
  });
}

/** Asserts the property of a law, and reports in the law's own words. */
export function assertLaw<T>(law: LawProperty, parameters: LawParameters<T>): void {
  const { selection: _, values: __, now: ___, ...forFastCheck } = parameters;
  assert(law, { reporter: reportLaw, ...forFastCheck });
}

function reportLaw(run: RunDetails<[context: SelectionContext]>): void {
  if (!run.failed) return;
  const { errorInstance: error, seed, counterexamplePath: path } = run;
  if (!(error instanceof LawError)) {
    throw new Error(defaultReportMessage(run) ?? "", { cause: error });
  }
  const again = stringify({ seed, path, endOnFailure: true });
  throw new LawError(`${error.message}\n\nTo run this case again: ${again}`, error);
}
