import { takeFrom } from "../values/field.js";
import { ownProperty } from "../values/kinds.js";

/** What all generated code calls, by the names that it has there. */
export const runtime = {
  own: ownProperty,
  take: takeFrom,
  prototypeOf: Object.getPrototypeOf,
  plain: Object.prototype,
  /** A property that nothing has: a proxy that says it does says so of whatever it is asked. */
  nothing: Symbol("nothing"),
};
