import type { Secret } from "../../model/secret.ts";
import { type Certificate, readCertificates } from "../../trust/index.ts";
import { newKey } from "./key.ts";

/** A root and its key, both PEM. */
export interface NewRoot {
  readonly certificate: Certificate;
  readonly key: Secret;
}

const dayMs = 86_400_000;

/** A little in the past, for clocks that are behind ours. */
const skewMs = 5 * 60_000;

/** Makes a root for the builtin signer: EC P-256, valid from a little before `at` (milliseconds since 1970). */
export async function createRoot(wanted: { organization: string; name: string; days: number; at: number }): Promise<NewRoot> {
  const key = newKey();
  const { writeRoot } = await import("./write-x509.ts");
  const pem = await writeRoot(
    { organization: wanted.organization, commonName: wanted.name },
    { publicKey: key.publicKey, privateKey: key.privateKey, notBefore: wanted.at - skewMs, notAfter: wanted.at + wanted.days * dayMs },
  );
  const [certificate] = readCertificates(pem).certificates;
  if (certificate === undefined) throw new Error("the root that was made cannot be read");
  return { certificate, key: key.pem };
}
