import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createSeal,
  permissionOf,
  signInAddress,
  whoSignedIn
} from "./chunk-NGGVVAK4.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/status/desk.ts
import { randomBytes, timingSafeEqual } from "node:crypto";

// src/shells/bot/status/page.ts
import { createHash } from "node:crypto";

// src/shells/bot/status/html.ts
var Html = class {
  static {
    __name(this, "Html");
  }
  text;
  constructor(text) {
    this.text = text;
  }
};
function html(texts, ...pieces) {
  return new Html(texts.map((text, index) => `${text}${index < pieces.length ? written(pieces[index]) : ""}`).join(""));
}
__name(html, "html");
function written(piece) {
  if (piece === void 0) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return piece.replace(/[&<>"']/gu, (found) => `&#${found.codePointAt(0)};`);
  return typeof piece === "number" ? String(piece) : piece.map(written).join("");
}
__name(written, "written");

// src/shells/bot/status/style.ts
var style = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--paper:#fff;--panel:#f6f8fa;--line:#d1d9e0;--red:#c9252d;--green:#1a7f37;--amber:#8a5a00;--blue:#0969da}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--paper:#0d1117;--panel:#151b23;--line:#3d444d;--red:#ff7b72;--green:#3fb950;--amber:#d29922;--blue:#4493f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:74rem;padding:1.25rem 1.5rem 3rem;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.75rem}
h1{font-size:1.35rem;margin:0}h2{font-size:1.15rem;margin:0}h3{font-size:.95rem;margin:1.4rem 0 .4rem}section>h3:first-child{margin-top:0}
.soft{color:var(--soft)}header .soft{margin-left:auto}a{color:var(--blue)}
section{border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem;margin:1.25rem 0;background:var(--paper)}
.head{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center}
.badge{border:1px solid currentColor;border-radius:1rem;padding:.05rem .65rem;font-size:.85em;font-weight:600}
.good{color:var(--green)}.bad{color:var(--red)}.care{color:var(--amber)}
p{margin:.35rem 0}
table{border-collapse:collapse;width:100%;font-size:.92em}
th{font-weight:600;color:var(--soft);font-size:.85em}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line)}thead th{border-top:0}
code{font:.88em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
time{white-space:nowrap}
@media (max-width:44rem){body{padding:1rem .8rem 2rem}thead{display:none}table,tbody,tr,td{display:block}tr{border-top:1px solid var(--line);padding:.5rem 0}td{border:0;padding:.1rem 0 .1rem 7.2rem;min-height:1.6em;position:relative;overflow-wrap:anywhere}td::before{content:attr(data-label);position:absolute;left:0;width:6.8rem;color:var(--soft);font-size:.88em}header .soft{margin-left:0;width:100%}}
@media print{section{break-inside:avoid}}
`.trim();

// src/shells/bot/status/page.ts
function statusPage({ login, now, sights, works }) {
  const meshes = sights.length === 0 ? html`<section><p>Nothing was looked at yet: the first look comes within the hours of LOOK_HOURS.</p></section>` : sights.map((sight) => mesh(sight, now));
  const body = html`<header><h1>Isthmus</h1><span class="soft">signed in as ${login} · ${moment(now)} · <a href="/status/logout">sign out</a></span></header>
<main>${meshes}${runs(works)}</main>`;
  return document("Isthmus", body);
}
__name(statusPage, "statusPage");
function plainPage(said, link) {
  const next = link === void 0 ? void 0 : html`<p><a href="${link.to}">${link.text}</a></p>`;
  return document("Isthmus", html`<header><h1>Isthmus</h1></header><main><section><p>${said}</p>${next}</section></main>`);
}
__name(plainPage, "plainPage");
var contentPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
function document(title, body) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(style)}</style></head>
<body>${body}</body></html>
`.text;
}
__name(document, "document");
var tones = {
  no_changes: "good",
  drift: "bad",
  unhealthy: "bad",
  behind: "care",
  world_failed: "care"
};
var words = {
  no_changes: "as Git says",
  drift: "drift",
  unhealthy: "does not work",
  behind: "lags behind",
  world_failed: "not all could be read"
};
function mesh(sight, now) {
  const { repository, folder, commit, standing, said, at } = sight;
  const where = folder === "" ? repository : `${repository}/${folder}`;
  return html`<section><div class="head"><h2>${sight.mesh ?? "No mesh could be read"}</h2><span class="badge ${tones[standing] ?? "care"}">${words[standing] ?? standing}</span></div>
<p>${said}</p><p class="soft">${where} at <code>${commit.slice(0, 7)}</code>, looked at ${moment(at)} (${ago(now - at)})</p>
${clusters(sight.clusters)}${ends(sight.ends, now)}${drift(sight.drift)}${failed(sight.failed)}</section>`;
}
__name(mesh, "mesh");
function clusters(seen) {
  const rows = seen.toSorted((a, b) => a.wave - b.wave).map((one) => [
    `${one.wave}`,
    html`<b>${one.name}</b>`,
    `${one.role}, ${one.network}`,
    one.unreachable === void 0 ? one.istiods.join("; ") || "none" : html`<span class="care">${sentence(one.unreachable)}</span>`,
    one.kubernetes ?? "unknown",
    lastRun(one.lastRun),
    one.holder ?? "nobody"
  ]);
  return table("Clusters", ["Wave", "Cluster", "Role, network", "istiod", "Kubernetes", "Last run", "Held by"], rows);
}
__name(clusters, "clusters");
function lastRun(run) {
  if (run === void 0) return "none";
  const open = run.open === 0 ? void 0 : html` <span class="care">${run.open} steps open</span>`;
  return html`${moment(run.at)}, ${run.state}${open}<br><span class="soft">${run.by}</span>`;
}
__name(lastRun, "lastRun");
var mostEnds = 40;
function ends(seen, now) {
  const rows = seen.slice(0, mostEnds).map((one) => {
    const tone = one.ends <= now ? "bad" : one.dueFrom <= now ? "care" : "good";
    const state = one.ends <= now ? "ended" : one.dueFrom <= now ? `due, ${days(one.ends - now)}` : days(one.ends - now);
    const what = one.kind === "token" ? html`token for <b>${one.peer}</b> <span class="soft">${one.name}</span>` : html`${one.kind} <span class="soft">${one.name}</span>`;
    return [
      html`<time>${new Date(one.ends).toISOString().slice(0, 10)}</time>`,
      html`<span class="${tone}">${state}</span>`,
      one.cluster,
      what
    ];
  });
  return table("What ends", ["Ends", "Left", "Cluster", "What"], rows, seen.length - rows.length);
}
__name(ends, "ends");
function drift(seen) {
  return table(
    "Drift",
    ["Cluster", "Object", "What differs"],
    seen.map(({ cluster, object, what }) => [cluster, object, html`<code>${what}</code>`])
  );
}
__name(drift, "drift");
function failed(seen) {
  return table(
    "Does not work",
    ["Cluster", "Check", "Seen"],
    seen.map(({ cluster, name, observed }) => [cluster, name, sentence(observed)])
  );
}
__name(failed, "failed");
function sentence(text) {
  return text.split("`").map((part, index) => index % 2 === 0 ? part : html`<code>${part}</code>`);
}
__name(sentence, "sentence");
var states = { waiting: "", running: "care", done: "good", dead: "bad" };
function runs(works) {
  const rows = works.map(({ line, kind, at, state, attempts, ended }) => [
    html`${moment(at)}`,
    line,
    kind === "schedule" ? "look by plan" : kind,
    html`<span class="${states[state]}">${state === "dead" ? "given up" : state}</span>${attempts > 1 ? ` in try ${attempts}` : ""}`,
    ended === void 0 ? "" : ago(ended - at).replace(" ago", "")
  ]);
  const found = table("Last works", ["Came", "Where", "What", "State", "Took"], rows);
  return found && html`<section>${found}</section>`;
}
__name(runs, "runs");
function table(title, heads, rows, more = 0) {
  if (rows.length === 0) return void 0;
  const body = rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td data-label="${heads[index]}">${cell}</td>`)}</tr>`);
  const rest = more > 0 ? html`<p class="soft">and ${more} more</p>` : void 0;
  return html`<h3>${title}</h3><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${body}</tbody></table>${rest}`;
}
__name(table, "table");
function moment(at) {
  const text = new Date(at).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 16).replace("T", " ")} UTC</time>`;
}
__name(moment, "moment");
function days(milliseconds) {
  const count = Math.floor(milliseconds / 864e5);
  return count === 1 ? "1 day" : `${count} days`;
}
__name(days, "days");
var units = [
  ["day", 864e5],
  ["hour", 36e5],
  ["minute", 6e4],
  ["second", 1e3]
];
function ago(milliseconds) {
  const [unit, size] = units.find(([, length]) => milliseconds >= length) ?? units[3];
  const count = Math.max(0, Math.floor(milliseconds / size));
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
__name(ago, "ago");

// src/shells/bot/status/desk.ts
var sessionLife = 36e5;
var signInLife = 6e5;
var permissionLife = 6e4;
var mostWorks = 25;
function createStatusDesk(means) {
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
    if (login === void 0) return depart(signIn, seals.entry, clock.now());
    return told(means, login, mayRead);
  };
}
__name(createStatusDesk, "createStatusDesk");
var names = { session: "isthmus-session", entry: "isthmus-sign-in" };
function depart(signIn, seal, now) {
  const state = randomBytes(24).toString("base64url");
  const location = signInAddress(signIn, { state, verifier: seal.derive(state) });
  const entry = cookie(signIn, names.entry, seal.seal(JSON.stringify([state, now + signInLife])), signInLife);
  return { status: 302, headers: { ...plainHeaders, location, "set-cookie": [entry] }, body: "" };
}
__name(depart, "depart");
async function arrive({ signIn, clock, log }, { session, entry }, { query, cookies }) {
  const again = { to: "/status", text: "Try again" };
  const now = clock.now();
  const state = opened(entry, cookies.get(names.entry), now);
  const [given, code] = [query.get("state") ?? "", query.get("code") ?? ""];
  if (state === void 0 || !isSame(state, given))
    return page(plainPage("This sign-in did not begin in this browser, or took too long.", again), 400);
  if (code === "") return page(plainPage("GitHub did not say who you are.", again), 403);
  try {
    const login = await whoSignedIn(signIn, { code, verifier: entry.derive(state) });
    const made = cookie(signIn, names.session, session.seal(JSON.stringify([login, now + sessionLife])), sessionLife);
    return {
      status: 303,
      headers: { ...plainHeaders, location: "/status", "set-cookie": [made, cookie(signIn, names.entry, "", 0)] },
      body: ""
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.warn("Somebody could not be signed in", { code: error.code, why: error.message });
    return page(plainPage("GitHub did not say who you are.", again), 502);
  }
}
__name(arrive, "arrive");
async function told({ queue, clock, log }, login, mayRead) {
  const notes = await queue.notes();
  const sights = notes.filter(({ key }) => key.startsWith("sight ")).map(({ body }) => JSON.parse(body));
  const allowed = await Promise.all(sights.map((sight) => mayRead(login, sight)));
  const mine = sights.filter((_, index) => allowed[index]);
  if (mine.length === 0 && sights.length > 0) {
    log.info("Somebody without a right to read looked at the status page", { login });
    return page(plainPage("You may read none of the repositories this bot works for.", { to: "/status/logout", text: "Sign out" }), 403);
  }
  const lines = mine.map(({ repository }) => repository);
  const works = (await queue.recent(200)).filter(
    ({ line }) => lines.some((name) => line === name || line.startsWith(`${name}#`) || line.startsWith(`${name} `))
  );
  return page(statusPage({ login, now: clock.now(), sights: mine, works: works.slice(0, mostWorks) }));
}
__name(told, "told");
function createPermissions({ app, clock, log }) {
  const known = /* @__PURE__ */ new Map();
  const ask = /* @__PURE__ */ __name(async (login, { repository, installation }) => {
    const [owner = "", repo = ""] = repository.split("/");
    try {
      return await permissionOf(app.connectionTo({ installation, owner, repo }), login) !== "none";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      log.warn("GitHub did not say who may read the status page", { code: error.code, why: error.message });
      return false;
    }
  }, "ask");
  return (login, sight) => {
    const [key, now] = [`${login.toLowerCase()} ${sight.repository}`, clock.now()];
    for (const [name, { until }] of known) if (until <= now) known.delete(name);
    const there = known.get(key) ?? { until: now + permissionLife, may: ask(login, sight) };
    known.set(key, there);
    return there.may;
  };
}
__name(createPermissions, "createPermissions");
function opened(seal, sealed, now) {
  const text = sealed === void 0 ? void 0 : seal.open(sealed);
  if (text === void 0) return void 0;
  const [said, until] = JSON.parse(text);
  return typeof said === "string" && typeof until === "number" && until > now ? said : void 0;
}
__name(opened, "opened");
function isSame(one, other) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
__name(isSame, "isSame");
function cookiesIn(header) {
  return new Map(
    (header ?? "").split(";").map((part) => {
      const [name = "", ...value] = part.trim().split("=");
      return [name, value.join("=")];
    })
  );
}
__name(cookiesIn, "cookiesIn");
function cookie({ callback }, name, value, life) {
  const isSecure = callback.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/status; Max-Age=${Math.floor(life / 1e3)}; HttpOnly; SameSite=Lax${isSecure}`;
}
__name(cookie, "cookie");
function expired(signIn) {
  return cookie(signIn, names.session, "", 0);
}
__name(expired, "expired");
var plainHeaders = {
  "cache-control": "no-store",
  "content-security-policy": contentPolicy,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY"
};
function page(body, status = 200, cookies = []) {
  const made = cookies.length === 0 ? {} : { "set-cookie": cookies };
  return { status, headers: { ...plainHeaders, "content-type": "text/html; charset=utf-8", ...made }, body };
}
__name(page, "page");
export {
  createStatusDesk
};
