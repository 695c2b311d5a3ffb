import { join } from "node:path";
import { objectsOf } from "../../../model/desired.ts";
import { withoutFingerprints } from "../../../model/secret.ts";
import type { Study } from "../../../model/study.ts";
import { study } from "../../../pipeline.ts";
import { type AsHelm, asHelm } from "../../../render/index.ts";
import { report, text as reportText } from "../../../report/index.ts";
import { writeYaml } from "../../../yaml/index.ts";
import { exitCodeOf } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import { saveFile } from "../save-file.ts";
import type { Terminal } from "../terminal.ts";

interface RenderOptions extends SubjectOptions {
  readonly asHelm: boolean;
  /** Where to write the charts that were used, so that the printed commands run as they stand. */
  readonly charts?: string;
  readonly output: "text" | "json";
}

/** `isthmus render`: every object of every cluster, or how to get them with Helm alone. What is wrong is told on stderr. */
export async function render(terminal: Terminal, options: RenderOptions): Promise<number> {
  const studied = await terminal.progress("rendering", study(createLocalWorld(options), await requestFrom(options)));
  const clusters = wantedClusters(studied, options.cluster ?? []);
  if (options.charts !== undefined) await writeCharts(terminal, studied, options.charts);
  if (options.asHelm) terminal.print(helmReleases(studied, clusters, options));
  else if (options.output === "json") printJson(terminal, studied, clusters);
  else printYaml(terminal, studied, clusters);
  const errors = studied.findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined);
  if (errors.length + studied.problems.length > 0) {
    terminal.tell(reportText(report({ ...studied, findings: errors }), { view: "validate", colour: false, width: terminal.width }));
  }
  return exitCodeOf(studied);
}

/** Names the mesh does not have were refused before anything was rendered. */
function wantedClusters({ head }: Study, named: readonly string[]): readonly string[] {
  const known = head.mesh?.clusters.map(({ name }) => name) ?? [];
  return named.length === 0 ? known : known.filter((name) => named.includes(name));
}

function helmReleases({ desired }: Study, clusters: readonly string[], { output, charts }: RenderOptions): string {
  const releases = clusters.flatMap((cluster) => asHelm(desired, cluster)).map((release) => withChart(release, charts));
  if (output === "json") return JSON.stringify({ schemaVersion: 1, kind: "releases", releases: releases.map(releaseJson) }, null, 2);
  return `${preamble}${releases.map(releaseText).join("\n")}`;
}

const preamble = `# What Helm alone makes of the charts. Namespaces, cacerts, remote secrets and exposure are not from charts: \`isthmus render\` prints them.
# CHART stands for the chart's address or folder; \`--charts DIR\` writes the charts that were used and names them.
`;

function withChart(release: AsHelm, folder: string | undefined): AsHelm {
  return folder === undefined ? release : { ...release, command: release.command.replace(" CHART ", ` ${join(folder, release.chart)} `) };
}

async function writeCharts(terminal: Terminal, { desired }: Study, folder: string): Promise<void> {
  for (const { name, files } of desired.charts) {
    for (const [path, text] of files) {
      await saveFile(terminal, join(folder, name, path), text);
    }
  }
}

function releaseJson({ cluster, name, namespace, chart, version, digest, command, values, standIns }: AsHelm): object {
  return { cluster, name, namespace, chart, version, digest, command, values, standIns: Object.fromEntries(standIns) };
}

function releaseText({ cluster, chart, version, digest, command, values, standIns }: AsHelm): string {
  const notes = [...standIns].map(([hole, text]) => `# ${text} stands for ${hole}, which is known only when it is applied\n`).join("");
  return `# ${cluster}: chart ${chart} ${version} (${digest})\n${notes}cat > values.yaml <<'EOF'\n${writeYaml(values)}EOF\n${command}\n`;
}

/** Cluster by cluster, so that a thousand of them are never one text. */
function printJson(terminal: Terminal, { desired }: Study, clusters: readonly string[]): void {
  const last = clusters.length - 1;
  terminal.print('{"schemaVersion":1,"kind":"render","clusters":[');
  for (const [index, name] of clusters.entries()) {
    const objects = objectsOf(desired, name).map(({ object }) => object);
    terminal.print(`${withoutFingerprints(JSON.stringify({ name, objects }))}${index === last ? "" : ","}`);
  }
  terminal.print("]}");
}

function printYaml(terminal: Terminal, { desired }: Study, clusters: readonly string[]): void {
  for (const name of clusters) {
    for (const { object } of objectsOf(desired, name)) terminal.print(`---\n# ${name}\n${withoutFingerprints(writeYaml(object))}`);
  }
}
