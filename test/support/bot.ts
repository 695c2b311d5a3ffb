import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import type { LoopbackGitHub } from "./github/server.ts";

/** The bot as a process of its own, beside a loopback GitHub whose App it is. */

const root = join(import.meta.dirname, "../..");
const built = join(root, "dist/bot.js");
const entry = existsSync(built) ? built : join(root, "src/shells/bot/main.ts");

/** Nothing of these may ever be printed. */
export const webhookSecret = "canary-webhook-secret-4711";
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
export const canaries: readonly string[] = [
  webhookSecret,
  ...privateKey.split("\n").filter((line) => line.length > 20 && !line.startsWith("-----")),
];

/** A folder for the queue's file, until `away` is called. */
export interface Lodging {
  readonly file: string;
  away(): void;
}

export function lodging(): Lodging {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-bot-"));
  return { file: join(folder, "queue.db"), away: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Bot {
  readonly url: string;
  readonly process: ChildProcess;
  /** Standard output and standard error so far. */
  log(): string;
  /** The log's lines, read. */
  lines(): readonly Readonly<Record<string, unknown>>[];
  metrics(): Promise<string>;
  /** Sends a signal and waits for the end. Gives the exit code, `null` after a SIGKILL. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends the bot and every process of its own at once, as when the machine goes. */
  vanish(): Promise<void>;
  /** The processes of its hands so far. */
  hands(): readonly number[];
  /** Ends its hands at once, and not the bot. */
  loseHands(): void;
}

interface BotOptions {
  readonly github: LoopbackGitHub;
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the bot's environment holds, with nothing of this process's. */
export function botEnvironment({ github, file, env = {} }: BotOptions): Readonly<Record<string, string>> {
  return {
    PATH: process.env["PATH"] ?? "",
    APP_ID: "15368",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GITHUB_API_URL: github.apiUrl,
    REPOSITORIES: "shop/*",
    QUEUE_FILE: file,
    PORT: "0",
    SWEEP_MINUTES: "0",
    LOOK_HOURS: "0",
    ...env,
  };
}

/** Starts the bot and tells the loopback GitHub where its webhooks go. Ends when it listens. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { github } = options;
  const child = spawn(process.execPath, [entry], { env: { ...botEnvironment(options) }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const lines = () => said.split("\n").slice(0, -1).flatMap(read);
  const url = await until(
    () => lines().find((line) => line["said"] === "Isthmus listens")?.["url"],
    () => child.exitCode !== null && new Error(`the bot ended:\n${said}`),
  );
  github.state.hook = { url: `${String(url)}/api/github/webhooks`, secret: webhookSecret, appId: 15368, publicKey };
  const hands = () => lines().flatMap(({ said: what, pid }) => (what === "A hand starts" ? [Number(pid)] : []));
  const loseHands = (): void => hands().forEach(killed);
  return {
    url: String(url),
    process: child,
    hands,
    loseHands,
    vanish: async () => {
      const ended = new Promise((resolve) => child.once("close", resolve));
      const isThere = child.exitCode === null && child.signalCode === null;
      child.kill("SIGKILL");
      loseHands();
      if (isThere) await ended;
    },
    log: () => said,
    lines,
    metrics: async () => (await fetch(`${String(url)}/metrics`)).text(),
    end: async (signal = "SIGTERM") => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
      child.kill(signal);
      return ended;
    },
  };
}

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

function read(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [JSON.parse(line) as Readonly<Record<string, unknown>>];
  } catch {
    return [];
  }
}

/** Waits until there is something; `otherwise` says why there never will be. The test's own limit ends a wait for ever. */
export async function until<T>(look: () => T | Promise<T>, otherwise: () => Error | false = () => false): Promise<NonNullable<T>> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    const failed = otherwise();
    if (failed) throw failed;
    await pass(25);
  }
}
