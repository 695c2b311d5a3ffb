import type { Task } from "../task.ts";
import { storeCertificates } from "./certificates.ts";
import { writeObjects } from "./objects.ts";
import { prune } from "./prune.ts";
import { restartWorkloads } from "./restart.ts";

/** Writes what a step has to write in one cluster. @throws Problem, StoppedError */
export async function doStep(task: Task): Promise<void> {
  switch (task.step.kind) {
    case "certificates":
      return storeCertificates(task);
    case "prune":
      return prune(task);
    case "namespace":
    case "gateway-api":
    case "base":
    case "reader":
    case "istiod":
    case "cni":
    case "ztunnel":
    case "gateway":
    case "expose":
    case "remote-secret":
    case "config":
    case "default-revision":
      return writeObjects(task);
    case "restart":
      return restartWorkloads(task);
    case "address":
      // Nothing is written: its gate waits for the load balancer.
      return undefined;
  }
}
