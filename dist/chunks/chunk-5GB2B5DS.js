import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  require_semver
} from "./chunk-SN6S6TVI.js";
import {
  YamlError,
  readValues
} from "./chunk-PIHHU2PB.js";
import {
  isObject,
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name,
  __toESM
} from "./chunk-V6HKU3TC.js";

// src/adapters/charts/trouble.ts
var Trouble = class extends Error {
  static {
    __name(this, "Trouble");
  }
  kind;
  constructor(kind, why, cause) {
    super(why, cause === void 0 ? void 0 : { cause });
    this.kind = kind;
  }
};
var missing = /* @__PURE__ */ __name((known = []) => new Trouble("missing", known.join(", ")), "missing");
var unreachable = /* @__PURE__ */ __name((why, cause) => new Trouble("unreachable", why, cause), "unreachable");
var refused = /* @__PURE__ */ __name((why) => new Trouble("refused", why), "refused");
var unreadable = /* @__PURE__ */ __name((why, cause) => new Trouble("unreadable", why, cause), "unreadable");

// src/adapters/charts/digest.ts
import { createHash } from "node:crypto";
function chartDigest(files) {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    for (const part of [path, files.get(path) ?? ""]) {
      const bytes = Buffer.from(part, "utf8");
      hash.update(`${bytes.length}
`).update(bytes);
    }
  }
  return `sha256:${hash.digest("hex")}`;
}
__name(chartDigest, "chartDigest");

// src/adapters/charts/chart.ts
function chartFrom(files, origin) {
  const metadata = readMetadata(files.get("Chart.yaml"));
  const name = textAt(metadata, "name");
  const version = textAt(metadata, "version");
  if (name === void 0 || version === void 0) throw unreadable("its Chart.yaml has no name or no version");
  return { name, version, appVersion: textAt(metadata, "appVersion") ?? "", digest: chartDigest(files), origin, files };
}
__name(chartFrom, "chartFrom");
function readMetadata(text) {
  if (text === void 0) throw unreadable("it has no Chart.yaml");
  try {
    const [metadata] = readValues(text);
    if (isObject(metadata)) return metadata;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw unreadable(`its Chart.yaml cannot be read: ${cause.message}`, cause);
  }
  throw unreadable("its Chart.yaml is not a mapping");
}
__name(readMetadata, "readMetadata");

// src/adapters/charts/nearest.ts
var import_semver = __toESM(require_semver(), 1);
var most = 4;
function nearest(wanted, versions) {
  const known = [...new Set(versions)].filter((version) => (0, import_semver.valid)(version) !== null).sort((a, b) => (0, import_semver.compare)(b, a));
  const line = known.filter((version) => (0, import_semver.valid)(wanted) !== null && (0, import_semver.major)(version) === (0, import_semver.major)(wanted) && (0, import_semver.minor)(version) === (0, import_semver.minor)(wanted));
  return (line.length > 0 ? line : known).slice(0, most);
}
__name(nearest, "nearest");

export {
  chartDigest,
  Trouble,
  missing,
  unreachable,
  refused,
  unreadable,
  chartFrom,
  readMetadata,
  nearest
};
