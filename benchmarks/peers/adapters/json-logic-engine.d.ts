// The package has declarations, but its `exports` hide them from the `import` condition.
declare module "json-logic-engine" {
  export class LogicEngine {
    run(logic: unknown, data: unknown): unknown;
    build(logic: unknown): (data: unknown) => unknown;
  }
}
