import { request } from "node:https";
import { dump, load } from "js-yaml";
import { createRoot } from "../../src/adapters/signer/index.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { ApiServer, LoggedRequest } from "../support/api-server/index.ts";
import { startPlayedCluster } from "../support/api-server/played.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { addReview } from "../support/github/answers/pulls.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { type Finished, type Job, type JobProcess, pullRequestEvent, pushEvent, runJob } from "../support/github/job.ts";
import { addCommit } from "../support/github/objects.ts";
import { openPull, pushTo } from "../support/github/pull-requests.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Pull } from "../support/github/state.ts";
import type { Changed, Deed, Step, Story } from "./story.ts";

/** A GitHub, clusters and people in which a story is played; every job is the built Action as a process of its own. */
export interface Theatre {
  readonly github: LoopbackGitHub;
  /** Those that are played. */
  readonly clusters: readonly Stage[];
  /** What `main` holds. */
  readonly main: Files;
  /** Environment that jobs of the default branch are given. */
  readonly secrets: Files;
  /** Names of commits, for whoever tells the story. */
  readonly commits: ReadonlyMap<string, string>;
  /** Does what the step says, and gives what became of the jobs it started, in the order in which they began. */
  play(step: Step): Promise<readonly Finished[]>;
  stop(): Promise<void>;
}

export interface Stage {
  readonly name: string;
  readonly server: ApiServer;
}

export type Files = Readonly<Record<string, string>>;

/** Nobody holds a lease for longer without renewing it. */
const longestLeaseMs = 30_000;

function isRenewal({ method, url }: LoggedRequest): boolean {
  return method !== "GET" && url.includes("/leases");
}

/** What the first pull request is called; GitHub gives no number twice. */
const firstNumber = 7;

/** A cluster as a repository and the jobs of its default branch know it. */
export interface Site {
  readonly name: string;
  readonly network: string;
  /** As the other clusters reach its API server. */
  readonly url: string;
  readonly kubeconfig: string;
}

/** Opens a theatre with played clusters. */
export async function openTheatre(story: Story): Promise<Theatre> {
  const stages = await Promise.all(story.clusters.map(async (name) => ({ name, server: await startPlayedCluster({ name, tls: true }) })));
  const sites = stages.map(({ name, server }) => ({
    name,
    network: `net-${name}`,
    url: `https://api.${name}.invalid:6443`,
    kubeconfig: server.kubeconfig(),
  }));
  return openTheatreAt(story, sites, stages);
}

/** Opens one where clusters are there already. */
export async function openTheatreAt(story: Story, sites: readonly Site[], stages: readonly Stage[] = []): Promise<Theatre> {
  const github = await startGitHub();
  const { state } = github;
  const permissions = { ...state.token.permissions, statuses: "read", deployments: "write" } as const;
  state.token = { ...state.token, permissions };
  const people = new Map(
    Object.entries(story.people).map(([login, role], index) => [login, { login, type: "User", id: index + 7, role }] as const),
  );
  for (const { login, id, role } of people.values()) state.people.set(login, { id, role });
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  const kubeconfigs = Object.fromEntries(sites.map(({ name, kubeconfig }) => [variable(name), kubeconfig]));
  const secrets = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open(), ...kubeconfigs };
  const playing = new Playing(github, { story, sites, stages, people, secrets });
  await playing.begin();
  return playing;
}

interface Cast {
  readonly story: Story;
  readonly sites: readonly Site[];
  readonly stages: readonly Stage[];
  readonly people: ReadonlyMap<string, Author>;
  /** What only jobs of the default branch are given. */
  readonly secrets: Files;
}

class Playing implements Theatre {
  readonly github: LoopbackGitHub;
  readonly commits = new Map<string, string>();
  readonly #cast: Cast;
  #main: Files = {};
  #head: Files = {};
  #pull: Pull | undefined;

  constructor(github: LoopbackGitHub, cast: Cast) {
    this.github = github;
    this.#cast = cast;
  }

  get main(): Files {
    return this.#main;
  }

  get secrets(): Files {
    return this.#cast.secrets;
  }

