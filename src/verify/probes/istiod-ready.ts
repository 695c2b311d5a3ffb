import type { Check } from "../../model/health.ts";
import { counted, failed, named, type Probe, passed, perCluster } from "../check.ts";
import type { IstiodSeen } from "../observed.ts";

/** Every replica of every revision that the mesh names is ready. */
export const istiodReady: Probe = (observed) =>
  perCluster("istiod-ready", observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => cluster.role !== "remote",
    judge: (istiods, { cluster }, place) =>
      cluster.istio.revisions.map(
        ({ name }): Check =>
          judge(
            istiods.filter(({ revision }) => revision === name),
            name,
            place,
            cluster.systemNamespace,
          ),
      ),
  });

function judge(
  replicas: readonly IstiodSeen[],
  revision: string,
  place: { readonly name: string; readonly cluster: string },
  namespace: string,
): Check {
  const waiting = replicas.filter(({ isReady }) => !isReady);
  if (replicas.length === 0) {
    return failed(
      place,
      `There is no istiod of revision \`${revision}\` in namespace \`${namespace}\`.`,
      "Apply the mesh, or see with `kubectl get events` why its Deployment makes no pods.",
    );
  }
  if (waiting.length > 0) {
    const states = waiting.map(({ name, state }) => `${name}: ${state}`);
    return failed(
      place,
      `${waiting.length} of ${counted(replicas.length, "replica")} of istiod revision \`${revision}\` are not ready (${named(states)}).`,
      `Look at its log: \`kubectl -n ${namespace} logs ${waiting[0]?.name}\`.`,
    );
  }
  return passed(place, `${counted(replicas.length, "replica")} of istiod revision \`${revision}\` ready.`);
}
