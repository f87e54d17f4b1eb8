import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endProcess, hasEnded, howItEnded } from "../child-process.js";
import { RedisMissing } from "../failure.js";

const HOST = "127.0.0.1";
/** Somebody else may take a free port before the server does. */
const TRIES = 5;
const START_UP = 10_000;
const GRACE = 3_000;

/** A Redis server of this run's own, on a free port. It keeps nothing. */
export class RedisServer {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #folder: string;
  /** A last resort, for an end that comes without warning. */
  readonly #atExit = () => {
    this.#process.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  };
  #stopping = false;

  private constructor(port: number) {
    this.port = port;
    this.#folder = mkdtempSync(join(tmpdir(), "integration-router-redis-"));
    const settings = { port, bind: HOST, save: "", appendonly: "no", dir: this.#folder };
    this.#process = spawn(
      "redis-server",
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
      // Out of the terminal's process group: Ctrl-C is for the run, which stops the server last.
      { stdio: ["ignore", "pipe", "ignore"], detached: true },
    );
    process.once("exit", this.#atExit);
  }

  /**
   * Starts a server and waits until it takes connections.
   *
   * @throws RedisMissing where the system has none
   */
  static async start(): Promise<RedisServer> {
    for (let tries = 1; ; tries++) {
      const server = new RedisServer(await freePort());
      try {
        await server.#ready();
        return server;
      } catch (error) {
        await server.stop();
        if (error instanceof RedisMissing || tries === TRIES) throw error;
      }
    }
  }

  /** Calls back where the server ends before it is told to. */
  onLost(lost: (error: Error) => void): void {
    const tell = () => {
      if (!this.#stopping) lost(new Error(`Redis ended early, ${howItEnded(this.#process)}`));
    };
    if (hasEnded(this.#process)) tell();
    else this.#process.once("exit", tell);
  }

  /** Stops the server, and takes its folder away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await endProcess(this.#process, () => this.#process.kill("SIGTERM"), GRACE);
    rmSync(this.#folder, { recursive: true, force: true });
    process.off("exit", this.#atExit);
  }

  /** The server says so itself; nobody need ask it again and again. */
  async #ready(): Promise<void> {
    const { stdout } = this.#process;
    if (stdout === null) throw new Error("redis-server has no output");
    const lines = createInterface(stdout);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("redis-server does not start")), START_UP);
      lines.on("line", (line) => {
        if (!line.includes("Ready to accept connections")) return;
        clearTimeout(late);
        resolve();
      });
      this.#process.once("error", (error: NodeJS.ErrnoException) => {
        clearTimeout(late);
        reject(error.code === "ENOENT" ? new RedisMissing() : error);
      });
      this.#process.once("exit", () => {
        clearTimeout(late);
        reject(new Error(`redis-server did not start, ${howItEnded(this.#process)}`));
      });
    });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("found no free port");
  return address.port;
}
