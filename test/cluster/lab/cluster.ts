import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Credential } from "./authority.ts";
import { type ControlPlane, kubeconfigText } from "./control-plane.ts";
import type { Front } from "./front.ts";
import type { ClusterOrder } from "./orders.ts";
import { rolesFor } from "./roles.ts";
import type { Rule, User, UserOptions } from "./types.ts";

/** One cluster, as the supervisor keeps it: obeys a test's orders about it. */
export class LabCluster {
  readonly plane: ControlPlane;
  readonly #front: Front;
  readonly #users = new Map<string, string>();

  constructor(plane: ControlPlane, front: Front) {
    this.plane = plane;
    this.#front = front;
  }

  async obey(order: ClusterOrder): Promise<unknown> {
    switch (order.kind) {
      case "make-user":
        return this.#makeUser(order.wanted);
      case "set-rules":
        return this.#setRules(order.user, order.rules);
      case "pause":
        return this.plane.apiServer.signal("SIGSTOP");
      case "resume":
        return this.plane.apiServer.signal("SIGCONT");
      case "kill":
        this.plane.apiServer.signal("SIGKILL");
        return void (await this.plane.apiServer.ended);
      case "revive":
        return this.plane.startApiServer();
      case "faults":
        return this.#front.setFaults(order.faults);
      case "traffic":
        return this.#front.traffic;
    }
  }

  async #makeUser({ name, rules, credential = "token", lifetime = 3600 }: UserOptions): Promise<User> {
    const isToken = credential === "token";
    const username = isToken ? `system:serviceaccount:${usersNamespace}:${name}` : name;
    this.#users.set(name, username);
    await this.#setRules(name, rules);
    const token = isToken ? await this.#token(name, lifetime) : undefined;
    const certificate = isToken ? undefined : await this.plane.authority.issue({ name, lifetime });
    return { username, kubeconfig: this.#write(name, { token, certificate }), ...(token === undefined ? {} : { token }) };
  }

  #write(name: string, { token, certificate }: { token: string | undefined; certificate: Credential | undefined }): string {
    const { place, authority, frontUrl, folder } = this.plane;
    const context = { name: place.name, url: frontUrl, ca: authority.certificate };
    const credential = { ...(token === undefined ? {} : { token }), ...(certificate === undefined ? {} : { certificate }) };
    mkdirSync(join(folder, "users"), { recursive: true });
    const path = join(folder, "users", `${name}.kubeconfig`);
    writeFileSync(path, kubeconfigText([{ ...context, ...credential }]), { mode: 0o600 });
    return path;
  }

  async #token(name: string, lifetime: number): Promise<string> {
    const admin = this.plane.client("lab-admin");
    await admin.apply([
      { apiVersion: "v1", kind: "Namespace", metadata: { name: usersNamespace } },
      { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace: usersNamespace } },
    ]);
    const path = `/api/v1/namespaces/${usersNamespace}/serviceaccounts/${name}/token`;
    const { status, body } = await admin.request("POST", path, { spec: { expirationSeconds: lifetime } });
    const token = (body.status as { readonly token?: string } | undefined)?.token;
    if (status !== 201 || token === undefined) throw new Error(`no token for ${name}: ${status} ${JSON.stringify(body)}`);
    return token;
  }

  async #setRules(name: string, rules: readonly Rule[]): Promise<void> {
    const username = this.#users.get(name);
    if (username === undefined) throw new Error(`no user ${name}`);
    const admin = this.plane.client("lab-admin");
    for (const kind of ["clusterrolebindings", "clusterroles", "rolebindings", "roles"]) {
      const path = `/apis/rbac.authorization.k8s.io/v1/${kind}?labelSelector=lab-user%3D${name}`;
      for (const object of await admin.list(path)) {
        const { name: objectName, namespace } = object.metadata as { readonly name: string; readonly namespace?: string };
        const scope = namespace === undefined ? "" : `/namespaces/${namespace}`;
        await admin.request("DELETE", `/apis/rbac.authorization.k8s.io/v1${scope}/${kind}/${objectName}`);
      }
    }
    await admin.apply(rolesFor(name, username, rules));
    admin.close();
  }
}

const usersNamespace = "lab-users";