  get clusters(): readonly Stage[] {
    return this.#cast.stages;
  }

  async begin(): Promise<void> {
    const { story, sites } = this.#cast;
    this.#main = { ...(story.isEmpty ? {} : meshOf(story, sites)), ...story.files };
    const { objects, refs } = this.github.state;
    const empty = addCommit(objects, {});
    if (story.isApplied) {
      const before = { ...meshOf({ mesh: { ...story.mesh, apply: "onMerge" } }, sites), ...story.files };
      const sha = this.#named("main-0", addCommit(objects, before, [empty]));
      refs.set("refs/heads/main", sha);
      const { code, log } = await this.#job("push", pushEvent(empty, sha, "main"));
      if (code !== 0) throw new Error(`the mesh could not be made before the story: ${code}\n${log}`);
    }
    refs.set("refs/heads/main", this.#named("main-1", addCommit(objects, this.#main, [empty])));
  }

  async stop(): Promise<void> {
    await Promise.all(this.clusters.map(({ server }) => server.stop()));
    await this.github.stop();
  }

  async play({ who, deed, until }: Step): Promise<readonly Finished[]> {
    if (until === undefined) return [await this.#deed(who, deed)].filter((done) => done !== undefined);
    let others: Promise<readonly Finished[]> | undefined;
    const came = (process: JobProcess): Promise<void> => {
      if (until.happens === "killed") return Promise.resolve(void process.kill("SIGKILL"));
      others = this.play(until.happens);
      return until.happens.deed.kind === "says" ? this.#noticed(others) : others.then(() => undefined);
    };
    const first = await this.#deed(who, deed, (process) => this.#holdAt(until.write, () => came(process)));
    for (const { server } of this.clusters) server.hold(undefined);
    return [...(first === undefined ? [] : [first]), ...((await others) ?? [])];
  }

  /** A write whose address matches waits, and so does the job, until what happens meanwhile has come to its end. */
  #holdAt(write: RegExp, came: () => Promise<void>): void {
    let waits: Promise<void> | undefined;
    const isIt = (method: string, url: string): boolean => method !== "GET" && !url.includes("dryRun") && write.test(url);
    for (const { server } of this.clusters)
      server.hold((method, url) => {
        if (!isIt(method, url)) return undefined;
        waits ??= came();
        return waits;
      });
  }

  /** Runs look for a word from outside when they renew their leases: the one after it was said tells them. */
  async #noticed(said: Promise<unknown>): Promise<void> {
    await said;
    const count = (): number => this.clusters.reduce((sum, { server }) => sum + server.requests().filter(isRenewal).length, 0);
    const [from, end] = [count(), performance.now() + longestLeaseMs];
    while (count() < from + this.clusters.length && performance.now() < end) await new Promise((done) => setTimeout(done, 50));
  }

