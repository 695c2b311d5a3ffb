import { readFile } from "node:fs/promises";
import { problem } from "../../catalog/problem.ts";
import { isObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Environment } from "./program.ts";

/** The event that started the job, from the file where the runner put it. @throws Problem `event-unreadable` */
export async function readEvent(env: Environment): Promise<JsonObject> {
  const file = env["GITHUB_EVENT_PATH"] ?? "";
  if (file === "") throw problem("event-unreadable", { why: "GITHUB_EVENT_PATH is not set" });
  try {
    const event = JSON.parse(await readFile(file, "utf8")) as Json;
    if (isObject(event)) return event;
  } catch (error) {
    throw problem("event-unreadable", { why: error instanceof SyntaxError ? "it is not JSON" : "the file cannot be read" }, error);
  }
  throw problem("event-unreadable", { why: "it is not a JSON object" });
}
