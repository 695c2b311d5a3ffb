import { createPublicKey, verify } from "node:crypto";
import type { State } from "./state.ts";

/** Longer than this no token of an App may live; its clock may be a minute ahead. In seconds. */
const longest = 600;
const skew = 60;

/** Whether a token was signed by the App, for itself and for now. GitHub takes RS256 and nothing else. */
export function isSignedByApp({ hook }: State, token: string): boolean {
  const [head = "", body = "", signature = "", rest] = token.split(".");
  if (hook === undefined || signature === "" || rest !== undefined) return false;
  const header = parsed(head);
  const claims = parsed(body);
  const now = Math.floor(Date.now() / 1000);
  const { iat, exp, iss } = claims;
  if (header["alg"] !== "RS256" || typeof iat !== "number" || typeof exp !== "number") return false;
  if (iat > now + skew || exp < now || exp - iat > longest + skew || String(iss) !== String(hook.appId)) return false;
  return verify("sha256", Buffer.from(`${head}.${body}`), createPublicKey(hook.publicKey), Buffer.from(signature, "base64url"));
}

function parsed(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
