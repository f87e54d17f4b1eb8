import { isAbsent, isList } from "../values/kinds.js";
import { complement, noAccess, type Operator } from "./operator.js";

/** `IS_DEFINED`: the value is not absent. Empty lists and objects are defined. */
export const isDefined: Operator<"none", "IS_DEFINED"> = {
  name: "IS_DEFINED",
  shape: "none",
  negated: false,
  access: noAccess,
  compile: () => (value) => !isAbsent(value),
};

function isEmptyList(value: unknown): boolean {
  return isList(value) && value.length === 0;
}

/** `IS_NOT_EMPTY`: the value is not absent, `""` or an empty list. No object is empty. */
export const isNotEmpty: Operator<"none", "IS_NOT_EMPTY"> = {
  name: "IS_NOT_EMPTY",
  shape: "none",
  negated: false,
  access: noAccess,
  compile: () => (value) => !isAbsent(value) && value !== "" && !isEmptyList(value),
};

/** `IS_EMPTY`: everything that `IS_NOT_EMPTY` is not: an absent value, `""` or an empty list. */
export const isEmpty: Operator<"none", "IS_EMPTY"> = complement("IS_EMPTY", isNotEmpty);

/** `IS_TRUTHY`: the value is not absent, `false`, `0` (a bigint's or a negative one included), `""` or an empty list. */
export const isTruthy: Operator<"none", "IS_TRUTHY"> = {
  name: "IS_TRUTHY",
  shape: "none",
  negated: false,
  access: noAccess,
  compile: () => (value) =>
    !isAbsent(value) &&
    value !== false &&
    value !== 0 &&
    value !== 0n &&
    value !== "" &&
    !isEmptyList(value),
};
