import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { failure } from "../../contract/clusters.ts";
import type { ApiServer } from "../../support/api-server/index.ts";
import { cluster } from "../../support/study.ts";
import { temporary } from "./plugin.ts";
import { apiBy, clustersIn, served } from "./world.ts";

/** Where credentials come from, and what is said when they do not. */

const users = [
  { name: "ann", token: "token-of-ann" },
  { name: "bob", token: "token-of-bob" },
];
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const parts = (server: ApiServer) => {
  const { clusters, contexts } = JSON.parse(server.kubeconfig());
  return { clusters, contexts: [{ ...contexts[0], context: { ...contexts[0].context, user: "me" } }], "current-context": contexts[0].name };
};
const withUser = (server: ApiServer, user: object): string => JSON.stringify({ ...parts(server), users: [{ name: "me", user }] });

describe("a kubeconfig", () => {
  it("may be a variable: as it is, in base64, or a path", async () => {
    const server = await served({ users });
    const folder = temporary();
    writeFileSync(join(folder, "config"), server.kubeconfig("ann"));
    for (const value of [server.kubeconfig("ann"), base64(server.kubeconfig("ann")), "config", join(folder, "config")]) {
      expect((await apiBy(value, { folder }).server()).user).toBe("ann");
    }
  });

  it("may be a file, whose relative paths begin at its own folder", async () => {
    const server = await served({ tls: true, users });
    const folder = temporary();
    mkdirSync(join(folder, "deep"));
    const { certificate, key } = await server.clientFor("bob");
    const config = parts(server);
    const [{ name, cluster: at }] = config.clusters;
    const own = { ...config, clusters: [{ name, cluster: { server: at.server, "certificate-authority": "ca.pem" } }] };
    const user = { "client-certificate": "me.pem", "client-key": "me.key" };
    writeFileSync(join(folder, "deep", "config"), JSON.stringify({ ...own, users: [{ name: "me", user }] }));
    for (const [file, text] of [
      ["ca.pem", server.ca ?? ""],
      ["me.pem", certificate],
      ["me.key", key],
    ] as const)
      writeFileSync(join(folder, "deep", file), text);
    const api = clustersIn({}, { folder }).of(cluster("east", { access: { kubeconfig: { file: "deep/config" } } }));
    expect((await api.server()).user).toBe("bob");
  });

  it("may hold a client certificate, a token, a password", async () => {
    const server = await served({ tls: true, users: [...users, { name: "old", token: `Basic ${base64("old:style")}` }] });
    const { certificate, key } = await server.clientFor("bob");
    const who = async (user: object): Promise<unknown> => (await apiBy(withUser(server, user)).server()).user;
    expect(await who({ "client-certificate-data": base64(certificate), "client-key-data": base64(key) })).toBe("bob");
    expect(await who({ token: "token-of-ann" })).toBe("ann");
    expect(await who({ token: "token-of-ann\n" })).toBe("ann");
    expect(await who({ username: "old", password: "style" })).toBe("old");
  });

  it("may name a token file, which is read again when somebody replaced it", async () => {
    const server = await served({ users });
    const folder = temporary();
    const file = join(folder, "token");
    writeFileSync(file, "token-of-ann\n");
    const api = apiBy(withUser(server, { tokenFile: file }));
    expect((await api.server()).user).toBe("ann");
    // As kubelets do: beside it, then moved there.
    writeFileSync(join(folder, "new"), "token-of-bob");
    renameSync(join(folder, "new"), file);
    server.users.revoke("token-of-ann");
    expect((await api.server()).user).toBe("bob");
  });

  it("passes for somebody else when it says so", async () => {
    const server = await served({ users });
    const api = apiBy(withUser(server, { token: "token-of-ann", as: "carol", "as-groups": ["ops", "dev"], "as-uid": "7" }));
    await api.server();
    const lines = server
      .requests()
      .map(({ headers }) => [headers["impersonate-user"], headers["impersonate-group"], headers["impersonate-uid"]]);
    expect(lines[0]).toEqual(["carol", "ops, dev", "7"]);
  });

  it("may be several files in KUBECONFIG: the first that names a thing wins, files that are not there do not matter", async () => {
    const [one, two] = [await served({ users }), await served({ users })];
    const folder = temporary();
    const file = (name: string, config: object): string => {
      writeFileSync(join(folder, name), JSON.stringify(config));
      return join(folder, name);
    };
    const at = (server: ApiServer) => [{ name: "c", cluster: { server: server.url } }];
    const first = file("first", { clusters: at(one), users: [{ name: "u", user: { token: "token-of-ann" } }], "current-context": "x" });
    const second = file("second", {
      clusters: at(two),
      users: [
        { name: "u", user: { token: "token-of-bob" } },
        { name: "v", user: { token: "token-of-bob" } },
      ],
      contexts: [
        { name: "x", context: { cluster: "c", user: "u" } },
        { name: "y", context: { cluster: "c", user: "v" } },
      ],
      "current-context": "y",
    });
    const KUBECONFIG = [join(folder, "none"), first, second].join(delimiter);
    const clusters = clustersIn({ KUBECONFIG });
    const facts = await clusters.of(cluster("east", { access: {} })).server();
    expect([facts.url, facts.user]).toEqual([one.url, "ann"]);
    expect((await clusters.of(cluster("west", { access: { context: "y" } })).server()).user).toBe("bob");
  });

  it("is kubectl's own where nothing is named: ~/.kube/config", async () => {
    const server = await served({ users });
    const HOME = temporary();
    mkdirSync(join(HOME, ".kube"));
    writeFileSync(join(HOME, ".kube", "config"), server.kubeconfig("bob"));
    expect(
      (
        await clustersIn({ HOME })
          .of(cluster("east", { access: {} }))
          .server()
      ).user,
    ).toBe("bob");
  });
});

