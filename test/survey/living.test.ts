import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { diff } from "../../src/diff/index.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { objectAt } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import { living } from "../../src/survey/index.ts";
import { cluster } from "../support/study.ts";
import { changesOf, labelled, linesOf, objectOf, sceneOf, surveyed, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

const deployment = wanting(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec:
      serviceAccountName: istiod
      hostNetwork: false
      containers:
        - name: discovery
          image: pilot:1.31.0
          args: [discovery]
          ports: [{ containerPort: 8080 }]
          env:
            - { name: REVISION, value: default }
            - { name: EMPTY, value: "" }
            - { name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
          resources: { requests: { cpu: 1000m, memory: 2048Mi } }
          volumeMounts: [{ name: token, mountPath: /var/run/token }]
      volumes:
        - name: token
          projected: { sources: [{ serviceAccountToken: { audience: istio-ca, path: istio-token } }] }
`);

/** What an API server of 1.35 makes of it: canonical amounts, defaults, empty values gone, status. */
function served(change: (spec: JsonObject) => JsonObject = (spec) => spec): JsonObject {
  const { object } = deployment;
  return {
    ...object,
    spec: change(
      objectOf(`
progressDeadlineSeconds: 600
replicas: 1
revisionHistoryLimit: 10
selector: { matchLabels: { app: istiod } }
strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 25% } }
template:
  metadata: { labels: { app: istiod } }
  spec:
    dnsPolicy: ClusterFirst
    restartPolicy: Always
    schedulerName: default-scheduler
    securityContext: {}
    serviceAccount: istiod
    serviceAccountName: istiod
    terminationGracePeriodSeconds: 30
    containers:
      - name: discovery
        image: pilot:1.31.0
        imagePullPolicy: IfNotPresent
        args: [discovery]
        ports: [{ containerPort: 8080, protocol: TCP }]
        env:
          - { name: REVISION, value: default }
          - { name: EMPTY }
          - { name: POD, valueFrom: { fieldRef: { apiVersion: v1, fieldPath: metadata.name } } }
        resources: { requests: { cpu: "1", memory: 2Gi } }
        terminationMessagePath: /dev/termination-log
        terminationMessagePolicy: File
        volumeMounts: [{ name: token, mountPath: /var/run/token }]
    volumes:
      - name: token
        projected: { defaultMode: 420, sources: [{ serviceAccountToken: { audience: istio-ca, expirationSeconds: 3600, path: istio-token } }] }
`),
    ),
    status: { replicas: 1, readyReplicas: 1 },
  };
}

const controller = { operation: "Update", subresource: "status" } as const;

function live(object: JsonObject, ...others: JsonObject[]): Present {
  return stored(object, [
    setBy("isthmus", deployment.object),
    setBy("kube-controller-manager", { status: object["status"] ?? {} }, controller),
    ...others,
  ]);
}

describe("an object of ours", () => {
  it("with all that a server adds is no change", () => {
    const changes = changesOf({ wanted: [deployment], live: { objects: [live(served())], applied: [deployment] } });
    expect(linesOf(changes)).toEqual([]);
    expect(changes.unchanged.get("east")).toBe(1);
  });

  it("that somebody changed differs there", () => {
    const edited = served((spec) => ({
      ...spec,
      template: { ...objectAt(spec, "template"), spec: { ...objectAt(spec, "template", "spec"), serviceAccountName: "other" } },
    }));
    const changes = changesOf({ wanted: [deployment], live: { objects: [live(edited)], applied: [deployment] } });
    expect(linesOf(changes)).toEqual(['update Deployment istio-system/istiod: spec.template.spec.serviceAccountName "other" -> "istiod"']);
  });

  it("keeps what others own beside ours", () => {
    const object = served((spec) => ({ ...spec, paused: true }));
    const annotated = { ...object, metadata: { ...objectAt(object, "metadata"), annotations: { note: "by hand" } } };
    const other = setBy(
      "kubectl-edit",
      objectOf("apiVersion: apps/v1\nkind: Deployment\nmetadata: { annotations: { note: x } }\nspec: { paused: true }"),
      { operation: "Update" },
    );
    expect(linesOf(changesOf({ wanted: [deployment], live: { objects: [live(annotated, other)], applied: [deployment] } }))).toEqual([]);
  });

  it("loses what we applied and want no more", () => {
    const before = labelled({
      ...deployment,
      object: { ...deployment.object, spec: { ...objectAt(deployment.object, "spec"), minReadySeconds: 5 } },
    });
    const object = served((spec) => ({ ...spec, minReadySeconds: 5 }));
    const present = stored(object, [setBy("isthmus", before.object)]);
    expect(linesOf(changesOf({ wanted: [deployment], live: { objects: [present], applied: [before] } }))).toEqual([
      "update Deployment istio-system/istiod: spec.minReadySeconds 5 -> undefined",
    ]);
  });

  it("loses an entry of a list that was ours, and keeps those of others", () => {
    const withEnv = (...names: string[]) =>
      served((spec) => {
        const pod = objectAt(spec, "template", "spec");
        const [first] = Array.isArray(pod["containers"]) ? (pod["containers"] as readonly JsonObject[]) : [];
        const env = [...((first?.["env"] as readonly JsonObject[] | undefined) ?? []), ...names.map((name) => ({ name, value: "1" }))];
        return { ...spec, template: { ...objectAt(spec, "template"), spec: { ...pod, containers: [{ ...first, env }] } } };
      });
    const object = withEnv("OLD", "THEIRS");
    const ours = setBy("isthmus", withEnv("OLD"));
    const theirs = setBy("webhook", withEnv("THEIRS"), { operation: "Update" });
    expect(
      linesOf(changesOf({ wanted: [deployment], live: { objects: [stored(object, [ours, theirs])], applied: [deployment] } })),
    ).toContain(
      'update Deployment istio-system/istiod: spec.template.spec.containers[discovery].env[OLD] {"name":"OLD","value":"1"} -> undefined',
    );
    expect(JSON.stringify(linesOf(changesOf({ wanted: [deployment], live: { objects: [stored(object, [ours, theirs])] } })))).not.toContain(
      "THEIRS",
    );
  });

  it("needs its label back when somebody took it off, and is adopted when it never had one", () => {
    const { "isthmus.dev/mesh": _, ...labels } = objectAt(deployment.object, "metadata", "labels");
    const bare = { ...served(), metadata: { ...objectAt(deployment.object, "metadata"), labels } };
    const present = stored(bare, [setBy("isthmus", deployment.object)]);
    expect(linesOf(changesOf({ wanted: [deployment], live: { objects: [present], applied: [deployment] } }))).toEqual([
      'update Deployment istio-system/istiod: metadata.labels[isthmus.dev/mesh] undefined -> "shop"',
    ]);
    expect(
      linesOf(changesOf({ wanted: [deployment], live: { objects: [stored(bare, [setBy("helm", bare, { operation: "Update" })])] } })),
    ).toEqual([]);
  });

  it("that cannot be changed in place is replaced", () => {
    const other = served((spec) => ({ ...spec, selector: { matchLabels: { app: "pilot" } } }));
    const { changes } = changesOf({ wanted: [deployment], live: { objects: [live(other)], applied: [deployment] } });
    expect(changes.map(({ kind, why }) => [kind, why])).toEqual([["replace", "`spec.selector` cannot be changed in place"]]);
  });
});

describe("an object that Helm 3 created", () => {
  // Its books name Helm for all that was there after the create, the server's defaults as well (seen on a real server).
  const created = (change: (spec: JsonObject) => JsonObject = (spec) => spec) => {
    const { status: _, ...object } = served(change);
    const { "isthmus.dev/mesh": __, ...labels } = objectAt(object, "metadata", "labels");
    const annotations = { "meta.helm.sh/release-name": "istiod", "meta.helm.sh/release-namespace": "istio-system" };
    const bare = { ...object, metadata: { ...objectAt(object, "metadata"), labels, annotations } };
    return stored(bare, [setBy("helm", bare, { operation: "Update" })]);
  };
  const lines = (live: Present, adopt = true) =>
    linesOf(changesOf({ wanted: [deployment], live: { objects: [live] }, cluster: { adopt } }));

  it("is no change where only defaults and Helm's marks are more than we want", () => {
    expect(lines(created())).toEqual([]);
    expect(lines(created(), false)).toEqual([]);
  });

  it("shows what we would take out", () => {
    expect(lines(created((spec) => ({ ...spec, minReadySeconds: 5 })))).toEqual([
      "update Deployment istio-system/istiod: spec.minReadySeconds 5 -> undefined",
    ]);
    expect(lines(created((spec) => ({ ...spec, revisionHistoryLimit: 3 })))).toEqual([
      "update Deployment istio-system/istiod: spec.revisionHistoryLimit 3 -> undefined",
    ]);
  });
});

describe("what is only ever set as a whole", () => {
  const role = (verbs: string, more = "") =>
    wanting(`
apiVersion: example.io/v1
kind: Thing
metadata: { name: a, namespace: b }
spec: { rules: [{ verbs: ${verbs}${more} }] }
`);
  const present = (applied: ReturnType<typeof role>, spec: string, managers?: readonly JsonObject[]) =>
    stored({ ...applied.object, spec: objectOf(spec) }, managers ?? [setBy("isthmus", applied.object)]);

  it("may hold defaults that nobody keeps books about", () => {
    const wanted = role("[get]");
    const there = present(wanted, "rules: [{ verbs: [get], scope: any }]");
    expect(linesOf(changesOf({ wanted: [wanted], live: { objects: [there], applied: [wanted] } }))).toEqual([]);
  });

  it("shows what we took out of it", () => {
    const before = role("[get]", ", audience: all");
    const wanted = role("[get]");
    const there = present(before, "rules: [{ verbs: [get], audience: all }]");
    expect(linesOf(changesOf({ wanted: [wanted], live: { objects: [there], applied: [before] } }))).toEqual([
      'update Thing b/a: spec.rules[0].audience "all" -> undefined',
    ]);
  });

  it("shows what somebody else put into it", () => {
    const wanted = role("[get]");
    const { metadata, apiVersion, kind } = wanted.object;
    const ours = setBy("isthmus", { apiVersion: apiVersion ?? null, kind: kind ?? null, metadata: metadata ?? null });
    const there = present(wanted, "rules: [{ verbs: [get], audience: all }]", [
      ours,
      setBy("kubectl-edit", wanted.object, { operation: "Update" }),
    ]);
    expect(linesOf(changesOf({ wanted: [wanted], live: { objects: [there], applied: [wanted] } }))).toEqual([
      'update Thing b/a: spec.rules[0].audience "all" -> undefined',
    ]);
  });

  it("is compared entry by entry when entries came", () => {
    const wanted = role("[get]");
    const there = present(wanted, "rules: [{ verbs: [watch] }, { verbs: [get], scope: any }]");
    expect(linesOf(changesOf({ wanted: [wanted], live: { objects: [there], applied: [wanted] } }))).toEqual([
      'update Thing b/a: spec.rules[0] {"verbs":["watch"]} -> undefined',
    ]);
  });
});

describe("what controllers write", () => {
  const validator = wanting(`
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: istiod-default-validator }
webhooks:
  - name: validation.istio.io
    failurePolicy: Ignore
    sideEffects: None
    admissionReviewVersions: [v1]
    clientConfig: { service: { name: istiod, namespace: istio-system, path: /validate }, caBundle: "" }
    rules: [{ operations: [CREATE], apiGroups: [networking.istio.io], apiVersions: ["*"], resources: ["*"] }]
