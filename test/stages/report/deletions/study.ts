import { change, changes, manifest, networking, plan, study } from "../../../support/study.ts";

const route = (name: string) =>
  networking("VirtualService", name, { hosts: [`${name}.example.com`], http: [{ route: [{ destination: { host: name } }] }] });
const deny = manifest(
  "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: deny-admin, namespace: shop}, spec: {action: DENY, rules: [{to: [{operation: {paths: [/admin*]}}]}]}}",
);
const strict = (mode: string) =>
  manifest(
    `{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: shop}, spec: {mtls: {mode: ${mode}}}}`,
  );
const service = (ip: string) =>
  manifest(`{apiVersion: v1, kind: Service, metadata: {name: edge, namespace: shop}, spec: {clusterIP: ${ip}}}`);

/** Routes and a DENY policy go, mutual TLS is loosened, a Service must be deleted and created again; the plan wants a confirmation. */
export default study({
  changes: changes([
    change(deny, undefined, ["east", "eu", "west"]),
    change(strict("STRICT"), strict("PERMISSIVE"), ["east", "eu", "west"]),
    ...Array.from({ length: 14 }, (_, index) => change(route(`old-${index}`), undefined, index < 12 ? ["east", "eu", "west"] : ["west"])),
    change(service("10.0.0.1"), service("10.0.0.2"), ["east"], { kind: "replace", why: "spec.clusterIP cannot be changed" }),
  ]),
  plan: plan({
    deletions: new Map([
      ["east", 13],
      ["eu", 13],
      ["west", 15],
    ]),
    guards: [
      {
        reason: "prune_unconfirmed",
        clusters: ["east", "eu", "west"],
        text: "15 deletions in `west` are more than the 10 that `spec.rollout.maxDeletions` allows without confirmation.",
      },
    ],
  }),
});
