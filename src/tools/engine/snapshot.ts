/** The Go module whose charts are bundled: the 1.31 line of Istio as of 2026-08-27, not a release. */
export const chartModule = { path: "istio.io/istio", version: "v0.0.0-20260827124520-eed52ebb66ad" };
