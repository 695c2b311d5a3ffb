import type { Check } from "../../rule.ts";

export const check: Check<"api-server-shared"> = ({ mesh }, report) => {
  const addressed = mesh.clusters.filter((cluster) => cluster.apiServer.url !== undefined);
  for (const [url, clusters] of Map.groupBy(addressed, (cluster) => plain(cluster.apiServer.url ?? ""))) {
    const [first, ...others] = clusters;
    for (const cluster of others) {
      const where = { clusters: [first?.name ?? "", cluster.name], place: cluster.source.place(["spec", "apiServer", "url"]) };
      report({ cluster: cluster.name, other: first?.name ?? "", url }, where);
    }
  }
};

/** Host names know no case, and the port of HTTPS need not be written. */
function plain(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/u, "") : url;
}
