import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import type { Chart } from "../../src/model/chart.ts";

/** A Helm repository (`/charts`) and an OCI registry (`/v2/istio/charts`) on this machine, with the same charts. */
export interface ChartServer {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Every request: its path and, where one was shown, the kind of its authorization. */
  readonly asked: string[];
  /** Answers instead of what a path would give. */
  readonly instead: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  stop(): Promise<void>;
}

interface Login {
  readonly user: string;
  readonly password: string;
  /** How the registry asks: at itself, or for a token from `/token`. The repository always asks for itself. */
  readonly by: "basic" | "bearer";
}

type Packed = Pick<Chart, "name" | "version" | "files">;

/** Serves these charts, to anybody or to whoever shows the login. */
export async function startChartServer(charts: readonly Packed[], login?: Login): Promise<ChartServer> {
  const pages = new Map<string, Buffer>();
  const entries: Record<string, object[]> = {};
  for (const chart of charts) {
    const archive = await packed(chart);
    const { name, version } = chart;
    pages.set(`/charts/${name}-${version}.tgz`, archive);
    (entries[name] ??= []).push({ name, version, urls: [`${name}-${version}.tgz`], digest: sha256(archive) });
    const layer = {
      mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
      digest: `sha256:${sha256(archive)}`,
      size: archive.length,
    };
    const manifest = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json", layers: [layer] }),
    );
    const repository = `/v2/istio/charts/${name}`;
    for (const reference of [version, `sha256:${sha256(manifest)}`]) pages.set(`${repository}/manifests/${reference}`, manifest);
    pages.set(`${repository}/blobs/${layer.digest}`, archive);
  }
  pages.set("/charts/index.yaml", Buffer.from(JSON.stringify({ apiVersion: "v1", entries })));
  return serve(pages, login);
}

async function serve(pages: ReadonlyMap<string, Buffer>, login: Login | undefined): Promise<ChartServer> {
  const asked: string[] = [];
  const instead: ChartServer["instead"] = new Map();
  const basic = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    const shown = request.headers.authorization;
    asked.push(`${pathname}${shown === undefined ? "" : ` ${shown.split(" ", 1)[0]}`}`);
    const special = instead.get(pathname);
    if (special !== undefined) return special(request, response);
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const isToken = login?.by === "bearer" && pathname.startsWith("/v2/");
    if (pathname === "/token" && shown === basic) return void response.end(JSON.stringify({ token: "t0k" }));
    if (login !== undefined && shown !== (isToken ? "Bearer t0k" : basic)) {
      const challenge = isToken ? `Bearer realm="${host}/token",service="here"` : 'Basic realm="here"';
      return void response.writeHead(401, { "www-authenticate": challenge }).end();
    }
    const page = pages.get(pathname);
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    instead,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

async function packed({ name, files }: Packed): Promise<Buffer> {
  const tar = pack();
  for (const [path, text] of files) tar.entry({ name: `${name}/${path}` }, text);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
