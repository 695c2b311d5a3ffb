import type { Json, JsonObject } from "../../model/json.ts";
import { isObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Answer } from "./attempt.ts";
import { parseJson } from "./json.ts";

/** What an API server says when it does not do what was asked (`Status` of `meta/v1`). */
export interface Status {
  /** False: the answer was no `Status`, somebody else gave it. */
  readonly isStatus: boolean;
  /** `NotFound`, `Conflict`, `Forbidden` …; empty when the answer was no `Status` at all. */
  readonly reason: string;
  readonly message: string;
  readonly details: JsonObject;
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

/** The `Status` in an answer, or what stands in for it when somebody else answered: a proxy, a login page. */
export function statusOf(answer: Answer): Status {
  const body = tryParse(answer.text);
  if (!isObject(body) || body["kind"] !== "Status") return { isStatus: false, reason: "", message: answer.text, details: {}, causes: [] };
  const details = objectAt(body, "details");
  const causes = listAt(details, "causes").map((cause) => ({
    reason: textAt(cause, "reason") ?? "",
    message: textAt(cause, "message") ?? "",
    field: textAt(cause, "field") ?? "",
  }));
  return { isStatus: true, reason: textAt(body, "reason") ?? "", message: textAt(body, "message") ?? "", details, causes };
}

function tryParse(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
