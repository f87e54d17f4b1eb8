/** How every test is run. */
const shared = {
  testEnvironment: "node",
  // A test's global scope is not the real one, and each look into it is slow: what the language has
  // is handed to every file as a variable of its own. Only what tests replace is not: Date, Function.
  sandboxInjectedGlobals: [
    "Array",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Reflect",
    "Set",
    "String",
    "Symbol",
    "WeakMap",
  ],
  setupFiles: ["<rootDir>/test/support/fixed-run.ts"],
  // `src` is a root too: otherwise a file that no test loads would not count as uncovered.
  roots: ["<rootDir>/src", "<rootDir>/test"],
  moduleNameMapper: {
    "^integration-router$": "<rootDir>/src/index.ts",
    "^integration-router/(.*)$": "<rootDir>/src/$1/index.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      },
    ],
  },
};

/** Tests of the packed package. */
const packed = ["<rootDir>/test/package/", "<rootDir>/test/cli/"];

/** @type {import("jest").Config} */
export default {
  // By itself jest leaves a core to whoever watches: of two, half the machine.
  maxWorkers: "100%",
  // No test is timed: this only ends what hangs. A machine may be busy, and a soak searches longer.
  // It has to stand here: jest reads past one in a project.
  testTimeout: 300_000 * Math.max(1, Number(process.env.FC_FACTOR || 1)),
  projects: [
    {
      ...shared,
      displayName: "sources",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", ...packed.map((folder) => `${folder}[^/]+$`)],
    },
    {
      ...shared,
      displayName: "package",
      testMatch: packed.map((folder) => `${folder}*.test.ts`),
      // Builds and packs the package, once, and only where one of these tests is to be run.
      globalSetup: "<rootDir>/test/package/set-up.mjs",
      globalTeardown: "<rootDir>/test/package/tear-down.mjs",
    },
  ],
  // Collected by `npm run test:coverage` only.
  collectCoverageFrom: ["src/**/*.ts"],
  // V8's own counts miss a default that is never needed and an `if` that is never false, count
  // comments as covered lines, and a file of types as uncovered.
  coverageProvider: "babel",
  coverageReporters: [["text", { skipFull: true }]],
  coverageThreshold: { global: { statements: 98, branches: 97, functions: 98, lines: 98 } },
};
