/** How much is measured; every figure is the median of `rounds` × `repeats` measurements. */
export interface Settings {
  readonly quick: boolean;
  /** How many times each process is started anew, in turn with the others. */
  readonly repeats: number;
  /** How many times each contender is measured in one process, in turn with the others there. */
  readonly rounds: number;
  /** Milliseconds that each contender is run before it is measured. */
  readonly warmUp: number;
  /** Milliseconds that one measurement takes at least. */
  readonly time: number;
  /** How many messages are drawn for each list. */
  readonly messages: number;
  /** How many jobs run at a time; more than one only where figures do not count. */
  readonly concurrency: number;
  readonly sizes: readonly number[];
  readonly rankSize: number;
  readonly buildSizes: readonly number[];
  readonly updateSize: number;
  readonly updates: number;
  readonly allocationSize: number;
  readonly allocationCalls: number;
  readonly listSizes: readonly number[];
  readonly analysisSets: number;
}

export const FULL: Settings = {
  quick: false,
  repeats: 2,
  rounds: 5,
  warmUp: 500,
  time: 60,
  // Enough that neither a branch predictor nor a cache learns them by heart.
  messages: 512,
  concurrency: 1,
  sizes: [10, 100, 1000, 10_000, 100_000],
  rankSize: 10_000,
  buildSizes: [1000, 10_000, 100_000],
  updateSize: 100_000,
  updates: 200,
  allocationSize: 10_000,
  allocationCalls: 1_000_000,
  listSizes: [100, 1000],
  analysisSets: 1000,
};

/** Shows in seconds that everything runs; its figures are worth nothing. */
export const QUICK: Settings = {
  quick: true,
  repeats: 1,
  rounds: 1,
  warmUp: 1,
  time: 1,
  messages: 20,
  concurrency: 2,
  sizes: [50],
  rankSize: 200,
  buildSizes: [50, 100],
  updateSize: 200,
  updates: 5,
  allocationSize: 200,
  allocationCalls: 20_000,
  listSizes: [20],
  analysisSets: 20,
};
