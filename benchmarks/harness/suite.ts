import type { Settings } from "./settings.js";

/**
 * One thing that is measured. Its jobs run one after another, each in a process of its own, so that
 * neither the heap nor the type feedback of one weighs on another.
 */
export interface Suite<Input extends object, Output, Result> {
  readonly about: string;
  /** Flags for `node` in the jobs' processes, beside `--expose-gc`. */
  readonly flags?: readonly string[];
  /** The jobs, in the order in which they run. */
  plan(settings: Settings): Input[];
  /** One job's name, for progress. */
  label(input: Input): string;
  job(input: Input, settings: Settings): Output | Promise<Output>;
  summarize(done: readonly Done<Input, Output>[], settings: Settings): Result;
}

export interface Done<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** All the jobs, and then all again: a slow minute of the machine falls on one repetition of each. */
export function repeat<T>({ repeats }: Settings, inputs: readonly T[]): T[] {
  return Array.from({ length: repeats }, () => inputs).flat();
}
