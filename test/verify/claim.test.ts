import { describe, expect, it } from "vitest";
import { textAt } from "../../src/model/json.ts";
import { beat, claim } from "../../src/verify/across/claim.ts";
import { probeMarks } from "../../src/verify/across/objects.ts";
import { namespaceRef, type Presence, takeAway } from "../../src/verify/across/presence.ts";
import type { ClusterApi } from "../../src/world.ts";
import { apiBy, eventually, served } from "../adapters/kubernetes/world.ts";

/** Two looks at a time, on a server that remembers: one has the probe's namespace, the other waits for it. Time goes by only where a test says so. */

const wanted = { apiVersion: "v1", kind: "Namespace", metadata: { name: "isthmus-probe", labels: { "isthmus.dev/probe": "true" } } };

async function scene() {
  const server = await served();
  let time = 0;
  const rounds = new Map<string, number>();
  const api = apiBy(server.kubeconfig());
  const presence = (id: string, stop = new AbortController().signal): Presence => {
    const sleep = async (): Promise<void> => {
      rounds.set(id, (rounds.get(id) ?? 0) + 1);
      await new Promise((done) => setTimeout(done, 1));
    };
    const clock = { now: () => time, monotonic: () => time, sleep };
    return { api, clock, stop, run: { id, text: `${id} by somebody` }, silenceSeconds: 20 };
  };
  /** Until this one has gone round once more, from beginning to end; or has ended. */
  const round = async (id: string, isOver: () => boolean = () => false): Promise<void> => {
    const then = rounds.get(id) ?? 0;
    await eventually(() => isOver() || (rounds.get(id) ?? 0) - then > 1).toBe(true);
  };
  const pass = (seconds: number): void => void (time += seconds * 1000);
  return { api, presence, round, pass };
}

async function holder(api: ClusterApi): Promise<string | undefined> {
  const live = await api.read(namespaceRef);
  return live.kind === "present" ? textAt(live.object, "metadata", "annotations", probeMarks.run) : undefined;
}

/** How it ended, or `waiting`. */
function watched(promise: Promise<unknown>): () => unknown {
  let state: unknown = "waiting";
  promise.then(
    () => (state = "taken"),
    (error: { readonly code?: string }) => (state = error.code),
  );
  return () => state;
}

describe("the namespace of the probe", () => {
  it("is had by one of two who come at once, and by the other when that one has gone", async () => {
    const { api, presence, round } = await scene();
    const [one, two] = ["one", "two"].map((id) => watched(claim(presence(id), wanted)));
    await eventually(() => [one?.(), two?.()].filter((state) => state === "taken").length).toBe(1);
    const [first, second] = one?.() === "taken" ? ["one", "two"] : ["two", "one"];
    await round(second ?? "");
    expect([one?.(), two?.()].toSorted()).toEqual(["taken", "waiting"]);
    expect(await holder(api)).toBe(`${first} by somebody`);
    // Nobody takes away what is another's.
    await takeAway(presence(second ?? ""));
    expect(await holder(api)).toBe(`${first} by somebody`);
    await takeAway(presence(first ?? ""));
    await eventually(() => [one?.(), two?.()]).toEqual(["taken", "taken"]);
    expect(await holder(api)).toBe(`${second} by somebody`);
  });

  it("is kept for as long as its run says that it lives, and taken after so much silence as that run allowed", async () => {
    const { api, presence, round, pass } = await scene();
    await claim(presence("one"), wanted);
    const two = watched(claim(presence("two"), wanted));
    const over = new AbortController();
    void beat(presence("one"), over.signal);
    for (const _ of [1, 2, 3]) {
      pass(15);
      await round("one");
      await round("two");
    }
    expect([two(), await holder(api)]).toEqual(["waiting", "one by somebody"]);
    over.abort();
    await round("two");
    pass(21);
    await eventually(two).toBe("taken");
    expect(await holder(api)).toBe("two by somebody");
  });

  it("is not waited for without end, and who was meant to be waited for is named", async () => {
    const { presence, round, pass } = await scene();
    await claim(presence("one"), wanted);
    const two = watched(claim(presence("two"), wanted));
    void beat(presence("one"), new AbortController().signal);
    for (let at = 0; at < 21; at++) {
      pass(15);
      await round("one");
      await round("two", () => two() !== "waiting");
    }
    expect(two()).toBe("probe-held");
  });

  it("is somebody else's when it has not our label, and is waited for no longer when the look is stopped", async () => {
    const { api, presence, round } = await scene();
    await api.apply({ ...wanted, metadata: { name: "isthmus-probe" } });
    await expect(claim(presence("one"), wanted)).rejects.toMatchObject({ code: "probe-namespace-taken" });
    await api.remove(namespaceRef);
    await claim(presence("one"), wanted);
    const stop = new AbortController();
    const two = watched(claim(presence("two", stop.signal), wanted));
    await round("two");
    stop.abort();
    await eventually(two).toBe("look-stopped");
  });
});
