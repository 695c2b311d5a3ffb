import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The real openssl, or `undefined` where there is none: then a test says that it is skipped. */
export const openssl: string | undefined = spawnSync("openssl", ["version"], { encoding: "utf8" }).status === 0 ? "openssl" : undefined;

/** `openssl verify -x509_strict` of the first certificate of `chain` by `roots`: its words. */
export function opensslVerify(chain: string, roots: string, at = Date.now()): Promise<string> {
  return withFiles({ "roots.pem": roots, "chain.pem": chain }, (folder) => {
    const args = ["verify", "-x509_strict", "-check_ss_sig", "-attime", String(Math.floor(at / 1000)), "-CAfile", "roots.pem"];
    const { stdout, stderr } = spawnSync("openssl", [...args, "-untrusted", "chain.pem", "chain.pem"], { cwd: folder, encoding: "utf8" });
    return `${stdout}${stderr}`.trim();
  });
}

/** Runs openssl on a text and gives what it prints. */
export function opensslOn(text: string, ...args: readonly string[]): string {
  return execFileSync("openssl", [...args], { input: text, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
}

/** Files in a folder that lives as long as `use`. */
export async function withFiles<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-signer-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: name.endsWith(".sh") ? 0o755 : 0o600 });
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
