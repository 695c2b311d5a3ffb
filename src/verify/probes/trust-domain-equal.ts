import type { Check } from "../../model/health.ts";
import { failed, named, type Probe, passed, perCluster, unseen } from "../check.ts";
import { runsIstiod, valueOf } from "../observed.ts";

const name = "trust-domain-equal";

/** Every istiod runs with the trust domain that the mesh gives it, and knows those of the others. */
export const trustDomainEqual: Probe = (observed) => {
  const domains = new Set(observed.mesh.clusters.map(({ trustDomain }) => trustDomain));
  return perCluster(name, observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (istiods, { cluster }, place): readonly Check[] => {
      for (const { name: replica, trust } of istiods) {
        const said = valueOf(trust);
        if (said === undefined) continue;
        if (said.domain !== cluster.trustDomain)
          return [
            failed(
              place,
              `\`${replica}\` runs with trust domain \`${said.domain}\`; the mesh says \`${cluster.trustDomain}\`.`,
              "Apply the mesh; certificates get the new name when they are renewed.",
            ),
          ];
        const strange = [...domains].filter((domain) => domain !== said.domain && !said.aliases.includes(domain));
        if (strange.length > 0)
          return [
            failed(
              place,
              `\`${replica}\` does not know trust domain ${named(strange)} of other clusters as an alias: their workloads are refused.`,
              "Add it to `spec.trust.aliases`.",
            ),
          ];
      }
      const hidden = istiods.find(({ trust }) => trust.kind === "unseen")?.trust;
      if (hidden?.kind === "unseen") return [unseen(place, hidden.why)];
      return istiods.length === 0 ? [] : [passed(place, `Trust domain \`${cluster.trustDomain}\`, as the mesh says.`)];
    },
  });
};
