import type { Send } from "../delivery/deliver.js";
import type { FromWorker, ToWorker } from "./protocol.js";

/** Says something to the process that started this one. */
export function tell(message: FromWorker): void {
  process.send?.(message);
}

/** The way to the providers, which stand in the process that started this one. */
export function transport(): Send {
  const waiting = new Map<number, (taken: boolean) => void>();
  let calls = 0;
  process.on("message", (message: ToWorker) => {
    if (message.kind !== "answer") return;
    waiting.get(message.call)?.(message.taken);
    waiting.delete(message.call);
  });
  return ({ identifier: integration, providerId: provider }, message) =>
    new Promise((resolve) => {
      const call = calls++;
      waiting.set(call, resolve);
      tell({ kind: "send", call, sent: { message, integration, provider } });
    });
}
