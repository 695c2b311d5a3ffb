import * as fc from "fast-check";
import type { Cause, Change, FieldChange } from "../../src/model/change.ts";
import type { Finding } from "../../src/model/finding.ts";
import { type Stage, stages } from "../../src/model/manifest.ts";
import type { StepKind } from "../../src/model/plan.ts";
import type { Study } from "../../src/model/study.ts";
import { certificate, change, changes, cluster, finding, fromChart, manifest, plan, study } from "../support/study.ts";

/** Values that must never be seen in any output. */
export const canaries = {
  data: "Y2FuYXJ5LWRhdGEtNjY2",
  key: "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEcanaryprivatekey\n-----END EC PRIVATE KEY-----",
  keyBody: "canaryprivatekey",
  sealed: `⟦secret ${"f00d".repeat(8)}⟧`,
  fingerprint: "f00df00df00d",
};

const pieces = [
  "`",
  "```",
  "````\n",
  "</details>",
  "<details>",
  "@team",
  "#123",
  "GH-7",
  "<!--",
  "-->",
  "https://evil.example/a?b=c",
  "www.evil.example",
  "\u202e",
  "\u200b",
  "\u001b[31m",
  "::error::x",
  "##[error]x",
  "|",
  "\n",
  "\r\n",
  "*",
  "_",
  "~~",
  "[x](http://y)",
  "![x](http://y)",
  "<img src=x onerror=alert(1)>",
  "<script>",
  "&lt;",
  "&#64;team",
  "$x$",
  "\\",
  "- a",
  "1. b",
  "> c",
  "# d",
  "a@b.example",
  '"]',
  "end",
  ";",
  "%%",
  "\ud800",
  "é",
  "名",
  "x".repeat(300),
  "⟨cluster⟩",
  "⟦token of a in b⟧",
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: "binary" }), fc.constantFrom("east", "checkout")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(""));
const tame = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/u);
const name = fc.oneof({ weight: 2, arbitrary: tame }, { weight: 1, arbitrary: hostile });

const value = fc.oneof(
  name,
  fc.integer(),
  fc.boolean(),
  fc.constant(canaries.key),
  fc.constant(canaries.sealed),
  fc.array(fc.record({ name, weight: fc.integer() }), { maxLength: 3 }),
);
const kinds = [
  "VirtualService",
  "DestinationRule",
  "Gateway",
  "ServiceEntry",
  "AuthorizationPolicy",
  "PeerAuthentication",
  "ConfigMap",
  "Secret",
  "Deployment",
  "HTTPRoute",
] as const;
const groups: Readonly<Record<string, string>> = {
  ConfigMap: "v1",
  Secret: "v1",
  Deployment: "apps/v1",
  AuthorizationPolicy: "security.istio.io/v1",
  PeerAuthentication: "security.istio.io/v1",
  HTTPRoute: "gateway.networking.k8s.io/v1",
};

const object = fc
  .record({
    kind: fc.constantFrom(...kinds),
    name,
    namespace: name,
    hosts: fc.array(name, { maxLength: 3 }),
    weight: fc.integer({ min: 0, max: 100 }),
    timeout: name,
    extra: value,
  })
  .map(({ kind, hosts, weight, timeout, extra, ...id }) => ({
    apiVersion: groups[kind] ?? "networking.istio.io/v1",
    kind,
    metadata: { name: id.name, namespace: id.namespace },
    ...(kind === "Secret" ? { data: { a: canaries.data, b: canaries.sealed }, stringData: { c: canaries.data } } : {}),
    spec: {
      hosts,
      host: id.name,
      extra,
      http: [
        {
          timeout,
          route: [
            { destination: { host: id.name, subset: "v1" }, weight },
            { destination: { host: id.name, subset: "v2" }, weight: 100 - weight },
          ],
        },
      ],
    },
  }));

const cause = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant("chart" as const), chart: name, from: name, to: name }),
    fc.record({ kind: fc.constant("values" as const), chart: name, keys: fc.array(name, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant("cluster-added" as const), cluster: name }),
  ) satisfies fc.Arbitrary<Cause>,
  { nil: undefined },
);

