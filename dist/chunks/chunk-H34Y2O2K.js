import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/github/drift/wished.ts
var driftWishes = ["none", "adopt", "restore", "both"];
var driftChoices = {
  none: [],
  adopt: ["adopt"],
  restore: ["restore"],
  both: ["adopt", "restore"]
};

export {
  driftWishes,
  driftChoices
};
