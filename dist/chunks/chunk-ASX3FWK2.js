import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  progressLine
} from "./chunk-TVW3SPRP.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/progress-tree.ts
function createProgressTree() {
  const branches = /* @__PURE__ */ new Map();
  let pause;
  const branchOf = /* @__PURE__ */ __name((cluster) => {
    const branch = branches.get(cluster) ?? { running: /* @__PURE__ */ new Map(), done: 0, wrong: [], waiting: 0 };
    branches.set(cluster, branch);
    return branch;
  }, "branchOf");
  return {
    watch: /* @__PURE__ */ __name((event, now) => {
      pause = event.kind === "soaking" ? { wave: event.wave, until: now + event.seconds * 1e3 } : event.kind === "step-started" ? void 0 : pause;
      for (const cluster of clustersOf(event)) grow(branchOf(cluster), event, { cluster, now });
    }, "watch"),
    lines: /* @__PURE__ */ __name(({ now, width, rows }) => {
      const names = [...branches.keys()].sort();
      const soaking = pause !== void 0 && pause.until > now ? [`wave ${pause.wave} is through; the next one in ${seconds(pause.until - now)}`] : [];
      const shown = fitting(
        names.map((name) => ({ name, branch: branchOf(name) })),
        rows - soaking.length - 1,
        now
      );
      const hidden = names.length - shown.length;
      const more = hidden === 0 ? [] : [`${hidden} more ${hidden === 1 ? "cluster" : "clusters"}, with nothing going on at this moment`];
      const drawn = shown.flatMap(({ name, branch }, index) => drawnBranch(name, branch, { now, isLast: index === shown.length - 1 }));
      return [...drawn, ...more, ...soaking].map((line) => cut(line, width));
    }, "lines")
  };
}
__name(createProgressTree, "createProgressTree");
function clustersOf(event) {
  switch (event.kind) {
    case "step-started":
    case "waiting":
      return event.clusters;
    case "wrote":
      return [event.written.cluster];
    case "step-ended":
      return event.outcome.clusters;
    case "soaking":
      return [];
  }
}
__name(clustersOf, "clustersOf");
function grow(branch, event, { cluster, now }) {
  const running = /* @__PURE__ */ __name((step) => {
    const found = branch.running.get(step) ?? { since: now, written: 0, what: void 0 };
    branch.running.set(step, found);
    return found;
  }, "running");
  switch (event.kind) {
    case "step-started":
      running(event.step);
      return;
    case "wrote":
      if (event.written.result !== "unchanged") running(event.step).written += 1;
      return;
    case "waiting":
      running(event.step).what = event.what;
      return;
    case "step-ended":
      branch.running.delete(event.outcome.step);
      count(branch, event.outcome.verdict, shortStep(event.outcome.step, cluster));
      return;
    case "soaking":
      return;
  }
}
__name(grow, "grow");
function count(branch, verdict, step) {
  switch (verdict.kind) {
    case "done":
    case "unchanged":
    case "rehearsed":
      branch.done += 1;
      return;
    case "failed":
      branch.wrong.push(`${step} failed: ${verdict.why.message}`);
      return;
    case "not-ready":
      branch.wrong.push(`${step} is not ready: ${verdict.why.message}`);
      return;
    case "blocked":
    case "stopped":
      branch.waiting += 1;
      return;
  }
}
__name(count, "count");
function fitting(all, rows, now) {
  const height = /* @__PURE__ */ __name(({ name, branch }) => drawnBranch(name, branch, { now, isLast: false }).length, "height");
  const busy = /* @__PURE__ */ __name((entry) => entry.branch.running.size + entry.branch.wrong.length > 0 ? 0 : 1, "busy");
  const kept = /* @__PURE__ */ new Set();
  let left = rows;
  for (const entry of [...all].sort((one, other) => busy(one) - busy(other) || (one.name < other.name ? -1 : 1))) {
    if (height(entry) > left) continue;
    left -= height(entry);
    kept.add(entry);
  }
  return all.filter((entry) => kept.has(entry));
}
__name(fitting, "fitting");
function drawnBranch(name, branch, { now, isLast }) {
  const leaves = [
    ...branch.wrong.map((text) => `\u2717 ${text}`),
    ...[...branch.running].map(([step, { since, written, what }]) => {
      const wrote = written === 0 ? "" : `, ${written} written`;
      const waits = what === void 0 ? "" : ` waits: ${what}`;
      return `${shortStep(step, name)}${waits} (${seconds(now - since)}${wrote})`;
    })
  ];
  const stem = isLast ? "   " : "\u2502  ";
  return [
    `${isLast ? "\u2514\u2500" : "\u251C\u2500"} ${name}  ${summary(branch)}`,
    ...leaves.map((leaf, index) => `${stem}${index === leaves.length - 1 ? "\u2514\u2500" : "\u251C\u2500"} ${leaf}`)
  ];
}
__name(drawnBranch, "drawnBranch");
function summary({ running, done, wrong, waiting }) {
  const sign = wrong.length > 0 ? "\u2717 " : running.size === 0 && waiting === 0 ? "\u2713 " : "";
  const parts = [
    `${done} done`,
    ...wrong.length > 0 ? [`${wrong.length} went wrong`] : [],
    ...waiting > 0 ? [`${waiting} not begun`] : []
  ];
  return `${sign}${parts.join(", ")}`;
}
__name(summary, "summary");
function shortStep(step, cluster) {
  return step.startsWith(`${cluster}/`) ? step.slice(cluster.length + 1) : step;
}
__name(shortStep, "shortStep");
function seconds(ms) {
  return `${Math.max(0, Math.round(ms / 1e3))} s`;
}
__name(seconds, "seconds");
function cut(line, width) {
  const plain = line.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return [...plain].length <= width ? plain : `${[...plain].slice(0, Math.max(0, width - 1)).join("")}\u2026`;
}
__name(cut, "cut");

// src/shells/cli/watching.ts
var often = 100;
function watching(terminal) {
  const region = terminal.region();
  if (region === void 0) {
    return {
      watch: /* @__PURE__ */ __name((event) => {
        const line = progressLine(event);
        if (line !== void 0) terminal.tell(line);
      }, "watch"),
      end: /* @__PURE__ */ __name(() => void 0, "end")
    };
  }
  const tree = createProgressTree();
  const draw = /* @__PURE__ */ __name(() => region.draw(tree.lines({ now: Date.now(), ...region.size() })), "draw");
  const timer = setInterval(draw, often);
  timer.unref();
  return {
    watch: /* @__PURE__ */ __name((event) => tree.watch(event, Date.now()), "watch"),
    end: /* @__PURE__ */ __name(() => {
      clearInterval(timer);
      region.clear();
    }, "end")
  };
}
__name(watching, "watching");

export {
  watching
};
