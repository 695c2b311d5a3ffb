import { plainAddress } from "../../../model/address.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"api-server-shared"> = ({ mesh }, report) => {
  const addressed = mesh.clusters.filter((cluster) => cluster.apiServer.url !== undefined);
  for (const [url, clusters] of Map.groupBy(addressed, (cluster) => plainAddress(cluster.apiServer.url ?? ""))) {
    const [first, ...others] = clusters;
    for (const cluster of others) {
      const where = { clusters: [first?.name ?? "", cluster.name], place: cluster.source.place(["spec", "apiServer", "url"]) };
      report({ cluster: cluster.name, other: first?.name ?? "", url }, where);
    }
  }
};
