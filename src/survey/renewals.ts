import type { Change, Changes } from "../model/change.ts";
import { objectAt } from "../model/json.ts";
import type { Survey } from "../model/survey.ts";
import { isRemoteSecret, isTokenDue } from "./remote-secrets.ts";
import { surveyedOf } from "./scope.ts";

/** Of all that differs, the certificates of these clusters that are there and change: what a renewal that was asked for does, and nothing else. */
export function renewalsIn(changes: Changes, clusters: readonly string[]): Changes {
  return only(changes, (change) => (isCacerts(change) ? change.clusters.filter((name) => clusters.includes(name)) : []));
}

/** Of all that differs, what is there and whose time has come: certificates that istiods sign with, and tokens by which they read other clusters. */
export function dueIn(changes: Changes, survey: Survey): Changes {
  return only(changes, (change) => {
    if (isCacerts(change)) return change.clusters.filter((name) => isDue(survey, name));
    return isDueToken(change) ? change.clusters : [];
  });
}

function only(changes: Changes, which: (change: Change) => readonly string[]): Changes {
  const kept = changes.changes.flatMap((change) => {
    const clusters = change.kind === "update" ? which(change) : [];
    return clusters.length > 0 ? [{ ...change, clusters }] : [];
  });
  return { ...changes, changes: kept };
}

function isCacerts({ id }: Change): boolean {
  return id.group === "" && id.kind === "Secret" && id.name === "cacerts";
}

function isDue(survey: Survey, cluster: string): boolean {
  const verdict = surveyedOf(survey, cluster)?.cacerts;
  return verdict?.kind === "issue" && verdict.isDue === true;
}

function isDueToken({ before, after }: Change): boolean {
  if (before === undefined || after === undefined || !isRemoteSecret(after)) return false;
  return Object.values(objectAt(before.object, "stringData")).some((text) => typeof text === "string" && isTokenDue(text));
}
