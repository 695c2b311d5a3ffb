import type { CertificateFacts } from "./change.ts";
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
