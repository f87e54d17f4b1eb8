/** Conditions that count how often anything inside them is read. */
export interface Counted {
  readonly conditions: readonly object[];
  readonly reads: () => number;
}

/** Counts what is read of conditions; the same conditions are as many counters as it is called. */
export function counted(conditions: readonly object[]): Counted {
  let reads = 0;
  const proxied = new Proxy([...conditions], {
    get(target, key, receiver): unknown {
      reads += 1;
      return Reflect.get(target, key, receiver);
    },
    getOwnPropertyDescriptor(target, key) {
      reads += 1;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      reads += 1;
      return Reflect.ownKeys(target);
    },
  });
  return { conditions: proxied, reads: () => reads };
}

/** Conditions that nobody may read: every attempt is noted, and throws. */
export function untouchable(): Counted {
  let reads = 0;
  const refuse = (): never => {
    reads += 1;
    throw new Error("read");
  };
  const proxied = new Proxy([], {
    get: refuse,
    has: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
    getPrototypeOf: refuse,
  });
  return { conditions: proxied, reads: () => reads };
}
