/** How every test is run. */
const shared = {
  testEnvironment: "node",
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
      // They start other processes, on machines that may be busy.
      testTimeout: 60_000,
    },
  ],
  // `npm test` collects coverage; `npx jest some/file` does not, so that it can be run alone.
  collectCoverageFrom: ["src/**/*.ts"],
  // V8's own counts miss a default that is never needed and an `if` that is never false, count
  // comments as covered lines, and a file of types as uncovered.
  coverageProvider: "babel",
  coverageReporters: [["text", { skipFull: true }]],
  coverageThreshold: { global: { statements: 98, branches: 97, functions: 98, lines: 98 } },
};
