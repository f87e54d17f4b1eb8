import { format } from "node:util";
import { transformSync } from "@swc/core";
import * as fastCheck from "fast-check";
import * as integrationRouter from "integration-router";
import * as analysis from "integration-router/analysis";
import * as codegen from "integration-router/codegen";
import * as integrationRouterJsonLogic from "integration-router/json-logic";
import * as novu from "integration-router/novu";
import * as testing from "integration-router/testing";
import jsonLogic from "json-logic-js";

/**
 * Runs TypeScript that makes one program, part by part.
 *
 * @param parts - the parts, each of which sees what those before it declare
 * @param modules - what they may import, beside the package and its optional peers
 * @returns what each part prints
 */
export async function runCode(
  parts: readonly string[],
  modules: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const printed = parts.map(() => "");
  let current = 0;
  const print = (...values: unknown[]): void => {
    printed[current] += `${format(...values)}\n`;
  };
  const known: Readonly<Record<string, unknown>> = {
    ...modules,
    "integration-router": integrationRouter,
    "integration-router/json-logic": integrationRouterJsonLogic,
    "json-logic-js": jsonLogic,
    "integration-router/analysis": analysis,
    "integration-router/codegen": codegen,
    "integration-router/novu": novu,
    "integration-router/testing": testing,
    "fast-check": fastCheck,
  };
  const load = (name: string): unknown => {
    if (!Object.hasOwn(known, name)) throw new Error(`there is no module ${name}`);
    return known[name];
  };
  const nextPart = (): void => {
    current++;
  };
  const program = compile(parts.join("\nnextPart();\n"));
  await program(load, { log: print, warn: print, error: print }, nextPart, {});
  return printed;
}

/** A compiled program; its parameters are all that it finds around it. */
type Program = (
  require: (name: string) => unknown,
  console: Readonly<Record<"log" | "warn" | "error", (...values: unknown[]) => void>>,
  nextPart: () => void,
  exports: object,
) => Promise<void>;

function compile(source: string): Program {
  const { code } = transformSync(source, {
    filename: "snippet.ts",
    configFile: false,
    swcrc: false,
    isModule: true,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  const body = `return (async () => {${code}\n})();`;
  return new Function("require", "console", "nextPart", "exports", body) as Program;
}
