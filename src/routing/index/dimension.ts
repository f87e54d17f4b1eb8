import type { Access } from "../../operators/access.js";
import { fieldReader, type Reader } from "../../values/field.js";
import type { Requirement } from "./conjunctions.js";

/**
 * All requirements of one kind on one field, which one table can answer: exact values under one
 * type, intervals in one order, or texts at one end.
 */
export class Dimension {
  readonly key: string;
  readonly #read: Reader;

  constructor({ field }: Requirement, key: string) {
    this.key = key;
    this.#read = fieldReader(field);
  }

  /** The field's value; absent where reading it throws, since it then matches nothing. */
  valueIn(context: object): unknown {
    try {
      return this.#read(context);
    } catch {
      return undefined;
    }
  }
}

/** Equal for requirements of one dimension. */
export function dimensionKeyOf({ field, access }: Requirement): string {
  return JSON.stringify([access.kind, variantOf(access), field.source, ...field.steps]);
}

function variantOf(access: Access): string {
  switch (access.kind) {
    case "values":
      return access.type;
    case "interval":
      return access.order.name;
    default:
      return "";
  }
}
