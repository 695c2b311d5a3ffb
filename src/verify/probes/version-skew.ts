import { parse } from "semver";
import type { Check } from "../../model/health.ts";
import { failed, type Probe, passed, perCluster, unknown } from "../check.ts";
import { type IstiodSeen, runsIstiod } from "../observed.ts";

/** The istiods that run are of the versions that the mesh declares. */
export const versionSkew: Probe = (observed) =>
  perCluster("version-skew", observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (istiods, { cluster }, place) =>
      cluster.istio.revisions.flatMap(({ name, version }): readonly Check[] => {
        const replicas = istiods.filter(({ revision }) => revision === name);
        // That there is none is told by istiod-ready.
        if (replicas.length === 0) return [];
        const other = replicas.find((replica) => !isVersion(replica, version));
        if (other === undefined) return [passed(place, `Revision \`${name}\` runs ${version}.`)];
        if (parse(other.version ?? "") === null)
          return [
            unknown(
              place,
              `The image tag \`${other.version ?? ""}\` of \`${other.name}\` does not tell its version.`,
              "Compare with `istioctl version`.",
            ),
          ];
        return [
          failed(
            place,
            `\`${other.name}\` of revision \`${name}\` runs ${other.version}; the mesh says ${version}.`,
            "Apply the mesh, or wait for the rollout of the Deployment to end.",
          ),
        ];
      }),
  });

/** A snapshot of the bundled charts (`1.31-alpha…`, `1.31.0-…`) counts as its line; a distribution's suffix (`-distroless`) as nothing. */
function isVersion({ version = "" }: IstiodSeen, wanted: string): boolean {
  const [running, declared] = [parse(version), parse(wanted)];
  if (version === wanted || version.startsWith(`${wanted}-`)) return true;
  return running !== null && declared !== null && running.compareMain(declared) === 0;
}
