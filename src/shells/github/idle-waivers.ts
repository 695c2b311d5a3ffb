import type { Applied } from "../../model/apply.ts";
import { idleWaivers } from "../../model/waiver.ts";

/** An apply that findings refuse, with what became of the waivers that were given against them: whoever gave one would look for it. */
export function withIdleWaivers(done: Applied): Applied {
  const { findings, request } = done.study;
  const idle = idleWaivers(findings, request.waivers ?? []);
  if (idle.length === 0) return done;
  const said = idle.map(
    ({ rule, by, until }) =>
      `The waiver of \`${rule}\` by ${by} (until ${until}) was given for another plan, or is over, and does not hold for this one.`,
  );
  const refusals = done.refusals.map((refusal) =>
    refusal.code === "findings" ? { ...refusal, text: `${refusal.text} ${[...new Set(said)].join(" ")}` } : refusal,
  );
  return { ...done, refusals };
}
