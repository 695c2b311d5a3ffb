import { problem } from "../../catalog/problem.ts";
import type { Clock, ClusterApi } from "../../world.ts";
import { createCatalogue } from "./discovery.ts";
import { createForwards } from "./forwards.ts";
import { isOfPod } from "./pod-answer.ts";
import { list, read } from "./read.ts";
import { allowed, serverFacts, token } from "./reviews.ts";
import { refused, type Server } from "./server.ts";
import type { Call, Transport } from "./transport.ts";
import { watched } from "./watch.ts";
import { apply, create, patch, remove, replace } from "./write.ts";

interface ApiOptions {
  readonly cluster: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

/** One API server over a transport: see `ClusterApi` for what each answer promises. */
export function createApi({ cluster, transport, clock }: ApiOptions): ClusterApi {
  const server: Server = { cluster, transport, catalogue: createCatalogue({ transport, cluster, clock }) };
  const forwards = createForwards(server);
  return {
    cluster,
    server: () => serverFacts(server, clock),
    serves: async (kind) => (await server.catalogue.find(kind)) !== undefined,
    read: (ref) => read(server, ref),
    list: async (where) => (await list(server, where))?.objects ?? [],
    apply: (object, options) => apply(server, object, options),
    create: (object, options) => create(server, object, options),
    replace: (object, options) => replace(server, object, options),
    patch: (ref, change, options) => patch(server, ref, change, options),
    remove: (ref, options) => remove(server, ref, options),
    watch: (where, signal) => watched(server, where, { signal, clock }),
    allowed: (rights) => Promise.all(rights.map((right) => allowed(server, right))),
    token: (request) => token(server, request),
    fetch: (path, options) => fetchText(server, path, options),
    inside: (pod, path, { timeoutMs = 15_000 } = {}) => forwards.get(pod, path, timeoutMs),
  };
}

async function fetchText(server: Server, path: string, { timeoutMs }: { readonly timeoutMs?: number } = {}): Promise<string> {
  const call: Call = { method: "GET", path, accept: "*/*", isRepeatable: true, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const answer = await server.transport.send(call);
  if (isOfPod(path, answer)) {
    // What a pod says may be a whole page, and is nobody's words to us.
    throw problem("object-refused", { cluster: server.cluster, object: `GET ${path}`, why: `the pod answered ${answer.status}` });
  }
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: path });
  return answer.text;
}
