export type { AnalysisOptions } from "./find-context.js";
export {
  alwaysTrue,
  type Conditions,
  disjoint,
  equivalent,
  implies,
  type QuestionOptions,
  type Satisfiability,
  satisfiable,
  type Undecided,
  type Verdict,
} from "./questions.js";
