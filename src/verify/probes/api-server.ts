import { type Probe, passed, unknown } from "../check.ts";

/** Every API server answers. One that does not hides everything else of its cluster, and that is unknown, not broken: the mesh may work without us. */
export const apiServer: Probe = ({ clusters }) =>
  clusters.map(({ cluster, server }) => {
    const place = { name: "api-server", cluster: cluster.name };
    if (server.kind === "seen") return passed(place, `Answers, Kubernetes ${server.value.version}.`);
    return unknown(place, `${server.why.message} Nothing else of this cluster could be looked at.`, server.why.remedy);
  });
