import type { Note, Work } from "../../model/work.ts";
import type { Failure } from "./pauses.ts";

/** What the bot tells one of its hands. */
export type ToHand =
  | { readonly kind: "do"; readonly work: Work }
  /** To end what it does where nothing is left half done. */
  | { readonly kind: "stop" };

/** What a hand tells the bot. */
export type FromHand = { readonly kind: "ready" } | { readonly kind: "ended"; readonly id: string; readonly ended: Ended };

/** How a work ended. */
export type Ended =
  /** `note`: what is worth keeping of it. */
  | { readonly kind: "done"; readonly note?: Note }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** It was told to stop, and somebody has to begin it anew, after so many seconds. */
  | { readonly kind: "stopped"; readonly wait?: number | undefined };
