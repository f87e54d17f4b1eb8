export { conditions } from "./arbitraries/conditions.js";
export { context } from "./arbitraries/context.js";
export { integration, integrations } from "./arbitraries/integrations.js";
export type {
  ConditionsOptions,
  IntegrationOptions,
  IntegrationsOptions,
  Tenant,
} from "./arbitraries/options.js";
export { rules } from "./arbitraries/rules.js";
export { contextFor } from "./contexts/context-for.js";
export type { ContextOptions } from "./contexts/context-maker.js";
export type { ValuesByField } from "./fields.js";
export { alwaysSelects, alwaysSelectsProperty } from "./laws/always-selects.js";
export { type ImpliesParameters, implies, impliesProperty } from "./laws/implies.js";
export type { LawParameters, LawProperty } from "./laws/law.js";
export { type Breach, LawError } from "./laws/law-error.js";
export { neverSelects, neverSelectsProperty } from "./laws/never-selects.js";
export { reachable } from "./laws/reachable.js";
