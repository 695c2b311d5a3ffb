import { change, changes, cluster, finding, networking, study } from "../../../support/study.ts";

const hostile = [
  "```\n</details><script>alert(1)</script>",
  "@team #123 GH-7 https://evil.example www.evil.example",
  "<!-- --> [x](https://evil.example) ![y](https://evil.example/y.png)",
  "| ** __ ~~ $x$ <b> &lt; `",
  "\u202egnp.exe \u200b\u001b[31mred\u001b[0m ::error::owned ##[error]owned",
  'end"]; click n0 "https://evil.example" %% </svg><style>*{}</style>',
];

/** Whoever names a cluster, an object or a host so gets it shown as it is, and nothing else. */
export default study({
  clusters: hostile.map((name, index) => cluster(`c${index}-${name}`, { network: name })),
  baseClusters: [],
  changes: changes(
    [
      ...hostile.map((name, index) =>
        change(
          networking("VirtualService", name, { hosts: [name], http: [{ timeout: "1s", route: [{ destination: { host: name } }] }] }),
          networking("VirtualService", name, { hosts: [name, "new"], http: [{ timeout: name, route: [{ destination: { host: name } }] }] }),
          [`c${index}-${name}`],
        ),
      ),
      ...hostile.map((name, index) =>
        change(networking("VirtualService", `gone ${name}`, { hosts: [name] }), undefined, [`c${index}-${name}`]),
      ),
    ],
    { clusters: { added: hostile.map((name, index) => `c${index}-${name}`), removed: [] } },
  ),
  findings: hostile.map((name, index) =>
    finding({
      message: `Route ${name} is \`${name}\`.`,
      remedy: name,
      source: { file: `config/${name}.yaml`, line: 1, column: 1 },
      clusters: [`c${index}-${name}`],
    }),
  ),
});
