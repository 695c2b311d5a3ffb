import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import { bundleChannel, bundledGatewayApi, bundleVersion, isGatewayApi } from "../../../src/catalog/gateway-api.ts";
import { canonical, isObject, type JsonObject, textAt } from "../../../src/model/json.ts";
import { idOf } from "../../../src/model/manifest.ts";
import { readValues } from "../../../src/yaml/index.ts";
import { helm4 } from "../../support/binaries.ts";

/** The bundled definitions of the Gateway API: what is installed is what the release's own files say. */

const charts = createCharts();
const request = { source: { kind: "bundled" }, name: "gateway-api", version: bundledGatewayApi } as const;
const where = { tree: { commit: undefined, entries: [] }, locked: undefined };
const chart = await charts.fetch(request, where);

const objectsIn = (text: string): readonly JsonObject[] => readValues(text).filter(isObject);
const texts = (objects: readonly JsonObject[]): readonly string[] => objects.map(canonical).sort();

const rendering = (await charts.engine()).render({
  name: "gateway-api",
  namespace: "istio-system",
  chart,
  values: {},
  isUpgrade: true,
  kubeVersion: "v1.35.0",
});
const rendered = rendering.kind === "failed" ? [] : [...rendering.templates.values()].flatMap(objectsIn);

it("are printed as the files hold them, and nothing else is", () => {
  const files = [...chart.files].filter(([path]) => path.startsWith("files/"));
  expect(texts(rendered)).toEqual(texts(files.flatMap(([, text]) => objectsIn(text))));
  expect(files.length).toBeGreaterThanOrEqual(10);
});

it("are all of one release and of the standard channel, and known as the Gateway API's", () => {
  for (const object of rendered) {
    const annotation = (name: string) => textAt(object, "metadata", "annotations", name);
    expect([annotation(bundleVersion), annotation(bundleChannel)]).toEqual([`v${bundledGatewayApi}`, "standard"]);
    expect(isGatewayApi(idOf(object))).toBe(true);
  }
  expect(chart).toMatchObject({ version: bundledGatewayApi, origin: expect.stringContaining(`v${bundledGatewayApi}, standard channel`) });
  expect(chart.files.get("LICENSE")).toContain("Apache License");
});

it("are of that release alone", async () => {
  for (const version of ["1.5.1", "1.31.0", "latest"]) {
    const wanted = charts.fetch({ ...request, version }, where);
    await expect(wanted).rejects.toMatchObject({ code: "chart-not-found", facts: { source: expect.stringContaining(bundledGatewayApi) } });
  }
});

const helm = helm4();

it.skipIf(helm === undefined)("are what helm 4 makes of the chart (skipped without helm)", () => {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-definitions-"));
  try {
    for (const [path, text] of chart.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = ["template", "gateway-api", folder, "--namespace", "istio-system", "--is-upgrade", "--kube-version", "v1.35.0"];
    expect(texts(rendered)).toEqual(texts(objectsIn(execFileSync(helm ?? "helm", args, { encoding: "utf8", maxBuffer: 64 << 20 }))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
