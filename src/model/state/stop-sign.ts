import { isObject, type Json, type JsonObject, textAt } from "../json.ts";
import type { StopSign } from "../survey.ts";

/** On the Lease of the run that is to stop. */
const key = "isthmus.dev/stop";

/** The Lease with a sign that whoever holds it is to stop after the object it is writing. */
export function withStopSign(lease: JsonObject, sign: StopSign): JsonObject {
  const metadata = isObject(lease["metadata"]) ? lease["metadata"] : {};
  const annotations = isObject(metadata["annotations"]) ? metadata["annotations"] : {};
  return { ...lease, metadata: { ...metadata, annotations: { ...annotations, [key]: JSON.stringify(sign) } } };
}

/** The sign on a Lease; one that cannot be read still says stop. */
export function stopSignOf(lease: JsonObject): StopSign | undefined {
  const text = textAt(lease, "metadata", "annotations", key);
  if (text === undefined) return undefined;
  const value = parsed(text);
  const [by, reason] = [textAt(value, "by"), textAt(value, "reason")];
  return {
    kind: textAt(value, "kind") === "cancel" ? "cancel" : "pause",
    by: by ?? "somebody",
    ...(reason === undefined ? {} : { reason }),
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
