import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  UsageError
} from "./chunk-DBDIMKZ4.js";
import {
  requestFrom
} from "./chunk-WDMBWCES.js";
import {
  asHelm,
  createLocalWorld,
  objectsOf,
  report,
  study,
  text
} from "./chunk-D7AHSOL3.js";
import "./chunk-XQXSUY64.js";
import "./chunk-25RXIL6Q.js";
import {
  writeYaml
} from "./chunk-LUXQKGH2.js";
import "./chunk-R2476M6S.js";
import "./chunk-H2PJDCKH.js";
import "./chunk-VPCPACFI.js";
import {
  exitCodeOf
} from "./chunk-QGTPYQBI.js";
import "./chunk-QLQAG6SW.js";
import {
  __name
} from "./chunk-BIFKHMW4.js";

// src/shells/cli/commands/render.ts
async function render(terminal, options) {
  const studied = await terminal.progress("rendering", study(createLocalWorld(options), await requestFrom(options)));
  const clusters = wantedClusters(studied, options.cluster ?? []);
  if (options.asHelm) terminal.print(helmReleases(studied, clusters, options.output));
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
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== void 0) throw new UsageError(`the mesh has no cluster ${unknown}. It has: ${known.join(", ") || "none"}.`);
  return named.length === 0 ? known : known.filter((name) => named.includes(name));
}
__name(wantedClusters, "wantedClusters");
function helmReleases({ desired }, clusters, output) {
  const releases = clusters.flatMap((cluster) => asHelm(desired, cluster));
  if (output === "json") return JSON.stringify({ releases: releases.map(releaseJson) }, null, 2);
  return releases.map(releaseText).join("\n");
}
__name(helmReleases, "helmReleases");
function releaseJson({ cluster, name, namespace, chart, version, digest, command, values, standIns }) {
  return { cluster, name, namespace, chart, version, digest, command, values, standIns: Object.fromEntries(standIns) };
}
__name(releaseJson, "releaseJson");
function releaseText({ cluster, chart, version, digest, command, values }) {
  return `# ${cluster}: chart ${chart} ${version} (${digest})
cat > values.yaml <<'EOF'
${writeYaml(values)}EOF
${command}
`;
}
__name(releaseText, "releaseText");
function printJson(terminal, { desired }, clusters) {
  const last = clusters.length - 1;
  terminal.print('{"clusters":[');
  for (const [index, name] of clusters.entries()) {
    const objects = objectsOf(desired, name).map(({ object }) => object);
    terminal.print(`${JSON.stringify({ name, objects })}${index === last ? "" : ","}`);
  }
  terminal.print("]}");
}
__name(printJson, "printJson");
function printYaml(terminal, { desired }, clusters) {
  for (const name of clusters) {
    for (const { object } of objectsOf(desired, name)) terminal.print(`---
# ${name}
${writeYaml(object)}`);
  }
}
__name(printYaml, "printYaml");
export {
  render
};
