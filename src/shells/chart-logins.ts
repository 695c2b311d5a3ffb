import type { ChartLogin } from "../model/chart-login.ts";
import { Secret } from "../model/secret.ts";
import { UsageError } from "./run.ts";

const form = "a line is `HOST USER PASSWORD`, for example `charts.example:8443 robot …`";

/** Logins for hosts that charts come from, one a line. @throws UsageError that names the line and quotes nothing of it; `where` goes before that and names the setting. */
export function chartLogins(where: string, text: string): readonly ChartLogin[] {
  return text.split(/\r?\n/u).flatMap((line, index) => (line.trim() === "" ? [] : [loginOf(`${where}line ${index + 1}`, line.trim())]));
}

/** The passwords in such a text, however wrong it is otherwise: for whoever keeps a log clean of them. */
export function passwordsIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return lines.flatMap((line) => {
    const { user, password } = partsOf(line) ?? { user: "", password: line };
    // As a header says it.
    return password === "" ? [] : [password, Buffer.from(`${user}:${password}`).toString("base64")];
  });
}

function partsOf(line: string): { readonly address: string; readonly user: string; readonly password: string } | undefined {
  const [, address = "", user = "", password = ""] = /^(\S+)\s+(\S+)\s+(\S.*)$/u.exec(line) ?? [];
  return password === "" ? undefined : { address, user, password };
}

function loginOf(where: string, line: string): ChartLogin {
  const parts = partsOf(line);
  if (parts === undefined) throw new UsageError(`${where}: ${form}.`);
  const { address, user, password } = parts;
  const inTheClear = address.startsWith("http://");
  const url = URL.parse(`${inTheClear ? "http" : "https"}://${address.replace(/^(?:https?|oci):\/\//u, "")}`);
  const isHost = url !== null && url.username === "" && /^\/*$/u.test(url.pathname) && url.search + url.hash === "";
  if (!isHost) throw new UsageError(`${where}: the first word is no host; ${form}. A login is for a host, whatever the path.`);
  // Basic authentication ends the user at the first colon.
  if (user.includes(":")) throw new UsageError(`${where}: a user cannot hold a colon; ${form}.`);
  return { host: url.host, inTheClear, user, password: new Secret(password) };
}
