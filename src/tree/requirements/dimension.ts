import type { Access } from "../../operators/access.js";
import { getOrMake } from "../../util/get-or-make.js";
import type { Comparable } from "../../values/domain.js";
import { type Field, fieldReader, keyOfField, type Reader } from "../../values/field.js";
import { keysOfLiterals } from "./value-keys.js";

/** Requirements of one kind on one field, which one table can answer. */
export class Dimension {
  readonly #read: Reader;

  constructor(field: Field) {
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

/** One thing that a context must have for a conjunction to pass. */
export interface Requirement<A extends Access = Access> {
  readonly dimension: Dimension;
  readonly access: A;
  /** Under which keys exact values are found; empty for other kinds of access. */
  readonly keys: readonly Comparable[];
}

/** The dimensions that the requirements of many integrations fall into. */
export class Dimensions {
  readonly #byName = new Map<string, Dimension>();
  /** Integrations share their fields: by these a dimension is found without a name being made. */
  readonly #byField = new Map<Field, Map<string, Dimension>>();

  /** What an access to a field requires. */
  require(field: Field, access: Access): Requirement {
    const keys = access.kind === "values" ? keysOfLiterals(access) : NO_KEYS;
    const variant = variantOf(access);
    const byVariant = getOrMake(this.#byField, field, () => new Map<string, Dimension>());
    const dimension = getOrMake(byVariant, variant, () => this.#named(field, variant));
    return { dimension, access, keys };
  }

  /** Fields that are spelled differently can be the same: their steps tell. */
  #named(field: Field, variant: string): Dimension {
    const name = `${variant} ${keyOfField(field)}`;
    return getOrMake(this.#byName, name, () => new Dimension(field));
  }
}

const NO_KEYS: readonly Comparable[] = [];

/** What tells apart requirements on one field that need tables of their own. */
function variantOf(access: Access): string {
  switch (access.kind) {
    case "values":
      return access.type;
    case "interval":
      return access.order.name;
    default:
      return access.kind;
  }
}
