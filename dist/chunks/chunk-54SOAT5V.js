import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/log.ts
import { stdout } from "node:process";
var longest = 1e3;
function createLog({ redact, now, write = /* @__PURE__ */ __name((line) => void stdout.write(line), "write") }) {
  const short = /* @__PURE__ */ __name((text) => {
    const plain = redact(text);
    return plain.length > longest ? `${plain.slice(0, longest)}\u2026` : plain;
  }, "short");
  const line = /* @__PURE__ */ __name((level) => (said, fields = {}) => {
    const shown = Object.entries(fields).flatMap(
      ([name, value]) => value === void 0 ? [] : [[name, typeof value === "string" ? short(value) : value]]
    );
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, said: short(said), ...Object.fromEntries(shown) })}
`);
  }, "line");
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
__name(createLog, "createLog");
function wordsOf(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
__name(wordsOf, "wordsOf");

export {
  createLog,
  wordsOf
};
