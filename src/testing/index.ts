export { contextFor } from "./context-for.js";
export type { ContextOptions } from "./context-maker.js";
export type { ValuesByField } from "./fields.js";
export { alwaysSelects, alwaysSelectsProperty } from "./laws/always-selects.js";
export { type ImpliesParameters, implies, impliesProperty } from "./laws/implies.js";
export type { LawParameters, LawProperty } from "./laws/law.js";
export { type Breach, LawError } from "./laws/law-error.js";
export { neverSelects, neverSelectsProperty } from "./laws/never-selects.js";
export { reachable } from "./laws/reachable.js";
