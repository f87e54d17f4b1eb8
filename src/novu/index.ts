export { type CompareOptions, compareSemantics } from "./compare/compare-semantics.js";
export type {
  ComparedIntegration,
  ComparedSelection,
  SemanticsComparison,
  SemanticsDifference,
} from "./compare/comparison.js";
export { formatComparison } from "./compare/format-comparison.js";
export type { ComparedPart, PartResult } from "./compare/part.js";
export { novu } from "./novu.js";
