/**
 * A typed hole: a value that only exists at apply time. It stands in a rendered object as text between the brackets
 * `⟦` and `⟧`, also inside a longer text, so that it survives templates, YAML and diffs and shows itself as what it is.
 */
export type Hole =
  | {
      readonly kind: "gateway-address";
      readonly cluster: string;
      readonly namespace: string;
      readonly name: string;
      readonly shape: "ip" | "hostname";
    }
  | { readonly kind: "token"; readonly cluster: string; readonly serviceAccount: string }
  | { readonly kind: "api-server-ca"; readonly cluster: string }
  | { readonly kind: "api-server-url"; readonly cluster: string }
  | {
      readonly kind: "certificate";
      readonly cluster: string;
      readonly part: "ca-cert" | "ca-key" | "cert-chain" | "root-cert";
      /** What a rotation makes of it (`root-b first`), so that each phase is a change that is seen, ordered and approved. */
      readonly rotated?: string;
    };

/** The text that stands for a hole in a rendered object. */
export function holeText(hole: Hole): string {
  switch (hole.kind) {
    case "gateway-address":
      return `⟦${hole.shape} of gateway ${hole.namespace}/${hole.name} in ${hole.cluster}⟧`;
    case "token":
      return `⟦token of ${hole.serviceAccount} in ${hole.cluster}⟧`;
    case "api-server-ca":
      return `⟦CA of the API server of ${hole.cluster}⟧`;
    case "api-server-url":
      return `⟦URL of the API server of ${hole.cluster}⟧`;
    case "certificate":
      return `⟦${hole.part} of ${hole.cluster}${hole.rotated === undefined ? "" : `, ${hole.rotated}`}⟧`;
  }
}

/** The holes that occur in a text, in order. */
export function holesIn(text: string): readonly string[] {
  return text.match(/⟦[^⟧]*⟧/gu) ?? [];
}

const address = /^⟦(ip|hostname) of gateway ([^/⟧]*)\/([^⟧]*?) in ([^⟧]*)⟧$/u;
const token = /^⟦token of ([^⟧]*?) in ([^⟧]*)⟧$/u;
const server = /^⟦(CA|URL) of the API server of ([^⟧]*)⟧$/u;
const certificate = /^⟦(ca-cert|ca-key|cert-chain|root-cert) of ([^⟧,]*)(?:, ([^⟧]*))?⟧$/u;

/** The hole that a text of `holeText` stands for; `undefined` for any other text. */
export function holeOf(text: string): Hole | undefined {
  const [, shape, namespace = "", name = "", gatewayCluster = ""] = address.exec(text) ?? [];
  if (shape === "ip" || shape === "hostname") return { kind: "gateway-address", cluster: gatewayCluster, namespace, name, shape };
  const [, serviceAccount, tokenCluster = ""] = token.exec(text) ?? [];
  if (serviceAccount !== undefined) return { kind: "token", cluster: tokenCluster, serviceAccount };
  const [, what, cluster = ""] = server.exec(text) ?? [];
  if (what !== undefined) return { kind: what === "CA" ? "api-server-ca" : "api-server-url", cluster };
  const [, part, owner = "", rotated] = certificate.exec(text) ?? [];
  return part === "ca-cert" || part === "ca-key" || part === "cert-chain" || part === "root-cert"
    ? { kind: "certificate", cluster: owner, part, ...(rotated === undefined ? {} : { rotated }) }
    : undefined;
}
