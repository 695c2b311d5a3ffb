import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isObject, "isObject");
function isList(value) {
  return Array.isArray(value);
}
__name(isList, "isList");
function valueAt(value, path) {
  let at = value;
  for (const step of path) {
    if (isList(at) && typeof step === "number") at = at[step];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[String(step)];
    else return void 0;
  }
  return at;
}
__name(valueAt, "valueAt");
function textAt(value, ...path) {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : void 0;
}
__name(textAt, "textAt");
function objectAt(value, ...path) {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
}
__name(objectAt, "objectAt");
function listAt(value, ...path) {
  const found = valueAt(value, path);
  return isList(found) ? found : [];
}
__name(listAt, "listAt");
function canonical(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  let text = "";
  if (isList(value)) {
    for (const entry of value) text += text === "" ? canonical(entry) : `,${canonical(entry)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const entry = value[key];
    if (entry !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(entry)}`;
  }
  return `{${text}}`;
}
__name(canonical, "canonical");

export {
  isObject,
  isList,
  valueAt,
  textAt,
  objectAt,
  listAt,
  canonical
};
