import type { Change } from "../../model/change.ts";
import { canonical, type Json, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import { idKey } from "../../model/manifest.ts";
import { distinct } from "../count.ts";
import { join, quoted, type Rich, say, words } from "../rich.ts";
import { type Context, entryName, gained, nameOf, shown, specs, texts, where } from "./context.ts";
import { leafWords } from "./leaves.ts";
import { few } from "./names.ts";
import { condition, destinations, pairRoutes, routeChanges } from "./routes.ts";

/** What changes for requests, one sentence per object. An object of another kind says nothing here. */
export function trafficWords(change: Change, context: Context): readonly Rich[] {
  const speak =
    change.id.group === "networking.istio.io" ? speakers[change.id.kind] : change.id.kind === "HTTPRoute" ? httpRoute : undefined;
  const ends = speak?.(change, context) ?? [];
  return [
    ...(change.id.kind === "VirtualService" ? commonRoutes(change, context) : []),
    ...ends.map((end) => [...end, ...where(context, change.clusters), ...words(".")]),
  ];
}

/** A route change that an object has in several groups of clusters is told once for all of them, before what only some have. */
function commonRoutes(change: Change, context: Context): readonly Rich[] {
  const siblings = updatesOf(change, context);
  const common = commonParts(siblings);
  if (siblings[0] !== change || common.length === 0) return [];
  const clusters = distinct(siblings.flatMap((each) => each.clusters));
  return [say`Requests to ${few(texts(listAt(specs(change).after, "hosts")))} ${sentence(common)}${where(context, clusters)}.`];
}

function updatesOf({ id }: Change, { study }: Context): readonly Change[] {
  return study.changes.changes.filter((each) => each.kind === "update" && idKey(each.id) === idKey(id));
}

/** Empty for an object that changes in one way only: then there is nothing to tell apart. */
function commonParts(siblings: readonly Change[]): readonly Rich[] {
  const [first, ...others] = siblings.map(routeParts);
  if (first === undefined || others.length === 0) return [];
  return first.filter((part) => others.every((parts) => parts.some((each) => JSON.stringify(each) === JSON.stringify(part))));
}

function routeParts(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  return ["http", "tls", "tcp"].flatMap((protocol) => pairRoutes(listAt(before, protocol), listAt(after, protocol)).flatMap(routeChanges));
}

type Speaker = (change: Change, context: Context) => readonly Rich[];

const speakers: Readonly<Record<string, Speaker>> = {
  VirtualService: virtualService,
  DestinationRule: destinationRule,
  Gateway: gateway,
  ServiceEntry: serviceEntry,
};

function virtualService(change: Change, context: Context): readonly Rich[] {
  const { before, after } = specs(change);
  const hosts = few(texts(listAt(change.after === undefined ? before : after, "hosts")));
  if (change.kind === "create")
    return [say`Requests to ${hosts} get routes of their own, ${firstRoutes(after)}, by VirtualService ${nameOf(change)}`];
  if (change.kind === "delete") return [say`Requests to ${hosts} lose their routes: VirtualService ${nameOf(change)} is deleted`];
  const common = new Set((change.kind === "update" ? commonParts(updatesOf(change, context)) : []).map((part) => JSON.stringify(part)));
  const parts = routeParts(change).filter((part) => !common.has(JSON.stringify(part)));
  const host = gained(texts(listAt(before, "hosts")), texts(listAt(after, "hosts")));
  return [
    ...(parts.length === 0 ? [] : [say`Requests to ${hosts} ${sentence(parts)}`]),
    ...(host.added.length === 0 ? [] : [say`VirtualService ${nameOf(change)} now also routes ${few(host.added)}`]),
    ...(host.removed.length === 0 ? [] : [say`VirtualService ${nameOf(change)} no longer routes ${few(host.removed)}`]),
    ...listChange(change, "gateways", "is bound to gateways"),
    ...listChange(change, "exportTo", "is visible in namespaces"),
  ];
}

/** At most three parts: more are read in the diff. */
function sentence(parts: readonly Rich[]): Rich {
  const said = join(parts.slice(0, 3), "; ");
  return parts.length <= 3 ? said : [...said, ...words(`; and ${parts.length - 3} more changes of its routes`)];
}

function firstRoutes(spec: Json): Rich {
  const routes = listAt(spec, "http");
  const [first] = routes;
  if (first === undefined) return words("by connection");
  const rest = routes.length - 1;
  const delegate = textAt(first, "delegate", "name");
  if (delegate !== undefined)
    return say`which VirtualService ${delegate} gives${condition(first)}${words(rest === 0 ? "" : ` and ${rest} more`)}`;
  return [...destinations(first), ...condition(first), ...words(rest === 0 ? "" : ` and ${rest} more`)];
}

function listChange(change: Change, key: string, verb: string): readonly Rich[] {
  const { before, after } = specs(change);
  const [was, now] = [texts(listAt(before, key)), texts(listAt(after, key))];
  if (canonical(was) === canonical(now)) return [];
  return [say`${words(change.id.kind)} ${nameOf(change)} ${words(verb)} ${fewOrUnset(now)} (was ${fewOrUnset(was)})`];
}

const policies: readonly (readonly [string, string])[] = [
  ["outlierDetection", "when a failing endpoint is ejected"],
  ["connectionPool", "how many connections and requests may be open"],
  ["loadBalancer", "how endpoints are chosen"],
  ["portLevelSettings", "settings of single ports"],
];

function destinationRule(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  const host = quoted(textAt(change.after === undefined ? before : after, "host") ?? "?");
  if (change.kind === "create") {
    const names = subsetNames(after);
    return [
      say`Connections to ${host} get a policy${names.length === 0 ? [] : say` with subsets ${few(names)}`}, by DestinationRule ${nameOf(change)}`,
    ];
  }
  if (change.kind === "delete")
    return [say`Connections to ${host} lose their policy and subsets: DestinationRule ${nameOf(change)} is deleted`];
  const { added, removed } = gained(subsetNames(before), subsetNames(after));
  return [
    ...(added.length === 0 ? [] : [say`${host} gets ${subsetWord(added)} ${few(added)}`]),
    ...(removed.length === 0 ? [] : [say`${host} loses ${subsetWord(removed)} ${few(removed)}`]),
    ...tlsMode(host, before, after),
    ...subsetLabels(host, before, after),
    ...policies.flatMap(([key, noun]) => policyChange(host, noun, key, before, after)),
  ];
}

function subsetWord(names: readonly string[]): Rich {
  return words(names.length === 1 ? "subset" : "subsets");
}

function tlsMode(host: Rich, before: Json, after: Json): readonly Rich[] {
  return tlsModeOf(before) === tlsModeOf(after)
    ? []
    : [say`Clients talk to ${host} with TLS mode ${tlsModeOf(after)} (was ${tlsModeOf(before)})`];
}

function subsetLabels(host: Rich, before: Json, after: Json): readonly Rich[] {
  const [was, now] = [labelsOf(before), labelsOf(after)];
  const moved = [...now].filter(([name, text]) => was.has(name) && was.get(name) !== text).map(([name]) => name);
  return moved.length === 0
    ? []
    : [
        say`${subsetWord(moved)} ${few(moved)} of ${host} ${words(moved.length === 1 ? "selects" : "select")} other pods${labelWords(moved, before, after)}`,
      ];
}

/** Of one subset by its labels; of several the diff tells. */
function labelWords([name, ...others]: readonly string[], before: Json, after: Json): Rich {
  if (name === undefined || others.length > 0) return [];
  const of = (spec: Json) => listAt(spec, "subsets").find((subset) => entryName(subset) === name);
  return leafWords(valueAt(of(before), ["labels"]), valueAt(of(after), ["labels"]));
}

function policyChange(host: Rich, noun: string, key: string, before: Json, after: Json): readonly Rich[] {
  const [was, now] = [valueAt(before, ["trafficPolicy", key]), valueAt(after, ["trafficPolicy", key])];
  if (canonical(was) === canonical(now)) return [];
  if (key === "loadBalancer" && canonical(objectAt(was)["localityLbSetting"]) !== canonical(objectAt(now)["localityLbSetting"])) {
    return [say`For ${host} the preference for near endpoints and the failover between regions change${leafWords(was, now)}`];
  }
  const how = was === undefined ? "is set" : now === undefined ? "is no longer set" : "changes";
  return [say`For ${host} it ${words(how)} ${words(noun)}${leafWords(was, now)}`];
}

function gateway(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  const { added, removed } = gained(doors(before), doors(after));
  return [
    ...(added.length === 0 ? [] : [say`Gateway ${nameOf(change)} opens ${few(distinct(added))}`]),
    ...(removed.length === 0 ? [] : [say`Gateway ${nameOf(change)} closes ${few(distinct(removed))}`]),
    ...gatewayTls(change),
  ];
}

function serverTexts(server: Json): readonly string[] {
  const port = `${shown(valueAt(server, ["port", "number"]))}/${shown(valueAt(server, ["port", "protocol"]))}`;
  return texts(listAt(server, "hosts")).map((host) => `${host}:${port}`);
}

function gatewayTls(change: Change): readonly Rich[] {
  if (change.kind !== "update") return [];
  const { before, after } = specs(change);
  const was = tlsByPort(before);
  return [...tlsByPort(after)].flatMap(([port, tls]) => {
    const old = was.get(port);
    if (old === undefined || canonical(old) === canonical(tls)) return [];
    return [say`Gateway ${nameOf(change)} serves port ${port} with ${tlsText(tls)} (was ${tlsText(old)})`];
  });
}

function tlsText(tls: Json): Rich {
  if (tls === null) return words("no TLS");
  const credential = textAt(tls, "credentialName");
  const mode = say`TLS mode ${textAt(tls, "mode") ?? "unset"}`;
  const lowest = textAt(tls, "minProtocolVersion");
  return [
    ...mode,
    ...(credential === undefined ? [] : say` and certificate ${credential}`),
    ...(lowest === undefined ? [] : say` from ${lowest} up`),
  ];
}

function serviceEntry(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  const hosts = { was: texts(listAt(before, "hosts")), now: texts(listAt(after, "hosts")) };
  const { added, removed } = gained(hosts.was, hosts.now);
  const moved = change.kind === "update" && endpoints(before) !== endpoints(after);
  return [
    ...(added.length === 0 ? [] : [say`The mesh learns ${few(added)} by ServiceEntry ${nameOf(change)}`]),
    ...(removed.length === 0 ? [] : [say`The mesh forgets ${few(removed)} of ServiceEntry ${nameOf(change)}`]),
    ...(moved ? [say`${few(hosts.now)} is reached at other endpoints`] : []),
  ];
}

function httpRoute(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  const hosts = texts(listAt(change.after === undefined ? before : after, "hostnames"));
  const subject = hosts.length === 0 ? say`HTTPRoute ${nameOf(change)}` : few(hosts);
  if (change.kind === "create")
    return [say`Requests to ${subject} get ${listAt(after, "rules").length} routing rules of HTTPRoute ${nameOf(change)}`];
  if (change.kind === "delete") return [say`Requests to ${subject} lose the rules of HTTPRoute ${nameOf(change)}: it is deleted`];
  const [was, now] = [before, after].map((spec) => canonical(valueAt(spec, ["rules"])));
  return was === now ? [] : [say`Requests to ${subject} follow other rules of HTTPRoute ${nameOf(change)}`];
}

function fewOrUnset(list: readonly string[]): Rich {
  return list.length === 0 ? words("unset") : few(list);
}

function subsetNames(spec: Json): readonly string[] {
  return listAt(spec, "subsets").map((subset) => entryName(subset) ?? "?");
}

function tlsModeOf(spec: Json): string {
  return textAt(spec, "trafficPolicy", "tls", "mode") ?? "unset";
}

function labelsOf(spec: Json): ReadonlyMap<string, string> {
  return new Map(listAt(spec, "subsets").map((subset) => [entryName(subset) ?? "?", canonical(valueAt(subset, ["labels"]))]));
}

function doors(spec: Json): readonly string[] {
  return listAt(spec, "servers").flatMap(serverTexts);
}

function tlsByPort(spec: Json): ReadonlyMap<string, Json> {
  return new Map(listAt(spec, "servers").map((server) => [shown(valueAt(server, ["port", "number"])), valueAt(server, ["tls"]) ?? null]));
}

function endpoints(spec: Json): string {
  return canonical([listAt(spec, "endpoints"), shown(valueAt(spec, ["resolution"]))]);
}
