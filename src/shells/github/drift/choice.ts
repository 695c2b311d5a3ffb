import type { LiveStudy } from "../../../model/apply.ts";
import { sha256 } from "../../../model/digest.ts";
import { canonical } from "../../../model/json.ts";
import type { Proposal } from "../../../model/proposal.ts";
import { adoptionText, type DriftChoice, driftFacts, restorationRecord, restorationText } from "../../../report/index.ts";

/** What a look at the clusters gave, as far as drift is concerned. */
export interface Looked {
  readonly study: LiveStudy;
  readonly adoption: Proposal;
  /** The clusters that are meant; empty: all. */
  readonly clusters: readonly string[];
}

/** What a pull request about drift holds and says. */
export interface Content {
  readonly title: string;
  readonly text: string;
  /** By path from the top of the mesh repository. */
  readonly files: Proposal["files"];
  /** Equal as long as nothing about it changes. */
  readonly digest: string;
}

/** Where the decision to keep Git is written down: beside the mesh, where nobody reads it as a document. */
export const recordFile = "drift/restored.md";

/** What is to be merged for a choice; `undefined`: there is nothing to decide. */
export function contentOf(choice: DriftChoice, { study, adoption, clusters }: Looked): Content | undefined {
  const mesh = study.head.mesh;
  if (mesh === undefined) return undefined;
  if (choice === "adopt") {
    if (adoption.files.length === 0) return undefined;
    const digest = sha256(canonical(adoption.files.map(({ path, text }) => [path, text])));
    return { title: `${mesh.name}: take over what is live`, text: adoptionText(study, adoption), files: adoption.files, digest };
  }
  const drift = study.live.drift.filter(({ cluster }) => clusters.length === 0 || clusters.includes(cluster));
  if (drift.length === 0) return undefined;
  const files = [{ path: recordFile, text: restorationRecord(study, drift, study.request.at) }];
  const digest = sha256(canonical(driftFacts(study, drift)));
  return { title: `${mesh.name}: put back what Git says`, text: restorationText(study, drift, mesh.apply), files, digest };
}
