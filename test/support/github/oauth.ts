import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "./answer.ts";
import type { State } from "./state.ts";

/** Signing in with the App, as GitHub's web pages do it: not part of the REST description. The person says yes to everything. */
export function answerSignIn(state: State, url: URL, body: string): Answer | undefined {
  if (url.pathname === "/login/oauth/authorize") return authorize(state, url.searchParams);
  if (url.pathname === "/login/oauth/access_token") return token(state, body);
  return undefined;
}

function authorize({ signIn }: State, query: URLSearchParams): Answer {
  const callback = query.get("redirect_uri") ?? "";
  if (signIn === undefined || query.get("client_id") !== signIn.clientId || callback !== signIn.callback) return { status: 404, body: {} };
  const code = randomBytes(10).toString("hex");
  signIn.codes.set(code, { callback, challenge: query.get("code_challenge") ?? "", login: signIn.person });
  const back = new URL(callback);
  back.search = new URLSearchParams({ code, state: query.get("state") ?? "" }).toString();
  return { status: 302, headers: { location: back.href }, body: undefined };
}

/** GitHub answers what is wrong with 200. A code holds once. */
function token({ signIn }: State, text: string): Answer {
  const body = JSON.parse(text) as Readonly<Record<string, string>>;
  const wrong = (error: string): Answer => ({ status: 200, body: { error, error_description: error } });
  if (signIn === undefined || body["client_id"] !== signIn.clientId || body["client_secret"] !== signIn.clientSecret)
    return wrong("incorrect_client_credentials");
  const code = signIn.codes.get(body["code"] ?? "");
  signIn.codes.delete(body["code"] ?? "");
  const challenge = createHash("sha256")
    .update(body["code_verifier"] ?? "")
    .digest("base64url");
  if (code === undefined || code.callback !== body["redirect_uri"] || code.challenge !== challenge) return wrong("bad_verification_code");
  const made = `ghu_loopback_${randomBytes(8).toString("hex")}`;
  signIn.tokens.set(made, code.login);
  return { status: 200, body: { access_token: made, token_type: "bearer", scope: "", expires_in: 28_800 } };
}
