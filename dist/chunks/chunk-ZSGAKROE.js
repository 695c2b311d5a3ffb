import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/run.ts
var UsageError = class extends Error {
  static {
    __name(this, "UsageError");
  }
  name = "UsageError";
};
async function runToExitCode(work, tell) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) {
      tell(`isthmus: ${error.message}`);
      tell(`  ${error.remedy} [${error.code}]`);
      return error.code === "cluster-not-in-mesh" ? exitCodes.usage : exitCodes.world;
    }
    if (error instanceof UsageError) {
      tell(`isthmus: ${error.message}`);
      return exitCodes.usage;
    }
    tell(`isthmus: this is a bug in Isthmus: ${oneLine(error)}`);
    tell(
      "  Report it with this line and the command at https://github.com/isthmus-mesh/isthmus/issues; ISTHMUS_DEBUG=1 adds a stack trace."
    );
    if (process.env["ISTHMUS_DEBUG"] && error instanceof Error) tell(error.stack ?? "");
    return exitCodes.bug;
  }
}
__name(runToExitCode, "runToExitCode");
function oneLine(error) {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/gu, " ").slice(0, 300);
}
__name(oneLine, "oneLine");

export {
  UsageError,
  runToExitCode
};
