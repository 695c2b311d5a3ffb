import type { ChartLogin } from "../../model/chart-login.ts";
import { Secret } from "../../model/secret.ts";
import { chartLogins } from "../chart-logins.ts";
import { driftChoices, driftWishes } from "../github/drift/wished.ts";
import { UsageError } from "../run.ts";

/** One setting of the bot: a variable of its environment. */
export interface SettingEntry {
  readonly group: "the App" | "which repositories" | "what to do" | "the queue" | "where it listens" | "the status page" | "what to say";
  readonly description: string;
  readonly default: string;
  /** The bot does not start without it. */
  readonly must?: true;
  /** It may stand in a file that `NAME_FILE` names, and no output shows it. */
  readonly isSecret?: true;
}

const verifications = ["none", "look", "probe"] as const;
const comments = ["always", "on-change", "never"] as const;
const strictness = ["error", "warning", "never"] as const;

/** Every setting: README's table is made from this, and a test holds the two together. */
export const settings = {
  APP_ID: {
    group: "the App",
    description: "Number of the GitHub App (its settings page calls it *App ID*), for example `123456`. Its tokens are made with it.",
    default: "",
    must: true,
  },
  PRIVATE_KEY: {
    group: "the App",
    description:
      "Private key of the GitHub App: the PEM file that GitHub gave, as it is, with `\\n` for its line ends, or in base64. With it the bot gets a token for an hour wherever it works.",
    default: "",
    must: true,
    isSecret: true,
  },
  WEBHOOK_SECRET: {
    group: "the App",
    description:
      "Secret that GitHub signs webhooks with. Nothing unsigned is ever taken. Several, one a line, while it is changed: a webhook signed with any of them is taken.",
    default: "",
    must: true,
    isSecret: true,
  },
  GITHUB_API_URL: {
    group: "the App",
    description:
      "Address of GitHub's API. For GitHub Enterprise Server `https://HOST/api/v3`; for a tenant of ghe.com `https://api.TENANT.ghe.com`.",
    default: "https://api.github.com",
  },
  REPOSITORIES: {
    group: "which repositories",
    description:
      "Repositories the bot works for, separated by commas or line ends: `shop/mesh`, or `shop/*` for all of an owner. Events of others are dropped, wherever the App is installed: strangers may install a public App.",
    default: "",
    must: true,
  },
  MESH_FOLDER: {
    group: "which repositories",
    description:
      "Folder of the mesh repository (where `mesh.yaml` is) inside the Git repositories, for example `infra/mesh`. The top unless given.",
    default: ".",
  },
  PLAN_KEY: {
    group: "what to do",
    description:
      "Key that plans are signed with, so that an approval holds for the plan and not only for its commit; the same as the Action's input `plan-key`. Several, one a line, while it is changed: the first signs, all are believed.",
    default: "",
    isSecret: true,
  },
  CHART_LOGINS: {
    group: "what to do",
    description:
      "Logins for hosts that charts come from, one a line: `HOST USER PASSWORD`. Each goes to its host alone, encrypted, and only for addresses that the mesh document of the default branch names. Without a line for a host what `docker login` or `helm registry login` left is used (DOCKER_CONFIG, HELM_REGISTRY_CONFIG).",
    default: "",
    isSecret: true,
  },
  APPLY: {
    group: "what to do",
    description:
      "Whether a push to the default branch is applied to the clusters, `true` or `false`. Only where the mesh says `apply: onMerge`; who may give `/apply` by comment is the mesh's own `spec.chatops`, whatever this says. The bot's environment then holds the kubeconfigs that the clusters' `access` names.",
    default: "false",
  },
  LOOK_HOURS: {
    group: "what to do",
    description:
      "How often the bot looks at the clusters of each repository without being asked, in hours: drift, what was merged and not applied, what ends. With APPLY it renews certificates and tokens that are due first, where the mesh says `apply: onMerge`; what ends and is not renewed gets an issue with the day. 0: never. Its environment then holds the kubeconfigs that the clusters' `access` names.",
    default: "6",
  },
  VERIFY: {
    group: "what to do",
    description:
      "What happens after an apply: `look` at the mesh, also `probe` it with requests between all clusters by a small workload that is taken away afterwards, or `none`.",
    default: "look",
  },
  DRIFT_PULL_REQUESTS: {
    group: "what to do",
    description:
      "What a look by plan opens as a pull request when somebody changed the clusters: `adopt`, one that makes Git say what is live; `restore`, one that says that Git is right; `both`, or `none`. The App then needs `contents: write`.",
    default: "none",
  },
  FILES_FOLDER: {
    group: "what to do",
    description:
      "Folder where files are looked for that the clusters' `access` and the signer name: kubeconfigs, a signer's command. Only used with APPLY.",
    default: ".",
  },
  DATABASE_URL: {
    group: "the queue",
    description:
      "PostgreSQL for the queue, for example `postgres://isthmus@db/isthmus`: then several bots may run beside each other. Left empty the queue is a file.",
    default: "",
    isSecret: true,
  },
  QUEUE_FILE: {
    group: "the queue",
    description:
      "File of the queue where there is no DATABASE_URL, on a disk that outlives the process. One bot has it at a time. What GitHub saw acknowledged is in it.",
    default: "isthmus-queue.db",
  },
  WORKERS: {
    group: "the queue",
    description:
      "How many works are carried out at once, each in a process of its own, 1 to 32. Works of one pull request go one after the other. A mesh of a thousand clusters may need 1.5 GB in one of them.",
    default: "2",
  },
  SWEEP_MINUTES: {
    group: "the queue",
    description:
      "How often GitHub is asked for webhooks that did not arrive, in minutes; once more at every start. 0: never. GitHub keeps them for three days and does not send them again by itself.",
    default: "5",
  },
  HOST: {
    group: "where it listens",
    description:
      "Address to listen on. In a container `0.0.0.0`; TLS is for what stands before it. Webhooks come to `/api/github/webhooks`.",
    default: "127.0.0.1",
  },
  PORT: {
    group: "where it listens",
    description:
      "Port to listen on, for webhooks, `/healthz`, `/readyz` and `/metrics` (no names of repositories are in it). 0 takes a free one, which the log names.",
    default: "3000",
  },
  PUBLIC_URL: {
    group: "the status page",
    description:
      "Address of the bot as browsers reach it, for example `https://isthmus.example.com`. With it and the next two there is a page `/status` that tells meshes, clusters, waves, what ends, drift and the last works, to people who sign in with GitHub and may read the repository (of a public one that is everybody). `PUBLIC_URL/status/callback` is to be a callback URL of the App. Empty: no such page.",
    default: "",
  },
  CLIENT_ID: {
    group: "the status page",
    description: "Client ID of the GitHub App, for example `Iv23liAbCdEf`: people sign in with it.",
    default: "",
  },
  CLIENT_SECRET: {
    group: "the status page",
    description: "A client secret of the GitHub App. Sessions are signed with it as well: whoever changes it signs everybody out.",
    default: "",
    isSecret: true,
  },
  COMMENT: {
    group: "what to say",
    description:
      "When to write the one comment of a pull request: `always`; `on-change`, not before there is a change to tell, or an error or a warning in a pull request that touches files of the mesh; or `never`.",
    default: "always",
  },
  FAIL_ON: {
    group: "what to say",
    description: "From which severity on findings fail the check run: `error`, `warning` or `never`. Accepted findings never count.",
    default: "error",
  },
} as const satisfies Readonly<Record<string, SettingEntry>>;

