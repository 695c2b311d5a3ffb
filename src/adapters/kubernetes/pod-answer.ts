import type { Answer } from "./attempt.ts";
import { statusOf } from "./status.ts";

const proxied = /^\/api\/v1\/namespaces\/[^/]+\/(?:pods|services)\/[^/]+\/proxy(?:[/?]|$)/u;

/**
 * True for an answer, no success, that a pod or a Service behind the API server gave: what the API server itself refuses comes as a `Status`. It says nothing about
 * our credentials, our rights or the server's health.
 */
export function isOfPod(path: string, answer: Answer): boolean {
  return answer.status >= 300 && proxied.test(path) && !statusOf(answer).isStatus;
}
