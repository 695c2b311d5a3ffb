import { describe, expect, it } from "vitest";
import type { HostRoutes } from "../../src/model/routes.ts";
import { chaptersMarkdown, chaptersText, routesChapters } from "../../src/report/index.ts";
import { routesOf } from "../../src/validate/index.ts";
import { desired } from "../support/desired.ts";
import { cluster, manifest, mesh, repository } from "../support/study.ts";

const head = repository({ mesh: mesh([cluster("east"), cluster("west")]) });

const route = (weight: number, more = "") => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: checkout, namespace: shop }
spec:
  hosts: [checkout]
  http:
    - match: [{ uri: { prefix: /slow }, headers: { tier: { exact: gold } } }]
      delegate: { name: slow }
    - route:
        - { destination: { host: checkout, subset: v1 }, weight: ${100 - weight} }
        - { destination: { host: checkout, subset: v2, port: { number: 8080 } }, weight: ${weight} }
      timeout: 2s
      retries: { attempts: 1, perTryTimeout: 1s }
${more}`;
const delegate = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: slow, namespace: shop }
spec: { http: [{ route: [{ destination: { host: slow } }] }] }`;
const subsets = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: all, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL }, outlierDetection: { consecutive5xxErrors: 5 } }
  subsets: [{ name: v1, labels: { version: v1 } }]`;
const strict = (namespace: string) => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: ${namespace} }
spec: { mtls: { mode: STRICT } }`;
const elsewhere = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: other, namespace: pay }
spec: { hosts: [checkout], http: [{ route: [{ destination: { host: checkout } }] }] }`;

const state = (texts: Readonly<Record<string, readonly string[]>>) =>
  desired(Object.fromEntries(Object.entries(texts).map(([name, objects]) => [name, objects.map((text) => manifest(text))])));
const says = (found: readonly HostRoutes[]) =>
  found.map(({ host, cluster, after }) => [host, cluster, ...(after ?? []).map(({ object, says }) => [object.kind, object.name, ...says])]);

describe("who decides about a host", () => {
  it("gets shares as Envoy divides them: weights need not add up to 100, and those of TCP are told as well", () => {
    const uneven = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: uneven, namespace: shop }
spec:
  hosts: [checkout]
  http: [{ route: [{ destination: { host: a }, weight: 50 }, { destination: { host: b }, weight: 40 }] }]
  tcp: [{ route: [{ destination: { host: a }, weight: 1 }, { destination: { host: b }, weight: 2 }] }]`;
    const now = state({ east: [uneven], west: [] });
    const [east] = says(routesOf({ head, base: undefined, desired: now, baseline: undefined }, "checkout.shop"));
    expect(east?.[2]).toEqual([
      "VirtualService",
      "uneven",
      "for every sidecar",
      "every request → 55.56 % `a`, 44.44 % `b`",
      "TCP → 33.33 % `a`, 66.67 % `b`",
    ]);
  });

  it("is told in the order in which it takes effect: routes with what they delegate, how destinations are reached, what servers ask for", () => {
    const now = state({ east: [route(10), delegate, subsets, strict("istio-system"), elsewhere], west: [] });
    const [east, west] = says(routesOf({ head, base: undefined, desired: now, baseline: undefined }, "checkout.shop"));
    expect(east).toEqual([
      "checkout.shop.svc.cluster.local",
      "east",
      [
        "VirtualService",
        "checkout",
        "for every sidecar",
        "path `/slow…` and header `tier` `gold` → decided by VirtualService `slow`",
        "there: every request → `slow`",
        "every request → 90 % `checkout` (subset `v1`), 10 % `checkout:8080` (subset `v2`), timeout `2s`, 1 retry of `1s` each",
      ],
      [
        "DestinationRule",
        "all",
        "by its pattern `*.shop.svc.cluster.local`",
        "clients use TLS mode `ISTIO_MUTUAL`",
        "endpoints that fail are left out for a while",
        "subset `v1`: `version=v1`",
      ],
      ["PeerAuthentication", "default", "servers ask for mTLS: `STRICT`"],
    ]);
    expect(west).toEqual(["checkout.shop.svc.cluster.local", "west"]);
  });

  it("a policy of the Service's own namespace goes before the mesh's", () => {
    const now = state({ east: [route(10), strict("istio-system"), strict("shop")] });
    const [east] = routesOf({ head, base: undefined, desired: now, baseline: undefined }, "checkout.shop.svc.cluster.local");
    expect(east?.after?.filter(({ object }) => object.kind === "PeerAuthentication").map(({ object }) => object.namespace)).toEqual([
      "shop",
    ]);
  });

  it("a short name means every Service of that name, one with a dot `name.namespace` or a host outside", () => {
    const entry =
      "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: out, namespace: shop }\nspec: { hosts: [api.example], resolution: DNS }";
    const now = state({ east: [route(0), elsewhere, entry] });
    const hosts = (asked: string) => [
      ...new Set(routesOf({ head, base: undefined, desired: now, baseline: undefined }, asked).map(({ host }) => host)),
    ];
    expect(hosts("checkout")).toEqual(["checkout.pay.svc.cluster.local", "checkout.shop.svc.cluster.local"]);
    expect(hosts("Checkout.pay.")).toEqual(["checkout.pay.svc.cluster.local"]);
    expect(hosts("api.example")).toEqual(["api.example"]);
    expect(hosts("www.other.example")).toEqual(["www.other.example"]);
    expect(hosts("nobody")).toEqual([]);
  });
});

