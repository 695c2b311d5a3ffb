import { describe, expect, it } from "vitest";
import { type Asked, decide, heldNow, type Person, parse } from "../../src/chatops/index.ts";
import { defaultChatOps, type Grant } from "../../src/model/chatops.ts";
import { ana, at, fine } from "./asked.ts";

function decided(line: string, change: Partial<Asked> = {}) {
  const { commands, misread } = parse(line, { shortForm: true });
  const [command] = commands;
  if (command === undefined) throw new Error(`not a command: ${misread[0]?.reason.said ?? line}`);
  return decide(command, { ...fine, ...change });
}

function codes(line: string, change: Partial<Asked> = {}): readonly string[] {
  const decision = decided(line, change);
  return decision.kind === "allowed" ? [] : decision.reasons.map(({ code }) => code);
}

function said(line: string, change: Partial<Asked> = {}): string {
  const decision = decided(line, change);
  return decision.kind === "allowed" ? "" : decision.reasons.map((reason) => `${reason.said} ${reason.next}`).join("\n");
}

const plan = fine.plan ?? expect.fail();

describe("a part of the plan", () => {
  it.each(["/lock stage:routing --ttl=1h", "/verify stage:certs", "/plan stage:install"])("is for /apply, not for %s", (line) => {
    expect(codes(line)).toEqual(["stage_needless"]);
  });

  it("is applied in every cluster that the plan changes, or in those that are named", () => {
    expect(decided("/apply stage:routing")).toEqual({ kind: "allowed", clusters: ["east", "west"] });
    expect(decided("/apply west stage:routing")).toEqual({ kind: "allowed", clusters: ["west"] });
  });
});

describe("where a command acts", () => {
  it.each([
    ["/apply", ["east", "west"]],
    ["/apply west", ["west"]],
    ["/apply wave:2", ["west"]],
    ["/apply @us", ["east", "west"]],
    ["/apply east east @us", ["east", "west"]],
    ["/verify", ["east", "eu", "west"]],
    ["/verify wave:2", ["eu", "west"]],
    ["/lock eu --ttl=1h", ["eu"]],
    ['/rollback 1 --reason="no"', ["east"]],
    ['/rollback --reason="no"', ["east", "eu", "west"]],
    ['/rollback all --reason="no"', ["east", "eu", "west"]],
    ["/pause", ["east", "west"]],
    ['/waive some-rule --reason="known"', ["east", "west"]],
  ])("%s", (line, clusters) => {
    expect(decided(line)).toEqual({ kind: "allowed", clusters });
  });

  it("must be in the mesh, and gets the nearest that is", () => {
    expect(codes("/apply eest")).toEqual(["cluster_unknown"]);
    expect(said("/apply eest")).toContain("Did you mean east?");
    expect(codes("/apply @usa wave:9 nowhere")).toEqual(["cluster_unknown", "cluster_unknown", "cluster_unknown"]);
  });

  it("is nothing where the plan changes nothing", () => {
    expect(codes("/apply eu")).toEqual(["nothing_targeted"]);
  });
});

