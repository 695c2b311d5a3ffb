import { createHash } from "node:crypto";
import type { Expiry } from "../../../model/expiry.ts";
import type { ClusterSight, Sight } from "../../../model/sight.ts";
import type { WorkSeen } from "../../../model/work.ts";
import { Html, html, type Piece } from "./html.ts";
import { style } from "./style.ts";

/** What is told to one person: only of repositories that they may read. */
export interface Shown {
  readonly login: string;
  /** When the page is made. Milliseconds since 1970. */
  readonly now: number;
  readonly sights: readonly Sight[];
  /** The newest first. */
  readonly works: readonly WorkSeen[];
}

/** The whole page. */
export function statusPage({ login, now, sights, works }: Shown): string {
  const meshes =
    sights.length === 0
      ? html`<section><p>Nothing was looked at yet: the first look comes within the hours of LOOK_HOURS.</p></section>`
      : sights.map((sight) => mesh(sight, now));
  const body = html`<header><h1>Isthmus</h1><span class="soft">signed in as ${login} · ${moment(now)} · <a href="/status/logout">sign out</a></span></header>
<main>${meshes}${runs(works)}</main>`;
  return document("Isthmus", body);
}

/** A page with one sentence, such as why somebody sees nothing. */
export function plainPage(said: string, link?: { readonly to: string; readonly text: string }): string {
  const next = link === undefined ? undefined : html`<p><a href="${link.to}">${link.text}</a></p>`;
  return document("Isthmus", html`<header><h1>Isthmus</h1></header><main><section><p>${said}</p>${next}</section></main>`);
}

/** What a browser may do with these pages: show them, and nothing else. */
export const contentPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function document(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(style)}</style></head>
<body>${body}</body></html>
`.text;
}

const tones: Readonly<Record<string, string>> = {
  no_changes: "good",
  drift: "bad",
  unhealthy: "bad",
  behind: "care",
  world_failed: "care",
};
const words: Readonly<Record<string, string>> = {
  no_changes: "as Git says",
  drift: "drift",
  unhealthy: "does not work",
  behind: "lags behind",
  world_failed: "not all could be read",
};

function mesh(sight: Sight, now: number): Html {
  const { repository, folder, commit, standing, said, at } = sight;
  const where = folder === "" ? repository : `${repository}/${folder}`;
  return html`<section><div class="head"><h2>${sight.mesh ?? "No mesh could be read"}</h2><span class="badge ${tones[standing] ?? "care"}">${words[standing] ?? standing}</span></div>
<p>${said}</p><p class="soft">${where} at <code>${commit.slice(0, 7)}</code>, looked at ${moment(at)} (${ago(now - at)})</p>
${clusters(sight.clusters)}${ends(sight.ends, now)}${drift(sight.drift)}${failed(sight.failed)}</section>`;
}

function clusters(seen: readonly ClusterSight[]): Html | undefined {
  const rows = seen
    .toSorted((a, b) => a.wave - b.wave)
    .map((one) => [
      `${one.wave}`,
      html`<b>${one.name}</b>`,
      `${one.role}, ${one.network}`,
      one.unreachable === undefined ? one.istiods.join("; ") || "none" : html`<span class="care">${sentence(one.unreachable)}</span>`,
      one.kubernetes ?? "unknown",
      lastRun(one.lastRun),
      one.holder ?? "nobody",
    ]);
  return table("Clusters", ["Wave", "Cluster", "Role, network", "istiod", "Kubernetes", "Last run", "Held by"], rows);
}

function lastRun(run: ClusterSight["lastRun"]): Piece {
  if (run === undefined) return "none";
  const open = run.open === 0 ? undefined : html` <span class="care">${run.open} steps open</span>`;
  return html`${moment(run.at)}, ${run.state}${open}<br><span class="soft">${run.by}</span>`;
}

const mostEnds = 40;

function ends(seen: readonly Expiry[], now: number): Html | undefined {
  const rows = seen.slice(0, mostEnds).map((one) => {
    const tone = one.ends <= now ? "bad" : one.dueFrom <= now ? "care" : "good";
    const state = one.ends <= now ? "ended" : one.dueFrom <= now ? `due, ${days(one.ends - now)}` : days(one.ends - now);
    const what =
      one.kind === "token"
        ? html`token for <b>${one.peer}</b> <span class="soft">${one.name}</span>`
        : html`${one.kind} <span class="soft">${one.name}</span>`;
    return [
      html`<time>${new Date(one.ends).toISOString().slice(0, 10)}</time>`,
      html`<span class="${tone}">${state}</span>`,
      one.cluster,
      what,
    ];
  });
  return table("What ends", ["Ends", "Left", "Cluster", "What"], rows, seen.length - rows.length);
}

function drift(seen: Sight["drift"]): Html | undefined {
  return table(
    "Drift",
    ["Cluster", "Object", "What differs"],
    seen.map(({ cluster, object, what }) => [cluster, object, html`<code>${what}</code>`]),
  );
}

function failed(seen: Sight["failed"]): Html | undefined {
  return table(
    "Does not work",
    ["Cluster", "Check", "Seen"],
    seen.map(({ cluster, name, observed }) => [cluster, name, sentence(observed)]),
  );
}

/** What stands between back-ticks is code. */
function sentence(text: string): readonly Piece[] {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`));
}

const states: Readonly<Record<WorkSeen["state"], string>> = { waiting: "", running: "care", done: "good", dead: "bad" };

function runs(works: readonly WorkSeen[]): Html | undefined {
  const rows = works.map(({ line, kind, at, state, attempts, ended }) => [
    html`${moment(at)}`,
    line,
    kind === "schedule" ? "look by plan" : kind,
    html`<span class="${states[state]}">${state === "dead" ? "given up" : state}</span>${attempts > 1 ? ` in try ${attempts}` : ""}`,
    ended === undefined ? "" : ago(ended - at).replace(" ago", ""),
  ]);
  const found = table("Last works", ["Came", "Where", "What", "State", "Took"], rows);
  return found && html`<section>${found}</section>`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly Piece[])[], more = 0): Html | undefined {
  if (rows.length === 0) return undefined;
  const body = rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td data-label="${heads[index]}">${cell}</td>`)}</tr>`);
  const rest = more > 0 ? html`<p class="soft">and ${more} more</p>` : undefined;
  return html`<h3>${title}</h3><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${body}</tbody></table>${rest}`;
}

function moment(at: number): Html {
  const text = new Date(at).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 16).replace("T", " ")} UTC</time>`;
}

function days(milliseconds: number): string {
  const count = Math.floor(milliseconds / 86_400_000);
  return count === 1 ? "1 day" : `${count} days`;
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

function ago(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds >= length) ?? units[3];
  const count = Math.max(0, Math.floor(milliseconds / size));
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
