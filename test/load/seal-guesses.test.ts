import { describe, expect, it } from "vitest";
import { readTree } from "../../src/load/documents.ts";
import { seal } from "../../src/load/seal.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";

const key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIcanaryKEYcanaryKEYcanary=\n-----END EC PRIVATE KEY-----\n";
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function configMap(value: string): JsonObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: value } };
}

/** What comes out for one text of a ConfigMap, with `***` for what was taken. */
function shown(object: JsonObject): string {
  return JSON.stringify(seal(object).object).replaceAll(/⟦secret [0-9a-f]{32}⟧/gu, "***");
}

function read(object: JsonObject) {
  const text = JSON.stringify(object);
  return readTree({ commit: undefined, entries: [{ kind: "file", path: "config/a.json", size: text.length, text }] }, () => true);
}

const secret = "cAnArY4711xyzCANARY";
const long = `${secret}abcdefghijklmnopqrstuvwxyz0123`;

const secrets: readonly (readonly [string, JsonObject])[] = [
  ["stringdata", { apiVersion: "v1", kind: "Secret", metadata: { name: "s" }, stringdata: { a: secret } }],
  ["Data", { apiVersion: "v1", kind: "Secret", metadata: { name: "s" }, Data: { a: secret } }],
  ["dta", { apiVersion: "v1", kind: "Secret", metadata: { name: "s" }, dta: { a: { b: [secret] } } }],
  ["a key at the top", { apiVersion: "v1", kind: "Secret", metadata: { name: "s" }, password: secret, pin: secret }],
  ["kind: secret", { apiVersion: "v1", kind: "secret", metadata: { name: "s" }, stringData: { a: secret } }],
  ["kind: SECRET without a version", { kind: "SECRET", metadata: { name: "s" }, data: { a: secret } }],
  ["kind: Secert with stringData", { apiVersion: "v1", kind: "Secert", metadata: { name: "s" }, stringData: { a: secret } }],
  ["a copy of itself", { apiVersion: "v1", kind: "secret", metadata: { name: "s", annotations: { [lastApplied]: secret } } }],
  ["inside another object", { kind: "A", spec: { template: { kind: "secret", metadata: { name: "s" }, dta: { a: secret } } } }],
];

describe("a Secret by any spelling", () => {
  it.each(secrets)("%s: nothing of it is shown", (_, object) => {
    const { documents, findings } = read(object);
    expect(JSON.stringify([documents.map((document) => document.object), findings])).not.toMatch(/cAnArY/u);
    expect(findings.map(({ rule }) => rule)).toContain("secret-in-repository");
  });

  it("keeps what everybody may know", () => {
    const object = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", labels: { a: "b" } },
      type: "Opaque",
      immutable: true,
      $patch: "delete",
    };
    expect(seal(object).object).toBe(object);
  });

  it("keeps names of Secrets where they are referred to", () => {
    const object = {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      spec: { tls: { certificateRefs: [{ group: "", kind: "Secret", name: "edge-cert-2026", namespace: "istio-ingress" }] } },
    };
    expect(seal(object).object).toBe(object);
  });
});

/** A text, and what stays of it. */
const texts: readonly (readonly [string, string, string])[] = [
  ["ghp_", `x ghp_${long} y`, "x *** y"],
  ["gho_", `gho_${long}`, "***"],
  ["ghs_", `ghs_${long}`, "***"],
  ["github_pat_", `github_pat_${long}`, "***"],
  ["AKIA", "id AKIACANARY4711ABCDEF", "id ***"],
  ["an AWS secret", `aws_secret_access_key = ${long}/a+b`, "aws_secret_access_key = ***"],
  ["xoxb", `xoxb-${long}`, "***"],
  ["AIza", `AIza${long}`, "***"],
  ["glpat", `glpat-${long}`, "***"],
  ["hvs", `hvs.${long}`, "***"],
  ["a password in an address", `https://admin:${secret}@db.example/x?y`, "https://admin:***@db.example/x?y"],
  ["a password with an at sign", `redis://:c@${secret}@db:6379`, "redis://:***@db:6379"],
  ["key = value", `a = 1\ndb.password = ${secret}\nb = 2`, "a = 1\ndb.password = ***\nb = 2"],
  ["key: value", `a: 1\nclientSecret: "${secret}"\nb: 2`, 'a: 1\nclientSecret: "***"\nb: 2'],
  ["an argument", `--api-key=${secret}`, "--api-key=***"],
  ["a users fragment", `users:\n- name: x\n  user:\n    token: ${secret}\n`, "***"],
  ["a users fragment with a key", `users:\n- name: x\n  user: {client-key-data: ${base64(key)}}\n`, "***"],
  ["a key, encoded twice", base64(base64(key)), "***"],
  ["a key, encoded twice in lines", base64(base64(key)).replaceAll(/.{64}/gu, "$&\n"), "***"],
  ["an encoded key in a text", `a: 1\nk: ${base64(key)}\n`, "a: 1\nk: ***\n"],
  ["a Secret as a text", `apiVersion: v1\nkind: Secret\nstringData:\n  a: ${secret}\n`, "***"],
];

