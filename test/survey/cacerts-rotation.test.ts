import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CacertsVerdict, TrustPosition } from "../../src/model/certificate.ts";
import type { Live } from "../../src/model/live.ts";
import type { Trust } from "../../src/model/mesh.ts";
import { judgeCacerts, positionIn } from "../../src/survey/cacerts.ts";
import { fingerprints, readCertificates } from "../../src/trust/index.ts";
import { type Made, makeIntermediate, makeRoot, now } from "../support/authority.ts";
import { absent, judge, meshWith, plugged, sealed } from "./cacerts-scene.ts";

const roots = { a: await makeRoot(), b: await makeRoot({ name: "root-b" }) };
const under = { a: await makeIntermediate(roots.a), b: await makeIntermediate(roots.b) };
const both = roots.a.pem + roots.b.pem;
const print = (made: Made) => fingerprints(readCertificates(made.pem).certificates)[0] ?? "";

type Name = "a" | "b";
type Phase = NonNullable<Trust["rotation"]>["phase"];

const holding = (issuer: Name, trusted: string): Live => sealed(plugged(under[issuer], trusted));
const before = holding("a", roots.a.pem);
const distributed = holding("a", both);
const switched = holding("b", both);
const retired = holding("b", roots.b.pem);

function rotating(phase: Phase, to = "root-b", names = ["east"]) {
  return meshWith({ rotation: { to, phase } }, names);
}

/** What one phase makes of one state, when every cluster is in that state. */
function verdictIn(phase: Phase, live: Live): CacertsVerdict {
  const mesh = rotating(phase);
  const [east] = mesh.clusters;
  const position = east && positionIn(live, east, now);
  return judge(live, { mesh, roots: both, positions: new Map(position === undefined ? [] : [["east", position]]) });
}

