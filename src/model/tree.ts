/** One entry of a repository at one commit, or of a folder, as hostile data: nothing in it is ever executed. */
export type TreeEntry =
  | { readonly kind: "file"; readonly path: string; readonly size: number; readonly text: string }
  | { readonly kind: "too-large"; readonly path: string; readonly size: number; readonly limit: number }
  | { readonly kind: "binary"; readonly path: string; readonly size: number }
  | { readonly kind: "symlink"; readonly path: string; readonly target: string }
  | { readonly kind: "submodule"; readonly path: string };

/** A repository's files at one point, sorted by path (forward slashes, relative, code-unit order). */
export interface Tree {
  /** Full commit SHA, or `undefined` for a folder on disk. */
  readonly commit: string | undefined;
  readonly entries: readonly TreeEntry[];
}
