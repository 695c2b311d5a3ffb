import { Agent, WebSocket } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kubectl35 } from "../support/binaries.ts";
import { applyByKubectl, fetching, kubectl } from "./by-hand.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";

/** The lab's kubelet: a pod runs what its spec says, is ready when it answers, and is reached in all the ways that others here rely on. */

const script = `
const { readFileSync } = require("node:fs");
require("node:http").createServer((request, response) => {
  console.log("asked for " + request.url);
  response.end(process.env.WHO + " " + readFileSync("/app/word", "utf8"));
}).listen(8080);
`;
const container = {
  name: "web",
  image: "lab/node",
  args: ["/app/web.js"],
  env: [{ name: "WHO", valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } }],
  readinessProbe: { httpGet: { path: "/", port: 8080 } },
  volumeMounts: [{ name: "app", mountPath: "/app" }],
};
const words = (word: string) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "app", namespace: "default" },
  data: { "web.js": script, word },
});
const pod = (name: string, spec: object) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "default", labels: { app: name } },
  spec,
});
const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "default" },
  spec: { type: "LoadBalancer", selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080 }] },
};

const why = missing("mesh") ?? (kubectl35() === undefined ? "no kubectl" : undefined);

describe.skipIf(why !== undefined)(`pods in the lab${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  const east = () => lab.cluster("east");
  const web = { namespace: "default", name: "web" };
  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }] });
    applyByKubectl(east(), [
      words("one"),
      pod("web", { containers: [container], volumes: [{ name: "app", configMap: { name: "app" } }] }),
      service,
    ]);
    kubectl(east(), ["wait", "--for=condition=Ready", "pod/web", "--timeout=30s"]);
  });
  afterAll(() => lab?.stop());

  it("read their ConfigMaps, also after a change, and keep a log", async () => {
    const ask = async () => (await east().exec(web, fetching("http://127.0.0.1:8080/"))).stdout;
    expect(await ask()).toBe("200\nweb one");
    applyByKubectl(east(), [words("two")]);
    await expect.poll(ask, { timeout: 10_000 }).toBe("200\nweb two");
    expect(kubectl(east(), ["logs", "web"])).toContain("asked for /\n");
  });

  it("stand behind a load balancer with an address", async () => {
    const address = () => kubectl(east(), ["get", "svc", "web", "-o", "jsonpath={.status.loadBalancer.ingress[0].ip}"]);
    await expect.poll(address, { timeout: 10_000 }).toMatch(/^172\.30\.1\./);
    await expect.poll(async () => (await fetch(`http://${address()}/`)).text(), { timeout: 10_000 }).toBe("web two");
  });

  it.each([false, true])("are reached by a port-forward through the API server (with faults: %s)", async (faulty) => {
    await east().faults(faulty ? [{ path: "never", answer: { kind: "reset" } }] : []);
    expect(await forwarded(east().url, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 OK[^]*web two$/);
    await east().faults([]);
  });

  it("never become ready when injection left the image auto", async () => {
    applyByKubectl(east(), [pod("not-injected", { containers: [{ name: "istio-proxy", image: "auto" }] })]);
    const path = "/api/v1/namespaces/default/pods/not-injected";
    const seen = await east().api.waitFor(path, (object) => JSON.stringify(object).includes("ErrImagePull"), 20);
    expect(JSON.stringify(seen)).not.toContain('"type":"Ready","status":"True"');
  });

  it("are gone with their address when they are deleted", async () => {
    kubectl(east(), ["delete", "pod", "web", "--timeout=30s"]);
    await expect.poll(async () => (await east().exec(web, ["true"])).code, { timeout: 10_000 }).not.toBe(0);
  });

  it("become ready in the next lab, although the network of a pod of this one does not end", async () => {
    const held = { namespace: "default", name: "not-injected" };
    const { stdout } = await east().exec(held, ["sh", "-c", "sleep 300 >/dev/null 2>&1 & echo $!"]);
    try {
      await lab.stop();
      lab = await startLab({ clusters: [{ name: "east" }] });
      const volumes = [{ name: "app", configMap: { name: "app" } }];
      const names = ["one", "two", "three"];
      applyByKubectl(east(), [words("again"), ...names.map((name) => pod(name, { containers: [container], volumes }))]);
      kubectl(east(), ["wait", "--for=condition=Ready", ...names.map((name) => `pod/${name}`), "--timeout=30s"]);
    } finally {
      process.kill(Number(stdout), "SIGKILL");
    }
  });

  async function forwarded(url: string, request: string): Promise<string> {
    const { token = "" } = await east().makeUser({
      name: "forwarder",
      rules: [{ resources: ["pods/portforward"], verbs: ["get", "create"] }],
    });
    const dispatcher = new Agent({ connect: { ca: east().ca } });
    const target = `${url.replace("https", "wss")}/api/v1/namespaces/default/pods/web/portforward?ports=8080`;
    const socket = new WebSocket(target, { protocols: ["v4.channel.k8s.io"], headers: { authorization: `Bearer ${token}` }, dispatcher });
    socket.binaryType = "arraybuffer";
    const parts: Buffer[] = [];
    socket.addEventListener("open", () => socket.send(Buffer.concat([Buffer.of(0), Buffer.from(request)])));
    socket.addEventListener("message", ({ data }) => parts.push(Buffer.from(data as ArrayBuffer)));
    await new Promise((resolve) => socket.addEventListener("close", resolve));
    await dispatcher.close();
    // The first message on each of the two channels is the port's number.
    return Buffer.concat(parts.slice(2).map((part) => part.subarray(1))).toString("utf8");
  }
});
