import { createPublicKey } from "node:crypto";
import { problem } from "../../../src/catalog/problem.ts";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../../src/model/json.ts";
import type { Access, Live, ObjectRef, Present, PrivateFacts } from "../../../src/model/live.ts";
import { idKey, idOf, idText, type ObjectId } from "../../../src/model/manifest.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Secret } from "../../../src/model/secret.ts";
import { keyFingerprint, readCertificates } from "../../../src/trust/index.ts";
import type {
  ApplyOptions,
  ClusterApi,
  Minted,
  PodPort,
  RemoveOptions,
  TokenRequest,
  WatchEvent,
  Where,
  WriteOptions,
} from "../../../src/world.ts";
import type { Store } from "./store.ts";

/** One request as it reaches a server. */
export interface Request {
  readonly cluster: string;
  readonly verb: "read" | "list" | "apply" | "create" | "replace" | "patch" | "remove" | "token" | "fetch";
  readonly id: string;
  readonly dryRun: boolean;
  /** Whether it changes what the server keeps. */
  readonly writes: boolean;
}

/** Called around every request; throws what the server would answer, or never resolves when the process is dead. */
export interface Fate {
  readonly before: (request: Request) => Promise<void>;
  readonly after: (request: Request) => Promise<void>;
}

const builtIn = new Set([
  "",
  "apps",
  "rbac.authorization.k8s.io",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
]);

/** An API server in memory: optimistic locks, dry runs, namespaces and definitions that must exist first, and an istiod that has read what it should. */
export class FakeApi implements ClusterApi {
  readonly cluster: string;
  readonly #store: Store;
  readonly #fate: Fate;
  readonly #now: () => number;

  constructor(store: Store, fate: Fate, now: () => number) {
    this.cluster = store.name;
    this.#store = store;
    this.#fate = fate;
    this.#now = now;
  }

  async #through<T>(verb: Request["verb"], id: string, work: () => T, options: { dryRun?: boolean; until?: number } = {}): Promise<T> {
    const dryRun = options.dryRun === true;
    const writes = !dryRun && ["apply", "create", "replace", "patch", "remove"].includes(verb);
    const request = { cluster: this.cluster, verb, id, dryRun, writes };
    await this.#fate.before(request);
    if (options.until !== undefined && this.#now() >= options.until)
      throw problem("cluster-slow", { cluster: this.cluster, request: `${verb} ${id}`, seconds: 0 });
    const result = work();
    await this.#fate.after(request);
    return result;
  }

