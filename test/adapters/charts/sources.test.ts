import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import type { ChartSource } from "../../../src/model/chart.ts";
import type { ChartLogin } from "../../../src/model/chart-login.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Secret } from "../../../src/model/secret.ts";
import type { Tree } from "../../../src/model/tree.ts";

/** Every kind of chart source, against a server on this machine that behaves well, badly, or with hostility. */

const loginOf = (host: string): ChartLogin => ({ host, inTheClear: false, user: "u", password: new Secret("p") });

const files = { "Chart.yaml": "apiVersion: v2\nname: istiod\nversion: 1.31.0\nappVersion: 1.31.0\n", "templates/a.yaml": "a: 1\n" };
const emptyTree: Tree = { commit: undefined, entries: [] };

const file = (path: string, text: string) => ({ kind: "file", path, size: text.length, text }) as const;
const treeOf = (...entries: Tree["entries"]): Tree => ({ commit: undefined, entries });

let address = "";
let asked: string[] = [];
let answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};
const reference = () => ({ kind: "oci", reference: `oci://${address}/istio/charts` }) as const;
const server = createServer((request, response) => {
  asked.push(`${request.url}${request.headers.authorization ? ` as ${request.headers.authorization}` : ""}`);
  const answer = answers[request.url ?? ""];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answers = {};
});

const send =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(200, headers).end(body);

function fetchChart(
  source: ChartSource,
  { charts = createCharts(), tree = emptyTree, version = "1.31.0", name = "istiod", locked = "", mayLogIn = false } = {},
) {
  const lock = locked === "" ? undefined : { source: "", name, version, digest: locked };
  return charts.fetch({ source, name, version }, { tree, locked: lock, mayLogIn });
}

async function problemOf(fetching: Promise<unknown>): Promise<string> {
  const cause = (await fetching.then(
    () => undefined,
    (error: unknown) => error,
  )) as Problem | undefined;
  return `${cause?.code}: ${cause?.message}`;
}

type Entry = { name: string; content?: string; type?: "file" | "symlink" | "link" | "directory"; linkname?: string };

