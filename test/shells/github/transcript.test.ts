import { expect, it } from "vitest";
import type { RunEvent } from "../../../src/model/outcome.ts";
import { createTranscript } from "../../../src/shells/github/transcript.ts";

it("says each thing as it happens, and tells each cluster's story afterwards in a group of its own", () => {
  const log: string[] = [];
  let now = 0;
  const runner = {
    say: (text: string) => void log.push(text),
    group: (title: string, lines: readonly string[]) => void log.push(title, ...lines),
  };
  const transcript = createTranscript(runner, () => now);
  const id = { group: "apps", kind: "Deployment", namespace: "istio-system", name: "istiod" };
  const events: readonly RunEvent[] = [
    { kind: "step-started", step: "west/istiod", clusters: ["west"] },
    { kind: "step-started", step: "east/istiod", clusters: ["east"] },
    { kind: "wrote", step: "east/istiod", written: { cluster: "east", id, result: "created" } },
    { kind: "waiting", step: "east/istiod", clusters: ["east"], what: "Deployment istiod: 0 of 1 pods are available" },
    {
      kind: "step-ended",
      outcome: { step: "east/istiod", clusters: ["east"], verdict: { kind: "done" }, writes: [{ cluster: "east", id, result: "created" }] },
    },
    { kind: "soaking", wave: 1, seconds: 10 },
  ];
  for (const event of events) {
    transcript.watch(event);
    now += 2000;
  }
  transcript.finish();
  expect(log).toEqual([
    "  east/istiod waits (Deployment istiod: 0 of 1 pods are available)",
    "✓ east/istiod (1 written)",
    "  wave 1 is through; watching it for 10 s before the next",
    "Cluster east",
    "   2 s  east/istiod begins",
    "   4 s    created Deployment istio-system/istiod",
    "   6 s  east/istiod waits (Deployment istiod: 0 of 1 pods are available)",
    "   8 s  ✓ east/istiod (1 written)",
    "Cluster west",
    "   0 s  west/istiod begins",
  ]);
});
