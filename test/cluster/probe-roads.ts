/**
 * What the probe needs where no iptables lead traffic to its sidecar. The image is the one the lab plays; the program listens on 127.0.0.1 behind the sidecar's
 * own listener, and leaves by another one. In a cluster with iptables none of it is given.
 */

const port = 8080;
const ownPort = 9090;

const variables = `MESH_DOOR=127.0.0.1 MESH_PORT=${ownPort} MESH_BIND=127.0.0.1`;
export const probeFlags = `--probe-image lab/node --probe-annotation sidecar.istio.io/interceptionMode=NONE --probe-env ${variables}`.split(
  " ",
);

/** The sidecars' listeners. In the root namespace, where it holds for every namespace that has none of its own: the probe's comes and goes. */
export const probeRoads = [
  {
    apiVersion: "networking.istio.io/v1",
    kind: "Sidecar",
    metadata: { name: "probe-roads", namespace: "istio-system" },
    spec: {
      ingress: [{ port: { number: port, protocol: "HTTP", name: "http" }, captureMode: "NONE", defaultEndpoint: `127.0.0.1:${ownPort}` }],
      egress: [
        { port: { number: port, protocol: "HTTP", name: "http" }, bind: "127.0.0.1", captureMode: "NONE", hosts: ["isthmus-probe/*"] },
      ],
    },
  },
] as const;
