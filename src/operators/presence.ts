import { isAbsent } from "../values/kinds.js";
import { noAccess, type Operator } from "./operator.js";

/** `IS_DEFINED`: the value is not absent. Empty lists and objects are defined. */
export const isDefined: Operator<"none"> = {
  name: "IS_DEFINED",
  shape: "none",
  negated: false,
  access: noAccess,
  compile: () => (value) => !isAbsent(value),
  generate: () => ({ string: "true", number: "true", boolean: "true" }),
};
