import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/action/main.ts
process.stdout.write("Isthmus reads pull requests as data; nothing of them is run.\n");
var { main } = await import("./chunks/program-IHD76ZOU.js");
process.exitCode = await main(process.env);