const field = fc
  .record({ path: name, before: fc.option(value, { nil: undefined }), after: fc.option(value, { nil: undefined }) })
  .map((each): FieldChange => ({ ...each, lines: undefined }));

function changeOf(names: readonly string[]): fc.Arbitrary<Change> {
  const where = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: Math.min(5, names.length) });
  const clusters = fc.oneof(fc.constant(names), where);
  return fc
    .record({
      kind: fc.constantFrom("create", "update", "delete", "replace", "unknown"),
      before: object,
      after: object,
      clusters,
      cause,
      why: name,
      fields: fc.array(field, { maxLength: 4 }),
      stage: fc.constantFrom(...stages),
      chart: fc.boolean(),
      cert: fc.nat(9),
      subject: name,
    })
    .map(({ kind, before, after, stage, chart, cert, subject, fields, ...rest }) => {
      const parts = { stage: stage as Stage, ...(chart ? { origin: fromChart("istiod") } : {}) };
      const [was, now] = [manifest(JSON.stringify({ ...after, spec: before.spec }), parts), manifest(JSON.stringify(after), parts)];
      const sides = kind === "create" ? [undefined, now] : kind === "delete" ? [was, undefined] : [was, now];
      const whenUpdate = kind === "update" || kind === "replace" ? {} : { fields: [] };
      const own = change(sides[0], sides[1], rest.clusters, {
        cause: rest.cause,
        kind: kind as Change["kind"],
        why: kind === "replace" || kind === "unknown" ? rest.why : undefined,
        certificates: cert > 0 ? [] : [{ path: "data[a]", before: undefined, after: certificate({ subject }) }],
        ...whenUpdate,
      });
      return { ...own, fields: own.fields.length === 0 ? [] : [...own.fields, ...fields] };
    });
}

function findingOf(names: readonly string[]): fc.Arbitrary<Finding> {
  return fc
    .record({
      severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
      message: name,
      remedy: name,
      file: name,
      line: fc.integer({ min: 1, max: 9999 }),
      clusters: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
      rule: tame,
      isAccepted: fc.boolean(),
    })
    .map(({ file, line, message, isAccepted, ...rest }) => {
      const source = { file, line, column: 1 };
      return finding({
        ...rest,
        message: `Saw \`${message.replaceAll("`", "'")}\` and ${message}.`,
        source,
        accepted: isAccepted && rest.severity !== "error" ? { reason: message, until: "2027-01-01", by: source } : undefined,
      });
    });
}

const stepKinds: readonly StepKind[] = ["base", "istiod", "gateway", "remote-secret", "config", "prune"];

/** Studies of every size, with the worst names there are and secrets where people put them. */
export function studies(size: { readonly clusters: number; readonly changes: number; readonly findings: number }): fc.Arbitrary<Study> {
  return fc.uniqueArray(name, { minLength: 1, maxLength: size.clusters, size: "max" }).chain((names) =>
    fc
      .record({
        list: fc.array(changeOf(names), { maxLength: size.changes, size: "max" }),
        findings: fc.array(findingOf(names), { maxLength: size.findings, size: "max" }),
        isNew: fc.boolean(),
        guard: name,
      })
      .map(({ list, findings, isNew, guard }) => {
        const clusters = names.map((each) => cluster(each, { network: each }));
        const steps = names.flatMap((each, index) =>
          stepKinds.map((kind) => ({
            id: `${each}/${kind}`,
            kind,
            stage: "config" as const,
            clusters: [each],
            after: kind === "base" ? [] : [`${each}/base`],
            writes: [],
            gate: each,
            wave: index % 3,
            irreversible: undefined,
          })),
        );
        return study({
          clusters,
          baseClusters: isNew ? [] : clusters,
          changes: changes(list, { clusters: { added: isNew ? names : [], removed: [] } }),
          findings,
          plan: plan({ steps: steps.slice(0, 300), guards: [{ reason: "irreversible", clusters: names.slice(0, 2), text: guard }] }),
        });
      }),
  );
}
