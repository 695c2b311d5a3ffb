import { escapeHtml } from "./markdown.ts";
import { hasEastWest } from "./mermaid.ts";
import type { Mark, Topology, TopologyCluster } from "./model.ts";
import { shortened, visible } from "./visible.ts";

const box = { width: 220, height: 64, gap: 12, head: 34, between: 90 };
/** More clusters than this per network are counted in a last box. */
const most = 8;
const notes: Readonly<Record<Mark, string>> = {
  same: "",
  added: "new · ",
  removed: "leaves · ",
  changed: "changes · ",
  unknown: "unknown · ",
};

/** The topology as SVG: networks side by side, clusters in them, a line between any two whose clusters have an east-west gateway. */
export function picture(topology: Topology): string {
  const networks = topology.networks.slice(0, 8);
  const rest = topology.networks.length - networks.length;
  const rows = Math.max(1, ...networks.map((network) => Math.min(most + 1, network.clusters.length)));
  const width = networks.length * (box.width + 24) + Math.max(0, networks.length - 1) * box.between + 4;
  const height = box.head + rows * (box.height + box.gap) + 16 + (rest > 0 ? 24 : 0);
  const left = (index: number): number => 2 + index * (box.width + 24 + box.between);
  const parts = networks.map((network, index) => networkSvg(network, left(index), height - (rest > 0 ? 26 : 2)));
  const bottom = height - (rest > 0 ? 28 : 4);
  const lines = networks.flatMap((a, from) =>
    networks.slice(from + 1).map((b, index) => linkSvg(a, b, { left, bottom, from, to: from + 1 + index })),
  );
  const arcs = Math.max(0, networks.length - 1) > 1 ? 22 * networks.length : 0;
  const note = rest > 0 ? `<text x="4" y="${height - 6}" class="small">and ${rest} more networks</text>` : "";
  return `<svg viewBox="0 0 ${width} ${height + arcs}" style="max-width:${width}px" role="img" aria-label="Topology after this change">${lines.join("")}${parts.join("")}${note}</svg>`;
}

function networkSvg(network: Topology["networks"][number], x: number, height: number): string {
  const shown = network.clusters.slice(0, most);
  const rest = network.clusters.length - shown.length;
  const clusters = shown.map((cluster, index) => clusterSvg(cluster, x + 12, box.head + index * (box.height + box.gap)));
  const more =
    rest > 0
      ? `<text x="${x + 20}" y="${box.head + most * (box.height + box.gap) + 24}" class="small">and ${rest} more clusters</text>`
      : "";
  return `<rect x="${x}" y="2" width="${box.width + 24}" height="${height - 4}" rx="10" class="network ${network.mark}"/><text x="${x + 12}" y="23">${notes[network.mark]}${name(`network ${network.name}`, network.mark === "same" ? 30 : 20)}</text>${clusters.join("")}${more}`;
}

function clusterSvg(cluster: TopologyCluster, x: number, y: number): string {
  const role = cluster.primary === undefined ? cluster.role : `${cluster.role} of ${cluster.primary}`;
  const gateways = cluster.gateways.map((gateway) => `${notes[gateway.mark]}${gateway.name}`).join(", ");
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" class="cluster ${cluster.mark}"/><text x="${x + 10}" y="${y + 20}" class="strong">${name(`${notes[cluster.mark]}${cluster.name}`, 24)}</text><text x="${x + 10}" y="${y + 38}" class="small">${name(role, 30)}</text><text x="${x + 10}" y="${y + 54}" class="small">${gateways === "" ? "" : name(gateways, 30)}</text>`;
}

interface Link {
  readonly left: (index: number) => number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** Neighbours are joined through the gap between them, others by an arc below: every network reaches every other one directly. */
function linkSvg(a: Topology["networks"][number], b: Topology["networks"][number], { left, bottom, from, to }: Link): string {
  if (!a.clusters.some(hasEastWest) || !b.clusters.some(hasEastWest)) return "";
  if (to === from + 1) {
    const [start, end] = [left(from) + box.width + 24, left(to)];
    return `<line x1="${start}" y1="60" x2="${end}" y2="60" class="link"/><text x="${(start + end) / 2}" y="52" class="small middle">east-west</text>`;
  }
  const middle = (index: number): number => left(index) + (box.width + 24) / 2;
  return `<path d="M ${middle(from)} ${bottom} Q ${(middle(from) + middle(to)) / 2} ${bottom + 36 * (to - from)} ${middle(to)} ${bottom}" fill="none" class="link"/>`;
}

function name(text: string, length: number): string {
  return escapeHtml(shortened(visible(text), length));
}
