import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createSigners, type SignerOptions } from "../../../src/adapters/signer/index.ts";
import type { IntermediateRequest } from "../../../src/model/certificate.ts";
import type { Cluster } from "../../../src/model/mesh.ts";
import { Problem } from "../../../src/model/problem.ts";
import { day, makeIntermediate, makeRoot, now } from "../../support/authority.ts";
import { openssl, opensslVerify, withFiles } from "../../support/openssl.ts";
import { signedBy } from "../../support/signed-by.ts";
import { cluster } from "../../support/study.ts";

const request: IntermediateRequest = {
  cluster: "east",
  meshId: "shop",
  trustDomain: "cluster.local",
  systemNamespace: "istio-system",
  notBefore: now - 300_000,
  notAfter: now + 365 * day,
};

/** A signer as a platform team would write one: openssl with a profile of its own; the root key stays with it. */
const sign = `#!/bin/sh
set -eu
if [ "\${1:-}" = roots ]; then cat root.pem; exit; fi
cat > request.csr
echo "$ISTHMUS_MESH $ISTHMUS_CLUSTER $ISTHMUS_TRUST_DOMAIN $ISTHMUS_DNS_NAME $ISTHMUS_NOT_AFTER $ISTHMUS_PATH_LENGTH" > facts
env | cut -d= -f1 | sort > names
printf 'basicConstraints=critical,CA:TRUE,pathlen:%s\\nkeyUsage=critical,digitalSignature,keyCertSign,cRLSign\\nsubjectAltName=DNS:%s\\nsubjectKeyIdentifier=hash\\nauthorityKeyIdentifier=keyid\\n' "$ISTHMUS_PATH_LENGTH" "$ISTHMUS_DNS_NAME" > profile
openssl req -in request.csr -verify -noout 2>&1 | grep -qi ok
openssl x509 -req -in request.csr -CA root.pem -CAkey root.key -days 300 -extfile profile -set_serial 0x4711 2>/dev/null
cat root.pem
`;

/** Runs `use` with a signer whose program is `script`, beside the files. Time stands still at `at`. */
function withSigner<T>(
  script: string,
  files: Readonly<Record<string, string>>,
  use: (port: ReturnType<ReturnType<typeof createSigners>["of"]>, folder: string) => Promise<T>,
  { at = now, clusters = [], ...options }: Partial<SignerOptions> & { readonly at?: number; readonly clusters?: readonly Cluster[] } = {},
): Promise<T> {
  return withFiles({ "sign.sh": script, ...files }, (folder) => {
    const base = { folder, env: process.env, clock: { now: () => at }, ...options };
    return use(createSigners(base).of(signedBy({ kind: "command", command: ["./sign.sh"] }, clusters)), folder);
  });
}

async function failure(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`not a Problem: ${String(error)}`);
  return error;
}

/** Prints the file whatever is asked. */
const parrot = '#!/bin/sh\nif [ "${1:-}" = roots ]; then cat root.pem; else cat > /dev/null; cat answer.pem; fi\n';