async function tgz(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content = "", type = "file", linkname } of entries)
    tar.entry({ name, type, ...(linkname === undefined ? {} : { linkname }) }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

const good = await tgz(Object.entries(files).map(([path, content]) => ({ name: `istiod/${path}`, content })));
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

function serveRepository(archive: Buffer, { digest = sha256(archive), url = "istiod-1.31.0.tgz", version = "1.31.0" } = {}): ChartSource {
  answers["/charts/index.yaml"] = send(
    `apiVersion: v1\nentries:\n  istiod:\n  - { name: istiod, version: ${version}, digest: ${digest}, urls: ["${url}"] }\n`,
  );
  answers["/charts/istiod-1.31.0.tgz"] = send(archive);
  return { kind: "repository", url: `http://${address}/charts` };
}

describe("bundled", () => {
  it("answers any version of its line with the snapshot, under the snapshot's own name", async () => {
    const chart = await fetchChart({ kind: "bundled" }, { version: "1.31.7" });
    expect(chart).toMatchObject({ name: "istiod", version: "1.31.0-snapshot.20260827", appVersion: "1.31.0-snapshot.20260827" });
    expect(chart.origin).toContain("not a release");
  });

  it.each(["1.30.3", "1.32.0", "latest", "1.310.0"])("has no %s", async (version) => {
    expect(await problemOf(fetchChart({ kind: "bundled" }, { version }))).toMatch(/^chart-not-found: .*1\.31 line/u);
  });

  it("is held to its lock", async () => {
    expect(await problemOf(fetchChart({ kind: "bundled" }, { locked: "sha256:00" }))).toMatch(/^chart-digest-mismatch: .*sha256:00/u);
    const { digest } = await fetchChart({ kind: "bundled" });
    await expect(fetchChart({ kind: "bundled" }, { locked: digest })).resolves.toMatchObject({ digest });
  });
});

describe("a Helm repository", () => {
  it("gives the chart its index names, once", async () => {
    const source = serveRepository(good);
    const charts = createCharts();
    const [first, second] = await Promise.all([fetchChart(source, { charts }), fetchChart(source, { charts })]);
    expect(Object.fromEntries(first.files)).toEqual(files);
    expect(first).toMatchObject({ name: "istiod", version: "1.31.0", origin: `http://${address}/charts/istiod-1.31.0.tgz` });
    expect(second).toBe(first);
    expect(asked).toEqual(["/charts/index.yaml", "/charts/istiod-1.31.0.tgz"]);
  });

  it("names versions with or without a v", async () => {
    await expect(fetchChart(serveRepository(good, { version: "v1.31.0" }))).resolves.toMatchObject({ name: "istiod" });
  });

  it("follows redirects, but gives a password to the named host alone", async () => {
    const source = serveRepository(good);
    answers["/charts/istiod-1.31.0.tgz"] = (_, response) =>
      response.writeHead(302, { location: `http://localhost:${address.split(":")[1]}/storage` }).end();
    answers["/storage"] = send(good);
    await fetchChart(source, { charts: createCharts({ logins: [loginOf(address)] }), mayLogIn: true });
    const basic = `Basic ${Buffer.from("u:p").toString("base64")}`;
    expect(asked).toEqual([`/charts/index.yaml as ${basic}`, `/charts/istiod-1.31.0.tgz as ${basic}`, "/storage"]);
  });

  it("is asked again when it was away for a moment", async () => {
    const source = serveRepository(good);
    const index = answers["/charts/index.yaml"];
    answers["/charts/index.yaml"] = (_, response) => {
      if (index) answers["/charts/index.yaml"] = index;
      response.writeHead(503).end();
    };
    await expect(fetchChart(source)).resolves.toMatchObject({ name: "istiod" });
  });

  it.each([
    ["no such version", () => fetchChart(serveRepository(good), { version: "1.31.1" }), /^chart-not-found: .*it has 1\.31\.0\./u],
    ["no such chart", () => fetchChart(serveRepository(good), { name: "cni" }), /^chart-not-found/u],
    ["no repository", () => fetchChart({ kind: "repository", url: `http://${address}/none` }), /^chart-unreachable: .*404/u],
    ["nobody there", () => fetchChart({ kind: "repository", url: "http://127.0.0.1:1" }), /^chart-unreachable: .*127\.0\.0\.1:1/u],
    ["another digest than the index says", () => fetchChart(serveRepository(good, { digest: "00ff" })), /^chart-unreadable: .*00ff/u],
    ["another digest than the lock", () => fetchChart(serveRepository(good), { locked: "sha256:ab" }), /^chart-digest-mismatch/u],
    ["half an archive", () => fetchChart(serveRepository(good.subarray(0, 100))), /^chart-unreadable: .*gzip/u],
    ["no archive", () => fetchChart(serveRepository(Buffer.from("<html>"))), /^chart-unreadable: .*gzip/u],
    ["half a tar", () => fetchChart(serveRepository(gzipSync(Buffer.alloc(700, "x")))), /^chart-unreadable: .*tar/u],
    ["a bomb", () => fetchChart(serveRepository(gzipSync(Buffer.alloc(200 * 1024 * 1024)))), /^chart-unreadable: .*more than 64 MB/u],
  ])("%s", async (_, fetching, expected) => {
    expect(await problemOf(fetching())).toMatch(expected);
  });

  it("redirects without end, or to somewhere else than the web, are not followed", async () => {
    const source = serveRepository(good);
    answers["/charts/index.yaml"] = (_, response) => response.writeHead(302, { location: "/charts/index.yaml" }).end();
    expect(await problemOf(fetchChart(source))).toMatch(/^chart-unreachable: .*redirects/u);
    answers["/charts/index.yaml"] = (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    expect(await problemOf(fetchChart(source))).toMatch(/^chart-unreachable: .*redirects to file:/u);
    answers["/charts/index.yaml"] = (_, response) => response.writeHead(302, { location: "http://[bad" }).end();
    expect(await problemOf(fetchChart(source))).toMatch(/^chart-unreachable: .*redirects to http:\/\/\[bad, which is no/u);
  });

  it.each([
    ["http://[bad", /^chart-unreadable: .*http:\/\/\[bad/u],
    ["file:///etc/passwd", /^chart-unreachable: .*file:\/\/\/etc\/passwd, which is no http/u],
  ])("an index that leads to %s is told", async (urls, expected) => {
    const source = serveRepository(good);
    answers["/charts/index.yaml"] = send(`entries: {istiod: [{name: istiod, version: 1.31.0, urls: ["${urls}"]}]}`);
    expect(await problemOf(fetchChart(source))).toMatch(expected);
  });

  it("an answer without end is cut off", async () => {
    const source = serveRepository(good);
    answers["/charts/istiod-1.31.0.tgz"] = (_, response) => {
      const more = () => response.destroyed || response.write(Buffer.alloc(1 << 20), more);
      more();
    };
    expect(await problemOf(fetchChart(source))).toMatch(/^chart-unreadable: .*larger than 32 MB/u);
  });

  it("an answer that breaks off is not taken for the whole", async () => {
    const source = serveRepository(good);
    answers["/charts/istiod-1.31.0.tgz"] = (_, response) => {
      response.writeHead(200, { "content-length": String(good.length) });
      response.write(good.subarray(0, 50), () => response.destroy());
    };
    expect(await problemOf(fetchChart(source))).toMatch(/^chart-unreachable/u);
  });
});

describe("a hostile archive", () => {
  it.each<[string, Entry]>([
    ["a path upwards", { name: "istiod/../../etc/passwd", content: "x" }],
    ["an absolute path", { name: "/etc/passwd", content: "x" }],
    ["a path of Windows", { name: "istiod\\..\\x", content: "x" }],
    ["a file beside the chart", { name: "x", content: "x" }],
    ["a link to a file", { name: "istiod/templates/l", type: "symlink", linkname: "/etc/passwd" }],
    ["a hard link", { name: "istiod/templates/h", type: "link", linkname: "istiod/Chart.yaml" }],
    ["the same file twice", { name: "istiod/Chart.yaml", content: "name: other" }],
  ])("%s", async (_, entry) => {
    const archive = await tgz([...Object.entries(files).map(([path, content]) => ({ name: `istiod/${path}`, content })), entry]);
    expect(await problemOf(fetchChart(serveRepository(archive)))).toMatch(/^chart-unreadable: .*it holds/u);
  });

  it("subcharts inside subcharts end", async () => {
    let inner = good;
    for (let depth = 0; depth < 6; depth++) {
      const tar = pack();
      tar.entry({ name: "istiod/charts/sub.tgz" }, inner);
      tar.finalize();
      const chunks: Buffer[] = [];
      for await (const chunk of tar) chunks.push(chunk as Buffer);
      inner = gzipSync(Buffer.concat(chunks));
    }
    expect(await problemOf(fetchChart(serveRepository(inner)))).toMatch(/^chart-unreadable: .*nested too deeply/u);
  });

  it("an archive without a Chart.yaml is no chart", async () => {
    const archive = await tgz([{ name: "istiod/values.yaml", content: "a: 1" }]);
    expect(await problemOf(fetchChart(serveRepository(archive)))).toMatch(/^chart-unreadable: .*no Chart\.yaml/u);
  });
});

describe("an OCI registry", () => {
  const layer = `sha256:${sha256(good)}`;
  const manifest = JSON.stringify({
    schemaVersion: 2,
    layers: [{ mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", digest: layer, size: good.length }],
  });
  const manifestDigest = `sha256:${sha256(manifest)}`;
  function serveRegistry(blob = good): void {
    answers["/v2/istio/charts/istiod/manifests/1.31.0"] = send(manifest);
    answers[`/v2/istio/charts/istiod/manifests/${manifestDigest}`] = send(manifest);
    answers[`/v2/istio/charts/istiod/blobs/${layer}`] = send(blob);
  }

  it("gives a chart by its tag and says which digest that was", async () => {
    serveRegistry();
    const chart = await fetchChart(reference());
    expect(Object.fromEntries(chart.files)).toEqual(files);
    expect(chart.origin).toBe(`oci://${address}/istio/charts/istiod@${manifestDigest}`);
  });

  it("gives a chart by its digest", async () => {
    serveRegistry();
    const pinned = { kind: "oci", reference: `oci://${address}/istio/charts/istiod@${manifestDigest}` } as const;
    await expect(fetchChart(pinned)).resolves.toMatchObject({ name: "istiod" });
    answers[`/v2/istio/charts/istiod/manifests/${manifestDigest}`] = send(`${manifest} `);
    expect(await problemOf(fetchChart(pinned))).toMatch(/^chart-unreadable: .*manifest has digest/u);
  });

  it.each([false, true])("gets a token where the registry says; with a login: %j", async (hasLogin) => {
    serveRegistry();
    for (const [path, answer] of Object.entries(answers)) {
      answers[path] = (request, response) => {
        if (request.headers.authorization === "Bearer t0k") return answer(request, response);
        response
          .writeHead(401, {
            "www-authenticate": `Bearer realm="http://${address}/token",service="reg",scope="repository:istio/charts/istiod:pull"`,
          })
          .end();
      };
    }
    const query = "/token?service=reg&scope=repository%3Aistio%2Fcharts%2Fistiod%3Apull";
    answers[query] = send('{"token":"t0k"}');
    const charts = createCharts({ logins: hasLogin ? [loginOf(address)] : [] });
    await expect(fetchChart(reference(), { charts, mayLogIn: true })).resolves.toMatchObject({ name: "istiod" });
    const basic = !hasLogin ? "" : ` as Basic ${Buffer.from("u:p").toString("base64")}`;
    expect(asked.filter((line) => line.startsWith("/token"))).toEqual([query + basic]);
  });

  it("a token is not sent for in the clear to another host", async () => {
    answers["/v2/istio/charts/istiod/manifests/1.31.0"] = (_, response) =>
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://registry.example/token"' }).end();
    expect(await problemOf(fetchChart(reference()))).toMatch(/^chart-unreachable: .*no safe address/u);
  });

  it("pinned to another version than the revision asks for is told", async () => {
    serveRegistry();
    const pinned = { kind: "oci", reference: `oci://${address}/istio/charts/istiod@${manifestDigest}` } as const;
    expect(await problemOf(fetchChart(pinned, { version: "1.30.0" }))).toMatch(
      /^chart-unreadable: .*is version 1\.31\.0, and the revision wants 1\.30\.0/u,
    );
  });

  it.each([
    ["no such tag", () => fetchChart(reference(), { version: "9.9.9" }), /^chart-not-found/u],
    [
      "another archive than the manifest says",
      () => (serveRegistry(gzipSync("x")), fetchChart(reference())),
      /^chart-unreadable: .*manifest says/u,
    ],
    [
      "an image that is no chart",
      () => ((answers["/v2/istio/charts/istiod/manifests/1.31.0"] = send('{"layers":[]}')), fetchChart(reference())),
      /no Helm chart/u,
    ],
  ])("%s", async (_, fetching, expected) => {
    expect(await problemOf(fetching())).toMatch(expected);
  });
});

describe("a folder of the repository", () => {
  const source = { kind: "path", folder: "vendor" } as const;
  const inFolder = Object.entries(files).map(([path, text]) => file(`vendor/any/depth/${path}`, text));

  it("is searched for the chart's name and version", async () => {
    const older = file("vendor/older/Chart.yaml", "name: istiod\nversion: 1.30.0\n");
    const chart = await fetchChart(source, { tree: treeOf(older, ...inFolder) });
    expect(Object.fromEntries(chart.files)).toEqual(files);
    expect(chart.origin).toBe("path:vendor/any/depth");
    expect(await problemOf(fetchChart(source, { tree: treeOf(older) }))).toMatch(/^chart-not-found/u);
    expect(await problemOf(fetchChart({ kind: "path", folder: "ven" }, { tree: treeOf(...inFolder) }))).toMatch(/^chart-not-found/u);
  });

  it("that holds charts which are broken gives the others, and names one that may be the chart", async () => {
    const broken = file("vendor/aa/Chart.yaml", "name: [istiod");
    await expect(fetchChart(source, { tree: treeOf(broken, ...inFolder) })).resolves.toMatchObject({ name: "istiod" });
    expect(await problemOf(fetchChart(source, { tree: treeOf(broken) }))).toMatch(
      /^chart-unreadable: .*vendor\/aa\/Chart\.yaml may be it: its Chart/u,
    );
  });

  it("that holds the chart twice is not guessed at, and versions that are there are named", async () => {
    const [again, older] = ["1.31.0", "1.30.3"].map((version) =>
      file(`vendor/${version}/Chart.yaml`, `name: istiod\nversion: ${version}\n`),
    );
    if (again === undefined || older === undefined) throw new Error("two of two");
    const tree = treeOf(again, older, ...inFolder);
    expect(await problemOf(fetchChart(source, { tree }))).toMatch(/there twice, in vendor\/1\.31\.0 and vendor\/any\/depth/u);
    expect(await problemOf(fetchChart(source, { tree, version: "1.30.9" }))).toMatch(/^chart-not-found: .*it has 1\.30\.3\./u);
    expect(await problemOf(fetchChart(source, { tree, version: "1.29.0" }))).toMatch(/^chart-not-found: .*it has 1\.31\.0, 1\.30\.3\./u);
  });

  it("that is a link is not followed", async () => {
    const tree = treeOf({ kind: "symlink", path: "vendor", target: "/srv/charts" });
    expect(await problemOf(fetchChart(source, { tree }))).toMatch(/vendor is a symlink/u);
  });

  it("gives the digest that the packaged chart has", async () => {
    const packaged = await fetchChart(serveRepository(good));
    const ignored = [
      file("vendor/any/depth/.helmignore", "*.bak\n/notes/\n.helmignore\n"),
      file("vendor/any/depth/x.bak", ""),
      file("vendor/any/depth/notes/n", ""),
    ];
    await expect(fetchChart(source, { tree: treeOf(...inFolder, ...ignored) })).resolves.toMatchObject({ digest: packaged.digest });
  });

  it("is another chart in another tree", async () => {
    const charts = createCharts();
    const changed = inFolder.map((entry) => (entry.path.endsWith("a.yaml") ? file(entry.path, "a: 2\n") : entry));
    const [base, head] = await Promise.all([inFolder, changed].map((entries) => fetchChart(source, { charts, tree: treeOf(...entries) })));
    expect(base?.digest).not.toBe(head?.digest);
  });

  it.each([
    [{ kind: "symlink", path: "vendor/any/depth/templates/l", target: "/etc/passwd" }, /is a symlink/u],
    [{ kind: "too-large", path: "vendor/any/depth/big", size: 1e9, limit: 16 << 20 }, /larger than 16 MB/u],
    [{ kind: "binary", path: "vendor/any/depth/logo.png", size: 9 }, /is not text/u],
  ] as const)("%j is not used", async (entry, expected) => {
    expect(await problemOf(fetchChart(source, { tree: treeOf(...inFolder, entry) }))).toMatch(expected);
  });
});
