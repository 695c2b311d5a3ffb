import type { Permit } from "../../model/apply.ts";
import type { RunIdentity } from "../../model/survey.ts";
import type { Pace } from "../../reconcile/index.ts";
import type { Workload } from "../../verify/index.ts";
import { UsageError } from "../run.ts";
import { runId } from "../run-id.ts";
import type { SubjectOptions } from "./options.ts";
import { whoIsHere } from "./who.ts";

/** Flags of every command that reads clusters. */
export interface LiveOptions extends Omit<SubjectOptions, "failOn"> {
  readonly output: "text" | "markdown" | "json";
}

/** Flags of the commands that may put a probe into the clusters. */
export interface ProbeOptions extends LiveOptions {
  readonly probeImage?: string;
  readonly probeAnnotation?: readonly string[];
  readonly probeEnv?: readonly string[];
}

/** Flags of the commands that write. */
export interface ApplyOptions extends ProbeOptions {
  readonly confirmDeletions?: number;
  readonly forceConflicts: boolean;
  readonly snapshotCharts: boolean;
  readonly plan?: string;
  readonly verify: "none" | "look" | "probe";
}

/** Flags of `apply` alone. */
export interface CourseOptions {
  readonly soak?: number;
  readonly maxParallel?: number;
  readonly dryRun?: boolean;
}

/** How the run goes otherwise than the mesh says. */
export function paceFrom({ soak, maxParallel, dryRun }: CourseOptions): Pace {
  return {
    ...(soak === undefined ? {} : { soakSeconds: soak }),
    ...(maxParallel === undefined ? {} : { mostClusters: maxParallel }),
    ...(dryRun === true ? { isRehearsal: true } : {}),
  };
}

/** What the flags permit. */
export function permitFrom(options: ApplyOptions): Permit {
  return {
    trigger: "command",
    confirmedDeletions: options.confirmDeletions,
    force: options.forceConflicts,
    snapshotCharts: options.snapshotCharts,
    approved: options.plan,
  };
}

/** How the probe's workload is to differ from its plain form. @throws UsageError for what is no `name=value` */
export function workloadFrom({ probeImage, probeAnnotation = [], probeEnv = [] }: ProbeOptions): Partial<Workload> {
  return {
    ...(probeImage === undefined ? {} : { image: probeImage }),
    annotations: pairsIn("--probe-annotation", probeAnnotation),
    env: pairsIn("--probe-env", probeEnv),
  };
}

function pairsIn(flag: string, texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`${flag} takes name=value; \`${text}\` is none.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** Names a run that a person starts, by who and where. */
export function identityAt(now: number, planDigest: string, commit: string | undefined): RunIdentity {
  return { id: runId(now), by: whoIsHere(), planDigest, commit };
}
