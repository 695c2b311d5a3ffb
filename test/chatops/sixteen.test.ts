import { describe, expect, it } from "vitest";
import { type CommandEntry, type CommandName, commands } from "../../src/catalog/commands.gen.ts";
import { reasons } from "../../src/catalog/reasons.gen.ts";
import { parse } from "../../src/chatops/index.ts";

/** The sixteen commands as they were specified: a second hand to the catalogue, so that neither can drift alone. */

type Row = readonly [takes: string, flags: string, needs: CommandEntry["needs"], does: CommandEntry["does"]];

/** Behind a flag what it takes; `!` where it must be given. */
const specified: Readonly<Record<CommandName, Row>> = {
  help: ["", "", "anyone", "asks"],
  plan: ["target*", "live:nothing full:nothing", "triage", "asks"],
  diff: ["cluster? object?", "raw:nothing effective:nothing", "reader", "asks"],
  explain: ["host cluster?", "", "reader", "asks"],
  status: ["", "", "anyone", "asks"],
  verify: ["target*", "", "write", "asks"],
  drift: ["target*", "adopt:nothing restore:nothing", "write", "asks"],
  certs: ["cluster?", "", "write", "asks"],
  apply: ["target*", "plan:digest wave:count soak:duration max-parallel:count prune:count dry-run:nothing reason:text", "grant", "sets"],
  pause: ["", "reason:text", "grant", "sets"],
  resume: ["", "reason:text", "grant", "sets"],
  cancel: ["", "reason:text", "grant", "sets"],
  rollback: ["wave?", "to:digest reason:text!", "grant", "sets"],
  lock: ["target*", "ttl:duration! reason:text", "write", "sets"],
  unlock: ["target*", "reason:text", "write", "sets"],
  waive: ["rule", "reason:text! until:date", "grant", "sets"],
};
const names = Object.keys(specified) as readonly CommandName[];

const good = { nothing: "", digest: "=7c1e9ab4", count: "=3", duration: "=1h30m", text: '="night, agreed"', date: "=2027-01-31" } as const;
const bad = { digest: "main", count: "-1", duration: "0m", text: '" "', date: "2026-02-30" } as const;
const least = { target: "east", cluster: "east", object: "service/a/b", host: "a.b", rule: "some-rule", wave: "1" } as const;

type Flag = CommandEntry["flags"][number];
const heard = (line: string) => parse(line, { shortForm: true });
const codes = (line: string) => heard(line).misread.map(({ reason }) => reason.code);
const flag = ({ name, takes }: Flag): string => `--${name}${good[takes]}`;

/** The shortest line that a command is given by, without one of its flags. */
function shortest(verb: CommandName, without = ""): string {
  const entry: CommandEntry = commands[verb];
  const places = entry.takes.filter((place) => !/[*?]$/u.test(place)).map((place) => least[place as keyof typeof least]);
  return [`/${verb}`, ...places, ...entry.flags.filter(({ must, name }) => must && name !== without).map(flag)].join(" ");
}

describe("the sixteen commands", () => {
  it("are these, and take, need and do what was specified", () => {
    const catalogued = Object.entries(commands).map(([name, entry]: [string, CommandEntry]) => {
      const flags = entry.flags.map(({ name: of, takes, must }) => `${of}:${takes}${must ? "!" : ""}`).join(" ");
      return [name, [entry.takes.join(" "), flags, entry.needs, entry.does]];
    });
    expect(Object.fromEntries(catalogued)).toEqual(specified);
  });

  it.each(names)("/%s is heard in both forms, alone and with all that it takes, in any order", (verb) => {
    const entry: CommandEntry = commands[verb];
    const places = entry.takes.map((place) => least[place.replace(/[*?]$/u, "") as keyof typeof least]);
    const whole = ["", ...entry.flags.map(flag), ...places].join(" ");
    const lines = [shortest(verb), shortest(verb).replace("/", "/isthmus "), `/${verb}${whole}`, `/isthmus ${verb}${whole}`];
    for (const line of lines) expect([heard(line).commands.map((command) => command.verb), codes(line)], line).toEqual([[verb], []]);
    expect(Object.keys(heard(`/${verb}${whole}`).commands[0]?.flags ?? {}).sort()).toEqual(entry.flags.map(({ name }) => name).sort());
  });

  it.each(names.flatMap((verb) => (commands[verb] as CommandEntry).flags.map((entry) => [verb, entry] as const)))(
    "/%s refuses what $name may not hold",
    (verb, entry) => {
      const line = shortest(verb, entry.name);
      if (entry.takes === "nothing") expect(codes(`${line} --${entry.name}=yes`)).toEqual(["flag_needless_value"]);
      else {
        expect(codes(`${line} --${entry.name}=${bad[entry.takes]}`)).toEqual(["flag_value"]);
        expect(codes(`${line} --${entry.name}`)).toEqual(["flag_without_value"]);
      }
      expect(codes(`${line} ${flag(entry)} ${flag(entry)}`)).toEqual(["flag_twice"]);
      if (entry.must) expect(codes(line)).toEqual(["flag_missing"]);
    },
  );

  it.each(names)("/%s misspelt does nothing, and is met with what was meant", (verb) => {
    const slip = verb.slice(0, -1);
    expect(heard(`/isthmus ${slip}`)).toMatchObject({ commands: [], misread: [{ reason: { code: "verb_unknown" } }] });
    expect(heard(`/isthmus ${slip}`).misread[0]?.reason.next).toContain("Did you mean /");
    const [first] = (commands[verb] as CommandEntry).flags;
    const code = first === undefined ? "flag_none" : "flag_unknown";
    expect(codes(`${shortest(verb)} --${first === undefined ? "x" : `${first.name}s`}`)).toEqual([code]);
  });
});

describe("reason codes", () => {
  it.each(
    "not_permitted plan_stale head_moved locked not_approved checks_failing checks_unknown fork_untrusted cluster_unknown prune_unconfirmed window_closed".split(
      " ",
    ),
  )("%s is one of them", (code) => {
    expect(Object.keys(reasons)).toContain(code);
  });

  it("each say what is the matter and what to do about it", () => {
    for (const [code, { said, next }] of Object.entries(reasons))
      expect([code, said.trim() !== "", next.trim() !== ""]).toEqual([code, true, true]);
  });
});
