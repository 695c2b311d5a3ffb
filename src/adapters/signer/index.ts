import { textAt } from "../../model/json.ts";
import type { Cluster } from "../../model/mesh.ts";
import type { Clock, Signers } from "../../world.ts";
import { builtinSigner } from "./builtin.ts";
import { commandSigner } from "./command.ts";
import { certManagerSigner, externalSigner } from "./foreign.ts";

export { createRoot, type NewRoot, saveRoot } from "./new-root.ts";

/** What signers need of the outside. */
export interface SignerOptions {
  /** The mesh repository: relative files start there, and a command runs there. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long a command may take. */
  readonly timeoutMs?: number;
  readonly clock: Pick<Clock, "now">;
}

/** Signers for every kind a mesh document can name. Nothing is read or run before a signer is asked. */
export function createSigners(options: SignerOptions): Signers {
  return {
    of: ({ trust: { signer }, clusters }) => {
      switch (signer.kind) {
        case "builtin":
          return builtinSigner(signer.root, options);
        case "command":
          return commandSigner(signer.command, { ...options, withheld: kubeconfigVariables(clusters) });
        case "certManager":
          return certManagerSigner(signer.issuer);
        case "external":
          return externalSigner();
      }
    },
  };
}

/** Variables that hold kubeconfigs: whoever signs has no business in the clusters. */
function kubeconfigVariables(clusters: readonly Cluster[]): readonly string[] {
  return clusters.flatMap(({ access }) => textAt(access, "kubeconfig", "env") ?? []);
}
