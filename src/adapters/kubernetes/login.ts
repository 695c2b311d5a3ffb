import type { Credentials } from "./credentials.ts";

/** Everything needed to talk to one API server. */
export interface Login {
  /** Without a slash at its end; may have a path. */
  readonly url: string;
  /** PEM; `undefined`: the system's authorities. */
  readonly ca: string | undefined;
  readonly tlsServerName: string | undefined;
  /** `insecure-skip-tls-verify` of the kubeconfig. */
  readonly isUnverified: boolean;
  /** `http:`, `https:` or `socks5:`, perhaps with a password. */
  readonly proxyUrl: string | undefined;
  readonly credentials: Credentials;
}
