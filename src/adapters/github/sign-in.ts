import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { problem } from "../../catalog/problem.ts";
import type { Secret } from "../../model/secret.ts";

/** The App as people sign in with it. */
export interface SignIn {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Where people see GitHub: `https://github.com`. */
  readonly web: string;
  readonly apiUrl: string;
  /** Where GitHub sends people back to, as the App's settings say. */
  readonly callback: string;
}

/** GitHub answers in a second or two, or somebody presses the link again. */
const patience = 10_000;

/** Where somebody goes to say who they are. `state` comes back with them; nobody but who knows `verifier` can use what they bring (PKCE). Nothing is asked for but their name. */
export function signInAddress(
  { clientId, web, callback }: SignIn,
  { state, verifier }: { readonly state: string; readonly verifier: string },
): string {
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callback,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
    allow_signup: "false",
  });
  return `${web}/login/oauth/authorize?${query}`;
}

/** Who came back with this code; the token by which that is asked is kept nowhere. @throws Problem `github-unreachable`, `github-token-refused` */
export async function whoSignedIn(
  signIn: SignIn,
  { code, verifier }: { readonly code: string; readonly verifier: string },
): Promise<string> {
  const { clientId, clientSecret, web, apiUrl, callback } = signIn;
  const body = JSON.stringify({
    client_id: clientId,
    client_secret: clientSecret.open(),
    code,
    redirect_uri: callback,
    code_verifier: verifier,
  });
  const json = { accept: "application/json", "user-agent": "isthmus" };
  const granted = await answer(`${web}/login/oauth/access_token`, {
    method: "POST",
    headers: { ...json, "content-type": "application/json" },
    body,
  });
  const token = granted["access_token"];
  // A code that was used, is old or belongs to somebody else is answered with 200 and `error`.
  if (typeof token !== "string" || token === "") throw problem("github-token-refused", { request: "who signed in" });
  const user = await answer(`${apiUrl}/user`, { headers: { ...json, authorization: `Bearer ${token}` } });
  const login = user["login"];
  if (typeof login !== "string" || !/^[\w-]{1,100}$/u.test(login)) throw problem("github-token-refused", { request: "who signed in" });
  return login;
}

async function answer(url: string, request: RequestInit): Promise<Readonly<Record<string, unknown>>> {
  const why = (error: unknown): string => (error instanceof Error ? error.name : "no answer");
  try {
    const response = await fetch(url, { ...request, redirect: "error", signal: AbortSignal.timeout(patience) });
    if (response.ok) return (await response.json()) as Record<string, unknown>;
    if (response.status < 500) return {};
    throw problem("github-unreachable", { request: "who signed in", why: String(response.status) });
  } catch (error) {
    // Words of the network may hold addresses; the name of the error tells enough.
    throw error instanceof Error && "code" in error && error.code === "github-unreachable"
      ? error
      : problem("github-unreachable", { request: "who signed in", why: why(error) }, error);
  }
}

/** Texts that are handed to strangers to be brought back unchanged. */
export interface Seal {
  seal(text: string): string;
  /** The text, if we sealed it; otherwise `undefined`. */
  open(sealed: string): string | undefined;
  /** A text that only we can find again from this one. */
  derive(from: string): string;
}

/** A seal for one purpose: what was sealed for another is not opened by it. */
export function createSeal(secret: Secret, purpose: string): Seal {
  const key = createHmac("sha256", secret.open()).update(`isthmus ${purpose}`).digest();
  const mark = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  return {
    seal: (text) => `${Buffer.from(text).toString("base64url")}.${mark(text).toString("base64url")}`,
    open: (sealed) => {
      const [body = "", given = "", more] = sealed.split(".");
      const text = Buffer.from(body, "base64url").toString("utf8");
      const [found, wanted] = [Buffer.from(given, "base64url"), mark(text)];
      return more === undefined && found.length === wanted.length && timingSafeEqual(found, wanted) ? text : undefined;
    },
    derive: (from) => createHmac("sha256", key).update(`derived ${from}`).digest("base64url"),
  };
}
