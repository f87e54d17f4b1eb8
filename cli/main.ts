#!/usr/bin/env node
import { endQuietlyOnClosedPipe } from "./output/terminal.js";
import { run } from "./program.js";

endQuietlyOnClosedPipe();
await run(process.argv.slice(2));
