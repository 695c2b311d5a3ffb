import type { HostRoutes } from "../../model/routes.ts";
import { meshView } from "../context.ts";
import type { ValidateInput } from "../index.ts";
import type { ClusterView, MeshView } from "../view.ts";
import { decidersOf, hostsMeant, hostsNamed, type RouteKinds } from "./deciders.ts";

/**
 * Which objects decide about the requests for a host, in every cluster, before and after a change: as the files say it. A short name stands for every Service of that
 * name; a name of one dot for `name.namespace`. Sorted by host, then cluster.
 */
export function routesOf(input: Sides, asked: string): readonly HostRoutes[] {
  const { before, after, views, named } = sidesOf(input);
  const domains = new Set(views.map(({ clusterDomain }) => clusterDomain));
  const hosts = [...new Set([...domains].flatMap((domain) => hostsMeant(asked, domain, named)))].sort();
  const clusters = [...new Set(views.map(({ name }) => name))].sort();
  return hosts.flatMap((host) => clusters.map((cluster) => decidedIn(host, cluster, { before, after })));
}

/**
 * Every host about which a change decides otherwise than before, in the clusters where it does; other clusters and hosts are not in it. Files and lines do not count. With
 * `clusters` only there. Sorted by host, then cluster.
 */
export function changedRoutesOf(input: Sides, clusters: readonly string[]): readonly HostRoutes[] {
  const { before, after, views, named } = sidesOf(input);
  const known = [...new Set(views.map(({ name }) => name))].sort();
  const wanted = clusters.length === 0 ? known : known.filter((name) => clusters.includes(name));
  return [...named]
    .sort()
    .flatMap((host) =>
      wanted
        .map((cluster) => decidedIn(host, cluster, { before, after }))
        .filter((routes) => shapeOf(routes.before) !== shapeOf(routes.after)),
    );
}

type Sides = Pick<ValidateInput, "head" | "base" | "desired" | "baseline">;
type View = MeshView<RouteKinds>;

function sidesOf({ head, base, desired, baseline }: Sides) {
  const after: View | undefined = head.mesh === undefined ? undefined : meshView(head, head.mesh, desired);
  const before: View | undefined = base?.mesh && baseline && meshView(base, base.mesh, baseline);
  const views = [...(after?.clusters ?? []), ...(before?.clusters ?? [])];
  return { before, after, views, named: new Set(views.flatMap((view) => [...hostsNamed(view)])) };
}

function decidedIn(
  host: string,
  cluster: string,
  { before, after }: { readonly before: View | undefined; readonly after: View | undefined },
): HostRoutes {
  const decided = (view: ClusterView<RouteKinds> | undefined) => (view === undefined ? undefined : decidersOf(view, host));
  return { host, cluster, before: decided(before?.cluster(cluster)), after: decided(after?.cluster(cluster)) };
}

function shapeOf(deciders: HostRoutes["before"]): string {
  return JSON.stringify(deciders?.map(({ object, says }) => [object, says]) ?? null);
}
