import type { CacertsVerdict } from "../model/certificate.ts";
import { type JsonObject, objectAt } from "../model/json.ts";
import type { Judgement } from "./secrets.ts";

/**
 * A verdict over `cacerts` in the words of `diff`: a new intermediate shows all that is there as different, other roots only the roots, so that whoever writes
 * sees by the fields what to leave alone. What is kept, refused or unknown shows no difference: nothing is written.
 */
export function livingCacerts(verdict: CacertsVerdict, wanted: JsonObject, live: JsonObject): Judgement {
  const [holes, texts] = [objectAt(wanted, "stringData"), objectAt(live, "stringData")];
  switch (verdict.kind) {
    case "keep":
    case "refuse":
    case "unknown":
      return { kind: "equal" };
    case "roots":
      return differing(wanted, { ...holes, "root-cert.pem": texts["root-cert.pem"] ?? "" });
    case "issue":
      return differing(wanted, Object.fromEntries(Object.keys(holes).map((key) => [key, texts[key] ?? ""])));
  }
}

function differing(wanted: JsonObject, stringData: JsonObject): Judgement {
  return { kind: "differs", object: { ...wanted, stringData } };
}
