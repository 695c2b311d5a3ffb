import type { Fate } from "./api.ts";

/** Ends the process at its n-th write: before it reaches the server, or after it was stored and before the answer. A dead process hears nothing more. */
export function deathAt(point: number, moment: "before" | "after"): { readonly fate: Fate; readonly dead: Promise<void> } {
  let count = 0;
  let isDead = false;
  let die = (): void => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = () => {
    isDead = true;
    die();
    return new Promise<void>(() => undefined);
  };
  const fate: Fate = {
    before: async ({ writes }) => {
      if (isDead) return never();
      if (writes && ++count === point && moment === "before") return never();
    },
    after: async ({ writes }) => {
      if (isDead || (writes && count === point && moment === "after")) return never();
    },
  };
  return { fate, dead };
}
