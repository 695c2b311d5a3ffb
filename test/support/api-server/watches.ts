import type { ServerResponse } from "node:http";
import { textAt } from "../../../src/model/json.ts";
import { Refusal } from "./answer.ts";
import { apiVersionOf } from "./kinds.ts";
import { isNamed, matches } from "./objects.ts";
import type { Happened, State } from "./state.ts";
import type { Asked, Target } from "./target.ts";

/** A watch: a line per event, and a bookmark now and then, until the client goes. */
export function watch(
  state: State,
  response: ServerResponse,
  { asked, target, bookmarkMs }: { asked: Asked; target: Target; bookmarkMs: number },
): void {
  const { kind, namespace } = target;
  const selector = asked.query.get("labelSelector") ?? "";
  const send = (type: string, object: unknown): void => void response.write(`${JSON.stringify({ type, object })}\n`);
  const listener = ({ type, kind: other, object }: Happened): void => {
    const isOurs = other.group === kind.group && other.plural === kind.plural;
    if (
      !isOurs ||
      (namespace !== "" && textAt(object, "metadata", "namespace") !== namespace) ||
      !matches(object, selector) ||
      !isNamed(object, asked.query)
    )
      return;
    send(type, { ...object, apiVersion: apiVersionOf(kind) });
  };
  response.writeHead(200, { "content-type": "application/json" });
  response.flushHeaders();
  let leave = (): void => undefined;
  try {
    leave = state.follow(Number(asked.query.get("resourceVersion") ?? 0), listener);
  } catch (error) {
    if (error instanceof Refusal) send("ERROR", error.status);
    response.end();
    return;
  }
  const bookmark = (): void =>
    send("BOOKMARK", { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata: { resourceVersion: String(state.version) } });
  const timer = asked.query.get("allowWatchBookmarks") === "true" ? setInterval(bookmark, bookmarkMs) : undefined;
  response.once("close", () => {
    clearInterval(timer);
    leave();
  });
}
