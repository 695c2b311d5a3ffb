import type { JsonObject } from "../../../src/model/json.ts";

/** What the server answers: thrown by any part of it when it refuses. */
export class Refusal extends Error {
  readonly status: JsonObject;
  readonly code: number;

  constructor(code: number, reason: string, message: string, details: JsonObject = {}) {
    super(message);
    this.code = code;
    this.status = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, details, code };
  }
}

export function notFound(resource: string, name: string): Refusal {
  return new Refusal(404, "NotFound", `${resource} "${name}" not found`, { name, kind: resource });
}

export function conflict(resource: string, name: string, why: string): Refusal {
  return new Refusal(409, "Conflict", `Operation cannot be fulfilled on ${resource} "${name}": ${why}`, { name, kind: resource });
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, "BadRequest", message);
}
