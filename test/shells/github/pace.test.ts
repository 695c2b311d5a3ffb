import { expect, it } from "vitest";
import { createPace } from "../../../src/shells/github/pace.ts";

it("lets seventy go at once, the others when a minute has passed since one of those went, in their order", async () => {
  let now = 0;
  const pace = createPace({
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  });
  const went: (readonly [number, number])[] = [];
  await Promise.all(Array.from({ length: 150 }, (_, index) => pace().then(() => went.push([index, now]))));
  expect(went.map(([index]) => index)).toEqual(Array.from({ length: 150 }, (_, index) => index));
  const countBy = (at: number): number => went.filter(([, when]) => when === at).length;
  expect([countBy(0), countBy(60_000), countBy(120_000)]).toEqual([70, 70, 10]);
});
