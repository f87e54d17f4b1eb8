import { type AnalysisOptions, findContext } from "../find-context.js";
import type { Ask } from "./reach.js";

/** One solver for all the questions of an analysis. */
export function makeAsk(options: AnalysisOptions): Ask {
  return (tree) => findContext(tree, options);
}
