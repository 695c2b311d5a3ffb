import { X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { unpackChart } from "../../src/adapters/charts/archive.ts";
import { problem } from "../../src/catalog/problem.ts";
import { diff } from "../../src/diff/index.ts";
import { load } from "../../src/load/index.ts";
import { type Desired, objectsOf } from "../../src/model/desired.ts";
import type { Finding } from "../../src/model/finding.ts";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import type { Study } from "../../src/model/study.ts";
import { preview, study } from "../../src/pipeline.ts";
import { asHelm } from "../../src/render/index.ts";
import { json, markdown, page, sarif, text } from "../../src/report/index.ts";
import { main } from "../../src/shells/cli/program.ts";
import { exitCodeOf, exitCodeOfApplied } from "../../src/shells/exit.ts";
import { createLocalWorld } from "../../src/shells/world.ts";
import { drift, living } from "../../src/survey/index.ts";
import { route, smallMesh } from "../reconcile/fake/mesh.ts";
import { applied, processOver, writesOf } from "../reconcile/fake/run.ts";
import { Store } from "../reconcile/fake/store.ts";
import { makeIntermediate, makeRoot } from "../support/authority.ts";
import { rendered } from "../support/charts.ts";
import { treeFrom, treeOf } from "../support/tree.ts";
import { absent, judge, plugged, sealed } from "../survey/cacerts-scene.ts";
import { sceneOf, wanting } from "../survey/scene.ts";

/**
 * The 25 defects of ristioctl that Isthmus must not repeat (reference/istio.md §7.3), one test for each, under its number. What only real clusters can show is
 * in the cluster tier as well:
 *
 * | # | where a real cluster shows it |
 * |---|---|
 * | 1 | `partial.itg` "out of reach from the start: the other is built, configuration included"; `action.itg` "tells a cluster that fails from one that does not …" |
 * | 5 | `adoption.itg` "needs no change, by a first look that writes nothing" |
 * | 12 | `trust.itg` "renews one cluster when asked …", "rotates the root in phases …" |
 * | 13 | `models-multi-primary.itg` "lets a cluster go only when the number of deletions is confirmed", "leaves in the cluster that went …" |
 * | 14 | `apply.itg` "are put back after somebody changed what Isthmus wrote, and told what that was" |
 * | 15 | `apply.itg` "become one mesh that works by what was seen of it"; `mesh.itg` "injects gateways, which become ready when Envoy has its listeners" |
 * | 16–18 | `models-*.itg` "comes of empty clusters, and everything looked at is well"; `upgrade.itg` |
 * | 19 | `access.itg` "makes the mesh, and sees all of it work" (with the least rights) |
 * | 24 | `resume.itg`: killed at every write, gone on with by another process |
 *
 * Row 20 is met in part: what is exposed is written down (an `eastwest` gateway in the Cluster document, on several networks only), goes over mutual TLS and never
 * reaches beyond Services; the hosts of that Gateway cannot be narrowed to some Services.
 */

const root = join(import.meta.dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-defects-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const cluster = (name: string, more = ""): string => `apiVersion: ristioctl.k8smgmt.io/v3
kind: Cluster
metadata:
  name: ${name}
spec:
  kubeconfigFile: access/${name}.yaml
  context: ${name}
  meshID: usmesh
  version: "1.31.0"
${more}`;
const certificate = `apiVersion: ristioctl.k8smgmt.io/v3
kind: Certificate
metadata:
  name: ristioctl-certs
spec:
  meshID: usmesh
`;
const documents = (...parts: readonly string[]): string => parts.join("---\n");
const virtualService = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: checkout, namespace: shop }
spec:
  hosts: [checkout.shop.svc.cluster.local]
  http: [{ route: [{ destination: { host: checkout.shop.svc.cluster.local } }] }]
`;
const mesh: Readonly<Record<string, string>> = {
  "us.yaml": documents(certificate, cluster("east"), cluster("west")),
  "config/all/checkout.yaml": virtualService,
};

let folders = 0;
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, `${++folders}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const request = (folder: string, base?: string) => ({
  head: { kind: "folder", folder } as const,
  base: base === undefined ? undefined : ({ kind: "folder", folder: base } as const),
  at: Date.parse("2026-11-23T12:00:00Z"),
  clusters: [],
});
const studied = (files: Readonly<Record<string, string>>, base?: Readonly<Record<string, string>>): Promise<Study> => {
  const folder = folderOf(files);
  return study(createLocalWorld({ folder }), request(folder, base && folderOf(base)));
};

const findingsOf = (files: Readonly<Record<string, string>>): readonly Finding[] => load(treeOf(files)).findings;
/** `rule line:column` of what is worse than information. */
const told = (us: string): readonly string[] =>
  findingsOf({ "us.yaml": us })
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, source }) => `${rule} ${source?.line}:${source?.column}`);

