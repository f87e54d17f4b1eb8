import type { Sent } from "../providers/providers.js";

/** What a worker process says. */
export type FromWorker =
  | { readonly kind: "send"; readonly call: number; readonly sent: Sent }
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "trouble"; readonly text: string };

/** What it is told. */
export type ToWorker =
  | { readonly kind: "answer"; readonly call: number; readonly taken: boolean }
  | { readonly kind: "stop" };
