import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import type { Desired } from "../../src/model/desired.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import type { Cluster, Mesh, Topology } from "../../src/model/mesh.ts";
import type { Plan } from "../../src/model/plan.ts";
import { isKept } from "../../src/plan/guards/never-pruned.ts";
import { plan } from "../../src/plan/index.ts";
import { desired } from "../support/desired.ts";
import { meshObjects } from "../support/mesh-objects.ts";
import { cluster, mesh, repository } from "../support/study.ts";

/** A mesh of any model, with any waves, and for each object whether it is new, edited, deleted or as it was. */
const cases = fc.record({
  topology: fc.constantFrom<Topology>("multi-primary", "primary-remote", "external"),
  ambient: fc.boolean(),
  size: fc.integer({ min: 1, max: 6 }),
  roles: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
  waves: fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { maxLength: 4 }),
  removed: fc.boolean(),
  isBack: fc.boolean(),
  fates: fc.array(fc.constantFrom("same", "same", "new", "edited", "deleted"), { minLength: 1, maxLength: 40 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

describe("plan, for random meshes and changes", () => {
  it("has no loop, names only its own steps, and lists every step after those it waits for", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const made = planOf(one).plan;
        const place = new Map(made.steps.map(({ id }, index) => [id, index]));
        expect(place.size).toBe(made.steps.length);
        const early = made.steps.flatMap(({ id, after }, index) =>
          after.filter((before) => !((place.get(before) ?? index) < index)).map((before) => `${id} before ${before}`),
        );
        expect(early).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("writes every change once in each of its clusters, unless it is kept", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { plan: made, written } = planOf(one);
        const planned = made.steps.filter(({ kind }) => kind !== "certificates").reduce((sum, { writes }) => sum + writes.length, 0);
        expect(planned).toBe(written);
      }),
      { numRuns: 100 },
    );
  });

  it("brings a remote its secret before its istiod, and nobody a secret before its reader", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { plan: made, head } = planOf({ ...one, removed: false, fates: ["new"] });
        const place = new Map(made.steps.map(({ id }, index) => [id, index]));
        const at = (id: string) => place.get(id) ?? Number.NaN;
        for (const one of head.clusters) {
          for (const other of head.clusters) {
            const secret = at(`${one.name}/remote-secret/${other.name}`);
            if (Number.isNaN(secret)) continue;
            expect(at(`${other.name}/reader`)).toBeLessThan(secret);
            expect(at(`${other.name}/namespace`)).toBeLessThan(secret);
            if (other.role === "remote" && (other.primary === one.name || one.configCluster === other.name)) {
              expect(secret).toBeLessThan(at(`${other.name}/istiod`));
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has the same digest however objects and classes are listed, and another one when any object differs", () => {
    fc.assert(
      fc.property(cases, fc.nat(), (one, pick) => {
        const head = headOf(one);
        const digest = digestOf(head, objectsOf(head));
        const reversed = new Map([...objectsOf(head)].reverse().map(([name, list]) => [name, [...list].reverse()]));
        expect(digestOf(head, reversed)).toEqual(digest);
        const [name, list] = [...objectsOf(head)][pick % head.clusters.length] ?? ["", []];
        const changed = list.map((manifest, index) => (index === pick % list.length ? edited(manifest) : manifest));
        const other = digestOf(head, new Map([...objectsOf(head), [name, changed]]));
        expect(other.plan).not.toBe(digest.plan);
        const differing = [...other.clusters]
          .filter(([cluster, value]) => digest.clusters.get(cluster) !== value)
          .map(([cluster]) => cluster);
        expect(differing).toEqual([name]);
      }),
      { numRuns: 60 },
    );
  });
});

function digestOf(head: Mesh, objects: ReadonlyMap<string, readonly Manifest[]>): Plan["digest"] {
  const state = { ...desired({}), classes: [...objects].flatMap(([name, list]) => classOf(name, list)) };
  return plan({ head: repository({ mesh: head }), base: undefined, desired: state, baseline: state, changes: diff(state, state) }).digest;
}

function classOf(name: string, manifests: readonly Manifest[]): Desired["classes"] {
  return [{ members: [name], manifests, symbols: new Map(), releases: [], gaps: [] }];
}

function headOf({ topology, ambient, size, roles, waves }: Case): Mesh {
  const names = Array.from({ length: size }, (_, index) => `c${index}`);
  return mesh(
    names.map((name, index) => ({ ...cluster(name), ...roleOf(topology, index, roles[index] ?? 0) })),
    {
      topology,
      dataPlane: ambient ? "ambient" : "sidecar",
      rollout: { waves: waves.map((wave) => wave.map((index) => `c${index}`)), soakSeconds: 0, restart: "report", maxDeletions: 2 },
    },
  );
}

/** The first is a control plane; in an external mesh the second is its configuration cluster. */
function roleOf(topology: Topology, index: number, dice: number): Partial<Cluster> {
  if (topology === "external") return index === 0 ? { role: "external", configCluster: "c1" } : { role: "remote", primary: "c0" };
  return topology === "primary-remote" && index > 0 && dice > 1 ? { role: "remote", primary: "c0" } : {};
}

function objectsOf(head: Mesh): Map<string, readonly Manifest[]> {
  return new Map(head.clusters.map((one) => [one.name, meshObjects(head, one)]));
}

function edited(manifest: Manifest): Manifest {
  return { ...manifest, object: { ...manifest.object, edited: true } };
}

function planOf(one: Case): { readonly plan: Plan; readonly head: Mesh; readonly written: number } {
  const head = headOf(one);
  let at = 0;
  const before: Record<string, Manifest[]> = {};
  const after: Record<string, Manifest[]> = {};
  for (const [name, list] of objectsOf(head)) {
    const [old, now]: [Manifest[], Manifest[]] = [[], []];
    for (const manifest of list) {
      const fate = one.fates[at++ % one.fates.length];
      if (fate !== "new") old.push(manifest);
      if (fate === "edited") now.push(edited(manifest));
      else if (fate !== "deleted") now.push(manifest);
    }
    before[name] = old;
    after[name] = now;
  }
  if (one.removed) before["gone"] = [...(Object.values(before)[0] ?? [])];
  const [base, state] = [desired(before), desired(after)];
  const changes = diff(state, base);
  const made = plan({
    head: repository({ mesh: head }),
    base: repository({ mesh: head }),
    desired: state,
    baseline: base,
    changes,
    isBack: one.isBack,
  });
  const done = changes.changes.filter((change) => !isKept(change) && (change.stage !== "certificates" || change.kind === "delete"));
  return { plan: made, head, written: done.reduce((sum, { clusters }) => sum + clusters.length, 0) };
}
