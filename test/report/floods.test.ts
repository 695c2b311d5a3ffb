import { describe, expect, it } from "vitest";
import type { Study } from "../../src/model/study.ts";
import { checkRuns, comment, report } from "../../src/report/index.ts";
import { change, changes, cluster, finding, manifest, plan, study } from "../support/study.ts";
import { fencesBalance, flaws } from "./markdown-checks.ts";

/** One kind of thing, far more of it than there is room for: what is left must still fit, and say how many there were. */

const clusters = ["east", "eu", "west"].map((name) => cluster(name));
const many = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));
const endless = "another program's words ".repeat(4_000);

const floods: Readonly<Record<string, readonly [Study, string]>> = {
  "settings of a thousand clusters that take effect after the merge": [
    study({
      clusters,
      findings: many(1_000, (index) =>
        finding({
          rule: "takes-effect-after-merge",
          severity: "info",
          message: `\`spec.access\` goes from \`nothing\` to \`{"context":"c${index}","kubeconfig":{"env":"KUBECONFIG_${index}"}}\`. This takes effect after the merge.`,
          clusters: [`cluster-${index}`],
        }),
      ),
    }),
    "**Takes effect only after the merge** (1,000 settings)",
  ],
  "errors by the ten thousand": [
    study({ clusters, findings: many(10_000, (index) => finding({ severity: "error", message: `Saw @team-${index} <img> #${index}` })) }),
    "**10,000 errors** of 1 rule",
  ],
  "failures with endless messages": [
    {
      ...study({ clusters }),
      problems: many(200, () => ({ name: "Problem", code: "cluster-unreachable", message: endless, remedy: endless })),
    } as unknown as Study,
    "**Unknown** (200 things could not be told",
  ],
  "confirmations with endless texts": [
    study({ clusters, plan: plan({ guards: many(300, () => ({ reason: "irreversible", clusters: ["east"], text: endless })) }) }),
    "**Before it is applied**",
  ],
  "deletions by the thousand": [
    study({
      clusters,
      changes: changes(
        many(3_000, (index) => {
          const gone = manifest(`apiVersion: v1\nkind: Kind${index % 900}\nmetadata: { name: a${index}, namespace: b }`);
          return change(gone, undefined, [`${["east", "eu", "west"][index % 3]}`]);
        }),
      ),
    }),
    "**3,000 deletions in 3 clusters**",
  ],
};

describe.each(Object.entries(floods))("%s", (_, [given, counted]) => {
  it("leave a comment and a check run that GitHub takes, and are counted", () => {
    const told = report(given);
    const markdown = comment(told, {});
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain(counted);
    expect(flaws(markdown)).toEqual([]);
    expect(fencesBalance(markdown)).toBe(true);
    const [run] = checkRuns(told, { clusters: 0 });
    expect(Math.max(run?.summary.length ?? 0, run?.text.length ?? 0)).toBeLessThanOrEqual(65_535);
  });
});
