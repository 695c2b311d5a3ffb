import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createRoot,
  saveRoot
} from "./chunk-LF4CDPYV.js";
import "./chunk-E5LXM35L.js";
import "./chunk-ZENVZAJI.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/certs-init.ts
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
async function init(terminal, { out, name, mesh, days }) {
  if (!Number.isInteger(days) || days < 1 || days > 36500) throw new UsageError("--days is a whole number from 1 to 36500.");
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/u.test(name)) {
    throw new UsageError("--name is a DNS label, such as root-a: `spec.trust.rotation.to` names the root by it.");
  }
  const [certificateFile, keyFile] = [join(out, "root-cert.pem"), join(out, "root-key.pem")];
  const there = [certificateFile, keyFile].find((file) => existsSync(file));
  if (there !== void 0) throw new UsageError(`${there} exists and is not overwritten: whatever it signed would lose its root.`);
  const root = await createRoot({ organization: mesh, name, days, at: Date.now() });
  await mkdir(out, { recursive: true, mode: 448 }).catch(() => void 0);
  await saveRoot(root, { certificate: certificateFile, key: keyFile });
  terminal.print(
    advice({ certificateFile, keyFile, fingerprint: root.certificate.fingerprint, notAfter: root.certificate.facts.notAfter })
  );
  if (isInRepository(out)) terminal.tell(`isthmus: ${keyFile} lies in a Git repository. Move it away before anybody commits it.`);
  return exitCodes.fine;
}
__name(init, "init");
function advice({ certificateFile, keyFile, fingerprint, notAfter }) {
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
__name(advice, "advice");
function isInRepository(folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (dirname(at) === at) return false;
  }
}
__name(isInRepository, "isInRepository");
export {
  init
};
