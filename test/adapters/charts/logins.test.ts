import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import { createLogins, type LoginOptions } from "../../../src/adapters/charts/logins.ts";
import type { ChartLogin } from "../../../src/model/chart-login.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Secret } from "../../../src/model/secret.ts";
import { type ChartServer, startChartServer } from "../../support/chart-server.ts";
import { startProxy } from "../../support/connect-proxy.ts";

/** Who Isthmus is to hosts that charts come from: given logins, files of other programs, and where none of them goes. */

const files = new Map([["Chart.yaml", "apiVersion: v2\nname: istiod\nversion: 1.31.0\n"]]);
const charts = [{ name: "istiod", version: "1.31.0", files }];
const request = { name: "istiod", version: "1.31.0" };
const context = { tree: { commit: undefined, entries: [] }, locked: undefined };
const login = (host: string, more: Partial<ChartLogin> = {}): ChartLogin => ({
  host,
  inTheClear: false,
  user: "robot",
  password: new Secret("canary-pw"),
  ...more,
});
const header = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

const home = mkdtempSync(join(tmpdir(), "isthmus-logins-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function withFiles({ docker, helm }: { docker?: unknown; helm?: unknown }): LoginOptions {
  const folder = mkdtempSync(join(home, "home-"));
  const write = (path: readonly string[], content: unknown) => {
    mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
    writeFileSync(join(folder, ...path), typeof content === "string" ? content : JSON.stringify(content));
  };
  if (docker !== undefined) write([".docker", "config.json"], docker);
  if (helm !== undefined) write(["helm-registry.json"], helm);
  return { environment: { HOME: folder, HELM_REGISTRY_CONFIG: join(folder, "helm-registry.json") } };
}

const auth = (text: string) => ({ auth: Buffer.from(text).toString("base64") });
const at = (address: string, options: LoginOptions) => createLogins(options).for(new URL(address));

describe("the login for an address", () => {
  it("is the given one before that of Helm, and that before Docker's", async () => {
    const { environment } = withFiles({
      docker: { auths: { "a.example": auth("docker:d"), "b.example": auth("docker:d") } },
      helm: { auths: { "a.example": auth("helm:h") } },
    });
    const logins = environment === undefined ? [] : [login("c.example")];
    expect(await at("https://a.example/x", { logins, environment: environment ?? {} })).toMatchObject({
      authorization: header("helm:h"),
      from: "the login in Helm's registry config",
    });
    expect(await at("https://b.example/x", { logins, environment: environment ?? {} })).toMatchObject({
      authorization: header("docker:d"),
      from: "the login in Docker's config",
    });
    expect(await at("https://c.example/x", { logins, environment: environment ?? {} })).toMatchObject({
      authorization: header("robot:canary-pw"),
    });
  });

  it("is for one host and port", async () => {
    const logins = [login("charts.example")];
    for (const other of [
      "https://charts.example:8443/",
      "https://x.charts.example/",
      "https://charts.example.evil.test/",
      "https://example/",
    ])
      expect(await at(other, { logins })).toEqual({ kind: "none", why: `no login is given for ${new URL(other).host}` });
    expect(await at("https://charts.example:443/any/path", { logins })).toMatchObject({ kind: "login" });
  });

  it("stays here where it would be sent unencrypted, unless it was given for that", async () => {
    expect(await at("http://charts.example/", { logins: [login("charts.example")] })).toMatchObject({
      kind: "none",
      why: expect.stringContaining("is not sent unencrypted"),
    });
    expect(await at("http://charts.example/", withFiles({ docker: { auths: { "charts.example": auth("u:p") } } }))).toMatchObject({
      kind: "none",
    });
    expect(await at("http://charts.example/", { logins: [login("charts.example", { inTheClear: true })] })).toMatchObject({
      kind: "login",
    });
    expect(await at("http://localhost:5000/", { logins: [login("localhost:5000")] })).toMatchObject({ kind: "login" });
  });

  it.each([
    [
      "Docker's own registry by its old name",
      { auths: { "https://index.docker.io/v1/": auth("u:p:q") } },
      "https://registry-1.docker.io/v2/x",
      header("u:p:q"),
    ],
    ["user and password in the open", { auths: { "r.example": { username: "u", password: "p" } } }, "https://r.example/v2/", header("u:p")],
    ["a port", { auths: { "r.example:5000": auth("u:p") } }, "https://r.example:5000/v2/", header("u:p")],
    ["an address with a path", { auths: { "https://r.example/v2/": auth("u:p") } }, "https://r.example/v2/", header("u:p")],
  ])("is read from Docker's config: %s", async (_, docker, address, authorization) => {
    expect(await at(address, withFiles({ docker }))).toMatchObject({ authorization });
  });

  it.each<[string, unknown, string]>([
    [
      "a store of the system",
      { auths: { "r.example": {} }, credsStore: "osxkeychain" },
      "program docker-credential-osxkeychain, which Isthmus does not run",
    ],
    ["a helper of the host", { credHelpers: { "r.example": "gcloud" } }, "program docker-credential-gcloud"],
    [
      "an identity token",
      { auths: { "r.example": { auth: auth("00000000:").auth, identitytoken: "canary-token" } } },
      "is no user with a password",
    ],
    ["no JSON", "{auths", "Docker's config is not JSON"],
    ["a list", [], "Docker's config is not JSON"],
    ["nothing", undefined, "no login is given for r.example"],
    ["another host", { auths: { "s.example": auth("u:p") } }, "no login is given for r.example"],
    ["nonsense", { auths: { "r.example": { auth: 7 } }, credHelpers: "x" }, "is no user with a password"],
  ])("is not there, and it says why: %s", async (_, docker, why) => {
    const answer = await at("https://r.example/v2/", withFiles({ docker }));
    expect(answer).toMatchObject({ kind: "none", why: expect.stringContaining(why) });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });

  it("is found where Docker and Helm are told to keep theirs", async () => {
    const folder = mkdtempSync(join(home, "told-"));
    mkdirSync(join(folder, "registry"));
    writeFileSync(join(folder, "config.json"), JSON.stringify({ auths: { "d.example": auth("u:d") } }));
    writeFileSync(join(folder, "registry", "config.json"), JSON.stringify({ auths: { "h.example": auth("u:h") } }));
    const environment = { HOME: join(home, "nowhere"), DOCKER_CONFIG: folder, HELM_CONFIG_HOME: folder };
    expect(await at("https://d.example/", { environment })).toMatchObject({ authorization: header("u:d") });
    expect(await at("https://h.example/", { environment })).toMatchObject({ authorization: header("u:h") });
  });
});

describe.each(["basic", "bearer"] as const)("a host that asks for a login (%s)", (by) => {
  let server: ChartServer;
  beforeAll(async () => {
    server = await startChartServer(charts, { user: "robot", password: "canary-pw", by });
  });
  afterEach(() => void server.asked.splice(0));
  afterAll(() => server.stop());

  const sources = () => [
    { kind: "repository", url: `http://${server.host}/charts` } as const,
    { kind: "oci", reference: `oci://${server.host}/istio/charts` } as const,
  ];

  it.each([0, 1])("gives the chart to whoever has it (source %i)", async (which) => {
    const source = sources()[which] ?? { kind: "bundled" };
    const found = await createCharts({ logins: [login(server.host)] }).fetch({ ...request, source }, { ...context, mayLogIn: true });
    expect(found.name).toBe("istiod");
    const scheme = which === 1 && by === "bearer" ? "Bearer" : "Basic";
    expect(server.asked.at(-1)).toMatch(new RegExp(` ${scheme}$`, "u"));
  });

  it.each([0, 1])("is shown nothing for an address that nobody vouches for (source %i)", async (which) => {
    const source = sources()[which] ?? { kind: "bundled" };
    const problem = await problemOf(createCharts({ logins: [login(server.host)] }).fetch({ ...request, source }, context));
    expect(problem).toMatchObject({
      code: "chart-login-needed",
      message: expect.stringMatching(
        /answered 401, and logins are only sent to addresses that the mesh document of the default branch names/u,
      ),
    });
    expect(server.asked.filter((line) => line.includes(" "))).toEqual([]);
  });

  it.each([0, 1])("says what to do when there is none, and when it is a wrong one (source %i)", async (which) => {
    const source = sources()[which] ?? { kind: "bundled" };
    const none = await problemOf(createCharts().fetch({ ...request, source }, { ...context, mayLogIn: true }));
    expect(none).toMatchObject({
      code: "chart-login-needed",
      message: expect.stringContaining(`answered 401, and no login is given for ${server.host}.`),
    });
    for (const way of ["`HOST USER PASSWORD`", "`chart-logins`", "CHART_LOGINS", "`helm registry login`"])
      expect(none.remedy).toContain(way);
    const wrong = login(server.host, { password: new Secret("canary-wrong") });
    const refused = await problemOf(createCharts({ logins: [wrong] }).fetch({ ...request, source }, { ...context, mayLogIn: true }));
    expect(refused.message).toMatch(/answered 401 to the login that was given for it\.$/u);
    expect(refused.message + refused.remedy + JSON.stringify(refused.facts)).not.toContain("canary");
  });
});

describe("an address without TLS on another machine", () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((asked, response) => {
    seen.push(asked.headers.authorization);
    response.writeHead(403).end();
  });
  afterAll(() => {
    server.close();
  });

  it("is shown no login, and the one who reads the message knows why", async () => {
    await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
    const port = (server.address() as { port: number }).port;
    // The proxy stands in for the name service: whatever the name, this server answers.
    const proxy = await startProxy({ to: port });
    const environment = { HOME: home, http_proxy: proxy.url };
    const source = { kind: "repository", url: "http://charts.example/stable" } as const;
    const ask = (given: ChartLogin) =>
      problemOf(createCharts({ environment, logins: [given] }).fetch({ ...request, source }, { ...context, mayLogIn: true }));
    expect((await ask(login("charts.example"))).message).toMatch(
      /answered 403, and the login that was given for it is not sent unencrypted/u,
    );
    expect((await ask(login("charts.example", { inTheClear: true }))).message).toMatch(/answered 403 to the login that was given for it/u);
    expect(seen).toEqual([undefined, header("robot:canary-pw")]);
    expect(proxy.targets).toEqual(["http://charts.example/stable/index.yaml", "http://charts.example/stable/index.yaml"]);
    await proxy.stop();
  });
});

describe("an index", () => {
  it("cannot send a login to another host, even one that has its own", async () => {
    const [own, other] = [
      await startChartServer(charts),
      await startChartServer(charts, { user: "robot", password: "canary-pw", by: "basic" }),
    ];
    const index = { entries: { istiod: [{ name: "istiod", version: "1.31.0", urls: [`http://${other.host}/charts/istiod-1.31.0.tgz`] }] } };
    own.instead.set("/charts/index.yaml", (_, response) => void response.end(JSON.stringify(index)));
    const source = { kind: "repository", url: `http://${own.host}/charts` } as const;
    const problem = await problemOf(
      createCharts({ logins: [login(own.host), login(other.host)] }).fetch({ ...request, source }, { ...context, mayLogIn: true }),
    );
    expect(problem.message).toContain(`no login is sent to ${other.host}, because it is another host than the repository's`);
    expect(other.asked).toEqual(["/charts/istiod-1.31.0.tgz"]);
    await own.stop();
    await other.stop();
  });
});

async function problemOf(fetching: Promise<unknown>): Promise<Problem> {
  return fetching.then(
    () => Promise.reject(new Error("it was fetched")),
    (error: unknown) => error as Problem,
  );
}
