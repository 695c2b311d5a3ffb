import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  canonical,
  isList,
  isObject
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
__name(defineScalarTag, "defineScalarTag");
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
__name(defineSequenceTag, "defineSequenceTag");
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
__name(defineMappingTag, "defineMappingTag");
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: /* @__PURE__ */ __name((source) => source, "resolve"),
  identify: /* @__PURE__ */ __name((data) => typeof data === "string", "identify")
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: /* @__PURE__ */ __name((source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => object === null, "identify"),
  represent: /* @__PURE__ */ __name(() => "null", "represent")
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: /* @__PURE__ */ __name((source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => object === null, "identify"),
  represent: /* @__PURE__ */ __name(() => "null", "represent")
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: /* @__PURE__ */ __name((source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => object === null, "identify"),
  represent: /* @__PURE__ */ __name(() => "null", "represent")
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: /* @__PURE__ */ __name((source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => Object.prototype.toString.call(object) === "[object Boolean]", "identify"),
  represent: /* @__PURE__ */ __name((object) => object ? "true" : "false", "represent")
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: /* @__PURE__ */ __name((source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => Object.prototype.toString.call(object) === "[object Boolean]", "identify"),
  represent: /* @__PURE__ */ __name((object) => object ? "true" : "false", "represent")
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: /* @__PURE__ */ __name((source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name((object) => Object.prototype.toString.call(object) === "[object Boolean]", "identify"),
  represent: /* @__PURE__ */ __name((object) => object ? "true" : "false", "represent")
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value2 = source;
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0o")) return sign * parseInt(value2.slice(2), 8);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  return sign * parseInt(value2, 10);
}
__name(parseYamlInteger$2, "parseYamlInteger$2");
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
__name(resolveYamlInteger$2, "resolveYamlInteger$2");
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: /* @__PURE__ */ __name((object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0, "identify"),
  represent: /* @__PURE__ */ __name((object) => object.toString(10), "represent")
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value2 = source;
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0o")) return sign * parseInt(value2.slice(2), 8);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  return sign * parseInt(value2, 10);
}
__name(parseYamlInteger$1, "parseYamlInteger$1");
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
__name(resolveYamlInteger$1, "resolveYamlInteger$1");
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: /* @__PURE__ */ __name((object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0, "identify"),
  represent: /* @__PURE__ */ __name((object) => object.toString(10), "represent")
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value2 = source.replace(/_/g, "");
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  if (value2.includes(":")) {
    let result = 0;
    for (const part of value2.split(":")) result = result * 60 + Number(part);
    return sign * result;
  }
  if (value2 !== "0" && value2[0] === "0") return sign * parseInt(value2, 8);
  return sign * parseInt(value2, 10);
}
__name(parseYamlInteger, "parseYamlInteger");
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
__name(resolveYamlInteger, "resolveYamlInteger");
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: /* @__PURE__ */ __name((object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0, "identify"),
  represent: /* @__PURE__ */ __name((object) => object.toString(10), "represent")
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value2 = source.toLowerCase();
  const sign = value2[0] === "-" ? -1 : 1;
  if ("+-".includes(value2[0])) value2 = value2.slice(1);
  if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value2 === ".nan") return NaN;
  const result = sign * parseFloat(value2);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
__name(resolveYamlFloat$2, "resolveYamlFloat$2");
function representYamlFloat$2(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
__name(representYamlFloat$2, "representYamlFloat$2");
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: /* @__PURE__ */ __name((object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0), "identify"),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value2 = source.toLowerCase();
    const sign = value2[0] === "-" ? -1 : 1;
    if ("+-".includes(value2[0])) value2 = value2.slice(1);
    if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value2 === ".nan") return NaN;
    const result2 = sign * parseFloat(value2);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
__name(resolveYamlFloat$1, "resolveYamlFloat$1");
function representYamlFloat$1(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
__name(representYamlFloat$1, "representYamlFloat$1");
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: /* @__PURE__ */ __name((object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0), "identify"),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value2 = source.toLowerCase().replace(/_/g, "");
  const sign = value2[0] === "-" ? -1 : 1;
  if ("+-".includes(value2[0])) value2 = value2.slice(1);
  if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value2 === ".nan") return NaN;
  let result = 0;
  if (value2.includes(":")) {
    for (const part of value2.split(":")) result = result * 60 + Number(part);
    result *= sign;
  } else result = sign * parseFloat(value2);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
__name(resolveYamlFloat, "resolveYamlFloat");
function representYamlFloat(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
__name(representYamlFloat, "representYamlFloat");
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: /* @__PURE__ */ __name((object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0), "identify"),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: /* @__PURE__ */ __name((source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  }, "resolve"),
  identify: /* @__PURE__ */ __name(() => false, "identify")
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input = source.replace(/\s/g, "");
  if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
  const binary = atob(input);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
  return result;
}
__name(resolveYamlBinary, "resolveYamlBinary");
function representYamlBinary(object) {
  let binary = "";
  for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
  return btoa(binary);
}
__name(representYamlBinary, "representYamlBinary");
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: /* @__PURE__ */ __name((object) => Object.prototype.toString.call(object) === "[object Uint8Array]", "identify"),
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day);
  return date;
}
__name(makeUtcDate, "makeUtcDate");
function resolveYamlTimestamp(source) {
  let match = YAML_DATE_REGEXP.exec(source);
  if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match === null) return NOT_RESOLVED;
  const year = +match[1];
  const month = +match[2] - 1;
  const day = +match[3];
  if (!match[4]) {
    const date2 = makeUtcDate(year, month, day);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match[4];
  const minute = +match[5];
  const second = +match[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match[7]) {
    let value2 = match[7].slice(0, 3);
    while (value2.length < 3) value2 += "0";
    fraction = +value2;
  }
  const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
  if (match[9]) {
    const offsetHour = +match[10];
    const offsetMinute = +(match[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
  }
  return date;
}
__name(resolveYamlTimestamp, "resolveYamlTimestamp");
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: /* @__PURE__ */ __name((object) => object instanceof Date, "identify"),
  represent: /* @__PURE__ */ __name((object) => object.toISOString(), "represent")
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: /* @__PURE__ */ __name(() => [], "create"),
  addItem: /* @__PURE__ */ __name((container, item2) => {
    container.push(item2);
  }, "addItem"),
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
__name(isPlainObject, "isPlainObject");
function pick(object, keys) {
  const result = {};
  for (const key2 of keys) if (object[key2] !== void 0) result[key2] = object[key2];
  return result;
}
__name(pick, "pick");
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: /* @__PURE__ */ __name(() => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }), "create"),
  addItem: /* @__PURE__ */ __name((carrier, item2) => {
    let key2;
    if (item2 instanceof Map) {
      if (item2.size !== 1) return "cannot resolve an ordered map item";
      key2 = item2.keys().next().value;
    } else if (isPlainObject(item2)) {
      const itemKeys = Object.keys(item2);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key2 = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key2)) return "duplicate key in ordered map";
    carrier.seen.add(key2);
    carrier.list.push(item2);
    return "";
  }, "addItem"),
  finalize: /* @__PURE__ */ __name((carrier) => carrier.list, "finalize"),
  identify: /* @__PURE__ */ __name(() => false, "identify")
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: /* @__PURE__ */ __name(() => [], "create"),
  addItem: /* @__PURE__ */ __name((container, item2) => {
    if (item2 instanceof Map) {
      if (item2.size !== 1) return "cannot resolve a pairs item";
      container.push(item2.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item2) !== "[object Object]") return "cannot resolve a pairs item";
    const object = item2;
    const keys = Object.keys(object);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object[keys[0]]]);
    return "";
  }, "addItem"),
  identify: /* @__PURE__ */ __name(() => false, "identify")
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: /* @__PURE__ */ __name(() => ({}), "create"),
  identify: isPlainObject,
  represent: /* @__PURE__ */ __name((o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  }, "represent"),
  addPair: /* @__PURE__ */ __name((container, key2, value2) => {
    if (key2 !== null && typeof key2 === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key2);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value: value2,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value2;
    return "";
  }, "addPair"),
  has: /* @__PURE__ */ __name((container, key2) => {
    if (key2 !== null && typeof key2 === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key2));
  }, "has"),
  keys: /* @__PURE__ */ __name((container) => Object.keys(container), "keys"),
  get: /* @__PURE__ */ __name((container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }, "get")
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: /* @__PURE__ */ __name(() => /* @__PURE__ */ new Set(), "create"),
  identify: /* @__PURE__ */ __name((data) => data instanceof Set, "identify"),
  represent: /* @__PURE__ */ __name((data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of data) map.set(key2, null);
    return map;
  }, "represent"),
  addPair: /* @__PURE__ */ __name((container, key2, value2) => {
    if (value2 !== null) return "cannot resolve a set item";
    container.add(key2);
    return "";
  }, "addPair"),
  has: /* @__PURE__ */ __name((container, key2) => container.has(key2), "has"),
  keys: /* @__PURE__ */ __name((container) => container.keys(), "keys"),
  get: /* @__PURE__ */ __name(() => null, "get")
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
__name(createTagDefinitionMap, "createTagDefinitionMap");
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
__name(createTagDefinitionListMap, "createTagDefinitionListMap");
function compileTags(tags) {
  const result = [];
  for (const tag of tags) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
__name(compileTags, "compileTags");
var Schema = class Schema2 {
  static {
    __name(this, "Schema");
  }
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags) {
    const compiledTags = compileTags(tags);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key2 of tag.implicitFirstChars) keys.add(key2);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key2 of keys) implicitScalarByFirstChar.set(key2, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key2) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value2 = tag2.resolve(source, false, tag2.tagName);
      if (value2 !== NOT_RESOLVED) return {
        value: value2,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags) {
    let flatTags = [];
    for (const tag of tags) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: /* @__PURE__ */ __name((source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }, "resolve")
}, {
  ...floatYaml11Tag,
  resolve: /* @__PURE__ */ __name((source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }, "resolve")
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: /* @__PURE__ */ __name(() => /* @__PURE__ */ new Map(), "create"),
  addPair: /* @__PURE__ */ __name((container, key2, value2) => {
    container.set(key2, value2);
    return "";
  }, "addPair"),
  has: /* @__PURE__ */ __name((container, key2) => container.has(key2), "has"),
  keys: /* @__PURE__ */ __name((container) => container.keys(), "keys"),
  get: /* @__PURE__ */ __name((container, key2) => container.get(key2), "get"),
  identify: /* @__PURE__ */ __name((data) => data instanceof Map || isPlainObject(data), "identify"),
  represent: /* @__PURE__ */ __name((data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key2 of Object.keys(obj)) map.set(key2, obj[key2]);
    return map;
  }, "represent")
});
function normalizeKey(key2) {
  if (Array.isArray(key2)) {
    const array = Array.prototype.slice.call(key2);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key2 === "object" && Object.prototype.toString.call(key2) === "[object Object]") return "[object Object]";
  return String(key2);
}
__name(normalizeKey, "normalizeKey");
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: /* @__PURE__ */ __name(() => ({}), "create"),
  identify: isPlainObject,
  represent: /* @__PURE__ */ __name((o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  }, "represent"),
  addPair: /* @__PURE__ */ __name((container, key2, value2) => {
    const normalizedKey = normalizeKey(key2);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value: value2,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value2;
    return "";
  }, "addPair"),
  has: /* @__PURE__ */ __name((container, key2) => {
    const normalizedKey = normalizeKey(key2);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  }, "has"),
  keys: /* @__PURE__ */ __name((container) => Object.keys(container), "keys"),
  get: /* @__PURE__ */ __name((container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }, "get")
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart2, lineEnd2, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart2 > maxHalfLength) {
    head = " ... ";
    lineStart2 = position - maxHalfLength + head.length;
  }
  if (lineEnd2 - position > maxHalfLength) {
    tail = " ...";
    lineEnd2 = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart2, lineEnd2).replace(/\t/g, "\u2192") + tail,
    pos: position - lineStart2 + head.length
  };
}
__name(getLine, "getLine");
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
__name(padStart, "padStart");
function makeSnippet(mark, options) {
  if (!mark.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts2 = [0];
  const lineEnds = [];
  let match;
  let foundLineNo = -1;
  while (match = re.exec(mark.buffer)) {
    lineEnds.push(match.index);
    lineStarts2.push(match.index + match[0].length);
    if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts2.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts2.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark.buffer, lineStarts2[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts2[foundLineNo] - lineStarts2[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark.buffer, lineStarts2[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark.buffer, lineStarts2[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts2[foundLineNo] - lineStarts2[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
__name(makeSnippet, "makeSnippet");
function formatError(exception, compact) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
__name(formatError, "formatError");
var YAMLException = class YAMLException2 extends Error {
  static {
    __name(this, "YAMLException");
  }
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason, mark) {
    super();
    this.name = "YAMLException";
    this.reason = reason;
    this.mark = mark;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact) {
    return `${this.name}: ${formatError(this, compact)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position, message, filename = "") {
    let line = 0;
    let lineStart2 = 0;
    for (let index = 0; index < position; index++) {
      const ch = source.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart2 = index + 1;
      } else if (ch === 13) {
        line++;
        if (source.charCodeAt(index + 1) === 10) index++;
        lineStart2 = index + 1;
      }
    }
    const mark = {
      name: filename,
      buffer: source,
      position,
      line,
      column: position - lineStart2
    };
    mark.snippet = makeSnippet(mark);
    throw new YAMLException2(message, mark);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
__name(simpleEscapeSequence, "simpleEscapeSequence");
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
__name(charFromCodepoint, "charFromCodepoint");
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
__name(fromHexCode$1, "fromHexCode$1");
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
__name(escapedHexLen$1, "escapedHexLen$1");
function skipFoldedBreaks(input, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
__name(skipFoldedBreaks, "skipFoldedBreaks");
function foldedBreaks(count) {
  if (count === 1) return " ";
  return "\n".repeat(count - 1);
}
__name(foldedBreaks, "foldedBreaks");
function getPlainValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, captureEnd);
}
__name(getPlainValue, "getPlainValue");
function getSingleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 39) {
      result += input.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
__name(getSingleQuotedValue, "getSingleQuotedValue");
function getDoubleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 92) {
      result += input.slice(captureStart, position);
      position++;
      const escaped = input.charCodeAt(position);
      if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
      else if (escaped < 256 && simpleEscapeCheck[escaped]) {
        result += simpleEscapeMap[escaped];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit = fromHexCode$1(input.charCodeAt(position));
          hexResult = (hexResult << 4) + digit;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
__name(getDoubleQuotedValue, "getDoubleQuotedValue");
function getBlockValue(input, start, end, indent, chomping, folded2) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first2 = content.charCodeAt(0);
    if (folded2) {
      if (first2 === 32 || first2 === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
__name(getBlockValue, "getBlockValue");
function getScalarValue(input, scalar) {
  if (scalar.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar;
  if (scalar.fast) return input.slice(valueStart, valueEnd);
  switch (scalar.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
    default:
      return getPlainValue(input, valueStart, valueEnd);
  }
}
__name(getScalarValue, "getScalarValue");
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
  return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
__name(percentByte, "percentByte");
function tagPercentEncode(source, isSuffix) {
  const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
  let result = "";
  for (let index = 0; index < source.length; index++) {
    let ch = source.charCodeAt(index);
    if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
      result += source[index];
      continue;
    }
    if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
    if (ch < 128) result += percentByte(ch);
    else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
    else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
    else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
  }
  return result;
}
__name(tagPercentEncode, "tagPercentEncode");
function tagPercentDecode(source) {
  let result = "";
  let index = 0;
  while (index < source.length) {
    if (source.charCodeAt(index) !== 37) {
      result += source[index++];
      continue;
    }
    let ch = parseInt(source.slice(index + 1, index + 3), 16);
    index += 3;
    if (ch >= 192) {
      let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
      ch &= (1 << 6 - remaining) - 1;
      while (remaining-- > 0) {
        ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
        index += 3;
      }
    }
    if (ch < 65536) result += String.fromCharCode(ch);
    else {
      ch -= 65536;
      result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
    }
  }
  return result;
}
__name(tagPercentDecode, "tagPercentDecode");
function tagNameFull(rawTag, tagHandlers) {
  if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
  const handleEnd = rawTag.indexOf("!", 1);
  const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
  return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
__name(tagNameFull, "tagNameFull");
function tagNameShort(fullTag) {
  let tag = fullTag;
  if (tag.charCodeAt(0) === 33) {
    tag = tag.slice(1);
    return `!${tagPercentEncode(tag, true)}`;
  }
  if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
  return `!<${tagPercentEncode(tag, false)}>`;
}
__name(tagNameShort, "tagNameShort");
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
function eventPosition$1(event) {
  if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
  if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
  if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
  if ("start" in event) return event.start;
  return 0;
}
__name(eventPosition$1, "eventPosition$1");
function throwError$1(state, message) {
  YAMLException.throwAt(state.source, state.position, message, state.filename);
}
__name(throwError$1, "throwError$1");
function finalizeCollection(state, position, tag, carrier) {
  try {
    return tag.finalize(carrier);
  } catch (error) {
    if (error instanceof YAMLException) throw error;
    YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
  }
}
__name(finalizeCollection, "finalizeCollection");
function constructScalar(state, event) {
  const source = getScalarValue(state.source, event);
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  const strTag2 = state.schema.defaultScalarTag;
  if (rawTag !== "") {
    if (rawTag === "!") return {
      value: source,
      tag: strTag2
    };
    const tagName = tagNameFull(rawTag, state.tagHandlers);
    const scalarTag = state.schema.lookupScalarTag(tagName);
    if (scalarTag) {
      const result = scalarTag.resolve(source, true, tagName);
      if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      return {
        value: result,
        tag: scalarTag
      };
    }
    const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
    if (collectionTagDef) {
      if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      const carrier = collectionTagDef.create(tagName);
      return {
        value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
        tag: collectionTagDef
      };
    }
    throwError$1(state, `unknown scalar tag !<${tagName}>`);
  }
  if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
  return {
    value: strTag2.resolve(source, false, strTag2.tagName),
    tag: strTag2
  };
}
__name(constructScalar, "constructScalar");
function collectionTagName(state, event, defaultTagName) {
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
__name(collectionTagName, "collectionTagName");
function isMappingTag(tag) {
  return tag.nodeKind === "mapping";
}
__name(isMappingTag, "isMappingTag");
function chargeMergeWork(state) {
  state.totalMergeKeys++;
  if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
__name(chargeMergeWork, "chargeMergeWork");
function mergeKeys(state, frame, source, sourceTag) {
  chargeMergeWork(state);
  for (const sourceKey of sourceTag.keys(source)) {
    chargeMergeWork(state);
    if (frame.tag.has(frame.value, sourceKey)) continue;
    const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
    if (err) throwError$1(state, err);
    frame.overridable ??= /* @__PURE__ */ new Set();
    frame.overridable.add(sourceKey);
  }
}
__name(mergeKeys, "mergeKeys");
function mergeSource(state, frame, source, sourceTag) {
  state.position = frame.keyPosition;
  if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
  else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
    if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
    for (const element of source) {
      const elementTag = state.nodeTags.get(element);
      if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
      mergeKeys(state, frame, element, elementTag);
    }
  } else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
__name(mergeSource, "mergeSource");
function addMappingValue(state, frame, key2, value2, tag) {
  state.position = frame.keyPosition;
  if (frame.keyIsMerge) {
    mergeSource(state, frame, value2, tag);
    return;
  }
  if (!state.json && frame.tag.has(frame.value, key2) && !frame.overridable?.has(key2)) throwError$1(state, "duplicated mapping key");
  const err = frame.tag.addPair(frame.value, key2, value2);
  if (err) throwError$1(state, err);
  frame.overridable?.delete(key2);
}
__name(addMappingValue, "addMappingValue");
function addValue(state, value2, tag) {
  const frame = state.frames[state.frames.length - 1];
  if (frame.kind === "document") {
    frame.value = value2;
    frame.hasValue = true;
  } else if (frame.kind === "sequence") {
    if (isMappingTag(tag)) state.nodeTags.set(value2, tag);
    const err = frame.tag.addItem(frame.value, value2, frame.index++);
    if (err) throwError$1(state, err);
  } else if (frame.hasKey) {
    const key2 = frame.key;
    frame.key = void 0;
    frame.hasKey = false;
    addMappingValue(state, frame, key2, value2, tag);
  } else {
    frame.key = value2;
    frame.keyPosition = state.position;
    frame.hasKey = true;
    frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
  }
}
__name(addValue, "addValue");
function storeAnchor(state, event, value2, tag, isValueFinal) {
  if (event.anchorStart !== NO_RANGE$2) {
    const anchor = {
      value: value2,
      tag,
      isValueFinal
    };
    state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }
  return null;
}
__name(storeAnchor, "storeAnchor");
function constructFromEvents(events, options) {
  const state = {
    ...DEFAULT_CONSTRUCTOR_OPTIONS,
    ...options,
    events,
    documents: [],
    eventIndex: 0,
    position: 0,
    frames: [],
    anchors: /* @__PURE__ */ new Map(),
    nodeTags: /* @__PURE__ */ new Map(),
    tagHandlers: /* @__PURE__ */ Object.create(null),
    totalMergeKeys: 0,
    aliasCount: 0
  };
  while (state.eventIndex < state.events.length) {
    const event = state.events[state.eventIndex++];
    state.position = eventPosition$1(event);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        state.anchors = /* @__PURE__ */ new Map();
        state.nodeTags = /* @__PURE__ */ new Map();
        state.aliasCount = 0;
        state.tagHandlers = /* @__PURE__ */ Object.create(null);
        for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
        state.frames.push({
          kind: "document",
          position: state.position,
          value: void 0,
          hasValue: false
        });
        break;
      case EVENT_ID.SCALAR: {
        const { value: value2, tag } = constructScalar(state, event);
        storeAnchor(state, event, value2, tag, true);
        addValue(state, value2, tag);
        break;
      }
      case EVENT_ID.SEQUENCE: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
        const tag = state.schema.lookupSequenceTag(tagName);
        if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
        const value2 = tag.create(tagName);
        const anchor = storeAnchor(state, event, value2, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "sequence",
          position: state.position,
          value: value2,
          tag,
          anchor,
          index: 0
        });
        break;
      }
      case EVENT_ID.MAPPING: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
        const tag = state.schema.lookupMappingTag(tagName);
        if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
        const value2 = tag.create(tagName);
        const anchor = storeAnchor(state, event, value2, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "mapping",
          position: state.position,
          value: value2,
          tag,
          anchor,
          key: void 0,
          keyPosition: state.position,
          hasKey: false,
          keyIsMerge: false,
          overridable: null
        });
        break;
      }
      case EVENT_ID.ALIAS: {
        if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
        const name = state.source.slice(event.anchorStart, event.anchorEnd);
        const anchor = state.anchors.get(name);
        if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
        if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
        addValue(state, anchor.value, anchor.tag);
        break;
      }
      case EVENT_ID.POP: {
        const frame = state.frames.pop();
        if (frame.kind === "mapping" && frame.hasKey) {
          state.position = frame.keyPosition;
          throwError$1(state, "incomplete mapping pair in event stream");
        }
        if (frame.kind === "document") state.documents.push(frame.value);
        else {
          const value2 = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
          if (frame.anchor) {
            frame.anchor.value = value2;
            frame.anchor.isValueFinal = true;
          }
          addValue(state, value2, frame.tag);
        }
        break;
      }
    }
  }
  return state.documents;
}
__name(constructFromEvents, "constructFromEvents");
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
__name(addDocumentEvent, "addDocumentEvent");
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
__name(addSequenceEvent, "addSequenceEvent");
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
__name(addMappingEvent, "addMappingEvent");
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
__name(insertFlowPairMappingEvent, "insertFlowPairMappingEvent");
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
__name(addScalarEvent, "addScalarEvent");
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
__name(addAliasEvent, "addAliasEvent");
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
__name(addPopEvent, "addPopEvent");
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
__name(addEmptyScalarEvent, "addEmptyScalarEvent");
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
__name(emptyProperties, "emptyProperties");
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
__name(snapshotState, "snapshotState");
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
__name(restoreState, "restoreState");
function throwError(state, message) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
__name(throwError, "throwError");
function isEol(c) {
  return c === 10 || c === 13;
}
__name(isEol, "isEol");
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
__name(isWhiteSpace, "isWhiteSpace");
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
__name(isWsOrEol, "isWsOrEol");
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
__name(isWsOrEolOrEnd, "isWsOrEolOrEnd");
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
__name(isFlowIndicator, "isFlowIndicator");
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
__name(fromDecimalCode, "fromDecimalCode");
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
__name(fromHexCode, "fromHexCode");
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
__name(escapedHexLen, "escapedHexLen");
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
__name(isSimpleEscape, "isSimpleEscape");
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
__name(consumeLineBreak, "consumeLineBreak");
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
__name(skipSeparationSpace, "skipSeparationSpace");
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
__name(testDocumentSeparator, "testDocumentSeparator");
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
__name(skipByteOrderMark, "skipByteOrderMark");
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
__name(testDocumentBoundary, "testDocumentBoundary");
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
__name(skipUntilLineEnd, "skipUntilLineEnd");
function checkPrintable(state, start, end) {
  const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match !== null) {
    state.position = start + match.index + match[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
__name(checkPrintable, "checkPrintable");
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
__name(readTagProperty, "readTagProperty");
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
__name(readAnchorProperty, "readAnchorProperty");
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
__name(readAlias, "readAlias");
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
__name(readFlowScalarBreak, "readFlowScalarBreak");
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
__name(readSingleQuotedScalar, "readSingleQuotedScalar");
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped = state.input.charCodeAt(++state.position);
      if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
__name(readDoubleQuotedScalar, "readDoubleQuotedScalar");
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit >= 0) {
      if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first2 = state.input.charCodeAt(linePosition + column);
    if (first2 === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first2)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first2)) {
      if (first2 === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first2 !== 0 && !isEol(first2) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first2 !== 0 && !isEol(first2) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first2 !== 0 && !isEol(first2) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
__name(readBlockScalar, "readBlockScalar");
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
__name(canStartPlainScalar, "canStartPlainScalar");
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
__name(readPlainScalar, "readPlainScalar");
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
__name(skipFlowSeparationSpace, "skipFlowSeparationSpace");
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
__name(readFlowCollection, "readFlowCollection");
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
__name(readBlockSequence, "readBlockSequence");
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
__name(readBlockMapping, "readBlockMapping");
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
__name(parseNode, "parseNode");
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix;
    state.directives.push({
      kind: "tag",
      handle,
      prefix
    });
  }
  return true;
}
__name(readDirective, "readDirective");
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
__name(readDocument, "readDocument");
function parseEvents(input, options) {
  const length = input.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
__name(parseEvents, "parseEvents");
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
  const opts = {
    ...DEFAULT_LOAD_OPTIONS,
    ...options
  };
  const source = String(input);
  const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
  const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
  return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
    ...pick(opts, CONSTRUCTOR_OPT_KEYS),
    source
  });
}
__name(loadDocuments, "loadDocuments");
function load(input, options) {
  const documents = loadDocuments(input, options);
  if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
  if (documents.length === 1) return documents[0];
  throw new YAMLException("expected a single document in the stream, but found more");
}
__name(load, "load");
var INVALID = /* @__PURE__ */ Symbol("INVALID");
function buildRepresentTypes(schema) {
  const defaultTags = new Set([
    schema.defaultScalarTag,
    schema.defaultSequenceTag,
    schema.defaultMappingTag
  ].filter((t) => t !== void 0));
  const implicitScalars = schema.implicitScalarTags;
  const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
  const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
  return [
    ...implicitScalars.map((tag) => ({
      tag,
      implicitTag: true
    })),
    ...explicitTags.map((tag) => ({
      tag,
      implicitTag: false
    })),
    ...defaultTagsLast.map((tag) => ({
      tag,
      implicitTag: true
    }))
  ];
}
__name(buildRepresentTypes, "buildRepresentTypes");
function matchTag(state, object) {
  for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
    const { tag, implicitTag } = state.representTypes[index];
    if (tag.identify(object)) {
      let tagName;
      if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
      else tagName = tag.tagName;
      return {
        tag,
        tagName,
        implicitTag
      };
    }
  }
  return null;
}
__name(matchTag, "matchTag");
function build(state, object) {
  if (!state.noRefs && object !== null && typeof object === "object") {
    const existing = state.refs.get(object);
    if (existing) {
      if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
      return {
        kind: "alias",
        anchor: existing.anchor
      };
    }
  }
  const matched = matchTag(state, object);
  if (!matched) {
    if (object === void 0) return INVALID;
    if (state.skipInvalid) return INVALID;
    throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
  }
  const { tag, tagName, implicitTag } = matched;
  const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
  if (tag.nodeKind === "scalar") return {
    kind: "scalar",
    tag: nodeTagName,
    tagged: !implicitTag,
    style: SCALAR_STYLE.PLAIN,
    value: tag.represent(object)
  };
  if (tag.nodeKind === "sequence") {
    const container = tag.represent(object);
    const node2 = {
      kind: "sequence",
      tag: nodeTagName,
      tagged: !implicitTag,
      style: COLLECTION_STYLE.BLOCK,
      items: []
    };
    if (!state.noRefs) state.refs.set(object, node2);
    for (let index = 0, length = container.length; index < length; index += 1) {
      let item2 = build(state, container[index]);
      if (item2 === INVALID && container[index] === void 0) item2 = build(state, null);
      if (item2 === INVALID) continue;
      node2.items.push(item2);
    }
    return node2;
  }
  const map = tag.represent(object);
  const node = {
    kind: "mapping",
    tag: nodeTagName,
    tagged: !implicitTag,
    style: COLLECTION_STYLE.BLOCK,
    items: []
  };
  if (!state.noRefs) state.refs.set(object, node);
  for (const [objectKey, objectValue] of map) {
    const key2 = build(state, objectKey);
    if (key2 === INVALID) continue;
    const value2 = build(state, objectValue);
    if (value2 === INVALID) continue;
    node.items.push({
      key: key2,
      value: value2
    });
  }
  return node;
}
__name(build, "build");
function jsToAst(input, schema, options = {}) {
  const root = build({
    representTypes: buildRepresentTypes(schema),
    noRefs: options.noRefs ?? false,
    skipInvalid: options.skipInvalid ?? false,
    refs: /* @__PURE__ */ new Map(),
    refCounter: 0
  }, input);
  return [{
    contents: root === INVALID ? null : root,
    directives: []
  }];
}
__name(jsToAst, "jsToAst");
var VISIT_BREAK = /* @__PURE__ */ Symbol("visit:break");
var VISIT_SKIP = /* @__PURE__ */ Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
  const control = visitor(node, ctx);
  if (control === VISIT_BREAK) return true;
  if (control === VISIT_SKIP) return false;
  const depth = ctx.depth + 1;
  switch (node.kind) {
    case "sequence":
      for (const item2 of node.items) if (visitNode(item2, visitor, {
        depth,
        parent: node,
        isKey: false
      })) return true;
      break;
    case "mapping":
      for (const { key: key2, value: value2 } of node.items) {
        if (visitNode(key2, visitor, {
          depth,
          parent: node,
          isKey: true
        })) return true;
        if (visitNode(value2, visitor, {
          depth,
          parent: node,
          isKey: false
        })) return true;
      }
  }
  return false;
}
__name(visitNode, "visitNode");
function visit(documents, visitor) {
  for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
    depth: 0,
    parent: null,
    isKey: false
  })) return;
}
__name(visit, "visit");
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
}
__name(hasBit, "hasBit");
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
__name(_preferredQuotedStyle, "_preferredQuotedStyle");
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
__name(applyQuoteFlowKeysOption, "applyQuoteFlowKeysOption");
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
__name(doubleQuoteForInvisibles, "doubleQuoteForInvisibles");
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
__name(doubleQuoteWhitespaceOnly, "doubleQuoteWhitespaceOnly");
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
__name(applyForceQuotesOption, "applyForceQuotesOption");
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value2 = layout.node.value;
  const multiline = value2.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value2.length) {
    let lineEnd2 = value2.length;
    const nextLineBreak = value2.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd2 = nextLineBreak;
    const line = value2.slice(position, lineEnd2);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
__name(tryLongOrMultilineAsBlock, "tryLongOrMultilineAsBlock");
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
__name(quoteInvalidPlain, "quoteInvalidPlain");
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
__name(fallbackToDoubleQuoted, "fallbackToDoubleQuoted");
function setBit(mask, bit) {
  return mask | 1 << bit;
}
__name(setBit, "setBit");
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
  const str = layout.node.value;
  if (str !== "") {
    if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
    if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
    if (layout.shiftOfContent === 0) {
      const firstLineBreak = str.indexOf("\n");
      if (firstLineBreak !== -1) {
        const content = str.slice(firstLineBreak + 1);
        if (C_FORBIDDEN_CONTENT.test(content)) return false;
      }
    }
  }
  const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
  if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
  if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
  return true;
}
__name(canUsePlain, "canUsePlain");
function canUseSingleQuoted(layout) {
  const str = layout.node.value;
  if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
  if (/[ \t]\n|\n[ \t]/.test(str)) return false;
  if (!layout.isKey && layout.shiftOfContent === 0) {
    const firstLineBreak = str.indexOf("\n");
    if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
  }
  return true;
}
__name(canUseSingleQuoted, "canUseSingleQuoted");
function canUseBlock(layout) {
  if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
  const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
  if (contentIndent < 1) return false;
  if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
  if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
  return true;
}
__name(canUseBlock, "canUseBlock");
function detectAllowedStyles(layout) {
  let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
  if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
  if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
  if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
  layout.allowedStylesMask = mask;
}
__name(detectAllowedStyles, "detectAllowedStyles");
function renderScalar(layout) {
  switch (layout.style) {
    case SCALAR_STYLE.PLAIN:
      return renderPlain(layout);
    case SCALAR_STYLE.SINGLE_QUOTED:
      return renderSingleQuoted(layout);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return renderLiteralBlock(layout);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return renderFoldedBlock(layout);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return renderDoubleQuoted(layout);
  }
}
__name(renderScalar, "renderScalar");
function renderPlain(layout) {
  return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
__name(renderPlain, "renderPlain");
function renderSingleQuoted(layout) {
  return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
__name(renderSingleQuoted, "renderSingleQuoted");
function renderLiteralBlock(layout) {
  const value2 = layout.node.value;
  return "|" + blockHeader(value2, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value2, layout.shiftOfContent));
}
__name(renderLiteralBlock, "renderLiteralBlock");
function renderFoldedBlock(layout) {
  const value2 = layout.node.value;
  const w = layout.presenterOptions.lineWidth;
  let availableWidth = Infinity;
  if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  return ">" + blockHeader(value2, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value2, availableWidth), layout.shiftOfContent));
}
__name(renderFoldedBlock, "renderFoldedBlock");
function renderDoubleQuoted(layout) {
  return `"${escapeString(layout.node.value)}"`;
}
__name(renderDoubleQuoted, "renderDoubleQuoted");
function encodeFlowBreaks(string, shiftOfContent) {
  let nextLF = string.indexOf("\n");
  if (nextLF === -1) return string;
  const pad = " ".repeat(shiftOfContent);
  let result = string.slice(0, nextLF);
  const lineRe = /(\n+)([^\n]*)/g;
  lineRe.lastIndex = nextLF;
  let match;
  while (match = lineRe.exec(string)) {
    const breaks = match[1].length;
    const line = match[2];
    result += "\n".repeat(breaks + 1) + pad + line;
  }
  return result;
}
__name(encodeFlowBreaks, "encodeFlowBreaks");
function indentString(string, spaces) {
  const indent = " ".repeat(spaces);
  let position = 0;
  let result = "";
  const length = string.length;
  while (position < length) {
    let line;
    const next = string.indexOf("\n", position);
    if (next === -1) {
      line = string.slice(position);
      position = length;
    } else {
      line = string.slice(position, next + 1);
      position = next + 1;
    }
    if (line.length && line !== "\n") result += indent;
    result += line;
  }
  return result;
}
__name(indentString, "indentString");
function needIndentIndicator(string) {
  return /^\n* /.test(string);
}
__name(needIndentIndicator, "needIndentIndicator");
function blockHeader(string, shiftOfParent, shiftOfContent) {
  const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
  const clip = string[string.length - 1] === "\n";
  return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}
`;
}
__name(blockHeader, "blockHeader");
function dropEndingNewline(string) {
  return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
__name(dropEndingNewline, "dropEndingNewline");
function isMoreIndented(char) {
  return char === " " || char === "	";
}
__name(isMoreIndented, "isMoreIndented");
function foldLine(line, width) {
  if (line === "" || isMoreIndented(line[0])) return line;
  const breakRe = / [^ \t]/g;
  let match;
  let start = 0;
  let end;
  let curr = 0;
  let next = 0;
  let result = "";
  while (match = breakRe.exec(line)) {
    next = match.index;
    if (next - start > width) {
      end = curr > start ? curr : next;
      result += `
${line.slice(start, end)}`;
      start = end + 1;
    }
    curr = next;
  }
  result += "\n";
  if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}
${line.slice(curr + 1)}`;
  else result += line.slice(start);
  return result.slice(1);
}
__name(foldLine, "foldLine");
function foldBlockScalar(string, width) {
  const lineRe = /(\n+)([^\n]*)/g;
  let nextLF = string.indexOf("\n");
  if (nextLF === -1) nextLF = string.length;
  lineRe.lastIndex = nextLF;
  let result = foldLine(string.slice(0, nextLF), width);
  let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
  let moreIndented;
  let match;
  while (match = lineRe.exec(string)) {
    const prefix = match[1];
    const line = match[2];
    moreIndented = line !== "" && isMoreIndented(line[0]);
    result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
    prevMoreIndented = moreIndented;
  }
  return result;
}
__name(foldBlockScalar, "foldBlockScalar");
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
  switch (character) {
    case "\0":
      return "\\0";
    case "\x07":
      return "\\a";
    case "\b":
      return "\\b";
    case "	":
      return "\\t";
    case "\n":
      return "\\n";
    case "\v":
      return "\\v";
    case "\f":
      return "\\f";
    case "\r":
      return "\\r";
    case "\x1B":
      return "\\e";
    case '"':
      return '\\"';
    case "\\":
      return "\\\\";
    case "\x85":
      return "\\N";
    case "\xA0":
      return "\\_";
    case "\u2028":
      return "\\L";
    case "\u2029":
      return "\\P";
  }
  const code = character.charCodeAt(0);
  const hex = code.toString(16).toUpperCase();
  if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
  return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
__name(escapeCharacter, "escapeCharacter");
function escapeString(string) {
  return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
__name(escapeString, "escapeString");
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
function nodeTagShort(node) {
  return node.tagged ? node.tag : tagNameShort(node.tag);
}
__name(nodeTagShort, "nodeTagShort");
function createPresenterState(options) {
  const opts = {
    ...DEFAULT_PRESENTER_OPTIONS,
    ...options
  };
  if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
  return {
    ...opts,
    defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
    openEnded: false
  };
}
__name(createPresenterState, "createPresenterState");
function generateNextLine(state, level) {
  return `
${" ".repeat(state.indent * level)}`;
}
__name(generateNextLine, "generateNextLine");
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
  return {
    node,
    parent,
    level,
    isKey,
    flowOnly,
    shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
    shiftOfContent: state.indent * Math.max(1, level),
    shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
    presenterOptions: state,
    allowedStylesMask: 0,
    style: node.style
  };
}
__name(scalarLayout, "scalarLayout");
function writeFlowSequence(state, level, node) {
  let result = "";
  for (let index = 0, length = node.items.length; index < length; index += 1) {
    const item2 = writeNode(state, level, node.items[index], node, {}).text;
    if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
    result += item2;
  }
  const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
  return `[${pad}${result}${pad}]`;
}
__name(writeFlowSequence, "writeFlowSequence");
function writeBlockSequence(state, level, node, compact) {
  let result = "";
  for (let index = 0, length = node.items.length; index < length; index += 1) {
    const item2 = writeNode(state, level + 1, node.items[index], node, {
      block: true,
      compact: state.seqInlineFirst,
      isblockseq: true
    }).text;
    if (!compact || result !== "") result += generateNextLine(state, level);
    if (item2 === "" || CHAR_LINE_FEED === item2.charCodeAt(0)) result += "-";
    else result += "- ";
    result += item2;
  }
  return result;
}
__name(writeBlockSequence, "writeBlockSequence");
function writeFlowMapping(state, level, node) {
  let result = "";
  for (const { key: key2, value: value2 } of node.items) {
    let pairBuffer = "";
    if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
    const keyRender = writeNode(state, level, key2, node, { iskey: true });
    const keyText2 = keyRender.text;
    const valueText = writeNode(state, level, value2, node, {}).text;
    const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
    const keyIsBareProps = key2.kind === "scalar" && keyRender.noBody && (key2.tagged || key2.anchor !== void 0);
    const keyColonSep = key2.kind === "alias" || keyIsBareProps ? " " : "";
    pairBuffer += `${keyText2}${keyColonSep}:${sep}${valueText}`;
    result += pairBuffer;
  }
  const pad = state.flowBracketPadding && result !== "" ? " " : "";
  return `{${pad}${result}${pad}}`;
}
__name(writeFlowMapping, "writeFlowMapping");
function writeBlockMapping(state, level, node, compact) {
  let result = "";
  for (let index = 0, length = node.items.length; index < length; index += 1) {
    let pairBuffer = "";
    if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
    const { key: key2, value: value2 } = node.items[index];
    const keyIsBlock = (key2.kind === "mapping" || key2.kind === "sequence") && key2.style === COLLECTION_STYLE.BLOCK && key2.items.length !== 0 || key2.kind === "scalar" && (key2.style === SCALAR_STYLE.LITERAL_BLOCK || key2.style === SCALAR_STYLE.FOLDED_BLOCK);
    const keyRender = keyIsBlock ? writeNode(state, level + 1, key2, node, {
      block: true,
      compact: true,
      isblockseq: !cannotBeCompact(state, key2, level + 1)
    }) : writeNode(state, level + 1, key2, node, {
      block: true,
      compact: true,
      iskey: true
    });
    const keyText2 = keyRender.text;
    const keyHasLineBreak = key2.kind === "scalar" && key2.value.indexOf("\n") !== -1;
    const keyIsTooLong = keyText2.length > 1024 && /^[\s\S]{1025}/u.test(keyText2);
    const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
    if (explicitPair) {
      if (keyText2 && CHAR_LINE_FEED === keyText2.charCodeAt(0)) pairBuffer += "?";
      else pairBuffer += "? ";
    }
    pairBuffer += keyText2;
    if (explicitPair) pairBuffer += generateNextLine(state, level);
    const valueText = writeNode(state, level + 1, value2, node, {
      block: true,
      compact: explicitPair,
      isblockseq: explicitPair && !cannotBeCompact(state, value2, level + 1)
    }).text;
    const keyIsBareProps = key2.kind === "scalar" && keyRender.noBody && (key2.tagged || key2.anchor !== void 0);
    const keyColonSep = !explicitPair && (key2.kind === "alias" || keyIsBareProps) ? " " : "";
    if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
    else pairBuffer += `${keyColonSep}: `;
    pairBuffer += valueText;
    result += pairBuffer;
  }
  return result;
}
__name(writeBlockMapping, "writeBlockMapping");
function cannotBeCompact(state, node, level) {
  if (node.kind === "alias") return true;
  return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
__name(cannotBeCompact, "cannotBeCompact");
function writeNode(state, level, node, parent, ctx) {
  if (node.kind === "alias") {
    state.openEnded = false;
    return {
      text: `*${node.anchor}`,
      noBody: false
    };
  }
  const { block: block2 = false, iskey = false, isblockseq = false } = ctx;
  let compact = ctx.compact ?? false;
  const hasAnchor = node.anchor !== void 0;
  if (cannotBeCompact(state, node, level)) compact = false;
  let body;
  let shouldPrintTag = node.tagged;
  const useBlockCollection = block2 && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
  if (node.kind === "mapping") {
    if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
    else body = writeFlowMapping(state, level, node);
  } else if (node.kind === "sequence") {
    if (useBlockCollection) {
      if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
      else body = writeBlockSequence(state, level, node, compact);
    } else body = writeFlowSequence(state, level, node);
  } else {
    const layout = scalarLayout(state, node, parent, level, iskey, !block2);
    detectAllowedStyles(layout);
    for (const rule of state.scalarStyleRules) rule(layout);
    body = renderScalar(layout);
    state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
    shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
  }
  if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
  if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
  const noBody = body === "";
  let text = body;
  if (shouldPrintTag || hasAnchor) {
    const props = [];
    const tag = shouldPrintTag ? nodeTagShort(node) : null;
    const anchor = hasAnchor ? `&${node.anchor}` : null;
    if (state.tagBeforeAnchor) {
      if (tag !== null) props.push(tag);
      if (anchor !== null) props.push(anchor);
    } else {
      if (anchor !== null) props.push(anchor);
      if (tag !== null) props.push(tag);
    }
    const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
    text = `${props.join(" ")}${sep}${body}`;
  }
  return {
    text,
    noBody
  };
}
__name(writeNode, "writeNode");
function rootStartsOwnLine(node) {
  return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
__name(rootStartsOwnLine, "rootStartsOwnLine");
function writeDocumentDirectives(doc) {
  let result = "";
  for (const directive of doc.directives) {
    if (directive.kind === "yaml") {
      result += `%YAML ${directive.version}
`;
      continue;
    }
    const { handle, prefix } = directive;
    result += `%TAG ${handle} ${prefix}
`;
  }
  return result;
}
__name(writeDocumentDirectives, "writeDocumentDirectives");
function present(documents, options) {
  const state = createPresenterState(options);
  let result = "";
  let previousEnded = false;
  for (let index = 0; index < documents.length; index += 1) {
    const doc = documents[index];
    state.openEnded = false;
    const directives = writeDocumentDirectives(doc);
    const hasDirectives = directives !== "";
    const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
    result += directives;
    if (doc.contents === null) {
      if (marker) result += "---\n";
    } else if (marker) {
      const body = writeNode(state, 0, doc.contents, null, {
        block: true,
        compact: true
      }).text;
      const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
      result += `---${sep}${body}
`;
    } else result += writeNode(state, 0, doc.contents, null, {
      block: true,
      compact: true
    }).text + "\n";
    previousEnded = doc.explicitEnd || state.openEnded;
    if (previousEnded) result += "...\n";
  }
  return result;
}
__name(present, "present");
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: /* @__PURE__ */ __name(() => {
  }, "transform")
};
function defaultCompareFn(a, b) {
  const x = String(a);
  const y = String(b);
  if (x < y) return -1;
  if (x > y) return 1;
  return 0;
}
__name(defaultCompareFn, "defaultCompareFn");
function dump(input, options = {}) {
  const opts = {
    ...DEFAULT_DUMP_OPTIONS,
    ...options
  };
  const documents = jsToAst(input, opts.schema, {
    noRefs: opts.noRefs,
    skipInvalid: opts.skipInvalid
  });
  if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
    if (ctx.depth < opts.flowLevel) return;
    if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
    return VISIT_SKIP;
  });
  if (opts.sortKeys) {
    const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
    visit(documents, (node) => {
      if (node.kind !== "mapping") return;
      node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
    });
  }
  opts.transform(documents);
  return present(documents, {
    ...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
    schema: opts.schema
  });
}
__name(dump, "dump");
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/yaml/unreadable.ts
var Unreadable = class extends Error {
  static {
    __name(this, "Unreadable");
  }
  code;
  offset;
  constructor(code, reason, offset) {
    super(reason);
    this.code = code;
    this.offset = offset;
  }
};

// src/yaml/anchors.ts
var Anchors = class {
  static {
    __name(this, "Anchors");
  }
  #cost;
  #byName = /* @__PURE__ */ new Map();
  constructor(cost) {
    this.#cost = cost;
  }
  /** @throws Unreadable when there are too many. */
  define(name, anchor, offset) {
    this.spend({ aliases: 1, expanded: 0 }, offset);
    this.#byName.set(name, anchor);
  }
  /** What an alias stands for, that is `depth` levels deep. @throws Unreadable when it stands for nothing, for itself, or for too much. */
  find(name, depth, offset) {
    const anchor = this.#byName.get(name);
    if (anchor === void 0) throw new Unreadable("syntax", "an alias names an anchor that is not defined above it", offset);
    if (!anchor.isComplete) throw new Unreadable("syntax", "an alias stands inside the value that it names", offset);
    this.spend({ aliases: 1, expanded: anchor.size }, offset);
    if (depth + anchor.height > this.#cost.limits.depth) throw new Unreadable("depth-limit", "nested too deep", offset);
    return anchor;
  }
  /** Takes from what all documents of the file may have of anchors and aliases, and of values that aliases stand for. */
  spend({ aliases, expanded }, offset) {
    const { limits, spent } = this.#cost;
    spent.aliases += aliases;
    spent.expanded += expanded;
    if (spent.aliases > limits.aliases || spent.expanded > limits.expanded) throw new Unreadable("alias-limit", "too many aliases", offset);
  }
};

// src/yaml/schema.ts
var words = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word2) => [word2, null]),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word2) => [word2, true]),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word2) => [word2, false])
]);
var notJson = /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/u;
var timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt \t])/u;
var float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/u;
var pointFloat = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/u;
var integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/u;
var largestUnsigned = 2n ** 64n - 1n;
var smallestSigned = -(2n ** 63n);
function plainScalar(text) {
  const first2 = text.charCodeAt(0);
  const isNumeric = first2 >= 48 && first2 <= 57 || first2 === 43 || first2 === 45;
  if (!isNumeric && first2 !== 46) return text.length <= 5 ? wordOr(text) : text;
  if (notJson.test(text)) return void 0;
  if (first2 === 46) return pointFloat.test(text) ? finiteOr(text.replaceAll("_", ""), text) : text;
  return numberOr(text);
}
__name(plainScalar, "plainScalar");
function wordOr(text) {
  const word2 = words.get(text);
  return word2 === void 0 ? text : word2;
}
__name(wordOr, "wordOr");
function numberOr(text) {
  if (text.length > 4 && timestamp.test(text)) return text;
  const digits = text.includes("_") ? text.replaceAll("_", "") : text;
  const whole = integer.exec(digits);
  if (whole !== null) {
    const exact = wholeNumber(whole);
    if (exact !== void 0) return exact;
  }
  return float.test(digits) ? finiteOr(digits, text) : text;
}
__name(numberOr, "numberOr");
function wholeNumber(match) {
  const [, sign, hex, binary, octal2, decimal2] = match;
  const digits = hex ?? binary ?? octal2 ?? decimal2 ?? "";
  const radix = hex !== void 0 ? 16 : binary !== void 0 ? 2 : octal2 !== void 0 ? 8 : 10;
  if (digits.length <= 12) {
    const small = Number.parseInt(digits, radix);
    return sign === "-" && small !== 0 ? -small : small;
  }
  const prefix = radix === 16 ? "0x" : radix === 2 ? "0b" : radix === 8 ? "0o" : "";
  const large = BigInt(`${prefix}${digits}`) * (sign === "-" ? -1n : 1n);
  return large < smallestSigned || large > (sign === "" ? largestUnsigned : largestUnsigned >> 1n) ? void 0 : Number(large);
}
__name(wholeNumber, "wholeNumber");
function finiteOr(digits, text) {
  const value2 = Number(digits);
  if (!Number.isFinite(value2)) return text;
  return value2 === 0 ? 0 : value2;
}
__name(finiteOr, "finiteOr");
function keyText(value2, spelling) {
  if (typeof value2 === "string") return value2;
  if (typeof value2 === "boolean") return String(value2);
  if (value2 === void 0) return /^\.n/iu.test(spelling) ? ".nan" : spelling.startsWith("-") ? "-.inf" : ".inf";
  if (typeof value2 !== "number") return void 0;
  const whole = integer.exec(spelling.replaceAll("_", ""));
  if (whole === null || wholeNumber(whole) === void 0) return shortFloat(value2);
  return wholeText(whole, value2);
}
__name(keyText, "keyText");
function wholeText(whole, value2) {
  if (Number.isSafeInteger(value2)) return String(value2);
  const [, sign, hex, binary, octal2, decimal2] = whole;
  const prefix = hex !== void 0 ? "0x" : binary !== void 0 ? "0b" : octal2 !== void 0 ? "0o" : "";
  const exact = BigInt(`${prefix}${hex ?? binary ?? octal2 ?? decimal2 ?? "0"}`) * (sign === "-" ? -1n : 1n);
  return exact > largestUnsigned >> 1n ? void 0 : exact.toString();
}
__name(wholeText, "wholeText");
function shortFloat(value2) {
  const single = Math.fround(value2);
  if (single === 0) return "0";
  if (!Number.isFinite(single)) return single < 0 ? "-.inf" : ".inf";
  let scientific = "";
  for (let digits = 0; digits <= 16; digits++) {
    scientific = single.toExponential(digits);
    if (Math.fround(Number(scientific)) === single) break;
  }
  const [mantissa = "", power = "0"] = scientific.split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(Number(scientific));
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
__name(shortFloat, "shortFloat");
function taggedScalar(tag, text) {
  switch (tag) {
    case "tag:yaml.org,2002:str":
      return text;
    case "tag:yaml.org,2002:binary":
      return decodeBinary(text);
    case "tag:yaml.org,2002:int":
      return ofType(plainScalar(text), "number", isWholeSpelling(text));
    case "tag:yaml.org,2002:float":
      return ofType(plainScalar(text), "number", true);
    case "tag:yaml.org,2002:bool":
      return ofType(plainScalar(text), "boolean", true);
    case "tag:yaml.org,2002:null":
      return plainScalar(text) === null ? null : void 0;
    case "tag:yaml.org,2002:timestamp":
      return isTimestamp(text) ? text : void 0;
    default:
      return text;
  }
}
__name(taggedScalar, "taggedScalar");
function isWholeSpelling(spelling) {
  const whole = integer.exec(spelling.replaceAll("_", ""));
  return whole !== null && wholeNumber(whole) !== void 0;
}
__name(isWholeSpelling, "isWholeSpelling");
function isTimestamp(text) {
  return timestamp.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10).replace(/-(\d)(?!\d)/gu, "-0$1")));
}
__name(isTimestamp, "isTimestamp");
function ofType(value2, type, isFit) {
  return typeof value2 === type && isFit ? value2 : void 0;
}
__name(ofType, "ofType");
function decodeBinary(text) {
  const input = text.replace(/[\r\n]/gu, "");
  if (input.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(input)) return void 0;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(atob(input), (character) => character.charCodeAt(0)));
}
__name(decodeBinary, "decodeBinary");

// src/yaml/scalar.ts
function scalarValue(event, source) {
  const text = event.fast && event.valueStart >= 0 ? source.slice(event.valueStart, event.valueEnd) : getScalarValue(source, event);
  if (event.tagStart >= 0) return withTag(event, source, text);
  return event.style === SCALAR_STYLE.PLAIN ? plainScalar(text) : text;
}
__name(scalarValue, "scalarValue");
function withTag(event, source, text) {
  const tag = source.slice(event.tagStart, event.tagEnd);
  if (tag === "!") return text;
  return taggedScalar(longTag(tag), text);
}
__name(withTag, "withTag");
function longTag(tag) {
  if (tag.startsWith("!!")) return `tag:yaml.org,2002:${tag.slice(2)}`;
  return tag.startsWith("!<") ? tag.slice(2, -1) : tag;
}
__name(longTag, "longTag");
function isMergeKey(event, source) {
  if (event.valueEnd - event.valueStart !== 2 || source.charCodeAt(event.valueStart) !== 60 || !source.startsWith("<<", event.valueStart))
    return false;
  return event.tagStart >= 0 ? source.slice(event.tagStart, event.tagEnd) === "!!merge" : event.style === SCALAR_STYLE.PLAIN;
}
__name(isMergeKey, "isMergeKey");
function scalarOffset(event, source) {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockHeader2(event.valueStart, source);
  }
}
__name(scalarOffset, "scalarOffset");
function blockHeader2(valueStart, source) {
  const isBreak = /* @__PURE__ */ __name((at) => source[at] === "\n" || source[at] === "\r", "isBreak");
  let end = valueStart;
  while (end > 0 && isBreak(end - 1) && valueStart - end < 2) end--;
  if (source[end] === "\n" && source[end - 1] === "\r") end--;
  let start = end;
  while (start > 0 && !isBreak(start - 1)) start--;
  const found = source.slice(start, end).search(/[|>][-+0-9]*[ \t]*(?:#.*)?$/u);
  return found < 0 ? valueStart : start + found;
}
__name(blockHeader2, "blockHeader");

// src/yaml/frames.ts
var documentOpening = { start: 0, anchorStart: -1, anchorEnd: -1, style: COLLECTION_STYLE.BLOCK };
function frameOf(kind, { start, style }, { parent, value: value2, anchor, event }) {
  const isFlow = style === COLLECTION_STYLE.FLOW || parent?.isFlow === true;
  const empty = { key: void 0, keyOffset: start, isMerge: false, merged: void 0, size: 1, height: 1, keys: 0 };
  return { kind, isFlow, value: value2, anchor, offset: start, event, ...empty };
}
__name(frameOf, "frameOf");
function wantsKey(frame) {
  return frame?.kind === "map" && frame.key === void 0 && !frame.isMerge;
}
__name(wantsKey, "wantsKey");
function pathOf(frames) {
  const open = frames.filter((frame) => frame.kind !== "document");
  return open.flatMap((frame) => Array.isArray(frame.value) ? [frame.value.length] : frame.key === void 0 ? [] : [frame.key]);
}
__name(pathOf, "pathOf");
function setOwn(target, key2, value2) {
  if (key2 === "__proto__") Object.defineProperty(target, key2, { value: value2, enumerable: true, configurable: true, writable: true });
  else target[key2] = value2;
}
__name(setOwn, "setOwn");
function firstOffset(frame, key2, read) {
  const { events, source, until } = read;
  let depth = 0;
  let isKey = true;
  for (let at = frame.event + 1; at < until; at++) {
    const event = events[at];
    if (event?.type === EVENT_ID.POP) depth--;
    if (depth === 0 && isKey && event?.type === EVENT_ID.SCALAR) {
      const value2 = scalarValue(event, source);
      const spelling = source.slice(event.valueStart, event.valueEnd);
      if (value2 !== void 0 && keyText(value2, spelling) === key2) return scalarOffset(event, source);
    }
    if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) depth++;
    else if (depth === 0) isKey = !isKey;
  }
  return frame.keyOffset;
}
__name(firstOffset, "firstOffset");

// src/yaml/oddities.ts
var plainWord = /^(?:true|false|True|False|TRUE|FALSE)$/u;
var decimal = /^-?(?:0|[1-9]\d*)$/u;
var octal = /^[-+]?0[oO]?[0-7_]+$/u;
function oddScalar(text, value2) {
  if (typeof value2 === "boolean") return plainWord.test(text) ? void 0 : "boolean-word";
  if (typeof value2 !== "number") return void 0;
  if (decimal.test(text)) return Number.isSafeInteger(value2) ? void 0 : "inexact-number";
  if (octal.test(text) && text !== "0") return "octal-number";
  return String(value2) === text ? void 0 : "reshaped-number";
}
__name(oddScalar, "oddScalar");

// src/yaml/noted.ts
var most = 50;
var longestFact = 80;
var Noted = class {
  static {
    __name(this, "Noted");
  }
  #into;
  constructor(into) {
    this.#into = into;
  }
  scalar(text, value2, where) {
    if (this.#into === void 0) return;
    const code = oddScalar(text, value2);
    if (code !== void 0) this.#note(code, { text: text.slice(0, longestFact), value: String(value2) }, where);
  }
  booleanKey(text, key2, where) {
    if (oddScalar(text, true) === "boolean-word") this.#note("boolean-key", { text, value: String(key2) }, where);
  }
  overridden(key2, where) {
    this.#note("merge-overrides", { key: key2.slice(0, longestFact) }, where);
  }
  /** `first`: searches for where the key was written first. */
  duplicate(key2, where, first2) {
    if (this.#wants()) this.#note("duplicate-key", { key: key2.slice(0, longestFact) }, where, first2());
  }
  #wants() {
    return this.#into !== void 0 && this.#into.length < most;
  }
  #note(code, facts, { path, offset }, firstOffset2) {
    if (!this.#wants()) return;
    this.#into?.push({ code, facts, path: path(), offset, ...firstOffset2 === void 0 ? {} : { firstOffset: firstOffset2 } });
  }
};

// src/yaml/strict.ts
function scalarRefusal(event, source, isInFlow2) {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return isInFlow2 && source.slice(event.valueStart, event.valueEnd).includes("?") ? "a bare `?` inside `[ ]` or `{ }`: it needs quotes" : void 0;
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.fast ? void 0 : escapeRefusal(source, event);
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockRefusal(event, source);
    case SCALAR_STYLE.SINGLE_QUOTED:
      return void 0;
  }
}
__name(scalarRefusal, "scalarRefusal");
function escapeRefusal(source, event) {
  const text = source.slice(event.valueStart, event.valueEnd);
  for (const match of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[\s\S])/gu)) {
    const point = Number.parseInt(match[1] ?? match[2] ?? "0", 16);
    const isWrong = match[0] === "\\/" || point >= 55296 && point <= 57343 || point > 1114111;
    if (isWrong && !isJson(source)) return "an escape that YAML 1.1 does not have";
  }
  return void 0;
}
__name(escapeRefusal, "escapeRefusal");
function isJson(source) {
  if (!/^\s*\{/u.test(source)) return false;
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
__name(isJson, "isJson");
function blockRefusal(event, source) {
  const text = source.slice(event.valueStart, event.valueEnd);
  if (!text.includes("	")) return void 0;
  const header = source.slice(source.lastIndexOf("\n", event.valueStart - 2) + 1, event.valueStart);
  const isDetected = !/[|>][-+]?[1-9]/u.test(header);
  let isFirst = isDetected;
  for (const line of text.split("\n")) {
    const spaces = line.search(/[^ ]|$/u);
    if (line[spaces] === "	" && (spaces < event.indent || isFirst)) return "a tab where a block of text is indented";
    if (line.trim() !== "") isFirst = false;
  }
  return void 0;
}
__name(blockRefusal, "blockRefusal");
function keyRefusal(event, source, isInFlow2) {
  const length = event.valueEnd - event.valueStart;
  if (isInFlow2 && event.style === SCALAR_STYLE.PLAIN && /^:[,\]}]/u.test(source.slice(event.valueEnd, event.valueEnd + 2)))
    return "a `:` with no space before `,`, `]` or `}`";
  if (length < 1e3 && event.fast) return void 0;
  const isLong = length > 1020 || /[\r\n]/u.test(source.slice(event.valueStart, event.valueEnd));
  return isLong && !/\?\s*["']?$/u.test(source.slice(Math.max(0, event.valueStart - 80), event.valueStart)) ? "a key must stand on one line and be shorter than 1,024 characters" : void 0;
}
__name(keyRefusal, "keyRefusal");
var tabLine = /^( *)(?:[-?](?: +[-?])* *)?\t/gmu;
function tabRefusal(events, source) {
  if (!source.includes("	")) return void 0;
  const suspects = [...source.matchAll(tabLine)].filter((match) => isRefusedTab(source, match));
  if (suspects.length === 0) return void 0;
  const covered = coveredRanges(events, source.length);
  let at = 0;
  for (const match of suspects) {
    while (at < covered.length && (covered[at]?.end ?? 0) <= match.index) at++;
    const range = covered[at];
    if (range === void 0 || match.index < range.start) return match.index + match[0].length - 1;
  }
  return void 0;
}
__name(tabRefusal, "tabRefusal");
function isRefusedTab(source, match) {
  if (match[0].trim() !== "") return true;
  const above = source.slice(0, match.index).trimEnd();
  const line = above.slice(above.lastIndexOf("\n") + 1);
  return (match[1] ?? "").length <= line.search(/\S|$/u);
}
__name(isRefusedTab, "isRefusedTab");
function coveredRanges(events, length) {
  const ranges = [];
  const flows = [];
  let pending;
  for (const event of events) {
    const start = event.type === EVENT_ID.SCALAR ? event.valueStart : "start" in event ? event.start : -1;
    if (pending !== void 0 && start >= 0) {
      ranges.push({ start: pending, end: start });
      pending = void 0;
    }
    const isInFlow2 = flows.some((flow2) => flow2 !== void 0);
    if (event.type === EVENT_ID.POP) {
      const opened2 = flows.pop();
      if (opened2 !== void 0 && !flows.some((flow2) => flow2 !== void 0)) pending = opened2;
    } else if (event.type === EVENT_ID.SCALAR) {
      if (!isInFlow2 && start >= 0) ranges.push({ start, end: event.valueEnd });
    } else if (event.type !== EVENT_ID.ALIAS) {
      flows.push("style" in event && event.style === COLLECTION_STYLE.FLOW ? event.start : void 0);
    }
  }
  if (pending !== void 0) ranges.push({ start: pending, end: length });
  return ranges;
}
__name(coveredRanges, "coveredRanges");

// src/yaml/build.ts
function build2(events, source, cost, oddities) {
  return new Builder(events, source, cost, oddities).run();
}
__name(build2, "build");
var Builder = class {
  static {
    __name(this, "Builder");
  }
  #events;
  #source;
  #mostKeys;
  #anchors;
  #noted;
  #frames = [];
  #result = null;
  /** Index of the event that is being read. */
  #at = 0;
  constructor(events, source, cost, oddities) {
    this.#events = events;
    this.#source = source;
    this.#mostKeys = cost.limits.keys;
    this.#anchors = new Anchors(cost);
    this.#noted = new Noted(oddities);
  }
  run() {
    for (; this.#at < this.#events.length; this.#at++) {
      const event = this.#events[this.#at];
      if (event === void 0) break;
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#open("document", documentOpening);
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.SEQUENCE:
          this.#open("list", event);
          break;
        case EVENT_ID.MAPPING:
          this.#open("map", event);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(event);
          break;
        case EVENT_ID.POP:
          if (this.#close()) return this.#result;
          break;
      }
    }
    return this.#result;
  }
  #open(kind, opening) {
    const parent = this.#frames.at(-1);
    if (wantsKey(parent)) throw new Unreadable("syntax", "a key must be text", opening.start);
    const value2 = kind === "map" ? {} : [];
    const anchor = this.#anchor(opening, value2, false);
    this.#frames.push(frameOf(kind, opening, { parent, value: value2, anchor, event: this.#at }));
  }
  /** True when that was the document itself. */
  #close() {
    const frame = this.#frames.pop();
    if (frame === void 0 || frame.kind === "document") return true;
    if (frame.anchor !== void 0) Object.assign(frame.anchor, { size: frame.size, height: frame.height, isComplete: true });
    this.#add(frame.value, frame.size, frame.height, frame.offset);
    return false;
  }
  #scalar(event) {
    const frame = this.#frames.at(-1);
    if (wantsKey(frame)) return this.#key(frame, event);
    const value2 = this.#checked(event, scalarRefusal(event, this.#source, frame?.isFlow === true));
    if (value2 === void 0) throw new Unreadable("syntax", refusedScalar, event.valueStart);
    this.#anchor(event, value2, true);
    if (typeof value2 !== "string" && event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0)
      this.#noted.scalar(this.#spelling(event), value2, this.#where(event.valueStart));
    this.#add(value2, 1, 0, event.valueStart);
  }
  #key(frame, event) {
    frame.keyOffset = scalarOffset(event, this.#source);
    if (isMergeKey(event, this.#source)) {
      frame.isMerge = true;
      return;
    }
    const refusal = scalarRefusal(event, this.#source, frame.isFlow) ?? keyRefusal(event, this.#source, frame.isFlow);
    const value2 = this.#checked(event, refusal);
    if (value2 !== void 0) this.#anchor(event, value2, true);
    this.#setKey(frame, value2, typeof value2 === "string" ? value2 : this.#spelling(event));
    if (typeof value2 === "boolean" && event.style === SCALAR_STYLE.PLAIN)
      this.#noted.booleanKey(this.#spelling(event), frame.key, this.#where(frame.keyOffset));
  }
  #checked(event, refusal) {
    if (refusal !== void 0) throw new Unreadable("syntax", refusal, event.valueStart);
    return scalarValue(event, this.#source);
  }
  #setKey(frame, value2, spelling) {
    const key2 = keyText(value2, spelling);
    if (key2 === void 0) throw new Unreadable("syntax", "a key must be text", frame.keyOffset);
    frame.key = key2;
  }
  #alias(event) {
    const offset = event.anchorStart - 1;
    const { value: value2, size, height } = this.#anchors.find(this.#nameOf(event), this.#frames.length, offset);
    const frame = this.#frames.at(-1);
    if (wantsKey(frame)) {
      frame.keyOffset = offset;
      return this.#setKey(frame, value2, typeof value2 === "number" ? String(value2) : "");
    }
    if (frame?.isMerge === true && Array.isArray(value2)) throw new Unreadable("syntax", onlyMappings, offset);
    this.#add(value2, size, height, offset);
  }
  #add(value2, size, height, offset) {
    const frame = this.#frames.at(-1);
    if (frame === void 0) return;
    frame.size += size;
    if (height >= frame.height) frame.height = height + 1;
    if (frame.kind === "document") this.#result = value2;
    else if (Array.isArray(frame.value)) frame.value.push(value2);
    else if (frame.isMerge) this.#merge(frame, frame.value, value2, offset);
    else if (frame.key !== void 0) this.#put(frame, frame.value, frame.key, value2);
  }
  #put(frame, target, key2, value2) {
    if (++frame.keys > this.#mostKeys) throw new Unreadable("key-limit", "too many keys in one mapping", frame.keyOffset);
    if (Object.hasOwn(target, key2)) this.#noteKey(frame, key2);
    setOwn(target, key2, value2);
    frame.key = void 0;
  }
  /** `<<` writes over what stands above it, and is written over by what stands below: the order decides, unlike in the YAML merge proposal. */
  #merge(frame, target, value2, offset) {
    frame.isMerge = false;
    const sources = Array.isArray(value2) ? [...value2].reverse() : [value2];
    for (const from of sources) {
      if (typeof from !== "object" || from === null || Array.isArray(from)) throw new Unreadable("syntax", onlyMappings, offset);
      const entries = Object.entries(from);
      this.#anchors.spend({ aliases: 0, expanded: entries.length }, offset);
      for (const [key2, inner] of entries) this.#mergeKey(frame, target, key2, inner);
    }
  }
  #mergeKey(frame, target, key2, value2) {
    const isWritten = Object.hasOwn(target, key2) && frame.merged?.has(key2) !== true;
    if (isWritten && target[key2] !== value2)
      this.#noted.overridden(key2, { path: /* @__PURE__ */ __name(() => [...pathOf(this.#frames), key2], "path"), offset: frame.keyOffset });
    frame.merged ??= /* @__PURE__ */ new Set();
    frame.merged.add(key2);
    setOwn(target, key2, value2);
  }
  /** A key that is there already: written twice, unless `<<` brought it in. */
  #noteKey(frame, key2) {
    if (frame.merged?.delete(key2) === true) return;
    this.#noted.duplicate(
      key2,
      this.#where(frame.keyOffset),
      () => firstOffset(frame, key2, { events: this.#events, source: this.#source, until: this.#at })
    );
  }
  #anchor(event, value2, isComplete) {
    if (event.anchorStart < 0) return void 0;
    const anchor = { value: value2, size: 1, height: 0, isComplete };
    this.#anchors.define(this.#nameOf(event), anchor, event.anchorStart);
    return anchor;
  }
  #nameOf(event) {
    return this.#source.slice(event.anchorStart, event.anchorEnd);
  }
  #spelling(event) {
    return this.#source.slice(event.valueStart, event.valueEnd);
  }
  #where(offset) {
    return { path: /* @__PURE__ */ __name(() => pathOf(this.#frames), "path"), offset };
  }
};
var refusedScalar = "a value that Kubernetes cannot read: its tag does not fit, or it is not a finite number";
var onlyMappings = "only mappings can be merged with `<<`";

// src/yaml/entries.ts
function countEntries(text, most2) {
  let count = 0;
  let plainUntil = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 92 && code < 127 && code !== openBrace || code === 32 || code > 63 && code < 91) continue;
    if (plainUntil > at && (code > 126 || code < 32 && code !== newline)) plainUntil = at;
    if (isEntry(text, at, code) && ++count > most2) return { count, passed: at, plainUntil };
  }
  return { count, passed: void 0, plainUntil };
}
__name(countEntries, "countEntries");
function isEntry(text, at, code) {
  switch (code) {
    case newline:
    case comma:
    case openBracket:
    case openBrace:
    case backslash:
      return true;
    case carriageReturn:
      return text.charCodeAt(at + 1) !== newline;
    case dash:
    case question:
      return isSpace(text.charCodeAt(at + 1));
    default:
      return false;
  }
}
__name(isEntry, "isEntry");
function isSpace(code) {
  return code === 32 || code === 9;
}
__name(isSpace, "isSpace");
var newline = 10;
var carriageReturn = 13;
var comma = 44;
var dash = 45;
var question = 63;
var openBracket = 91;
var backslash = 92;
var openBrace = 123;

// src/yaml/error.ts
var YamlError = class extends Error {
  static {
    __name(this, "YamlError");
  }
  reason;
  /** From 1. */
  line;
  /** From 1, in UTF-16 units. */
  column;
  code;
  constructor(code, reason, at) {
    super(`${reason} (line ${at.line}, column ${at.column})`);
    this.name = "YamlError";
    this.code = code;
    this.reason = reason;
    this.line = at.line;
    this.column = at.column;
  }
};

// src/yaml/limits.ts
var defaultLimits = {
  depth: 100,
  documents: 5e4,
  unreadable: 100,
  entries: 1e6,
  keys: 1e5,
  aliases: 2e4,
  expanded: 2e5
};

// src/yaml/lines.ts
var short = 64 * 1024;
var Lines = class {
  static {
    __name(this, "Lines");
  }
  #text;
  /** The line that was asked about last: mostly the next question is about one further down. */
  #line = 1;
  #start = 0;
  #next;
  /** Of all lines: made for the first question about one further up in a long text, and for texts with other line ends. */
  #starts;
  constructor(text) {
    this.#text = text;
  }
  /** The line and column of an offset; past the end, those of the end. */
  at(offset) {
    const sought = Math.max(0, Math.min(offset, this.#text.length));
    if (this.#next === void 0 || sought < this.#start) this.#begin();
    if (this.#starts !== void 0) return lineIn(this.#starts, sought);
    for (let next = this.#next ?? 0; next <= sought; next = this.#nextStart()) {
      this.#line++;
      this.#start = next;
    }
    return { line: this.#line, column: sought - this.#start + 1 };
  }
  #begin() {
    const isAgain = this.#next !== void 0;
    if (isAgain ? this.#text.length > short : this.#text.includes("\r")) this.#starts ??= lineStarts(this.#text);
    this.#line = 1;
    this.#start = 0;
    this.#nextStart();
  }
  /** Where the line after the present one begins; nowhere after the last. */
  #nextStart() {
    const end = this.#text.indexOf("\n", this.#start);
    this.#next = end < 0 ? Number.POSITIVE_INFINITY : end + 1;
    return this.#next;
  }
};
function lineIn(starts, sought) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= sought) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: sought - (starts[low] ?? 0) + 1 };
}
__name(lineIn, "lineIn");
function lineStarts(text) {
  let starts = new Int32Array(1024);
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (count === starts.length) {
      const longer = new Int32Array(count * 2);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at + 1;
  }
  return starts.subarray(0, count);
}
__name(lineStarts, "lineStarts");

// src/yaml/relax.ts
var mostWork = 32 * 1024 * 1024;
function parseRelaxed(source, maxDepth) {
  let text = source;
  const joined = [];
  for (let work = text.length; ; work += text.length) {
    try {
      const events = parseEvents(text, { maxDepth });
      if (joined.length > 0 && touchesScalar(events, joined)) break;
      return { events, source: text };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.reason !== "deficient indentation" || work > mostWork) throw error;
      const next = joinFrom(text, error.mark?.position ?? 0, joined);
      if (next === void 0) throw error;
      text = next;
    }
  }
  return { events: parseEvents(source, { maxDepth }), source };
}
__name(parseRelaxed, "parseRelaxed");
function joinFrom(text, position, joined) {
  const lineStart2 = Math.max(text.lastIndexOf("\n", position - 1), text.lastIndexOf("\r", position - 1)) + 1;
  const above = text.slice(text.lastIndexOf("\n", lineStart2 - 2) + 1, lineStart2);
  if (lineStart2 === 0 || above.includes("#")) return void 0;
  const breaks = [];
  noteBreak(text, lineStart2 - 1, breaks);
  if (breaks.length === 0) return void 0;
  collectBreaks(text, position, breaks);
  joined.push(...breaks);
  return replaceAt(text, breaks);
}
__name(joinFrom, "joinFrom");
function noteBreak(text, at, breaks) {
  if (text[at] === "\n" || text[at] === "\r") breaks.push(at);
  if (text[at] === "\n" && text[at - 1] === "\r") breaks.push(at - 1);
}
__name(noteBreak, "noteBreak");
function collectBreaks(text, position, breaks) {
  let depth = 0;
  for (let at = position; at < text.length && depth >= 0; at++) {
    const character = text[at];
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === '"' || character === "'" || character === "#") return;
    else if (character === "\n") noteBreak(text, at, breaks);
  }
}
__name(collectBreaks, "collectBreaks");
function replaceAt(text, positions) {
  const parts = [];
  let from = 0;
  for (const at of [...positions].sort((a, b) => a - b)) {
    parts.push(text.slice(from, at), " ");
    from = at + 1;
  }
  return parts.join("") + text.slice(from);
}
__name(replaceAt, "replaceAt");
function touchesScalar(events, joined) {
  const sorted = [...joined].sort((a, b) => a - b);
  let next = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
    while (next < sorted.length && (sorted[next] ?? 0) < event.valueStart) next++;
    if ((sorted[next] ?? Number.POSITIVE_INFINITY) < event.valueEnd) return true;
  }
  return false;
}
__name(touchesScalar, "touchesScalar");

// src/yaml/parse.ts
function parse(chunk, limits) {
  const relaxed = parseOrRefuse(chunk, limits);
  const tab = tabRefusal(relaxed.events, relaxed.source);
  if (tab !== void 0) throw new Unreadable("syntax", "tab characters must not be used in indentation", tab);
  return relaxed;
}
__name(parse, "parse");
function parseOrRefuse(chunk, limits) {
  try {
    return parseRelaxed(chunk, limits.depth);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const isDepth = error.reason.startsWith("nesting exceeded");
    throw new Unreadable(
      isDepth ? "depth-limit" : "syntax",
      isDepth ? "nested too deep" : harmlessReason(error.reason),
      error.mark?.position ?? 0
    );
  }
}
__name(parseOrRefuse, "parseOrRefuse");
var quoting = [
  ["tag name cannot contain", "a tag contains a character that tags cannot have"],
  ["undeclared tag handle", "a tag begins with a handle that is not declared"],
  ["there is a previously declared suffix", "a tag handle is declared twice"]
];
function harmlessReason(reason) {
  const own = quoting.find(([start]) => reason.startsWith(start));
  if (own !== void 0) return own[1];
  return /["`]|: \S/u.test(reason) ? "this is not valid YAML" : reason;
}
__name(harmlessReason, "harmlessReason");

// src/yaml/start.ts
function startOfContent(text, { start, contentEnd, hasTextAfterMark }) {
  if (hasTextAfterMark) return void 0;
  let at = text.startsWith("---", start) ? nextLine(text, start) : start;
  while (at < contentEnd) {
    while (text.charCodeAt(at) === space) at++;
    const first2 = text.charCodeAt(at);
    if (first2 === hash) at = nextLine(text, at);
    else if (first2 === newline2) at++;
    else return at < contentEnd && begins(text, at, first2) ? at : void 0;
  }
  return void 0;
}
__name(startOfContent, "startOfContent");
var newline2 = 10;
var space = 32;
var hash = 35;
var dash2 = 45;
function begins(text, at, first2) {
  if (first2 === dash2) return text.charCodeAt(at + 1) === space;
  return /["'A-Za-z[{]/u.test(text.charAt(at));
}
__name(begins, "begins");
function nextLine(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
__name(nextLine, "nextLine");

// src/yaml/places.ts
var Places = class {
  static {
    __name(this, "Places");
  }
  lines;
  #file;
  #text;
  #limits;
  #last;
  constructor(file, text, limits) {
    this.#file = file;
    this.#text = text;
    this.#limits = limits;
    this.lines = new Lines(text);
  }
  /** The place of an offset in the file. */
  at(offset) {
    const { line, column } = this.lines.at(offset);
    return { file: this.#file, line, column };
  }
  /** The source of one document. */
  source(chunk, index) {
    return new DocumentSource(this, this.#file, chunk, index);
  }
  /** See `Source.place`. */
  find(chunk, path, of) {
    const start = path.length === 0 ? startOfContent(this.#text, chunk) : void 0;
    if (start !== void 0) return this.at(start);
    let node = this.#root(chunk);
    let offset = node.offset;
    for (const step of path) {
      const entry2 = childAt(node, step);
      if (entry2 === void 0) return this.at(chunk.start + offset);
      node = entry2.value;
      offset = of === "key" ? entry2.keyOffset : node.offset;
    }
    return this.at(chunk.start + offset);
  }
  #root(chunk) {
    if (this.#last?.chunk !== chunk) this.#last = { chunk, root: nodesOf(this.#text.slice(chunk.start, chunk.contentEnd), this.#limits) };
    return this.#last.root;
  }
};
var DocumentSource = class {
  static {
    __name(this, "DocumentSource");
  }
  file;
  index;
  #places;
  #chunk;
  constructor(places, file, chunk, index) {
    this.#places = places;
    this.file = file;
    this.#chunk = chunk;
    this.index = index;
  }
  get line() {
    return this.place([]).line;
  }
  place(path, of = "value") {
    return this.#places.find(this.#chunk, path, of);
  }
};
function childAt(node, step) {
  if (typeof step === "number") {
    const item2 = node.items?.[step];
    return item2 && { keyOffset: item2.offset, value: item2 };
  }
  const own = node.keys?.get(step);
  if (own !== void 0) return own;
  for (const merged of node.merges) {
    const found = childAt(merged, step);
    if (found !== void 0) return found;
  }
  return void 0;
}
__name(childAt, "childAt");
function nodesOf(chunk, limits) {
  const { events, source } = parse(chunk, limits);
  const anchors = /* @__PURE__ */ new Map();
  const keyAnchors = /* @__PURE__ */ new Map();
  const stack = [];
  let root;
  const isKeyNext = /* @__PURE__ */ __name((open2) => open2?.node.keys !== void 0 && open2.key === void 0 && !open2.isMerge, "isKeyNext");
  const add = /* @__PURE__ */ __name((node) => {
    const open2 = stack.at(-1);
    if (open2 === void 0) root ??= node;
    else if (open2.node.items !== void 0) open2.node.items.push(node);
    else if (open2.isMerge) open2.node.merges.push(...node.items ?? [node]);
    else if (open2.key !== void 0) open2.node.keys?.set(open2.key, { keyOffset: open2.keyOffset, value: node });
    if (open2 !== void 0) Object.assign(open2, { key: void 0, isMerge: false });
  }, "add");
  const anchored = /* @__PURE__ */ __name((event, node) => {
    if (event.anchorStart >= 0) anchors.set(source.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }, "anchored");
  const open = /* @__PURE__ */ __name((node) => void stack.push({ node, key: void 0, keyOffset: node.offset, isMerge: false }), "open");
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (root !== void 0) return root;
        break;
      case EVENT_ID.MAPPING:
        open(anchored(event, { offset: event.start, keys: /* @__PURE__ */ new Map(), items: void 0, merges: [] }));
        break;
      case EVENT_ID.SEQUENCE:
        open(anchored(event, { offset: event.start, keys: void 0, items: [], merges: [] }));
        break;
      case EVENT_ID.ALIAS: {
        const name = source.slice(event.anchorStart, event.anchorEnd);
        const parent = stack.at(-1);
        if (parent !== void 0 && isKeyNext(parent))
          Object.assign(parent, { key: keyAnchors.get(name), keyOffset: event.anchorStart - 1 });
        else add(anchors.get(name) ?? leaf(event.anchorStart - 1));
        break;
      }
      case EVENT_ID.SCALAR: {
        const parent = stack.at(-1);
        const offset = scalarOffset(event, source);
        const text = event.anchorStart >= 0 || isKeyNext(parent) ? keyOf(event, source) : void 0;
        if (event.anchorStart >= 0 && text !== void 0) keyAnchors.set(source.slice(event.anchorStart, event.anchorEnd), text);
        if (parent === void 0 || !isKeyNext(parent)) {
          add(anchored(event, leaf(offset >= 0 ? offset : parent?.keyOffset ?? 0)));
        } else {
          parent.keyOffset = offset;
          parent.isMerge = isMergeKey(event, source);
          if (!parent.isMerge) parent.key = text;
          anchored(event, leaf(offset));
        }
        break;
      }
      case EVENT_ID.POP: {
        const closed2 = stack.pop();
        if (closed2 !== void 0) add(closed2.node);
        break;
      }
    }
  }
  return root ?? leaf(0);
}
__name(nodesOf, "nodesOf");
function keyOf(event, source) {
  const value2 = scalarValue(event, source);
  return keyText(value2, source.slice(event.valueStart, event.valueEnd));
}
__name(keyOf, "keyOf");
function leaf(offset) {
  return { offset, keys: void 0, items: void 0, merges: [] };
}
__name(leaf, "leaf");

// src/yaml/quick/cursor.ts
var newline3 = 10;
var space2 = 32;
var hash2 = 35;
var dash3 = 45;
var dot = 46;
var zero = 48;
var nine = 57;
var colon = 58;
var comma2 = 44;
var doubleQuote = 34;
var singleQuote = 39;
var openBracket2 = 91;
var closeBracket = 93;
var openBrace2 = 123;
var closeBrace = 125;
function nextLine2(cursor) {
  const { text, end } = cursor;
  for (let start = cursor.at; start < end; ) {
    let at = start;
    while (text.charCodeAt(at) === space2) at++;
    const first2 = text.charCodeAt(at);
    if (first2 === newline3) start = at + 1;
    else if (first2 === hash2) start = text.indexOf("\n", at) + 1;
    else {
      cursor.at = at;
      cursor.column = at - start;
      return;
    }
  }
  cursor.at = end;
  cursor.column = -1;
}
__name(nextLine2, "nextLine");
function endLine(cursor) {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === space2) at++;
  const next = text.charCodeAt(at);
  if (next === hash2 && at > cursor.at) at = text.indexOf("\n", at);
  else if (next !== newline3) return false;
  cursor.at = at + 1;
  nextLine2(cursor);
  return true;
}
__name(endLine, "endLine");
function skipSpaces(cursor) {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === space2) at++;
  cursor.at = at;
  return text.charCodeAt(at);
}
__name(skipSpaces, "skipSpaces");

// src/yaml/quick/quoted.ts
var backslash2 = 92;
function quoted(cursor) {
  const { text } = cursor;
  const quote = text.charCodeAt(cursor.at);
  const start = cursor.at + 1;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === singleQuote && text.charCodeAt(at + 1) === singleQuote) return void 0;
      cursor.at = at + 1;
      return text.slice(start, at);
    }
    if (code === newline3 || code === backslash2) return void 0;
  }
}
__name(quoted, "quoted");
function quotedLines(cursor, column) {
  const { text, end } = cursor;
  const lines = [];
  let start = cursor.at + 1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === singleQuote) {
      if (text.charCodeAt(at + 1) === singleQuote) at++;
      else {
        lines.push(text.slice(start, at));
        cursor.at = at + 1;
        return lines.join(" ").replaceAll("''", "'");
      }
    } else if (code === newline3) {
      if (text.charCodeAt(at - 1) === space2) return void 0;
      lines.push(text.slice(start, at));
      start = at + 1;
      while (text.charCodeAt(start) === space2) start++;
      if (start - at - 1 <= column || text.charCodeAt(start) === newline3) return void 0;
      at = start - 1;
    }
  }
  return void 0;
}
__name(quotedLines, "quotedLines");

// src/yaml/quick/word.ts
var word = new Uint8Array(128);
for (const character of "-+=@%*;)<>|&!") word[character.charCodeAt(0)] = 1;
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./$^(~") word[character.charCodeAt(0)] = 2;
function plainWord2(cursor) {
  const { text } = cursor;
  const start = cursor.at;
  if (!beginsWord(text, start)) return void 0;
  let at = start + 1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    const isWithin = isWord(code) || code === colon && isWord(text.charCodeAt(at + 1));
    if (!isWithin) break;
  }
  cursor.at = at;
  return scalarOf(text, start, at);
}
__name(plainWord2, "plainWord");
function beginsWord(text, at) {
  const first2 = text.charCodeAt(at);
  if (first2 !== dash3) return word[first2] === 2;
  const second = text.charCodeAt(at + 1);
  return word[second] === 2 || second === dash3 && word[text.charCodeAt(at + 2)] === 2;
}
__name(beginsWord, "beginsWord");
function endOfKey(text, start) {
  const first2 = text.charCodeAt(start);
  if (word[first2] !== 2 || first2 >= zero && first2 <= nine || first2 === dot) return start;
  let at = start + 1;
  while (isWord(text.charCodeAt(at))) at++;
  return at;
}
__name(endOfKey, "endOfKey");
function isWord(code) {
  return (word[code] ?? 0) !== 0;
}
__name(isWord, "isWord");
function scalarOf(text, start, end) {
  const first2 = text.charCodeAt(start);
  if (first2 > nine && end - start > 5) return text.slice(start, end);
  if (first2 >= zero && first2 <= nine) {
    const whole = wholeNumber2(text, start, end);
    if (whole >= 0) return whole;
  }
  const found = text.slice(start, end);
  const value2 = plainScalar(found);
  return value2 === void 0 || typeof value2 === "string" || oddScalar(found, value2) === void 0 ? value2 : void 0;
}
__name(scalarOf, "scalarOf");
function wholeNumber2(text, start, end) {
  if (end - start > 15 || text.charCodeAt(start) === zero && end - start > 1) return -1;
  let value2 = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return -1;
    value2 = value2 * 10 + digit;
  }
  return value2;
}
__name(wholeNumber2, "wholeNumber");

// src/yaml/quick/key.ts
var longest = 200;
var longestSeen = 40;
function key(cursor, isInFlow2) {
  const { text } = cursor;
  const start = cursor.at;
  const first2 = text.charCodeAt(start);
  const isQuoted = first2 === doubleQuote || first2 === singleQuote;
  const found = isQuoted ? quoted(cursor) : bareKey(cursor);
  const next = text.charCodeAt(cursor.at + 1);
  const isKey = text.charCodeAt(cursor.at) === colon && (next === space2 || next === newline3 || isQuoted && isInFlow2);
  if (found === void 0 || !isKey || cursor.at - start > longest || found === "__proto__") {
    cursor.at = start;
    return void 0;
  }
  cursor.at++;
  return found;
}
__name(key, "key");
function tooManyKeys({ text, at, start }, name) {
  const last = text.charCodeAt(at - 2);
  const quotes = last === doubleQuote || last === singleQuote ? 2 : 0;
  return new Unreadable("key-limit", "too many keys in one mapping", at - 1 - quotes - name.length - start);
}
__name(tooManyKeys, "tooManyKeys");
var seen = Array.from({ length: 1024 }).fill("");
function bareKey(cursor) {
  const { text } = cursor;
  const start = cursor.at;
  const end = endOfKey(text, start);
  const length = end - start;
  if (length === 0) return void 0;
  cursor.at = end;
  const slot = slotOf(text, start, end);
  const before = seen[slot] ?? "";
  if (before.length === length && text.startsWith(before, start)) return before;
  const found = text.slice(start, end);
  if (plainScalar(found) !== found) return void 0;
  if (length > longestSeen) return found;
  const [copy = found] = Object.keys({ [found]: true });
  seen[slot] = copy;
  return copy;
}
__name(bareKey, "bareKey");
function slotOf(text, start, end) {
  const length = end - start;
  return text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + text.charCodeAt(start + (length >> 1)) * 131 + length * 17 & 1023;
}
__name(slotOf, "slotOf");

// src/yaml/quick/flow.ts
function flow(cursor, column, room2) {
  if (room2 <= 0) return void 0;
  const isList2 = cursor.text.charCodeAt(cursor.at) === openBracket2;
  cursor.at++;
  return isList2 ? list(cursor, column, room2 - 1) : mapping(cursor, column, room2 - 1);
}
__name(flow, "flow");
function list(cursor, column, room2) {
  const items = [];
  let next = nextToken(cursor, column);
  if (next === closeBracket) return closed(cursor, items);
  for (; ; ) {
    const item2 = value(cursor, next, column, room2);
    if (item2 === void 0) return void 0;
    items.push(item2);
    next = nextToken(cursor, column);
    if (next === closeBracket) return closed(cursor, items);
    if (next !== comma2) return void 0;
    cursor.at++;
    next = nextToken(cursor, column);
  }
}
__name(list, "list");
function mapping(cursor, column, room2) {
  const object = {};
  let left = cursor.mostKeys;
  let next = nextToken(cursor, column);
  if (next === closeBrace) return closed(cursor, object);
  for (; ; ) {
    const name = next < 0 ? void 0 : key(cursor, true);
    if (name === void 0 || object[name] !== void 0) return void 0;
    if (left-- === 0) throw tooManyKeys(cursor, name);
    const found = value(cursor, nextToken(cursor, column), column, room2);
    if (found === void 0) return void 0;
    object[name] = found;
    next = nextToken(cursor, column);
    if (next === closeBrace) return closed(cursor, object);
    if (next !== comma2) return void 0;
    cursor.at++;
    next = nextToken(cursor, column);
  }
}
__name(mapping, "mapping");
function closed(cursor, value2) {
  cursor.at++;
  return value2;
}
__name(closed, "closed");
function value(cursor, first2, column, room2) {
  if (first2 < 0) return void 0;
  switch (first2) {
    case openBracket2:
    case openBrace2:
      return flow(cursor, column, room2);
    case doubleQuote:
    case singleQuote:
      return quoted(cursor);
    default:
      return plainWord2(cursor);
  }
}
__name(value, "value");
function nextToken(cursor, column) {
  const found = cursor.text.charCodeAt(cursor.at);
  if (found !== space2 && found !== newline3) return found;
  const next = skipSpaces(cursor);
  if (next !== newline3) return next;
  cursor.at++;
  nextLine2(cursor);
  return cursor.column > column ? cursor.text.charCodeAt(cursor.at) : -1;
}
__name(nextToken, "nextToken");

// src/yaml/quick/literal.ts
function literal(cursor, column) {
  const { text, end } = cursor;
  const given = text.charCodeAt(cursor.at + 1) - zero;
  const isGiven = given > 0 && given < 10;
  const mark = cursor.at + (isGiven ? 2 : 1);
  const isStripped = text.charCodeAt(mark) === dash3;
  const start = mark + (isStripped ? 2 : 1);
  if (text.charCodeAt(start - 1) !== newline3 || start >= end) return void 0;
  const indent = isGiven ? column + given : indentOf(text, start, end);
  if (indent <= column || !isGiven && text.charCodeAt(start + indent) === newline3) return void 0;
  let last = start;
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) === newline3) {
      at++;
      continue;
    }
    const found = indentOf(text, at, indent);
    if (found > 0 && isBlank(text, at + found)) return void 0;
    if (found < indent) {
      if (found > column) return void 0;
      break;
    }
    at = text.indexOf("\n", at) + 1;
    last = at;
  }
  if (last === start) return void 0;
  cursor.at = at;
  nextLine2(cursor);
  return text.slice(start - 1, isStripped ? last - 1 : last).replaceAll(`
${" ".repeat(indent)}`, "\n").slice(1);
}
__name(literal, "literal");
function indentOf(text, start, most2) {
  let at = start;
  while (at - start < most2 && text.charCodeAt(at) === space2) at++;
  return at - start;
}
__name(indentOf, "indentOf");
function isBlank(text, start) {
  let at = start;
  while (text.charCodeAt(at) === space2) at++;
  return text.charCodeAt(at) === newline3;
}
__name(isBlank, "isBlank");

