import type { LiveStudy, Permit, Refusal } from "../model/apply.ts";

/** Every reason not to begin with this plan, all of them at once; none means that it may. */
export function reasonsNotToApply(study: LiveStudy, permit: Permit): readonly Refusal[] {
  return [
    ...unreadable(study),
    ...forbidden(study, permit),
    ...erroneous(study),
    ...chartless(study),
    ...unreleased(study, permit),
    ...unconfirmed(study, permit),
    ...different(study, permit),
    ...unapproved(study, permit),
    ...heldBack(study),
    ...unprepared(study),
  ];
}

/** Every reason not to renew certificates alone, as somebody asked. Findings about the rest of the mesh, charts and their versions do not concern them. */
export function reasonsNotToRenew(study: LiveStudy): readonly Refusal[] {
  return [...unreadable(study), ...forbidden(study, { trigger: "command" }), ...unprepared(study)];
}

/** Every reason not to renew what is due without being asked: only where a merge may write too. What is wrong with other clusters than those concerned hinders nothing. */
export function reasonsNotToRenewDue(study: LiveStudy): readonly Refusal[] {
  const concerned = new Set(study.plan.steps.flatMap(({ clusters }) => clusters));
  const unmet = study.live.unmet.filter(({ cluster }) => concerned.has(cluster));
  return [...unreadable(study), ...forbidden(study, { trigger: "merge" }), ...unprepared({ ...study, live: { ...study.live, unmet } })];
}

function unreadable({ head }: LiveStudy): readonly Refusal[] {
  if (head.mesh !== undefined) return [];
  return [{ code: "mesh_unreadable", text: "There is no mesh that could be read.", remedy: "See the findings: `isthmus validate`." }];
}

function forbidden({ head: { mesh } }: LiveStudy, { trigger }: Pick<Permit, "trigger">): readonly Refusal[] {
  if (mesh?.apply === "onCommand" && trigger === "merge") {
    return [
      {
        code: "apply_on_command",
        text: "The mesh says `apply: onCommand`: a merge alone changes no cluster.",
        remedy: "Give the command: `isthmus apply`.",
      },
    ];
  }
  if (mesh?.apply !== "never") return [];
  return [
    {
      code: "apply_never",
      text: "The mesh says `apply: never`: somebody else writes to its clusters.",
      remedy: "Let that tool do it, or change `spec.apply` on the default branch.",
    },
  ];
}

/** Findings that a sentence names. */
const mostNamed = 3;

function erroneous({ findings }: LiveStudy): readonly Refusal[] {
  const open = findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined);
  if (open.length === 0) return [];
  const count = open.length === 1 ? "1 finding of severity error is open" : `${open.length} findings of severity error are open`;
  const named = open
    .slice(0, mostNamed)
    .map(({ source, message, rule }) => `${source === undefined ? "" : `${source.file}:${source.line}: `}${message} [${rule}]`);
  const more = open.length > named.length ? " …" : "";
  return [
    {
      code: "findings",
      text: `${count}. ${named.join(" ")}${more}`,
      remedy: "Mend or accept them: `isthmus validate` shows each with its place.",
    },
  ];
}

/** Without a chart its objects are unknown, and half an Istio is none. */
function chartless({ problems }: LiveStudy): readonly Refusal[] {
  return problems.map(({ message, remedy }) => ({ code: "charts_missing", text: message, remedy }));
}

/** The bundled charts are a snapshot between releases: good enough to look at a change, not to run a payment system on. */
function unreleased({ desired, plan }: LiveStudy, { snapshotCharts }: Permit): readonly Refusal[] {
  if (snapshotCharts || plan.steps.length === 0) return [];
  const snapshot = desired.charts.find(({ version }) => version.includes("-snapshot"));
  if (snapshot === undefined) return [];
  return [
    {
      code: "snapshot_charts",
      text: `Chart \`${snapshot.name}\` is ${snapshot.version}, which Istio never released.`,
      remedy: "Name released charts in `spec.istio.charts` and run `isthmus lock`; for a lab, apply with `--snapshot-charts`.",
    },
  ];
}