describe("a root rotation", () => {
  it("distribute: the same intermediate, both roots, old bytes first", () => {
    expect(verdictIn("distribute", before)).toEqual({
      kind: "roots",
      why: "root root-b is trusted beside the old one",
      rootCert: expect.stringMatching(
        new RegExp(
          `^${roots.a.pem.trim()}\\n`.replace(/[+/]/gu, (sign) => `\\${sign}`),
          "u",
        ),
      ),
    });
    const verdict = verdictIn("distribute", before);
    const written = verdict.kind === "roots" ? readCertificates(verdict.rootCert).certificates : [];
    expect(fingerprints(written)).toEqual([print(roots.a), print(roots.b)].sort());
    expect(verdictIn("distribute", distributed)).toEqual({ kind: "keep", notes: [] });
  });

  it("switch: an intermediate of the new root, the same roots in other bytes", () => {
    const turned = roots.b.pem + roots.a.pem;
    expect(verdictIn("switch", distributed)).toMatchObject({ kind: "issue", request: { under: print(roots.b), roots: turned } });
    // Whoever had them in that order already gets them in the other.
    expect(verdictIn("switch", holding("a", turned))).toMatchObject({ kind: "issue", request: { under: print(roots.b), roots: both } });
    expect(verdictIn("switch", switched)).toEqual({ kind: "keep", notes: [] });
    expect(verdictIn("switch", before)).toMatchObject({ kind: "refuse", why: { code: "rotation-out-of-order" } });
  });

  it("retire: the new root alone", () => {
    const verdict = verdictIn("retire", switched);
    expect(verdict).toMatchObject({ kind: "roots", why: "the old root is dropped" });
    expect(verdict.kind === "roots" && fingerprints(readCertificates(verdict.rootCert).certificates)).toEqual([print(roots.b)]);
    expect(verdictIn("retire", retired)).toEqual({ kind: "keep", notes: [] });
    for (const early of [before, distributed]) {
      expect(verdictIn("retire", early)).toMatchObject({ kind: "refuse", why: { code: "rotation-out-of-order" } });
    }
  });

  it("does not need the signer to know the root that goes", () => {
    const positions = new Map([["east", { issuer: print(roots.b), roots: [print(roots.a), print(roots.b)] }]]);
    expect(judge(switched, { mesh: rotating("retire"), roots: roots.b.pem, positions })).toMatchObject({ kind: "roots" });
  });

  it("lets a new cluster in at every phase, under the root that everybody trusts", () => {
    const names = ["east", "west"];
    const peers = (position: TrustPosition) =>
      new Map<string, TrustPosition | "none">([
        ["east", "none"],
        ["west", position],
      ]);
    const [a, b] = [print(roots.a), print(roots.b)];
    const ask = (phase: Phase, west: TrustPosition) =>
      judge(absent, { mesh: rotating(phase, "root-b", names), roots: both, positions: peers(west) });
    expect(ask("distribute", { issuer: a, roots: [a] })).toMatchObject({ request: { under: a, roots: both } });
    expect(ask("switch", { issuer: a, roots: [a, b] })).toMatchObject({ request: { under: b, roots: both } });
    expect(ask("retire", { issuer: b, roots: [a, b] })).toMatchObject({ request: { under: b, roots: roots.b.pem } });
    expect(ask("switch", { issuer: a, roots: [a] })).toMatchObject({ kind: "refuse", why: { code: "rotation-out-of-order" } });
  });

  it("stops for one cluster that cannot be read, and says which", () => {
    const mesh = rotating("switch", "root-b", ["east", "west"]);
    const positions = new Map([["east", { issuer: print(roots.a), roots: [print(roots.a), print(roots.b)] }]]);
    expect(judge(distributed, { mesh, roots: both, positions })).toMatchObject({
      kind: "refuse",
      why: { message: "Phase switch of the rotation to root-b cannot reach east: west could not be read." },
    });
  });

  it("leads back by the same phases", () => {
    const east = { issuer: print(roots.b), roots: [print(roots.a), print(roots.b)] };
    const positions = new Map([["east", east]]);
    expect(judge(switched, { mesh: rotating("switch", "root-a"), roots: both, positions })).toMatchObject({
      request: { under: print(roots.a) },
    });
    const back = new Map([["east", { ...east, issuer: print(roots.a) }]]);
    expect(judge(distributed, { mesh: rotating("retire", "root-a"), roots: both, positions: back })).toMatchObject({ kind: "roots" });
  });

  it("wants a root that the signer has, by its name or its fingerprint", () => {
    const ask = (to: string) => judge(before, { mesh: rotating("distribute", to), roots: both });
    expect(ask("root-c")).toMatchObject({ kind: "refuse", why: { code: "rotation-root-unknown" } });
    expect(ask(print(roots.b).slice(0, 8))).toMatchObject({ kind: "roots" });
    expect(ask(print(roots.b).slice(0, 7))).toMatchObject({ kind: "refuse" });
  });

  it("renews in the middle of it under the root that the phase wants", () => {
    const positions = new Map([["east", { issuer: print(roots.a), roots: [print(roots.a), print(roots.b)] }]]);
    const ask = (phase: Phase, live: Live) => judge(live, { mesh: rotating(phase), roots: both, renew: true, positions });
    expect(ask("distribute", distributed)).toMatchObject({ kind: "issue", request: { under: print(roots.a), roots: both } });
    expect(ask("switch", switched)).toMatchObject({ kind: "issue", request: { under: print(roots.b), roots: both } });
  });
});

/** A cluster of the simulation: what it signs with, whom it trusts, and under whom workloads' certificates that are still in use were issued. */
interface Site {
  issuer: Name;
  trusted: string;
  leafs: Set<Name>;
}

const names = ["c0", "c1", "c2"];

/** One run: the document says a phase, some clusters have their turn in some order, some cannot be read, the workloads of some renew. */
const run = fc.record({
  to: fc.constantFrom("root-b", "root-b", "root-b", "root-a"),
  phase: fc.constantFrom<Phase>("distribute", "switch", "retire"),
  turns: fc.oneof(fc.constant([0, 1, 2]), fc.shuffledSubarray([0, 1, 2])),
  dark: fc.oneof(fc.constant([]), fc.shuffledSubarray([0, 1, 2], { maxLength: 1 })),
  renewed: fc.oneof(fc.constant([0, 1, 2]), fc.shuffledSubarray([0, 1, 2])),
});

