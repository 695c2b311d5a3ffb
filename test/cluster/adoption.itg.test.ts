import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectAt } from "../../src/model/json.ts";
import { idText } from "../../src/model/manifest.ts";
import { helm3, helm4 } from "../support/binaries.ts";
import { barePort } from "./bare-port.ts";
import { installByHelm, look, scopeFor, takeOver } from "./helm-installed.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";

/**
 * A mesh that `helm install` made, on a real API server: the first look changes nothing of it, adoption changes no UID and no pod template and leaves people's
 * own additions alone, and the look after it is empty.
 */

// Seen on API servers that were started by hand; what has not been seen here is skipped and says so.
const why: string | undefined = missing("api-servers") ?? "not yet seen running in this lab";

describe.each([
  ["3", helm3(), "multi-primary-multi-network", "east"],
  ["4", helm4(), "multi-primary-multi-network", "east"],
  ["3", helm3(), "ambient", "a"],
] as const)("a mesh installed by helm %s", (version, helm, model, cluster) => {
  const skip = why !== undefined || helm === undefined;
  let lab: Lab | undefined;
  beforeAll(async () => {
    if (!skip) lab = await startLab({ clusters: [{ name: cluster }] });
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it.skipIf(skip)(
    `${model} needs no change and is adopted as it is${skip ? ` (skipped: ${why ?? `no helm ${version}`})` : ""}`,
    async () => {
      const own = lab?.cluster(cluster);
      if (own === undefined || helm === undefined) throw new Error("there is a lab");
      const scope = await scopeFor(model, cluster);
      const port = barePort(cluster, own.api.request);
      installByHelm(helm, own.kubeconfig, scope);

      const first = await look(port, scope);
      const releases = scope.desired.classes.flatMap((entry) => entry.releases);
      const changed = first.changes.changes.filter(({ kind, stage }) => kind !== "create" && stage !== "namespaces");
      expect(changed.map(({ id, fields }) => [idText(id), fields.map(({ path }) => path)])).toEqual([]);
      expect([...first.records].sort()).toEqual(releases.map(({ name }) => `sh.helm.release.v1.${name}.v1`).sort());

      const path = `/apis/apps/v1/namespaces/${scope.mesh.clusters[0]?.systemNamespace ?? ""}/deployments/istiod`;
      const restart = {
        spec: { template: { metadata: { annotations: { "kubectl.kubernetes.io/restartedAt": "2026-11-20T10:00:00Z" } } } },
      };
      await own.api.request("PATCH", `${path}?fieldManager=kubectl-rollout`, restart, "application/merge-patch+json");
      const before = await own.api.get(path);
      await takeOver(port, scope, first.adopted);
      const after = await own.api.get(path);
      expect(after?.["spec"]).toEqual(before?.["spec"]);
      expect(objectAt(after ?? {}, "metadata")["uid"]).toBe(objectAt(before ?? {}, "metadata")["uid"]);

      const second = await look(port, scope);
      expect(second.changes.changes.filter(({ kind }) => kind !== "create").map(({ id }) => idText(id))).toEqual([]);
    },
  );
});
