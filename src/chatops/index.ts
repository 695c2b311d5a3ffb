/** Comments to commands, and commands to decisions. Pure. */
export type { Approval, Asked, Check, Lock, MeshFacts, Person, PlanFacts, Pull } from "./asked.ts";
export {
  applyButton,
  type Button,
  cancelButton,
  commandOfButton,
  pauseButton,
  resumeButton,
  retryButton,
  rollbackButton,
} from "./buttons.ts";
export { type Decision, decide } from "./decide.ts";
export { offers } from "./offers.ts";
export { type Heard, parse } from "./parse.ts";
export { planFacts } from "./plan-facts.ts";
export { notAsApproved, type Queued } from "./queue.ts";
export {
  approvalsFrom,
  type PlanRecord,
  planAt,
  type RecordedPlan,
  type Review,
  recordFrom,
  recordJson,
  withoutRecords,
} from "./record.ts";
export { heldNow } from "./requirements/locks.ts";
export { notPermitted } from "./requirements/person.ts";
export { againstDeletions, isPartOfClusters } from "./requirements/plan.ts";
export { type Overlap, overlapOf } from "./rivals.ts";
