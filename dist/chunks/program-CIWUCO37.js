import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createLog
} from "./chunk-54SOAT5V.js";
import {
  systemClock
} from "./chunk-UC7PK5FU.js";
import {
  driftChoices,
  driftWishes
} from "./chunk-H34Y2O2K.js";
import {
  chartLogins
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
import "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/program.ts
import { readFileSync } from "node:fs";

// src/adapters/queue/index.ts
async function openQueue({ url, file }) {
  const address = url instanceof Secret ? url.open() : url;
  if (address !== void 0 && address !== "") return (await import("./postgres-AASP5OOM.js")).openPostgresQueue(address);
  return (await import("./sqlite-IWPBO5NC.js")).openSqliteQueue(file);
}
__name(openQueue, "openQueue");

// src/adapters/redaction.ts
var shortest = 8;
var shapes = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/gu, "***"],
  [/\b(?:gh[pousr]_[A-Za-z0-9_]{8,}|github_pat_[A-Za-z0-9_]{8,})/gu, "***"],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/gu, "***"],
  [/\b(?<scheme>bearer|basic|token) +[A-Za-z0-9._~+/=-]{8,}/giu, "$<scheme> ***"],
  [/\b(?<scheme>[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/giu, "$<scheme>***@"]
];
function createRedaction(secrets) {
  const values = secrets.flatMap((secret) => [secret.open(), ...secret.open().split(/\r?\n|\\n/u)]).map((value) => value.trim());
  const known = [...new Set(values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]))].filter((value) => value.length >= shortest).sort((one, other) => other.length - one.length);
  return (text) => {
    const without = known.reduce((rest, value) => rest.replaceAll(value, "***"), text);
    return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), without);
  };
}
__name(createRedaction, "createRedaction");

