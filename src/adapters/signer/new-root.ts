import { rm, writeFile } from "node:fs/promises";
import { problem } from "../../catalog/problem.ts";
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

/**
 * Writes both files; neither may exist yet. Modes are given at creation (0644 and 0600), so that there is no moment in which others may read the key.
 * @throws Problem `output-unwritable`
 */
export async function saveRoot(
  { certificate, key }: NewRoot,
  files: { readonly certificate: string; readonly key: string },
): Promise<void> {
  await save(files.key, key.open(), 0o600);
  await save(files.certificate, certificate.pem, 0o644).catch(async (error: unknown) => {
    // A key without its certificate is of no use, and would stand in the way of the next try.
    await rm(files.key, { force: true });
    throw error;
  });
}

async function save(file: string, text: string, mode: number): Promise<void> {
  await writeFile(file, text, { flag: "wx", mode }).catch((error: NodeJS.ErrnoException) => {
    throw problem("output-unwritable", { file, why: error.code ?? "unknown" }, error);
  });
}
