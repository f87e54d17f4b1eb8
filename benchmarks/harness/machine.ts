import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";

/** Where figures come from: what bears on them, and nothing that tells whose machine it is. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly os: string;
  readonly node: string;
  readonly v8: string;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release().split("-")[0]} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
  };
}

/** The versions that stand installed, by package. */
export function installedVersions(
  root: string,
  packages: readonly string[],
): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const name of [...new Set(packages)].sort()) {
    const manifest = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
    const { version }: { version: string } = JSON.parse(manifest);
    versions[name] = version;
  }
  return versions;
}
