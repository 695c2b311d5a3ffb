import { isObject, type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { Decider } from "../../model/routes.ts";
import { covers, fullHost } from "../facts/destinations.ts";
import { isForChosen } from "../facts/policies.ts";
import { rootNamespace } from "../facts/root-namespace.ts";
import type { ClusterView } from "../view.ts";
import { destinationsText, httpRuleText } from "./http-rule.ts";
import { name as quoted } from "./name.ts";

/** The kinds that decide about a host. */
export type RouteKinds =
  | "networking.istio.io/VirtualService"
  | "networking.istio.io/DestinationRule"
  | "networking.istio.io/ServiceEntry"
  | "security.istio.io/PeerAuthentication"
  | "ConfigMap"
  | "Service";

type View = ClusterView<RouteKinds>;

/** Every object of a cluster that decides about the requests for a host: routes first, then how each destination is reached, then what the servers ask for. */
export function decidersOf(view: View, host: string): readonly Decider[] {
  return [
    ...virtualServices(view, host),
    ...serviceEntries(view, host),
    ...destinationRules(view, host),
    ...peerAuthentications(view, host),
  ];
}

/** The hosts that a question could mean in clusters of this domain: a Service's short or half name in full, or what it says. `known`: hosts that some object names in full. */
export function hostsMeant(asked: string, clusterDomain: string, known: ReadonlySet<string>): readonly string[] {
  const word = asked.toLowerCase().replace(/\.$/u, "");
  const suffix = `.svc.${clusterDomain}`;
  if (word.endsWith(suffix)) return [word];
  const dots = word.split(".").length - 1;
  if (dots === 0) return [...known].filter((host) => host.endsWith(suffix) && host.startsWith(`${word}.`)).sort();
  // `checkout.shop` may be a host of its own: it is one where somebody says so.
  return [dots === 1 && !known.has(word) ? `${word}${suffix}` : word];
}

/** Hosts that some object of a cluster names in full. */
export function hostsNamed(view: View): ReadonlySet<string> {
  return view.remember(knownHosts);
}

function knownHosts(view: View): ReadonlySet<string> {
  const inFull = ({ id }: Manifest, host: unknown) => (typeof host === "string" ? [fullHost(host, id.namespace, view.clusterDomain)] : []);
  return new Set([
    ...view.list("Service").map(({ id }) => `${id.name}.${id.namespace}.svc.${view.clusterDomain}`),
    ...view
      .list("networking.istio.io/VirtualService")
      .flatMap((one) => listAt(one.object, "spec", "hosts").flatMap((host) => inFull(one, host))),
    ...view
      .list("networking.istio.io/ServiceEntry")
      .flatMap((one) => listAt(one.object, "spec", "hosts").flatMap((host) => inFull(one, host))),
    ...view.list("networking.istio.io/DestinationRule").flatMap((one) => inFull(one, textAt(one.object, "spec", "host"))),
  ]);
}

interface Fitting {
  readonly manifest: Manifest;
  /** The longest of its hosts that covers the one that was asked for. */
  readonly pattern: string;
}

/** The most exact first: Istio takes the longest pattern. */
function fitting(
  view: View,
  manifests: readonly Manifest[],
  host: string,
  hostsIn: (manifest: Manifest) => readonly unknown[],
): readonly Fitting[] {
  return manifests
    .flatMap((manifest): readonly Fitting[] => {
      const patterns = hostsIn(manifest)
        .flatMap((entry) => (typeof entry === "string" ? [fullHost(entry, manifest.id.namespace, view.clusterDomain)] : []))
        .filter((pattern) => covers(pattern, host))
        .sort((a, b) => b.length - a.length);
      return patterns[0] === undefined ? [] : [{ manifest, pattern: patterns[0] }];
    })
    .sort((a, b) => Number(a.pattern.startsWith("*")) - Number(b.pattern.startsWith("*")) || b.pattern.length - a.pattern.length);
}

function virtualServices(view: View, host: string): readonly Decider[] {
  const found = fitting(view, view.list("networking.istio.io/VirtualService"), host, ({ object }) => listAt(object, "spec", "hosts"));
  return found.map(({ manifest, pattern }) => {
    const spec = objectAt(manifest.object, "spec");
    const gateways = listAt(spec, "gateways").map(String);
    const where =
      gateways.length === 0
        ? "for every sidecar"
        : `for ${gateways.map((name) => (name === "mesh" ? "every sidecar" : `gateway ${quoted(name)}`)).join(", ")}`;
    return decider(manifest, [`${where}${asPattern(pattern, host)}`, ...rulesIn(view, manifest, spec)]);
  });
}

function rulesIn(view: View, manifest: Manifest, spec: JsonObject): readonly string[] {
  const http = listAt(spec, "http").flatMap((rule) => {
    const text = httpRuleText(rule);
    return text === undefined ? [] : [text, ...delegated(view, manifest, rule)];
  });
  const others = (["tls", "tcp"] as const).flatMap((protocol) =>
    listAt(spec, protocol).map((rule) => `${protocol.toUpperCase()} → ${destinationsText(rule)}`),
  );
  return [...http, ...others];
}

function delegated(view: View, { id }: Manifest, rule: Json): readonly string[] {
  const delegate = isObject(rule) ? objectAt(rule, "delegate") : {};
  const name = textAt(delegate, "name");
  if (name === undefined) return [];
  const namespace = textAt(delegate, "namespace") || id.namespace;
  const target = view.get("networking.istio.io/VirtualService", namespace, name);
  if (target === undefined) return ["there: no such VirtualService, so the rule is left out"];
  return listAt(target.object, "spec", "http").flatMap((inner) => {
    const text = httpRuleText(inner);
    return text === undefined ? [] : [`there: ${text}`];
  });
}

function serviceEntries(view: View, host: string): readonly Decider[] {
  const found = fitting(view, view.list("networking.istio.io/ServiceEntry"), host, ({ object }) => listAt(object, "spec", "hosts"));
  return found.map(({ manifest, pattern }) => {
    const spec = objectAt(manifest.object, "spec");
    const endpoints = listAt(spec, "endpoints").flatMap((endpoint) => textAt(endpoint, "address") ?? []);
    const location = textAt(spec, "location") === "MESH_INTERNAL" ? "in the mesh" : "outside of the mesh";
    const where =
      endpoints.length === 0
        ? ""
        : ` at ${endpoints.slice(0, 5).map(quoted).join(", ")}${endpoints.length > 5 ? ` and ${endpoints.length - 5} more` : ""}`;
    return decider(manifest, [
      `known as a service ${location}${where}, found by ${quoted(textAt(spec, "resolution") ?? "NONE")}${asPattern(pattern, host)}`,
    ]);
  });
}

function destinationRules(view: View, host: string): readonly Decider[] {
  const found = fitting(view, view.list("networking.istio.io/DestinationRule"), host, ({ object }) => [textAt(object, "spec", "host")]);
  return found.map(({ manifest, pattern }) => {
    const spec = objectAt(manifest.object, "spec");
    const policy = objectAt(spec, "trafficPolicy");
    const mode = textAt(policy, "tls", "mode");
    const balancer = textAt(policy, "loadBalancer", "simple");
    const subsets = listAt(spec, "subsets").map((subset) => {
      const labels = Object.entries(objectAt(subset, "labels")).map(([key, value]) => quoted(`${key}=${String(value)}`));
      return `subset ${quoted(textAt(subset, "name") ?? "")}: ${labels.length === 0 ? "all endpoints" : labels.join(", ")}`;
    });
    const hasFailover = isObject(valueAt(policy, ["loadBalancer", "localityLbSetting"]));
    return decider(manifest, [
      ...(pattern === host ? [] : [`by its pattern ${quoted(pattern)}`]),
      ...(mode === undefined ? ["mTLS is left to the mesh (automatic)"] : [`clients use TLS mode ${quoted(mode)}`]),
      ...(balancer === undefined ? [] : [`load balancing ${quoted(balancer)}`]),
      ...(hasFailover ? ["locality decides where requests go"] : []),
      ...(isObject(policy["outlierDetection"]) ? ["endpoints that fail are left out for a while"] : []),
      ...subsets,
    ]);
  });
}

/** Of the namespace that holds the Service, else of the whole mesh; policies for chosen workloads are named, because they win where they fit. */
function peerAuthentications(view: View, host: string): readonly Decider[] {
  const suffix = `.svc.${view.clusterDomain}`;
  if (!host.endsWith(suffix)) return [];
  const namespace = host.slice(0, -suffix.length).split(".").at(-1) ?? "";
  const all = view.list("security.istio.io/PeerAuthentication");
  const own = all.filter(({ id }) => id.namespace === namespace);
  const wide = own.some((one) => !isForChosen(one))
    ? []
    : all.filter((one) => one.id.namespace === rootNamespace(view) && !isForChosen(one));
  return [...own, ...wide.filter((one) => !own.includes(one))].map((manifest) => {
    const mode = textAt(manifest.object, "spec", "mtls", "mode") ?? "UNSET";
    const ports = Object.entries(objectAt(manifest.object, "spec", "portLevelMtls")).map(([port, level]) =>
      quoted(`port ${port} ${textAt(level, "mode") ?? "UNSET"}`),
    );
    const whom = isForChosen(manifest) ? "its chosen workloads ask" : "servers ask";
    return decider(manifest, [`${whom} for mTLS: ${[quoted(mode), ...ports].join(", ")}`]);
  });
}

function asPattern(pattern: string, host: string): string {
  return pattern === host ? "" : `, by its pattern ${quoted(pattern)}`;
}

function decider({ id, origin }: Manifest, says: readonly string[]): Decider {
  return { object: id, place: origin.kind === "config" ? origin.source.place([]) : undefined, says };
}
