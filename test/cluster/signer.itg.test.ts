import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Made, makeRoot } from "../support/authority.ts";
import { fetching, inPod, kubectl } from "./by-hand.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { meshFor, type Ran, type TestMesh } from "./mesh.ts";
import { auditMark, writesSince } from "./writes.ts";

/**
 * A signer that is a program of the mesh (what README recommends): the root's key is the program's alone. Here it is a script around openssl. One that is broken, in
 * whatever way, leaves the cluster without a certificate and says why; the right one then goes on.
 */

const why = missing("mesh") ?? (hasOpenssl() ? undefined : "no openssl");

function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"]);
    return true;
  } catch {
    return false;
  }
}

/** As short as such a script gets: the root on `roots`, else the request signed as the variables say, with what leads up to the root. */
const script = (ca: string, own = "") => `#!/bin/sh
set -e
ca=${ca}
if [ "$1" = roots ]; then exec cat "$ca/root.pem"; fi
${own}
cat >"$ca/request.pem"
printf 'basicConstraints=critical,CA:TRUE,pathlen:%s\\nkeyUsage=critical,keyCertSign,cRLSign,digitalSignature\\nsubjectAltName=DNS:%s\\n' \\
  "$ISTHMUS_PATH_LENGTH" "$ISTHMUS_DNS_NAME" >"$ca/extensions"
openssl x509 -req -in "$ca/request.pem" -CA "$ca/signing.pem" -CAkey "$ca/signing.key" -extfile "$ca/extensions" -set_serial "0x$(openssl rand -hex 16)" -days 300 2>/dev/null
cat "$ca/signing.pem"
`;

