import { problem } from "../../catalog/problem.ts";
import { textAt } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import type { Answer } from "./attempt.ts";
import { clean } from "./clean.ts";
import { type Status, statusOf } from "./status.ts";

/** What was asked, for messages. */
export interface About {
  readonly cluster: string;
  /** `patch`, `list`. */
  readonly verb: string;
  /** `VirtualService shop/checkout`, `deployments.apps`. */
  readonly object: string;
  /** Values that must not show up in a message: what was filled in, what we signed in with. */
  readonly secrets: readonly string[];
}

/** The problem behind an answer that is no success. `object-refused` when nothing more special is known. */
export function refusal(answer: Answer, about: About): Problem {
  const status = statusOf(answer);
  const { cluster, object } = about;
  const why = clean(status.message === "" ? `HTTP ${answer.status}` : status.message, about.secrets);
  const hook = hookProblem(status, about);
  if (hook !== undefined) return hook;
  if (isMalformed(answer)) return problem("object-refused", { cluster, object, why });
  if (answer.status === 401) return problem("credentials-refused", { cluster });
  if (answer.status === 403) return forbidden(status, about, why);
  if (answer.status === 409) return conflict(status, about);
  if (answer.status === 429) return problem("cluster-overloaded", { cluster, why: `it answered 429 (${why})` });
  if (answer.status === 504) return problem("cluster-overloaded", { cluster, why: `it ran out of time (${why})` });
  if (answer.status >= 500) return problem("cluster-overloaded", { cluster, why: `it answered ${answer.status} (${why})` });
  return problem("object-refused", { cluster, object, why });
}

/** Webhooks answer with any code; their words are known by how the API server introduces them. */
function hookProblem({ message }: Status, { cluster, object, secrets }: About): Problem | undefined {
  const denied = /admission webhook "([^"]+)" denied the request(?:: ([\s\S]*))?/u.exec(message);
  if (denied !== null) {
    const why = clean(denied[2] ?? "it gave no reason", secrets);
    return problem("webhook-refused", { cluster, object, webhook: clean(denied[1] ?? "", secrets), why });
  }
  const failed = failedHook.exec(message);
  if (failed === null) return undefined;
  const webhook = failed[1] ?? `conversion of ${failed[2] ?? ""}`;
  return problem("webhook-unreachable", { cluster, object, webhook: clean(webhook, secrets), why: clean(failed[3] ?? "", secrets) });
}

const failedHook = /(?:failed calling webhook "([^"]+)"|conversion webhook for (.{1,200}?) failed): ([\s\S]*)/u;

/** True for an answer that says a webhook could not be asked: nothing was stored, so the same request may be sent again. */
export function isFailedHook(answer: Answer): boolean {
  return answer.status === 500 && failedHook.test(answer.text.replaceAll(String.raw`\"`, '"'));
}

/** True for the 500 of an apply whose fields or types the schema does not know: it is about the object, however it is numbered, and no repetition will cure it. */
export function isMalformed(answer: Answer): boolean {
  return answer.status === 500 && answer.text.includes("failed to create typed patch object");
}

const cannot = /cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"|path "([^"]*)")(?: in the namespace "([^"]*)")?/u;
const escalation = /attempting to grant RBAC permissions not currently held/u;

/** 403: RBAC says so, or an admission plugin (quota, pod security, a namespace that is ending), which is no missing right. */
function forbidden(status: Status, { cluster, verb, object }: About, why: string): Problem {
  const found = cannot.exec(status.message);
  if (found !== null) {
    const [, denied = verb, resource = "", group = "", path = "", namespace = ""] = found;
    const what = resource === "" ? path : `${resource}${group === "" ? "" : `.${group}`}`;
    return problem("permission-missing", { cluster, verb: denied, what: namespace === "" ? what : `${what} in namespace ${namespace}` });
  }
  const kind = textAt(status.details, "kind") ?? object;
  if (escalation.test(status.message)) return problem("permission-missing", { cluster, verb: "escalate", what: kind });
  if (status.reason === "" || status.message === "") return problem("permission-missing", { cluster, verb, what: object });
  return problem("object-refused", { cluster, object, why });
}

/** 409: fields of other managers, or somebody was faster. */
function conflict({ causes }: Status, { cluster, object, secrets }: About): Problem {
  const contested = causes.filter(({ reason }) => reason === "FieldManagerConflict");
  if (contested.length === 0) return problem("object-moved", { cluster, object });
  const managers = new Set(contested.map(({ message }) => /conflict with "([^"]*)"/u.exec(message)?.[1] ?? message));
  const fields = new Set(contested.map(({ field }) => field));
  return problem("field-conflict", { cluster, object, managers: listed(managers, secrets), fields: listed(fields, secrets) });
}

function listed(names: ReadonlySet<string>, secrets: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => clean(name, secrets))
    .join(", ");
}
