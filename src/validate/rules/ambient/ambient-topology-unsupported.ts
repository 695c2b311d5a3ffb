import type { Check } from "../../rule.ts";

export const check: Check<"ambient-topology-unsupported"> = ({ mesh }, report) => {
  if (mesh.dataPlane !== "ambient" || mesh.topology === "multi-primary" || mesh.clusters.length < 2) return;
  report({ topology: mesh.topology }, { place: mesh.source.place(["spec", "topology"]) });
};
