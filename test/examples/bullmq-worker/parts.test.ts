import { describe, expect, test } from "@jest/globals";
import { createRouter, parseIntegrations } from "integration-router";
import { readArguments } from "../../../examples/bullmq-worker/src/arguments.js";
import { Failure } from "../../../examples/bullmq-worker/src/failure.js";
import { Happenings } from "../../../examples/bullmq-worker/src/happenings.js";
import { plannedChanges } from "../../../examples/bullmq-worker/src/list/planned-changes.js";
import { ROUTER_OPTIONS } from "../../../examples/bullmq-worker/src/list/router-options.js";
import { listVersions } from "../../../examples/bullmq-worker/src/list/versions.js";
import { Outages } from "../../../examples/bullmq-worker/src/providers/outages.js";
import { runMessages } from "../../../examples/bullmq-worker/src/queue/messages.js";
import { callOptions, readIntegrations, readMessages } from "../../../examples/support/data.js";

const { integrations } = parseIntegrations(readIntegrations());
const changes = plannedChanges(integrations).map(({ change }) => change);
const lists = listVersions(integrations, changes);
const messages = runMessages(readMessages(), integrations, 500);

describe("the changes of the list", () => {
  test("give by hand, version by version, what the router makes of them", () => {
    let router = createRouter(integrations, ROUTER_OPTIONS);
    for (const [version, change] of changes.entries()) {
      router = router.with(change);
      const anew = createRouter(lists[version + 1] ?? [], ROUTER_OPTIONS);
      expect(router.size).toBe(anew.size);
      for (const { context, options } of messages.values()) {
        const rank = router.rank(context, callOptions(options));
        expect(rank).toEqual(anew.rank(context, callOptions(options)));
      }
    }
  });

  test("leave no message without a way out", () => {
    for (const list of lists) {
      const router = createRouter(list, ROUTER_OPTIONS);
      for (const { context, options } of messages.values()) {
        expect(router.select(context, callOptions(options))).toBeDefined();
      }
    }
  });

  test("change where some messages go, all but the last", () => {
    const routes = lists.map((list) => {
      const router = createRouter(list, ROUTER_OPTIONS);
      return [...messages.values()]
        .map(({ context, options }) => router.select(context, callOptions(options))?.identifier)
        .join();
    });
    // The last change takes away what stands behind others by then: only chains get shorter.
    expect(new Set(routes).size).toBe(4);
  });
});

describe("outages", () => {
  const times = Array.from({ length: 2_000 }, (_, tick) => tick * 5);
  const pattern = (seed: number, provider: string) => {
    const outages = new Outages(seed);
    return times.map((time) => outages.isDown(provider, time));
  };

  test("are the same for a seed, in whatever order it is asked", () => {
    const outages = new Outages(7);
    const backwards = [...times].reverse().map((time) => outages.isDown("ses", time));
    expect(backwards.reverse()).toEqual(pattern(7, "ses"));
  });

  test("are others for another seed, and for another provider", () => {
    expect(pattern(8, "ses")).not.toEqual(pattern(7, "ses"));
    expect(pattern(7, "sendgrid")).not.toEqual(pattern(7, "ses"));
  });

  test("come and go: a provider is up at first, and then down now and again", () => {
    const down = pattern(7, "ses");
    expect(down[0]).toBe(false);
    const turns = down.filter((isDown, tick) => tick > 0 && isDown !== down[tick - 1]).length;
    // Ten seconds hold 14 turns even if each lasts as long as it may.
    expect(turns).toBeGreaterThanOrEqual(13);
  });
});

describe("the command line", () => {
  test("has defaults", () => {
    expect(readArguments([])).toEqual({ messages: 20_000, workers: 3, seed: 1, killWorker: false });
  });

  test("is read", () => {
    const argv = ["--messages", "5", "--workers=2", "--seed", "0", "--kill-worker"];
    expect(readArguments(argv)).toEqual({ messages: 5, workers: 2, seed: 0, killWorker: true });
    expect(readArguments(["--help"])).toBeUndefined();
  });

  test.each([
    ["--messages", "many"],
    ["--messages", "0"],
    ["--workers", "1.5"],
    ["--seed", ""],
  ])("refuses %s %s", (option, value) => {
    expect(() => readArguments([option, value])).toThrow(`${option}: found "${value}"; expected`);
  });

  test("refuses an option that it does not have", () => {
    expect(() => readArguments(["--fast"])).toThrow("Unknown option '--fast'");
  });
});

describe("waiting", () => {
  test("ends when its condition comes to hold", async () => {
    const happenings = new Happenings();
    let done = 0;
    const waited = happenings.until(() => done === 2).then(() => done);
    for (let step = 0; step < 3; step++) {
      done++;
      happenings.happened();
    }
    await expect(waited).resolves.toBe(3);
    await expect(happenings.until(() => true)).resolves.toBeUndefined();
  });

  test("ends with the first failure that is reported", async () => {
    const failure = new Failure();
    await expect(failure.orResult(Promise.resolve(1))).resolves.toBe(1);
    failure.report(new Error("first"));
    failure.report(new Error("second"));
    await expect(failure.orResult(new Promise(() => {}))).rejects.toThrow("first");
  });
});
