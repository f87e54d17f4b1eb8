import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Packs the package for all of these tests, and installs it for those of its program. */
export default function setUp() {
  process.env.PACKED_FOLDER = mkdtempSync(join(tmpdir(), "integration-router-packed-"));
  const script = fileURLToPath(new URL("pack-once.ts", import.meta.url));
  execFileSync(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", 2, 2] });
}
