import { finding } from "../catalog/find.ts";
import { advice } from "../catalog/nearest.ts";
import type { Finding } from "../model/finding.ts";
import type { Path } from "../model/json.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { selected } from "../model/mesh.ts";
import { objectOfCluster } from "./object.ts";
import { listText } from "./words.ts";

/** A mesh whose references lead somewhere, and what did not. */
interface Resolved {
  readonly mesh: Mesh;
  readonly leftOut: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Follows every name in the mesh: a remote's primary, an external control plane's config cluster, waves, groups. A cluster whose role cannot be carried
 * out is left out; one that depends on a cluster which was left out (`broken` to start with) goes with it, and says so.
 */
export function resolve(mesh: Mesh, broken: readonly string[]): Resolved {
  const findings: Finding[] = [];
  const leftOut = new Set(broken);
  let current = mesh.clusters;
  // Each round can only take clusters out, so it ends.
  for (;;) {
    const wrong = current.flatMap((cluster) => roleMistakes(cluster, current, mesh, leftOut));
    if (wrong.length === 0) break;
    findings.push(...wrong);
    const gone = new Set(wrong.flatMap((entry) => entry.clusters));
    for (const name of gone) leftOut.add(name);
    current = current.filter((cluster) => !gone.has(cluster.name));
  }
  const settled = { ...mesh, clusters: current };
  const known = [...current.map((cluster) => cluster.name), ...leftOut];
  findings.push(...groupMistakes(settled, known, leftOut), ...waveMistakes(settled, known), ...clusterNotes(settled));
  if (current.length === 0 && leftOut.size === 0)
    findings.push(finding("mesh-without-clusters", {}, { source: mesh.source.place(["kind"]) }));
  return { mesh: settled, leftOut: [...leftOut].sort(), findings };
}

/** Why this cluster cannot be what it says it is; empty when it can. */
function roleMistakes(cluster: Cluster, clusters: readonly Cluster[], mesh: Mesh, leftOut: ReadonlySet<string>): readonly Finding[] {
  const at = (...path: Path) => ({ source: cluster.source.place(path), object: objectOfCluster(cluster), clusters: [cluster.name] });
  const { role } = cluster;
  const fitting = rolesOf[mesh.topology];
  if (!fitting.includes(role)) {
    const facts = { cluster: cluster.name, role, topology: mesh.topology, roles: fitting.join(" or ") };
    return [finding("role-not-in-topology", facts, at("spec", "role"))];
  }
  const surplus = surplusKey(cluster);
  if (surplus !== undefined) return [finding("reference-not-for-role", { cluster: cluster.name, key: surplus, role }, at("spec", surplus))];
  if (role === "primary") return [];
  const key = role === "remote" ? "primary" : "configCluster";
  const wanted = role === "remote" ? (mesh.topology === "external" ? "external" : "primary") : "remote";
  const name = cluster[key];
  const others = clusters.filter((other) => other.role === wanted && other.name !== cluster.name).map((other) => other.name);
  if (name === undefined)
    return [finding("reference-missing", { cluster: cluster.name, role, key, wanted, known: listText(others) }, at("spec"))];
  if (leftOut.has(name)) return [finding("cluster-left-out-with", { cluster: cluster.name, other: name, key }, at("spec", key))];
  const other = clusters.find((candidate) => candidate.name === name);
  if (other === undefined) {
    const facts = { cluster: cluster.name, key, name, near: advice(name, others), known: listText(others) };
    return [finding("reference-unknown", facts, at("spec", key))];
  }
  if (other.role === wanted) return [];
  return [
    finding(
      "reference-wrong-role",
      { cluster: cluster.name, key, name, role: other.role, wanted, known: listText(others) },
      at("spec", key),
    ),
  ];
}

const rolesOf: Readonly<Record<Mesh["topology"], readonly Cluster["role"][]>> = {
  "multi-primary": ["primary"],
  "primary-remote": ["primary", "remote"],
  external: ["external", "remote"],
};

function surplusKey({ role, primary, configCluster }: Cluster): "primary" | "configCluster" | undefined {
  if (primary !== undefined && role !== "remote") return "primary";
  return configCluster !== undefined && role !== "external" ? "configCluster" : undefined;
}

/** A group whose clusters may be those that were left out is not called empty. */
function groupMistakes(mesh: Mesh, known: readonly string[], leftOut: ReadonlySet<string>): readonly Finding[] {
  return [...mesh.groups].flatMap(([group, selector]) => {
    const at = { source: mesh.source.place(["spec", "groups", group], "key") };
    const same = known.includes(group) ? [finding("group-named-like-cluster", { group }, at)] : [];
    const empty = leftOut.size === 0 && selected(mesh, selector).length === 0 ? [finding("group-empty", { group }, at)] : [];
    return [...same, ...empty];
  });
}

function waveMistakes(mesh: Mesh, clusters: readonly string[]): readonly Finding[] {
  const known = [...new Set([...clusters, ...mesh.groups.keys()])];
  return mesh.rollout.waves.flatMap((wave, row) =>
    wave.flatMap((name, column) => {
      if (known.includes(name)) return [];
      const source = mesh.source.place(["spec", "rollout", "waves", row, column]);
      return [finding("wave-unknown", { name, near: advice(name, known), known: listText(known) }, { source })];
    }),
  );
}

function clusterNotes(mesh: Mesh): readonly Finding[] {
  const unsaid = mesh.clusters.filter((cluster) => cluster.kubernetes === undefined);
  return unsaid.map((cluster) =>
    finding(
      "kubernetes-version-missing",
      { cluster: cluster.name },
      { source: cluster.source.place(["spec"], "key"), object: objectOfCluster(cluster), clusters: [cluster.name] },
    ),
  );
}