const objectsIn = (desired: Desired, name: string): readonly JsonObject[] => objectsOf(desired, name).map(({ object }) => object);
const ofKind = (objects: readonly JsonObject[], kind: string): readonly JsonObject[] => objects.filter((object) => object["kind"] === kind);
const nameOf = (object: JsonObject): string => textAt(object, "metadata", "name") ?? "";

/** Every file of the sources that ships, by its path below `src/`. */
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.startsWith("tools/") && !file.endsWith(".gen.ts"),
);
const saying = (pattern: RegExp): readonly string[] =>
  sources.filter((file) => pattern.test(readFileSync(join(root, "src", file), "utf8"))).toSorted();

let whole: Study;
beforeAll(async () => {
  whole = await studied(mesh);
});

describe("a defect of ristioctl that is not repeated", () => {
  it("1: errors that are dropped, and an exit code of 0", async () => {
    const stores = ["east", "west"].map((name) => new Store(name));
    const down = problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "connection refused" });
    const isIstiod = ({ cluster: at, id }: { cluster: string; id: string }) => at === "west" && id.includes("|istio-system|istiod");
    const fate = {
      before: async (asked: { cluster: string; id: string; writes: boolean }) => {
        if (asked.writes && isIstiod(asked)) throw down;
      },
      after: async () => undefined,
    };
    const run = await applied(processOver(stores, { fate }), { mesh: smallMesh(["east", "west"]), config: { west: [route("checkout")] } });
    const verdicts = new Map(run.outcomes.map(({ step, verdict }) => [step, verdict.kind]));
    expect([verdicts.get("east/istiod"), verdicts.get("west/istiod"), verdicts.get("west/config")]).toEqual(["done", "failed", "blocked"]);
    expect(exitCodeOfApplied({ refusals: [], run, health: undefined } as never)).toBe(3);
    expect(exitCodeOf({ findings: [], problems: [down] })).toBe(3);
  });

  it("2: a library that ends the process", () => {
    expect(saying(/process\.(?:exit|abort|reallyExit)\(|process\.exitCode\s*=[^=]/u).filter((file) => !file.startsWith("shells/"))).toEqual(
      [],
    );
  });

  it("3: keys in clear text, in what it leaves behind", async () => {
    const { outputs, places, keys, clientKey } = await leftBehind();
    const lines = keys.flatMap((key) => key.split("\n").filter((line) => line.length > 20 && !line.includes("-----")));
    for (const secret of [...lines, clientKey]) expect(outputs).not.toContain(secret);
    const rule = "private-key-in-repository";
    for (const file of ["certs/root-ca.key", "certs/east/ca-key.pem", "audit/east/certs.yaml"]) expect(places).toContain(`${rule} ${file}`);
  });

  it("4: tokens and client keys in what it leaves behind", async () => {
    const { outputs, places, token } = await leftBehind();
    for (const secret of [token, token.split(".")[2] ?? ""]) expect(outputs).not.toContain(secret);
    expect(places).toContain("kubeconfig-in-repository kubeconfigs/east.yaml");
    for (const rule of ["token-in-repository", "private-key-in-repository"])
      expect(places).toContain(`${rule} audit/east/remote-secret.yaml`);
  });

  it("5: a dry run that makes certificates, files and downloads", async () => {
    const own = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: m }
spec: { istio: { revisions: [{ version: 1.31.0 }] }, trust: { signer: { command: [sh, -c, "touch ran"] } } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { network: net-east }
`;
    const home = folderOf({ "nothing.txt": "" });
    vi.stubEnv("HOME", home);
    try {
      for (const files of [mesh, { "mesh.yaml": own }]) {
        const folder = folderOf(files);
        const before = listing(folder);
        await preview(createLocalWorld({ folder }), request(folder));
        expect(listing(folder)).toEqual(before);
      }
    } finally {
      vi.unstubAllEnvs();
    }
    expect(readdirSync(home)).toEqual(["nothing.txt"]);
    // Nothing is asked of a cluster or a signer: what a preview is handed has files and charts, and no way to either.
    expect(Object.keys(createLocalWorld({ folder: home })).toSorted()).toEqual(["charts", "files"]);
  });

  it("6: downloads that nothing verifies, and archives that reach out of their folder", async () => {
    const lock = `charts:\n- { source: bundled, name: istiod, version: "1.31.0", digest: "sha256:${"0".repeat(64)}" }\n`;
    const { problems } = await studied({ ...mesh, "isthmus.lock": `apiVersion: isthmus.dev/v1alpha1\nkind: Lock\n${lock}` });
    expect(problems.map(({ code }) => code)).toContain("chart-digest-mismatch");
    const tar = pack();
    tar.entry({ name: "istiod/Chart.yaml" }, "name: istiod");
    tar.entry({ name: "istiod/../../bin/istioctl" }, "#!/bin/sh");
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) chunks.push(chunk as Buffer);
    await expect(unpackChart(gzipSync(Buffer.concat(chunks)))).rejects.toThrow(/holds/u);
  });

  it("7: an error whose reason is only in a debug log", () => {
    for (const entry of findingsOf({ "us.yaml": documents(cluster("a_b"), cluster("east", "  contxt: x\n"), "kind: [") })) {
      expect([entry.message, entry.remedy].every((sentence) => /^\S.*[.?`]$/su.test(sentence))).toBe(true);
      expect(entry.source).toMatchObject({ file: "us.yaml", line: expect.any(Number) as number, column: expect.any(Number) as number });
    }
    const failed = problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "connection refused" });
    expect([failed.message, failed.remedy]).toEqual([expect.stringContaining("connection refused"), expect.stringMatching(/\S/u)]);
  });

  it("8: success where nothing was given, and flags that do nothing", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      expect(await main(["import"])).toBe(2);
      expect(await main(["lint"])).toBe(2);
      for (const verb of ["apply", "preview", "validate", "import"]) expect(await main([verb, "x", "--confirm-delete"])).toBe(2);
      expect(await main(["import", folderOf({ "a.yaml": "a: 1\n" })])).toBe(1);
    } finally {
      vi.restoreAllMocks();
    }
    const folder = folderOf({ "readme.txt": "" });
    expect(exitCodeOf(await preview(createLocalWorld({ folder }), request(folder)))).toBe(1);
  });

  it("9: a field that nobody knows, and a number where a text belongs, taken in silence", () => {
    const found = findingsOf({ "us.yaml": documents(`${certificate}  folderpath: certs\n`, cluster("east").replace('"1.31.0"', "1.31")) });
    expect(found.map(({ rule, source, message }) => [rule, `${source?.line}:${source?.column}`, message])).toEqual([
      ["unknown-key", "7:3", expect.stringContaining("Did you mean folderPath?")],
      ["unquoted-text", "17:12", expect.stringContaining("number 1.31")],
    ]);
    const ignored = findingsOf({ "us.yaml": documents(`${certificate}  folderPath: certs\n`, cluster("east")) });
    expect(ignored.find(({ source }) => source?.line === 7)?.rule).toBe("ristioctl-field-ignored");
  });

  it("10: names, versions, meshes and contexts that nobody compares", () => {
    const two = (other: string) => documents(cluster("east"), other);
    expect(told(two(cluster("west")))).toEqual([]);
    expect(told(two(cluster("east").replace("context: east", "context: other")))).toEqual(["cluster-twice 14:9"]);
    expect(told(two(cluster("west").replace("1.31.0", "1.30.2")))).toEqual(["ristioctl-versions-differ 19:12"]);
    expect(told(two(cluster("west").replace("usmesh", "eumesh")))).toEqual(["ristioctl-several-meshes 18:11"]);
    expect(told(two(cluster("west").replace("  meshID: usmesh\n", "")))).toEqual(["ristioctl-mesh-id-missing 15:1"]);
    expect(told(two(cluster("west").replace("  context: west\n", "")))).toEqual(["ristioctl-context-missing 15:1"]);
    expect(told(two(cluster("west").replaceAll(/(context: |access\/)west/gu, "$1east")))).toEqual(["ristioctl-context-twice 17:12"]);
  });

  it("11: one root for every mesh that is made on one machine", async () => {
    const [first] = findingsOf({ "us.yaml": documents(cluster("east"), cluster("west").replace("usmesh", "eumesh")) });
    expect([first?.rule, first?.severity, first?.refs]).toEqual(["ristioctl-several-meshes", "error", expect.arrayContaining(["D11"])]);
    // And in the clusters: an intermediate of somebody else's root is not this mesh's.
    const [own, theirs] = [await makeRoot(), await makeRoot({ name: "root-of-another-mesh" })];
    const held = sealed(plugged(await makeIntermediate(theirs), theirs.pem));
    expect(judge(held, { roots: own.pem }).kind).toBe("refuse");
    expect(judge(held, { roots: theirs.pem }).kind).toBe("keep");
  });

  it("12: an intermediate that nobody renews, or that lives longer than its root", async () => {
    const day = 86_400_000;
    const made = await makeRoot();
    const held = await makeIntermediate(made);
    const end = Date.parse(notAfter(held.pem));
    const roots = made.pem;
    expect(judge(sealed(plugged(held, roots)), { roots }).kind).toBe("keep");
    expect(judge(sealed(plugged(held, roots)), { roots, at: end - day }).kind).toBe("issue");
    expect(judge(absent, { roots }).kind).toBe("issue");
    const outlives = await makeIntermediate(made, { notAfter: Date.parse(notAfter(roots)) + day });
    expect(judge(sealed(plugged(outlives, roots)), { roots })).toMatchObject({ notes: [expect.stringContaining("it outlives its root")] });
  });

  it("13: a cluster that is taken out keeps what the others hold of it", async () => {
    const three = { ...mesh, "us.yaml": documents(certificate, cluster("east"), cluster("west"), cluster("eu")) };
    const { changes, plan } = await studied(mesh, three);
    const gone = changes.changes.filter(({ kind }) => kind === "delete");
    const secret = gone.find(({ id }) => id.name === "istio-remote-secret-eu");
    expect(secret?.clusters).toEqual(["east", "west"]);
    expect(
      gone.some(({ id, clusters }) => id.kind === "Deployment" && id.name === "istio-eastwestgateway" && clusters.includes("eu")),
    ).toBe(true);
    expect(plan.deletions.get("eu")).toBeGreaterThan(1);
    expect(plan.kept.some(({ id }) => id.kind === "Namespace")).toBe(true);
  });

  it("14: nobody sees what was changed by hand", () => {
    const object = wanting("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata: { mesh: a }");
    const { scope, survey } = sceneOf({ wanted: [object], live: { applied: [object] } });
    expect(drift(scope, survey, diff(scope.desired, living(scope, survey))).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["gone", "istio"],
    ]);
  });

  it("15: one cluster after the other, and an address that is not awaited", () => {
    const steps = new Map(whole.plan.steps.map((step) => [step.id, step]));
    const before = (id: string): ReadonlySet<string> => {
      const found = new Set<string>();
      const visit = (at: string): void => {
        for (const step of steps.get(at)?.after ?? []) if (!found.has(step)) visit((found.add(step), step));
      };
      visit(id);
      return found;
    };
    const installs = [...steps.keys()].filter((id) => id.endsWith("/istiod"));
    expect(installs.toSorted()).toEqual(["east/istiod", "west/istiod"]);
    expect([before("east/istiod").has("west/istiod"), before("west/istiod").has("east/istiod")]).toEqual([false, false]);
    expect(steps.get("east/address/istio-eastwestgateway")?.gate).toMatch(/has a load-balancer address/u);
    expect(steps.get("east/remote-secret/west")?.gate).toMatch(/synced/u);
    expect(["east/istiod", "east/address/istio-eastwestgateway"].every((id) => before("east/config").has(id))).toBe(true);
  });

  it("16: one model, on one network per cluster", async () => {
    for (const name of ["multi-primary-one-network", "primary-remote-multi-network", "external", "ambient"]) {
      const { desired, clusters } = await modelOf(name);
      expect([name, desired.classes.flatMap(({ gaps }) => gaps)]).toEqual([name, []]);
      for (const entry of clusters) expect(objectsIn(desired, entry).length).toBeGreaterThan(3);
    }
  });

  it("17: istio-system and one revision for everybody", async () => {
    const own = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec: { istio: { revisions: [{ name: canary, version: 1.31.0, tags: [next] }, { name: stable, version: 1.31.0, tags: [prod] }] } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { network: net-east, systemNamespace: mesh-system }
`;
    const objects = objectsIn(await rendered(load(treeOf({ "mesh.yaml": own }))), "east");
    expect(ofKind(objects, "Deployment").map(nameOf).toSorted()).toEqual(["istiod-canary", "istiod-stable"]);
    expect(new Set(ofKind(objects, "Deployment").map((object) => textAt(object, "metadata", "namespace")))).toEqual(
      new Set(["mesh-system"]),
    );
    expect(objects.filter((object) => textAt(object, "metadata", "namespace") === "istio-system")).toEqual([]);
    const webhooks = ofKind(objects, "MutatingWebhookConfiguration").map(nameOf);
    expect(["next", "prod"].every((tag) => webhooks.some((name) => name.includes(`-${tag}`)))).toBe(true);
  });

  it("18: IstioOperator and nothing else: no Helm, no ambient", async () => {
    const { desired, clusters } = await modelOf("ambient");
    const objects = clusters.flatMap((entry) => objectsIn(desired, entry));
    expect(ofKind(objects, "IstioOperator")).toEqual([]);
    expect(ofKind(objects, "DaemonSet").map(nameOf)).toEqual(expect.arrayContaining(["istio-cni-node", "ztunnel"]));
    const releases = clusters.flatMap((entry) => asHelm(desired, entry));
    expect([...new Set(releases.map(({ chart }) => chart))]).toEqual(expect.arrayContaining(["base", "cni", "istiod", "ztunnel"]));
    expect(releases.every(({ command }) => command.startsWith("helm template "))).toBe(true);
  });

  it("19: a person's certificate in every cluster, with whatever that person may do", () => {
    const objects = objectsIn(whole.desired, "east");
    const secret = objects.find((object) => nameOf(object) === "istio-remote-secret-west");
    const config = textAt(secret ?? {}, "stringData", "west") ?? "";
    expect(config).toContain("⟦token of istio-system/istio-reader-service-account in west");
    expect(config).not.toMatch(/client-(?:certificate|key)/u);
    const roles = ofKind(objects, "ClusterRole").filter((object) => nameOf(object).startsWith("istio-reader"));
    expect(roles.length).toBeGreaterThan(0);
    const verbs = (rule: Json): readonly string[] => listAt(rule, "verbs").map(String);
    for (const rule of roles.flatMap((object) => listAt(object, "rules"))) {
      const beyond = verbs(rule).filter((verb) => !["get", "list", "watch"].includes(verb));
      // What is created is a question to the API server, or the one object of the multi-cluster services API: nothing that lives or runs.
      if (beyond.length > 0)
        expect(listAt(rule, "resources").map(String).join()).toMatch(/^(?:tokenreviews|subjectaccessreviews|serviceexports)(?:,|$)/u);
    }
    expect(whole.head.mesh?.discovery).toMatchObject({ tokens: "bound", lifetimeSeconds: 2_592_000 });
  });

  it("20: everything exposed, unasked", async () => {
    const exposed = ofKind(objectsIn(whole.desired, "east"), "Gateway");
    expect(
      exposed.map((object) =>
        listAt(object, "spec", "servers").map((server) => [objectAt(server, "tls")["mode"], listAt(server, "hosts")]),
      ),
    ).toEqual([[["AUTO_PASSTHROUGH", ["*.local"]]]]);
    // One network has nothing to expose, and a gateway that lets more than the Services of the mesh through is a finding.
    const one = documents(
      "apiVersion: isthmus.dev/v1alpha1\nkind: Mesh\nmetadata: {name: m}\nspec: {istio: {revisions: [{version: 1.31.0}]}}\n",
      ...["a", "b"].map((name) => `apiVersion: isthmus.dev/v1alpha1\nkind: Cluster\nmetadata: {name: ${name}}\nspec: {network: same}\n`),
    );
    expect(ofKind(objectsIn(await rendered(load(treeOf({ "mesh.yaml": one }))), "a"), "Gateway")).toEqual([]);
    const wide = `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: wide, namespace: shop}\nspec:\n  selector: {istio: eastwestgateway}\n  servers:\n  - {port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*"]}\n`;
    const { findings } = await studied({ ...mesh, "config/all/wide.yaml": wide });
    expect(findings.find(({ rule }) => rule === "passthrough-exposes-everything")?.source).toMatchObject({
      file: "config/all/wide.yaml",
      line: 7,
    });
  });

  it("21: tools of one version, gone with the next", () => {
    // No istioctl, kubectl or helm is started: the only programs are git, what a kubeconfig names for its login, and the signer's command.
    expect(saying(/from "node:child_process"/u)).toEqual([
      "adapters/git/run-git.ts",
      "adapters/kubernetes/started.ts",
      "adapters/signer/run-program.ts",
      "shells/bot/hands.ts",
    ]);
    expect(saying(/spawn\w*\("(?!git")/u)).toEqual([]);
    expect(told(documents(cluster("east").replace("1.31.0", "1.18.0"), cluster("west").replace("1.31.0", "1.18.0")))).toEqual([
      "ristioctl-version-unknown 9:12",
      "ristioctl-version-unknown 19:12",
    ]);
  });

  it("22: templates that no API server would take as they are", () => {
    for (const object of ["east", "west"].flatMap((name) => objectsIn(whole.desired, name))) {
      expect([textAt(object, "apiVersion"), textAt(object, "kind"), nameOf(object)]).toEqual([
        expect.stringMatching(/^\S+$/u),
        expect.stringMatching(/^[A-Z]\w+$/u),
        expect.stringMatching(/^\S+$/u),
      ]);
      if (["ServiceAccount", "Secret", "ConfigMap", "Service", "Deployment", "Gateway"].includes(String(object["kind"])))
        expect([nameOf(object), textAt(object, "metadata", "namespace")]).toEqual([nameOf(object), expect.stringMatching(/^\S+$/u)]);
      for (const image of imagesIn(object)) expect(image).toMatch(/^auto$|:(?!latest$)[^:/]+$/u);
    }
    expect(whole.findings.filter(({ layer, severity }) => layer === "api-server" && severity !== "info")).toEqual([]);
  });

  it("23: binaries and leftovers of a desktop in Git", () => {
    const all = readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true }).filter(
      (entry) => entry.isFile() && !/(?:^|\/)(?:node_modules|\.git)(?:\/|$)/u.test(entry.parentPath),
    );
    expect(all.length).toBeGreaterThan(1000);
    expect(
      all.filter(({ name }) => /^(?:\.DS_Store|Thumbs\.db)$|\.(?:exe|dll|so|dylib|orig|rej)$/iu.test(name)).map(({ name }) => name),
    ).toEqual([]);
    const magic = ["7f454c46", "cffaedfe", "4d5a9000", "cafebabe"];
    const programs = all
      .filter((entry) => statSync(join(entry.parentPath, entry.name)).size > 64 * 1024)
      .filter((entry) => magic.includes(readFileSync(join(entry.parentPath, entry.name)).subarray(0, 4).toString("hex")));
    expect(programs.map(({ name }) => name)).toEqual([]);
  });

  it("24: one person's laptop is what knows", async () => {
    // Every run is another process with nothing but the same servers: the second finds what the first did, and writes nothing.
    const stores = ["east", "west"].map((name) => new Store(name));
    const wanted = { mesh: smallMesh(["east", "west"]), config: { east: [route("checkout")], west: [route("checkout")] } };
    const first = processOver(stores);
    await applied(first, wanted);
    expect(writesOf(first).length).toBeGreaterThan(10);
    const second = processOver(stores, { at: 600_000 });
    await applied(second, wanted);
    expect(writesOf(second)).toEqual([]);
    // A home folder is looked into (kubectl's and Docker's configuration may be there); whoever does that writes no file.
    const atHome = saying(/homedir\(|"(?:HOME|USERPROFILE)"/u);
    expect(atHome).toContain("shells/cli/commands/init.ts");
    expect(atHome.filter((file) => saying(/writeFile|appendFile|mkdir|createWriteStream/u).includes(file))).toEqual([]);
    expect(told(cluster("east").replace("access/east.yaml", "/Users/me/east.yaml"))).toEqual(["ristioctl-path-of-one-machine 6:19"]);
  });

  it("25: routing and policy that nobody handles", async () => {
    for (const name of ["east", "west"]) expect(ofKind(objectsIn(whole.desired, name), "VirtualService").map(nameOf)).toEqual(["checkout"]);
    const misspelt = { ...mesh, "config/all/checkout.yaml": virtualService.replace("destination:", "destnation:") };
    const { findings, plan } = await studied(misspelt, mesh);
    expect(
      findings.filter(({ severity, source }) => severity === "error" && source?.file === "config/all/checkout.yaml").length,
    ).toBeGreaterThan(0);
    expect(plan.steps.map(({ id }) => id).toSorted()).toEqual(["east/config", "west/config"]);
  });
});

