import type { Fact } from "../github/desk.ts";

/** Every output: `action.yml` is made from this, and a test holds the two together. */
export const outputs = {
  result:
    "Path of a JSON file: after a preview with everything that is known (changes, plan, findings: `report.schema.json`), after an apply with how it went in each cluster and what is open, small for any number of them (`apply-result.schema.json`). Its `schemaVersion` says how to read it. A path and not the text, because a large text as an output breaks jobs. Absent when the run ended before a report was made.",
  decision:
    "`pass`, `fail` (findings at or above `fail-on`, wrong usage, or a command that was refused) or `unknown` (the world failed, so not everything is known). Always set, so that a workflow can branch without reading prose.",
  "reason-code":
    "Why: `no_changes`, `changes`, `findings`, `world_failed`, `wrong_usage`, `bug`, `not_approved` (a merge queue would merge something else than was approved) or `nothing_to_do` (a deleted branch, a closed pull request, a comment that asks for nothing or was answered); after a command in a comment `answered`, what an apply gives, or the code of the first reason against it (`not_permitted`, `not_approved`, …: `src/catalog/reasons.yaml`); after an apply `applied`, `refused`, `incomplete`, `stopped` (the job was cancelled; the next run goes on) or `unhealthy`; after a look by plan (`schedule`) `no_changes`, `drift`, `behind` (merged and not applied, or something is due) or `unhealthy`; in one of several jobs that share the work `handed_on`, until one joins it. Always set; codes are stable, texts are not.",
  "plan-digest":
    "SHA-256 of the plan: every object of every cluster, the order, charts and engine. Equal plans have equal digests, also after a rebase or in the merge queue. Set when a report was made.",
  "run-id":
    "Name of the run that wrote to the clusters, for example `20261123T101500Z-3f2a9c`: their ledgers carry it, and `isthmus status` shows it. Set when something was applied.",
  "comment-url":
    "Address of the comment, for example `https://github.com/o/r/pull/7#issuecomment-1`. Empty when none was wanted, none could be written, or the event has no pull request.",
  errors:
    "Number of findings of severity error that nobody accepted, for example `2`. Set when a report was made; `fail-on` does not change it, so it can be used for a softer or harder rule.",
  warnings:
    "Number of findings of severity warning that nobody accepted, for example `5`. Set when a report was made; `fail-on` does not change it, so it can be used for a harder rule.",
  matrix:
    "With `shard: matrix` the shards as JSON for `strategy.matrix`, through `fromJSON`: `include` has one entry for each, with `shard`, its number from 1, and `clusters`, their names with commas between them. Empty when there is nothing to do.",
  part: "With a number in `shard` the path of the file with what this shard made, to be kept as an artifact for the job with `shard: join`. Of a preview it holds no secrets, and nothing that the files of the two commits and their charts do not say; of a look by plan it holds what the clusters hold, without secrets, sealed with `plan-key`.",
} as const satisfies Readonly<Record<Fact, string>>;
