import { holesIn, holeText } from "../model/hole.ts";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../model/json.ts";
import type { Present, PrivateFacts } from "../model/live.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { readValues, YamlError } from "../yaml/index.ts";
import { entryFor } from "./entries.ts";
import type { Around } from "./living-manifest.ts";
import { surveyedOf } from "./scope.ts";
import type { Judgement } from "./secrets.ts";

/** The account whose token a kubeconfig needs, as its hole says. */
interface Account {
  readonly hole: string;
  readonly namespace: string;
  readonly name: string;
  readonly cluster: string;
}

type Token = Extract<PrivateFacts, { readonly kind: "token" }>;

/** True for a Secret whose kubeconfig needs a token: remote secrets, and the kubeconfig of an istiod outside. */
export function isRemoteSecret({ object }: Manifest): boolean {
  return keysOf(object).some((key) => accountIn(textAt(object, "stringData", key) ?? "") !== undefined);
}

/**
 * A remote secret is right when it leads to the cluster as the mesh says and its token is good: of the account that is there now, and before half of its life.
 * Then it stays, whatever its bytes are; a token that is as good is no reason to write. What is wrong is shown in place of the token.
 */
export function judgeRemoteSecret(wanted: Manifest, live: Present, around: Around): Judgement {
  const stringData: Record<string, Json> = {};
  for (const key of keysOf(wanted.object)) {
    const text = textAt(wanted.object, "stringData", key) ?? "";
    const account = accountIn(text);
    stringData[key] = account === undefined ? text : judged(text, account, { key, wanted, live, around });
  }
  const object = { ...wanted.object, stringData };
  return keysOf(object).every((key) => stringData[key] === textAt(wanted.object, "stringData", key))
    ? { kind: "equal" }
    : { kind: "differs", object };
}

interface Held {
  readonly key: string;
  readonly wanted: Manifest;
  readonly live: Present;
  readonly around: Around;
}

/** The wanted text when the live one does the same; else a text that shows what differs and nothing else. */
function judged(text: string, account: Account, held: Held): Json {
  const { key, live, around } = held;
  const found = textAt(live.object, "stringData", key);
  if (found === undefined) return "";
  if (text === account.hole) return judgedToken(account, held);
  const [now, then] = [connectionIn(found), connectionIn(text)];
  if (now === undefined || then === undefined) return found;
  const facts = live.privates.find((entry): entry is Token => entry.kind === "token" && entry.path === key);
  const why = whyNewToken(account, facts, around);
  const token = why === undefined ? account.hole : `⟦token ${why}⟧`;
  const wrong = wrongParts(now, then, account, held);
  if (wrong.size === 0) return text.replace(account.hole, token);
  const rightParts = (["server", "ca"] as const).filter((part) => !wrong.has(part) && now[part] !== "");
  return rightParts.reduce((shown, part) => shown.replace(now[part], then[part]), found.replace(/⟦secret [0-9a-f]{32}⟧/u, token));
}

/** A token that stands by itself, in a file of its own. */
function judgedToken(account: Account, { key, live, around }: Held): string {
  const facts = live.privates.find((entry): entry is Token => entry.kind === "token" && entry.path === key);
  const why = whyNewToken(account, facts, around);
  return why === undefined ? account.hole : `⟦token ${why}⟧`;
}

/** Why the token must be replaced, as what comes after the word; `undefined` while it is good. */
function whyNewToken({ namespace, name, cluster }: Account, token: Token | undefined, { scope, survey }: Around): string | undefined {
  const isBound = scope.mesh.discovery.tokens === "bound";
  if (token === undefined) return isBound ? "that says nothing about itself" : undefined;
  const subject = `system:serviceaccount:${namespace}:${name}`;
  if (token.subject !== undefined && token.subject !== subject) return `of another account, ${token.subject}`;
  const account = surveyedOf(survey, cluster)?.objects.get(idKey({ group: "", kind: "ServiceAccount", namespace, name }));
  if (account?.kind === "absent") return `of an account that is not in ${cluster} any more`;
  if (account?.kind === "present" && token.accountUid !== undefined && textAt(account.object, "metadata", "uid") !== token.accountUid)
    return `of an account that was deleted in ${cluster} and made anew`;
  if (token.expiresAt === undefined) return isBound ? "that never ends" : undefined;
  if (token.expiresAt <= survey.at) return `that ended on ${day(token.expiresAt)}`;
  const life = token.issuedAt === undefined ? scope.mesh.discovery.lifetimeSeconds * 1000 : token.expiresAt - token.issuedAt;
  return token.expiresAt - survey.at <= life / 2 ? `that is past half of its life and ends on ${day(token.expiresAt)}` : undefined;
}

