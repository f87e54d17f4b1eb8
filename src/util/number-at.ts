/** The number at a position that is known to be in an array; the type system cannot know it. */
export function numberAt(numbers: Int32Array | readonly number[], position: number): number {
  return numbers[position] ?? 0;
}