export type SettingName = keyof typeof settings;

/** The settings as they were read: checked, and typed. */
export interface Settings {
  readonly app: { readonly id: number; readonly key: Secret; readonly apiUrl: string };
  readonly webhookSecrets: readonly Secret[];
  /** `owner/name` and `owner/*`, in lower case: GitHub does not tell cases apart. */
  readonly repositories: readonly string[];
  /** Without `.` and slashes at its ends; the empty text is the top. */
  readonly folder: string;
  readonly planKeys: readonly Secret[];
  readonly chartLogins: readonly ChartLogin[];
  readonly apply: boolean;
  /** Milliseconds; 0: never. */
  readonly lookEvery: number;
  readonly verify: (typeof verifications)[number];
  readonly driftPulls: (typeof driftChoices)[(typeof driftWishes)[number]];
  readonly filesFolder: string;
  readonly queue: { readonly url: Secret | undefined; readonly file: string };
  readonly workers: number;
  /** Milliseconds; 0: never. */
  readonly sweepEvery: number;
  readonly host: string;
  readonly port: number;
  /** `undefined`: there is no status page. */
  readonly status: { readonly publicUrl: string; readonly clientId: string; readonly clientSecret: Secret } | undefined;
  readonly comment: (typeof comments)[number];
  readonly failOn: (typeof strictness)[number];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; `readText` reads the file that a `…_FILE` names. @throws UsageError that names everything that is wrong, and quotes no secret */
export function readSettings(env: Environment, readText: (file: string) => string): Settings {
  const wrong: string[] = [];
  const text = (name: SettingName): string => textOf(env, name, { readText, wrong });
  const read = <T>(name: SettingName, work: (text: string) => T, otherwise: T): T => {
    const given = text(name);
    // That it is missing has been said.
    if (given === "") return otherwise;
    try {
      return work(given);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      wrong.push(`${name} ${error.message}`);
      return otherwise;
    }
  };
  const found: Settings = {
    app: {
      id: read("APP_ID", (given) => number(given, { from: 1, to: Number.MAX_SAFE_INTEGER }), 0),
      key: read("PRIVATE_KEY", keyOf, new Secret("")),
      apiUrl: read("GITHUB_API_URL", addressOf, ""),
    },
    webhookSecrets: read("WEBHOOK_SECRET", secretsOf, []),
    repositories: read("REPOSITORIES", (given) => listOf(given).map(repositoryOf), []),
    folder: read("MESH_FOLDER", folderOf, ""),
    planKeys: read("PLAN_KEY", secretsOf, []),
    chartLogins: read("CHART_LOGINS", (given) => chartLogins("", given), []),
    apply: read("APPLY", (given) => oneOf(given, ["true", "false"]) === "true", false),
    lookEvery: read("LOOK_HOURS", (given) => number(given, { from: 0, to: 168 }) * 3_600_000, 0),
    verify: read("VERIFY", (given) => oneOf(given, verifications), "look"),
    driftPulls: driftChoices[read("DRIFT_PULL_REQUESTS", (given) => oneOf(given, driftWishes), "none")],
    filesFolder: text("FILES_FOLDER"),
    queue: { url: text("DATABASE_URL") === "" ? undefined : new Secret(text("DATABASE_URL")), file: text("QUEUE_FILE") },
    workers: read("WORKERS", (given) => number(given, { from: 1, to: 32 }), 1),
    sweepEvery: read("SWEEP_MINUTES", (given) => number(given, { from: 0, to: 1440 }) * 60_000, 0),
    host: text("HOST"),
    port: read("PORT", (given) => number(given, { from: 0, to: 65_535 }), 0),
    status: statusOf(text, wrong),
    comment: read("COMMENT", (given) => oneOf(given, comments), "always"),
    failOn: read("FAIL_ON", (given) => oneOf(given, strictness), "error"),
  };
  if (wrong.length > 0) throw new UsageError(`the bot cannot start:\n${[...new Set(wrong)].map((line) => `  ${line}`).join("\n")}`);
  return found;
}

/** All three or none. */
function statusOf(text: (name: SettingName) => string, wrong: string[]): Settings["status"] {
  const [publicUrl, clientId, clientSecret] = [text("PUBLIC_URL"), text("CLIENT_ID"), text("CLIENT_SECRET")];
  const given = [publicUrl, clientId, clientSecret].filter((one) => one !== "").length;
  if (given === 0) return undefined;
  if (given < 3) wrong.push("PUBLIC_URL, CLIENT_ID and CLIENT_SECRET go together: the status page needs all three.");
  const url = URL.parse(publicUrl);
  if (
    publicUrl !== "" &&
    (url === null || !/^https?:$/u.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.username !== "")
  )
    wrong.push("PUBLIC_URL must be an address without a path, such as https://isthmus.example.com.");
  if (clientSecret !== "" && clientSecret.length < 16) wrong.push("CLIENT_SECRET must have at least 16 characters.");
  return { publicUrl: publicUrl.replace(/\/+$/u, ""), clientId, clientSecret: new Secret(clientSecret) };
}

interface Reading {
  readonly readText: (file: string) => string;
  readonly wrong: string[];
}

/** The value of a setting: its variable, the file another variable names, or its default. */
function textOf(env: Environment, name: SettingName, { readText, wrong }: Reading): string {
  const entry: SettingEntry = settings[name];
  const file = entry.isSecret === true ? env[`${name}_FILE`] : undefined;
  const given = file === undefined || file === "" ? env[name]?.trim() : fromFile(name, file, { readText, wrong });
  if (given !== undefined && given !== "") return given;
  if (entry.must === true) wrong.push(`${name} is not set. ${entry.description}`);
  return entry.default;
}

function fromFile(name: SettingName, file: string, { readText, wrong }: Reading): string | undefined {
  try {
    return readText(file).trim();
  } catch {
    wrong.push(`${name}_FILE names \`${file}\`, which cannot be read.`);
    return undefined;
  }
}

function number(text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  if (!/^\d{1,15}$/u.test(text) || Number(text) < from || Number(text) > to)
    throw new UsageError(`must be a whole number from ${from} to ${to}.`);
  return Number(text);
}

function oneOf<const T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new UsageError(`must be one of ${allowed.join(", ")}.`);
  return found;
}

