import { problems } from "../catalog/problems.gen.ts";
import { isList, isObject, type Json, objectAt, textAt, valueAt } from "../model/json.ts";
import type { Live, Present, PrivateFacts, ServerFacts } from "../model/live.ts";
import { Problem } from "../model/problem.ts";
import type { Handshake } from "../world.ts";

/** Answers of clusters as JSON, and back: what one process was told, another reads as if it had been told it. What is no such answer reads as `undefined`. */

/** How an answer of one kind stands on a tape. */
export interface Shape<T> {
  readonly write: (value: T) => Json;
  readonly read: (json: Json) => T | undefined;
}

/** As JSON, without what is not said. */
function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

export const text: Shape<string> = { write: (value) => value, read: (json) => (typeof json === "string" ? json : undefined) };

export const truth: Shape<boolean> = { write: (value) => value, read: (json) => (typeof json === "boolean" ? json : undefined) };

export const serverFacts: Shape<ServerFacts> = {
  write: plain,
  read: (json) => {
    const [url, version, clockSkewMs] = [textAt(json, "url"), textAt(json, "version"), valueAt(json, ["clockSkewMs"])];
    if (url === undefined || version === undefined || typeof clockSkewMs !== "number") return undefined;
    return { url, version, clockSkewMs, ca: textAt(json, "ca"), user: textAt(json, "user") };
  },
};

export const objects: Shape<readonly Present[]> = {
  write: plain,
  read: (json) => (isList(json) ? whole(json.map(presentIn)) : undefined),
};

export const live: Shape<Live> = {
  write: (value) => (value.kind === "unknown" ? { kind: "unknown", why: problemJson(value.why) } : plain(value)),
  read: (json) => {
    const kind = textAt(json, "kind");
    if (kind === "absent") return { kind };
    if (kind === "present") return presentIn(json);
    const why = problemIn(valueAt(json, ["why"]));
    return kind === "unknown" && why !== undefined ? { kind, why } : undefined;
  },
};

export const handshake: Shape<Handshake> = {
  write: plain,
  read: (json) => {
    const [kind, why] = [textAt(json, "kind"), textAt(json, "why")];
    if ((kind === "refused" || kind === "unreachable") && why !== undefined) return { kind, why };
    const [chain, protocol] = [textsIn(valueAt(json, ["chain"])), textAt(json, "protocol")];
    return kind === "shown" && chain !== undefined && protocol !== undefined ? { kind, chain, protocol } : undefined;
  },
};

export function problemJson({ code, message, remedy, facts }: Problem): Json {
  return { code, message, remedy, facts: { ...facts } };
}

export function problemIn(json: Json | undefined): Problem | undefined {
  const code = Object.keys(problems).find((known): known is keyof typeof problems => known === textAt(json, "code"));
  const [summary, remedy] = [textAt(json, "message"), textAt(json, "remedy")];
  if (code === undefined || summary === undefined || remedy === undefined) return undefined;
  const facts = Object.entries(objectAt(json, "facts")).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[name, value] as const] : [],
  );
  return new Problem(code, { summary, remedy }, Object.fromEntries(facts));
}

function presentIn(json: Json): Present | undefined {
  const [object, privates] = [valueAt(json, ["object"]), valueAt(json, ["privates"])];
  const facts = isList(privates) ? whole(privates.map(privateIn)) : undefined;
  return textAt(json, "kind") === "present" && isObject(object) && facts !== undefined
    ? { kind: "present", object, privates: facts }
    : undefined;
}

function privateIn(json: Json): PrivateFacts | undefined {
  const [kind, path, fingerprint] = [textAt(json, "kind"), textAt(json, "path"), textAt(json, "fingerprint")];
  if (path === undefined) return undefined;
  if (kind === "opaque") return { kind, path };
  if (kind === "private-key") return fingerprint === undefined ? undefined : { kind, path, fingerprint };
  if (kind !== "token") return undefined;
  const time = (name: string): number | undefined => {
    const value = valueAt(json, [name]);
    return typeof value === "number" ? value : undefined;
  };
  const words = { subject: textAt(json, "subject"), accountUid: textAt(json, "accountUid") };
  return { kind, path, ...words, issuedAt: time("issuedAt"), expiresAt: time("expiresAt") };
}

function textsIn(json: Json | undefined): readonly string[] | undefined {
  return isList(json) ? whole(json.map(text.read)) : undefined;
}

function whole<T>(found: readonly (T | undefined)[]): readonly T[] | undefined {
  const all = found.filter((one) => one !== undefined);
  return all.length === found.length ? all : undefined;
}
