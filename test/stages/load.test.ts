import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load, loadPlain } from "../../src/load/index.ts";
import { idText } from "../../src/model/manifest.ts";
import type { Repository } from "../../src/model/repository.ts";
import { writeYaml } from "../../src/yaml/index.ts";
import { treeFrom } from "../support/tree.ts";

const folder = join(import.meta.dirname, "load");

/** Each case is a folder: `head/`, perhaps `base/` as the default branch, or `plain/` for files without a mesh; `expected.txt` is what was understood. */
describe.each(readdirSync(folder))("%s", (name) => {
  it("is understood as expected, and every error has a place", async () => {
    const repository = loaded(join(folder, name));
    await expect(told(repository)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
    const homeless = repository.findings.filter((entry) => entry.severity === "error" && entry.source === undefined);
    expect(homeless.map((entry) => entry.rule).filter((rule) => rule !== "mesh-missing")).toEqual([]);
  });
});

function loaded(path: string): Repository {
  if (existsSync(join(path, "plain"))) return loadPlain(treeFrom(join(path, "plain")));
  const base = existsSync(join(path, "base")) ? load(treeFrom(join(path, "base"))) : undefined;
  return load(treeFrom(join(path, "head")), base);
}

/** The repository as a reader would check it: findings, mesh, and what each cluster receives. */
function told({ mesh, config, findings, leftOut, unreadFiles, acceptances, lock }: Repository): string {
  const lines = findings.map(({ severity, rule, source, message, remedy, clusters }) => {
    const place = source === undefined ? "-" : `${source.file}:${source.line}:${source.column}`;
    return `${severity} ${place} [${rule}]${clusters.length > 0 ? ` in ${clusters.join(", ")}` : ""}\n  ${message}\n  ${remedy}\n`;
  });
  const received = [...config].map(
    ([cluster, manifests]) => `${cluster}: ${manifests.map(({ id }) => idText(id)).join(", ") || "nothing"}\n`,
  );
  const summary = {
    mesh: mesh === undefined ? "none" : `${mesh.name} (${mesh.meshId}) ${mesh.topology} ${mesh.dataPlane}, apply ${mesh.apply}`,
    clusters: (mesh?.clusters ?? []).map(
      ({ name, role, primary, network }) => `${name} ${role}${primary ? ` of ${primary}` : ""} on ${network || "no network"}`,
    ),
    signer: mesh === undefined ? null : writeYaml({ ...mesh.trust.signer }).trim(),
    ...(leftOut?.length ? { leftOut } : {}),
    ...(unreadFiles?.length ? { unreadFiles } : {}),
    ...(acceptances.length ? { acceptances: acceptances.map(({ rule, until }) => `${rule} until ${until}`) } : {}),
    ...(lock ? { lock: lock.charts.map(({ source, name, version }) => `${source} ${name} ${version}`) } : {}),
  };
  const objects = [...new Set([...config.values()].flat())].filter(({ origin }) => origin.kind === "config");
  const shown = objects.length <= 4 ? objects.map(({ object }) => `---\n${writeYaml(object)}`) : [];
  return [...lines, writeYaml(summary), ...received, ...shown].join("");
}
