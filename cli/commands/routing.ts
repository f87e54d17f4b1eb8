import {
  createRouter,
  type Integration,
  type Router,
  type SelectionContext,
} from "integration-router";
import { Failure } from "../failure.js";
import { contextDefaults } from "../input/context-defaults.js";
import { type Contexts, openContexts, type PlacedContext } from "../input/contexts.js";
import { type RuleSet, readRuleSet, requireRecords } from "../input/rule-set.js";
import { requireOneStandardInput } from "../input/source.js";
import { type CommonOptions, type PolicyOptions, semanticsOf } from "../options.js";

/** The options of the commands that route contexts. */
export interface RoutingOptions extends CommonOptions, PolicyOptions {
  readonly context: string;
}

/** A file's router, and the contexts to ask it about. */
export interface Routing {
  readonly rules: RuleSet;
  readonly router: Router<Integration>;
  readonly contexts: Contexts;
  /** Asks about a context, in which what the command was narrowed to is filled in. */
  ask<A>(placed: PlacedContext, question: (context: SelectionContext) => A): A;
}

/**
 * Reads the integrations, and opens the contexts.
 *
 * @throws Failure where one of the files is not what it should be
 */
export async function openRouting(file: string, options: RoutingOptions): Promise<Routing> {
  requireOneStandardInput(file, options.context);
  const rules = await readRuleSet(file, options);
  requireRecords(options, rules);
  const contexts = await openContexts(options.context);
  const router = await routerOf(rules, options);
  const fillIn = contextDefaults(options);
  return {
    rules,
    router,
    contexts,
    ask({ context, place }, question) {
      try {
        return question(fillIn(context));
      } catch (error) {
        // The context lacks a key that says which integrations are meant.
        if (error instanceof TypeError) throw new Failure(`${place()}: ${error.message}`);
        throw error;
      }
    },
  };
}

async function routerOf(
  { records }: RuleSet,
  options: RoutingOptions,
): Promise<Router<Integration>> {
  const { fallback, onInvalid, scope } = options;
  const semantics = await semanticsOf(options);
  return createRouter(records, { semantics, fallback, onInvalid, scope });
}
