import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveFile
} from "./chunk-SVVDHG7B.js";
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  asHelm,
  objectsOf,
  report,
  study,
  text
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodeOf
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import {
  withoutFingerprints
} from "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import {
  writeYaml
} from "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/render.ts
import { join } from "node:path";
async function render(terminal, options) {
  const studied = await terminal.progress("rendering", study(createLocalWorld(options), await requestFrom(options)));
  const clusters = wantedClusters(studied, options.cluster ?? []);
  if (options.charts !== void 0) await writeCharts(terminal, studied, options.charts);
  if (options.asHelm) terminal.print(helmReleases(studied, clusters, options));
  else if (options.output === "json") printJson(terminal, studied, clusters);
  else printYaml(terminal, studied, clusters);
  const errors = studied.findings.filter(({ severity, accepted }) => severity === "error" && accepted === void 0);
  if (errors.length + studied.problems.length > 0) {
    terminal.tell(text(report({ ...studied, findings: errors }), { view: "validate", colour: false, width: terminal.width }));
  }
  return exitCodeOf(studied);
}
__name(render, "render");
function wantedClusters({ head }, named) {
  const known = head.mesh?.clusters.map(({ name }) => name) ?? [];
  return named.length === 0 ? known : known.filter((name) => named.includes(name));
}
__name(wantedClusters, "wantedClusters");
function helmReleases({ desired }, clusters, { output, charts }) {
  const releases = clusters.flatMap((cluster) => asHelm(desired, cluster)).map((release) => withChart(release, charts));
  if (output === "json") return JSON.stringify({ schemaVersion: 1, kind: "releases", releases: releases.map(releaseJson) }, null, 2);
  return `${preamble}${releases.map(releaseText).join("\n")}`;
}
__name(helmReleases, "helmReleases");
var preamble = `# What Helm alone makes of the charts. Namespaces, cacerts, remote secrets and exposure are not from charts: \`isthmus render\` prints them.
# CHART stands for the chart's address or folder; \`--charts DIR\` writes the charts that were used and names them.
`;
function withChart(release, folder) {
  return folder === void 0 ? release : { ...release, command: release.command.replace(" CHART ", ` ${join(folder, release.chart)} `) };
}
__name(withChart, "withChart");
async function writeCharts(terminal, { desired }, folder) {
  for (const { name, files } of desired.charts) {
    for (const [path, text2] of files) {
      await saveFile(terminal, join(folder, name, path), text2);
    }
  }
}
__name(writeCharts, "writeCharts");
function releaseJson({ cluster, name, namespace, chart, version, digest, command, values, standIns }) {
  return { cluster, name, namespace, chart, version, digest, command, values, standIns: Object.fromEntries(standIns) };
}
__name(releaseJson, "releaseJson");
function releaseText({ cluster, chart, version, digest, command, values, standIns }) {
  const notes = [...standIns].map(([hole, text2]) => `# ${text2} stands for ${hole}, which is known only when it is applied
`).join("");
  return `# ${cluster}: chart ${chart} ${version} (${digest})
${notes}cat > values.yaml <<'EOF'
${writeYaml(values)}EOF
${command}
`;
}
__name(releaseText, "releaseText");
function printJson(terminal, { desired }, clusters) {
  const last = clusters.length - 1;
  terminal.print('{"schemaVersion":1,"kind":"render","clusters":[');
  for (const [index, name] of clusters.entries()) {
    const objects = objectsOf(desired, name).map(({ object }) => object);
    terminal.print(`${withoutFingerprints(JSON.stringify({ name, objects }))}${index === last ? "" : ","}`);
  }
  terminal.print("]}");
}
__name(printJson, "printJson");
function printYaml(terminal, { desired }, clusters) {
  for (const name of clusters) {
    for (const { object } of objectsOf(desired, name)) terminal.print(`---
# ${name}
${withoutFingerprints(writeYaml(object))}`);
  }
}
__name(printYaml, "printYaml");
export {
  render
};
