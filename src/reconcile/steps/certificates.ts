import { problem } from "../../catalog/problem.ts";
import type { CacertsVerdict, Issued } from "../../model/certificate.ts";
import { type JsonObject, objectAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { Secret } from "../../model/secret.ts";
import { holesOf } from "../fills.ts";
import { versionOf } from "../hold.ts";
import type { Item, Task } from "../task.ts";
import { own, vanished, writeObjects } from "./objects.ts";

/**
 * Does to `cacerts` what the survey's verdict says, and nothing else: a new intermediate, other roots beside the old one, or our labels on what stays. A new
 * one's serial is in the ledger before it is stored, and storing is a compare-and-swap against what was judged: two runs, or one run twice, never leave two
 * certificates installed one after the other unseen.
 * @throws Problem
 */
export async function storeCertificates(task: Task): Promise<void> {
  const isCertificate = ({ manifest }: Item): boolean =>
    manifest !== undefined && holesOf(manifest).some(({ hole }) => hole.kind === "certificate");
  for (const { manifest } of task.items.filter(isCertificate)) if (manifest !== undefined) await storeOne(task, manifest);
  const others = task.items.filter((item) => !isCertificate(item));
  if (others.length > 0) await writeObjects(task, others);
}

async function storeOne(task: Task, manifest: Manifest): Promise<void> {
  await vanished(task, manifest);
  const verdict = verdictOn(task);
  switch (verdict.kind) {
    case "issue":
      return storeIntermediate(task, manifest, verdict);
    case "roots":
      return storeBeside(task, manifest, { "root-cert.pem": verdict.rootCert });
    case "keep":
      return storeBeside(task, manifest, undefined);
    case "refuse":
    case "unknown":
      throw verdict.why;
  }
}

/** What nobody judged is left alone: an intermediate is never issued on a guess. */
function verdictOn({ site: { cluster, surveyed } }: Task): CacertsVerdict {
  if (surveyed.cacerts !== undefined) return surveyed.cacerts;
  throw problem("signer-failed", { cluster: cluster.name, why: "what its istiod signs with was not judged" });
}

async function storeIntermediate(task: Task, manifest: Manifest, verdict: Extract<CacertsVerdict, { kind: "issue" }>): Promise<void> {
  const { site, campaign } = task;
  const before = site.last(manifest.id);
  const issued = await campaign.world.signers.of(campaign.mesh).issue(verdict.request);
  site.ledger.set(task.step.id, "intent", { serial: issued.facts.serial });
  await site.save();
  const fill = fillsOf(manifest, issued);
  const until = await site.hold.until();
  const stored =
    before === undefined
      ? await site.api.create(manifest.object, { fill, until })
      : await site.api.replace(over(manifest, before), { fill, until });
  own(task, manifest, stored);
  task.wrote(manifest.id, before === undefined ? "created" : "configured");
}

/** Our labels, and perhaps other roots, beside the same intermediate: the key stays where it is, unread. */
async function storeBeside(task: Task, manifest: Manifest, stringData: JsonObject | undefined): Promise<void> {
  const { site } = task;
  const before = site.last(manifest.id);
  if (before === undefined) throw problem("object-moved", { cluster: site.cluster.name, object: "Secret cacerts" });
  const labels = objectAt(manifest.object, "metadata", "labels");
  const patch: JsonObject = {
    metadata: { resourceVersion: versionOf(before), labels },
    ...(stringData === undefined ? {} : { stringData }),
  };
  const stored = await site.api.patch({ ...manifest.id, apiVersion: "v1" }, patch, { until: await site.hold.until() });
  own(task, manifest, stored);
  task.wrote(manifest.id, versionOf(stored) === versionOf(before) ? "unchanged" : "configured");
}

/** The Secret with what others keep on it (labels, annotations), only if nobody changed it since it was read. */
function over({ object }: Manifest, before: Present): JsonObject {
  const old = objectAt(before.object, "metadata");
  const mine = objectAt(object, "metadata");
  const both = (key: string): JsonObject => ({ ...objectAt(old, key), ...objectAt(mine, key) });
  return {
    ...object,
    metadata: { ...mine, labels: both("labels"), annotations: both("annotations"), resourceVersion: versionOf(before) },
  };
}

function fillsOf(manifest: Manifest, issued: Issued): ReadonlyMap<string, string | Secret> {
  const parts = { "ca-cert": issued.caCert, "ca-key": issued.caKey, "cert-chain": issued.certChain, "root-cert": issued.rootCert } as const;
  return new Map(holesOf(manifest).flatMap(({ text, hole }) => (hole.kind === "certificate" ? [[text, parts[hole.part]] as const] : [])));
}
