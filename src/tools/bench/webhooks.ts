import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pass } from "node:timers/promises";

/**
 * 1,000 signed webhooks of 20 kB at 100 a second to the built bot, which is killed in the middle and started again. Prints how long answers took, and how many of those
 * that were accepted are not in the queue afterwards. Called as `webhooks.ts FOLDER`; a worker is at work meanwhile, as it would be, on a GitHub that is not there.
 */

const root = join(import.meta.dirname, "..", "..", "..");
const [folder = "."] = process.argv.slice(2);
const file = join(folder, "queue.db");
const secret = "a secret for measuring";
const count = 1000;
const every = 10;

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

interface Bot {
  readonly child: ChildProcess;
  readonly port: number;
}

function start(): Promise<Bot> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    APP_ID: "1",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: "http://127.0.0.1:9",
    REPOSITORIES: "shop/*",
    QUEUE_FILE: file,
    PORT: "0",
    SWEEP_MINUTES: "0",
    LOOK_HOURS: "0",
  };
  const child = spawn(process.execPath, [join(root, "dist", "bot.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += said.length > 10_000 ? "" : chunk.toString();
      const port = /"url":"[^"]*:(\d+)"/u.exec(said)?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
    child.once("exit", () => reject(new Error(`the bot ended:\n${said}`)));
  });
}

function comment(number: number): Buffer {
  return Buffer.from(
    JSON.stringify({
      action: "created",
      installation: { id: 7 },
      repository: { full_name: "shop/mesh", default_branch: "main", filler: "x".repeat(20_000) },
      issue: { number, pull_request: {} },
      comment: { id: number, body: "/status", user: { login: "ana", type: "User" } },
    }),
  );
}

interface Answered {
  readonly id: string;
  readonly ms: number;
  /** HTTP status; undefined when nobody answered. */
  readonly status: number | undefined;
}

const agent = new Agent({ keepAlive: true });

function send(port: number, number: number): Promise<Answered> {
  const id = randomUUID();
  const body = comment(number);
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = {
    "content-type": "application/json",
    "content-length": body.length,
    "x-github-delivery": id,
    "x-github-event": "issue_comment",
    "x-hub-signature-256": signature,
  };
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (status: number | undefined): void => resolve({ id, ms: performance.now() - started, status });
    const sent = request({ host: "127.0.0.1", port, path: "/api/github/webhooks", method: "POST", headers, agent }, (answer) => {
      answer.resume().on("end", () => done(answer.statusCode));
    });
    sent.on("error", () => done(undefined)).end(body);
  });
}

let bot = await start();
// The first of all pays for what a process does once.
await send(bot.port, count + 1);
let next = performance.now();
const answers: Promise<Answered>[] = [];
let peakMb = 0;
for (let number = 1; number <= count; number++) {
  await pass(Math.max(0, next - performance.now()));
  next += every;
  answers.push(send(bot.port, number));
  if (number === count / 2) {
    peakMb = peakOf(bot.child);
    bot.child.kill("SIGKILL");
    bot = await start();
    next = performance.now();
  }
}
const told = await Promise.all(answers);
peakMb = Math.max(peakMb, peakOf(bot.child));
bot.child.kill("SIGKILL");
await pass(200);

const kept = new Set(
  new DatabaseSync(file, { readOnly: true })
    .prepare("SELECT id FROM work")
    .all()
    .map((row) => String(row["id"])),
);
const accepted = told.filter(({ status }) => status === 202);
const times = accepted.map(({ ms }) => ms).sort((a, b) => a - b);
const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
console.log(
  JSON.stringify({
    sent: told.length,
    accepted: accepted.length,
    lost: accepted.filter(({ id }) => !kept.has(id)).length,
    p50: at(0.5),
    p99: at(0.99),
    peakMb,
  }),
);
process.exit(0);

function peakOf({ pid = 0 }: ChildProcess): number {
  return Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
