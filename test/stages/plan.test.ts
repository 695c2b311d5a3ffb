import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import type { Desired } from "../../src/model/desired.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import type { Cluster, Mesh } from "../../src/model/mesh.ts";
import type { Plan } from "../../src/model/plan.ts";
import { plan } from "../../src/plan/index.ts";
import { ownerOf, phasesOf } from "../../src/report/plan-phases.ts";
import { readValues } from "../../src/yaml/index.ts";
import { desired } from "../support/desired.ts";
import { meshObjects } from "../support/mesh-objects.ts";
import { planText } from "../support/plan-text.ts";
import { cluster, eastWest, mesh, repository } from "../support/study.ts";

const folder = join(import.meta.dirname, "plan");

/** Each folder is a story: two meshes (base, head) in short, and the plan between them. Objects come from test/support/mesh-objects.ts. */
describe("plan", () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const [story] = readValues(readFileSync(join(folder, name, "story.yaml"), "utf8"));
      if (!isObject(story)) throw new Error("a story is an object");
      const head = sideOf(story, "head");
      const base = isObject(story["base"]) ? sideOf(story, "base") : undefined;
      const changes = diff(head.desired, base?.desired);
      const made = plan({
        head: repository({ mesh: head.mesh }),
        base: base && repository({ mesh: base.mesh }),
        desired: head.desired,
        baseline: base?.desired,
        changes,
      });
      expectToldInOrder(made);
      await expect(planText(made)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
    });
  }
});

/** The plan as it is printed must be an order in which it may run, whichever cluster of a round goes first. */
function expectToldInOrder(made: Plan): void {
  const rounds = phasesOf(made).flatMap((phase) => phase.rounds);
  const told = (owners: (names: string[]) => string[]) =>
    rounds.flatMap((round) => owners([...new Set(round.map(ownerOf))]).flatMap((owner) => round.filter((step) => ownerOf(step) === owner)));
  for (const order of [told((names) => names), told((names) => names.reverse())]) {
    const place = new Map(order.map(({ id }, index) => [id, index]));
    expect([...place.keys()].sort()).toEqual(made.steps.map(({ id }) => id).sort());
    const early = order.filter(({ id, after }) => after.some((before) => (place.get(before) ?? -1) > (place.get(id) ?? -1)));
    expect(early.map(({ id }) => id)).toEqual([]);
  }
}

function sideOf(story: JsonObject, side: "head" | "base"): { readonly mesh: Mesh; readonly desired: Desired } {
  const text = objectAt(story, side);
  const made = meshOf(text);
  const edited = objectAt(text, "edited");
  const objects = made.clusters.map((one) => {
    const dropped = listAt(text, "without");
    const kept = meshObjects(made, one).filter(({ id }) => !dropped.includes(id.name));
    const all = kept.map((manifest) => {
      const edit = edited[manifest.id.name];
      return edit === undefined ? manifest : { ...manifest, object: { ...manifest.object, edit } };
    });
    return [one.name, all] as const;
  });
  return { mesh: made, desired: desired(Object.fromEntries(objects)) };
}

function meshOf(text: JsonObject): Mesh {
  const topology = textAt(text, "topology");
  const rollout = objectAt(text, "rollout");
  return mesh(listAt(text, "clusters").filter(isObject).map(clusterOf), {
    topology: topology === "primary-remote" || topology === "external" ? topology : "multi-primary",
    dataPlane: textAt(text, "dataPlane") === "ambient" ? "ambient" : "sidecar",
    groups: new Map(
      Object.entries(objectAt(text, "groups")).map(([name, labels]) => [name, { matchLabels: isObject(labels) ? textsOf(labels) : {} }]),
    ),
    rollout: {
      waves: listAt(rollout, "waves").map((names) => (Array.isArray(names) ? names.map(String) : [])),
      soakSeconds: Number(rollout["soak"] ?? 0),
      restart: "report",
      maxDeletions: Number(rollout["maxDeletions"] ?? 10),
    },
    ...(textAt(text, "phase") === "retire"
      ? { trust: { domain: "cluster.local", aliases: [], signer: { kind: "external" }, rotation: { to: "root-b", phase: "retire" } } }
      : {}),
  });
}

function clusterOf(text: JsonObject): Cluster {
  const role = textAt(text, "role");
  const revisions = listAt(text, "revisions").map((name) => ({ name: String(name), version: "1.31.0", tags: [] }));
  const plain = cluster(textAt(text, "name") ?? "");
  return {
    ...plain,
    role: role === "remote" || role === "external" ? role : "primary",
    primary: textAt(text, "primary"),
    configCluster: textAt(text, "configCluster"),
    labels: textsOf(objectAt(text, "labels")),
    gateways: text["gateway"] === false ? [] : [eastWest()],
    istio: { ...plain.istio, revisions: revisions.length === 0 ? plain.istio.revisions : revisions },
  };
}

function textsOf(object: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value)]));
}
