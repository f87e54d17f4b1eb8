import type { Message } from "./data.js";

/**
 * A message of a queue, by its number: the example messages again and again, each with a number of
 * its own, the same in every run.
 */
export function messageAt(
  messages: readonly Message[],
  number: number,
): Pick<Message, "context" | "options"> {
  // Multiples of the golden ratio spread evenly and never repeat; the square makes the messages at
  // the top of the file the frequent ones.
  const spread = (number * 0.618_033_988_75) % 1;
  const message = messages[Math.floor(spread ** 2 * messages.length)];
  if (message === undefined) throw new Error("there are no messages to route");
  const { context, options } = message;
  const workflow = Object.assign({}, context.workflow, { messageNumber: number });
  return { context: { ...context, workflow }, ...(options !== undefined && { options }) };
}