describe("who may", () => {
  const reader: Person = { ...ana, permission: "read" };
  const nobody: Person = { ...ana, permission: "none" };

  it.each([
    ["/help", reader, true],
    ["/status", reader, true],
    ["/explain checkout.shop", reader, true],
    ["/plan", reader, false],
    ["/plan", { ...ana, permission: "triage" } as const, true],
    ["/verify", { ...ana, permission: "triage" } as const, false],
    ["/apply", { ...ana, permission: "triage" } as const, false],
    ["/apply", ana, true],
    ["/pause", ana, true],
    ["/status", nobody, false],
  ] satisfies [string, Person, boolean][])("%s by %o: %s", (line, person, may) => {
    expect(codes(line, { person })).toEqual(may ? [] : ["not_permitted"]);
  });

  it("a public repository shows less to strangers than they could read elsewhere", () => {
    const pull = { ...fine.pull, isPrivate: false };
    expect(codes("/explain checkout.shop", { person: reader, pull })).toEqual(["not_permitted"]);
    expect(codes("/status", { person: nobody, pull })).toEqual([]);
  });

  it("who may not learns nothing else, not even which clusters there are", () => {
    expect(codes("/apply eest", { person: reader, plan: undefined, checks: undefined })).toEqual(["not_permitted"]);
    expect(said("/apply eest", { person: reader })).not.toContain("east");
  });

  it("bots may not, unless they are named", () => {
    const person = { ...ana, login: "sync[bot]", isBot: true };
    expect(codes("/status", { person })).toEqual(["bot_not_listed"]);
    expect(codes("/status", { person, chatops: { ...defaultChatOps, bots: ["sync[bot]"] } })).toEqual([]);
  });

  describe("by grants of the mesh", () => {
    const grant = (verbs: Grant["verbs"], clusters: Grant["clusters"], teams: readonly string[]): Grant => ({
      role: undefined,
      holders: { permission: "read", teams, users: [] },
      verbs,
      clusters,
    });
    const chatops = {
      ...defaultChatOps,
      grants: [grant(["apply", "rollback"], ["us"], ["mesh-ops"]), grant(["apply"], ["eu"], ["mesh-eu"])],
    };
    const ops: Person = { ...ana, permission: "read", teams: ["mesh-ops"] };

    it("counts for every cluster that is touched", () => {
      expect(codes("/apply", { chatops, person: ops })).toEqual([]);
      const wide = { ...plan, clusters: new Map([...plan.clusters, ["eu", { digest: "u1", deletions: 0 }]]) };
      expect(codes("/apply east eu", { chatops, person: ops, plan: wide })).toEqual(["not_permitted"]);
      expect(said("/apply east eu", { chatops, person: ops, plan: wide })).toBe(
        "`ana` may not `/apply` in eu: no grant of theirs says so. Team mesh-eu could; or change `spec.chatops.grants` on the default branch.",
      );
    });

    it("counts for every cluster that a way back writes, not only for those of this pull request's plan", () => {
      const mine = { chatops, person: ops };
      expect(codes('/rollback 1 --reason="no"', mine)).toEqual([]);
      expect(codes('/rollback --reason="no"', mine)).toEqual(["not_permitted"]);
      expect(said('/rollback --reason="no"', mine)).toContain("in eu");
      // A pull request that changes nothing must not be the way around it.
      expect(codes('/rollback all --reason="no"', { ...mine, plan: { ...plan, clusters: new Map() } })).toEqual(["not_permitted"]);
    });

    it("takes the place of what holds without: an admin outside the team may not", () => {
      expect(codes("/apply", { chatops, person: { ...ana, permission: "admin" } })).toEqual(["not_permitted"]);
      expect(codes("/pause", { chatops, person: ana })).toEqual([]);
    });

    it("lets those who may carry a plan out stop it, though it is not the whole mesh that they may change", () => {
      const stop = { ...defaultChatOps, grants: [grant(["pause"], ["us"], ["mesh-ops"])] };
      expect(codes("/pause", { chatops: stop, person: ops })).toEqual([]);
    });

    it("asks for the permission as well as the team", () => {
      const strict = {
        ...defaultChatOps,
        grants: [
          { ...grant(["apply"], undefined, ["mesh-ops"]), holders: { permission: "write" as const, teams: ["mesh-ops"], users: [] } },
        ],
      };
      expect(codes("/apply", { chatops: strict, person: ops })).toEqual(["not_permitted"]);
      expect(codes("/apply", { chatops: strict, person: { ...ops, permission: "write" } })).toEqual([]);
    });
  });
});

