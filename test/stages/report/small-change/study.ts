import { change, changes, finding, networking, plan, study } from "../../../support/study.ts";

const route = (weights: readonly (readonly [string, number])[], timeout: string) => ({
  hosts: ["checkout.shop.svc.cluster.local"],
  http: [{ timeout, route: weights.map(([subset, weight]) => ({ destination: { host: "checkout", subset }, weight })) }],
});
const rule = (...subsets: readonly string[]) => ({
  host: "checkout",
  subsets: subsets.map((name) => ({ name, labels: { version: name } })),
});

const virtualService = change(
  networking("VirtualService", "checkout", route([["v1", 100]], "5s")),
  networking(
    "VirtualService",
    "checkout",
    route(
      [
        ["v1", 90],
        ["v2", 10],
      ],
      "2s",
    ),
  ),
  ["east", "eu", "west"],
);
const destinationRule = change(
  networking("DestinationRule", "checkout", rule("v1")),
  networking("DestinationRule", "checkout", rule("v1", "v2")),
  ["east", "eu", "west"],
);
const legacy = change(
  networking("VirtualService", "legacy-pay", { hosts: ["pay.old.example"], http: [{ route: [{ destination: { host: "pay" } }] }] }),
  undefined,
  ["eu"],
);
const write = (kind: "VirtualService" | "DestinationRule", name: string, what: "update" | "delete" = "update") => ({
  id: { group: "networking.istio.io", kind, namespace: "shop", name },
  kind: what,
});

/** A traffic split and a shorter timeout everywhere, one stale route removed in one cluster, one warning. */
export default study({
  changes: changes([destinationRule, virtualService, legacy], {
    unchanged: new Map([
      ["east", 212],
      ["eu", 214],
      ["west", 212],
    ]),
  }),
  findings: [
    finding({
      rule: "subset-thinly-served",
      severity: "warning",
      message: "DestinationRule `checkout` names subset `v2`, but only 1 of 3 deployments in `eu` carries its labels.",
      remedy: "Deploy `v2` in `eu` first, or route to it in the other clusters only.",
      source: { file: "config/all/routing.yaml", line: 31, column: 5 },
      clusters: ["eu"],
    }),
  ],
  plan: plan({
    waves: [
      { number: 1, clusters: ["east"], soakSeconds: 600 },
      { number: 2, clusters: ["eu", "west"], soakSeconds: 0 },
    ],
    deletions: new Map([["eu", 1]]),
    steps: [
      ...["east", "eu", "west"].map((name) => ({
        id: `${name}/config`,
        kind: "config" as const,
        stage: "config" as const,
        clusters: [name],
        after: name === "east" ? [] : ["east/config"],
        writes: [write("DestinationRule", "checkout"), write("VirtualService", "checkout")],
        gate: "every proxy of the cluster is synced",
        wave: name === "east" ? 1 : 2,
        irreversible: undefined,
      })),
      {
        id: "eu/prune",
        kind: "prune",
        stage: "config",
        clusters: ["eu"],
        after: ["eu/config"],
        writes: [write("VirtualService", "legacy-pay", "delete")],
        gate: undefined,
        wave: 2,
        irreversible: undefined,
      },
    ],
  }),
});
