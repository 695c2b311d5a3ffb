import { textAt } from "../../model/json.ts";
import { fingerprints, judgeChain, readCertificates } from "../../trust/index.ts";
import { secretRef } from "../open.ts";
import type { Task } from "../task.ts";
import { ready, type Sight, type Sign, waiting } from "./wait.ts";

/** That `cacerts` is complete, that its intermediate leads to a root beside it, and that these are the roots of the mesh, read back as istiod will read it. */
export function certificateSign({ site, campaign }: Task): Sign {
  const { systemNamespace, trustDomain } = site.cluster;
  const { world, mesh } = campaign;
  return {
    what: `Secret ${systemNamespace}/cacerts`,
    seconds: 15,
    remedy: "See who else writes it (`kubectl get secret cacerts --show-managed-fields`); `isthmus certs list` shows what is in it.",
    look: async () => {
      const live = await site.api.read(secretRef(systemNamespace, "cacerts"));
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("it does not exist");
      const text = (key: string): string => textAt(live.object, "stringData", key) ?? "";
      const missing = ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"].filter((key) => text(key) === "");
      if (missing.length > 0) return waiting(`it lacks ${missing.join(", ")}`);
      const roots = readCertificates(text("root-cert.pem")).certificates;
      const chain = readCertificates(text("cert-chain.pem")).certificates;
      const { faults } = judgeChain({ chain, roots, at: world.clock.now(), trustDomain });
      if (faults.length > 0) return waiting(faults.join("; "));
      return sameRoots(fingerprints(roots), fingerprints(readCertificates(await world.signers.of(mesh.trust.signer).roots()).certificates));
    },
  };
}

function sameRoots(here: readonly string[], wanted: readonly string[]): Sight {
  return here.join() === wanted.join() ? ready : waiting("its roots are not those of the mesh");
}
