import { type Field, fieldReader, type Reader } from "../../values/field.js";

/** The field that all requirements of one dimension are about. */
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