describe("a kubeconfig that is of no use", () => {
  const canary = "canary-in-the-kubeconfig";
  const good = { clusters: [{ name: "c", cluster: { server: "https://127.0.0.1:1" } }], users: [{ name: "u", user: { token: canary } }] };
  const contexts = [{ name: "x", context: { cluster: "c", user: "u" } }];
  const from = (parts: object) => JSON.stringify({ ...good, contexts, "current-context": "x", ...parts });
  const server = (address: object) => from({ clusters: [{ name: "c", cluster: address }] });
  const user = (fields: object) => from({ users: [{ name: "u", user: { token: canary, ...fields } }] });

  it.each([
    ["is empty", "", "variable EAST, which should hold a kubeconfig, is empty or not set"],
    ["is something else", `hello ${canary}`, "variable EAST holds neither a kubeconfig (as it is, or in base64) nor the path of one"],
    ["is broken YAML", `clusters: [\nusers: ${canary}: {`, "the kubeconfig in variable EAST is not a kubeconfig"],
    [
      "has no current context",
      JSON.stringify({ ...good, contexts }),
      "the kubeconfig in variable EAST has no current context; name one in `access.context`",
    ],
    ["lacks its context", from({ "current-context": "z" }), "the kubeconfig in variable EAST has no context z; it has x"],
    ["lacks the cluster", from({ clusters: [] }), "context x of the kubeconfig in variable EAST names a cluster that is not there"],
    ["lacks the user", from({ users: [] }), "context x of the kubeconfig in variable EAST names a user that is not there"],
    ["has no address", server({ server: "" }), "the kubeconfig in variable EAST is not a kubeconfig: cluster c has no server"],
    [
      "has an address that is none",
      server({ server: "api.example.org:6443" }),
      "the server in the kubeconfig is no address that begins with https://",
    ],
    [
      "sends credentials in the open",
      server({ server: "http://api.example.org" }),
      "the server in the kubeconfig begins with http://: credentials would travel in the open",
    ],
    [
      "has a password in its address",
      server({ server: `https://me:${canary}@api.example.org` }),
      "the server's address in the kubeconfig holds a user and password, which belong under `users`",
    ],
    [
      "names a certificate file that is not there",
      server({ server: "https://127.0.0.1:1", "certificate-authority": "/none/ca.pem" }),
      "/none/ca.pem, which the kubeconfig names, could not be read (ENOENT)",
    ],
    ["names a token file that is not there", user({ tokenFile: "/none/token" }), "token file /none/token could not be read (ENOENT)"],
    [
      "names a proxy that is none",
      server({ server: "https://127.0.0.1:1", "proxy-url": `ftp://${canary}` }),
      "the proxy's address does not begin with http://, https:// or socks5://",
    ],
    [
      "wants a program of old",
      user({ "auth-provider": { name: "gcp", config: { "cmd-path": canary } } }),
      "auth provider gcp of the kubeconfig is not supported; use a credential plugin (exec) or a token",
    ],
  ])("because it %s, is one clear problem that quotes nothing of it", async (_, text, why) => {
    const refused = await failure(apiBy(text).server());
    expect(refused).toMatchObject({ code: "credentials-unavailable", facts: { cluster: "east", why } });
    expect(JSON.stringify([refused, refused.message, refused.stack, String(refused.cause)])).not.toContain(canary);
  });

  it("or nowhere, is one clear problem", async () => {
    const none = await failure(
      clustersIn({})
        .of(cluster("east", { access: {} }))
        .server(),
    );
    expect(none.facts["why"]).toBe("`access.kubeconfig` names none, KUBECONFIG is not set, and there is no ~/.kube/config");
    const lost = await failure(
      clustersIn({ KUBECONFIG: "/none/a:/none/b" })
        .of(cluster("east", { access: {} }))
        .server(),
    );
    expect(lost.facts["why"]).toBe("kubeconfig /none/a could not be read (ENOENT)");
    const file = await failure(
      clustersIn({})
        .of(cluster("east", { access: { kubeconfig: { file: "none.yaml" } } }))
        .server(),
    );
    expect(file.facts["why"]).toBe("kubeconfig none.yaml could not be read (ENOENT)");
  });

  it("because its certificate is no certificate, is told when it is used, without the key", async () => {
    const server = await served({ tls: true });
    const wrong = withUser(server, { "client-certificate-data": base64("no pem"), "client-key-data": base64(canary) });
    const refused = await failure(apiBy(wrong).server());
    expect(["cluster-unreachable", "credentials-unavailable"]).toContain(refused.code);
    expect(JSON.stringify([refused, refused.message])).not.toContain(canary);
  });
});