describe("forks", () => {
  const fork = { ...fine.pull, isFork: true };

  it("are planned by a maintainer and never applied before the merge", () => {
    expect(codes("/plan", { pull: fork, person: { ...ana, permission: "triage" } })).toEqual(["not_permitted"]);
    expect(codes("/plan", { pull: fork })).toEqual([]);
    expect(codes("/apply", { pull: fork })).toEqual(["fork_untrusted"]);
    expect(codes("/apply", { pull: { ...fork, state: "merged" } })).toEqual([]);
  });

  it("are left alone where the mesh says never", () => {
    const chatops = { ...defaultChatOps, forks: "never" as const };
    expect(codes("/plan", { pull: fork, chatops })).toEqual(["fork_untrusted"]);
    expect(codes("/help", { pull: fork, chatops })).toEqual([]);
  });
});

describe("an apply", () => {
  it("is refused where the mesh or the pull request is not for it", () => {
    expect(codes("/apply", { mesh: { ...fine.mesh, apply: "never" } })).toEqual(["apply_never"]);
    expect(codes("/apply", { mesh: { ...fine.mesh, apply: "onMerge" } })).toEqual(["not_merged"]);
    expect(codes("/apply", { mesh: { ...fine.mesh, apply: "onMerge" }, pull: { ...fine.pull, state: "merged" } })).toEqual([]);
    expect(codes("/apply", { pull: { ...fine.pull, state: "closed" } })).toEqual(["pull_request_closed"]);
  });

  it("needs the plan that its author saw", () => {
    expect(codes("/apply", { plan: undefined })).toEqual(["plan_missing"]);
    expect(codes("/apply --plan=deadbeef")).toEqual(["plan_stale"]);
    expect(codes("/apply --plan=7c1e9ab4")).toEqual([]);
    expect(codes("/apply", { pull: { ...fine.pull, head: "x".repeat(40) } })).toEqual(["head_moved"]);
    expect(codes("/apply", { pull: { ...fine.pull, base: "x".repeat(40) } })).toEqual(["base_moved"]);
    // After the merge neither branch is what it was.
    expect(codes("/apply", { pull: { ...fine.pull, state: "merged", head: "x".repeat(40), base: "y".repeat(40) } })).toEqual([]);
  });

  it("is told everything that stands against it at once", () => {
    const lock = { cluster: "west", kind: "run", holder: "run-9", pull: 9, until: at + 60_000 } as const;
    expect(codes("/apply", { plan: { ...plan, errors: 2 }, approvals: [], checks: undefined, locks: [lock] })).toEqual([
      "plan_in_error",
      "not_approved",
      "not_approved",
      "checks_unknown",
      "locked",
    ]);
  });

  it("as a rehearsal needs a plan and nothing more", () => {
    expect(codes("/apply --dry-run", { approvals: [], checks: undefined })).toEqual([]);
    expect(codes("/apply --dry-run", { plan: undefined })).toEqual(["plan_missing"]);
  });

  describe("and its deletions", () => {
    const many = { ...plan, clusters: new Map([...plan.clusters, ["west", { digest: "w1", deletions: 3 }]]) };

    it("are confirmed by their exact number", () => {
      expect(codes("/apply", { plan: many })).toEqual(["prune_unconfirmed"]);
      expect(said("/apply", { plan: many })).toContain("`/apply --prune=3`");
      expect(codes("/apply --prune=3", { plan: many })).toEqual([]);
      expect(codes("/apply --prune=2", { plan: many })).toEqual(["prune_differs"]);
      expect(codes("/apply east", { plan: many })).toEqual([]);
    });

    it("of a stage, or up to a wave, are counted by whoever knows its steps: not all of a cluster's are asked for", () => {
      expect(codes("/apply stage:routing", { plan: many })).toEqual([]);
      expect(codes("/apply west --wave=1 --prune=1", { plan: many })).toEqual([]);
      expect(codes("/apply west", { plan: many })).toEqual(["prune_unconfirmed"]);
    });

    it("are not confirmed by a number that was never needed", () => {
      expect(codes("/apply --prune=3")).toEqual(["prune_differs"]);
    });
  });

  describe("and its approvals", () => {
    const ben = fine.approvals[0] ?? expect.fail();

    it("hold as long as what would be done to a cluster is the same", () => {
      const changed = { ...plan, clusters: new Map([...plan.clusters, ["west", { digest: "w2", deletions: 0 }]]) };
      expect(codes("/apply east", { plan: changed })).toEqual([]);
      expect(codes("/apply", { plan: changed })).toEqual(["not_approved"]);
      expect(said("/apply", { plan: changed })).toBe(
        "west needs 1 approval of this plan and has none. Others were given for another plan of it. A review by somebody who may write and wrote no part of it.",
      );
    });

    it("hold for one commit only where the mesh says so", () => {
      const chatops = { ...defaultChatOps, approvals: { ...defaultChatOps.approvals, bind: "headSha" as const } };
      expect(codes("/apply east", { chatops })).toEqual([]);
      expect(codes("/apply east", { chatops, approvals: [{ ...ben, head: "o".repeat(40) }] })).toEqual(["not_approved"]);
    });

    it("count from people who may write and did not write it", () => {
      expect(codes("/apply east", { approvals: [{ ...ben, permission: "read" }] })).toEqual(["not_approved"]);
      expect(codes("/apply east", { approvals: [{ ...ben, login: "Cleo" }] })).toEqual(["not_approved"]);
      const own = { ...defaultChatOps, approvals: { ...defaultChatOps.approvals, selfApproval: true } };
      expect(codes("/apply east", { chatops: own, approvals: [{ ...ben, login: "Cleo" }] })).toEqual([]);
    });

    it("are as many as the mesh wants", () => {
      const chatops = { ...defaultChatOps, approvals: { ...defaultChatOps.approvals, count: 2 } };
      expect(codes("/apply east", { chatops })).toEqual(["not_approved"]);
      expect(codes("/apply east", { chatops, approvals: [ben, { ...ben, login: "dora" }] })).toEqual([]);
    });
  });

  it("waits for other people's checks, and does not pass on what is not known", () => {
    expect(codes("/apply", { checks: [] })).toEqual([]);
    expect(codes("/apply", { checks: [{ name: "unit", state: "failed" }] })).toEqual(["checks_failing"]);
    expect(codes("/apply", { checks: [{ name: "unit", state: "pending" }] })).toEqual(["checks_pending"]);
    expect(codes("/apply", { checks: undefined })).toEqual(["checks_unknown"]);
  });
});

