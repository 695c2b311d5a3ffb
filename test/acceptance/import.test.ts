import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** `isthmus import` of the built command line as a process: what somebody with a repository for ristioctl goes through. */

const root = join(import.meta.dirname, "..", "..");
const cli = join(root, "dist", "cli.js");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-import-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function isthmus(cwd: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  return { code: status, stdout, stderr };
}

let count = 0;
/** A folder `before` with these files, beside where an `after` may come. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, `${++count}`, "before");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** `rule file:line:column` of what was told on stderr. */
function told(stderr: string): readonly string[] {
  const lines = stderr.split("\n");
  return lines.flatMap((line, index) => {
    const [severity, place = ""] = line.split(" ");
    if (severity !== "error" && severity !== "warning") return [];
    const rule = /\[([\w-]+)\]$/u.exec(lines[index + 2] ?? "")?.[1];
    return [`${severity} ${rule} ${place}`];
  });
}

const cluster = (name: string, ...lines: readonly string[]): string =>
  [
    "apiVersion: ristioctl.k8smgmt.io/v3",
    "kind: Cluster",
    `metadata: {name: ${name}}`,
    "spec:",
    ...lines.map((line) => `  ${line}`),
    "",
  ].join("\n");
const usual = ["kubeconfigFile: access/kube.yaml", "meshID: usmesh", 'version: "1.31.0"'];

/** What people have, and what each is told of it besides information. */
const repositories: Readonly<Record<string, { files: Record<string, string>; tells: readonly string[]; clusters: readonly string[] }>> = {
  "comments, quoted numbers and booleans, a sample in the Certificate": {
    files: {
      "mesh3.yaml": [
        "# All cluster certificates are issued by the same root.",
        "apiVersion: ristioctl.k8smgmt.io/v3",
        "kind: Certificate",
        "metadata:",
        "  name: ristioctl-certs",
        "spec:",
        "  #folderPath: certs",
        "  folderPath: certs # nobody reads it",
        "  validityHours: '87600'",
        "  password: 'false'",
        "  meshID: us_Mesh.3",
        "  installHelloWorld: 'true'",
        "---",
        cluster("cluster1a", "kubeconfigFile: ./kube.yaml", 'context: "a: b # c"', "meshID: us_Mesh.3", "version: 1.31.0"),
        "---",
        "# nothing in this document",
        "---",
        cluster(
          "cluster2a",
          "kubeconfigFile: ../kube.yaml",
          "context: arn:aws:eks:us-east-1:1:cluster/B_2",
          "meshID: us_Mesh.3",
          "version: v1.31.0",
        ),
        "...",
        "",
      ].join("\n"),
    },
    tells: ["warning ristioctl-versions-differ mesh3.yaml:33:12"],
    clusters: ["cluster1a", "cluster2a"],
  },
  "several files, an anchor, a version that is not known": {
    files: {
      "certificates.yml": "apiVersion: ristioctl.k8smgmt.io/v3\nkind: Certificate\nmetadata: {name: c}\nspec: {meshID: usmesh}\n",
      "east.yaml": cluster("east", "meshID: &mesh usmesh", "version: &version '1.18.0'", "context: *mesh", "kubeconfigFile: *version"),
      "west.json": JSON.stringify({
        apiVersion: "ristioctl.k8smgmt.io/v3",
        kind: "Cluster",
        metadata: { name: "west" },
        spec: { meshID: "usmesh", version: "1.18.0", context: "west" },
      }),
    },
    tells: ["warning ristioctl-version-unknown east.yaml:6:21", "warning ristioctl-version-unknown west.json:1:121"],
    clusters: ["east", "west"],
  },
  "every mistake that leaves something out": {
    files: {
      "all.yaml": [
        cluster("stands", ...usual, "context: stands"),
        cluster("stands", ...usual, "context: another"),
        cluster("other", "kubeconfigFile: access/kube.yaml", "meshID: eumesh", 'version: "1.31.0"', "context: other"),
        cluster("Not_A.Label", ...usual, "context: odd"),
        cluster("../../escape", ...usual, "context: escape"),
        cluster("number", "version: 1.31", "meshID: usmesh", "context: number"),
        cluster("unknown", ...usual, "contxt: unknown"),
        cluster("broken", "version: [1.31.0", "meshID: usmesh"),
        cluster("last", ...usual, "context: stands"),
      ].join("---\n"),
    },
    tells: [
      "error cluster-twice all.yaml:12:18",
      "error ristioctl-several-meshes all.yaml:24:11",
      "error wrong-form all.yaml:30:18",
      "error wrong-form all.yaml:39:18",
      "error unquoted-text all.yaml:50:12",
      "error unknown-key all.yaml:61:3",
      // The list that is not closed is noticed where its document ends.
      "error yaml-syntax all.yaml:69:1",
      "error ristioctl-context-twice all.yaml:77:12",
      "warning ristioctl-context-missing all.yaml:57:1",
    ],
    clusters: ["last", "stands", "unknown"],
  },
};

