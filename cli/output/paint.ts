import picocolors from "picocolors";

/** A way to set text off. */
export type Ink = "bold" | "dim" | "red" | "green" | "yellow" | "magenta" | "cyan";

/** Puts text in an ink, or leaves it as it is where there is no colour. */
export type Paint = (ink: Ink, text: string) => string;

/** Makes a {@link Paint}. */
export function painter(color: boolean): Paint {
  // Whether there is colour is decided here, by one rule, and not by the library's.
  const colors = picocolors.createColors(color);
  return (ink, text) => colors[ink](text);
}

/** What of a stream tells whether it shows colour; one that is no terminal has neither. */
export interface ColorStream {
  readonly isTTY?: boolean;
  hasColors?(env: object): boolean;
}

/**
 * Whether to write colour to a stream: not where `NO_COLOR` is set, else as `FORCE_COLOR` says, else
 * where the stream is a terminal that has colours. A variable that is empty says nothing, as
 * https://no-color.org and https://force-color.org have it.
 */
export function wantsColor(stream: ColorStream, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR, NO_COLOR } = env;
  if (isSet(NO_COLOR)) return false;
  if (isSet(FORCE_COLOR)) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && stream.hasColors?.(env) === true;
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== "";
}
