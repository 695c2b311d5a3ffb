import type { Secret } from "./secret.ts";

/** User and password for one host that charts come from, given by whoever runs Isthmus; no file of a mesh repository holds one. */
export interface ChartLogin {
  /** `charts.example` or `charts.example:8443`, in lower case, without the port that is usual. */
  readonly host: string;
  /** It was given for `http://HOST`: the password may go there unencrypted. */
  readonly inTheClear: boolean;
  readonly user: string;
  readonly password: Secret;
}
