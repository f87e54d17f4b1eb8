/**
 * Prints what importing from the built package costs: bundled with all that it depends on, minified,
 * gzipped at the highest level, as those who measure packages do. Ends with 1 where an import is over
 * its budget.
 */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { left, right, toText } from "../benchmarks/report/table.js";
import { codeEntries, readManifest } from "./manifest.js";

interface Import {
  /** What is imported: `{ name }`, or `*` for all that an entry has. */
  readonly names: string;
  readonly from: string;
  /** The most that it may weigh, in bytes of gzip; an import without one is only shown. */
  readonly budget?: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = readManifest(root);

const imports: readonly Import[] = [
  { names: "{ selectIntegration }", from: manifest.name, budget: 15_000 },
  { names: "{ createRouter }", from: manifest.name, budget: 20_000 },
  { names: "{ CHANNELS }", from: manifest.name, budget: 1_000 },
  ...codeEntries(manifest).map(({ specifier }) => ({ names: "*", from: specifier })),
];

/** Bundles an import as a browser's bundler would, with the package found by its name. */
async function bundle({ names, from }: Import): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from "${from}";`, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    // Whoever uses the package with a peer has the peer already.
    external: Object.keys(manifest.peerDependencies ?? {}),
    // This project's own leads the package's name to the sources.
    tsconfigRaw: "{}",
    write: false,
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made nothing of ${names} from "${from}"`);
  return file.contents;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

const rows: string[][] = [];
for (const each of imports) {
  const minified = await bundle(each);
  const gzipped = gzipSync(minified, { level: 9 }).length;
  const { names, from, budget } = each;
  const isOver = budget !== undefined && gzipped > budget;
  if (isOver) process.exitCode = 1;
  rows.push([
    `${names} from "${from}"`,
    kilobytes(minified.length),
    kilobytes(gzipped),
    ...(budget === undefined
      ? ["", ""]
      : [kilobytes(budget), isOver ? `over by ${kilobytes(gzipped - budget)}` : "ok"]),
  ]);
}

const columns = [left("import"), right("minified"), right("gzipped"), right("budget"), left("")];
console.log(toText({ title: "What an import weighs", columns, rows }));
