import { pino } from "pino";
import { type ApplicationFunction, Probot, ProbotOctokit } from "probot";
import { isObject, type Json, type JsonObject } from "../../model/json.ts";
import { Secret } from "../../model/secret.ts";
import { ask, type Purpose } from "./ask.ts";
import { type Connection, connect } from "./connect.ts";

/** A GitHub App, by its private key. */
export interface App {
  /** A repository as an installation of the App sees it; its token is renewed as long as the connection is used. */
  connectionTo(place: Place): Connection;
  /** The repositories that the App was given, of these owners (in lower case). @throws Problem */
  repositories(owners: readonly string[]): Promise<readonly Given[]>;
  /** What GitHub sent, or tried to, newest first, in pages, as far as somebody reads on. @throws Problem */
  deliveries(): AsyncIterable<readonly Delivery[]>;
  /** What such a delivery held. @throws Problem */
  contentOf(delivery: Delivery): Promise<JsonObject>;
  /** Has an event carried out by the handlers; what they throw comes back as it was thrown. */
  receive(event: AppEvent): Promise<void>;
}

export interface Place {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
}

/** A repository that the App was given. */
export interface Given extends Place {
  readonly defaultBranch: string;
}

export interface AppEvent {
  /** The delivery's id. */
  readonly id: string;
  /** `pull_request`, without the action. */
  readonly name: string;
  readonly payload: JsonObject;
}

/** One attempt of GitHub to tell the App something. */
export interface Delivery {
  readonly id: number;
  /** The same for every attempt: what webhooks call `x-github-delivery`. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Somebody answered, and well. */
  readonly arrived: boolean;
}

export interface AppOptions {
  readonly id: number;
  /** PEM. */
  readonly key: Secret;
  readonly apiUrl: string;
}

const reading: Purpose = { request: "the App's deliveries", permission: "the App's own key" };
const installing: Purpose = { request: "the repositories the App was given", permission: "the App's own key" };
const authorizing: Purpose = { request: "a token of the installation", permission: "an installation of the App for this repository" };
const perPage = 100;

/**
 * Opens the App, with the handlers of a Probot app. Probot authenticates and hands events to handlers; its server is not used, because it answers GitHub only when
 * handlers are done, and its logger is silent, because it would print payloads. Nothing is sent yet.
 */
export async function createApp({ id, key, apiUrl }: AppOptions, handlersFor: (app: App) => ApplicationFunction): Promise<App> {
  const probot = new Probot({
    appId: id,
    privateKey: key.open(),
    // Signatures are checked at the door, on the bytes that came; Probot only wants a secret to be there.
    secret: "checked at the door",
    baseUrl: apiUrl,
    log: pino({ level: "silent" }),
    Octokit: ProbotOctokit.defaults(plainly),
  });
  await probot.ready();
  const octokit = await probot.auth();
  const app: App = {
    connectionTo: ({ installation, owner, repo }) => connect({ token: () => tokenOf(octokit, installation), apiUrl, owner, repo }),
    repositories: (owners) => listRepositories(octokit, apiUrl, owners),
    deliveries: () => listDeliveries(octokit),
    contentOf: async ({ id: delivery }) => {
      const { data } = await ask(reading, () => octokit.rest.apps.getWebhookDelivery({ delivery_id: delivery }));
      const payload = data.request.payload as Json;
      return isObject(payload) ? payload : {};
    },
    receive: async ({ id: delivery, name, payload }) => {
      try {
        // The payload was checked as far as we read it; GitHub's types of it are of no use to handlers that read it as data.
        await probot.receive({ id: delivery, name, payload } as unknown as Parameters<Probot["receive"]>[0]);
      } catch (error) {
        throw error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
      }
    },
  };
  await probot.load(handlersFor(app));
  return app;
}

interface Defaults {
  readonly auth?: Readonly<Record<string, unknown>>;
}

/**
 * Probot's octokit without its pace (three seconds a comment) and its retries, which our own connections have. It asks for tokens by a request function of its own that only
 * knows api.github.com; without that one octokit's is used, which knows the address. As a function: defaults as an object do not reach as far.
 */
function plainly(options: Defaults): object {
  const { request: _, ...auth } = options.auth ?? {};
  return { ...options, auth, throttle: { enabled: false }, retry: { enabled: false } };
}

/** Probot keeps it for almost as long as it holds, and asks for another then. */
async function tokenOf(octokit: ProbotOctokit, installation: number): Promise<Secret> {
  const { token } = await ask(
    authorizing,
    async () => (await octokit.auth({ type: "installation", installationId: installation })) as { token: string },
  );
  return new Secret(token);
}

async function listRepositories(octokit: ProbotOctokit, apiUrl: string, owners: readonly string[]): Promise<readonly Given[]> {
  const installations = await ask(installing, () => octokit.paginate(octokit.rest.apps.listInstallations, { per_page: perPage }));
  const ours = installations.filter(({ account, suspended_at }) => {
    const login = account !== null && "login" in account ? account.login : undefined;
    return login !== undefined && suspended_at === null && owners.includes(login.toLowerCase());
  });
  const found: Given[] = [];
  for (const { id: installation } of ours) {
    const { octokit: theirs } = connect({ token: () => tokenOf(octokit, installation), apiUrl, owner: "", repo: "" });
    const repositories = await ask(installing, () =>
      theirs.paginate(theirs.rest.apps.listReposAccessibleToInstallation, { per_page: perPage }),
    );
    for (const { owner, name, default_branch } of repositories)
      found.push({ installation, owner: owner.login, repo: name, defaultBranch: default_branch });
  }
  return found;
}

async function* listDeliveries(octokit: ProbotOctokit): AsyncIterable<readonly Delivery[]> {
  let cursor: string | undefined;
  do {
    const page = { per_page: perPage, ...(cursor === undefined ? {} : { cursor }) };
    const { data, headers } = await ask(reading, () => octokit.rest.apps.listWebhookDeliveries(page));
    yield data.map(({ id, guid, event, action, delivered_at, status_code }) => ({
      id,
      guid,
      event,
      action: action ?? undefined,
      at: Date.parse(delivered_at),
      arrived: status_code >= 200 && status_code < 300,
    }));
    cursor = /[?&]cursor=(?<cursor>[^&>]+)[^>]*>; rel="next"/u.exec(headers.link ?? "")?.groups?.["cursor"];
  } while (cursor !== undefined);
}