describe("locks", () => {
  const lock = { cluster: "west", kind: "person", holder: "dora", pull: undefined, until: at + 3_600_000 } as const;

  it("keep others out of that cluster until they end", () => {
    expect(codes("/apply", { locks: [lock] })).toEqual(["locked"]);
    expect(said("/apply", { locks: [lock] })).toContain("until 2026-11-23 13:00 UTC");
    expect(codes("/apply east", { locks: [lock] })).toEqual([]);
    expect(codes("/apply", { locks: [{ ...lock, until: at }] })).toEqual([]);
    expect(codes("/apply", { locks: [{ ...lock, holder: "ana" }] })).toEqual([]);
  });

  it.each(["@shop/admins", "[x](https://evil.example)", "www.evil.example", "a<img src=x>", "**a**"])(
    "that say they are held by %s say it to nobody",
    (holder) => {
      for (const kind of ["person", "run"] as const) {
        expect(codes("/apply", { locks: [{ ...lock, kind, holder }] })).toEqual(["locked"]);
        expect(said("/apply", { locks: [{ ...lock, kind, holder }] })).not.toContain(holder);
      }
    },
  );

  it("tell people, machines and runs as they are", () => {
    for (const holder of ["dora", "dora on laptop-3", "20261124T061700Z-a1b2c3 by push of 4f3c2d1 (run 77/1)"])
      expect(said("/apply", { locks: [{ ...lock, holder }] })).toContain(`held by ${holder} until`);
  });

  it("are ended by their holder or a maintainer, and a run's by nobody", () => {
    const unmerged = { cluster: "west", kind: "unmerged", holder: "#409", pull: 409, until: Number.POSITIVE_INFINITY } as const;
    expect(codes("/apply", { locks: [unmerged] })).toEqual(["applied_unmerged"]);
    expect(said("/apply", { locks: [unmerged] })).toContain("Merge or close #409 first");
    expect([codes("/apply east", { locks: [unmerged] }), codes("/unlock west", { locks: [unmerged] })]).toEqual([[], []]);
    expect(codes('/rollback 2 --reason="x"', { locks: [unmerged] })).toEqual([]);
    expect(heldNow(["west"], { ...fine, locks: [lock, unmerged] }).map(({ code }) => code)).toEqual(["locked", "applied_unmerged"]);
    expect(heldNow(["east"], { ...fine, locks: [lock, unmerged] })).toEqual([]);
    expect(codes("/unlock west", { locks: [lock] })).toEqual(["locked"]);
    expect(codes("/unlock west", { locks: [lock], person: { ...ana, permission: "maintain" } })).toEqual([]);
    expect(codes("/unlock west", { locks: [{ ...lock, holder: "ana" }] })).toEqual([]);
    expect(codes("/unlock west", { locks: [{ ...lock, kind: "run" }], person: { ...ana, permission: "admin" } })).toEqual(["locked"]);
  });

  it("of this pull request's own run do not keep it from being resumed", () => {
    const run = { ...lock, kind: "run", holder: "run-7", pull: 7 } as const;
    expect(codes("/resume", { locks: [run] })).toEqual([]);
    expect(codes("/resume", { locks: [{ ...run, pull: 8 }] })).toEqual(["locked"]);
    expect(codes("/pause", { locks: [run] })).toEqual([]);
  });
});

