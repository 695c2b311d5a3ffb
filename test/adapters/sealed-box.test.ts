import { describe, expect, it } from "vitest";
import { openBox, sealBox } from "../../src/adapters/sealed-box.ts";
import { Secret } from "../../src/model/secret.ts";
import { sealedBody, unsealed } from "../../src/shells/sealed-part.ts";

const [key, other] = [new Secret("a".repeat(64)), new Secret("b".repeat(64))];
const bytes = Buffer.from("what a cluster holds");

describe("a sealed box", () => {
  it("opens for holders of a key, also while it is rotated, and shows nothing to anybody else", () => {
    const box = sealBox(key, "run 7", bytes);
    expect(openBox([other, key], "run 7", box)?.toString()).toBe(bytes.toString());
    expect(openBox([other], "run 7", box)).toBeUndefined();
    expect(openBox([], "run 7", box)).toBeUndefined();
    expect(box.includes("cluster")).toBe(false);
    expect(sealBox(key, "run 7", bytes).equals(box)).toBe(false);
  });

  it("does not open when it is said to be about something else, when any bit of it was changed, or when it was cut", () => {
    const box = sealBox(key, "run 7", bytes);
    expect(openBox([key], "run 8", box)).toBeUndefined();
    for (let index = 0; index < box.length; index++) {
      const changed = Buffer.from(box);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openBox([key], "run 7", changed), `byte ${index}`).toBeUndefined();
      expect(openBox([key], "run 7", box.subarray(0, index)), `cut at ${index}`).toBeUndefined();
    }
  });
});

describe("a sealed part", () => {
  const about = { run: "7", commit: "abc" };
  const part = async (body = {}) => ({ kind: "part", body: await sealedBody(key, about, 3, body) }) as const;

  it("is what was sealed, for this shard of this run alone", async () => {
    expect(await unsealed([key], about, 3, await part({ a: 1 }))).toEqual({ kind: "part", body: { a: 1 } });
    expect(await unsealed([key], about, 4, await part())).toMatchObject({ kind: "none" });
    expect(await unsealed([key], { ...about, run: "8" }, 3, await part())).toMatchObject({ kind: "none" });
  });

  it.each([null, 7, "", "no base64 at all", {}])("that is %j is none", async (body) => {
    expect(await unsealed([key], about, 3, { kind: "part", body })).toMatchObject({ kind: "none" });
  });
});
