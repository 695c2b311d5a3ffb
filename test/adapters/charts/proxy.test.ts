import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import type { ChartSource } from "../../../src/model/chart.ts";
import { Secret } from "../../../src/model/secret.ts";
import { type ChartServer, startChartServer } from "../../support/chart-server.ts";
import { startProxy } from "../../support/connect-proxy.ts";

/** Charts by way of a proxy: which one, for what, and what is said when it fails. The rules are those of Go's programs, Helm among them. */

const files = new Map([["Chart.yaml", "apiVersion: v2\nname: istiod\nversion: 1.31.0\n"]]);
let server: ChartServer;
beforeAll(async () => {
  server = await startChartServer([{ name: "istiod", version: "1.31.0", files }]);
});
afterAll(() => server.stop());

const outside: ChartSource = { kind: "repository", url: "http://charts.example/charts" };
const encrypted: ChartSource = { kind: "oci", reference: "oci://registry.example/istio" };

async function started(options: Parameters<typeof startProxy>[0] = {}) {
  const proxy = await startProxy({ to: Number(server.host.split(":")[1]), ...options });
  onTestFinished(() => proxy.stop());
  return proxy;
}

/** `fetched`, or the problem's message. */
function ask(environment: Record<string, string>, source = outside): Promise<string> {
  const logins = [{ host: server.host, inTheClear: false, user: "robot", password: new Secret("canary-pw") }];
  const fetching = createCharts({ environment: { HOME: "/nowhere", ...environment }, logins }).fetch(
    { source, name: "istiod", version: "1.31.0" },
    { tree: { commit: undefined, entries: [] }, locked: undefined, mayLogIn: true },
  );
  return fetching.then(
    () => "fetched",
    (error: Error) => error.message,
  );
}

describe("a proxy for charts", () => {
  it.each(["HTTP_PROXY", "http_proxy"])("is named by %s, with its scheme or without", async (name) => {
    const proxy = await started();
    expect(await ask({ [name]: proxy.url })).toBe("fetched");
    expect(await ask({ [name]: proxy.url.replace("http://", "") })).toBe("fetched");
    expect(proxy.targets).toContain("http://charts.example/charts/istiod-1.31.0.tgz");
  });

  it("carries TLS through a tunnel, and is another one for it when there are two", async () => {
    const [plain, tls] = [await started(), await started()];
    const answer = await ask({ HTTP_PROXY: plain.url, HTTPS_PROXY: tls.url }, encrypted);
    // What answers there speaks no TLS.
    expect(answer).toMatch(/registry\.example through the proxy 127\.0\.0\.1:\d+: /u);
    expect([plain.targets, tls.targets[0]]).toEqual([[], "registry.example:443"]);
  });

  it.each([
    ["NO_PROXY", "charts.example"],
    ["no_proxy", ".example"],
    ["NO_PROXY", "other.test, example"],
    ["NO_PROXY", "*"],
    ["NO_PROXY", "charts.example:80"],
  ])("is passed by where %s says %s", async (name, value) => {
    const proxy = await started();
    expect(await ask({ HTTP_PROXY: proxy.url, [name]: value })).toMatch(/: charts\.example: getaddrinfo/u);
    expect(proxy.targets).toEqual([]);
  });

  it("never sees what is for this machine, and no login that only this machine may see", async () => {
    const proxy = await started();
    expect(await ask({ HTTP_PROXY: proxy.url }, { kind: "repository", url: `http://${server.host}/charts` })).toBe("fetched");
    expect(proxy.targets).toEqual([]);
  });

  it("is given its password, which no message tells", async () => {
    const proxy = await started({ password: "canary-proxy" });
    const url = proxy.url.replace("//", "//us:canary-proxy@");
    expect(await ask({ http_proxy: url })).toBe("fetched");
    for (const source of [outside, encrypted]) {
      const refused = await ask({ http_proxy: url.replace("us:", "others:"), https_proxy: url.replace("us:", "others:") }, source);
      expect(refused).toMatch(/407/u);
      expect(refused).not.toContain("canary");
    }
  });

  it.each([
    ["nobody answers", "http://127.0.0.1:1", /charts\.example through the proxy 127\.0\.0\.1:1: connect ECONNREFUSED/u],
    ["that is no address", "::::", /HTTPS_PROXY or HTTP_PROXY holds no address of a proxy/u],
    ["that is none", "ftp://proxy.example", /HTTPS_PROXY or HTTP_PROXY holds no address of a proxy/u],
  ])("at an address where %s is told", async (_, url, expected) => {
    expect(await ask({ HTTP_PROXY: url })).toMatch(expected);
  });
});
