import { type Command, Option } from "commander";
import {
  CHANNELS,
  type Channel,
  type Fallback,
  type InvalidPolicy,
  type ScopePolicy,
  type Semantics,
} from "integration-router";

/** What `--semantics` may name. */
const SEMANTICS = ["standard", "novu"] as const;

/** A semantics, as the command line names it. */
export type SemanticsName = (typeof SEMANTICS)[number];

/** The semantics of a name; the standard one is what the library does without any. */
export async function semanticsOf({ semantics }: CommonOptions): Promise<Semantics | undefined> {
  if (semantics === "standard") return undefined;
  // What a command does not need is not loaded: a start is most of what it costs.
  const { novu } = await import("integration-router/novu");
  return novu;
}

/** Which records of a file, and which scope a context has that says nothing of it. */
export interface Narrowing {
  readonly channel?: Channel;
  readonly environment?: string;
  readonly organization?: string;
}

/** The options that every command has. */
export interface CommonOptions extends Narrowing {
  readonly json?: boolean;
  readonly semantics: SemanticsName;
}

/** How the worker selects whose records these are. */
export interface PolicyOptions {
  readonly fallback?: Fallback;
  readonly onInvalid?: InvalidPolicy;
  readonly scope?: ScopePolicy;
}

/** Gives a command the options that all of them have. */
export function addCommonOptions(command: Command): Command {
  return command
    .option("--json", "print JSON")
    .addOption(
      new Option("--semantics <name>", "what conditions mean")
        .choices(SEMANTICS)
        .default("standard"),
    )
    .optionsGroup("To narrow the records, and for contexts that lack the key:")
    .addOption(new Option("--channel <channel>", "of one channel").choices(CHANNELS))
    .option("--environment <id>", "of one environment")
    .option("--organization <id>", "of one organization");
}

/** Gives a command that selects the options of a selection. */
export function addPolicyOptions(command: Command): Command {
  return command
    .optionsGroup("As your worker selects:")
    .addOption(
      new Option("--fallback <which>", "which integrations may be a default").choices([
        "primary",
        "any",
        "none",
      ]),
    )
    .addOption(
      new Option("--on-invalid <what>", "what invalid conditions do").choices(["skip", "block"]),
    )
    .addOption(
      new Option("--scope <how>", "whether a context must name its tenant").choices([
        "strict",
        "open",
      ]),
    );
}
