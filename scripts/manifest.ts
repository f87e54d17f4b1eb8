import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** What the scripts need of package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly import: { default: string } }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A subpath of the package that is code. */
export interface CodeEntry {
  /** What a user imports: `integration-router/analysis`. */
  readonly specifier: string;
  /** Its file below `src` and below each folder of the build, without the ending. */
  readonly name: string;
}

/** Reads the package.json of the project's folder. */
export function readManifest(root: string): Manifest {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** The entries that `exports` names: `./dist/esm/x/index.js` is made of `src/x/index.ts`. */
export function codeEntries({ name, exports }: Manifest): readonly CodeEntry[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const file = posix.relative("dist/esm", target.import.default);
    return [{ specifier: posix.join(name, subpath), name: file.replace(/\.js$/, "") }];
  });
}
