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
  /** Variables that a command does not get to see: those that hold kubeconfigs and tokens. */
  readonly withheld?: readonly string[];
  /** How long a command may take. */
  readonly timeoutMs?: number;
  readonly clock: Pick<Clock, "now">;
}

/** Signers for every kind a mesh document can name. Nothing is read or run before a signer is asked. */
export function createSigners(options: SignerOptions): Signers {
  return {
    of: (signer) => {
      switch (signer.kind) {
        case "builtin":
          return builtinSigner(signer.root, options);
        case "command":
          return commandSigner(signer.command, options);
        case "certManager":
          return certManagerSigner(signer.issuer);
        case "external":
          return externalSigner();
      }
    },
  };
}
