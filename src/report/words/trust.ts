import type { CertificateFacts } from "../../model/change.ts";
import { counted, distinct, groupBy } from "../count.ts";
import { certificatesOf } from "../losses.ts";
import { type Rich, say, words } from "../rich.ts";
import { type Context, gained, where } from "./context.ts";
import { few } from "./names.ts";

/** What changes in who trusts whom: certificates, the trust domain, its aliases, the phase of a rotation. */
export function trustWords(context: Context): readonly Rich[] {
  return [...certificateWords(context), ...domainWords(context), ...rotationWords(context)];
}

function certificateWords(context: Context): readonly Rich[] {
  const rows = certificatesOf(context.study.changes);
  const groups = groupBy(rows, ({ before, after }) => `${what(before, after)}\n${(after ?? before)?.subject}`);
  const said = groups.slice(0, most).map((group) => {
    const [first] = group;
    const facts = first?.after ?? first?.before;
    const verb = what(first?.before, first?.after);
    const noun = facts?.isCa === true ? "CA certificate" : "certificate";
    const clusters = distinct(group.flatMap((row) => row.clusters));
    const until = first?.after === undefined ? [] : say`, valid to ${first.after.notAfter.slice(0, 10)}`;
    return say`The ${words(noun)} ${facts?.subject ?? "?"} ${words(verb)}${where(context, clusters)}${until}.`;
  });
  const rest = groups.length - said.length;
  return rest === 0 ? said : [...said, words(`${counted(rest, "more certificate")} ${rest === 1 ? "changes" : "change"}.`)];
}

const most = 4;

/** A renewal keeps the key; a replacement does not. That decides whether a pin or a trust bundle must change elsewhere. */
function what(before: CertificateFacts | undefined, after: CertificateFacts | undefined): string {
  if (before === undefined) return "is new";
  if (after === undefined) return "is removed";
  if (before.subject !== after.subject) return `takes the place of another`;
  return before.keyFingerprint === after.keyFingerprint ? "is renewed with the same key" : "is replaced and has a new key";
}

function domainWords({ head, base }: Context): readonly Rich[] {
  if (head === undefined || base === undefined) return [];
  const aliases = gained(base.trust.aliases, head.trust.aliases);
  return [
    ...(head.trust.domain === base.trust.domain
      ? []
      : [say`The trust domain becomes ${head.trust.domain} (was ${base.trust.domain}): every identity changes its name.`]),
    ...(aliases.added.length === 0 ? [] : [say`Identities of ${few(aliases.added)} are accepted as ours.`]),
    ...(aliases.removed.length === 0 ? [] : [say`Identities of ${few(aliases.removed)} are no longer accepted as ours.`]),
  ];
}

function rotationWords({ head, base }: Context): readonly Rich[] {
  const [now, was] = [head?.trust.rotation, base?.trust.rotation];
  if (head === undefined || base === undefined || JSON.stringify(now) === JSON.stringify(was)) return [];
  if (now === undefined) return [say`The rotation to root ${was?.to ?? "?"} is over.`];
  const from = was === undefined ? [] : say` (was ${was.phase})`;
  return [say`The rotation to root ${now.to} enters phase ${now.phase}${from}: ${words(phases[now.phase])}.`];
}

/** What a phase does to who trusts whom. The files do not hold the certificates, so this is all a preview can tell of it. */
const phases = {
  distribute: "every cluster trusts it beside the present root, under which certificates are still issued",
  switch: "certificates are issued under it from now on, and every cluster still trusts the old root",
  retire: "every cluster stops trusting the old root, and what still holds a certificate under it is refused",
} as const;
