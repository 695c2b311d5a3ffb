import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: /* @__PURE__ */ __name(() => Date.now(), "now"),
  monotonic: /* @__PURE__ */ __name(() => performance.now(), "monotonic"),
  sleep: /* @__PURE__ */ __name(async (milliseconds, signal) => {
    try {
      await wait(Math.max(0, milliseconds), void 0, signal === void 0 ? {} : { signal });
    } catch {
    }
  }, "sleep")
};

export {
  systemClock
};
