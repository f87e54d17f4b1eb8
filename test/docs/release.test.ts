import { describe, expect, test } from "@jest/globals";
import { version } from "../../package.json";
import { releaseProblems } from "../../scripts/release.js";
import { readPage } from "./markdown.js";

const changelog = `
# Changelog

## [Unreleased]

## [1.1.0]

- Something.

## [1.0.1] - 2026-02-01

## [1.0.0] - 2026-01-01

### Added

- All.
`;

describe("a release", () => {
  test.each([
    ["v1.0.0", "1.0.0", []],
    [
      "v1.0.0",
      "1.0.2",
      [
        'found the tag "v1.0.0"; expected "v1.0.2", the version in package.json',
        "CHANGELOG.md has no section [1.0.2]",
      ],
    ],
    ["1.0.0", "1.0.0", ['found the tag "1.0.0"; expected "v1.0.0", the version in package.json']],
    ["v1.1.0", "1.1.0", ['found the heading "[1.1.0]" in CHANGELOG.md; expected a date after it']],
    ["v1.0.1", "1.0.1", ["CHANGELOG.md says nothing of 1.0.1"]],
    ["v1.0", "1.0", ["CHANGELOG.md has no section [1.0]"]],
  ])("tagged %s of version %s", (tag, released, problems) => {
    expect(releaseProblems(tag, released, changelog)).toEqual(problems);
  });

  test("can be made of the version that package.json names", () => {
    expect(releaseProblems(`v${version}`, version, readPage("CHANGELOG.md"))).toEqual([]);
  });
});
