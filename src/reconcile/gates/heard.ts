import { textAt } from "../../model/json.ts";
import { refOf } from "../../model/live.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import type { Task } from "../task.ts";
import { debugPages, istiodPods, type Page } from "./istiod-pages.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** Kinds that istiod takes configuration from. */
const configuration = /(?:^|\.)istio\.io$|^gateway\.networking\.k8s\.io$/u;

/** After so long an object that istiod does not show at all is one that it does not read: `discoverySelectors` leave its namespace out. */
const longestUnknownMs = 10_000;

/**
 * That every replica of istiod here has read what a step wrote, in the version that the API server holds at that time: istiod itself writes to the status of some (the
 * addresses it gives a ServiceEntry), and what was read before that is never seen again. Proxies that took their configuration prove nothing before:
 * what they took may be what there was.
 */
export function heardSign(task: Task): Sign {
  const { api, cluster } = task.site;
  const { clock } = task.campaign.world;
  const ids = task.items.filter(({ kind, id }) => kind !== "delete" && configuration.test(id.group)).map(({ id }) => id);
  const versions = new Map<string, string>();
  let late: readonly Late[] = ids.map((id) => ({ key: keyOf(id.kind, id.namespace, id.name), why: "" }));
  let begun: number | undefined;
  return {
    what: "The new configuration in every istiod",
    seconds: 60,
    remedy: `istiod's log says what it cannot watch or read: \`kubectl -n ${cluster.systemNamespace} logs deployment/istiod\`.`,
    look: async () => {
      const pods = ids.length === 0 ? [] : await istiodPods(api, cluster.systemNamespace);
      // Nobody is served by an istiod that does not run here: a remote's configuration is its primary's.
      if (pods.length === 0) return ready;
      const again = new Set(late.map(({ key }) => key));
      const wanted = ids.filter((id) => again.has(keyOf(id.kind, id.namespace, id.name)));
      for (const [key, version] of await versionsOf(task, wanted)) {
        if (version === undefined) versions.delete(key);
        else versions.set(key, version);
      }
      begun ??= clock.monotonic();
      const isPatient = clock.monotonic() - begun < longestUnknownMs;
      const pages = await debugPages(api, cluster.systemNamespace, pods, "/debug/configz");
      late = pages.flatMap((page) => notHeard(page, versions, isPatient));
      const first = late.slice(0, 3).map(({ why }) => why);
      return first.length === 0 ? ready : waiting(first.join(", "));
    },
  };
}

/** What a replica has not read. */
interface Late {
  readonly key: string;
  readonly why: string;
}

/** Resource versions by the text of the object's identity; what somebody took away meanwhile has none and is not waited for. */
async function versionsOf({ site, campaign }: Task, ids: readonly ObjectId[]): Promise<ReadonlyMap<string, string | undefined>> {
  const wanted = campaign.wanted(site.cluster.name);
  const found = await Promise.all(
    ids.map(async (id) => {
      const manifest = [...wanted.values()].find((each) => idText(each.id) === idText(id));
      const live = manifest === undefined ? undefined : await site.api.read(refOf(manifest.object, id));
      const version = live?.kind === "present" ? textAt(live.object, "metadata", "resourceVersion") : undefined;
      return [keyOf(id.kind, id.namespace, id.name), version] as const;
    }),
  );
  return new Map(found);
}

function notHeard({ pod, entries }: Page, versions: ReadonlyMap<string, string>, isPatient: boolean): readonly Late[] {
  const known = new Map(
    entries.map((entry) => [
      keyOf(textAt(entry, "kind") ?? "", textAt(entry, "metadata", "namespace") ?? "", textAt(entry, "metadata", "name") ?? ""),
      textAt(entry, "metadata", "resourceVersion"),
    ]),
  );
  return [...versions].flatMap(([key, version]) => {
    const held = known.get(key);
    if (held === version || (held === undefined && !isPatient)) return [];
    return [{ key, why: `${pod} ${held === undefined ? "does not know" : "holds another version of"} ${key}` }];
  });
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace}/${name}`;
}
