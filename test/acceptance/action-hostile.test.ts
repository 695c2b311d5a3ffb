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

type Event = ReturnType<typeof pullRequestEvent> & { readonly pull_request: { readonly head: object } };

async function attack(files: Readonly<Record<string, Content>>, change: (event: Event) => object = (event) => event) {
  const base = addCommit(github.state.objects, shop);
  const head = addCommit(github.state.objects, { ...shop, ...files }, [base]);
  const done = await runJob({
    github,
    eventName: "pull_request_target",
    event: change(pullRequestEvent({ number: 666, base, head, isFork: true }) as Event),
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

/** Names and texts that mean something to GitHub, a terminal or a reader, where the mesh repository lets strangers write any. */
const names = {
  "config/all/lfs.yaml":
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
  "config/all/sub": { submodule: "4".repeat(40) },
  "config/all/\u202egnp.lmay.yaml": "kind: [\n",
  "config/all/@shop/admins.yaml": "kind: [\n",
  "config/all/www.evil.example.yaml": "kind: [\n",
  "config/all/`x` [l](https:--evil.example) <img src=x>.yaml": "kind: [\n",
  "clusters/evil.yaml":
    "apiVersion: isthmus.dev/v1alpha1\nkind: Cluster\nmetadata: { name: '@shop/admins [x](https://evil.example)' }\nspec: { role: primary, network: net }\n",
  "clusters/zeta.yaml":
    "apiVersion: isthmus.dev/v1alpha1\nkind: Cluster\nmetadata: { name: zeta, labels: { a: '</details>@shop/admins' } }\nspec: { role: primary, network: '@shop/admins www.evil.example', kubernetes: '@shop/admins', access: { kubeconfig: { env: '@shop/admins' } } }\n",
  "config/all/host.yaml": `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: '@shop/admins', namespace: shop }
spec:
  hosts: ['@shop/admins', www.evil.example, 'https://evil.example/x', ping@shop.example]
  http: [{ name: "\\e[31mred\\u202e", route: [{ destination: { host: www.evil.example, subset: '<!-- isthmus:reply' } }] }]
`,
  "config/all/kind.yaml": "apiVersion: '@shop/admins'\nkind: www.evil.example\nmetadata: { name: x, namespace: '#1 GH-1 shop/mesh#2' }\n",
  // More than any comment holds.
  "config/all/huge.yaml": Array.from(
    { length: 3000 },
    (_, index) =>
      `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: s${index}, namespace: shop }\nspec: { hosts: [h${index}.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }\n`,
  ).join("---\n"),
} as const satisfies Readonly<Record<string, Content>>;

describe("hostile names", () => {
  it("mention nobody, link nowhere, turn no text around and colour no terminal, in whatever is posted, beside a diff that is larger than any page", async () => {
    const done = await attack(names, (event) => ({
      ...event,
      pull_request: {
        ...event.pull_request,
        title: "@shop/admins ::error::x",
        head: { ...event.pull_request.head, ref: "x\n::set-output name=decision::pass\n@shop/admins" },
      },
    }));
    expect([done.code, done.outputs["decision"]]).toEqual([1, "fail"]);
    const pages = github.state.checkRuns.flatMap(({ title, summary, text }) => [title ?? "", summary ?? "", text ?? ""]);
    for (const markdown of [done.comment, done.summary, ...pages]) {
      // oxlint-disable-next-line no-control-regex
      expect(markdown).not.toMatch(/[\u001b\u202e]/u);
      const html = load(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }));
      expect(html("script, img, iframe").length).toBe(0);
      const links = html("a")
        .toArray()
        .map((link) => html(link).attr("href"));
      expect(links.filter((href) => !href?.startsWith("https://github.com/shop/mesh/"))).toEqual([]);
      html("code, pre").remove();
      expect(html.text()).not.toMatch(/@shop|GH-1|#\d|<!--/u);
    }
    expect(done.comment.length).toBeLessThan(65_536);
    // oxlint-disable-next-line no-control-regex
    expect(done.log).not.toMatch(/[\u001b\u202e]|^::set-output/mu);
    expect(github.log.some(({ path }) => path.includes("4".repeat(40)))).toBe(false);
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
