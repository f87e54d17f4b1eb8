import { writeSync } from "node:fs";

/** A reporter of jest's that ends the run with the first test that fails, and not with its file. */
export default class FirstFailure {
  onTestCaseResult(_test, { status, fullName, failureMessages }) {
    if (status !== "failed") return;
    writeSync(2, `✕ ${fullName}\n\n${failureMessages.join("\n")}\n`);
    process.exit(1);
  }
}
