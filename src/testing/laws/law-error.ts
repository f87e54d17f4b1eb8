import type { SelectionContext } from "../../context.js";
import type { IntegrationRef } from "../../integration.js";

/** What a law was broken by. */
export interface Breach {
  /** The law's name. */
  readonly law: string;
  /** The context that breaks it, shrunk; `undefined` where a law is not about one context. */
  readonly context?: SelectionContext;
  /** The integration that was selected, and those that were not and should have been. */
  readonly integrations: readonly IntegrationRef[];
}

/** A law does not hold of a list; the message says which integration and context show it. */
export class LawError extends Error implements Breach {
  override readonly name = "LawError";
  readonly law: string;
  readonly context?: SelectionContext;
  readonly integrations: readonly IntegrationRef[];

  constructor(message: string, { law, context, integrations }: Breach) {
    super(message);
    this.law = law;
    if (context !== undefined) this.context = context;
    this.integrations = integrations;
  }
}
