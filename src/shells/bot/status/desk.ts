import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import {
  type App,
  createSeal,
  permissionOf,
  type TextSeal as Seal,
  type SignIn,
  signInAddress,
  whoSignedIn,
} from "../../../adapters/github/index.ts";
import { Problem } from "../../../model/problem.ts";
import type { Sight } from "../../../model/sight.ts";
import type { Clock, Queue } from "../../../world.ts";
import type { BotLog } from "../log.ts";
import { contentPolicy, plainPage, statusPage } from "./page.ts";

/** What the status page asks of the rest. */
export interface StatusMeans {
  readonly signIn: SignIn;
  readonly app: Pick<App, "connectionTo">;
  readonly queue: Pick<Queue, "notes" | "recent">;
  readonly clock: Pick<Clock, "now">;
  readonly log: BotLog;
}

export interface StatusAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

/** An hour: then GitHub is asked again who it is, which it answers without a question to somebody who said yes once. */
const sessionLife = 3_600_000;
const signInLife = 600_000;
/** What somebody may read is asked again after this. */
const permissionLife = 60_000;
const mostWorks = 25;

/** The status page and the way to it: who is signed in with GitHub sees what the bot knows of repositories they may read. Reads the queue's store and GitHub, never a cluster. */
export function createStatusDesk(
  means: StatusMeans,
): (path: string, query: URLSearchParams, headers: IncomingHttpHeaders) => Promise<StatusAnswer> {
  const { signIn, clock } = means;
  const seals = { session: createSeal(signIn.clientSecret, "session"), entry: createSeal(signIn.clientSecret, "sign-in") };
  const mayRead = createPermissions(means);
  return async (path, query, headers) => {
    const cookies = cookiesIn(headers.cookie);
    if (path === "/status/logout")
      return page(plainPage("You are signed out.", { to: "/status", text: "Sign in" }), 200, [expired(signIn)]);
    if (path === "/status/callback") return arrive(means, seals, { query, cookies });
    if (path !== "/status") return page(plainPage("There is nothing here."), 404);
    const login = opened(seals.session, cookies.get(names.session), clock.now());
    if (login === undefined) return depart(signIn, seals.entry, clock.now());
    return told(means, login, mayRead);
  };
}

const names = { session: "isthmus-session", entry: "isthmus-sign-in" };

interface Sealed {
  readonly session: Seal;
  readonly entry: Seal;
}

/** Off to GitHub. The cookie says that it was this browser that left; the other half of PKCE is found again from the state. */
function depart(signIn: SignIn, seal: Seal, now: number): StatusAnswer {
  const state = randomBytes(24).toString("base64url");
  const location = signInAddress(signIn, { state, verifier: seal.derive(state) });
  const entry = cookie(signIn, names.entry, seal.seal(JSON.stringify([state, now + signInLife])), signInLife);
  return { status: 302, headers: { ...plainHeaders, location, "set-cookie": [entry] }, body: "" };
}

interface Returned {
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
}

/** Back from GitHub. */
async function arrive(
  { signIn, clock, log }: StatusMeans,
  { session, entry }: Sealed,
  { query, cookies }: Returned,
): Promise<StatusAnswer> {
  const again = { to: "/status", text: "Try again" };
  const now = clock.now();
  const state = opened(entry, cookies.get(names.entry), now);
  const [given, code] = [query.get("state") ?? "", query.get("code") ?? ""];
  if (state === undefined || !isSame(state, given))
    return page(plainPage("This sign-in did not begin in this browser, or took too long.", again), 400);
  if (code === "") return page(plainPage("GitHub did not say who you are.", again), 403);
  try {
    const login = await whoSignedIn(signIn, { code, verifier: entry.derive(state) });
    const made = cookie(signIn, names.session, session.seal(JSON.stringify([login, now + sessionLife])), sessionLife);
    return {
      status: 303,
      headers: { ...plainHeaders, location: "/status", "set-cookie": [made, cookie(signIn, names.entry, "", 0)] },
      body: "",
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.warn("Somebody could not be signed in", { code: error.code, why: error.message });
    return page(plainPage("GitHub did not say who you are.", again), 502);
  }
}

async function told({ queue, clock, log }: StatusMeans, login: string, mayRead: Permissions): Promise<StatusAnswer> {
  const notes = await queue.notes();
  const sights = notes.filter(({ key }) => key.startsWith("sight ")).map(({ body }) => JSON.parse(body) as Sight);
  const allowed = await Promise.all(sights.map((sight) => mayRead(login, sight)));
  const mine = sights.filter((_, index) => allowed[index]);
  if (mine.length === 0 && sights.length > 0) {
    log.info("Somebody without a right to read looked at the status page", { login });
    return page(plainPage("You may read none of the repositories this bot works for.", { to: "/status/logout", text: "Sign out" }), 403);
  }
  const lines = mine.map(({ repository }) => repository);
  const works = (await queue.recent(200)).filter(({ line }) =>
    lines.some((name) => line === name || line.startsWith(`${name}#`) || line.startsWith(`${name} `)),
  );
  return page(statusPage({ login, now: clock.now(), sights: mine, works: works.slice(0, mostWorks) }));
}

type Permissions = (login: string, sight: Sight) => Promise<boolean>;

/** Asked by API at this moment, or a minute ago. What GitHub does not say is no. */
function createPermissions({ app, clock, log }: StatusMeans): Permissions {
  const known = new Map<string, { readonly until: number; readonly may: Promise<boolean> }>();
  const ask = async (login: string, { repository, installation }: Sight): Promise<boolean> => {
    const [owner = "", repo = ""] = repository.split("/");
    try {
      return (await permissionOf(app.connectionTo({ installation, owner, repo }), login)) !== "none";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      log.warn("GitHub did not say who may read the status page", { code: error.code, why: error.message });
      return false;
    }
  };
  return (login, sight) => {
    const [key, now] = [`${login.toLowerCase()} ${sight.repository}`, clock.now()];
    for (const [name, { until }] of known) if (until <= now) known.delete(name);
    const there = known.get(key) ?? { until: now + permissionLife, may: ask(login, sight) };
    known.set(key, there);
    return there.may;
  };
}

/** The first of a sealed pair, while its second is in the future. */
function opened(seal: Seal, sealed: string | undefined, now: number): string | undefined {
  const text = sealed === undefined ? undefined : seal.open(sealed);
  if (text === undefined) return undefined;
  const [said, until] = JSON.parse(text) as readonly unknown[];
  return typeof said === "string" && typeof until === "number" && until > now ? said : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookiesIn(header: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (header ?? "").split(";").map((part) => {
      const [name = "", ...value] = part.trim().split("=");
      return [name, value.join("=")] as const;
    }),
  );
}

/** Lax, because people come back from GitHub by a link. */
function cookie({ callback }: SignIn, name: string, value: string, life: number): string {
  const isSecure = callback.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/status; Max-Age=${Math.floor(life / 1000)}; HttpOnly; SameSite=Lax${isSecure}`;
}

function expired(signIn: SignIn): string {
  return cookie(signIn, names.session, "", 0);
}

const plainHeaders = {
  "cache-control": "no-store",
  "content-security-policy": contentPolicy,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

function page(body: string, status = 200, cookies: readonly string[] = []): StatusAnswer {
  const made = cookies.length === 0 ? {} : { "set-cookie": cookies };
  return { status, headers: { ...plainHeaders, "content-type": "text/html; charset=utf-8", ...made }, body };
}
