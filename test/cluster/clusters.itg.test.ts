import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kubectl35 } from "../support/binaries.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";

const why = missing("api-servers") ?? (kubectl35() === undefined ? "no kubectl" : undefined);
const kubectl = kubectl35() ?? "kubectl";

describe.skipIf(why !== undefined)(`the lab's API servers${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
  });
  afterAll(() => lab?.stop());

  const east = () => lab.cluster("east");
  const asks = (kubeconfig: string, ...args: string[]) =>
    execFileSync(kubectl, ["--kubeconfig", kubeconfig, ...args], { encoding: "utf8", stdio: "pipe" });

  it("speak with kubectl, each with a state of its own", () => {
    asks(east().kubeconfig, "create", "namespace", "only-east");
    expect(asks(lab.kubeconfig, "--context=east", "get", "ns", "only-east", "-o", "name")).toBe("namespace/only-east\n");
    expect(() => asks(lab.kubeconfig, "--context=west", "get", "ns", "only-east")).toThrow(/not found/);
  });

  it("say which version they are", async () => {
    expect((await east().api.request("GET", "/version")).body).toMatchObject({ gitVersion: "v1.35.4", major: "1", minor: "35" });
  });

  it("run controllers: a Deployment becomes available on nodes that are not there", async () => {
    asks(east().kubeconfig, "create", "deployment", "web", "--image=any/image", "--replicas=2");
    const path = "/apis/apps/v1/namespaces/default/deployments/web";
    const seen = await east().api.waitFor(
      path,
      (object) => (object?.status as { availableReplicas?: number } | undefined)?.availableReplicas === 2,
    );
    expect(seen).toBeDefined();
  });

  it.each(["token", "certificate"] as const)("give a user with a %s exactly the given rights, and take them away", async (credential) => {
    const user = await east().makeUser({
      name: `reader-${credential}`,
      credential,
      rules: [{ resources: ["configmaps"], verbs: ["get", "list"] }],
    });
    expect(asks(user.kubeconfig, "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}")).toBe(user.username);
    expect(asks(user.kubeconfig, "get", "configmaps", "-A", "-o", "name")).toContain("configmap/kube-root-ca.crt");
    expect(() => asks(user.kubeconfig, "get", "secrets")).toThrow(/forbidden/);
    await east().setRules(`reader-${credential}`, []);
    expect(() => asks(user.kubeconfig, "get", "configmaps", "-A")).toThrow(/forbidden/);
  });

  it("write down who changed what", async () => {
    const user = await east().makeUser({ name: "writer", rules: [{ resources: ["configmaps"], verbs: ["*"] }] });
    asks(user.kubeconfig, "create", "configmap", "written");
    const writes = east()
      .audit()
      .filter((event) => event.user.username === user.username && event.verb !== "get");
    expect(writes.map(({ verb, objectRef }) => `${verb} ${objectRef?.resource}/${objectRef?.name}`)).toEqual(["create configmaps/written"]);
  });

  it.each(["token", "certificate"] as const)(
    "refuse and lose what a test wants, for users with a %s, who stay who they are",
    async (credential) => {
      const name = `unlucky-${credential}`;
      const user = await east().makeUser({ name, credential, rules: [{ resources: ["configmaps"], verbs: ["*"] }] });
      await east().faults([
        { methods: ["POST"], times: 1, answer: { kind: "status", status: 503, message: "not today" } },
        { methods: ["POST"], times: 1, answer: { kind: "lose" } },
      ]);
      expect(() => asks(user.kubeconfig, "create", "configmap", `refused-${credential}`)).toThrow(/not today/);
      expect(() => asks(user.kubeconfig, "create", "configmap", `lost-${credential}`)).toThrow(/EOF/);
      expect((await east().traffic()).hit).toBe(2);
      expect(asks(user.kubeconfig, "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}")).toBe(user.username);
      expect(() => asks(user.kubeconfig, "get", "secrets")).toThrow(new RegExp(`"${user.username}" cannot list`));
      expect(asks(user.kubeconfig, "get", "configmap", `lost-${credential}`, "-o", "name")).toBe(`configmap/lost-${credential}\n`);
      await east().faults([]);
      expect(() => asks(user.kubeconfig, "get", "configmap", `refused-${credential}`)).toThrow(/not found/);
    },
  );

  it("can hang and die and come back with their state, alone", async () => {
    await east().pause();
    expect(() => asks(east().kubeconfig, "get", "ns", "--request-timeout=2s")).toThrow(/[Tt]imeout|deadline/);
    expect(asks(lab.cluster("west").kubeconfig, "get", "ns", "default", "-o", "name")).toBe("namespace/default\n");
    await east().resume();
    await east().kill();
    expect(() => asks(east().kubeconfig, "get", "ns")).toThrow(/reset|refused|EOF/);
    await east().revive();
    expect(asks(east().kubeconfig, "get", "ns", "only-east", "-o", "name")).toBe("namespace/only-east\n");
  });
});

describe.skipIf(why !== undefined)(
  `an API server that dies while its cluster begins${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    it("has its controllers back when it is back", async () => {
      const lab = await startLab({ clusters: [{ name: "east" }] });
      try {
        const east = lab.cluster("east");
        await east.kill();
        // Longer than the ten seconds a controller manager waits for its API server before it gives up.
        await new Promise((resolve) => setTimeout(resolve, 14_000));
        await east.revive();
        execFileSync(kubectl, ["--kubeconfig", east.kubeconfig, "create", "deployment", "late", "--image=any/image"], { stdio: "pipe" });
        const seen = await east.api.waitFor(
          "/apis/apps/v1/namespaces/default/deployments/late",
          (object) => (object?.status as { observedGeneration?: number } | undefined)?.observedGeneration === 1,
        );
        expect(seen).toBeDefined();
      } finally {
        await lab.stop();
      }
    });
  },
);
