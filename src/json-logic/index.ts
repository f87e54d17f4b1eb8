export { addOperators, type JsonLogic, type Operation } from "./add-operators.js";
export { type JsonLogicRule, toJsonLogic } from "./to-json-logic.js";
export type {
  WrittenArguments,
  WrittenCondition,
  WrittenField,
  WrittenOperand,
  WrittenTerm,
} from "./write-condition.js";
