import {
  compileConditions,
  compileRules,
  type IntegrationLike,
  type ParseOptions,
  type Predicate,
} from "integration-router";

/** The predicate of the one condition that a path of a record leads to, alone. */
export function conditionAt(
  record: IntegrationLike | undefined,
  path: readonly (string | number)[],
  options?: ParseOptions,
): Predicate {
  const at = (steps: readonly (string | number)[]): unknown =>
    steps.reduce<unknown>((place, step) => Object(place)[step], record);
  if (path[0] === "rules") return compileRules(at(path), options);
  // The group that a condition stands in says how it compares.
  const { type } = Object(at(path.slice(0, -2)));
  return compileConditions([{ type, value: "AND", children: [at(path)] }], options);
}