`);
  const patched = (manager: string) => {
    const object = objectOf(`
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: istiod-default-validator, labels: { isthmus.dev/mesh: shop } }
webhooks:
  - name: validation.istio.io
    failurePolicy: Fail
    matchPolicy: Equivalent
    namespaceSelector: {}
    objectSelector: {}
    sideEffects: None
    timeoutSeconds: 10
    admissionReviewVersions: [v1]
    clientConfig: { service: { name: istiod, namespace: istio-system, path: /validate, port: 443 }, caBundle: LS0t }
    rules: [{ operations: [CREATE], apiGroups: [networking.istio.io], apiVersions: ["*"], resources: ["*"], scope: "*" }]
`);
    const ours = setBy(
      "isthmus",
      objectOf(
        "apiVersion: v1\nkind: x\nmetadata: { labels: { isthmus.dev/mesh: shop } }\nwebhooks: [{ name: validation.istio.io, sideEffects: None, rules: [] }]",
      ),
    );
    const theirs = setBy(
      manager,
      objectOf("apiVersion: v1\nkind: x\nwebhooks: [{ name: validation.istio.io, failurePolicy: Fail, clientConfig: { caBundle: x } }]"),
      {
        operation: "Update",
      },
    );
    return stored(object, [ours, theirs]);
  };

  it("into webhooks is istiod's business", () => {
    expect(linesOf(changesOf({ wanted: [validator], live: { objects: [patched("pilot-discovery")], applied: [validator] } }))).toEqual([]);
  });

  it("is drift when somebody else wrote it", () => {
    expect(linesOf(changesOf({ wanted: [validator], live: { objects: [patched("kubectl-edit")], applied: [validator] } }))).toEqual([
      'update ValidatingWebhookConfiguration istiod-default-validator: webhooks[validation.istio.io].failurePolicy "Fail" -> "Ignore"',
      'update ValidatingWebhookConfiguration istiod-default-validator: webhooks[validation.istio.io].clientConfig.caBundle "LS0t" -> ""',
    ]);
  });

  const scaled = wanting("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: gw, namespace: a }\nspec: { replicas: 2 }");
  const scaledBy = (manager: string) => {
    const { spec: _, ...rest } = scaled.object;
    const update = { operation: "Update", subresource: "scale" } as const;
    return stored({ ...rest, spec: { replicas: 5 } }, [setBy("isthmus", rest), setBy(manager, { spec: { replicas: 5 } }, update)]);
  };

  it("is the autoscaler's number of replicas, not a person's", () => {
    expect(linesOf(changesOf({ wanted: [scaled], live: { objects: [scaledBy("kube-controller-manager")], applied: [scaled] } }))).toEqual(
      [],
    );
    expect(linesOf(changesOf({ wanted: [scaled], live: { objects: [scaledBy("kubectl")], applied: [scaled] } }))).toEqual([
      "update Deployment a/gw: spec.replicas 5 -> 2",
    ]);
  });
});

describe("what could not be read", () => {
  const why = problem("cluster-slow", { cluster: "east", request: "GET", seconds: 10 });

  it("is unknown, neither new nor gone", () => {
    const changes = changesOf({ wanted: [deployment], live: { objects: [[deployment, { kind: "unknown", why }]] } });
    expect(changes.changes.map(({ kind }) => kind)).toEqual(["unknown"]);
    expect(linesOf(changes)[0]).toContain("it could not be read: The API server of east did not answer GET");
  });

  it("as a whole cluster hides no other", () => {
    const { scope, survey } = sceneOf({ wanted: [deployment], live: {}, others: { west: surveyed({}) } });
    const desired = { ...scope.desired, classes: scope.desired.classes.map((entry) => ({ ...entry, manifests: [deployment] })) };
    const clusters = new Map([...survey.clusters, ["west", { kind: "unreachable" as const, why }]]);
    const { changes } = diff(desired, living({ ...scope, desired }, { ...survey, clusters }));
    expect(changes.map(({ kind, clusters: names }) => [kind, ...names])).toEqual([
      ["create", "east"],
      ["unknown", "west"],
    ]);
  });
});

describe("what is wanted no more", () => {
  const old = wanting("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: old, namespace: a }\ndata: { x: y }");
  const present = stored(old.object);

  it("is deleted when the inventory names this very object and it has our label", () => {
    const { changes } = changesOf({ wanted: [], live: { objects: [present], applied: [old] } });
    expect(changes.map(({ kind, id }) => [kind, id.name])).toEqual([["delete", "old"]]);
  });

  it("stays when it is another object of that name, has no label of ours, or is in no inventory", () => {
    const again = stored(old.object);
    const { inventory } = surveyed({ objects: [present], applied: [old] });
    expect(linesOf(changesOf({ wanted: [], live: { objects: [again], seen: { inventory } } }))).toEqual([]);
    const bare = stored({ ...old.object, metadata: { name: "old", namespace: "a" } });
    expect(linesOf(changesOf({ wanted: [], live: { objects: [bare], applied: [old] } }))).toEqual([]);
    expect(linesOf(changesOf({ wanted: [], live: { objects: [present] } }))).toEqual([]);
  });

  it("is unknown while a release or a file of the head cannot be known", () => {
    const gap = { release: "istiod", stage: "install", why: "the chart failed" } as const;
    const { scope, survey } = sceneOf({ wanted: [], live: { objects: [present], applied: [old] } });
    const gapped = { ...scope.desired, classes: scope.desired.classes.map((entry) => ({ ...entry, gaps: [gap] })) };
    expect(diff(gapped, living({ ...scope, desired: gapped }, survey)).changes.map(({ kind, why }) => [kind, why])).toEqual([
      ["unknown", "the chart failed"],
    ]);
    const unread = { ...scope.desired, unread: { mesh: false, clusters: [], files: ["config/all/a.yaml"] } };
    expect(diff(unread, living({ ...scope, desired: unread }, survey)).changes.map(({ kind }) => kind)).toEqual(["unknown"]);
  });

  it("goes with a cluster that leaves", () => {
    const { scope, survey } = sceneOf({ wanted: [], live: {} });
    const clusters = new Map([...survey.clusters, ["north", surveyed({ objects: [present], applied: [old] })]]);
    const changes = diff(scope.desired, living({ ...scope, leaving: [cluster("north")] }, { ...survey, clusters }));
    expect(changes.clusters.removed).toEqual(["north"]);
    expect(changes.changes.map(({ kind, clusters: names }) => [kind, ...names])).toEqual([["delete", "north"]]);
  });
});

describe("a Secret of the repository", () => {
  const seal = (digit: string) => `⟦secret ${digit.repeat(32)}⟧`;
  const wanted = wanting(`apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: b }\ndata: { password: ${seal("1")}, name: YWJj }`);
  // The server's books know `data` alone; the door hands out decoded texts, sealed by another value.
  const ours = (keys: readonly string[]) => setBy("isthmus", { ...wanted.object, data: Object.fromEntries(keys.map((key) => [key, "x"])) });
  const there = (texts: JsonObject, ...managers: readonly JsonObject[]) => {
    const { data: _, ...rest } = wanted.object;
    return stored({ ...rest, stringData: texts }, managers.length > 0 ? managers : [ours(["password", "name"])]);
  };
  const lines = (live: Present, applied = [wanted]) => linesOf(changesOf({ wanted: [wanted], live: { objects: [live], applied } }));

  it("is as it was applied while its values are ours", () => {
    expect(lines(there({ password: seal("2"), name: "abc" }))).toEqual([]);
  });

  it("differs where somebody else has a value now, or one is gone or too many", () => {
    const theirs = setBy("kubectl-edit", { data: { password: "x" } }, { operation: "Update" });
    expect(
      lines(there({ password: seal("2"), name: "abc" }, ours(["name"]), theirs)).map((line) => line.split(" ").slice(0, 4).join(" ")),
    ).toEqual(["update Secret b/a: data.password"]);
    expect(lines(there({ password: seal("2"), name: "abd" })).length).toBe(1);
    expect(lines(there({ name: "abc" })).length).toBe(1);
    expect(lines(there({ password: seal("2"), name: "abc", old: seal("3") }, ours(["password", "name", "old"]))).length).toBe(1);
    expect(lines(there({ password: seal("2"), name: "abc", other: seal("3") }))).toEqual([]);
  });
});

describe("a hole", () => {
  const text = "⟦ip of gateway istio-system/istio-eastwestgateway in west⟧";
  const wanted = wanting(
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata: { mesh: "address: ${text}\\nport: 15443\\n" }`,
  );
  const there = (address: string) =>
    stored({ ...wanted.object, data: { mesh: `address: ${address}\nport: 15443\n` } }, [setBy("isthmus", wanted.object)]);
  const west = (addresses: readonly string[]) =>
    surveyed({ seen: { addresses: new Map([["istio-system/istio-eastwestgateway", addresses]]) } });
  const lines = (address: string, addresses: readonly string[]) =>
    linesOf(changesOf({ wanted: [wanted], live: { objects: [there(address)], applied: [wanted] }, others: { west: west(addresses) } }));

  it("stands for the value that is known, and for any while none is", () => {
    expect(lines("192.0.2.1", ["192.0.2.1"])).toEqual([]);
    expect(lines("192.0.2.1", [])).toEqual([]);
  });

  it("does not stand for another one", () => {
    expect(lines("192.0.2.9", ["192.0.2.1"])).toEqual([`update ConfigMap b/a: data.mesh: address "192.0.2.9" -> "${text}"`]);
  });
});

