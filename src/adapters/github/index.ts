export { type CheckAnnotation, type CheckRun, publishCheckRuns, type Seal } from "./check-run.ts";
export { type Posted, type StickyComment, upsertComment } from "./comment.ts";
export { type Address, type Connection, connect } from "./connect.ts";
export { createDeployment, type Deployment, type DeploymentState, setDeploymentState, unfinishedBefore } from "./deployment.ts";
export * from "./facts/index.ts";
export { createGitHubFiles, type GitHubFiles } from "./files.ts";
export { headOf } from "./pull.ts";
export { unwritten } from "./record.ts";
