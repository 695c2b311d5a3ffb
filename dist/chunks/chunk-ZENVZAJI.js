import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/duration.ts
var seconds = { h: 3600, m: 60, s: 1 };
function secondsIn(duration) {
  if (duration === "0") return 0;
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/u.test(duration)) return void 0;
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([hms])/gu)) total += Number(amount) * (seconds[unit ?? ""] ?? 0);
  return total;
}
__name(secondsIn, "secondsIn");
var spans = [
  ["day", 864e5],
  ["hour", 36e5],
  ["minute", 6e4]
];
function inWords(milliseconds) {
  const [unit, size] = spans.find(([, length]) => milliseconds >= length) ?? ["second", 1e3];
  const count = Math.floor(milliseconds / size);
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
__name(inWords, "inWords");

export {
  secondsIn,
  inWords
};
