import { createHash } from "node:crypto";
import { ask, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";

/** A blob to fetch: its object id, and the size the tree gave for it. */
export interface WantedBlob {
  readonly sha: string;
  readonly size: number;
}

const reading: Purpose = { request: "the files of a commit", permission: "contents: read" };
const perQuery = 100;
const bytesPerQuery = 1_000_000;
const queriesAtOnce = 4;
const blobsAtOnce = 8;

/**
 * The bytes of each blob. Small text comes a hundred at a time by GraphQL, because a job's token may send only 1,000 requests an hour; what GraphQL cannot
 * give exactly (binary, cut, re-encoded) comes by REST. Whatever the way, bytes whose git object id is not the one asked for are never handed on.
 */
export async function fetchBlobs(connection: Connection, wanted: readonly WantedBlob[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  await inParallel(queriesAtOnce, batches(wanted), async (batch) => {
    for (const [sha, bytes] of await queryTexts(connection, batch)) found.set(sha, bytes);
  });
  const missing = wanted.filter(({ sha }) => !found.has(sha));
  await inParallel(blobsAtOnce, missing, async ({ sha }) => {
    found.set(sha, await fetchBlob(connection, sha));
  });
  return found;
}

/** Groups of at most a hundred blobs and a megabyte; a blob that is larger alone is left to REST. */
function batches(wanted: readonly WantedBlob[]): readonly (readonly WantedBlob[])[] {
  const groups: WantedBlob[][] = [];
  let room = 0;
  for (const blob of wanted) {
    if (blob.size > bytesPerQuery) continue;
    const last = groups.at(-1);
    if (last === undefined || last.length === perQuery || blob.size > room) {
      groups.push([blob]);
      room = bytesPerQuery - blob.size;
    } else {
      last.push(blob);
      room -= blob.size;
    }
  }
  return groups;
}

interface Texts {
  readonly repository: Readonly<Record<string, { readonly text?: string | null } | null>> | null;
}

/** Texts whose bytes prove to be the blob's. A query that fails as a whole gives none: REST will say why. */
async function queryTexts(
  { octokit, owner, repo }: Connection,
  batch: readonly WantedBlob[],
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const fields = batch.map(({ sha }, index) => `b${index}: object(oid: "${objectId(sha)}") { ... on Blob { text } }`);
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(" ")} } }`;
  const answer = await octokit.graphql<Texts>(query, { owner, name: repo }).catch(() => undefined);
  return batch.flatMap(({ sha }, index) => {
    const text = answer?.repository?.[`b${index}`]?.text;
    const bytes = typeof text === "string" ? Buffer.from(text) : undefined;
    return bytes && gitBlobId(bytes) === sha ? [[sha, bytes] as const] : [];
  });
}

/** An id that goes into a query is nothing but an id, whatever the server's tree said. */
function objectId(sha: string): string {
  if (!/^[0-9a-f]{40,64}$/u.test(sha)) throw new Error("GitHub gave a tree entry without an object id");
  return sha;
}

async function fetchBlob({ octokit, owner, repo }: Connection, sha: string): Promise<Uint8Array> {
  const { data } = await ask(reading, () => octokit.rest.git.getBlob({ owner, repo, file_sha: sha }));
  const bytes = Buffer.from(data.content, "base64");
  if (gitBlobId(bytes) !== sha) throw new Error(`GitHub gave other bytes for blob ${sha}`);
  return bytes;
}

function gitBlobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

async function inParallel<T>(workers: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(workers, items.length) }, worker));
}
