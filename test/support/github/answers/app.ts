import { type Asked, invalid, type Operation, refusal } from "../answer.ts";
import { exampleOf } from "../examples.ts";
import { redeliver } from "../hook.ts";
import type { Delivery, State } from "../state.ts";
import { app } from "./apps.ts";
import { user } from "./people.ts";

const installationId = 7;
const stamps = { created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };

export const getApp: Operation = {
  permission: "app",
  access: "read",
  run: ({ state, origin }) => ({ status: 200, body: app(origin, state.token.app) }),
};

export const listInstallations: Operation = {
  permission: "app",
  access: "read",
  run: (asked) => ({ status: 200, body: [installation(asked)] }),
};

export const getRepositoryInstallation: Operation = {
  permission: "app",
  access: "read",
  run: (asked) => ({ status: 200, body: installation(asked) }),
};

/** What an installation was given: this one repository, in GitHub's own example of one. */
export const listInstallationRepositories: Operation = {
  permission: "metadata",
  access: "read",
  run({ state, origin }) {
    const seed = exampleOf("push")["repository"] as Readonly<Record<string, unknown>>;
    const owner = user(origin, { login: state.owner, type: "User", id: 1 });
    const stamps = { created_at: "2026-01-01T00:00:00Z", pushed_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
    const repository = { ...seed, ...stamps, name: state.repo, full_name: `${state.owner}/${state.repo}`, owner, default_branch: "main" };
    return { status: 200, body: { total_count: 1, repository_selection: "selected", repositories: [repository] } };
  },
};

/** A token for an hour; every one speaks for the App with what the App may. */
export const createInstallationToken: Operation = {
  permission: "app",
  access: "write",
  run({ state, path }) {
    if (Number(path["installation_id"]) !== installationId) return refusal(404, "Not Found");
    const token = `ghs_loopback_${state.nextId++}`;
    state.installationTokens.add(token);
    const expires = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/u, "");
    return { status: 201, body: { token, expires_at: expires, permissions: permissionsOf(state), repository_selection: "selected" } };
  },
};

export const listDeliveries: Operation = {
  permission: "app",
  access: "read",
  run({ state, query, origin }) {
    const size = Math.min(Number(query.get("per_page") ?? 30), 100);
    const newestFirst = state.deliveries.toReversed();
    const cursor = query.get("cursor");
    const from = cursor === null ? 0 : newestFirst.findIndex(({ id }) => `v1_${id}` === cursor);
    if (from < 0) return invalid("Hook", "cursor", "is not a cursor");
    const items = newestFirst.slice(from, from + size);
    const next = newestFirst[from + size];
    const link = next === undefined ? {} : { link: `<${origin}/app/hook/deliveries?per_page=${size}&cursor=v1_${next.id}>; rel="next"` };
    return { status: 200, headers: link, body: items.map(item) };
  },
};

export const getDelivery: Operation = {
  permission: "app",
  access: "read",
  run(asked) {
    const delivery = deliveryOf(asked);
    if (!delivery) return refusal(404, "Not Found");
    const { headers, payload, statusCode } = delivery;
    const response = { headers: {}, payload: statusCode === undefined ? null : "" };
    return { status: 200, body: { ...item(delivery), url: "", request: { headers, payload }, response } };
  },
};

export const redeliverDelivery: Operation = {
  permission: "app",
  access: "write",
  run(asked) {
    const delivery = deliveryOf(asked);
    if (!delivery) return refusal(404, "Not Found");
    // The answer comes before the delivery is sent; nobody waits for it here either.
    void redeliver(asked.state, delivery);
    return { status: 202, body: {} };
  },
};

function deliveryOf({ state, path }: Asked): Delivery | undefined {
  return state.deliveries.find(({ id }) => id === Number(path["delivery_id"]));
}

function item({ id, guid, event, payload, isRedelivery, statusCode }: Delivery): object {
  const action = "action" in payload && typeof payload.action === "string" ? payload.action : null;
  return {
    id,
    guid,
    delivered_at: "2026-11-23T08:00:00Z",
    redelivery: isRedelivery,
    duration: 0.1,
    status: statusCode === undefined ? "failed to connect to host" : statusCode < 400 ? "OK" : `Invalid HTTP Response: ${statusCode}`,
    status_code: statusCode ?? 502,
    event,
    action,
    installation_id: installationId,
    repository_id: 1,
    throttled_at: null,
  };
}

function permissionsOf({ token }: State): object {
  return Object.fromEntries(Object.entries(token.permissions).map(([name, access]) => [name.replaceAll("-", "_"), access]));
}

function installation({ state, origin }: Asked): object {
  return {
    id: installationId,
    // In the list the description wants an account to be a user and an enterprise at once; so this one looks like both.
    account: { ...user(origin, { login: state.owner, type: "User", id: 1 }), name: state.owner, slug: state.owner, ...stamps },
    repository_selection: "selected",
    access_tokens_url: `${origin}/app/installations/${installationId}/access_tokens`,
    repositories_url: `${origin}/installation/repositories`,
    html_url: `https://github.com/organizations/${state.owner}/settings/installations/${installationId}`,
    app_id: 15368,
    app_slug: state.token.app,
    target_id: 1,
    target_type: "Organization",
    permissions: permissionsOf(state),
    events: ["issue_comment"],
    ...stamps,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