describe("what is probably a credential", () => {
  it.each(texts)("%s", (_, text, rest) => {
    expect(shown(configMap(text))).toBe(JSON.stringify(configMap(rest)));
    const { documents, findings } = read(configMap(text));
    expect(JSON.stringify([documents.map(({ object }) => object), findings])).not.toMatch(/canary/iu);
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each(["DB_PASSWORD", "CLIENT_SECRET", "X_TOKEN", "MY_API_KEY", "SSH_PRIVATE_KEY"])("a literal value of the variable %s", (name) => {
    const env = (value: Json) => ({ kind: "Deployment", spec: { containers: [{ env: [{ name, value }] }] } });
    expect(shown(env("CANARY23"))).toBe(JSON.stringify(env("***")));
    const [found] = read(env("CANARY23")).findings;
    expect([found?.rule, found?.severity]).toEqual(["credential-in-repository", "warning"]);
    const copy = { kind: "Deployment", metadata: { annotations: { [lastApplied]: JSON.stringify(env("CANARY23")) } } };
    expect(shown(copy)).not.toContain("CANARY23");
  });

  it("a value below a telling key", () => {
    expect(shown({ kind: "ConfigMap", data: { "db-password": "Canary1" } })).toBe('{"kind":"ConfigMap","data":{"db-password":"***"}}');
  });

  it("a kubeconfig's users in another object", () => {
    const object = (token: string) => ({ kind: "A", spec: { users: [{ name: "x", user: { token } }] } });
    expect(shown(object("canary"))).toBe(JSON.stringify(object("***")));
  });
});

describe("what is none", () => {
  it.each([
    "password: $(DB_PASSWORD)",
    "password: ${DB_PASSWORD}",
    'password: "{{ .Values.password }}"',
    "token: /var/run/secrets/tokens/istio-token",
    "--token-file=/etc/token",
    "credentialName: edge-cert-2026",
    "secretName: edge-cert-2026",
    "secretKeyRef: {name: db-4711, key: password}",
    "tokenSecret: robot-token-4711",
    "imagePullSecret: registry-4711",
    "local token = handle:headers():get('x-token')",
    "request.auth.token == '12345678'",
    "token: third-party-jwt",
    "https://istiod.istio-system.svc:15012/inject@1",
    "docker://istio:1.31.0@sha256:0123456789abcdef",
    "https://$(USER):$(PASSWORD)@db/x",
    "outbound|80||a.b.svc.cluster.local",
    "the password is asked for when it is needed",
  ])("%s", (text) => {
    const object = configMap(`${text}\n`);
    expect(seal(object).object).toBe(object);
  });

  it("references in an environment", () => {
    const env = [
      { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "db-4711", key: "password" } } },
      { name: "A_TOKEN", value: "$(B_TOKEN)" },
      { name: "TLS_SECRET", value: "edge-cert" },
      { name: "USE_TOKEN", value: "true" },
      { name: "TOKEN_PATH", value: "x4711" },
    ];
    const object = { kind: "Deployment", spec: { env, tls: { credentialName: "edge-cert-2026", privateKey: "/etc/certs/key.pem" } } };
    expect(seal(object).object).toBe(object);
  });
});
