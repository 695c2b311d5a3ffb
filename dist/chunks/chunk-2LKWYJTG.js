import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

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
  "address-taken": { "summary": "The bot cannot listen on {address}: {why}.", "remedy": "Give another HOST or PORT, or end what listens there." },
  "cacerts-incomplete": { "summary": "Secret {secret} in {cluster} lacks {missing}.", "remedy": "Complete it, or delete it so that a new one is issued; istiod does not start with a part of it, and Isthmus does not guess the rest." },
  "cacerts-missing": { "summary": "{cluster} has no Secret {secret}, and its istiod would sign with a root of its own.", "remedy": "`spec.trust.signer` says that somebody else keeps it: have it written there before istiod starts, or name a signer of ours." },
  "cacerts-unusable": { "summary": "Secret {secret} in {cluster} cannot stay as it is: {why}.", "remedy": "{remedy}" },
  "certificate-unacceptable": { "summary": "What the signer gave for {cluster} cannot be used: {why}.", "remedy": "Correct the signer; nothing was stored. Expected of it, as PEM and without any key: first the certificate for the request it was given (an authority with pathlen 0 and the names of the request), then those above it up to the root." },
  "chart-digest-mismatch": { "summary": "Chart `{chart}` {version} from {source} has digest {digest}, but {place} says {locked}.", "remedy": "Either the chart was changed under its version, or isthmus.lock was. Find out which and by whom; only when it was meant run `isthmus lock`, and have what it writes reviewed." },
  "chart-login-needed": { "summary": "Could not fetch {charts} from {source}: {why}.", "remedy": "Give a login for that host, a line `HOST USER PASSWORD`: in the Action's input `chart-logins`, in the bot's setting CHART_LOGINS, on a command line in the variable ISTHMUS_CHART_LOGINS; or by `helm registry login` or `docker login` before. It goes to that host alone, and only for addresses that the mesh document of the default branch names." },
  "chart-not-found": { "summary": "No {charts} in {source}{instead}.", "remedy": "Check `spec.istio.charts` and the version of the revision." },
  "chart-unreachable": { "summary": "Could not fetch {charts} from {source}: {why}.", "remedy": "Check the address and the network (a proxy is taken from HTTPS_PROXY). Charts that lie in a folder of the repository (`spec.istio.charts: { path: DIR }`) need no network and no login." },
  "chart-unreadable": { "summary": "From {source}, {charts} cannot be used: {why}.", "remedy": "Check that `spec.istio.charts` leads to a Helm repository, an OCI reference or a folder with Helm charts; an archive that was damaged on the way comes whole the next time." },
  "cluster-held": { "summary": "{cluster} is held by another run: {holder}, until {until} unless it is renewed.", "remedy": "Wait for that run, or stop it; a run that died lets go when its lease ends." },
  "cluster-locked": { "summary": "{holder} keeps {cluster} from being changed until {until}.", "remedy": "Ask them, or wait; `/unlock` and `isthmus release` end it before its time." },
  "cluster-not-in-mesh": { "summary": "The mesh has no cluster `{cluster}`. It has: {known}.", "remedy": "Correct the name, or leave it out to see all clusters." },
  "cluster-not-looked-at": { "summary": "Cluster {cluster} was not looked at: {why}.", "remedy": "Look at the job of its shard, have it run again, and then the joining job. What it holds is unknown, which is not unchanged." },
  "cluster-overloaded": { "summary": "The API server of {cluster} kept asking us to come back later: {why}.", "remedy": "Run again when it is less busy." },
  "cluster-slow": { "summary": "The API server of {cluster} did not answer {request} within {seconds} s.", "remedy": "Run again; if it persists, look at the load of the API server and its webhooks." },
  "cluster-unreachable": { "summary": "The API server of {cluster} ({url}) could not be reached: {why}.", "remedy": "Check the address in the kubeconfig, the network and firewall between here and there, and `access.proxyURL`; run again when it answers." },
  "credentials-refused": { "summary": "The API server of {cluster} does not accept our credentials (401).", "remedy": "Renew the token or certificate of the kubeconfig that `access` names for {cluster}." },
  "credentials-unavailable": { "summary": "There are no credentials for {cluster}: {why}.", "remedy": "Give the kubeconfig that `access.kubeconfig` of {cluster} names, with its context." },
  "debug-pages-hidden": { "summary": "istiod {pod} in {cluster} shows {page} only to its own localhost, and this connection cannot forward ports.", "remedy": "Look by hand: `kubectl -n {namespace} port-forward {pod} 8080`, then `curl localhost:8080{page}`." },
  "deletions-unconfirmed": { "summary": "{count} objects would be deleted in {cluster}; `rollout.maxDeletions` allows {allowed} without a word.", "remedy": "Look at the deletions in the plan; if they are meant, run again with `--confirm-deletions {total}`." },
  "engine-unavailable": { "summary": "Helm's engine could not be started: {why}.", "remedy": "Reinstall Isthmus; `dist/` must hold `helm-engine.wasm.br`." },
  "event-unreadable": { "summary": "The event that started this job could not be read: {why}.", "remedy": "Run the action on pull_request_target, pull_request or push; GITHUB_EVENT_PATH must name the event's JSON file." },
  "field-conflict": { "summary": "In {cluster} {object} has fields that {managers} set: {fields}.", "remedy": "Take the fields out of one side; or, if Isthmus should have them, say `adopt` for the cluster, or apply with `--force-conflicts`." },
  "file-not-found": { "summary": "There is no file `{file}`.", "remedy": "Check the path." },
  "file-unreadable": { "summary": "`{file}` could not be read: {why}.", "remedy": "Check its permissions and those of the folders above it; or run again, if it was removed meanwhile." },
  "folder-not-found": { "summary": "There is no folder `{folder}`.", "remedy": "Give the path of a folder that holds a mesh repository." },
  "github-commit-hidden": { "summary": "GitHub shows this token no revision `{revision}` of {repository}.", "remedy": "Give the job `permissions: contents: read`: in a private repository a missing permission looks like this too. Otherwise the commit is gone (a force-push): run the job on the newest one." },
  "github-forbidden": { "summary": "GitHub refused {request} with {status}.", "remedy": "Give the job the permission it lacks: `{permission}`." },
  "github-rate-limited": { "summary": "GitHub limits this token: {request} may be sent again in {seconds} seconds, which is too long to wait.", "remedy": "Run the job again later; fewer jobs that write comments at the same time, or a token of a GitHub App, give more room." },
  "github-rejected": { "summary": "GitHub rejected {request} with {status}: {why}.", "remedy": "This is a request Isthmus should not have sent. Report it with the line above." },
  "github-token-refused": { "summary": "GitHub did not accept the token for {request}.", "remedy": "Leave the input `github-token` out (the job's own token is its default), or give one that has not expired." },
  "github-tree-too-large": { "summary": "{repository} at {revision} holds {count} {what} that would have to be fetched; {limit} is the limit.", "remedy": "Set the input `working-directory` to the folder of the mesh repository, or check the repository out before Isthmus runs so that they are read locally." },
  "github-unreachable": { "summary": "GitHub did not answer {request}: {why}.", "remedy": "Run the job again; if it persists, check the status of GitHub and the API address." },
  "hole-unfilled": { "summary": "{object} in {cluster} needs {hole}, which is not known yet.", "remedy": "Run again when what it waits for is there." },
  "istiod-tls-unready": { "summary": "cert-manager signs for {cluster}, and Secret {secret} is not what its istiod needs: {why}.", "remedy": "Expected: the issuer {issuer} Ready; istio-csr Available with `app.server.clusterID` {clusterId}, `app.tls.trustDomain` {domain} and every revision in `app.istio.revisions`{nodes}; its Certificate for that Secret Ready. Isthmus installs neither." },
  "kind-not-served": { "summary": "The API server of {cluster} does not serve {kind} ({apiVersion}).", "remedy": "Install the definition first, or take the object out for this cluster." },
  "kubeconfig-unreadable": { "summary": "Kubeconfig `{file}` could not be read: {why}.", "remedy": "Check the path and that `kubectl config view` accepts it." },
  "lease-lost": { "summary": "Our hold on {cluster} ended while we were at work; nothing more was written there.", "remedy": "Run again; the ledger tells where to go on." },
  "look-stopped": { "summary": "The probe in {cluster} was stopped before it had looked.", "remedy": "Run it again; what it had put into the cluster is taken away." },
  "mesh-unreadable": { "summary": "There is no mesh that can be read: {why}", "remedy": "See all findings with `isthmus validate`; give the folder of the mesh repository with `--folder`." },
  "not-ready": { "summary": "{what} in {cluster} did not become ready within {seconds} s: {seen}.", "remedy": "{remedy}" },
  "object-moved": { "summary": "In {cluster} {object} was changed by somebody else in between.", "remedy": "Run again; if it happens each time, find out who writes it (`kubectl get --show-managed-fields`)." },
  "object-refused": { "summary": "{cluster} refuses {object}: {why}.", "remedy": "Correct the object where it is written; nothing of it was stored." },
  "output-unwritable": { "summary": "`{file}` could not be written: {why}.", "remedy": "Check that the folder exists and may be written, and that the disk is not full." },
  "page-unreadable": { "summary": "{page} of {pod} in {cluster} is not what Isthmus knows by that name: {why}.", "remedy": "See whether Isthmus knows the version of that istiod; `istioctl proxy-status` and `istioctl remote-clusters` show the same by another way." },
  "part-too-large": { "summary": "Shard {shard} would hand on a part of {size} MB, and no part may be larger than {limit} MB.", "remedy": "Cut the mesh into more shards (input `shards`), in every job that names their number." },
  "permission-missing": { "summary": "In {cluster} we may not {verb} {what} (403).", "remedy": "Grant it: `isthmus access --print` writes the ClusterRole that Isthmus needs." },
  "probe-held": { "summary": "Another look has its probe in {cluster}: {holder}. It was waited for {seconds} s.", "remedy": "Look again when it is over. One that died is known by its silence and taken away by the next look." },
  "probe-namespace-taken": { "summary": "{cluster} has a Namespace {namespace} without label {label}: somebody else made it.", "remedy": "The probe stands in a namespace of that name and takes it away afterwards. Remove it if nobody needs it, then look again." },
  "queue-unavailable": { "summary": "The bot's queue at {place} cannot be used: {why}.", "remedy": "Check DATABASE_URL, or that the folder of the file exists and may be written by one bot; nothing that GitHub saw acknowledged is lost." },
  "repository-unreadable": { "summary": "{repository} could not be read as a git repository: {why}.", "remedy": "Run Isthmus inside a git work tree, or give a folder without `--base` and `--head`." },
  "revision-not-found": { "summary": "Revision `{revision}` does not exist in {repository}.", "remedy": "Check the spelling; in a shallow clone fetch what is missing first (`{fetch}`), or set `fetch-depth: 0` on actions/checkout." },
  "root-differs": { "summary": "{cluster} trusts {live}, the mesh trusts {wanted}.", "remedy": "A root is never swapped: give the signer both, set `spec.trust.rotation` to the new one with phase distribute, then switch, then retire, each a change of its own." },
  "roots-not-shared": { "summary": "{cluster} trusts {own}, and {other} trusts {others}: proxies of one would refuse those of the other.", "remedy": "Have the issuers of all clusters sign under one root, and give istio-csr that root everywhere (`app.tls.rootCAFile`)." },
  "rotation-out-of-order": { "summary": "Phase {phase} of the rotation to {to} cannot reach {cluster}: {why}.", "remedy": "Wait, or go back to phase {before}, until every cluster has passed it: `isthmus certs list` shows where each is. Where a time is given nothing else is needed; proxies that restart with PROXY_CONFIG_XDS_AGENT are through at once." },
  "rotation-root-unknown": { "summary": "The rotation leads to root {to}, and the signer has no such root. It has: {known}.", "remedy": "Add it to the signer's roots; a root is named by its common name, or by the first eight or more digits of its SHA-256 fingerprint." },
  "same-api-server": { "summary": "{cluster} has the API server of another cluster of this mesh: this very run holds it already.", "remedy": "See `spec.access` of the clusters: two of them lead to one API server, by the same kubeconfig or context. One API server is one cluster." },
  "self-signed-in-use": { "summary": "istiod of {cluster} signs with a root of its own (Secret istio-ca-secret), and its proxies trust nothing else: another root would cut them off.", "remedy": "Migrate in steps. 1: write `cacerts` with the pair of istio-ca-secret (ca-cert.pem, ca-key.pem; cert-chain.pem is ca-cert.pem) and root-cert.pem of the old root and the mesh's, restart istiod, wait until every proxy has both. 2: add the old root to the signer's roots, set `spec.trust.rotation` to the mesh's root with phase switch, wait one certificate's life. 3: phase retire." },
  "shards-missing": { "summary": "Of {count} shards these are unknown: {shards}.", "remedy": "Look at the jobs of these shards, have them run again, and then the joining job: nothing may be taken from a report in which a part is missing." },
  "signer-failed": { "summary": "The signer did not sign the certificate for {cluster}: {why}.", "remedy": "Look at the signer; nothing was stored, and the certificates in place stay as they are." },
  "signer-foreign": { "summary": "Isthmus signs nothing for {cluster}: {who}. Expected there: {expected}.", "remedy": "See that what is expected is there; or name a signer of ours in `spec.trust.signer` (builtin or command)." },
  "signer-unavailable": { "summary": "The signer cannot be used: {why}.", "remedy": "Give what `spec.trust.signer` names: the variable, the file or the program. A command that is run with the one argument `roots` more prints the root (while one is rotated, both) as PEM and exits with 0." },
  "state-of-other-mesh": { "summary": "In {cluster} {object} is of mesh {other}, and this is mesh {mesh}: a system namespace belongs to one mesh.", "remedy": "Take the cluster out of mesh {other} first, or give it a system namespace of its own here. If that mesh is gone, or this is the same one under a new name, delete {object}." },
  "state-unreadable": { "summary": "In {cluster} {object}, which Isthmus keeps there, cannot be understood: {why}.", "remedy": "Restore it (`kubectl get {object} -o yaml` shows it), or delete it: then nothing that was written before is pruned or known to be ours, and `adopt: true` takes it back." },
  "token-useless": { "summary": "A new token for {cluster} was made, and its API server does not accept it at {url}: {why}.", "remedy": "Check `apiServer` of {cluster}: the address, the CA and the name must be right as the other clusters see them. The old token stays in place." },
  "webhook-refused": { "summary": "In {cluster} webhook {webhook} refuses {object}: {why}.", "remedy": "Correct the object, or ask the owner of the webhook; nothing of it was stored." },
  "webhook-unreachable": { "summary": "In {cluster} {object} could not be written because webhook {webhook} does not answer: {why}.", "remedy": "See that the service behind the webhook runs and that the API server may reach it; then run again." },
  "workloads-not-restarted": { "summary": "Workloads in {cluster} keep their old proxy: {workloads}.", "remedy": "Mend what is named, or restart it by hand (`kubectl rollout restart`). The next run looks again and goes on with what still has an old proxy." }
};

// src/catalog/problem.ts
function problem(code, facts, cause) {
  const entry = problems[code];
  return new Problem(code, { summary: fill(entry.summary, facts), remedy: fill(entry.remedy, facts) }, facts, cause);
}
__name(problem, "problem");

export {
  fill,
  problems,
  problem
};
