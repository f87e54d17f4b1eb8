/** How long a provider is up, and then down, in milliseconds: from the first to the second. */
const UP = [250, 1_000] as const;
const DOWN = [100, 400] as const;

/** When each provider is down. The seed decides, and nothing else: it is the same in every run. */
export class Outages {
  readonly #seed: number;
  /** For each provider the moments when it goes down and up again, in turn, as far as was asked. */
  readonly #turns = new Map<string, number[]>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Whether a provider is down, so many milliseconds after the start. */
  isDown(provider: string, time: number): boolean {
    const turns = this.#turns.get(provider) ?? [];
    this.#turns.set(provider, turns);
    while ((turns.at(-1) ?? 0) <= time) this.#extend(provider, turns);
    return turns.findIndex((turn) => turn > time) % 2 === 1;
  }

  #extend(provider: string, turns: number[]): void {
    const [least, most] = turns.length % 2 === 0 ? UP : DOWN;
    const share = chance(`${this.#seed} ${provider} ${turns.length}`);
    turns.push((turns.at(-1) ?? 0) + least + share * (most - least));
  }
}

/** A number from 0 up to 1 that hangs on a text alone: FNV-1a, its bits mixed once more. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
