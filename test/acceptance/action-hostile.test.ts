import { load } from "cheerio";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { harmless } from "../../src/shells/action/log.ts";
import { pullRequestEvent, runJob } from "../support/github/job.ts";
import { shop } from "../support/github/mesh.ts";
import { addCommit, type Content } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** A stranger's pull request, written to harm whoever reads it or runs beside it. */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.stop());

async function attack(files: Readonly<Record<string, Content>>) {
  const base = addCommit(github.state.objects, shop);
  const head = addCommit(github.state.objects, { ...shop, ...files }, [base]);
  const done = await runJob({
    github,
    eventName: "pull_request_target",
    event: pullRequestEvent({ number: 666, base, head, isFork: true }),
  });
  const sent = github.log.map(({ path, body }) => `${path}\n${body}`).join("\n");
  return { ...done, sent, comment: github.state.comments[0]?.body ?? "" };
}

const canary = "c4n4ry-9f8e7d6c5b4a";

describe("a hostile pull request", () => {
  it("commands no runner, leaves no markup, follows no link and gives away no secret, in one run with everything in it", async () => {
    const command = "::set-output name=decision::pass";
    const done = await attack({
      "config/all/::error file=x::pwned.yaml": "kind: [\n",
      "config/all/##[set-output name=decision]pass.yaml": "kind: [\n",
      "config/all/newline\n::add-mask::a.yaml": "kind: [\n",
      "config/all/bomb.yaml": `${Array.from(
        { length: 9 },
        (_, i) =>
          `a${i}: &a${i} [${Array(9)
            .fill(i === 0 ? "x" : `*a${i - 1}`)
            .join(",")}]`,
      ).join("\n")}\n`,
      "config/all/deep.yaml": `${"[".repeat(20_000)}\n`,
      "config/all/link.yaml": { symlink: "../../../../../../etc/passwd" },
      "config/all/key.pem": `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----\n`,
      "config/all/secret.yaml": `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: shop }\nstringData: { password: ${canary} }\n`,
      "config/all/evil.yaml": `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: "x"\n  namespace: shop\n  annotations: { a: "\\n${command}\\n@admin <img src=x onerror=alert(1)> [l](https://evil.example) \`\`\`\`\\n</details>" }\nspec:\n  hosts: ["*"]\n  http: [{ route: [{ destination: { host: "@admin<script>" } }] }]\n`,
    });
    expect(done.code).toBe(1);
    expect(done.outputs["decision"]).toBe("fail");
    expect(done.comment).not.toBe("");

    const commands = done.log.split(/\r\n|[\r\n]/u).filter((line) => /^\s*::/u.test(line) || line.includes("##["));
    expect(commands.filter((line) => !/^::(?:add-mask|error|warning)\b/u.test(line))).toEqual([]);
    expect(commands.filter((line) => line.startsWith("::add-mask::"))).toEqual([`::add-mask::${github.state.token.value}`]);

    for (const place of [done.log, done.summary, done.result, done.sent]) expect(place.includes(canary)).toBe(false);
    for (const place of [done.log, done.summary, done.result, done.sent]) expect(place).not.toContain("root:x:0:0");
    expect([done.summary, done.result, done.sent].some((place) => place.includes(github.state.token.value))).toBe(false);

    for (const markdown of [
      done.comment,
      done.summary,
      ...github.state.checkRuns.flatMap(({ summary, text }) => [summary ?? "", text ?? ""]),
    ]) {
      const html = load(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }));
      expect(html("script, img, iframe").length).toBe(0);
      expect(
        html("a")
          .toArray()
          .map((link) => html(link).attr("href"))
          .filter((href) => !href?.startsWith("https://github.com/shop/mesh/")),
      ).toEqual([]);
      html("code, pre").remove();
      expect(html.text()).not.toMatch(/(?<![\w\u200b])@admin/u);
    }
  });
});

describe("the log", () => {
  it.each([
    ["::set-output name=a::b", ": :set-output name=a::b"],
    ["  ::error::x", "  : :error::x"],
    ["fine\n::debug::x\r::debug::y\u2028::debug::z", "fine\n: :debug::x\n: :debug::y\n: :debug::z"],
    ["a ##[command]x", "a # #[command]x"],
    ["esc\u001b[2K bidi\u202e", "esc\ufffd[2K bidi\ufffd"],
    ["\u200b::debug::x", "\ufffd::debug::x"],
    ["std::vector", "std::vector"],
  ])("makes %j harmless", (text, expected) => {
    expect(harmless(text)).toBe(expected);
  });
});
