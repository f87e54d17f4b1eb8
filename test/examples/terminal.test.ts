import { describe, expect, test } from "@jest/globals";
import { painter } from "../../cli/output/paint.js";
import { progress } from "../../examples/support/progress.js";
import { wrap } from "../../examples/support/text.js";

describe("progress", () => {
  function written(isTTY: boolean): string[] {
    const texts: string[] = [];
    const { update } = progress(1000, { isTTY, write: (text: string) => texts.push(text) });
    for (let done = 100; done <= 1000; done += 100) update(done);
    return texts;
  }

  test("is one line on a terminal, that rewrites itself", () => {
    const texts = written(true);
    expect(texts.slice(0, -1).every((text) => text.startsWith("\r"))).toBe(true);
    expect(texts.filter((text) => text.includes("\n"))).toEqual(["\n"]);
    expect(texts.at(-2)).toContain("1,000 of 1,000");
  });

  test("is a line for each quarter elsewhere", () => {
    expect(written(false)).toEqual([
      "  300 of 1,000 routed\n",
      "  500 of 1,000 routed\n",
      "  800 of 1,000 routed\n",
      "  1,000 of 1,000 routed\n",
    ]);
  });

  function writtenWithNote(isTTY: boolean): string[] {
    const texts: string[] = [];
    const bar = progress(4, { isTTY, write: (text: string) => texts.push(text) }, "sent");
    bar.update(1);
    bar.note("  something else");
    return texts;
  }

  test("puts a note in the place of the line that rewrites itself, which moves below", () => {
    const [line, note] = writtenWithNote(true);
    expect(note).toBe(`\r  something else\u001b[K\n${line}`);
  });

  test("puts a note on a plain line elsewhere, and names what is done", () => {
    expect(writtenWithNote(false)).toEqual(["  1 of 4 sent\n", "  something else\n"]);
  });
});

describe("wrapping", () => {
  test("leaves a line that fits as it is", () => {
    expect(wrap("  one  two", 10)).toEqual(["  one  two"]);
  });

  test("breaks at spaces, and indents what follows", () => {
    expect(wrap("  one two three", 9)).toEqual(["  one two", "    three"]);
  });

  test("keeps a word whole that is too long", () => {
    expect(wrap("  unbreakable text", 8)).toEqual(["  unbreakable", "    text"]);
  });

  test("draws the branches of a tree on", () => {
    expect(wrap("├─ one two three", 10)).toEqual(["├─ one two", "│    three"]);
    expect(wrap("  └─ one two", 9)).toEqual(["  └─ one", "       two"]);
    expect(wrap("│    one two", 9)).toEqual(["│    one", "│      two"]);
  });

  test("does not count colour", () => {
    const painted = painter(true)("red", "one");
    expect(wrap(`  ${painted} two`, 9)).toEqual([`  ${painted} two`]);
  });
});
