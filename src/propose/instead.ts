import type { Change } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import type { Manifest, Origin } from "../model/manifest.ts";
import type { LiveValue } from "../model/proposal.ts";
import type { Place } from "../model/source.ts";

/** What a person would do where no edit can be made. Each is one sentence. */
export const instead = {
  look: "`/status` shows what could not be read.",
  secret: "Change it where it is made, and let Git or its owner bring it.",
  derived: "Change what the mesh document says about it, or put it back.",
  applyFirst: "Apply what waits, then look again.",
  delete: (manifest: Manifest | undefined): string =>
    manifest?.origin.kind === "config"
      ? `Remove it from \`${manifest.origin.source.file}\` if it should be gone everywhere.`
      : "Put it back by an apply.",
  chart: ({ chart }: Extract<Origin, { kind: "chart" }>, values: readonly LiveValue[]): string =>
    `Set the value of the chart that makes ${asked(values)}, under \`spec.istio.values.${valuesKey(chart)}\` of the mesh document.`,
  patch: (cluster: string, values: readonly LiveValue[]): string =>
    `For \`${cluster}\` alone set ${asked(values)} in a \`.patch.yaml\` under \`config/clusters/${cluster}/\`.`,
  values: ({ file, line }: Place, values: readonly LiveValue[]): string =>
    `Set ${asked(values)} by hand, at \`${file}:${line}\` or nearer to the cluster.`,
  byHand: ({ origin }: Manifest, { fields }: Change): string =>
    `Set ${asked(fields.map(({ path, before, after }) => ({ path, git: after, live: before })))} by hand${origin.kind === "config" ? ` in \`${origin.source.file}\`` : ""}.`,
};

const mostShown = 4;

/** `spec.http[0].timeout` to `2s`. */
function asked(values: readonly LiveValue[]): string {
  const shown = values
    .slice(0, mostShown)
    .map(({ path, live }) => `${ticked(path)}${live === undefined ? " to nothing" : ` to ${ticked(short(live))}`}`);
  const rest = values.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function short(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Live values are texts of strangers: they must not end the back-ticks they stand in. */
function ticked(text: string): string {
  return `\`${text.replaceAll("`", "'").replace(/\s+/gu, " ")}\``;
}

function valuesKey(chart: string): string {
  return chart === "istiod" || chart === "base" || chart === "cni" || chart === "ztunnel" ? chart : "gateway";
}