/** What ristioctl leaves (its folder of certificates and its audit folder) committed together with its documents, and everything that is told of it. */
async function leftBehind() {
  const [made, intermediate] = [await makeRoot(), await makeRoot()];
  const token = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"iss":"kubernetes/serviceaccount"}').toString("base64url")}.${"c2lnbmF0dXJl".repeat(6)}`;
  const clientKey = Buffer.from(intermediate.key).toString("base64");
  const user = `{token: "${token}", client-key-data: ${clientKey}}`;
  const kubeconfig = `apiVersion: v1\nkind: Config\nclusters: [{name: a, cluster: {server: "https://a"}}]\ncontexts: []\nusers: [{name: me, user: ${user}}]\n`;
  const secret = (name: string, values: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}, namespace: istio-system}\n${values}`;
  const folder = folderOf({
    ...mesh,
    "certs/root-ca.key": made.key,
    "certs/east/ca-key.pem": intermediate.key,
    "audit/east/certs.yaml": secret("cacerts", `data: {ca-key.pem: ${clientKey}}\n`),
    "audit/east/remote-secret.yaml": secret("istio-remote-secret-east", `stringData:\n  east: |\n${kubeconfig.replace(/^/gmu, "    ")}`),
    "kubeconfigs/east.yaml": kubeconfig,
  });
  const report = await preview(createLocalWorld({ folder }), request(folder));
  const views = (["preview", "validate", "diff"] as const).flatMap((view) => [
    text(report, { view, colour: false, width: 100 }),
    json(report, { view }),
    markdown(report, { view }),
  ]);
  const outputs = [...views, sarif(report), page(report)].join("\n");
  const places = report.findings.filter(({ severity }) => severity === "error").map(({ rule, source }) => `${rule} ${source?.file}`);
  return { outputs, places, token, clientKey, keys: [made.key, intermediate.key] };
}

async function modelOf(name: string): Promise<{ readonly desired: Desired; readonly clusters: readonly string[] }> {
  const repository = load(treeFrom(join(root, "test", "stages", "render", name)));
  return { desired: await rendered(repository), clusters: repository.mesh?.clusters.map((entry) => entry.name) ?? [] };
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).mtimeMs} ${statSync(path).isFile() ? readFileSync(path, "utf8") : ""}`)
    .toSorted();
}

function imagesIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "image" && typeof inner === "string" ? [inner] : imagesIn(inner ?? null),
  );
}

function notAfter(pem: string): string {
  return new X509Certificate(pem).validTo;
}
