import type { KnipConfig } from "knip";
import { codeEntries, readManifest } from "./scripts/manifest.js";

/** Where knip starts: what is not reached from here, and what nobody imports, is unused. */
export default {
  workspaces: {
    ".": {
      entry: [
        // What the package exports, as package.json has it.
        ...codeEntries(readManifest(import.meta.dirname)).map(({ name }) => `src/${name}.ts`),
        "cli/main.ts",
        "scripts/*.ts",
        "examples/*.ts",
        // What is run as a thread or a process of its own, or only type-checked.
        "examples/support/*-thread.{ts,mjs}",
        "scripts/soak/first-failure.mjs",
        "test/cli/run-each.mjs",
        "test/operators/count-back-in-zones.ts",
        "test/package/*consumer.ts",
        "test/types/*.ts",
      ],
      project: ["*.{js,ts}", "{src,cli,examples,scripts,test}/**/*.{ts,mjs}"],
      // scripts/check-package.ts runs them as programs, with the tarball's name.
      ignoreDependencies: ["@arethetypeswrong/cli", "publint"],
    },
    benchmarks: {
      entry: ["{draw,main,readme,run}.ts"],
      project: ["**/*.ts"],
    },
    "examples/bullmq-worker": {
      entry: ["src/{main,run}.ts", "src/workers/worker.ts"],
      project: ["**/*.ts"],
      // Of the system, not of npm.
      ignoreBinaries: ["redis-server"],
    },
  },
  // The type of what an exported function takes or gives can be named by whoever calls it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // One value under two types: what these files show is that only one of the two compiles.
  ignoreIssues: { "test/types/*.ts": ["duplicates"] },
} satisfies KnipConfig;
