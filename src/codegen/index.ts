export { codegen } from "./codegen.js";
