import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/catalog/commands.gen.ts";
import { parse } from "../../src/chatops/index.ts";

const heard = (body: string, shortForm = true) => parse(body, { shortForm });
const verbs = (body: string, shortForm = true) => heard(body, shortForm).commands.map(({ verb }) => verb);
const codes = (body: string) => heard(body).misread.map(({ reason }) => reason.code);

describe("what is a command", () => {
  it.each([
    ["/plan", ["plan"]],
    ["Please look:\n\n/plan\n/status", ["plan", "status"]],
    ["/isthmus plan", ["plan"]],
    ["/isthmus", ["help"]],
    ["   /plan  ", ["plan"]],
    ["/plan\r\n/status\r\n", ["plan", "status"]],
    ["- done\n/plan", ["plan"]],
    ["~~~\nnot\n~~~\n/plan", ["plan"]],
  ])("%j is heard", (body, expected) => {
    expect(verbs(body)).toEqual(expected);
    expect(heard(body).misread).toEqual([]);
  });

  it.each([
    ["in a sentence", "we could /plan this"],
    ["in a fence", "```\n/apply\n```"],
    ["in a fence that is never closed", "```sh\n/apply\n"],
    ["in a fence of tildes inside a list", "- a\n  ~~~\n  /apply\n  ~~~"],
    ["in a fence inside a quote", "> ```\n> /apply\n> ```"],
    ["in an indented block", "text\n\n    /apply"],
    ["in a code span over lines", "see `this\n/apply\nhere`"],
    ["in a quote", "> /apply"],
    ["in a quote's lazy line", "> as you said\n/apply"],
    ["in an HTML comment", "<!--\n/apply\n-->"],
    ["in an inline HTML comment", "a <!-- b\n/apply\n--> c"],
    ["in preformatted HTML", "<pre>\n\n/apply\n\n</pre>"],
    ["behind a bullet", "- /apply"],
    ["a path", "/usr/bin/apply"],
    ["a verb of other bots", "/approve\n/lgtm\n/hold\n/retest\n/merge"],
    ["a word that is near to none", "/shipit"],
    ["beyond forty quotes", `${"> ".repeat(41)}deep\n/apply`],
  ])("nothing is heard %s", (_, body) => {
    expect(heard(body)).toEqual({ commands: [], misread: [] });
  });

  it("leaves the short form to others where the mesh says so", () => {
    expect(verbs("/plan\n/isthmus status", false)).toEqual(["status"]);
  });
});

