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

function leadsNowhere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  const isNamed = /^(?:localhost|host\.docker\.internal)$|\.(?:localhost|svc)$/u.test(hostname);
  return isNamed || hostname.startsWith("127.") || hostname === "[::1]" || hostname === "0.0.0.0";
}
