import { readFile } from "node:fs/promises";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";

/** What is shown to an API server. Two are the same credential only when they are the same object. */
export interface Credential {
  /** `authorization`, `impersonate-user`: values nobody may print. */
  readonly headers: Readonly<Record<string, Secret | readonly Secret[]>>;
  readonly certificate: string | undefined;
  readonly key: Secret | undefined;
}

/** Where credentials come from. */
export interface Credentials {
  /** The one to use now; a new one when the last is about to end. @throws Problem `credentials-unavailable` */
  current(): Promise<Credential>;
  /** The server refused `used`: another one, or `undefined` when there is none. @throws Problem `credentials-unavailable` */
  renew(used: Credential): Promise<Credential | undefined>;
}

export const nobody: Credential = { headers: {}, certificate: undefined, key: undefined };

/** `Bearer` and the token. */
export function bearer(token: string): Secret {
  return new Secret(`Bearer ${token}`);
}

/** A credential that never changes: a token, a password, a client certificate. */
export function fixed(credential: Credential): Credentials {
  return { current: async () => credential, renew: async () => undefined };
}

/** How long the content of a token file is trusted: kubelets replace it well before the token ends. */
const rereadMs = 10_000;

/** A token in a file that somebody else keeps fresh. `fail` makes the problem for a file that cannot be read. */
export function fromFile(file: string, base: Credential, clock: Clock, fail: (why: string) => Error): Credentials {
  let last: { readonly credential: Credential; readonly text: string; readonly at: number } | undefined;
  const read = async (): Promise<Credential> => {
    const text = (
      await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw fail(`token file ${file} could not be read (${error.code ?? "unknown"})`);
      })
    ).trim();
    const credential = text === last?.text ? last.credential : { ...base, headers: { ...base.headers, authorization: bearer(text) } };
    last = { credential, text, at: clock.monotonic() };
    return credential;
  };
  return {
    current: async () => (last !== undefined && clock.monotonic() - last.at < rereadMs ? last.credential : read()),
    renew: async (used) => {
      const fresh = await read();
      return fresh === used ? undefined : fresh;
    },
  };
}
