import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  advice,
  commands,
  defaultChatOps,
  idKey,
  idOf,
  idText,
  isNear,
  permissions
} from "./chunk-QO6EB2WJ.js";
import {
  secondsIn
} from "./chunk-ZENVZAJI.js";
import {
  Secret,
  sealedText
} from "./chunk-RCF4QV2K.js";
import {
  fill
} from "./chunk-2LKWYJTG.js";
import {
  YamlError,
  defaultLimits,
  inBlock,
  readDocuments,
  readValues,
  writeYaml
} from "./chunk-PIHHU2PB.js";
import {
  canonical,
  isList,
  isObject,
  listAt,
  objectAt,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/catalog/findings.gen.ts
var rules = {
  "acceptance-expired": { "title": "An acceptance has run out", "severity": "warning", "layer": "policy", "scope": "files", "message": "The acceptance of `{rule}` ended on {until}; the finding counts again.", "remedy": "Mend what the finding says, or extend the date with a reason that holds today.", "why": "A risk was accepted for a limited time and that time is over; the finding counts again.", "refs": [], "reads": ["Mesh"] },
  "acceptance-unknown": { "title": "An acceptance that names something unknown", "severity": "error", "layer": "document", "scope": "files", "message": "The acceptance names {what} `{name}`, which does not exist.{near}", "remedy": "Correct the name, or remove the acceptance.", "why": "An acceptance that matches nothing hides nothing, while its author believes that it does.", "refs": [], "reads": ["Acceptance"] },
  "acceptance-unused": { "title": "An acceptance matches no finding", "severity": "info", "layer": "policy", "scope": "files", "message": "No finding of rule `{rule}` matches this acceptance.", "remedy": "Remove the acceptance, or correct the object, file or cluster it names.", "why": "An acceptance that nothing matches any more hides the same mistake when it is made again.", "refs": [], "reads": ["Mesh"] },
  "address-shape-open": { "title": "What a gateway's address will look like is not known yet", "severity": "info", "layer": "mesh", "scope": "files", "message": "Remotes reach their istiod at the address of gateway {gateway} in {primary}, which only exists after the apply. Shown is the shape for an IP address; with a host name {difference}.", "remedy": "Give the gateway a fixed address (`service.loadBalancerIP`) if its platform hands out host names.", "why": "The chart makes another Service out of a host name than out of an IP address. As a host name it is an ExternalName without the webhook's target port, and API servers cannot reach the injector through it.", "refs": ["T37"], "reads": ["Cluster"] },
  "ambient-multi-network-off": { "title": "An ambient mesh over several networks is not switched on", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Istiod `{name}` runs without `AMBIENT_ENABLE_MULTI_NETWORK=true`, but the mesh has {count} networks.", "remedy": 'Set `pilot.env.AMBIENT_ENABLE_MULTI_NETWORK: "true"` for the istiod chart in every cluster.', "why": "Without it istiod gives ambient proxies no endpoint of another network.", "refs": ["T44"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "ambient-multi-network-too-old": { "title": "The Istio version is too old for an ambient mesh over several networks", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Ambient over several networks is {state} in Istio {version} of {cluster}.", "remedy": "Upgrade to 1.29 or later.", "why": "It came as an experiment with 1.27 and became beta with 1.29; before 1.27 there is nothing of it.", "refs": ["T51"], "reads": ["Cluster", "Mesh"] },
  "ambient-switch-ignored": { "title": "An ambient switch is set while ambient is off", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": 'Istiod `{name}` ignores `{variable}`, because `PILOT_ENABLE_AMBIENT` is not "true".', "remedy": "Use the profile `ambient` for istiod, or remove the switch.", "why": "Istiod logs a line and goes on without what the switch promises.", "refs": ["T45"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "ambient-topology-unsupported": { "title": "The ambient data plane does not support this topology", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "Ambient is supported for multi-primary meshes only; this mesh is {topology}.", "remedy": "Use `topology: multi-primary`, or `dataPlane: sidecar`.", "why": "Istio's documentation covers ambient over several clusters only where every cluster has its own istiod.", "refs": ["T50"], "reads": ["Mesh"] },
  "api-server-loopback": { "title": "The other clusters cannot reach an API server at this address", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "`{url}` is said to be the API server of {cluster} as the other clusters reach it; from them it leads to themselves or nowhere.", "remedy": "Write the address by which pods of the other clusters reach it: for kind and minikube the node's address, for others the load balancer's or the public one.", "why": "The istiods of the other clusters read services and endpoints from this address. With one that means the machine which asks, none of them sees the cluster, and nothing says so but their logs.", "refs": ["S08"], "reads": ["Cluster"] },
  "api-server-shared": { "title": "Two clusters with one API server", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "{cluster} has the same API server as {other}: `{url}`.", "remedy": "Write the address of {cluster}'s own API server, or delete the document that was copied.", "why": "One API server is one cluster. The istiods of the mesh would read the same endpoints twice under two names, and an apply would write the installs of both into one cluster.", "refs": [], "reads": ["Cluster"] },
  "binary-file": { "title": "A document that is not text", "severity": "error", "layer": "document", "scope": "files", "message": "{file} is not UTF-8 text ({size} bytes), so it was not read.", "remedy": "Save it as UTF-8 without NUL bytes, or take it out of the folders of the mesh.", "why": "It is named like a document, so somebody expects it to be read.", "refs": [], "reads": [] },
  "bundled-charts-are-a-snapshot": { "title": "The bundled charts are no release", "severity": "info", "layer": "mesh", "scope": "files", "message": "Revision {revision} asks for {version}, which is previewed with the bundled snapshot of the 1.31 line: only image tags follow the version{unread}.", "remedy": "To install, name a Helm repository, an OCI reference or a folder in `spec.istio.charts` and run `isthmus lock`.", "why": "Isthmus ships one snapshot of Istio's charts, taken from the 1.31 line on 2026-08-27, for previews, demos and tests. Only image tags follow the version that was asked for.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "chart-locked-twice": { "title": "A chart that is locked twice", "severity": "error", "layer": "document", "scope": "files", "message": "Chart {chart} {version} is locked twice from one source; the first digest counts.", "remedy": "Run `isthmus lock` to write the lock anew.", "why": "A chart that is locked to two digests is not locked.", "refs": [], "reads": ["Lock"] },
  "chart-template-failed": { "title": "A chart does not render with these values", "severity": "error", "layer": "document", "scope": "files", "message": "Release `{release}` (chart {chart} {version}) does not render: {why}. At {where}.", "remedy": "Correct the value that the message names; `isthmus render --as-helm` prints the command that shows the same.", "why": "Helm refuses the release, so nothing of it would be installed. Objects that came from it are unknown, not gone.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "cluster-domain-not-exposed": { "title": "The east-west gateway does not admit the cluster's own domain", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` admits {hosts}, but Services of this cluster are called `*.{domain}`.", "remedy": "Add `*.{domain}` to the hosts.", "why": "The server name of cross-network requests ends in the cluster's domain. A host that is not admitted gets no listener and the connection is closed.", "refs": ["T63"], "reads": ["networking.istio.io/Gateway"] },
  "cluster-left-out": { "title": "A cluster that could not be read", "severity": "warning", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` is left out of everything that follows, because its document has {mistakes}.", "remedy": "Correct its document; until then nothing is known of this cluster, which is not the same as no change.", "why": "One broken document must not hide what happens to the other clusters.", "refs": [], "reads": ["Cluster"] },
  "cluster-left-out-with": { "title": "A cluster that depends on one that was left out", "severity": "warning", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` is left out as well, because `{key}` names `{other}`, which could not be read.", "remedy": "Correct the document of `{other}`.", "why": "What a remote is given depends on the cluster that serves it.", "refs": [], "reads": ["Cluster"] },
  "cluster-name-differs": { "title": "istiod calls its cluster by another name than the mesh does", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Istiod runs with the cluster name `{name}`; the mesh knows this cluster as `{expected}`.", "remedy": "Set `global.multiCluster.clusterName` to `{expected}`, or the cluster's `spec.istioName` to `{name}`.", "why": "The other clusters store their remote secret under the mesh's name. When istiod uses another, its proxies report a cluster that nobody knows and no endpoint of it is found.", "refs": ["S04"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "cluster-renamed": { "title": "A cluster changes its Istio name", "severity": "error", "layer": "change", "scope": "change", "message": "{cluster} changes its Istio name from `{from}` to `{to}`.", "remedy": "Keep `spec.istioName: {from}`; a new name is safe only for a cluster that joins anew.", "why": "Remote secrets, subsets, proxies and metrics all use the name. Until every proxy has restarted and every peer has the new secret, its endpoints are lost to the others.", "refs": ["G03"], "reads": ["Cluster"] },
  "cluster-role-changed": { "title": "A cluster gets another control plane", "severity": "error", "layer": "change", "scope": "change", "message": "The control plane of {cluster} changes: `{from}` becomes `{to}`.", "remedy": "Do it in two changes: first install the new control plane beside the old one and restart the workloads onto it, then remove the old one; accept this finding when every proxy has moved.", "why": "Running proxies keep talking to the istiod they were injected for. In one change its address, its exposure and its remote secret would go while they still use it: they would keep their last configuration, and get no new certificate.", "refs": [], "reads": ["Cluster"] },
  "cluster-twice": { "title": "Two clusters of one name", "severity": "error", "layer": "document", "scope": "files", "message": "A second cluster is called `{cluster}`; the first stands at {first}.", "remedy": "Give one of them another name.", "why": "A cluster is known by its name in every other cluster: in secrets, certificates and metrics.", "refs": ["T01", "D10"], "reads": ["Cluster"] },
  "cluster-unread": { "title": "A cluster in a file that could not be read", "severity": "warning", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` is left out of everything that follows, because {file} could not be read.", "remedy": "Correct the file; until then nothing is known of this cluster, which is not the same as its removal.", "why": "One unreadable file must not look like a removed cluster.", "refs": [], "reads": ["Cluster"] },
  "cni-half-installed": { "title": "The CNI plugin is installed on one side only", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "{what}.", "remedy": "Enable `components.cni` and `pilot.cni.enabled` together.", "why": "With only the setting, pods wait for a plugin that never comes; with only the plugin, pods still get the privileged init container the plugin was to replace.", "refs": ["T75"], "reads": ["Cluster"] },
  "credential-in-repository": { "title": "What looks like a credential in the repository", "severity": "warning", "layer": "document", "scope": "files", "message": "What looks like {what} stands here.", "remedy": "If it is one, take it out, replace it where it is used, and refer to a Secret that is made outside Git; if it is not, accept the finding.", "why": "Isthmus shows no value of it, but whoever can read the repository, its history or a fork of it can.", "refs": [], "reads": [] },
  "cross-network-server-invalid": { "title": "The cross-network port is opened in a way other networks cannot use", "severity": "error", "layer": "mesh", "scope": "object", "message": "The server on port 15443 of Gateway `{name}` has {what}; cross-network traffic needs protocol TLS with mode AUTO_PASSTHROUGH.", "remedy": "Set `port.protocol: TLS` and `tls.mode: AUTO_PASSTHROUGH`.", "why": "Requests between networks are mTLS from workload to workload; the gateway must pass them on by server name without ending TLS.", "refs": ["T67"], "reads": ["networking.istio.io/Gateway"] },
  "data-plane-changed": { "title": "The data plane of a running mesh changes", "severity": "error", "layer": "change", "scope": "change", "message": "The data plane changes from `{from}` to `{to}` in clusters that are running.", "remedy": "Enable the new components beside the old ones (`spec.components`), move namespace by namespace, and change `dataPlane` when no workload is left; accept this finding then.", "why": "Workloads that ztunnel and the CNI have captured lose their network when these go, and workloads with sidecars lose theirs when injection ends before they restart. The order is: istiod, restart of the workloads, CNI last.", "refs": [], "reads": ["Mesh"] },
  "dead-value-key": { "title": "A Helm value that newer charts no longer read", "severity": "warning", "layer": "document", "scope": "files", "message": "Chart {chart} reads `{key}` no more since {since}; this cluster uses {version}.", "remedy": "Remove `{key}`.", "why": "The chart dropped the key. It still stands in the values, and people believe in it.", "refs": ["T23"], "reads": ["Mesh", "Cluster"] },
  "default-cluster-name": { "title": "istiod runs without a cluster name in a mesh of several clusters", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Istiod runs with the cluster name `{name}`, which is what every istiod calls itself that was given none.", "remedy": "Set `global.multiCluster.clusterName` of the istiod chart to `{expected}`.", "why": "Two clusters that both call themselves `Kubernetes` cannot watch each other: each takes the other's remote secret for its own and ignores it.", "refs": ["T02"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "default-revision-missing": { "title": "The default validator calls a revision that is not installed", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "The default validation webhook calls Service `{service}`, which does not exist in this cluster.", "remedy": "Set `defaultRevision` of the base chart to a revision that is installed here.", "why": "Once istiod has closed the webhook, every write of an Istio object is refused, because nobody answers; before that, nothing is validated.", "refs": ["V08"], "reads": ["admissionregistration.k8s.io/ValidatingWebhookConfiguration", "Service"] },
  "delegate-missing": { "title": "A route is delegated to a VirtualService that is not there", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "VirtualService `{delegate}` {what}.", "remedy": "{advice}", "why": "istiod leaves such a route out without a word to whoever applied it: requests that it matched go to the next route, or get 404.", "refs": ["R59", "IST0101"], "reads": ["networking.istio.io/VirtualService"] },
  "delegate-not-allowed": { "title": "A delegate holds what only a root may, or a root what only a delegate may", "severity": "error", "layer": "webhook", "scope": "object", "message": "VirtualService `{name}` {what}.", "remedy": "{advice}", "why": "A VirtualService without hosts is a delegate: others point at it, and it only has HTTP routes of its own; delegates do not go on to delegates. Istio's webhook refuses anything else, so the object keeps its old state.", "refs": ["IST0106"], "reads": ["networking.istio.io/VirtualService"] },
  "deny-all-policy": { "title": "A policy allows nothing, so every request is denied", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "AuthorizationPolicy `{name}` has action ALLOW and no rule: every request to {reach} is denied, unless another policy allows it.", "remedy": "Keep it when that is meant, and add policies that allow what is needed before it takes effect; else give it rules (`rules: [{}]` allows everything) or delete it.", "why": "As soon as a policy with action ALLOW is for a workload, only what such a policy allows gets through. One without rules allows nothing; in the root namespace and without a selector it is for every workload of the mesh.", "refs": [], "reads": ["security.istio.io/AuthorizationPolicy", "ConfigMap"] },
  "derived-by-hand": { "title": "An object that Isthmus derives, written by hand", "severity": "error", "layer": "document", "scope": "files", "message": "{kind} `{name}` follows from {from}; this one is not placed.", "remedy": "Remove it, and say what you need in the mesh documents.", "why": "Two owners of one object undo each other's work, and the derived one is kept equal in all clusters.", "refs": [], "reads": [] },
  "derived-value-contradicted": { "title": "A value says something else than the mesh document", "severity": "error", "layer": "document", "scope": "files", "message": "`{key}` of {of} is given as `{given}`, but the mesh document {derived}.", "remedy": "Remove `{key}`, or change the mesh document if the value is right. The derived value is used.", "why": "Identity, network and role are said once, in the mesh document, and every chart is given the same. A second saying that differs would split the mesh.", "refs": ["T02", "T04", "T06", "T10", "T30", "T32", "T42", "T43"], "reads": ["Mesh", "Cluster"] },
  "destination-rule-disables-mtls": { "title": "A DestinationRule cuts a Service off from other networks", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "DestinationRule `{name}` sets TLS mode {mode} for {whose}`{host}`; the mesh has {networks} networks, and only ISTIO_MUTUAL crosses from one to another.", "remedy": "Remove `tls` (mutual TLS is then used wherever both sides can), or set its mode to ISTIO_MUTUAL. A Service that is meant for its own cluster alone belongs under `clusterLocal`.", "why": "The gateway between networks passes mutual TLS on by server name. Callers that use another mode get only the endpoints of their own network; where there are none, requests are answered with 503.", "refs": ["R21"], "reads": ["networking.istio.io/DestinationRule", "ConfigMap"] },
  "discovery-selectors-hide-namespace": { "title": "A namespace of the mesh is hidden from istiod", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Namespace `{namespace}` is part of the mesh, but none of `discoverySelectors` selects it.", "remedy": "Add its labels to `meshConfig.discoverySelectors`, or take the namespace out of the mesh.", "why": "Istiod ignores namespaces its selectors leave out: their Services have no endpoints and their configuration has no effect.", "refs": ["T68"], "reads": ["ConfigMap", "Namespace"] },
  "document-out-of-place": { "title": "A document where nobody reads it", "severity": "error", "layer": "document", "scope": "files", "message": "A document of kind `{kind}` stands in {file}, where only the mesh is described.", "remedy": "Move it under config/all/, config/groups/NAME/ or config/clusters/NAME/.", "why": "Objects outside config/ reach no cluster.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "duplicate-cluster-name": { "title": "Two clusters of one mesh have the same Istio name", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Clusters {clusters} all use the Istio name `{name}`; each needs its own.", "remedy": "Give each cluster another `spec.istioName`, or leave it out so that the document's name is used.", "why": "Istiod tells clusters apart by this name alone. With two of the same name it drops the second remote secret, mixes the endpoints of both, and no subset or metric can tell them apart.", "refs": ["T01", "S06"], "reads": ["Cluster"] },
  "duplicate-key": { "title": "A key written twice", "severity": "error", "layer": "document", "scope": "files", "message": "Key `{key}` was written before, on line {first}; Kubernetes keeps only the value here.", "remedy": "Merge the two, or take one of them out.", "why": "Kubernetes keeps the last one and says nothing; what stands first is lost.", "refs": [], "reads": [] },
  "duplicate-list-key": { "title": "A list that server-side apply refuses", "severity": "error", "layer": "api-server", "scope": "files", "message": "{object} has the key {key} more than once in `{path}` (release {release}, {template}).", "remedy": "Remove the value that adds the second entry: who a cluster is (CLUSTER_ID, NETWORK) is said in its document, and the chart writes it.", "why": "Server-side apply identifies the entries of such a list by a key and refuses a list that has one twice; Helm does not look.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "duration-malformed": { "title": "A field that is a duration holds text that is none", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{path}` is {seen}, which {why}.", "remedy": "Write an amount with its unit (`ms`, `s`, `m` or `h`), for example `{example}`.", "why": "The API server or Istio's webhook refuses the object. They read durations as Go does: every number needs a unit, and no spaces are allowed.", "refs": ["IST0106"], "reads": ["*"] },
  "east-west-gateway-without-network": { "title": "An ambient east-west gateway belongs to no network", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` has no label `topology.istio.io/network`, and the cluster has no network.", "remedy": "Label it, or set the cluster's `spec.network`.", "why": "Istiod does not know for which network the gateway stands and offers it to nobody.", "refs": ["T47"], "reads": ["gateway.networking.k8s.io/Gateway"] },
  "east-west-gateway-without-revision": { "title": "No control plane takes care of an ambient east-west gateway", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` has no label `istio.io/rev`, and no default revision is installed here (installed: {known}).", "remedy": "Label it with a revision or tag of this cluster.", "why": "Only the default revision deploys gateways without the label; without one the Gateway stays unprogrammed.", "refs": ["T48"], "reads": ["gateway.networking.k8s.io/Gateway", "admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "east-west-listener-invalid": { "title": "An ambient east-west gateway has no usable listener", "severity": "error", "layer": "mesh", "scope": "object", "message": "Gateway `{name}` of class istio-east-west {what}.", "remedy": "Give it one listener: port 15008, protocol HBONE, `tls.mode: Terminate` and the option `gateway.istio.io/tls-terminate-mode: ISTIO_MUTUAL`.", "why": "Other networks dial port 15008 with HBONE and mutual TLS; istiod offers nothing else as an ambient way in.", "refs": ["T46"], "reads": ["gateway.networking.k8s.io/Gateway"] },
  "east-west-listener-not-supported": { "title": "An ambient east-west gateway has a listener this version refuses", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Listener `{listener}` ({protocol} on port {port}) is not supported by Istio 1.{minor} in a gateway of class istio-east-west: {rule}.", "remedy": "Move the listener to a Gateway of class istio.", "why": "The Gateway gets the status UnsupportedProtocol and is not programmed, its HBONE listener included.", "refs": ["T49"], "reads": ["gateway.networking.k8s.io/Gateway"] },
  "east-west-selector-matches-nothing": { "title": "A Gateway that exposes the mesh selects no gateway", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "No gateway in this cluster carries the labels this Gateway selects ({selector}).{known}", "remedy": "Use the labels of the east-west gateway: the official chart sets `istio` to the release's name without `istio-`.", "why": "The Gateway is accepted and does nothing: other networks dial the east-west gateway and find no listener.", "refs": ["T11", "KIA0302", "IST0101"], "reads": ["networking.istio.io/Gateway", "apps/Deployment", "apps/DaemonSet"] },
  "external-address-differs": { "title": "Proxies and webhooks look for the external control plane at different addresses", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Webhooks of {cluster} call `{url}`, but proxies are told to find the control plane at `{address}`.", "remedy": "Use one address in both: `meshConfig.defaultConfig.discoveryAddress` and `istiodRemote.injectionURL`.", "why": "Both lead to the same istiod through the same gateway; when they differ one of them is wrong, and certificates are made for one name only.", "refs": ["T39"], "reads": ["ConfigMap", "admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "external-door-elsewhere": { "title": "The gateway of an external istiod lies in another namespace", "severity": "error", "layer": "mesh", "scope": "files", "message": "Gateway {gateway} of {cluster} is what the clusters of the mesh reach istiod by, and istiod runs in namespace `{namespace}`.", "remedy": "Leave `namespace` of that gateway out, or set it to `{namespace}`.", "why": "An istiod outside the mesh is reached by a load balancer that leads straight to its pods, and a Service only leads to pods of its own namespace.", "refs": [], "reads": ["Cluster"] },
  "external-gateway-not-injected": { "title": "A gateway beside an external istiod needs another injector", "severity": "warning", "layer": "mesh", "scope": "files", "message": "Gateway {gateway} of {cluster} is injected by nobody: the istiod there serves other clusters only.", "remedy": "Install an Istio of its own for the gateways of that cluster, beside the external istiod.", "why": 'An istiod that serves other clusters manages no webhooks in its own. A gateway pod there keeps the image "auto" and does not start, unless a second Istio in that cluster injects it.', "refs": [], "reads": ["Cluster"] },
  "external-istiod-fills-no-webhooks": { "title": "An external istiod leaves the webhooks of its clusters without its authority", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "External istiod `{name}` runs with `{variable}` empty: it fills its authority into no webhook of the clusters it serves.", "remedy": "Leave `pilot.env.{variable}` of its istiod chart out, unless a gateway before it shows a certificate that API servers trust already.", "why": "The API servers of the clusters it serves call it by its address and refuse a certificate whose authority is not in the webhook: no pod is injected, and no configuration accepted. Only where TLS ends before istiod, with a certificate of a public authority, is there nothing to fill in.", "refs": ["T38"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "external-name-control-plane": { "title": "Injection goes through a Service that is only a name", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Webhook `{webhook}` calls Service `{service}`, which is an ExternalName (`{address}`): the API server would dial port 443 there, where the gateway does not listen.", "remedy": "Give the control plane's address as an IP, or set `istiodRemote.injectionURL` with port 15017.", "why": "An ExternalName Service maps no ports, so 443 is not turned into 15017. API servers that reach webhooks through an aggregator refuse such Services altogether.", "refs": ["T37"], "reads": ["Service", "admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "external-webhook-without-address": { "title": "A webhook does not lead to the external control plane", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "Webhook `{webhook}` {what}; the control plane of this cluster runs outside it.", "remedy": "Set `{key}` to the host name and port of the external control plane, for example `https://istiod.example.com:15017/\u2026`.", "why": "With no address, or that of a Service nobody has, the API server calls a webhook that never answers: writes of Istio objects, or pods, are refused. A bare address works until the load balancer gets another one, and needs a certificate for that very address.", "refs": ["T40", "IST0163", "IST0164"], "reads": ["admissionregistration.k8s.io/ValidatingWebhookConfiguration", "admissionregistration.k8s.io/MutatingWebhookConfiguration", "Service", "Cluster"] },
  "failover-without-outlier-detection": { "title": "Failover is configured and can never happen", "severity": "error", "layer": "analyze", "scope": "object", "message": "Locality failover of `{host}` is set without `outlierDetection`.", "remedy": "Add `outlierDetection` to the same traffic policy, for example with `consecutive5xxErrors: 5`.", "why": "Endpoints of the next locality are used only when those of the nearer one are ejected as unhealthy; without outlier detection none ever is.", "refs": ["R03", "IST0133"], "reads": ["networking.istio.io/DestinationRule"] },
  "field-missing": { "title": "An object lacks a field its kind demands", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "{place} has no field `{field}`, which is required.", "remedy": "Add `{field}`.", "why": "The API server refuses the object.", "refs": ["IST0106"], "reads": ["*"] },
  "field-of-wrong-type": { "title": "A field holds a value of another type than its kind wants", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{path}` is {seen}; it must be {expected}.", "remedy": "Write {expected}.{hint}", "why": "The API server refuses the object.", "refs": ["IST0106"], "reads": ["*"] },
  "fields-exclude-each-other": { "title": "Fields are used together of which only one may be set", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "{what}", "remedy": "Keep one of them.", "why": "The API server refuses the object, because the fields are alternatives and it cannot choose.", "refs": ["IST0106"], "reads": ["*"] },
  "file-out-of-place": { "title": "A file that no cluster receives", "severity": "error", "layer": "document", "scope": "files", "message": "Nobody reads {file}, so no cluster receives what is in it.", "remedy": "Its place is under config/all/, config/groups/NAME/ or config/clusters/NAME/, its ending .yaml, .yml or .json in small letters.", "why": "What lies elsewhere under config/, or has another ending than kubectl reads, reaches no cluster.", "refs": [], "reads": [] },
  "file-too-large": { "title": "A file too large to read", "severity": "error", "layer": "document", "scope": "files", "message": "{file} has {size}; files above {limit} are not read.", "remedy": "Take it out of the repository or split it.", "why": "A file of this size is not a mesh document, and reading it would cost every run time and memory.", "refs": [], "reads": [] },
  "float-like-version": { "title": "Text that Kubernetes reads as a number", "severity": "error", "layer": "document", "scope": "files", "message": "Bare `{text}` is read as the number {value}, not as text.", "remedy": "Put it in quotes.", "why": "Unquoted 1.20 is the number 1.2, and 1e3 is 1000: a version, a tag or a label loses what was written. Reported where text is expected; weights, percentages and delays are left alone.", "refs": [], "reads": [] },
  "gateway-address-family-differs": { "title": "Two networks' gateways share no address family", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "The east-west gateway `{name}` of {cluster} has addresses of family {families} only; that of {peer} has {others}.", "remedy": "Use one family in common, or `ipFamilyPolicy: PreferDualStack`.", "why": "Proxies dial the other network's gateway from an address of their own family; without one in common there is no way across.", "refs": ["T73"], "reads": ["Service"] },
  "gateway-api-crds-not-bundled": { "title": "This release of the Gateway API is not bundled", "severity": "error", "layer": "mesh", "scope": "files", "message": "`gatewayAPI.manage` is install, but the CRDs of Gateway API {version} are not bundled (those of {bundled} are) and not under config/; nobody would install them.", "remedy": "Ask for version {bundled}, place the release's standard-install.yaml under config/all, or set `gatewayAPI.manage` to platform.", "why": "No Istio chart brings the CRDs of the Gateway API, and Isthmus ships those of one release. Objects of the Gateway API are refused until they are there.", "refs": ["T53"], "reads": ["Mesh", "Cluster"] },
  "gateway-api-too-old": { "title": "The CRDs of the Gateway API are older than Istio reads", "severity": "error", "layer": "analyze", "scope": "mesh", "message": "`{crd}` is of Gateway API {seen}; Istio {istio} reads it from {version} on, so every {kind} is ignored.", "remedy": "Use the CRDs of Gateway API {version} or newer (`spec.istio.gatewayAPI.version`, or the files under `config/`).", "why": "Istiod leaves out a definition that is older than it knows how to read, with a line in its log only: routes are accepted by the API server and nothing carries them out.", "refs": ["T53", "IST0156", "IST0172", "IST0176"], "reads": ["apiextensions.k8s.io/CustomResourceDefinition", "Mesh", "Cluster"] },
  "gateway-before-control-plane": { "title": "A gateway would be installed before the control plane that injects it", "severity": "error", "layer": "mesh", "scope": "change", "message": "The plan installs {gateway} without waiting for istiod in {cluster}.", "remedy": "Let the step of the gateway come after that of istiod.", "why": "The gateway's pod gets its image from the injector. Created earlier it fails closed, or keeps an image that does not exist.", "refs": ["T21"], "reads": ["Mesh"] },
  "gateway-in-uninjected-namespace": { "title": "A gateway lies in a namespace the injector leaves alone", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` waits for the injector to put in its image, but namespace `{namespace}` has `istio-injection: disabled`.", "remedy": "Remove the label from the namespace, or move the gateway.", "why": "The gateway chart renders the image `auto`, which only the injector replaces. In this namespace the pod tries to pull an image called `auto` and never starts.", "refs": ["T20", "IST0146", "IST0147"], "reads": ["Namespace", "apps/Deployment", "apps/DaemonSet"] },
  "gateway-kind-missing": { "title": "A mesh of sidecars and ambient pods has only one kind of gateway in a network", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Network `{network}` has {present} only, but the mesh runs both sidecars and ambient pods; {missing} is missing.", "remedy": "Add the other kind of gateway to the network.", "why": "A sidecar cannot use an HBONE gateway and ztunnel cannot use one on 15443; those without their kind cannot reach the network.", "refs": ["T52"], "reads": ["Namespace", "Service", "gateway.networking.k8s.io/Gateway"] },
  "gateway-of-other-network": { "title": "A gateway claims another network than its cluster's", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "`{name}` is labelled as a gateway of network `{network}`, but this cluster is in network `{expected}`.", "remedy": "Set `networkGateway` (or the label `topology.istio.io/network`) to `{expected}`.", "why": "Traffic for `{network}` would be sent here, where no pod of that network is known, and fail.", "refs": ["T10"], "reads": ["Service", "gateway.networking.k8s.io/Gateway"] },
  "gateway-port-label-missing": { "title": "An east-west gateway listens on a port istiod does not look for", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Port `tls` of `{name}` is {port}, but the Service has no label `networking.istio.io/gatewayPort`; istiod looks for 15443 only.", "remedy": 'Add the label `networking.istio.io/gatewayPort: "{port}"`, or use port 15443.', "why": "Istiod drops a gateway whose port it cannot find, with a line in its log and nothing else.", "refs": ["T12"], "reads": ["Service"] },
  "gateway-port-shared": { "title": "Two Gateways open the cross-network port of the same pods", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` opens port {port} of the same pods as `{other}`, which lets cross-network traffic through there.", "remedy": "Move the server to another port, or select other pods.", "why": "Servers on one port are merged. A second server changes which server names are let through, and requests between networks fail for some hosts.", "refs": ["T66", "IST0145"], "reads": ["networking.istio.io/Gateway"] },
  "gateway-protocol-unknown": { "title": "A Gateway server has a protocol that Istio does not know", "severity": "error", "layer": "webhook", "scope": "object", "message": "Gateway `{name}` has a server with the protocol `{protocol}`, which Istio does not know.", "remedy": "Write one of HTTP, HTTP2, HTTPS, GRPC, GRPC-WEB, TLS, TCP, MONGO, REDIS, MYSQL.", "why": "Istio's webhook refuses the object.", "refs": ["IST0106"], "reads": ["networking.istio.io/Gateway"] },
  "gateway-revision-not-installed": { "title": "A gateway wants a revision that this cluster does not have", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{name}` wants to be injected by revision `{revision}`. Installed here: {known}.", "remedy": "Use a revision or tag that is installed in this cluster.", "why": "No injector answers for the pod, so it keeps the image `auto` and never starts.", "refs": ["T22"], "reads": ["apps/Deployment", "apps/DaemonSet", "admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "gateway-value-unused": { "title": "A value that an ambient east-west gateway does not take", "severity": "warning", "layer": "document", "scope": "files", "message": "`{key}` of gateway {gateway} has no place in an ambient mesh.", "remedy": "Remove it, or set it through the values `gatewayClasses` of the chart istiod.", "why": "The east-west gateway of an ambient mesh is an object of the Gateway API, not a release of the gateway chart. Only the type and the annotations of its Service carry over.", "refs": [], "reads": ["Cluster"] },
  "gateway-without-istiod-port": { "title": "The gateway that exposes istiod has no port for it", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{gateway}` opens port {port}, but no Service in front of the pods it selects has that port.", "remedy": "Add port {port} to the Service: the gateway chart sets it with `networkGateway`, otherwise name it in `service.ports`.", "why": "The proxy listens, but the load balancer does not pass the port on: remotes cannot reach istiod.", "refs": ["T35", "IST0162"], "reads": ["networking.istio.io/Gateway", "apps/Deployment", "apps/DaemonSet", "Service"] },
  "global-label-in-some-clusters": { "title": "A Service is global in some clusters only", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": 'Service `{name}` carries `istio.io/global: "true"` in {global}, but not in {local}.', "remedy": "Set the label in every cluster that has the Service.", "why": "Each cluster shares its own Service only where the label is, so clients see some of the endpoints and miss the others.", "refs": ["T56"], "reads": ["Service"] },
  "global-label-lost": { "title": "The label that shares Services is not read any more", "severity": "error", "layer": "mesh", "scope": "cluster", "message": 'Service `{service}` carries `istio.io/global: "true"`, but no entry of `serviceScopeConfigs` selects it.', "remedy": "Repeat the entry for `istio.io/global` in your own `serviceScopeConfigs`: Helm replaces the profile's list.", "why": "The Service was meant for all clusters and stays local: clients elsewhere see no endpoint.", "refs": ["T80"], "reads": ["ConfigMap", "Service", "Namespace"] },
  "global-label-without-effect": { "title": "The global label is on something that cannot be global", "severity": "warning", "layer": "mesh", "scope": "object", "message": "`{name}` carries `istio.io/global`, which has no effect on {what}.", "remedy": "Remove the label; share a Service with endpoints instead.", "why": "Ambient shares Services with endpoints of their own. ExternalName Services and ServiceEntries stay local to their cluster.", "refs": ["T59"], "reads": ["Service", "networking.istio.io/ServiceEntry"] },
  "global-namespace-without-effect": { "title": "The global label on a namespace does nothing", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Namespace `{namespace}` carries `istio.io/global`, but no entry of `serviceScopeConfigs` has a `namespaceSelector`.", "remedy": "Label the Services, or add an entry with `namespaceSelector` to `meshConfig.serviceScopeConfigs`.", "why": "The profile's entry looks at Services only, so nothing in the namespace becomes global.", "refs": ["T78"], "reads": ["Namespace", "ConfigMap"] },
  "grant-unknown": { "title": "A grant that names nothing", "severity": "error", "layer": "document", "scope": "files", "message": "A grant names the {kind} `{name}`, which the mesh does not have.{near}", "remedy": "Write a name that is there ({known}), or take it out.", "why": "A grant to a role that is not there lets nobody in, and one for a cluster that is not there opens nothing: somebody will stand before a closed door when it matters.", "refs": [], "reads": ["Mesh"] },
  "group-empty": { "title": "A group without clusters", "severity": "warning", "layer": "document", "scope": "files", "message": "Group `{group}` selects no cluster.", "remedy": "Correct its labels or those of the clusters, or remove the group.", "why": "Whatever is placed in the group reaches nobody.", "refs": [], "reads": ["Mesh"] },
  "group-named-like-cluster": { "title": "A group that is called like a cluster", "severity": "error", "layer": "document", "scope": "files", "message": "Group `{group}` has the name of a cluster.", "remedy": "Give the group another name.", "why": "A wave that names it could mean either.", "refs": [], "reads": ["Mesh"] },
  "health-check-not-on-status-port": { "title": "A load balancer checks an east-west gateway on a port that proves nothing", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "The load balancer of `{name}` checks port {port}; the gateway answers health checks on 15021.", "remedy": "Set `service.beta.kubernetes.io/aws-load-balancer-healthcheck-port` to 15021 (path `/healthz/ready`), or remove it.", "why": "Port 15443 answers only to mTLS with a known SNI, so a check there fails, or passes while the proxy is not ready.", "refs": ["T18"], "reads": ["Service"] },
  "host-unknown-to-dns": { "title": "Callers use a host that their cluster's DNS does not know", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "Callers in {cluster} are to use `{host}`, but {cluster} has no Service of that name ({others} only), and DNS capture is off there.", "remedy": "Place the Service in {cluster} too (it needs no endpoints there), or {remedy}.", "why": 'A program asks DNS before its proxy sees anything. The DNS of a cluster knows the Services of that cluster and no other, so the call ends with "no such host", though the mesh could carry it.', "refs": ["T77", "R16"], "reads": ["networking.istio.io/VirtualService", "networking.istio.io/Sidecar", "networking.istio.io/ProxyConfig", "gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute", "gateway.networking.k8s.io/TCPRoute", "Service", "ConfigMap", "apps/Deployment", "apps/DaemonSet"] },
  "https-server-without-tls": { "title": "A Gateway server is for TLS and has no TLS settings", "severity": "error", "layer": "webhook", "scope": "object", "message": "Server {server} of Gateway `{name}` has protocol {protocol} and no `tls`.", "remedy": "Add `tls` with a `mode` (for example SIMPLE with `credentialName`, or PASSTHROUGH), or set the protocol to HTTP.", "why": "Istio's webhook refuses the object, because nothing says how the connection is decrypted or passed on.", "refs": ["IST0106"], "reads": ["networking.istio.io/Gateway"] },
  "ignored-document": { "title": "Text behind the end of a document", "severity": "error", "layer": "document", "scope": "files", "message": "What stands here, behind a line `...`, is never read.", "remedy": "Begin the next document with a line `---`.", "why": "A line `...` ends a document for YAML; kubectl reads on only after a line `---`, and says nothing about what stands between.", "refs": [], "reads": [] },
  "image-versions-differ": { "title": "Parts of one cluster run different builds of Istio", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "`{name}` runs image `{image}`; istiod here runs {others}.", "remedy": "Use one hub and one tag for all parts of a cluster (a canary revision may differ).", "why": "Mixed builds are tested by nobody and fail in ways that look like anything else.", "refs": ["T76", "IST0158"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "inexact-number": { "title": "A whole number that not every reader keeps", "severity": "warning", "layer": "document", "scope": "files", "message": "`{text}` is larger than numbers are exact in JSON.", "remedy": "Put it in quotes if it is text.", "why": "Beyond 2^53 many readers of JSON, this one included, keep a neighbouring number; what is shown of it may be off in the last digits.", "refs": [], "reads": [] },
  "ingress-stays-in-network": { "title": "An ingress reaches the endpoints of its own network only", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "Ingress gateway `{gateway}` is to reach the global Service `{service}`, which exists in other networks as well ({others}), but istiod `{istiod}` runs without `AMBIENT_ENABLE_MULTI_NETWORK_INGRESS`.", "remedy": 'Set `pilot.env.AMBIENT_ENABLE_MULTI_NETWORK_INGRESS` of the istiod chart: to "true", or to "false" if requests from outside are to stay in this network.', "why": "Istiod takes `false` for it when nothing is written, whatever the release notes of 1.29 say, and then leaves the endpoints of other networks out of what it tells an ingress gateway. Proxies inside the mesh reach them, so the mistake is seen by people outside only, and when the last endpoint here is gone.", "refs": ["T54"], "reads": ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute", "gateway.networking.k8s.io/TCPRoute", "gateway.networking.k8s.io/Gateway", "networking.istio.io/VirtualService", "networking.istio.io/Gateway", "Service", "Namespace", "ConfigMap", "apps/Deployment", "apps/DaemonSet"] },
  "injection-path-of-other-cluster": { "title": "The injection path names another cluster or network", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "The injection path says {what} `{seen}`; this cluster's is `{expected}`.", "remedy": "Use `/inject/cluster/{cluster}/net/{network}` (a slash inside a name is written `--slash--`).", "why": "Pods get this cluster name and network from the path. With wrong ones their endpoints are looked for in another cluster or network.", "refs": ["T30"], "reads": ["admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "install-object-in-config": { "title": "An install of Istio beside the mesh's own", "severity": "error", "layer": "document", "scope": "files", "message": "{kind} `{name}` of {group} would install Istio a second way; it is not placed.", "remedy": "Say what you need in spec.istio of the mesh or the cluster, and remove it.", "why": "Two installers of one control plane undo each other's work; the in-cluster operator is gone since Istio 1.24.", "refs": ["T27"], "reads": [] },
  "internal-value-key": { "title": "A key that charts keep for themselves", "severity": "error", "layer": "document", "scope": "files", "message": "`{key}` is kept by chart {chart} for itself.", "remedy": "Write the values without it: `{key}.pilot.replicaCount` is `pilot.replicaCount`.", "why": "The charts keep their own defaults there and refuse, or misread, values that users put under it.", "refs": ["T25"], "reads": ["Mesh", "Cluster"] },
  "invalid-cluster-name": { "title": "A cluster's Istio name is not a DNS label", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "The Istio name `{name}` is not a DNS label of at most 63 characters.", "remedy": "Use small letters, digits and hyphens, beginning and ending with a letter or digit.", "why": "The name becomes part of a Secret's name, a data key and label values; the API server refuses those that are no DNS label.", "refs": ["T03"], "reads": ["Cluster"] },
  "istio-version-unknown": { "title": "A version of Istio that Isthmus has not read", "severity": "warning", "layer": "mesh", "scope": "files", "message": "Istio {version} is not known here: {known}.", "remedy": "Read its release notes before the merge. Charts are rendered as they are; checks that depend on the version say nothing.", "why": "What a release changed is known from reading it. For one that was not read, defaults, defects and limits are unknown; they are not taken from another.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "istiod-not-exposed": { "title": "A primary that serves remotes does not expose istiod", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "No Gateway, and no load balancer before istiod, opens port {port} for istiod, but {remotes} must reach it there.", "remedy": "Add the server to Gateway `istiod-gateway` (protocol TLS, mode PASSTHROUGH), with a VirtualService that leads it to istiod.", "why": "Proxies of remotes fetch certificates and configuration through port 15012, their API server asks the injector through 15017.", "refs": ["T33"], "reads": ["networking.istio.io/Gateway", "gateway.networking.k8s.io/Gateway", "Service"] },
  "istiod-revision-not-exposed": { "title": "The primary does not route a revision that a remote uses", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "{remote} uses revision `{revision}`, but no VirtualService of {primary} matches the server name `istiod-{revision}.{namespace}.svc`.", "remedy": "Add a VirtualService `istiod-vs-{revision}` for that server name.", "why": "The remote's proxies ask for that name. Without a match the gateway closes the connection and no pod of the remote starts.", "refs": ["T34"], "reads": ["networking.istio.io/VirtualService", "gateway.networking.k8s.io/TLSRoute", "Cluster"] },
  "istiod-route-wrong-port": { "title": "A route to istiod leads to the wrong port", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Port {port} of the gateway leads to port {seen} of `{host}`; it must lead to {expected}.", "remedy": "Set the destination's port to {expected}.", "why": "Istiod answers proxies on 15012 and webhooks behind its Service port 443. Anything else gets no answer, or the wrong protocol.", "refs": ["T33"], "reads": ["networking.istio.io/VirtualService"] },
  "key-not-allowed": { "title": "A key where none is allowed", "severity": "error", "layer": "document", "scope": "files", "message": "Key `{key}` stands in {place}, which takes no keys.", "remedy": "Take the key out.", "why": "A key that nothing reads says something that does not happen.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "kubeconfig-in-repository": { "title": "A kubeconfig with credentials in the repository", "severity": "error", "layer": "document", "scope": "files", "message": "A kubeconfig with credentials stands here ({what}).", "remedy": "Take it out, revoke the credential, and name the environment variable that holds it in spec.access.kubeconfig.", "why": "It opens the cluster to whoever can read the repository, its history or a fork of it.", "refs": [], "reads": [] },
  "kubernetes-version-missing": { "title": "A cluster that does not say its Kubernetes version", "severity": "info", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` does not say which version of Kubernetes it runs.", "remedy": 'Set spec.kubernetes, such as "1.35".', "why": "Charts and checks depend on the version of the API server; without it the oldest supported one is assumed.", "refs": [], "reads": ["Cluster"] },
  "kustomization-not-supported": { "title": "A kustomization, which is not supported", "severity": "error", "layer": "document", "scope": "files", "message": "{file} is for kustomize, which Isthmus does not run; the files it lists are read as they are.", "remedy": "Write the objects it would make as plain files, and remove it.", "why": "Objects that only a kustomization makes would silently be missing.", "refs": [], "reads": [] },
  "line-separator": { "title": "A character that ends a line only for some readers", "severity": "warning", "layer": "document", "scope": "files", "message": "This document holds a Unicode line separator (U+0085, U+2028 or U+2029), first here.", "remedy": 'Take it out, or write it as an escape in double quotes, such as "\\u2028".', "why": "YAML 1.1, which Kubernetes reads, ends a line at U+0085, U+2028 and U+2029; other readers take them as part of the text. What is shown of this value may not be what the cluster gets.", "refs": [], "reads": [] },
  "locality-not-in-mesh": { "title": "Locality load balancing names a place the mesh does not have", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "`{key}` for {whose} names {what} `{seen}`, which this mesh does not have. Known: {known}.{near}", "remedy": "Use the name that the nodes there have (label topology.kubernetes.io/region or /zone), or correct `spec.locality` of the cluster that is there.", "why": "The entry matches no client or no endpoint, so it decides nothing: traffic goes where it would go without it. Regions are compared only when every cluster says its own in `spec.locality`, and zones where every cluster of the region says them; what WorkloadEntries, WorkloadGroups and ServiceEntries say of machines outside counts too.", "refs": [], "reads": ["networking.istio.io/DestinationRule", "networking.istio.io/ServiceEntry", "networking.istio.io/WorkloadEntry", "networking.istio.io/WorkloadGroup", "ConfigMap"] },
  "lock-twice": { "title": "More than one lock", "severity": "error", "layer": "document", "scope": "files", "message": "isthmus.lock has more than one document; the first counts.", "remedy": "Run `isthmus lock` to write it anew.", "why": "A chart could be locked to two digests.", "refs": [], "reads": ["Lock"] },
  "merge-overrides-key": { "title": "A merge that replaces a key written above it", "severity": "warning", "layer": "document", "scope": "files", "message": "`<<` replaces the value of `{key}` that is written above it.", "remedy": "Put `<<` first in its mapping.", "why": "Kubernetes applies `<<` where it stands: it wins over keys above it and loses to keys below. Other readers let the written key win always.", "refs": [], "reads": [] },
  "mesh-config-key-unknown": { "title": "The mesh configuration has a key that istiod does not know", "severity": "warning", "layer": "document", "scope": "mesh", "message": "`{path}` is no key of the {what}: istiod leaves it out.{hint}", "remedy": "Correct or remove it.", "why": "Istiod reads its ConfigMap again without the keys it does not know and says nothing: what the key was meant to do does not happen.", "refs": [], "reads": ["ConfigMap"] },
  "mesh-config-unreadable": { "title": "A mesh configuration that cannot be read", "severity": "error", "layer": "document", "scope": "files", "message": "`data.{key}` of this ConfigMap cannot be read: {reason}.", "remedy": "Correct the text under data.{key}: it has to be YAML with keys.", "why": "istiod logs a line about a mesh configuration it cannot read and goes on with the last one it could, or with its own defaults when it starts.", "refs": [], "reads": ["ConfigMap"] },
  "mesh-config-value-refused": { "title": "The mesh configuration holds a value that istiod refuses", "severity": "error", "layer": "document", "scope": "mesh", "message": "`{path}` of the {what} is {seen}; it must be {expected}.{hint}", "remedy": "Correct it: for one such value istiod takes nothing of the text.", "why": "Istiod logs a line, goes on with the last configuration it could read, and starts with its own defaults when there is none: trust domain, mesh ID, providers and traffic policy are gone, and nothing else tells.", "refs": [], "reads": ["ConfigMap"] },
  "mesh-document-elsewhere": { "title": "A document of the mesh where nobody looks for it", "severity": "error", "layer": "document", "scope": "files", "message": "{file} holds a document of isthmus.dev, and nobody reads this file.", "remedy": "Move it: Mesh and Cluster belong in mesh.yaml, a Cluster also in a file of clusters/ itself (not in a folder below), an Acceptance in acceptances.yaml.", "why": "A cluster that is described in a file nobody reads is not in the mesh, and nothing else would say so.", "refs": [], "reads": [] },
  "mesh-document-in-config": { "title": "A document of the mesh among the configuration", "severity": "error", "layer": "document", "scope": "files", "message": "{kind} `{name}` describes the mesh, not an object of a cluster; it is not placed.", "remedy": "Move it to mesh.yaml, clusters/ or acceptances.yaml.", "why": "No cluster knows this kind, and Isthmus reads it only in its own place.", "refs": [], "reads": [] },
  "mesh-hosts-overlap": { "title": "Two VirtualServices route the same host inside the mesh", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "VirtualService `{name}` routes `{host}` for the mesh, and so does `{other}`.", "remedy": "Make one VirtualService of the two (routes that belong to several teams can be delegated), or let `exportTo` give each its own namespaces.", "why": "For the proxies of the mesh Istio does not merge VirtualServices of one host: it takes one, the older one as a rule, and the routes of the other have no effect. Which one that is can differ from cluster to cluster.", "refs": ["R30", "IST0109", "KIA1106"], "reads": ["networking.istio.io/VirtualService", "ConfigMap"] },
  "mesh-id-differs": { "title": "Clusters of one mesh have different mesh IDs", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "The mesh ID is `{id}` here and `{other}` in {cluster}; one mesh has one.", "remedy": "Set `global.meshID` to the same value in every cluster.", "why": "Proxies send the mesh ID to peers; telemetry and access logs then show two meshes, and gateways of other meshes are treated as foreign.", "refs": ["T04"], "reads": ["ConfigMap"] },
  "mesh-id-missing": { "title": "No mesh ID is set in a mesh of several clusters", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "The mesh configuration has no `defaultConfig.meshId`; the trust domain stands in for it.", "remedy": "Set `global.meshID` of the istiod chart.", "why": "Without it the mesh is named after its trust domain, which changes the mesh's name the day the trust domain changes.", "refs": ["T05"], "reads": ["ConfigMap"] },
  "mesh-kind-unknown": { "title": "A document in a mesh file whose kind nobody knows", "severity": "error", "layer": "document", "scope": "files", "message": "Kind `{kind}` is not one of Mesh and Cluster of {version}.{near}", "remedy": "Write `kind: Mesh` or `kind: Cluster` with `apiVersion: {version}`, or move the document elsewhere.", "why": "A document of another kind in these files is read by nobody.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "mesh-missing": { "title": "The repository has no mesh document", "severity": "error", "layer": "document", "scope": "files", "message": "{what}.", "remedy": "If the mesh lies in another folder, name that one (`--folder`, in a workflow `working-directory`). Otherwise write one with `isthmus init`, or judge plain Istio files with `isthmus lint FILE\u2026`.", "why": "Without a document of kind Mesh nothing is known about the clusters, so nothing can be rendered or checked across them.", "refs": [], "reads": ["Mesh"] },
  "mesh-network-gateway-invalid": { "title": "A gateway in meshNetworks leads nowhere", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "A gateway of network `{network}` in `meshNetworks` {what}.", "remedy": "Give it `address`, or `registryServiceName` as a full host name, and `port`.", "why": "Istiod leaves the gateway out, so the network has no way in.", "refs": ["T61"], "reads": ["ConfigMap"] },
  "mesh-network-of-unknown-cluster": { "title": "meshNetworks names a cluster that does not exist", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Network `{network}` takes endpoints from registry `{registry}`, but no cluster has that Istio name. Known: {known}.", "remedy": "Use the `istioName` of a cluster.", "why": "Istiod finds no endpoints for the network, so nothing in it is reachable through its gateway.", "refs": ["T60", "IST0126"], "reads": ["ConfigMap"] },
  "mesh-repository-linted": { "title": "A mesh repository is judged as plain files", "severity": "warning", "layer": "document", "scope": "files", "message": "This folder is a mesh repository; here its files are judged as those of one cluster.", "remedy": "Run `isthmus validate` in its top folder.", "why": "Plain files are taken as what one cluster holds. In a mesh repository places differ per cluster, and patches are no objects of their own.", "refs": [], "reads": [] },
  "mesh-twice": { "title": "A second Mesh document", "severity": "error", "layer": "document", "scope": "files", "message": "A repository describes one mesh; another document of kind Mesh stands at {first}.", "remedy": "Keep one of the two.", "why": "Two Mesh documents would give two answers to every question.", "refs": [], "reads": ["Mesh"] },
  "mesh-without-clusters": { "title": "A mesh without clusters", "severity": "warning", "layer": "document", "scope": "files", "message": "The mesh has no cluster.", "remedy": "Write a document of kind Cluster in mesh.yaml or under clusters/.", "why": "There is nothing to render and nothing to check.", "refs": [], "reads": ["Mesh"] },
  "missing-key": { "title": "A key that must be there is not", "severity": "error", "layer": "document", "scope": "files", "message": "There is no `{key}` in {place}.", "remedy": "Add `{key}`; the schema of the document says what it holds.", "why": "There is no default that would be right for every mesh.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "more-mistakes": { "title": "More mistakes than are shown", "severity": "error", "layer": "document", "scope": "files", "message": "This document has {count} more mistakes of its schema.", "remedy": "Correct the ones shown and look again.", "why": "A list of hundreds of mistakes helps nobody, and most often has one cause.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "mutual-tls-disabled": { "title": "A policy turns mutual TLS off", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Mutual TLS is turned off for {reach}{effect}.", "remedy": "Set the mode to PERMISSIVE (plain text is still taken) or STRICT. Where one port must take plain text only, say so under `portLevelMtls` with a selector.", "why": "Requests between networks are mutual TLS from workload to workload, because the gateway between them passes them on by server name. Istio leaves a workload that takes no mutual TLS out of what other networks can reach.", "refs": ["R20"], "reads": ["security.istio.io/PeerAuthentication", "ConfigMap"] },
  "name-not-allowed": { "title": "An object has a name that no API server takes", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{field}` of {object} is refused: it must be {expected}.", "remedy": "Change it{advice}, and what refers to it.", "why": "The API server refuses the object. Most names follow RFC 1123 (subdomain or label), those of Services RFC 1035, and those of roles may be anything that fits into a path.", "refs": [], "reads": ["*"] },
  "name-twice": { "title": "A name that occurs twice in a list", "severity": "error", "layer": "document", "scope": "files", "message": "Two entries of {list} are called `{name}`; the first one counts.", "remedy": "Rename or remove one of them.", "why": "The second would be installed over the first.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "namespace-missing": { "title": "An object without a namespace", "severity": "warning", "layer": "document", "scope": "files", "message": "{kind} `{name}` names no namespace; it is taken to be in `default`.", "remedy": "Write metadata.namespace.", "why": "kubectl would put it into whatever namespace the person at the keyboard has chosen.", "refs": [], "reads": [] },
  "namespace-not-used": { "title": "A namespace where none is used", "severity": "warning", "layer": "document", "scope": "files", "message": "{kind} `{name}` is the same in every namespace, but names the namespace `{namespace}`.", "remedy": "Remove metadata.namespace.", "why": "The object does not live in a namespace; a reader would believe that it does.", "refs": [], "reads": [] },
  "nested-too-deep": { "title": "A document nested too deep", "severity": "error", "layer": "document", "scope": "files", "message": "This document nests deeper than {limit} levels.", "remedy": "Flatten it; most likely a bracket or a brace is not closed.", "why": "No object of Kubernetes nests this deep; readers that follow it may run out of stack.", "refs": [], "reads": [] },
  "network-changed": { "title": "A cluster moves to another network", "severity": "error", "layer": "change", "scope": "change", "message": "{cluster} moves from network `{from}` to `{to}`.", "remedy": "Move traffic away first, then change the network and restart its workloads; accept this finding for the day of the change.", "why": "Pods keep the old network until they restart, while istiod gives out the new one: for that time some endpoints are dialled in a way that cannot work.", "refs": ["G04"], "reads": ["Cluster"] },
  "network-claims-cluster-twice": { "title": "Two networks of meshNetworks claim the same cluster", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Networks `{first}` and `{second}` both take endpoints from registry `{registry}`; the first one wins.", "remedy": "Leave the registry in one network only.", "why": "Istiod keeps the first network it reads and drops the other with a line in its log.", "refs": ["T81"], "reads": ["ConfigMap"] },
  "network-gateway-removed": { "title": "The last gateway of a network is removed while others use it", "severity": "error", "layer": "change", "scope": "change", "message": "The last east-west gateway of network `{network}` is removed, while {users} in other networks still send traffic there.", "remedy": "Add the new gateway first and remove the old one after a release, or remove the network's clusters.", "why": "From the moment the gateway goes, other networks dial pod addresses they cannot reach.", "refs": ["G09"], "reads": ["Service", "gateway.networking.k8s.io/Gateway", "Cluster"] },
  "network-gateway-without-address": { "title": "An east-west gateway has no address other networks can dial", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Service `{name}` has type ClusterIP and no external address, so other networks have nothing to dial.", "remedy": "Use type LoadBalancer, name `externalIPs`, or give the address in `meshNetworks`.", "why": "Istiod takes a gateway's addresses from the load balancer, from `externalIPs`, or from nodes chosen by annotation. With none of these the gateway is left out silently.", "refs": ["T14"], "reads": ["Service", "ConfigMap"] },
  "network-gateway-without-port": { "title": "A Service is labelled as a network's gateway but has no port for other networks", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Service `{name}` carries `topology.istio.io/network` but has neither port {port} (mTLS) nor 15008 (HBONE).", "remedy": "Add the port, or remove the label when this is no east-west gateway.", "why": "Istiod takes the label for the sign of an east-west gateway and drops one it cannot dial. An ingress gateway must not carry it.", "refs": ["T82"], "reads": ["Service"] },
  "network-missing-in-some-clusters": { "title": "Some clusters have a network and some have none", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "This cluster has no network; these have one: {others}.", "remedy": "Set `spec.network`; clusters whose pods reach each other directly share one name.", "why": "An endpoint without a network counts as being in every network, so proxies in other networks dial pod addresses they cannot reach and requests time out.", "refs": ["T06"], "reads": ["Cluster"] },
  "network-not-exposed": { "title": "An east-west gateway has nothing to listen for", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "The east-west gateway `{name}` is installed, but no Gateway of this cluster opens it for other networks (a server with `AUTO_PASSTHROUGH`).", "remedy": "Add Gateway `cross-network-gateway` with port 15443, protocol TLS, mode AUTO_PASSTHROUGH and hosts `*.local`.", "why": "Other networks send their requests to the gateway's address, where no listener is: connections are refused.", "refs": ["T65"], "reads": ["networking.istio.io/Gateway", "gateway.networking.k8s.io/Gateway", "Service"] },
  "network-policy-blocks-gateway": { "title": "A NetworkPolicy closes the cross-network port of a gateway", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "NetworkPolicies select the pods of gateway `{name}` and admit nothing on port {port}.", "remedy": "Add an ingress rule for port {port} to `{policy}`.", "why": "Requests from other networks arrive on that port; a policy that selects the pods denies what it does not name.", "refs": ["T72"], "reads": ["networking.k8s.io/NetworkPolicy", "Service", "apps/Deployment", "apps/DaemonSet"] },
  "network-without-gateway": { "title": "A network has no way in", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Network `{network}` has no east-west gateway, so clusters in other networks ({others}) cannot reach what runs in it.", "remedy": "Add a gateway of kind `eastwest` to a cluster of network `{network}`.", "why": "When istiod knows no gateway for a network, sidecars dial pod addresses of that network directly, so requests time out; ambient proxies see no endpoint at all.", "refs": ["T09", "KIA0302"], "reads": ["Service", "gateway.networking.k8s.io/Gateway", "ConfigMap", "Cluster"] },
  "no-injector": { "title": "An istiod runs without a webhook that asks it", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Istiod `{name}` serves revision `{revision}`, but no injection webhook of that revision exists in its cluster.", "remedy": "Set `global.operatorManageWebhooks: false`, or bring the webhook configuration yourself.", "why": "Without the webhook no pod gets a proxy, and gateways keep the image `auto`.", "refs": ["T71"], "reads": ["apps/Deployment", "apps/DaemonSet", "admissionregistration.k8s.io/MutatingWebhookConfiguration"] },
  "node-port-gateway-without-nodes": { "title": "An east-west gateway on node ports names no nodes", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Service `{name}` has type NodePort but no annotation `traffic.istio.io/nodeSelector`, so istiod takes no node's address for it.", "remedy": "Add the annotation, for example `traffic.istio.io/nodeSelector: '{}'` for every node.", "why": "Istiod offers node addresses to other networks only when the annotation says which nodes; without it the gateway has no address.", "refs": ["T15"], "reads": ["Service"] },
  "not-an-object": { "title": "A document that is not an object", "severity": "error", "layer": "document", "scope": "files", "message": "This document is {seen}, not an object.", "remedy": "Begin it with apiVersion and kind; several objects in one file are separated by a line `---`.", "why": "Kubernetes and Isthmus read objects; kubectl refuses anything else.", "refs": [], "reads": [] },
  "not-exactly-one": { "title": "One of several keys was wanted", "severity": "error", "layer": "document", "scope": "files", "message": "In {place} there are {count} keys; expected exactly one of {known}.", "remedy": "Keep exactly one of: {known}.", "why": "Each key is a different answer to one question; with two, or none, there is no answer.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "nothing-to-judge": { "title": "Nothing was there to judge", "severity": "error", "layer": "document", "scope": "files", "message": "{what}, so nothing was judged.", "remedy": "Name files or folders that hold Kubernetes and Istio objects; files are read when their names end in .yaml, .yml or .json.", "why": "A path that is written wrong, or a folder that was moved, would look as if everything were right.", "refs": [], "reads": [] },
  "object-defined-twice": { "title": "Two sources bring the same object", "severity": "error", "layer": "mesh", "scope": "files", "message": "{object} comes from {first} and, different, from {second}.", "remedy": "Remove one of them, or rename it. The first one is shown.", "why": "The one applied last would win, and each apply would change it back.", "refs": ["V09"], "reads": ["Mesh", "Cluster"] },
  "object-incomplete": { "title": "An object without a name of its own", "severity": "error", "layer": "document", "scope": "files", "message": "This document cannot be placed, because it has no {missing}.", "remedy": "Add what is missing, or leave the file out.", "why": "Kind, API group and name say which object a document is; without them it would reach no cluster.", "refs": [], "reads": [] },
  "object-twice": { "title": "One object written twice in one place", "severity": "error", "layer": "document", "scope": "files", "message": "{object} is written twice in this place; the first stands at {first} and counts.", "remedy": "Remove one of the two, or move one to a nearer place.", "why": "Which of the two would win depends on the order of files.", "refs": [], "reads": [] },
  "octal-number": { "title": "A number with a leading zero", "severity": "warning", "layer": "document", "scope": "files", "message": "`{text}` is read as octal and becomes {value}.", "remedy": "Write {value} if that is meant; put it in quotes if it is text.", "why": "Kubernetes reads 0755 and 0o755 as octal. File modes mean that and are left alone; elsewhere the value is hardly the one that was meant.", "refs": [], "reads": [] },
  "operator-object": { "title": "An IstioOperator is meant for a cluster", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "No cluster serves `{apiVersion}`: the in-cluster operator was removed in Istio 1.24{hint}.", "remedy": "Move what it says to `spec.istio.values` (and gateways to `spec.gateways`), then remove the file.", "why": "IstioOperator is only an input of istioctl now. Applied to a cluster it is refused, and nothing of it takes effect.", "refs": ["T27"], "reads": ["install.istio.io/IstioOperator", "insall.istio.io/IstioOperator"] },
  "passthrough-exposes-everything": { "title": "The east-west gateway admits every host", "severity": "warning", "layer": "mesh", "scope": "object", "message": "Gateway `{name}` lets every host through to other networks, those of ServiceEntries included.", "remedy": "Use `*.local`, which covers the Services of the mesh.", "why": "Whoever holds a certificate of the mesh can then reach, through this gateway, external hosts that only this cluster's pods were meant to call.", "refs": ["T64"], "reads": ["networking.istio.io/Gateway"] },
  "passthrough-listener-ignored": { "title": "A Gateway API east-west gateway does not let cross-network traffic through", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "No TLS listener of Gateway `{name}` counts as a way in for other networks: none is on port 15443 (or the labelled port) and none has the option `gateway.istio.io/listener-protocol: auto-passthrough`.", "remedy": "Use port 15443 with `tls.mode: Passthrough`, or set the option.", "why": "Istiod takes such listeners for ordinary TLS passthrough that needs a TLSRoute; requests from other networks match nothing.", "refs": ["T83"], "reads": ["gateway.networking.k8s.io/Gateway"] },
  "patch-directive": { "title": "A patch directive", "severity": "error", "layer": "document", "scope": "files", "message": "The patch uses `{key}`, which is not supported.", "remedy": "Set a key to null to remove it; to remove an entry of a list, write the whole object in this place.", "why": "A directive that is not carried out would end up in the object as a field.", "refs": [], "reads": [] },
  "patch-entry-unnamed": { "title": "An entry of a patch that cannot be matched", "severity": "error", "layer": "document", "scope": "files", "message": "The entry {place} has no {keys}, while others of its list have.", "remedy": "Give every entry of the list its {keys}, or none to replace the whole list.", "why": "Entries are matched by these keys; without one it is unclear which entry is meant.", "refs": [], "reads": [] },
  "patch-replaces-list": { "title": "A patch that replaces a whole list", "severity": "warning", "layer": "document", "scope": "files", "message": "The list {place} of this patch replaces the whole list of {object}, because its entries have no {keys}; entries that go: {before}.", "remedy": "To change single entries, give each its {keys}; to replace the list on purpose, accept this finding.", "why": "Entries of this list are matched by their keys. Entries without keys match nothing, so the list of the patch takes the place of the one below.", "refs": [], "reads": [] },
  "patch-without-object": { "title": "A patch that finds no object", "severity": "error", "layer": "document", "scope": "files", "message": "No farther place has {object}, so the patch changes nothing.", "remedy": "Correct kind, name or namespace, or write the whole object in a file that does not end in .patch.yaml.", "why": "A patch only merges into an object that the cluster has from the same place or one farther away.", "refs": [], "reads": [] },
  "place-of-removed-cluster": { "title": "A folder of a cluster that is removed", "severity": "error", "layer": "document", "scope": "files", "message": "Cluster `{name}` is removed, but its folder {folder} is still there.", "remedy": "Delete {folder}, or bring the document of cluster `{name}` back.", "why": "What lies in the folder reaches no cluster, and would come back with a cluster of the same name.", "refs": [], "reads": [] },
  "place-unknown": { "title": "A folder for a cluster or group that does not exist", "severity": "error", "layer": "document", "scope": "files", "message": "There is no {kind} `{name}` for the folder {folder}.{near}", "remedy": "Rename the folder to what was meant (known: {known}), or delete it.", "why": "What lies in the folder reaches no cluster.", "refs": [], "reads": [] },
  "placed-by-two-groups": { "title": "Two groups place one object", "severity": "error", "layer": "document", "scope": "files", "message": "{object} comes to a cluster from group `{group}` and from group `{other}` ({file}), which counts.", "remedy": "Place it in one of the groups, or under config/clusters/.", "why": "No group is nearer to a cluster than another, so neither can win.", "refs": [], "reads": [] },
  "platform-not-given": { "title": "A chart is not told the platform it runs on", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "The cluster is a {platform} cluster, but chart `{chart}` is rendered {seen}.", "remedy": "Set `global.platform: {platform}` for the chart.", "why": "On {platform} the node agents need other paths and permissions than elsewhere; without them their pods do not start, or pods get no network.", "refs": ["T74"], "reads": ["Cluster"] },
  "pod-network-differs": { "title": "Pods claim another network than their cluster's", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Pods of `{name}` are labelled with network `{seen}`; the cluster's network is `{network}`.", "remedy": "Remove the label: the injector sets it.", "why": "The label decides before everything else. Endpoints with a wrong network are dialled directly from where they cannot be reached, or sent through a gateway that does not know them.", "refs": ["T62"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "pod-ranges-overlap": { "title": "Clusters of one network have overlapping pod addresses", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Pods of {cluster} use `{range}`, which overlaps `{other}` of {peer}; both are in network `{network}`.", "remedy": "Give the clusters pod ranges that do not overlap, or put them in networks of their own with an east-west gateway each.", "why": "Clusters of one network dial each other's pods by address. Where two pods can have the same one, requests reach the wrong pod.", "refs": ["T08"], "reads": ["Cluster"] },
  "port-level-mtls-without-selector": { "title": "Mutual TLS is set per port without saying for which workloads", "severity": "error", "layer": "webhook", "scope": "object", "message": "PeerAuthentication `{name}` has `portLevelMtls` and no `selector`.", "remedy": "Add `selector.matchLabels` that chooses the workloads whose port it is, or remove `portLevelMtls`.", "why": "The ports are those of a workload, so Istio's webhook refuses them in a policy for a whole namespace or mesh.", "refs": ["R24", "KIA0002"], "reads": ["security.istio.io/PeerAuthentication"] },
  "port-protocol-unclear": { "title": "Istio has to guess the protocol of a port", "severity": "info", "layer": "analyze", "scope": "object", "message": "Istio guesses the protocol of port {port} of Service `{service}`: {seen}.", "remedy": "Set `appProtocol` (`http`, `http2`, `grpc`, `https`, `tls`, `tcp`, \u2026), or let the name begin with one and a hyphen: `http-web`.", "why": "Proxies then look at the first bytes of each connection. Where the server speaks first they wait in vain; where the guess is bytes, routes, retries and HTTP metrics do not apply; and each cluster guesses for itself.", "refs": ["IST0118", "KIA0601", "KIA0602"], "reads": ["Service"] },
  "ports-replaced-by-network-gateway": { "title": "Ports are set for an east-west gateway, whose chart sets its own", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "`service.ports` of east-west gateway `{name}` is ignored: the chart replaces it by the four east-west ports.", "remedy": "Remove `service.ports`; use `networkGatewayPorts` to change one of the four.", "why": "With `networkGateway` set, the gateway chart renders ports 15021, 15443, 15012 and 15017 and does not read `service.ports`.", "refs": ["T13"], "reads": ["Cluster"] },
  "primary-not-open-to-remotes": { "title": "A primary that serves remotes is not told so", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Istiod `{name}` serves {remotes} but runs without `EXTERNAL_ISTIOD=true`.", "remedy": "Set `global.externalIstiod: true` for the istiod chart of this cluster.", "why": "Without it istiod does not take the lead for remotes: it writes no root certificate there and patches no webhook.", "refs": ["T32"], "reads": ["apps/Deployment", "apps/DaemonSet"] },
  "private-key-in-repository": { "title": "A private key in the repository", "severity": "error", "layer": "document", "scope": "files", "message": "A private key stands here{how}.", "remedy": "Take it out, replace the key everywhere it was used, and keep the new one where only its user can read it.", "why": "Whoever can read the repository, its history or a fork of it has this key. Isthmus takes keys from the cluster or from a signer, never from Git.", "refs": [], "reads": [] },
  "proxy-identity-overridden": { "title": "Proxies are given another identity than their cluster has", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "`{variable}` is given to proxies as `{given}`, but in {cluster} it is `{real}`.", "remedy": "Remove `{variable}`: the injector writes it. If the value is right, the Cluster document is wrong.", "why": "What is written here comes after what the injector writes and wins. Istiod then takes the pod for one of another cluster or network: it is told wrong addresses for its peers, and its peers for it.", "refs": [], "reads": ["networking.istio.io/ProxyConfig", "apps/Deployment", "apps/DaemonSet"] },
  "reader-reads-secrets": { "title": "Other clusters may read this mesh's Secrets", "severity": "info", "layer": "mesh", "scope": "files", "message": "Other clusters' istiods may read every Secret here: {because}, so the charts' reader role is used.", "remedy": "Set `discovery.reader.secrets` to true to accept this (by default a reader without Secrets is used where it can be), or change what stands against it.", "why": "The charts' reader role reads every Secret of a cluster, the signing key in cacerts among them. A reader without that right takes istiods that can do without it.", "refs": ["0.1 no. 4"], "reads": ["Mesh"] },
  "reference-missing": { "title": "A cluster that does not say which cluster it depends on", "severity": "error", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` has role {role} but no `{key}`; the cluster is left out.", "remedy": "Set `{key}` to a cluster of role {wanted} ({known}).", "why": "Without it nobody knows which istiod serves the cluster.", "refs": ["T28"], "reads": ["Cluster"] },
  "reference-not-for-role": { "title": "A reference that does nothing for this role", "severity": "error", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` has `{key}`, which does nothing for role {role}; the cluster is left out.", "remedy": "Remove `{key}`, or set the role it belongs to.", "why": "It shows that one of the two is not what was meant.", "refs": [], "reads": ["Cluster"] },
  "reference-unknown": { "title": "A reference to a cluster that does not exist", "severity": "error", "layer": "document", "scope": "files", "message": "In cluster `{cluster}`, `{key}` names `{name}`, which is not a cluster that fits; the cluster is left out.{near}", "remedy": "Write a name that is there ({known}), or take it out.", "why": "The cluster would be served by nobody.", "refs": ["T31"], "reads": ["Cluster"] },
  "reference-wrong-role": { "title": "A reference to a cluster of the wrong role", "severity": "error", "layer": "document", "scope": "files", "message": "In cluster `{cluster}`, `{key}` names `{name}`, whose role is {role}; expected {wanted}; the cluster is left out.", "remedy": "Name a cluster of role {wanted} ({known}).", "why": "Only a cluster of that role can serve this one.", "refs": [], "reads": ["Cluster"] },
  "remote-gateway-without-address": { "title": "A Gateway for another cluster's gateway has no usable address", "severity": "error", "layer": "mesh", "scope": "object", "message": "Gateway `{name}` of class istio-remote {what}.", "remedy": "Give `spec.addresses` entries with `type: IPAddress` or `type: Hostname`.", "why": "This class stands for a gateway elsewhere; istiod reads nothing of it but typed addresses.", "refs": ["T84"], "reads": ["gateway.networking.k8s.io/Gateway"] },
  "remote-secret-unwatched": { "title": "A remote secret lies where the external istiod does not look", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Remote secret `{name}` lies in {cluster}, but the istiod of {external} reads remote secrets from {watched} ({why}).", "remedy": "Place the secret in {watched}.", "why": "An external istiod reads remote secrets from its own cluster when it is told to watch that one, and else from the cluster that holds its configuration. What lies in the other one is never read: the cluster it is for has no endpoints, and nothing says why.", "refs": ["T41"], "reads": ["Secret", "apps/Deployment", "apps/DaemonSet", "Cluster"] },
  "remote-secret-without-reader": { "title": "Other clusters read this one with an identity that may not", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "The remote secrets for {cluster} hold a token of ServiceAccount `{account}`, {lack}.", "remedy": "Take `global.enableReaderRBAC: false` and `global.readerServiceAccount` out of the values of base and istiod, or place the ServiceAccount and its ClusterRoleBinding in `config/clusters/{cluster}`.", "why": "The charts bring the reader's ServiceAccount and role unless these values say otherwise. Without them no token can be made, or the API server refuses every request of it: the other clusters see no endpoint here.", "refs": ["T70"], "reads": ["Secret", "ServiceAccount", "rbac.authorization.k8s.io/ClusterRoleBinding", "Cluster"] },
  "remote-without-control-plane-annotation": { "title": "A remote does not say who controls it", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Namespace `{namespace}` of this remote has `topology.istio.io/controlPlaneClusters` {seen}; it must name `{expected}`.", "remedy": "Set the annotation to `{expected}` before the remote secret is made.", "why": "Without it no istiod takes the lead for this cluster: no root certificate reaches its namespaces and its webhooks get no CA, so nothing is injected.", "refs": ["T31"], "reads": ["Namespace"] },
  "remote-without-istiod-account": { "title": "A remote lacks the identity its control plane acts with", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "The remote has no ServiceAccount `{account}`: {lost}.", "remedy": "Set `global.configCluster: true` for the istiod chart of this cluster.", "why": "In a remote the istiod chart brings istiod's ServiceAccount, its roles and its validation webhook only when it is told that the cluster takes part in configuration. The kubeconfig of an external control plane is made for that account.", "refs": ["T29"], "reads": ["ServiceAccount", "Cluster"] },
  "removed-cluster-still-named": { "title": "A cluster is removed while others still name it", "severity": "error", "layer": "change", "scope": "change", "message": "{cluster} is removed, but still named by {places}.", "remedy": "Remove what names it first, wait until no traffic goes there, then remove the cluster.", "why": "Routes that name it lose their endpoints the moment its remote secret goes, and answer 503.", "refs": ["G01"], "reads": ["networking.istio.io/DestinationRule", "ConfigMap", "Cluster"] },
  "resource-scope-halved": { "title": "Only half of a chart's objects is installed", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Release `{release}` has `{key}: {scope}`, {lost}.", "remedy": "Leave `{key}` out, or set it to `all`: Isthmus installs each chart once in a cluster.", "why": "The value divides a chart between two people who each install their half. With one half alone istiod has no permissions, or permissions and nothing that uses them.", "refs": ["T69"], "reads": ["Cluster"] },
  "ristioctl-beside-mesh": { "title": "Documents of ristioctl beside a mesh", "severity": "warning", "layer": "document", "scope": "files", "message": "This document of ristioctl is not read, because the repository has mesh documents of its own.", "remedy": "Remove it; `isthmus import` has carried over what it says.", "why": "Two descriptions of one mesh drift apart, and only one of them is read.", "refs": [], "reads": ["Certificate", "Cluster"] },
  "ristioctl-certificate-twice": { "title": "Two Certificates of ristioctl for one mesh", "severity": "warning", "layer": "document", "scope": "files", "message": "Certificate `{name}` is the second {kind} of this mesh; the one at {first} stands.", "remedy": "Remove it.", "why": "ristioctl uses the first it meets and says nothing of the other.", "refs": ["D10"], "reads": ["Certificate"] },
  "ristioctl-context-missing": { "title": "A cluster of ristioctl without a context", "severity": "warning", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` does not say which context of the kubeconfig it is; the current one would be used.", "remedy": "Set spec.context.", "why": "Whoever changes the current context would change which cluster is meant.", "refs": ["D10"], "reads": ["Cluster"] },
  "ristioctl-context-twice": { "title": "Two clusters of ristioctl with one context", "severity": "error", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` has the kubeconfig and context of cluster `{other}` ({first}): both are the same cluster.", "remedy": "Give it the context of its own, or remove one of the two documents.", "why": "Whatever is written for one of them overwrites what the other needs: its network, its intermediate, its name.", "refs": ["D10"], "reads": ["Cluster"] },
  "ristioctl-field-ignored": { "title": "A field of ristioctl that has no effect", "severity": "info", "layer": "document", "scope": "files", "message": "The field `{key}` of ristioctl's document has no effect here.", "remedy": "Take it out; documents written by `isthmus import` do not have it.", "why": "ristioctl ignores folderPath and password itself; lifetimes, names of certificates and samples of a running mesh stay as they are.", "refs": ["D9", "D12"], "reads": ["Certificate", "Cluster"] },
  "ristioctl-kind-unknown": { "title": "A kind that ristioctl does not have", "severity": "error", "layer": "document", "scope": "files", "message": "Kind `{kind}` is none of ristioctl's kinds, which are Certificate and Cluster.", "remedy": "Correct the kind, or remove the document.", "why": "ristioctl would not read it either.", "refs": ["D9"], "reads": ["Certificate", "Cluster"] },
  "ristioctl-mesh-id-missing": { "title": "A document of ristioctl that names no mesh", "severity": "warning", "layer": "document", "scope": "files", "message": "{kind} `{name}` does not say which mesh it belongs to; {taken}.", "remedy": "Set spec.meshID as in the documents of the same mesh.", "why": "ristioctl finds the certificates of a cluster by the mesh; without one it stops in the middle.", "refs": ["D10"], "reads": ["Certificate", "Cluster"] },
  "ristioctl-nothing-found": { "title": "No document of ristioctl", "severity": "error", "layer": "document", "scope": "files", "message": "None of the files holds a document of ristioctl.k8smgmt.io.", "remedy": "Name the files that ristioctl is given with -f.", "why": "There is nothing to import.", "refs": ["D8"], "reads": ["Certificate", "Cluster"] },
  "ristioctl-path-of-one-machine": { "title": "A kubeconfig at a place that only one machine has", "severity": "warning", "layer": "document", "scope": "files", "message": "The kubeconfig of cluster `{cluster}` is `{file}`, a path that other machines do not have.", "remedy": "Keep it where each run finds it: after `isthmus import` name an environment variable in spec.access.kubeconfig.env.", "why": "A run in CI, or on a colleague's laptop, has no such file, and a tilde is never expanded.", "refs": ["D24"], "reads": ["Cluster"] },
  "ristioctl-several-meshes": { "title": "Documents of several meshes in one repository", "severity": "error", "layer": "document", "scope": "files", "message": "{kind} `{name}` belongs to mesh `{other}`, but this repository describes mesh `{meshId}`; it is left out.", "remedy": "Give each mesh a repository of its own, or correct spec.meshID.", "why": "One root of trust and one set of names belong to one mesh; mixing two would join them.", "refs": ["D10", "D11"], "reads": ["Certificate", "Cluster"] },
  "ristioctl-version-unknown": { "title": "A version of Istio that is too old to be known", "severity": "warning", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` runs Istio {version}; nothing is known of versions before {oldest}.", "remedy": "Upgrade it step by step, and treat what is said about this cluster as unknown.", "why": "Charts, values and behaviour of a version that nobody read cannot be promised.", "refs": ["D21"], "reads": ["Cluster"] },
  "ristioctl-versions-differ": { "title": "Clusters of one mesh with different versions of Istio", "severity": "warning", "layer": "document", "scope": "files", "message": "The clusters of this mesh run different versions of Istio: {versions}.", "remedy": "Bring them to one version, one release at a time.", "why": "Versions that are more than a release apart are not tested together.", "refs": ["D10"], "reads": ["Cluster"] },
  "ristioctl-without-clusters": { "title": "Documents of ristioctl without a cluster", "severity": "error", "layer": "document", "scope": "files", "message": "There are documents of ristioctl, but no Cluster among them.", "remedy": "Add the Cluster documents that ristioctl is given with -f; several files beside each other are read together.", "why": "A mesh without clusters is nothing to check and nothing to import.", "refs": ["D8"], "reads": ["Certificate", "Cluster"] },
  "role-not-in-topology": { "title": "A role that the topology does not have", "severity": "error", "layer": "document", "scope": "files", "message": "Cluster `{cluster}` has role {role}, which a mesh of topology {topology} does not have; the cluster is left out.", "remedy": "Give it the role {roles}, or change spec.topology of the mesh.", "why": "The topology decides which clusters run istiod; a role outside it would be installed by nobody.", "refs": [], "reads": ["Cluster"] },
  "rotation-phase-skipped": { "title": "A root rotation leaves out a phase", "severity": "error", "layer": "change", "scope": "change", "message": "The rotation to root `{to}` goes from `{from}` to `{phase}`.", "remedy": "Go one phase at a time, each in a change of its own that was applied everywhere: `distribute`, `switch`, `retire`; then take the rotation out of the document.", "why": "Every pair of clusters keeps talking only while each phase has arrived everywhere before the next one begins: an intermediate of a root that a peer does not trust yet is refused, and so is one of a root that was dropped while certificates under it are in use. The apply would stop there, in the middle of the change.", "refs": ["C19"], "reads": ["Mesh"] },
  "route-backend-missing": { "title": "A Gateway API route leads to a Service that its cluster does not have", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "The route sends traffic to Service `{service}`, which this cluster does not have.{hint}", "remedy": "Place the Service in the cluster too (without pods of its own it leads to those of other clusters), or correct the name.", "why": "Istiod looks a backend up among the Services of the cluster whose routes it reads, not among those of other clusters. Requests that take the route are answered with 500.", "refs": ["R53", "KIA1402"], "reads": ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute", "gateway.networking.k8s.io/TCPRoute", "Service"] },
  "route-backend-not-granted": { "title": "A Gateway API route leads into a namespace that does not allow it", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "No ReferenceGrant in namespace `{namespace}` lets routes of kind {kind} in namespace `{from}` use {what}.", "remedy": "Place a ReferenceGrant in `{namespace}` (from `{kind}` of `{from}`), or move the route there.", "why": "A namespace decides who may send traffic from a gateway into it. Without the grant istiod leaves the backend out, and requests that take the route are answered with 500.", "refs": ["R53", "KIA1402"], "reads": ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute", "gateway.networking.k8s.io/TCPRoute", "gateway.networking.k8s.io/ReferenceGrant"] },
  "route-from-missing-gateway": { "title": "A VirtualService is bound to a Gateway that does not exist", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "Gateway `{gateway}` does not exist in this cluster.{known}", "remedy": "Correct the name (`namespace/name`, or `mesh` for the sidecars), or place the Gateway in this cluster.", "why": "The routes are accepted and never used, so requests get 404 at the gateway.", "refs": ["R13", "IST0101", "KIA1102"], "reads": ["networking.istio.io/VirtualService", "networking.istio.io/Gateway"] },
  "route-parent-missing": { "title": "A Gateway API route belongs to a Gateway that does not exist", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Gateway `{gateway}` of the Gateway API does not exist in this cluster.{hint}", "remedy": "Correct the name or the `namespace` of the parent, or place the Gateway in this cluster.", "why": "The route is accepted and attached to nothing, so no request takes it. Without `namespace` the parent is looked for in the route's own namespace.", "refs": ["R53", "KIA1401"], "reads": ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute", "gateway.networking.k8s.io/TCPRoute", "gateway.networking.k8s.io/Gateway"] },
  "route-to-missing-subset": { "title": "A route names a subset that no DestinationRule defines", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "Subset `{subset}` of `{host}` is not defined {where}.{known}", "remedy": "Add the subset to the DestinationRule, or change the route.", "why": "Requests that take this route are answered with 503, because there is no cluster of endpoints behind them.", "refs": ["R13", "IST0101", "KIA1107"], "reads": ["networking.istio.io/VirtualService", "networking.istio.io/DestinationRule"] },
  "route-to-unknown-host": { "title": "A route leads to a host that looks misspelt", "severity": "warning", "layer": "analyze", "scope": "mesh", "message": "No cluster's configuration has a Service or ServiceEntry for `{host}`, and namespace {namespace} has a Service `{near}`.", "remedy": "Write `{near}`. If both names are right and the other Service is not in this repository, accept this finding.", "why": "Requests that take this route are answered with 503, because nothing stands behind the name. A host that is like no other is not judged: these files need not hold every Service.", "refs": ["R13", "IST0101", "KIA1101"], "reads": ["networking.istio.io/VirtualService", "networking.istio.io/ServiceEntry", "Service"] },
  "route-without-destination": { "title": "A route leads nowhere", "severity": "error", "layer": "webhook", "scope": "object", "message": "{what}.", "remedy": "Give it {wanted}.", "why": "Istio's webhook refuses the object, so the whole VirtualService keeps its old state.", "refs": ["IST0106"], "reads": ["networking.istio.io/VirtualService"] },
  "route-without-weight": { "title": "A route divides traffic so that none is left", "severity": "error", "layer": "webhook", "scope": "object", "message": "{what}.", "remedy": "Give the destinations weights that are not negative and whose sum is more than 0; 100 is easiest to read.", "why": "Istio's webhook refuses the object, so the whole VirtualService keeps its old state.", "refs": ["R14", "IST0106"], "reads": ["networking.istio.io/VirtualService"] },
  "rule-failed": { "title": "A rule of Isthmus failed", "severity": "error", "layer": "document", "scope": "files", "message": "Rule `{rule}` failed while it was looking at this mesh ({why}). This is a mistake in Isthmus, not in the mesh.", "remedy": "Report it with the object that is named, or the smallest part of the repository that shows it.", "why": "A rule must judge any input without failing. What it would have said about this mesh is not known, so the check does not pass; everything the other rules found is shown.", "refs": [], "reads": [] },
  "same-cluster-under-new-name": { "title": "A cluster is renamed by removing and adding it", "severity": "error", "layer": "change", "scope": "change", "message": "{new} is the cluster that was called {old}: both have `{what}`.", "remedy": "Keep the document's name. If Istio itself must know the cluster by another name, that is a move of all its workloads: add the new cluster beside the old one first.", "why": "For Isthmus the old name leaves the mesh and the new one joins it. On one and the same API server the removal would delete what the installation has just written.", "refs": ["G03"], "reads": ["Cluster"] },
  "scope-entry-without-effect": { "title": "An entry of serviceScopeConfigs does nothing, or everything", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": "Entry {number} of `serviceScopeConfigs` {what}.", "remedy": "Remove entries with scope LOCAL, and give every other one a selector.", "why": "Only entries with scope GLOBAL are read; what no entry selects is local anyway, and an entry without selectors makes every Service global.", "refs": ["T79"], "reads": ["ConfigMap"] },
  "secret-in-repository": { "title": "A Secret with values in the repository", "severity": "warning", "layer": "document", "scope": "files", "message": "Secret `{name}` carries its values in Git ({keys}).", "remedy": "Keep the values in a secret store, or encrypt them; certificates alone may stay.", "why": "Base64 is not encryption. Isthmus shows no value of it, but everybody who can read the repository can.", "refs": [], "reads": ["Secret"] },
  "service-port-differs": { "title": "Clusters say different things about a port of one Service", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Port {port} of Service `{service}` {here} in {cluster}, but {there} in {peer}.", "remedy": "Give the port one name and one `appProtocol` in all clusters.", "why": "To Istio the Services of that name are one, and its ports are taken from one of the clusters. Endpoints belong to a port by its name, so those of the other cluster are left out; and with another protocol the same request is routed by HTTP here and as bytes there.", "refs": ["R18"], "reads": ["Service", "ConfigMap"] },
  "service-range-overlaps-pods": { "title": "Addresses of Services overlap addresses of pods", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Services of {cluster} use `{range}`, which overlaps `{other}`, the {whose}.", "remedy": "Correct `spec.cidrs` if they are not what the cluster uses; else give it another Service range, or keep the two clusters in networks of their own with an east-west gateway each.", "why": "Clusters of one network dial each other's pods by address. Where a pod's address lies in the Service range of the cluster that dials, its nodes take it for a Service: the request is answered by somebody else, or refused. Service ranges of different clusters may overlap each other: they never leave their cluster.", "refs": ["T08"], "reads": ["Cluster"] },
  "service-scope-differs": { "title": "Clusters disagree on which Services are global", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "`serviceScopeConfigs` of {cluster} is not that of {other}.", "remedy": "Use the same `meshConfig.serviceScopeConfigs` in every cluster.", "why": "The reading cluster decides which Services are global, so a Service is seen from one side and not from the other.", "refs": ["T55"], "reads": ["ConfigMap"] },
  "single-gateway-replica": { "title": "A network's only way in may run as a single pod", "severity": "info", "layer": "mesh", "scope": "cluster", "message": "The east-west gateway `{name}` may run as a single pod; when it restarts, no other cluster reaches this network.", "remedy": "In the Cluster document, set `spec.gateways[].values.autoscaling.minReplicas` of this gateway to 2 or more, and `spec.gateways[].values.podDisruptionBudget`.", "why": "Every request from another network passes this gateway. One pod means an outage at each node drain.", "refs": ["T16"], "reads": ["Service", "apps/Deployment", "apps/DaemonSet", "autoscaling/HorizontalPodAutoscaler"] },
  "source-ranges-leave-out-peer": { "title": "An east-west gateway refuses addresses another cluster calls from", "severity": "warning", "layer": "mesh", "scope": "mesh", "message": "`{name}` admits only its `loadBalancerSourceRanges`, which leave out `{range}` that {peer} calls from.", "remedy": "Add `{range}` to the ranges.", "why": "Requests of {peer} are dropped by the load balancer: they time out, and nothing in the mesh says why.", "refs": ["T19"], "reads": ["Service", "Cluster"] },
  "submodule-not-read": { "title": "A submodule among the documents", "severity": "warning", "layer": "document", "scope": "files", "message": "{file} is a submodule; its files are not read.", "remedy": "Keep the documents of the mesh in this repository itself.", "why": "Its files belong to another repository, at a commit that this one only names.", "refs": [], "reads": [] },
  "subset-missing-in-destination-cluster": { "title": "A subset used across networks is not defined where the traffic arrives", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "{source} sends traffic for `{host}` to subset `{subset}`, but {target}, in another network, does not define that subset.", "remedy": "Place the DestinationRule in {target} too, with the same subset.", "why": "The gateway of the other network knows only subsets defined in its own cluster; requests for another one match no server name there and are closed.", "refs": ["R12"], "reads": ["networking.istio.io/VirtualService", "networking.istio.io/DestinationRule", "Service"] },
  "subset-of-unknown-cluster": { "title": "A subset selects a cluster or network the mesh does not have", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Subset `{subset}` selects {what} `{seen}`, which this mesh does not have. Known: {known}.", "remedy": "Use the Istio name of a cluster of the mesh, or its network.", "why": "No endpoint carries that label, so the subset is empty and requests to it are answered with 503.", "refs": ["R11"], "reads": ["networking.istio.io/DestinationRule"] },
  "symlink-refused": { "title": "A symbolic link among the documents", "severity": "error", "layer": "document", "scope": "files", "message": "{file} is a symbolic link to {target}{where}; links are not followed.", "remedy": "Put what it points to there itself; objects for several clusters belong in config/all or in config/groups/NAME.", "why": "A link could lead to any file of the machine that reads it; what a pull request brings is data, so no link is followed.", "refs": [], "reads": [] },
  "system-namespace-network-differs": { "title": "The system namespace does not carry the cluster's network", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Namespace `{namespace}` has the label `topology.istio.io/network` {seen}; the cluster's network is `{network}`.", "remedy": "Set the label to `{network}`.", "why": "Endpoints whose pods carry no network label (pods without a proxy, gateways) get the network of this label. Without it they count as being in every network.", "refs": ["T07"], "reads": ["Namespace"] },
  "takes-effect-after-merge": { "title": "A change that counts only after the merge", "severity": "info", "layer": "document", "scope": "files", "message": "`{what}` goes from `{was}` to `{now}`. This takes effect after the merge; until then what the default branch says counts.", "remedy": "Approve it knowingly: nothing here could show its effect. If something else in this pull request needs it, merge this part first.", "why": "A pull request that could set commands, credentials, addresses or acceptances for its own run could judge itself.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance"] },
  "terminating-load-balancer": { "title": "A load balancer in front of an east-west gateway ends TLS itself", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "Annotation `{annotation}` of Service `{name}` makes the load balancer end TLS or speak HTTP (`{value}`).", "remedy": "Use a load balancer that passes TCP through (on AWS: an NLB without certificate).", "why": "Cross-network traffic is mTLS between workloads and is routed by SNI. A load balancer that ends TLS breaks both.", "refs": ["T17"], "reads": ["Service"] },
  "time-zone-unknown": { "title": "A window in a time zone that does not exist", "severity": "error", "layer": "document", "scope": "files", "message": "`{zone}` is no name of a time zone.", "remedy": "Write a name of the IANA list, such as `Europe/Berlin` or `UTC`.", "why": "A window that nobody can place in time never opens, and clusters could never be changed by command.", "refs": [], "reads": ["Mesh"] },
  "token-in-repository": { "title": "A token in the repository", "severity": "error", "layer": "document", "scope": "files", "message": "A JSON Web Token stands here{how}.", "remedy": "Take it out and revoke it; remote secrets are made by Isthmus from tokens that it asks for.", "why": "A signed token opens what it was issued for to whoever can read the repository, its history or a fork of it.", "refs": [], "reads": [] },
  "too-many-aliases": { "title": "Aliases that blow a file up", "severity": "error", "layer": "document", "scope": "files", "message": "The aliases of {what} stand for more than {expanded} values, or it has more than {aliases} anchors and aliases; it was not read from here on.", "remedy": "Write the values out where they are needed.", "why": "A few lines of aliases to aliases stand for billions of values; whoever expands them runs out of memory.", "refs": [], "reads": [] },
  "too-many-documents": { "title": "More documents than are read", "severity": "error", "layer": "document", "scope": "files", "message": "{what} holds more than {limit} documents; those from here on are not read.", "remedy": "Split it, or take out what does not belong to the mesh.", "why": "Nothing beyond the limit was looked at, so nothing is known of it.", "refs": [], "reads": [] },
  "too-many-entries": { "title": "More entries than are read", "severity": "error", "layer": "document", "scope": "files", "message": "{what} holds more than {limit} entries (lines, list items, keys in brackets); it was not read from here on.", "remedy": "Split it, or take out what does not belong to the mesh.", "why": "Reading millions of tiny entries costs time and memory that no mesh needs. The file was not read, so nothing is known of it.", "refs": [], "reads": [] },
  "too-many-keys": { "title": "More keys in one mapping than are read", "severity": "error", "layer": "document", "scope": "files", "message": "A mapping of this document has more than {limit} keys; the document was not read.", "remedy": "Split it, or take out what does not belong to the mesh.", "why": "An API server refuses an object of that size, and reading millions of keys costs time and memory that no mesh needs.", "refs": [], "reads": [] },
  "too-many-unreadable": { "title": "More unreadable documents than are counted", "severity": "error", "layer": "document", "scope": "files", "message": "{limit} documents of {file} cannot be read; those from here on were not looked at.", "remedy": "Mend the first one; where the file is no YAML for Kubernetes (a template of a chart, for example), move it out of config/.", "why": "A file whose documents cannot be read one after the other is no YAML for Kubernetes, or was broken as a whole. Its further documents were not looked at.", "refs": [], "reads": [] },
  "unknown-chart-profile": { "title": "A profile that the chart does not have", "severity": "error", "layer": "document", "scope": "files", "message": "Chart {chart} {version} has no {what} `{value}`; it has {known}.", "remedy": "Use one of these, or leave `{key}` out.", "why": "Helm fails on a profile, platform or compatibility version that the chart has no file for.", "refs": ["T26"], "reads": ["Mesh", "Cluster"] },
  "unknown-field": { "title": "An object has a field that its kind does not have", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{path}` is no field of {kind} {version}.{hint}", "remedy": "Correct or remove it; fields are written exactly as the documentation spells them.", "why": "The API server refuses the object when fields are validated strictly, and drops the field silently when they are not: what it was meant to do does not happen.", "refs": ["IST0106"], "reads": ["*"] },
  "unknown-key": { "title": "A key that nobody knows", "severity": "error", "layer": "document", "scope": "files", "message": "Key `{key}` is not known in {place}.{near}", "remedy": "Mend the key or take it out; known here: {known}.", "why": "A misspelt key would be ignored in silence, and its default would count instead of what was meant.", "refs": ["D9"], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "unknown-kind": { "title": "An object is of a kind that does not exist", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "No kind `{kind}` exists in `{group}`.{hint}", "remedy": "Correct `kind` or `apiVersion`.", "why": "The API server refuses the object: it does not know where to keep it.", "refs": [], "reads": ["*"] },
  "unknown-value-key": { "title": "A Helm value that the chart does not read", "severity": "warning", "layer": "document", "scope": "files", "message": "Chart {chart} {version} reads no value `{key}`.", "remedy": "{advice}", "why": "Helm takes unknown keys without a word, so a misspelt one changes nothing and nobody notices.", "refs": ["T24"], "reads": ["Mesh", "Cluster"] },
  "unknown-version": { "title": "An object uses a version of its kind that is not served", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "{kind} has no version `{version}` in this cluster. Served: {served}.", "remedy": "Use {newest}.", "why": "The API server does not find the kind in that version and refuses the object.", "refs": [], "reads": ["*"] },
  "unquoted-text": { "title": "A text that YAML reads as something else", "severity": "error", "layer": "document", "scope": "files", "message": "The value of {place} is read as {seen}, not as a text; expected {expected}.", "remedy": "Put it in quotes, as it was meant.", "why": "Without quotes 1.30 is the number 1.3, and yes is true: the version or name that arrives is another one.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "value-not-allowed": { "title": "A field holds a value that is not among those allowed", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{path}` is {seen}, which is not allowed.{hint}", "remedy": "Use one of: {allowed}.", "why": "The API server refuses the object.", "refs": ["IST0106"], "reads": ["*"] },
  "value-out-of-range": { "title": "A field holds a value outside of what its kind admits", "severity": "error", "layer": "api-server", "scope": "cluster", "message": "`{path}` is {seen}; expected {expected}.", "remedy": "Correct the value.", "why": "The API server refuses the object.", "refs": ["IST0106"], "reads": ["*"] },
  "version-hop": { "title": "An upgrade jumps too far, or goes back", "severity": "error", "layer": "mesh", "scope": "change", "message": "{cluster} goes from Istio {from} to {to}: {what}.", "remedy": "Go one minor release at a time (two at the most), and forward; a way back is to remove the new revision.", "why": "Istio supports a control plane one minor ahead of its data plane; configuration and certificates written by a newer release may not be understood by an older one.", "refs": ["V03"], "reads": ["Cluster", "Mesh"] },
  "wave-unknown": { "title": "A wave that names nothing", "severity": "error", "layer": "document", "scope": "files", "message": "A wave names `{name}`, which is neither a cluster nor a group.{near}", "remedy": "Write a name that is there ({known}), or take it out.", "why": "The clusters that were meant would go with the last wave.", "refs": [], "reads": ["Mesh"] },
  "waypoint-missing-in-cluster": { "title": "A waypoint exists in one cluster and is missing in another", "severity": "error", "layer": "mesh", "scope": "mesh", "message": "Service `{service}` uses waypoint `{waypoint}`, which exists in {present} but not in {cluster}.", "remedy": "Place the waypoint's Gateway in every cluster that has the Service.", "why": "Requests that reach the cluster without the waypoint skip its policies and routes, or are refused.", "refs": ["T58", "R62", "KIA1313"], "reads": ["Service", "Namespace", "gateway.networking.k8s.io/Gateway"] },
  "waypoint-not-global": { "title": "A global Service is behind a waypoint that is not", "severity": "warning", "layer": "mesh", "scope": "cluster", "message": 'Service `{service}` is global, but its waypoint `{waypoint}` is not labelled `istio.io/global: "true"`.', "remedy": "Label the waypoint's Gateway too.", "why": "Clients of other clusters are sent to the waypoint; one that stays local is not found, and its policies are not applied to them.", "refs": ["T57"], "reads": ["Service", "Namespace", "gateway.networking.k8s.io/Gateway"] },
  "webhook-without-service": { "title": "A webhook calls a Service that the cluster does not have", "severity": "error", "layer": "analyze", "scope": "cluster", "message": "Webhook `{webhook}` calls Service `{namespace}/{service}`, which does not exist in this cluster.", "remedy": "On a remote, give the address of its control plane (`global.remotePilotAddress` or `istiodRemote.injectionURL`); elsewhere install the revision the webhook is for.", "why": "The injector fails closed: every pod in an injected namespace is refused until the Service exists.", "refs": ["T28", "IST0139"], "reads": ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "Service"] },
  "wrong-choice": { "title": "A value that is not one of the choices", "severity": "error", "layer": "document", "scope": "files", "message": "The value of {place} is `{seen}`, which has no meaning there.{near}", "remedy": "Write one of: {known}.", "why": "Only these values have a meaning here.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "wrong-form": { "title": "A value of the wrong form", "severity": "error", "layer": "document", "scope": "files", "message": "The value of {place} is `{seen}`; expected {expected}.", "remedy": "Write {expected}.", "why": "The value ends up in names, labels or addresses that do not take any other form.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "wrong-key": { "title": "A key of the wrong form", "severity": "error", "layer": "document", "scope": "files", "message": "The key `{key}` in {place} is not {expected}.", "remedy": "Rename it to {expected}.", "why": "The key ends up in names or labels that do not take any other form.", "refs": [], "reads": ["Mesh", "Cluster"] },
  "wrong-type": { "title": "A value of the wrong type", "severity": "error", "layer": "document", "scope": "files", "message": "The value of {place} is {seen}; expected {expected}.", "remedy": "Make it {expected}.", "why": "A value of another type cannot be read as what was meant.", "refs": [], "reads": ["Mesh", "Cluster", "Acceptance", "Lock"] },
  "yaml-1-1-boolean": { "title": "A bare word that Kubernetes reads as true or false", "severity": "error", "layer": "document", "scope": "files", "message": "Bare `{text}` as a {role} is read as `{value}`, not as text.", "remedy": "Put it in quotes.", "why": "Kubernetes reads YAML 1.1, where bare yes, no, on, off, y and n are booleans. Reported for keys and where text is expected; `enabled: yes` means what it says and is left alone.", "refs": [], "reads": [] },
  "yaml-syntax": { "title": "Text that is not YAML", "severity": "error", "layer": "document", "scope": "files", "message": "This document cannot be read: {reason}.", "remedy": "Correct the text here or just above. The other documents of the file were read.", "why": "A document that cannot be read is left out of everything that follows; kubectl would refuse the file.", "refs": [], "reads": [] },
  "ztunnel-cluster-name-differs": { "title": "ztunnel calls its cluster by another name than istiod", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "ztunnel `{name}` runs with the cluster name `{seen}`; the cluster is called `{expected}`.", "remedy": "Set `multiCluster.clusterName` of the ztunnel chart to `{expected}`.", "why": "Istiod does not accept ztunnel as a proxy of this cluster: certificates and endpoints of its pods are refused or mixed with those of another.", "refs": ["T42"], "reads": ["apps/DaemonSet", "apps/Deployment"] },
  "ztunnel-network-differs": { "title": "ztunnel is in another network than its cluster", "severity": "error", "layer": "mesh", "scope": "cluster", "message": "ztunnel `{name}` runs with the network `{seen}`; the cluster's is `{expected}`.", "remedy": "Set `network` of the ztunnel chart to `{expected}`.", "why": "ztunnel then takes pods of other networks for reachable, or its own for foreign, and requests time out.", "refs": ["T43"], "reads": ["apps/DaemonSet", "apps/Deployment"] }
};

// src/catalog/find.ts
function finding(rule, facts, where = {}) {
  const entry = rules[rule];
  return {
    rule,
    severity: where.severity ?? entry.severity,
    layer: entry.layer,
    message: fill(entry.message, facts),
    remedy: fill(entry.remedy, facts),
    object: where.object,
    source: where.source,
    clusters: [...where.clusters ?? []].sort(),
    refs: entry.refs,
    accepted: void 0
  };
}
__name(finding, "finding");

// src/model/finding.ts
var weight = { error: 0, warning: 1, info: 2 };
function bySeverityAndPlace(a, b) {
  return weight[a.severity] - weight[b.severity] || compare(a.source?.file ?? "", b.source?.file ?? "") || (a.source?.line ?? 0) - (b.source?.line ?? 0) || (a.source?.column ?? 0) - (b.source?.column ?? 0) || compare(a.rule, b.rule) || compare(a.message, b.message) || compare(a.clusters.join(), b.clusters.join());
}
__name(bySeverityAndPlace, "bySeverityAndPlace");
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
__name(compare, "compare");

// src/model/source.ts
function isWithin(file, path) {
  return file === path || file.startsWith(`${path}/`);
}
__name(isWithin, "isWithin");
function startOf(file) {
  return { file, line: 1, column: 1 };
}
__name(startOf, "startOf");

// src/load/guesses.ts
var knownToken = /gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|xox[a-z]-[A-Za-z0-9-]{10,}|AIza(?<![A-Za-z0-9_+/-]AIza)[\w-]{30,}|glpat-[\w-]{16,}|hv[brs]\.[\w-]{20,}/gu;
var inAddress = /(:\/\/[^\s/?#:@"'<>\\]{0,256}:)([^\s/?#"'<>\\]+)(@(?!sha256:))/gu;
var assignment = /(password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)(\\{0,3}["']?[ \t]*(?::=|=>|:|=(?!=))[ \t]*\\{0,3})(?:"([^"\n\\]+)|'([^'\n\\]+)|([^\s"'`,;{}[\]()<>|\\]+))/giu;
var environmentEntry = /("name\\{0,3}":\s?\\{0,3}"\w{0,64}(?:password|passwd|secret|token|api_?key|private_?key|access_?key)\\{0,3}",\s?\\{0,3}"value\\{0,3}":\s?\\{0,3}")([^"\\]+)/giu;
var worthALook = /:\/\/|PRIVATE KEY|eyJ|gh[oprsu]_|github_pat_|A[KS]IA|xox[a-z]-|AIza|glpat-|hv[brs]\.|passw|secret|token|[_-]?key|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK/iu;
function isSuspicious(text) {
  return worthALook.test(text);
}
__name(isSuspicious, "isSuspicious");
function withoutGuesses(text, hide) {
  return text.replace(knownToken, (found) => hide(found, "an access token")).replace(
    inAddress,
    (all, before, password, after) => isReference(password) ? all : `${before}${hide(password, "a password in an address")}${after}`
  ).replace(
    environmentEntry,
    (all, before, value) => isReference(value) ? all : `${before}${hide(value, "a password, a secret or a token")}`
  ).replace(assignment, (...found) => assigned(text, found, hide));
}
__name(withoutGuesses, "withoutGuesses");
function assigned(_, found, hide) {
  const all = String(found[0]);
  const value = String(found[3] ?? found[4] ?? found[5]);
  const offset = Number(found[6]);
  const whole = String(found[7]);
  const key = lastWord(whole.slice(Math.max(0, offset - 48), offset)) + String(found[1]);
  const isCall = found[5] !== void 0 && /[([]/u.test(whole.charAt(offset + all.length));
  if (isCall || !isLiteral(key, value)) return all;
  return `${all.slice(0, all.length - value.length)}${hide(value, "a password, a secret or a token")}`;
}
__name(assigned, "assigned");
function lastWord(text) {
  return /[\w.-]{0,48}$/u.exec(text)?.[0] ?? "";
}
__name(lastWord, "lastWord");
var tellingEnds = new Set("dtnyDTNY");
function isTellingKey(key) {
  if (!tellingEnds.has(key.charAt(key.length - 1))) return false;
  return /(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)$/iu.test(key);
}
__name(isTellingKey, "isTellingKey");
function isEnvironmentSecret(name, value) {
  if (!isTellingKey(name) || isReference(value) || isPlainWord(value)) return false;
  return /passw(?:or)?d$/iu.test(name) || !/^[a-z]+(?:[-.][a-z]+)+$/u.test(value);
}
__name(isEnvironmentSecret, "isEnvironmentSecret");
function isLiteral(key, value) {
  if (isReference(value) || isPlainWord(value)) return false;
  if (/passw(?:or)?d$/iu.test(key)) return value.length >= 6;
  if (/(?:token|pull|credentials?|tls|ca|cert|basicauth|auth)[._-]?secret$/iu.test(key)) return false;
  if (value.length < 8 || /^[a-z]+(?:[-._][a-z]+)+$/u.test(value) || /\s/u.test(value)) return false;
  return value.length >= 12 || !/^[A-Za-z]+$/u.test(value);
}
__name(isLiteral, "isLiteral");
function isReference(value) {
  return /^(?:\$[({]|\$\w+$|\$\$|\{\{|%[({sv]|<|\*{3}|x{3,}$|\.{0,2}\/[\w.-]|~\/|file:|env:|vault:|ref\+|arn:|[a-z]+:\/\/|⟦)/iu.test(value);
}
__name(isReference, "isReference");
function isPlainWord(value) {
  return /^(?:|true|false|null|none|nil|undefined|yes|no|on|off|string|required|optional|enabled|disabled|password|secret|token|bearer|redacted|changeme)$/iu.test(
    value
  );
}
__name(isPlainWord, "isPlainWord");

// src/load/credentials.ts
var privateKeyBlock = /(?:-----BEGIN [A-Z0-9 ]{0,40})?PRIVATE KEY[A-Z ]{0,12}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----|$)/gu;
var webToken = /(?<![\w-])(?=[\w-]*\.eyJ[\w-]{8,}\.[\w-]{8,})[\w-]*?eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu;
var encodedRun = /^\s*[A-Za-z0-9+/]{24}/u;
var encodedPem = /(?:LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK)[A-Za-z0-9+/]{40,}={0,2}/gu;
function withoutCredentials(text) {
  return withoutGuesses(text.replace(privateKeyBlock, "***").replace(webToken, "***"), () => "***");
}
__name(withoutCredentials, "withoutCredentials");
function isPublicCertificates(text) {
  if (!text.includes("-----BEGIN CERTIFICATE-----")) return false;
  return /^(?:\s*-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/u.test(text);
}
__name(isPublicCertificates, "isPublicCertificates");
function isKubeconfigText(text) {
  return text.includes("users") && /["']?\bkind["']?\s*:\s*["']?Config\b/u.test(text) && /["']?\busers["']?\s*:/u.test(text);
}
__name(isKubeconfigText, "isKubeconfigText");
function decodedText(text) {
  const compact = text.replace(/\s/gu, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(compact)) return void 0;
  try {
    const characters = atob(compact);
    const bytes = new Uint8Array(characters.length);
    for (let at2 = 0; at2 < bytes.length; at2++) bytes[at2] = characters.charCodeAt(at2);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
__name(decodedText, "decodedText");
function isSecretText(text) {
  return /\bkind\\?["']?\s*:\s*\\?["']?Secret\b/iu.test(text) && /["'\n{ ](?:data|stringData)\\?["']?\s*:/iu.test(text);
}
__name(isSecretText, "isSecretText");
function isUsersText(text) {
  return /\busers\\?["']?\s*:/u.test(text) && /\buser\\?["']?\s*:/u.test(text) && /\b(?:token|password|client-key-data|client-secret)\\?["']?\s*:/u.test(text);
}
__name(isUsersText, "isUsersText");
function hiddenText(text) {
  if (!encodedRun.test(text)) return void 0;
  const once = decodedText(text);
  if (once === void 0 || !encodedRun.test(once)) return once;
  return decodedText(once) ?? once;
}
__name(hiddenText, "hiddenText");

// src/load/flatten.ts
function flatten(document) {
  if (!isObject(document.value) || !isListKind(document.value["kind"]) || !isList(document.value["items"])) return [document];
  return document.value["items"].flatMap((value, index) => flatten({ value, source: new InnerSource(document.source, ["items", index]) }));
}
__name(flatten, "flatten");
function isListKind(kind) {
  return typeof kind === "string" && kind.endsWith("List");
}
__name(isListKind, "isListKind");
var InnerSource = class {
  static {
    __name(this, "InnerSource");
  }
  file;
  index;
  #outer;
  #base;
  constructor(outer, base) {
    this.#outer = outer;
    this.#base = base;
    this.file = outer.file;
    this.index = outer.index;
  }
  get line() {
    return this.place([]).line;
  }
  place(path, of = "value") {
    return this.#outer.place([...this.#base, ...path], path.length === 0 ? "value" : of);
  }
};

// src/load/harmless.ts
var tellingWord = /secret|stringdata|users|passw|token|api[_-]?key|access[_-]?key|private[_-]?\s*key/iu;
var tellingShape = /\\|![!<\w]|eyJ|gh[oprsu]_|github_pat_|A[KS]IA[A-Z0-9]|xox[a-z]-|AIza|glpat-|hv[brs]\.|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK|:\/\/[^\s/?#:@"'<>\\]{0,256}:[^\s/?#"'<>\\]+@/u;
function isHarmless(text) {
  return !tellingWord.test(text) && !tellingShape.test(text) && !hasEncodedRun(text);
}
__name(isHarmless, "isHarmless");
var encoded = 24;
var isBase64 = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") isBase64[character.charCodeAt(0)] = 1;
function hasEncodedRun(text) {
  for (let end = encoded - 1; end < text.length; ) {
    let at2 = end;
    while (at2 > end - encoded && isBase64[text.charCodeAt(at2)] === 1) at2--;
    if (at2 === end - encoded) {
      if (beginsValue(text, at2)) return true;
      at2 = end + 1;
      while (isBase64[text.charCodeAt(at2)] === 1) at2++;
    }
    end = at2 + encoded;
  }
  return false;
}
__name(hasEncodedRun, "hasEncodedRun");
function beginsValue(text, before) {
  return before < 0 || /[\s"'[{,:]/u.test(text.charAt(before));
}
__name(beginsValue, "beginsValue");

// src/load/scan.ts
var most = 20;
function scan(file, text, severity) {
  const found = [];
  if (text.includes("PRIVATE KEY")) {
    for (const offset of offsets(text, privateKeyBlock))
      found.push(finding("private-key-in-repository", { how: "" }, { source: placeOf(file, text, offset), severity }));
  }
  return [...found, ...scanTokens(file, text, severity)];
}
__name(scan, "scan");
function scanEncoded(file, text, severity) {
  const isKey = /* @__PURE__ */ __name((run) => hiddenText(run)?.includes("PRIVATE KEY-----") === true, "isKey");
  return offsets(text, encodedPem, isKey).map(
    (offset) => finding("private-key-in-repository", { how: ", base64-encoded" }, { source: placeOf(file, text, offset), severity })
  );
}
__name(scanEncoded, "scanEncoded");
function scanTokens(file, text, severity) {
  const found = [];
  if (text.includes("eyJ")) {
    for (const offset of offsets(text, webToken))
      found.push(finding("token-in-repository", { how: "" }, { source: placeOf(file, text, offset), severity }));
  }
  for (const offset of offsets(text, knownToken))
    found.push(finding("credential-in-repository", { what: "an access token" }, { source: placeOf(file, text, offset) }));
  return found;
}
__name(scanTokens, "scanTokens");
function offsets(text, pattern, isMeant = () => true) {
  const found = [];
  for (const match of text.matchAll(pattern)) {
    if (!isMeant(match[0])) continue;
    found.push(match.index);
    if (found.length === most) break;
  }
  return found;
}
__name(offsets, "offsets");
function placeOf(file, text, offset) {
  let line = 1;
  for (let at2 = text.indexOf("\n"); at2 >= 0 && at2 < offset; at2 = text.indexOf("\n", at2 + 1)) line++;
  return { file, line, column: offset - (offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1)) };
}
__name(placeOf, "placeOf");

// src/load/seal.ts
import { createHmac } from "node:crypto";

// src/load/secret-object.ts
var openKeys = /* @__PURE__ */ new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
function isSecret(object, path) {
  const kind = object["kind"];
  if (typeof kind === "string" && /^\W*secrets?\W*$/iu.test(kind)) return true;
  return path.length === 0 && isCore(object) && Object.keys(object).some((key) => key.length === 10 && key.toLowerCase() === "stringdata");
}
__name(isSecret, "isSecret");
function isSecretValue(object, key, path) {
  if (/^(?:string)?data$/iu.test(key)) return true;
  const isWhole = isCore(object) && (path.length === 0 || isObject(object["metadata"]));
  return isWhole && !openKeys.has(key) && !isDirective(object, key);
}
__name(isSecretValue, "isSecretValue");
function isCore(object) {
  const version = object["apiVersion"];
  return typeof version !== "string" || !version.includes("/");
}
__name(isCore, "isCore");
function isDirective(object, key) {
  return key === "$patch" && /^(?:delete|replace|merge)$/u.test(String(object[key]));
}
__name(isDirective, "isDirective");

// src/load/seal.ts
function seal(object) {
  const sealer = new Sealer();
  const sealed = sealer.object(object);
  return { object: isObject(sealed) ? sealed : {}, vault: sealer.vault, seals: sealer.seals };
}
__name(seal, "seal");
function fingerprintOf(value) {
  return createHmac("sha256", "isthmus.dev sealed value 1").update(value).digest("hex").slice(0, 32);
}
__name(fingerprintOf, "fingerprintOf");
var lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
var credentialKeys = /* @__PURE__ */ new Set([
  "token",
  "password",
  "client-key-data",
  "id-token",
  "refresh-token",
  "access-token",
  "client-secret",
  "value"
]);
var Sealer = class {
  static {
    __name(this, "Sealer");
  }
  vault = /* @__PURE__ */ new Map();
  seals = [];
  /** Of the value that is looked at: a path of its own for every value would cost more than all the looking. */
  #path = [];
  object(object) {
    if (isSecret(object, this.#path)) return this.#secret(object);
    if (hasUsers(object)) return this.#kubeconfig(object);
    const name = object["name"];
    const isEnvironment = typeof name === "string" && typeof object["value"] === "string" && isEnvironmentSecret(name, object["value"]);
    return this.#mapped(object, (value, key) => {
      if (typeof value !== "string") return this.#value(value);
      const isNamed = isEnvironment && key === "value" || value.length >= 6 && isTellingKey(key) && isLiteral(key, value);
      return isNamed && !isPublicCertificates(value) ? this.#named(value) : this.#text(value);
    });
  }
  /** A value whose name says what it is; when its shape says more, that is said. */
  #named(value) {
    const shown2 = this.#text(value);
    return shown2 === value ? this.#whole(value, "guess", "a password, a secret or a token") : shown2;
  }
  #value(value) {
    if (typeof value === "string") return this.#text(value);
    if (isList(value)) return this.#listed(value, (item2) => this.#value(item2));
    return isObject(value) ? this.object(value) : value;
  }
  /** A Secret: what `data` and `stringData` hold, and the copy of it that `kubectl apply` leaves in an annotation. */
  #secret(object) {
    const path = [...this.#path];
    return this.#mapped(object, (value, key) => {
      if (isSecretValue(object, key, path)) return this.#payload(value, key.toLowerCase() === "data");
      return key === "metadata" && isObject(value) ? this.#secretMetadata(value) : this.#value(value);
    });
  }
  #payload(value, isEncoded) {
    if (!isObject(value)) return value === null ? null : this.#whole(value, "secret-value");
    return this.#mapped(value, (item2) => {
      if (item2 === null || item2 === "") return item2;
      const text = typeof item2 !== "string" ? void 0 : isEncoded ? decodedText(item2) : item2;
      return text !== void 0 && isPublicCertificates(text) ? item2 : this.#whole(item2, "secret-value");
    });
  }
  #secretMetadata(metadata) {
    return this.#mapped(metadata, (value, key) => {
      if (key !== "annotations" || !isObject(value)) return this.#value(value);
      return this.#mapped(value, (item2, name) => name === lastApplied ? this.#whole(item2, "secret-value") : this.#value(item2));
    });
  }
  #kubeconfig(object) {
    return this.#mapped(object, (value, key) => key === "users" ? this.#credentials(value) : this.#value(value));
  }
  #credentials(value) {
    if (isList(value)) return this.#listed(value, (item2) => this.#credentials(item2));
    if (!isObject(value)) return this.#value(value);
    return this.#mapped(value, (item2, key) => {
      const isCredential = credentialKeys.has(key) && item2 !== null && !isObject(item2) && !isList(item2) && item2 !== "";
      return isCredential ? this.#whole(item2, "kubeconfig") : this.#credentials(item2);
    });
  }
  /** A text in an object that is no Secret: only what is surely or probably a credential goes. */
  #text(text) {
    if (text.length < 9) return text;
    const hidden = text.length < 24 ? void 0 : hiddenText(text);
    if (hidden !== void 0) {
      const kind = kindOf(hidden);
      if (kind !== void 0) return this.#whole(text, kind, "an access token");
    }
    if (isKubeconfigText(text)) return this.#whole(text, "kubeconfig");
    if (!isSuspicious(text)) return text;
    if (isUsersText(text)) return this.#whole(text, "guess", "a part of a kubeconfig");
    if (isSecretText(text)) return this.#whole(text, "guess", "a Secret as a text");
    return this.#guessed(this.#certain(text));
  }
  /** Keys and tokens in plain text are found by the search through the file; what is encoded is not. */
  #certain(text) {
    return text.replace(privateKeyBlock, (found) => this.#stored(found)).replace(encodedPem, (found) => kindOf(hiddenText(found) ?? "") === void 0 ? found : this.#whole(found, "private-key")).replace(webToken, (found) => this.#stored(found));
  }
  #guessed(text) {
    return withoutGuesses(text, (value, guess) => guess === "an access token" ? this.#stored(value) : this.#whole(value, "guess", guess));
  }
  #whole(value, kind, guess) {
    const path = [...this.#path];
    this.seals.push(kind === "guess" && guess !== void 0 ? { kind, path, guess } : { kind, path });
    return this.#stored(typeof value === "string" ? value : JSON.stringify(value));
  }
  #stored(value) {
    const fingerprint = fingerprintOf(value);
    this.vault.set(fingerprint, new Secret(value));
    return sealedText(fingerprint);
  }
  /** The object with each value changed; itself when none was. Keys are texts too, and are looked at. */
  #mapped(object, change2) {
    let copy;
    const keys = Object.keys(object);
    for (const [index, key] of keys.entries()) {
      const value = object[key];
      if (value === void 0) continue;
      this.#path.push(key);
      const shown2 = key.length < 16 ? key : this.#text(key);
      const after = change2(value, key);
      this.#path.pop();
      if (after === value && shown2 === key && copy === void 0) continue;
      copy ??= copyOf(object, keys.slice(0, index));
      Object.defineProperty(copy, shown2, { value: after, enumerable: true, configurable: true, writable: true });
    }
    return copy ?? object;
  }
  /** The list with each item changed; itself when none was. */
  #listed(list, change2) {
    let copy;
    for (const [index, item2] of list.entries()) {
      this.#path.push(index);
      const after = change2(item2);
      this.#path.pop();
      if (after === item2 && copy === void 0) continue;
      copy ??= list.slice(0, index);
      copy.push(after);
    }
    return copy ?? list;
  }
};
function copyOf(object, keys) {
  return Object.fromEntries(keys.map((key) => [key, object[key] ?? null]));
}
__name(copyOf, "copyOf");
function hasUsers(object) {
  const users = object["users"];
  return isList(users) && (object["kind"] === "Config" || users.some((user) => isObject(user) && isObject(user["user"])));
}
__name(hasUsers, "hasUsers");
function kindOf(text) {
  if (text.search(privateKeyBlock) >= 0) return "private-key";
  if (text.search(webToken) >= 0) return "token";
  if (isKubeconfigText(text)) return "kubeconfig";
  return text.search(knownToken) >= 0 ? "guess" : void 0;
}
__name(kindOf, "kindOf");

// src/load/seal-findings.ts
function sealFindings(seals, object, source) {
  const found = [];
  const values = seals.filter((entry) => entry.kind === "secret-value");
  const [first] = values;
  if (first !== void 0) {
    const keys = values.map((entry) => withoutCredentials(String(entry.path.at(-1)))).slice(0, 8);
    const name = withoutCredentials(textAt(object, "metadata", "name") ?? "");
    found.push(finding("secret-in-repository", { name, keys: keys.join(", ") }, { source: source.place(first.path, "key") }));
  }
  const guesses = /* @__PURE__ */ new Set();
  for (const entry of seals) {
    if (entry.kind === "secret-value" || guesses.has(entry.guess ?? "")) continue;
    if (entry.guess !== void 0) guesses.add(entry.guess);
    found.push(sealFinding(entry, source.place(entry.path)));
  }
  return found;
}
__name(sealFindings, "sealFindings");
function sealFinding({ kind, guess }, source) {
  switch (kind) {
    case "private-key":
      return finding("private-key-in-repository", { how: ", base64-encoded" }, { source });
    case "token":
      return finding("token-in-repository", { how: ", base64-encoded" }, { source });
    case "kubeconfig":
      return finding("kubeconfig-in-repository", { what: "a token, a password or a client key" }, { source });
    case "secret-value":
    case "guess":
      return finding("credential-in-repository", { what: guess ?? "a credential" }, { source });
  }
}
__name(sealFinding, "sealFinding");

// src/load/surprises.ts
function findingOf(mistake, object, limits) {
  const where = { source: mistake.place };
  const facts = shownFacts(mistake, object);
  switch (mistake.code) {
    case "syntax":
      return finding("yaml-syntax", { reason: facts.reason }, where);
    case "alias-limit":
      return finding("too-many-aliases", { what: mistake.place.file, expanded: limits.expanded, aliases: limits.aliases }, where);
    case "depth-limit":
      return finding("nested-too-deep", { limit: limits.depth }, where);
    case "document-limit":
      return finding("too-many-documents", { what: mistake.place.file, limit: limits.documents }, where);
    case "entry-limit":
      return finding("too-many-entries", { what: mistake.place.file, limit: limits.entries }, where);
    case "key-limit":
      return finding("too-many-keys", { limit: limits.keys }, where);
    case "unreadable-limit":
      return finding("too-many-unreadable", { file: mistake.place.file, limit: limits.unreadable }, where);
    case "duplicate-key":
      return finding("duplicate-key", { key: facts.key, first: facts.first }, where);
    case "merge-overrides":
      return finding("merge-overrides-key", { key: facts.key }, where);
    case "ignored-document":
      return finding("ignored-document", {}, where);
    case "line-separator":
      return finding("line-separator", {}, where);
    case "inexact-number":
      return finding("inexact-number", { text: facts.text }, where);
    case "boolean-key":
      return finding("yaml-1-1-boolean", { text: facts.text, value: facts.value, role: "key" }, where);
    case "boolean-word":
      return isTextPlace(mistake.path, object) ? finding("yaml-1-1-boolean", { text: facts.text, value: facts.value, role: "value" }, where) : void 0;
    case "octal-number":
      return isFileMode(mistake.path) ? void 0 : finding("octal-number", { text: facts.text, value: facts.value }, where);
    case "reshaped-number":
      return isTextPlace(mistake.path, object) ? finding("float-like-version", { text: facts.text, value: facts.value }, where) : void 0;
  }
}
__name(findingOf, "findingOf");
function shownFacts(mistake, object) {
  const isSecret2 = object?.["kind"] === "Secret" && mistake.path[0] !== "metadata" || object?.["kind"] === "Config";
  const fact = /* @__PURE__ */ __name((name) => withoutCredentials(String(mistake.facts[name] ?? "")), "fact");
  const spelling = /* @__PURE__ */ __name((name) => isSecret2 && mistake.path.length > 1 ? "***" : fact(name), "spelling");
  return { reason: fact("reason"), key: fact("key"), first: fact("first"), text: spelling("text"), value: spelling("value") };
}
__name(shownFacts, "shownFacts");
var textMaps = /* @__PURE__ */ new Set([
  "labels",
  "annotations",
  "matchLabels",
  "nodeSelector",
  "selector",
  "stringData",
  "binaryData",
  "podLabels",
  "podAnnotations",
  "set",
  "add"
]);
var textKeys = new Set(
  "name namespace host subset exact prefix regex version kubernetes tag hub image app region zone network cluster key revision meshID kind apiVersion".split(
    " "
  )
);
var numberLists = /* @__PURE__ */ new Set(["ports", "codes", "retriableStatusCodes", "buckets"]);
function isTextPlace(path, object) {
  const last = path.at(-1);
  const parent = path.at(-2);
  if (typeof last === "number") return typeof parent === "string" && !numberLists.has(parent);
  if (last === void 0) return false;
  if (typeof parent === "string" && textMaps.has(parent)) return true;
  if (parent === "data" && path.length === 2) return object?.["kind"] === "ConfigMap" || object?.["kind"] === "Secret";
  return textKeys.has(last) || last === "value" && typeof parent === "number" && path.at(-3) === "env";
}
__name(isTextPlace, "isTextPlace");
function isFileMode(path) {
  return /mode$|umask$/iu.test(String(path.at(-1) ?? ""));
}
__name(isFileMode, "isFileMode");

// src/load/words.ts
function pathText(path) {
  const text = path.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("");
  return text === "" ? "the document" : text.replace(/^\./u, "");
}
__name(pathText, "pathText");
function kindText(value) {
  if (value === void 0 || value === null) return "empty";
  if (isList(value)) return "a list";
  if (isObject(value)) return "an object";
  if (typeof value === "string") return "a text";
  return `the ${typeof value} ${String(value)}`;
}
__name(kindText, "kindText");
function seenText(value) {
  if (typeof value !== "string") return kindText(value);
  const isShown = value.length <= 80 && !value.includes("@") && !value.includes("-----");
  return isShown ? value : `a text of ${value.length} characters`;
}
__name(seenText, "seenText");
function listText(names, most2 = 12) {
  if (names.length === 0) return "there is none";
  if (names.length <= most2) return names.join(", ");
  return `${names.slice(0, most2).join(", ")} and ${names.length - most2} more`;
}
__name(listText, "listText");

// src/load/documents.ts
var defaultTreeLimits = {
  yaml: defaultLimits,
  documents: 2e5,
  entries: 1e7,
  expanded: 2e6,
  characters: 16 * 1024 * 1024
};
function readTree(tree, wants, limits = defaultTreeLimits) {
  const reading = { documents: [], vault: /* @__PURE__ */ new Map(), findings: [], dropped: /* @__PURE__ */ new Set(), limits, entries: 0, expanded: 0 };
  const charts = chartFolders(tree);
  for (const entry of tree.entries) {
    if (entry.kind === "file") readEntry(reading, entry, wants(entry.path), charts);
    else if (wants(entry.path) || mayHide(entry, wants)) reading.findings.push(refusal(entry));
  }
  const { documents, vault, findings, dropped } = reading;
  return { documents, vault, findings, dropped: [...dropped] };
}
__name(readTree, "readTree");
function readEntry(reading, entry, isWanted, charts) {
  const mayHoldSecrets = !isHarmless(entry.text);
  const isExample = !isWanted && charts.some((folder) => entry.path.startsWith(folder));
  const severity = isExample ? "warning" : "error";
  if (mayHoldSecrets) reading.findings.push(...scan(entry.path, entry.text, severity));
  if (isWanted && isDocument(entry.path)) {
    readFile(reading, entry, mayHoldSecrets);
    return;
  }
  const opened = !isExample && isKubeconfigText(entry.text) ? kubeconfigFindings(entry, reading.limits) : [];
  const encoded2 = mayHoldSecrets && opened.length === 0 ? scanEncoded(entry.path, entry.text, severity) : [];
  reading.findings.push(...opened, ...encoded2);
}
__name(readEntry, "readEntry");
function kubeconfigFindings({ path, text }, { yaml, characters }) {
  if (text.length > characters) return [];
  const { documents } = readDocuments(path, text, yaml);
  return documents.flatMap(({ value, source }) => {
    if (!isObject(value) || !isKubeconfig(value)) return [];
    return sealFindings(
      seal(value).seals.filter(({ kind }) => kind === "kubeconfig"),
      value,
      source
    );
  });
}
__name(kubeconfigFindings, "kubeconfigFindings");
function chartFolders({ entries }) {
  return entries.flatMap(({ path }) => /(?:^|\/)Chart\.yaml$/u.test(path) ? [path.slice(0, -"Chart.yaml".length)] : []);
}
__name(chartFolders, "chartFolders");
function mayHide(entry, wants) {
  if (entry.kind === "symlink" && /\w\.[A-Za-z]{2,5}$/u.test(entry.target)) return false;
  return (entry.kind === "symlink" || entry.kind === "submodule") && wants(`${entry.path}/any.yaml`);
}
__name(mayHide, "mayHide");
function refusal(entry) {
  const file = entry.path;
  const where = { source: startOf(file) };
  switch (entry.kind) {
    case "too-large":
      return finding("file-too-large", { file, size: sizeText(entry.size), limit: sizeText(entry.limit) }, where);
    case "binary":
      return finding("binary-file", { file, size: entry.size }, where);
    case "symlink":
      return finding(
        "symlink-refused",
        { file, target: entry.target, where: isOutside(file, entry.target) ? ", outside the repository" : "" },
        where
      );
    case "submodule":
      return finding("submodule-not-read", { file }, where);
  }
}
__name(refusal, "refusal");
function sizeText(bytes) {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.ceil(bytes * 10 / 1024 / 1024) / 10} MB`;
}
__name(sizeText, "sizeText");
function isOutside(file, target) {
  if (/^(?:[/\\]|[A-Za-z]:)/u.test(target)) return true;
  let depth = file.split("/").length - 1;
  for (const step of target.split(/[/\\]/u)) {
    if (step === "..") depth--;
    else if (step !== "." && step !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}
__name(isOutside, "isOutside");
function isDocument(path) {
  return /\.(?:ya?ml|json)$/iu.test(path) || path === "isthmus.lock";
}
__name(isDocument, "isDocument");
function readFile(reading, entry, mayHoldSecrets) {
  const { limits, findings } = reading;
  if (entry.text.length > limits.characters) {
    findings.push(
      finding(
        "file-too-large",
        { file: entry.path, size: sizeText(entry.size), limit: sizeText(limits.characters) },
        { source: startOf(entry.path) }
      )
    );
    return;
  }
  if (passedLimit(reading) !== void 0) {
    drop(reading, entry.path, () => startOf(entry.path));
    return;
  }
  const { documents, mistakes, cost } = readDocuments(entry.path, entry.text, limits.yaml);
  reading.entries += cost.entries;
  reading.expanded += cost.expanded;
  if (mistakes.length > 0) findings.push(...mistakesOf(documents, mistakes, limits.yaml));
  for (const document of documents) for (const part of flatten(document)) addDocument(reading, part, mayHoldSecrets);
}
__name(readFile, "readFile");
function mistakesOf(documents, mistakes, limits) {
  const byIndex = new Map(documents.map((document) => [document.source.index, document.value]));
  return mistakes.flatMap((mistake) => {
    const value = byIndex.get(mistake.document);
    return findingOf(mistake, isObject(value) ? value : void 0, limits) ?? [];
  });
}
__name(mistakesOf, "mistakesOf");
function addDocument(reading, { value, source }, mayHoldSecrets) {
  if (!isObject(value)) {
    reading.findings.push(finding("not-an-object", { seen: kindOnly(value) }, { source: source.place([]) }));
    return;
  }
  if (reading.documents.length >= reading.limits.documents) {
    drop(reading, source.file, () => source.place([]));
    return;
  }
  if (!mayHoldSecrets) {
    reading.documents.push({ object: value, source });
    return;
  }
  const sealed = seal(value);
  for (const [fingerprint, secret] of sealed.vault) reading.vault.set(fingerprint, secret);
  reading.findings.push(...sealFindings(sealed.seals, value, source));
  if (!isKubeconfig(value)) reading.documents.push({ object: sealed.object, source });
}
__name(addDocument, "addDocument");
function passedLimit({ documents, entries, expanded, limits }) {
  const what = "The repository";
  if (documents.length >= limits.documents) return (source) => finding("too-many-documents", { what, limit: limits.documents }, { source });
  if (entries >= limits.entries) return (source) => finding("too-many-entries", { what, limit: limits.entries }, { source });
  if (expanded >= limits.expanded)
    return (source) => finding("too-many-aliases", { what, expanded: limits.expanded, aliases: limits.yaml.aliases }, { source });
  return void 0;
}
__name(passedLimit, "passedLimit");
function drop(reading, file, place) {
  if (reading.dropped.size === 0) {
    const found = passedLimit(reading)?.(place());
    if (found !== void 0) reading.findings.push(found);
  }
  reading.dropped.add(file);
}
__name(drop, "drop");
function kindOnly(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? "a single value" : kindText(value);
}
__name(kindOnly, "kindOnly");
function isKubeconfig(value) {
  return value["kind"] === "Config" && isList(value["users"]);
}
__name(isKubeconfig, "isKubeconfig");

// src/catalog/schemas/validators.gen.ts
var isMesh = validate158;
var schema31 = { "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "const": "isthmus.dev/v1alpha1" }, "kind": { "const": "Mesh" }, "metadata": { "$ref": "#/definitions/metadata" }, "spec": { "type": "object", "additionalProperties": false, "required": ["istio"], "properties": { "id": { "$ref": "#/definitions/labelValue", "description": "global.meshID of every cluster. Default: the mesh's name. Set it when adopting a mesh that uses another." }, "topology": { "enum": ["multi-primary", "primary-remote", "external"], "description": "Where istiod runs: in every cluster, in some clusters for others, or outside the mesh. Default: multi-primary." }, "dataPlane": { "enum": ["sidecar", "ambient"], "description": "Who carries the traffic: a proxy in each pod, or ztunnel on each node. Default: sidecar." }, "istio": { "description": "The Istio that is installed in every cluster that does not say otherwise.", "type": "object", "additionalProperties": false, "required": ["revisions"], "properties": { "charts": { "$ref": "#/definitions/charts" }, "images": { "$ref": "#/definitions/images" }, "gatewayAPI": { "$ref": "#/definitions/gatewayApi" }, "revisions": { "$ref": "#/definitions/revisions" }, "values": { "$ref": "#/definitions/values" } } }, "trust": { "$ref": "#/definitions/trust" }, "discovery": { "description": "How the control planes read the other clusters.", "type": "object", "additionalProperties": false, "properties": { "tokens": { "enum": ["bound", "legacy"], "description": "bound: tokens that end and are renewed. legacy: a token Secret that never ends. Default: bound." }, "lifetime": { "$ref": "#/definitions/duration", "description": "How long a bound token is asked for; it is renewed at half of it. Default: 720h." }, "reader": { "description": "The identity that reads a cluster for the others.", "type": "object", "additionalProperties": false, "properties": { "secrets": { "type": "boolean", "description": "Whether it may read Secrets, every cluster's cacerts among them. Default: true: no istiod is known to live without." } } } } }, "groups": { "description": "Sets of clusters by label, for config/groups/<name>/ and rollout.waves.", "type": "object", "propertyNames": { "$ref": "#/definitions/name" }, "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["matchLabels"], "properties": { "matchLabels": { "$ref": "#/definitions/labels", "description": "A cluster belongs to the group when it has all of these labels." } } } }, "rollout": { "description": "In which order installs and configuration reach the clusters.", "type": "object", "additionalProperties": false, "properties": { "waves": { "description": "Each wave is a list of clusters and groups; clusters that none names come last. Default: one wave of all.", "type": "array", "items": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/name" } } }, "soak": { "$ref": "#/definitions/duration", "description": "How long a wave is watched before the next one starts. Default: 10m." }, "restart": { "enum": ["report", "rollout"], "description": "What happens to workloads that must restart. report: it is left to you. rollout: Deployments, StatefulSets and DaemonSets whose pods have a proxy that is not what istiod would give them now are restarted as by `kubectl rollout restart`, after the configuration of their wave, one after the other in each cluster. Default: report." }, "maxDeletions": { "type": "integer", "minimum": 0, "maximum": 1e6, "description": "Deletions allowed in one cluster without confirmation. Default: 10." } } }, "apply": { "enum": ["onMerge", "onCommand", "never"], "description": "When a plan is carried out. never: others apply, Isthmus only checks. Default: onMerge." }, "chatops": { "$ref": "#/definitions/chatops" } } } } };
var schema8 = { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "$ref": "#/definitions/name", "description": "What it is called in folders, findings, reports and commands." }, "labels": { "$ref": "#/definitions/labels", "description": "Of a cluster: what groups are chosen by. Default: none." }, "annotations": { "type": "object", "additionalProperties": { "type": "string" }, "description": "Notes of your own; nothing reads them. Default: none." } } };
var schema9 = { "title": "a DNS label: lower-case letters, digits and hyphens, at most 63, such as east-1", "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" };
var pattern0 = new RegExp("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
__name(validate24, "validate24");
var schema10 = { "type": "object", "propertyNames": { "$ref": "#/definitions/labelKey" }, "additionalProperties": { "$ref": "#/definitions/labelValue" } };
var schema11 = { "title": "a label key, such as region or example.org/region", "type": "string", "pattern": "^([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$" };
var pattern1 = new RegExp("^([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", "u");
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern1.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$" }, message: 'must match pattern "^([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"', schema: "^([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
__name(validate27, "validate27");
var schema12 = { "title": "a label value: letters, digits, hyphens, dots and underscores, at most 63", "type": "string", "pattern": "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$" };
var pattern2 = new RegExp("^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", "u");
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern2.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$"', schema: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
__name(validate29, "validate29");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors;
      if (!validate27(key0, { instancePath, parentData: data, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
        errors = vErrors.length;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err0 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid", schema: schema10.propertyNames, parentSchema: schema10, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (!validate29(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema10.type, parentSchema: schema10, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
__name(validate26, "validate26");
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema8.required, parentSchema: schema8, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "labels" || key0 === "annotations")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema8, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate24(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.labels !== void 0) {
      if (!validate26(data.labels, { instancePath: instancePath + "/labels", parentData: data, parentDataProperty: "labels", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.annotations !== void 0) {
      let data2 = data.annotations;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          if (typeof data3 !== "string") {
            const err2 = { instancePath: instancePath + "/annotations/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema8.properties.annotations.additionalProperties.type, parentSchema: schema8.properties.annotations.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/annotations", schemaPath: "#/properties/annotations/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.properties.annotations.type, parentSchema: schema8.properties.annotations, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.type, parentSchema: schema8, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate92.errors = vErrors;
  return errors === 0;
}
__name(validate92, "validate92");
var schema22 = { "description": "Where the official charts come from. Write exactly one. Default: source: bundled.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "source": { "enum": ["bundled"], "description": "The snapshot that ships with Isthmus: for previews, demos and tests." }, "repository": { "$ref": "#/definitions/webAddress", "description": "A Helm repository." }, "oci": { "$ref": "#/definitions/ociReference", "description": "The folder of an OCI registry that holds the charts." }, "path": { "$ref": "#/definitions/folder", "description": "A folder of this repository." } } };
var schema23 = { "title": "an address that begins with https:// or http://, without user and password", "type": "string", "pattern": "^https?://[^\\s/@]+(/[^\\s@]*)?$" };
var pattern14 = new RegExp("^https?://[^\\s/@]+(/[^\\s@]*)?$", "u");
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern14.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@]+(/[^\\s@]*)?$" }, message: 'must match pattern "^https?://[^\\s/@]+(/[^\\s@]*)?$"', schema: "^https?://[^\\s/@]+(/[^\\s@]*)?$", parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema23.type, parentSchema: schema23, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
__name(validate68, "validate68");
var schema24 = { "title": "a reference that begins with oci://", "type": "string", "pattern": "^oci://[^\\s/@]+(/[^\\s]*)?$" };
var pattern15 = new RegExp("^oci://[^\\s/@]+(/[^\\s]*)?$", "u");
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern15.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^oci://[^\\s/@]+(/[^\\s]*)?$" }, message: 'must match pattern "^oci://[^\\s/@]+(/[^\\s]*)?$"', schema: "^oci://[^\\s/@]+(/[^\\s]*)?$", parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
__name(validate70, "validate70");
var schema25 = { "title": "a folder of this repository, relative to its root and without ..", "type": "string", "pattern": "^(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\\\u0000-\\u001f]+$" };
var pattern16 = new RegExp("^(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\\\u0000-\\u001f]+$", "u");
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern16.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\\\u0000-\\u001f]+$" }, message: 'must match pattern "^(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\\\u0000-\\u001f]+$"', schema: "^(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\\\u0000-\\u001f]+$", parentSchema: schema25, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema25.type, parentSchema: schema25, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
__name(validate72, "validate72");
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "source" || key0 === "repository" || key0 === "oci" || key0 === "path")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema22, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data0 = data.source;
      if (!(data0 === "bundled")) {
        const err3 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema22.properties.source.enum }, message: "must be equal to one of the allowed values", schema: schema22.properties.source.enum, parentSchema: schema22.properties.source, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.repository !== void 0) {
      if (!validate68(data.repository, { instancePath: instancePath + "/repository", parentData: data, parentDataProperty: "repository", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data.oci !== void 0) {
      if (!validate70(data.oci, { instancePath: instancePath + "/oci", parentData: data, parentDataProperty: "oci", rootData })) {
        vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
        errors = vErrors.length;
      }
    }
    if (data.path !== void 0) {
      if (!validate72(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData })) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate97.errors = vErrors;
  return errors === 0;
}
__name(validate97, "validate97");
var schema26 = { "description": "Where clusters pull Istio's images from.", "type": "object", "additionalProperties": false, "properties": { "hub": { "$ref": "#/definitions/text", "description": "global.hub of every chart. Default: the charts' own." }, "pullSecrets": { "type": "array", "items": { "$ref": "#/definitions/name" }, "description": "global.imagePullSecrets. Default: none." } } };
var schema17 = { "title": "a text of one line", "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f]{1,4096}$" };
var pattern7 = new RegExp("^[^\\u0000-\\u001f\\u007f]{1,4096}$", "u");
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,4096}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,4096}$", parentSchema: schema17, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
__name(validate43, "validate43");
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "hub" || key0 === "pullSecrets")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema26, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.hub !== void 0) {
      if (!validate43(data.hub, { instancePath: instancePath + "/hub", parentData: data, parentDataProperty: "hub", rootData })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
    if (data.pullSecrets !== void 0) {
      let data1 = data.pullSecrets;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate24(data1[i0], { instancePath: instancePath + "/pullSecrets/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err1 = { instancePath: instancePath + "/pullSecrets", schemaPath: "#/properties/pullSecrets/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema26.properties.pullSecrets.type, parentSchema: schema26.properties.pullSecrets, data: data1 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate102.errors = vErrors;
  return errors === 0;
}
__name(validate102, "validate102");
var schema27 = { "description": "Who installs the CRDs of the Gateway API.", "type": "object", "additionalProperties": false, "properties": { "manage": { "enum": ["install", "platform"], "description": "install: Isthmus does; newer ones that are there are left. platform: somebody else does. Default: platform." }, "version": { "$ref": "#/definitions/version", "description": "Which release is there, or is to be. With install, the bundled one (1.6.0, standard channel), or another whose files are under config/. Default: the bundled one." } } };
var schema28 = { "title": 'a version in quotes, such as "1.31.0"', "type": "string", "pattern": "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$" };
var pattern17 = new RegExp("^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$", "u");
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern17.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$" }, message: 'must match pattern "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$"', schema: "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$", parentSchema: schema28, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema28.type, parentSchema: schema28, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate80.errors = vErrors;
  return errors === 0;
}
__name(validate80, "validate80");
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "manage" || key0 === "version")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema27, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.manage !== void 0) {
      let data0 = data.manage;
      if (!(data0 === "install" || data0 === "platform")) {
        const err1 = { instancePath: instancePath + "/manage", schemaPath: "#/properties/manage/enum", keyword: "enum", params: { allowedValues: schema27.properties.manage.enum }, message: "must be equal to one of the allowed values", schema: schema27.properties.manage.enum, parentSchema: schema27.properties.manage, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (!validate80(data.version, { instancePath: instancePath + "/version", parentData: data, parentDataProperty: "version", rootData })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
__name(validate106, "validate106");
var schema29 = { "description": "The control planes to run side by side; several while a canary upgrade lasts.", "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["version"], "properties": { "name": { "$ref": "#/definitions/name", "description": "istio.io/rev. The one named default has no revision label. Default: default." }, "version": { "$ref": "#/definitions/version", "description": "The version of Istio and of its charts." }, "tags": { "type": "array", "items": { "$ref": "#/definitions/name" }, "description": "Revision tags that point here. Default: none." } } } };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.version === void 0) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema29.items.required, parentSchema: schema29.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        for (const key0 in data0) {
          if (!(key0 === "name" || key0 === "version" || key0 === "tags")) {
            const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema29.items, data: data0 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.name !== void 0) {
          if (!validate24(data0.name, { instancePath: instancePath + "/" + i0 + "/name", parentData: data0, parentDataProperty: "name", rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
        if (data0.version !== void 0) {
          if (!validate80(data0.version, { instancePath: instancePath + "/" + i0 + "/version", parentData: data0, parentDataProperty: "version", rootData })) {
            vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
            errors = vErrors.length;
          }
        }
        if (data0.tags !== void 0) {
          let data3 = data0.tags;
          if (Array.isArray(data3)) {
            const len1 = data3.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (!validate24(data3[i1], { instancePath: instancePath + "/" + i0 + "/tags/" + i1, parentData: data3, parentDataProperty: i1, rootData })) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err3 = { instancePath: instancePath + "/" + i0 + "/tags", schemaPath: "#/items/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema29.items.properties.tags.type, parentSchema: schema29.items.properties.tags, data: data3 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema29.items.type, parentSchema: schema29.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate109.errors = vErrors;
  return errors === 0;
}
__name(validate109, "validate109");
var schema30 = { "description": "Helm values per official chart, passed through.", "type": "object", "additionalProperties": false, "properties": { "base": { "type": "object", "description": "For istio-base: CRDs and the default validator. Default: none." }, "istiod": { "type": "object", "description": "For istiod; its meshConfig is the mesh configuration. Default: none." }, "cni": { "type": "object", "description": "For istio-cni. Default: none." }, "ztunnel": { "type": "object", "description": "For ztunnel. Default: none." }, "gateway": { "type": "object", "description": "For every gateway; those of one stand in spec.gateways of its cluster. Default: none." } } };
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "base" || key0 === "istiod" || key0 === "cni" || key0 === "ztunnel" || key0 === "gateway")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema30, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.base !== void 0) {
      let data0 = data.base;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err1 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.base.type, parentSchema: schema30.properties.base, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.istiod !== void 0) {
      let data1 = data.istiod;
      if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
        const err2 = { instancePath: instancePath + "/istiod", schemaPath: "#/properties/istiod/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.istiod.type, parentSchema: schema30.properties.istiod, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.cni !== void 0) {
      let data2 = data.cni;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err3 = { instancePath: instancePath + "/cni", schemaPath: "#/properties/cni/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.cni.type, parentSchema: schema30.properties.cni, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.ztunnel !== void 0) {
      let data3 = data.ztunnel;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err4 = { instancePath: instancePath + "/ztunnel", schemaPath: "#/properties/ztunnel/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.ztunnel.type, parentSchema: schema30.properties.ztunnel, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.gateway !== void 0) {
      let data4 = data.gateway;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err5 = { instancePath: instancePath + "/gateway", schemaPath: "#/properties/gateway/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.gateway.type, parentSchema: schema30.properties.gateway, data: data4 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
__name(validate114, "validate114");
var schema38 = { "description": "Who vouches for workloads.", "type": "object", "additionalProperties": false, "properties": { "domain": { "$ref": "#/definitions/host", "description": "The trust domain. Default: cluster.local." }, "aliases": { "type": "array", "items": { "$ref": "#/definitions/host" }, "description": "Other trust domains taken for this one. Default: none." }, "signer": { "description": "Who signs each cluster's intermediate. Write exactly one. Default: external.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "command": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/text" }, "description": "A program that signs a request: the root key never leaves it. It counts from the default branch only." }, "builtin": { "description": "Isthmus signs with a root it is given: for labs and small meshes.", "type": "object", "additionalProperties": false, "required": ["certificate", "key"], "properties": { "certificate": { "$ref": "#/definitions/reference", "description": "Where the root certificate (PEM) is found." }, "key": { "$ref": "#/definitions/reference", "description": "Where its private key (PEM, without a passphrase) is found: never the key itself." }, "validity": { "$ref": "#/definitions/duration", "description": "Life of the intermediates. Default: 8760h." } } }, "certManager": { "description": "cert-manager signs, with istio-csr.", "type": "object", "additionalProperties": false, "required": ["issuer"], "properties": { "issuer": { "description": "Whom istio-csr asks.", "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "$ref": "#/definitions/text", "description": "The issuer that istio-csr is configured with, for messages: Isthmus looks at what istiod serves with." }, "kind": { "$ref": "#/definitions/text", "description": "Issuer or ClusterIssuer. Default: Issuer." }, "group": { "$ref": "#/definitions/host", "description": "Its API group, where it is not cert-manager's own." } } } } }, "external": { "type": "object", "additionalProperties": false, "description": "Somebody else writes cacerts; Isthmus only verifies it." } } }, "rotation": { "description": "A root rotation that is under way: each phase is a reviewed change of its own.", "type": "object", "additionalProperties": false, "required": ["to", "phase"], "properties": { "to": { "$ref": "#/definitions/name", "description": "Name of the root that is coming." }, "phase": { "enum": ["distribute", "switch", "retire"], "description": "distribute: both roots are trusted. switch: intermediates come from the new one. retire: the old one is trusted no more. Each begins when every cluster has passed the one before." } } } } };
var schema19 = { "title": "a host name, such as cluster.local", "type": "string", "pattern": "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" };
var pattern11 = new RegExp("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", "u");
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema19.type, parentSchema: schema19, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
__name(validate117, "validate117");
var schema15 = { "title": "an environment variable or a file: env or file, exactly one", "description": "Where a secret is found: never the secret itself.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "$ref": "#/definitions/environmentName", "description": "Name of an environment variable that holds it." }, "file": { "$ref": "#/definitions/text", "description": "Path of a file that holds it, from the folder of the mesh repository. A job may write it there; Git never holds it." } } };
var schema16 = { "title": "the name of an environment variable, such as KUBECONFIG_EAST", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,127}$" };
var pattern6 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,127}$", "u");
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern6.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,127}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,127}$"', schema: "^[A-Za-z_][A-Za-z0-9_]{0,127}$", parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
__name(validate41, "validate41");
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema15, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema15, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "env" || key0 === "file")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      if (!validate41(data.env, { instancePath: instancePath + "/env", parentData: data, parentDataProperty: "env", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.file !== void 0) {
      if (!validate43(data.file, { instancePath: instancePath + "/file", parentData: data, parentDataProperty: "file", rootData })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate121.errors = vErrors;
  return errors === 0;
}
__name(validate121, "validate121");
var schema41 = { "title": "a duration, such as 720h, 10m or 1h30m", "type": "string", "pattern": "^(0|([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s)){0,2})$" };
var pattern19 = new RegExp("^(0|([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s)){0,2})$", "u");
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern19.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(0|([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s)){0,2})$" }, message: 'must match pattern "^(0|([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s)){0,2})$"', schema: "^(0|([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s)){0,2})$", parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.type, parentSchema: schema41, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate126.errors = vErrors;
  return errors === 0;
}
__name(validate126, "validate126");
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "domain" || key0 === "aliases" || key0 === "signer" || key0 === "rotation")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      if (!validate117(data.domain, { instancePath: instancePath + "/domain", parentData: data, parentDataProperty: "domain", rootData })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.aliases !== void 0) {
      let data1 = data.aliases;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate117(data1[i0], { instancePath: instancePath + "/aliases/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err1 = { instancePath: instancePath + "/aliases", schemaPath: "#/properties/aliases/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema38.properties.aliases.type, parentSchema: schema38.properties.aliases, data: data1 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.signer !== void 0) {
      let data3 = data.signer;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (Object.keys(data3).length > 1) {
          const err2 = { instancePath: instancePath + "/signer", schemaPath: "#/properties/signer/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema38.properties.signer, data: data3 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (Object.keys(data3).length < 1) {
          const err3 = { instancePath: instancePath + "/signer", schemaPath: "#/properties/signer/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema38.properties.signer, data: data3 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "command" || key1 === "builtin" || key1 === "certManager" || key1 === "external")) {
            const err4 = { instancePath: instancePath + "/signer", schemaPath: "#/properties/signer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.signer, data: data3 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data3.command !== void 0) {
          let data4 = data3.command;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err5 = { instancePath: instancePath + "/signer/command", schemaPath: "#/properties/signer/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema38.properties.signer.properties.command, data: data4 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (!validate43(data4[i1], { instancePath: instancePath + "/signer/command/" + i1, parentData: data4, parentDataProperty: i1, rootData })) {
                vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err6 = { instancePath: instancePath + "/signer/command", schemaPath: "#/properties/signer/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema38.properties.signer.properties.command.type, parentSchema: schema38.properties.signer.properties.command, data: data4 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data3.builtin !== void 0) {
          let data6 = data3.builtin;
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.certificate === void 0) {
              const err7 = { instancePath: instancePath + "/signer/builtin", schemaPath: "#/properties/signer/properties/builtin/required", keyword: "required", params: { missingProperty: "certificate" }, message: "must have required property 'certificate'", schema: schema38.properties.signer.properties.builtin.required, parentSchema: schema38.properties.signer.properties.builtin, data: data6 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data6.key === void 0) {
              const err8 = { instancePath: instancePath + "/signer/builtin", schemaPath: "#/properties/signer/properties/builtin/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'", schema: schema38.properties.signer.properties.builtin.required, parentSchema: schema38.properties.signer.properties.builtin, data: data6 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            for (const key2 in data6) {
              if (!(key2 === "certificate" || key2 === "key" || key2 === "validity")) {
                const err9 = { instancePath: instancePath + "/signer/builtin", schemaPath: "#/properties/signer/properties/builtin/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.signer.properties.builtin, data: data6 };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            if (data6.certificate !== void 0) {
              if (!validate121(data6.certificate, { instancePath: instancePath + "/signer/builtin/certificate", parentData: data6, parentDataProperty: "certificate", rootData })) {
                vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
                errors = vErrors.length;
              }
            }
            if (data6.key !== void 0) {
              if (!validate121(data6.key, { instancePath: instancePath + "/signer/builtin/key", parentData: data6, parentDataProperty: "key", rootData })) {
                vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
                errors = vErrors.length;
              }
            }
            if (data6.validity !== void 0) {
              if (!validate126(data6.validity, { instancePath: instancePath + "/signer/builtin/validity", parentData: data6, parentDataProperty: "validity", rootData })) {
                vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/signer/builtin", schemaPath: "#/properties/signer/properties/builtin/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.signer.properties.builtin.type, parentSchema: schema38.properties.signer.properties.builtin, data: data6 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data3.certManager !== void 0) {
          let data10 = data3.certManager;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.issuer === void 0) {
              const err11 = { instancePath: instancePath + "/signer/certManager", schemaPath: "#/properties/signer/properties/certManager/required", keyword: "required", params: { missingProperty: "issuer" }, message: "must have required property 'issuer'", schema: schema38.properties.signer.properties.certManager.required, parentSchema: schema38.properties.signer.properties.certManager, data: data10 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            for (const key3 in data10) {
              if (!(key3 === "issuer")) {
                const err12 = { instancePath: instancePath + "/signer/certManager", schemaPath: "#/properties/signer/properties/certManager/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.signer.properties.certManager, data: data10 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data10.issuer !== void 0) {
              let data11 = data10.issuer;
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                if (data11.name === void 0) {
                  const err13 = { instancePath: instancePath + "/signer/certManager/issuer", schemaPath: "#/properties/signer/properties/certManager/properties/issuer/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema38.properties.signer.properties.certManager.properties.issuer.required, parentSchema: schema38.properties.signer.properties.certManager.properties.issuer, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                for (const key4 in data11) {
                  if (!(key4 === "name" || key4 === "kind" || key4 === "group")) {
                    const err14 = { instancePath: instancePath + "/signer/certManager/issuer", schemaPath: "#/properties/signer/properties/certManager/properties/issuer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.signer.properties.certManager.properties.issuer, data: data11 };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                }
                if (data11.name !== void 0) {
                  if (!validate43(data11.name, { instancePath: instancePath + "/signer/certManager/issuer/name", parentData: data11, parentDataProperty: "name", rootData })) {
                    vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
                    errors = vErrors.length;
                  }
                }
                if (data11.kind !== void 0) {
                  if (!validate43(data11.kind, { instancePath: instancePath + "/signer/certManager/issuer/kind", parentData: data11, parentDataProperty: "kind", rootData })) {
                    vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
                    errors = vErrors.length;
                  }
                }
                if (data11.group !== void 0) {
                  if (!validate117(data11.group, { instancePath: instancePath + "/signer/certManager/issuer/group", parentData: data11, parentDataProperty: "group", rootData })) {
                    vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err15 = { instancePath: instancePath + "/signer/certManager/issuer", schemaPath: "#/properties/signer/properties/certManager/properties/issuer/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.signer.properties.certManager.properties.issuer.type, parentSchema: schema38.properties.signer.properties.certManager.properties.issuer, data: data11 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/signer/certManager", schemaPath: "#/properties/signer/properties/certManager/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.signer.properties.certManager.type, parentSchema: schema38.properties.signer.properties.certManager, data: data10 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data3.external !== void 0) {
          let data15 = data3.external;
          if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
            for (const key5 in data15) {
              const err17 = { instancePath: instancePath + "/signer/external", schemaPath: "#/properties/signer/properties/external/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.signer.properties.external, data: data15 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/signer/external", schemaPath: "#/properties/signer/properties/external/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.signer.properties.external.type, parentSchema: schema38.properties.signer.properties.external, data: data15 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/signer", schemaPath: "#/properties/signer/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.signer.type, parentSchema: schema38.properties.signer, data: data3 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.rotation !== void 0) {
      let data16 = data.rotation;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (data16.to === void 0) {
          const err20 = { instancePath: instancePath + "/rotation", schemaPath: "#/properties/rotation/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'", schema: schema38.properties.rotation.required, parentSchema: schema38.properties.rotation, data: data16 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data16.phase === void 0) {
          const err21 = { instancePath: instancePath + "/rotation", schemaPath: "#/properties/rotation/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'", schema: schema38.properties.rotation.required, parentSchema: schema38.properties.rotation, data: data16 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        for (const key6 in data16) {
          if (!(key6 === "to" || key6 === "phase")) {
            const err22 = { instancePath: instancePath + "/rotation", schemaPath: "#/properties/rotation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38.properties.rotation, data: data16 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data16.to !== void 0) {
          if (!validate24(data16.to, { instancePath: instancePath + "/rotation/to", parentData: data16, parentDataProperty: "to", rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
        if (data16.phase !== void 0) {
          let data18 = data16.phase;
          if (!(data18 === "distribute" || data18 === "switch" || data18 === "retire")) {
            const err23 = { instancePath: instancePath + "/rotation/phase", schemaPath: "#/properties/rotation/properties/phase/enum", keyword: "enum", params: { allowedValues: schema38.properties.rotation.properties.phase.enum }, message: "must be equal to one of the allowed values", schema: schema38.properties.rotation.properties.phase.enum, parentSchema: schema38.properties.rotation.properties.phase, data: data18 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/rotation", schemaPath: "#/properties/rotation/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.properties.rotation.type, parentSchema: schema38.properties.rotation, data: data16 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate116.errors = vErrors;
  return errors === 0;
}
__name(validate116, "validate116");
var schema42 = { "description": "Who may drive the mesh by comments, and how. Counts from the default branch only.", "type": "object", "additionalProperties": false, "properties": { "shortForm": { "type": "boolean", "description": "Whether `/plan` is heard as `/isthmus plan` is. Default: true." }, "roles": { "description": "Names for sets of people.", "type": "object", "propertyNames": { "$ref": "#/definitions/name" }, "additionalProperties": { "$ref": "#/definitions/holders" } }, "grants": { "description": "Who may give which commands for which clusters. A verb that no grant names is for whom it is by default. Default: none.", "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["verbs"], "properties": { "role": { "$ref": "#/definitions/name", "description": "A name from roles; write this or the people themselves." }, "permission": { "$ref": "#/definitions/permission" }, "teams": { "$ref": "#/definitions/logins", "description": "Slugs of teams; members of their child teams count." }, "users": { "$ref": "#/definitions/logins", "description": "Logins." }, "verbs": { "description": "Commands, without the slash.", "type": "array", "minItems": 1, "items": { "enum": ["plan", "diff", "explain", "status", "verify", "drift", "certs", "apply", "pause", "resume", "cancel", "rollback", "lock", "unlock", "waive"] } }, "clusters": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/name" }, "description": "Clusters and groups. Default: all." } } } }, "approvals": { "description": "The reviews that a plan needs before `/apply`.", "type": "object", "additionalProperties": false, "properties": { "count": { "type": "integer", "minimum": 0, "maximum": 10, "description": "How many people have to approve. Default: 1." }, "byWriteAccess": { "type": "boolean", "description": "Whether only reviews of people who may write count. Default: true." }, "bind": { "enum": ["planDigest", "headSha"], "description": "What a review approves: what would be done to each cluster, or the commit. Default: planDigest." }, "selfApproval": { "type": "boolean", "description": "Whether the review of somebody who wrote a part of it counts. Default: false." } } }, "forks": { "enum": ["never", "planOnly"], "description": "What may be asked of pull requests from forks. Default: planOnly." }, "bots": { "$ref": "#/definitions/logins", "description": "Bots whose comments count. Default: none." }, "windows": { "description": "Times in which clusters may be changed by command. Default: always.", "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["from", "to"], "properties": { "days": { "type": "array", "minItems": 1, "items": { "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }, "description": "Days on which it opens. Default: all." }, "from": { "$ref": "#/definitions/timeOfDay", "description": "When it opens, such as 08:30." }, "to": { "$ref": "#/definitions/timeOfDay", "description": "When it closes, such as 17:00. Not later than from: on the next day." }, "timeZone": { "title": "a name of a time zone, such as Europe/Berlin", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$", "description": "A name such as Europe/Berlin. Default: UTC." } } } } } };
var schema43 = { "type": "object", "additionalProperties": false, "properties": { "permission": { "$ref": "#/definitions/permission" }, "teams": { "$ref": "#/definitions/logins", "description": "Slugs of teams; members of their child teams count." }, "users": { "$ref": "#/definitions/logins", "description": "Logins." } } };
var schema44 = { "enum": ["read", "triage", "write", "maintain", "admin"], "description": "What they may do to the repository at least. Default: read." };
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "read" || data === "triage" || data === "write" || data === "maintain" || data === "admin")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema44.enum }, message: "must be equal to one of the allowed values", schema: schema44.enum, parentSchema: schema44, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate141.errors = vErrors;
  return errors === 0;
}
__name(validate141, "validate141");
var schema45 = { "type": "array", "minItems": 1, "items": { "title": "a login or the slug of a team", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$" } };
var pattern20 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$", "u");
function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (!pattern20.test(data0)) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$"', schema: "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$", parentSchema: schema45.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.items.type, parentSchema: schema45.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema45.type, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate143.errors = vErrors;
  return errors === 0;
}
__name(validate143, "validate143");
function validate140(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "permission" || key0 === "teams" || key0 === "users")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema43, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.permission !== void 0) {
      if (!validate141(data.permission, { instancePath: instancePath + "/permission", parentData: data, parentDataProperty: "permission", rootData })) {
        vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
        errors = vErrors.length;
      }
    }
    if (data.teams !== void 0) {
      if (!validate143(data.teams, { instancePath: instancePath + "/teams", parentData: data, parentDataProperty: "teams", rootData })) {
        vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
        errors = vErrors.length;
      }
    }
    if (data.users !== void 0) {
      if (!validate143(data.users, { instancePath: instancePath + "/users", parentData: data, parentDataProperty: "users", rootData })) {
        vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema43.type, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate140.errors = vErrors;
  return errors === 0;
}
__name(validate140, "validate140");
var schema46 = { "title": "a time of day such as 08:30", "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "description": "Such as 08:30." };
var pattern21 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");
function validate153(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern21.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, message: 'must match pattern "^([01][0-9]|2[0-3]):[0-5][0-9]$"', schema: "^([01][0-9]|2[0-3]):[0-5][0-9]$", parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate153.errors = vErrors;
  return errors === 0;
}
__name(validate153, "validate153");
var pattern22 = new RegExp("^[A-Za-z][A-Za-z0-9_+/-]{0,63}$", "u");
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "shortForm" || key0 === "roles" || key0 === "grants" || key0 === "approvals" || key0 === "forks" || key0 === "bots" || key0 === "windows")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.shortForm !== void 0) {
      let data0 = data.shortForm;
      if (typeof data0 !== "boolean") {
        const err1 = { instancePath: instancePath + "/shortForm", schemaPath: "#/properties/shortForm/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema42.properties.shortForm.type, parentSchema: schema42.properties.shortForm, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.roles !== void 0) {
      let data1 = data.roles;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs6 = errors;
          if (!validate24(key1, { instancePath: instancePath + "/roles", parentData: data1, parentDataProperty: "roles", rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs6 === errors;
          if (!valid1) {
            const err2 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema42.properties.roles.propertyNames, parentSchema: schema42.properties.roles, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          if (!validate140(data1[key2], { instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data1, parentDataProperty: key2, rootData })) {
            vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.properties.roles.type, parentSchema: schema42.properties.roles, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.grants !== void 0) {
      let data3 = data.grants;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.verbs === void 0) {
              const err4 = { instancePath: instancePath + "/grants/" + i0, schemaPath: "#/properties/grants/items/required", keyword: "required", params: { missingProperty: "verbs" }, message: "must have required property 'verbs'", schema: schema42.properties.grants.items.required, parentSchema: schema42.properties.grants.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            for (const key3 in data4) {
              if (!(key3 === "role" || key3 === "permission" || key3 === "teams" || key3 === "users" || key3 === "verbs" || key3 === "clusters")) {
                const err5 = { instancePath: instancePath + "/grants/" + i0, schemaPath: "#/properties/grants/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42.properties.grants.items, data: data4 };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
            }
            if (data4.role !== void 0) {
              if (!validate24(data4.role, { instancePath: instancePath + "/grants/" + i0 + "/role", parentData: data4, parentDataProperty: "role", rootData })) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
            }
            if (data4.permission !== void 0) {
              if (!validate141(data4.permission, { instancePath: instancePath + "/grants/" + i0 + "/permission", parentData: data4, parentDataProperty: "permission", rootData })) {
                vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
                errors = vErrors.length;
              }
            }
            if (data4.teams !== void 0) {
              if (!validate143(data4.teams, { instancePath: instancePath + "/grants/" + i0 + "/teams", parentData: data4, parentDataProperty: "teams", rootData })) {
                vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
                errors = vErrors.length;
              }
            }
            if (data4.users !== void 0) {
              if (!validate143(data4.users, { instancePath: instancePath + "/grants/" + i0 + "/users", parentData: data4, parentDataProperty: "users", rootData })) {
                vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
                errors = vErrors.length;
              }
            }
            if (data4.verbs !== void 0) {
              let data9 = data4.verbs;
              if (Array.isArray(data9)) {
                if (data9.length < 1) {
                  const err6 = { instancePath: instancePath + "/grants/" + i0 + "/verbs", schemaPath: "#/properties/grants/items/properties/verbs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema42.properties.grants.items.properties.verbs, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
                const len1 = data9.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data10 = data9[i1];
                  if (!(data10 === "plan" || data10 === "diff" || data10 === "explain" || data10 === "status" || data10 === "verify" || data10 === "drift" || data10 === "certs" || data10 === "apply" || data10 === "pause" || data10 === "resume" || data10 === "cancel" || data10 === "rollback" || data10 === "lock" || data10 === "unlock" || data10 === "waive")) {
                    const err7 = { instancePath: instancePath + "/grants/" + i0 + "/verbs/" + i1, schemaPath: "#/properties/grants/items/properties/verbs/items/enum", keyword: "enum", params: { allowedValues: schema42.properties.grants.items.properties.verbs.items.enum }, message: "must be equal to one of the allowed values", schema: schema42.properties.grants.items.properties.verbs.items.enum, parentSchema: schema42.properties.grants.items.properties.verbs.items, data: data10 };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                }
              } else {
                const err8 = { instancePath: instancePath + "/grants/" + i0 + "/verbs", schemaPath: "#/properties/grants/items/properties/verbs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.grants.items.properties.verbs.type, parentSchema: schema42.properties.grants.items.properties.verbs, data: data9 };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data4.clusters !== void 0) {
              let data11 = data4.clusters;
              if (Array.isArray(data11)) {
                if (data11.length < 1) {
                  const err9 = { instancePath: instancePath + "/grants/" + i0 + "/clusters", schemaPath: "#/properties/grants/items/properties/clusters/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema42.properties.grants.items.properties.clusters, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
                const len2 = data11.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  if (!validate24(data11[i2], { instancePath: instancePath + "/grants/" + i0 + "/clusters/" + i2, parentData: data11, parentDataProperty: i2, rootData })) {
                    vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err10 = { instancePath: instancePath + "/grants/" + i0 + "/clusters", schemaPath: "#/properties/grants/items/properties/clusters/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.grants.items.properties.clusters.type, parentSchema: schema42.properties.grants.items.properties.clusters, data: data11 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
          } else {
            const err11 = { instancePath: instancePath + "/grants/" + i0, schemaPath: "#/properties/grants/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.properties.grants.items.type, parentSchema: schema42.properties.grants.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/grants", schemaPath: "#/properties/grants/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.grants.type, parentSchema: schema42.properties.grants, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.approvals !== void 0) {
      let data13 = data.approvals;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (const key4 in data13) {
          if (!(key4 === "count" || key4 === "byWriteAccess" || key4 === "bind" || key4 === "selfApproval")) {
            const err13 = { instancePath: instancePath + "/approvals", schemaPath: "#/properties/approvals/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42.properties.approvals, data: data13 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data13.count !== void 0) {
          let data14 = data13.count;
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err14 = { instancePath: instancePath + "/approvals/count", schemaPath: "#/properties/approvals/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema42.properties.approvals.properties.count.type, parentSchema: schema42.properties.approvals.properties.count, data: data14 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 10 || isNaN(data14)) {
              const err15 = { instancePath: instancePath + "/approvals/count", schemaPath: "#/properties/approvals/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema42.properties.approvals.properties.count, data: data14 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data14 < 0 || isNaN(data14)) {
              const err16 = { instancePath: instancePath + "/approvals/count", schemaPath: "#/properties/approvals/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema42.properties.approvals.properties.count, data: data14 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
        if (data13.byWriteAccess !== void 0) {
          let data15 = data13.byWriteAccess;
          if (typeof data15 !== "boolean") {
            const err17 = { instancePath: instancePath + "/approvals/byWriteAccess", schemaPath: "#/properties/approvals/properties/byWriteAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema42.properties.approvals.properties.byWriteAccess.type, parentSchema: schema42.properties.approvals.properties.byWriteAccess, data: data15 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data13.bind !== void 0) {
          let data16 = data13.bind;
          if (!(data16 === "planDigest" || data16 === "headSha")) {
            const err18 = { instancePath: instancePath + "/approvals/bind", schemaPath: "#/properties/approvals/properties/bind/enum", keyword: "enum", params: { allowedValues: schema42.properties.approvals.properties.bind.enum }, message: "must be equal to one of the allowed values", schema: schema42.properties.approvals.properties.bind.enum, parentSchema: schema42.properties.approvals.properties.bind, data: data16 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data13.selfApproval !== void 0) {
          let data17 = data13.selfApproval;
          if (typeof data17 !== "boolean") {
            const err19 = { instancePath: instancePath + "/approvals/selfApproval", schemaPath: "#/properties/approvals/properties/selfApproval/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema42.properties.approvals.properties.selfApproval.type, parentSchema: schema42.properties.approvals.properties.selfApproval, data: data17 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/approvals", schemaPath: "#/properties/approvals/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.properties.approvals.type, parentSchema: schema42.properties.approvals, data: data13 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.forks !== void 0) {
      let data18 = data.forks;
      if (!(data18 === "never" || data18 === "planOnly")) {
        const err21 = { instancePath: instancePath + "/forks", schemaPath: "#/properties/forks/enum", keyword: "enum", params: { allowedValues: schema42.properties.forks.enum }, message: "must be equal to one of the allowed values", schema: schema42.properties.forks.enum, parentSchema: schema42.properties.forks, data: data18 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.bots !== void 0) {
      if (!validate143(data.bots, { instancePath: instancePath + "/bots", parentData: data, parentDataProperty: "bots", rootData })) {
        vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
        errors = vErrors.length;
      }
    }
    if (data.windows !== void 0) {
      let data20 = data.windows;
      if (Array.isArray(data20)) {
        const len3 = data20.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data21 = data20[i3];
          if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            if (data21.from === void 0) {
              const err22 = { instancePath: instancePath + "/windows/" + i3, schemaPath: "#/properties/windows/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema42.properties.windows.items.required, parentSchema: schema42.properties.windows.items, data: data21 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data21.to === void 0) {
              const err23 = { instancePath: instancePath + "/windows/" + i3, schemaPath: "#/properties/windows/items/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'", schema: schema42.properties.windows.items.required, parentSchema: schema42.properties.windows.items, data: data21 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            for (const key5 in data21) {
              if (!(key5 === "days" || key5 === "from" || key5 === "to" || key5 === "timeZone")) {
                const err24 = { instancePath: instancePath + "/windows/" + i3, schemaPath: "#/properties/windows/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42.properties.windows.items, data: data21 };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data21.days !== void 0) {
              let data22 = data21.days;
              if (Array.isArray(data22)) {
                if (data22.length < 1) {
                  const err25 = { instancePath: instancePath + "/windows/" + i3 + "/days", schemaPath: "#/properties/windows/items/properties/days/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema42.properties.windows.items.properties.days, data: data22 };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                const len4 = data22.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data23 = data22[i4];
                  if (!(data23 === "Mon" || data23 === "Tue" || data23 === "Wed" || data23 === "Thu" || data23 === "Fri" || data23 === "Sat" || data23 === "Sun")) {
                    const err26 = { instancePath: instancePath + "/windows/" + i3 + "/days/" + i4, schemaPath: "#/properties/windows/items/properties/days/items/enum", keyword: "enum", params: { allowedValues: schema42.properties.windows.items.properties.days.items.enum }, message: "must be equal to one of the allowed values", schema: schema42.properties.windows.items.properties.days.items.enum, parentSchema: schema42.properties.windows.items.properties.days.items, data: data23 };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
              } else {
                const err27 = { instancePath: instancePath + "/windows/" + i3 + "/days", schemaPath: "#/properties/windows/items/properties/days/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.windows.items.properties.days.type, parentSchema: schema42.properties.windows.items.properties.days, data: data22 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data21.from !== void 0) {
              if (!validate153(data21.from, { instancePath: instancePath + "/windows/" + i3 + "/from", parentData: data21, parentDataProperty: "from", rootData })) {
                vErrors = vErrors === null ? validate153.errors : vErrors.concat(validate153.errors);
                errors = vErrors.length;
              }
            }
            if (data21.to !== void 0) {
              if (!validate153(data21.to, { instancePath: instancePath + "/windows/" + i3 + "/to", parentData: data21, parentDataProperty: "to", rootData })) {
                vErrors = vErrors === null ? validate153.errors : vErrors.concat(validate153.errors);
                errors = vErrors.length;
              }
            }
            if (data21.timeZone !== void 0) {
              let data26 = data21.timeZone;
              if (typeof data26 === "string") {
                if (!pattern22.test(data26)) {
                  const err28 = { instancePath: instancePath + "/windows/" + i3 + "/timeZone", schemaPath: "#/properties/windows/items/properties/timeZone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$"', schema: "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$", parentSchema: schema42.properties.windows.items.properties.timeZone, data: data26 };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = { instancePath: instancePath + "/windows/" + i3 + "/timeZone", schemaPath: "#/properties/windows/items/properties/timeZone/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.windows.items.properties.timeZone.type, parentSchema: schema42.properties.windows.items.properties.timeZone, data: data26 };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          } else {
            const err30 = { instancePath: instancePath + "/windows/" + i3, schemaPath: "#/properties/windows/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.properties.windows.items.type, parentSchema: schema42.properties.windows.items, data: data21 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.windows.type, parentSchema: schema42.properties.windows, data: data20 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate138.errors = vErrors;
  return errors === 0;
}
__name(validate138, "validate138");
var func2 = Object.prototype.hasOwnProperty;
function validate158(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("isthmus.dev/v1alpha1" !== data0) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "isthmus.dev/v1alpha1" }, message: "must be equal to constant", schema: "isthmus.dev/v1alpha1", parentSchema: schema31.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Mesh" !== data1) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Mesh" }, message: "must be equal to constant", schema: "Mesh", parentSchema: schema31.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate92(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData })) {
        vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.istio === void 0) {
          const err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "istio" }, message: "must have required property 'istio'", schema: schema31.properties.spec.required, parentSchema: schema31.properties.spec, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!func2.call(schema31.properties.spec.properties, key1)) {
            const err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec, data: data3 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data3.id !== void 0) {
          if (!validate29(data3.id, { instancePath: instancePath + "/spec/id", parentData: data3, parentDataProperty: "id", rootData })) {
            vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
            errors = vErrors.length;
          }
        }
        if (data3.topology !== void 0) {
          let data5 = data3.topology;
          if (!(data5 === "multi-primary" || data5 === "primary-remote" || data5 === "external")) {
            const err9 = { instancePath: instancePath + "/spec/topology", schemaPath: "#/properties/spec/properties/topology/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.properties.topology.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.spec.properties.topology.enum, parentSchema: schema31.properties.spec.properties.topology, data: data5 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.dataPlane !== void 0) {
          let data6 = data3.dataPlane;
          if (!(data6 === "sidecar" || data6 === "ambient")) {
            const err10 = { instancePath: instancePath + "/spec/dataPlane", schemaPath: "#/properties/spec/properties/dataPlane/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.properties.dataPlane.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.spec.properties.dataPlane.enum, parentSchema: schema31.properties.spec.properties.dataPlane, data: data6 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data3.istio !== void 0) {
          let data7 = data3.istio;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.revisions === void 0) {
              const err11 = { instancePath: instancePath + "/spec/istio", schemaPath: "#/properties/spec/properties/istio/required", keyword: "required", params: { missingProperty: "revisions" }, message: "must have required property 'revisions'", schema: schema31.properties.spec.properties.istio.required, parentSchema: schema31.properties.spec.properties.istio, data: data7 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            for (const key2 in data7) {
              if (!(key2 === "charts" || key2 === "images" || key2 === "gatewayAPI" || key2 === "revisions" || key2 === "values")) {
                const err12 = { instancePath: instancePath + "/spec/istio", schemaPath: "#/properties/spec/properties/istio/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec.properties.istio, data: data7 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data7.charts !== void 0) {
              if (!validate97(data7.charts, { instancePath: instancePath + "/spec/istio/charts", parentData: data7, parentDataProperty: "charts", rootData })) {
                vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
                errors = vErrors.length;
              }
            }
            if (data7.images !== void 0) {
              if (!validate102(data7.images, { instancePath: instancePath + "/spec/istio/images", parentData: data7, parentDataProperty: "images", rootData })) {
                vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                errors = vErrors.length;
              }
            }
            if (data7.gatewayAPI !== void 0) {
              if (!validate106(data7.gatewayAPI, { instancePath: instancePath + "/spec/istio/gatewayAPI", parentData: data7, parentDataProperty: "gatewayAPI", rootData })) {
                vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                errors = vErrors.length;
              }
            }
            if (data7.revisions !== void 0) {
              if (!validate109(data7.revisions, { instancePath: instancePath + "/spec/istio/revisions", parentData: data7, parentDataProperty: "revisions", rootData })) {
                vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
                errors = vErrors.length;
              }
            }
            if (data7.values !== void 0) {
              if (!validate114(data7.values, { instancePath: instancePath + "/spec/istio/values", parentData: data7, parentDataProperty: "values", rootData })) {
                vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/spec/istio", schemaPath: "#/properties/spec/properties/istio/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.istio.type, parentSchema: schema31.properties.spec.properties.istio, data: data7 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.trust !== void 0) {
          if (!validate116(data3.trust, { instancePath: instancePath + "/spec/trust", parentData: data3, parentDataProperty: "trust", rootData })) {
            vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
            errors = vErrors.length;
          }
        }
        if (data3.discovery !== void 0) {
          let data14 = data3.discovery;
          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            for (const key3 in data14) {
              if (!(key3 === "tokens" || key3 === "lifetime" || key3 === "reader")) {
                const err14 = { instancePath: instancePath + "/spec/discovery", schemaPath: "#/properties/spec/properties/discovery/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec.properties.discovery, data: data14 };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data14.tokens !== void 0) {
              let data15 = data14.tokens;
              if (!(data15 === "bound" || data15 === "legacy")) {
                const err15 = { instancePath: instancePath + "/spec/discovery/tokens", schemaPath: "#/properties/spec/properties/discovery/properties/tokens/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.properties.discovery.properties.tokens.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.spec.properties.discovery.properties.tokens.enum, parentSchema: schema31.properties.spec.properties.discovery.properties.tokens, data: data15 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data14.lifetime !== void 0) {
              if (!validate126(data14.lifetime, { instancePath: instancePath + "/spec/discovery/lifetime", parentData: data14, parentDataProperty: "lifetime", rootData })) {
                vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
                errors = vErrors.length;
              }
            }
            if (data14.reader !== void 0) {
              let data17 = data14.reader;
              if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                for (const key4 in data17) {
                  if (!(key4 === "secrets")) {
                    const err16 = { instancePath: instancePath + "/spec/discovery/reader", schemaPath: "#/properties/spec/properties/discovery/properties/reader/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec.properties.discovery.properties.reader, data: data17 };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
                if (data17.secrets !== void 0) {
                  let data18 = data17.secrets;
                  if (typeof data18 !== "boolean") {
                    const err17 = { instancePath: instancePath + "/spec/discovery/reader/secrets", schemaPath: "#/properties/spec/properties/discovery/properties/reader/properties/secrets/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema31.properties.spec.properties.discovery.properties.reader.properties.secrets.type, parentSchema: schema31.properties.spec.properties.discovery.properties.reader.properties.secrets, data: data18 };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
              } else {
                const err18 = { instancePath: instancePath + "/spec/discovery/reader", schemaPath: "#/properties/spec/properties/discovery/properties/reader/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.discovery.properties.reader.type, parentSchema: schema31.properties.spec.properties.discovery.properties.reader, data: data17 };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/spec/discovery", schemaPath: "#/properties/spec/properties/discovery/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.discovery.type, parentSchema: schema31.properties.spec.properties.discovery, data: data14 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data3.groups !== void 0) {
          let data19 = data3.groups;
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            for (const key5 in data19) {
              const _errs32 = errors;
              if (!validate24(key5, { instancePath: instancePath + "/spec/groups", parentData: data19, parentDataProperty: "groups", rootData })) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
              var valid5 = _errs32 === errors;
              if (!valid5) {
                const err20 = { instancePath: instancePath + "/spec/groups", schemaPath: "#/properties/spec/properties/groups/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema31.properties.spec.properties.groups.propertyNames, parentSchema: schema31.properties.spec.properties.groups, data: data19 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            for (const key6 in data19) {
              let data20 = data19[key6];
              if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                if (data20.matchLabels === void 0) {
                  const err21 = { instancePath: instancePath + "/spec/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/groups/additionalProperties/required", keyword: "required", params: { missingProperty: "matchLabels" }, message: "must have required property 'matchLabels'", schema: schema31.properties.spec.properties.groups.additionalProperties.required, parentSchema: schema31.properties.spec.properties.groups.additionalProperties, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
                for (const key7 in data20) {
                  if (!(key7 === "matchLabels")) {
                    const err22 = { instancePath: instancePath + "/spec/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/groups/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec.properties.groups.additionalProperties, data: data20 };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                if (data20.matchLabels !== void 0) {
                  if (!validate26(data20.matchLabels, { instancePath: instancePath + "/spec/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/matchLabels", parentData: data20, parentDataProperty: "matchLabels", rootData })) {
                    vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err23 = { instancePath: instancePath + "/spec/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/groups/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.groups.additionalProperties.type, parentSchema: schema31.properties.spec.properties.groups.additionalProperties, data: data20 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
          } else {
            const err24 = { instancePath: instancePath + "/spec/groups", schemaPath: "#/properties/spec/properties/groups/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.groups.type, parentSchema: schema31.properties.spec.properties.groups, data: data19 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data3.rollout !== void 0) {
          let data22 = data3.rollout;
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            for (const key8 in data22) {
              if (!(key8 === "waves" || key8 === "soak" || key8 === "restart" || key8 === "maxDeletions")) {
                const err25 = { instancePath: instancePath + "/spec/rollout", schemaPath: "#/properties/spec/properties/rollout/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.spec.properties.rollout, data: data22 };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data22.waves !== void 0) {
              let data23 = data22.waves;
              if (Array.isArray(data23)) {
                const len0 = data23.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data24 = data23[i0];
                  if (Array.isArray(data24)) {
                    if (data24.length < 1) {
                      const err26 = { instancePath: instancePath + "/spec/rollout/waves/" + i0, schemaPath: "#/properties/spec/properties/rollout/properties/waves/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema31.properties.spec.properties.rollout.properties.waves.items, data: data24 };
                      if (vErrors === null) {
                        vErrors = [err26];
                      } else {
                        vErrors.push(err26);
                      }
                      errors++;
                    }
                    const len1 = data24.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      if (!validate24(data24[i1], { instancePath: instancePath + "/spec/rollout/waves/" + i0 + "/" + i1, parentData: data24, parentDataProperty: i1, rootData })) {
                        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                        errors = vErrors.length;
                      }
                    }
                  } else {
                    const err27 = { instancePath: instancePath + "/spec/rollout/waves/" + i0, schemaPath: "#/properties/spec/properties/rollout/properties/waves/items/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.spec.properties.rollout.properties.waves.items.type, parentSchema: schema31.properties.spec.properties.rollout.properties.waves.items, data: data24 };
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                }
              } else {
                const err28 = { instancePath: instancePath + "/spec/rollout/waves", schemaPath: "#/properties/spec/properties/rollout/properties/waves/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.spec.properties.rollout.properties.waves.type, parentSchema: schema31.properties.spec.properties.rollout.properties.waves, data: data23 };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data22.soak !== void 0) {
              if (!validate126(data22.soak, { instancePath: instancePath + "/spec/rollout/soak", parentData: data22, parentDataProperty: "soak", rootData })) {
                vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
                errors = vErrors.length;
              }
            }
            if (data22.restart !== void 0) {
              let data27 = data22.restart;
              if (!(data27 === "report" || data27 === "rollout")) {
                const err29 = { instancePath: instancePath + "/spec/rollout/restart", schemaPath: "#/properties/spec/properties/rollout/properties/restart/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.properties.rollout.properties.restart.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.spec.properties.rollout.properties.restart.enum, parentSchema: schema31.properties.spec.properties.rollout.properties.restart, data: data27 };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data22.maxDeletions !== void 0) {
              let data28 = data22.maxDeletions;
              if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                const err30 = { instancePath: instancePath + "/spec/rollout/maxDeletions", schemaPath: "#/properties/spec/properties/rollout/properties/maxDeletions/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.spec.properties.rollout.properties.maxDeletions.type, parentSchema: schema31.properties.spec.properties.rollout.properties.maxDeletions, data: data28 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
              if (typeof data28 == "number" && isFinite(data28)) {
                if (data28 > 1e6 || isNaN(data28)) {
                  const err31 = { instancePath: instancePath + "/spec/rollout/maxDeletions", schemaPath: "#/properties/spec/properties/rollout/properties/maxDeletions/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000", schema: 1e6, parentSchema: schema31.properties.spec.properties.rollout.properties.maxDeletions, data: data28 };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
                if (data28 < 0 || isNaN(data28)) {
                  const err32 = { instancePath: instancePath + "/spec/rollout/maxDeletions", schemaPath: "#/properties/spec/properties/rollout/properties/maxDeletions/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.spec.properties.rollout.properties.maxDeletions, data: data28 };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err33 = { instancePath: instancePath + "/spec/rollout", schemaPath: "#/properties/spec/properties/rollout/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.properties.rollout.type, parentSchema: schema31.properties.spec.properties.rollout, data: data22 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data3.apply !== void 0) {
          let data29 = data3.apply;
          if (!(data29 === "onMerge" || data29 === "onCommand" || data29 === "never")) {
            const err34 = { instancePath: instancePath + "/spec/apply", schemaPath: "#/properties/spec/properties/apply/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.properties.apply.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.spec.properties.apply.enum, parentSchema: schema31.properties.spec.properties.apply, data: data29 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data3.chatops !== void 0) {
          if (!validate138(data3.chatops, { instancePath: instancePath + "/spec/chatops", parentData: data3, parentDataProperty: "chatops", rootData })) {
            vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.spec.type, parentSchema: schema31.properties.spec, data: data3 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate158.errors = vErrors;
  return errors === 0;
}
__name(validate158, "validate158");
var isCluster = validate22;
var schema7 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "cluster.schema.json", "title": "A cluster of an Isthmus mesh", "description": "A document of kind Cluster, in mesh.yaml or in a file of clusters/.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "const": "isthmus.dev/v1alpha1" }, "kind": { "const": "Cluster" }, "metadata": { "$ref": "mesh.schema.json#/definitions/metadata" }, "spec": { "type": "object", "additionalProperties": false, "required": ["network"], "properties": { "role": { "enum": ["primary", "remote", "external"], "description": "primary runs istiod; remote is served by another cluster; external runs istiod for others outside the mesh. Default: primary." }, "primary": { "$ref": "mesh.schema.json#/definitions/name", "description": "For a remote: the cluster whose istiod serves it." }, "configCluster": { "$ref": "mesh.schema.json#/definitions/name", "description": "For role external: the remote whose API server holds the configuration." }, "network": { "$ref": "mesh.schema.json#/definitions/labelValue", "description": "Clusters with the same network reach each other's pods directly; others go through east-west gateways." }, "kubernetes": { "title": 'the version of Kubernetes in quotes, such as "1.35" or "v1.35.2-gke.100"', "type": "string", "pattern": "^v?1\\.[0-9]{1,3}(?:\\+|\\.[0-9]{1,5}(?:[-+][0-9A-Za-z.+-]{1,64})?)?$", "description": "Version of the API server: `1.35`, or all of it as `kubectl version` prints it." }, "platform": { "$ref": "mesh.schema.json#/definitions/name", "description": "Who runs it: eks, gke, aks, openshift, k3s, \u2026" }, "istioName": { "$ref": "mesh.schema.json#/definitions/labelValue", "description": "Istio's name for the cluster (CLUSTER_ID). Default: its own name. Set it when adopting a mesh that uses another." }, "access": { "description": "How Isthmus reaches the cluster. It counts from the default branch only.", "type": "object", "additionalProperties": false, "properties": { "kubeconfig": { "$ref": "mesh.schema.json#/definitions/reference", "description": "Where the kubeconfig is found: never its text. A variable holds it as it is, in base64, or its path. Default: where kubectl looks." }, "context": { "$ref": "mesh.schema.json#/definitions/text", "description": "Context of the kubeconfig. Default: its current one." }, "proxyURL": { "title": "an address that begins with http://, https:// or socks5://, without user and password", "type": "string", "pattern": "^(https?|socks5)://[^\\s@]+$", "description": "Proxy between Isthmus and the API server. Default: the kubeconfig's, else that of the environment." }, "exec": { "type": "array", "items": { "$ref": "mesh.schema.json#/definitions/text" }, "description": "Commands of credential plugins that the kubeconfig may start, as it names them; they have to be on the PATH of whatever runs Isthmus. Default: none." } } }, "apiServer": { "description": "The API server as the other clusters reach it.", "type": "object", "additionalProperties": false, "properties": { "url": { "title": "an address that begins with https://", "type": "string", "pattern": "^https://[^\\s/@]+(/[^\\s]*)?$", "description": "Its address for the istiods of the other clusters, port included. Default: that of the kubeconfig." }, "ca": { "type": "string", "description": "Certificates (PEM) that vouch for it. Default: the cluster's own." }, "tlsServerName": { "$ref": "mesh.schema.json#/definitions/host", "description": "Name in its certificate, where that is not the host of its address. Default: the host." }, "proxyURL": { "title": "an address that begins with http://, https:// or socks5://, without user and password", "type": "string", "pattern": "^(https?|socks5)://[^\\s@]+$", "description": "Proxy between the other clusters' istiods and this API server. Default: none." } } }, "cidrs": { "description": "Address ranges, for the checks of overlap and of load-balancer source ranges.", "type": "object", "additionalProperties": false, "properties": { "pods": { "$ref": "#/definitions/ranges", "description": "Addresses of pods. Default: none are known." }, "services": { "$ref": "#/definitions/ranges", "description": "Addresses of Services, which may not overlap those of pods in the same network. Default: none are known." }, "egress": { "$ref": "#/definitions/ranges", "description": "Addresses from which the cluster's traffic leaves. Default: none are known." } } }, "locality": { "description": "Where the nodes are, as their labels topology.kubernetes.io/region and /zone say: rules for failover and distribution by locality are checked against it. Default: not known, and then nothing is said about these.", "type": "object", "additionalProperties": false, "properties": { "region": { "$ref": "mesh.schema.json#/definitions/text", "description": "Their region." }, "zones": { "type": "array", "items": { "$ref": "mesh.schema.json#/definitions/text" }, "description": "Their zones." } } }, "gateways": { "description": "Gateways that Isthmus installs. eastwest carries the traffic between networks.", "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["name", "kind"], "properties": { "name": { "$ref": "mesh.schema.json#/definitions/name", "description": "Name of its Helm release, Deployment and Service." }, "namespace": { "$ref": "mesh.schema.json#/definitions/name", "description": "Its namespace. Default: the system namespace." }, "kind": { "enum": ["eastwest", "ingress", "egress"], "description": "eastwest: from other networks. ingress: from outside. egress: to the outside." }, "revision": { "$ref": "mesh.schema.json#/definitions/name", "description": "Revision or tag that injects it. Default: the default one." }, "service": { "type": "object", "description": "Helm values service.* of the gateway chart, passed through." }, "values": { "type": "object", "description": "Further Helm values of the gateway chart, passed through." } } } }, "systemNamespace": { "$ref": "mesh.schema.json#/definitions/name", "description": "Namespace of istiod. Default: istio-system." }, "trustDomain": { "$ref": "mesh.schema.json#/definitions/host", "description": "Its trust domain. Default: the mesh's." }, "clusterDomain": { "$ref": "mesh.schema.json#/definitions/host", "description": "DNS domain of its Services. Default: cluster.local." }, "components": { "description": "The parts that run on every node.", "type": "object", "additionalProperties": false, "properties": { "cni": { "$ref": "#/definitions/component", "description": "The CNI plugin." }, "ztunnel": { "$ref": "#/definitions/component", "description": "The proxy of an ambient node." } } }, "istio": { "description": "What differs from the mesh's spec.istio in this cluster. Values are merged; anything else is replaced.", "type": "object", "additionalProperties": false, "properties": { "charts": { "$ref": "mesh.schema.json#/definitions/charts" }, "images": { "$ref": "mesh.schema.json#/definitions/images" }, "gatewayAPI": { "$ref": "mesh.schema.json#/definitions/gatewayApi" }, "revisions": { "$ref": "mesh.schema.json#/definitions/revisions" }, "values": { "$ref": "mesh.schema.json#/definitions/values" } } }, "adopt": { "type": "boolean", "description": "Take over the Istio that runs there today, without moving a pod. Default: false." } } } }, "definitions": { "ranges": { "type": "array", "items": { "title": "an address range, such as 10.1.0.0/16 or fd00::/48", "type": "string", "pattern": "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$" } }, "component": { "type": "object", "additionalProperties": false, "properties": { "enabled": { "type": "boolean", "description": "Whether it is installed. Default: true in an ambient mesh, false in a sidecar mesh." }, "namespace": { "$ref": "mesh.schema.json#/definitions/name", "description": "Its namespace. Default: the system namespace." }, "values": { "type": "object", "description": "Helm values of its chart, passed through." } } } } };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema8.required, parentSchema: schema8, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "labels" || key0 === "annotations")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema8, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate24(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.labels !== void 0) {
      if (!validate26(data.labels, { instancePath: instancePath + "/labels", parentData: data, parentDataProperty: "labels", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.annotations !== void 0) {
      let data2 = data.annotations;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          if (typeof data3 !== "string") {
            const err2 = { instancePath: instancePath + "/annotations/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema8.properties.annotations.additionalProperties.type, parentSchema: schema8.properties.annotations.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/annotations", schemaPath: "#/properties/annotations/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.properties.annotations.type, parentSchema: schema8.properties.annotations, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.type, parentSchema: schema8, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
__name(validate23, "validate23");
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
__name(validate33, "validate33");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern2.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$"', schema: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
__name(validate36, "validate36");
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema15, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema15, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "env" || key0 === "file")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      if (!validate41(data.env, { instancePath: instancePath + "/env", parentData: data, parentDataProperty: "env", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.file !== void 0) {
      if (!validate43(data.file, { instancePath: instancePath + "/file", parentData: data, parentDataProperty: "file", rootData })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
__name(validate40, "validate40");
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,4096}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,4096}$", parentSchema: schema17, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
__name(validate46, "validate46");
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema19.type, parentSchema: schema19, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
__name(validate49, "validate49");
var schema20 = { "type": "array", "items": { "title": "an address range, such as 10.1.0.0/16 or fd00::/48", "type": "string", "pattern": "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$" } };
var pattern13 = new RegExp("^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", "u");
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (!pattern13.test(data0)) {
          const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/pattern", keyword: "pattern", params: { pattern: "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$" }, message: 'must match pattern "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$"', schema: "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", parentSchema: schema20.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema20.items.type, parentSchema: schema20.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema20.type, parentSchema: schema20, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
__name(validate51, "validate51");
var schema21 = { "type": "object", "additionalProperties": false, "properties": { "enabled": { "type": "boolean", "description": "Whether it is installed. Default: true in an ambient mesh, false in a sidecar mesh." }, "namespace": { "$ref": "mesh.schema.json#/definitions/name", "description": "Its namespace. Default: the system namespace." }, "values": { "type": "object", "description": "Helm values of its chart, passed through." } } };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "enabled" || key0 === "namespace" || key0 === "values")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema21, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.enabled !== void 0) {
      let data0 = data.enabled;
      if (typeof data0 !== "boolean") {
        const err1 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema21.properties.enabled.type, parentSchema: schema21.properties.enabled, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.namespace !== void 0) {
      if (!validate33(data.namespace, { instancePath: instancePath + "/namespace", parentData: data, parentDataProperty: "namespace", rootData })) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.values !== void 0) {
      let data2 = data.values;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err2 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema21.properties.values.type, parentSchema: schema21.properties.values, data: data2 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
__name(validate63, "validate63");
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "source" || key0 === "repository" || key0 === "oci" || key0 === "path")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema22, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data0 = data.source;
      if (!(data0 === "bundled")) {
        const err3 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema22.properties.source.enum }, message: "must be equal to one of the allowed values", schema: schema22.properties.source.enum, parentSchema: schema22.properties.source, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.repository !== void 0) {
      if (!validate68(data.repository, { instancePath: instancePath + "/repository", parentData: data, parentDataProperty: "repository", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data.oci !== void 0) {
      if (!validate70(data.oci, { instancePath: instancePath + "/oci", parentData: data, parentDataProperty: "oci", rootData })) {
        vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
        errors = vErrors.length;
      }
    }
    if (data.path !== void 0) {
      if (!validate72(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData })) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
__name(validate67, "validate67");
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "hub" || key0 === "pullSecrets")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema26, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.hub !== void 0) {
      if (!validate43(data.hub, { instancePath: instancePath + "/hub", parentData: data, parentDataProperty: "hub", rootData })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
    if (data.pullSecrets !== void 0) {
      let data1 = data.pullSecrets;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate24(data1[i0], { instancePath: instancePath + "/pullSecrets/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err1 = { instancePath: instancePath + "/pullSecrets", schemaPath: "#/properties/pullSecrets/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema26.properties.pullSecrets.type, parentSchema: schema26.properties.pullSecrets, data: data1 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
__name(validate75, "validate75");
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "manage" || key0 === "version")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema27, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.manage !== void 0) {
      let data0 = data.manage;
      if (!(data0 === "install" || data0 === "platform")) {
        const err1 = { instancePath: instancePath + "/manage", schemaPath: "#/properties/manage/enum", keyword: "enum", params: { allowedValues: schema27.properties.manage.enum }, message: "must be equal to one of the allowed values", schema: schema27.properties.manage.enum, parentSchema: schema27.properties.manage, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (!validate80(data.version, { instancePath: instancePath + "/version", parentData: data, parentDataProperty: "version", rootData })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
__name(validate79, "validate79");
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.version === void 0) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema29.items.required, parentSchema: schema29.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        for (const key0 in data0) {
          if (!(key0 === "name" || key0 === "version" || key0 === "tags")) {
            const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema29.items, data: data0 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.name !== void 0) {
          if (!validate24(data0.name, { instancePath: instancePath + "/" + i0 + "/name", parentData: data0, parentDataProperty: "name", rootData })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
        if (data0.version !== void 0) {
          if (!validate80(data0.version, { instancePath: instancePath + "/" + i0 + "/version", parentData: data0, parentDataProperty: "version", rootData })) {
            vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
            errors = vErrors.length;
          }
        }
        if (data0.tags !== void 0) {
          let data3 = data0.tags;
          if (Array.isArray(data3)) {
            const len1 = data3.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (!validate24(data3[i1], { instancePath: instancePath + "/" + i0 + "/tags/" + i1, parentData: data3, parentDataProperty: i1, rootData })) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err3 = { instancePath: instancePath + "/" + i0 + "/tags", schemaPath: "#/items/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema29.items.properties.tags.type, parentSchema: schema29.items.properties.tags, data: data3 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema29.items.type, parentSchema: schema29.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
__name(validate83, "validate83");
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "base" || key0 === "istiod" || key0 === "cni" || key0 === "ztunnel" || key0 === "gateway")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema30, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.base !== void 0) {
      let data0 = data.base;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err1 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.base.type, parentSchema: schema30.properties.base, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.istiod !== void 0) {
      let data1 = data.istiod;
      if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
        const err2 = { instancePath: instancePath + "/istiod", schemaPath: "#/properties/istiod/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.istiod.type, parentSchema: schema30.properties.istiod, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.cni !== void 0) {
      let data2 = data.cni;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err3 = { instancePath: instancePath + "/cni", schemaPath: "#/properties/cni/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.cni.type, parentSchema: schema30.properties.cni, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.ztunnel !== void 0) {
      let data3 = data.ztunnel;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err4 = { instancePath: instancePath + "/ztunnel", schemaPath: "#/properties/ztunnel/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.ztunnel.type, parentSchema: schema30.properties.ztunnel, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.gateway !== void 0) {
      let data4 = data.gateway;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err5 = { instancePath: instancePath + "/gateway", schemaPath: "#/properties/gateway/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.properties.gateway.type, parentSchema: schema30.properties.gateway, data: data4 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
__name(validate88, "validate88");
var pattern5 = new RegExp("^v?1\\.[0-9]{1,3}(?:\\+|\\.[0-9]{1,5}(?:[-+][0-9A-Za-z.+-]{1,64})?)?$", "u");
var pattern9 = new RegExp("^(https?|socks5)://[^\\s@]+$", "u");
var pattern10 = new RegExp("^https://[^\\s/@]+(/[^\\s]*)?$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema7.required, parentSchema: schema7, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema7.required, parentSchema: schema7, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'", schema: schema7.required, parentSchema: schema7, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'", schema: schema7.required, parentSchema: schema7, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("isthmus.dev/v1alpha1" !== data0) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "isthmus.dev/v1alpha1" }, message: "must be equal to constant", schema: "isthmus.dev/v1alpha1", parentSchema: schema7.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Cluster" !== data1) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Cluster" }, message: "must be equal to constant", schema: "Cluster", parentSchema: schema7.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate23(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData })) {
        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.network === void 0) {
          const err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property 'network'", schema: schema7.properties.spec.required, parentSchema: schema7.properties.spec, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!func2.call(schema7.properties.spec.properties, key1)) {
            const err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec, data: data3 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data3.role !== void 0) {
          let data4 = data3.role;
          if (!(data4 === "primary" || data4 === "remote" || data4 === "external")) {
            const err9 = { instancePath: instancePath + "/spec/role", schemaPath: "#/properties/spec/properties/role/enum", keyword: "enum", params: { allowedValues: schema7.properties.spec.properties.role.enum }, message: "must be equal to one of the allowed values", schema: schema7.properties.spec.properties.role.enum, parentSchema: schema7.properties.spec.properties.role, data: data4 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.primary !== void 0) {
          if (!validate33(data3.primary, { instancePath: instancePath + "/spec/primary", parentData: data3, parentDataProperty: "primary", rootData })) {
            vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
            errors = vErrors.length;
          }
        }
        if (data3.configCluster !== void 0) {
          if (!validate33(data3.configCluster, { instancePath: instancePath + "/spec/configCluster", parentData: data3, parentDataProperty: "configCluster", rootData })) {
            vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
            errors = vErrors.length;
          }
        }
        if (data3.network !== void 0) {
          if (!validate36(data3.network, { instancePath: instancePath + "/spec/network", parentData: data3, parentDataProperty: "network", rootData })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
        if (data3.kubernetes !== void 0) {
          let data8 = data3.kubernetes;
          if (typeof data8 === "string") {
            if (!pattern5.test(data8)) {
              const err10 = { instancePath: instancePath + "/spec/kubernetes", schemaPath: "#/properties/spec/properties/kubernetes/pattern", keyword: "pattern", params: { pattern: "^v?1\\.[0-9]{1,3}(?:\\+|\\.[0-9]{1,5}(?:[-+][0-9A-Za-z.+-]{1,64})?)?$" }, message: 'must match pattern "^v?1\\.[0-9]{1,3}(?:\\+|\\.[0-9]{1,5}(?:[-+][0-9A-Za-z.+-]{1,64})?)?$"', schema: "^v?1\\.[0-9]{1,3}(?:\\+|\\.[0-9]{1,5}(?:[-+][0-9A-Za-z.+-]{1,64})?)?$", parentSchema: schema7.properties.spec.properties.kubernetes, data: data8 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/spec/kubernetes", schemaPath: "#/properties/spec/properties/kubernetes/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.spec.properties.kubernetes.type, parentSchema: schema7.properties.spec.properties.kubernetes, data: data8 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.platform !== void 0) {
          if (!validate33(data3.platform, { instancePath: instancePath + "/spec/platform", parentData: data3, parentDataProperty: "platform", rootData })) {
            vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
            errors = vErrors.length;
          }
        }
        if (data3.istioName !== void 0) {
          if (!validate36(data3.istioName, { instancePath: instancePath + "/spec/istioName", parentData: data3, parentDataProperty: "istioName", rootData })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
        if (data3.access !== void 0) {
          let data11 = data3.access;
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            for (const key2 in data11) {
              if (!(key2 === "kubeconfig" || key2 === "context" || key2 === "proxyURL" || key2 === "exec")) {
                const err12 = { instancePath: instancePath + "/spec/access", schemaPath: "#/properties/spec/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.access, data: data11 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data11.kubeconfig !== void 0) {
              if (!validate40(data11.kubeconfig, { instancePath: instancePath + "/spec/access/kubeconfig", parentData: data11, parentDataProperty: "kubeconfig", rootData })) {
                vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
                errors = vErrors.length;
              }
            }
            if (data11.context !== void 0) {
              if (!validate46(data11.context, { instancePath: instancePath + "/spec/access/context", parentData: data11, parentDataProperty: "context", rootData })) {
                vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                errors = vErrors.length;
              }
            }
            if (data11.proxyURL !== void 0) {
              let data14 = data11.proxyURL;
              if (typeof data14 === "string") {
                if (!pattern9.test(data14)) {
                  const err13 = { instancePath: instancePath + "/spec/access/proxyURL", schemaPath: "#/properties/spec/properties/access/properties/proxyURL/pattern", keyword: "pattern", params: { pattern: "^(https?|socks5)://[^\\s@]+$" }, message: 'must match pattern "^(https?|socks5)://[^\\s@]+$"', schema: "^(https?|socks5)://[^\\s@]+$", parentSchema: schema7.properties.spec.properties.access.properties.proxyURL, data: data14 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/spec/access/proxyURL", schemaPath: "#/properties/spec/properties/access/properties/proxyURL/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.spec.properties.access.properties.proxyURL.type, parentSchema: schema7.properties.spec.properties.access.properties.proxyURL, data: data14 };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data11.exec !== void 0) {
              let data15 = data11.exec;
              if (Array.isArray(data15)) {
                const len0 = data15.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  if (!validate46(data15[i0], { instancePath: instancePath + "/spec/access/exec/" + i0, parentData: data15, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err15 = { instancePath: instancePath + "/spec/access/exec", schemaPath: "#/properties/spec/properties/access/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema7.properties.spec.properties.access.properties.exec.type, parentSchema: schema7.properties.spec.properties.access.properties.exec, data: data15 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/spec/access", schemaPath: "#/properties/spec/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.access.type, parentSchema: schema7.properties.spec.properties.access, data: data11 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data3.apiServer !== void 0) {
          let data17 = data3.apiServer;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            for (const key3 in data17) {
              if (!(key3 === "url" || key3 === "ca" || key3 === "tlsServerName" || key3 === "proxyURL")) {
                const err17 = { instancePath: instancePath + "/spec/apiServer", schemaPath: "#/properties/spec/properties/apiServer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.apiServer, data: data17 };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data17.url !== void 0) {
              let data18 = data17.url;
              if (typeof data18 === "string") {
                if (!pattern10.test(data18)) {
                  const err18 = { instancePath: instancePath + "/spec/apiServer/url", schemaPath: "#/properties/spec/properties/apiServer/properties/url/pattern", keyword: "pattern", params: { pattern: "^https://[^\\s/@]+(/[^\\s]*)?$" }, message: 'must match pattern "^https://[^\\s/@]+(/[^\\s]*)?$"', schema: "^https://[^\\s/@]+(/[^\\s]*)?$", parentSchema: schema7.properties.spec.properties.apiServer.properties.url, data: data18 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              } else {
                const err19 = { instancePath: instancePath + "/spec/apiServer/url", schemaPath: "#/properties/spec/properties/apiServer/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.spec.properties.apiServer.properties.url.type, parentSchema: schema7.properties.spec.properties.apiServer.properties.url, data: data18 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data17.ca !== void 0) {
              let data19 = data17.ca;
              if (typeof data19 !== "string") {
                const err20 = { instancePath: instancePath + "/spec/apiServer/ca", schemaPath: "#/properties/spec/properties/apiServer/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.spec.properties.apiServer.properties.ca.type, parentSchema: schema7.properties.spec.properties.apiServer.properties.ca, data: data19 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data17.tlsServerName !== void 0) {
              if (!validate49(data17.tlsServerName, { instancePath: instancePath + "/spec/apiServer/tlsServerName", parentData: data17, parentDataProperty: "tlsServerName", rootData })) {
                vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
                errors = vErrors.length;
              }
            }
            if (data17.proxyURL !== void 0) {
              let data21 = data17.proxyURL;
              if (typeof data21 === "string") {
                if (!pattern9.test(data21)) {
                  const err21 = { instancePath: instancePath + "/spec/apiServer/proxyURL", schemaPath: "#/properties/spec/properties/apiServer/properties/proxyURL/pattern", keyword: "pattern", params: { pattern: "^(https?|socks5)://[^\\s@]+$" }, message: 'must match pattern "^(https?|socks5)://[^\\s@]+$"', schema: "^(https?|socks5)://[^\\s@]+$", parentSchema: schema7.properties.spec.properties.apiServer.properties.proxyURL, data: data21 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              } else {
                const err22 = { instancePath: instancePath + "/spec/apiServer/proxyURL", schemaPath: "#/properties/spec/properties/apiServer/properties/proxyURL/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.spec.properties.apiServer.properties.proxyURL.type, parentSchema: schema7.properties.spec.properties.apiServer.properties.proxyURL, data: data21 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/spec/apiServer", schemaPath: "#/properties/spec/properties/apiServer/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.apiServer.type, parentSchema: schema7.properties.spec.properties.apiServer, data: data17 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data3.cidrs !== void 0) {
          let data22 = data3.cidrs;
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            for (const key4 in data22) {
              if (!(key4 === "pods" || key4 === "services" || key4 === "egress")) {
                const err24 = { instancePath: instancePath + "/spec/cidrs", schemaPath: "#/properties/spec/properties/cidrs/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.cidrs, data: data22 };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data22.pods !== void 0) {
              if (!validate51(data22.pods, { instancePath: instancePath + "/spec/cidrs/pods", parentData: data22, parentDataProperty: "pods", rootData })) {
                vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                errors = vErrors.length;
              }
            }
            if (data22.services !== void 0) {
              if (!validate51(data22.services, { instancePath: instancePath + "/spec/cidrs/services", parentData: data22, parentDataProperty: "services", rootData })) {
                vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                errors = vErrors.length;
              }
            }
            if (data22.egress !== void 0) {
              if (!validate51(data22.egress, { instancePath: instancePath + "/spec/cidrs/egress", parentData: data22, parentDataProperty: "egress", rootData })) {
                vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err25 = { instancePath: instancePath + "/spec/cidrs", schemaPath: "#/properties/spec/properties/cidrs/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.cidrs.type, parentSchema: schema7.properties.spec.properties.cidrs, data: data22 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data3.locality !== void 0) {
          let data26 = data3.locality;
          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            for (const key5 in data26) {
              if (!(key5 === "region" || key5 === "zones")) {
                const err26 = { instancePath: instancePath + "/spec/locality", schemaPath: "#/properties/spec/properties/locality/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.locality, data: data26 };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data26.region !== void 0) {
              if (!validate46(data26.region, { instancePath: instancePath + "/spec/locality/region", parentData: data26, parentDataProperty: "region", rootData })) {
                vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                errors = vErrors.length;
              }
            }
            if (data26.zones !== void 0) {
              let data28 = data26.zones;
              if (Array.isArray(data28)) {
                const len1 = data28.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  if (!validate46(data28[i1], { instancePath: instancePath + "/spec/locality/zones/" + i1, parentData: data28, parentDataProperty: i1, rootData })) {
                    vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err27 = { instancePath: instancePath + "/spec/locality/zones", schemaPath: "#/properties/spec/properties/locality/properties/zones/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema7.properties.spec.properties.locality.properties.zones.type, parentSchema: schema7.properties.spec.properties.locality.properties.zones, data: data28 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          } else {
            const err28 = { instancePath: instancePath + "/spec/locality", schemaPath: "#/properties/spec/properties/locality/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.locality.type, parentSchema: schema7.properties.spec.properties.locality, data: data26 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data3.gateways !== void 0) {
          let data30 = data3.gateways;
          if (Array.isArray(data30)) {
            const len2 = data30.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data31 = data30[i2];
              if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                if (data31.name === void 0) {
                  const err29 = { instancePath: instancePath + "/spec/gateways/" + i2, schemaPath: "#/properties/spec/properties/gateways/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema7.properties.spec.properties.gateways.items.required, parentSchema: schema7.properties.spec.properties.gateways.items, data: data31 };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (data31.kind === void 0) {
                  const err30 = { instancePath: instancePath + "/spec/gateways/" + i2, schemaPath: "#/properties/spec/properties/gateways/items/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema7.properties.spec.properties.gateways.items.required, parentSchema: schema7.properties.spec.properties.gateways.items, data: data31 };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
                for (const key6 in data31) {
                  if (!(key6 === "name" || key6 === "namespace" || key6 === "kind" || key6 === "revision" || key6 === "service" || key6 === "values")) {
                    const err31 = { instancePath: instancePath + "/spec/gateways/" + i2, schemaPath: "#/properties/spec/properties/gateways/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.gateways.items, data: data31 };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                }
                if (data31.name !== void 0) {
                  if (!validate33(data31.name, { instancePath: instancePath + "/spec/gateways/" + i2 + "/name", parentData: data31, parentDataProperty: "name", rootData })) {
                    vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
                    errors = vErrors.length;
                  }
                }
                if (data31.namespace !== void 0) {
                  if (!validate33(data31.namespace, { instancePath: instancePath + "/spec/gateways/" + i2 + "/namespace", parentData: data31, parentDataProperty: "namespace", rootData })) {
                    vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
                    errors = vErrors.length;
                  }
                }
                if (data31.kind !== void 0) {
                  let data34 = data31.kind;
                  if (!(data34 === "eastwest" || data34 === "ingress" || data34 === "egress")) {
                    const err32 = { instancePath: instancePath + "/spec/gateways/" + i2 + "/kind", schemaPath: "#/properties/spec/properties/gateways/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema7.properties.spec.properties.gateways.items.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema7.properties.spec.properties.gateways.items.properties.kind.enum, parentSchema: schema7.properties.spec.properties.gateways.items.properties.kind, data: data34 };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                }
                if (data31.revision !== void 0) {
                  if (!validate33(data31.revision, { instancePath: instancePath + "/spec/gateways/" + i2 + "/revision", parentData: data31, parentDataProperty: "revision", rootData })) {
                    vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
                    errors = vErrors.length;
                  }
                }
                if (data31.service !== void 0) {
                  let data36 = data31.service;
                  if (!(data36 && typeof data36 == "object" && !Array.isArray(data36))) {
                    const err33 = { instancePath: instancePath + "/spec/gateways/" + i2 + "/service", schemaPath: "#/properties/spec/properties/gateways/items/properties/service/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.gateways.items.properties.service.type, parentSchema: schema7.properties.spec.properties.gateways.items.properties.service, data: data36 };
                    if (vErrors === null) {
                      vErrors = [err33];
                    } else {
                      vErrors.push(err33);
                    }
                    errors++;
                  }
                }
                if (data31.values !== void 0) {
                  let data37 = data31.values;
                  if (!(data37 && typeof data37 == "object" && !Array.isArray(data37))) {
                    const err34 = { instancePath: instancePath + "/spec/gateways/" + i2 + "/values", schemaPath: "#/properties/spec/properties/gateways/items/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.gateways.items.properties.values.type, parentSchema: schema7.properties.spec.properties.gateways.items.properties.values, data: data37 };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
              } else {
                const err35 = { instancePath: instancePath + "/spec/gateways/" + i2, schemaPath: "#/properties/spec/properties/gateways/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.gateways.items.type, parentSchema: schema7.properties.spec.properties.gateways.items, data: data31 };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
          } else {
            const err36 = { instancePath: instancePath + "/spec/gateways", schemaPath: "#/properties/spec/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema7.properties.spec.properties.gateways.type, parentSchema: schema7.properties.spec.properties.gateways, data: data30 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data3.systemNamespace !== void 0) {
          if (!validate33(data3.systemNamespace, { instancePath: instancePath + "/spec/systemNamespace", parentData: data3, parentDataProperty: "systemNamespace", rootData })) {
            vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
            errors = vErrors.length;
          }
        }
        if (data3.trustDomain !== void 0) {
          if (!validate49(data3.trustDomain, { instancePath: instancePath + "/spec/trustDomain", parentData: data3, parentDataProperty: "trustDomain", rootData })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
        if (data3.clusterDomain !== void 0) {
          if (!validate49(data3.clusterDomain, { instancePath: instancePath + "/spec/clusterDomain", parentData: data3, parentDataProperty: "clusterDomain", rootData })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
        if (data3.components !== void 0) {
          let data41 = data3.components;
          if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
            for (const key7 in data41) {
              if (!(key7 === "cni" || key7 === "ztunnel")) {
                const err37 = { instancePath: instancePath + "/spec/components", schemaPath: "#/properties/spec/properties/components/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.components, data: data41 };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data41.cni !== void 0) {
              if (!validate63(data41.cni, { instancePath: instancePath + "/spec/components/cni", parentData: data41, parentDataProperty: "cni", rootData })) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
              }
            }
            if (data41.ztunnel !== void 0) {
              if (!validate63(data41.ztunnel, { instancePath: instancePath + "/spec/components/ztunnel", parentData: data41, parentDataProperty: "ztunnel", rootData })) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err38 = { instancePath: instancePath + "/spec/components", schemaPath: "#/properties/spec/properties/components/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.components.type, parentSchema: schema7.properties.spec.properties.components, data: data41 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data3.istio !== void 0) {
          let data44 = data3.istio;
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            for (const key8 in data44) {
              if (!(key8 === "charts" || key8 === "images" || key8 === "gatewayAPI" || key8 === "revisions" || key8 === "values")) {
                const err39 = { instancePath: instancePath + "/spec/istio", schemaPath: "#/properties/spec/properties/istio/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema7.properties.spec.properties.istio, data: data44 };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data44.charts !== void 0) {
              if (!validate67(data44.charts, { instancePath: instancePath + "/spec/istio/charts", parentData: data44, parentDataProperty: "charts", rootData })) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
                errors = vErrors.length;
              }
            }
            if (data44.images !== void 0) {
              if (!validate75(data44.images, { instancePath: instancePath + "/spec/istio/images", parentData: data44, parentDataProperty: "images", rootData })) {
                vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
                errors = vErrors.length;
              }
            }
            if (data44.gatewayAPI !== void 0) {
              if (!validate79(data44.gatewayAPI, { instancePath: instancePath + "/spec/istio/gatewayAPI", parentData: data44, parentDataProperty: "gatewayAPI", rootData })) {
                vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
                errors = vErrors.length;
              }
            }
            if (data44.revisions !== void 0) {
              if (!validate83(data44.revisions, { instancePath: instancePath + "/spec/istio/revisions", parentData: data44, parentDataProperty: "revisions", rootData })) {
                vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
                errors = vErrors.length;
              }
            }
            if (data44.values !== void 0) {
              if (!validate88(data44.values, { instancePath: instancePath + "/spec/istio/values", parentData: data44, parentDataProperty: "values", rootData })) {
                vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err40 = { instancePath: instancePath + "/spec/istio", schemaPath: "#/properties/spec/properties/istio/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.properties.istio.type, parentSchema: schema7.properties.spec.properties.istio, data: data44 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data3.adopt !== void 0) {
          let data50 = data3.adopt;
          if (typeof data50 !== "boolean") {
            const err41 = { instancePath: instancePath + "/spec/adopt", schemaPath: "#/properties/spec/properties/adopt/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema7.properties.spec.properties.adopt.type, parentSchema: schema7.properties.spec.properties.adopt, data: data50 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.properties.spec.type, parentSchema: schema7.properties.spec, data: data3 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
  } else {
    const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.type, parentSchema: schema7, data };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
__name(validate22, "validate22");
var isAcceptance = validate173;
var schema48 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "acceptance.schema.json", "title": "acceptances.yaml of an Isthmus repository", "description": "A finding somebody decided to live with. It counts from the default branch only.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "spec"], "properties": { "apiVersion": { "const": "isthmus.dev/v1alpha1" }, "kind": { "const": "Acceptance" }, "metadata": { "$ref": "mesh.schema.json#/definitions/metadata" }, "spec": { "type": "object", "additionalProperties": false, "required": ["rule", "reason", "until"], "properties": { "rule": { "$ref": "mesh.schema.json#/definitions/name", "description": "The rule's name, as it stands in brackets after a finding." }, "object": { "title": "an object as findings name it, such as VirtualService shop/checkout", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]{0,62} [^\\s]{1,300}$", "description": "Only for this object. Default: any." }, "file": { "$ref": "mesh.schema.json#/definitions/text", "description": "Only in this file. Default: any." }, "cluster": { "$ref": "mesh.schema.json#/definitions/name", "description": "Only in this cluster. Default: any." }, "reason": { "$ref": "mesh.schema.json#/definitions/text", "description": "Why it is accepted, for the next reader." }, "until": { "title": "a day, such as 2026-12-31", "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "description": "The last day on which it counts, UTC." } } } } };
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema8.required, parentSchema: schema8, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "labels" || key0 === "annotations")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema8, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate24(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.labels !== void 0) {
      if (!validate26(data.labels, { instancePath: instancePath + "/labels", parentData: data, parentDataProperty: "labels", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.annotations !== void 0) {
      let data2 = data.annotations;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          if (typeof data3 !== "string") {
            const err2 = { instancePath: instancePath + "/annotations/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema8.properties.annotations.additionalProperties.type, parentSchema: schema8.properties.annotations.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/annotations", schemaPath: "#/properties/annotations/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.properties.annotations.type, parentSchema: schema8.properties.annotations, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema8.type, parentSchema: schema8, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate174.errors = vErrors;
  return errors === 0;
}
__name(validate174, "validate174");
function validate178(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate178.errors = vErrors;
  return errors === 0;
}
__name(validate178, "validate178");
function validate180(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,4096}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,4096}$", parentSchema: schema17, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate180.errors = vErrors;
  return errors === 0;
}
__name(validate180, "validate180");
var pattern24 = new RegExp("^[A-Za-z][A-Za-z0-9]{0,62} [^\\s]{1,300}$", "u");
var pattern26 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
function validate173(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema48.required, parentSchema: schema48, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema48.required, parentSchema: schema48, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'", schema: schema48.required, parentSchema: schema48, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema48, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("isthmus.dev/v1alpha1" !== data0) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "isthmus.dev/v1alpha1" }, message: "must be equal to constant", schema: "isthmus.dev/v1alpha1", parentSchema: schema48.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Acceptance" !== data1) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Acceptance" }, message: "must be equal to constant", schema: "Acceptance", parentSchema: schema48.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate174(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData })) {
        vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.rule === void 0) {
          const err6 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "rule" }, message: "must have required property 'rule'", schema: schema48.properties.spec.required, parentSchema: schema48.properties.spec, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data3.reason === void 0) {
          const err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema48.properties.spec.required, parentSchema: schema48.properties.spec, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data3.until === void 0) {
          const err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "until" }, message: "must have required property 'until'", schema: schema48.properties.spec.required, parentSchema: schema48.properties.spec, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "rule" || key1 === "object" || key1 === "file" || key1 === "cluster" || key1 === "reason" || key1 === "until")) {
            const err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema48.properties.spec, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.rule !== void 0) {
          if (!validate178(data3.rule, { instancePath: instancePath + "/spec/rule", parentData: data3, parentDataProperty: "rule", rootData })) {
            vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
            errors = vErrors.length;
          }
        }
        if (data3.object !== void 0) {
          let data5 = data3.object;
          if (typeof data5 === "string") {
            if (!pattern24.test(data5)) {
              const err10 = { instancePath: instancePath + "/spec/object", schemaPath: "#/properties/spec/properties/object/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9]{0,62} [^\\s]{1,300}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9]{0,62} [^\\s]{1,300}$"', schema: "^[A-Za-z][A-Za-z0-9]{0,62} [^\\s]{1,300}$", parentSchema: schema48.properties.spec.properties.object, data: data5 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/spec/object", schemaPath: "#/properties/spec/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.spec.properties.object.type, parentSchema: schema48.properties.spec.properties.object, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.file !== void 0) {
          if (!validate180(data3.file, { instancePath: instancePath + "/spec/file", parentData: data3, parentDataProperty: "file", rootData })) {
            vErrors = vErrors === null ? validate180.errors : vErrors.concat(validate180.errors);
            errors = vErrors.length;
          }
        }
        if (data3.cluster !== void 0) {
          if (!validate178(data3.cluster, { instancePath: instancePath + "/spec/cluster", parentData: data3, parentDataProperty: "cluster", rootData })) {
            vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
            errors = vErrors.length;
          }
        }
        if (data3.reason !== void 0) {
          if (!validate180(data3.reason, { instancePath: instancePath + "/spec/reason", parentData: data3, parentDataProperty: "reason", rootData })) {
            vErrors = vErrors === null ? validate180.errors : vErrors.concat(validate180.errors);
            errors = vErrors.length;
          }
        }
        if (data3.until !== void 0) {
          let data9 = data3.until;
          if (typeof data9 === "string") {
            if (!pattern26.test(data9)) {
              const err12 = { instancePath: instancePath + "/spec/until", schemaPath: "#/properties/spec/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"', schema: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", parentSchema: schema48.properties.spec.properties.until, data: data9 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/spec/until", schemaPath: "#/properties/spec/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.spec.properties.until.type, parentSchema: schema48.properties.spec.properties.until, data: data9 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema48.properties.spec.type, parentSchema: schema48.properties.spec, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema48.type, parentSchema: schema48, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate173.errors = vErrors;
  return errors === 0;
}
__name(validate173, "validate173");
var isLock = validate184;
var schema52 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "lock.schema.json", "title": "isthmus.lock", "description": "What every chart used must be, byte for byte. Written by `isthmus lock`.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "charts"], "properties": { "apiVersion": { "const": "isthmus.dev/v1alpha1" }, "kind": { "const": "Lock" }, "charts": { "description": "Every chart that the mesh uses.", "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["source", "name", "version", "digest"], "properties": { "source": { "$ref": "mesh.schema.json#/definitions/text", "description": "Where the chart comes from, as spec.istio.charts says it." }, "name": { "$ref": "mesh.schema.json#/definitions/text", "description": "The chart." }, "version": { "$ref": "mesh.schema.json#/definitions/text", "description": "Its version." }, "digest": { "title": "a digest: sha256: and 64 hexadecimal digits", "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "What it is, byte for byte. Another one is an error." } } } } } };
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,4096}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,4096}$", parentSchema: schema17, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate185.errors = vErrors;
  return errors === 0;
}
__name(validate185, "validate185");
var pattern28 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
function validate184(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.charts === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "charts" }, message: "must have required property 'charts'", schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "charts")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema52, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("isthmus.dev/v1alpha1" !== data0) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "isthmus.dev/v1alpha1" }, message: "must be equal to constant", schema: "isthmus.dev/v1alpha1", parentSchema: schema52.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Lock" !== data1) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Lock" }, message: "must be equal to constant", schema: "Lock", parentSchema: schema52.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.charts !== void 0) {
      let data2 = data.charts;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.source === void 0) {
              const err6 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'", schema: schema52.properties.charts.items.required, parentSchema: schema52.properties.charts.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data3.name === void 0) {
              const err7 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema52.properties.charts.items.required, parentSchema: schema52.properties.charts.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data3.version === void 0) {
              const err8 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema52.properties.charts.items.required, parentSchema: schema52.properties.charts.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data3.digest === void 0) {
              const err9 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema52.properties.charts.items.required, parentSchema: schema52.properties.charts.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (!(key1 === "source" || key1 === "name" || key1 === "version" || key1 === "digest")) {
                const err10 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema52.properties.charts.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data3.source !== void 0) {
              if (!validate185(data3.source, { instancePath: instancePath + "/charts/" + i0 + "/source", parentData: data3, parentDataProperty: "source", rootData })) {
                vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
                errors = vErrors.length;
              }
            }
            if (data3.name !== void 0) {
              if (!validate185(data3.name, { instancePath: instancePath + "/charts/" + i0 + "/name", parentData: data3, parentDataProperty: "name", rootData })) {
                vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
                errors = vErrors.length;
              }
            }
            if (data3.version !== void 0) {
              if (!validate185(data3.version, { instancePath: instancePath + "/charts/" + i0 + "/version", parentData: data3, parentDataProperty: "version", rootData })) {
                vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
                errors = vErrors.length;
              }
            }
            if (data3.digest !== void 0) {
              let data7 = data3.digest;
              if (typeof data7 === "string") {
                if (!pattern28.test(data7)) {
                  const err11 = { instancePath: instancePath + "/charts/" + i0 + "/digest", schemaPath: "#/properties/charts/items/properties/digest/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: 'must match pattern "^sha256:[0-9a-f]{64}$"', schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema52.properties.charts.items.properties.digest, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/charts/" + i0 + "/digest", schemaPath: "#/properties/charts/items/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema52.properties.charts.items.properties.digest.type, parentSchema: schema52.properties.charts.items.properties.digest, data: data7 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/charts/" + i0, schemaPath: "#/properties/charts/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema52.properties.charts.items.type, parentSchema: schema52.properties.charts.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/charts", schemaPath: "#/properties/charts/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema52.properties.charts.type, parentSchema: schema52.properties.charts, data: data2 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate184.errors = vErrors;
  return errors === 0;
}
__name(validate184, "validate184");
var isRistioctlCertificate = validate190;
var schema55 = { "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata"], "properties": { "apiVersion": { "const": "ristioctl.k8smgmt.io/v3" }, "kind": { "const": "Certificate" }, "metadata": { "$ref": "#/definitions/metadata" }, "spec": { "type": "object", "additionalProperties": false, "properties": { "validityHours": { "title": "a number of hours, with or without quotes", "type": ["string", "integer"], "pattern": "^[0-9]{1,7}$", "minimum": 1, "maximum": 9999999, "description": "No effect here." }, "password": { "title": "true or false, with or without quotes", "type": ["boolean", "string"], "pattern": "^(true|false)$", "description": "No effect here." }, "sanSuffix": { "$ref": "mesh.schema.json#/definitions/text", "description": "No effect here." }, "meshID": { "$ref": "#/definitions/meshId", "description": "The mesh: its name, and global.meshID." }, "folder": { "type": "string", "description": "No effect here." }, "folderPath": { "type": "string", "description": "No effect here." }, "installHelloWorld": { "title": "true or false, with or without quotes", "type": ["boolean", "string"], "pattern": "^(true|false)$", "description": "No effect here." } } } } };
var schema56 = { "type": "object", "required": ["name"], "properties": { "name": { "$ref": "mesh.schema.json#/definitions/name", "description": "Its name; the mesh's where no document has a meshID." } } };
function validate192(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate192.errors = vErrors;
  return errors === 0;
}
__name(validate192, "validate192");
function validate191(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema56.required, parentSchema: schema56, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name !== void 0) {
      if (!validate192(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate192.errors : vErrors.concat(validate192.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema56.type, parentSchema: schema56, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate191.errors = vErrors;
  return errors === 0;
}
__name(validate191, "validate191");
function validate195(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,4096}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,4096}$", parentSchema: schema17, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate195.errors = vErrors;
  return errors === 0;
}
__name(validate195, "validate195");
function validate197(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern2.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$"', schema: "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate197.errors = vErrors;
  return errors === 0;
}
__name(validate197, "validate197");
var pattern30 = new RegExp("^[0-9]{1,7}$", "u");
var pattern31 = new RegExp("^(true|false)$", "u");
function validate190(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("ristioctl.k8smgmt.io/v3" !== data0) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "ristioctl.k8smgmt.io/v3" }, message: "must be equal to constant", schema: "ristioctl.k8smgmt.io/v3", parentSchema: schema55.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Certificate" !== data1) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Certificate" }, message: "must be equal to constant", schema: "Certificate", parentSchema: schema55.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate191(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData })) {
        vErrors = vErrors === null ? validate191.errors : vErrors.concat(validate191.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      let data3 = data.spec;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "validityHours" || key1 === "password" || key1 === "sanSuffix" || key1 === "meshID" || key1 === "folder" || key1 === "folderPath" || key1 === "installHelloWorld")) {
            const err6 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55.properties.spec, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data3.validityHours !== void 0) {
          let data4 = data3.validityHours;
          if (typeof data4 !== "string" && !(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err7 = { instancePath: instancePath + "/spec/validityHours", schemaPath: "#/properties/spec/properties/validityHours/type", keyword: "type", params: { type: schema55.properties.spec.properties.validityHours.type }, message: "must be string,integer", schema: schema55.properties.spec.properties.validityHours.type, parentSchema: schema55.properties.spec.properties.validityHours, data: data4 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 9999999 || isNaN(data4)) {
              const err8 = { instancePath: instancePath + "/spec/validityHours", schemaPath: "#/properties/spec/properties/validityHours/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9999999 }, message: "must be <= 9999999", schema: 9999999, parentSchema: schema55.properties.spec.properties.validityHours, data: data4 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data4 < 1 || isNaN(data4)) {
              const err9 = { instancePath: instancePath + "/spec/validityHours", schemaPath: "#/properties/spec/properties/validityHours/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema55.properties.spec.properties.validityHours, data: data4 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
          if (typeof data4 === "string") {
            if (!pattern30.test(data4)) {
              const err10 = { instancePath: instancePath + "/spec/validityHours", schemaPath: "#/properties/spec/properties/validityHours/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,7}$" }, message: 'must match pattern "^[0-9]{1,7}$"', schema: "^[0-9]{1,7}$", parentSchema: schema55.properties.spec.properties.validityHours, data: data4 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data3.password !== void 0) {
          let data5 = data3.password;
          if (typeof data5 !== "boolean" && typeof data5 !== "string") {
            const err11 = { instancePath: instancePath + "/spec/password", schemaPath: "#/properties/spec/properties/password/type", keyword: "type", params: { type: schema55.properties.spec.properties.password.type }, message: "must be boolean,string", schema: schema55.properties.spec.properties.password.type, parentSchema: schema55.properties.spec.properties.password, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!pattern31.test(data5)) {
              const err12 = { instancePath: instancePath + "/spec/password", schemaPath: "#/properties/spec/properties/password/pattern", keyword: "pattern", params: { pattern: "^(true|false)$" }, message: 'must match pattern "^(true|false)$"', schema: "^(true|false)$", parentSchema: schema55.properties.spec.properties.password, data: data5 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
        }
        if (data3.sanSuffix !== void 0) {
          if (!validate195(data3.sanSuffix, { instancePath: instancePath + "/spec/sanSuffix", parentData: data3, parentDataProperty: "sanSuffix", rootData })) {
            vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors);
            errors = vErrors.length;
          }
        }
        if (data3.meshID !== void 0) {
          if (!validate197(data3.meshID, { instancePath: instancePath + "/spec/meshID", parentData: data3, parentDataProperty: "meshID", rootData })) {
            vErrors = vErrors === null ? validate197.errors : vErrors.concat(validate197.errors);
            errors = vErrors.length;
          }
        }
        if (data3.folder !== void 0) {
          let data8 = data3.folder;
          if (typeof data8 !== "string") {
            const err13 = { instancePath: instancePath + "/spec/folder", schemaPath: "#/properties/spec/properties/folder/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.spec.properties.folder.type, parentSchema: schema55.properties.spec.properties.folder, data: data8 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.folderPath !== void 0) {
          let data9 = data3.folderPath;
          if (typeof data9 !== "string") {
            const err14 = { instancePath: instancePath + "/spec/folderPath", schemaPath: "#/properties/spec/properties/folderPath/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.spec.properties.folderPath.type, parentSchema: schema55.properties.spec.properties.folderPath, data: data9 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data3.installHelloWorld !== void 0) {
          let data10 = data3.installHelloWorld;
          if (typeof data10 !== "boolean" && typeof data10 !== "string") {
            const err15 = { instancePath: instancePath + "/spec/installHelloWorld", schemaPath: "#/properties/spec/properties/installHelloWorld/type", keyword: "type", params: { type: schema55.properties.spec.properties.installHelloWorld.type }, message: "must be boolean,string", schema: schema55.properties.spec.properties.installHelloWorld.type, parentSchema: schema55.properties.spec.properties.installHelloWorld, data: data10 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (typeof data10 === "string") {
            if (!pattern31.test(data10)) {
              const err16 = { instancePath: instancePath + "/spec/installHelloWorld", schemaPath: "#/properties/spec/properties/installHelloWorld/pattern", keyword: "pattern", params: { pattern: "^(true|false)$" }, message: 'must match pattern "^(true|false)$"', schema: "^(true|false)$", parentSchema: schema55.properties.spec.properties.installHelloWorld, data: data10 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema55.properties.spec.type, parentSchema: schema55.properties.spec, data: data3 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate190.errors = vErrors;
  return errors === 0;
}
__name(validate190, "validate190");
var isRistioctlCluster = validate199;
var schema60 = { "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind", "metadata", "spec"], "properties": { "apiVersion": { "const": "ristioctl.k8smgmt.io/v3" }, "kind": { "const": "Cluster" }, "metadata": { "type": "object", "required": ["name"], "properties": { "name": { "description": "The cluster. Its network is called network-<name>.", "title": "a DNS label of at most 55 characters, such as east-1, because its network is called network-<name>", "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]{0,53}[a-z0-9])?$" } } }, "spec": { "type": "object", "additionalProperties": false, "required": ["version"], "properties": { "kubeconfigFile": { "$ref": "mesh.schema.json#/definitions/text", "description": "access.kubeconfig.file of the Cluster." }, "context": { "$ref": "mesh.schema.json#/definitions/text", "description": "access.context of the Cluster." }, "meshID": { "$ref": "#/definitions/meshId", "description": "The mesh: its name, and global.meshID." }, "version": { "$ref": "mesh.schema.json#/definitions/version", "description": "The version of Istio." }, "installHelloWorld": { "title": "true or false, with or without quotes", "type": ["boolean", "string"], "pattern": "^(true|false)$", "description": "No effect here." } } } } };
var pattern35 = new RegExp("^[a-z0-9]([-a-z0-9]{0,53}[a-z0-9])?$", "u");
function validate203(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern17.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$" }, message: 'must match pattern "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$"', schema: "^v?[0-9]{1,5}\\.[0-9]{1,5}(\\.[0-9]{1,5})?([-+.][-+.0-9A-Za-z]{1,100})?$", parentSchema: schema28, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema28.type, parentSchema: schema28, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate203.errors = vErrors;
  return errors === 0;
}
__name(validate203, "validate203");
function validate199(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema60, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("ristioctl.k8smgmt.io/v3" !== data0) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "ristioctl.k8smgmt.io/v3" }, message: "must be equal to constant", schema: "ristioctl.k8smgmt.io/v3", parentSchema: schema60.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Cluster" !== data1) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Cluster" }, message: "must be equal to constant", schema: "Cluster", parentSchema: schema60.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema60.properties.metadata.required, parentSchema: schema60.properties.metadata, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (!pattern35.test(data3)) {
              const err8 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,53}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([-a-z0-9]{0,53}[a-z0-9])?$"', schema: "^[a-z0-9]([-a-z0-9]{0,53}[a-z0-9])?$", parentSchema: schema60.properties.metadata.properties.name, data: data3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.properties.metadata.properties.name.type, parentSchema: schema60.properties.metadata.properties.name, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.properties.metadata.type, parentSchema: schema60.properties.metadata, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data4 = data.spec;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.version === void 0) {
          const err11 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema60.properties.spec.required, parentSchema: schema60.properties.spec, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key1 in data4) {
          if (!(key1 === "kubeconfigFile" || key1 === "context" || key1 === "meshID" || key1 === "version" || key1 === "installHelloWorld")) {
            const err12 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema60.properties.spec, data: data4 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data4.kubeconfigFile !== void 0) {
          if (!validate195(data4.kubeconfigFile, { instancePath: instancePath + "/spec/kubeconfigFile", parentData: data4, parentDataProperty: "kubeconfigFile", rootData })) {
            vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors);
            errors = vErrors.length;
          }
        }
        if (data4.context !== void 0) {
          if (!validate195(data4.context, { instancePath: instancePath + "/spec/context", parentData: data4, parentDataProperty: "context", rootData })) {
            vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors);
            errors = vErrors.length;
          }
        }
        if (data4.meshID !== void 0) {
          if (!validate197(data4.meshID, { instancePath: instancePath + "/spec/meshID", parentData: data4, parentDataProperty: "meshID", rootData })) {
            vErrors = vErrors === null ? validate197.errors : vErrors.concat(validate197.errors);
            errors = vErrors.length;
          }
        }
        if (data4.version !== void 0) {
          if (!validate203(data4.version, { instancePath: instancePath + "/spec/version", parentData: data4, parentDataProperty: "version", rootData })) {
            vErrors = vErrors === null ? validate203.errors : vErrors.concat(validate203.errors);
            errors = vErrors.length;
          }
        }
        if (data4.installHelloWorld !== void 0) {
          let data9 = data4.installHelloWorld;
          if (typeof data9 !== "boolean" && typeof data9 !== "string") {
            const err13 = { instancePath: instancePath + "/spec/installHelloWorld", schemaPath: "#/properties/spec/properties/installHelloWorld/type", keyword: "type", params: { type: schema60.properties.spec.properties.installHelloWorld.type }, message: "must be boolean,string", schema: schema60.properties.spec.properties.installHelloWorld.type, parentSchema: schema60.properties.spec.properties.installHelloWorld, data: data9 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (typeof data9 === "string") {
            if (!pattern31.test(data9)) {
              const err14 = { instancePath: instancePath + "/spec/installHelloWorld", schemaPath: "#/properties/spec/properties/installHelloWorld/pattern", keyword: "pattern", params: { pattern: "^(true|false)$" }, message: 'must match pattern "^(true|false)$"', schema: "^(true|false)$", parentSchema: schema60.properties.spec.properties.installHelloWorld, data: data9 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.properties.spec.type, parentSchema: schema60.properties.spec, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate199.errors = vErrors;
  return errors === 0;
}
__name(validate199, "validate199");

// src/load/check.ts
var mostShown = 20;
function check(document, validate, clusters = []) {
  if (validate(document.object)) return { isUsable: true, findings: [] };
  const errors = distinct(validate.errors ?? []);
  const object = objectOf(document.object);
  const findings = errors.slice(0, mostShown).map((error) => ({ ...mistakeOf(error, document), object, clusters }));
  if (errors.length > mostShown) {
    findings.push(finding("more-mistakes", { count: errors.length - mostShown }, { source: document.source.place([]), object, clusters }));
  }
  return { isUsable: (validate.errors ?? []).every((error) => error.keyword === "additionalProperties"), findings };
}
__name(check, "check");
function distinct(errors) {
  const unknown2 = errors.filter((error) => error.keyword === "additionalProperties");
  const isMisspelt = /* @__PURE__ */ __name(({ instancePath, params }) => unknown2.some(
    (error) => error.instancePath === instancePath && isNear(String(error.params["additionalProperty"]), String(params["missingProperty"]))
  ), "isMisspelt");
  return errors.filter((error) => error.keyword !== "propertyNames" && !(error.keyword === "required" && isMisspelt(error)));
}
__name(distinct, "distinct");
function objectOf(value) {
  return {
    apiVersion: textAt(value, "apiVersion") ?? "",
    kind: textAt(value, "kind") ?? "",
    namespace: textAt(value, "metadata", "namespace") ?? "",
    name: textAt(value, "metadata", "name") ?? ""
  };
}
__name(objectOf, "objectOf");
function mistakeOf(error, { object: root, source }) {
  const path = stepsOf(error.instancePath, root);
  const place = pathText(path);
  const value = valueAt(root, path);
  const at2 = /* @__PURE__ */ __name((step) => ({
    source: step === void 0 ? source.place(path) : source.place([...path, step], "key")
  }), "at");
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(String(error.params["additionalProperty"]), place, propertiesOf(error), at2);
    case "required":
      return finding("missing-key", { place, key: String(error.params["missingProperty"]) }, { source: source.place(path, "key") });
    case "type":
      return wrongType(place, value, error, at2());
    case "enum":
    case "const":
      return wrongChoice(place, value, choicesOf(error), at2());
    case "minProperties":
    case "maxProperties":
      return finding(
        "not-exactly-one",
        { place, count: Object.keys(isObject(value) ? value : {}).length, known: listText(propertiesOf(error)) },
        at2()
      );
    default:
      return wrongForm(error, place, value, at2);
  }
}
__name(mistakeOf, "mistakeOf");
function unknownKey(key, place, known, at2) {
  if (known.length === 0) return finding("key-not-allowed", { key, place }, at2(key));
  return finding("unknown-key", { key, place, near: advice(key, known), known: listText(known, 40) }, at2(key));
}
__name(unknownKey, "unknownKey");
function wrongType(place, value, error, at2) {
  const expected = expectedOf(error);
  const isUnquoted = (typeof value === "number" || typeof value === "boolean") && [error.params["type"]].flat().includes("string");
  if (isUnquoted) return finding("unquoted-text", { place, seen: kindText(value), expected }, at2);
  return finding("wrong-type", { place, seen: kindText(value), expected }, at2);
}
__name(wrongType, "wrongType");
function wrongChoice(place, value, known, at2) {
  const seen = seenText(value);
  return finding("wrong-choice", { place, seen, near: advice(seen, known), known: listText(known) }, at2);
}
__name(wrongChoice, "wrongChoice");
function wrongForm(error, place, value, at2) {
  const key = error.data;
  if (typeof key === "string" && key !== value) {
    return finding("wrong-key", { place, key: seenText(key), expected: expectedOf(error) }, at2(key));
  }
  return finding("wrong-form", { place, seen: seenText(value), expected: expectedOf(error) }, at2());
}
__name(wrongForm, "wrongForm");
var typeWords = {
  object: "an object",
  array: "a list",
  string: "a text",
  boolean: "true or false",
  integer: "a whole number"
};
function expectedOf(error) {
  const schema = isObject(error.parentSchema) ? error.parentSchema : {};
  const title = textAt(schema, "title");
  if (title !== void 0) return title;
  if (error.keyword === "minItems") return "a list that is not empty";
  if (error.keyword === "minimum" || error.keyword === "maximum") {
    return `a number from ${String(schema["minimum"])} to ${String(schema["maximum"])}`;
  }
  return [schema["type"]].flat().map((type) => typeWords[String(type)] ?? "another value").join(" or ");
}
__name(expectedOf, "expectedOf");
function propertiesOf(error) {
  const schema = isObject(error.parentSchema) ? error.parentSchema : {};
  return Object.keys(isObject(schema["properties"]) ? schema["properties"] : {});
}
__name(propertiesOf, "propertiesOf");
function choicesOf(error) {
  const allowed = error.keyword === "const" ? [error.params["allowedValue"]] : error.params["allowedValues"];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}
__name(choicesOf, "choicesOf");
function stepsOf(pointer, root) {
  const steps = [];
  let at2 = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = isList(at2) ? Number(name) : name;
    steps.push(step);
    at2 = valueAt(at2, [step]);
  }
  return steps;
}
__name(stepsOf, "stepsOf");

// src/load/istio.ts
var plain = {
  charts: { kind: "bundled" },
  images: { hub: void 0, pullSecrets: [] },
  gatewayApi: { manage: "platform", version: void 0 },
  revisions: [],
  values: {}
};
function readIstio(value, base = plain) {
  const written = isObject(value) ? value : {};
  return {
    charts: written["charts"] === void 0 ? base.charts : readCharts(written["charts"]),
    images: {
      hub: textAt(written, "images", "hub") ?? base.images.hub,
      pullSecrets: isObject(written["images"]) && written["images"]["pullSecrets"] !== void 0 ? texts(written, "images", "pullSecrets") : base.images.pullSecrets
    },
    gatewayApi: {
      manage: (textAt(written, "gatewayAPI", "manage") ?? base.gatewayApi.manage) === "install" ? "install" : "platform",
      version: textAt(written, "gatewayAPI", "version")?.replace(/^v/u, "") ?? base.gatewayApi.version
    },
    revisions: written["revisions"] === void 0 ? base.revisions : readRevisions(written["revisions"]),
    values: mergeCharts(base.values, objectAt(written, "values"))
  };
}
__name(readIstio, "readIstio");
function readCharts(value) {
  const url = textAt(value, "repository");
  const reference = textAt(value, "oci");
  const folder = textAt(value, "path");
  if (url !== void 0) return { kind: "repository", url };
  if (reference !== void 0) return { kind: "oci", reference };
  if (folder !== void 0) return { kind: "path", folder: folder.replace(/^\.\//u, "").replace(/\/+$/u, "") };
  return { kind: "bundled" };
}
__name(readCharts, "readCharts");
function readRevisions(value) {
  const revisions2 = listAt(value).map((entry) => ({
    name: textAt(entry, "name") ?? "default",
    version: (textAt(entry, "version") ?? "").replace(/^v/u, ""),
    tags: texts(entry, "tags")
  }));
  return revisions2.filter(({ name }, index) => revisions2.findIndex((other) => other.name === name) === index);
}
__name(readRevisions, "readRevisions");
function mergeCharts(base, over) {
  const charts = [.../* @__PURE__ */ new Set([...Object.keys(base), ...Object.keys(over)])].sort();
  return Object.fromEntries(charts.map((chart) => [chart, mergeValues(base[chart] ?? {}, objectAt(over, chart))]));
}
__name(mergeCharts, "mergeCharts");
function mergeValues(base, over) {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = Object.hasOwn(base, key) ? base[key] : void 0;
    return [key, isObject(below) && isObject(value) ? mergeValues(below, value) : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}
__name(mergeValues, "mergeValues");
function texts(value, ...path) {
  return listAt(value, ...path).filter((entry) => typeof entry === "string");
}
__name(texts, "texts");

// src/load/chatops.ts
function readChatOps(value) {
  const approvals = objectAt(value, "approvals");
  const count = valueAt(approvals, ["count"]);
  const usual = defaultChatOps.approvals;
  return {
    shortForm: valueAt(value, ["shortForm"]) !== false,
    grants: listAt(value, "grants").flatMap((grant) => readGrant(grant, objectAt(value, "roles"))),
    approvals: {
      count: typeof count === "number" ? count : usual.count,
      byWriteAccess: valueAt(approvals, ["byWriteAccess"]) !== false,
      bind: textAt(approvals, "bind") === "headSha" ? "headSha" : usual.bind,
      selfApproval: valueAt(approvals, ["selfApproval"]) === true
    },
    forks: textAt(value, "forks") === "never" ? "never" : "planOnly",
    bots: texts(value, "bots"),
    windows: listAt(value, "windows").map(readWindow)
  };
}
__name(readChatOps, "readChatOps");
function readGrant(grant, roles) {
  const role = textAt(grant, "role");
  const people = role === void 0 ? readHolders(grant) : readHolders(objectAt(roles, role));
  const isKnown = role === void 0 || valueAt(roles, [role]) !== void 0;
  const clusters = texts(grant, "clusters");
  return {
    role,
    holders: isKnown ? people : nobody,
    verbs: texts(grant, "verbs").filter((verb) => Object.hasOwn(commands, verb)),
    clusters: clusters.length === 0 ? void 0 : clusters
  };
}
__name(readGrant, "readGrant");
var nobody = { permission: "admin", teams: [], users: [""] };
function readHolders(value) {
  const permission = textAt(value, "permission");
  return {
    permission: permissions.find((name) => name === permission) ?? "read",
    teams: texts(value, "teams"),
    users: texts(value, "users")
  };
}
__name(readHolders, "readHolders");
var dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
function readWindow(value) {
  const named2 = texts(value, "days").map((day) => dayNames.indexOf(day) + 1);
  const days = named2.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : named2;
  const timeZone = textAt(value, "timeZone") ?? "UTC";
  const isKnown = isTimeZone(timeZone);
  return {
    // A window that cannot be placed in time never opens; its finding says so.
    days: isKnown ? days : [],
    from: minutesOf(textAt(value, "from")),
    to: minutesOf(textAt(value, "to")),
    timeZone: isKnown ? timeZone : "UTC"
  };
}
__name(readWindow, "readWindow");
function isTimeZone(name) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
__name(isTimeZone, "isTimeZone");
function minutesOf(text = "00:00") {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
__name(minutesOf, "minutesOf");

// src/load/mesh.ts
function readMesh(value, source) {
  const name = textAt(value, "metadata", "name") ?? "";
  const spec = objectAt(value, "spec");
  const groups = Object.entries(objectAt(spec, "groups")).map(
    ([group, selector]) => [group, { matchLabels: labelsAt(selector, "matchLabels") }]
  );
  return {
    name,
    meshId: textAt(spec, "id") ?? name,
    topology: topologyOf(textAt(spec, "topology")),
    dataPlane: textAt(spec, "dataPlane") === "ambient" ? "ambient" : "sidecar",
    istio: readIstio(spec["istio"]),
    trust: readTrust(objectAt(spec, "trust")),
    discovery: readDiscovery(objectAt(spec, "discovery")),
    groups: new Map(groups.sort(([a], [b]) => a < b ? -1 : 1)),
    rollout: readRollout(objectAt(spec, "rollout")),
    apply: applyOf(textAt(spec, "apply")),
    chatops: readChatOps(objectAt(spec, "chatops")),
    clusters: [],
    source
  };
}
__name(readMesh, "readMesh");
function labelsAt(value, ...path) {
  return Object.fromEntries(
    Object.entries(objectAt(value, ...path)).filter((entry) => typeof entry[1] === "string")
  );
}
__name(labelsAt, "labelsAt");
function readTrust(trust) {
  const phase = textAt(trust, "rotation", "phase");
  const to = textAt(trust, "rotation", "to");
  const isRotating = to !== void 0 && (phase === "distribute" || phase === "switch" || phase === "retire");
  return {
    domain: textAt(trust, "domain") ?? "cluster.local",
    aliases: texts(trust, "aliases"),
    signer: readSigner(objectAt(trust, "signer")),
    rotation: isRotating ? { to, phase } : void 0
  };
}
__name(readTrust, "readTrust");
function readSigner(signer) {
  if (valueAt(signer, ["command"]) !== void 0) return { kind: "command", command: texts(signer, "command") };
  if (valueAt(signer, ["builtin"]) !== void 0) return { kind: "builtin", root: objectAt(signer, "builtin") };
  if (valueAt(signer, ["certManager"]) !== void 0) return { kind: "certManager", issuer: objectAt(signer, "certManager", "issuer") };
  return { kind: "external" };
}
__name(readSigner, "readSigner");
function readDiscovery(discovery) {
  return {
    tokens: textAt(discovery, "tokens") === "legacy" ? "legacy" : "bound",
    lifetimeSeconds: wholeSeconds(textAt(discovery, "lifetime") ?? "720h"),
    reader: { secrets: valueAt(discovery, ["reader", "secrets"]) !== false }
  };
}
__name(readDiscovery, "readDiscovery");
function readRollout(rollout) {
  const most2 = valueAt(rollout, ["maxDeletions"]);
  return {
    waves: listAt(rollout, "waves").map((wave) => texts(wave)),
    soakSeconds: wholeSeconds(textAt(rollout, "soak") ?? "10m"),
    restart: textAt(rollout, "restart") === "rollout" ? "rollout" : "report",
    maxDeletions: typeof most2 === "number" ? most2 : 10
  };
}
__name(readRollout, "readRollout");
function wholeSeconds(duration) {
  return Math.round(secondsIn(duration) ?? 0);
}
__name(wholeSeconds, "wholeSeconds");
function topologyOf(text) {
  return text === "primary-remote" || text === "external" ? text : "multi-primary";
}
__name(topologyOf, "topologyOf");
function applyOf(text) {
  return text === "onCommand" || text === "never" ? text : "onMerge";
}
__name(applyOf, "applyOf");

// src/load/cluster.ts
function readCluster(value, source, mesh) {
  const name = textAt(value, "metadata", "name") ?? "";
  const spec = objectAt(value, "spec");
  const systemNamespace = textAt(spec, "systemNamespace") ?? "istio-system";
  return {
    name,
    labels: labelsAt(value, "metadata", "labels"),
    role: roleOf(textAt(spec, "role")),
    primary: textAt(spec, "primary"),
    configCluster: textAt(spec, "configCluster"),
    network: textAt(spec, "network") ?? "",
    kubernetes: kubernetesOf(textAt(spec, "kubernetes")),
    platform: textAt(spec, "platform"),
    istioName: textAt(spec, "istioName") ?? name,
    access: objectAt(spec, "access"),
    apiServer: {
      url: textAt(spec, "apiServer", "url"),
      ca: textAt(spec, "apiServer", "ca"),
      tlsServerName: textAt(spec, "apiServer", "tlsServerName"),
      proxyUrl: textAt(spec, "apiServer", "proxyURL")
    },
    cidrs: { pods: texts(spec, "cidrs", "pods"), services: texts(spec, "cidrs", "services"), egress: texts(spec, "cidrs", "egress") },
    locality: { region: textAt(spec, "locality", "region"), zones: texts(spec, "locality", "zones") },
    gateways: readGateways(spec, source, systemNamespace),
    systemNamespace,
    trustDomain: textAt(spec, "trustDomain") ?? mesh.trust.domain,
    clusterDomain: textAt(spec, "clusterDomain") ?? "cluster.local",
    components: { cni: component(spec, "cni", systemNamespace, mesh), ztunnel: component(spec, "ztunnel", systemNamespace, mesh) },
    istio: readIstio(spec["istio"], mesh.istio),
    adopt: valueAt(spec, ["adopt"]) === true,
    source
  };
}
__name(readCluster, "readCluster");
function kubernetesOf(written) {
  return written?.replace(/^v|\+$/gu, "");
}
__name(kubernetesOf, "kubernetesOf");
function readGateways(spec, source, systemNamespace) {
  const gateways2 = listAt(spec, "gateways").map((entry, index) => readGateway(entry, within(source, index), systemNamespace));
  const isFirst = /* @__PURE__ */ __name(({ namespace, name }, index) => gateways2.findIndex((other) => other.namespace === namespace && other.name === name) === index, "isFirst");
  return gateways2.filter(isFirst);
}
__name(readGateways, "readGateways");
function readGateway(value, source, systemNamespace) {
  const kind = textAt(value, "kind");
  return {
    name: textAt(value, "name") ?? "",
    namespace: textAt(value, "namespace") ?? systemNamespace,
    kind: kind === "eastwest" || kind === "egress" ? kind : "ingress",
    revision: textAt(value, "revision"),
    service: objectAt(value, "service"),
    values: objectAt(value, "values"),
    source
  };
}
__name(readGateway, "readGateway");
function component(spec, name, systemNamespace, mesh) {
  const written = objectAt(spec, "components", name);
  const { enabled } = written;
  return {
    enabled: typeof enabled === "boolean" ? enabled : mesh.dataPlane === "ambient",
    namespace: textAt(written, "namespace") ?? systemNamespace,
    values: objectAt(written, "values")
  };
}
__name(component, "component");
function roleOf(text) {
  return text === "remote" || text === "external" ? text : "primary";
}
__name(roleOf, "roleOf");
function within(source, index) {
  return {
    file: source.file,
    index: source.index,
    line: source.line,
    place: /* @__PURE__ */ __name((path, of) => source.place(["spec", "gateways", index, ...path], of), "place")
  };
}
__name(within, "within");

// src/load/files.ts
var documentLike = /\.(?:ya?ml|json)$/u;
function roleOf2(path) {
  if (path === "isthmus.lock") return { kind: "lock" };
  if (!documentLike.test(path)) return { kind: "other" };
  if (path.startsWith("config/")) return configRole(path);
  if (/^mesh\.[a-z]+$/u.test(path) || /^clusters\/[^/]+$/u.test(path)) return { kind: "mesh" };
  if (/^acceptances\.[a-z]+$/u.test(path)) return { kind: "acceptances" };
  return path.includes("/") ? { kind: "other" } : { kind: "root" };
}
__name(roleOf2, "roleOf");
function isRead(path) {
  return roleOf2(path).kind !== "other";
}
__name(isRead, "isRead");
var everywhere = { kind: "config", place: { kind: "all" } };
function configRole(path) {
  if (path.startsWith("config/all/")) return everywhere;
  const [, place, name, ...rest] = path.split("/");
  if (name === void 0 || rest.length === 0) return { kind: "stray" };
  if (place === "groups") return { kind: "config", place: { kind: "group", name } };
  if (place === "clusters") return { kind: "config", place: { kind: "cluster", name } };
  return { kind: "stray" };
}
__name(configRole, "configRole");
function isPatchFile(path) {
  return /\.patch\.(?:ya?ml|json)$/u.test(path);
}
__name(isPatchFile, "isPatchFile");
function isKustomization(path) {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/u.test(path);
}
__name(isKustomization, "isKustomization");
function stemOf(path) {
  return path.slice(path.lastIndexOf("/") + 1).replace(documentLike, "");
}
__name(stemOf, "stemOf");

// src/load/grants.ts
function grantMistakes(chatops, clusters, source) {
  const roles = Object.keys(objectAt(chatops, "roles"));
  const grants = listAt(chatops, "grants").flatMap((grant, row) => {
    const role = textAt(grant, "role");
    const lost = role !== void 0 && !roles.includes(role) ? [unknown("role", role, roles, source.place([...at, "grants", row, "role"]))] : [];
    const strangers = texts(grant, "clusters").flatMap(
      (name, column) => clusters.includes(name) ? [] : [unknown("cluster or group", name, clusters, source.place([...at, "grants", row, "clusters", column]))]
    );
    return [...lost, ...strangers];
  });
  const zones = listAt(chatops, "windows").flatMap((window, row) => {
    const zone = valueAt(window, ["timeZone"]);
    if (typeof zone !== "string" || isTimeZone(zone)) return [];
    return [finding("time-zone-unknown", { zone }, { source: source.place([...at, "windows", row, "timeZone"]) })];
  });
  return [...grants, ...zones];
}
__name(grantMistakes, "grantMistakes");
var at = ["spec", "chatops"];
function unknown(kind, name, known, source) {
  const list = known.length === 0 ? "none; name one under roles" : known.join(", ");
  return finding("grant-unknown", { kind, name, near: advice(name, known), known: list }, { source });
}
__name(unknown, "unknown");

// src/load/repeated.ts
var revisions = ["spec", "istio", "revisions"];
var gateways = ["spec", "gateways"];
function repeatedNames(mesh, clusters) {
  const inClusters = clusters.flatMap((cluster) => [...repeated(cluster, revisions, "default"), ...repeated(cluster, gateways, "")]);
  return [...repeated(mesh, revisions, "default"), ...inClusters];
}
__name(repeatedNames, "repeatedNames");
function repeated(document, path, unnamed) {
  const system = textAt(document.object, "spec", "systemNamespace") ?? "istio-system";
  const names = listAt(document.object, ...path).map(
    (entry) => `${textAt(entry, "namespace") ?? system}/${textAt(entry, "name") ?? unnamed}`
  );
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return [];
    const facts = { list: pathText(path), name: name.slice(name.indexOf("/") + 1) };
    const cluster = textAt(document.object, "kind") === "Cluster" ? textAt(document.object, "metadata", "name") : void 0;
    const clusters = cluster === void 0 ? [] : [cluster];
    return [finding("name-twice", facts, { source: document.source.place([...path, index]), object: objectOf(document.object), clusters })];
  });
}
__name(repeated, "repeated");

// src/model/mesh.ts
function servesConfig(mesh, cluster) {
  if (mesh.topology !== "external") return cluster.role === "primary";
  return mesh.clusters.some((other) => other.role === "external" && other.configCluster === cluster.name);
}
__name(servesConfig, "servesConfig");
function selected(mesh, selector) {
  const wanted = Object.entries(selector.matchLabels);
  return mesh.clusters.filter((cluster) => wanted.every(([key, value]) => cluster.labels[key] === value));
}
__name(selected, "selected");
function withHostNames(mesh, names) {
  const clusters = mesh.clusters.map((cluster) => {
    const own = names.get(cluster.name);
    if (own === void 0 || own.size === 0) return cluster;
    const gateways2 = cluster.gateways.map((gateway) => {
      const hostName = own.get(`${gateway.namespace}/${gateway.name}`);
      return hostName === void 0 ? gateway : { ...gateway, hostName };
    });
    return { ...cluster, gateways: gateways2 };
  });
  return { ...mesh, clusters };
}
__name(withHostNames, "withHostNames");

// src/load/object.ts
function objectOfCluster(cluster) {
  return { apiVersion: "isthmus.dev/v1alpha1", kind: "Cluster", namespace: "", name: cluster.name };
}
__name(objectOfCluster, "objectOfCluster");

// src/load/resolve.ts
function resolve(mesh, broken) {
  const findings = [];
  const leftOut = new Set(broken);
  let current = mesh.clusters;
  for (; ; ) {
    const wrong = current.flatMap((cluster) => roleMistakes(cluster, current, mesh, leftOut));
    if (wrong.length === 0) break;
    findings.push(...wrong);
    const gone = new Set(wrong.flatMap((entry) => entry.clusters));
    for (const name of gone) leftOut.add(name);
    current = current.filter((cluster) => !gone.has(cluster.name));
  }
  const settled = { ...mesh, clusters: current };
  const known = [...current.map((cluster) => cluster.name), ...leftOut];
  findings.push(...groupMistakes(settled, known, leftOut), ...waveMistakes(settled, known), ...clusterNotes(settled));
  if (current.length === 0 && leftOut.size === 0)
    findings.push(finding("mesh-without-clusters", {}, { source: mesh.source.place(["kind"]) }));
  return { mesh: settled, leftOut: [...leftOut].sort(), findings };
}
__name(resolve, "resolve");
function roleMistakes(cluster, clusters, mesh, leftOut) {
  const at2 = /* @__PURE__ */ __name((...path) => ({ source: cluster.source.place(path), object: objectOfCluster(cluster), clusters: [cluster.name] }), "at");
  const { role } = cluster;
  const fitting = rolesOf[mesh.topology];
  if (!fitting.includes(role)) {
    const facts = { cluster: cluster.name, role, topology: mesh.topology, roles: fitting.join(" or ") };
    return [finding("role-not-in-topology", facts, at2("spec", "role"))];
  }
  const surplus = surplusKey(cluster);
  if (surplus !== void 0) return [finding("reference-not-for-role", { cluster: cluster.name, key: surplus, role }, at2("spec", surplus))];
  if (role === "primary") return [];
  const key = role === "remote" ? "primary" : "configCluster";
  const wanted = role === "remote" ? mesh.topology === "external" ? "external" : "primary" : "remote";
  const name = cluster[key];
  const others = clusters.filter((other2) => other2.role === wanted && other2.name !== cluster.name).map((other2) => other2.name);
  if (name === void 0)
    return [finding("reference-missing", { cluster: cluster.name, role, key, wanted, known: listText(others) }, at2("spec"))];
  if (leftOut.has(name)) return [finding("cluster-left-out-with", { cluster: cluster.name, other: name, key }, at2("spec", key))];
  const other = clusters.find((candidate) => candidate.name === name);
  if (other === void 0) {
    const facts = { cluster: cluster.name, key, name, near: advice(name, others), known: listText(others) };
    return [finding("reference-unknown", facts, at2("spec", key))];
  }
  if (other.role === wanted) return [];
  return [
    finding(
      "reference-wrong-role",
      { cluster: cluster.name, key, name, role: other.role, wanted, known: listText(others) },
      at2("spec", key)
    )
  ];
}
__name(roleMistakes, "roleMistakes");
var rolesOf = {
  "multi-primary": ["primary"],
  "primary-remote": ["primary", "remote"],
  external: ["external", "remote"]
};
function surplusKey({ role, primary, configCluster }) {
  if (primary !== void 0 && role !== "remote") return "primary";
  return configCluster !== void 0 && role !== "external" ? "configCluster" : void 0;
}
__name(surplusKey, "surplusKey");
function groupMistakes(mesh, known, leftOut) {
  return [...mesh.groups].flatMap(([group, selector]) => {
    const at2 = { source: mesh.source.place(["spec", "groups", group], "key") };
    const same = known.includes(group) ? [finding("group-named-like-cluster", { group }, at2)] : [];
    const empty = leftOut.size === 0 && selected(mesh, selector).length === 0 ? [finding("group-empty", { group }, at2)] : [];
    return [...same, ...empty];
  });
}
__name(groupMistakes, "groupMistakes");
function waveMistakes(mesh, clusters) {
  const known = [.../* @__PURE__ */ new Set([...clusters, ...mesh.groups.keys()])];
  return mesh.rollout.waves.flatMap(
    (wave, row) => wave.flatMap((name, column) => {
      if (known.includes(name)) return [];
      const source = mesh.source.place(["spec", "rollout", "waves", row, column]);
      return [finding("wave-unknown", { name, near: advice(name, known), known: listText(known) }, { source })];
    })
  );
}
__name(waveMistakes, "waveMistakes");
function clusterNotes(mesh) {
  const unsaid = mesh.clusters.filter((cluster) => cluster.kubernetes === void 0);
  return unsaid.map(
    (cluster) => finding(
      "kubernetes-version-missing",
      { cluster: cluster.name },
      { source: cluster.source.place(["spec"], "key"), object: objectOfCluster(cluster), clusters: [cluster.name] }
    )
  );
}
__name(clusterNotes, "clusterNotes");

// src/load/mesh-file.ts
var ownVersion = "isthmus.dev/v1alpha1";
function readMeshFile(documents, unusable = [], { isUnread = false, file } = {}) {
  const strangers = documents.flatMap(strangerOf);
  const meshes = documents.filter((document) => isOwn(document.object, "Mesh"));
  const clusters = documents.filter((document) => isOwn(document.object, "Cluster"));
  const [first, ...others] = meshes;
  const surplus = others.map(
    (other) => finding("mesh-twice", { first: placeText(first) }, { source: other.source.place(["kind"]), object: objectOf(other.object) })
  );
  const judged = clusters.map((document) => ({ document, name: nameOf(document), ...check(document, isCluster, [nameOf(document)]) }));
  const checked = first && check(first, isMesh);
  const findings = [...strangers, ...surplus, ...checked?.findings ?? [], ...judged.flatMap((entry) => entry.findings)];
  const broken = judged.filter((entry) => !entry.isUsable);
  if (first === void 0 || checked?.isUsable !== true) {
    return {
      mesh: void 0,
      leftOut: sortedNames(judged),
      findings: [...findings, ...first || isUnread ? [] : missing(documents, file)]
    };
  }
  const mesh = readMesh(first.object, first.source);
  const usable = judged.filter((entry) => entry.isUsable);
  const read = usable.map(({ document }) => readCluster(document.object, document.source, mesh));
  const settled = resolve({ ...mesh, clusters: unique(read) }, [...unusable, ...sortedNames(broken)]);
  const places = [...settled.mesh.clusters.map(({ name }) => name), ...settled.leftOut, ...settled.mesh.groups.keys()];
  const granted = grantMistakes(objectAt(first.object, "spec", "chatops"), places, first.source);
  const left = broken.map(
    ({ document, name, findings: reasons }) => finding(
      "cluster-left-out",
      { cluster: name, mistakes: reasons.length === 1 ? "a mistake" : `${reasons.length} mistakes` },
      { source: document.source.place([]), clusters: [name] }
    )
  );
  return {
    mesh: settled.mesh,
    leftOut: settled.leftOut,
    findings: [
      ...findings,
      ...twice(read),
      ...repeatedNames(
        first,
        usable.map(({ document }) => document)
      ),
      ...left,
      ...settled.findings,
      ...granted
    ]
  };
}
__name(readMeshFile, "readMeshFile");
function isOwn(value, kind) {
  return groupOf(value) === "isthmus.dev" && textAt(value, "kind") === kind;
}
__name(isOwn, "isOwn");
function groupOf(value) {
  const apiVersion = textAt(value, "apiVersion") ?? "";
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}
__name(groupOf, "groupOf");
function strangerOf(document) {
  const { object, source } = document;
  if (isOwn(object, "Mesh") || isOwn(object, "Cluster")) return [];
  const kind = textAt(object, "kind") ?? "";
  const where = { source: source.place(["kind"]), object: objectOf(object) };
  const isNear2 = groupOf(object) === "isthmus.dev" || textAt(object, "apiVersion") === void 0;
  if (isNear2) return [finding("mesh-kind-unknown", { kind, near: advice(kind, ["Mesh", "Cluster"]), version: ownVersion }, where)];
  return [finding("document-out-of-place", { kind, file: source.file }, where)];
}
__name(strangerOf, "strangerOf");
function missing(documents, file) {
  const inMesh = documents.find(({ source }) => source.file === file);
  const what = file === void 0 ? "There is no mesh.yaml with a document of kind Mesh at the top of this folder" : `${file} holds no document of kind Mesh`;
  return [finding("mesh-missing", { what }, { source: inMesh?.source.place([]) ?? (file === void 0 ? void 0 : startOf(file)) })];
}
__name(missing, "missing");
function nameOf({ object, source }) {
  return textAt(object, "metadata", "name") ?? stemOf(source.file);
}
__name(nameOf, "nameOf");
function placeText(document) {
  const place = document?.source.place([]);
  return place === void 0 ? "" : `${place.file}:${place.line}`;
}
__name(placeText, "placeText");
function unique(clusters) {
  const byName = /* @__PURE__ */ new Map();
  for (const cluster of clusters) if (!byName.has(cluster.name)) byName.set(cluster.name, cluster);
  return [...byName.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}
__name(unique, "unique");
function twice(clusters) {
  const seen = /* @__PURE__ */ new Map();
  return clusters.flatMap((cluster) => {
    const earlier = seen.get(cluster.name);
    if (earlier === void 0) {
      seen.set(cluster.name, cluster);
      return [];
    }
    const facts = { cluster: cluster.name, first: `${earlier.source.file}:${earlier.source.line}` };
    return [finding("cluster-twice", facts, { source: cluster.source.place(["metadata", "name"]), clusters: [cluster.name] })];
  });
}
__name(twice, "twice");
function sortedNames(entries) {
  return [...new Set(entries.map((entry) => entry.name))].sort();
}
__name(sortedNames, "sortedNames");

// src/load/older.ts
function isOlder(version, than) {
  const [major, minor] = numbers(version);
  const [otherMajor, otherMinor] = numbers(than);
  if (Number.isNaN(major) || Number.isNaN(minor)) return false;
  return major < otherMajor || major === otherMajor && minor < otherMinor;
}
__name(isOlder, "isOlder");
function numbers(version) {
  const [, major, minor] = /^v?(\d+)\.(\d+)/u.exec(version) ?? [];
  return [Number(major ?? Number.NaN), Number(minor ?? Number.NaN)];
}
__name(numbers, "numbers");

// src/load/ristioctl.ts
var ristioctlGroup = "ristioctl.k8smgmt.io";
var oldestKnown = "1.24";
function isRistioctl({ object }) {
  return groupOf(object) === ristioctlGroup;
}
__name(isRistioctl, "isRistioctl");
function translate(documents) {
  const judged = documents.map((document) => ({ document, ...checkOne(document) }));
  const usable = judged.filter((entry) => entry.isUsable).map((entry) => entry.document);
  const meshId = meshIdOf(usable);
  const others = usable.filter((document) => (meshIdIn(document) ?? meshId) !== meshId);
  const ofMesh = usable.filter((document) => !others.includes(document));
  const clusters = ofMesh.filter(isCluster2);
  const certificates = ofMesh.filter((document) => !isCluster2(document));
  const findings = [
    ...judged.flatMap((entry) => entry.findings),
    ...usable.flatMap(remarks),
    ...ofMesh.filter((document) => meshIdIn(document) === void 0).map((document) => withoutMesh(document, meshId)),
    ...others.map((other) => otherMesh(other, meshId ?? "")),
    ...moreCertificates(certificates),
    ...differentVersions(clusters),
    ...sameContext(clusters)
  ];
  const unusable = [...judged.filter((entry) => !entry.isUsable).map((entry) => entry.document), ...others];
  const standing = new Set(clusters.map(nameIn));
  const broken = [...new Set(unusable.filter(isCluster2).map(nameIn))].filter((name) => name !== "" && !standing.has(name));
  const [first] = clusters;
  if (first === void 0) {
    const [any] = ofMesh;
    const isMissing = any !== void 0 && broken.length === 0;
    const missing2 = isMissing ? [finding("ristioctl-without-clusters", {}, { source: any.source.place(["kind"]) })] : [];
    return { documents: [], findings: [...findings, ...missing2], broken };
  }
  return {
    documents: [meshFrom(first, certificates[0], meshId), ...clusters.map((cluster) => clusterFrom(cluster, first))],
    findings,
    broken
  };
}
__name(translate, "translate");
function isCluster2({ object }) {
  return object["kind"] === "Cluster";
}
__name(isCluster2, "isCluster");
function meshIdIn({ object }) {
  return textAt(object, "spec", "meshID") || void 0;
}
__name(meshIdIn, "meshIdIn");
function meshIdOf(documents) {
  const counts = /* @__PURE__ */ new Map();
  for (const id of documents.map(meshIdIn)) if (id !== void 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
__name(meshIdOf, "meshIdOf");
function checkOne(document) {
  const { object, source } = document;
  const kind = textAt(object, "kind") ?? "";
  const name = textAt(object, "metadata", "name");
  if (kind === "Certificate") return check(document, isRistioctlCertificate);
  if (kind === "Cluster") return check(document, isRistioctlCluster, name === void 0 ? [] : [name]);
  return {
    isUsable: false,
    findings: [finding("ristioctl-kind-unknown", { kind }, { source: source.place(["kind"]), object: objectOf(object) })]
  };
}
__name(checkOne, "checkOne");
function remarks({ object, source }) {
  const name = textAt(object, "metadata", "name") ?? "";
  const clusters = object["kind"] === "Cluster" ? [name] : [];
  const at2 = /* @__PURE__ */ __name((path, of = "value") => ({ source: source.place(path, of), object: objectOf(object), clusters }), "at");
  const spec = objectAt(object, "spec");
  const ignored = ["folder", "folderPath", "password", "sanSuffix", "validityHours", "installHelloWorld"].filter(
    (key) => spec[key] !== void 0
  );
  const found = ignored.map((key) => finding("ristioctl-field-ignored", { key }, at2(["spec", key], "key")));
  if (object["kind"] !== "Cluster") return found;
  if (spec["context"] === void 0) found.push(finding("ristioctl-context-missing", { cluster: name }, at2(["spec"], "key")));
  const file = textAt(spec, "kubeconfigFile") ?? "";
  if (/^(?:~|\/|[A-Za-z]:[\\/])/u.test(file))
    found.push(finding("ristioctl-path-of-one-machine", { cluster: name, file }, at2(["spec", "kubeconfigFile"])));
  const version = textAt(spec, "version") ?? "";
  if (isOlder(version, oldestKnown))
    found.push(finding("ristioctl-version-unknown", { cluster: name, version, oldest: oldestKnown }, at2(["spec", "version"])));
  return found;
}
__name(remarks, "remarks");
function otherMesh({ object, source }, meshId) {
  const facts = { ...named(object), other: textAt(object, "spec", "meshID") ?? "", meshId };
  return finding("ristioctl-several-meshes", facts, { source: source.place(["spec", "meshID"]), object: objectOf(object) });
}
__name(otherMesh, "otherMesh");
function withoutMesh({ object, source }, meshId) {
  const facts = { ...named(object), taken: meshId === void 0 ? "no document names one" : `it is taken for one of mesh ${meshId}` };
  const clusters = object["kind"] === "Cluster" ? [facts.name] : [];
  return finding("ristioctl-mesh-id-missing", facts, { source: source.place(["spec"], "key"), object: objectOf(object), clusters });
}
__name(withoutMesh, "withoutMesh");
function moreCertificates([first, ...more]) {
  if (first === void 0) return [];
  const { file, line } = first.source;
  return more.map(
    ({ object, source }) => finding(
      "ristioctl-certificate-twice",
      { ...named(object), first: `${file}:${line}` },
      { source: source.place(["kind"]), object: objectOf(object) }
    )
  );
}
__name(moreCertificates, "moreCertificates");
function differentVersions(clusters) {
  const versions = [...new Set(clusters.map(({ object }) => textAt(object, "spec", "version") ?? ""))];
  const different = clusters.find(({ object }) => textAt(object, "spec", "version") !== versions[0]);
  if (different === void 0) return [];
  const where = { source: different.source.place(["spec", "version"]), clusters: [...new Set(clusters.map(nameIn))] };
  return [finding("ristioctl-versions-differ", { versions: listText(versions) }, where)];
}
__name(differentVersions, "differentVersions");
function sameContext(clusters) {
  const seen = /* @__PURE__ */ new Map();
  return clusters.flatMap((cluster) => {
    const { kubeconfigFile, context } = objectAt(cluster.object, "spec");
    if (context === void 0) return [];
    const key = JSON.stringify([kubeconfigFile ?? "", context]);
    const earlier = seen.get(key);
    seen.set(key, earlier ?? cluster);
    if (earlier === void 0 || nameIn(earlier) === nameIn(cluster)) return [];
    const names = [nameIn(earlier), nameIn(cluster)];
    const facts = { cluster: nameIn(cluster), other: nameIn(earlier), first: `${earlier.source.file}:${earlier.source.line}` };
    const where = { source: cluster.source.place(["spec", "context"]), object: objectOf(cluster.object), clusters: names };
    return [finding("ristioctl-context-twice", facts, where)];
  });
}
__name(sameContext, "sameContext");
function nameIn({ object }) {
  return textAt(object, "metadata", "name") ?? "";
}
__name(nameIn, "nameIn");
function named(object) {
  return { kind: textAt(object, "kind") ?? "", name: textAt(object, "metadata", "name") ?? "" };
}
__name(named, "named");
function meshFrom(first, certificate, meshId) {
  const name = labelFrom(meshId ?? textAt(certificate?.object ?? {}, "metadata", "name") ?? "mesh");
  const { source } = certificate ?? first;
  const object = {
    apiVersion: "isthmus.dev/v1alpha1",
    kind: "Mesh",
    metadata: { name },
    spec: {
      ...meshId === void 0 || meshId === name ? {} : { id: meshId },
      topology: "multi-primary",
      dataPlane: "sidecar",
      istio: { revisions: [{ name: "default", version: textAt(first.object, "spec", "version") ?? "" }], values: { istiod: installed } },
      trust: { domain: "cluster.local", signer: { external: {} } }
    }
  };
  return { object, source: translated(source, () => ["metadata", "name"]) };
}
__name(meshFrom, "meshFrom");
var installed = {
  meshConfig: {
    enablePrometheusMerge: false,
    defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true", ISTIO_META_DNS_AUTO_ALLOCATE: "true" } }
  }
};
function clusterFrom({ object, source }, first) {
  const name = textAt(object, "metadata", "name") ?? "";
  const spec = objectAt(object, "spec");
  const file = textAt(spec, "kubeconfigFile");
  const context = textAt(spec, "context");
  const version = textAt(spec, "version") ?? "";
  const isSame = version === textAt(first.object, "spec", "version");
  const written = {
    apiVersion: "isthmus.dev/v1alpha1",
    kind: "Cluster",
    metadata: { name },
    spec: {
      role: "primary",
      network: `network-${name}`,
      istioName: name,
      access: { ...file === void 0 ? {} : { kubeconfig: { file } }, ...context === void 0 ? {} : { context } },
      gateways: [{ name: "istio-eastwestgateway", namespace: "istio-system", kind: "eastwest" }],
      ...isSame ? {} : { istio: { revisions: [{ name: "default", version }] } },
      adopt: true
    }
  };
  return { object: written, source: translated(source, clusterPath) };
}
__name(clusterFrom, "clusterFrom");
function clusterPath(path) {
  const [, part, inner] = path;
  if (path[0] !== "spec") return ["metadata", "name"];
  if (part === "access") return ["spec", inner === "context" ? "context" : "kubeconfigFile"];
  return part === "istio" ? ["spec", "version"] : ["metadata", "name"];
}
__name(clusterPath, "clusterPath");
function translated(source, to) {
  return {
    file: source.file,
    index: source.index,
    line: source.line,
    place: /* @__PURE__ */ __name((path, of) => source.place(path.length === 0 ? [] : to(path), of), "place")
  };
}
__name(translated, "translated");
function labelFrom(text) {
  const label = text.toLowerCase().replace(/[^a-z0-9]+/gu, "-").slice(0, 63).replace(/^-+|-+$/gu, "");
  return label === "" ? "mesh" : label;
}
__name(labelFrom, "labelFrom");

// src/load/import.ts
var meshHead = `# Written by \`isthmus import\` from ristioctl's documents: the mesh they describe, unchanged. Their comments are not carried over.
# ristioctl made the root of trust and the intermediates; they stay as they are and are only verified (signer: external).
`;
var clusterHead = "# The network keeps the name that ristioctl gave it, and adopt: true takes over what is installed without moving a pod.\n";
function importRistioctl(tree) {
  const { documents, findings } = readTree(tree, () => true);
  const found = documents.filter(isRistioctl);
  if (found.length === 0) return { files: [], findings: [...findings, finding("ristioctl-nothing-found", {})].sort(bySeverityAndPlace) };
  const translation = translate(found);
  const files = translation.documents.map(
    ({ object }) => object["kind"] === "Mesh" ? { path: "mesh.yaml", text: meshHead + writeYaml(object) } : { path: `clusters/${textAt(object, "metadata", "name") ?? ""}.yaml`, text: clusterHead + writeYaml(object) }
  );
  const distinct2 = files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
  const told = translation.documents.length === 0 ? [] : readMeshFile(translation.documents, translation.broken).findings;
  const mistakes = told.filter(({ severity }) => severity !== "info");
  return { files: distinct2, findings: [...findings, ...translation.findings, ...mistakes].sort(bySeverityAndPlace) };
}
__name(importRistioctl, "importRistioctl");

// src/model/address.ts
function plainAddress(url) {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/u, "") : url;
}
__name(plainAddress, "plainAddress");
function leadsNowhere(url) {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return /^(?:localhost|(?:host|kubernetes)\.docker\.internal|\[::1?\]|0\.0\.0\.0|127(?:\.\d+){3})$|\.(?:localhost|svc)$/u.test(hostname);
}
__name(leadsNowhere, "leadsNowhere");

// src/load/init.ts
function oneContextEach(contexts) {
  const seen = /* @__PURE__ */ new Map();
  const left = [];
  for (const context of contexts) {
    const key = JSON.stringify([plainAddress(context.server), context.tlsServerName ?? ""]);
    const why = whyNot(context, seen.get(key));
    if (why === void 0) seen.set(key, context);
    else left.push({ context: context.name, why });
  }
  return { contexts: [...seen.values()], left };
}
__name(oneContextEach, "oneContextEach");
function whyNot({ name, cluster, server }, earlier) {
  if (!isLine(name)) return "its name is empty or not one line";
  if (server === "") return `the kubeconfig has no address for its cluster ${cluster}`;
  return earlier === void 0 ? void 0 : `it leads to the same API server as ${earlier.name}`;
}
__name(whyNot, "whyNot");
function isLine(text) {
  return /^[^\p{Cc}]{1,4096}$/u.test(text);
}
__name(isLine, "isLine");
function initMesh({ name, contexts }) {
  const names = clusterNames(contexts.map((context) => context.name));
  const texts2 = contexts.map((context, index) => {
    const isTaken = contexts.slice(0, index).some((other) => plainAddress(other.server) === plainAddress(context.server));
    return clusterText(names[index] ?? "cluster", context, isTaken ? "" : context.server);
  });
  return [meshText(labelFrom(name)), ...texts2].join("---\n");
}
__name(initMesh, "initMesh");
function meshText(name) {
  return `# The mesh. Every key, its default and examples: docs/mesh.md of Isthmus.
apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata:
${inside({ name }, 2)}spec:
  # multi-primary: istiod in every cluster. primary-remote, external: some clusters are served by another's istiod.
  topology: multi-primary
  # sidecar: a proxy in each pod. ambient: a proxy on each node.
  dataPlane: sidecar
  istio:
    charts:
      # The snapshot that comes with Isthmus holds the 1.31 line alone, and is for previews. For another version, and to install, name a source instead and
      # run \`isthmus lock\`: repository: URL of a Helm repository, oci: REFERENCE, or path: FOLDER of this repository.
      source: bundled
    revisions:
      # Fill in: the version you run or want to run. Another than 1.31 needs another source above.
      - name: default
        version: "1.31.0"
  trust:
    # The trust domain stands in every certificate: changing it later means new identities everywhere.
    domain: cluster.local
    signer:
      # Fill in: who signs each cluster's intermediate. external only verifies the Secrets that are there.
      # command: [./sign-with-kms.sh] keeps the root key where it is; certManager: { issuer: { name: NAME } }.
      external: {}
  # onMerge, onCommand, or never: only check, until you trust what you see.
  apply: never
`;
}
__name(meshText, "meshText");
function clusterText(name, { name: context, program }, address) {
  const env = `KUBECONFIG_${name.toUpperCase().replaceAll("-", "_")}`;
  return `apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata:
${inside({ name }, 2)}  # Labels choose the clusters of a group: labels: { region: us-east-1 }
spec:
  role: primary
  # Fill in: give clusters whose pods reach each other directly the same network; others meet through east-west gateways.
${inside({ network: name }, 2)}  # Fill in: the version of the API server. Charts and checks depend on it.
  # kubernetes: "1.35"
  # Where runs find the kubeconfig: an environment variable that holds it, or its path. Never the credentials themselves.
  access:
    kubeconfig:
${inside({ env }, 6)}${inside({ context }, 4)}${loginText(program)}${serverText(address)}  # Fill in, for the checks of overlap and firewalls: cidrs: { pods: [10.1.0.0/16], services: [10.101.0.0/16], egress: [] }
  gateways:
    - name: istio-eastwestgateway
      namespace: istio-system
      kind: eastwest
`;
}
__name(clusterText, "clusterText");
function loginText(program) {
  if (program === void 0 || !isLine(program)) return "";
  const why = "    # Check: the program that the kubeconfig starts to log in. It has to be there where runs are; no other is started.\n";
  return why + inside({ exec: [program] }, 4);
}
__name(loginText, "loginText");
function serverText(url) {
  const blank = "  # apiServer: { url: https://ADDRESS:6443 }\n";
  const wanted = "the address under which the other clusters reach this API server.";
  if (!/^https:\/\/[^\s\p{Cc}/@?#]+(?:\/[^\s\p{Cc}@?#]*)?$/u.test(url)) return `  # Fill in: ${wanted}
${blank}`;
  if (!leadsNowhere(url)) return `  # Check: ${wanted}
  apiServer:
${inside({ url }, 4)}`;
  return `  # Fill in: ${wanted}
  # The kubeconfig says ${url}, which is this machine's own. With kind the address is that of the node's container
  # (\`docker inspect NAME-control-plane\` shows it), and the port is 6443.
${blank}`;
}
__name(serverText, "serverText");
function inside(value, indent) {
  return writeYaml(value).replace(/^(?=.)/gmu, " ".repeat(indent));
}
__name(inside, "inside");
function clusterNames(contexts) {
  const names = [];
  for (const context of contexts) {
    const wanted = labelFrom(context.slice(context.lastIndexOf("/") + 1));
    let name = wanted;
    for (let number = 2; names.includes(name); number++) name = `${wanted.slice(0, 58)}-${number}`;
    names.push(name);
  }
  return names;
}
__name(clusterNames, "clusterNames");

// src/load/acceptances.ts
function readAcceptances(documents, clusters) {
  const findings = [];
  const acceptances = [];
  for (const document of documents) {
    const checked = check(document, isAcceptance);
    findings.push(...checked.findings);
    if (!checked.isUsable) continue;
    const acceptance = readAcceptance(document);
    findings.push(...unknownNames(acceptance, document, clusters));
    acceptances.push(acceptance);
  }
  return { acceptances, findings };
}
__name(readAcceptances, "readAcceptances");
function readAcceptance({ object, source }) {
  const spec = objectAt(object, "spec");
  return {
    rule: textAt(spec, "rule") ?? "",
    object: textAt(spec, "object"),
    file: textAt(spec, "file"),
    cluster: textAt(spec, "cluster"),
    reason: textAt(spec, "reason") ?? "",
    until: textAt(spec, "until") ?? "",
    place: source.place(["spec"], "key")
  };
}
__name(readAcceptance, "readAcceptance");
function unknownNames({ rule, cluster }, { source }, clusters) {
  const known = Object.keys(rules);
  const wrongRule = known.includes(rule) ? [] : [finding("acceptance-unknown", { what: "rule", name: rule, near: advice(rule, known) }, { source: source.place(["spec", "rule"]) })];
  if (cluster === void 0 || clusters.length === 0 || clusters.includes(cluster)) return wrongRule;
  const facts = { what: "cluster", name: cluster, near: advice(cluster, clusters) };
  return [...wrongRule, finding("acceptance-unknown", facts, { source: source.place(["spec", "cluster"]) })];
}
__name(unknownNames, "unknownNames");

// src/load/handwritten.ts
function handwritten(item2, mesh) {
  const at2 = /* @__PURE__ */ __name((...path) => ({ source: item2.source.place(path), object: objectOf(item2.object) }), "at");
  const { group, kind, name } = item2.id;
  if (group === "isthmus.dev" || group === "ristioctl.k8smgmt.io") {
    return finding("mesh-document-in-config", { kind, name }, at2("kind"));
  }
  if (group === "install.istio.io" || group === "sailoperator.io") {
    return finding("install-object-in-config", { kind, name, group }, at2("apiVersion"));
  }
  const from = derivedFrom(item2, mesh);
  return from === void 0 ? void 0 : finding("derived-by-hand", { kind, name, from }, at2("metadata", "name"));
}
__name(handwritten, "handwritten");
var mayFollow = /* @__PURE__ */ new Set(["Namespace", "Secret", "Gateway", "VirtualService"]);
function derivedFrom({ id, object }, mesh) {
  if (!mayFollow.has(id.kind)) return void 0;
  const isSystemNamespace = /* @__PURE__ */ __name((name) => mesh.clusters.some((cluster) => cluster.systemNamespace === name), "isSystemNamespace");
  switch (`${id.group}/${id.kind}`) {
    case "/Namespace":
      return isSystemNamespace(id.name) ? "spec.network and spec.systemNamespace of each cluster" : void 0;
    case "/Secret": {
      if (!isSystemNamespace(id.namespace)) return void 0;
      if (id.name === "cacerts" || id.name === "istio-ca-secret") return "spec.trust of the mesh";
      const isRemote = id.name.startsWith("istio-remote-secret-") || objectAt(object, "metadata", "labels")["istio/multiCluster"] === "true";
      return isRemote ? "spec.discovery of the mesh and the clusters" : void 0;
    }
    case "networking.istio.io/Gateway":
      return ["cross-network-gateway", "istiod-gateway"].includes(id.name) && isSystemNamespace(id.namespace) ? "the gateways and networks of the clusters" : void 0;
    case "networking.istio.io/VirtualService":
      return /^istiod-vs(?:-|$)/u.test(id.name) && isSystemNamespace(id.namespace) ? "the topology of the mesh" : void 0;
    case "gateway.networking.k8s.io/Gateway":
      return textAt(object, "spec", "gatewayClassName") === "istio-east-west" ? "spec.gateways of the cluster" : void 0;
    default:
      return void 0;
  }
}
__name(derivedFrom, "derivedFrom");

// src/catalog/scopes.gen.ts
var clusterScoped = {
  "": [
    "Namespace",
    "Node",
    "PersistentVolume",
    "ComponentStatus"
  ],
  "admissionregistration.k8s.io": [
    "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding"
  ],
  "apiextensions.k8s.io": [
    "CustomResourceDefinition"
  ],
  "apiregistration.k8s.io": [
    "APIService"
  ],
  "apps": [],
  "autoscaling": [],
  "batch": [],
  "cert-manager.io": [
    "ClusterIssuer"
  ],
  "certificates.k8s.io": [
    "CertificateSigningRequest",
    "ClusterTrustBundle"
  ],
  "coordination.k8s.io": [],
  "discovery.k8s.io": [],
  "events.k8s.io": [],
  "extensions.istio.io": [],
  "gateway.networking.k8s.io": [
    "GatewayClass"
  ],
  "gateway.networking.x-k8s.io": [
    "XMesh"
  ],
  "monitoring.coreos.com": [],
  "multicluster.x-k8s.io": [],
  "networking.istio.io": [],
  "networking.k8s.io": [
    "IngressClass",
    "IPAddress",
    "ServiceCIDR"
  ],
  "node.k8s.io": [
    "RuntimeClass"
  ],
  "policy": [],
  "rbac.authorization.k8s.io": [
    "ClusterRole",
    "ClusterRoleBinding"
  ],
  "scheduling.k8s.io": [
    "PriorityClass"
  ],
  "security.istio.io": [],
  "storage.k8s.io": [
    "StorageClass",
    "CSIDriver",
    "CSINode",
    "VolumeAttachment",
    "VolumeAttributesClass"
  ],
  "telemetry.istio.io": []
};

// src/catalog/scope.ts
function isNamespaced(id) {
  if (!Object.hasOwn(clusterScoped, id.group)) return void 0;
  return !clusterScoped[id.group]?.includes(id.kind);
}
__name(isNamespaced, "isNamespaced");

// src/load/items.ts
function declaredScopes(documents) {
  const scopes = /* @__PURE__ */ new Map();
  for (const { object: value } of documents) {
    if (textAt(value, "kind") !== "CustomResourceDefinition") continue;
    const kind = `${textAt(value, "spec", "group") ?? ""}/${textAt(value, "spec", "names", "kind") ?? ""}`;
    scopes.set(kind, textAt(value, "spec", "scope") !== "Cluster");
  }
  return scopes;
}
__name(declaredScopes, "declaredScopes");
function itemOf({ object: value, source }, scopes) {
  const written = idOf(value);
  if (written.kind === "" || written.name === "" || !hasVersion(value)) {
    const facts2 = { missing: listText(missingOf(value)) };
    return { item: void 0, findings: [finding("object-incomplete", facts2, { source: source.place([]), object: objectOf(value) })] };
  }
  const scope = (scopes.size === 0 ? void 0 : scopes.get(`${written.group}/${written.kind}`)) ?? isNamespaced(written);
  const facts = { kind: written.kind, name: written.name };
  if (scope === true && written.namespace === "") {
    const found = finding("namespace-missing", facts, { source: source.place(["metadata"], "key"), object: objectOf(value) });
    return { item: item(withNamespace(value, "default"), source), findings: [found] };
  }
  if (scope === false && written.namespace !== "") {
    const where = { source: source.place(["metadata", "namespace"]), object: objectOf(value) };
    const found = finding("namespace-not-used", { ...facts, namespace: written.namespace }, where);
    return { item: item(withNamespace(value, void 0), source), findings: [found] };
  }
  return { item: { id: written, key: idKey(written), object: value, source }, findings: none };
}
__name(itemOf, "itemOf");
var none = [];
function hasVersion({ apiVersion }) {
  return typeof apiVersion === "string" && apiVersion !== "";
}
__name(hasVersion, "hasVersion");
function missingOf(value) {
  return ["apiVersion", "kind", "metadata.name"].filter((key) => (textAt(value, ...key.split(".")) ?? "") === "");
}
__name(missingOf, "missingOf");
function item(object, source) {
  const id = idOf(object);
  return { id, key: idKey(id), object, source };
}
__name(item, "item");
function withNamespace(object, namespace) {
  const rest = Object.entries(objectAt(object, "metadata")).filter(([key]) => key !== "namespace");
  const metadata = Object.fromEntries(namespace === void 0 ? rest : [...rest, ["namespace", namespace]]);
  return { ...object, metadata };
}
__name(withNamespace, "withNamespace");

// src/catalog/list-keys.gen.ts
var listKeys = {
  "*": {
    "metadata.ownerReferences": {
      "keys": [
        [
          "uid"
        ]
      ],
      "ordered": false
    },
    "metadata.finalizers": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "apps/Deployment": {
    "spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "apps/DaemonSet": {
    "spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "apps/StatefulSet": {
    "spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    },
    "spec.volumeClaimTemplates": {
      "keys": [
        [
          "metadata.name"
        ]
      ],
      "ordered": false
    }
  },
  "apps/ReplicaSet": {
    "spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "batch/Job": {
    "spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "batch/CronJob": {
    "spec.jobTemplate.spec.template.spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.jobTemplate.spec.template.spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.jobTemplate.spec.template.spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.jobTemplate.spec.template.spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.jobTemplate.spec.template.spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.jobTemplate.spec.template.spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "Pod": {
    "spec.containers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.initContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.ephemeralContainers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.containers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.initContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.ephemeralContainers[].env": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.containers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.initContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.ephemeralContainers[].ports": {
      "keys": [
        [
          "containerPort",
          "protocol"
        ],
        [
          "containerPort"
        ]
      ],
      "ordered": false
    },
    "spec.containers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.initContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.ephemeralContainers[].volumeMounts": {
      "keys": [
        [
          "mountPath"
        ]
      ],
      "ordered": false
    },
    "spec.containers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.initContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.ephemeralContainers[].volumeDevices": {
      "keys": [
        [
          "devicePath"
        ]
      ],
      "ordered": false
    },
    "spec.volumes": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.imagePullSecrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.hostAliases": {
      "keys": [
        [
          "ip"
        ]
      ],
      "ordered": false
    },
    "spec.topologySpreadConstraints": {
      "keys": [
        [
          "topologyKey",
          "whenUnsatisfiable"
        ]
      ],
      "ordered": false
    }
  },
  "Service": {
    "spec.ports": {
      "keys": [
        [
          "name"
        ],
        [
          "port",
          "protocol"
        ],
        [
          "port"
        ]
      ],
      "ordered": false
    },
    "spec.externalIPs": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.loadBalancerSourceRanges": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "ServiceAccount": {
    "secrets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "rbac.authorization.k8s.io/RoleBinding": {
    "subjects": {
      "keys": [
        [
          "kind",
          "namespace",
          "name"
        ],
        [
          "kind",
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "rbac.authorization.k8s.io/ClusterRoleBinding": {
    "subjects": {
      "keys": [
        [
          "kind",
          "namespace",
          "name"
        ],
        [
          "kind",
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "rbac.authorization.k8s.io/Role": {
    "rules[].apiGroups": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].resources": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].verbs": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].resourceNames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "rbac.authorization.k8s.io/ClusterRole": {
    "rules[].apiGroups": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].resources": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].verbs": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "rules[].resourceNames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "admissionregistration.k8s.io/MutatingWebhookConfiguration": {
    "webhooks": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "webhooks[].matchConditions": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": {
    "webhooks": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "webhooks[].matchConditions": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "apiextensions.k8s.io/CustomResourceDefinition": {
    "spec.versions": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.versions[].additionalPrinterColumns": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.names.shortNames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.names.categories": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "autoscaling/HorizontalPodAutoscaler": {
    "spec.metrics": {
      "keys": [
        [
          "type",
          "resource.name"
        ],
        [
          "type"
        ]
      ],
      "ordered": false
    }
  },
  "networking.k8s.io/Ingress": {
    "spec.rules": {
      "keys": [
        [
          "host"
        ]
      ],
      "ordered": false
    }
  },
  "networking.istio.io/VirtualService": {
    "spec.hosts": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.gateways": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.exportTo": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.http": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.http[].match": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.http[].route": {
      "keys": [
        [
          "destination.host",
          "destination.subset",
          "destination.port.number"
        ],
        [
          "destination.host",
          "destination.subset"
        ],
        [
          "destination.host",
          "destination.port.number"
        ],
        [
          "destination.host"
        ]
      ],
      "ordered": false
    },
    "spec.tcp[].route": {
      "keys": [
        [
          "destination.host",
          "destination.subset",
          "destination.port.number"
        ],
        [
          "destination.host",
          "destination.subset"
        ],
        [
          "destination.host"
        ]
      ],
      "ordered": false
    },
    "spec.tls[].route": {
      "keys": [
        [
          "destination.host",
          "destination.subset",
          "destination.port.number"
        ],
        [
          "destination.host",
          "destination.subset"
        ],
        [
          "destination.host"
        ]
      ],
      "ordered": false
    }
  },
  "networking.istio.io/DestinationRule": {
    "spec.subsets": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.exportTo": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.trafficPolicy.portLevelSettings": {
      "keys": [
        [
          "port.number"
        ]
      ],
      "ordered": false
    },
    "spec.subsets[].trafficPolicy.portLevelSettings": {
      "keys": [
        [
          "port.number"
        ]
      ],
      "ordered": false
    }
  },
  "networking.istio.io/Gateway": {
    "spec.servers": {
      "keys": [
        [
          "name"
        ],
        [
          "port.name"
        ],
        [
          "port.number"
        ]
      ],
      "ordered": false
    },
    "spec.servers[].hosts": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "networking.istio.io/ServiceEntry": {
    "spec.hosts": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.addresses": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.exportTo": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.ports": {
      "keys": [
        [
          "name"
        ],
        [
          "number"
        ]
      ],
      "ordered": false
    },
    "spec.endpoints": {
      "keys": [
        [
          "address"
        ]
      ],
      "ordered": false
    },
    "spec.subjectAltNames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "networking.istio.io/Sidecar": {
    "spec.ingress": {
      "keys": [
        [
          "port.name"
        ],
        [
          "port.number"
        ]
      ],
      "ordered": false
    },
    "spec.egress[].hosts": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    }
  },
  "security.istio.io/RequestAuthentication": {
    "spec.jwtRules": {
      "keys": [
        [
          "issuer"
        ]
      ],
      "ordered": false
    }
  },
  "telemetry.istio.io/Telemetry": {
    "spec.tracing[].providers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.metrics[].providers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.accessLogging[].providers": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "gateway.networking.k8s.io/Gateway": {
    "spec.listeners": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "gateway.networking.k8s.io/HTTPRoute": {
    "spec.hostnames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.parentRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "sectionName",
          "port"
        ],
        [
          "namespace",
          "name",
          "sectionName"
        ],
        [
          "name",
          "sectionName"
        ],
        [
          "namespace",
          "name"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.rules": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.rules[].backendRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "port"
        ],
        [
          "name",
          "port"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "gateway.networking.k8s.io/GRPCRoute": {
    "spec.hostnames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.parentRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "sectionName",
          "port"
        ],
        [
          "namespace",
          "name",
          "sectionName"
        ],
        [
          "name",
          "sectionName"
        ],
        [
          "namespace",
          "name"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.rules": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.rules[].backendRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "port"
        ],
        [
          "name",
          "port"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "gateway.networking.k8s.io/TLSRoute": {
    "spec.hostnames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.parentRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "sectionName",
          "port"
        ],
        [
          "namespace",
          "name",
          "sectionName"
        ],
        [
          "name",
          "sectionName"
        ],
        [
          "namespace",
          "name"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.rules": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.rules[].backendRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "port"
        ],
        [
          "name",
          "port"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    }
  },
  "gateway.networking.k8s.io/TCPRoute": {
    "spec.hostnames": {
      "keys": [
        [
          "."
        ]
      ],
      "ordered": false
    },
    "spec.parentRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "sectionName",
          "port"
        ],
        [
          "namespace",
          "name",
          "sectionName"
        ],
        [
          "name",
          "sectionName"
        ],
        [
          "namespace",
          "name"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    },
    "spec.rules": {
      "keys": [
        [
          "name"
        ]
      ],
      "ordered": true
    },
    "spec.rules[].backendRefs": {
      "keys": [
        [
          "namespace",
          "name",
          "port"
        ],
        [
          "name",
          "port"
        ],
        [
          "name"
        ]
      ],
      "ordered": false
    }
  }
};

// src/catalog/list-keys.ts
function listEntry(id, path) {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  const own = Object.hasOwn(listKeys, kind) ? listKeys[kind] : void 0;
  return entryOf(own, path) ?? entryOf(listKeys["*"], path);
}
__name(listEntry, "listEntry");
function listPaths(id) {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  return [kind, "*"].flatMap((name) => Object.hasOwn(listKeys, name) ? Object.keys(listKeys[name] ?? {}) : []);
}
__name(listPaths, "listPaths");
function entryOf(lists, path) {
  return lists !== void 0 && Object.hasOwn(lists, path) ? lists[path] : void 0;
}
__name(entryOf, "entryOf");
function entryKey(entry, keys) {
  const parts = [];
  for (const key of keys) {
    const part = key === "." ? entry : valueAt(entry, key.split("."));
    if (part === void 0 || part === null || isObject(part) || isList(part)) return void 0;
    parts.push(part);
  }
  return JSON.stringify(parts);
}
__name(entryKey, "entryKey");
function sharedKeys(entry, lists) {
  return entry.keys.find((keys) => lists.every((list) => isNamedOnce(list, keys)));
}
__name(sharedKeys, "sharedKeys");
function isNamedOnce(list, keys) {
  const names = list.map((item2) => entryKey(item2, keys));
  return !names.includes(void 0) && new Set(names).size === names.length;
}
__name(isNamedOnce, "isNamedOnce");

// src/load/patch.ts
function applyPatch(below, over, id) {
  const origins = /* @__PURE__ */ new Map();
  const merged = mergeObjects(below.object, over.object, { id, path: "", origins });
  const object = { ...merged, apiVersion: below.object["apiVersion"], kind: below.object["kind"] };
  return { object, source: mergedSource(below, over, object, origins) };
}
__name(applyPatch, "applyPatch");
function refusalOf(patch, id) {
  return refusalIn(patch, id, [], "");
}
__name(refusalOf, "refusalOf");
function refusalIn(value, id, path, pattern) {
  if (isList(value)) {
    const unnamed = unnamedIn(value, id, path, pattern);
    if (unnamed !== void 0) return unnamed;
    return firstOf(value.map((entry, index) => () => refusalIn(entry, id, [...path, index], `${pattern}[]`)));
  }
  if (!isObject(value)) return void 0;
  const directive = Object.keys(value).find((key) => /^\$(?:patch|retainKeys|deleteFromPrimitiveList|setElementOrder)(?:\/|$)/u.test(key));
  if (directive !== void 0) return { kind: "directive", path: [...path, directive], key: directive };
  return firstOf(
    Object.entries(value).map(
      ([key, inner]) => () => refusalIn(inner, id, [...path, key], joined(pattern, key))
    )
  );
}
__name(refusalIn, "refusalIn");
function firstOf(tries) {
  for (const attempt of tries) {
    const refusal2 = attempt();
    if (refusal2 !== void 0) return refusal2;
  }
  return void 0;
}
__name(firstOf, "firstOf");
function unnamedIn(list, id, path, pattern) {
  const known = listEntry(id, pattern);
  if (known === void 0 || isPlain(known.keys) || list.length === 0) return void 0;
  if (known.keys.some((keys2) => list.every((entry) => entryKey(entry, keys2) !== void 0))) return void 0;
  const [keys] = known.keys;
  const index = list.findIndex((entry) => keys !== void 0 && entryKey(entry, keys) === void 0);
  if (keys === void 0 || list.every((entry) => entryKey(entry, keys) === void 0)) return void 0;
  return { kind: "unnamed", path: [...path, index], keys: keys.join(", ") };
}
__name(unnamedIn, "unnamedIn");
function mergeObjects(below, over, merging) {
  const removed = new Set(Object.keys(over).filter((key) => over[key] === null));
  const kept = Object.entries(below).filter(([key]) => !removed.has(key) && !Object.hasOwn(over, key));
  const written = Object.entries(over).filter(([key]) => !removed.has(key)).map(
    ([key, value]) => [
      key,
      mergeValues2(Object.hasOwn(below, key) ? below[key] : void 0, value, { ...merging, path: joined(merging.path, key) })
    ]
  );
  const values = new Map([...kept, ...written]);
  const order = [
    ...Object.keys(below).filter((key) => values.has(key)),
    ...written.map(([key]) => key).filter((key) => !Object.hasOwn(below, key))
  ];
  return Object.fromEntries(order.map((key) => [key, values.get(key)]));
}
__name(mergeObjects, "mergeObjects");
function mergeValues2(below, over, merging) {
  if (isObject(over)) return mergeObjects(isObject(below) ? below : {}, over, merging);
  if (isList(over) && isList(below)) return mergeLists(below, over, merging);
  return over;
}
__name(mergeValues2, "mergeValues");
function mergeLists(below, over, merging) {
  const known = listEntry(merging.id, merging.path);
  const keys = known && !isPlain(known.keys) ? keysFor(known.keys, below, over) : void 0;
  if (known === void 0 || keys === void 0) return over;
  const places = new Map(over.map((entry, index) => [entryKey(entry, keys), index]));
  const kept = below.map((entry, index) => {
    const name = entryKey(entry, keys);
    return { below: index, over: name === void 0 ? void 0 : places.get(name) };
  });
  const met = new Set(kept.map((entry) => entry.over));
  const added = over.flatMap((_, index) => met.has(index) ? [] : [{ below: void 0, over: index }]);
  const entries = known.ordered ? [...added, ...kept] : [...kept, ...added];
  const inner = { ...merging, path: `${merging.path}[]` };
  const merged = entries.map((entry) => mergeEntry(entry, below, over, inner));
  merging.origins.set(merged, entries);
  return merged;
}
__name(mergeLists, "mergeLists");
function mergeEntry(entry, below, over, merging) {
  const under = entry.below === void 0 ? void 0 : below[entry.below];
  if (entry.over === void 0) return under ?? null;
  return mergeValues2(under, over[entry.over], merging) ?? null;
}
__name(mergeEntry, "mergeEntry");
function keysFor(alternatives, below, over) {
  const possible = alternatives.filter((keys) => {
    const names = over.map((entry) => entryKey(entry, keys));
    return !names.includes(void 0) && new Set(names).size === names.length;
  });
  const meets = /* @__PURE__ */ __name((keys) => {
    const names = new Set(over.map((entry) => entryKey(entry, keys)));
    return below.some((entry) => names.has(entryKey(entry, keys)));
  }, "meets");
  return possible.find(meets) ?? possible[0];
}
__name(keysFor, "keysFor");
function isPlain(keys) {
  return keys.some((alternative) => alternative.includes("."));
}
__name(isPlain, "isPlain");
function joined(path, key) {
  return path === "" ? key : `${path}.${key}`;
}
__name(joined, "joined");
function mergedSource(below, over, object, origins) {
  const place = /* @__PURE__ */ __name((path, of) => {
    let at2 = object;
    let lower = [];
    let upper = [];
    for (const step of path) {
      const entry = isList(at2) && typeof step === "number" ? origins.get(at2)?.[step] : void 0;
      const isMerged = isList(at2) && origins.has(at2);
      lower = extended(lower, isMerged ? entry?.below : step, below.object);
      upper = extended(upper, isMerged ? entry?.over : step, over.object);
      at2 = valueAt(at2, [step]);
    }
    return upper === void 0 ? below.source.place(lower ?? path, of) : over.source.place(upper, of);
  }, "place");
  return { file: below.source.file, index: below.source.index, line: below.source.line, place };
}
__name(mergedSource, "mergedSource");
function extended(path, step, value) {
  if (path === void 0 || step === void 0) return void 0;
  const next = [...path, step];
  return valueAt(value, next) === void 0 ? void 0 : next;
}
__name(extended, "extended");

// src/load/config.ts
function readPlaces(documents, mesh, leftOut, before = []) {
  const findings = [];
  const scopes = declaredScopes(documents);
  const drafts = /* @__PURE__ */ new Map();
  const unknown2 = /* @__PURE__ */ new Set();
  let last;
  for (const document of documents) {
    const { file } = document.source;
    if (last?.file !== file) last = { file, ...whereTo(file) };
    const { place, folder } = last;
    if (place === void 0) continue;
    const stranger = unknown2.has(folder) ? void 0 : unknownPlace(place, mesh, { leftOut, before }, document);
    if (stranger !== void 0) {
      findings.push(stranger);
      unknown2.add(folder);
    }
    const draft = drafts.get(folder) ?? { objects: /* @__PURE__ */ new Map(), patches: /* @__PURE__ */ new Map() };
    drafts.set(folder, draft);
    for (const found of take(document, draft, mesh, scopes)) findings.push(found);
  }
  return { places: placesOf(drafts), findings };
}
__name(readPlaces, "readPlaces");
function take(document, draft, mesh, scopes) {
  const { file } = document.source;
  if (isKustomization(file)) return [];
  const { item: item2, findings } = itemOf(document, scopes);
  if (item2 === void 0) return findings;
  const refused = handwritten(item2, mesh);
  if (refused !== void 0) return [...findings, refused];
  const refusals = isPatchFile(file) ? takePatch(item2, draft) : takeObject(item2, draft);
  return findings.length === 0 ? refusals : [...findings, ...refusals];
}
__name(take, "take");
function takeObject(item2, draft) {
  const earlier = draft.objects.get(item2.key);
  if (earlier === void 0) {
    draft.objects.set(item2.key, item2);
    return [];
  }
  const { file, line } = earlier.source.place([]);
  const where = { source: item2.source.place(["metadata", "name"]), object: objectOf(item2.object) };
  return [finding("object-twice", { object: idText(item2.id), first: `${file}:${line}` }, where)];
}
__name(takeObject, "takeObject");
function takePatch(item2, draft) {
  const refusal2 = refusalOf(item2.object, item2.id);
  const object = objectOf(item2.object);
  if (refusal2 === void 0) {
    draft.patches.set(item2.key, [...draft.patches.get(item2.key) ?? [], item2]);
    return [];
  }
  if (refusal2.kind === "directive")
    return [finding("patch-directive", { key: refusal2.key }, { source: item2.source.place(refusal2.path, "key"), object })];
  const facts = { place: pathText(refusal2.path), keys: refusal2.keys };
  return [finding("patch-entry-unnamed", facts, { source: item2.source.place(refusal2.path), object })];
}
__name(takePatch, "takePatch");
function whereTo(file) {
  const role = roleOf2(file);
  return role.kind === "config" ? { place: role.place, folder: folderOf(role.place) } : { place: void 0, folder: "" };
}
__name(whereTo, "whereTo");
function folderOf(place) {
  switch (place.kind) {
    case "all":
      return "config/all";
    case "group":
      return `config/groups/${place.name}`;
    case "cluster":
      return `config/clusters/${place.name}`;
  }
}
__name(folderOf, "folderOf");
function unknownPlace(place, mesh, { leftOut, before }, document) {
  if (place.kind === "all") return void 0;
  const clusters = [...mesh.clusters.map((cluster) => cluster.name), ...leftOut];
  const known = place.kind === "group" ? [...mesh.groups.keys()] : clusters;
  if (known.includes(place.name)) return void 0;
  if (place.kind === "cluster" && before.includes(place.name))
    return finding("place-of-removed-cluster", { folder: folderOf(place), name: place.name }, { source: startOf(document.source.file) });
  const facts = {
    folder: folderOf(place),
    kind: place.kind,
    name: place.name,
    near: advice(place.name, known),
    known: listText(known)
  };
  return finding("place-unknown", facts, { source: startOf(document.source.file) });
}
__name(unknownPlace, "unknownPlace");
function placesOf(drafts) {
  const under = /* @__PURE__ */ __name((prefix) => new Map([...drafts].flatMap(([folder, draft]) => folder.startsWith(prefix) ? [[folder.slice(prefix.length), draft]] : [])), "under");
  return {
    all: drafts.get("config/all") ?? { objects: /* @__PURE__ */ new Map(), patches: /* @__PURE__ */ new Map() },
    groups: under("config/groups/"),
    clusters: under("config/clusters/")
  };
}
__name(placesOf, "placesOf");

// src/model/chart.ts
function chartKey(request) {
  return `${sourceText(request.source)} ${request.name} ${request.version}`;
}
__name(chartKey, "chartKey");
function chartsText(charts) {
  const byVersion = Map.groupBy(charts, ({ version }) => version);
  const names = [...byVersion].map(([version, group]) => `${andText([...new Set(group.map(({ name }) => name))].sort())} ${version}`);
  return `${charts.length === 1 ? "chart" : "charts"} ${names.join(", ")}`;
}
__name(chartsText, "chartsText");
function andText(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
__name(andText, "andText");
function sourceText(source) {
  switch (source.kind) {
    case "bundled":
      return "bundled";
    case "repository":
      return source.url;
    case "oci":
      return source.reference;
    case "path":
      return `path:${source.folder}`;
  }
}
__name(sourceText, "sourceText");

// src/load/govern.ts
function governMesh(head2, base) {
  const signer = governSigner(head2.trust.signer, base);
  const isOurs = signer === head2.trust.signer;
  const findings = isOurs ? [] : [later("spec.trust.signer", change(base?.trust.signer, head2.trust.signer), head2.source)];
  const trust = { ...head2.trust, signer };
  if (base !== void 0 && head2.apply !== base.apply) findings.push(later("spec.apply", change(base.apply, head2.apply), head2.source));
  const chatops = base?.chatops ?? defaultChatOps;
  if (JSON.stringify(chatops) !== JSON.stringify(head2.chatops)) {
    findings.push(later("spec.chatops", { was: "what the default branch says", now: "what this says" }, head2.source));
  }
  const named2 = base === void 0 ? [] : [base.istio.charts, ...base.clusters.map((cluster) => cluster.istio.charts)];
  const addresses = new Set(named2.map(sourceText));
  const charts = governCharts(head2.istio.charts, base?.istio.charts ?? bundled, addresses);
  if (charts !== head2.istio.charts) {
    findings.push(later("spec.istio.charts", change(sourceText(charts), sourceText(head2.istio.charts)), head2.source));
  }
  const clusters = head2.clusters.map((cluster) => {
    const before = base?.clusters.find((other) => other.name === cluster.name);
    const governed = governCluster(cluster, before, charts, head2, addresses);
    findings.push(...governed.findings);
    return governed.cluster;
  });
  return { mesh: { ...head2, trust, apply: base?.apply ?? head2.apply, chatops, istio: { ...head2.istio, charts }, clusters }, findings };
}
__name(governMesh, "governMesh");
function governCluster(head2, base, inherited, mesh, addresses) {
  const findings = [];
  const access = base?.access ?? {};
  const isSame = canonical(access) === canonical(head2.access);
  if (!isSame) findings.push(later("spec.access", change(base?.access, head2.access), head2.source, head2));
  const isInherited = head2.istio.charts === mesh.istio.charts;
  const charts = isInherited ? inherited : governCharts(head2.istio.charts, base?.istio.charts ?? inherited, addresses);
  if (!isInherited && charts !== head2.istio.charts) {
    findings.push(later("spec.istio.charts", change(sourceText(charts), sourceText(head2.istio.charts)), head2.source, head2));
  }
  return { cluster: { ...head2, access: isSame ? head2.access : access, istio: { ...head2.istio, charts } }, findings };
}
__name(governCluster, "governCluster");
var bundled = { kind: "bundled" };
function governCharts(head2, base, addresses) {
  return head2.kind !== "bundled" && !addresses.has(sourceText(head2)) ? base : head2;
}
__name(governCharts, "governCharts");
function governSigner(head2, base) {
  if (base === void 0) return head2.kind === "command" ? { kind: "command", command: [] } : head2;
  const runs = head2.kind === "command" || head2.kind === "builtin";
  return runs && canonical({ ...head2 }) !== canonical({ ...base.trust.signer }) ? base.trust.signer : head2;
}
__name(governSigner, "governSigner");
function governAcceptances(head2, base) {
  const before = new Set(base.acceptances.map(textOf));
  const after = new Set(head2.map(textOf));
  const added = head2.filter((entry) => !before.has(textOf(entry)));
  const removed = base.acceptances.filter((entry) => !after.has(textOf(entry)));
  const told = /* @__PURE__ */ __name((entry, isNew) => {
    const accepted = `accepted until ${entry.until}`;
    const facts = { what: `acceptance of ${entry.rule}`, ...isNew ? change("none", accepted) : change(accepted, "none") };
    return finding("takes-effect-after-merge", facts, { source: isNew ? entry.place : startOf(entry.place.file) });
  }, "told");
  const gone = removed.map((entry) => told(entry, false));
  return { acceptances: base.acceptances, findings: [...added.map((entry) => told(entry, true)), ...gone] };
}
__name(governAcceptances, "governAcceptances");
function textOf({ rule, object, file, cluster, reason, until }) {
  return JSON.stringify([rule, object ?? "", file ?? "", cluster ?? "", reason, until]);
}
__name(textOf, "textOf");
function change(was, now) {
  return { was: shown(was), now: shown(now) };
}
__name(change, "change");
function shown(value) {
  if (value === void 0 || canonical(value) === "{}") return "nothing";
  return leaves(value, "").join(", ");
}
__name(shown, "shown");
function leaves(value, path) {
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leaves(inner ?? null, path === "" ? key : `${path}.${key}`));
  const text = typeof value === "string" ? value : canonical(value);
  return [path === "" ? text : `${path}: ${text}`];
}
__name(leaves, "leaves");
function later(what, move, source, cluster) {
  const where = {
    source: source.place(what.split("."), "key"),
    object: cluster && objectOfCluster(cluster),
    clusters: cluster === void 0 ? [] : [cluster.name]
  };
  return finding("takes-effect-after-merge", { what, ...move }, where);
}
__name(later, "later");

// src/load/lock.ts
var head = `# Written by \`isthmus lock\`: what every chart used must be, byte for byte. Review a change of a digest like a change of code.
`;
function readLock(documents) {
  const [document, surplus] = documents;
  if (document === void 0) return { lock: void 0, findings: [] };
  const { isUsable, findings } = check(document, isLock);
  const second = surplus === void 0 ? [] : [finding("lock-twice", {}, { source: surplus.source.place([]) })];
  if (!isUsable) return { lock: void 0, findings: [...findings, ...second] };
  const charts = listAt(document.object, "charts").map((entry, index) => ({
    source: textAt(entry, "source") ?? "",
    name: textAt(entry, "name") ?? "",
    version: textAt(entry, "version") ?? "",
    digest: textAt(entry, "digest") ?? "",
    place: document.source.place(["charts", index, "digest"])
  }));
  const twice2 = charts.flatMap((chart, index) => {
    const isFirst = charts.findIndex((other) => keyOf(other) === keyOf(chart)) === index;
    if (isFirst) return [];
    return [
      finding("chart-locked-twice", { chart: chart.name, version: chart.version }, { source: document.source.place(["charts", index]) })
    ];
  });
  return { lock: { charts, place: document.source.place([]) }, findings: [...findings, ...second, ...twice2] };
}
__name(readLock, "readLock");
function writeLock(charts) {
  const byKey = new Map(
    charts.map(({ source, name, version, digest }) => [keyOf({ source, name, version }), { source, name, version, digest }])
  );
  const sorted = [...byKey.keys()].sort().map((key) => ({ ...byKey.get(key) }));
  return head + writeYaml({ apiVersion: "isthmus.dev/v1alpha1", kind: "Lock", charts: sorted });
}
__name(writeLock, "writeLock");
function keyOf({ source, name, version }) {
  return JSON.stringify([source, name, version]);
}
__name(keyOf, "keyOf");

// src/load/patch-replaced.ts
function replacedLists(below, over, id) {
  return inValues(below, over, { id, path: [], pattern: "" });
}
__name(replacedLists, "replacedLists");
function inValues(below, over, at2) {
  if (isObject(below) && isObject(over)) {
    return Object.entries(over).flatMap(
      ([key, value]) => inValues(below[key], value, { ...at2, path: [...at2.path, key], pattern: joined(at2.pattern, key) })
    );
  }
  return isList(below) && isList(over) ? inLists(below, over, at2) : [];
}
__name(inValues, "inValues");
function inLists(below, over, at2) {
  const known = listEntry(at2.id, at2.pattern);
  if (known === void 0 || isPlain(known.keys) || over.length === 0 || below.length === 0) return [];
  const keys = keysFor(known.keys, below, over);
  if (keys === void 0) return [{ path: at2.path, keys: known.keys[0]?.join(", ") ?? "", before: below.length }];
  const named2 = new Map(below.map((entry) => [entryKey(entry, keys), entry]));
  return over.flatMap(
    (entry, index) => inValues(named2.get(entryKey(entry, keys)), entry, { ...at2, path: [...at2.path, index], pattern: `${at2.pattern}[]` })
  );
}
__name(inLists, "inLists");

// src/load/placement.ts
function placeConfig(mesh, places) {
  const groupsOf = membership(mesh);
  const lists = /* @__PURE__ */ new Map();
  const config = /* @__PURE__ */ new Map();
  const complaints = new Complaints();
  for (const cluster of mesh.clusters) {
    const isServed = servesConfig(mesh, cluster);
    const groups = (groupsOf.get(cluster.name) ?? []).filter((group) => places.groups.has(group));
    const own = places.clusters.get(cluster.name);
    const key = JSON.stringify([isServed, groups, own === void 0 ? null : cluster.name]);
    const list = lists.get(key) ?? lay(isServed ? places.all : void 0, groups, own, places);
    lists.set(key, list);
    config.set(cluster.name, list.manifests);
    for (const complaint of list.complaints) complaints.add(complaint, cluster);
  }
  return { config, findings: complaints.findings() };
}
__name(placeConfig, "placeConfig");
function membership(mesh) {
  const groups = /* @__PURE__ */ new Map();
  for (const [group, selector] of mesh.groups) {
    for (const cluster of selected(mesh, selector)) groups.set(cluster.name, [...groups.get(cluster.name) ?? [], group]);
  }
  return groups;
}
__name(membership, "membership");
function lay(all, groups, own, { all: everywhere2, groups: grouped }) {
  const held = /* @__PURE__ */ new Map();
  const complaints = [];
  if (all !== void 0) layPlace(held, all, void 0, complaints);
  const unserved = all === void 0 ? everywhere2.objects : void 0;
  for (const group of groups) {
    const place = grouped.get(group);
    if (place !== void 0) layPlace(held, place, group, complaints, unserved);
  }
  if (own !== void 0) layPlace(held, own, void 0, complaints);
  const manifests = [];
  for (const key of [...held.keys()].sort()) {
    const one = held.get(key);
    if (one !== void 0)
      manifests.push({ id: one.item.id, object: one.object, origin: { kind: "config", source: one.source }, stage: "config" });
  }
  return { manifests, complaints };
}
__name(lay, "lay");
function layPlace(held, place, group, complaints, elsewhere2) {
  for (const [key, item2] of place.objects) {
    const before = held.get(key);
    if (isContested(before, item2, group, complaints)) continue;
    held.set(key, { item: item2, object: item2.object, source: item2.source, group: group === void 0 ? void 0 : { name: group, item: item2 } });
  }
  for (const [key, patches] of place.patches) {
    for (const patch of patches) {
      const before = held.get(key);
      if (before === void 0 && elsewhere2?.has(key)) continue;
      if (before === void 0) complaints.push({ kind: "no-target", item: patch });
      else if (!isContested(before, patch, group, complaints)) {
        for (const list of replacedLists(before.object, patch.object, patch.id)) complaints.push({ kind: "replaces", item: patch, list });
        const patched = applyPatch(before, patch, patch.id);
        held.set(key, { item: before.item, ...patched, group: group === void 0 ? before.group : { name: group, item: patch } });
      }
    }
  }
}
__name(layPlace, "layPlace");
function isContested(before, item2, group, complaints) {
  if (group === void 0 || before?.group === void 0 || before.group.name === group) return false;
  complaints.push({ kind: "conflict", item: item2, group, other: before.group });
  return true;
}
__name(isContested, "isContested");
var Complaints = class {
  static {
    __name(this, "Complaints");
  }
  #seen = /* @__PURE__ */ new Map();
  add(complaint, cluster) {
    const kind = kindOf2(complaint);
    const ofItem = this.#seen.get(complaint.item) ?? /* @__PURE__ */ new Map();
    this.#seen.set(complaint.item, ofItem);
    const entry = ofItem.get(kind) ?? { complaint, clusters: /* @__PURE__ */ new Set() };
    ofItem.set(kind, entry);
    entry.clusters.add(cluster.name);
  }
  findings() {
    return [...this.#seen.values()].flatMap(
      (ofItem) => [...ofItem.values()].map(({ complaint, clusters }) => toFinding(complaint, [...clusters]))
    );
  }
};
function kindOf2(complaint) {
  switch (complaint.kind) {
    case "conflict":
      return `conflict ${complaint.other.name}`;
    case "replaces":
      return `replaces ${pathText(complaint.list.path)} ${complaint.list.before}`;
    case "no-target":
      return complaint.kind;
  }
}
__name(kindOf2, "kindOf");
function toFinding(complaint, clusters) {
  const { item: item2 } = complaint;
  const where = { source: item2.source.place(["metadata", "name"]), object: objectOf(item2.object), clusters };
  if (complaint.kind === "no-target") return finding("patch-without-object", { object: idText(item2.id) }, where);
  if (complaint.kind === "replaces") {
    const { path, keys, before } = complaint.list;
    const source = item2.source.place(path, "key");
    return finding("patch-replaces-list", { place: pathText(path), object: idText(item2.id), keys, before }, { ...where, source });
  }
  const { group, other } = complaint;
  const facts = { object: idText(item2.id), group, other: other.name, file: other.item.source.file };
  return finding("placed-by-two-groups", facts, where);
}
__name(toFinding, "toFinding");

// src/load/stray.ts
function strayFiles(tree) {
  return tree.entries.flatMap((entry) => {
    const { path } = entry;
    if (path.startsWith("config/") && isKustomization(path))
      return [finding("kustomization-not-supported", { file: path }, { source: startOf(path) })];
    if (roleOf2(path).kind === "stray" || isInCapitals(path))
      return [finding("file-out-of-place", { file: path }, { source: startOf(path) })];
    return elsewhere(entry);
  });
}
__name(strayFiles, "strayFiles");
function isInCapitals(path) {
  return path.startsWith("config/") && /\.(?:ya?ml|json)$/iu.test(path) && !/\.(?:ya?ml|json)$/u.test(path);
}
__name(isInCapitals, "isInCapitals");
var ours = /^\s*\{?\s*["']?apiVersion["']?\s*:\s*["']?isthmus\.dev\//mu;
function elsewhere(entry) {
  if (entry.kind !== "file" || !/\.(?:ya?ml|json)$/iu.test(entry.path)) return [];
  const { kind } = roleOf2(entry.path);
  if (kind !== "root" && !(kind === "other" && entry.path.startsWith("clusters/"))) return [];
  const found = ours.exec(entry.text);
  if (found === null) return [];
  const line = entry.text.slice(0, found.index + found[0].length).split("\n").length;
  return [finding("mesh-document-elsewhere", { file: entry.path }, { source: { ...startOf(entry.path), line } })];
}
__name(elsewhere, "elsewhere");

// src/load/unread.ts
var fatal = /* @__PURE__ */ new Set([
  "yaml-syntax",
  "too-many-aliases",
  "nested-too-deep",
  "too-many-documents",
  "too-many-entries",
  "too-many-keys",
  "too-many-unreadable",
  "file-too-large",
  "binary-file",
  "symlink-refused",
  "submodule-not-read",
  "ignored-document",
  "object-incomplete"
]);
function unreadFiles(findings, dropped) {
  const files = findings.flatMap(({ rule, source }) => fatal.has(rule) && source !== void 0 ? [source.file] : []);
  return [.../* @__PURE__ */ new Set([...files, ...dropped])].filter(isOfMesh).sort();
}
__name(unreadFiles, "unreadFiles");
function isOfMesh(path) {
  return roleOf2(path).kind !== "other" || roleOf2(`${path}/any.yaml`).kind !== "other";
}
__name(isOfMesh, "isOfMesh");
function unreadClusters(written, unread, trusted) {
  const files = unread.filter((file) => roleOf2(file).kind === "mesh" || file === "clusters");
  const known = /* @__PURE__ */ new Set([...written.mesh?.clusters.map((cluster) => cluster.name) ?? [], ...written.leftOut]);
  const read = new Set(written.mesh?.clusters.map((cluster) => cluster.source.file));
  const lost = files.flatMap((file) => {
    const before = trusted?.mesh?.clusters.filter(({ source }) => isWithin(source.file, file)).map((cluster) => cluster.name) ?? [];
    const named2 = file.startsWith("clusters/") && !read.has(file) ? [stemOf(file)] : [];
    return [...new Set(before.length > 0 ? before : named2)].filter((name) => !known.has(name)).map((name) => ({ name, file }));
  });
  const findings = lost.map(
    ({ name, file }) => finding("cluster-unread", { cluster: name, file }, { source: startOf(file), clusters: [name] })
  );
  return { leftOut: [...written.leftOut, ...lost.map(({ name }) => name)].sort(), findings };
}
__name(unreadClusters, "unreadClusters");

// src/load/plain.ts
var assumedVersion = "1.31.0";
function loadPlain(tree) {
  const { documents, findings } = readTree(tree, () => true);
  const scopes = declaredScopes(documents);
  const taken = documents.filter(({ source }) => !isKustomization(source.file)).map((document) => itemOf(document, scopes));
  const items = taken.flatMap(({ item: item2 }) => item2 ?? []);
  const { first, repeated: repeated2 } = byIdentity(items);
  const meshConfig = readMeshConfig(first, tree);
  const mesh = syntheticMesh(meshConfig, sourceOf(tree));
  const manifests = first.map(({ id, object, source }) => ({ id, object, origin: { kind: "config", source }, stage: "config" }));
  return {
    tree,
    mesh,
    config: /* @__PURE__ */ new Map([["cluster", manifests]]),
    acceptances: [],
    lock: void 0,
    findings: [
      ...findings,
      ...unjudged(tree, documents, findings),
      ...meshRepository(documents),
      ...taken.flatMap((entry) => entry.findings),
      ...repeated2,
      ...meshConfig.findings
    ].sort(bySeverityAndPlace)
  };
}
__name(loadPlain, "loadPlain");
function unjudged({ entries }, documents, findings) {
  const strange = entries.filter(({ kind, path }) => kind === "file" && !isDocument(path));
  if (strange.length > 0)
    return strange.map(
      ({ path }) => finding("nothing-to-judge", { what: `\`${path}\` is no YAML or JSON by its name` }, { source: startOf(path) })
    );
  if (documents.length > 0 || findings.length > 0) return [];
  const files = entries.filter(({ path }) => isDocument(path));
  const what = files.length === 0 ? "No file with YAML or JSON is there" : `No object is in ${files.length === 1 ? "the file" : `the ${files.length} files`}`;
  return [finding("nothing-to-judge", { what }, files[0] === void 0 ? {} : { source: startOf(files[0].path) })];
}
__name(unjudged, "unjudged");
function byIdentity(items) {
  const seen = /* @__PURE__ */ new Map();
  const repeated2 = [];
  const { objects = [], patches = [] } = Object.groupBy(items, ({ source }) => isPatchFile(source.file) ? "patches" : "objects");
  for (const item2 of [...objects, ...patches]) {
    const earlier = seen.get(item2.key);
    if (earlier === void 0) {
      seen.set(item2.key, item2);
      continue;
    }
    if (isPatchFile(item2.source.file) || placeIn(item2.source.file) !== placeIn(earlier.source.file)) continue;
    const { file, line } = earlier.source.place([]);
    const where = { source: item2.source.place(["metadata", "name"]), object: objectOf(item2.object) };
    repeated2.push(finding("object-twice", { object: idText(item2.id), first: `${file}:${line}` }, where));
  }
  return { first: [...seen.keys()].sort().flatMap((key) => seen.get(key) ?? []), repeated: repeated2 };
}
__name(byIdentity, "byIdentity");
function placeIn(file) {
  return /(?:^|\/)(config\/(?:all|groups\/[^/]+|clusters\/[^/]+))\//u.exec(file)?.[1] ?? "";
}
__name(placeIn, "placeIn");
function meshRepository(documents) {
  const isMesh2 = /* @__PURE__ */ __name(({ object }) => groupOf(object) === "isthmus.dev" && textAt(object, "kind") === "Mesh", "isMesh");
  const sign = documents.find(isMesh2) ?? documents.find(({ source }) => /(?:^|\/)config\/(?:all|groups)\//u.test(source.file));
  return sign === void 0 ? [] : [finding("mesh-repository-linted", {}, { source: sign.source.place([]) })];
}
__name(meshRepository, "meshRepository");
function readMeshConfig(items, tree) {
  const candidates = items.filter(
    ({ id, object }) => id.group === "" && id.kind === "ConfigMap" && id.name === "istio" && textAt(object, "data", "mesh") !== void 0
  );
  const chosen = candidates.find(({ id }) => id.namespace === "istio-system") ?? candidates[0];
  const namespace = chosen?.id.namespace ?? "istio-system";
  if (chosen === void 0) return { namespace, values: {}, findings: [] };
  const read = valueOf(textAt(chosen.object, "data", "mesh") ?? "");
  const networks = valueOf(textAt(chosen.object, "data", "meshNetworks") ?? "");
  return {
    namespace,
    values: isKeyed(read) ? read : {},
    findings: [...unreadable(chosen, "mesh", read, tree), ...unreadable(chosen, "meshNetworks", networks, tree)]
  };
}
__name(readMeshConfig, "readMeshConfig");
function unreadable({ source, object }, key, read, tree) {
  if (isKeyed(read)) return [];
  const isBroken = read instanceof YamlError;
  const reason = isBroken ? read.reason : "it holds no keys";
  const outer = source.place(["data", key]);
  const file = tree.entries.find(({ path }) => path === outer.file);
  const place = isBroken && file?.kind === "file" ? inBlock(outer, file.text, read) : outer;
  return [finding("mesh-config-unreadable", { key, reason }, { source: place, object: objectOf(object) })];
}
__name(unreadable, "unreadable");
function isKeyed(read) {
  return isObject(read) && !(read instanceof YamlError);
}
__name(isKeyed, "isKeyed");
function valueOf(text) {
  try {
    return readValues(text)[0] ?? {};
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}
__name(valueOf, "valueOf");
function syntheticMesh({ namespace, values }, source) {
  const domain = textAt(values, "trustDomain") ?? "cluster.local";
  const istio = { revisions: [{ version: assumedVersion }], values: { istiod: { meshConfig: values } } };
  const mesh = readMesh({ metadata: { name: "mesh" }, spec: { istio, trust: { domain }, apply: "never" } }, source);
  const cluster = readCluster({ metadata: { name: "cluster" }, spec: { network: "", systemNamespace: namespace } }, source, mesh);
  return { ...mesh, clusters: [cluster] };
}
__name(syntheticMesh, "syntheticMesh");
function sourceOf(tree) {
  const file = tree.entries[0]?.path ?? "";
  return { file, index: 0, line: 1, place: /* @__PURE__ */ __name(() => ({ file, line: 1, column: 1 }), "place") };
}
__name(sourceOf, "sourceOf");

// src/load/vault.ts
function vaultOf(tree) {
  let values;
  return (sealed) => {
    values ??= new Map([...readTree(tree, isRead).vault].map(([fingerprint, secret]) => [sealedText(fingerprint), secret]));
    return values.get(sealed);
  };
}
__name(vaultOf, "vaultOf");

// src/load/index.ts
function load(tree, trusted) {
  const { documents, findings: unreadable2, dropped } = readTree(tree, isRead);
  const unread = unreadFiles(unreadable2, dropped);
  const byRole = Map.groupBy(documents, rolesOnce());
  const of = /* @__PURE__ */ __name((kind) => byRole.get(kind) ?? [], "of");
  const { own, foreign, isRistioctlMesh, broken, findings: translated2 } = meshDocuments(of("mesh"), of("root"));
  const file = tree.entries.find(({ kind, path }) => kind === "file" && /^mesh\.ya?ml$/u.test(path))?.path;
  const written = readMeshFile([...own, ...foreign], broken, { isUnread: unread.some((path) => path.startsWith("mesh.")), file });
  const lost = unreadClusters(written, unread, trusted);
  const governed = written.mesh && trusted ? governMesh(written.mesh, trusted.mesh) : { mesh: written.mesh, findings: [] };
  const { mesh } = governed;
  const names = [...mesh?.clusters.map((cluster) => cluster.name) ?? [], ...lost.leftOut];
  const accepted = readAcceptances(of("acceptances"), names);
  const acceptances = trusted ? governAcceptances(accepted.acceptances, trusted) : { acceptances: accepted.acceptances, findings: [] };
  const { lock, findings: lockFindings } = readLock(of("lock"));
  const read = mesh && readPlaces(
    of("config"),
    mesh,
    lost.leftOut,
    trusted?.mesh?.clusters.map(({ name }) => name)
  );
  const placed = mesh && read ? placeConfig(mesh, read.places) : { config: /* @__PURE__ */ new Map(), findings: [] };
  const findings = [
    [
      ...unreadable2,
      ...translated2,
      ...written.findings,
      ...lost.findings,
      ...governed.findings,
      ...accepted.findings,
      ...acceptances.findings,
      ...lockFindings
    ],
    [...strayFiles(tree), ...read?.findings ?? [], ...placed.findings]
  ];
  const all = withoutEchoes(findings.flat(), isRistioctlMesh, unread);
  return {
    tree,
    mesh,
    leftOut: lost.leftOut,
    unreadFiles: unreadFiles(all, dropped),
    config: placed.config,
    acceptances: acceptances.acceptances,
    lock,
    findings: all.sort(bySeverityAndPlace)
  };
}
__name(load, "load");
function rolesOnce() {
  let last;
  return ({ source: { file } }) => {
    if (last?.file !== file) last = { file, kind: roleOf2(file).kind };
    return last.kind;
  };
}
__name(rolesOnce, "rolesOnce");
function meshDocuments(inMeshFiles, atRoot) {
  const own = inMeshFiles.filter((document) => !isRistioctl(document));
  const ristioctl = [...inMeshFiles, ...atRoot].filter(isRistioctl);
  const [first] = ristioctl;
  if (first === void 0) return { own, foreign: [], isRistioctlMesh: false, broken: [], findings: [] };
  if (own.length > 0)
    return {
      own,
      foreign: [],
      isRistioctlMesh: false,
      broken: [],
      findings: [finding("ristioctl-beside-mesh", {}, { source: first.source.place([]) })]
    };
  const { documents, findings, broken } = translate(ristioctl);
  return { own, foreign: documents, isRistioctlMesh: true, broken, findings };
}
__name(meshDocuments, "meshDocuments");
function placeOf2({ source }) {
  return `${source?.file}:${source?.line}:${source?.column}`;
}
__name(placeOf2, "placeOf");
var mayBeUnread = { "wave-unknown": "mesh", "patch-without-object": "config" };
function withoutEchoes(findings, isRistioctlMesh, unread) {
  const lost = new Set(unread.map((file) => roleOf2(file).kind));
  const unquoted = new Set(findings.filter(({ rule }) => rule === "unquoted-text").map(placeOf2));
  return findings.filter((entry) => {
    const holder = mayBeUnread[entry.rule];
    if (holder !== void 0 && lost.has(holder)) return false;
    if (entry.rule === "float-like-version" || entry.rule === "yaml-1-1-boolean") return !unquoted.has(placeOf2(entry));
    return !isRistioctlMesh || entry.rule !== "kubernetes-version-missing" && entry.rule !== "mesh-missing";
  });
}
__name(withoutEchoes, "withoutEchoes");

export {
  listEntry,
  listPaths,
  entryKey,
  sharedKeys,
  isWithin,
  rules,
  finding,
  bySeverityAndPlace,
  isRead,
  isNamespaced,
  chartKey,
  chartsText,
  sourceText,
  writeLock,
  servesConfig,
  selected,
  withHostNames,
  importRistioctl,
  plainAddress,
  leadsNowhere,
  oneContextEach,
  initMesh,
  loadPlain,
  vaultOf,
  load
};
