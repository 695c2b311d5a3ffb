import type { Change } from "../../model/change.ts";
import { classOf, type Desired, objectsOf } from "../../model/desired.ts";
import { canonical, type Json, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { ObjectId } from "../../model/manifest.ts";
import { type Rich, say, strong, words } from "../rich.ts";
import { type Context, gained, nameOf, specs, where } from "./context.ts";
import { few } from "./names.ts";

/** Whether doors open or close: who may call whom, and with which identity. */
export function securityWords(change: Change, context: Context): readonly Rich[] {
  if (change.id.group !== "security.istio.io") return [];
  return (speakers[change.id.kind]?.(change, scopeOf(change, context), context) ?? []).map((end) => [
    ...end,
    ...where(context, change.clusters),
    ...words("."),
  ]);
}

/** Whether a sentence says that a door opens. */
export function isLooser([first]: Rich): boolean {
  return first?.kind === "strong" && first.text === looserWord;
}

const looserWord = "Looser:";
const tighter = [...strong("Tighter:"), ...words(" ")];
const looser = [...strong(looserWord), ...words(" ")];

type Speaker = (change: Change, scope: Rich, context: Context) => readonly Rich[];

const speakers: Readonly<Record<string, Speaker>> = {
  AuthorizationPolicy: authorization,
  PeerAuthentication: peers,
  RequestAuthentication: requests,
};

/** `the whole mesh`, `namespace shop`, `some workloads of namespace shop`: without a selector the root namespace speaks for the mesh. */
function scopeOf(change: Change, context: Context): Rich {
  const { namespace } = change.id;
  if (hasTarget(change)) return say`some workloads of namespace ${namespace}`;
  return isInRoot(change, context) ? words("the whole mesh") : say`namespace ${namespace}`;
}

function hasTarget(change: Change): boolean {
  const { before, after } = specs(change);
  return target(change.after === undefined ? before : after) !== target({});
}

function isInRoot(change: Change, context: Context): boolean {
  return change.clusters.some((cluster) => change.id.namespace === rootOf(cluster, change, context));
}

/** The namespace whose policies hold for a whole cluster. */
function rootOf(cluster: string, change: Change, { head, base }: Context): string | undefined {
  const mesh = change.after === undefined ? base : head;
  return mesh?.clusters.find((each) => each.name === cluster)?.systemNamespace;
}

/**
 * Whether an ALLOW policy stands alone in every cluster of the change: then its coming denies everything else, its going allows everything. Asked of the state
 * without it (`study.desired` after a deletion). `false` also where that state is not known in full.
 */
function standsAlone(change: Change, state: Desired | undefined, context: Context): boolean {
  if (state === undefined || (state.unread?.files.length ?? 0) > 0) return false;
  const isEverywhere = isInRoot(change, context);
  return change.clusters.every((cluster) => {
    const objects = classOf(state, cluster) && objectsOf(state, cluster);
    const places = [change.id.namespace, rootOf(cluster, change, context)];
    return (
      objects !== undefined && !objects.some(({ id, object }) => isAllow(id, object) && (isEverywhere || places.includes(id.namespace)))
    );
  });
}

function isAllow({ group, kind }: ObjectId, object: Json): boolean {
  return group === "security.istio.io" && kind === "AuthorizationPolicy" && action(objectAt(object, "spec")) === "ALLOW";
}

function authorization(change: Change, scope: Rich, context: Context): readonly Rich[] {
  const { before, after } = specs(change);
  const policy = say`AuthorizationPolicy ${nameOf(change)}`;
  const { baseline, desired } = context.study;
  if (change.kind === "create")
    return [created(policy, action(after), listAt(after, "rules"), scope, standsAlone(change, baseline, context))];
  if (change.kind === "delete") return [deleted(policy, action(before), scope, standsAlone(change, desired, context))];
  if (action(before) !== action(after)) return [say`${policy} for ${scope} now acts as ${action(after)} (was ${action(before)})`];
  const [was, now] = [rules(before), rules(after)];
  const { added, removed } = gained(was, now);
  return [
    ...selector(policy, before, after),
    ...ruleChange(say`${policy} for ${scope}`, action(after), added.length, removed.length, now.length),
  ];
}

function created(policy: Rich, action: string, list: readonly Json[], scope: Rich, isFirst: boolean): Rich {
  if (action === "DENY") return say`${tighter}new ${policy} denies in ${scope} what its rules name`;
  if (action !== "ALLOW") return say`New ${policy} for ${scope} acts as ${action}`;
  if (list.length === 0)
    return say`${tighter}new ${policy} allows nothing: it denies every request in ${scope} that no other policy allows`;
  if (isFirst) return say`${tighter}new ${policy} is the first that allows in ${scope}: ${strong("what its rules do not name is denied")}`;
  return say`New ${policy} allows in ${scope} what its rules name; where it is the first ALLOW policy, everything else is denied from then on`;
}

function deleted(policy: Rich, action: string, scope: Rich, wasLast: boolean): Rich {
  if (action === "DENY") return say`${looser}${policy} is deleted, and what it denied in ${scope} is denied no more`;
  if (action !== "ALLOW") return say`${policy} (${action}) for ${scope} is deleted`;
  if (wasLast)
    return say`${looser}${policy} for ${scope} is deleted, the last ALLOW policy in Git there: unless a DENY policy names it, ${strong("everything is allowed")}`;
  return say`${policy} for ${scope} is deleted: what it allowed is denied if other ALLOW policies remain; if it was the last, ${strong("everything is allowed")}`;
}

function rules(spec: Json): readonly string[] {
  return listAt(spec, "rules").map(canonical);
}

function ruleChange(policy: Rich, action: string, added: number, removed: number, left: number): readonly Rich[] {
  if (added === 0 && removed === 0) return [];
  if (action === "ALLOW" && left === 0) return [say`${tighter}${policy} allows nothing any more: what no other policy allows is denied`];
  if (added > 0 && removed > 0) return [say`${policy} (${action}) has other rules`];
  const opens = action === "ALLOW" ? added > 0 : action === "DENY" && removed > 0;
  const word = added > 0 ? "more" : "fewer";
  if (action !== "ALLOW" && action !== "DENY") return [say`${policy} (${action}) has ${words(word)} rules`];
  return [say`${opens ? looser : tighter}${policy} (${action}) has ${words(word)} rules`];
}

function selector(policy: Rich, before: Json, after: Json): readonly Rich[] {
  return target(before) === target(after) ? [] : [say`${policy} applies to other workloads`];
}

const strictness: Readonly<Record<string, number>> = { DISABLE: 0, PERMISSIVE: 1, STRICT: 2 };

function peers(change: Change, scope: Rich, context: Context): readonly Rich[] {
  const { before, after } = specs(change);
  if (change.kind === "create") {
    const start = mtlsMode(after) === "DISABLE" ? say`${looser}mutual` : words("Mutual");
    return [say`${start} TLS for callers of ${scope} is set to ${mtlsMode(after)} by PeerAuthentication ${nameOf(change)}`];
  }
  if (change.kind === "delete" && mtlsMode(before) === "STRICT" && isInRoot(change, context) && !hasTarget(change))
    return [say`${looser}PeerAuthentication ${nameOf(change)} (${"STRICT"}) is deleted: callers of ${scope} need no mutual TLS any more`];
  if (change.kind === "delete")
    return [say`PeerAuthentication ${nameOf(change)} (${mtlsMode(before)}) is deleted: callers of ${scope} follow the wider setting`];
  const portLevel = canonical(valueAt(before, ["portLevelMtls"])) === canonical(valueAt(after, ["portLevelMtls"]));
  const ports = portLevel ? [] : [say`Mutual TLS of single ports of ${scope} changes by PeerAuthentication ${nameOf(change)}`];
  if (mtlsMode(before) === mtlsMode(after)) return ports;
  const [was, now] = [strictness[mtlsMode(before)], strictness[mtlsMode(after)]];
  const word = was === undefined || now === undefined ? [] : now < was ? looser : tighter;
  return [say`${word}mutual TLS for callers of ${scope} becomes ${mtlsMode(after)} (was ${mtlsMode(before)})`, ...ports];
}

function requests(change: Change): readonly Rich[] {
  const { before, after } = specs(change);
  const { added, removed } = gained(issuers(before), issuers(after));
  return [
    ...(added.length === 0 ? [] : [say`Tokens of ${few(added)} are accepted by RequestAuthentication ${nameOf(change)}`]),
    ...(removed.length === 0 ? [] : [say`Tokens of ${few(removed)} are no longer accepted by RequestAuthentication ${nameOf(change)}`]),
  ];
}

function action(spec: Json): string {
  return textAt(spec, "action") ?? "ALLOW";
}

function target(spec: Json): string {
  return canonical([valueAt(spec, ["selector"]) ?? null, valueAt(spec, ["targetRefs"]) ?? valueAt(spec, ["targetRef"]) ?? null]);
}

function mtlsMode(spec: Json): string {
  return textAt(spec, "mtls", "mode") ?? "UNSET";
}

function issuers(spec: Json): readonly string[] {
  return listAt(spec, "jwtRules").map((rule) => textAt(rule, "issuer") ?? "?");
}