it("keeps every pair of clusters talking, whatever phases are written in whatever order, and whoever is missing", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(run, { minLength: 5, maxLength: 25 }), (runs) => {
      const sites = names.map((): Site => ({ issuer: "a", trusted: roots.a.pem, leafs: new Set(["a"]) }));
      for (const { to, phase, turns, dark, renewed } of runs) {
        for (const at of turns) {
          takeTurn(sites, at, new Set(dark), { to, phase });
          expect(silentPairs(sites)).toEqual([]);
        }
        for (const at of renewed) renewLeafs(sites[at]);
        for (const site of sites) reached.add(`${site.issuer} ${trustedNames(site.trusted).join("")}`);
      }
    }),
    { numRuns: 120 },
  );
  expect([...reached].sort()).toEqual(["a a", "a ab", "b ab", "b b"]);
});

function takeTurn(sites: readonly Site[], at: number, dark: ReadonlySet<number>, rotation: NonNullable<Trust["rotation"]>): void {
  const site = sites[at];
  if (site === undefined || dark.has(at)) return;
  // The gate of `switch`: nothing is retired while a workload holds a certificate of the old root.
  if (rotation.phase === "retire" && sites.some(({ issuer, leafs }) => [...leafs].some((leaf) => leaf !== issuer))) return;
  const verdict = verdictFor(sites, at, dark, rotation);
  if (verdict.kind === "roots") site.trusted = verdict.rootCert;
  if (verdict.kind === "issue") {
    site.issuer = verdict.request.under === print(roots.b) ? "b" : "a";
    site.trusted = verdict.request.roots ?? site.trusted;
    site.leafs.add(site.issuer);
  }
}

const verdicts = new Map<string, CacertsVerdict>();

/** Equal situations get equal verdicts: judged once each, because signatures are slow. */
function verdictFor(
  sites: readonly Site[],
  at: number,
  dark: ReadonlySet<number>,
  rotation: NonNullable<Trust["rotation"]>,
): CacertsVerdict {
  const key = JSON.stringify([sites.map(({ issuer, trusted }) => [issuer, ...trustedNames(trusted)]), at, [...dark], rotation]);
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const mesh = rotating(rotation.phase, rotation.to, names);
  const positions = new Map<string, TrustPosition | "none">();
  for (const [index, cluster] of mesh.clusters.entries()) {
    const there = sites[index];
    const position = there && !dark.has(index) ? positionAt(there) : undefined;
    if (position !== undefined) positions.set(cluster.name, position);
  }
  const { issuer, trusted } = sites[at] ?? { issuer: "a", trusted: "" };
  const cluster = mesh.clusters[at];
  if (cluster === undefined) throw new Error("no such cluster");
  const live = { cacerts: holding(issuer, trusted), selfSigned: absent, hasProxies: true };
  const verdict = judgeCacerts(live, { mesh, cluster, roots: both, at: now, positions });
  verdicts.set(key, verdict);
  return verdict;
}

const standing = new Map<string, TrustPosition | "none" | undefined>();

function positionAt({ issuer, trusted }: Site): TrustPosition | "none" | undefined {
  const key = `${issuer} ${trusted}`;
  const [east] = rotating("switch").clusters;
  if (east !== undefined && !standing.has(key)) standing.set(key, positionIn(holding(issuer, trusted), east, now));
  return standing.get(key);
}

function renewLeafs(site: Site | undefined): void {
  if (site !== undefined) site.leafs = new Set([site.issuer]);
}

const trusting = new Map<string, readonly Name[]>();

function trustedNames(pem: string): readonly Name[] {
  const known = trusting.get(pem);
  if (known !== undefined) return known;
  const there = fingerprints(readCertificates(pem).certificates);
  const named = (["a", "b"] as const).filter((name) => there.includes(print(roots[name])));
  trusting.set(pem, named);
  return named;
}

/** Pairs of clusters in which one would refuse what a workload of the other shows. */
function silentPairs(sites: readonly Site[]): readonly string[] {
  return sites.flatMap((mine, i) =>
    sites.flatMap((theirs, j) => {
      const trusted = trustedNames(mine.trusted);
      return [...theirs.leafs].every((leaf) => trusted.includes(leaf)) ? [] : [`c${i} refuses c${j}`];
    }),
  );
}
