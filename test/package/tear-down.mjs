import { rmSync } from "node:fs";

/** Takes away what the set-up has made. */
export default function tearDown() {
  rmSync(process.env.PACKED_FOLDER, { recursive: true, force: true });
}
