import type { HostRoutes } from "../../model/routes.ts";
import { meshView } from "../context.ts";
import type { ValidateInput } from "../index.ts";
import type { ClusterView } from "../view.ts";
import { decidersOf, hostsMeant, hostsNamed, type RouteKinds } from "./deciders.ts";

/**
 * Which objects decide about the requests for a host, in every cluster, before and after a change: as the files say it. A short name stands for every Service of that
 * name; a name of one dot for `name.namespace`. Sorted by host, then cluster.
 */
export function routesOf(
  { head, base, desired, baseline }: Pick<ValidateInput, "head" | "base" | "desired" | "baseline">,
  asked: string,
): readonly HostRoutes[] {
  const after = head.mesh === undefined ? undefined : meshView(head, head.mesh, desired);
  const before = base?.mesh && baseline && meshView(base, base.mesh, baseline);
  const views = [...(after?.clusters ?? []), ...(before?.clusters ?? [])];
  const named = new Set(views.flatMap((view) => [...hostsNamed(view)]));
  const domains = new Set(views.map(({ clusterDomain }) => clusterDomain));
  const hosts = [...new Set([...domains].flatMap((domain) => hostsMeant(asked, domain, named)))].sort();
  const clusters = [...new Set(views.map(({ name }) => name))].sort();
  const decided = (view: ClusterView<RouteKinds> | undefined, host: string) => (view === undefined ? undefined : decidersOf(view, host));
  return hosts.flatMap((host) =>
    clusters.map((cluster) => ({
      host,
      cluster,
      before: decided(before?.cluster(cluster), host),
      after: decided(after?.cluster(cluster), host),
    })),
  );
}
