import { median } from "../harness/statistics.js";
import type { Done } from "../harness/suite.js";

/** What a job that times one contender gives: nanoseconds a call, or why it was not timed. */
export type Outcome = { readonly times: readonly number[] } | { readonly leftOut: string };

/** A contender that was not timed. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** The medians of the repetitions of one contender. */
export function repetitions(done: readonly Done<object, Outcome>[]): number[] {
  return done.flatMap(({ output }) => ("times" in output ? median(output.times) : []));
}

/** Why a contender was not timed, if in any repetition it was not. */
export function whyLeftOut(done: readonly Done<object, Outcome>[]): string | undefined {
  for (const { output } of done) if ("leftOut" in output) return output.leftOut;
  return undefined;
}
