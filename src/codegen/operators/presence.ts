import type { WriteTests } from "./tests.js";

/** `IS_DEFINED`: the matcher is asked about nothing that is absent. */
export const defined: WriteTests<"none"> = () => ({
  string: "true",
  number: "true",
  boolean: "true",
});

/** `IS_NOT_EMPTY`. */
export const notEmpty: WriteTests<"none"> = (_operand, _type, value) => ({
  string: `${value} !== ""`,
  number: "true",
  boolean: "true",
});

/** `IS_TRUTHY`. */
export const truthy: WriteTests<"none"> = (_operand, _type, value) => ({
  string: `${value} !== ""`,
  number: `${value} !== 0`,
  boolean: value,
});
