import { bundledGatewayApi } from "../../catalog/gateway-api.ts";

/** The Go module whose charts are bundled: the 1.31 line of Istio as of 2026-08-27, not a release. */
export const chartModule = { path: "istio.io/istio", version: "v0.0.0-20260827124520-eed52ebb66ad" };

/** The Go module whose definitions are bundled as chart `gateway-api`: a release. */
export const definitionsModule = { path: "sigs.k8s.io/gateway-api", version: `v${bundledGatewayApi}` };
