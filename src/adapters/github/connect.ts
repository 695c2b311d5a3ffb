import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Secret } from "../../model/secret.ts";

/** Longer than this nobody waits for a rate limit to pass: the run says so and ends. In seconds. */
const longestWait = 60;
const mostRetries = 2;

export type Octokit = ReturnType<typeof getOctokit>;

/** One repository at one GitHub, with a token. */
export interface Connection {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

export interface Address {
  /** A token, or what gives the one that holds now: an App's ends after an hour, and an apply may take longer. */
  readonly token: Secret | (() => Promise<Secret>);
  /** `https://api.github.com`, or `https://HOST/api/v3` of a GitHub Enterprise Server: what the runner gives as GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
}

/** A connection that waits out short rate limits and repeats reads that failed. Sends nothing yet. */
export function connect({ token, apiUrl, owner, repo }: Address): Connection {
  const octokit = getOctokit(
    token instanceof Secret ? token.open() : "asked for at each request",
    {
      ...(token instanceof Secret ? {} : { authStrategy: () => renewing(token) }),
      baseUrl: apiUrl,
      userAgent: "isthmus",
      throttle: {
        onRateLimit: worthWaiting,
        onSecondaryRateLimit: worthWaiting,
        // The plugin's own pace is one write a second and one comment in three. A run writes one comment and a few check runs, one after the
        // other, far below GitHub's limits; waiting would only make people wait. The plugin takes any group with `key().schedule()`.
        write: unpaced as never,
        notifications: unpaced as never,
      },
      // 429 belongs to the throttling plugin alone: both plugins on it would multiply the attempts.
      retry: { retries: mostRetries, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
      log: silent,
    },
    throttling,
    retry,
  );
  return { octokit, owner, repo };
}

interface Endpoint {
  readonly endpoint: { merge(route: unknown, parameters: unknown): { readonly headers: Record<string, unknown> } };
  (endpoint: unknown): Promise<unknown>;
}

/** An authentication as octokit wants one: it is handed every request before it is sent. */
function renewing(token: () => Promise<Secret>) {
  const hook = async (request: Endpoint, route: unknown, parameters: unknown) => {
    const endpoint = request.endpoint.merge(route, parameters);
    endpoint.headers["authorization"] = `token ${(await token()).open()}`;
    return request(endpoint);
  };
  return Object.assign(async () => ({ type: "token" }), { hook });
}

function worthWaiting(seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean {
  return seconds <= longestWait && retryCount < mostRetries;
}

const unpaced = { key: () => ({ schedule: (_options: unknown, job: () => Promise<unknown>) => job() }) };

// What octokit would log holds addresses and answers of others; the adapter turns what matters into problems.
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing is said on purpose.
}
