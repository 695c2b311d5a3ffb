import { certificate, change, changes, cluster, finding, networking, plan, study } from "../../../support/study.ts";

const names = Array.from({ length: 40 }, (_, index) => `cluster-${String(index).padStart(2, "0")}`);
const route = (name: string, weight: number, filler: number) =>
  networking("VirtualService", name, {
    hosts: [`${name}.shop.svc.cluster.local`],
    http: [
      {
        route: [
          { destination: { host: name, subset: "v1" }, weight: 100 - weight },
          { destination: { host: name, subset: "v2" }, weight },
        ],
      },
      ...Array.from({ length: filler }, (_, index) => ({
        match: [{ uri: { prefix: `/${index}/${weight}` } }],
        route: [{ destination: { host: name } }],
      })),
    ],
  });

const everywhere = Array.from({ length: 60 }, (_, index) =>
  change(route(`service-${index}`, 0, 12), route(`service-${index}`, 10, 12), names),
);
const exceptions = names.flatMap((name, cluster) =>
  Array.from({ length: 6 }, (_, index) => change(route(`local-${index}`, 0, 20), route(`local-${index}`, cluster + 1, 20), [name])),
);
const gone = names.map((name, index) => change(route(`stale-${index}`, 0, 1), undefined, [name]));
const renewed = names.map((name) => ({
  ...change(route(`cert-${name}`, 0, 0), route(`cert-${name}`, 1, 0), [name]),
  certificates: [
    {
      path: "data[cert-chain.pem][0]",
      before: certificate({ subject: `CN=${name}` }),
      after: certificate({ subject: `CN=${name}`, serial: "2" }),
    },
  ],
}));

/** Forty clusters, three hundred and eighty changes, thirty errors: more than a comment holds. Nothing that matters may be cut uncounted. */
export default study({
  clusters: names.map((name) => cluster(name, { network: `net-${Number(name.slice(-2)) % 4}` })),
  changes: changes([...everywhere, ...exceptions, ...gone, ...renewed]),
  findings: [
    ...Array.from({ length: 30 }, (_, index) =>
      finding({
        source: { file: `config/clusters/${names[index]}/routing.yaml`, line: index + 1, column: 1 },
        clusters: [names[index] ?? ""],
      }),
    ),
    ...Array.from({ length: 80 }, (_, index) =>
      finding({
        rule: "subset-thinly-served",
        severity: "warning",
        source: { file: "config/all/routing.yaml", line: index + 1, column: 1 },
        clusters: names,
      }),
    ),
  ],
  plan: plan({
    deletions: new Map(names.map((name) => [name, 1])),
    waves: [1, 2].map((number) => ({ number, clusters: names.filter((_, index) => index < 4 === (number === 1)), soakSeconds: 600 })),
  }),
});
