import type { ChildProcess } from "node:child_process";

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** How a process ended, for a sentence. */
export function howItEnded({ exitCode, signalCode }: ChildProcess): string {
  return signalCode === null ? `with code ${exitCode}` : `by ${signalCode}`;
}

/** Ends a process, whatever it takes: asks it to, and kills it where it has not ended by then. */
export async function endProcess(
  process: ChildProcess,
  ask: () => unknown,
  grace: number,
): Promise<void> {
  if (process.pid === undefined || hasEnded(process)) return;
  await new Promise<void>((resolve) => {
    const kill = setTimeout(() => process.kill("SIGKILL"), grace);
    process.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    ask();
  });
}
