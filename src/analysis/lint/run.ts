import { readTargeting } from "../../conditions/targeting.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import type { ContextOrder } from "../../tree/context-order.js";
import type { Tree } from "../../tree/tree.js";
import { type LocatedNode, locate } from "../decision-lists/located-node.js";
import type { RoutingAnalysisOptions } from "../decision-lists/options.js";
import { Queries } from "../decision-lists/queries.js";
import { type AnalysedList, contextOrderOf, readList } from "../decision-lists/read-list.js";
import {
  type Reachability,
  type Route,
  reachabilities,
  routesOf,
} from "../decision-lists/routes.js";
import { DIAGNOSTIC_CODES, type DiagnosticCode } from "./codes.js";
import type { Diagnostic, LintResult, UndecidedCheck } from "./diagnostic.js";

/** What a diagnostic says beside its code, severity and integration. */
export type Details = Pick<Diagnostic, "message"> &
  Partial<Pick<Diagnostic, "path" | "related" | "context" | "issue">>;

/** A record whose conditions are as they should be. */
export interface Conditioned<T extends IntegrationLike> {
  readonly candidate: Candidate<T>;
  readonly tree: Tree;
  /** The same, with where each part of it stands in the record. */
  readonly located: LocatedNode;
}

/** What the checks of one list share: what they ask, and what they tell. */
export class LintRun<T extends IntegrationLike> {
  readonly integrations: readonly T[];
  readonly options: RoutingAnalysisOptions<T>;
  readonly list: AnalysedList<T>;
  readonly queries: Queries;
  /** The records with conditions, those that take no part in a selection among them. */
  readonly conditioned: readonly Conditioned<T>[];
  readonly routes: readonly Route<T>[];
  readonly reachability: ReadonlyMap<Candidate<T>, Reachability<T>>;
  readonly #order: ContextOrder;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #undecided: UndecidedCheck[] = [];

  /** @throws TypeError where the list is none, and on an option that is none */
  constructor(integrations: readonly T[], options: RoutingAnalysisOptions<T>) {
    this.integrations = integrations;
    this.options = options;
    this.list = readList(integrations, options);
    this.#order = contextOrderOf([this.list], options);
    this.queries = new Queries(options, this.list.readsClock);
    this.conditioned = this.list.candidates.flatMap((candidate) => {
      const { conditions, integration } = candidate;
      if (conditions.kind !== "conditional") return [];
      const { tree } = conditions;
      return [{ candidate, tree, located: locate(readTargeting(integration), tree) }];
    });
    this.routes = routesOf(this.list, options.providers === true);
    this.reachability = reachabilities(this.routes, this.queries);
  }

  /** Tells something about an integration. */
  tell(
    code: DiagnosticCode,
    integration: IntegrationRef,
    { path = [], context, ...said }: Details,
  ): void {
    const { severity } = DIAGNOSTIC_CODES[code];
    const shown = context === undefined ? {} : { context: this.#order.sorted(context) };
    this.#diagnostics.push({ code, severity, integration, path, ...said, ...shown });
  }

  /** Notes that a check came to no answer. */
  leaveOpen(
    code: DiagnosticCode,
    integration: IntegrationRef,
    because: string,
    { path = [], ...about }: Partial<Pick<UndecidedCheck, "path" | "related">> = {},
  ): void {
    this.#undecided.push({ code, integration, path, because, ...about });
  }

  result(): LintResult {
    return {
      diagnostics: this.#diagnostics.sort(inOrder),
      undecided: this.#undecided.sort(inOrder),
    };
  }
}

/** One check of a list. */
export type Check = <T extends IntegrationLike>(run: LintRun<T>) => void;

/** Names integrations in a sentence, the first few of many. */
export function namesOf(integrations: readonly IntegrationRef[]): string {
  const names = integrations.map(({ identifier, _id, index }) => identifier ?? _id ?? `#${index}`);
  const shown = names.slice(0, MOST_NAMES);
  const others = names.length - shown.length;
  if (others > 0) return `${shown.join(", ")} and ${others} more`;
  return [...shown.slice(0, -2), shown.slice(-2).join(" and ")].join(", ");
}

const MOST_NAMES = 3;

const POSITIONS = new Map<string, number>(
  Object.keys(DIAGNOSTIC_CODES).map((code, position) => [code, position]),
);

/** Checks tell of one integration's conditions in the order of its record, which sorting keeps. */
function inOrder(a: UndecidedCheck | Diagnostic, b: UndecidedCheck | Diagnostic): number {
  return a.integration.index - b.integration.index || positionOf(a.code) - positionOf(b.code);
}

function positionOf(code: DiagnosticCode): number {
  return POSITIONS.get(code) ?? 0;
}
