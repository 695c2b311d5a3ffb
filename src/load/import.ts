import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { bySeverityAndPlace } from "../model/finding.ts";
import { textAt } from "../model/json.ts";
import type { Tree } from "../model/tree.ts";
import { writeYaml } from "../yaml/index.ts";
import { readTree } from "./documents.ts";
import { readMeshFile } from "./mesh-file.ts";
import { isRistioctl, translate } from "./ristioctl.ts";

/** Files to write, relative to the root of a mesh repository, and what could not be carried over. */
export interface Import {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly Finding[];
}

const meshHead = `# Written by \`isthmus import\` from ristioctl's documents: the mesh they describe, unchanged. Their comments are not carried over.
# ristioctl made the root of trust and the intermediates; they stay as they are and are only verified (signer: external).
`;

const clusterHead =
  "# The network keeps the name that ristioctl gave it, and adopt: true takes over what is installed without moving a pod.\n";

/** Our documents for those of ristioctl anywhere in the tree. Loading them gives the same mesh as loading ristioctl's. */
export function importRistioctl(tree: Tree): Import {
  const { documents, findings } = readTree(tree, () => true);
  const found = documents.filter(isRistioctl);
  if (found.length === 0) return { files: [], findings: [...findings, finding("ristioctl-nothing-found", {})].sort(bySeverityAndPlace) };
  const translation = translate(found);
  const files = translation.documents.map(({ object }) =>
    object["kind"] === "Mesh"
      ? { path: "mesh.yaml", text: meshHead + writeYaml(object) }
      : { path: `clusters/${textAt(object, "metadata", "name") ?? ""}.yaml`, text: clusterHead + writeYaml(object) },
  );
  // Two clusters of one name share a path: the first stands, as it does in the mesh.
  const distinct = files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
  // What a mesh of them would be told, at ristioctl's documents: in the written files the second of two names is gone.
  const told = translation.documents.length === 0 ? [] : readMeshFile(translation.documents, translation.broken).findings;
  const mistakes = told.filter(({ severity }) => severity !== "info");
  return { files: distinct, findings: [...findings, ...translation.findings, ...mistakes].sort(bySeverityAndPlace) };
}
