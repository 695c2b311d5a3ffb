import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secret } from "../../model/secret.ts";

/**
 * Whether a webhook's body was signed with one of the secrets, by its header `x-hub-signature-256`. Bodies are compared as they came, before anybody parses them, and in a time
 * that tells nothing about the right answer. The older SHA-1 header is not looked at.
 */
export function isSignedWebhook(body: Uint8Array, signature: string | undefined, secrets: readonly Secret[]): boolean {
  const given = /^sha256=(?<hex>[0-9a-f]{64})$/u.exec(signature ?? "")?.groups?.["hex"];
  if (given === undefined) return false;
  const claimed = Buffer.from(given, "hex");
  return secrets.some((secret) => timingSafeEqual(createHmac("sha256", secret.open()).update(body).digest(), claimed));
}
