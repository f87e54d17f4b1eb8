/** Names that results go by, where tables and charts look them up. */
export const HAND_WRITTEN = "hand-written";
export const PARSE_ALONE = "JSON.parse alone";
export const CLOSURES = "integration-router, closures";
export const CODEGEN = "integration-router, codegen";
export const COMPILED_JSON_LOGIC = "json-logic-engine, compiled";
