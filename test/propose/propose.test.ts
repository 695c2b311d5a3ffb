import { describe, expect, it } from "vitest";
import type { Drift } from "../../src/model/apply.ts";
import type { Change } from "../../src/model/change.ts";
import type { Desired } from "../../src/model/desired.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { idKey, idOf, type Manifest } from "../../src/model/manifest.ts";
import { type Drifted, notGivenBack, propose } from "../../src/propose/index.ts";
import { readDocuments, writeYaml } from "../../src/yaml/index.ts";

const file = "config/all/map.yaml";
const map = (data: Json, kind = "ConfigMap"): JsonObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "map", namespace: "shop" },
  data,
});

interface Told {
  readonly git?: JsonObject;
  readonly live?: JsonObject;
  readonly clusters?: readonly string[];
  readonly drifted?: readonly string[];
  readonly origin?: Manifest["origin"];
  readonly drift?: Partial<Drift>;
  readonly text?: string;
}

function study({
  git = map({ a: "1" }),
  live = map({ a: "2" }),
  clusters = ["east"],
  drifted = clusters,
  origin,
  drift = {},
  text = writeYaml(git),
}: Told): Drifted {
  const [document] = readDocuments(file, text).documents;
  if (document === undefined) throw new Error("no document");
  const id = idOf(git);
  const manifest = (object: JsonObject): Manifest => ({
    id,
    object,
    origin: origin ?? { kind: "config", source: document.source },
    stage: "config",
  });
  const side = (of: (cluster: string) => JsonObject): Desired => ({
    classes: clusters.map((name) => ({ members: [name], manifests: [manifest(of(name))], symbols: new Map(), releases: [], gaps: [] })),
    engine: "",
    charts: [],
    findings: [],
  });
  const change: Change = {
    id,
    stage: "config",
    kind: "update",
    clusters: drifted,
    before: manifest(live),
    after: manifest(git),
    fields: [{ path: "data.a", before: "2", after: "1", lines: undefined }],
    cause: undefined,
    why: undefined,
    certificates: [],
  };
  return {
    head: { tree: { commit: undefined, entries: [{ kind: "file", path: file, size: text.length, text }] } } as unknown as Drifted["head"],
    desired: side(() => git),
    baseline: side((name) => (drifted.includes(name) ? live : git)),
    changes: { changes: [change], unchanged: new Map(), clusters: { added: [], removed: [] }, normalised: [] },
    live: { drift: drifted.map((cluster): Drift => ({ cluster, id, paths: ["data.a"], kind: "changed", ...drift })) },
  };
}

describe("taking over what is live", () => {
  it("changes the value in the file that says it, for all clusters that it serves", () => {
    const proposal = propose(study({ clusters: ["east", "west"] }), []);
    expect(proposal.files).toEqual([{ path: file, text: writeYaml(map({ a: "2" })) }]);
    expect(proposal.adopted).toMatchObject([
      { clusters: ["east", "west"], place: { file }, values: [{ path: "data.a", git: "1", live: "2" }] },
    ]);
    expect(proposal.left).toEqual([]);
  });

  it.each<readonly [string, Told, RegExp, RegExp]>([
    [
      "a file that serves others too",
      { clusters: ["east", "west"], drifted: ["east"] },
      /serves `west` as well/u,
      /set `data\.a` to `2` in a `\.patch\.yaml` under `config\/clusters\/east\/`/u,
    ],
    [
      "a chart",
      { origin: { kind: "chart", release: "istiod", chart: "istiod", version: "1", template: "" } },
      /chart `istiod`/u,
      /spec\.istio\.values\.istiod/u,
    ],
    ["what Isthmus derives", { origin: { kind: "derived", why: "it is so" } }, /derives it: it is so/u, /mesh document/u],
    ["a Secret", { git: map({ a: "1" }, "Secret"), live: map({ a: "2" }, "Secret") }, /Secret is never taken over/u, /where it is made/u],
    ["a value that is sealed", { live: map({ a: "⟦secret 0123⟧" }) }, /not shown/u, /where it is made/u],
    ["a key that somebody put there", { live: map({ a: "-----BEGIN PRIVATE KEY-----" }) }, /not shown/u, /where it is made/u],
    ["an object that is gone", { drift: { kind: "gone", paths: [] } }, /is gone/u, /Remove it from `config\/all\/map\.yaml`/u],
    ["an object that waits for an apply as well", { drift: { paths: ["data.b"] } }, /waits to be applied/u, /Apply what waits/u],
    [
      "an anchor",
      { text: "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: map, namespace: shop }\ndata: { a: &x '1' }\n" },
      /anchor/u,
      /by hand/u,
    ],
    ["a file that says something else", { text: writeYaml(map({ a: "7" })) }, /Several files/u, /by hand/u],
  ])("leaves %s to a person, with the reason and what to do", (_, told, why, instead) => {
    const { files, adopted, left } = propose(study(told), []);
    expect([files, adopted]).toEqual([[], []]);
    expect(left).toHaveLength(1);
    expect(left[0]?.why).toMatch(why);
    expect(left[0]?.instead).toMatch(instead);
  });

  it("looks only at the clusters that are named", () => {
    expect(propose(study({}), ["west"])).toEqual({ files: [], adopted: [], left: [] });
  });

  it("is given up for what does not come out as it is live, and for all where something else moves", () => {
    const known = study({});
    const proposal = propose(known, []);
    const [change] = known.changes.changes;
    if (change === undefined) throw new Error("no change");
    const key = idKey(change.id);
    expect([...notGivenBack(proposal, { remaining: [], moved: [change] })]).toEqual([]);
    expect([...notGivenBack(proposal, { remaining: [change], moved: [change] })]).toEqual([key]);
    const elsewhere = { ...change, clusters: ["west"] };
    expect([...notGivenBack(proposal, { remaining: [], moved: [change, elsewhere] })]).toEqual([key]);
    expect(propose(known, [], (one) => one === key).left[0]?.why).toMatch(/would not come out/u);
  });
});
