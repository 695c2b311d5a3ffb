import type { Check } from "../../rule.ts";

export const check: Check<"cluster-role-changed"> = ({ before, after }, report) => {
  for (const cluster of after.mesh.clusters) {
    const old = before?.document(cluster.name);
    if (old === undefined) continue;
    const [from, to] = [text(old), text(cluster)];
    if (from === to) continue;
    report({ cluster: cluster.name, from, to }, { clusters: [cluster.name], place: cluster.source.place(["spec", "role"]) });
  }
};

function text({ role, primary }: { readonly role: string; readonly primary: string | undefined }): string {
  return primary === undefined ? role : `${role} of ${primary}`;
}