// src/shells/bot/settings.ts
var verifications = ["none", "look", "probe"];
var comments = ["always", "on-change", "never"];
var strictness = ["error", "warning", "never"];
var settings = {
  APP_ID: {
    group: "the App",
    description: "Number of the GitHub App (its settings page calls it *App ID*), for example `123456`. Its tokens are made with it.",
    default: "",
    must: true
  },
  PRIVATE_KEY: {
    group: "the App",
    description: "Private key of the GitHub App: the PEM file that GitHub gave, as it is, with `\\n` for its line ends, or in base64. With it the bot gets a token for an hour wherever it works.",
    default: "",
    must: true,
    isSecret: true
  },
  WEBHOOK_SECRET: {
    group: "the App",
    description: "Secret that GitHub signs webhooks with. Nothing unsigned is ever taken. Several, one a line, while it is changed: a webhook signed with any of them is taken.",
    default: "",
    must: true,
    isSecret: true
  },
  GITHUB_API_URL: {
    group: "the App",
    description: "Address of GitHub's API. For GitHub Enterprise Server `https://HOST/api/v3`; for a tenant of ghe.com `https://api.TENANT.ghe.com`.",
    default: "https://api.github.com"
  },
  REPOSITORIES: {
    group: "which repositories",
    description: "Repositories the bot works for, separated by commas or line ends: `shop/mesh`, or `shop/*` for all of an owner. Events of others are dropped, wherever the App is installed: strangers may install a public App.",
    default: "",
    must: true
  },
  MESH_FOLDER: {
    group: "which repositories",
    description: "Folder of the mesh repository (where `mesh.yaml` is) inside the Git repositories, for example `infra/mesh`. The top unless given.",
    default: "."
  },
  PLAN_KEY: {
    group: "what to do",
    description: "Key that plans are signed with, so that an approval holds for the plan and not only for its commit; the same as the Action's input `plan-key`. Several, one a line, while it is changed: the first signs, all are believed.",
    default: "",
    isSecret: true
  },
  CHART_LOGINS: {
    group: "what to do",
    description: "Logins for hosts that charts come from, one a line: `HOST USER PASSWORD`. Each goes to its host alone, encrypted, and only for addresses that the mesh document of the default branch names. Without a line for a host what `docker login` or `helm registry login` left is used (DOCKER_CONFIG, HELM_REGISTRY_CONFIG).",
    default: "",
    isSecret: true
  },
  APPLY: {
    group: "what to do",
    description: "Whether a push to the default branch is applied to the clusters, `true` or `false`. Only where the mesh says `apply: onMerge`; who may give `/apply` by comment is the mesh's own `spec.chatops`, whatever this says. The bot's environment then holds the kubeconfigs that the clusters' `access` names.",
    default: "false"
  },
  LOOK_HOURS: {
    group: "what to do",
    description: "How often the bot looks at the clusters of each repository without being asked, in hours: drift, what was merged and not applied, what ends. With APPLY it renews certificates and tokens that are due first, where the mesh says `apply: onMerge`; what ends and is not renewed gets an issue with the day. 0: never. Its environment then holds the kubeconfigs that the clusters' `access` names.",
    default: "6"
  },
  VERIFY: {
    group: "what to do",
    description: "What happens after an apply: `look` at the mesh, also `probe` it with requests between all clusters by a small workload that is taken away afterwards, or `none`.",
    default: "look"
  },
  DRIFT_PULL_REQUESTS: {
    group: "what to do",
    description: "What a look by plan opens as a pull request when somebody changed the clusters: `adopt`, one that makes Git say what is live; `restore`, one that says that Git is right; `both`, or `none`. The App then needs `contents: write`.",
    default: "none"
  },
  FILES_FOLDER: {
    group: "what to do",
    description: "Folder where files are looked for that the clusters' `access` and the signer name: kubeconfigs, a signer's command. Only used with APPLY.",
    default: "."
  },
  DATABASE_URL: {
    group: "the queue",
    description: "PostgreSQL for the queue, for example `postgres://isthmus@db/isthmus`: then several bots may run beside each other. Left empty the queue is a file.",
    default: "",
    isSecret: true
  },
  QUEUE_FILE: {
    group: "the queue",
    description: "File of the queue where there is no DATABASE_URL, on a disk that outlives the process. One bot has it at a time. What GitHub saw acknowledged is in it.",
    default: "isthmus-queue.db"
  },
  WORKERS: {
    group: "the queue",
    description: "How many works are carried out at once, each in a process of its own, 1 to 32. Works of one pull request go one after the other. A mesh of a thousand clusters may need 1.5 GB in one of them.",
    default: "2"
  },
  SWEEP_MINUTES: {
    group: "the queue",
    description: "How often GitHub is asked for webhooks that did not arrive, in minutes; once more at every start. 0: never. GitHub keeps them for three days and does not send them again by itself.",
    default: "5"
  },
  HOST: {
    group: "where it listens",
    description: "Address to listen on. In a container `0.0.0.0`; TLS is for what stands before it. Webhooks come to `/api/github/webhooks`.",
    default: "127.0.0.1"
  },
  PORT: {
    group: "where it listens",
    description: "Port to listen on, for webhooks, `/healthz`, `/readyz` and `/metrics` (no names of repositories are in it). 0 takes a free one, which the log names.",
    default: "3000"
  },
  PUBLIC_URL: {
    group: "the status page",
    description: "Address of the bot as browsers reach it, for example `https://isthmus.example.com`. With it and the next two there is a page `/status` that tells meshes, clusters, waves, what ends, drift and the last works, to people who sign in with GitHub and may read the repository (of a public one that is everybody). `PUBLIC_URL/status/callback` is to be a callback URL of the App. Empty: no such page.",
    default: ""
  },
  CLIENT_ID: {
    group: "the status page",
    description: "Client ID of the GitHub App, for example `Iv23liAbCdEf`: people sign in with it.",
    default: ""
  },
  CLIENT_SECRET: {
    group: "the status page",
    description: "A client secret of the GitHub App. Sessions are signed with it as well: whoever changes it signs everybody out.",
    default: "",
    isSecret: true
  },
  COMMENT: {
    group: "what to say",
    description: "When to write the one comment of a pull request: `always`; `on-change`, not before there is a change to tell, or an error or a warning in a pull request that touches files of the mesh; or `never`.",
    default: "always"
  },
  FAIL_ON: {
    group: "what to say",
    description: "From which severity on findings fail the check run: `error`, `warning` or `never`. Accepted findings never count.",
    default: "error"
  }
};
function readSettings(env, readText) {
  const wrong = [];
  const text = /* @__PURE__ */ __name((name) => textOf(env, name, { readText, wrong }), "text");
  const read = /* @__PURE__ */ __name((name, work, otherwise) => {
    const given = text(name);
    if (given === "") return otherwise;
    try {
      return work(given);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      wrong.push(`${name} ${error.message}`);
      return otherwise;
    }
  }, "read");
  const found = {
    app: {
      id: read("APP_ID", (given) => number(given, { from: 1, to: Number.MAX_SAFE_INTEGER }), 0),
      key: read("PRIVATE_KEY", keyOf, new Secret("")),
      apiUrl: read("GITHUB_API_URL", addressOf, "")
    },
    webhookSecrets: read("WEBHOOK_SECRET", secretsOf, []),
    repositories: read("REPOSITORIES", (given) => listOf(given).map(repositoryOf), []),
    folder: read("MESH_FOLDER", folderOf, ""),
    planKeys: read("PLAN_KEY", secretsOf, []),
    chartLogins: read("CHART_LOGINS", (given) => chartLogins("", given), []),
    apply: read("APPLY", (given) => oneOf(given, ["true", "false"]) === "true", false),
    lookEvery: read("LOOK_HOURS", (given) => number(given, { from: 0, to: 168 }) * 36e5, 0),
    verify: read("VERIFY", (given) => oneOf(given, verifications), "look"),
    driftPulls: driftChoices[read("DRIFT_PULL_REQUESTS", (given) => oneOf(given, driftWishes), "none")],
    filesFolder: text("FILES_FOLDER"),
    queue: { url: text("DATABASE_URL") === "" ? void 0 : new Secret(text("DATABASE_URL")), file: text("QUEUE_FILE") },
    workers: read("WORKERS", (given) => number(given, { from: 1, to: 32 }), 1),
    sweepEvery: read("SWEEP_MINUTES", (given) => number(given, { from: 0, to: 1440 }) * 6e4, 0),
    host: text("HOST"),
    port: read("PORT", (given) => number(given, { from: 0, to: 65535 }), 0),
    status: statusOf(text, wrong),
    comment: read("COMMENT", (given) => oneOf(given, comments), "always"),
    failOn: read("FAIL_ON", (given) => oneOf(given, strictness), "error")
  };
  if (wrong.length > 0) throw new UsageError(`the bot cannot start:
${[...new Set(wrong)].map((line) => `  ${line}`).join("\n")}`);
  return found;
}
__name(readSettings, "readSettings");
function statusOf(text, wrong) {
  const [publicUrl, clientId, clientSecret] = [text("PUBLIC_URL"), text("CLIENT_ID"), text("CLIENT_SECRET")];
  const given = [publicUrl, clientId, clientSecret].filter((one) => one !== "").length;
  if (given === 0) return void 0;
  if (given < 3) wrong.push("PUBLIC_URL, CLIENT_ID and CLIENT_SECRET go together: the status page needs all three.");
  const url = URL.parse(publicUrl);
  if (publicUrl !== "" && (url === null || !/^https?:$/u.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.username !== ""))
    wrong.push("PUBLIC_URL must be an address without a path, such as https://isthmus.example.com.");
  if (clientSecret !== "" && clientSecret.length < 16) wrong.push("CLIENT_SECRET must have at least 16 characters.");
  return { publicUrl: publicUrl.replace(/\/+$/u, ""), clientId, clientSecret: new Secret(clientSecret) };
}
__name(statusOf, "statusOf");
function textOf(env, name, { readText, wrong }) {
  const entry = settings[name];
  const file = entry.isSecret === true ? env[`${name}_FILE`] : void 0;
  const given = file === void 0 || file === "" ? env[name]?.trim() : fromFile(name, file, { readText, wrong });
  if (given !== void 0 && given !== "") return given;
  if (entry.must === true) wrong.push(`${name} is not set. ${entry.description}`);
  return entry.default;
}
__name(textOf, "textOf");
function fromFile(name, file, { readText, wrong }) {
  try {
    return readText(file).trim();
  } catch {
    wrong.push(`${name}_FILE names \`${file}\`, which cannot be read.`);
    return void 0;
  }
}
__name(fromFile, "fromFile");
function number(text, { from, to }) {
  if (!/^\d{1,15}$/u.test(text) || Number(text) < from || Number(text) > to)
    throw new UsageError(`must be a whole number from ${from} to ${to}.`);
  return Number(text);
}
__name(number, "number");
function oneOf(text, allowed) {
  const found = allowed.find((value) => value === text);
  if (found === void 0) throw new UsageError(`must be one of ${allowed.join(", ")}.`);
  return found;
}
__name(oneOf, "oneOf");
function keyOf(text) {
  const plain = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const pem = plain.replaceAll("\\n", "\n").trim();
  if (!/^-----BEGIN (?:RSA )?PRIVATE KEY-----\n[\s\S]+\n-----END (?:RSA )?PRIVATE KEY-----$/u.test(pem)) {
    throw new UsageError("must be the PEM file of the App's private key (`-----BEGIN RSA PRIVATE KEY-----` \u2026), plain or in base64.");
  }
  return new Secret(`${pem}
`);
}
__name(keyOf, "keyOf");
function secretsOf(text) {
  const lines = text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== "");
  if (lines.some((line) => line.length < 16))
    throw new UsageError("must have at least 16 characters: a signature is only as good as its secret.");
  return lines.map((line) => new Secret(line));
}
__name(secretsOf, "secretsOf");
function addressOf(text) {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "")
    throw new UsageError("must be an address such as https://api.github.com.");
  return text.replace(/\/+$/u, "");
}
__name(addressOf, "addressOf");
function listOf(text) {
  return text.split(/[\n,]/u).map((part) => part.trim()).filter((part) => part !== "");
}
__name(listOf, "listOf");
function repositoryOf(text) {
  if (!/^[\w.-]+\/(?:[\w.-]+|\*)$/u.test(text)) throw new UsageError(`holds \`${text}\`; expected is \`owner/name\` or \`owner/*\`.`);
  return text.toLowerCase();
}
__name(repositoryOf, "repositoryOf");
function folderOf(text) {
  const steps = text.split("/").filter((step) => step !== "" && step !== ".");
  if (text.startsWith("/") || steps.includes("..")) throw new UsageError(`holds \`${text}\`; expected is a folder inside the repository.`);
  return steps.join("/");
}
__name(folderOf, "folderOf");

