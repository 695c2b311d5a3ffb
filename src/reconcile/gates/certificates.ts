import { type JsonObject, listAt, textAt } from "../../model/json.ts";
import type { Live, Present } from "../../model/live.ts";
import { type Certificate, fingerprintsInOrder, judgeChain, readCertificates } from "../../trust/index.ts";
import { secretRef } from "../open.ts";
import type { Task } from "../task.ts";
import { istiodPods } from "./istiod-pages.ts";
import { ready, type Sight, type Sign, waiting } from "./wait.ts";

/** What is looked at after `cacerts` was written: that it is what it should be, and that the istiods which run have taken it. */
export function certificateSigns(task: Task): readonly Sign[] {
  return [storedSign(task), takenSign(task)];
}

/** That `cacerts` is complete, that its intermediate leads to a root beside it, and that these are the roots it should have, read back as istiod will read it. */
function storedSign({ site, campaign }: Task): Sign {
  const { systemNamespace, trustDomain } = site.cluster;
  return {
    what: `Secret ${systemNamespace}/cacerts`,
    seconds: 15,
    remedy: "See who else writes it (`kubectl get secret cacerts --show-managed-fields`); `isthmus certs list` shows what is in it.",
    look: async () => {
      const stored = presentOr(await site.api.read(secretRef(systemNamespace, "cacerts")));
      if (stored === undefined) return waiting("it does not exist");
      const missing = ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"].filter((key) => textIn(stored, key) === "");
      if (missing.length > 0) return waiting(`it lacks ${missing.join(", ")}`);
      const roots = certificatesIn(stored, "root-cert.pem");
      const { faults } = judgeChain({
        chain: certificatesIn(stored, "cert-chain.pem"),
        roots,
        at: campaign.world.clock.now(),
        trustDomain,
      });
      if (faults.length > 0) return waiting(faults.join("; "));
      return sameRoots(roots, wantedRoots(site.surveyed.cacerts));
    },
  };
}

function wantedRoots(verdict: Task["site"]["surveyed"]["cacerts"]): string | undefined {
  switch (verdict?.kind) {
    case "issue":
      return verdict.request.roots;
    case "roots":
      return verdict.rootCert;
    case "keep":
    case "refuse":
    case "unknown":
    case undefined:
      return undefined;
  }
}

function sameRoots(here: readonly Certificate[], wanted: string | undefined): Sight {
  const order = (some: readonly Certificate[]): string => fingerprintsInOrder(some).join();
  const isSame = wanted === undefined || order(here) === order(readCertificates(wanted).certificates);
  return isSame ? ready : waiting("its roots are not those of the mesh");
}

/**
 * That every istiod which runs has taken what was stored: each replica's metrics show the end of the new intermediate, and what they hand out are the new roots.
 * Roots that change reach an istiod without ISTIO_MULTIROOT_MESH only when it is restarted: that is said, and not waited for, because its own step comes later.
 */
function takenSign({ site }: Task): Sign {
  const { api, cluster } = site;
  const namespace = cluster.systemNamespace;
  return {
    what: `istiod with the new Secret ${namespace}/cacerts`,
    // A kubelet brings a changed Secret to a pod within two minutes.
    seconds: 240,
    remedy: `Its log says why it does not take it (\`kubectl -n ${namespace} logs deploy/istiod\`, "cacerts"); one that signs with a root of its own takes it when it is restarted.`,
    look: async () => {
      const pods = await istiodPods(api, namespace);
      const stored = presentOr(await api.read(secretRef(namespace, "cacerts")));
      if (pods.length === 0 || stored === undefined) return ready;
      const given = presentOr(await api.read(rootMapRef(namespace)));
      const handedOut = readCertificates(textAt(given?.object, "data", "root-cert.pem") ?? "").certificates;
      const isGiven = fingerprintsInOrder(handedOut).join() === fingerprintsInOrder(certificatesIn(stored, "root-cert.pem")).join();
      if (!isGiven && !(await hasMultiRoot(site)))
        return { kind: "unseen", why: "it runs without ISTIO_MULTIROOT_MESH and takes other roots only when it is restarted" };
      if (!isGiven) return waiting("it does not hand out these roots yet");
      return api.inside === undefined
        ? { kind: "unseen", why: "its metrics cannot be asked for from here" }
        : replicas(api, { namespace, pods, stored });
    },
  };
}

interface Replicas {
  readonly namespace: string;
  readonly pods: readonly string[];
  readonly stored: Present;
}

async function replicas(api: Task["site"]["api"], { namespace, pods, stored }: Replicas): Promise<Sight> {
  const [signing] = certificatesIn(stored, "ca-cert.pem");
  const wanted = Math.floor((signing?.notAfter ?? 0) / 1000);
  const ends = await Promise.all(pods.map(async (name) => endIn((await api.inside?.({ namespace, name, port: 15014 }, "/metrics")) ?? "")));
  const late = pods.filter((_, index) => ends[index] !== wanted);
  return late.length === 0 ? ready : waiting(`${late.join(", ")} still signs with another intermediate`);
}

/** `citadel_server_cert_chain_expiry_timestamp 1.826357842e+09`: when the certificate that this replica signs with ends, in seconds since 1970. */
export function endIn(metrics: string): number | undefined {
  const [, value] = /^citadel_server_cert_chain_expiry_timestamp(?:\{[^}]*\})? (\S+)$/mu.exec(metrics) ?? [];
  return value === undefined ? undefined : Math.floor(Number(value));
}

async function hasMultiRoot({ api, cluster }: Task["site"]): Promise<boolean> {
  const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace: cluster.systemNamespace, labels: "app=istiod" });
  return pods.every(({ object }) => {
    const variables = listAt(object, "spec", "containers").flatMap((container) => listAt(container, "env"));
    return variables.some((entry) => textAt(entry, "name") === "ISTIO_MULTIROOT_MESH" && textAt(entry, "value") === "true");
  });
}

function rootMapRef(namespace: string) {
  return { apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name: "istio-ca-root-cert" } as const;
}

/** @throws Problem when it could not be read */
function presentOr(live: Live): Present | undefined {
  if (live.kind === "unknown") throw live.why;
  return live.kind === "present" ? live : undefined;
}

function textIn({ object }: { readonly object: JsonObject }, key: string): string {
  return textAt(object, "stringData", key) ?? "";
}

function certificatesIn(secret: Present, key: string): readonly Certificate[] {
  return readCertificates(textIn(secret, key)).certificates;
}
