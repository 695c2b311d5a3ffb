import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createRoot, saveRoot } from "../../../adapters/signer/index.ts";
import { exitCodes } from "../../exit.ts";
import { UsageError } from "../../run.ts";
import type { Terminal } from "../terminal.ts";

interface InitOptions {
  readonly out: string;
  readonly name: string;
  readonly mesh: string;
  readonly days: number;
}

/** `isthmus certs init`: a root for the builtin signer, in two files that must not exist yet. The key is for its owner's eyes alone. */
export async function init(terminal: Terminal, { out, name, mesh, days }: InitOptions): Promise<number> {
  if (!Number.isInteger(days) || days < 1 || days > 36_500) throw new UsageError("--days is a whole number from 1 to 36500.");
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/u.test(name)) {
    throw new UsageError("--name is a DNS label, such as root-a: `spec.trust.rotation.to` names the root by it.");
  }
  const [certificateFile, keyFile] = [join(out, "root-cert.pem"), join(out, "root-key.pem")];
  const there = [certificateFile, keyFile].find((file) => existsSync(file));
  if (there !== undefined) throw new UsageError(`${there} exists and is not overwritten: whatever it signed would lose its root.`);

  const root = await createRoot({ organization: mesh, name, days, at: Date.now() });
  // What keeps the folder from being made keeps the files from being written, and that is told.
  await mkdir(out, { recursive: true, mode: 0o700 }).catch(() => undefined);
  await saveRoot(root, { certificate: certificateFile, key: keyFile });
  terminal.print(
    advice({ certificateFile, keyFile, fingerprint: root.certificate.fingerprint, notAfter: root.certificate.facts.notAfter }),
  );
  if (isInRepository(out)) terminal.tell(`isthmus: ${keyFile} lies in a Git repository. Move it away before anybody commits it.`);
  return exitCodes.fine;
}

interface Made {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly fingerprint: string;
  readonly notAfter: string;
}

function advice({ certificateFile, keyFile, fingerprint, notAfter }: Made): string {
  return `Written: ${certificateFile} (for everybody)
Written: ${keyFile} (for nobody but the signer)

The root of your mesh, valid to ${notAfter.slice(0, 10)}, SHA-256 ${fingerprint}.

- Never commit ${keyFile}, and never put it into a cluster: whoever has it can be any workload of the mesh.
- Keep one copy offline. Give Isthmus another as a secret of the job that applies, and delete the file:

    spec:
      trust:
        signer:
          builtin:
            certificate: { env: ISTHMUS_ROOT_CERT }
            key: { env: ISTHMUS_ROOT_KEY }

- A signer command (\`signer: { command: [...] }\`) keeps the key in a key service instead: better for everything but a lab.
`;
}

function isInRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (dirname(at) === at) return false;
  }
}
