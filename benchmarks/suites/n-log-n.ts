/** What sorting costs: the growth that building and memory are held to. */
export function nLogN(n: number): number {
  return n * Math.log(n);
}
