import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";

/** A source that is there and does not answer: how often it is asked, and that it ends. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function asked(answer: Answer, { names = ["istiod"], whole = 60_000 }: { names?: readonly string[]; whole?: number } = {}) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const reference = `oci://127.0.0.1:${(server.address() as AddressInfo).port}/istio`;
  const charts = createCharts({ timeouts: { silence: 150, whole, away: 60_000 } });
  const messages: string[] = [];
  for (const name of names) {
    const fetching = charts.fetch(
      { source: { kind: "oci", reference }, name, version: "1.31.0" },
      { tree: { commit: undefined, entries: [] }, locked: undefined },
    );
    messages.push(
      await fetching.then(
        () => "fetched",
        (error: Error) => error.message,
      ),
    );
  }
  return { paths, messages };
}

describe("a source that keeps us waiting", () => {
  it("without a word is asked three times, and not again for the next chart", async () => {
    const { paths, messages } = await asked(() => {}, { names: ["istiod", "base", "gateway"] });
    expect(paths).toEqual(Array.from({ length: 3 }, () => "/v2/istio/istiod/manifests/1.31.0"));
    expect(messages).toEqual(
      ["istiod", "base", "gateway"].map((name) =>
        expect.stringMatching(new RegExp(`^Could not fetch chart ${name} .*: 127\\.0\\.0\\.1:\\d+: Headers Timeout`, "u")),
      ),
    );
  });

  it("drop by drop is left when its time is over", async () => {
    const { paths, messages } = await asked(
      (_, response) => {
        const drip = setInterval(() => response.write(" "), 50);
        response.on("close", () => clearInterval(drip));
      },
      { whole: 1_500 },
    );
    expect(paths.length).toBe(1);
    expect(messages).toEqual([expect.stringMatching(/did not send all of it within 1\.5 s/u)]);
  });

  it("with a status is asked again for the next chart: it is there", async () => {
    const { paths } = await asked((_, response) => void response.writeHead(500).end(), { names: ["istiod", "base"] });
    expect(paths).toEqual(["/v2/istio/istiod/manifests/1.31.0", "/v2/istio/base/manifests/1.31.0"]);
  });
});
