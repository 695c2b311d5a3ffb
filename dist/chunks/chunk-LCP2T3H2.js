import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/chart-logins.ts
var form = "a line is `HOST USER PASSWORD`, for example `charts.example:8443 robot \u2026`";
function chartLogins(where, text) {
  return text.split(/\r?\n/u).flatMap((line, index) => line.trim() === "" ? [] : [loginOf(`${where}line ${index + 1}`, line.trim())]);
}
__name(chartLogins, "chartLogins");
function passwordsIn(text) {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return lines.flatMap((line) => {
    const { user, password } = partsOf(line) ?? { user: "", password: line };
    return password === "" ? [] : [password, Buffer.from(`${user}:${password}`).toString("base64")];
  });
}
__name(passwordsIn, "passwordsIn");
function partsOf(line) {
  const [, address = "", user = "", password = ""] = /^(\S+)\s+(\S+)\s+(\S.*)$/u.exec(line) ?? [];
  return password === "" ? void 0 : { address, user, password };
}
__name(partsOf, "partsOf");
function loginOf(where, line) {
  const parts = partsOf(line);
  if (parts === void 0) throw new UsageError(`${where}: ${form}.`);
  const { address, user, password } = parts;
  const inTheClear = address.startsWith("http://");
  const url = URL.parse(`${inTheClear ? "http" : "https"}://${address.replace(/^(?:https?|oci):\/\//u, "")}`);
  const isHost = url !== null && url.username === "" && /^\/*$/u.test(url.pathname) && url.search + url.hash === "";
  if (!isHost) throw new UsageError(`${where}: the first word is no host; ${form}. A login is for a host, whatever the path.`);
  if (user.includes(":")) throw new UsageError(`${where}: a user cannot hold a colon; ${form}.`);
  return { host: url.host, inTheClear, user, password: new Secret(password) };
}
__name(loginOf, "loginOf");

export {
  chartLogins,
  passwordsIn
};