describe("words behind the verb", () => {
  it("become targets, flags and texts", () => {
    const [command] = heard(
      '/apply east @eu wave:2 stage:routing --plan=7c1e9ab4 --soak=1h30m --prune=3 --dry-run --reason="night, agreed"',
    ).commands;
    expect(command).toMatchObject({
      verb: "apply",
      targets: [
        { kind: "cluster", name: "east" },
        { kind: "group", name: "eu" },
        { kind: "wave", number: 2 },
        { kind: "stage", stage: "routing" },
      ],
      flags: { plan: "7c1e9ab4", soak: 5400, prune: 3, "dry-run": true, reason: "night, agreed" },
      line: 1,
    });
  });

  it("are what a phone makes of them", () => {
    expect(heard("/rollback all \u2014reason=\u201cf\u00fcr die Nacht\u201d").commands).toMatchObject([
      { wave: "all", flags: { reason: "f\u00fcr die Nacht" } },
    ]);
  });

  it("name an object or a host", () => {
    expect(heard("/diff east VirtualService/shop/checkout --raw").commands).toMatchObject([
      { cluster: "east", object: { kind: "virtualservice", namespace: "shop", name: "checkout" }, flags: { raw: true } },
    ]);
    expect(heard("/diff istiooperator/x").commands).toMatchObject([
      { cluster: undefined, object: { kind: "istiooperator", namespace: undefined, name: "x" } },
    ]);
    expect(heard("/explain Checkout.shop west").commands).toMatchObject([{ host: "checkout.shop", cluster: "west" }]);
  });

  it("are not interpolated", () => {
    expect(heard('/rollback --reason="$(id) ${HOME} `id`"').commands).toMatchObject([{ flags: { reason: "$(id) ${HOME} `id`" } }]);
  });

  it.each([
    ["/aply east", "verb_unknown"],
    ["/isthmus shipit", "verb_unknown"],
    ["/\u0430pply east", "verb_look_alike"],
    ["/apply e\u0430st", "not_ascii"],
    ["/apply \u202eeast", "not_ascii"],
    ["/apply --purne=3", "flag_unknown"],
    ["/status --full", "flag_none"],
    ["/apply --prune", "flag_without_value"],
    ["/apply --prune=many", "flag_value"],
    ["/apply --prune=-1", "flag_value"],
    ["/apply --plan=main", "flag_value"],
    ["/apply --soak=0m", "flag_value"],
    ["/apply --dry-run=no", "flag_needless_value"],
    ["/apply --prune=1 --prune=2", "flag_twice"],
    ["/lock east", "flag_missing"],
    ["/rollback", "flag_missing"],
    ['/rollback --reason=" "', "flag_value"],
    ['/rollback --reason="a', "quote_open"],
    ['/waive some-rule --reason="a" --until=2026-02-30', "flag_value"],
    ["/explain", "argument_missing"],
    ['/waive --reason="a"', "argument_missing"],
    ["/status east", "argument_unexpected"],
    ["/apply ../east", "argument_unexpected"],
    ["/apply stage:all", "argument_unexpected"],
    ["/apply wave:0", "argument_unexpected"],
    ["/certs east west", "argument_unexpected"],
  ])("%s is refused: %s", (body, code) => {
    expect(codes(body)).toEqual([code]);
    expect(heard(body).commands).toEqual([]);
  });

  it("get the nearest that was meant", () => {
    expect(heard("/aply").misread[0]?.reason.next).toBe("Did you mean /apply? `/isthmus help` lists what there is.");
    expect(heard("/apply --purne=3").misread[0]?.reason.next).toContain("Did you mean --prune? ");
  });
});

describe("how much one comment may ask", () => {
  it("is one deed: the second is refused, not queued", () => {
    expect(verbs("/apply east\n/apply west")).toEqual(["apply"]);
    expect(codes("/apply east\n/apply west")).toEqual(["second_deed"]);
    expect(codes("/pause\n/resume\n/cancel")).toEqual(["second_deed", "second_deed"]);
  });

  it("is five questions beside it", () => {
    expect(verbs(`/apply\n${"/status\n".repeat(5)}`)).toHaveLength(6);
    expect(codes("/status\n".repeat(6))).toEqual(["too_many"]);
  });
});

describe("any comment", () => {
  const parts = fc.constantFrom(
    "/",
    "apply",
    "plan",
    " ",
    "\n",
    "```",
    ">",
    "    ",
    "`",
    "<!--",
    "-->",
    "--",
    "=",
    '"',
    "east",
    "- ",
    "~~~",
    "<pre>",
    "\u0430",
    "@",
    "*",
  );

  it("is read without failing, and what is heard stands in it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }), (words) => {
        const body = words.join("");
        const lines = body.split(/\r\n|\r|\n/u);
        const { commands: found, misread } = heard(body);
        for (const { line, text } of [...found, ...misread]) expect(lines[line - 1]?.trim()).toBe(text);
        expect(found.filter(({ verb }) => commands[verb].does === "sets").length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is not heard inside a fence, whatever stands before it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("text", "- a", "> b", "# c", "", "| a |", "1. x"), { maxLength: 8 }), (before) => {
        expect(heard([...before, "", "~~~~", "/apply", "~~~~"].join("\n")).commands).toEqual([]);
      }),
    );
  });
});
