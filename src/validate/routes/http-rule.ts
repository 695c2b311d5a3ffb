import { isObject, type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import { sharesOf } from "../../model/routes.ts";
import { name as quoted } from "./name.ts";

/** An HTTP rule of a VirtualService in words: which requests, where to, and how. `undefined` for what is no rule. */
export function httpRuleText(rule: Json): string | undefined {
  if (!isObject(rule)) return undefined;
  const which = listAt(rule, "match").map(matchText);
  return [`${which.length === 0 ? "every request" : which.join(" or ")} → ${whereTo(rule)}`, ...how(rule)].join(", ");
}

function matchText(match: Json): string {
  if (!isObject(match)) return "what nobody can read";
  const parts = [
    ...stringMatch("path", match["uri"]),
    ...stringMatch("method", match["method"]),
    ...stringMatch("authority", match["authority"]),
    ...Object.entries(objectAt(match, "headers")).flatMap(([name, value]) => stringMatch(`header ${quoted(name)}`, value)),
    ...Object.entries(objectAt(match, "queryParams")).flatMap(([name, value]) => stringMatch(`query ${quoted(name)}`, value)),
    ...(typeof match["port"] === "number" ? [`port ${match["port"]}`] : []),
    ...named("from namespace", textAt(match, "sourceNamespace")),
    ...Object.entries(objectAt(match, "sourceLabels")).map(([key, value]) => `from ${quoted(`${key}=${String(value)}`)}`),
    ...listAt(match, "gateways").map((gateway) => `by gateway ${quoted(String(gateway))}`),
  ];
  return parts.length === 0 ? "every request" : parts.join(" and ");
}

function stringMatch(what: string, value: Json | undefined): readonly string[] {
  if (!isObject(value)) return [];
  const [exact, prefix, regex] = [textAt(value, "exact"), textAt(value, "prefix"), textAt(value, "regex")];
  if (exact !== undefined) return [`${what} ${quoted(exact)}`];
  if (prefix !== undefined) return [`${what} ${quoted(`${prefix}…`)}`];
  return regex === undefined ? [`${what} there at all`] : [`${what} like ${quoted(regex)}`];
}

function whereTo(rule: JsonObject): string {
  const { redirect, directResponse, delegate } = rule;
  if (isObject(redirect)) return `redirected to ${redirectText(redirect)}`;
  if (isObject(directResponse)) return `answered with ${quoted(String(directResponse["status"] ?? "nothing"))}`;
  if (isObject(delegate))
    return `decided by VirtualService ${quoted([textAt(delegate, "namespace"), textAt(delegate, "name")].filter(Boolean).join("/"))}`;
  return destinationsText(rule);
}

/** Where the requests of an HTTP, TLS or TCP rule go, with their shares. */
export function destinationsText(rule: Json): string {
  const routes = listAt(rule, "route");
  if (routes.length === 0) return "nowhere";
  const shares = sharesOf(routes.map((route) => valueAt(route, ["weight"])));
  return routes
    .map((route, index) => {
      const to = objectAt(route, "destination");
      const port = valueAt(to, ["port", "number"]);
      const subset = textAt(to, "subset");
      const host = quoted(`${textAt(to, "host") ?? "nowhere"}${typeof port === "number" ? `:${port}` : ""}`);
      const where = subset === undefined ? host : `${host} (subset ${quoted(subset)})`;
      return routes.length === 1 ? where : `${shares[index] ?? "0"} % ${where}`;
    })
    .join(", ");
}

function redirectText(redirect: JsonObject): string {
  const [host, path] = [textAt(redirect, "authority"), textAt(redirect, "uri")];
  if (host === undefined) return path === undefined ? "the same address" : quoted(path);
  return quoted(`${host}${path ?? ""}`);
}

function how(rule: JsonObject): readonly string[] {
  const retries = objectAt(rule, "retries");
  const attempts = valueAt(retries, ["attempts"]);
  const mirrors = [...listAt(rule, "mirrors").map((mirror) => objectAt(mirror, "destination")), objectAt(rule, "mirror")];
  const fault = objectAt(rule, "fault");
  return [
    ...named("timeout", textAt(rule, "timeout")),
    ...(typeof attempts === "number"
      ? [attempts === 0 ? "no retries" : `${attempts === 1 ? "1 retry" : `${attempts} retries`}${perTry(retries)}`]
      : []),
    ...mirrors.flatMap((mirror) => named("mirrored to", textAt(mirror, "host"))),
    ...named("path rewritten to", textAt(rule, "rewrite", "uri")),
    ...(isObject(fault["abort"]) ? ["some requests are failed on purpose"] : []),
    ...(isObject(fault["delay"]) ? ["some requests are delayed on purpose"] : []),
  ];
}

function perTry(retries: JsonObject): string {
  const time = textAt(retries, "perTryTimeout");
  return time === undefined ? "" : ` of ${quoted(time)} each`;
}

function named(what: string, value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : [`${what} ${quoted(value)}`];
}
