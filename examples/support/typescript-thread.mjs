// A thread starts without the TypeScript loader of its parent, and on Node 20 the flag that would
// load it comes too late for the thread's own script. So that script is this one, in JavaScript: it
// loads tsx and then the script in TypeScript that `workerData` names.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData);
