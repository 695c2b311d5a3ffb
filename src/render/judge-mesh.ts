import { finding } from "../catalog/find.ts";
import { bundledGatewayApi } from "../catalog/gateway-api.ts";
import type { Finding } from "../model/finding.ts";
import type { Cluster, GatewaySpec, Mesh, Revision } from "../model/mesh.ts";
import type { Place } from "../model/source.ts";
import { istiodGateway } from "./addresses.ts";
import type { Prepared } from "./classes.ts";
import { definesGatewayApi } from "./orders.ts";
import { whyDefaultReader } from "./reader.ts";
import { knowledgeOf } from "./versions.ts";

/** Versions, chart sources and identities: what the mesh asks for and cannot, or can only partly, get. */
export function judgeMesh(mesh: Mesh, prepared: readonly Prepared[]): readonly Finding[] {
  return [...prepared.flatMap((one) => versions(mesh, one)), ...readerOf(mesh), ...gatewayApi(prepared), ...externalGateways(mesh)];
}

interface Where {
  readonly source: Place;
  readonly clusters: readonly string[];
}

/** Every revision: is its version known, and do its charts belong to it? */
function versions(mesh: Mesh, { plan, ordered }: Prepared): readonly Finding[] {
  const cluster = plan.view.real;
  const isServed = (version: string) => ordered.some(({ planned, order }) => order !== undefined && planned.request.version === version);
  return cluster.istio.revisions.flatMap((revision) => {
    const where = { source: placeOfRevision(mesh, cluster, revision), clusters: [cluster.name] };
    const isBundled = cluster.istio.charts.kind === "bundled" && isServed(revision.version);
    return isBundled ? bundled(revision, where) : unread(revision, where);
  });
}

/** That its charts are not those of the version, and that the version was not read, is one thing to know where the line is known. */
function bundled(revision: Revision, where: Where): readonly Finding[] {
  const knowledge = knowledgeOf(revision.version);
  const said = knowledge.kind === "unread" ? `, and what it brings is not known here (its line was read up to ${knowledge.read})` : "";
  const note = finding("bundled-charts-are-a-snapshot", { revision: revision.name, version: revision.version, unread: said }, where);
  return knowledge.kind === "unknown" ? [...unread(revision, where), note] : [note];
}

/** A later patch of a line that was read is worth knowing; a line nobody read is worth a warning. */
function unread({ version }: Revision, where: Where): readonly Finding[] {
  const knowledge = knowledgeOf(version);
  switch (knowledge.kind) {
    case "known":
      return [];
    case "unread":
      return [
        finding("istio-version-unknown", { version, known: `its line was read up to ${knowledge.read}` }, { ...where, severity: "info" }),
      ];
    case "unknown":
      return [finding("istio-version-unknown", { version, known: `read were the lines ${knowledge.lines}` }, where)];
  }
}

/** In the cluster's document when it has revisions of its own, else in the mesh's. */
function placeOfRevision(mesh: Mesh, cluster: Cluster, revision: Revision): Place {
  const isShared =
    mesh.istio.revisions === cluster.istio.revisions || JSON.stringify(mesh.istio.revisions) === JSON.stringify(cluster.istio.revisions);
  const { source } = isShared ? mesh : cluster;
  return source.place(["spec", "istio", "revisions", cluster.istio.revisions.indexOf(revision), "version"]);
}

function readerOf(mesh: Mesh): readonly Finding[] {
  const because = whyDefaultReader(mesh);
  const source = mesh.source.place(["spec", "discovery", "reader", "secrets"]);
  return because === undefined ? [] : [finding("reader-reads-secrets", { because }, { source })];
}

/** Clusters that are to get the definitions of a release of the Gateway API that is neither bundled nor under `config/`. */
function gatewayApi(prepared: readonly Prepared[]): readonly Finding[] {
  return prepared.flatMap(({ plan, config }) => {
    const { mesh, real } = plan.view;
    const { manage, version = bundledGatewayApi } = real.istio.gatewayApi;
    if (manage !== "install" || version === bundledGatewayApi || definesGatewayApi(config)) return [];
    const isShared = mesh.istio.gatewayApi.version === version;
    const source = (isShared ? mesh : real).source.place(["spec", "istio", "gatewayAPI", "version"]);
    return [finding("gateway-api-crds-not-bundled", { version, bundled: bundledGatewayApi }, { source, clusters: [real.name] })];
  });
}

/**
 * An istiod outside the mesh manages no webhooks in its own cluster, so nothing there gives a gateway a proxy. The first needs none: it is a load balancer before
 * istiod, and such a one only leads to pods of its own namespace.
 */
function externalGateways(mesh: Mesh): readonly Finding[] {
  return mesh.clusters
    .filter((cluster) => cluster.role === "external")
    .flatMap((cluster) => cluster.gateways.flatMap((gateway) => judgeExternal(cluster, gateway)));
}

function judgeExternal(cluster: Cluster, gateway: GatewaySpec): readonly Finding[] {
  const source = gateway.source.place([]);
  const where = { source, clusters: [cluster.name] };
  const facts = { gateway: `${gateway.namespace}/${gateway.name}`, cluster: cluster.name };
  if (gateway !== istiodGateway(cluster)) return [finding("external-gateway-not-injected", facts, where)];
  const { systemNamespace } = cluster;
  return gateway.namespace === systemNamespace ? [] : [finding("external-door-elsewhere", { ...facts, namespace: systemNamespace }, where)];
}