// src/yaml/quick/plain.ts
var question2 = 63;
function plainLines(cursor, column) {
  const { text } = cursor;
  const start = cursor.at;
  if (!beginsWord(text, start)) return void 0;
  const end = endOfText(text, start);
  const next = end < 0 ? -1 : continued(text, end, column);
  cursor.at = end;
  if (end < 0) return void 0;
  return next < 0 ? scalarOf(text, start, end) : folded(cursor, start, next, column);
}
__name(plainLines, "plainLines");
function folded(cursor, first2, second, column) {
  const { text } = cursor;
  const lines = [text.slice(first2, cursor.at)];
  for (let start = second; start >= 0; ) {
    const end = mayContinue(text.charCodeAt(start)) ? endOfText(text, start) : -1;
    if (end < 0) return void 0;
    lines.push(text.slice(start, end));
    cursor.at = end;
    start = continued(text, end, column);
  }
  return lines.join(" ");
}
__name(folded, "folded");
function mayContinue(first2) {
  return first2 !== colon && first2 !== dash3 && first2 !== question2;
}
__name(mayContinue, "mayContinue");
function endOfText(text, start) {
  let end = start + 1;
  for (let at = end; ; at++) {
    const code = text.charCodeAt(at);
    if (code === newline3) return end;
    if (code === space2) continue;
    if (code === hash2 && text.charCodeAt(at - 1) === space2) return end;
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (next === space2 || next === newline3) return -1;
    }
    end = at + 1;
  }
}
__name(endOfText, "endOfText");
function continued(text, end, column) {
  if (text.charCodeAt(end) !== newline3) return -1;
  let at = end + 1;
  while (text.charCodeAt(at) === space2) at++;
  const first2 = text.charCodeAt(at);
  return at - end - 1 > column && first2 !== newline3 && first2 !== hash2 ? at : -1;
}
__name(continued, "continued");