describe("a signer command", () => {
  it.skipIf(openssl === undefined)("signs a request whose key it never sees (needs openssl)", async () => {
    const at = Date.now();
    const root = await makeRoot({ notAfter: at + 3650 * day });
    const wanted = { ...request, notBefore: at - 300_000, notAfter: at + 365 * day };
    await withSigner(
      sign,
      { "root.pem": root.pem, "root.key": root.key },
      async (port, folder) => {
        const issued = await port.issue(wanted);
        expect(readFileSync(`${folder}/facts`, "utf8").trim()).toBe(
          `shop east cluster.local istiod.istio-system.svc ${new Date(wanted.notAfter).toISOString()} 0`,
        );
        expect(readFileSync(`${folder}/request.csr`, "utf8")).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/u);
        expect(readFileSync(`${folder}/names`, "utf8").split("\n")).not.toContain("INPUT_GITHUB-TOKEN");
        expect(readFileSync(`${folder}/names`, "utf8").split("\n")).not.toContain("KUBECONFIG_EAST");
        expect(issued.facts).toMatchObject({ subject: "O=shop, OU=Istio intermediate, CN=east", serial: "4711" });
        expect(issued.certChain.match(/BEGIN/gu)).toHaveLength(1);
        expect(issued.rootCert).toBe(root.pem);
        expect(await opensslVerify(issued.certChain, issued.rootCert, at + 2000)).toBe("chain.pem: OK");
      },
      {
        at,
        env: { ...process.env, "INPUT_GITHUB-TOKEN": "x", KUBECONFIG_EAST: "y" },
        clusters: [cluster("east", { access: { kubeconfig: { env: "KUBECONFIG_EAST" } } })],
      },
    );
  });

  it("refuses a certificate for another key, with every other fault at once", async () => {
    const root = await makeRoot();
    const answer = await makeIntermediate(root, { dnsNames: ["other.example"], notAfter: now + 4000 * day });
    await withSigner(parrot, { "root.pem": root.pem, "answer.pem": answer.pem }, async (port) => {
      const error = await failure(port.issue(request));
      expect(error.code).toBe("certificate-unacceptable");
      expect(error.message).toContain("for another key");
      expect(error.message).toContain("lacks the name DNS:istiod.istio-system.svc");
      expect(error.message).toContain("later than was asked for");
      expect(error.message).toContain("outlives its root");
    });
  });

  it("refuses an answer that is no certificate, and one that holds a key, without quoting it", async () => {
    const root = await makeRoot();
    await withSigner(parrot, { "root.pem": root.pem, "answer.pem": root.key }, async (port) => {
      const error = await failure(port.issue(request));
      expect(error).toMatchObject({ code: "certificate-unacceptable", message: expect.stringContaining("PRIVATE KEY") });
      expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}`).not.toContain(root.key.split("\n")[1]);
    });
  });

  const asks = 'if [ "${1:-}" = roots ]; then cat root.pem; exit; fi\n';
  it.each([
    ["nothing", `${asks}cat > /dev/null`, "nothing was printed"],
    ["words", `${asks}cat > /dev/null; echo hello`, "6 bytes were printed, and no certificate that can be read (PEM) is among them"],
    [
      "a certificate for another key",
      `${asks}cat > /dev/null; cat root.pem`,
      "it is for another key than the one that was asked for, which is in the request",
    ],
  ])("that prints %s is told what was seen, and what is expected", async (_, body, told) => {
    const root = await makeRoot();
    await withSigner(`#!/bin/sh\n${body}\n`, { "root.pem": root.pem, "root.key": root.key }, async (port) => {
      const error = await failure(port.issue(request));
      expect([error.code, error.message]).toEqual(["certificate-unacceptable", expect.stringContaining(told)]);
      expect(error.remedy).toContain("first the certificate for the request it was given");
    });
  });

  it.skipIf(openssl === undefined)(
    "that prints the root before the certificate is told which one comes first (needs openssl)",
    async () => {
      const root = await makeRoot();
      const own = "openssl x509 -req -in request.csr -CA root.pem -CAkey root.key -days 30 -set_serial 7 2>/dev/null";
      const script = `#!/bin/sh\n${asks}cat > request.csr; cat root.pem; ${own}\n`;
      await withSigner(script, { "root.pem": root.pem, "root.key": root.key }, async (port) => {
        expect((await failure(port.issue(request))).message).toContain(
          "for the key that was asked for is no. 2 of 2, and has to come first",
        );
      });
    },
  );

  it.each([
    ["nothing", "exit 0", "printed nothing"],
    ["words", "echo hello", "printed no roots that can be used: no certificate (PEM) is among them"],
    ["a key", "cat root.key", "it holds a block of kind PRIVATE KEY"],
  ])("that prints %s for its roots has none", async (_, body, told) => {
    const root = await makeRoot();
    await withSigner(`#!/bin/sh\n${body}\n`, { "root.key": root.key }, async (port) => {
      const error = await failure(port.roots());
      expect([error.code, error.message]).toEqual(["signer-unavailable", expect.stringContaining(told)]);
      expect(error.remedy).toContain("prints the root");
    });
  });

  const endings: readonly [string, string, string][] = [
    [
      "its exit code and the end of what it said",
      "echo 'KMS: access denied' >&2; exit 7",
      "ended with exit code 7 and said: KMS: access denied",
    ],
    ["colours and control characters taken out", "printf '\\033[31mno\\007\\n\\n  way\\033[0m' >&2; exit 1", "and said: no way"],
    [
      "keys taken out",
      "printf -- '-----BEGIN PRIVATE KEY-----\\nCANARY\\n-----END PRIVATE KEY-----\\nlost' >&2; exit 1",
      "and said: *** lost",
    ],
    ["a key that does not end taken out", "printf -- 'x -----BEGIN PRIVATE KEY-----\\nCANARY' >&2; exit 1", "and said: x ***"],
    ["long tokens taken out", `echo token ${"CANARY".repeat(20)} >&2; exit 1`, "and said: token ***"],
    ["only so much of what it said", "yes 'word ' | head -c 20000 >&2; exit 1", "and said: …"],
    ["that it said nothing", "exit 3", "ended with exit code 3 and said nothing"],
  ];
  it.each(endings)("that fails tells %s", async (_, body, told) => {
    await withSigner(`#!/bin/sh\n${body}\n`, {}, async (port) => {
      const error = await failure(port.issue(request));
      expect(error).toMatchObject({ code: "signer-failed", message: expect.stringContaining(told) });
      expect(error.message).not.toContain("CANARY");
      expect(error.message.length).toBeLessThan(700);
    });
  });

  it("is ended when it takes too long, with what it started", async () => {
    const script = "#!/bin/sh\necho thinking >&2\nsleep 100 &\necho $! > child\nwait\n";
    await withSigner(
      script,
      {},
      async (port, folder) => {
        const error = await failure(port.issue(request));
        expect(error.message).toContain("did not end within 0.4 s and said: thinking");
        const child = Number(readFileSync(`${folder}/child`, "utf8"));
        await expect.poll(() => isAlive(child)).toBe(false);
      },
      { timeoutMs: 400 },
    );
  });

  it("is ended when it prints without end", async () => {
    await withSigner("#!/bin/sh\nyes\n", {}, async (port) => {
      expect((await failure(port.issue(request))).message).toContain("printed more than 256 KiB");
    });
  });

  it("that does not exist, or of which nothing counts, is unavailable or failed", async () => {
    const of = (command: readonly string[]) =>
      createSigners({ folder: ".", env: {}, clock: { now: () => now } }).of(signedBy({ kind: "command", command }));
    expect(await failure(of(["./no-such-program"]).issue(request))).toMatchObject({
      message: expect.stringContaining("there is no such program"),
    });
    expect(await failure(of([]).roots())).toMatchObject({ code: "signer-unavailable", message: expect.stringContaining("default branch") });
  });

  it("is no shell: what stands in its arguments is not run", async () => {
    const script = '#!/bin/sh\nprintf "%s" "$1" >&2; exit 1\n';
    await withFiles({ "sign.sh": script }, async (folder) => {
      const port = createSigners({ folder, env: process.env, clock: { now: () => now } }).of(
        signedBy({
          kind: "command",
          command: ["./sign.sh", "$(id); id >&2 | id"],
        }),
      );
      expect((await failure(port.issue(request))).message).toContain("and said: $(id); id >&2 | id");
    });
  });
});

describe("signers that are somebody else's", () => {
  it("say what is expected of whom", async () => {
    const signers = createSigners({ folder: ".", env: {}, clock: { now: () => now } });
    const manager = signers.of(signedBy({ kind: "certManager", issuer: { name: "mesh-ca", kind: "ClusterIssuer" } }));
    const error = await failure(manager.issue(request));
    expect(error.code).toBe("signer-foreign");
    expect(error.message).toContain(
      "ClusterIssuer mesh-ca Ready, istio-csr Available, and Certificate for Secret 'istiod-tls' Ready in istio-system",
    );
    expect(await failure(signers.of(signedBy({ kind: "external" })).roots())).toMatchObject({ code: "signer-foreign" });
  });
});

/** A process that ended and that nobody has waited for yet is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
