import type { Issued } from "../../model/certificate.ts";
import { type JsonObject, objectAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { Secret } from "../../model/secret.ts";
import { holesOf } from "../fills.ts";
import { versionOf } from "../hold.ts";
import type { Item, Task } from "../task.ts";
import { own, writeObjects } from "./objects.ts";

/** How long an intermediate is good for. A year: renewed well before, with time for a person to look when that fails. */
const lifetimeMs = 365 * 24 * 3_600_000;

/** Clocks of clusters differ: a certificate is good a little before it was made. */
const backdatedMs = 5 * 60_000;

/**
 * Has a new intermediate signed and stores it. Its serial is in the ledger before it is stored, and storing is a compare-and-swap against what the plan was made
 * from: two runs, or one run twice, never leave two certificates installed one after the other unseen.
 * @throws Problem
 */
export async function storeCertificates(task: Task): Promise<void> {
  for (const item of task.items) {
    if (item.manifest === undefined || !holesOf(item.manifest).some(({ hole }) => hole.kind === "certificate")) continue;
    await storeOne(task, item, item.manifest);
  }
  await others(task);
}

/** What else the step writes (cert-manager's objects) is applied like anything else. */
async function others(task: Task): Promise<void> {
  const rest = task.items.filter(
    ({ manifest }) => manifest === undefined || !holesOf(manifest).some(({ hole }) => hole.kind === "certificate"),
  );
  if (rest.length > 0) await writeObjects(task, rest);
}

async function storeOne(task: Task, { id }: Item, manifest: Manifest): Promise<void> {
  const { site } = task;
  const before = site.last(id);
  if (before !== undefined && !touchesKey(task, manifest)) return await storeRoots(task, manifest, before);
  const issued = await issue(task);
  site.ledger.set(task.step.id, "intent", { serial: issued.facts.serial });
  await site.save();
  const fill = fillsOf(manifest, issued);
  const until = await site.hold.until();
  const stored =
    before === undefined
      ? await site.api.create(manifest.object, { fill, until })
      : await site.api.replace(over(manifest, before), { fill, until });
  own(task, manifest, stored);
  task.wrote(id, before === undefined ? "created" : "configured");
}

function issue({ site, campaign }: Task): Promise<Issued> {
  const { mesh, world } = campaign;
  const now = world.clock.now();
  const { name, trustDomain, systemNamespace } = site.cluster;
  return world.signers.of(mesh.trust.signer).issue({
    cluster: name,
    meshId: mesh.meshId,
    trustDomain,
    systemNamespace,
    notBefore: now - backdatedMs,
    notAfter: now + lifetimeMs,
  });
}

/** Whether the change is about the intermediate itself, not only about the roots beside it or the labels on it. */
function touchesKey({ campaign, site }: Task, { id }: Manifest): boolean {
  const mine = campaign.job.study.changes.changes.find(
    (change) =>
      change.clusters.includes(site.cluster.name) &&
      change.id.kind === id.kind &&
      change.id.name === id.name &&
      change.id.namespace === id.namespace,
  );
  return mine === undefined || mine.kind !== "update" || mine.fields.some(({ path }) => /ca-cert|ca-key|cert-chain/u.test(path));
}

/** Other roots beside the same intermediate, or other labels: the key stays where it is, unread. */
async function storeRoots(task: Task, manifest: Manifest, before: Present): Promise<void> {
  const { site, campaign } = task;
  const roots = await campaign.world.signers.of(campaign.mesh.trust.signer).roots();
  const labels = objectAt(manifest.object, "metadata", "labels");
  const patch: JsonObject = {
    metadata: { resourceVersion: versionOf(before), labels },
    stringData: { "root-cert.pem": roots },
  };
  const ref = { ...manifest.id, apiVersion: "v1" };
  const stored = await site.api.patch(ref, patch, { until: await site.hold.until() });
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
