import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  warmEngine
} from "./chunk-IV6PBLCL.js";
import {
  driftChoices,
  driftWishes
} from "./chunk-H34Y2O2K.js";
import {
  chartLogins,
  passwordsIn
} from "./chunk-LCP2T3H2.js";
import {
  UsageError,
  runToExitCode
} from "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/plan-keys.ts
var fewest = 32;
function planKeys(where, text) {
  const lines = text.split("\n").map((line) => line.trim());
  const keys = lines.filter((line) => line !== "");
  const weak = keys.findIndex((key) => key.length < fewest);
  if (weak >= 0)
    throw new UsageError(
      `${where} holds a key of ${keys[weak]?.length} characters (number ${weak + 1}); it needs ${fewest}: \`openssl rand -hex 32\` makes one.`
    );
  return keys.map((key) => new Secret(key));
}
__name(planKeys, "planKeys");

// src/shells/action/inputs.ts
var comments = ["always", "on-change", "never"];
var verifications = ["none", "look", "probe"];
var strictness = ["error", "warning", "never"];
var inputs = {
  "github-token": {
    group: "what to read",
    description: "Token that reads the commits and writes the comment and the check run. The job's own token is the default and is enough with `contents: read`, `pull-requests: write` and `checks: write`; give a GitHub App's token to comment under its name.",
    default: "${{ github.token }}"
  },
  "working-directory": {
    group: "what to read",
    description: "Folder of the mesh repository (where `mesh.yaml` is) inside the Git repository, for example `infra/mesh`. Nothing outside of it is read. Default: the top of the repository. Each folder gets a comment of its own.",
    default: "."
  },
  base: {
    group: "what to read",
    description: "Commit, branch or tag to compare with, for example `main`. Left empty it follows the event: where the pull request left its base branch, the commit before a push, the base of the merge group; on workflow_dispatch nothing, so that everything is new.",
    default: ""
  },
  head: {
    group: "what to read",
    description: "Commit, branch or tag to judge, for example `refs/pull/7/head`. Left empty it follows the event: the head of the pull request, the pushed commit, the head of the merge group. Set it only together with your own idea of `base`.",
    default: ""
  },
  "chart-logins": {
    group: "what to read",
    description: "Logins for hosts that charts come from (`spec.istio.charts`), one a line: `HOST USER PASSWORD`, for example `charts.example:8443 robot PASSWORD` with a secret for the password. Each goes to its host alone, encrypted, and only for addresses that the mesh document of the default branch names. Without a line for a host what `docker login` or `helm registry login` left in the job is used.",
    default: ""
  },
  clusters: {
    group: "which clusters",
    description: "Names of clusters to show, separated by commas or line ends, for example `east, eu`. Left empty all clusters of the mesh are shown. What is checked stays the same: a rule about the mesh needs all of them.",
    default: ""
  },
  shards: {
    group: "which clusters",
    description: "Into how many jobs the work on hundreds of clusters is cut, for example `8`, at most 256; the same number in all of these jobs. Together with `shard`. Left empty one job does everything, which is enough for most meshes: a preview of a thousand clusters that are much alike takes it seconds.",
    default: ""
  },
  shard: {
    group: "which clusters",
    description: "What this job does of a preview, or of a look by plan (`schedule`), that is cut into `shards`: `matrix` only says who does what, in the output `matrix`; a number, for example `3`, does the work of that shard and hands it on in a file, the output `part`; `join` reads the files of all shards from `parts` and says and publishes what one job would have. Clusters of a part that is missing are unknown, and the job fails. In a look by plan a shard's job needs the kubeconfigs of its own clusters and the joining job none; all but `matrix` need `plan-key`, which seals what clusters hold on its way between them.",
    default: ""
  },
  parts: {
    group: "which clusters",
    description: "For `shard: join` the folder with the parts of all shards, as `actions/download-artifact` leaves them there: in it or each in a folder of its own. Relative to the workspace of the job.",
    default: "isthmus-parts"
  },
  apply: {
    group: "what to do",
    description: "Whether a push to the default branch is applied to the clusters, `true` or `false`. Only when the mesh says `apply: onMerge`; other events and branches are previewed. On `schedule` it first renews the certificates and tokens that are due, then does the same for the default branch as it is, and without it only looks; what ends and was not renewed gets an issue with the day (`issues: write`). The job then needs the kubeconfigs that the clusters' `access` names, in its environment, and `deployments: write`.",
    default: "false"
  },
  verify: {
    group: "what to do",
    description: "What happens after an apply: `look` at the mesh (clusters synced, roots equal, endpoints and gateways of the others seen), also `probe` it with requests between all clusters by a small workload that is taken away afterwards, or `none`.",
    default: "look"
  },
  "drift-pull-requests": {
    group: "what to do",
    description: "What a look by plan (`schedule`) opens as a pull request when somebody changed the clusters: `adopt`, one that makes Git say what is live; `restore`, one that says that Git is right, after which the apply of the merge puts it back; `both`; or `none`. Each is one pull request that is kept up to date and closed when nothing is left to decide. Needs `contents: write` and `pull-requests: write`, and for the job's own token the repository's setting by which Actions may create pull requests.",
    default: "none"
  },
  "plan-key": {
    group: "what to do",
    description: "Secret that plans are signed with, from the output of `openssl rand -hex 32`: with it a plan is written into its check run, an approval holds as long as the plan of a cluster stays equal, and a merge queue passes only what was approved. It also seals the parts of a look by plan in shards. Several lines rotate it: the first signs, all are accepted. Keep it in an environment that only the default branch may use, and let the job name that environment (one that has another already holds the key there as well): `pull_request_target`, `issue_comment`, `push` and `schedule` get it then, `pull_request` does not. Empty: approvals are for their commit only.",
    default: ""
  },
  "confirm-deletions": {
    group: "what to do",
    description: "Number of deletions that somebody looked at and confirmed, for example `12`: an apply that would delete more than `rollout.maxDeletions` in a cluster is refused unless this is exactly how many there are in all. Empty: none are confirmed.",
    default: ""
  },
  comment: {
    group: "what to say",
    description: "When to write the one comment of the pull request: `always`; `on-change`, not before there is a change to tell, or an error or a warning in a pull request that touches files of the mesh; or `never`. A comment that is there is kept up to date by the first two. Needs `pull-requests: write`.",
    default: "always"
  },
  "check-run": {
    group: "what to say",
    description: "Whether to publish check runs on the head commit, `true` or `false`: the pages behind the comment, and annotations on the lines of the YAML files. Needs `checks: write`; without it up to ten errors and ten warnings are shown as annotations of the job.",
    default: "true"
  },
  summary: {
    group: "what to say",
    description: "Whether to write the whole report into the job summary, `true` or `false`. Nothing is left out there before it reaches 1,000 KiB, so it is the place to look when the comment had to be cut. Needs no permission.",
    default: "true"
  },
  "fail-on": {
    group: "how strict",
    description: "From which severity on findings fail the job: `error`, `warning` or `never`. Accepted findings never count. What could not be read (a chart, an API) fails the job with exit code 3 at every setting, because then not all findings are known.",
    default: "error"
  }
};
var mostShards = 256;
function readInputs(env) {
  const text = /* @__PURE__ */ __name((name) => (env[`INPUT_${name.toUpperCase()}`] ?? fallback(name)).trim(), "text");
  return {
    token: text("github-token"),
    folder: folderOf(text("working-directory")),
    base: text("base") || void 0,
    head: text("head") || void 0,
    clusters: text("clusters").split(/[\n,]/u).map((name) => name.trim()).filter((name) => name !== ""),
    apply: isTrue("apply", text("apply")),
    verify: oneOf("verify", verifications, text("verify")),
    confirmDeletions: count("confirm-deletions", text("confirm-deletions")),
    driftPulls: driftChoices[oneOf("drift-pull-requests", driftWishes, text("drift-pull-requests"))],
    comment: oneOf("comment", comments, text("comment")),
    checkRun: isTrue("check-run", text("check-run")),
    summary: isTrue("summary", text("summary")),
    failOn: oneOf("fail-on", strictness, text("fail-on")),
    chartLogins: chartLogins("Input `chart-logins`, ", text("chart-logins")),
    planKeys: planKeys("Input `plan-key`", text("plan-key")),
    share: shareOf(text("shard"), text("shards"), text("parts"))
  };
}
__name(readInputs, "readInputs");
function shareOf(shard, shards, folder) {
  const of = count("shards", shards);
  if (of === void 0 && shard === "") return void 0;
  if (of === void 0 || of < 1 || of > mostShards)
    throw new UsageError(`Input \`shards\` is \`${shards}\`; with \`shard\` it must be a number from 1 to ${mostShards}.`);
  if (shard === "matrix") return { kind: "matrix", of };
  if (shard === "join") return { kind: "join", of, folder };
  const number = count("shard", /^\d/u.test(shard) ? shard : "");
  if (number === void 0 || number < 1 || number > of)
    throw new UsageError(`Input \`shard\` is \`${shard}\`; it must be \`matrix\`, \`join\` or a number from 1 to ${of}.`);
  return { kind: "shard", number, of };
}
__name(shareOf, "shareOf");
function secretsIn(env) {
  const names = ["github-token", "plan-key"];
  const texts = names.flatMap((name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").split("\n"));
  texts.push(...passwordsIn(env["INPUT_CHART-LOGINS"] ?? ""));
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}
__name(secretsIn, "secretsIn");
function fallback(name) {
  const value = inputs[name].default;
  return value.startsWith("${{") ? "" : value;
}
__name(fallback, "fallback");
function oneOf(name, allowed, text) {
  const found = allowed.find((value) => value === text);
  if (found === void 0) throw new UsageError(`Input \`${name}\` is \`${text}\`; it must be one of ${allowed.join(", ")}.`);
  return found;
}
__name(oneOf, "oneOf");
function isTrue(name, text) {
  return oneOf(name, ["true", "false"], text.toLowerCase()) === "true";
}
__name(isTrue, "isTrue");
function count(name, text) {
  if (text === "") return void 0;
  if (!/^\d{1,6}$/u.test(text)) throw new UsageError(`Input \`${name}\` is \`${text}\`; it must be a whole number.`);
  return Number(text);
}
__name(count, "count");
function folderOf(text) {
  const steps = text.split("/").filter((step) => step !== "" && step !== ".");
  if (text.startsWith("/") || steps.includes("..")) {
    throw new UsageError(
      `Input \`working-directory\` is \`${text}\`; it must be a folder inside the repository, for example \`infra/mesh\`.`
    );
  }
  return steps.join("/");
}
__name(folderOf, "folderOf");

// src/shells/action/log.ts
import { stdout } from "node:process";
function createLog(write = (text) => void stdout.write(text)) {
  return { say: /* @__PURE__ */ __name((text) => write(`${harmless(text)}
`), "say") };
}
__name(createLog, "createLog");
function harmless(text) {
  return text.split(lineEnd).map(harmlessLine).join("\n");
}
__name(harmless, "harmless");
var lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
function harmlessLine(line) {
  return line.replace(/(?!\t)[\p{Cc}\p{Cf}]/gu, "\uFFFD").replace(/^(?<space>\s*)::/u, "$<space>: :").replaceAll("##[", "# #[");
}
__name(harmlessLine, "harmlessLine");

// src/shells/action/result.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function writeForLater(env, name, content) {
  const parent = env["RUNNER_TEMP"] || tmpdir();
  try {
    const file = join(await mkdtemp(join(parent, "isthmus-")), name);
    await writeFile(file, content);
    return file;
  } catch (error) {
    throw problem(
      "output-unwritable",
      { file: join(parent, "isthmus-*", name), why: "the runner's temporary folder is not writable" },
      error
    );
  }
}
__name(writeForLater, "writeForLater");

// src/shells/action/runner.ts
async function openRunner(env, log) {
  const core = await import("./core-6YZLWIPF.js");
  const output = /* @__PURE__ */ __name((facts) => {
    if (!env["GITHUB_OUTPUT"]) return;
    for (const [name, value] of Object.entries(facts)) core.setOutput(name, harmless(value));
  }, "output");
  return {
    say: log.say,
    output,
    result: /* @__PURE__ */ __name(async (json) => output({ result: await writeForLater(env, "result.json", json) }), "result"),
    part: /* @__PURE__ */ __name(async (name, bytes) => output({ part: await writeForLater(env, name, bytes) }), "part"),
    hide: /* @__PURE__ */ __name((secret) => {
      if (secret !== "") core.setSecret(secret);
    }, "hide"),
    error: /* @__PURE__ */ __name((message) => core.error(harmless(message)), "error"),
    warning: /* @__PURE__ */ __name((message) => core.warning(harmless(message)), "warning"),
    missed: /* @__PURE__ */ __name(({ what, why, remedy }) => core.warning(harmless(`${what} could not be written. ${why} ${remedy}`)), "missed"),
    note: /* @__PURE__ */ __name(({ level, title, message, file, line }) => core[level](harmless(message), { title: harmless(title), file, startLine: line }), "note"),
    group: /* @__PURE__ */ __name((title, lines) => {
      core.startGroup(harmless(title));
      for (const line of lines) log.say(line);
      core.endGroup();
    }, "group"),
    summary: /* @__PURE__ */ __name(async (markdown) => {
      if (env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(markdown).write();
    }, "summary"),
    asCode: /* @__PURE__ */ __name((text) => {
      const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
      const fence = "`".repeat(longest + 1);
      return `${fence}text
${harmless(text)}
${fence}`;
    }, "asCode")
  };
}
__name(openRunner, "openRunner");

// src/shells/action/program.ts
async function main(env) {
  const runner = await openRunner(env, createLog());
  const said = [];
  const code = await runToExitCode(
    async () => {
      for (const secret of secretsIn(env)) runner.hide(secret);
      const inputs2 = readInputs(env);
      warmEngine();
      const { run } = await import("./act-DI5UATII.js");
      return run(env, inputs2, runner);
    },
    (line) => said.push(line)
  );
  if (said.length > 0) await tellFailure(runner, code, said);
  return code;
}
__name(main, "main");
async function tellFailure(runner, code, said) {
  runner.error(said.map((line) => line.replace(/^isthmus: /u, "").trim()).join("\n"));
  runner.output({ decision: code === exitCodes.world ? "unknown" : "fail", "reason-code": reasonFor(code) });
  await runner.summary(`## Isthmus could not judge this change

${runner.asCode(said.join("\n"))}
`);
}
__name(tellFailure, "tellFailure");
function reasonFor(code) {
  if (code === exitCodes.usage) return "wrong_usage";
  return code === exitCodes.world ? "world_failed" : "bug";
}
__name(reasonFor, "reasonFor");
export {
  main
};
