import type { Check } from "../../rule.ts";

export const check: Check<"data-plane-changed"> = ({ before, after }, report) => {
  const [from, to] = [before?.mesh.dataPlane, after.mesh.dataPlane];
  if (from === undefined || from === to) return;
  const clusters = after.mesh.clusters.map(({ name }) => name).filter((name) => before?.document(name) !== undefined);
  report({ from, to }, { clusters, place: after.mesh.source.place(["spec", "dataPlane"]) });
};
