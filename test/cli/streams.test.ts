import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, openSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Folder, PROGRAM, plainEnv } from "./program.js";
import { frankfurt, sendgrid } from "./records.js";

const MEGABYTES = 40;
const BATCH = 1_000;

const folder = new Folder();
const rules = folder.file("rules.json", [frankfurt, sendgrid]);
const small = ["--max-old-space-size=48"];

/** A batch of contexts as NDJSON, each of half a kilobyte. */
const batch = Array.from({ length: BATCH }, (_, number) =>
  JSON.stringify({
    channel: "email",
    subscriber: { country: number % 2 === 0 ? "DE" : "US", note: "x".repeat(400) },
  }),
);
const batches = Math.ceil((MEGABYTES * 1024 * 1024) / (batch.join("\n").length + 1));

async function write(name: string, open: string, between: string, close: string): Promise<void> {
  const stream = createWriteStream(join(folder.path, name));
  stream.write(open);
  for (let count = 0; count < batches; count++) {
    const text = `${count === 0 ? "" : between}${batch.join(between)}`;
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end(close);
  await once(stream, "finish");
}

beforeAll(async () => {
  await write("large.ndjson", "", "\n", "\n");
  await write("large.json", "[", ",", "]");
});

describe("an input far larger than the memory", () => {
  test.each(["large.ndjson", "large.json"])("%s", (contexts) => {
    const output = join(folder.path, `${contexts}.txt`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [...small, PROGRAM, "select", rules, "--context", contexts],
      {
        cwd: folder.path,
        env: plainEnv(),
        encoding: "utf8",
        stdio: ["ignore", openSync(output, "w"), "pipe"],
      },
    );
    const total = (batches * BATCH).toLocaleString("en-US");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `${total} contexts, 0 without an integration\n`,
    });
    const lines = spawnSync("wc", ["-l", output], { encoding: "utf8" }).stdout;
    expect(Number.parseInt(lines, 10)).toBe(batches * BATCH);
  });

  test("is read no faster than the output is taken", async () => {
    const select = [...small, PROGRAM, "select", rules, "--json", "--context"];
    const surroundings = { cwd: folder.path, env: plainEnv() };
    const unread = spawn(process.execPath, [...select, "-"], {
      ...surroundings,
      stdio: ["pipe", "pipe", "ignore"],
    });
    let taken = 0;
    let isOver = false;
    const feed = async (): Promise<void> => {
      while (taken < batches && !isOver) {
        if (!unread.stdin.write(`${batch.join("\n")}\n`)) await once(unread.stdin, "drain");
        taken += 1;
      }
    };
    // Nobody reads: the pipes fill up, and then the writer has to wait for good. How long is for good
    // the same program tells, by reading it all in the meantime, with an output that goes away.
    const feeding = feed();
    const control = spawn(process.execPath, [...select, "large.ndjson"], {
      ...surroundings,
      stdio: "ignore",
    });
    expect(await once(control, "close")).toEqual([0, null]);
    expect(taken).toBeLessThan(batches / 4);

    // It has not stopped, it waits: once somebody reads, it goes on to where the input ends.
    isOver = true;
    let lines = 0;
    unread.stdout.setEncoding("utf8").on("data", (text: string) => {
      lines += text.split("\n").length - 1;
    });
    await feeding;
    unread.stdin.end();
    expect(await once(unread, "close")).toEqual([0, null]);
    expect(lines).toBe(taken * BATCH);
  });
});

test("a context without an end ends the program before it fills the memory", () => {
  const endless = folder.file(
    "endless.ndjson",
    `{"a":[\n${`"${"x".repeat(98)}",\n`.repeat(200_000)}`,
  );
  const { status, stderr } = folder.run(["select", rules, "--context", endless], {
    nodeOptions: small,
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "error: endless.ndjson:1:1: found a value of more than 16,777,216 characters\n",
  });
});

test("lines come out as contexts come in", async () => {
  const child = spawn(process.execPath, [PROGRAM, "select", rules, "--context", "-"], {
    cwd: folder.path,
    env: plainEnv(),
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.write('{"channel":"email"}\n');
  const [first] = await once(child.stdout.setEncoding("utf8"), "data");
  child.stdin.end('{"channel":"email","subscriber":{"country":"FR"}}\n');
  const [second] = await once(child.stdout, "data");
  expect([first, second]).toEqual(["sendgrid\tdefault\n", "ses-frankfurt\ttargeting-match\n"]);
  expect(await once(child, "close")).toEqual([0, null]);
});

test("a reader that has had enough ends the program quietly", async () => {
  const child = spawn(process.execPath, [PROGRAM, "select", rules, "--context", "large.ndjson"], {
    cwd: folder.path,
    env: plainEnv(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await once(child, "close")).toEqual([0, null]);
  expect(complaint).toBe("");
});
