import {
  type Connection,
  createDeployment,
  type Deployment,
  type DeploymentState,
  setDeploymentState,
  unfinishedBefore,
} from "../../adapters/github/index.ts";
import type { Applied } from "../../model/apply.ts";
import type { RunEvent } from "../../model/outcome.ts";
import { Problem } from "../../model/problem.ts";
import { endOf } from "./deployment-end.ts";
import { type Shortfall, shortfallOf } from "./publish.ts";

interface Place {
  readonly connection: Connection;
  readonly commit: string;
  /** Tells this attempt of this job from every other, in this folder. */
  readonly run: string;
  readonly logUrl: string;
  /** Resolves when the next write may be sent. */
  readonly pace: () => Promise<void>;
}

/** One deployment per cluster that something is done to, made when its first step begins. What GitHub refuses is told once and changes nothing. */
export interface Deployments {
  watch(event: RunEvent): void;
  /** The job was cancelled. Said at once: a runner gives a process ten seconds, and nobody knows whether they are enough to say it in the end. */
  stopping(): void;
  /** Says how it ended, in every cluster; gives what could not be said. */
  finish(applied: Applied): Promise<readonly Shortfall[]>;
  /** The run ended without an answer. */
  abandon(why: string): Promise<void>;
}

/** What a deployment says of itself. */
export interface Said {
  readonly state: DeploymentState;
  readonly description: string;
}

const working: Said = { state: "in_progress", description: "Isthmus is at work" };
const died: Said = { state: "error", description: "Its run ended without a word; the run that is linked here goes on from there" };
const cancelled: Said = { state: "error", description: "Cancelled: stops after the current object; the next run goes on from there" };

/** See `Deployments`. Nothing is sent before the first step. */
export function createDeployments({ connection, commit, run, logUrl, pace }: Place): Deployments {
  const begun = new Map<string, Promise<Begun>>();
  const say = async (cluster: string, said: Said): Promise<void> => {
    const next = (begun.get(cluster) ?? begin(cluster)).then((there) => tell(there, said));
    begun.set(cluster, next);
    await next;
  };
  const begin = async (cluster: string): Promise<Begun> => {
    const wanted = { commit, environment: environmentOf(cluster), run: `${run}/${cluster}` };
    await pace();
    const made = await refusable(createDeployment(connection, wanted));
    if (made instanceof Problem) return { id: undefined, said: undefined, refused: made };
    const refused = await refusable(endDead(made, wanted));
    return { id: made, said: undefined, refused: refused instanceof Problem ? refused : undefined };
  };
  /** A run that was killed could not say so itself: its deployment would be at work for ever. */
  const endDead = async (id: number, wanted: Deployment): Promise<void> => {
    const dead = await unfinishedBefore(connection, id, wanted);
    if (dead === undefined) return;
    await pace();
    await setDeploymentState(connection, { id: dead, ...died, logUrl });
  };
  const tell = async (there: Begun, said: Said): Promise<Begun> => {
    if (there.id === undefined || isSame(there.said, said)) return there;
    await pace();
    const refused = await refusable(setDeploymentState(connection, { id: there.id, ...said, logUrl }));
    return { id: there.id, said, refused: refused instanceof Problem ? refused : there.refused };
  };
  const sayAll = (saidOf: (cluster: string) => Said): Promise<unknown> =>
    Promise.all([...begun.keys()].map((cluster) => say(cluster, saidOf(cluster))));
  return {
    watch: (event) => {
      if (event.kind !== "step-started") return;
      for (const cluster of event.clusters) if (!begun.has(cluster)) void say(cluster, working);
    },
    stopping: () => void sayAll(() => cancelled),
    finish: async (applied) => {
      await sayAll((cluster) => endOf(applied, cluster));
      const all = await Promise.all(begun.values());
      const first = all.find(({ refused }) => refused !== undefined)?.refused;
      return first === undefined ? [] : [shortfallOf("The deployments", first)];
    },
    abandon: async (why) => void (await sayAll(() => ({ state: "error", description: why }))),
  };
}

/** A deployment as far as GitHub knows it. `id` is `undefined` when GitHub did not make it. */
interface Begun {
  readonly id: number | undefined;
  readonly said: Said | undefined;
  readonly refused: Problem | undefined;
}

function isSame(before: Said | undefined, now: Said): boolean {
  return before?.state === now.state && before.description === now.description;
}

async function refusable<T>(work: Promise<T>): Promise<T | Problem> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** GitHub's environments are shared by everything in a repository: the prefix says whose this is. */
function environmentOf(cluster: string): string {
  return `mesh-${cluster}`;
}
