import fc from "fast-check";

/** How many times the usual number of cases are run: the environment's `FC_FACTOR`, 10 in a soak. */
const factor = Number(process.env["FC_FACTOR"] || 1);

/**
 * Holds the property to `runs` random cases, under the seed of the run. Every law of the tests comes
 * by here: this is what a soak finds them by.
 */
export function holdsFor<Ts>(runs: number, property: fc.IProperty<Ts>): void {
  fc.assert(property, { numRuns: Math.ceil(runs * factor) });
}
