import type { IntervalAccess } from "../../operators/access.js";
import type { Requirement } from "../../tree/requirements/dimension.js";
import { upperBound } from "../../util/binary-search.js";
import type { Comparable } from "../../values/domain.js";
import type { Order } from "../../values/order.js";
import type { Merge } from "./merge.js";
import { type MakeFilter, type Postings, PostingsBuilder } from "./postings.js";
import type { Table, TableBuilder } from "./table.js";

/** How many segments an interval may lie in on average: it bounds the memory they take together. */
const SEGMENTS_PER_INTERVAL = 16;

/**
 * Finds the positions whose interval a value lies in: the bounds cut the line into elementary
 * segments, each with a list of the intervals that reach into it. Where many intervals overlap, the
 * line is cut at fewer of the bounds, so that the lists stay short together; a list may then name
 * intervals that the value just misses.
 */
class IntervalTable implements Table {
  readonly #order: Order;
  readonly #cuts: readonly Comparable[];
  readonly #postings: Postings;

  constructor(order: Order, cuts: readonly Comparable[], postings: Postings) {
    this.#order = order;
    this.#cuts = cuts;
    this.#postings = postings;
  }

  open(value: unknown, context: object, merge: Merge): void {
    const comparable = this.#order.value(value);
    if (Number.isNaN(comparable)) return;
    this.#postings.open(upperBound(this.#cuts, comparable), context, merge);
  }
}

/** Collects requirements of intervals in one order. */
export class IntervalTableBuilder implements TableBuilder<IntervalAccess> {
  readonly #order: Order;
  readonly #measured: IntervalAccess[] = [];
  readonly #postings = new PostingsBuilder();
  #cuts: readonly Comparable[] | undefined;

  constructor({ order }: IntervalAccess) {
    this.#order = order;
  }

  measure({ access }: Requirement<IntervalAccess>): void {
    this.#measured.push(access);
  }

  selectivityOf({ access }: Requirement<IntervalAccess>): number {
    const [first, last] = this.#segmentsOf(access);
    return (last - first + 1) / (this.#cut().length + 1);
  }

  add({ access }: Requirement<IntervalAccess>, position: number): void {
    const [first, last] = this.#segmentsOf(access);
    for (let segment = first; segment <= last; segment++) this.#postings.add(segment, position);
  }

  build(makeFilter: MakeFilter): Table | undefined {
    if (this.#postings.isEmpty) return undefined;
    const cuts = this.#cut();
    return new IntervalTable(this.#order, cuts, this.#postings.build(cuts.length + 1, makeFilter));
  }

  #segmentsOf({ low, high }: IntervalAccess): readonly [number, number] {
    return segmentsOf(low, high, this.#cut());
  }

  #cut(): readonly Comparable[] {
    this.#cuts ??= chooseCuts(this.#measured);
    return this.#cuts;
  }
}

/** Every bound, or as many of them, evenly, as keep the segments of all intervals within budget. */
function chooseCuts(intervals: readonly IntervalAccess[]): readonly Comparable[] {
  const bounds = intervals.flatMap(({ low, high }) => [low, high]).filter(isBound);
  const cuts = [...new Set(bounds)].sort((a, b) => (a < b ? -1 : 1));
  let total = 0;
  for (const { low, high } of intervals) {
    const [first, last] = segmentsOf(low, high, cuts);
    // A range of text whose low bound is above its high one is no issue, and lies in no segment.
    total += Math.max(0, last - first + 1);
  }
  const step = Math.ceil(total / (SEGMENTS_PER_INTERVAL * intervals.length));
  return step <= 1 ? cuts : cuts.filter((_, index) => index % step === 0);
}

function isBound(bound: Comparable | undefined): bound is Comparable {
  return bound !== undefined;
}

/** The first and the last segment of an interval; a bound lies in the segment after its cut. */
function segmentsOf(
  low: Comparable | undefined,
  high: Comparable | undefined,
  cuts: readonly Comparable[],
): readonly [number, number] {
  return [
    low === undefined ? 0 : upperBound(cuts, low),
    high === undefined ? cuts.length : upperBound(cuts, high),
  ];
}
