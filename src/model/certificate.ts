import type { CertificateFacts } from "./change.ts";
import type { Problem } from "./problem.ts";
import type { Secret } from "./secret.ts";

/** What an intermediate for one cluster must say. Times are milliseconds since 1970. */
export interface IntermediateRequest {
  readonly cluster: string;
  readonly meshId: string;
  readonly trustDomain: string;
  readonly systemNamespace: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Fingerprint (SHA-256 hex) of the root that has to stand above it; absent: whichever the signer takes. */
  readonly under?: string;
  /** PEM of the roots that go beside it, byte for byte; absent: those of the signer. */
  readonly roots?: string;
}

/** An intermediate and its key, as the four entries of `cacerts`. Everything but the key is PEM that anyone may read. */
export interface Issued {
  readonly caCert: string;
  readonly caKey: Secret;
  /** Starts with the intermediate itself; without the root. */
  readonly certChain: string;
  readonly rootCert: string;
  readonly facts: CertificateFacts;
}

/** What must become of the `cacerts` of one cluster. Nothing is written but for `issue` and `roots`. */
export type CacertsVerdict =
  /** It stays as it is, or istiod does not sign there. `notes` are sentences worth telling. */
  | { readonly kind: "keep"; readonly notes: readonly string[] }
  /**
   * A new intermediate is needed, and this is what to ask the signer for; `replaces` is the serial of the one in place. `isDue`: its time has come, and it is signed
   * under the same root beside the same roots.
   */
  | {
      readonly kind: "issue";
      readonly why: string;
      readonly request: IntermediateRequest;
      readonly replaces: string | undefined;
      readonly isDue?: true;
    }
  /** The intermediate stays and other roots go beside it: `rootCert` is the whole new `root-cert.pem`. */
  | { readonly kind: "roots"; readonly why: string; readonly rootCert: string }
  /** Something else must be done first, by a person. */
  | { readonly kind: "refuse"; readonly why: Problem }
  /** It could not be read, or not be judged: nothing is concluded from that. */
  | { readonly kind: "unknown"; readonly why: Problem };

/** Who signs in a cluster and whom it trusts: where it stands in a rotation. Fingerprints of roots, SHA-256 hex. */
export interface TrustPosition {
  readonly issuer: string | undefined;
  readonly roots: readonly string[];
  /** Why its istiod or its proxies may not be where `cacerts` is yet, as a clause after the cluster's name. Absent: nothing speaks against it. */
  readonly late?: string;
}
