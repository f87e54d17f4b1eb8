/** The number at a place that is known to be in an array; the type system cannot know it. */
export function numberAt(numbers: Int32Array | readonly number[], place: number): number {
  return numbers[place] ?? 0;
}
