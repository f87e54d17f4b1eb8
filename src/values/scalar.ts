/** One literal of a condition's `value`. */
export type Scalar = string | number | boolean;
