import { Problem } from "../../../../src/model/problem.ts";
import { change, changes, networking, study } from "../../../support/study.ts";

const whole = study();
const members = ["east", "eu"];
const why = "template `templates/deployment.yaml` line 41: `.Values.global.network` is not a text";
const gap = { members, manifests: [], symbols: new Map(), releases: [], gaps: [{ release: "istiod", stage: "install" as const, why }] };
const summary = "Chart `ztunnel` 1.31.0 could not be fetched from https://charts.example: timeout.";
const ztunnel = { ...gap, members: ["west"], gaps: [{ release: "ztunnel", stage: "install" as const, why: summary }] };
const route = networking("VirtualService", "checkout", { hosts: ["checkout"] });

/** A chart that does not template in two clusters, a chart that could not be fetched, an object whose baseline cannot be known. */
export default study({
  changes: changes([change(route, undefined, ["west"], { kind: "unknown", why: "the base could not be rendered" })]),
  study: {
    desired: { ...whole.desired, classes: [gap, ztunnel] },
    problems: [
      new Problem(
        "chart-unreachable",
        {
          summary,
          remedy: "Check the address and the network.",
        },
        {},
      ),
    ],
  },
});
