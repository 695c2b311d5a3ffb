import { isIPv4 } from "node:net";
import { isLoopback } from "./loopback.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as Go's programs (kubectl among them) read it: HTTPS_PROXY or HTTP_PROXY, in either spelling, unless
 * NO_PROXY names the host; never for this machine itself.
 */
export function environmentProxy(address: string, environment: Environment): string | undefined {
  const url = new URL(address);
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = read(environment, name);
  if (proxy === "" || isLoopback(url.hostname)) return undefined;
  const isExcepted = read(environment, "no_proxy")
    .split(",")
    .some((entry) => covers(entry.trim().toLowerCase(), url));
  if (isExcepted) return undefined;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

function read(environment: Environment, name: string): string {
  return environment[name.toUpperCase()] || environment[name] || "";
}

/** `*`, `example.org` (with all below it), `.example.org` (only below), an address, a range, each perhaps with a port. */
function covers(entry: string, url: URL): boolean {
  if (entry === "") return false;
  if (entry === "*") return true;
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (entry.includes("/")) return inRange(host, entry);
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/u.exec(entry) ?? [];
  if (port !== undefined && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
  if (name.startsWith(".")) return host.endsWith(name);
  return host === name || (host.endsWith(`.${name}`) && !isIPv4(host));
}

function inRange(host: string, range: string): boolean {
  const [base = "", bits = ""] = range.split("/");
  if (!isIPv4(host) || !isIPv4(base) || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(host) / size) === Math.floor(number(base) / size);
}

function number(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
