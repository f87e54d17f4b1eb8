import { parseArgs } from "node:util";

/** What `npm run bench -- …` was told. */
export interface Arguments {
  readonly names: readonly string[];
  readonly quick: boolean;
  /** Whether to build the package first; without, `dist` is measured as it is. */
  readonly build: boolean;
  /** Whether the named suites take the place of theirs in the results of the last whole run. */
  readonly update: boolean;
  readonly help: boolean;
}

export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      "no-build": { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { BENCH_QUICK } = process.env;
  return {
    names: positionals,
    quick: values.quick || (BENCH_QUICK !== undefined && !["", "0"].includes(BENCH_QUICK)),
    build: !values["no-build"],
    update: values.update,
    help: values.help,
  };
}
