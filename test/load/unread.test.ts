import { expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import type { TreeEntry } from "../../src/model/tree.ts";

const file = (path: string, text: string): TreeEntry => ({ kind: "file", path, size: text.length, text });
const mesh = file(
  "mesh.yaml",
  "apiVersion: isthmus.dev/v1alpha1\nkind: Mesh\nmetadata: {name: m}\nspec:\n  istio: {revisions: [{name: default, version: 1.31.0}]}\n",
);
const west = file(
  "clusters/west.yaml",
  'apiVersion: isthmus.dev/v1alpha1\nkind: Cluster\nmetadata: {name: west}\nspec: {role: primary, network: net-west, kubernetes: "1.35"}\n',
);
const trusted = load({ commit: undefined, entries: [west, mesh] });

it("takes a link in the place of a folder for all that was in it: unknown, not gone", () => {
  const linked = load({ commit: undefined, entries: [{ kind: "symlink", path: "clusters", target: "elsewhere" }, mesh] }, trusted);
  expect(linked.leftOut).toEqual(["west"]);
  const entries: TreeEntry[] = [
    west,
    { kind: "symlink", path: "config/all/shop", target: "/srv/shop" },
    { kind: "symlink", path: "config/README.md", target: "../README.md" },
    { kind: "submodule", path: "config/groups" },
    mesh,
  ];
  const { unreadFiles, findings } = load({ commit: undefined, entries }, trusted);
  expect(unreadFiles).toEqual(["config/all/shop", "config/groups"]);
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error symlink-refused", "warning submodule-not-read"]);
});

it("says nothing of a wave or a patch whose cluster or object may stand in what could not be read", () => {
  const waves = file("mesh.yaml", `${mesh.kind === "file" ? mesh.text : ""}  rollout: {waves: [[west], [east]]}\n`);
  const patch = file(
    "config/clusters/west/web.patch.yaml",
    "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: app}\nspec: {hosts: [other]}\n",
  );
  const rules = (...entries: TreeEntry[]) =>
    load({ commit: undefined, entries: [waves, west, patch, ...entries] }).findings.map(({ rule }) => rule);
  expect(rules().filter((rule) => /wave|patch/u.test(rule))).toEqual(["patch-without-object", "wave-unknown"]);
  const broken = rules(file("clusters/east.yaml", "kind: Cluster\n\tspec: {}\n"), file("config/all/web.yaml", "kind: {\n"));
  expect(broken.filter((rule) => /wave|patch|yaml-syntax/u.test(rule))).toEqual(["yaml-syntax", "yaml-syntax"]);
});
