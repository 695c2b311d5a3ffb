import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/adapters/github/index.ts";
import { openQueue } from "../../../src/adapters/queue/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import type { Sight } from "../../../src/model/sight.ts";
import { type Listening, listen } from "../../../src/shells/bot/server.ts";
import { createStatusDesk } from "../../../src/shells/bot/status/desk.ts";
import { contentPolicy } from "../../../src/shells/bot/status/page.ts";
import type { Queue } from "../../../src/world.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";

/** The status page, from a browser that is not signed in, over GitHub's own pages, to what somebody may see. */

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const clientSecret = "canary-client-secret-4711";
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const day = 86_400_000;

let github: LoopbackGitHub;
let queue: Queue;
let door: Listening;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8, 30);
  github = await startGitHub();
  github.state.hook = { url: "http://127.0.0.1:9", secret: "x", appId: 15368, publicKey };
  github.state.people.set("ana", { id: 7, role: "read" });
  github.state.people.set("mallory", { id: 9, role: "none" });
  queue = await openQueue({ url: undefined, file: ":memory:" });
  await queue.note({ key: "sight shop/mesh ", at: now, body: JSON.stringify(sight) });
  await queue.accept({
    id: "1",
    deed: undefined,
    line: "shop/mesh#412",
    kind: "pull_request.opened",
    body: '{"secret":"canary"}',
    at: now - 60_000,
  });
  await queue.accept({ id: "2", deed: undefined, line: "shop/other#1", kind: "push", body: "{}", at: now });
  const app = await createApp({ id: 15368, key: new Secret(privateKey), apiUrl: github.apiUrl }, () => () => undefined);
  let status: ReturnType<typeof createStatusDesk> | undefined;
  const behind = {
    receive: async () => ({ status: 404, said: "", outcome: "refused" }) as const,
    readiness: async () => undefined,
    page: async () => "",
    status: (...asked: Parameters<ReturnType<typeof createStatusDesk>>) => status?.(...asked) ?? Promise.reject(new Error("not yet")),
    answered: () => undefined,
    log: silent,
  };
  door = await listen(behind, { host: "127.0.0.1", port: 0 });
  const callback = `${door.url}/status/callback`;
  const signIn = { clientId: "Iv23loop", clientSecret: new Secret(clientSecret), web: github.apiUrl, apiUrl: github.apiUrl, callback };
  github.state.signIn = { clientId: "Iv23loop", clientSecret, callback, person: "ana", codes: new Map(), tokens: new Map() };
  status = createStatusDesk({ signIn, app, queue, clock: { now: () => now }, log: silent });
});
afterEach(async () => {
  await door.close();
  await queue.close();
  await github.stop();
});

const cluster: Sight["clusters"][number] = {
  name: "east",
  wave: 1,
  role: "primary",
  network: "aws-us-east-1",
  unreachable: undefined,
  kubernetes: "v1.35.4",
  istiods: ["default 1.31.0, 2 of 2 ready"],
  lastRun: { id: "20261124T071500Z-3f2a9c", by: "push of 4f3c2d1 (run 123)", state: "ended", at: Date.UTC(2026, 10, 24, 7, 15), open: 0 },
  holder: undefined,
};
const soon = Date.UTC(2026, 10, 24, 8);
const sight: Sight = {
  repository: "shop/mesh",
  installation: 7,
  folder: "",
  at: Date.UTC(2026, 10, 24, 8),
  commit: "4f3c2d1".padEnd(40, "0"),
  mesh: "shop",
  standing: "drift",
  said: "Somebody changed what Isthmus wrote; the next apply puts it back.",
  clusters: [
    cluster,
    { ...cluster, name: "west", wave: 2, network: "aws-us-west-2", holder: "ana", kubernetes: "v1.34.9" },
    {
      ...cluster,
      name: "eu",
      wave: 2,
      network: "gcp-eu",
      unreachable: "Cluster eu does not answer at https://203.0.113.7:6443.",
      kubernetes: undefined,
      lastRun: undefined,
      istiods: [],
    },
  ],
  ends: [
    {
      kind: "token",
      cluster: "east",
      peer: "west",
      name: "istio-system/istio-remote-secret-west",
      ends: soon + 6 * day,
      dueFrom: soon - 9 * day,
    },
    {
      kind: "intermediate",
      cluster: "east",
      peer: undefined,
      name: "O=shop, CN=<script>alert(1)</script>",
      ends: soon + 200 * day,
      dueFrom: soon + 100 * day,
    },
    { kind: "root", cluster: "east", peer: undefined, name: "O=shop, CN=root", ends: soon + 2000 * day, dueFrom: soon + 1600 * day },
  ],
  drift: [{ cluster: "east", object: "ConfigMap istio-system/istio", what: "data.mesh" }],
  failed: [{ cluster: "west", name: "clusters-synced", observed: "istiod-7d9 sees `eu` as timeout." }],
};