function unconfirmed({ plan }: LiveStudy, { confirmedDeletions, approvedClusters }: Permit): readonly Refusal[] {
  const beyond = plan.guards.find(({ reason }) => reason === "prune_unconfirmed");
  const total = [...plan.deletions.values()].reduce((sum, count) => sum + count, 0);
  if (beyond === undefined || confirmedDeletions === total) return [];
  const said = confirmedDeletions === undefined ? "" : ` ${confirmedDeletions} were confirmed, and that is another number.`;
  return [
    {
      code: "prune_unconfirmed",
      text: `${beyond.text}${said}`,
      remedy: `Look at each of them, then apply with \`${approvedClusters === undefined ? `--confirm-deletions ${total}` : `--prune=${total}`}\`.`,
    },
  ];
}

function different({ plan }: LiveStudy, { approved }: Permit): readonly Refusal[] {
  if (approved === undefined || (approved.length >= 8 && plan.digest.plan.startsWith(approved))) return [];
  return [
    {
      code: "plan_changed",
      text: `The plan is ${plan.digest.plan.slice(0, 8)}, and ${approved.slice(0, 8)} was approved.`,
      remedy: "Look at what differs (`isthmus plan --live`), and approve the plan as it is now.",
    },
  ];
}

/**
 * Clusters whose change is not the one that was approved there, and deletions that no approved change asks for: objects that are wanted are all in the digest, what is to go is
 * only in the steps, and those follow what the clusters hold now.
 */
function unapproved({ plan, live: { change } }: LiveStudy, { approvedClusters, confirmedDeletions }: Permit): readonly Refusal[] {
  if (approvedClusters === undefined || change === undefined) return [];
  const touched = [...new Set(plan.steps.flatMap(({ clusters }) => clusters))].sort();
  const other = touched.filter((cluster) => change.digest.clusters.get(cluster) !== approvedClusters.get(cluster));
  const total = [...plan.deletions.values()].reduce((sum, count) => sum + count, 0);
  const more = [...plan.deletions].filter(([cluster, count]) => count > (change.deletions.get(cluster) ?? 0));
  return [
    ...other.map((cluster): Refusal => {
      const [is, was] = [change.digest.clusters.get(cluster), approvedClusters.get(cluster)].map((digest) => digest?.slice(0, 8));
      return {
        code: "plan_changed",
        text: `${cluster}: what would be done is \`${is ?? "nothing"}\`, and ${was === undefined ? "nothing was approved there" : `\`${was}\` was approved`}.`,
        remedy: "Look at the plan as it is now and have it reviewed again.",
      };
    }),
    ...(confirmedDeletions === total ? [] : more).map(
      ([cluster, count]): Refusal => ({
        code: "prune_unconfirmed",
        text: `${cluster}: ${count} would be deleted, and the approved change deletes ${change.deletions.get(cluster) ?? 0}: the cluster holds more than Git had.`,
        remedy: `Look at each of them (\`isthmus plan --live\`), then confirm all ${total}.`,
      }),
    ),
  ];
}

/** Who asked for it does not want it any more, once every cluster was held. */
export const withdrawn: Refusal = {
  code: "withdrawn",
  text: "What it rests on changed while the clusters were read; nothing of the plan was written.",
  remedy: "See what changed, and ask for it again.",
};

/** Asked for a part of which nothing can be done yet. */
function heldBack({ plan }: LiveStudy): readonly Refusal[] {
  const { steps, heldBack: held = [] } = plan;
  if (steps.length > 0) return [];
  const [first] = held;
  if (first === undefined) return [];
  const more = held.length === 1 ? "" : ` So do ${held.length - 1} more.`;
  return [
    {
      code: "waits_for_others",
      text: `\`${first.step}\` comes after ${first.waitsFor.map((id) => `\`${id}\``).join(", ")}, which you left out.${more}`,
      remedy: "Apply those first, or all at once: the order is the mesh's (`spec.rollout.waves`), and what keeps each step safe.",
    },
  ];
}

/**
 * A cluster out of reach is left alone and caught up later; the others need not wait for it. Everything else that is missing would end the run half-way, so it
 * ends it before the first write. A root that cannot be rotated, or a certificate that cannot be judged, is told even when nothing else is to do: an empty plan
 * would read as "all is well".
 */
function unprepared({ live, plan }: LiveStudy): readonly Refusal[] {
  const isEmpty = plan.steps.length === 0;
  return live.unmet
    .filter(({ isAdvice }) => isAdvice === undefined)
    .filter(({ kind }) => kind === "trust" || (kind !== "unreachable" && !isEmpty))
    .map(({ cluster, seen, remedy }) => ({ code: "prerequisites", text: `${cluster}: ${seen}`, remedy }));
}
