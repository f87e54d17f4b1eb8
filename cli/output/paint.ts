// Node's own `styleText` came with 20.12 and learned to ask the stream only later; these few codes work
// on every Node that the package supports. The examples paint with them too.
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const satisfies Record<string, readonly [on: number, off: number]>;

/** A way to set text off. */
export type Ink = keyof typeof CODES;

/** Puts text in an ink, or leaves it as it is where there is no colour. */
export type Paint = (ink: Ink, text: string) => string;

/** Makes a {@link Paint}. */
export function painter(color: boolean): Paint {
  if (!color) return (_ink, text) => text;
  return (ink, text) => {
    const [on, off] = CODES[ink];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
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
