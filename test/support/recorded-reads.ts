import { meshView } from "../../src/validate/context.ts";
import type { ValidateInput } from "../../src/validate/index.ts";
import type { Sink } from "../../src/validate/rule.ts";
import { changeRules, clusterRules, meshRules } from "../../src/validate/rules/index.gen.ts";
import type { ClusterView, MeshView } from "../../src/validate/view.ts";

const deaf: Sink = { report: () => () => undefined };

/** Which kinds each rule asked for on this input: written into `reads`. That it asks for no other than it declares is held by the compiler. */
export function recordReads({ head, base, desired, baseline, changes, plan }: ValidateInput, reads: Map<string, Set<string>>): void {
  if (head.mesh === undefined) return;
  const after = meshView(head, head.mesh, desired);
  const before = base?.mesh && baseline && meshView(base, base.mesh, baseline);
  const asked = (rule: string) => (kind: string) => void reads.set(rule, (reads.get(rule) ?? new Set()).add(kind));
  for (const rule of clusterRules) for (const cluster of after.clusters) rule.run(recording(cluster, asked(rule.name)), deaf);
  for (const rule of meshRules) rule.run(recordingMesh(after, asked(rule.name)), deaf);
  for (const rule of changeRules) {
    const old = before && recordingMesh(before, asked(rule.name));
    rule.run({ before: old, after: recordingMesh(after, asked(rule.name)), changes, plan }, deaf);
  }
}

/** The same view with a memory of its own, so that a fact another rule computed already is asked for again. */
function recording(view: ClusterView<string>, note: (kind: string) => void): ClusterView<string> {
  const remembered = new Map<unknown, unknown>();
  const own: ClusterView<string> = {
    ...view,
    list: (kind) => {
      note(kind);
      return view.list(kind);
    },
    get: (kind, namespace, name) => {
      note(kind);
      return view.get(kind, namespace, name);
    },
    remember: <T>(compute: (view: ClusterView<string>) => T): T => {
      if (!remembered.has(compute)) remembered.set(compute, compute(own));
      return remembered.get(compute) as T;
    },
  };
  return own;
}

function recordingMesh(mesh: MeshView<string>, note: (kind: string) => void): MeshView<string> {
  const clusters = mesh.clusters.map((cluster) => recording(cluster, note));
  return { ...mesh, clusters, cluster: (name) => clusters.find((cluster) => cluster.name === name) };
}
