import { objectsOf } from "../../model/desired.ts";
import { type Access, refOf } from "../../model/live.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";
import { writeYaml } from "../../yaml/index.ts";
import { type Needed, neededFor } from "../rights/needed.ts";
import { type Right, rightKey } from "../rights/right.ts";
import { rulesFor } from "../rights/rules.ts";
import { helmRights, readRights, stateRights, trustRights, writeRights } from "../rights/table.ts";
import { type Aspect, named } from "./aspect.ts";

/** Asks the API server whether we may do all that the plan needs. What is missing comes as one answer per place, with the rules to add. */
export async function permission(api: ClusterApi, aspect: Aspect): Promise<readonly Unmet[]> {
  const needed = neededFor(aspect.scope, aspect.plan, aspect.cluster);
  const answers = await ask(api, [
    ...needed.rights,
    ...toAdopt(aspect),
    ...readsMissing(aspect),
    ...needed.delegations.map(({ shortcut }) => shortcut),
  ]);
  const delegated = await missingDelegations(api, needed, answers);
  const shortcuts = new Set(needed.delegations.map(({ shortcut }) => rightKey(shortcut)));
  const missing = [...answers.values()]
    .filter(({ right, answer }) => answer === false && !shortcuts.has(rightKey(right)))
    .map(({ right }) => right);
  const failed = [...answers.values()].find(({ answer }) => answer instanceof Problem)?.answer;
  return [...missingIn(aspect, [...missing, ...delegated]), ...(failed instanceof Problem ? [notAsked(aspect, failed)] : [])];
}

/** Adoption writes to every object it takes over, also where the plan has no step, and retires the records of their releases. */
function toAdopt({ scope, cluster, seen, adopted }: Aspect): readonly Right[] {
  if (adopted.length === 0) return [];
  const namespaces = new Set((seen.helmReleases ?? []).map(({ namespace }) => namespace));
  return [
    ...stateRights(cluster, objectsOf(scope.desired, cluster.name).length),
    ...adopted.flatMap(({ id }) => writeRights(id, "update")),
    ...[...namespaces].flatMap(helmRights),
  ];
}

interface Answer {
  readonly right: Right;
  readonly answer: boolean | Problem;
}

/**
 * The answer for each right. It is asked without the object's name first: who may patch every Deployment need not be asked about each. Only where that is
 * refused the names are asked.
 */
async function ask(api: ClusterApi, rights: readonly Right[]): Promise<ReadonlyMap<string, Answer>> {
  const wide = new Map(rights.map((right) => [rightKey({ ...right, name: "" }), { ...right, name: "" }]));
  const answers = await askAll(api, [...wide.values()]);
  const open = rights.filter((right) => right.name !== "" && answers.get(rightKey({ ...right, name: "" })) !== true);
  const byName = await askAll(api, open);
  return new Map(
    rights.map((right) => {
      const answer = byName.get(rightKey(right)) ?? answers.get(rightKey({ ...right, name: "" })) ?? false;
      return [rightKey(right), { right, answer }];
    }),
  );
}

async function askAll(api: ClusterApi, rights: readonly Access[]): Promise<ReadonlyMap<string, boolean | Problem>> {
  if (rights.length === 0) return new Map();
  const answers = await api.allowed(
    rights.map(({ verb, group, resource, namespace, name }) => ({ verb, group, resource, namespace, name })),
  );
  return new Map(rights.map((right, index) => [rightKey(right), answers[index] ?? false]));
}

/** Roles and bindings that we could only write if we held, ourselves, all that they give; and do not. */
async function missingDelegations(
  api: ClusterApi,
  { delegations }: Needed,
  answers: ReadonlyMap<string, Answer>,
): Promise<readonly Right[]> {
  const open = delegations.filter(({ shortcut }) => answers.get(rightKey(shortcut))?.answer === false);
  const held = await ask(
    api,
    open.flatMap((delegation) => delegation.held ?? []),
  );
  return open.flatMap((delegation) => {
    const holdsAll = delegation.held?.every((right) => held.get(rightKey(right))?.answer === true) ?? false;
    return holdsAll ? [] : [delegation.shortcut];
  });
}

/** The rights to read what we were not allowed to read, and to write what that may ask for. A list that is refused is made up for by reading each object, so only the reading is missing. */
function readsMissing({ scope, cluster, seen }: Aspect): readonly Right[] {
  const isRefused = [...seen.objects.values()].some((live) => live.kind === "unknown" && live.why.code === "permission-missing");
  const isHidden = [...(seen.unreadState?.values() ?? [])].some(({ code }) => code === "permission-missing");
  const refs = objectsOf(scope.desired, cluster.name).map(({ object, id }) => refOf(object, id));
  const isTrustHidden = seen.cacerts?.kind === "unknown" && seen.cacerts.why.code === "permission-missing";
  const rights = [
    ...(isRefused ? readRights(refs) : []),
    ...(isHidden ? stateRights(cluster, refs.length) : []),
    ...(isTrustHidden ? trustRights(scope.mesh, cluster) : []),
  ];
  // What is hidden may turn out to be missing or at its end: then the run that may read it would stop for the want of these.
  const cacerts = objectsOf(scope.desired, cluster.name).find(({ id }) => id.group === "" && id.kind === "Secret" && id.name === "cacerts");
  const writes = isTrustHidden && cacerts !== undefined ? writeRights(cacerts.id, "create") : [];
  return [...rights.filter(({ verb }) => verb === "get"), ...writes];
}

function missingIn({ cluster, seen }: Aspect, rights: readonly Right[]): readonly Unmet[] {
  const unique = [...new Map(rights.map((right) => [rightKey(right), right])).values()];
  const byNamespace = Map.groupBy(unique, ({ namespace }) => namespace);
  return [...byNamespace.keys()].sort().map((namespace) => {
    const members = byNamespace.get(namespace) ?? [];
    const purposes = [...new Set(members.map(({ purpose }) => purpose))];
    const what = [...new Set(members.map(({ verb, resource }) => `${verb} ${resource}`))];
    const who = seen.server.user ?? "The user of its kubeconfig";
    const place = namespace === "" ? "" : ` in namespace ${namespace}`;
    const role = namespace === "" ? "ClusterRole" : `Role in namespace ${namespace}`;
    return {
      cluster: cluster.name,
      kind: "permission",
      seen: `${who} may not ${named(what)}${place}; that is needed to ${named(purposes)}.`,
      remedy: `Add to a ${role} that is bound to ${seen.server.user ?? "that user"} (\`isthmus access --print\` writes all of them):\n${writeYaml([...rulesFor(members)]).trimEnd()}`,
    };
  });
}

function notAsked({ cluster }: Aspect, why: Problem): Unmet {
  return {
    cluster: cluster.name,
    kind: "permission",
    seen: `Whether we may do what the plan needs could not be asked: ${why.message}`,
    remedy: why.remedy,
  };
}
