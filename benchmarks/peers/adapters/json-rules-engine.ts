import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { FirstMatch, Peer } from "../peer.js";
import { toRulesEngineRoot } from "../rules-engine.js";

export const peer: Peer = {
  write: toRulesEngineRoot,
  load(written) {
    const engine = newEngine();
    engine.addRule({ conditions: written as TopLevelCondition, event: { type: "match" } });
    return async (message) => (await engine.run({ ...message })).events.length > 0;
  },
  // One engine for all, a rule's priority for its place, stopped by the first that passes.
  loadAll(written): FirstMatch {
    const engine = newEngine();
    for (const [position, conditions] of written.entries()) {
      engine.addRule({
        conditions: conditions as TopLevelCondition,
        event: { type: "match", params: { position } },
        priority: written.length - position,
        onSuccess: () => void engine.stop(),
      });
    }
    return async (message) => {
      const { events } = await engine.run({ ...message });
      const position: unknown = events[0]?.params?.["position"];
      return typeof position === "number" ? position : -1;
    };
  },
};

function newEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<unknown, string>(
    "endsWith",
    (text, suffix) => typeof text === "string" && text.endsWith(suffix),
  );
  return engine;
}
