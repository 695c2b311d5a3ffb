import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Problem
} from "./chunk-QLQAG6SW.js";
import {
  __name
} from "./chunk-BIFKHMW4.js";

// src/catalog/fill.ts
var longest = 300;
function fill(template, facts) {
  return template.replace(/\{(\w+)\}/gu, (_, name) => harmless(String(facts[name] ?? "")));
}
__name(fill, "fill");
function harmless(fact) {
  const line = fact.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ").replaceAll("`", "'");
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}\u2026`;
}
__name(harmless, "harmless");

// src/catalog/problems.gen.ts
var problems = {
  "chart-digest-mismatch": { "summary": "Chart `{chart}` {version} from {source} has digest {digest}, but isthmus.lock says {locked}.", "remedy": "Somebody changed a published chart. Find out who before you run `isthmus lock` to accept it." },
  "chart-not-found": { "summary": "Chart `{chart}` {version} is not in {source}.", "remedy": "Check `spec.istio.charts` and the version of the revision." },
  "chart-unreachable": { "summary": "Chart `{chart}` {version} could not be fetched from {source}: {why}.", "remedy": "Check the address and the network (a proxy is taken from HTTPS_PROXY); `isthmus lock` and a folder source work without a network." },
  "chart-unreadable": { "summary": "Chart `{chart}` from {source} cannot be used: {why}.", "remedy": "Fetch the chart again; if it still fails, the archive itself is damaged or is not a Helm chart." },
  "cluster-not-in-mesh": { "summary": "The mesh has no cluster `{cluster}`. It has: {known}.", "remedy": "Correct the name, or leave it out to see all clusters." },
  "engine-unavailable": { "summary": "Helm's engine could not be started: {why}.", "remedy": "Reinstall Isthmus; `dist/` must hold `helm-engine.wasm.br`." },
  "event-unreadable": { "summary": "The event that started this job could not be read: {why}.", "remedy": "Run the action on pull_request_target, pull_request or push; GITHUB_EVENT_PATH must name the event's JSON file." },
  "file-not-found": { "summary": "There is no file `{file}`.", "remedy": "Check the path." },
  "folder-not-found": { "summary": "There is no folder `{folder}`.", "remedy": "Give the path of a folder that holds a mesh repository." },
  "github-commit-hidden": { "summary": "GitHub shows this token no revision `{revision}` of {repository}.", "remedy": "Give the job `permissions: contents: read`: in a private repository a missing permission looks like this too. Otherwise the commit is gone (a force-push): run the job on the newest one." },
  "github-forbidden": { "summary": "GitHub refused {request} with {status}.", "remedy": "Give the job the permission it lacks: `{permission}`." },
  "github-rate-limited": { "summary": "GitHub limits this token: {request} may be sent again in {seconds} seconds, which is too long to wait.", "remedy": "Run the job again later; fewer jobs that write comments at the same time, or a token of a GitHub App, give more room." },
  "github-rejected": { "summary": "GitHub rejected {request} with {status}: {why}.", "remedy": "This is a request Isthmus should not have sent. Report it with the line above." },
  "github-token-refused": { "summary": "GitHub did not accept the token for {request}.", "remedy": "Leave the input `github-token` out (the job's own token is its default), or give one that has not expired." },
  "github-tree-too-large": { "summary": "{repository} at {revision} holds {count} {what} that would have to be fetched; {limit} is the limit.", "remedy": "Set the input `working-directory` to the folder of the mesh repository, or check the repository out before Isthmus runs so that they are read locally." },
  "github-unreachable": { "summary": "GitHub did not answer {request}: {why}.", "remedy": "Run the job again; if it persists, check the status of GitHub and the API address." },
  "kubeconfig-unreadable": { "summary": "Kubeconfig `{file}` could not be read: {why}.", "remedy": "Check the path and that `kubectl config view` accepts it." },
  "output-unwritable": { "summary": "`{file}` could not be written: {why}.", "remedy": "Check that the folder exists and may be written." },
  "repository-unreadable": { "summary": "{repository} could not be read as a git repository: {why}.", "remedy": "Run Isthmus inside a git work tree, or give a folder without `--base` and `--head`." },
  "revision-not-found": { "summary": "Revision `{revision}` does not exist in {repository}.", "remedy": "Check the spelling; in a shallow clone fetch it first (`git fetch origin {revision}`), or set `fetch-depth: 0` on actions/checkout." }
};

// src/catalog/problem.ts
function problem(code, facts, cause) {
  const entry = problems[code];
  return new Problem(code, { summary: fill(entry.summary, facts), remedy: fill(entry.remedy, facts) }, facts, cause);
}
__name(problem, "problem");

export {
  fill,
  problem
};
