import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/model/json.ts";
import { mistakesInMeshConfig } from "../../../src/validate/schema/mesh-config.ts";
import { readValues } from "../../../src/yaml/index.ts";

/**
 * What `mesh.ApplyMeshConfigDefaults` of the Go module `istio.io/istio` (the bundled charts' commit) answered to each text. `ignored`: it took the text and left out
 * keys. What it judges after reading (`statusPort: -1`) is not said here.
 */
const recorded: readonly (readonly [text: string, answer: "taken" | "ignored" | "refused"])[] = [
  ["outboundTrafficPolicy: {mode: REGISTRYONLY}", "refused"],
  ["outboundTrafficPolicy: {mode: 7}", "taken"],
  ["outboundTrafficPolicy: {mode: registry_only}", "refused"],
  ["outboundTrafficPolcy: {mode: ALLOW_ANY}", "ignored"],
  ["enable_auto_mtls: true", "taken"],
  ['enableAutoMtls: "true"', "refused"],
  ['proxyListenPort: "15001"', "taken"],
  ["proxyListenPort: 15001.5", "refused"],
  ["proxyListenPort: many", "refused"],
  ["defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}}", "refused"],
  ["defaultConfig: {drainDuration: 45}", "refused"],
  ["defaultConfig: {drainDuration: 45s}", "taken"],
  ["defaultConfig: {drainDuration: 1d}", "refused"],
  ["mesh_mTLS: {minProtocolVersion: TLSV1_3}", "taken"],
  ["meshMTLS: {minProtocolVersion: TLSV1_1}", "refused"],
  ['defaultConfig: {tracing: {sampling: "10"}}', "taken"],
  ["defaultConfig: {tracing: {sampling: high}}", "refused"],
  ["trustDomainAliases: old", "refused"],
  ["defaultConfig: []", "refused"],
  ["accessLogFile: 5", "refused"],
  ["defaultConfig: {gatewayTopology: {numTrustedProxies: -1}}", "refused"],
  ["defaultConfig: {concurrency: null}", "taken"],
  ["defaultConfig: {concurrency: 99999999999}", "refused"],
  ["defaultConfig: {proxyHeaders: {forwardedClientCert: SANITIZE}}", "taken"],
  ["rootNamespace: y", "refused"],
  ["defaultHttpRetryPolicy: 5", "refused"],
];

describe("a mesh configuration is judged as istiod reads it", () => {
  it.each(recorded)("%s: %s", (text, answer) => {
    const value = readValues(text)[0];
    if (!isObject(value)) throw new Error("the texts of this table have keys");
    const kinds = mistakesInMeshConfig(value, "MeshConfig").map(({ kind }) => kind);
    const seen = kinds.length === 0 ? "taken" : kinds.every((kind) => kind === "unknown-field") ? "ignored" : "refused";
    expect(seen).toBe(answer);
  });
});
