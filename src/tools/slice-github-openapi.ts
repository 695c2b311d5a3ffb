import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Cuts the operations Isthmus uses out of GitHub's REST description, so that the tests can hold every request and every answer of the loopback
 * GitHub to it without a package of 394 MB. Run it after adding an operation:
 *
 *     npm install --prefix <folder outside> @octokit/openapi@23.0.2
 *     node src/tools/slice-github-openapi.ts <folder outside>/node_modules/@octokit/openapi/generated/api.github.com.json
 */

const target = join(import.meta.dirname, "../../test/support/github/openapi.json");

const operations: Readonly<Record<string, readonly string[]>> = {
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/issues": ["get", "post"],
  "/repos/{owner}/{repo}/issues/{issue_number}": ["patch"],
  "/repos/{owner}/{repo}/issues/comments": ["get"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["get", "patch"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": ["get", "post"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}": ["delete"],
  "/repos/{owner}/{repo}/collaborators/{username}/permission": ["get"],
  "/orgs/{org}/teams/{team_slug}": ["get"],
  "/orgs/{org}/teams/{team_slug}/members": ["get"],
  "/orgs/{org}/teams/{team_slug}/memberships/{username}": ["get"],
  "/orgs/{org}/teams/{team_slug}/teams": ["get"],
  "/repos/{owner}/{repo}": ["get"],
  "/repos/{owner}/{repo}/pulls": ["get", "post"],
  "/repos/{owner}/{repo}/pulls/{pull_number}": ["get", "patch"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/commits": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews": ["get"],
  "/repos/{owner}/{repo}/activity": ["get"],
  "/repos/{owner}/{repo}/commits/{commit_sha}/pulls": ["get"],
  "/repos/{owner}/{repo}/commits/{ref}/status": ["get"],
  "/app": ["get"],
  "/app/installations": ["get"],
  "/installation/repositories": ["get"],
  "/user": ["get"],
  "/app/installations/{installation_id}/access_tokens": ["post"],
  "/app/hook/deliveries": ["get"],
  "/app/hook/deliveries/{delivery_id}": ["get"],
  "/app/hook/deliveries/{delivery_id}/attempts": ["post"],
  "/repos/{owner}/{repo}/installation": ["get"],
  "/rate_limit": ["get"],
  "/repos/{owner}/{repo}/check-runs": ["post"],
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": ["get", "patch"],
  "/repos/{owner}/{repo}/commits/{ref}/check-runs": ["get"],
  "/repos/{owner}/{repo}/commits/{ref}": ["get"],
  "/repos/{owner}/{repo}/git/trees/{tree_sha}": ["get"],
  "/repos/{owner}/{repo}/git/blobs/{file_sha}": ["get"],
  "/repos/{owner}/{repo}/git/ref/{ref}": ["get"],
  "/repos/{owner}/{repo}/git/trees": ["post"],
  "/repos/{owner}/{repo}/git/commits": ["post"],
  "/repos/{owner}/{repo}/git/refs": ["post"],
  "/repos/{owner}/{repo}/git/refs/{ref}": ["patch", "delete"],
  "/repos/{owner}/{repo}/compare/{basehead}": ["get"],
  "/repos/{owner}/{repo}/deployments": ["get", "post"],
  "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses": ["get", "post"],
};

type Node = null | boolean | number | string | Node[] | { [key: string]: Node };

/** Words for people, and keywords that say nothing about what is valid. */
const forPeople = new Set(["description", "example", "examples", "summary", "externalDocs", "tags", "title", "deprecated", "operationId"]);

function isMap(node: Node | undefined): node is { [key: string]: Node } {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

/** `names` is true for a map whose keys are names of things (`properties`), where `description` is a property and not prose. */
function strip(node: Node, names = false): Node {
  if (Array.isArray(node)) return node.map((entry) => strip(entry));
  if (!isMap(node)) return node;
  const kept = Object.entries(node).filter(([key]) => names || !(forPeople.has(key) || key.startsWith("x-")));
  return Object.fromEntries(kept.map(([key, value]) => [key, strip(value, !names && (key === "properties" || key === "schemas"))]));
}

/**
 * `nullable: true` as JSON Schema says it. Without a `type` beside it ajv refuses the keyword, so it becomes a choice. An `enum` has to name `null` as well.
 */
function fixNullable(node: Node): Node {
  if (Array.isArray(node)) return node.map(fixNullable);
  if (!isMap(node)) return node;
  const fixed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fixNullable(value)]));
  if (fixed["nullable"] !== true) return fixed;
  const { nullable: _, ...rest } = fixed;
  return { anyOf: [rest, { type: "null" }] };
}

function references(node: Node, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const entry of node) references(entry, found);
  else if (isMap(node))
    for (const [key, value] of Object.entries(node)) {
      if (key === "$ref" && typeof value === "string") found.add(value);
      else references(value, found);
    }
  return found;
}

function at(document: Node, reference: string): Node {
  const steps = reference.replace("#/", "").split("/");
  return steps.reduce<Node>((node, step) => (isMap(node) ? (node[step] ?? null) : null), document);
}

/** Every component that `roots` lead to, under its place in the document. */
function closure(document: Node, roots: Node): { [section: string]: { [name: string]: Node } } {
  const components: { [section: string]: { [name: string]: Node } } = {};
  const waiting = [...references(roots)];
  const seen = new Set(waiting);
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [, , section = "", name = ""] = reference.split("/");
    const component = fixNullable(strip(at(document, reference)));
    components[section] = { ...components[section], [name]: component };
    for (const next of references(component)) if (!seen.has(next)) waiting.push(next);
    for (const next of references(component)) seen.add(next);
  }
  return components;
}

function sorted(node: Node): Node {
  if (Array.isArray(node)) return node.map(sorted);
  if (!isMap(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

function slice(document: { [key: string]: Node }): Node {
  const paths: { [path: string]: Node } = {};
  for (const [path, methods] of Object.entries(operations)) {
    const found = at(document, "#/paths");
    const item = isMap(found) ? found[path] : undefined;
    if (!isMap(item)) throw new Error(`The description has no path ${path}`);
    paths[path] = Object.fromEntries(methods.map((method) => [method, fixNullable(strip(item[method] ?? null))]));
  }
  return sorted({ openapi: "3.0.3", paths, components: closure(document, paths) });
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("Give the path of api.github.com.json");
const text = JSON.stringify(slice(JSON.parse(readFileSync(source, "utf8"))));
writeFileSync(target, `${text}\n`);
console.log(`${target}: ${text.length} bytes`);