/** A key as people paste it: with its own line ends, with `\n`, or in base64. */
function keyOf(text: string): Secret {
  const plain = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const pem = plain.replaceAll("\\n", "\n").trim();
  if (!/^-----BEGIN (?:RSA )?PRIVATE KEY-----\n[\s\S]+\n-----END (?:RSA )?PRIVATE KEY-----$/u.test(pem)) {
    throw new UsageError("must be the PEM file of the App's private key (`-----BEGIN RSA PRIVATE KEY-----` …), plain or in base64.");
  }
  return new Secret(`${pem}\n`);
}

function secretsOf(text: string): readonly Secret[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.some((line) => line.length < 16))
    throw new UsageError("must have at least 16 characters: a signature is only as good as its secret.");
  return lines.map((line) => new Secret(line));
}

function addressOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "")
    throw new UsageError("must be an address such as https://api.github.com.");
  return text.replace(/\/+$/u, "");
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function repositoryOf(text: string): string {
  if (!/^[\w.-]+\/(?:[\w.-]+|\*)$/u.test(text)) throw new UsageError(`holds \`${text}\`; expected is \`owner/name\` or \`owner/*\`.`);
  return text.toLowerCase();
}

function folderOf(text: string): string {
  const steps = text.split("/").filter((step) => step !== "" && step !== ".");
  if (text.startsWith("/") || steps.includes("..")) throw new UsageError(`holds \`${text}\`; expected is a folder inside the repository.`);
  return steps.join("/");
}
