import type { Applied } from "../../../model/apply.ts";
import { renewTrust } from "../../../pipeline.ts";
import { appliedChapters, appliedJson, chaptersText } from "../../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { interruptible } from "../interruptible.ts";
import { identityAt } from "../live-options.ts";
import { decidedRequestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { watching } from "../watching.ts";
import { type CertsOptions, preview } from "./certs.ts";

/** `isthmus certs renew`: new intermediates for the named clusters, now; with `--dry-run` only what would be done. */
export async function renew(terminal: Terminal, options: CertsOptions & { readonly dryRun: boolean }): Promise<number> {
  if (options.dryRun) return preview(terminal, options);
  const request = await decidedRequestFrom(options);
  const stopping = interruptible(terminal, "stopping after the current object; the next run goes on from there");
  const { watch, end } = watching(terminal);
  const result = await withLiveWorld({ ...options, watch }, (world) =>
    renewTrust(world, request, {
      identify: (digest, commit) => identityAt(world.clock.now(), digest, commit),
      stop: stopping.signal,
    }),
  ).finally(() => {
    end();
    stopping.end();
  });
  if (options.output === "json") terminal.print(appliedJson(result));
  else terminal.print(isIdle(result) ? idle : chaptersText(appliedChapters(result), terminal));
  return isIdle(result) ? exitCodes.findings : exitCodeOfApplied(result);
}

/** Who asks for a renewal and gets none must not read that all is well. */
function isIdle({ refusals, run }: Applied): boolean {
  return refusals.length === 0 && run?.outcomes.length === 0 && run.refused.size === 0;
}

const idle = `Nothing was renewed: none of these clusters holds a \`cacerts\` that Isthmus signs. \`isthmus certs list\` shows what each one signs with; a first one is issued by \`isthmus apply\`, and somebody else's by its keeper.
`;
