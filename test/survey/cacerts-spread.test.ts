import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import { surveyTrust } from "../../src/survey/index.ts";
import type { ClusterApi, LiveWorld } from "../../src/world.ts";
import { makeIntermediate, makeRoot } from "../support/authority.ts";
import { meshWith, plugged, sealed } from "./cacerts-scene.ts";
import { apiOf, forbidden, worldOf } from "./fake-api.ts";
import { now } from "./scene.ts";

/** Whether a phase may begin is told by istiod and by proxies, not by `cacerts` alone (reference 2.5). */

const roots = { a: await makeRoot(), b: await makeRoot({ name: "root-b" }) };
const under = { a: await makeIntermediate(roots.a), b: await makeIntermediate(roots.b) };
const both = roots.a.pem + roots.b.pem;
const turned = roots.b.pem + roots.a.pem;
const [hour, day] = [3_600_000, 86_400_000];
const bundle = "type.googleapis.com/istio.mesh.v1alpha1.ProxyConfig";

interface Case {
  readonly phase?: "switch" | "retire";
  /** What istiod hands out; `undefined`: nothing yet. */
  readonly given?: string | undefined;
  /** How long ago it did. */
  readonly since?: number;
  readonly replicas?: number;
  readonly page?: unknown;
  readonly settings?: JsonObject;
  readonly refuse?: string;
}

function present(object: JsonObject): Present {
  return { kind: "present", object, privates: [] };
}

function told(proxy: string, sent = "1", acked = sent) {
  return { proxy, resources: { [bundle]: { sent, acked } } };
}

async function verdictFor({
  phase = "switch",
  given = phase === "switch" ? both : turned,
  since = hour,
  replicas = 1,
  page = [],
  settings,
  refuse,
}: Case) {
  const mesh = meshWith(
    { rotation: { to: "root-b", phase } },
    ["east"],
    settings === undefined ? {} : { istio: { ...meshWith({}).clusters[0]!.istio, values: { istiod: settings } } },
  );
  const map = present({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: "istio-ca-root-cert",
      namespace: "istio-system",
      managedFields: [
        { manager: "pilot-discovery", operation: "Update", time: new Date(now - since).toISOString(), fieldsV1: { "f:data": {} } },
      ],
    },
    data: { "root-cert.pem": given },
  });
  const pods = Array.from({ length: replicas }, (_, index) =>
    present({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: `istiod-${index}`, namespace: "istio-system", labels: { app: "istiod" } },
      status: { phase: "Running" },
    }),
  );
  const cacerts = phase === "switch" ? plugged(under.a, both) : plugged(under.b, turned);
  const api: ClusterApi = {
    ...apiOf({
      name: "east",
      objects: [sealed(cacerts), ...(given === "" ? [] : [map]), ...pods],
      refuse: (request) => (refuse !== undefined && request.includes(refuse) ? forbidden() : undefined),
    }),
    inside: async () => (typeof page === "string" ? page : JSON.stringify(page)),
  };
  const signers = { of: () => ({ roots: async () => both, issue: () => Promise.reject(new Error("nothing is signed")) }) };
  const world: LiveWorld = { ...worldOf(api), signers };
  const [found] = await surveyTrust(world, { mesh });
  const verdict = found?.verdict;
  return verdict?.kind === "refuse" || verdict?.kind === "unknown" ? verdict.why.message : verdict?.kind;
}

describe("a phase that changes who signs, or whom nobody trusts any more,", () => {
  it.each(["switch", "retire"] as const)("%s: begins when every proxy has confirmed what its istiod told it", async (phase) => {
    const goes = phase === "switch" ? "issue" : "roots";
    expect(await verdictFor({ phase, page: [told("a.shop"), told("b.shop")] })).toBe(goes);
    expect(await verdictFor({ phase, page: null })).toBe(goes);
  });

  it.each(["switch", "retire"] as const)("%s: waits for a proxy that has not confirmed, or listens to nobody", async (phase) => {
    expect(await verdictFor({ phase, page: [told("a.shop"), told("b.shop", "2", "1")] })).toContain(
      "until they are restarted with PROXY_CONFIG_XDS_AGENT (b.shop)",
    );
    expect(await verdictFor({ phase, page: [told("a.shop"), { proxy: "c.shop" }, { proxy: "d.shop", resources: {} }] })).toContain(
      "(c.shop and 1 more)",
    );
  });

  it("needs no word from proxies when the life of a certificate has gone by since", async () => {
    const page = [{ proxy: "c.shop" }];
    expect(await verdictFor({ page, since: day - hour })).toContain("may be on certificates from before, until 2026-11-23T13:05:00.000Z");
    expect(await verdictFor({ page, since: day + hour })).toBe("issue");
    const short = { meshConfig: { defaultConfig: { proxyMetadata: { SECRET_TTL: "30m" } } } };
    expect(await verdictFor({ page, since: hour, settings: short })).toBe("issue");
    // What istiod would give to somebody who asks for nothing says nothing about proxies: they ask for a day.
    expect(await verdictFor({ page, since: hour, settings: { pilot: { env: { DEFAULT_WORKLOAD_CERT_TTL: "30m" } } } })).toContain(
      "(c.shop)",
    );
  });

  it("waits until istiod has taken what stands in `cacerts`", async () => {
    expect(await verdictFor({ given: roots.a.pem, since: 2 * day })).toContain("has an istiod that has not taken its roots");
    expect(await verdictFor({ phase: "retire", given: both, since: 2 * day })).toContain("has an istiod that has not taken its roots");
  });

  it("gives replicas on other nodes the time that a Secret takes to get there", async () => {
    const page = [told("a.shop")];
    expect(await verdictFor({ page, since: 5_000 })).toContain("take new certificates just now");
    expect(await verdictFor({ page, since: 30_000 })).toBe("issue");
    expect(await verdictFor({ page, since: 30_000, replicas: 2 })).toContain("take new certificates just now");
    expect(await verdictFor({ page, since: 200_000, replicas: 2 })).toBe("issue");
  });

  it("takes what it cannot look at for not known, never for done", async () => {
    expect(await verdictFor({ refuse: "istio-ca-root-cert" })).toContain("east could not be read");
    expect(await verdictFor({ refuse: "list Pod" })).toContain("(its istiods could not be asked)");
    expect(await verdictFor({ page: "<html>not a page</html>" })).toContain("(its istiods could not be asked)");
  });

  it("finds nobody to wait for where no istiod ever ran", async () => {
    expect(await verdictFor({ given: "" })).toBe("issue");
  });
});
