import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { RunEvent, Verdict } from "../../src/model/outcome.ts";
import { createProgressTree } from "../../src/shells/cli/progress-tree.ts";
import { createRegion } from "../../src/shells/cli/region.ts";

const id = { group: "apps", kind: "Deployment", namespace: "istio-system", name: "istiod" };
const wrote = (step: string, cluster: string): RunEvent =>
  ({ kind: "wrote", step, written: { cluster, id, result: "created" } }) as RunEvent;
const began = (step: string, ...clusters: readonly string[]): RunEvent => ({ kind: "step-started", step, clusters });
const ended = (step: string, cluster: string, verdict: Verdict): RunEvent => ({
  kind: "step-ended",
  outcome: { step, clusters: [cluster], verdict, writes: [] },
});
const done: Verdict = { kind: "done" };
const failed: Verdict = {
  kind: "failed",
  why: problem("cluster-unreachable", { cluster: "eu", url: "https://203.0.113.9:6443", why: "nothing answers" }),
};

/** The tree after these events, a second apart, five seconds after the last. */
function drawn(events: readonly RunEvent[], { width = 140, rows = 40 } = {}): readonly string[] {
  const tree = createProgressTree();
  for (const [index, event] of events.entries()) tree.watch(event, index * 1000);
  return tree.lines({ now: (events.length + 4) * 1000, width, rows });
}

const story = [
  began("mesh/certificates", "east", "eu", "west"),
  ended("mesh/certificates", "east", done),
  ended("mesh/certificates", "west", done),
  ended("mesh/certificates", "eu", failed),
  began("east/base", "east"),
  ended("east/base", "east", done),
  began("east/istiod-default", "east"),
  wrote("east/istiod-default", "east"),
  wrote("east/istiod-default", "east"),
  { kind: "waiting", step: "east/istiod-default", clusters: ["east"], what: "Deployment istio-system/istiod: 0 of 1 pods are available" },
  ended("eu/base", "eu", { kind: "blocked", by: ["mesh/certificates"] }),
] satisfies readonly RunEvent[];

describe("a run as a tree", () => {
  it("has a branch for each cluster and a leaf for what goes on there", () => {
    expect(drawn(story)).toEqual([
      "├─ east  2 done",
      "│  └─ istiod-default waits: Deployment istio-system/istiod: 0 of 1 pods are available (9 s, 2 written)",
      "├─ eu  ✗ 0 done, 1 went wrong, 1 not begun",
      `│  └─ ✗ mesh/certificates failed: ${(failed.kind === "failed" && failed.why.message) || ""}`,
      "└─ west  ✓ 1 done",
    ]);
  });

  it("says how long a wave is still watched", () => {
    expect(drawn([...story, { kind: "soaking", wave: 1, seconds: 60 }]).at(-1)).toBe("wave 1 is through; the next one in 55 s");
  });

  it("shows busy clusters first where there is no room for all, and counts the rest", () => {
    const quiet = Array.from({ length: 50 }, (_, index) => ended(`c${index}/base`, `c${index}`, done));
    const lines = drawn([...quiet, ...story], { rows: 12 });
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines.join("\n")).toContain("east  2 done");
    expect(lines.join("\n")).toContain("mesh/certificates failed");
    const shown = lines.filter((line) => /^[├└]─ /u.test(line)).length;
    expect(lines.at(-1)).toBe(`${53 - shown} more clusters, with nothing going on at this moment`);
  });

  it("never moves the cursor by what a cluster says, and never passes the edge", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 20, max: 60 }), (what, width) => {
        const lines = drawn(
          [began("east/x", "east"), { kind: "waiting", step: "east/x", clusters: ["east"], what: `${what}\u001b[2J\n\r` }],
          { width },
        );
        for (const line of lines) {
          expect(line).not.toMatch(/[\p{Cc}]/u);
          expect([...line].length).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

describe("a region of a screen", () => {
  it("is written over, and what is told stays above it", () => {
    const screen = new Screen();
    const region = createRegion(screen);
    screen.write("$ isthmus apply\n");
    region.draw(["one", "two", "three"]);
    region.draw(["uno"]);
    region.tell("isthmus: stopping");
    expect(screen.lines()).toEqual(["$ isthmus apply", "isthmus: stopping", "uno", ""]);
    region.draw(["1", "2"]);
    region.clear();
    region.clear();
    screen.write("Done.\n");
    expect(screen.lines()).toEqual(["$ isthmus apply", "isthmus: stopping", "Done.", ""]);
  });
});

/** As much of a terminal as a region may use (ECMA-48): text, line ends, carriage return, cursor up, erase below. */
class Screen {
  readonly #rows: string[] = [""];
  #row = 0;

  write(text: string): void {
    // oxlint-disable-next-line no-control-regex
    for (const [part] of text.matchAll(/\u001b\[\d*[A-Z]|[\n\r]|[^\u001b\n\r]+/gu)) this.#take(part);
  }

  #take(part: string): void {
    if (part === "\n") this.#row += 1;
    else if (part === "\r") return;
    else if (part === "\u001b[J") this.#rows.splice(this.#row);
    else if (part.startsWith("\u001b[")) this.#row -= Number(part.slice(2, -1));
    else this.#rows[this.#row] = part;
    this.#rows[this.#row] ??= "";
  }

  lines(): readonly string[] {
    return this.#rows;
  }
}
