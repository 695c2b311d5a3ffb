import { problem } from "../catalog/problem.ts";
import { type Hole, holeOf, holesIn } from "../model/hole.ts";
import { isList, isObject, type Json } from "../model/json.ts";
import { idText, type Manifest } from "../model/manifest.ts";
import { isSealed, type Secret, withoutFingerprints } from "../model/secret.ts";
import { gatewayAddress } from "./address.ts";
import type { Job } from "./job.ts";
import { serverOf } from "./server.ts";
import type { Task } from "./task.ts";
import { tokenFor } from "./token.ts";

/** What the holes of an object stand for, by their texts. */
export type Fills = ReadonlyMap<string, string | Secret>;

/**
 * The holes of an object that Isthmus made. What a person wrote in a file is text, whatever it looks like: a pull request that writes `⟦token of …⟧` into a
 * ConfigMap gets these very characters.
 */
export function holesOf({
  object,
  origin,
}: Pick<Manifest, "object" | "origin">): readonly { readonly text: string; readonly hole: Hole }[] {
  if (origin.kind === "config") return [];
  return bracketed(object).flatMap((text) => {
    const hole = holeOf(text);
    return hole === undefined ? [] : [{ text, hole }];
  });
}

interface Reader {
  readonly cluster: string;
  readonly sealed: Job["sealed"];
}

/**
 * What else stands in brackets: secret values of the repository, and words of a file that mean nothing. A sealed text that no file leads to is refused: these
 * characters must never be taken for the value.
 * @throws Problem `hole-unfilled`
 */
export function writtenFills({ id, object, origin }: Manifest, { cluster, sealed }: Reader): Fills {
  const fills = new Map<string, string | Secret>();
  for (const text of bracketed(object)) {
    const value = isSealed(text) ? sealed?.(text) : origin.kind === "config" ? text : undefined;
    if (value !== undefined) fills.set(text, value);
    else if (isSealed(text)) throw problem("hole-unfilled", { object: idText(id), cluster, hole: withoutFingerprints(text) });
  }
  return fills;
}

function bracketed(value: Json): readonly string[] {
  const found = new Set<string>();
  const look = (part: Json): void => {
    if (typeof part === "string") for (const text of part.includes("⟦") ? holesIn(part) : []) found.add(text);
    else if (isList(part)) for (const entry of part) look(entry);
    else if (isObject(part))
      for (const [key, entry] of Object.entries(part)) {
        look(key);
        if (entry !== undefined) look(entry);
      }
  };
  look(value);
  return [...found];
}

/** The values for all that stands in brackets: secrets of the repository, addresses, facts about other API servers, tokens. Certificates have a step of their own. @throws Problem */
export async function fillsFor(task: Task, manifest: Manifest): Promise<Fills> {
  const fills = new Map(writtenFills(manifest, { cluster: task.site.cluster.name, sealed: task.campaign.job.sealed }));
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
