import fc from "fast-check";

/** How many times the usual number of cases are run: the environment's `FC_FACTOR`, 10 in a soak. */
const factor = Number(process.env["FC_FACTOR"] || 1);

/** The share of the cases that a law deserves for which a run of all the tests has time. */
const USUAL = 0.35;

/** How many smaller cases are tried once a case has failed. */
const MOST_SHRINKS = 100;

/**
 * Holds the property to its usual share of `runs` random cases, under the seed of the run. Every law of the tests comes
 * by here: this is what a soak finds them by.
 */
export function holdsFor<Ts>(runs: number, property: fc.IProperty<Ts>): void {
  boundShrinking(property);
  fc.assert(property, { numRuns: Math.ceil(runs * USUAL * factor) });
}

/** Lets what is tried after a failure pass in the end: where a case takes long, shrinking takes for ever. */
function boundShrinking<Ts>(property: fc.IProperty<Ts>): void {
  const run = property.run.bind(property);
  let left: number | undefined;
  property.run = (value) => {
    if (left === 0) return null;
    const failure = run(value);
    if (left !== undefined) left -= 1;
    else if (failure !== null && !fc.PreconditionFailure.isFailure(failure)) left = MOST_SHRINKS;
    return failure;
  };
}
