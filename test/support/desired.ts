import type { Chart } from "../../src/model/chart.ts";
import type { Desired, Gap, ManifestClass, ReleaseRecord, Unread } from "../../src/model/desired.ts";
import { isList, isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import { byId, idOf, type Manifest, type Origin, type Stage, stages } from "../../src/model/manifest.ts";
import { readValues } from "../../src/yaml/index.ts";
import { sourceAt } from "./study.ts";

/**
 * Desired state written down as YAML, so that comparing and planning are tested without rendering. Documents are objects; one that begins with `classes`
 * says how they are kept:
 *
 *     classes: [{ members: [east, west], symbols: { east: { "⟨cluster⟩": east } } }]     # default: one class per name in an object's `on`
 *     engine: helm 4.3.1
 *     releases: [{ name: istiod, chart: istiod, version: 1.31.0, values: {} }]
 *     gaps: [{ release: istiod, why: ... }]
 *     unread: { clusters: [west] }
 *
 * An annotation tells of each object what a file cannot: `test/on` (clusters, default all), `test/stage`, `test/chart` (`istiod@1.31.0`, with `test/release`),
 * `test/file`, `test/derived`. They are taken off again.
 */
export function desiredOf(yaml: string): Desired {
  const documents = readValues(yaml).filter(isObject);
  const head = documents.find((document) => document["kind"] === undefined) ?? {};
  const objects = documents.filter((document) => document["kind"] !== undefined).map(read);
  const charts = listAt(head, "charts").filter(isObject).map(chart);
  const identities = Object.entries(objectAt(head, "identities")).map(([name, values]) => [name, texts(values)] as const);
  return {
    classes: listAt(head, "classes")
      .filter(isObject)
      .map((entry) => classOf(entry, head, objects)),
    engine: textAt(head, "engine") ?? "helm 4.3.1",
    charts,
    findings: [],
    ...(identities.length === 0 ? {} : { identities: new Map(identities) }),
    ...(isObject(head["unread"]) ? { unread: unread(head["unread"]) } : {}),
  };
}

/** Desired state of some clusters that all hold the same objects, or of each its own. */
export function desired(clusters: Readonly<Record<string, readonly Manifest[]>>, parts: Partial<Desired> = {}): Desired {
  const classes = Object.entries(clusters).map(
    ([name, manifests]): ManifestClass => ({
      members: [name],
      manifests: [...manifests].sort(byId),
      symbols: new Map(),
      releases: [],
      gaps: [],
    }),
  );
  return { classes, engine: "helm 4.3.1", charts: [], findings: [], ...parts };
}

interface Placed {
  readonly on: readonly string[];
  readonly manifest: Manifest;
}

function classOf(entry: JsonObject, head: JsonObject, objects: readonly Placed[]): ManifestClass {
  const members = listAt(entry, "members").filter((name) => typeof name === "string");
  const symbols = Object.entries(objectAt(entry, "symbols")).map(([name, values]) => [name, texts(values)] as const);
  const mine = objects.filter(({ on }) => on.length === 0 || on.some((name) => members.includes(name)));
  const releases = listAt(entry, "releases").concat(listAt(head, "releases"));
  return {
    members: [...members].sort(),
    manifests: mine.map(({ manifest }) => manifest).sort(byId),
    symbols: new Map(symbols),
    releases: releases.filter(isObject).map(release),
    gaps: listAt(entry, "gaps").filter(isObject).map(gap),
  };
}

function read(document: JsonObject): Placed {
  const metadata = objectAt(document, "metadata");
  const { annotations = {}, ...rest } = metadata;
  const own = isObject(annotations) ? annotations : {};
  const kept = Object.entries(own).filter(([key]) => !key.startsWith("test/"));
  const object = { ...document, metadata: { ...rest, ...(kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) }) } };
  const note = (name: string) => textAt(own, `test/${name}`);
  return {
    on: note("on")?.split(",") ?? [],
    manifest: { id: idOf(object), object, origin: originOf(note), stage: stageOf(note("stage")) },
  };
}

function originOf(note: (name: string) => string | undefined): Origin {
  const [chartName = "", version = ""] = (note("chart") ?? "").split("@");
  if (chartName !== "")
    return { kind: "chart", release: note("release") ?? chartName, chart: chartName, version, template: "templates/all.yaml" };
  const why = note("derived");
  return why === undefined ? { kind: "config", source: sourceAt(note("file") ?? "config/all/objects.yaml") } : { kind: "derived", why };
}

function stageOf(text = "config"): Stage {
  const found = stages.find((stage) => stage === text);
  if (found === undefined) throw new Error(`no stage is called ${text}`);
  return found;
}

function release(entry: JsonObject): ReleaseRecord {
  const version = textAt(entry, "version") ?? "1.31.0";
  const name = textAt(entry, "name") ?? "";
  return {
    name,
    namespace: "istio-system",
    chart: textAt(entry, "chart") ?? name,
    version,
    digest: textAt(entry, "digest") ?? `sha256:${version}`,
    values: objectAt(entry, "values"),
    isUpgrade: false,
    kubeVersion: "v1.35.0",
    stage: "install",
  };
}

function gap(entry: JsonObject): Gap {
  return { release: textAt(entry, "release") ?? "", stage: "install", why: textAt(entry, "why") ?? "" };
}

function unread(entry: JsonObject): Unread {
  const names = (key: string) => listAt(entry, key).filter((name) => typeof name === "string");
  return { mesh: entry["mesh"] === true, clusters: names("clusters"), files: names("files") };
}

function chart(entry: JsonObject): Chart {
  const name = textAt(entry, "name") ?? "";
  const version = textAt(entry, "version") ?? "1.31.0";
  return { name, version, appVersion: version, digest: textAt(entry, "digest") ?? `sha256:${version}`, origin: "test", files: new Map() };
}

function texts(value: Json | undefined): ReadonlyMap<string, string> {
  if (!isObject(value) || isList(value)) return new Map();
  return new Map(Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, text] as const] : [])));
}
