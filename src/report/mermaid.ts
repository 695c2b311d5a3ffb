import type { Mark, Topology, TopologyCluster } from "./model.ts";
import { number } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/** More clusters than this in one network are drawn as one box; those that change keep their own. */
const mostPerNetwork = 6;
/** More networks than this are not a picture any more. */
const mostNetworks = 12;

const classes: Readonly<Record<Mark, string>> = {
  same: "",
  added: ":::added",
  removed: ":::removed",
  changed: ":::changed",
  unknown: ":::unknown",
};
const words: Readonly<Record<Mark, string>> = { same: "", added: "new: ", removed: "leaves: ", changed: "changes: ", unknown: "unknown: " };

/** The topology as lines of mermaid. Every name is an entity-coded label; identifiers are ours, so no name can be read as mermaid. */
export function mermaid(topology: Topology): readonly string[] {
  const networks = topology.networks.slice(0, mostNetworks);
  const rest = topology.networks.length - networks.length;
  const drawn = networks.map((network, index) => ({ network, id: `n${index}`, boxes: boxesOf(network.clusters, `n${index}`) }));
  const gates = drawn.filter(({ network }) => network.clusters.some((cluster) => cluster.mark !== "removed" && hasEastWest(cluster)));
  return [
    "flowchart LR",
    ...drawn.flatMap(({ network, id, boxes }) => [
      `  subgraph ${id}["${words[network.mark]}network ${label(network.name)}"]`,
      ...boxes,
      "  end",
    ]),
    ...(rest > 0 ? [`  more["${number(rest)} more networks"]`] : []),
    ...pairs(gates.map(({ id }) => id)).map(([a, b]) => `  ${a} <-->|east-west| ${b}`),
    "  classDef added stroke:#1a7f37,stroke-width:3px",
    "  classDef removed stroke:#cf222e,stroke-width:3px,stroke-dasharray:5 5",
    "  classDef changed stroke:#9a6700,stroke-width:3px",
    "  classDef unknown stroke:#6e7781,stroke-width:3px,stroke-dasharray:2 4",
  ];
}

/** Whether a cluster has a gateway that carries traffic between networks. */
export function hasEastWest(cluster: TopologyCluster): boolean {
  return cluster.gateways.some((gateway) => gateway.kind === "eastwest" && gateway.mark !== "removed");
}

function boxesOf(clusters: readonly TopologyCluster[], id: string): readonly string[] {
  const [first, second] = [clusters.filter((each) => each.mark !== "same"), clusters.filter((each) => each.mark === "same")];
  const shown = [...first, ...second].slice(0, mostPerNetwork);
  const rest = clusters.length - shown.length;
  const boxes = shown.map((cluster, index) => `    ${id}c${index}["${boxText(cluster)}"]${classes[cluster.mark]}`);
  return rest > 0 ? [...boxes, `    ${id}more["${number(rest)} more clusters"]`] : boxes;
}

function boxText(cluster: TopologyCluster): string {
  const role = cluster.primary === undefined ? cluster.role : `${cluster.role} of ${label(cluster.primary)}`;
  const gateways = cluster.gateways.map((gateway) => `<br/>${words[gateway.mark]}${label(gateway.name)}`).join("");
  return `${words[cluster.mark]}${label(cluster.name)}<br/>${role}${gateways}`;
}

/** Any character that could mean something to mermaid or to the HTML it makes becomes an entity of mermaid's own form. */
export function label(text: string): string {
  return [...shortened(visible(text), 40)]
    .map((character) => (/[\p{L}\p{N} ._/-]/u.test(character) ? character : `#${character.codePointAt(0)};`))
    .join("");
}

/** Every two of a list. With more than six networks the lines say nothing: then a chain. */
function pairs(ids: readonly string[]): readonly (readonly [string, string])[] {
  const all = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const));
  return all.length <= 15 ? all : ids.slice(1).map((b, index) => [ids[index] ?? b, b] as const);
}
