import type { Chart } from "../../model/chart.ts";
import { isObject, type JsonObject, textAt } from "../../model/json.ts";
import { readValues, YamlError } from "../../yaml/index.ts";
import { chartDigest } from "./digest.ts";
import { unreadable } from "./trouble.ts";

/** A chart from its files. @throws Trouble when they are no chart. */
export function chartFrom(files: ReadonlyMap<string, string>, origin: string): Chart {
  const metadata = readMetadata(files.get("Chart.yaml"));
  const name = textAt(metadata, "name");
  const version = textAt(metadata, "version");
  if (name === undefined || version === undefined) throw unreadable("its Chart.yaml has no name or no version");
  return { name, version, appVersion: textAt(metadata, "appVersion") ?? "", digest: chartDigest(files), origin, files };
}

/** The content of a `Chart.yaml`. @throws Trouble */
export function readMetadata(text: string | undefined): JsonObject {
  if (text === undefined) throw unreadable("it has no Chart.yaml");
  try {
    const [metadata] = readValues(text);
    if (isObject(metadata)) return metadata;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw unreadable(`its Chart.yaml cannot be read: ${cause.message}`, cause);
  }
  throw unreadable("its Chart.yaml is not a mapping");
}