// src/shells/bot/program.ts
function main(args, env) {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
  return runToExitCode(
    async () => {
      const settings2 = readSettings(env, (file) => readFileSync(file, "utf8"));
      const log = createLog({ redact: createRedaction(secretsOf2(settings2)), now: systemClock.now });
      if (args.includes("--hand")) await (await import("./hand-YE4CFJC7.js")).serveAsHand(settings2, log);
      else await serve(settings2, log, env);
      return exitCodes.fine;
    },
    (line) => void process.stderr.write(`${line}
`)
  );
}
__name(main, "main");
function secretsOf2({ app, webhookSecrets, planKeys, chartLogins: chartLogins2, queue, status }) {
  return [
    app.key,
    ...webhookSecrets,
    ...planKeys,
    ...chartLogins2.map(({ password }) => password),
    ...status === void 0 ? [] : [status.clientSecret],
    ...queue.url === void 0 ? [] : [queue.url]
  ];
}
__name(secretsOf2, "secretsOf");
var grace = 25e3;
async function serve(settings2, log, env) {
  const stop = signalled(log);
  const queue = await openQueue({ url: settings2.queue.url, file: settings2.queue.file });
  const { open } = await import("./house-ODWENIBR.js");
  const house = await open({ settings: settings2, log, env, queue, clock: systemClock });
  log.info("Isthmus listens", { url: house.url, workers: settings2.workers, repositories: settings2.repositories.join(" ") });
  await stop;
  await house.close(grace);
  await queue.close();
  log.info("Isthmus has stopped");
}
__name(serve, "serve");
function signalled(log) {
  return new Promise((resolve) => {
    let count = 0;
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.on(signal, () => {
        count += 1;
        if (count > 1) process.exit(130);
        log.info("Told to stop: taking in nothing more, ending what is under way", { signal });
        resolve();
      });
    }
  });
}
__name(signalled, "signalled");
export {
  main
};
