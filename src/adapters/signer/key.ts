import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { Secret } from "../../model/secret.ts";
import { keyFingerprint } from "../../trust/index.ts";

/** A private key, and what may be known of it. */
export interface Key {
  /** PKCS#8, as istiod reads it. */
  readonly pem: Secret;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** SHA-256 of the public key, as in `CertificateFacts.keyFingerprint`. */
  readonly fingerprint: string;
}

/** A new EC P-256 key, born and kept in memory. */
export function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return keyOf(privateKey, publicKey);
}

/** The private keys of a PEM text; a block that cannot be used says why, quoting nothing of it. */
export function readKeys(pem: Secret): { readonly keys: readonly Key[]; readonly faults: readonly string[] } {
  const blocks = pem.open().match(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[^-]*(?:-[^-]+)*?-----END [A-Z0-9 ]*PRIVATE KEY-----/gu) ?? [];
  const faults: string[] = [];
  const keys = blocks.flatMap((block) => {
    if (/ENCRYPTED/u.test(block)) faults.push("a key is encrypted with a passphrase; give it in plain PEM, or use a signer command");
    else {
      const privateKey = parsed(block);
      if (privateKey !== undefined) return [keyOf(privateKey, createPublicKey(privateKey))];
      faults.push("a block says that it is a private key, and cannot be read as one");
    }
    return [];
  });
  return { keys, faults: blocks.length === 0 ? ["it holds no private key in PEM"] : faults };
}

/** The parser's own message may quote what it was given, so it is not kept. */
function parsed(block: string): KeyObject | undefined {
  try {
    return createPrivateKey(block);
  } catch {
    return undefined;
  }
}

function keyOf(privateKey: KeyObject, publicKey: KeyObject): Key {
  const pem = new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  return { pem, privateKey, publicKey, fingerprint: keyFingerprint(publicKey) };
}
