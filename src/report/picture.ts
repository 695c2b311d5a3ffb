import { escapeHtml } from "./markdown.ts";
import { hasEastWest } from "./mermaid.ts";
import type { Mark, Topology, TopologyCluster } from "./model.ts";
import { shortened, visible } from "./visible.ts";

const box = { width: 220, height: 64, gap: 12, head: 34, between: 90 };
/** More clusters than this per network are counted in a last box. */
const most = 8;
const notes: Readonly<Record<Mark, string>> = { same: "", added: "new · ", removed: "leaves · ", changed: "changes · " };

/** The topology as SVG: networks side by side, clusters in them, a line between networks whose clusters have an east-west gateway. */
export function picture(topology: Topology): string {
  const networks = topology.networks.slice(0, 8);
  const rest = topology.networks.length - networks.length;
  const rows = Math.max(1, ...networks.map((network) => Math.min(most + 1, network.clusters.length)));
  const width = networks.length * (box.width + 24) + Math.max(0, networks.length - 1) * box.between + 4;
  const height = box.head + rows * (box.height + box.gap) + 16 + (rest > 0 ? 24 : 0);
  const left = (index: number): number => 2 + index * (box.width + 24 + box.between);
  const parts = networks.map((network, index) => networkSvg(network, left(index), height - (rest > 0 ? 26 : 2)));
  const lines = networks.slice(1).map((network, index) => lineSvg(networks[index], network, left(index) + box.width + 24, left(index + 1)));
  const note = rest > 0 ? `<text x="4" y="${height - 6}" class="small">and ${rest} more networks</text>` : "";
  return `<svg viewBox="0 0 ${width} ${height}" style="max-width:${width}px" role="img" aria-label="Topology after this change">${lines.join("")}${parts.join("")}${note}</svg>`;
}

function networkSvg(network: Topology["networks"][number], x: number, height: number): string {
  const shown = network.clusters.slice(0, most);
  const rest = network.clusters.length - shown.length;
  const clusters = shown.map((cluster, index) => clusterSvg(cluster, x + 12, box.head + index * (box.height + box.gap)));
  const more =
    rest > 0
      ? `<text x="${x + 20}" y="${box.head + most * (box.height + box.gap) + 24}" class="small">and ${rest} more clusters</text>`
      : "";
  return `<rect x="${x}" y="2" width="${box.width + 24}" height="${height - 4}" rx="10" class="network ${network.mark}"/><text x="${x + 12}" y="23">${notes[network.mark]}network ${name(network.name, 22)}</text>${clusters.join("")}${more}`;
}

function clusterSvg(cluster: TopologyCluster, x: number, y: number): string {
  const role = cluster.primary === undefined ? cluster.role : `${cluster.role} of ${cluster.primary}`;
  const gateways = cluster.gateways.map((gateway) => `${notes[gateway.mark]}${gateway.name}`).join(", ");
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" class="cluster ${cluster.mark}"/><text x="${x + 10}" y="${y + 20}" class="strong">${notes[cluster.mark]}${name(cluster.name, 22)}</text><text x="${x + 10}" y="${y + 38}" class="small">${name(role, 32)}</text><text x="${x + 10}" y="${y + 54}" class="small">${gateways === "" ? "" : name(gateways, 34)}</text>`;
}

function lineSvg(a: Topology["networks"][number] | undefined, b: Topology["networks"][number], from: number, to: number): string {
  if (a === undefined || !a.clusters.some(hasEastWest) || !b.clusters.some(hasEastWest)) return "";
  return `<line x1="${from}" y1="60" x2="${to}" y2="60" class="link"/><text x="${(from + to) / 2}" y="52" class="small middle">east-west</text>`;
}

function name(text: string, length: number): string {
  return escapeHtml(shortened(visible(text), length));
}
