import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failure } from "../../contract/clusters.ts";
import { cluster } from "../../support/study.ts";
import { type Plugin, plugin } from "./plugin.ts";
import { apiBy, clustersIn, configMap, eventually, mapRef, served } from "./world.ts";

/** Credential plugins: started once for all, again when what they gave ends, and told in one sentence when they do not work. */

const users = [1, 2, 3].map((n) => ({ name: `run-${n}`, token: `token-${n}` }));
const access = ({ command }: Plugin) => ({ exec: [command] });

describe("a credential plugin", () => {
  it("runs once for all that ask at once, in all clusters of the same user", async () => {
    const [one, two] = [await served({ users }), await served({ users })];
    const program = plugin("setTimeout(() => give({ token: `token-${n}` }), 100)");
    const clusters = clustersIn({ ONE: program.kubeconfig(one), TWO: program.kubeconfig(two) });
    const apis = ["ONE", "TWO"].map((env) =>
      clusters.of(cluster(env.toLowerCase(), { access: { kubeconfig: { env }, ...access(program) } })),
    );
    await Promise.all(apis.flatMap((api) => Array.from({ length: 20 }, (_, n) => api.apply(configMap(`m${n}`)))));
    expect(program.runs()).toHaveLength(1);
    expect(new Set([...one.requests(), ...two.requests()].map(({ user }) => user))).toEqual(new Set(["run-1"]));
  });

  it("runs again, once, when its token ends while many ask, and none of them notices", async () => {
    const server = await served({ users });
    const program = plugin();
    const api = apiBy(program.kubeconfig(server), {}, access(program));
    await api.apply(configMap("before"));
    server.users.revoke("token-1");
    await Promise.all(Array.from({ length: 30 }, (_, n) => api.apply(configMap(`m${n}`))));
    expect(program.runs()).toHaveLength(2);
    expect(server.objects().filter(({ kind }) => kind === "ConfigMap")).toHaveLength(31);
  });

  it("runs again when its token ends in the middle of a watch, which goes on", async () => {
    const server = await served({ users, bookmarkMs: 20 });
    const program = plugin();
    const api = apiBy(program.kubeconfig(server), {}, access(program));
    const end = new AbortController();
    const seen: unknown[] = [];
    const watching = (async () => {
      for await (const { type, object } of api.watch({ apiVersion: "v1", kind: "ConfigMap", namespace: "shop" }, end.signal)) {
        seen.push(`${type} ${String((object.object["metadata"] as { name?: string }).name)}`);
      }
    })();
    await eventually(() => server.requests().some(({ url }) => url.includes("watch=true"))).toBe(true);
    server.users.revoke("token-1");
    server.hangUp();
    server.seed(configMap("after"));
    await eventually(() => seen).toEqual(["added after"]);
    end.abort();
    await watching;
    expect(program.runs()).toHaveLength(2);
  });

  it("runs again before its token ends, so that no request is refused", async () => {
    const server = await served({ users });
    let now = Date.now();
    const program = plugin(`give({ token: \`token-\${n}\`, expirationTimestamp: new Date(${now} + n * 3600e3).toISOString() })`);
    const clock = { now: () => now, monotonic: () => now, sleep: async () => undefined };
    const api = apiBy(program.kubeconfig(server), { clock }, access(program));
    await api.apply(configMap("one"));
    now += 3600e3 - 120_000;
    await api.apply(configMap("two"));
    expect(program.runs()).toHaveLength(1);
    now += 100_000;
    await api.apply(configMap("three"));
    expect(program.runs()).toHaveLength(2);
    expect(server.requests().filter(({ code }) => code === 401)).toEqual([]);
  });

  it("is not run over and over when the server refuses whatever it gives", async () => {
    const server = await served();
    const program = plugin();
    const api = apiBy(program.kubeconfig(server), {}, access(program));
    const refused = await Promise.all(Array.from({ length: 10 }, (_, n) => failure(api.apply(configMap(`m${n}`)))));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["credentials-refused"]));
    await failure(api.apply(configMap("late")));
    expect(program.runs()).toHaveLength(2);
  });

  it("may give a client certificate instead of a token", async () => {
    const server = await served({ tls: true, users: [{ name: "by-certificate", token: "unused" }] });
    const { certificate, key } = await server.clientFor("by-certificate");
    const program = plugin(`give(${JSON.stringify({ clientCertificateData: certificate, clientKeyData: key })})`);
    const facts = await apiBy(program.kubeconfig(server), {}, access(program)).server();
    expect(facts.user).toBe("by-certificate");
  });

  it("may end its token with a line break, as scripts do", async () => {
    const server = await served({ users });
    const program = plugin('give({ token: "token-1\\n" })');
    const api = apiBy(program.kubeconfig(server), {}, access(program));
    await expect(api.server()).resolves.toMatchObject({ user: "run-1" });
  });

  it("is told which cluster it is for when the kubeconfig says so, and gets its own variables", async () => {
    const server = await served({ tls: true, users });
    const program = plugin();
    const exec = { provideClusterInfo: true, env: [{ name: "MORE", value: "given" }] };
    await apiBy(program.kubeconfig(server, exec), {}, access(program)).server();
    const [run] = program.runs();
    expect(run?.more).toBe("given");
    expect(JSON.parse(run?.info ?? "")).toEqual({
      kind: "ExecCredential",
      apiVersion: "client.authentication.k8s.io/v1",
      spec: {
        interactive: false,
        cluster: { server: server.url, "certificate-authority-data": Buffer.from(server.ca ?? "").toString("base64") },
      },
    });
  });
});

