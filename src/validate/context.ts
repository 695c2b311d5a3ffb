import { classOf, type Desired, type ManifestClass, manifestOf } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Repository } from "../model/repository.ts";
import type { ClusterView, MeshView } from "./view.ts";

/** `group/Kind`, or `Kind` alone for the core group: how rules and their data name kinds. */
export function kindKey(manifest: Manifest): string {
  return manifest.id.group === "" ? manifest.id.kind : `${manifest.id.group}/${manifest.id.kind}`;
}

/** The mesh with a view of each cluster. Views and what they index are made when first asked for. */
export function meshView(repository: Repository, mesh: Mesh, desired: Desired): MeshView<string> {
  const byKind = new Map<ManifestClass, ReadonlyMap<string, readonly Manifest[]>>();
  const isRead = (repository.leftOut ?? []).length === 0 && (repository.unreadFiles ?? []).length === 0;
  const clusters = mesh.clusters.map((cluster) => clusterView({ mesh, cluster, isRead }, desired, byKind));
  const byName = new Map(clusters.map((view) => [view.name, view]));
  const documents = new Map(mesh.clusters.map((cluster) => [cluster.name, cluster]));
  return {
    mesh,
    repository,
    isRead,
    clusters,
    cluster: (name) => byName.get(name),
    document: (name) => documents.get(name),
  };
}

type KindIndex = ReadonlyMap<string, readonly Manifest[]>;

interface Place {
  readonly mesh: Mesh;
  readonly cluster: Cluster;
  readonly isRead: boolean;
}

/** Longer than most, because it is one object whose parts share four memories. */
function clusterView({ mesh, cluster, isRead }: Place, desired: Desired, indexes: Map<ManifestClass, KindIndex>): ClusterView<string> {
  const owner = classOf(desired, cluster.name);
  const lists = new Map<string, readonly Manifest[]>();
  const names = new Map<string, ReadonlyMap<string, Manifest>>();
  const remembered = new Map<unknown, { readonly value: unknown }>();

  const list = (kind: string): readonly Manifest[] => {
    const known = lists.get(kind);
    if (known !== undefined) return known;
    const made = owner === undefined ? [] : membersOwn(owner, cluster.name, indexOf(owner, indexes).get(kind) ?? []);
    lists.set(kind, made);
    return made;
  };
  const get = (kind: string, namespace: string, name: string): Manifest | undefined => {
    let index = names.get(kind);
    if (index === undefined) {
      index = new Map(list(kind).map((manifest) => [`${manifest.id.namespace}/${manifest.id.name}`, manifest]));
      names.set(kind, index);
    }
    return index.get(`${namespace}/${name}`);
  };
  const view: ClusterView<string> = {
    name: cluster.name,
    istioName: cluster.istioName,
    network: cluster.network,
    role: cluster.role,
    systemNamespace: cluster.systemNamespace,
    clusterDomain: cluster.clusterDomain,
    trustDomain: cluster.trustDomain,
    mesh,
    isInstalled: owner !== undefined && owner.releases.length > 0 && owner.gaps.length === 0,
    isRead,
    revisions: cluster.istio.revisions,
    platform: cluster.platform,
    releases: owner?.releases ?? [],
    kinds: () => (owner === undefined ? [] : [...indexOf(owner, indexes).keys()].sort()),
    list,
    get,
    remember: <T>(compute: (view: ClusterView<string>) => T): T => {
      const known = remembered.get(compute);
      // The key is the function itself, so what lies under it is what that function returned.
      if (known !== undefined) return known.value as T;
      const value = compute(view);
      remembered.set(compute, { value });
      return value;
    },
  };
  return view;
}

function indexOf(owner: ManifestClass, indexes: Map<ManifestClass, KindIndex>): KindIndex {
  const known = indexes.get(owner);
  if (known !== undefined) return known;
  const index = Map.groupBy(owner.manifests, kindKey);
  indexes.set(owner, index);
  return index;
}

function membersOwn(owner: ManifestClass, cluster: string, manifests: readonly Manifest[]): readonly Manifest[] {
  const symbols = owner.symbols.get(cluster);
  return symbols === undefined || symbols.size === 0 ? manifests : manifests.map((manifest) => manifestOf(manifest, symbols));
}
