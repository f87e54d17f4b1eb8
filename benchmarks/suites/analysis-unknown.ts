import { parseRules } from "integration-router";
import {
  alwaysTrue,
  type Conditions,
  disjoint,
  equivalent,
  implies,
  satisfiable,
} from "integration-router/analysis";
import type { Suite } from "../harness/suite.js";
import { Random } from "../workloads/random.js";
import { drawRules } from "../workloads/rule-sets.js";

const QUESTIONS = { satisfiable, alwaysTrue, implies, equivalent, disjoint } as const;

type Question = keyof typeof QUESTIONS;

interface Input {
  readonly question: Question;
}

interface Output {
  readonly unknown: number;
  /** Why, each reason once. */
  readonly reasons: readonly string[];
}

export interface AnalysisUnknownResult {
  /** How many rule sets, or pairs of them, each question is asked about. */
  readonly sets: number;
  readonly questions: readonly (Output & Input & { readonly share: number })[];
  /** Of all answers. */
  readonly share: number;
}

/** How many answers about random rule sets without references are `unknown`. */
export const analysisUnknown: Suite<Input, Output, AnalysisUnknownResult> = {
  about: "answers about random rule sets that stay unknown",
  plan: () =>
    (["satisfiable", "alwaysTrue", "implies", "equivalent", "disjoint"] as const).map(
      (question) => ({ question }),
    ),
  label: ({ question }) => question,
  job({ question }, { analysisSets }) {
    const random = new Random("analysis");
    const reasons: string[] = [];
    for (let set = 0; set < analysisSets; set++) {
      const answer = ask(question, parse(drawRules(random)), parse(drawRules(random)));
      if (answer.verdict === "unknown") reasons.push(answer.because);
    }
    return { unknown: reasons.length, reasons: [...new Set(reasons)] };
  },
  summarize(done, { analysisSets: sets }) {
    const questions = done.map(({ input, output }) => ({
      ...input,
      ...output,
      share: output.unknown / sets,
    }));
    const share = questions.reduce((sum, each) => sum + each.share, 0) / questions.length;
    return { sets, questions, share };
  },
};

function parse(rules: object): Conditions {
  const { tree, issues } = parseRules(rules);
  if (tree === undefined) throw new TypeError(`drawn rules have issues: ${JSON.stringify(issues)}`);
  return tree;
}

function ask(question: Question, a: Conditions, b: Conditions) {
  return question === "satisfiable" || question === "alwaysTrue"
    ? QUESTIONS[question](a)
    : QUESTIONS[question](a, b);
}
