/**
 * What is wrong with releasing a version under a tag, line by line; nothing if nothing is.
 *
 * @param tag - the tag: the version with a `v` before it
 * @param version - the version in package.json
 * @param changelog - the text of CHANGELOG.md
 */
export function releaseProblems(tag: string, version: string, changelog: string): string[] {
  const problems: string[] = [];
  if (tag !== `v${version}`) {
    problems.push(`found the tag "${tag}"; expected "v${version}", the version in package.json`);
  }
  // The sections stand between their headings: "## [1.2.3] - 2026-01-31".
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((each) => each.startsWith(`[${version}]`));
  const [heading = "", ...lines] = section?.split("\n") ?? [];
  if (section === undefined) {
    problems.push(`CHANGELOG.md has no section [${version}]`);
  } else if (!/\] - \d{4}-\d{2}-\d{2}$/.test(heading)) {
    problems.push(`found the heading "${heading}" in CHANGELOG.md; expected a date after it`);
  } else if (!lines.some((line) => line.startsWith("- "))) {
    problems.push(`CHANGELOG.md says nothing of ${version}`);
  }
  return problems;
}
