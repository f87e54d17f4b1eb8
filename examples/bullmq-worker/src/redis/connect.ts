import { Redis } from "ioredis";

/** How all of this run's clients reach its server. BullMQ asks that no command is ever given up. */
export function connectionTo(port: number) {
  return { host: "127.0.0.1", port, maxRetriesPerRequest: null } as const;
}

/** Connects. A lost connection is made again, and a lost server is told of by its own process. */
export function connect(port: number, options: { readonly autoResubscribe?: boolean } = {}): Redis {
  return new Redis({ ...connectionTo(port), ...options }).on("error", () => {});
}
