import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openQueue } from "../../src/adapters/queue/index.ts";
import { createRoot } from "../../src/adapters/signer/index.ts";
import type { Sight } from "../../src/model/sight.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { type Bot, canaries, type Lodging, lodging, startBot, until } from "../support/bot.ts";
import { addCommit } from "../support/github/objects.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { put, remoteSecret } from "../support/remote-secret.ts";

/** The bot by itself, without an event: what it looks at by plan. Loopback API servers remember and have no controllers. */

// Processes that start the chart engine: seconds each, on a busy machine many.
vi.setConfig({ testTimeout: 300_000 });

const names = ["east", "west"];
let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let home: Lodging;
let env: Record<string, string>;
let bot: Bot | undefined;

beforeEach(async () => {
  github = await startGitHub();
  github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write", issues: "write" } };
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  github.state.refs.set("refs/heads/main", addCommit(github.state.objects, meshFiles(clusters)));
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  const kubeconfigs = servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()] as const);
  env = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open(), LOOK_HOURS: "6", ...Object.fromEntries(kubeconfigs) };
  home = lodging();
});
afterEach(async () => {
  await bot?.end("SIGKILL");
  bot = undefined;
  home.away();
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

const ended = (one: Bot) => one.lines().filter((line) => line["said"] === "Work ended");

describe("a look by plan", () => {
  it("raises an issue about what ends, keeps what it saw, writes to no cluster without APPLY, and is done once in its stretch of time", async () => {
    const now = Math.floor(Date.now() / 1000);
    const [east] = servers;
    if (east === undefined) throw new Error("no server");
    await put(east, "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
    await put(east, "/api/v1/namespaces/istio-system/secrets", remoteSecret({ iat: now - 20 * 86_400, exp: now + 6 * 86_400 }));
    const before = east.requests().length;
    bot = await startBot({ github, file: home.file, env });
    const first = bot;
    await until(() => ended(first).length > 0);
    expect(
      ended(first).map(({ outcome, kind }) => [outcome, kind]),
      first.log(),
    ).toEqual([["done", "schedule"]]);
    expect(github.state.issues.map(({ title }) => title)).toEqual([expect.stringContaining("the token by which east reads west ends on")]);
    const wrote = east
      .requests()
      .slice(before)
      .filter(({ method, url }) => method !== "GET" && !/selfsubject/u.test(url));
    expect(wrote).toEqual([]);
    expect(await first.end()).toBe(0);

    const queue = await openQueue({ url: undefined, file: home.file });
    const [note] = await queue.notes();
    const sight = JSON.parse(note?.body ?? "{}") as Sight;
    expect([note?.key, sight.mesh, sight.standing]).toEqual(["sight shop/mesh ", "lab", "behind"]);
    expect(sight.clusters.map(({ name, unreachable }) => [name, unreachable])).toEqual([
      ["east", undefined],
      ["west", undefined],
    ]);
    expect(sight.ends).toEqual([expect.objectContaining({ kind: "token", cluster: "east", peer: "west" })]);
    for (const secret of [...canaries, "eyJ", env["ROOT_KEY"] ?? ""]) expect(note?.body).not.toContain(secret);
    await queue.close();

    bot = await startBot({ github, file: home.file, env });
    const second = bot;
    await until(() => github.log.filter(({ path }) => path === "/installation/repositories").length === 2);
    await second.end();
    expect(ended(second)).toEqual([]);
  });
});
