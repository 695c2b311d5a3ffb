import type { V1ConfigMap, V1Container, V1EnvVarSource, V1Pod, V1Secret } from "@kubernetes/client-node";

/** What a pod's variables and volumes may refer to. */
export interface Sources {
  configMap(name: string): V1ConfigMap | undefined;
  secret(name: string): V1Secret | undefined;
  /** A token for the pod's service account, by TokenRequest. */
  token(audience: string | undefined, seconds: number | undefined): Promise<string>;
}

/** A pod as it is played: the object, and what the kubelet alone knows. */
export interface Played {
  readonly pod: V1Pod;
  readonly address: string;
  readonly hostAddress: string;
}

/** Something a pod needs is not there (yet); a kubelet waits for it. */
export class Absent extends Error {}

/** The variables of a container, as Kubernetes computes them: `envFrom` first, then `env` in order, `$(NAME)` replaced by what stands above. */
export function environmentOf(container: V1Container, played: Played, sources: Sources): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { prefix = "", configMapRef, secretRef } of container.envFrom ?? []) {
    const entries =
      configMapRef === undefined ? secretText(sources.secret(secretRef?.name ?? "")) : sources.configMap(configMapRef.name ?? "")?.data;
    if (entries === undefined && !(configMapRef ?? secretRef)?.optional) throw new Absent(`envFrom of ${container.name}`);
    for (const [name, value] of Object.entries(entries ?? {})) result[`${prefix}${name}`] = value;
  }
  for (const { name, value, valueFrom } of container.env ?? []) {
    const found = valueFrom === undefined ? expand(value ?? "", result) : valueOf(valueFrom, container, played, sources);
    if (found !== undefined) result[name] = found;
  }
  return result;
}

/** `$(NAME)` becomes the variable, `$$(NAME)` the text `$(NAME)`; an unknown name stays as written. */
export function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\$)?\(([^)]+)\)/g, (whole, escaped: string | undefined, name: string) =>
    escaped === undefined ? (variables[name] ?? whole) : whole.slice(1),
  );
}

function valueOf(from: V1EnvVarSource, container: V1Container, played: Played, sources: Sources): string | undefined {
  if (from.fieldRef !== undefined) return fieldOf(from.fieldRef.fieldPath, played);
  if (from.resourceFieldRef !== undefined) return resourceOf(from.resourceFieldRef, container);
  const { configMapKeyRef, secretKeyRef } = from;
  if (configMapKeyRef !== undefined)
    return needed(sources.configMap(configMapKeyRef.name ?? "")?.data?.[configMapKeyRef.key], configMapKeyRef);
  if (secretKeyRef !== undefined) return needed(secretText(sources.secret(secretKeyRef.name ?? ""))?.[secretKeyRef.key], secretKeyRef);
  return undefined;
}

function needed(
  value: string | undefined,
  { name, key, optional }: { name?: string; key: string; optional?: boolean },
): string | undefined {
  if (value === undefined && optional !== true) throw new Absent(`key ${key} of ${name}`);
  return value;
}

/** A field of the downward API; throws for one the lab has not learnt. */
export function fieldOf(path: string, { pod, address, hostAddress }: Played): string {
  const { metadata, spec } = pod;
  const keyed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
  if (keyed !== null) return (keyed[1] === "labels" ? metadata?.labels : metadata?.annotations)?.[keyed[2] ?? ""] ?? "";
  const lines = (map: Record<string, string> | undefined) =>
    Object.entries(map ?? {})
      .toSorted()
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join("\n");
  switch (path) {
    case "metadata.name":
      return metadata?.name ?? "";
    case "metadata.namespace":
      return metadata?.namespace ?? "";
    case "metadata.uid":
      return metadata?.uid ?? "";
    case "metadata.labels":
      return lines(metadata?.labels);
    case "metadata.annotations":
      return lines(metadata?.annotations);
    case "spec.nodeName":
      return spec?.nodeName ?? "";
    case "spec.serviceAccountName":
      return spec?.serviceAccountName ?? "default";
    case "status.podIP":
    case "status.podIPs":
      return address;
    case "status.hostIP":
    case "status.hostIPs":
      return hostAddress;
  }
  throw new Error(`the lab's kubelet knows no field ${path}`);
}

const node = { "limits.cpu": 2, "requests.cpu": 0, "limits.memory": 4 * 2 ** 30, "requests.memory": 0 };

/** In units of the divisor, rounded up; what is not limited is what the node has. */
function resourceOf(
  { resource, divisor = "0" }: { readonly resource: string; readonly divisor?: string },
  { resources }: V1Container,
): string {
  const [side, name = ""] = resource.split(".");
  const text = (side === "limits" ? resources?.limits : resources?.requests)?.[name];
  const amount = text === undefined ? (node[resource as keyof typeof node] ?? 0) : quantity(text);
  return String(Math.ceil(amount / (quantity(divisor) || 1)));
}

const suffixes: Readonly<Record<string, number>> = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

function quantity(text: string): number {
  const [, digits = "0", suffix = ""] = /^([0-9.]+)([a-zA-Z]*)$/.exec(text) ?? [];
  return Number(digits) * (suffixes[suffix] ?? 1);
}

export function secretText(secret: V1Secret | undefined): Record<string, string> | undefined {
  if (secret === undefined) return undefined;
  return Object.fromEntries(Object.entries(secret.data ?? {}).map(([key, value]) => [key, Buffer.from(value, "base64").toString("utf8")]));
}
