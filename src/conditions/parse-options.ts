import { SOURCES } from "../sources.js";
import { type Limits, resolveLimits } from "./limits.js";

/** What shapes the parsing of conditions. */
export interface ParseOptions {
  /** Sources that conditions may name beside the built-in six: own properties of the context. */
  readonly sources?: readonly string[];
  /** Limits other than the default ones. */
  readonly limits?: Partial<Limits>;
}

/** Parse options with the defaults filled in. */
export interface ParseProfile {
  readonly sources: ReadonlySet<string>;
  readonly limits: Limits;
  /** Equal for options that parse everything alike. */
  readonly key: string;
}

const DEFAULT_PROFILE: ParseProfile = makeProfile(new Set(SOURCES), resolveLimits(undefined));

/**
 * Fills the defaults in.
 *
 * @throws TypeError on a source that is no text or empty, and on a limit that is none
 */
export function resolveParseOptions(options: ParseOptions = {}): ParseProfile {
  const { sources, limits } = options;
  if (sources === undefined && limits === undefined) return DEFAULT_PROFILE;
  return makeProfile(new Set([...SOURCES, ...checkSources(sources ?? [])]), resolveLimits(limits));
}

function makeProfile(sources: ReadonlySet<string>, limits: Limits): ParseProfile {
  return { sources, limits, key: JSON.stringify([[...sources].sort(), Object.values(limits)]) };
}

function checkSources(sources: unknown): readonly string[] {
  const names: unknown[] | undefined = Array.isArray(sources) ? sources : undefined;
  if (names?.every(isName)) return names;
  throw new TypeError("sources: expected a list of names, each a text that is not empty");
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name !== "";
}
