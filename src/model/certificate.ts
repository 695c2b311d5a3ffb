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