describe("a credential plugin that does not work", () => {
  const canary = "canary-token-that-nobody-may-see";
  it.each([
    ["fails", `console.error("${canary}"); process.exitCode = 3`, "ended with code 3; run it by hand to see what it says"],
    ["prints rubbish", `console.log("${canary}")`, "did not print an ExecCredential"],
    ["prints nothing", "", "did not print an ExecCredential"],
    [
      "prints half an answer",
      `process.stdout.write('{"kind":"ExecCredential","status":{"token":"${canary}"')`,
      "did not print an ExecCredential",
    ],
    ["gives half of two lines", `give({ token: "${canary}\\n${canary}" })`, "gave a token that no header can hold"],
    ["gives nothing to sign in with", "give({})", "gave neither a token nor a certificate with its key"],
    ["hangs", "setInterval(() => {}, 1000)", "took longer than 0.5 s"],
    [
      "hangs and leaves a child that holds its output",
      `require("node:child_process").spawn("sleep", ["20"], { stdio: "inherit" }); setInterval(() => {}, 1000)`,
      "took longer than 0.5 s",
    ],
    ["prints without end", `setInterval(() => process.stdout.write("${canary}".repeat(20000)), 1)`, "printed more than 1 MB"],
  ])("and %s is one clear problem", async (_, body, why) => {
    const server = await served({ users });
    const program = plugin(body);
    // What prints without end is not to be ended by its time.
    const limits = why.includes("0.5 s") ? { pluginMs: 500 } : {};
    const api = apiBy(program.kubeconfig(server), { limits }, access(program));
    const told = await Promise.all([
      failure(api.server()),
      failure(api.apply(configMap("one"))),
      failure(api.list({ apiVersion: "v1", kind: "ConfigMap" })),
    ]);
    for (const problem of told) {
      expect(problem).toMatchObject({ code: "credentials-unavailable", facts: { cluster: "east", why: `\`${process.execPath}\` ${why}` } });
      expect(JSON.stringify([problem, problem.message, problem.stack])).not.toContain(canary);
    }
    expect(program.runs()).toHaveLength(1);
    expect(server.requests()).toEqual([]);
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({ kind: "unknown", why: { code: "credentials-unavailable" } });
  });

  it("is ended when it hangs, with what it started", async () => {
    const server = await served({ users });
    const file = join(mkdtempSync(join(tmpdir(), "isthmus-plugin-")), "child");
    const program = plugin(
      `const child = require("node:child_process").spawn("sleep", ["30"]); require("node:fs").writeFileSync("${file}", String(child.pid)); setInterval(() => {}, 1000)`,
    );
    const api = apiBy(program.kubeconfig(server), { limits: { pluginMs: 1500 } }, access(program));
    expect(await failure(api.server())).toMatchObject({ code: "credentials-unavailable" });
    const child = Number(readFileSync(file, "utf8"));
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  it("because it is not there, not allowed, or wants a person, is one clear problem and nothing is started", async () => {
    const server = await served({ users });
    const program = plugin();
    const why = async (exec: object, allowed: readonly string[]): Promise<unknown> =>
      (await failure(apiBy(program.kubeconfig(server, exec), {}, { exec: allowed }).server())).facts["why"];
    expect(await why({ command: "no-such-program" }, ["no-such-program"])).toBe("`no-such-program` could not be started (ENOENT)");
    expect(await why({}, [])).toBe(
      `the kubeconfig wants to start \`${program.command}\`; add it to \`access.exec\` of the cluster if it may`,
    );
    expect(await why({ interactiveMode: "Always" }, [program.command])).toContain("wants a person at a terminal");
    expect(await why({ command: "" }, [""])).toBe("the kubeconfig names a credential plugin without a command");
    expect(program.runs()).toEqual([]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
