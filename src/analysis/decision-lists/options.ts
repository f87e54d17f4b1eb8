import type { IntegrationLike } from "../../integration.js";
import type { SelectOptions } from "../../routing/selection/select-options.js";
import type { AnalysisOptions } from "../solver/solver.js";

/** The options of a selection that change which integration it selects. */
type RoutingOptions<T> = Pick<
  SelectOptions<T>,
  "sources" | "limits" | "scope" | "fallback" | "onInvalid" | "exclude"
>;

/**
 * Options of an analysis of a list: how the list is selected from, and how much may be spent on an
 * answer.
 */
export interface RoutingAnalysisOptions<T extends IntegrationLike = IntegrationLike>
  extends RoutingOptions<T>,
    AnalysisOptions {
  /** Only the standard semantics can be analysed; another is refused. */
  readonly semantics?: undefined;
  /**
   * Looks at contexts that give a `providerId` as well. Without it, contexts name a channel or kind
   * and the tenant, and leave the choice to the list.
   */
  readonly providers?: boolean | undefined;
}