// src/yaml/quick/block.ts
var bar = 124;
function block(cursor, room2) {
  if (isDash(cursor)) return list2(cursor, cursor.column, room2);
  const name = key(cursor, false);
  return name === void 0 ? void 0 : mapping2(cursor, cursor.column, room2, name);
}
__name(block, "block");
function mapping2(cursor, column, room2, first2) {
  const object = {};
  let left = cursor.mostKeys;
  for (let name = first2; name !== void 0; name = key(cursor, false)) {
    if (object[name] !== void 0) return void 0;
    if (left-- === 0) throw tooManyKeys(cursor, name);
    const value2 = entry(cursor, column, room2);
    if (value2 === void 0) return void 0;
    object[name] = value2;
    if (cursor.column !== column) return cursor.column < column ? object : void 0;
  }
  return void 0;
}
__name(mapping2, "mapping");
function list2(cursor, column, room2) {
  const items = [];
  for (; ; ) {
    const value2 = item(cursor, column, room2);
    if (value2 === void 0) return void 0;
    items.push(value2);
    if (cursor.column > column) return void 0;
    if (cursor.column < column || !isDash(cursor)) return items;
  }
}
__name(list2, "list");
function entry(cursor, column, room2) {
  const next = skipSpaces(cursor);
  if (next !== newline3 && next !== hash2) return inline(cursor, column, room2);
  toNextLine(cursor);
  if (cursor.column > column) return room2 > 0 ? below(cursor, column, room2) : void 0;
  if (cursor.column === column && isDash(cursor)) return room2 > 0 ? list2(cursor, column, room2 - 1) : void 0;
  return null;
}
__name(entry, "entry");
function below(cursor, column, room2) {
  const first2 = cursor.text.charCodeAt(cursor.at);
  return first2 === openBracket2 || first2 === openBrace2 ? inline(cursor, column, room2) : block(cursor, room2 - 1);
}
__name(below, "below");
function item(cursor, column, room2) {
  const start = cursor.at;
  cursor.at++;
  const next = skipSpaces(cursor);
  if (next === newline3 || next === hash2) {
    toNextLine(cursor);
    if (cursor.column <= column) return null;
    return room2 > 0 ? block(cursor, room2 - 1) : void 0;
  }
  const inner = column + cursor.at - start;
  if (room2 > 0 && isDash(cursor)) return list2(cursor, inner, room2 - 1);
  const name = room2 > 0 ? key(cursor, false) : void 0;
  return name === void 0 ? inline(cursor, column, room2) : mapping2(cursor, inner, room2 - 1, name);
}
__name(item, "item");
function inline(cursor, column, room2) {
  const first2 = cursor.text.charCodeAt(cursor.at);
  if (first2 === bar) {
    const text = literal(cursor, column);
    return cursor.column > column ? void 0 : text;
  }
  const value2 = inlineValue(cursor, first2, column, room2);
  return value2 === void 0 || !endLine(cursor) || cursor.column > column ? void 0 : value2;
}
__name(inline, "inline");
function inlineValue(cursor, first2, column, room2) {
  switch (first2) {
    case openBracket2:
    case openBrace2:
      return flow(cursor, column, room2);
    case doubleQuote:
      return quoted(cursor);
    case singleQuote:
      return quoted(cursor) ?? quotedLines(cursor, column);
    default:
      return plainLines(cursor, column);
  }
}
__name(inlineValue, "inlineValue");
function toNextLine(cursor) {
  cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
  nextLine2(cursor);
}
__name(toNextLine, "toNextLine");
function isDash({ text, at }) {
  if (text.charCodeAt(at) !== dash3) return false;
  const next = text.charCodeAt(at + 1);
  return next === space2 || next === newline3;
}
__name(isDash, "isDash");

