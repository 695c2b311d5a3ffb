import { type Secret, sealedText } from "../model/secret.ts";
import type { Tree } from "../model/tree.ts";
import { readTree } from "./documents.ts";
import { isRead } from "./files.ts";

/** Gives the secret value that a sealed text stands for; `undefined` for a text that no file of the tree led to. */
type Vault = (sealed: string) => Secret | undefined;

/**
 * The secret values of a tree, for the one who writes them to a cluster. No `Repository` holds them: what is not there can be in no report. The files are read
 * again when the first value is asked for, which most runs never do.
 */
export function vaultOf(tree: Tree): Vault {
  let values: ReadonlyMap<string, Secret> | undefined;
  return (sealed) => {
    values ??= new Map([...readTree(tree, isRead).vault].map(([fingerprint, secret]) => [sealedText(fingerprint), secret]));
    return values.get(sealed);
  };
}
