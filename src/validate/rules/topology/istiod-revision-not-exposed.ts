import type { Json } from "../../../model/json.ts";
import { listAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { remotesOf } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"istiod-revision-not-exposed"> = (mesh, report) => {
  for (const primary of mesh.isRead ? mesh.clusters : []) {
    const remotes = primary.isInstalled && primary.role === "primary" ? remotesOf(mesh.mesh, primary.name) : [];
    if (remotes.length === 0) continue;
    const names = new Set([
      ...primary.list("networking.istio.io/VirtualService").flatMap(serverNames),
      ...primary.list("gateway.networking.k8s.io/TLSRoute").flatMap((route) => texts(listAt(route.object, "spec", "hostnames"))),
    ]);
    for (const remote of remotes) {
      for (const revision of remote.istio.revisions.filter(({ name }) => name !== "default")) {
        const namespace = primary.systemNamespace;
        if (names.has(`istiod-${revision.name}.${namespace}.svc`) || names.has("*")) continue;
        report(
          { remote: remote.name, revision: revision.name, primary: primary.name, namespace },
          { clusters: [primary.name, remote.name], place: remote.source.place(["spec", "istio", "revisions"]) },
        );
      }
    }
  }
};

function serverNames(service: Manifest): readonly string[] {
  return listAt(service.object, "spec", "tls").flatMap((rule) =>
    listAt(rule, "match").flatMap((match) => texts(listAt(match, "sniHosts"))),
  );
}

function texts(list: readonly Json[]): readonly string[] {
  return list.filter((entry) => typeof entry === "string");
}
