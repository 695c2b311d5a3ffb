import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/action/main.ts
process.stdout.write("Isthmus reads the pull request as data; nothing of it is run.\n");
var { main } = await import("./chunks/program-LRLVI6YG.js");
process.exitCode = await main(process.env);
