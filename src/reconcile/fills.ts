import { problem } from "../catalog/problem.ts";
import { type Hole, holeOf, holesIn } from "../model/hole.ts";
import { idText, type Manifest } from "../model/manifest.ts";
import type { Secret } from "../model/secret.ts";
import { gatewayAddress } from "./address.ts";
import { serverOf } from "./server.ts";
import type { Task } from "./task.ts";
import { tokenFor } from "./token.ts";

/** What the holes of an object stand for, by their texts. */
export type Fills = ReadonlyMap<string, string | Secret>;

/** The holes of an object. */
export function holesOf(manifest: Pick<Manifest, "object">): readonly { readonly text: string; readonly hole: Hole }[] {
  const texts = new Set(holesIn(JSON.stringify(manifest.object)));
  return [...texts].flatMap((text) => {
    const hole = holeOf(text);
    return hole === undefined ? [] : [{ text, hole }];
  });
}

/** The values for the holes of an object: addresses, facts about other API servers, tokens. Certificates have a step of their own. @throws Problem */
export async function fillsFor(task: Task, manifest: Manifest): Promise<Fills> {
  const fills = new Map<string, string | Secret>();
  for (const { text, hole } of holesOf(manifest)) {
    const value = await valueOf(task, hole, manifest);
    if (value === undefined) throw problem("hole-unfilled", { object: idText(manifest.id), cluster: task.site.cluster.name, hole: text });
    fills.set(text, value);
  }
  return fills;
}

async function valueOf(task: Task, hole: Hole, manifest: Manifest): Promise<string | Secret | undefined> {
  const { campaign } = task;
  const cluster = campaign.clusters.get(hole.cluster);
  if (cluster === undefined) return undefined;
  switch (hole.kind) {
    case "gateway-address": {
      const address = await gatewayAddress(campaign.world.clusters.of(cluster), hole);
      return address?.shape === hole.shape ? address.text : undefined;
    }
    case "api-server-url":
      return (await serverOf(campaign, cluster)).url;
    case "api-server-ca":
      return (await serverOf(campaign, cluster)).ca;
    case "token":
      return await tokenFor(task, { cluster, serviceAccount: hole.serviceAccount, reader: manifest });
    case "certificate":
      return undefined;
  }
}