describe("as it is told", () => {
  const explained = (before: readonly string[], after: readonly string[]) =>
    routesOf(
      { head, base: head, desired: state({ east: after, west: after }), baseline: state({ east: before, west: before }) },
      "checkout.shop",
    );
  const text = (found: readonly HostRoutes[]) =>
    chaptersText(routesChapters("checkout.shop", found, { isCompared: true }), { colour: false, width: 200 });

  it("says once for all clusters what changes, line by line", () => {
    expect(text(explained([route(10), delegate], [route(50), delegate, subsets]))).toBe(
      [
        "`checkout.shop.svc.cluster.local` in `east` and `west`: changes",
        "  • `VirtualService shop/checkout` (`config/all/routing.yaml:3`)",
        "    before: every request → 90 % `checkout` (subset `v1`), 10 % `checkout:8080` (subset `v2`), timeout `2s`, 1 retry of `1s` each",
        "    for every sidecar",
        "    path `/slow…` and header `tier` `gold` → decided by VirtualService `slow`",
        "    there: every request → `slow`",
        "    now: every request → 50 % `checkout` (subset `v1`), 50 % `checkout:8080` (subset `v2`), timeout `2s`, 1 retry of `1s` each",
        "  ◦ `DestinationRule shop/all` (`config/all/routing.yaml:3`) is new",
        "    by its pattern `*.shop.svc.cluster.local`",
        "    clients use TLS mode `ISTIO_MUTUAL`",
        "    endpoints that fail are left out for a while",
        "    subset `v1`: `version=v1`",
        "",
      ].join("\n"),
    );
  });

  it("says what is gone, what stays, and what nobody decides", () => {
    expect(text(explained([route(10), delegate], [delegate]))).toContain("✗ `VirtualService shop/checkout` is gone");
    expect(text(explained([route(10), delegate], [route(10), delegate]))).toContain(": no change");
    expect(text(explained([], []))).toContain("Nothing decides about it but Istio's defaults.");
  });

  it("makes nothing of what users wrote", () => {
    const hostile = route(10).replace("/slow", '"/@ana <img src=x> `code` [a](http://b.example)"');
    const markdown = chaptersMarkdown(routesChapters("@ana <b>", explained([], [hostile, delegate]), { isCompared: true }));
    expect(markdown).not.toMatch(/(?<!`[^`\n]*)<img/u);
    expect(markdown.replaceAll(/`[^`\n]*`/gu, "")).not.toMatch(/<img|\]\(http|@ana/u);
  });
});
