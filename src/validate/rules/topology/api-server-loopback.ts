import { leadsNowhere } from "../../../model/address.ts";
import type { Check } from "../../rule.ts";

/** Where several clusters read each other. A mesh of one has nobody to be reached by. */
export const check: Check<"api-server-loopback"> = ({ mesh }, report) => {
  if (mesh.clusters.length < 2) return;
  for (const cluster of mesh.clusters) {
    const { url } = cluster.apiServer;
    if (url === undefined || !leadsNowhere(url)) continue;
    report({ cluster: cluster.name, url }, { clusters: [cluster.name], place: cluster.source.place(["spec", "apiServer", "url"]) });
  }
};
