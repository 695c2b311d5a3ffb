import { problem } from "../../catalog/problem.ts";
import type { JsonObject } from "../../model/json.ts";
import { textAt } from "../../model/json.ts";
import type { SignerPort } from "../../world.ts";

/** Signers that are somebody else's: Isthmus looks at what they did and signs nothing. */

/** cert-manager with istio-csr: istiod does not sign at all, so there is no intermediate to ask for. */
export function certManagerSigner(issuer: JsonObject): SignerPort {
  const name = `${textAt(issuer, "kind") ?? "Issuer"} ${textAt(issuer, "name") ?? ""}`;
  return foreign(
    `cert-manager signs with ${name} through istio-csr`,
    (namespace) => `${name} Ready, istio-csr Available, and Certificate for Secret \`istiod-tls\` Ready in ${namespace}`,
  );
}

/** Somebody else keeps `cacerts`. */
export function externalSigner(): SignerPort {
  return foreign("the mesh says `signer: external`", (namespace) => `a complete Secret \`cacerts\` in ${namespace} from whoever keeps it`);
}

function foreign(who: string, expected: (namespace: string) => string): SignerPort {
  return {
    roots: async () => {
      throw problem("signer-foreign", { who, cluster: "the mesh", expected: expected("the system namespace of each cluster") });
    },
    issue: async ({ cluster, systemNamespace }) => {
      throw problem("signer-foreign", { who, cluster, expected: expected(systemNamespace) });
    },
  };
}
