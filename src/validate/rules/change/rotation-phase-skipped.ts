import type { Trust } from "../../../model/mesh.ts";
import type { Check } from "../../rule.ts";

type Rotation = NonNullable<Trust["rotation"]>;

export const check: Check<"rotation-phase-skipped"> = ({ before, after }, report) => {
  if (before === undefined) return;
  const { source, trust } = after.mesh;
  const [was, now] = [before.mesh.trust.rotation, trust.rotation];
  if (follows(was, now)) return;
  report(
    { to: now?.to ?? was?.to ?? "", from: was?.phase ?? "nothing", phase: now?.phase ?? "nothing" },
    { clusters: after.mesh.clusters.map(({ name }) => name), place: source.place(["spec", "trust", "rotation", "phase"]) },
  );
};

/** Where each phase may lead: on, back by one, or out where nothing of the rotation is left behind. */
const next: Readonly<Record<Rotation["phase"], readonly (Rotation["phase"] | "out")[]>> = {
  distribute: ["switch", "out"],
  switch: ["distribute", "retire"],
  retire: ["switch", "out"],
};

function follows(was: Rotation | undefined, now: Rotation | undefined): boolean {
  if (was === undefined) return now === undefined || now.phase === "distribute";
  const led = next[was.phase];
  if (now === undefined) return led.includes("out");
  if (now.to !== was.to) return led.includes("out") && now.phase === "distribute";
  return now.phase === was.phase || led.includes(now.phase);
}