// src/yaml/quick/index.ts
var room = 40;
var careful = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]/gu;
var QuickReader = class {
  static {
    __name(this, "QuickReader");
  }
  #text;
  #isPadded;
  #mostKeys;
  #plainUntil;
  /** Where the next character for the careful reader is. */
  #careful = -1;
  /** `mostKeys`: of one mapping. `plainUntil`: what `countEntries` saw of the text. */
  constructor(text, mostKeys, plainUntil = 0) {
    this.#mostKeys = mostKeys;
    this.#plainUntil = plainUntil;
    this.#isPadded = !text.endsWith("\n");
    this.#text = this.#isPadded ? `${text}
` : text;
  }
  /**
   * The document's value, `null` for an empty one; `undefined` when it needs the careful reader. Ask in the order of the text.
   * @throws Unreadable when a mapping has too many keys.
   */
  read(chunk) {
    const { start, end, contentEnd, hasTextAfterMark } = chunk;
    if (contentEnd !== end || hasTextAfterMark || this.#needsCare(start, end)) return void 0;
    const isLast = this.#isPadded && end === this.#text.length - 1;
    const cursor = {
      text: this.#text,
      start,
      end: isLast ? end + 1 : end,
      isPadded: isLast,
      mostKeys: this.#mostKeys,
      at: start,
      column: 0
    };
    if (cursor.end === start) return null;
    if (!skipMark(cursor)) return void 0;
    if (cursor.column < 0) return null;
    if (cursor.column > 0) return void 0;
    const first2 = cursor.text.charCodeAt(cursor.at);
    const value2 = first2 === openBracket2 || first2 === openBrace2 ? inline(cursor, -1, room) : block(cursor, room);
    return cursor.column === -1 ? value2 : void 0;
  }
  #needsCare(start, end) {
    if (this.#careful < start) {
      careful.lastIndex = Math.max(start, this.#plainUntil);
      this.#careful = careful.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#careful < end;
  }
};
function skipMark(cursor) {
  const { text } = cursor;
  if (text.startsWith("---", cursor.at)) {
    const mark = cursor.at + 3;
    cursor.at = mark;
    const next = skipSpaces(cursor);
    if (next === hash2 && cursor.at > mark) cursor.at = text.indexOf("\n", cursor.at);
    else if (next !== newline3) return false;
    cursor.at++;
  }
  nextLine2(cursor);
  return true;
}
__name(skipMark, "skipMark");

// src/yaml/split.ts
function split(text, most2 = Number.POSITIVE_INFINITY) {
  const chunks = [];
  let start = text.charCodeAt(0) === 65279 ? 1 : 0;
  let next = isMark(text, start) ? start : nextMark(text, start);
  if (next !== start) chunks.push(chunkOf(text, start, next));
  while (next < text.length && chunks.length < most2) {
    start = next;
    next = nextMark(text, start);
    chunks.push(chunkOf(text, start, next));
  }
  return chunks;
}
__name(split, "split");
function chunkOf(text, start, end) {
  const isMarked = text.startsWith("---", start);
  const lineEnd2 = isMarked ? text.indexOf("\n", start) : -1;
  const content = lineEnd2 >= 0 && lineEnd2 + 1 < end && text.charCodeAt(lineEnd2 + 1) === 65279 ? lineEnd2 + 2 : start;
  const hasTextAfterMark = isMarked && lineEnd2 !== start + 3 && /^---[ \t]+[^#\s]/u.test(text.slice(start, Math.min(end, start + 200)));
  return { start: content, end, contentEnd: documentEnd(text, content, end), hasTextAfterMark };
}
__name(chunkOf, "chunkOf");
function documentEnd(text, start, end) {
  const chunk = text.slice(start, end);
  for (let at = chunk.indexOf("\n..."); at >= 0; at = chunk.indexOf("\n...", at + 1)) {
    if (at + 4 >= chunk.length || /\s/u.test(chunk[at + 4] ?? "")) return start + at + 1;
  }
  return end;
}
__name(documentEnd, "documentEnd");
function nextMark(text, from) {
  for (let at = text.indexOf("\n---", from); at >= 0; at = text.indexOf("\n---", at + 1)) {
    if (isMark(text, at + 1)) return at + 1;
  }
  return text.length;
}
__name(nextMark, "nextMark");
function isMark(text, at) {
  if (!text.startsWith("---", at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}
__name(isMark, "isMark");

// src/yaml/read.ts
function readValues(text) {
  const { passed, plainUntil } = countEntries(text, defaultLimits.entries);
  if (passed !== void 0) throw new YamlError("entry-limit", "too many entries", new Lines(text).at(passed));
  const values = [];
  const reader = readerOf(text, defaultLimits, plainUntil);
  for (const chunk of split(text)) {
    try {
      const value2 = readChunk(reader, chunk, void 0);
      if (value2 !== null) values.push(value2);
    } catch (error) {
      throw asYamlError(error, text, chunk, new Lines(text));
    }
  }
  return values;
}
__name(readValues, "readValues");
function readDocuments(file, text, limits = defaultLimits) {
  const places = new Places(file, text, limits);
  const { count: entries, passed, plainUntil } = countEntries(text, limits.entries);
  if (passed !== void 0) {
    const mistake = limitMistake("entry-limit", limits.entries, places.at(passed), 0);
    return { documents: [], mistakes: [mistake], cost: { entries, expanded: 0 } };
  }
  const reader = readerOf(text, limits, plainUntil);
  const documents = [];
  const mistakes = [];
  let unreadable = 0;
  for (const [index, chunk] of split(text, limits.documents + 1).entries()) {
    const limit = index >= limits.documents ? "documents" : unreadable >= limits.unreadable ? "unreadable" : void 0;
    if (limit !== void 0) {
      mistakes.push(
        limitMistake(limit === "documents" ? "document-limit" : "unreadable-limit", limits[limit], places.at(chunk.start), index)
      );
      break;
    }
    const oddities = [];
    try {
      const value2 = readChunk(reader, chunk, oddities);
      for (const oddity of oddities) {
        const isIgnored = oddity.code === "ignored-document";
        if (isIgnored) unreadable++;
        if (isIgnored || mistakes.length < mostMistakes) mistakes.push(mistakeOf(oddity, chunk, index, places));
      }
      if (value2 !== null) documents.push({ value: value2, source: places.source(chunk, index), range: { start: chunk.start, end: chunk.end } });
    } catch (error) {
      const known = asYamlError(error, text, chunk, places.lines);
      const place = { file, line: known.line, column: known.column };
      mistakes.push({ code: known.code, facts: { reason: known.reason }, place, document: index, path: [] });
      if (known.code === "alias-limit") break;
      unreadable++;
    }
  }
  return { documents, mistakes, cost: { entries, expanded: reader.spent.expanded } };
}
__name(readDocuments, "readDocuments");
var mostMistakes = 500;
function limitMistake(code, limit, place, document) {
  return { code, facts: { limit }, place, document, path: [] };
}
__name(limitMistake, "limitMistake");
function readerOf(text, limits, plainUntil) {
  return { text, quick: new QuickReader(text, limits.keys, plainUntil), limits, spent: { aliases: 0, expanded: 0 } };
}
__name(readerOf, "readerOf");
function readChunk({ text, quick, limits, spent }, chunk, oddities) {
  const simple = quick.read(chunk);
  if (simple !== void 0) return simple;
  if (chunk.hasTextAfterMark) throw new Unreadable("syntax", "text after `---` on the same line: Kubernetes does not read that", 0);
  const { events, source } = parse(text.slice(chunk.start, chunk.contentEnd), limits);
  const value2 = build2(events, source, { limits, spent }, oddities);
  if (oddities !== void 0) noteUnseen(text, chunk, source, oddities);
  return value2;
}
__name(readChunk, "readChunk");
function noteUnseen(text, chunk, source, oddities) {
  const ignored = chunk.contentEnd === chunk.end ? -1 : text.slice(chunk.contentEnd, chunk.end).search(/^(?!\.\.\.|[ \t]*(?:#|\r?$)|%)/mu);
  if (ignored >= 0) oddities.push({ code: "ignored-document", facts: {}, path: [], offset: chunk.contentEnd - chunk.start + ignored });
  const separator = source.search(/[\u0085\u2028\u2029]/u);
  if (separator >= 0) oddities.push({ code: "line-separator", facts: {}, path: [], offset: separator });
}
__name(noteUnseen, "noteUnseen");
function mistakeOf(oddity, chunk, document, places) {
  const place = places.at(chunk.start + oddity.offset);
  const first2 = oddity.firstOffset === void 0 ? {} : { first: places.at(chunk.start + oddity.firstOffset).line };
  return { code: oddity.code, facts: { ...oddity.facts, ...first2 }, place, document, path: oddity.path };
}
__name(mistakeOf, "mistakeOf");
function conflictIn(text, { start, end }, lines) {
  const found = /^<{7}(?: .*)?$[^]*?^>{7}(?: .*)?$/mu.exec(text.slice(start, end));
  if (found === null) return void 0;
  const at = lines.at(start + found.index);
  return new YamlError("syntax", `it holds a merge conflict, down to line ${lines.at(start + found.index + found[0].length).line}`, at);
}
__name(conflictIn, "conflictIn");
function asYamlError(error, text, chunk, lines) {
  const conflict = error instanceof Unreadable && error.code === "syntax" ? conflictIn(text, chunk, lines) : void 0;
  if (conflict !== void 0) return conflict;
  if (error instanceof Unreadable) return new YamlError(error.code, error.message, lines.at(chunk.start + Math.max(0, error.offset)));
  if (error instanceof RangeError) return new YamlError("depth-limit", "nested too deep", lines.at(chunk.start));
  throw error;
}
__name(asYamlError, "asYamlError");

// src/yaml/write.ts
var cautious = DUMP_SCHEMA.withTags(
  defineScalarTag("tag:isthmus.dev,2026:not-text", {
    implicit: true,
    resolve: /* @__PURE__ */ __name((text) => text !== "=" && plainScalar(text) === text ? NOT_RESOLVED : null, "resolve"),
    identify: /* @__PURE__ */ __name(() => false, "identify")
  })
);
function writeYaml(value2) {
  return dump(ordered(value2), { schema: cautious, noRefs: true, lineWidth: -1, seqNoIndent: true });
}
__name(writeYaml, "writeYaml");
var first = ["apiVersion", "kind", "metadata"];
function ordered(value2) {
  if (isList(value2)) return value2.map(ordered);
  if (Object.is(value2, -0)) return 0;
  return isObject(value2) ? orderedObject(value2) : value2;
}
__name(ordered, "ordered");
function orderedObject(object) {
  const keys = Object.keys(object).filter((key2) => object[key2] !== void 0);
  const isManifest = typeof object["apiVersion"] === "string" && typeof object["kind"] === "string";
  const order = isManifest ? [...first.filter((key2) => keys.includes(key2)), ...keys.filter((key2) => !first.includes(key2))] : keys;
  return Object.fromEntries(order.map((key2) => [key2, ordered(object[key2] ?? null)]));
}
__name(orderedObject, "orderedObject");

// src/yaml/edit/change.ts
function editsBetween(from, to, path = []) {
  if (canonical(from) === canonical(to)) return [];
  if (isObject(from) && isObject(to)) {
    const gone = Object.keys(from).filter((key2) => from[key2] !== void 0 && to[key2] === void 0);
    return [
      ...gone.map((key2) => ({ kind: "remove", path: [...path, key2] })),
      ...Object.entries(to).flatMap(([key2, value2]) => {
        const old = from[key2];
        if (value2 === void 0) return [];
        return old === void 0 ? [{ kind: "set", path: [...path, key2], value: value2 }] : editsBetween(old, value2, [...path, key2]);
      })
    ];
  }
  if (isList(from) && isList(to)) return listEdits(from, to, path);
  return [{ kind: "set", path, value: to }];
}
__name(editsBetween, "editsBetween");
function listEdits(from, to, path) {
  const most2 = Math.min(from.length, to.length);
  const isSame = /* @__PURE__ */ __name((left, right) => canonical(from[left]) === canonical(to[right]), "isSame");
  let start = 0;
  while (start < most2 && isSame(start, start)) start++;
  let end = 0;
  while (end < most2 - start && isSame(from.length - 1 - end, to.length - 1 - end)) end++;
  const shared = most2 - start - end;
  const places = Array.from({ length: shared }, (_, index) => start + index);
  const surplus = Array.from({ length: from.length - start - end - shared }, (_, index) => start + shared + index);
  const added = to.slice(start + shared, to.length - end);
  return [
    ...places.flatMap((at) => editsBetween(from[at] ?? null, to[at] ?? null, [...path, at])),
    ...surplus.toReversed().map((at) => ({ kind: "remove", path: [...path, at] })),
    ...added.map((value2, index) => ({ kind: "insert", path: [...path, start + shared + index], value: value2 }))
  ];
}
__name(listEdits, "listEdits");
function changed(value2, edits) {
  let now = value2;
  for (const edit of edits) {
    if (now === void 0) return void 0;
    now = changedBy(now, edit, edit.path);
  }
  return now;
}
__name(changed, "changed");
function changedBy(value2, edit, [step, ...rest]) {
  if (step === void 0) return edit.kind === "set" ? edit.value : void 0;
  if (isList(value2) && typeof step === "number") return changedList(value2, edit, [step, rest]);
  if (!isObject(value2) || typeof step === "number") return void 0;
  if (rest.length > 0) {
    const inner = value2[step] === void 0 ? void 0 : changedBy(value2[step] ?? null, edit, rest);
    return inner === void 0 ? void 0 : { ...value2, [step]: inner };
  }
  if (edit.kind === "set") return { ...value2, [step]: edit.value };
  if (edit.kind === "insert" || value2[step] === void 0) return void 0;
  const { [step]: _, ...others } = value2;
  return others;
}
__name(changedBy, "changedBy");
function changedList(list3, edit, [at, rest]) {
  if (rest.length > 0) {
    const old = list3[at];
    const inner = old === void 0 ? void 0 : changedBy(old, edit, rest);
    return inner === void 0 ? void 0 : list3.with(at, inner);
  }
  if (edit.kind === "insert") return at > list3.length ? void 0 : list3.toSpliced(at, 0, edit.value);
  if (at >= list3.length) return void 0;
  return edit.kind === "set" ? list3.with(at, edit.value) : list3.toSpliced(at, 1);
}
__name(changedList, "changedList");

// src/yaml/edit/nodes.ts
function nodeOf(chunk, limits) {
  const { events, source } = parse(chunk, limits);
  const stack = [];
  let root;
  const add = /* @__PURE__ */ __name((node) => {
    const open = stack.at(-1);
    if (open === void 0) root ??= node;
    else if (open.node.kind === "list") open.node.items.push(node);
    else if (open.key === void 0) open.key = keyFrom(node, void 0);
    else {
      open.node.entries.push({ ...open.key, value: node });
      open.key = void 0;
    }
  }, "add");
  for (const event of events) {
    const parent = stack.at(-1);
    const isKey = parent !== void 0 && parent.node.kind === "map" && parent.key === void 0;
    if (event.type === EVENT_ID.POP) {
      const closed2 = stack.pop();
      if (closed2 !== void 0) add(ended(closed2.node, source));
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) stack.push({ node: opened(event), key: void 0 });
    else if (event.type === EVENT_ID.ALIAS) add({ kind: "alias", start: event.anchorStart - 1, end: event.anchorEnd, isBare: false });
    else if (event.type === EVENT_ID.SCALAR) {
      const node = scalarNode(event, source);
      if (isKey) parent.key = keyFrom(node, plainKey(event, source));
      else add(node);
    }
  }
  return root;
}
__name(nodeOf, "nodeOf");
function keyFrom({ start, end }, key2) {
  return { key: key2, keyStart: start, keyEnd: end };
}
__name(keyFrom, "keyFrom");
function plainKey(event, source) {
  if (isMergeKey(event, source) || event.anchorStart >= 0 || event.tagStart >= 0) return void 0;
  return keyText(scalarValue(event, source), source.slice(event.valueStart, event.valueEnd));
}
__name(plainKey, "plainKey");
function opened(event) {
  const rest = { start: event.start, end: event.start, isBare: event.anchorStart < 0 && event.tagStart < 0 };
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  return event.type === EVENT_ID.MAPPING ? { kind: "map", entries: [], isFlow, ...rest } : { kind: "list", items: [], isFlow, ...rest };
}
__name(opened, "opened");
function scalarNode(event, source) {
  const isBare = event.anchorStart < 0 && event.tagStart < 0;
  const start = scalarOffset(event, source);
  if (start < 0 || event.valueStart < 0) return { kind: "empty", start: -1, end: -1, isBare };
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return { kind: "scalar", style: "plain", start, end: event.valueEnd, isBare };
    case SCALAR_STYLE.SINGLE_QUOTED:
      return { kind: "scalar", style: "single", start, end: event.valueEnd + 1, isBare };
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { kind: "scalar", style: "double", start, end: event.valueEnd + 1, isBare };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return { kind: "scalar", style: "block", start, end: source.slice(0, event.valueEnd).trimEnd().length, isBare };
  }
}
__name(scalarNode, "scalarNode");
function ended(node, source) {
  const inside = node.kind === "list" ? node.items.map(({ end }) => end) : node.entries.map(({ keyEnd, value: value2 }) => Math.max(keyEnd, value2.end));
  const last = Math.max(node.start, ...inside);
  node.end = node.isFlow ? closing(source, Math.max(last, node.start + 1), node.kind === "list" ? "]" : "}") : last;
  return node;
}
__name(ended, "ended");
function closing(source, from, bracket) {
  for (let at = from; at < source.length; at++) {
    if (source[at] === bracket) return at + 1;
    if (source[at] === "#") at = Math.max(at, source.indexOf("\n", at));
  }
  return source.length;
}
__name(closing, "closing");

// src/yaml/edit/splice.ts
function spliceOf(text, root, edit) {
  const { path } = edit;
  const above = find(root, path.slice(0, -1));
  const step = path.at(-1);
  if (above === void 0 || step === void 0) return { why: "the file has no such place" };
  const { node: parent } = above;
  if (isShared(root, path)) return { why: "an anchor, an alias or a tag stands there" };
  if (edit.kind === "insert") return insert(text, above, { index: Number(step), value: edit.value });
  const child = childOf(parent, step);
  if (edit.kind === "remove") return child === void 0 ? { why: "the file has no such place" } : remove(text, child, above);
  if (child !== void 0) return replace(text, child, edit.value);
  if (parent.kind === "map" && typeof step === "string") return addKey(text, parent, { key: step, value: edit.value });
  return { why: "the file has no such place" };
}
__name(spliceOf, "spliceOf");
function find(root, path) {
  return path.reduce((at, step) => at && childOf(at.node, step), { node: root, holder: void 0 });
}
__name(find, "find");
function childOf(node, step) {
  if (node.kind === "list" && typeof step === "number") {
    const item2 = node.items[step];
    return item2 && { node: item2, holder: { kind: "item", list: node, index: step } };
  }
  if (node.kind !== "map") return void 0;
  const entry2 = node.entries.findLast(({ key: key2 }) => key2 === step);
  return entry2 && { node: entry2.value, holder: { kind: "entry", map: node, entry: entry2 } };
}
__name(childOf, "childOf");
function isShared(root, path) {
  return path.some((_, length) => {
    const node = find(root, path.slice(0, length + 1))?.node;
    return node !== void 0 && (node.kind === "alias" || !node.isBare);
  });
}
__name(isShared, "isShared");
function replace(text, { node, holder }, value2) {
  const isPlain = typeof value2 !== "object" || value2 === null;
  if (node.kind === "scalar" && node.style !== "block" && isPlain)
    return { ...node, text: scalarText(value2, node.style, isInFlow(text, node)) };
  if (hasComment(text, { start: holder?.kind === "entry" ? holder.entry.keyEnd : node.start, end: node.end }))
    return { why: "a comment stands inside what would be replaced" };
  if (node.kind !== "empty" && isInFlow(text, node)) return { ...node, text: JSON.stringify(value2) };
  if (holder?.kind === "entry") {
    const colon2 = text.indexOf(":", holder.entry.keyEnd);
    const written = below2(text, holder.entry.keyStart, { [holder.entry.key ?? ""]: value2 });
    return { start: colon2 + 1, end: Math.max(colon2 + 1, node.end), text: written.slice(written.indexOf(":") + 1) };
  }
  const dash4 = holder?.kind === "item" && node.kind !== "empty" ? dashOf(text, node) : void 0;
  if (dash4 === void 0) return { why: "it is written in a way that is not edited" };
  return { start: dash4, end: node.end, text: below2(text, dash4, [value2]) };
}
__name(replace, "replace");
function addKey(text, map, { key: key2, value: value2 }) {
  const last = map.entries.at(-1);
  const inFlow = `${JSON.stringify(key2)}: ${JSON.stringify(value2)}`;
  if (map.isFlow && last === void 0) return { start: map.start, end: map.end, text: `{ ${inFlow} }` };
  if (last === void 0) return { why: "it is written in a way that is not edited" };
  const end = Math.max(last.keyEnd, last.value.end);
  if (map.isFlow) return { start: end, end, text: `, ${plainOr(key2, value2) ?? inFlow}` };
  const [first2] = map.entries;
  const at = lineEnd(text, end < last.keyEnd + 1 ? text.indexOf(":", last.keyEnd) + 1 : end);
  return { start: at, end: at, text: `
${margin(text, first2?.keyStart ?? 0)}${below2(text, first2?.keyStart ?? 0, { [key2]: value2 })}` };
}
__name(addKey, "addKey");
function insert(text, { node: list3, holder }, { index, value: value2 }) {
  if (list3.kind !== "list" || list3.items.length === 0) return replace(text, { node: list3, holder }, [value2]);
  const before = list3.items[index - 1];
  const next = list3.items[index];
  if (list3.isFlow && next !== void 0) return { start: next.start, end: next.start, text: `${JSON.stringify(value2)}, ` };
  if (list3.isFlow)
    return before === void 0 ? { why: "the file has no such place" } : { start: before.end, end: before.end, text: `, ${JSON.stringify(value2)}` };
  const beside = before ?? next;
  const dash4 = beside === void 0 || beside.kind === "empty" ? void 0 : dashOf(text, beside);
  if (dash4 === void 0 || beside === void 0 || !isFirstInLine(text, dash4)) return { why: "it is written in a way that is not edited" };
  const entry2 = `${margin(text, dash4)}${below2(text, dash4, [value2])}`;
  const at = before === void 0 ? lineStart(text, dash4) : lineEnd(text, before.end);
  return { start: at, end: at, text: before === void 0 ? `${entry2}
` : `
${entry2}` };
}
__name(insert, "insert");
function remove(text, { node, holder }, above) {
  if (holder === void 0) return { why: "the file has no such place" };
  const { first: first2, count, others } = within(holder);
  if (count === 1) return replace(text, above, holder.kind === "entry" ? {} : []);
  const begin = holder.kind === "entry" ? holder.entry.keyStart : first2;
  const end = Math.max(node.end, holder.kind === "entry" ? text.indexOf(":", holder.entry.keyEnd) + 1 : 0);
  const next = others.next;
  if (holder.kind === "entry" ? holder.map.isFlow : holder.list.isFlow) {
    return next === void 0 ? { start: others.beforeEnd, end, text: "" } : { start: begin, end: next, text: "" };
  }
  const start = holder.kind === "entry" ? begin : node.kind === "empty" ? void 0 : dashOf(text, node);
  if (start === void 0) return { why: "it is written in a way that is not edited" };
  if (isFirstInLine(text, start)) return { start: lineStart(text, start), end: nextLine3(text, end), text: "" };
  if (next === void 0 || holder.kind === "item") return { why: "it is written in a way that is not edited" };
  const cut = { start, end: next };
  return /#/u.test(text.slice(cut.start, cut.end)) ? { why: "a comment stands inside what would be removed" } : { ...cut, text: "" };
}
__name(remove, "remove");
function within(holder) {
  if (holder.kind === "item") {
    const { items } = holder.list;
    const own = items[holder.index]?.start ?? 0;
    return {
      first: own,
      count: items.length,
      others: { beforeEnd: items[holder.index - 1]?.end ?? own, next: items[holder.index + 1]?.start }
    };
  }
  const { entries } = holder.map;
  const index = entries.indexOf(holder.entry);
  const before = entries[index - 1];
  const beforeEnd = before === void 0 ? holder.entry.keyStart : Math.max(before.keyEnd, before.value.end);
  return { first: holder.entry.keyStart, count: entries.length, others: { beforeEnd, next: entries[index + 1]?.keyStart } };
}
__name(within, "within");
function below2(text, at, value2) {
  const lines = writeYaml(value2).replace(/\n+$/u, "").split("\n");
  return lines.map((line, index) => index === 0 || line === "" ? line : `${margin(text, at)}${line}`).join("\n");
}
__name(below2, "below");
function margin(text, at) {
  return " ".repeat(at - lineStart(text, at));
}
__name(margin, "margin");
function dashOf(text, { start }) {
  const found = /-[ \t]+$/u.exec(text.slice(lineStart(text, start), start));
  return found === null ? void 0 : lineStart(text, start) + found.index;
}
__name(dashOf, "dashOf");
function isFirstInLine(text, at) {
  return text.slice(lineStart(text, at), at).trim() === "";
}
__name(isFirstInLine, "isFirstInLine");
function lineStart(text, at) {
  return text.lastIndexOf("\n", at - 1) + 1;
}
__name(lineStart, "lineStart");
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > at ? end - 1 : end;
}
__name(lineEnd, "lineEnd");
function nextLine3(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
__name(nextLine3, "nextLine");
function hasComment(text, { start, end }) {
  return start >= 0 && /(?:^|\s)#/u.test(text.slice(start, end));
}
__name(hasComment, "hasComment");
function isInFlow(text, { start }) {
  const line = text.slice(lineStart(text, start), start);
  return /[[{]/u.test(line) || /[[{]/u.test(text[start] ?? "") || /^\s*[\]},]/u.test(text.slice(lineEnd(text, start)));
}
__name(isInFlow, "isInFlow");
function plainOr(key2, value2) {
  return /^[A-Za-z][\w-]*$/u.test(key2) && (typeof value2 !== "object" || value2 === null) ? `${key2}: ${scalarText(value2, "plain", true)}` : void 0;
}
__name(plainOr, "plainOr");
function scalarText(value2, style, isFlow) {
  if (typeof value2 !== "string") return JSON.stringify(value2);
  if (style === "single" && !new RegExp("[\\n\\r\\t]|\\p{Cc}", "u").test(value2)) return `'${value2.replaceAll("'", "''")}'`;
  if (style === "double") return JSON.stringify(value2);
  const plain = writeYaml(value2).trimEnd();
  const isSafe = !plain.includes("\n") && !/^[|>]/u.test(plain) && !(isFlow && /[,[\]{}]|: |:$/u.test(plain));
  return isSafe && readsAs(plain, value2) ? plain : JSON.stringify(value2);
}
__name(scalarText, "scalarText");
function readsAs(text, value2) {
  const [read] = readValues(text);
  return !isObject(read) && !isList(read) && read === value2;
}
__name(readsAs, "readsAs");

// src/yaml/edit/index.ts
function editYaml(text, document, edits) {
  const before = documentsIn(text);
  const old = before.documents.find(({ source }) => source.index === document);
  const chunk = split(text)[document];
  const wanted = old && changed(old.value, edits);
  if (chunk === void 0 || wanted === void 0) return { kind: "refused", why: "the file has no such place" };
  const after = chunkAfter(text.slice(chunk.start, chunk.contentEnd), edits);
  if (typeof after !== "string") return { kind: "refused", why: after.why };
  const edited = `${text.slice(0, chunk.start)}${after}${text.slice(chunk.contentEnd)}`;
  return reads(edited, { before, document, wanted }) ? { kind: "edited", text: edited } : { kind: "refused", why: "what was written did not read back as it should" };
}
__name(editYaml, "editYaml");
function documentsIn(text) {
  return readDocuments("", text);
}
__name(documentsIn, "documentsIn");
function chunkAfter(chunk, edits) {
  const eol = chunk.includes("\r\n") ? "\r\n" : "\n";
  let text = chunk;
  for (const edit of edits) {
    const root = rootOf(text);
    if (root === void 0) return { why: "what was written did not read back as it should" };
    const splice = spliceOf(text, root, edit);
    if ("why" in splice) return splice;
    text = `${text.slice(0, splice.start)}${splice.text.replaceAll("\n", eol)}${text.slice(splice.end)}`;
  }
  return text;
}
__name(chunkAfter, "chunkAfter");
function rootOf(text) {
  try {
    return nodeOf(text, defaultLimits);
  } catch (error) {
    if (error instanceof Unreadable) return void 0;
    throw error;
  }
}
__name(rootOf, "rootOf");
function reads(text, { before, document, wanted }) {
  const after = documentsIn(text);
  if (after.documents.length !== before.documents.length || after.mistakes.length !== before.mistakes.length) return false;
  return after.documents.every(({ value: value2, source }, index) => {
    const old = before.documents[index];
    const expected = source.index === document ? wanted : old?.value;
    return source.index === old?.source.index && canonical(value2) === canonical(expected);
  });
}
__name(reads, "reads");

// src/yaml/in-block.ts
function inBlock(place, file, { line, column }) {
  const lines = file.split(/\r\n|\r|\n/u);
  const own = lines[place.line - 1] ?? "";
  const header = /^\|(\d?)[+-]?(\d?)[+-]?[ \t]*(?:#.*)?$/u.exec(own.slice(place.column - 1));
  if (header === null) return place;
  const below3 = lines.slice(place.line);
  const given = Number(header[1] || header[2]);
  const indent = given > 0 ? indentOf2(own) + given : indentOf2(below3.find((text) => text.trim() !== "") ?? "");
  const next = below3.findIndex((text) => text.trim() !== "" && indentOf2(text) < indent);
  const last = below3.slice(0, next < 0 ? void 0 : next).findLastIndex((text) => text.trim() !== "");
  if (line > last + 1) return { file: place.file, line: place.line + last + 1, column: (below3[last]?.length ?? 0) + 1 };
  return { file: place.file, line: place.line + line, column: indent + column };
}
__name(inBlock, "inBlock");
function indentOf2(text) {
  return text.length - text.trimStart().length;
}
__name(indentOf2, "indentOf");

export {
  defaultLimits,
  load,
  YamlError,
  readValues,
  readDocuments,
  editsBetween,
  writeYaml,
  editYaml,
  inBlock
};
