import { holesIn, holeText } from "../model/hole.ts";
import type { Survey } from "../model/survey.ts";
import { clustersOf, type Scope, surveyedOf } from "./scope.ts";

/** What each hole may stand for now, by its text; a hole that is not here may stand for anything. */
export type Fillings = ReadonlyMap<string, readonly string[]>;

/** The values of holes that the survey knows: addresses of gateways, and of API servers with their authorities. */
export function fillingsOf(scope: Scope, survey: Survey): Fillings {
  const known = clustersOf(scope).flatMap((cluster): (readonly [string, readonly string[]])[] => {
    const seen = surveyedOf(survey, cluster.name);
    if (seen === undefined) return [];
    const addresses = [...seen.addresses].flatMap(([service, found]) => {
      const [namespace = "", name = ""] = service.split("/");
      const hole = (shape: "ip" | "hostname") => holeText({ kind: "gateway-address", cluster: cluster.name, namespace, name, shape });
      return found.length === 0 ? [] : [[hole("ip"), found] as const, [hole("hostname"), found] as const];
    });
    const ca = seen.server.ca === undefined ? [] : [base64(seen.server.ca)];
    return [
      ...addresses,
      [holeText({ kind: "api-server-url", cluster: cluster.name }), [cluster.apiServer.url ?? seen.server.url]] as const,
      ...(ca.length === 0 ? [] : [[holeText({ kind: "api-server-ca", cluster: cluster.name }), ca] as const]),
    ];
  });
  return new Map(known);
}

/** Whether the live text is the wanted one with values in place of its holes, and each of them one that the hole may stand for. */
export function fits(wanted: string, live: string, fillings: Fillings): boolean {
  const holes = holesIn(wanted);
  if (holes.length === 0) return wanted === live;
  const around = wanted.split(/⟦[^⟧]*⟧/u).map(escaped);
  const match = new RegExp(`^${around.join("([^]+?)")}$`, "u").exec(live);
  return match !== null && holes.every((hole, index) => fillings.get(hole)?.includes(match[index + 1] ?? "") ?? true);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** PEM is ASCII. */
function base64(pem: string): string {
  return btoa(pem);
}
