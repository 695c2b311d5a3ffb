import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { Trouble, unreadable } from "./trouble.ts";

/** Istio's largest chart has 1 MB in 30 files. */
const limits = { unpackedBytes: 64 * 1024 * 1024, fileBytes: 16 * 1024 * 1024, files: 5000, nesting: 3 };

/**
 * The files of a packaged chart, by path inside the chart. The archive is hostile until it was read: nothing is written to disk, no link is
 * followed, and it cannot grow beyond the limits. Packaged subcharts (`charts/*.tgz`) are unpacked in their place.
 * @throws Trouble
 */
export async function unpackChart(archive: Uint8Array, nesting = 0): Promise<ReadonlyMap<string, string>> {
  if (nesting > limits.nesting) throw unreadable("its subcharts are nested too deeply");
  const files = new Map<string, string>();
  for (const [path, bytes] of await readTar(await unzip(archive))) {
    const inner = /^charts\/(?<name>[^/]+)\.tgz$/u.exec(path)?.groups?.["name"];
    if (inner === undefined) files.set(path, textOf(bytes));
    else for (const [below, text] of await unpackChart(bytes, nesting + 1)) files.set(`charts/${inner}/${below}`, text);
    if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
  }
  if (files.size === 0) throw unreadable("the archive is empty");
  return files;
}

async function unzip(archive: Uint8Array): Promise<Buffer> {
  try {
    return await promisify(gunzip)(archive, { maxOutputLength: limits.unpackedBytes });
  } catch (cause) {
    const bomb = cause instanceof RangeError;
    throw unreadable(
      bomb ? `it unpacks to more than ${limits.unpackedBytes >> 20} MB` : `it is not a whole gzip archive (${reason(cause)})`,
      cause,
    );
  }
}

async function readTar(tar: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = extract();
  reader.end(tar);
  try {
    for await (const entry of reader) {
      const path = pathOf(entry.header);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      if (path === undefined) continue;
      if (files.has(path)) throw unreadable(`it holds ${path} twice`);
      files.set(path, Buffer.concat(chunks));
      if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
    }
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw unreadable(`it is not a whole tar archive (${reason(cause)})`, cause);
  }
  return files;
}

/** The path inside the chart: without the folder that every packaged chart is in. `undefined` for folders. @throws Trouble for what no chart needs. */
function pathOf({ name, type, size = 0 }: Header): string | undefined {
  if (type === "directory") return undefined;
  if (type !== "file" && type !== "contiguous-file") throw unreadable(`it holds ${name}, which is a ${type ?? "thing"} and not a file`);
  if (size > limits.fileBytes) throw unreadable(`it holds ${name}, which is larger than ${limits.fileBytes >> 20} MB`);
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  const leavesFolder = name.startsWith("/") || /[\\\0]|^[a-z]:/iu.test(name) || parts.includes("..");
  if (leavesFolder || parts.length < 2) throw unreadable(`it holds ${name}, a path outside of the chart's folder`);
  return parts.slice(1).join("/");
}

/** Charts are text. Where bytes are not UTF-8, each becomes one character. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder's only complaint is that the bytes are not UTF-8.
    return bytes.toString("latin1");
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