  server() {
    return this.#through("fetch", "/version", () => ({
      url: `https://${this.cluster}.example:6443`,
      ca: "CA",
      version: "v1.35.4",
      clockSkewMs: 0,
      user: "test",
    }));
  }

  serves({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): Promise<boolean> {
    return this.#through("fetch", "/apis", () => this.#isServed(groupOf(apiVersion), kind));
  }

  #isServed(group: string, kind: string): boolean {
    if (builtIn.has(group)) return true;
    return [...this.#store.objects.values()].some(
      (object) =>
        object["kind"] === "CustomResourceDefinition" &&
        textAt(object, "spec", "group") === group &&
        textAt(object, "spec", "names", "kind") === kind,
    );
  }

  async read(ref: ObjectRef): Promise<Live> {
    try {
      return await this.#through("read", idKey(ref), () => {
        const found = this.#store.get(ref);
        return found === undefined ? ({ kind: "absent" } as const) : present(found);
      });
    } catch (error) {
      return { kind: "unknown", why: error as Problem };
    }
  }

  list({ apiVersion, kind, namespace = "", labels = "" }: Where): Promise<readonly Present[]> {
    return this.#through("list", `${kind} ${namespace} ${labels}`, () => {
      const wanted = labels === "" ? [] : labels.split(",").map((pair) => pair.split("="));
      const objects = [...(kind === "Pod" ? podsOf(this.#store) : []), ...this.#store.objects.values()];
      return objects
        .filter((object) => {
          const id = idOf(object);
          const own = objectAt(object, "metadata", "labels");
          return (
            id.kind === kind &&
            id.group === groupOf(apiVersion) &&
            (namespace === "" || id.namespace === namespace) &&
            wanted.every(([key = "", value]) => (value === undefined ? own[key] !== undefined : own[key] === value))
          );
        })
        .map(present);
    });
  }

  async apply(object: JsonObject, options: ApplyOptions = {}): Promise<Present> {
    const id = idOf(object);
    return this.#through("apply", idKey(id), () => this.#put(merged(this.#store.get(id), filled(object, options)), id, options), options);
  }

  async create(object: JsonObject, options: WriteOptions = {}): Promise<Present> {
    const id = idOf(object);
    return this.#through(
      "create",
      idKey(id),
      () => {
        if (this.#store.get(id) !== undefined) throw this.#moved(id);
        return this.#put(filled(object, options), id, options);
      },
      options,
    );
  }

  async replace(object: JsonObject, options: WriteOptions = {}): Promise<Present> {
    const id = idOf(object);
    return this.#through("replace", idKey(id), () => this.#swap(object, id, filled(object, options), options), options);
  }

  async patch(ref: ObjectRef, patch: Json, options: WriteOptions = {}): Promise<Present> {
    return this.#through(
      "patch",
      idKey(ref),
      () => {
        const old = this.#store.get(ref);
        if (old === undefined) throw this.#moved(ref);
        return Array.isArray(patch) ? this.#patchBooks(old, ref, patch, options) : this.#mergePatch(old, ref, patch, options);
      },
      options,
    );
  }

  #mergePatch(old: JsonObject, ref: ObjectRef, patch: Json, options: WriteOptions): Present {
    if (!isObject(patch)) throw new Error("no patch that a server would take");
    const labels = { ...objectAt(old, "metadata", "labels"), ...objectAt(patch, "metadata", "labels") };
    const next = merged(old, patch);
    return this.#swap(patch, ref, { ...next, metadata: { ...objectAt(next, "metadata"), labels } }, options);
  }

  /** A JSON Patch of `metadata` keys, of which `resourceVersion` is a condition. */
  #patchBooks(old: JsonObject, ref: ObjectRef, patch: readonly Json[], options: WriteOptions): Present {
    const values = patch.map((one) => [textAt(one, "path")?.split("/")[2] ?? "", isObject(one) ? (one["value"] ?? null) : null] as const);
    const { resourceVersion, ...rest } = Object.fromEntries(values);
    const asked = { metadata: typeof resourceVersion === "string" ? { resourceVersion } : {} };
    return this.#swap(asked, ref, { ...old, metadata: { ...objectAt(old, "metadata"), ...rest } }, options);
  }

  #swap(asked: JsonObject, id: ObjectId, next: JsonObject, options: WriteOptions): Present {
    const old = this.#store.get(id);
    const version = textAt(asked, "metadata", "resourceVersion");
    if (old === undefined || (version !== undefined && version !== textAt(old, "metadata", "resourceVersion"))) throw this.#moved(id);
    return this.#put(next, id, options);
  }

  #put(object: JsonObject, id: ObjectId, { dryRun }: WriteOptions): Present {
    if (!this.#isServed(id.group, id.kind)) {
      throw problem("kind-not-served", { cluster: this.cluster, kind: id.kind, apiVersion: textAt(object, "apiVersion") ?? "" });
    }
    if (id.namespace !== "" && this.#store.get({ group: "", kind: "Namespace", namespace: "", name: id.namespace }) === undefined) {
      throw this.#refused(id, `namespaces "${id.namespace}" not found`);
    }
    if (textAt(object, "metadata", "annotations", "test/refuse") !== undefined) throw this.#refused(id, "spec.wrong: unknown field");
    this.#validate(object, id);
    if (dryRun === true) return present(this.#admitted(object, id));
    return present(this.#store.put(object));
  }

  /** istiod's validator, when there is one. */
  #validate(object: JsonObject, id: ObjectId): void {
    const isValidated = [...this.#store.objects.values()].some((other) => other["kind"] === "ValidatingWebhookConfiguration");
    if (!isValidated || id.kind !== "VirtualService" || !JSON.stringify(object).includes('"weight":-')) return;
    throw problem("webhook-refused", { cluster: this.cluster, webhook: "validation.istio.io", object: idText(id), why: "weight -5 < 0" });
  }

  /** The injector, when there is one. */
  #admitted(object: JsonObject, id: ObjectId): JsonObject {
    const isInjected = [...this.#store.objects.values()].some((other) => other["kind"] === "MutatingWebhookConfiguration");
    if (!isInjected || id.kind !== "Pod") return object;
    const spec = objectAt(object, "spec");
    return { ...object, spec: { ...spec, containers: [...listAt(spec, "containers"), { name: "istio-proxy", image: "proxyv2" }] } };
  }

  #refused(id: ObjectId, why: string): Problem {
    return problem("object-refused", { cluster: this.cluster, object: idText(id), why });
  }

  #moved(id: ObjectId): Problem {
    return problem("object-moved", { cluster: this.cluster, object: idText(id) });
  }

  async remove(ref: ObjectRef, options: RemoveOptions = {}): Promise<void> {
    await this.#through(
      "remove",
      idKey(ref),
      () => {
        const old = this.#store.get(ref);
        if (old === undefined) return;
        if (options.uid !== undefined && options.uid !== textAt(old, "metadata", "uid")) throw this.#moved(ref);
        if (options.dryRun !== true) this.#store.end(old);
      },
      options,
    );
  }

  // eslint-disable-next-line require-yield
  async *watch({ kind }: Where, _signal: AbortSignal): AsyncIterable<WatchEvent> {
    throw problem("permission-missing", { cluster: this.cluster, verb: "watch", what: kind });
  }

  allowed(rights: readonly Access[]): Promise<readonly boolean[]> {
    return this.#through("fetch", "reviews", () => rights.map(() => true));
  }

  token({ namespace, account, seconds }: TokenRequest): Promise<Minted> {
    return this.#through("token", `${namespace}/${account}`, () => {
      const live = this.#store.get({ group: "", kind: "ServiceAccount", namespace, name: account });
      if (live === undefined) throw this.#refused({ group: "", kind: "ServiceAccount", namespace, name: account }, "not found");
      const text = `canary-token-${this.cluster}-${this.#store.tokens.size}`;
      const times = { issuedAt: this.#now(), expiresAt: this.#now() + Math.min(seconds, this.#store.longestToken) * 1000 };
      this.#store.tokens.set(text, times);
      minted.set(text, times);
      return { token: new Secret(text), expiresAt: times.expiresAt };
    });
  }

  fetch(path: string): Promise<string> {
    return this.#through("fetch", path, () => "");
  }

  inside({ name }: PodPort, path: string): Promise<string> {
    return this.#through("fetch", path, () => {
      // As istiod shows what it has read: here, everything at once.
      if (path === "/debug/configz") return JSON.stringify([...this.#store.objects.values()].filter(isConfiguration));
      if (path === "/metrics") return metricsOf(this.#store);
      if (path === "/debug/syncz") return JSON.stringify((this.#store.proxies.get(name) ?? []).map((proxy) => ({ proxy, resources: {} })));
      if (path !== "/debug/clusterz") return "[]";
      const secrets = [...this.#store.objects.values()].filter(
        (object) => textAt(object, "metadata", "labels", "istio/multiCluster") === "true",
      );
      return JSON.stringify(
        secrets.flatMap((secret) =>
          Object.keys(objectAt(secret, "stringData")).map((id) => ({ id, secretName: "x", syncStatus: "synced" })),
        ),
      );
    });
  }
}

function isConfiguration(object: JsonObject): boolean {
  return /istio\.io\/|gateway\.networking\.k8s\.io\//u.test(String(object["apiVersion"]));
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

/** The pods that Deployments stand for. */
function podsOf(store: Store): readonly JsonObject[] {
  return [...store.objects.values()]
    .filter((object) => object["kind"] === "Deployment")
    .map((object) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        name: `${textAt(object, "metadata", "name") ?? ""}-0`,
        namespace: textAt(object, "metadata", "namespace") ?? "",
        labels: objectAt(object, "spec", "template", "metadata", "labels"),
      },
      spec: { containers: [{ name: "istio-proxy", image: "proxyv2" }] },
      status: { phase: "Running" },
    }));
}

