import { randomUUID } from "node:crypto";
import { canonical, type JsonObject, objectAt, textAt } from "../../../src/model/json.ts";
import { notFound, Refusal } from "./answer.ts";
import { apiVersionOf, builtInKinds, type Kind, kindsOf, resourceName } from "./kinds.ts";

/** One thing that happened. */
export interface Happened {
  readonly version: number;
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly kind: Kind;
  readonly object: JsonObject;
}

/** What is stored instead of an object that a client wrote. @throws Refusal */
export type Admission = (object: JsonObject) => JsonObject;

/** What the server keeps: objects in every served version alike (there is no conversion), and what happened to them. */
export class State {
  readonly #objects = new Map<string, { readonly kind: Kind; readonly object: JsonObject }>();
  readonly #listeners = new Set<(happened: Happened) => void>();
  #history: Happened[] = [];
  #version = 1;
  /** What happened up to this version is forgotten: older watches and lists answer 410. */
  forgotten = 0;
  /** Asked for every write of a client. */
  admission: Admission = (object) => object;

  constructor() {
    for (const name of ["default", "kube-system"]) this.seed({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
  }

  get version(): number {
    return this.#version;
  }

  /** Kinds served now: the built-in ones, and those of the definitions that are there. */
  get kinds(): readonly Kind[] {
    const definitions = [...this.#objects.values()].filter(({ kind }) => kind.kind === "CustomResourceDefinition");
    return [...builtInKinds, ...definitions.flatMap(({ object }) => kindsOf(object))];
  }

  get objects(): readonly JsonObject[] {
    return [...this.#objects.values()].map(({ object }) => object);
  }

  get(kind: Kind, namespace: string, name: string): JsonObject | undefined {
    const object = this.#objects.get(keyOf(kind, namespace, name))?.object;
    return object === undefined ? undefined : { ...object, apiVersion: apiVersionOf(kind) };
  }

  /** Sorted by namespace and name, as etcd keeps them. */
  list(kind: Kind, namespace: string): readonly JsonObject[] {
    const found = [...this.#objects].filter(
      ([, { kind: other, object }]) =>
        other.group === kind.group &&
        other.plural === kind.plural &&
        (namespace === "" || textAt(object, "metadata", "namespace") === namespace),
    );
    return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { object }]) => ({ ...object, apiVersion: apiVersionOf(kind) }));
  }

  /** Stores an object as somebody would have made it by hand, without asking anybody. */
  seed(object: JsonObject): JsonObject {
    const apiVersion = textAt(object, "apiVersion");
    const kind = this.kinds.find((each) => apiVersionOf(each) === apiVersion && each.kind === object["kind"]);
    if (kind === undefined) throw new Error(`the server does not serve ${apiVersion} ${String(object["kind"])}`);
    return this.put(kind, object);
  }

  /** Stores; content that is equal to what is there changes nothing, not even the version. */
  put(kind: Kind, object: JsonObject, isDry = false): JsonObject {
    const namespace = kind.isNamespaced ? (textAt(object, "metadata", "namespace") ?? "") : "";
    const name = textAt(object, "metadata", "name") ?? "";
    const old = this.get(kind, namespace, name);
    if (kind.isNamespaced && !this.#objects.has(`|namespaces||${namespace}`)) throw notFound("namespaces", namespace);
    const next = this.#stamped(kind, object, old);
    if (old !== undefined && canonical(old) === canonical(next)) return old;
    if (isDry) return next;
    this.#version += 1;
    const stored = { ...next, metadata: { ...objectAt(next, "metadata"), resourceVersion: String(this.#version) } };
    this.#objects.set(keyOf(kind, namespace, name), { kind, object: stored });
    this.#tell({ version: this.#version, type: old === undefined ? "ADDED" : "MODIFIED", kind, object: stored });
    return stored;
  }

  remove(kind: Kind, namespace: string, name: string): void {
    const object = this.get(kind, namespace, name);
    if (object === undefined) throw notFound(resourceName(kind), name);
    this.#version += 1;
    this.#objects.delete(keyOf(kind, namespace, name));
    const last = { ...object, metadata: { ...objectAt(object, "metadata"), resourceVersion: String(this.#version) } };
    this.#tell({ version: this.#version, type: "DELETED", kind, object: last });
    // A definition takes its objects along, a namespace everything in it: here at once, on a real server after a while.
    const below = kind.kind === "CustomResourceDefinition" ? kindsOf(object) : kind.kind === "Namespace" ? this.kinds : [];
    for (const each of below) {
      for (const inner of this.list(each, kind.kind === "Namespace" ? name : "")) {
        if (kind.kind === "Namespace" && !each.isNamespaced) continue;
        this.remove(each, textAt(inner, "metadata", "namespace") ?? "", textAt(inner, "metadata", "name") ?? "");
      }
    }
  }

  /** Everything after a version, and from then on whatever happens; the returned function ends it. @throws Refusal 410 */
  follow(after: number, listener: (happened: Happened) => void): () => void {
    if (after < this.forgotten) throw new Refusal(410, "Expired", `too old resource version: ${after} (${this.forgotten})`);
    for (const happened of this.#history) if (happened.version > after) listener(happened);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets what happened so far. */
  compact(): void {
    this.forgotten = this.#version;
    this.#history = [];
  }

  #tell(happened: Happened): void {
    this.#history.push(happened);
    for (const listener of this.#listeners) listener(happened);
  }

  #stamped(kind: Kind, object: JsonObject, old: JsonObject | undefined): JsonObject {
    const { resourceVersion: _, ...metadata } = objectAt(object, "metadata");
    const before = objectAt(old, "metadata");
    const changed = old === undefined || canonical(contentOf(old)) !== canonical(contentOf(object));
    const generation = typeof before["generation"] === "number" ? before["generation"] : 0;
    return {
      ...object,
      apiVersion: apiVersionOf(kind),
      kind: kind.kind,
      metadata: {
        ...metadata,
        uid: before["uid"] ?? randomUUID(),
        creationTimestamp: before["creationTimestamp"] ?? new Date().toISOString().replace(/\.\d+/u, ""),
        ...(object["spec"] === undefined ? {} : { generation: changed ? generation + 1 : generation }),
        ...(old === undefined ? {} : { resourceVersion: before["resourceVersion"] }),
      },
    };
  }
}

function contentOf(object: JsonObject): JsonObject {
  const { metadata: _, status: __, apiVersion: ___, ...content } = object;
  return content;
}

function keyOf({ group, plural }: Kind, namespace: string, name: string): string {
  return `${group}|${plural}|${namespace}|${name}`;
}
