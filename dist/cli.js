#!/usr/bin/env node
import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/cli/main.ts
var oldest = 22;
var major = Number(process.versions.node.split(".")[0]);
if (major < oldest) {
  console.error(
    `isthmus: Node ${process.versions.node} is too old; Node ${oldest} or newer is needed (in a clone, \`npm ci\` brings Node 24: use \`npm exec isthmus\`).`
  );
  process.exitCode = 2;
} else {
  const { main } = await import("./chunks/program-ZAO2MANG.js");
  process.exitCode = await main(process.argv.slice(2));
}
