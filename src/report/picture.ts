import { escapeHtml } from "./markdown.ts";
import { hasEastWest } from "./mermaid.ts";
import type { Mark, Topology, TopologyCluster } from "./model.ts";
import { shortened, visible } from "./visible.ts";

const box = { width: 220, height: 78, gap: 12, head: 34, between: 90 };
/** More clusters than this per network are counted in a last box. */
const most = 8;
const notes: Readonly<Record<Mark, string>> = {
  same: "",
  added: "new · ",
  removed: "leaves · ",
  changed: "changes · ",
  unknown: "unknown · ",
};

/** More networks than this are set in rows without lines: a dozen arcs say no more than a sentence, and a page is not that wide. */
const mostInRow = 4;
const mostNetworks = 8;

/** The topology as SVG: networks side by side, clusters in them, a line between any two whose clusters have an east-west gateway. */
export function picture(topology: Topology): string {
  const networks = topology.networks.slice(0, mostNetworks);
  const rest = topology.networks.length - networks.length;
  const more = rest > 0 ? [`and ${rest} more networks`] : [];
  return networks.length > mostInRow ? inRows(networks, [...more, reachText(topology)]) : sideBySide(networks, more);
}

type Networks = Topology["networks"];

function sideBySide(networks: Networks, lines: readonly string[]): string {
  const bottom = heightOf(networks);
  const links = networks.flatMap((a, from) =>
    networks.slice(from + 1).map((b, index) => linkSvg(a, b, { left: leftOf, bottom: bottom - 2, from, to: from + 1 + index })),
  );
  const arcs = networks.length > 2 ? 22 * networks.length : 0;
  const boxes = networks.map((network, index) => networkSvg(network, leftOf(index), bottom));
  return svg({ width: widthOf(networks.length), height: bottom + arcs }, [...links, ...boxes], lines);
}

function inRows(networks: Networks, lines: readonly string[]): string {
  const rows = [networks.slice(0, mostInRow), networks.slice(mostInRow)];
  let top = 0;
  const parts = rows.map((row) => {
    const boxes = row.map((network, index) => networkSvg(network, leftOf(index), heightOf(row)));
    const moved = `<g transform="translate(0 ${top})">${boxes.join("")}</g>`;
    top += heightOf(row) + 12;
    return moved;
  });
  return svg({ width: widthOf(mostInRow), height: top }, parts, lines);
}

/** What lines would show: which networks reach each other. */
function reachText({ networks }: Topology): string {
  const joined = networks.filter((network) => network.clusters.some((cluster) => cluster.mark !== "removed" && hasEastWest(cluster)));
  const which = joined.length === networks.length ? `All ${networks.length} networks` : `${joined.length} of ${networks.length} networks`;
  return `${which} have an east-west gateway and reach each other directly.`;
}

function svg(
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly string[],
  lines: readonly string[],
): string {
  const notesBelow = lines.map((line, index) => `<text x="4" y="${height + 16 + 20 * index}" class="small">${line}</text>`);
  const whole = height + 20 * lines.length + 4;
  return `<svg viewBox="0 0 ${width} ${whole}" style="max-width:${width}px" role="img" aria-label="Topology after this change">${parts.join("")}${notesBelow.join("")}</svg>`;
}

function leftOf(index: number): number {
  return 2 + index * (box.width + 24 + box.between);
}

function widthOf(networks: number): number {
  return networks * (box.width + 24) + Math.max(0, networks - 1) * box.between + 4;
}

/** Of a row of networks: as high as the one with the most clusters. */
function heightOf(networks: Networks): number {
  const rows = Math.max(1, ...networks.map((network) => Math.min(most + 1, network.clusters.length)));
  return box.head + rows * (box.height + box.gap) + 14;
}

function networkSvg(network: Topology["networks"][number], x: number, height: number): string {
  const shown = network.clusters.slice(0, most);
  const rest = network.clusters.length - shown.length;
  const clusters = shown.map((cluster, index) => clusterSvg(cluster, x + 12, box.head + index * (box.height + box.gap)));
  const more =
    rest > 0
      ? `<text x="${x + 20}" y="${box.head + most * (box.height + box.gap) + 24}" class="small">and ${rest} more clusters</text>`
      : "";
  return `<rect x="${x}" y="2" width="${box.width + 24}" height="${height - 4}" rx="10" class="network ${network.mark}"/><text x="${x + 12}" y="23">${notes[network.mark]}${network.mark === "same" ? name(`network ${network.name}`, 30) : name(network.name, 20)}</text>${clusters.join("")}${more}`;
}

function clusterSvg(cluster: TopologyCluster, x: number, y: number): string {
  const role = cluster.primary === undefined ? cluster.role : `${cluster.role} of ${cluster.primary}`;
  const gateways = gatewayLines(cluster).map(
    (line, index) => `<text x="${x + 10}" y="${y + 54 + 15 * index}" class="small">${name(line, 36)}</text>`,
  );
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" class="cluster ${cluster.mark}"/><text x="${x + 10}" y="${y + 20}" class="strong">${name(`${notes[cluster.mark]}${cluster.name}`, 24)}</text><text x="${x + 10}" y="${y + 38}" class="small">${name(role, 30)}</text>${gateways.join("")}`;
}

/** One on each line; what does not fit is counted. */
function gatewayLines({ gateways }: TopologyCluster): readonly string[] {
  const named = gateways.map((gateway) => `${notes[gateway.mark]}${gateway.name}`);
  return named.length <= 2 ? named : [named[0] ?? "", `and ${named.length - 1} more gateways`];
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
