/** What a file of a mesh repository is for, told by its path alone. */
export type Role =
  | { readonly kind: "mesh" }
  | { readonly kind: "acceptances" }
  | { readonly kind: "lock" }
  | { readonly kind: "config"; readonly place: ConfigPlace }
  | { readonly kind: "stray" }
  | { readonly kind: "root" }
  | { readonly kind: "other" };

/** A place of configuration; the nearer one wins: all, then groups, then clusters. */
export type ConfigPlace =
  | { readonly kind: "all" }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "cluster"; readonly name: string };

const documentLike = /\.(?:ya?ml|json)$/u;

/** The role of the file at this path. `stray` lies under `config/` where no cluster would receive it; `root` is any other document at the root. */
export function roleOf(path: string): Role {
  if (path === "isthmus.lock") return { kind: "lock" };
  if (!documentLike.test(path)) return { kind: "other" };
  // Nearly every file of a mesh lies there, and this is asked several times for each.
  if (path.startsWith("config/")) return configRole(path);
  if (/^mesh\.[a-z]+$/u.test(path) || /^clusters\/[^/]+$/u.test(path)) return { kind: "mesh" };
  if (/^acceptances\.[a-z]+$/u.test(path)) return { kind: "acceptances" };
  return path.includes("/") ? { kind: "other" } : { kind: "root" };
}

/** The files whose documents Isthmus reads; charts and everything else are only looked through for keys. */
export function isRead(path: string): boolean {
  return roleOf(path).kind !== "other";
}

const everywhere: Role = { kind: "config", place: { kind: "all" } };

function configRole(path: string): Role {
  if (path.startsWith("config/all/")) return everywhere;
  const [, place, name, ...rest] = path.split("/");
  if (name === undefined || rest.length === 0) return { kind: "stray" };
  if (place === "groups") return { kind: "config", place: { kind: "group", name } };
  if (place === "clusters") return { kind: "config", place: { kind: "cluster", name } };
  return { kind: "stray" };
}

/** True for a file whose documents change objects instead of bringing them. */
export function isPatchFile(path: string): boolean {
  return /\.patch\.(?:ya?ml|json)$/u.test(path);
}

/** True for a file that kustomize would take as its own. */
export function isKustomization(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/u.test(path);
}

/** `west` of `clusters/west.yaml`. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(documentLike, "");
}