/** Applied fields win; what others set stays. */
function merged(old: JsonObject | undefined, next: JsonObject): JsonObject {
  if (old === undefined) return next;
  const metadata = { ...objectAt(old, "metadata"), ...objectAt(next, "metadata") };
  return {
    ...old,
    ...next,
    metadata,
    ...(next["stringData"] === undefined ? {} : { stringData: { ...objectAt(old, "stringData"), ...objectAt(next, "stringData") } }),
  };
}

function filled(object: JsonObject, { fill }: WriteOptions): JsonObject {
  if (fill === undefined) return object;
  const replace = (value: Json | undefined): Json => {
    if (typeof value === "string")
      return [...fill].reduce((text, [hole, put]) => text.replaceAll(hole, typeof put === "string" ? put : put.open()), value);
    if (Array.isArray(value)) return value.map(replace);
    if (!isObject(value)) return value ?? null;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replace(entry)]));
  };
  const result = replace(object);
  return isObject(result) ? result : object;
}

/** Times of every token of every server: a token tells them to whoever reads it. */
const minted = new Map<string, { readonly issuedAt: number; readonly expiresAt: number }>();

function timesIn(text: string): { readonly issuedAt: number | undefined; readonly expiresAt: number | undefined } {
  const token = /canary-token-[\w-]+/u.exec(text)?.[0] ?? "";
  return minted.get(token) ?? { issuedAt: undefined, expiresAt: undefined };
}

function present(object: JsonObject): Present {
  if (object["kind"] !== "Secret") return { kind: "present", object, privates: [] };
  const privates = Object.entries(objectAt(object, "stringData")).flatMap(([path, text]): PrivateFacts[] =>
    typeof text === "string" ? factsIn(path, text) : [],
  );
  return { kind: "present", object, privates };
}

/** What the door tells of a private part. */
function factsIn(path: string, text: string): PrivateFacts[] {
  if (text.includes("PRIVATE KEY")) return [{ kind: "private-key", path, fingerprint: keyFingerprint(createPublicKey(text)) }];
  if (!text.includes("canary-token-")) return [];
  return [{ kind: "token", path, subject: undefined, accountUid: undefined, ...timesIn(text) }];
}

/** The end of what istiod signs with: here it takes what is stored at once. */
function metricsOf(store: Store): string {
  const cacerts = store.get({ group: "", kind: "Secret", namespace: "istio-system", name: "cacerts" });
  const [signing] = readCertificates(textAt(cacerts, "stringData", "ca-cert.pem") ?? "").certificates;
  return signing === undefined ? "" : `citadel_server_cert_chain_expiry_timestamp ${Math.floor(signing.notAfter / 1000).toExponential()}\n`;
}
