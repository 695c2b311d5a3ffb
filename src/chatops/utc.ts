/** `2026-11-23 13:00 UTC`, for a sentence. `at` is in milliseconds since 1970. */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
