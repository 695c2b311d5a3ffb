import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  situationOf
} from "./chunk-NMXM474A.js";
import "./chunk-MQ63OBL2.js";
import {
  openStage
} from "./chunk-32P7UMIT.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  previewed
} from "./chunk-NJKHUKAC.js";
import "./chunk-PGJ7BHTB.js";
import {
  connect
} from "./chunk-NGGVVAK4.js";
import "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-SPWEMITE.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-UM6QCNNY.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import {
  isObject
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/event-file.ts
import { readFile } from "node:fs/promises";
async function readEvent(env) {
  const file = env["GITHUB_EVENT_PATH"] ?? "";
  if (file === "") throw problem("event-unreadable", { why: "GITHUB_EVENT_PATH is not set" });
  try {
    const event = JSON.parse(await readFile(file, "utf8"));
    if (isObject(event)) return event;
  } catch (error) {
    throw problem("event-unreadable", { why: error instanceof SyntaxError ? "it is not JSON" : "the file cannot be read" }, error);
  }
  throw problem("event-unreadable", { why: "it is not a JSON object" });
}
__name(readEvent, "readEvent");

// src/shells/action/place.ts
import { join } from "node:path";
function placeOf(env, inputs) {
  if (inputs.token === "") throw new UsageError("Input `github-token` is empty. Leave it out: the job's own token is its default.");
  const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  if (!owner || !repo)
    throw new UsageError("GITHUB_REPOSITORY is not set: Isthmus runs as an Action inside a workflow; on a laptop use the command line.");
  const web = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${owner}/${repo}`;
  const id = env["GITHUB_RUN_ID"] ?? "";
  return {
    connection: connect({ token: new Secret(inputs.token), apiUrl: env["GITHUB_API_URL"] || "https://api.github.com", owner, repo }),
    web,
    run: `${web}/actions/runs/${id}`,
    attempt: `${id}/${env["GITHUB_RUN_ATTEMPT"] ?? "1"}`,
    folder: join(env["GITHUB_WORKSPACE"] ?? ".", inputs.folder)
  };
}
__name(placeOf, "placeOf");

// src/shells/action/act.ts
async function run(env, inputs, runner) {
  const situation = situationOf(env["GITHUB_EVENT_NAME"] ?? "", await readEvent(env), { commit: env["GITHUB_SHA"] });
  if (situation.kind === "nothing") {
    runner.say(`${situation.why} There is nothing to do.`);
    runner.output({ decision: "pass", "reason-code": "nothing_to_do" });
    return exitCodes.fine;
  }
  const place = placeOf(env, inputs);
  if (situation.kind === "comment") {
    const { heard } = await import("./heard-KA23RK37.js");
    return heard({ place, wishes: inputs, desk: runner, situation, stop: interruptible });
  }
  const stage = await openStage({ place, wishes: inputs, desk: runner, situation });
  if (inputs.share !== void 0) {
    if (inputs.apply)
      throw new UsageError("Inputs `shard` and `apply` do not go together: one job applies to all clusters, so that their order holds.");
    const sharing = { stage, runner, workspace: env["GITHUB_WORKSPACE"] ?? "." };
    if (situation.kind === "schedule") {
      const { sharedLook } = await import("./share-look-CPTISMTV.js");
      return sharedLook({ ...sharing, stop: interruptible() }, inputs.share);
    }
    const { shared } = await import("./share-VZVWX7F3.js");
    return shared(sharing, inputs.share);
  }
  if (situation.kind === "schedule") {
    const { upkeep } = await import("./upkeep-W5CEFJ45.js");
    return (await upkeep(stage, { how: inputs.apply ? "apply" : "look", stop: interruptible() })).code;
  }
  if (situation.kind !== "push" || !situation.isDefault || !inputs.apply) return previewed(stage);
  const { applied } = await import("./apply-BZPRN3IB.js");
  return applied(stage, interruptible());
}
__name(run, "run");
function interruptible() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => controller.abort());
  return controller.signal;
}
__name(interruptible, "interruptible");
export {
  run
};
