import { jest } from "@jest/globals";

// Runs before the tests of each file: a run finds today what it found yesterday.

/** The seed of everything random, unless the environment's `FC_SEED` says otherwise. */
const seed = Number(process.env["FC_SEED"] || 1);

// Only the files that load fast-check pay for it. What is drawn without a seed of its own, by the
// package's laws and by `fc.sample` as by the laws of the tests, is drawn with this one.
jest.mock("fast-check", () => {
  const fastCheck = jest.requireActual<typeof import("fast-check")>("fast-check");
  fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed });
  return fastCheck;
});

// Where a context has no clock, the system's decides. It stands still, on the package's own date: the
// engine and what it is compared with, which ask one after the other, are told the same.
const now = Date.UTC(2026, 2, 30, 12);
Date.now = () => now;