describe.skipIf(why !== undefined)(`a signer that is a program${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  let root: Made;
  let folder: string;
  let text: string;

  beforeAll(async () => {
    root = await makeRoot({ name: "kept-elsewhere" });
    folder = mkdtempSync(join(tmpdir(), "isthmus-signer-"));
    lab = await startLab({ clusters: [{ name: "east" }] });
    const east = "  role: primary\n";
    mesh = await meshFor({ lab, clusters: [{ name: "east", spec: east }], trust: "{ signer: { command: [./sign] } }" });
    text = mesh.read("mesh.yaml");
  });
  afterAll(() => lab?.stop());

  const east = () => lab.cluster("east");
  /** The folder in which a script keeps what it signs with; the root that it shows may be another one. */
  const authority = (name: string, signing: Made, shown: Made = root): string => {
    const path = join(folder, name);
    execFileSync("mkdir", ["-p", path]);
    for (const [file, content] of Object.entries({ "root.pem": shown.pem, "signing.pem": signing.pem, "signing.key": signing.key })) {
      writeFileSync(join(path, file), content, { mode: 0o600 });
    }
    return path;
  };
  const sign = (content: string): void => {
    mesh.write({ sign: content });
    chmodSync(join(mesh.folder, "sign"), 0o755);
  };
  const apply = async (): Promise<Ran> => {
    const ran = await mesh.run("apply", "--snapshot-charts", "--verify", "none");
    return { ...ran, stdout: ran.stdout.replaceAll(/\s+/gu, " ") };
  };
  const cacerts = () => east().api.get("/api/v1/namespaces/istio-system/secrets/cacerts");

  it.each([
    ["is not there", undefined, /could not be started: there is no such program/u],
    ["says no", "#!/bin/sh\necho the key service is sealed >&2\nexit 7\n", /the key service is sealed/u],
    ["prints no certificate", "#!/bin/sh\necho hello\n", /printed no roots that can be used/u],
  ] as const)("that %s when it is asked for its root: nothing at all is written", async (_, content, words) => {
    if (content !== undefined) sign(content);
    const mark = auditMark(lab);
    const refused = await apply();
    expect([refused.code, writesSince(lab, mark)]).toEqual([3, []]);
    expect(refused.stdout).toMatch(words);
  });

  it.each([
    ["prints rubbish", () => script(authority("rubbish", root), "echo rubbish; exit 0"), /no certificate|rubbish/iu],
    ["fails, with words of its own", () => script(authority("fails", root), "echo quota exceeded >&2; exit 3"), /quota exceeded/u],
    ["signs by another root than it shows", async () => script(authority("other", await makeRoot({ name: "other" }))), /root/u],
    [
      "gives a certificate that is no authority",
      () => script(authority("leaf", root)).replace("CA:TRUE,pathlen:%s", "CA:FALSE").replace('"$ISTHMUS_PATH_LENGTH" ', ""),
      /CA|authority/u,
    ],
    [
      "gives a certificate for another key",
      () =>
        script(
          authority("key", root),
          'openssl ecparam -genkey -name prime256v1 -noout -out "$ca/k"; openssl req -new -key "$ca/k" -subj /CN=x >"$ca/r"; exec <"$ca/r"',
        ),
      /key/u,
    ],
  ] as const)("that %s: no certificate is stored, no istiod is started, and it is said why", async (_, content, words) => {
    sign(await content());
    const failed = await apply();
    expect([failed.code, failed.stdout]).toEqual([3, expect.stringMatching(words)]);
    expect(await cacerts()).toBeUndefined();
    expect(await east().api.get("/apis/apps/v1/namespaces/istio-system/deployments/istiod")).toBeUndefined();
    expect(await east().api.get("/apis/coordination.k8s.io/v1/namespaces/istio-system/leases/isthmus")).toBeUndefined();
  });

  it("that works: istiod signs with what it gave, the chain is whole for openssl, and a second run has nothing to do", async () => {
    sign(script(authority("right", root)));
    const done = await apply();
    expect(done.code, `${done.stdout}${done.stderr}`).toBe(0);
    const { data } = (await cacerts()) as unknown as { readonly data: Readonly<Record<string, string>> };
    const held = (key: string): string => {
      const path = join(folder, key);
      writeFileSync(path, Buffer.from(data[key] ?? "", "base64"));
      return path;
    };
    const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { encoding: "utf8" });
    expect(openssl("verify", "-x509_strict", "-CAfile", held("root-cert.pem"), held("ca-cert.pem"))).toContain(": OK");
    const shown = openssl("x509", "-noout", "-text", "-in", held("ca-cert.pem"));
    expect(shown).toContain("CA:TRUE, pathlen:0");
    expect(shown).toContain("DNS:istiod.istio-system.svc");
    expect(
      Buffer.from(data["root-cert.pem"] ?? "", "base64")
        .toString()
        .trim(),
    ).toBe(root.pem.trim());
    // What istiod says itself.
    const page = await inPod(east(), "istio-system", "app=istiod", fetching("http://127.0.0.1:15014/metrics"));
    const end = openssl("x509", "-noout", "-enddate", "-in", held("ca-cert.pem")).replace("notAfter=", "");
    expect(Number(/^citadel_server_cert_chain_expiry_timestamp (\S+)$/mu.exec(page)?.[1]) * 1000).toBe(Date.parse(end));

    const mark = auditMark(lab);
    const again = await apply();
    expect([again.code, writesSince(lab, mark)]).toEqual([0, []]);
    // Nobody but Isthmus comes by this way in a mesh of one cluster: all that it asked of it, installs and all, went over eight connections at the most.
    const { most } = await east().traffic();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });

  it("that hangs when a new one is wanted: the old one stays, and it is said after how long", async () => {
    const before = kubectl(east(), ["-n", "istio-system", "get", "secret", "cacerts", "-o", "jsonpath={.metadata.resourceVersion}"]);
    sign(script(join(folder, "right"), "exec sleep 1000"));
    const hung = await mesh.run("certs", "renew", "--cluster", "east");
    expect([hung.code, hung.stdout.replaceAll(/\s+/gu, " ")]).toEqual([3, expect.stringContaining("did not end within 60 s")]);
    expect(kubectl(east(), ["-n", "istio-system", "get", "secret", "cacerts", "-o", "jsonpath={.metadata.resourceVersion}"])).toBe(before);
    expect(mesh.read("mesh.yaml")).toBe(text);
  });
});