/** A browser with cookies, which follows every redirect. */
function browser() {
  const jar = new Map<string, string>();
  const visit = async (address: string): Promise<Response> => {
    const headers = new URL(address).origin === door.url ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {};
    const answer = await fetch(address, { redirect: "manual", headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (line.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    const to = answer.headers.get("location");
    return to === null ? answer : visit(new URL(to, address).href);
  };
  return { visit, jar };
}

describe("the status page", () => {
  it("sends strangers to GitHub with a state and a challenge, by a cookie no script sees", async () => {
    const answer = await fetch(`${door.url}/status`, { redirect: "manual" });
    const to = new URL(answer.headers.get("location") ?? "");
    expect([answer.status, to.origin + to.pathname, await answer.text()]).toEqual([302, `${github.apiUrl}/login/oauth/authorize`, ""]);
    expect([...to.searchParams.keys()]).toEqual([
      "client_id",
      "redirect_uri",
      "state",
      "code_challenge",
      "code_challenge_method",
      "allow_signup",
    ]);
    expect(to.searchParams.get("code_challenge_method")).toBe("S256");
    expect(answer.headers.get("set-cookie")).toMatch(/^isthmus-sign-in=[\w.-]+; Path=\/status; Max-Age=600; HttpOnly; SameSite=Lax$/u);
  });

  it("tells who may read the repository what the bot saw last, and asks no cluster for it", async () => {
    const answer = await browser().visit(`${door.url}/status`);
    const $ = cheerio.load(await answer.text());
    expect([answer.status, $("h2").text(), $(".badge").text()]).toEqual([200, "shop", "drift"]);
    const text = $("main").text();
    for (const part of [
      "aws-us-east-1",
      "default 1.31.0, 2 of 2 ready",
      "v1.35.4",
      "push of 4f3c2d1",
      "Cluster eu does not answer",
      "data.mesh",
      "clusters-synced",
    ])
      expect(text).toContain(part);
    expect(
      $("td[data-label='Left']")
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual(["due, 5 days", "199 days", "1999 days"]);
    expect([text.includes("shop/mesh#412"), text.includes("shop/other"), text.includes("canary")]).toEqual([true, false, false]);
    expect($("script, img, iframe, form, link").length).toBe(0);
    expect(answer.headers.get("content-security-policy")).toBe(contentPolicy);
    expect([answer.headers.get("cache-control"), answer.headers.get("x-frame-options")]).toEqual(["no-store", "DENY"]);
  });

  it("shows nothing to somebody who may not read the repository, and takes it back from somebody who may not any more", async () => {
    const { visit } = browser();
    expect((await visit(`${door.url}/status`)).status).toBe(200);
    github.state.people.set("ana", { id: 7, role: "none" });
    now += 61_000;
    const answer = await visit(`${door.url}/status`);
    expect([answer.status, (await answer.text()).includes("east")]).toEqual([403, false]);
    if (github.state.signIn) github.state.signIn.person = "mallory";
    expect((await browser().visit(`${door.url}/status`)).status).toBe(403);
  });

  it("asks GitHub again after an hour, and right away when the cookie was touched", async () => {
    const { visit, jar } = browser();
    await visit(`${door.url}/status`);
    const asked = () => github.log.filter(({ path }) => path === "/login/oauth/authorize").length;
    await visit(`${door.url}/status`);
    expect(asked()).toBe(1);
    const [session = ""] = [jar.get("isthmus-session")];
    const forged = Buffer.from(JSON.stringify(["root", now + day])).toString("base64url");
    jar.set("isthmus-session", `${forged}.${session.split(".")[1]}`);
    await visit(`${door.url}/status`);
    expect(asked()).toBe(2);
    now += 3_600_001;
    await visit(`${door.url}/status`);
    expect(asked()).toBe(3);
  });

  it("takes no sign-in that began elsewhere, none with another state, and no code twice", async () => {
    const { jar } = browser();
    const left = await fetch(`${door.url}/status`, { redirect: "manual" });
    const entry = left.headers.get("set-cookie")?.split(";")[0] ?? "";
    const back = (await fetch(left.headers.get("location") ?? "", { redirect: "manual" })).headers.get("location") ?? "";
    const at = async (address: string, cookie: string) => (await fetch(address, { redirect: "manual", headers: { cookie } })).status;
    expect(await at(back, "")).toBe(400);
    expect(await at(back.replace(/state=[^&]+/u, "state=x"), entry)).toBe(400);
    expect(await at(back.replace(/code=[^&]+/u, "code="), entry)).toBe(403);
    expect(await at(back, entry)).toBe(303);
    expect(await at(back, entry)).toBe(502);
    expect(jar.size).toBe(0);
    expect([...(github.state.signIn?.tokens.values() ?? [])]).toEqual(["ana"]);
  });

  it("ends with the session", async () => {
    const { visit, jar } = browser();
    await visit(`${door.url}/status`);
    expect((await visit(`${door.url}/status/logout`)).status).toBe(200);
    expect([...jar.keys()]).toEqual([]);
  });
});

const chromium = (process.env["PATH"] ?? "")
  .split(":")
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((file) => join(folder, file)))
  .find((file) => existsSync(file));

describe(chromium === undefined ? "in Chromium (skipped: there is no chromium)" : "in Chromium", () => {
  it.skipIf(chromium === undefined)("the whole way over GitHub ends on the page, with its style and no script", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-status-"));
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    const run = (...more: readonly string[]) =>
      new Promise<string>((resolve) => {
        const child = spawn(chromium ?? "", [...flags, `--user-data-dir=${join(folder, "profile")}`, ...more], {
          stdio: ["ignore", "pipe", "pipe"],
        });
        let said = "";
        child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
        child.on("close", () => resolve(said));
      });
    try {
      const $ = cheerio.load(await run("--dump-dom", `${door.url}/status`));
      expect([$("h2").text(), $("header .soft").text().startsWith("signed in as ana")]).toEqual(["shop", true]);
      const picture = process.env["ISTHMUS_STATUS_PICTURE"];
      if (picture !== undefined)
        for (const [name, size, dark] of [
          ["wide", "1200,1300", ""],
          ["dark", "1200,1300", "dark"],
          ["narrow", "500,2200", ""],
        ] as const)
          await run(
            `--screenshot=${picture}-${name}.png`,
            `--window-size=${size}`,
            ...(dark === "" ? [] : ["--blink-settings=preferredColorScheme=0"]),
            `${door.url}/status`,
          );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
