/** A button of a check run, and the command that it stands for: whoever presses it could have written that, and is judged alike. */
export interface Button {
  /** What comes back when it is pressed; GitHub takes 20 characters. */
  readonly identifier: string;
  readonly label: string;
  readonly description: string;
}

export const pauseButton: Button = { identifier: "pause", label: "Pause", description: "Stop after the object being written" };
export const cancelButton: Button = { identifier: "cancel", label: "Cancel", description: "Stop for good and say what was done" };
export const resumeButton: Button = { identifier: "resume", label: "Resume", description: "Go on where the ledger ends" };

/** Applies one plan and no other: pressed late, when there is a newer one, it is refused. */
export function applyButton(digest: string): Button {
  const short = digest.slice(0, shown);
  return { identifier: `apply ${short}`, label: "Apply", description: `Carry out plan ${short}` };
}

/** The same where a run of that plan was refused. */
export function retryButton(digest: string): Button {
  return { ...applyButton(digest), label: "Try again" };
}

/** Goes back to one plan and no other: pressed late, when the way back leads elsewhere, it is refused. */
export function rollbackButton(digest: string): Button {
  const short = digest.slice(0, shown);
  return { identifier: `rollback ${short}`, label: "Roll back", description: `Back to what was applied before` };
}

const shown = 8;

/** The command that a button stands for; `undefined`: it is none of ours. */
export function commandOfButton(identifier: string): string | undefined {
  switch (identifier) {
    case "pause":
    case "cancel":
    case "resume":
      return `/isthmus ${identifier}`;
    default: {
      const [, verb, digest] = /^(apply|rollback) ([0-9a-f]{8})$/u.exec(identifier) ?? [];
      if (verb === "apply") return `/isthmus apply --plan=${digest}`;
      return verb === "rollback" ? `/isthmus rollback all --to=${digest} --reason="by button"` : undefined;
    }
  }
}
