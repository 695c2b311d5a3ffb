import { diff } from "../diff/index.ts";
import type { LiveStudy } from "../model/apply.ts";
import type { Desired } from "../model/desired.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Tree } from "../model/tree.ts";
import { notGivenBack, propose, withFiles } from "../propose/index.ts";

/**
 * What the files would be if Git took over the drift of these clusters. What is proposed is read and rendered again: an object that does not come out as it is live, or
 * with which anything else would change, is left to a person. `rendered` gives the mesh of other files.
 */
export function adoptionOf(study: LiveStudy, clusters: readonly string[], rendered: (tree: Tree) => Desired): Proposal {
  const refused = new Set<string>();
  for (;;) {
    const proposal = propose(study, clusters, (key) => refused.has(key));
    if (proposal.files.length === 0) return proposal;
    const after = rendered(withFiles(study.head.tree, proposal.files));
    const remaining = diff(after, study.baseline).changes;
    const failed = notGivenBack(proposal, { remaining, moved: diff(after, study.desired).changes });
    if (failed.size === 0) return proposal;
    for (const key of failed) refused.add(key);
  }
}