describe.each(Object.entries(repositories))("a repository with %s", (_, { files, tells, clusters }) => {
  const before = repository(files);
  const after = join(before, "..", "after");

  it("is turned into documents that load without errors, and is told what is wrong, with its place", () => {
    const { code, stdout, stderr } = isthmus(before, "import", ".", "--write", after);
    expect(told(stderr)).toEqual(tells);
    expect([code, stdout]).toEqual([tells.some((line) => line.startsWith("error")) ? 1 : 0, ""]);
    expect(filesIn(after)).toEqual([...clusters.map((name) => `clusters/${name}.yaml`), "mesh.yaml"]);
    expect(filesIn(before)).toEqual(Object.keys(files).toSorted());
    const { findings } = JSON.parse(isthmus(after, "validate", "--output", "json").stdout) as { findings: { severity: string }[] };
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("renders to the same bytes before and after", () => {
    const [was, is] = [isthmus(before, "render", "--output", "json"), isthmus(after, "render", "--output", "json")];
    const names = (JSON.parse(is.stdout) as { clusters: { name: string; objects: object[] }[] }).clusters;
    expect(names.map(({ name }) => name)).toEqual(clusters);
    expect(names.every(({ objects }) => objects.length > 1)).toBe(true);
    expect(was.stdout).toBe(is.stdout);
  });

  it("is imported a second time without a write", () => {
    const first = filesIn(after).map((file) => readFileSync(join(after, file), "utf8"));
    const { stderr } = isthmus(before, "import", ".", "--write", after);
    expect(stderr).not.toContain("Written");
    expect(stderr.match(/^Unchanged: /gmu)).toHaveLength(clusters.length + 1);
    expect(filesIn(after).map((file) => readFileSync(join(after, file), "utf8"))).toEqual(first);
  });
});

describe("isthmus import", () => {
  it("writes just what the example of a move has", () => {
    const after = join(scratch, "example");
    cpSync(join(root, "examples", "scenarios", "import", "head"), after, { recursive: true });
    const { code, stderr } = isthmus(root, "import", "examples/ristioctl", "--write", after);
    expect([code, stderr.match(/^Unchanged/gmu)?.length, stderr.includes("Written")]).toEqual([0, 3, false]);
    expect(stderr).toContain("comments are not carried over");
  });

  it("replaces nothing that holds something else, not even in part, until it is told to", () => {
    const before = repository({ "mesh.yaml": [cluster("a", ...usual, "context: a"), cluster("b", ...usual, "context: b")].join("---\n") });
    // In place: the file of ristioctl is where ours goes.
    const refused = isthmus(before, "import", "mesh.yaml", "--write", ".");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("mesh.yaml exists and holds something else")]);
    expect(filesIn(before)).toEqual(["mesh.yaml"]);
    const replaced = isthmus(before, "import", "mesh.yaml", "--write", ".", "--overwrite");
    expect([replaced.code, filesIn(before)]).toEqual([0, ["clusters/a.yaml", "clusters/b.yaml", "mesh.yaml"]]);
    expect(isthmus(before, "validate").code).toBe(0);
    // What is ours by now is no document of ristioctl any more.
    expect(isthmus(before, "import", ".", "--write", ".").stderr).toContain("[ristioctl-nothing-found]");
  });

  it("does not write through a link that leads nowhere", () => {
    const before = repository({ "us.yaml": cluster("a", ...usual, "context: a") });
    const outside = join(scratch, "outside.yaml");
    symlinkSync(outside, join(before, "mesh.yaml"));
    expect(isthmus(before, "import", "us.yaml", "--write", ".").code).toBe(2);
    expect(existsSync(outside)).toBe(false);
  });

  it.each([
    ["an empty file", { "a.yaml": "" }, "ristioctl-nothing-found"],
    ["only comments", { "a.yaml": "# nothing\n---\n# here\n" }, "ristioctl-nothing-found"],
    ["documents of somebody else", { "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" }, "ristioctl-nothing-found"],
    [
      "a Certificate alone",
      { "a.yaml": "apiVersion: ristioctl.k8smgmt.io/v3\nkind: Certificate\nmetadata: {name: a}\n" },
      "ristioctl-without-clusters",
    ],
    ["bytes that are no text", { "a.yaml": "apiVersion: \0\u0001\n" }, "binary-file"],
    ["an alias to nowhere", { "a.yaml": `${cluster("a")}  meshID: *nobody\n` }, "yaml-syntax"],
  ])("writes nothing for %s, and says why: exit 1", (_, files, rule) => {
    const before = repository(files);
    const { code, stdout, stderr } = isthmus(before, "import", ".", "--write", "../after");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`[${rule}]`);
    expect(stderr).toContain("there is nothing to write");
    expect(existsSync(join(before, "..", "after"))).toBe(false);
  });

  it("is wrong usage without a file, and the world's failure with one that is not there", () => {
    expect(isthmus(scratch, "import").code).toBe(2);
    expect(isthmus(scratch, "import", "gone.yaml")).toMatchObject({ code: 3, stderr: expect.stringContaining("gone.yaml") as string });
  });
});