  async #deed(who: string, deed: Deed, started?: Job["started"]): Promise<Finished | undefined> {
    const { state } = this.github;
    switch (deed.kind) {
      case "opens": {
        this.#head = changed(this.#main, deed.files);
        const number = this.#pull === undefined ? firstNumber : this.#pull.number + 1;
        this.#pull = openPull(state, { number, author: this.#person(who), base: this.#main, head: this.#head, isFork: deed.isFork });
        this.#named("main-1", this.#pull.base);
        this.#named("head-1", this.#pull.head);
        return this.#preview("opened", deed.isFork, started);
      }
      case "pushes": {
        this.#head = changed(this.#head, deed.files);
        const sha = pushTo(state, this.#asked(), { by: this.#person(who), files: this.#head });
        const heads = [...this.commits.values()].filter((name) => name.startsWith("head-")).length;
        this.#named(`head-${heads + 1}`, sha);
        return this.#preview("synchronize", false, started);
      }
      case "says": {
        const comment = addComment(state, { issue: this.#asked().number, author: this.#person(who), body: deed.text });
        return this.#job("issue_comment", issueCommentEvent(comment), { started });
      }
      case "reviews":
        this.#review(who, deed.verdict);
        return undefined;
      case "becomes":
        state.people.set(who, { id: this.#person(who).id, role: deed.role });
        return undefined;
      case "merges":
        return this.#merge(who, started);
      case "edits":
        await this.#edit(deed);
        return undefined;
      case "waits":
        return this.#job("schedule", { schedule: "0 6 * * *" }, { started, env: { GITHUB_SHA: state.refs.get("refs/heads/main") ?? "" } });
    }
  }

  #preview(action: string, isFork: boolean, started: Job["started"]): Promise<Finished> {
    const { number, base, head } = this.#asked();
    const event = pullRequestEvent({ number, base, head, isFork, action });
    return this.#job("pull_request_target", event, { started });
  }

  #review(who: string, verdict: "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED"): void {
    const { number, reviews } = this.#asked();
    const last = reviews.findLast(({ author }) => author.login === who);
    if (verdict === "DISMISSED" && last !== undefined) last.verdict = "DISMISSED";
    else addReview(this.github.state, number, { author: this.#person(who), verdict });
  }

  async #merge(who: string, started: Job["started"]): Promise<Finished> {
    const { state } = this.github;
    const pull = this.#asked();
    const before = pull.base;
    const merge = this.#named("main-2", addCommit(state.objects, this.#head, [before, pull.head]));
    state.refs.set("refs/heads/main", merge);
    Object.assign(pull, { state: "closed", mergeCommit: merge, mergedBy: this.#person(who) });
    this.#main = this.#head;
    return this.#job("push", pushEvent(before, merge, "main"), { started });
  }

  async #edit({ cluster, path, patch }: Extract<Deed, { kind: "edits" }>): Promise<void> {
    const server = this.clusters.find(({ name }) => name === cluster)?.server;
    if (server === undefined) throw new Error(`the story has no cluster ${cluster}`);
    const { users } = JSON.parse(server.kubeconfig()) as { users: { user: { token: string } }[] };
    const headers = {
      authorization: `Bearer ${users[0]?.user.token}`,
      "content-type": "application/merge-patch+json",
      "user-agent": "kubectl-edit",
    };
    const code = await new Promise<number>((resolve, reject) => {
      const options = { method: "PATCH", headers, ca: server.ca, rejectUnauthorized: false };
      const sent = request(`${server.url}${path}?fieldManager=kubectl-edit`, options, (answer) => resolve(answer.resume().statusCode ?? 0));
      sent.on("error", reject).end(JSON.stringify(patch));
    });
    if (code !== 200) throw new Error(`the edit was answered with ${code}`);
  }

  /** Jobs of pull requests get no credentials; the others get what the shipped workflows give them. */
  #job(
    eventName: string,
    event: object,
    { started, env = {} }: { readonly started?: Job["started"]; readonly env?: Files } = {},
  ): Promise<Finished> {
    const isTrusted = eventName !== "pull_request_target";
    const rest = eventName === "schedule" ? {} : { "plan-key": "a key that signs plans, of some length", apply: "true" };
    const inputs = { verify: "none", ...rest };
    const given = isTrusted ? this.#cast.secrets : {};
    return runJob({
      github: this.github,
      eventName,
      event,
      inputs,
      env: { ...given, ...env },
      ...(started === undefined ? {} : { started }),
    });
  }

  #named(name: string, sha: string): string {
    this.commits.set(sha, name);
    return sha;
  }

  #person(who: string): Author {
    const person = this.#cast.people.get(who);
    if (person === undefined) throw new Error(`the story has no ${who}`);
    return person;
  }

  #asked(): Pull {
    if (this.#pull === undefined) throw new Error("nobody has opened a pull request yet");
    return this.#pull;
  }
}

/** The house's mesh of these clusters, with what the story says otherwise. */
export function meshOf({ mesh }: Pick<Story, "mesh">, sites: readonly Site[]): Files {
  const files = meshFiles(sites) as Files;
  const document = load(files["mesh.yaml"] ?? "") as { readonly spec: JsonObject };
  return { ...files, "mesh.yaml": dump({ ...document, spec: { ...document.spec, ...mesh } }) };
}

function changed(files: Files, changes: Changed): Files {
  const next = { ...files, ...changes };
  return Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null));
}
