/**
 * Writes a report of the public types of each entry to `api/`, so that a change of the surface is
 * seen in review. With `--check` it writes nothing, shows what differs, and ends with 1 if anything
 * does.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { type CodeEntry, codeEntries, readManifest } from "./manifest.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = join(root, "api");

/** Reports what the declarations of an entry say, by way of what the build has written of them. */
function report({ name }: CodeEntry, folder: string): void {
  const declarations = join(root, `dist/esm/${name}.d.ts`);
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(root, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: {
        // API Extractor brings a compiler of its own, which has to read declarations only.
        overrideTsconfig: {
          compilerOptions: {
            target: "es2022",
            lib: ["es2022"],
            module: "nodenext",
            moduleResolution: "nodenext",
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [declarations],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name.replace("/index", "")}.api.md`,
        reportFolder: folder,
        reportTempFolder: folder,
        // A type that only other types name is part of the surface all the same.
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Release tags and the like are no custom of this project.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      // That a report is new is no news in a folder that was empty.
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  if (!succeeded) throw new Error(`API Extractor has no report of ${name}`);
}

const folder = mkdtempSync(join(tmpdir(), "integration-router-api-"));
try {
  for (const entry of codeEntries(readManifest(root))) report(entry, folder);
  if (process.argv.includes("--check")) {
    const compare = ["diff", "--no-index", "--exit-code", reports, folder];
    const { status } = spawnSync("git", compare, { stdio: "inherit" });
    if (status !== 0) {
      console.error("api/ is not what the sources export: see to it that this is meant, then");
      console.error("`npm run api` writes it anew.");
      process.exitCode = 1;
    }
  } else {
    rmSync(reports, { recursive: true, force: true });
    mkdirSync(reports);
    cpSync(folder, reports, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