describe("maps without entries, which no server keeps,", () => {
  it.each([
    [
      "labels of Istio's kinds",
      "{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: a, namespace: b, annotations: {} }, spec: { selector: { x: y } } }",
    ],
    ["data", "{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, namespace: b }, data: {} }"],
    [
      "selectors",
      "{ apiVersion: v1, kind: Service, metadata: { name: a, namespace: b, annotations: {} }, spec: { type: ClusterIP, selector: {} } }",
    ],
  ])("are no difference: %s", (_what, yaml) => {
    const wanted = wanting(yaml);
    const bare = JSON.parse(JSON.stringify(wanted.object), (_key, value) =>
      JSON.stringify(value) === "{}" ? undefined : value,
    ) as JsonObject;
    const live = { objects: [stored(bare, [setBy("isthmus", bare)])], applied: [wanted] };
    expect(changesOf({ wanted: [wanted], live }).changes).toEqual([]);
  });

  it("are one where a definition of others gives them a meaning", () => {
    const wanted = wanting(
      "{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: a, namespace: b }, spec: { selector: {} } }",
    );
    const bare = { ...wanted.object, spec: {} };
    const live = { objects: [stored(bare, [setBy("isthmus", bare)])], applied: [wanted] };
    expect(changesOf({ wanted: [wanted], live }).changes).toHaveLength(1);
  });
});
