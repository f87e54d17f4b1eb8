import { Arbitrary, type Random, Stream, Value } from "fast-check";
import type { IntegrationLike } from "../../integration.js";
import type { ContextMaker } from "./context-maker.js";
import type { Draft } from "./draft.js";

/** Drafts of contexts: drawn by a maker, and shrunk to plainer ones. */
export class DraftArbitrary<T extends IntegrationLike> extends Arbitrary<Draft> {
  readonly #maker: ContextMaker<T>;
  readonly #draw: (random: Random) => Draft;

  /** @param draw - how a draft is drawn, where not any is wanted */
  constructor(maker: ContextMaker<T>, draw = (random: Random): Draft => maker.draw(random)) {
    super();
    this.#maker = maker;
    this.#draw = draw;
  }

  generate(random: Random): Value<Draft> {
    return new Value(this.#draw(random), undefined);
  }

  /** Drafts are numbers that mean something to their maker only. */
  canShrinkWithoutContext(_value: unknown): _value is Draft {
    return false;
  }

  shrink(draft: Draft): Stream<Value<Draft>> {
    return new Stream(this.#maker.plainerThan(draft)).map(
      (plainer) => new Value(plainer, undefined),
    );
  }
}
