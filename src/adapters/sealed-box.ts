import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Secret } from "../model/secret.ts";

/**
 * Bytes that only holders of a key can read or make: AES-256-GCM under a key that HKDF-SHA256 derives from theirs for this purpose and a random salt. `about` is bound to
 * it: the same bytes said to be about something else do not open.
 */

const purpose = "isthmus sealed box 1";
const sizes = { salt: 32, nonce: 12, tag: 16 } as const;

/** The box: salt, nonce, tag and ciphertext. */
export function sealBox(key: Secret, about: string, bytes: Buffer): Buffer {
  const [salt, nonce] = [randomBytes(sizes.salt), randomBytes(sizes.nonce)];
  const cipher = createCipheriv("aes-256-gcm", derived(key, salt), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]);
}

/** What is in it, where one of the keys sealed it and it is about this; else `undefined`. */
export function openBox(keys: readonly Secret[], about: string, box: Buffer): Buffer | undefined {
  const [afterSalt, afterNonce] = [sizes.salt, sizes.salt + sizes.nonce];
  const start = afterNonce + sizes.tag;
  if (box.length < start) return undefined;
  for (const key of keys) {
    const decipher = createDecipheriv("aes-256-gcm", derived(key, box.subarray(0, afterSalt)), box.subarray(afterSalt, afterNonce), {
      authTagLength: sizes.tag,
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(box.subarray(afterNonce, start));
    try {
      return Buffer.concat([decipher.update(box.subarray(start)), decipher.final()]);
    } catch {
      // Not this key, or not what was sealed: GCM does not say which.
    }
  }
  return undefined;
}

function derived(key: Secret, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", key.open(), salt, purpose, 32));
}
