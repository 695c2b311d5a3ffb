import type { ChartLogin } from "../../model/chart-login.ts";
import { isLoopback } from "../loopback.ts";
import { type RegistryConfig, readRegistryConfigs } from "./registry-config.ts";

/** What there is to show a host that asks who we are. */
export type Login =
  | { readonly kind: "login"; readonly authorization: string; readonly from: string }
  /** `why` is half a sentence: `no login is given for charts.example`. */
  | { readonly kind: "none"; readonly why: string };

export interface Logins {
  /** The login for an address: its host's, and only where nobody on the way can read it. */
  for(address: URL): Promise<Login>;
}

export interface LoginOptions {
  /** Given by whoever runs Isthmus. */
  readonly logins?: readonly ChartLogin[];
  /** Says where `docker login` and `helm registry login` keep theirs. Without it no file is read. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Given logins go before those that other programs keep. Files are read when the first address is asked about. */
export function createLogins({ logins = [], environment }: LoginOptions): Logins {
  let kept: Promise<readonly RegistryConfig[]> | undefined;
  return {
    for: async (address) => {
      const given = logins.find(({ host }) => host === address.host);
      if (given !== undefined) return shown(given, address, "the login that was given for it");
      kept ??= environment === undefined ? Promise.resolve([]) : readRegistryConfigs(environment);
      const answers = (await kept).map(({ name, find }) => ({ name, found: find(address.host) }));
      const entry = answers.find(({ found }) => found?.kind === "login");
      if (entry?.found?.kind === "login") return shown(entry.found.login, address, `the login in ${entry.name}`);
      const whys = answers.flatMap(({ found }) => (found?.kind === "unusable" ? [found.why] : []));
      return { kind: "none", why: whys[0] ?? `no login is given for ${address.host}` };
    },
  };
}

/** For addresses that nobody vouches for. */
export const withoutLogins: Logins = {
  for: async () => ({ kind: "none", why: "logins are only sent to addresses that the mesh document of the default branch names" }),
};

function shown({ host, user, password, inTheClear }: ChartLogin, address: URL, from: string): Login {
  const isPrivate = address.protocol === "https:" || isLoopback(address.host) || inTheClear;
  if (!isPrivate) return { kind: "none", why: `${from} is not sent unencrypted (unless it is given for \`http://${host}\`)` };
  return { kind: "login", authorization: `Basic ${Buffer.from(`${user}:${password.open()}`).toString("base64")}`, from };
}