describe("windows", () => {
  const open = (window: Partial<(typeof defaultChatOps.windows)[number]>) => ({
    ...defaultChatOps,
    windows: [{ days: [1, 2, 3, 4, 5], from: 480, to: 960, timeZone: "UTC", ...window }],
  });

  it.each([
    ["inside", {}, []],
    ["before it on another day", { days: [2] }, ["window_closed"]],
    ["its end is not in it", { to: 720 }, ["window_closed"]],
    ["its beginning is", { from: 720 }, []],
    ["in its own time zone", { timeZone: "Asia/Tokyo" }, ["window_closed"]],
    ["over midnight, in the evening", { from: 700, to: 60 }, []],
    ["over midnight, of the day before", { days: [7], from: 1300, to: 721 }, []],
    ["over midnight, of another day before", { days: [6], from: 1300, to: 721 }, ["window_closed"]],
  ])("%s", (_, window, expected) => {
    expect(codes("/apply", { chatops: open(window) })).toEqual(expected);
  });

  it("say when the next one opens, over a change of clocks too", () => {
    expect(said("/apply", { chatops: open({ days: [2] }) })).toContain("opens 2026-11-24 08:00 UTC");
    // Clocks in Berlin go forward on 28 March 2027: Monday's eight o'clock is 06:00 UTC, not 07:00.
    const saturday = Date.UTC(2027, 2, 27, 12);
    expect(said("/apply", { chatops: open({ timeZone: "Europe/Berlin" }), at: saturday })).toContain("opens 2027-03-29 06:00 UTC");
    expect(said("/apply", { chatops: open({ days: [] }) })).toContain("opens never");
  });

  it("are found however short they are", () => {
    expect(said("/apply", { chatops: open({ from: 787, to: 790 }) })).toContain("opens 2026-11-23 13:07 UTC");
  });

  it("do not keep anybody from stopping", () => {
    expect(codes("/cancel", { chatops: open({ days: [] }) })).toEqual([]);
    expect(codes('/rollback --reason="no"', { chatops: open({ days: [] }) })).toEqual(["window_closed"]);
  });
});

describe("a waiver", () => {
  it("is never one's own", () => {
    expect(codes('/waive some-rule --reason="known"')).toEqual([]);
    expect(codes('/waive some-rule --reason="known"', { pull: { ...fine.pull, authors: ["Ana"] } })).toEqual(["own_pull_request"]);
  });
});
