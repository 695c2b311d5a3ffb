import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  isLoopback
} from "./chunk-QHCUZ2RI.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/proxy.ts
import { isIPv4 } from "node:net";
function environmentProxy(address, environment) {
  const url = new URL(address);
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = read(environment, name);
  if (proxy === "" || isLoopback(url.hostname)) return void 0;
  const isExcepted = read(environment, "no_proxy").split(",").some((entry) => covers(entry.trim().toLowerCase(), url));
  if (isExcepted) return void 0;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}
__name(environmentProxy, "environmentProxy");
function read(environment, name) {
  return environment[name.toUpperCase()] || environment[name] || "";
}
__name(read, "read");
function covers(entry, url) {
  if (entry === "") return false;
  if (entry === "*") return true;
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (entry.includes("/")) return inRange(host, entry);
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/u.exec(entry) ?? [];
  if (port !== void 0 && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
  if (name.startsWith(".")) return host.endsWith(name);
  return host === name || host.endsWith(`.${name}`) && !isIPv4(host);
}
__name(covers, "covers");
function inRange(host, range) {
  const [base = "", bits = ""] = range.split("/");
  if (!isIPv4(host) || !isIPv4(base) || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(host) / size) === Math.floor(number(base) / size);
}
__name(inRange, "inRange");
function number(address) {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
__name(number, "number");

export {
  environmentProxy
};
