import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/certs.ts
var dayMs = 864e5;
var hourMs = 36e5;
function certsText(clusters, at) {
  if (clusters.length === 0) return "No cluster of this mesh holds cacerts: its signer or its topology keeps it elsewhere.\n";
  return `${clusters.map((each) => paragraph(each, at)).join("\n\n")}
`;
}
__name(certsText, "certsText");
function certsJson(clusters, at) {
  const rows = clusters.map(({ cluster, signing, roots, renewAt, verdict }) => ({
    cluster,
    certificate: signing === void 0 ? null : { ...signing, daysLeft: daysLeft(signing.notAfter, at) },
    renewAt: renewAt === void 0 ? null : new Date(renewAt).toISOString(),
    roots,
    verdict: { kind: verdict.kind, ...reason(verdict) }
  }));
  return `${JSON.stringify({ schemaVersion: 1, kind: "certs", at: new Date(at).toISOString(), clusters: rows }, void 0, 2)}
`;
}
__name(certsJson, "certsJson");
function paragraph({ cluster, signing, roots, renewAt, verdict }, at) {
  const facts = signing === void 0 ? [["certificate", "none that could be read"]] : [
    ["subject", signing.subject],
    ["issuer", signing.issuer],
    ["serial", signing.serial],
    ["ends", `${signing.notAfter} (${inWords(Date.parse(signing.notAfter) - at)}${renewal(renewAt)})`]
  ];
  const trusted = roots.map(
    ({ subject, fingerprint, notAfter }) => ["root", `${fingerprint} ${subject}, to ${notAfter.slice(0, 10)}`]
  );
  const { why, remedy } = reason(verdict);
  const verdictText = [words[verdict.kind], ...why].join(": ");
  const lines = [...facts, ...trusted, ["verdict", verdictText], ...remedy === void 0 ? [] : [["to do", remedy]]];
  return [cluster, ...lines.map(([name, value]) => `  ${name.padEnd(11)} ${value}`)].join("\n");
}
__name(paragraph, "paragraph");
var words = {
  keep: "stays",
  issue: "a new intermediate is issued with the next apply",
  roots: "its roots change with the next apply",
  refuse: "refused",
  unknown: "unknown"
};
function reason(verdict) {
  switch (verdict.kind) {
    case "keep":
      return { why: verdict.notes };
    case "issue":
    case "roots":
      return { why: [verdict.why] };
    case "refuse":
    case "unknown":
      return { why: [verdict.why.message], remedy: verdict.why.remedy };
  }
}
__name(reason, "reason");
function inWords(left) {
  if (left < 0) return "it has ended";
  if (left < 2 * hourMs) return `${Math.floor(left / 6e4)} minutes left`;
  return left < 2 * dayMs ? `${Math.floor(left / hourMs)} hours left` : `${Math.floor(left / dayMs)} days left`;
}
__name(inWords, "inWords");
function daysLeft(notAfter, at) {
  return Math.floor((Date.parse(notAfter) - at) / dayMs);
}
__name(daysLeft, "daysLeft");
function renewal(renewAt) {
  return renewAt === void 0 ? "" : `, renewed from ${new Date(renewAt).toISOString().slice(0, 10)} on`;
}
__name(renewal, "renewal");

export {
  certsText,
  certsJson
};
