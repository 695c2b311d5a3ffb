import { describe, expect, it } from "vitest";
import { comment, page, report, text } from "../../src/report/index.ts";
import { certificate, change, changes, cluster, finding, manifest, mesh, repository, study } from "../support/study.ts";

function secret(name: string) {
  return manifest(`apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: shop }\n`);
}

const edge = { path: "data[tls.crt][0]", before: undefined, after: certificate({ subject: "CN=shop.example.com" }) };

describe("the same certificate in several objects", () => {
  const told = report(
    study({
      changes: changes([
        change(undefined, secret("one"), ["east"], { certificates: [edge, { ...edge, path: "data[ca.crt][0]" }] }),
        change(undefined, secret("two"), ["east", "west"], { certificates: [edge] }),
      ]),
    }),
  );

  it.each([
    ["the comment", comment(told)],
    ["the page", page(told)],
    ["the terminal", text(told, { colour: false, width: 200 })],
  ])("is one row of %s, with every cluster that holds it", (_, written) => {
    const rows = written
      .split(/\n|<tr>/u)
      .filter((line) => line.includes("CN=shop.example.com") && /new/u.test(line) && !/is new/u.test(line));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("east");
    expect(rows[0]).toContain("west");
  });
});

describe("an error that concerns no single cluster", () => {
  it("is counted on the page as in the comment", () => {
    const told = report(study({ findings: [finding({ severity: "error", clusters: [] })] }));
    expect(page(told)).toContain("1 error concerns no single cluster.");
    expect(comment(told)).toContain("1 error concerns no single cluster.");
  });
});

describe("a mesh document that cannot be used", () => {
  const base = repository({ mesh: mesh([cluster("east"), cluster("west")]) });
  const told = (head: typeof base) => text(report({ ...study(), head, base }), { colour: false, width: 200 });

  it("is the one thing that is told; the documents of clusters are not blamed", () => {
    const written = told(repository({ leftOut: ["east", "west"] }));
    expect(written).toContain("? every cluster: there is no mesh document that can be used");
    expect(written).not.toContain("the cluster's document");
  });

  it("leaves a broken document of a cluster to be told where the mesh is right", () => {
    expect(told(repository({ mesh: mesh([cluster("east")]), leftOut: ["west"] }))).toContain("the cluster's document could not be used");
  });
});

describe("a finding without a place and an object", () => {
  it("says so in the terminal, in the place of the place", () => {
    const written = text(report(study({ findings: [finding({ source: undefined, object: undefined, clusters: [] })] })), {
      colour: false,
      width: 200,
      view: "validate",
    });
    expect(written.split("\n")[0]).toMatch(/^\w+ {2}\(in no file\)$/u);
  });
});

describe("the picture of a mesh", () => {
  const [east, west, eu] = [cluster("east"), cluster("west"), cluster("eu")];
  const base = repository({ mesh: mesh([east, west]) });
  const drawn = (head: typeof base): string => comment(report({ ...study(), head, base }));

  it("calls a cluster whose document cannot be read unknown; it leaves nothing", () => {
    const told = drawn(repository({ mesh: mesh([east, eu]), leftOut: ["west"] }));
    expect(told).toContain("new: eu");
    expect(told).toContain("unknown: west");
    expect(told).not.toContain("leaves: ");
  });

  it("says which cluster leaves", () => {
    expect(drawn(repository({ mesh: mesh([east, eu]) }))).toContain("leaves: west");
  });

  it("sets many networks in rows, and says instead of draws who reaches whom", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((name) => cluster(name, { network: `net-${name}` }));
    const told = page(report({ ...study(), base, head: repository({ mesh: mesh(many) }) }));
    expect(told).toMatch(/\d of 8 networks have an east-west gateway|\d networks have an east-west gateway/u);
    expect(told).not.toContain('class="link"');
  });

  it("is not drawn for what is only unknown", () => {
    expect(drawn(repository({ mesh: mesh([east]), leftOut: ["west"] }))).not.toContain("mermaid");
  });
});
