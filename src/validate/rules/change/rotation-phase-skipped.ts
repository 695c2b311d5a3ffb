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
    {
      clusters: after.mesh.clusters.map(({ name }) => name),
      place: source.place(["spec", "trust", "rotation", "phase"]),
      ...(isBackAtTheEnd(was, now) ? { severity: "warning" } : {}),
    },
  );
};

/**
 * A document that never knew the rotation has the roots of one that ended, or of one that never began; files do not tell which. The way back from "ended" leads here,
 * and an apply that would drop a root in use is refused by what the clusters hold.
 */
function isBackAtTheEnd(was: Rotation | undefined, now: Rotation | undefined): boolean {
  return was === undefined && now?.phase === "retire";
}

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