/** Whether a judged kubeconfig shows a token whose time has come. */
export function isTokenDue(text: string): boolean {
  return /⟦token that (?:ended on|is past half)/u.test(text);
}

function day(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;
}

/** What a kubeconfig says about the way to its cluster. */
interface Connection {
  readonly server: string;
  readonly ca: string;
  readonly tlsServerName: string;
  readonly proxyUrl: string;
  readonly isInsecure: boolean;
}

function connectionIn(text: string): Connection | undefined {
  const config = valuesIn(text);
  const current = textAt(config, "current-context");
  const context = listAt(config, "contexts").find((entry) => textAt(entry, "name") === current);
  const name = textAt(context, "context", "cluster");
  const entry = listAt(config, "clusters").find((one) => textAt(one, "name") === name);
  if (entry === undefined || context === undefined) return undefined;
  const cluster = objectAt(entry, "cluster");
  return {
    server: textAt(cluster, "server") ?? "",
    ca: textAt(cluster, "certificate-authority-data") ?? "",
    tlsServerName: textAt(cluster, "tls-server-name") ?? "",
    proxyUrl: textAt(cluster, "proxy-url") ?? "",
    isInsecure: valueAt(cluster, ["insecure-skip-tls-verify"]) === true,
  };
}

function valuesIn(text: string): Json | undefined {
  try {
    const [value] = readValues(text);
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/**
 * The parts that lead elsewhere or trust another authority. Where no document names the address, a secret that somebody else made keeps the one it has: istiod
 * may need another way than we; one of ours has the address by which we reach the server.
 */
function wrongParts(now: Connection, then: Connection, { cluster }: Account, { wanted, around }: Held): ReadonlySet<keyof Connection> {
  const wrong = new Set<keyof Connection>();
  for (const part of ["tlsServerName", "proxyUrl", "isInsecure"] as const) if (now[part] !== then[part]) wrong.add(part);
  const hasHole = holesIn(then.server).length > 0;
  const servers = hasHole ? around.fillings.get(then.server) : [then.server];
  const isSame = servers?.some((server) => sameUrl(server, now.server)) ?? true;
  if (!isSame && (!hasHole || entryFor(wanted, around.seen) !== undefined)) wrong.add("server");
  // At an address of somebody else's choice, another authority than the one we meet may be the right one.
  const known = around.fillings.get(holeText({ kind: "api-server-ca", cluster }));
  const authorities = holesIn(then.ca).length === 0 ? [then.ca] : isSame ? known : undefined;
  if (authorities?.some((ca) => sameCertificates(ca, now.ca)) === false) wrong.add("ca");
  return wrong;
}

function sameUrl(a: string, b: string): boolean {
  const plain = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/u, "") : url);
  return plain(a) === plain(b);
}

/** The same PEM but for white space. */
function sameCertificates(a: string, b: string): boolean {
  const plain = (text: string) => {
    try {
      return atob(text.replace(/\s+/gu, "")).replace(/\s+/gu, "");
    } catch {
      return text;
    }
  };
  return plain(a) === plain(b);
}

function accountIn(text: string): Account | undefined {
  const match = /⟦token of ([^/⟧]+)\/([^ ⟧]+) in ([^⟧]+)⟧/u.exec(text);
  if (match === null) return undefined;
  const [hole, namespace = "", name = "", cluster = ""] = match;
  return { hole, namespace, name, cluster };
}

function keysOf(object: JsonObject): readonly string[] {
  return Object.keys(objectAt(object, "stringData"));
}

/** For messages: the cluster a remote secret leads to, if it is in the mesh. */
export function targetOf({ object }: Pick<Manifest, "object">, clusters: readonly Cluster[]): Cluster | undefined {
  const name = textAt(object, "metadata", "annotations", "networking.istio.io/cluster");
  return clusters.find(({ istioName }) => istioName === name);
}
