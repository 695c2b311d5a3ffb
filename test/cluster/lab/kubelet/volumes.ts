import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { V1KeyToPath, V1Volume, V1VolumeProjection } from "@kubernetes/client-node";
import { Absent, fieldOf, type Played, type Sources } from "./environment.ts";

/** Files of a volume by path, or `undefined` for one that is just a folder. */
type Files = Readonly<Record<string, Buffer>>;

/** Changes files of a volume before they are written; the few places where the lab bends what a pod would read. */
export type Bend = (volume: V1Volume, files: Files) => Files;

/** Writes a volume under `folder` as a kubelet does, all files at once. Throws `Absent` while something it needs is not there. */
export async function writeVolume(volume: V1Volume, folder: string, played: Played, sources: Sources, bend: Bend): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = await filesOf(volume, played, sources);
  if (files !== undefined) swap(folder, bend(volume, files));
}

/** Whether a changed ConfigMap or Secret shows in this volume. */
export function mentions(volume: V1Volume, kind: "configMap" | "secret", name: string): boolean {
  const direct = kind === "configMap" ? volume.configMap?.name : volume.secret?.secretName;
  return direct === name || (volume.projected?.sources ?? []).some((source) => source[kind]?.name === name);
}

async function filesOf(volume: V1Volume, played: Played, sources: Sources): Promise<Files | undefined> {
  const { configMap, secret, downwardAPI, projected } = volume;
  if (configMap !== undefined) return fromConfigMap(configMap, sources);
  if (secret !== undefined)
    return fromSecret({ ...secret, ...(secret.secretName === undefined ? {} : { name: secret.secretName }) }, sources);
  if (downwardAPI !== undefined) return fromPod(downwardAPI.items ?? [], played);
  if (projected === undefined) return undefined;
  const parts = await Promise.all((projected.sources ?? []).map((source) => fromProjection(source, played, sources)));
  return Object.assign({}, ...parts) as Files;
}

async function fromProjection(source: V1VolumeProjection, played: Played, sources: Sources): Promise<Files> {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source;
  if (configMap !== undefined) return fromConfigMap(configMap, sources);
  if (secret !== undefined) return fromSecret(secret, sources);
  if (downwardAPI !== undefined) return fromPod(downwardAPI.items ?? [], played);
  if (serviceAccountToken === undefined) return {};
  const { audience, expirationSeconds, path } = serviceAccountToken;
  return { [path]: Buffer.from(await sources.token(audience, expirationSeconds)) };
}

interface Reference {
  readonly name?: string;
  readonly optional?: boolean;
  readonly items?: readonly V1KeyToPath[];
}

function fromConfigMap(reference: Reference, sources: Sources): Files {
  const found = sources.configMap(reference.name ?? "");
  const text = Object.entries(found?.data ?? {}).map(([key, value]) => [key, Buffer.from(value)] as const);
  const binary = Object.entries(found?.binaryData ?? {}).map(([key, value]) => [key, Buffer.from(value, "base64")] as const);
  return chosen(reference, found === undefined ? undefined : Object.fromEntries([...text, ...binary]), "ConfigMap");
}

function fromSecret(reference: Reference, sources: Sources): Files {
  const found = sources.secret(reference.name ?? "");
  const entries = Object.entries(found?.data ?? {}).map(([key, value]) => [key, Buffer.from(value, "base64")] as const);
  return chosen(reference, found === undefined ? undefined : Object.fromEntries(entries), "Secret");
}

function chosen({ name, optional, items }: Reference, files: Files | undefined, kind: string): Files {
  if (files === undefined) {
    if (optional === true) return {};
    throw new Absent(`${kind} ${name}`);
  }
  if (items === undefined) return files;
  const picked: Record<string, Buffer> = {};
  for (const { key, path } of items) {
    const content = files[key];
    if (content !== undefined) picked[path] = content;
    else if (optional !== true) throw new Absent(`key ${key} of ${kind} ${name}`);
  }
  return picked;
}

function fromPod(items: readonly { readonly path: string; readonly fieldRef?: { readonly fieldPath: string } }[], played: Played): Files {
  return Object.fromEntries(
    items.map(({ path, fieldRef }) => [path, Buffer.from(fieldRef === undefined ? "2" : fieldOf(fieldRef.fieldPath, played))]),
  );
}

/**
 * `..data` points at a dated folder and is moved over in one step, so that a reader sees all old files or all new ones, and those who watch the
 * folder, as istiod does, see the event they know from a kubelet.
 */
function swap(folder: string, files: Files): void {
  const link = join(folder, "..data");
  const old = existsSync(link) ? readlinkSync(link) : undefined;
  const dated = `..${new Date().toISOString().replace(/[:.-]/g, "_")}.${Math.random().toString(36).slice(2, 8)}`;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, dated, path)), { recursive: true });
    writeFileSync(join(folder, dated, path), content);
  }
  mkdirSync(join(folder, dated), { recursive: true });
  symlinkSync(dated, join(folder, "..data_tmp"));
  renameSync(join(folder, "..data_tmp"), link);
  const tops = new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path));
  // What is no link is not of this volume: a folder on which another volume is mounted.
  const links = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink() && !entry.name.startsWith(".."));
  for (const { name } of links) if (!tops.has(name)) rmSync(join(folder, name), { force: true });
  for (const top of tops) if (!readdirSync(folder).includes(top)) symlinkSync(join("..data", top), join(folder, top));
  if (old !== undefined) rmSync(join(folder, old), { recursive: true, force: true });
}
