import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  isObject
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/catalog/nearest.ts
var longest = 64;
var mostCandidates = 2e3;
function nearest(word, candidates, most = longest) {
  if (word.length === 0 || word.length > longest) return void 0;
  const wanted = word.toLowerCase();
  const known = firstOf(candidates);
  let best;
  let allowed = most;
  for (const candidate of known) {
    const limit = Math.min(allowed, slip(wanted, candidate));
    const edits = distance(wanted, candidate.toLowerCase(), limit);
    if (edits <= limit) [best, allowed] = [candidate, edits - 1];
  }
  return best ?? sharingBeginning(wanted, known);
}
__name(nearest, "nearest");
function advice(word, candidates) {
  const near = nearest(word, candidates);
  return near === void 0 ? "" : ` Did you mean ${near}?`;
}
__name(advice, "advice");
function isNear(name, other) {
  if (name.length > longest) return false;
  const limit = slip(name, other);
  return distance(name.toLowerCase(), other.toLowerCase(), limit) <= limit;
}
__name(isNear, "isNear");
function slip(name, other) {
  return Math.max(1, Math.floor(Math.max(name.length, other.length) / 3));
}
__name(slip, "slip");
function firstOf(candidates) {
  const found = [];
  for (const candidate of candidates) {
    if (candidate.length <= longest) found.push(candidate);
    if (found.length === mostCandidates) break;
  }
  return found;
}
__name(firstOf, "firstOf");
function sharingBeginning(wanted, known) {
  if (wanted.length < 4) return void 0;
  const beginning = wanted.slice(0, Math.max(4, Math.ceil(wanted.length * 0.6)));
  const found = known.filter((candidate) => candidate.toLowerCase().startsWith(beginning));
  return found.length === 1 ? found[0] : void 0;
}
__name(sharingBeginning, "sharingBeginning");
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : changed;
      current.push(Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed, swapped));
    }
    if (Math.min(...current) > limit) return limit + 1;
    [before, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
__name(distance, "distance");

// src/model/chatops.ts
var permissions = ["none", "read", "triage", "write", "maintain", "admin"];
function atLeast(held, wanted) {
  return permissions.indexOf(held) >= permissions.indexOf(wanted);
}
__name(atLeast, "atLeast");
var defaultChatOps = {
  shortForm: true,
  grants: [],
  approvals: { count: 1, byWriteAccess: true, bind: "planDigest", selfApproval: false },
  forks: "planOnly",
  bots: [],
  windows: []
};

// src/catalog/commands.gen.ts
var commands = {
  help: { "does": "asks", "needs": "anyone", "takes": [], "summary": "What you may ask for here, and why not the rest.", "flags": [] },
  plan: { "does": "asks", "needs": "triage", "takes": ["target*"], "summary": "Renders, judges and compares the pull request again, and edits the comment.", "flags": [{ "name": "live", "must": false, "takes": "nothing", "summary": "also look at what the clusters hold now" }, { "name": "full", "must": false, "takes": "nothing", "summary": "leave nothing out because it did not change" }] },
  diff: { "does": "asks", "needs": "reader", "takes": ["cluster?", "object?"], "summary": "One cluster or one object in full.", "flags": [{ "name": "raw", "must": false, "takes": "nothing", "summary": "line by line, as YAML" }, { "name": "effective", "must": false, "takes": "nothing", "summary": "as what it does to routes" }] },
  explain: { "does": "asks", "needs": "reader", "takes": ["host", "cluster?"], "summary": "Which objects decide what happens to a host, before and after.", "flags": [] },
  status: { "does": "asks", "needs": "anyone", "takes": [], "summary": "Where this pull request stands, what holds which cluster, and what it waits for.", "flags": [] },
  verify: { "does": "asks", "needs": "write", "takes": ["target*"], "summary": "Looks whether the mesh works, and changes nothing.", "flags": [] },
  drift: { "does": "asks", "needs": "write", "takes": ["target*"], "summary": "What the clusters hold otherwise than Git says.", "flags": [{ "name": "adopt", "must": false, "takes": "nothing", "summary": "open a pull request that takes over what is live" }, { "name": "restore", "must": false, "takes": "nothing", "summary": "open a pull request that puts back what Git says" }] },
  certs: { "does": "asks", "needs": "write", "takes": ["cluster?"], "summary": "How long certificates last, and which clusters trust which.", "flags": [] },
  apply: { "does": "sets", "needs": "grant", "takes": ["target*"], "summary": "Carries out the approved plan, wave by wave.", "flags": [{ "name": "plan", "must": false, "takes": "digest", "summary": "this plan and no other; else the one that was current when you wrote" }, { "name": "wave", "must": false, "takes": "count", "summary": "up to this wave" }, { "name": "soak", "must": false, "takes": "duration", "summary": "wait this long after each wave, such as 10m" }, { "name": "max-parallel", "must": false, "takes": "count", "summary": "at most so many clusters at once" }, { "name": "prune", "must": false, "takes": "count", "summary": "the number of deletions you saw, exactly" }, { "name": "dry-run", "must": false, "takes": "nothing", "summary": "ask the API servers and write nothing" }, { "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  pause: { "does": "sets", "needs": "grant", "takes": [], "summary": "Stops after the object that is being written.", "flags": [{ "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  resume: { "does": "sets", "needs": "grant", "takes": [], "summary": "Goes on where the ledger ends.", "flags": [{ "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  cancel: { "does": "sets", "needs": "grant", "takes": [], "summary": "Stops for good and says what was done.", "flags": [{ "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  rollback: { "does": "sets", "needs": "grant", "takes": ["wave?"], "summary": "Carries out the way back that was made with the plan.", "flags": [{ "name": "to", "must": false, "takes": "digest", "summary": "back to this plan" }, { "name": "reason", "must": true, "takes": "text", "summary": "why, for the record" }] },
  lock: { "does": "sets", "needs": "write", "takes": ["target*"], "summary": "Keeps everybody from applying to these clusters for a while.", "flags": [{ "name": "ttl", "must": true, "takes": "duration", "summary": "how long at most, such as 2h" }, { "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  unlock: { "does": "sets", "needs": "write", "takes": ["target*"], "summary": "Ends a lock before its time; another person's needs the role maintain.", "flags": [{ "name": "reason", "must": false, "takes": "text", "summary": "a note for the record" }] },
  waive: { "does": "sets", "needs": "grant", "takes": ["rule"], "summary": "Accepts one finding for this plan only.", "flags": [{ "name": "reason", "must": true, "takes": "text", "summary": "why, for the record" }, { "name": "until", "must": false, "takes": "date", "summary": "the last day it holds, such as 2027-01-31" }] }
};

// src/model/manifest.ts
var stages = ["namespaces", "certificates", "install", "gateways", "discovery", "config"];
function idOf(object, namespace = "") {
  const { apiVersion, kind, metadata } = object;
  const { namespace: own, name } = isObject(metadata) ? metadata : {};
  const slash = typeof apiVersion === "string" ? apiVersion.indexOf("/") : -1;
  return {
    group: typeof apiVersion === "string" && slash >= 0 ? apiVersion.slice(0, slash) : "",
    kind: typeof kind === "string" ? kind : "",
    namespace: typeof own === "string" ? own : namespace,
    name: typeof name === "string" ? name : ""
  };
}
__name(idOf, "idOf");
function idKey(id) {
  return `${id.group}|${id.kind}|${id.namespace}|${id.name}`;
}
__name(idKey, "idKey");
function idText(id) {
  return `${id.kind} ${id.namespace === "" ? "" : `${id.namespace}/`}${id.name}`;
}
__name(idText, "idText");
function isMeshConfiguration({ group }) {
  return /(?:^|\.)istio\.io$|^gateway\.networking\.(?:x-)?k8s\.io$|^multicluster\.x-k8s\.io$/u.test(group);
}
__name(isMeshConfiguration, "isMeshConfiguration");
function byId(a, b) {
  const left = idKey(a.id);
  const right = idKey(b.id);
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(byId, "byId");

export {
  nearest,
  advice,
  isNear,
  permissions,
  atLeast,
  defaultChatOps,
  commands,
  stages,
  idOf,
  idKey,
  idText,
  isMeshConfiguration,
  byId
};
