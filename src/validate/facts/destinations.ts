import type { Json, JsonObject, Path } from "../../model/json.ts";
import { isObject, listAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";

/** One place in a VirtualService that sends traffic to a host. */
export interface Destination {
  readonly host: string;
  readonly subset: string | undefined;
  readonly path: Path;
}

/** Every destination a VirtualService names: routes and mirrors of HTTP, routes of TLS and TCP. */
export function destinationsOf(service: Manifest): readonly Destination[] {
  const spec = service.object["spec"];
  return ["http", "tls", "tcp"].flatMap((protocol) =>
    listAt(spec, protocol).flatMap((rule, index) => {
      const at: Path = ["spec", protocol, index];
      return [
        ...listAt(rule, "route").map((route, number) => [inside(route, "destination"), [...at, "route", number, "destination"]] as const),
        ...listAt(rule, "mirrors").map(
          (mirror, number) => [inside(mirror, "destination"), [...at, "mirrors", number, "destination"]] as const,
        ),
        [inside(rule, "mirror"), [...at, "mirror"]] as const,
      ].flatMap(([destination, path]) => {
        const host = textAt(destination, "host");
        return host === undefined ? [] : [{ host, subset: textAt(destination, "subset"), path }];
      });
    }),
  );
}

function inside(value: Json | undefined, key: string): JsonObject | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : undefined;
}

/** A host as Istio reads it in an object of `namespace`: a name without a dot is a Service there. */
export function fullHost(host: string, namespace: string, clusterDomain: string): string {
  return host.includes(".") || host === "*" ? host : `${host}.${namespace}.svc.${clusterDomain}`;
}

/** True when `pattern` (a host, or one that begins with `*`) covers `host`. */
export function covers(pattern: string, host: string): boolean {
  return pattern === host || pattern === "*" || (pattern.startsWith("*.") && host.endsWith(pattern.slice(1)));
}

/** What a cluster's DestinationRules say about hosts. */
export interface SubsetIndex {
  /** Full host to DestinationRules for exactly that host. */
  readonly exact: ReadonlyMap<string, readonly Manifest[]>;
  /** DestinationRules whose host begins with `*`. */
  readonly wildcard: readonly { readonly host: string; readonly manifest: Manifest }[];
}

/** Every DestinationRule of the cluster by the host it is for. */
export function subsetIndex(view: ClusterView<"networking.istio.io/DestinationRule">): SubsetIndex {
  const rules = view.list("networking.istio.io/DestinationRule").map((manifest) => ({
    manifest,
    host: fullHost(textAt(manifest.object, "spec", "host") ?? "", manifest.id.namespace, view.clusterDomain),
  }));
  const exact = new Map<string, Manifest[]>();
  for (const { host, manifest } of rules) {
    const known = exact.get(host);
    if (known === undefined) exact.set(host, [manifest]);
    else known.push(manifest);
  }
  return { exact, wildcard: rules.filter(({ host }) => host.startsWith("*")) };
}

/** The DestinationRules that are for a host. */
export function rulesFor(index: SubsetIndex, host: string): readonly Manifest[] {
  return [
    ...(index.exact.get(host) ?? []),
    ...index.wildcard.filter((rule) => rule.host !== host && covers(rule.host, host)).map((rule) => rule.manifest),
  ];
}

/** A subset by name, with its labels. */
export function subsetsOf(rule: Manifest): ReadonlyMap<string, JsonObject> {
  return new Map(
    listAt(rule.object, "spec", "subsets").flatMap((subset) => {
      const name = textAt(subset, "name");
      return name === undefined || !isObject(subset) ? [] : [[name, subset] as const];
    }),
  );
}
