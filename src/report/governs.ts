import { sourceText } from "../model/chart.ts";
import type { Repository } from "../model/repository.ts";
import type { Study } from "../model/study.ts";
import { counted } from "./count.ts";
import { type Rich, say, words } from "./rich.ts";

/**
 * What a pull request alters about how it is judged and applied. None of it counts before the merge (DESIGN §3), so it is said apart: a
 * reviewer approves it without seeing its effect.
 */
export function governsOf({ head, base }: Study): readonly Rich[] {
  if (base === undefined) return [];
  return [...acceptances(head, base), ...chartSource(head, base), ...apply(head, base), ...signer(head, base)];
}

function acceptances(head: Repository, base: Repository): readonly Rich[] {
  const [now, was] = [new Set(acceptanceTexts(head)), new Set(acceptanceTexts(base))];
  const added = [...now].filter((each) => !was.has(each)).length;
  const removed = [...was].filter((each) => !now.has(each)).length;
  return [
    ...(added === 0 ? [] : [words(`${counted(added, "acceptance")} of findings ${added === 1 ? "is" : "are"} added.`)]),
    ...(removed === 0 ? [] : [words(`${counted(removed, "acceptance")} of findings ${removed === 1 ? "is" : "are"} removed.`)]),
  ];
}

function chartSource(head: Repository, base: Repository): readonly Rich[] {
  if (head.mesh === undefined || base.mesh === undefined) return [];
  const [now, was] = [sourceText(head.mesh.istio.charts), sourceText(base.mesh.istio.charts)];
  return now === was ? [] : [say`Charts come from ${now} (was ${was}).`];
}

function apply(head: Repository, base: Repository): readonly Rich[] {
  const [now, was] = [head.mesh?.apply, base.mesh?.apply];
  return now === undefined || was === undefined || now === was ? [] : [say`${"apply"} becomes ${now} (was ${was}).`];
}

function signer(head: Repository, base: Repository): readonly Rich[] {
  const [now, was] = [head.mesh?.trust.signer, base.mesh?.trust.signer];
  if (now === undefined || was === undefined || JSON.stringify(now) === JSON.stringify(was)) return [];
  return now.kind === was.kind
    ? [say`The settings of the signer (${now.kind}) change.`]
    : [say`Certificates are signed by ${now.kind} (was ${was.kind}).`];
}

function acceptanceTexts(repository: Repository): readonly string[] {
  return repository.acceptances.map((acceptance) => JSON.stringify({ ...acceptance, place: undefined }));
}
