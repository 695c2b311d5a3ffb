import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as cheerio from "cheerio";
import { describe, expect, it } from "vitest";
import type { Study } from "../../src/model/study.ts";
import { page, report } from "../../src/report/index.ts";

const cases = join(import.meta.dirname, "..", "stages", "report");
const browser = (process.env["PATH"] ?? "")
  .split(":")
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((file) => existsSync(file));

async function pageOf(name: string): Promise<string> {
  const { default: study } = (await import(join(cases, name, "study.ts"))) as { readonly default: Study };
  return page(report(study));
}

describe.each(readdirSync(cases))("the page of %s", (name) => {
  it("loads nothing, runs nothing, and holds no element a user wrote", async () => {
    const $ = cheerio.load(await pageOf(name));
    expect($("script, link, img, iframe, object, embed, form, a, base").length).toBe(0);
    expect(
      $("*")
        .toArray()
        .flatMap((element) => ("attribs" in element ? Object.keys(element.attribs) : []))
        .filter((key) => /^on|^src$|^href$/u.test(key)),
    ).toEqual([]);
    expect($("style")).toHaveLength(1);
  });
});

describe("the page of a small change", () => {
  it("is as it was", async () => {
    await expect(await pageOf("small-change")).toMatchFileSnapshot(join(cases, "small-change", "expected.html"));
  });
});

describe("the heading of a page", () => {
  it("is green where nothing asks for care", async () => {
    const tones = async (name: string) =>
      cheerio
        .load(await pageOf(name))(".state")
        .attr("class");
    expect(await tones("version-upgrade")).toBe("state changes");
    expect(await tones("deletions")).toBe("state unknown");
  });
});

describe.skipIf(browser === undefined)("the page in Chromium (skipped where there is no chromium)", () => {
  it.each(["hostile-names", "new-cluster"])("%s: no error in the console, no request, the text is seen", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-page-"));
    const file = join(folder, "page.html");
    writeFileSync(file, await pageOf(name));
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-features=NetworkTimeServiceQuerying",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      `--user-data-dir=${join(folder, "profile")}`,
    ];
    const log = join(folder, "net.json");
    const errors = join(folder, "console.txt");
    try {
      const shell = `"$0" "$@" 2>"${errors}"`;
      const dom = execFileSync(
        "sh",
        [
          "-c",
          shell,
          browser ?? "",
          ...flags,
          "--enable-logging=stderr",
          "--v=0",
          `--log-net-log=${log}`,
          "--dump-dom",
          pathToFileURL(file).href,
        ],
        { encoding: "utf8" },
      );
      expect(cheerio.load(dom)("h1").text()).toBe("Mesh plan 7c1e9ab4");
      expect(
        readFileSync(errors, "utf8")
          .split("\n")
          .filter((line) => line.includes("CONSOLE")),
      ).toEqual([]);
      expect(requestedHosts(readFileSync(log, "utf8"))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Hosts in a log of Chromium's network, without those that the browser asks on its own (clock, updates); no page of ours can name them. */
function requestedHosts(log: string): readonly string[] {
  const hosts = [...log.matchAll(/"url":"(?:https?|wss?|ftp):\/\/([^/"]*)/gu)].map(([, host]) => host ?? "");
  return hosts.filter((host) => !/(?:^|\.)(?:google|googleapis)\.com$/u.test(host));
}
