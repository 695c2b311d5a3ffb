import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Chart, Engine, Release } from "../../src/model/chart.ts";

/** The engine that every other one is measured by: the real helm binary, one process per release. */
export function helmEngine(binary: string): Engine & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-helm-"));
  const charts = new Map<string, string>();
  return {
    version: execFileSync(binary, ["version", "--template", "helm {{.Version}}"], { encoding: "utf8" }),
    render(release) {
      const chart = charts.get(release.chart.digest) ?? writeChart(folder, release.chart);
      charts.set(release.chart.digest, chart);
      return template({ binary, chart, folder, release });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function writeChart(folder: string, chart: Chart): string {
  const target = join(folder, `${chart.name}-${chart.digest.replace(/\W/gu, "").slice(0, 20)}`);
  for (const [path, text] of chart.files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return target;
}

function template({ binary, chart, folder, release }: { binary: string; chart: string; folder: string; release: Release }) {
  const values = join(folder, "values.json");
  writeFileSync(values, JSON.stringify(release.values));
  const flags = release.isUpgrade ? ["--is-upgrade"] : [];
  const names = [
    "template",
    release.name,
    chart,
    "--namespace",
    release.namespace,
    "--values",
    values,
    "--kube-version",
    release.kubeVersion,
  ];
  try {
    const text = execFileSync(binary, [...names, ...flags], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
    return { kind: "rendered", templates: byTemplate(text) } as const;
  } catch (error) {
    const message = String((error as { stderr?: unknown }).stderr ?? error).trim();
    const at = /[\w-]+\/(templates\/[^:"\s)]+):(\d+)/u.exec(message);
    return {
      kind: "failed",
      message,
      template: at?.[1],
      line: at?.[2] === undefined ? undefined : Number(at[2]),
      value: undefined,
    } as const;
  }
}

/** `helm template` prints documents by kind; each begins with the path of its template. */
function byTemplate(text: string): ReadonlyMap<string, string> {
  const templates = new Map<string, string>();
  for (const document of text.split(/^---\n/mu)) {
    const path = /^# Source: [^/]+\/(.*)$/mu.exec(document)?.[1];
    if (path !== undefined) templates.set(path, `${templates.get(path) ?? ""}---\n${document}`);
  }
  return templates;
}
