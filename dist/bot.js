import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/bot/main.ts
var oldest = 24;
var major = Number(process.versions.node.split(".")[0]);
if (major < oldest) {
  console.error(`isthmus: Node ${process.versions.node} is too old for the bot; Node ${oldest} or newer is needed.`);
  process.exitCode = 2;
} else {
  const { main } = await import("./chunks/program-CIWUCO37.js");
  process.exitCode = await main(process.argv.slice(2), process.env);
}
