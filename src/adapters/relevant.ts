import type { TreeEntry } from "../model/tree.ts";

/** Files above this are never read, in bytes: a finding names them instead. */
export const largestFile = 16 * 1024 * 1024;

/** What a listing of a repository says about one entry before anything is read. */
export interface Listed {
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  readonly size: number;
}

/** The last two are what installers leave behind when they write a Secret to a file. */
const keyLike =
  /(?:^|\/)(?:id_rsa|id_ed25519|id_ecdsa|[^/]*\.(?:pem|key|crt)|[^/]*kubeconfig[^/]*|\.?kube\/config|kubeconfigs?\/[^/]+|(?:ca)?certs\.ya?ml|[^/]*remote-?secret[^/]*\.ya?ml)$/iu;
const documentLike = /\.(?:ya?ml|json)$/iu;

/**
 * Chooses what Isthmus has to read of a repository: the documents at the root, `clusters/`, `config/`, whole charts (a folder with a `Chart.yaml`), and
 * files that look like keys, so that they can be pointed at. Everything else in the repository is none of its business and is not read.
 */
export function relevant<L extends Listed>(listed: readonly L[]): readonly L[] {
  const charts = listed.filter((entry) => entry.path.endsWith("/Chart.yaml")).map((entry) => entry.path.slice(0, -"Chart.yaml".length));
  return listed.filter((entry) => isOurs(entry) || keyLike.test(entry.path) || charts.some((folder) => entry.path.startsWith(folder)));
}

function isOurs({ path, kind }: Listed): boolean {
  if (path.startsWith("config/") || path.startsWith("clusters/")) return true;
  // A link or a submodule in the place of a folder hides everything that would be in it.
  if (kind !== "file" && (path === "config" || path === "clusters")) return true;
  return !path.includes("/") && (documentLike.test(path) || path === "isthmus.lock");
}

/** An entry from the bytes that were read. Bytes that are not UTF-8, or hold NUL, make it binary. */
export function entryOf(path: string, bytes: Uint8Array): TreeEntry {
  if (bytes.includes(0)) return { kind: "binary", path, size: bytes.length };
  try {
    return { kind: "file", path, size: bytes.length, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // The decoder's only complaint is that the bytes are not UTF-8.
    return { kind: "binary", path, size: bytes.length };
  }
}

/** Code-unit order, as `Tree` promises. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
