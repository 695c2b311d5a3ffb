import { finding } from "../catalog/find.ts";
import { type ChartSource, sourceText } from "../model/chart.ts";
import { defaultChatOps } from "../model/chatops.ts";
import type { Finding } from "../model/finding.ts";
import type { Json } from "../model/json.ts";
import { canonical, isObject } from "../model/json.ts";
import type { Cluster, Mesh, Signer } from "../model/mesh.ts";
import type { Acceptance, Repository } from "../model/repository.ts";
import type { Source } from "../model/source.ts";
import { startOf } from "../model/source.ts";
import { objectOfCluster } from "./object.ts";

/** A mesh in which what a pull request may not change for itself is as the default branch has it, and what it tried to change. */
export interface Governed {
  readonly mesh: Mesh;
  readonly findings: readonly Finding[];
}

/**
 * Takes commands, credentials' names, chart addresses and `apply` from the base: a pull request that could set them for its own run could start a program
 * or reach an address beside credentials. Without a base mesh there is nothing to take: commands run nothing, and no address is asked.
 */
export function governMesh(head: Mesh, base: Mesh | undefined): Governed {
  const signer = governSigner(head.trust.signer, base);
  const isOurs = signer === head.trust.signer;
  const findings = isOurs ? [] : [later("spec.trust.signer", change(base?.trust.signer, head.trust.signer), head.source)];
  const trust = { ...head.trust, signer };
  if (base !== undefined && head.apply !== base.apply) findings.push(later("spec.apply", change(base.apply, head.apply), head.source));

  const chatops = base?.chatops ?? defaultChatOps;
  if (JSON.stringify(chatops) !== JSON.stringify(head.chatops)) {
    findings.push(later("spec.chatops", { was: "what the default branch says", now: "what this says" }, head.source));
  }

  const named = base === undefined ? [] : [base.istio.charts, ...base.clusters.map((cluster) => cluster.istio.charts)];
  const addresses = new Set(named.map(sourceText));
  const charts = governCharts(head.istio.charts, base?.istio.charts ?? bundled, addresses);
  if (charts !== head.istio.charts) {
    findings.push(later("spec.istio.charts", change(sourceText(charts), sourceText(head.istio.charts)), head.source));
  }
  const clusters = head.clusters.map((cluster) => {
    const before = base?.clusters.find((other) => other.name === cluster.name);
    const governed = governCluster(cluster, before, charts, head, addresses);
    findings.push(...governed.findings);
    return governed.cluster;
  });
  return { mesh: { ...head, trust, apply: base?.apply ?? head.apply, chatops, istio: { ...head.istio, charts }, clusters }, findings };
}

function governCluster(
  head: Cluster,
  base: Cluster | undefined,
  inherited: ChartSource,
  mesh: Mesh,
  addresses: ReadonlySet<string>,
): { readonly cluster: Cluster; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const access = base?.access ?? {};
  const isSame = canonical(access) === canonical(head.access);
  if (!isSame) findings.push(later("spec.access", change(base?.access, head.access), head.source, head));
  // A cluster that says nothing about charts follows its mesh, whose own change was already told.
  const isInherited = head.istio.charts === mesh.istio.charts;
  const charts = isInherited ? inherited : governCharts(head.istio.charts, base?.istio.charts ?? inherited, addresses);
  if (!isInherited && charts !== head.istio.charts) {
    findings.push(later("spec.istio.charts", change(sourceText(charts), sourceText(head.istio.charts)), head.source, head));
  }
  return { cluster: { ...head, access: isSame ? head.access : access, istio: { ...head.istio, charts } }, findings };
}

/** What a mesh without a base is rendered with when it names another source. */
const bundled: ChartSource = { kind: "bundled" };

/** A source that the base names nowhere is not used, be it an address or a folder whose charts the pull request may have written itself. What comes with Isthmus always is. */
function governCharts(head: ChartSource, base: ChartSource, addresses: ReadonlySet<string>): ChartSource {
  return head.kind !== "bundled" && !addresses.has(sourceText(head)) ? base : head;
}

/** With no base, a command stays a command that runs nothing. */
function governSigner(head: Signer, base: Mesh | undefined): Signer {
  if (base === undefined) return head.kind === "command" ? { kind: "command", command: [] } : head;
  const runs = head.kind === "command" || head.kind === "builtin";
  return runs && canonical({ ...head }) !== canonical({ ...base.trust.signer }) ? base.trust.signer : head;
}

/**
 * The acceptances that count: the base's. Each that the pull request adds or takes away is told.
 */
export function governAcceptances(
  head: readonly Acceptance[],
  base: Repository,
): { readonly acceptances: readonly Acceptance[]; readonly findings: readonly Finding[] } {
  const before = new Set(base.acceptances.map(textOf));
  const after = new Set(head.map(textOf));
  const added = head.filter((entry) => !before.has(textOf(entry)));
  const removed = base.acceptances.filter((entry) => !after.has(textOf(entry)));
  const told = (entry: Acceptance, isNew: boolean): Finding => {
    const accepted = `accepted until ${entry.until}`;
    const facts = { what: `acceptance of ${entry.rule}`, ...(isNew ? change("none", accepted) : change(accepted, "none")) };
    return finding("takes-effect-after-merge", facts, { source: isNew ? entry.place : startOf(entry.place.file) });
  };
  const gone = removed.map((entry) => told(entry, false));
  return { acceptances: base.acceptances, findings: [...added.map((entry) => told(entry, true)), ...gone] };
}

function textOf({ rule, object, file, cluster, reason, until }: Acceptance): string {
  return JSON.stringify([rule, object ?? "", file ?? "", cluster ?? "", reason, until]);
}

interface Move {
  readonly was: string;
  readonly now: string;
}

/** Both sides as short texts; a side that is not there is `nothing`. */
function change(was: unknown, now: unknown): Move {
  return { was: shown(was), now: shown(now) };
}

function shown(value: unknown): string {
  if (value === undefined || canonical(value as Json) === "{}") return "nothing";
  return leaves(value as Json, "").join(", ");
}

/** `context: ap, kubeconfig.env: KUBECONFIG_AP`: what a person wrote, on one line. */
function leaves(value: Json, path: string): readonly string[] {
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leaves(inner ?? null, path === "" ? key : `${path}.${key}`));
  const text = typeof value === "string" ? value : canonical(value);
  return [path === "" ? text : `${path}: ${text}`];
}

function later(what: string, move: Move, source: Source, cluster?: Cluster): Finding {
  const where = {
    source: source.place(what.split("."), "key"),
    object: cluster && objectOfCluster(cluster),
    clusters: cluster === undefined ? [] : [cluster.name],
  };
  return finding("takes-effect-after-merge", { what, ...move }, where);
}
