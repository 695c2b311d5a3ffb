/** Comments to commands, and commands to decisions. Pure. */
export { type Heard, parse } from "./parse.ts";
export { usageOf } from "./usage.ts";
