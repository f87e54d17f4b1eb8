import fc from "fast-check";

const { FC_SEED, FC_FACTOR } = process.env;

/** One seed for every law of a run: random, or the environment's `FC_SEED`. */
const seed: number = FC_SEED ? Number(FC_SEED) : Math.floor(Math.random() * 2 ** 31);

process.stdout.write(`laws: seed ${seed} (FC_SEED=${seed} repeats this run)\n`);

/** How many times the usual number of cases are run: `FC_FACTOR=20` for a long search. */
const factor: number = FC_FACTOR ? Number(FC_FACTOR) : 1;

/** Holds the property to `runs` random cases. */
export function holdsFor<Ts>(runs: number, property: fc.IProperty<Ts>): void {
  fc.assert(property, { seed, numRuns: runs * factor });
}
