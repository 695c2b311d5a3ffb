import type { Json, Path } from "../../model/json.ts";
import { isObject, listAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";

/** The route kinds of the Gateway API that Istio reads. */
export const routeKinds = [
  "gateway.networking.k8s.io/HTTPRoute",
  "gateway.networking.k8s.io/GRPCRoute",
  "gateway.networking.k8s.io/TLSRoute",
  "gateway.networking.k8s.io/TCPRoute",
] as const;

/** Something a route of the Gateway API refers to, defaults filled in. */
export interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly path: Path;
}

/** Where a route sends traffic: backends of its rules and mirrors. */
export function backendsOf(route: Manifest): readonly Reference[] {
  return listAt(route.object, "spec", "rules").flatMap((rule, index) => {
    const at: Path = ["spec", "rules", index];
    return [
      ...mirrorsOf(rule, at, route),
      ...listAt(rule, "backendRefs").flatMap((backend, number) => {
        const path: Path = [...at, "backendRefs", number];
        return [...referenceOf(backend, path, route, service), ...mirrorsOf(backend, path, route)];
      }),
    ];
  });
}

/** What a route belongs to: Gateways, or Services (a route inside the mesh). */
export function parentsOf(route: Manifest): readonly Reference[] {
  const gateway = { group: "gateway.networking.k8s.io", kind: "Gateway" };
  return listAt(route.object, "spec", "parentRefs").flatMap((parent, index) =>
    referenceOf(parent, ["spec", "parentRefs", index], route, gateway),
  );
}

const service = { group: "", kind: "Service" };

function mirrorsOf(value: Json, at: Path, route: Manifest): readonly Reference[] {
  return listAt(value, "filters").flatMap((filter, index) => {
    const mirror = isObject(filter) ? filter["requestMirror"] : undefined;
    return isObject(mirror)
      ? referenceOf(mirror["backendRef"], [...at, "filters", index, "requestMirror", "backendRef"], route, service)
      : [];
  });
}

function referenceOf(
  value: Json | undefined,
  path: Path,
  route: Manifest,
  usual: { readonly group: string; readonly kind: string },
): readonly Reference[] {
  const name = textAt(value, "name");
  if (name === undefined) return [];
  return [
    {
      group: textAt(value, "group") ?? usual.group,
      kind: textAt(value, "kind") ?? usual.kind,
      namespace: textAt(value, "namespace") ?? route.id.namespace,
      name,
      path,
    },
  ];
}
