/** One thing that must hold before the first write, or had better, and does not. */
export interface Unmet {
  readonly cluster: string;
  /**
   * `unread`: what Isthmus keeps there is there and could not be read or understood. `trust`: what its istiod signs with may not be touched as it is, or could
   * not be judged.
   */
  readonly kind: "unreachable" | "version" | "permission" | "clock" | "api-address" | "held" | "not-ours" | "unread" | "trust";
  /** What was seen and what was expected, as a sentence. */
  readonly seen: string;
  /** What to grant, open or change, as a sentence; may hold a rule in YAML on lines of its own. */
  readonly remedy: string;
  /** Set when it is only told: the run may begin all the same. */
  readonly isAdvice?: true;
}
