import type { ObjectId } from "../model/manifest.ts";

/** The group of the Gateway API's stable kinds. */
export const gatewayApiGroup = "gateway.networking.k8s.io";

/** The release of the Gateway API whose definitions are bundled (standard channel): the first that holds everything an istiod of the 1.31 line reads. */
export const bundledGatewayApi = "1.6.0";

/** The release that a definition says it is of, `v1.6.0`. */
export const bundleVersion = "gateway.networking.k8s.io/bundle-version";

/** `standard` or `experimental`. */
export const bundleChannel = "gateway.networking.k8s.io/channel";

/** True for the definitions of the Gateway API, and for the policy that comes with them and keeps them from being replaced by older ones. */
export function isGatewayApi({ kind, name }: ObjectId): boolean {
  const belongs = /\.gateway\.networking\.(?:x-)?k8s\.io$/u.test(name);
  return belongs && (kind === "CustomResourceDefinition" || kind.startsWith("ValidatingAdmissionPolicy"));
}
