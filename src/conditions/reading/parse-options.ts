import { SOURCES } from "../../sources.js";
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
export function resolveParseOptions({ sources, limits }: ParseOptions = {}): ParseProfile {
  if (sources === undefined && limits === undefined) return DEFAULT_PROFILE;
  const names = new Set([...SOURCES, ...checkSources(sources ?? [])]);
  return makeProfile(names, resolveLimits(limits));
}

function makeProfile(sources: ReadonlySet<string>, limits: Limits): ParseProfile {
  const key = JSON.stringify([[...sources].sort(), Object.values(limits)]);
  return { sources, limits, key };
}

function checkSources(sources: unknown): readonly string[] {
  const names: unknown[] | undefined = Array.isArray(sources) ? sources : undefined;
  if (names?.every(isName)) return names;
  throw new TypeError("sources: expected a list of names, each a text that is not empty");
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name !== "";
}
