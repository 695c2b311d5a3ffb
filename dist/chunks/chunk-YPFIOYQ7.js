import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  byPath,
  entryOf,
  largestFile,
  readFiles,
  readFolder,
  relevant
} from "./chunk-4I2EYNEF.js";
import {
  require_tar_stream
} from "./chunk-25RXIL6Q.js";
import {
  YamlError,
  byId,
  bySeverityAndPlace,
  canonical,
  chartKey,
  entryKey,
  finding,
  idKey,
  idOf,
  idText,
  isList,
  isNamespaced,
  isObject,
  isSealed,
  listAt,
  listEntry,
  listPaths,
  load2 as load,
  loadPlain,
  objectAt,
  readValues,
  rules,
  selected,
  servesConfig,
  sharedKeys,
  sourceText,
  stages,
  textAt,
  valueAt,
  writeLock,
  writeYaml
} from "./chunk-2FO2PMFL.js";
import {
  shipped,
  startEngine
} from "./chunk-JUNKJFOT.js";
import {
  problem
} from "./chunk-6QMFCSLS.js";
import {
  require_undici
} from "./chunk-VPCPACFI.js";
import {
  Problem
} from "./chunk-QLQAG6SW.js";
import {
  __commonJS,
  __name,
  __toESM
} from "./chunk-BIFKHMW4.js";

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = /* @__PURE__ */ __name((value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    }, "makeSafeRegex");
    var createToken = /* @__PURE__ */ __name((name2, value, isGlobal2) => {
      const safe2 = makeSafeRegex(value);
      const index = R++;
      debug(name2, index, value);
      t[name2] = index;
      src[index] = value;
      safeSrc[index] = safe2;
      re[index] = new RegExp(value, isGlobal2 ? "g" : void 0);
      safeRe[index] = new RegExp(safe2, isGlobal2 ? "g" : void 0);
    }, "createToken");
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = /* @__PURE__ */ __name((options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    }, "parseOptions");
    module.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = /* @__PURE__ */ __name((a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    }, "compareIdentifiers");
    var rcompareIdentifiers = /* @__PURE__ */ __name((a, b) => compareIdentifiers(b, a), "rcompareIdentifiers");
    module.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = /* @__PURE__ */ __name((prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    }, "isPrereleaseIdentifier");
    var SemVer = class _SemVer {
      static {
        __name(this, "SemVer");
      }
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release2, identifier, identifierBase) {
        if (release2.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release2) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release2}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse3 = /* @__PURE__ */ __name((version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    }, "parse");
    module.exports = parse3;
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var valid2 = /* @__PURE__ */ __name((version, options) => {
      const v = parse3(version, options);
      return v ? v.version : null;
    }, "valid");
    module.exports = valid2;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var clean = /* @__PURE__ */ __name((version, options) => {
      const s = parse3(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    }, "clean");
    module.exports = clean;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = /* @__PURE__ */ __name((version, release2, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release2, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    }, "inc");
    module.exports = inc;
  }
});

// node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/semver/functions/diff.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var diff2 = /* @__PURE__ */ __name((version1, version2) => {
      const v1 = parse3(version1, null, true);
      const v2 = parse3(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    }, "diff");
    module.exports = diff2;
  }
});

// node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/semver/functions/major.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var major = /* @__PURE__ */ __name((a, loose) => new SemVer(a, loose).major, "major");
    module.exports = major;
  }
});

// node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/semver/functions/minor.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var minor = /* @__PURE__ */ __name((a, loose) => new SemVer(a, loose).minor, "minor");
    module.exports = minor;
  }
});

// node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/semver/functions/patch.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var patch = /* @__PURE__ */ __name((a, loose) => new SemVer(a, loose).patch, "patch");
    module.exports = patch;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var prerelease = /* @__PURE__ */ __name((version, options) => {
      const parsed = parse3(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    }, "prerelease");
    module.exports = prerelease;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare6 = /* @__PURE__ */ __name((a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose)), "compare");
    module.exports = compare6;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var rcompare = /* @__PURE__ */ __name((a, b, loose) => compare6(b, a, loose), "rcompare");
    module.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var compareLoose = /* @__PURE__ */ __name((a, b) => compare6(a, b, true), "compareLoose");
    module.exports = compareLoose;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = /* @__PURE__ */ __name((a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    }, "compareBuild");
    module.exports = compareBuild;
  }
});

// node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/semver/functions/sort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = /* @__PURE__ */ __name((list3, loose) => list3.sort((a, b) => compareBuild(a, b, loose)), "sort");
    module.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = /* @__PURE__ */ __name((list3, loose) => list3.sort((a, b) => compareBuild(b, a, loose)), "rsort");
    module.exports = rsort;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var gt = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) > 0, "gt");
    module.exports = gt;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var lt = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) < 0, "lt");
    module.exports = lt;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var eq2 = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) === 0, "eq");
    module.exports = eq2;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var neq = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) !== 0, "neq");
    module.exports = neq;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var gte = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) >= 0, "gte");
    module.exports = gte;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare6 = require_compare();
    var lte = /* @__PURE__ */ __name((a, b, loose) => compare6(a, b, loose) <= 0, "lte");
    module.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq2 = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = /* @__PURE__ */ __name((a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq2(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    }, "cmp");
    module.exports = cmp;
  }
});

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse3 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = /* @__PURE__ */ __name((version, options) => {
      if (version instanceof SemVer) {
        return version;
      }
      if (typeof version === "number") {
        version = String(version);
      }
      if (typeof version !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse3(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    }, "coerce");
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = /* @__PURE__ */ __name((version, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    }, "truncate");
    var cloneInputVersion = /* @__PURE__ */ __name((version, options) => {
      const versionStringToParse = version instanceof SemVer ? version.version : version;
      return parse3(versionStringToParse, options);
    }, "cloneInputVersion");
    var doTruncation = /* @__PURE__ */ __name((version, truncation) => {
      if (isPrerelease(truncation)) {
        return version.version;
      }
      version.prerelease = [];
      switch (truncation) {
        case "major":
          version.minor = 0;
          version.patch = 0;
          break;
        case "minor":
          version.patch = 0;
          break;
      }
      return version.format();
    }, "doTruncation");
    var isPrerelease = /* @__PURE__ */ __name((type) => {
      return type.startsWith("pre");
    }, "isPrerelease");
    module.exports = truncate;
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      static {
        __name(this, "LRUCache");
      }
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted2 = this.delete(key);
        if (!deleted2 && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = /* @__PURE__ */ __name((char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1, "isWhitespace");
    var isVersionPrefix = /* @__PURE__ */ __name((char) => char === "v" || char === "=" || isWhitespace(char), "isVersionPrefix");
    var isDigit = /* @__PURE__ */ __name((char) => char !== void 0 && char >= "0" && char <= "9", "isDigit");
    var isLetter = /* @__PURE__ */ __name((char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z"), "isLetter");
    var isIdentifierCharacter = /* @__PURE__ */ __name((char) => isDigit(char) || isLetter(char) || char === "-", "isIdentifierCharacter");
    var isVersionStart = /* @__PURE__ */ __name((char) => isDigit(char) || char === "x" || char === "X" || char === "*", "isVersionStart");
    var findDigitsEndIndex = /* @__PURE__ */ __name((range, start, limit3, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit3, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit3, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit3, end);
    }, "findDigitsEndIndex");
    var findVersionNumberEndIndex = /* @__PURE__ */ __name((range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    }, "findVersionNumberEndIndex");
    var findPrereleaseIdentifierEndIndex = /* @__PURE__ */ __name((range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit3 = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit3 && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    }, "findPrereleaseIdentifierEndIndex");
    var findPrereleaseEndIndex = /* @__PURE__ */ __name((range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    }, "findPrereleaseEndIndex");
    var findBuildIdentifierEndIndex = /* @__PURE__ */ __name((range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    }, "findBuildIdentifierEndIndex");
    var findBuildEndIndex = /* @__PURE__ */ __name((range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    }, "findBuildEndIndex");
    var findLooseFullVersionEndIndex = /* @__PURE__ */ __name((range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    }, "findLooseFullVersionEndIndex");
    var findPartialVersionComponentEndIndex = /* @__PURE__ */ __name((range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    }, "findPartialVersionComponentEndIndex");
    var findPartialVersionEndIndex = /* @__PURE__ */ __name((range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    }, "findPartialVersionEndIndex");
    var findVersionEndIndex = /* @__PURE__ */ __name((range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    }, "findVersionEndIndex");
    var findRemovableWhitespaceIndex = /* @__PURE__ */ __name((range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    }, "findRemovableWhitespaceIndex");
    var trimComparatorWhitespace = /* @__PURE__ */ __name((range) => {
      let result2 = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result2 += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result2 + range.slice(copyFrom);
    }, "trimComparatorWhitespace");
    module.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      static {
        __name(this, "Range");
      }
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first2 = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first2];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result2 = [...rangeMap.values()];
        cache.set(memoKey, result2);
        return result2;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = /* @__PURE__ */ __name((c) => c.value === "<0.0.0-0", "isNullSet");
    var isAny = /* @__PURE__ */ __name((c) => c.value === "", "isAny");
    var isSatisfiable = /* @__PURE__ */ __name((comparators, options) => {
      let result2 = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result2 && remainingComparators.length) {
        result2 = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result2;
    }, "isSatisfiable");
    var parseComparator = /* @__PURE__ */ __name((comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    }, "parseComparator");
    var isX = /* @__PURE__ */ __name((id) => !id || id.toLowerCase() === "x" || id === "*", "isX");
    var invalidXRangeOrder = /* @__PURE__ */ __name((M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p), "invalidXRangeOrder");
    var replaceTildes = /* @__PURE__ */ __name((comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    }, "replaceTildes");
    var replaceTilde = /* @__PURE__ */ __name((comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    }, "replaceTilde");
    var replaceCarets = /* @__PURE__ */ __name((comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    }, "replaceCarets");
    var replaceCaret = /* @__PURE__ */ __name((comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    }, "replaceCaret");
    var replaceXRanges = /* @__PURE__ */ __name((comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    }, "replaceXRanges");
    var replaceXRange = /* @__PURE__ */ __name((comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    }, "replaceXRange");
    var replaceStars = /* @__PURE__ */ __name((comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    }, "replaceStars");
    var replaceGTE0 = /* @__PURE__ */ __name((comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    }, "replaceGTE0");
    var hyphenReplace = /* @__PURE__ */ __name((incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    }, "hyphenReplace");
    var testSet = /* @__PURE__ */ __name((set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    }, "testSet");
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static {
        __name(this, "Comparator");
      }
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies = /* @__PURE__ */ __name((version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    }, "satisfies");
    module.exports = satisfies;
  }
});

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/semver/ranges/to-comparators.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var toComparators = /* @__PURE__ */ __name((range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" ")), "toComparators");
    module.exports = toComparators;
  }
});

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/semver/ranges/max-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = /* @__PURE__ */ __name((versions3, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions3.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    }, "maxSatisfying");
    module.exports = maxSatisfying;
  }
});

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/semver/ranges/min-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = /* @__PURE__ */ __name((versions3, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions3.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    }, "minSatisfying");
    module.exports = minSatisfying;
  }
});

// node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = /* @__PURE__ */ __name((range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    }, "minVersion");
    module.exports = minVersion;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange = /* @__PURE__ */ __name((range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    }, "validRange");
    module.exports = validRange;
  }
});

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside2 = /* @__PURE__ */ __name((version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version, low.semver)) {
          return false;
        }
      }
      return true;
    }, "outside");
    module.exports = outside2;
  }
});

// node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/semver/ranges/gtr.js"(exports, module) {
    "use strict";
    var outside2 = require_outside();
    var gtr = /* @__PURE__ */ __name((version, range, options) => outside2(version, range, ">", options), "gtr");
    module.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside2 = require_outside();
    var ltr = /* @__PURE__ */ __name((version, range, options) => outside2(version, range, "<", options), "ltr");
    module.exports = ltr;
  }
});

// node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/semver/ranges/intersects.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var intersects = /* @__PURE__ */ __name((r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    }, "intersects");
    module.exports = intersects;
  }
});

// node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/semver/ranges/simplify.js"(exports, module) {
    "use strict";
    var satisfies = require_satisfies();
    var compare6 = require_compare();
    module.exports = (versions3, range, options) => {
      const set = [];
      let first2 = null;
      let prev = null;
      const v = versions3.sort((a, b) => compare6(a, b, options));
      for (const version of v) {
        const included = satisfies(version, range, options);
        if (included) {
          prev = version;
          if (!first2) {
            first2 = version;
          }
        } else {
          if (prev) {
            set.push([first2, prev]);
          }
          prev = null;
          first2 = null;
        }
      }
      if (first2) {
        set.push([first2, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/semver/ranges/subset.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare6 = require_compare();
    var subset = /* @__PURE__ */ __name((sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    }, "subset");
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = /* @__PURE__ */ __name((sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare6(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq2 of eqSet) {
        if (gt && !satisfies(eq2, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies(eq2, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq2, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    }, "simpleSubset");
    var higherGT = /* @__PURE__ */ __name((a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare6(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    }, "higherGT");
    var lowerLT = /* @__PURE__ */ __name((a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare6(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    }, "lowerLT");
    module.exports = subset;
  }
});

// node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/semver/index.js"(exports, module) {
    "use strict";
    var internalRe = require_re();
    var constants = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse3 = require_parse();
    var valid2 = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff2 = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare6 = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq2 = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside2 = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse: parse3,
      valid: valid2,
      clean,
      inc,
      diff: diff2,
      major,
      minor,
      patch,
      prerelease,
      compare: compare6,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq: eq2,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside: outside2,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// node_modules/ajv/dist/compile/codegen/code.js
var require_code = __commonJS({
  "node_modules/ajv/dist/compile/codegen/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
    var _CodeOrName = class {
      static {
        __name(this, "_CodeOrName");
      }
    };
    exports._CodeOrName = _CodeOrName;
    exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
    var Name = class extends _CodeOrName {
      static {
        __name(this, "Name");
      }
      constructor(s) {
        super();
        if (!exports.IDENTIFIER.test(s))
          throw new Error("CodeGen: name must be a valid identifier");
        this.str = s;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        return false;
      }
      get names() {
        return { [this.str]: 1 };
      }
    };
    exports.Name = Name;
    var _Code = class extends _CodeOrName {
      static {
        __name(this, "_Code");
      }
      constructor(code2) {
        super();
        this._items = typeof code2 === "string" ? [code2] : code2;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        if (this._items.length > 1)
          return false;
        const item = this._items[0];
        return item === "" || item === '""';
      }
      get str() {
        var _a;
        return (_a = this._str) !== null && _a !== void 0 ? _a : this._str = this._items.reduce((s, c) => `${s}${c}`, "");
      }
      get names() {
        var _a;
        return (_a = this._names) !== null && _a !== void 0 ? _a : this._names = this._items.reduce((names4, c) => {
          if (c instanceof Name)
            names4[c.str] = (names4[c.str] || 0) + 1;
          return names4;
        }, {});
      }
    };
    exports._Code = _Code;
    exports.nil = new _Code("");
    function _(strs, ...args) {
      const code2 = [strs[0]];
      let i = 0;
      while (i < args.length) {
        addCodeArg(code2, args[i]);
        code2.push(strs[++i]);
      }
      return new _Code(code2);
    }
    __name(_, "_");
    exports._ = _;
    var plus2 = new _Code("+");
    function str(strs, ...args) {
      const expr = [safeStringify(strs[0])];
      let i = 0;
      while (i < args.length) {
        expr.push(plus2);
        addCodeArg(expr, args[i]);
        expr.push(plus2, safeStringify(strs[++i]));
      }
      optimize(expr);
      return new _Code(expr);
    }
    __name(str, "str");
    exports.str = str;
    function addCodeArg(code2, arg) {
      if (arg instanceof _Code)
        code2.push(...arg._items);
      else if (arg instanceof Name)
        code2.push(arg);
      else
        code2.push(interpolate(arg));
    }
    __name(addCodeArg, "addCodeArg");
    exports.addCodeArg = addCodeArg;
    function optimize(expr) {
      let i = 1;
      while (i < expr.length - 1) {
        if (expr[i] === plus2) {
          const res = mergeExprItems(expr[i - 1], expr[i + 1]);
          if (res !== void 0) {
            expr.splice(i - 1, 3, res);
            continue;
          }
          expr[i++] = "+";
        }
        i++;
      }
    }
    __name(optimize, "optimize");
    function mergeExprItems(a, b) {
      if (b === '""')
        return a;
      if (a === '""')
        return b;
      if (typeof a == "string") {
        if (b instanceof Name || a[a.length - 1] !== '"')
          return;
        if (typeof b != "string")
          return `${a.slice(0, -1)}${b}"`;
        if (b[0] === '"')
          return a.slice(0, -1) + b.slice(1);
        return;
      }
      if (typeof b == "string" && b[0] === '"' && !(a instanceof Name))
        return `"${a}${b.slice(1)}`;
      return;
    }
    __name(mergeExprItems, "mergeExprItems");
    function strConcat(c1, c2) {
      return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
    }
    __name(strConcat, "strConcat");
    exports.strConcat = strConcat;
    function interpolate(x) {
      return typeof x == "number" || typeof x == "boolean" || x === null ? x : safeStringify(Array.isArray(x) ? x.join(",") : x);
    }
    __name(interpolate, "interpolate");
    function stringify(x) {
      return new _Code(safeStringify(x));
    }
    __name(stringify, "stringify");
    exports.stringify = stringify;
    function safeStringify(x) {
      return JSON.stringify(x).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
    }
    __name(safeStringify, "safeStringify");
    exports.safeStringify = safeStringify;
    function getProperty(key) {
      return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
    }
    __name(getProperty, "getProperty");
    exports.getProperty = getProperty;
    function getEsmExportName(key) {
      if (typeof key == "string" && exports.IDENTIFIER.test(key)) {
        return new _Code(`${key}`);
      }
      throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
    }
    __name(getEsmExportName, "getEsmExportName");
    exports.getEsmExportName = getEsmExportName;
    function regexpCode(rx) {
      return new _Code(rx.toString());
    }
    __name(regexpCode, "regexpCode");
    exports.regexpCode = regexpCode;
  }
});

// node_modules/ajv/dist/compile/codegen/scope.js
var require_scope = __commonJS({
  "node_modules/ajv/dist/compile/codegen/scope.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
    var code_1 = require_code();
    var ValueError = class extends Error {
      static {
        __name(this, "ValueError");
      }
      constructor(name2) {
        super(`CodeGen: "code" for ${name2} not defined`);
        this.value = name2.value;
      }
    };
    var UsedValueState;
    (function(UsedValueState2) {
      UsedValueState2[UsedValueState2["Started"] = 0] = "Started";
      UsedValueState2[UsedValueState2["Completed"] = 1] = "Completed";
    })(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
    exports.varKinds = {
      const: new code_1.Name("const"),
      let: new code_1.Name("let"),
      var: new code_1.Name("var")
    };
    var Scope = class {
      static {
        __name(this, "Scope");
      }
      constructor({ prefixes, parent } = {}) {
        this._names = {};
        this._prefixes = prefixes;
        this._parent = parent;
      }
      toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
      }
      name(prefix) {
        return new code_1.Name(this._newName(prefix));
      }
      _newName(prefix) {
        const ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
      }
      _nameGroup(prefix) {
        var _a, _b;
        if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || this._prefixes && !this._prefixes.has(prefix)) {
          throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        }
        return this._names[prefix] = { prefix, index: 0 };
      }
    };
    exports.Scope = Scope;
    var ValueScopeName = class extends code_1.Name {
      static {
        __name(this, "ValueScopeName");
      }
      constructor(prefix, nameStr) {
        super(nameStr);
        this.prefix = prefix;
      }
      setValue(value, { property, itemIndex }) {
        this.value = value;
        this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`;
      }
    };
    exports.ValueScopeName = ValueScopeName;
    var line2 = (0, code_1._)`\n`;
    var ValueScope = class extends Scope {
      static {
        __name(this, "ValueScope");
      }
      constructor(opts) {
        super(opts);
        this._values = {};
        this._scope = opts.scope;
        this.opts = { ...opts, _n: opts.lines ? line2 : code_1.nil };
      }
      get() {
        return this._scope;
      }
      name(prefix) {
        return new ValueScopeName(prefix, this._newName(prefix));
      }
      value(nameOrPrefix, value) {
        var _a;
        if (value.ref === void 0)
          throw new Error("CodeGen: ref must be passed in value");
        const name2 = this.toName(nameOrPrefix);
        const { prefix } = name2;
        const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
        let vs = this._values[prefix];
        if (vs) {
          const _name = vs.get(valueKey);
          if (_name)
            return _name;
        } else {
          vs = this._values[prefix] = /* @__PURE__ */ new Map();
        }
        vs.set(valueKey, name2);
        const s = this._scope[prefix] || (this._scope[prefix] = []);
        const itemIndex = s.length;
        s[itemIndex] = value.ref;
        name2.setValue(value, { property: prefix, itemIndex });
        return name2;
      }
      getValue(prefix, keyOrRef) {
        const vs = this._values[prefix];
        if (!vs)
          return;
        return vs.get(keyOrRef);
      }
      scopeRefs(scopeName, values = this._values) {
        return this._reduceValues(values, (name2) => {
          if (name2.scopePath === void 0)
            throw new Error(`CodeGen: name "${name2}" has no value`);
          return (0, code_1._)`${scopeName}${name2.scopePath}`;
        });
      }
      scopeCode(values = this._values, usedValues, getCode) {
        return this._reduceValues(values, (name2) => {
          if (name2.value === void 0)
            throw new Error(`CodeGen: name "${name2}" has no value`);
          return name2.value.code;
        }, usedValues, getCode);
      }
      _reduceValues(values, valueCode, usedValues = {}, getCode) {
        let code2 = code_1.nil;
        for (const prefix in values) {
          const vs = values[prefix];
          if (!vs)
            continue;
          const nameSet = usedValues[prefix] = usedValues[prefix] || /* @__PURE__ */ new Map();
          vs.forEach((name2) => {
            if (nameSet.has(name2))
              return;
            nameSet.set(name2, UsedValueState.Started);
            let c = valueCode(name2);
            if (c) {
              const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
              code2 = (0, code_1._)`${code2}${def} ${name2} = ${c};${this.opts._n}`;
            } else if (c = getCode === null || getCode === void 0 ? void 0 : getCode(name2)) {
              code2 = (0, code_1._)`${code2}${c}${this.opts._n}`;
            } else {
              throw new ValueError(name2);
            }
            nameSet.set(name2, UsedValueState.Completed);
          });
        }
        return code2;
      }
    };
    exports.ValueScope = ValueScope;
  }
});

// node_modules/ajv/dist/compile/codegen/index.js
var require_codegen = __commonJS({
  "node_modules/ajv/dist/compile/codegen/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
    var code_1 = require_code();
    var scope_1 = require_scope();
    var code_2 = require_code();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.str;
    }, "get") });
    Object.defineProperty(exports, "strConcat", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.strConcat;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.nil;
    }, "get") });
    Object.defineProperty(exports, "getProperty", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.getProperty;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.stringify;
    }, "get") });
    Object.defineProperty(exports, "regexpCode", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.regexpCode;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.Name;
    }, "get") });
    var scope_2 = require_scope();
    Object.defineProperty(exports, "Scope", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.Scope;
    }, "get") });
    Object.defineProperty(exports, "ValueScope", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.ValueScope;
    }, "get") });
    Object.defineProperty(exports, "ValueScopeName", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.ValueScopeName;
    }, "get") });
    Object.defineProperty(exports, "varKinds", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.varKinds;
    }, "get") });
    exports.operators = {
      GT: new code_1._Code(">"),
      GTE: new code_1._Code(">="),
      LT: new code_1._Code("<"),
      LTE: new code_1._Code("<="),
      EQ: new code_1._Code("==="),
      NEQ: new code_1._Code("!=="),
      NOT: new code_1._Code("!"),
      OR: new code_1._Code("||"),
      AND: new code_1._Code("&&"),
      ADD: new code_1._Code("+")
    };
    var Node = class {
      static {
        __name(this, "Node");
      }
      optimizeNodes() {
        return this;
      }
      optimizeNames(_names, _constants) {
        return this;
      }
    };
    var Def = class extends Node {
      static {
        __name(this, "Def");
      }
      constructor(varKind, name2, rhs) {
        super();
        this.varKind = varKind;
        this.name = name2;
        this.rhs = rhs;
      }
      render({ es5, _n }) {
        const varKind = es5 ? scope_1.varKinds.var : this.varKind;
        const rhs = this.rhs === void 0 ? "" : ` = ${this.rhs}`;
        return `${varKind} ${this.name}${rhs};` + _n;
      }
      optimizeNames(names4, constants) {
        if (!names4[this.name.str])
          return;
        if (this.rhs)
          this.rhs = optimizeExpr(this.rhs, names4, constants);
        return this;
      }
      get names() {
        return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
      }
    };
    var Assign = class extends Node {
      static {
        __name(this, "Assign");
      }
      constructor(lhs, rhs, sideEffects) {
        super();
        this.lhs = lhs;
        this.rhs = rhs;
        this.sideEffects = sideEffects;
      }
      render({ _n }) {
        return `${this.lhs} = ${this.rhs};` + _n;
      }
      optimizeNames(names4, constants) {
        if (this.lhs instanceof code_1.Name && !names4[this.lhs.str] && !this.sideEffects)
          return;
        this.rhs = optimizeExpr(this.rhs, names4, constants);
        return this;
      }
      get names() {
        const names4 = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
        return addExprNames(names4, this.rhs);
      }
    };
    var AssignOp = class extends Assign {
      static {
        __name(this, "AssignOp");
      }
      constructor(lhs, op, rhs, sideEffects) {
        super(lhs, rhs, sideEffects);
        this.op = op;
      }
      render({ _n }) {
        return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
      }
    };
    var Label = class extends Node {
      static {
        __name(this, "Label");
      }
      constructor(label3) {
        super();
        this.label = label3;
        this.names = {};
      }
      render({ _n }) {
        return `${this.label}:` + _n;
      }
    };
    var Break = class extends Node {
      static {
        __name(this, "Break");
      }
      constructor(label3) {
        super();
        this.label = label3;
        this.names = {};
      }
      render({ _n }) {
        const label3 = this.label ? ` ${this.label}` : "";
        return `break${label3};` + _n;
      }
    };
    var Throw = class extends Node {
      static {
        __name(this, "Throw");
      }
      constructor(error) {
        super();
        this.error = error;
      }
      render({ _n }) {
        return `throw ${this.error};` + _n;
      }
      get names() {
        return this.error.names;
      }
    };
    var AnyCode = class extends Node {
      static {
        __name(this, "AnyCode");
      }
      constructor(code2) {
        super();
        this.code = code2;
      }
      render({ _n }) {
        return `${this.code};` + _n;
      }
      optimizeNodes() {
        return `${this.code}` ? this : void 0;
      }
      optimizeNames(names4, constants) {
        this.code = optimizeExpr(this.code, names4, constants);
        return this;
      }
      get names() {
        return this.code instanceof code_1._CodeOrName ? this.code.names : {};
      }
    };
    var ParentNode = class extends Node {
      static {
        __name(this, "ParentNode");
      }
      constructor(nodes = []) {
        super();
        this.nodes = nodes;
      }
      render(opts) {
        return this.nodes.reduce((code2, n) => code2 + n.render(opts), "");
      }
      optimizeNodes() {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i].optimizeNodes();
          if (Array.isArray(n))
            nodes.splice(i, 1, ...n);
          else if (n)
            nodes[i] = n;
          else
            nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      optimizeNames(names4, constants) {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i];
          if (n.optimizeNames(names4, constants))
            continue;
          subtractNames(names4, n.names);
          nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      get names() {
        return this.nodes.reduce((names4, n) => addNames(names4, n.names), {});
      }
    };
    var BlockNode = class extends ParentNode {
      static {
        __name(this, "BlockNode");
      }
      render(opts) {
        return "{" + opts._n + super.render(opts) + "}" + opts._n;
      }
    };
    var Root = class extends ParentNode {
      static {
        __name(this, "Root");
      }
    };
    var Else = class extends BlockNode {
      static {
        __name(this, "Else");
      }
    };
    Else.kind = "else";
    var If = class _If extends BlockNode {
      static {
        __name(this, "If");
      }
      constructor(condition2, nodes) {
        super(nodes);
        this.condition = condition2;
      }
      render(opts) {
        let code2 = `if(${this.condition})` + super.render(opts);
        if (this.else)
          code2 += "else " + this.else.render(opts);
        return code2;
      }
      optimizeNodes() {
        super.optimizeNodes();
        const cond = this.condition;
        if (cond === true)
          return this.nodes;
        let e = this.else;
        if (e) {
          const ns = e.optimizeNodes();
          e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e) {
          if (cond === false)
            return e instanceof _If ? e : e.nodes;
          if (this.nodes.length)
            return this;
          return new _If(not(cond), e instanceof _If ? [e] : e.nodes);
        }
        if (cond === false || !this.nodes.length)
          return void 0;
        return this;
      }
      optimizeNames(names4, constants) {
        var _a;
        this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names4, constants);
        if (!(super.optimizeNames(names4, constants) || this.else))
          return;
        this.condition = optimizeExpr(this.condition, names4, constants);
        return this;
      }
      get names() {
        const names4 = super.names;
        addExprNames(names4, this.condition);
        if (this.else)
          addNames(names4, this.else.names);
        return names4;
      }
    };
    If.kind = "if";
    var For = class extends BlockNode {
      static {
        __name(this, "For");
      }
    };
    For.kind = "for";
    var ForLoop = class extends For {
      static {
        __name(this, "ForLoop");
      }
      constructor(iteration) {
        super();
        this.iteration = iteration;
      }
      render(opts) {
        return `for(${this.iteration})` + super.render(opts);
      }
      optimizeNames(names4, constants) {
        if (!super.optimizeNames(names4, constants))
          return;
        this.iteration = optimizeExpr(this.iteration, names4, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iteration.names);
      }
    };
    var ForRange = class extends For {
      static {
        __name(this, "ForRange");
      }
      constructor(varKind, name2, from, to) {
        super();
        this.varKind = varKind;
        this.name = name2;
        this.from = from;
        this.to = to;
      }
      render(opts) {
        const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
        const { name: name2, from, to } = this;
        return `for(${varKind} ${name2}=${from}; ${name2}<${to}; ${name2}++)` + super.render(opts);
      }
      get names() {
        const names4 = addExprNames(super.names, this.from);
        return addExprNames(names4, this.to);
      }
    };
    var ForIter = class extends For {
      static {
        __name(this, "ForIter");
      }
      constructor(loop, varKind, name2, iterable) {
        super();
        this.loop = loop;
        this.varKind = varKind;
        this.name = name2;
        this.iterable = iterable;
      }
      render(opts) {
        return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
      }
      optimizeNames(names4, constants) {
        if (!super.optimizeNames(names4, constants))
          return;
        this.iterable = optimizeExpr(this.iterable, names4, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iterable.names);
      }
    };
    var Func = class extends BlockNode {
      static {
        __name(this, "Func");
      }
      constructor(name2, args, async) {
        super();
        this.name = name2;
        this.args = args;
        this.async = async;
      }
      render(opts) {
        const _async = this.async ? "async " : "";
        return `${_async}function ${this.name}(${this.args})` + super.render(opts);
      }
    };
    Func.kind = "func";
    var Return = class extends ParentNode {
      static {
        __name(this, "Return");
      }
      render(opts) {
        return "return " + super.render(opts);
      }
    };
    Return.kind = "return";
    var Try = class extends BlockNode {
      static {
        __name(this, "Try");
      }
      render(opts) {
        let code2 = "try" + super.render(opts);
        if (this.catch)
          code2 += this.catch.render(opts);
        if (this.finally)
          code2 += this.finally.render(opts);
        return code2;
      }
      optimizeNodes() {
        var _a, _b;
        super.optimizeNodes();
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNodes();
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNodes();
        return this;
      }
      optimizeNames(names4, constants) {
        var _a, _b;
        super.optimizeNames(names4, constants);
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNames(names4, constants);
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNames(names4, constants);
        return this;
      }
      get names() {
        const names4 = super.names;
        if (this.catch)
          addNames(names4, this.catch.names);
        if (this.finally)
          addNames(names4, this.finally.names);
        return names4;
      }
    };
    var Catch = class extends BlockNode {
      static {
        __name(this, "Catch");
      }
      constructor(error) {
        super();
        this.error = error;
      }
      render(opts) {
        return `catch(${this.error})` + super.render(opts);
      }
    };
    Catch.kind = "catch";
    var Finally = class extends BlockNode {
      static {
        __name(this, "Finally");
      }
      render(opts) {
        return "finally" + super.render(opts);
      }
    };
    Finally.kind = "finally";
    var CodeGen = class {
      static {
        __name(this, "CodeGen");
      }
      constructor(extScope, opts = {}) {
        this._values = {};
        this._blockStarts = [];
        this._constants = {};
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [new Root()];
      }
      toString() {
        return this._root.render(this.opts);
      }
      // returns unique name in the internal scope
      name(prefix) {
        return this._scope.name(prefix);
      }
      // reserves unique name in the external scope
      scopeName(prefix) {
        return this._extScope.name(prefix);
      }
      // reserves unique name in the external scope and assigns value to it
      scopeValue(prefixOrName, value) {
        const name2 = this._extScope.value(prefixOrName, value);
        const vs = this._values[name2.prefix] || (this._values[name2.prefix] = /* @__PURE__ */ new Set());
        vs.add(name2);
        return name2;
      }
      getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
      }
      // return code that assigns values in the external scope to the names that are used internally
      // (same names that were returned by gen.scopeName or gen.scopeValue)
      scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
      }
      scopeCode() {
        return this._extScope.scopeCode(this._values);
      }
      _def(varKind, nameOrPrefix, rhs, constant) {
        const name2 = this._scope.toName(nameOrPrefix);
        if (rhs !== void 0 && constant)
          this._constants[name2.str] = rhs;
        this._leafNode(new Def(varKind, name2, rhs));
        return name2;
      }
      // `const` declaration (`var` in es5 mode)
      const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
      }
      // `let` declaration with optional assignment (`var` in es5 mode)
      let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
      }
      // `var` declaration with optional assignment
      var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
      }
      // assignment code
      assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
      }
      // `+=` code
      add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
      }
      // appends passed SafeExpr to code or executes Block
      code(c) {
        if (typeof c == "function")
          c();
        else if (c !== code_1.nil)
          this._leafNode(new AnyCode(c));
        return this;
      }
      // returns code for object literal for the passed argument list of key-value pairs
      object(...keyValues) {
        const code2 = ["{"];
        for (const [key, value] of keyValues) {
          if (code2.length > 1)
            code2.push(",");
          code2.push(key);
          if (key !== value || this.opts.es5) {
            code2.push(":");
            (0, code_1.addCodeArg)(code2, value);
          }
        }
        code2.push("}");
        return new code_1._Code(code2);
      }
      // `if` clause (or statement if `thenBody` and, optionally, `elseBody` are passed)
      if(condition2, thenBody, elseBody) {
        this._blockNode(new If(condition2));
        if (thenBody && elseBody) {
          this.code(thenBody).else().code(elseBody).endIf();
        } else if (thenBody) {
          this.code(thenBody).endIf();
        } else if (elseBody) {
          throw new Error('CodeGen: "else" body without "then" body');
        }
        return this;
      }
      // `else if` clause - invalid without `if` or after `else` clauses
      elseIf(condition2) {
        return this._elseNode(new If(condition2));
      }
      // `else` clause - only valid after `if` or `else if` clauses
      else() {
        return this._elseNode(new Else());
      }
      // end `if` statement (needed if gen.if was used only with condition)
      endIf() {
        return this._endBlockNode(If, Else);
      }
      _for(node, forBody) {
        this._blockNode(node);
        if (forBody)
          this.code(forBody).endFor();
        return this;
      }
      // a generic `for` clause (or statement if `forBody` is passed)
      for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
      }
      // `for` statement for a range of values
      forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        const name2 = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name2, from, to), () => forBody(name2));
      }
      // `for-of` statement (in es5 mode replace with a normal for loop)
      forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        const name2 = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
          const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
          return this.forRange("_i", 0, (0, code_1._)`${arr}.length`, (i) => {
            this.var(name2, (0, code_1._)`${arr}[${i}]`);
            forBody(name2);
          });
        }
        return this._for(new ForIter("of", varKind, name2, iterable), () => forBody(name2));
      }
      // `for-in` statement.
      // With option `ownProperties` replaced with a `for-of` loop for object keys
      forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) {
          return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
        }
        const name2 = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter("in", varKind, name2, obj), () => forBody(name2));
      }
      // end `for` loop
      endFor() {
        return this._endBlockNode(For);
      }
      // `label` statement
      label(label3) {
        return this._leafNode(new Label(label3));
      }
      // `break` statement
      break(label3) {
        return this._leafNode(new Break(label3));
      }
      // `return` statement
      return(value) {
        const node = new Return();
        this._blockNode(node);
        this.code(value);
        if (node.nodes.length !== 1)
          throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
      }
      // `try` statement
      try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode)
          throw new Error('CodeGen: "try" without "catch" and "finally"');
        const node = new Try();
        this._blockNode(node);
        this.code(tryBody);
        if (catchCode) {
          const error = this.name("e");
          this._currNode = node.catch = new Catch(error);
          catchCode(error);
        }
        if (finallyCode) {
          this._currNode = node.finally = new Finally();
          this.code(finallyCode);
        }
        return this._endBlockNode(Catch, Finally);
      }
      // `throw` statement
      throw(error) {
        return this._leafNode(new Throw(error));
      }
      // start self-balancing block
      block(body, nodeCount) {
        this._blockStarts.push(this._nodes.length);
        if (body)
          this.code(body).endBlock(nodeCount);
        return this;
      }
      // end the current self-balancing block
      endBlock(nodeCount) {
        const len = this._blockStarts.pop();
        if (len === void 0)
          throw new Error("CodeGen: not in self-balancing block");
        const toClose = this._nodes.length - len;
        if (toClose < 0 || nodeCount !== void 0 && toClose !== nodeCount) {
          throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        }
        this._nodes.length = len;
        return this;
      }
      // `function` heading (or definition if funcBody is passed)
      func(name2, args = code_1.nil, async, funcBody) {
        this._blockNode(new Func(name2, args, async));
        if (funcBody)
          this.code(funcBody).endFunc();
        return this;
      }
      // end function definition
      endFunc() {
        return this._endBlockNode(Func);
      }
      optimize(n = 1) {
        while (n-- > 0) {
          this._root.optimizeNodes();
          this._root.optimizeNames(this._root.names, this._constants);
        }
      }
      _leafNode(node) {
        this._currNode.nodes.push(node);
        return this;
      }
      _blockNode(node) {
        this._currNode.nodes.push(node);
        this._nodes.push(node);
      }
      _endBlockNode(N1, N2) {
        const n = this._currNode;
        if (n instanceof N1 || N2 && n instanceof N2) {
          this._nodes.pop();
          return this;
        }
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
      }
      _elseNode(node) {
        const n = this._currNode;
        if (!(n instanceof If)) {
          throw new Error('CodeGen: "else" without "if"');
        }
        this._currNode = n.else = node;
        return this;
      }
      get _root() {
        return this._nodes[0];
      }
      get _currNode() {
        const ns = this._nodes;
        return ns[ns.length - 1];
      }
      set _currNode(node) {
        const ns = this._nodes;
        ns[ns.length - 1] = node;
      }
    };
    exports.CodeGen = CodeGen;
    function addNames(names4, from) {
      for (const n in from)
        names4[n] = (names4[n] || 0) + (from[n] || 0);
      return names4;
    }
    __name(addNames, "addNames");
    function addExprNames(names4, from) {
      return from instanceof code_1._CodeOrName ? addNames(names4, from.names) : names4;
    }
    __name(addExprNames, "addExprNames");
    function optimizeExpr(expr, names4, constants) {
      if (expr instanceof code_1.Name)
        return replaceName(expr);
      if (!canOptimize(expr))
        return expr;
      return new code_1._Code(expr._items.reduce((items, c) => {
        if (c instanceof code_1.Name)
          c = replaceName(c);
        if (c instanceof code_1._Code)
          items.push(...c._items);
        else
          items.push(c);
        return items;
      }, []));
      function replaceName(n) {
        const c = constants[n.str];
        if (c === void 0 || names4[n.str] !== 1)
          return n;
        delete names4[n.str];
        return c;
      }
      __name(replaceName, "replaceName");
      function canOptimize(e) {
        return e instanceof code_1._Code && e._items.some((c) => c instanceof code_1.Name && names4[c.str] === 1 && constants[c.str] !== void 0);
      }
      __name(canOptimize, "canOptimize");
    }
    __name(optimizeExpr, "optimizeExpr");
    function subtractNames(names4, from) {
      for (const n in from)
        names4[n] = (names4[n] || 0) - (from[n] || 0);
    }
    __name(subtractNames, "subtractNames");
    function not(x) {
      return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._)`!${par(x)}`;
    }
    __name(not, "not");
    exports.not = not;
    var andCode = mappend(exports.operators.AND);
    function and(...args) {
      return args.reduce(andCode);
    }
    __name(and, "and");
    exports.and = and;
    var orCode = mappend(exports.operators.OR);
    function or(...args) {
      return args.reduce(orCode);
    }
    __name(or, "or");
    exports.or = or;
    function mappend(op) {
      return (x, y) => x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`;
    }
    __name(mappend, "mappend");
    function par(x) {
      return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
    }
    __name(par, "par");
  }
});

// node_modules/ajv/dist/compile/util.js
var require_util = __commonJS({
  "node_modules/ajv/dist/compile/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
    var codegen_1 = require_codegen();
    var code_1 = require_code();
    function toHash(arr) {
      const hash = {};
      for (const item of arr)
        hash[item] = true;
      return hash;
    }
    __name(toHash, "toHash");
    exports.toHash = toHash;
    function alwaysValidSchema(it, schema) {
      if (typeof schema == "boolean")
        return schema;
      if (Object.keys(schema).length === 0)
        return true;
      checkUnknownRules(it, schema);
      return !schemaHasRules(schema, it.self.RULES.all);
    }
    __name(alwaysValidSchema, "alwaysValidSchema");
    exports.alwaysValidSchema = alwaysValidSchema;
    function checkUnknownRules(it, schema = it.schema) {
      const { opts, self } = it;
      if (!opts.strictSchema)
        return;
      if (typeof schema === "boolean")
        return;
      const rules3 = self.RULES.keywords;
      for (const key in schema) {
        if (!rules3[key])
          checkStrictMode(it, `unknown keyword: "${key}"`);
      }
    }
    __name(checkUnknownRules, "checkUnknownRules");
    exports.checkUnknownRules = checkUnknownRules;
    function schemaHasRules(schema, rules3) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (rules3[key])
          return true;
      return false;
    }
    __name(schemaHasRules, "schemaHasRules");
    exports.schemaHasRules = schemaHasRules;
    function schemaHasRulesButRef(schema, RULES) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (key !== "$ref" && RULES.all[key])
          return true;
      return false;
    }
    __name(schemaHasRulesButRef, "schemaHasRulesButRef");
    exports.schemaHasRulesButRef = schemaHasRulesButRef;
    function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
      if (!$data) {
        if (typeof schema == "number" || typeof schema == "boolean")
          return schema;
        if (typeof schema == "string")
          return (0, codegen_1._)`${schema}`;
      }
      return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
    }
    __name(schemaRefOrVal, "schemaRefOrVal");
    exports.schemaRefOrVal = schemaRefOrVal;
    function unescapeFragment(str) {
      return unescapeJsonPointer(decodeURIComponent(str));
    }
    __name(unescapeFragment, "unescapeFragment");
    exports.unescapeFragment = unescapeFragment;
    function escapeFragment(str) {
      return encodeURIComponent(escapeJsonPointer(str));
    }
    __name(escapeFragment, "escapeFragment");
    exports.escapeFragment = escapeFragment;
    function escapeJsonPointer(str) {
      if (typeof str == "number")
        return `${str}`;
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    __name(escapeJsonPointer, "escapeJsonPointer");
    exports.escapeJsonPointer = escapeJsonPointer;
    function unescapeJsonPointer(str) {
      return str.replace(/~1/g, "/").replace(/~0/g, "~");
    }
    __name(unescapeJsonPointer, "unescapeJsonPointer");
    exports.unescapeJsonPointer = unescapeJsonPointer;
    function eachItem(xs, f) {
      if (Array.isArray(xs)) {
        for (const x of xs)
          f(x);
      } else {
        f(xs);
      }
    }
    __name(eachItem, "eachItem");
    exports.eachItem = eachItem;
    function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
      return (gen, from, to, toName) => {
        const res = to === void 0 ? from : to instanceof codegen_1.Name ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to) : from instanceof codegen_1.Name ? (mergeToName(gen, to, from), from) : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
      };
    }
    __name(makeMergeEvaluated, "makeMergeEvaluated");
    exports.mergeEvaluated = {
      props: makeMergeEvaluated({
        mergeNames: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
          gen.if((0, codegen_1._)`${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`));
        }), "mergeNames"),
        mergeToName: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => {
          if (from === true) {
            gen.assign(to, true);
          } else {
            gen.assign(to, (0, codegen_1._)`${to} || {}`);
            setEvaluated(gen, to, from);
          }
        }), "mergeToName"),
        mergeValues: /* @__PURE__ */ __name((from, to) => from === true ? true : { ...from, ...to }, "mergeValues"),
        resultToName: evaluatedPropsToName
      }),
      items: makeMergeEvaluated({
        mergeNames: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)), "mergeNames"),
        mergeToName: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`)), "mergeToName"),
        mergeValues: /* @__PURE__ */ __name((from, to) => from === true ? true : Math.max(from, to), "mergeValues"),
        resultToName: /* @__PURE__ */ __name((gen, items) => gen.var("items", items), "resultToName")
      })
    };
    function evaluatedPropsToName(gen, ps) {
      if (ps === true)
        return gen.var("props", true);
      const props = gen.var("props", (0, codegen_1._)`{}`);
      if (ps !== void 0)
        setEvaluated(gen, props, ps);
      return props;
    }
    __name(evaluatedPropsToName, "evaluatedPropsToName");
    exports.evaluatedPropsToName = evaluatedPropsToName;
    function setEvaluated(gen, props, ps) {
      Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, true));
    }
    __name(setEvaluated, "setEvaluated");
    exports.setEvaluated = setEvaluated;
    var snippets = {};
    function useFunc(gen, f) {
      return gen.scopeValue("func", {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code))
      });
    }
    __name(useFunc, "useFunc");
    exports.useFunc = useFunc;
    var Type;
    (function(Type2) {
      Type2[Type2["Num"] = 0] = "Num";
      Type2[Type2["Str"] = 1] = "Str";
    })(Type || (exports.Type = Type = {}));
    function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
      if (dataProp instanceof codegen_1.Name) {
        const isNumber = dataPropType === Type.Num;
        return jsPropertySyntax ? isNumber ? (0, codegen_1._)`"[" + ${dataProp} + "]"` : (0, codegen_1._)`"['" + ${dataProp} + "']"` : isNumber ? (0, codegen_1._)`"/" + ${dataProp}` : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
      }
      return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
    }
    __name(getErrorPath, "getErrorPath");
    exports.getErrorPath = getErrorPath;
    function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
      if (!mode)
        return;
      msg = `strict mode: ${msg}`;
      if (mode === true)
        throw new Error(msg);
      it.self.logger.warn(msg);
    }
    __name(checkStrictMode, "checkStrictMode");
    exports.checkStrictMode = checkStrictMode;
  }
});

// node_modules/ajv/dist/compile/names.js
var require_names = __commonJS({
  "node_modules/ajv/dist/compile/names.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var names4 = {
      // validation function arguments
      data: new codegen_1.Name("data"),
      // data passed to validation function
      // args passed from referencing schema
      valCxt: new codegen_1.Name("valCxt"),
      // validation/data context - should not be used directly, it is destructured to the names below
      instancePath: new codegen_1.Name("instancePath"),
      parentData: new codegen_1.Name("parentData"),
      parentDataProperty: new codegen_1.Name("parentDataProperty"),
      rootData: new codegen_1.Name("rootData"),
      // root data - same as the data passed to the first/top validation function
      dynamicAnchors: new codegen_1.Name("dynamicAnchors"),
      // used to support recursiveRef and dynamicRef
      // function scoped variables
      vErrors: new codegen_1.Name("vErrors"),
      // null or array of validation errors
      errors: new codegen_1.Name("errors"),
      // counter of validation errors
      this: new codegen_1.Name("this"),
      // "globals"
      self: new codegen_1.Name("self"),
      scope: new codegen_1.Name("scope"),
      // JTD serialize/parse name for JSON string and position
      json: new codegen_1.Name("json"),
      jsonPos: new codegen_1.Name("jsonPos"),
      jsonLen: new codegen_1.Name("jsonLen"),
      jsonPart: new codegen_1.Name("jsonPart")
    };
    exports.default = names4;
  }
});

// node_modules/ajv/dist/compile/errors.js
var require_errors = __commonJS({
  "node_modules/ajv/dist/compile/errors.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    exports.keywordError = {
      message: /* @__PURE__ */ __name(({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation`, "message")
    };
    exports.keyword$DataError = {
      message: /* @__PURE__ */ __name(({ keyword, schemaType }) => schemaType ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)` : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)`, "message")
    };
    function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : compositeRule || allErrors) {
        addError(gen, errObj);
      } else {
        returnErrors(it, (0, codegen_1._)`[${errObj}]`);
      }
    }
    __name(reportError, "reportError");
    exports.reportError = reportError;
    function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      addError(gen, errObj);
      if (!(compositeRule || allErrors)) {
        returnErrors(it, names_1.default.vErrors);
      }
    }
    __name(reportExtraError, "reportExtraError");
    exports.reportExtraError = reportExtraError;
    function resetErrorsCount(gen, errsCount) {
      gen.assign(names_1.default.errors, errsCount);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
    }
    __name(resetErrorsCount, "resetErrorsCount");
    exports.resetErrorsCount = resetErrorsCount;
    function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
      if (errsCount === void 0)
        throw new Error("ajv implementation error");
      const err = gen.name("err");
      gen.forRange("i", errsCount, names_1.default.errors, (i) => {
        gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`);
        gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._)`${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
        gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`);
        if (it.opts.verbose) {
          gen.assign((0, codegen_1._)`${err}.schema`, schemaValue);
          gen.assign((0, codegen_1._)`${err}.data`, data);
        }
      });
    }
    __name(extendErrors, "extendErrors");
    exports.extendErrors = extendErrors;
    function addError(gen, errObj) {
      const err = gen.const("err", errObj);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`), (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`);
      gen.code((0, codegen_1._)`${names_1.default.errors}++`);
    }
    __name(addError, "addError");
    function returnErrors(it, errs) {
      const { gen, validateName, schemaEnv } = it;
      if (schemaEnv.$async) {
        gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, errs);
        gen.return(false);
      }
    }
    __name(returnErrors, "returnErrors");
    var E = {
      keyword: new codegen_1.Name("keyword"),
      schemaPath: new codegen_1.Name("schemaPath"),
      // also used in JTD errors
      params: new codegen_1.Name("params"),
      propertyName: new codegen_1.Name("propertyName"),
      message: new codegen_1.Name("message"),
      schema: new codegen_1.Name("schema"),
      parentSchema: new codegen_1.Name("parentSchema")
    };
    function errorObjectCode(cxt, error, errorPaths) {
      const { createErrors } = cxt.it;
      if (createErrors === false)
        return (0, codegen_1._)`{}`;
      return errorObject(cxt, error, errorPaths);
    }
    __name(errorObjectCode, "errorObjectCode");
    function errorObject(cxt, error, errorPaths = {}) {
      const { gen, it } = cxt;
      const keyValues = [
        errorInstancePath(it, errorPaths),
        errorSchemaPath(cxt, errorPaths)
      ];
      extraErrorProps(cxt, error, keyValues);
      return gen.object(...keyValues);
    }
    __name(errorObject, "errorObject");
    function errorInstancePath({ errorPath }, { instancePath }) {
      const instPath = instancePath ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}` : errorPath;
      return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
    }
    __name(errorInstancePath, "errorInstancePath");
    function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
      let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
      if (schemaPath) {
        schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
      }
      return [E.schemaPath, schPath];
    }
    __name(errorSchemaPath, "errorSchemaPath");
    function extraErrorProps(cxt, { params, message }, keyValues) {
      const { keyword, data, schemaValue, it } = cxt;
      const { opts, propertyName, topSchemaRef, schemaPath } = it;
      keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._)`{}`]);
      if (opts.messages) {
        keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
      }
      if (opts.verbose) {
        keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
      }
      if (propertyName)
        keyValues.push([E.propertyName, propertyName]);
    }
    __name(extraErrorProps, "extraErrorProps");
  }
});

// node_modules/ajv/dist/compile/validate/boolSchema.js
var require_boolSchema = __commonJS({
  "node_modules/ajv/dist/compile/validate/boolSchema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var boolError = {
      message: "boolean schema is false"
    };
    function topBoolOrEmptySchema(it) {
      const { gen, schema, validateName } = it;
      if (schema === false) {
        falseSchemaError(it, false);
      } else if (typeof schema == "object" && schema.$async === true) {
        gen.return(names_1.default.data);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, null);
        gen.return(true);
      }
    }
    __name(topBoolOrEmptySchema, "topBoolOrEmptySchema");
    exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
    function boolOrEmptySchema(it, valid2) {
      const { gen, schema } = it;
      if (schema === false) {
        gen.var(valid2, false);
        falseSchemaError(it);
      } else {
        gen.var(valid2, true);
      }
    }
    __name(boolOrEmptySchema, "boolOrEmptySchema");
    exports.boolOrEmptySchema = boolOrEmptySchema;
    function falseSchemaError(it, overrideAllErrors) {
      const { gen, data } = it;
      const cxt = {
        gen,
        keyword: "false schema",
        data,
        schema: false,
        schemaCode: false,
        schemaValue: false,
        params: {},
        it
      };
      (0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
    }
    __name(falseSchemaError, "falseSchemaError");
  }
});

// node_modules/ajv/dist/compile/rules.js
var require_rules = __commonJS({
  "node_modules/ajv/dist/compile/rules.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getRules = exports.isJSONType = void 0;
    var _jsonTypes = ["string", "number", "integer", "boolean", "null", "object", "array"];
    var jsonTypes = new Set(_jsonTypes);
    function isJSONType(x) {
      return typeof x == "string" && jsonTypes.has(x);
    }
    __name(isJSONType, "isJSONType");
    exports.isJSONType = isJSONType;
    function getRules() {
      const groups = {
        number: { type: "number", rules: [] },
        string: { type: "string", rules: [] },
        array: { type: "array", rules: [] },
        object: { type: "object", rules: [] }
      };
      return {
        types: { ...groups, integer: true, boolean: true, null: true },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {}
      };
    }
    __name(getRules, "getRules");
    exports.getRules = getRules;
  }
});

// node_modules/ajv/dist/compile/validate/applicability.js
var require_applicability = __commonJS({
  "node_modules/ajv/dist/compile/validate/applicability.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
    function schemaHasRulesForType({ schema, self }, type) {
      const group3 = self.RULES.types[type];
      return group3 && group3 !== true && shouldUseGroup(schema, group3);
    }
    __name(schemaHasRulesForType, "schemaHasRulesForType");
    exports.schemaHasRulesForType = schemaHasRulesForType;
    function shouldUseGroup(schema, group3) {
      return group3.rules.some((rule2) => shouldUseRule(schema, rule2));
    }
    __name(shouldUseGroup, "shouldUseGroup");
    exports.shouldUseGroup = shouldUseGroup;
    function shouldUseRule(schema, rule2) {
      var _a;
      return schema[rule2.keyword] !== void 0 || ((_a = rule2.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== void 0));
    }
    __name(shouldUseRule, "shouldUseRule");
    exports.shouldUseRule = shouldUseRule;
  }
});

// node_modules/ajv/dist/compile/validate/dataType.js
var require_dataType = __commonJS({
  "node_modules/ajv/dist/compile/validate/dataType.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
    var rules_1 = require_rules();
    var applicability_1 = require_applicability();
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var DataType;
    (function(DataType2) {
      DataType2[DataType2["Correct"] = 0] = "Correct";
      DataType2[DataType2["Wrong"] = 1] = "Wrong";
    })(DataType || (exports.DataType = DataType = {}));
    function getSchemaTypes(schema) {
      const types = getJSONTypes(schema.type);
      const hasNull = types.includes("null");
      if (hasNull) {
        if (schema.nullable === false)
          throw new Error("type: null contradicts nullable: false");
      } else {
        if (!types.length && schema.nullable !== void 0) {
          throw new Error('"nullable" cannot be used without "type"');
        }
        if (schema.nullable === true)
          types.push("null");
      }
      return types;
    }
    __name(getSchemaTypes, "getSchemaTypes");
    exports.getSchemaTypes = getSchemaTypes;
    function getJSONTypes(ts) {
      const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
      if (types.every(rules_1.isJSONType))
        return types;
      throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
    }
    __name(getJSONTypes, "getJSONTypes");
    exports.getJSONTypes = getJSONTypes;
    function coerceAndCheckDataType(it, types) {
      const { gen, data, opts } = it;
      const coerceTo = coerceToTypes(types, opts.coerceTypes);
      const checkTypes = types.length > 0 && !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
      if (checkTypes) {
        const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
          if (coerceTo.length)
            coerceData(it, types, coerceTo);
          else
            reportTypeError(it);
        });
      }
      return checkTypes;
    }
    __name(coerceAndCheckDataType, "coerceAndCheckDataType");
    exports.coerceAndCheckDataType = coerceAndCheckDataType;
    var COERCIBLE = /* @__PURE__ */ new Set(["string", "number", "integer", "boolean", "null"]);
    function coerceToTypes(types, coerceTypes) {
      return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || coerceTypes === "array" && t === "array") : [];
    }
    __name(coerceToTypes, "coerceToTypes");
    function coerceData(it, types, coerceTo) {
      const { gen, data, opts } = it;
      const dataType = gen.let("dataType", (0, codegen_1._)`typeof ${data}`);
      const coerced = gen.let("coerced", (0, codegen_1._)`undefined`);
      if (opts.coerceTypes === "array") {
        gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen.assign(data, (0, codegen_1._)`${data}[0]`).assign(dataType, (0, codegen_1._)`typeof ${data}`).if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
      }
      gen.if((0, codegen_1._)`${coerced} !== undefined`);
      for (const t of coerceTo) {
        if (COERCIBLE.has(t) || t === "array" && opts.coerceTypes === "array") {
          coerceSpecificType(t);
        }
      }
      gen.else();
      reportTypeError(it);
      gen.endIf();
      gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
        gen.assign(data, coerced);
        assignParentData(it, coerced);
      });
      function coerceSpecificType(t) {
        switch (t) {
          case "string":
            gen.elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced, (0, codegen_1._)`"" + ${data}`).elseIf((0, codegen_1._)`${data} === null`).assign(coerced, (0, codegen_1._)`""`);
            return;
          case "number":
            gen.elseIf((0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "integer":
            gen.elseIf((0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "boolean":
            gen.elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced, false).elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`).assign(coerced, true);
            return;
          case "null":
            gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);
            gen.assign(coerced, null);
            return;
          case "array":
            gen.elseIf((0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced, (0, codegen_1._)`[${data}]`);
        }
      }
      __name(coerceSpecificType, "coerceSpecificType");
    }
    __name(coerceData, "coerceData");
    function assignParentData({ gen, parentData, parentDataProperty }, expr) {
      gen.if((0, codegen_1._)`${parentData} !== undefined`, () => gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr));
    }
    __name(assignParentData, "assignParentData");
    function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
      const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
      let cond;
      switch (dataType) {
        case "null":
          return (0, codegen_1._)`${data} ${EQ} null`;
        case "array":
          cond = (0, codegen_1._)`Array.isArray(${data})`;
          break;
        case "object":
          cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
          break;
        case "integer":
          cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
          break;
        case "number":
          cond = numCond();
          break;
        default:
          return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
      }
      return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
      function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)((0, codegen_1._)`typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil);
      }
      __name(numCond, "numCond");
    }
    __name(checkDataType, "checkDataType");
    exports.checkDataType = checkDataType;
    function checkDataTypes(dataTypes, data, strictNums, correct) {
      if (dataTypes.length === 1) {
        return checkDataType(dataTypes[0], data, strictNums, correct);
      }
      let cond;
      const types = (0, util_1.toHash)(dataTypes);
      if (types.array && types.object) {
        const notObj = (0, codegen_1._)`typeof ${data} != "object"`;
        cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`;
        delete types.null;
        delete types.array;
        delete types.object;
      } else {
        cond = codegen_1.nil;
      }
      if (types.number)
        delete types.integer;
      for (const t in types)
        cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
      return cond;
    }
    __name(checkDataTypes, "checkDataTypes");
    exports.checkDataTypes = checkDataTypes;
    var typeError = {
      message: /* @__PURE__ */ __name(({ schema }) => `must be ${schema}`, "message"),
      params: /* @__PURE__ */ __name(({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`, "params")
    };
    function reportTypeError(it) {
      const cxt = getTypeErrorContext(it);
      (0, errors_1.reportError)(cxt, typeError);
    }
    __name(reportTypeError, "reportTypeError");
    exports.reportTypeError = reportTypeError;
    function getTypeErrorContext(it) {
      const { gen, data, schema } = it;
      const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
      return {
        gen,
        keyword: "type",
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it
      };
    }
    __name(getTypeErrorContext, "getTypeErrorContext");
  }
});

// node_modules/ajv/dist/compile/validate/defaults.js
var require_defaults = __commonJS({
  "node_modules/ajv/dist/compile/validate/defaults.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.assignDefaults = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function assignDefaults(it, ty) {
      const { properties, items } = it.schema;
      if (ty === "object" && properties) {
        for (const key in properties) {
          assignDefault(it, key, properties[key].default);
        }
      } else if (ty === "array" && Array.isArray(items)) {
        items.forEach((sch, i) => assignDefault(it, i, sch.default));
      }
    }
    __name(assignDefaults, "assignDefaults");
    exports.assignDefaults = assignDefaults;
    function assignDefault(it, prop, defaultValue) {
      const { gen, compositeRule, data, opts } = it;
      if (defaultValue === void 0)
        return;
      const childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
      if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
      }
      let condition2 = (0, codegen_1._)`${childData} === undefined`;
      if (opts.useDefaults === "empty") {
        condition2 = (0, codegen_1._)`${condition2} || ${childData} === null || ${childData} === ""`;
      }
      gen.if(condition2, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
    }
    __name(assignDefault, "assignDefault");
  }
});

// node_modules/ajv/dist/vocabularies/code.js
var require_code2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var util_2 = require_util();
    function checkReportMissingProp(cxt, prop) {
      const { gen, data, it } = cxt;
      gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, true);
        cxt.error();
      });
    }
    __name(checkReportMissingProp, "checkReportMissingProp");
    exports.checkReportMissingProp = checkReportMissingProp;
    function checkMissingProp({ gen, data, it: { opts } }, properties, missing2) {
      return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._)`${missing2} = ${prop}`)));
    }
    __name(checkMissingProp, "checkMissingProp");
    exports.checkMissingProp = checkMissingProp;
    function reportMissingProp(cxt, missing2) {
      cxt.setParams({ missingProperty: missing2 }, true);
      cxt.error();
    }
    __name(reportMissingProp, "reportMissingProp");
    exports.reportMissingProp = reportMissingProp;
    function hasPropFunc(gen) {
      return gen.scopeValue("func", {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._)`Object.prototype.hasOwnProperty`
      });
    }
    __name(hasPropFunc, "hasPropFunc");
    exports.hasPropFunc = hasPropFunc;
    function isOwnProperty(gen, data, property) {
      return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
    }
    __name(isOwnProperty, "isOwnProperty");
    exports.isOwnProperty = isOwnProperty;
    function propertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
      return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
    }
    __name(propertyInData, "propertyInData");
    exports.propertyInData = propertyInData;
    function noPropertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
      return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
    }
    __name(noPropertyInData, "noPropertyInData");
    exports.noPropertyInData = noPropertyInData;
    function allSchemaProperties(schemaMap) {
      return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
    }
    __name(allSchemaProperties, "allSchemaProperties");
    exports.allSchemaProperties = allSchemaProperties;
    function schemaProperties(it, schemaMap) {
      return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
    }
    __name(schemaProperties, "schemaProperties");
    exports.schemaProperties = schemaProperties;
    function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context2, passSchema) {
      const dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
      const valCxt = [
        [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
        [names_1.default.parentData, it.parentData],
        [names_1.default.parentDataProperty, it.parentDataProperty],
        [names_1.default.rootData, names_1.default.rootData]
      ];
      if (it.opts.dynamicRef)
        valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
      const args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
      return context2 !== codegen_1.nil ? (0, codegen_1._)`${func}.call(${context2}, ${args})` : (0, codegen_1._)`${func}(${args})`;
    }
    __name(callValidateCode, "callValidateCode");
    exports.callValidateCode = callValidateCode;
    var newRegExp = (0, codegen_1._)`new RegExp`;
    function usePattern({ gen, it: { opts } }, pattern) {
      const u = opts.unicodeRegExp ? "u" : "";
      const { regExp } = opts.code;
      const rx = regExp(pattern, u);
      return gen.scopeValue("pattern", {
        key: rx.toString(),
        ref: rx,
        code: (0, codegen_1._)`${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`
      });
    }
    __name(usePattern, "usePattern");
    exports.usePattern = usePattern;
    function validateArray(cxt) {
      const { gen, data, keyword, it } = cxt;
      const valid2 = gen.name("valid");
      if (it.allErrors) {
        const validArr = gen.let("valid", true);
        validateItems(() => gen.assign(validArr, false));
        return validArr;
      }
      gen.var(valid2, true);
      validateItems(() => gen.break());
      return valid2;
      function validateItems(notValid) {
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        gen.forRange("i", 0, len, (i) => {
          cxt.subschema({
            keyword,
            dataProp: i,
            dataPropType: util_1.Type.Num
          }, valid2);
          gen.if((0, codegen_1.not)(valid2), notValid);
        });
      }
      __name(validateItems, "validateItems");
    }
    __name(validateArray, "validateArray");
    exports.validateArray = validateArray;
    function validateUnion(cxt) {
      const { gen, schema, keyword, it } = cxt;
      if (!Array.isArray(schema))
        throw new Error("ajv implementation error");
      const alwaysValid = schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch));
      if (alwaysValid && !it.opts.unevaluated)
        return;
      const valid2 = gen.let("valid", false);
      const schValid = gen.name("_valid");
      gen.block(() => schema.forEach((_sch, i) => {
        const schCxt = cxt.subschema({
          keyword,
          schemaProp: i,
          compositeRule: true
        }, schValid);
        gen.assign(valid2, (0, codegen_1._)`${valid2} || ${schValid}`);
        const merged2 = cxt.mergeValidEvaluated(schCxt, schValid);
        if (!merged2)
          gen.if((0, codegen_1.not)(valid2));
      }));
      cxt.result(valid2, () => cxt.reset(), () => cxt.error(true));
    }
    __name(validateUnion, "validateUnion");
    exports.validateUnion = validateUnion;
  }
});

// node_modules/ajv/dist/compile/validate/keyword.js
var require_keyword = __commonJS({
  "node_modules/ajv/dist/compile/validate/keyword.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var code_1 = require_code2();
    var errors_1 = require_errors();
    function macroKeywordCode(cxt, def) {
      const { gen, keyword, schema, parentSchema, it } = cxt;
      const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
      const schemaRef = useKeyword(gen, keyword, macroSchema);
      if (it.opts.validateSchema !== false)
        it.self.validateSchema(macroSchema, true);
      const valid2 = gen.name("valid");
      cxt.subschema({
        schema: macroSchema,
        schemaPath: codegen_1.nil,
        errSchemaPath: `${it.errSchemaPath}/${keyword}`,
        topSchemaRef: schemaRef,
        compositeRule: true
      }, valid2);
      cxt.pass(valid2, () => cxt.error(true));
    }
    __name(macroKeywordCode, "macroKeywordCode");
    exports.macroKeywordCode = macroKeywordCode;
    function funcKeywordCode(cxt, def) {
      var _a;
      const { gen, keyword, schema, parentSchema, $data, it } = cxt;
      checkAsyncKeyword(it, def);
      const validate2 = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate;
      const validateRef = useKeyword(gen, keyword, validate2);
      const valid2 = gen.let("valid");
      cxt.block$data(valid2, validateKeyword);
      cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid2);
      function validateKeyword() {
        if (def.errors === false) {
          assignValid();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => cxt.error());
        } else {
          const ruleErrs = def.async ? validateAsync() : validateSync();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => addErrs(cxt, ruleErrs));
        }
      }
      __name(validateKeyword, "validateKeyword");
      function validateAsync() {
        const ruleErrs = gen.let("ruleErrs", null);
        gen.try(() => assignValid((0, codegen_1._)`await `), (e) => gen.assign(valid2, false).if((0, codegen_1._)`${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`), () => gen.throw(e)));
        return ruleErrs;
      }
      __name(validateAsync, "validateAsync");
      function validateSync() {
        const validateErrs = (0, codegen_1._)`${validateRef}.errors`;
        gen.assign(validateErrs, null);
        assignValid(codegen_1.nil);
        return validateErrs;
      }
      __name(validateSync, "validateSync");
      function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
        const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
        const passSchema = !("compile" in def && !$data || def.schema === false);
        gen.assign(valid2, (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
      }
      __name(assignValid, "assignValid");
      function reportErrs(errors2) {
        var _a2;
        gen.if((0, codegen_1.not)((_a2 = def.valid) !== null && _a2 !== void 0 ? _a2 : valid2), errors2);
      }
      __name(reportErrs, "reportErrs");
    }
    __name(funcKeywordCode, "funcKeywordCode");
    exports.funcKeywordCode = funcKeywordCode;
    function modifyData(cxt) {
      const { gen, data, it } = cxt;
      gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
    }
    __name(modifyData, "modifyData");
    function addErrs(cxt, errs) {
      const { gen } = cxt;
      gen.if((0, codegen_1._)`Array.isArray(${errs})`, () => {
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
        (0, errors_1.extendErrors)(cxt);
      }, () => cxt.error());
    }
    __name(addErrs, "addErrs");
    function checkAsyncKeyword({ schemaEnv }, def) {
      if (def.async && !schemaEnv.$async)
        throw new Error("async keyword in sync schema");
    }
    __name(checkAsyncKeyword, "checkAsyncKeyword");
    function useKeyword(gen, keyword, result2) {
      if (result2 === void 0)
        throw new Error(`keyword "${keyword}" failed to compile`);
      return gen.scopeValue("keyword", typeof result2 == "function" ? { ref: result2 } : { ref: result2, code: (0, codegen_1.stringify)(result2) });
    }
    __name(useKeyword, "useKeyword");
    function validSchemaType(schema, schemaType, allowUndefined = false) {
      return !schemaType.length || schemaType.some((st) => st === "array" ? Array.isArray(schema) : st === "object" ? schema && typeof schema == "object" && !Array.isArray(schema) : typeof schema == st || allowUndefined && typeof schema == "undefined");
    }
    __name(validSchemaType, "validSchemaType");
    exports.validSchemaType = validSchemaType;
    function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
      if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) {
        throw new Error("ajv implementation error");
      }
      const deps = def.dependencies;
      if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) {
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
      }
      if (def.validateSchema) {
        const valid2 = def.validateSchema(schema[keyword]);
        if (!valid2) {
          const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` + self.errorsText(def.validateSchema.errors);
          if (opts.validateSchema === "log")
            self.logger.error(msg);
          else
            throw new Error(msg);
        }
      }
    }
    __name(validateKeywordUsage, "validateKeywordUsage");
    exports.validateKeywordUsage = validateKeywordUsage;
  }
});

// node_modules/ajv/dist/compile/validate/subschema.js
var require_subschema = __commonJS({
  "node_modules/ajv/dist/compile/validate/subschema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
      if (keyword !== void 0 && schema !== void 0) {
        throw new Error('both "keyword" and "schema" passed, only one allowed');
      }
      if (keyword !== void 0) {
        const sch = it.schema[keyword];
        return schemaProp === void 0 ? {
          schema: sch,
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}`
        } : {
          schema: sch[schemaProp],
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`
        };
      }
      if (schema !== void 0) {
        if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0) {
          throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        }
        return {
          schema,
          schemaPath,
          topSchemaRef,
          errSchemaPath
        };
      }
      throw new Error('either "keyword" or "schema" must be passed');
    }
    __name(getSubschema, "getSubschema");
    exports.getSubschema = getSubschema;
    function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
      if (data !== void 0 && dataProp !== void 0) {
        throw new Error('both "data" and "dataProp" passed, only one allowed');
      }
      const { gen } = it;
      if (dataProp !== void 0) {
        const { errorPath, dataPathArr, opts } = it;
        const nextData = gen.let("data", (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true);
        dataContextProps(nextData);
        subschema.errorPath = (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
        subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`;
        subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
      }
      if (data !== void 0) {
        const nextData = data instanceof codegen_1.Name ? data : gen.let("data", data, true);
        dataContextProps(nextData);
        if (propertyName !== void 0)
          subschema.propertyName = propertyName;
      }
      if (dataTypes)
        subschema.dataTypes = dataTypes;
      function dataContextProps(_nextData) {
        subschema.data = _nextData;
        subschema.dataLevel = it.dataLevel + 1;
        subschema.dataTypes = [];
        it.definedProperties = /* @__PURE__ */ new Set();
        subschema.parentData = it.data;
        subschema.dataNames = [...it.dataNames, _nextData];
      }
      __name(dataContextProps, "dataContextProps");
    }
    __name(extendSubschemaData, "extendSubschemaData");
    exports.extendSubschemaData = extendSubschemaData;
    function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
      if (compositeRule !== void 0)
        subschema.compositeRule = compositeRule;
      if (createErrors !== void 0)
        subschema.createErrors = createErrors;
      if (allErrors !== void 0)
        subschema.allErrors = allErrors;
      subschema.jtdDiscriminator = jtdDiscriminator;
      subschema.jtdMetadata = jtdMetadata;
    }
    __name(extendSubschemaMode, "extendSubschemaMode");
    exports.extendSubschemaMode = extendSubschemaMode;
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = /* @__PURE__ */ __name(function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys2;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys2 = Object.keys(a);
        length = keys2.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys2[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys2[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    }, "equal");
  }
});

// node_modules/json-schema-traverse/index.js
var require_json_schema_traverse = __commonJS({
  "node_modules/json-schema-traverse/index.js"(exports, module) {
    "use strict";
    var traverse = module.exports = function(schema, opts, cb) {
      if (typeof opts == "function") {
        cb = opts;
        opts = {};
      }
      cb = opts.cb || cb;
      var pre = typeof cb == "function" ? cb : cb.pre || function() {
      };
      var post = cb.post || function() {
      };
      _traverse(opts, pre, post, schema, "", schema);
    };
    traverse.keywords = {
      additionalItems: true,
      items: true,
      contains: true,
      additionalProperties: true,
      propertyNames: true,
      not: true,
      if: true,
      then: true,
      else: true
    };
    traverse.arrayKeywords = {
      items: true,
      allOf: true,
      anyOf: true,
      oneOf: true
    };
    traverse.propsKeywords = {
      $defs: true,
      definitions: true,
      properties: true,
      patternProperties: true,
      dependencies: true
    };
    traverse.skipKeywords = {
      default: true,
      enum: true,
      const: true,
      required: true,
      maximum: true,
      minimum: true,
      exclusiveMaximum: true,
      exclusiveMinimum: true,
      multipleOf: true,
      maxLength: true,
      minLength: true,
      pattern: true,
      format: true,
      maxItems: true,
      minItems: true,
      uniqueItems: true,
      maxProperties: true,
      minProperties: true
    };
    function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
      if (schema && typeof schema == "object" && !Array.isArray(schema)) {
        pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
        for (var key in schema) {
          var sch = schema[key];
          if (Array.isArray(sch)) {
            if (key in traverse.arrayKeywords) {
              for (var i = 0; i < sch.length; i++)
                _traverse(opts, pre, post, sch[i], jsonPtr + "/" + key + "/" + i, rootSchema, jsonPtr, key, schema, i);
            }
          } else if (key in traverse.propsKeywords) {
            if (sch && typeof sch == "object") {
              for (var prop in sch)
                _traverse(opts, pre, post, sch[prop], jsonPtr + "/" + key + "/" + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
            }
          } else if (key in traverse.keywords || opts.allKeys && !(key in traverse.skipKeywords)) {
            _traverse(opts, pre, post, sch, jsonPtr + "/" + key, rootSchema, jsonPtr, key, schema);
          }
        }
        post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
      }
    }
    __name(_traverse, "_traverse");
    function escapeJsonPtr(str) {
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    __name(escapeJsonPtr, "escapeJsonPtr");
  }
});

// node_modules/ajv/dist/compile/resolve.js
var require_resolve = __commonJS({
  "node_modules/ajv/dist/compile/resolve.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
    var util_1 = require_util();
    var equal = require_fast_deep_equal();
    var traverse = require_json_schema_traverse();
    var SIMPLE_INLINED = /* @__PURE__ */ new Set([
      "type",
      "format",
      "pattern",
      "maxLength",
      "minLength",
      "maxProperties",
      "minProperties",
      "maxItems",
      "minItems",
      "maximum",
      "minimum",
      "uniqueItems",
      "multipleOf",
      "required",
      "enum",
      "const"
    ]);
    function inlineRef(schema, limit3 = true) {
      if (typeof schema == "boolean")
        return true;
      if (limit3 === true)
        return !hasRef(schema);
      if (!limit3)
        return false;
      return countKeys(schema) <= limit3;
    }
    __name(inlineRef, "inlineRef");
    exports.inlineRef = inlineRef;
    var REF_KEYWORDS = /* @__PURE__ */ new Set([
      "$ref",
      "$recursiveRef",
      "$recursiveAnchor",
      "$dynamicRef",
      "$dynamicAnchor"
    ]);
    function hasRef(schema) {
      for (const key in schema) {
        if (REF_KEYWORDS.has(key))
          return true;
        const sch = schema[key];
        if (Array.isArray(sch) && sch.some(hasRef))
          return true;
        if (typeof sch == "object" && hasRef(sch))
          return true;
      }
      return false;
    }
    __name(hasRef, "hasRef");
    function countKeys(schema) {
      let count = 0;
      for (const key in schema) {
        if (key === "$ref")
          return Infinity;
        count++;
        if (SIMPLE_INLINED.has(key))
          continue;
        if (typeof schema[key] == "object") {
          (0, util_1.eachItem)(schema[key], (sch) => count += countKeys(sch));
        }
        if (count === Infinity)
          return Infinity;
      }
      return count;
    }
    __name(countKeys, "countKeys");
    function getFullPath(resolver, id = "", normalize) {
      if (normalize !== false)
        id = normalizeId(id);
      const p = resolver.parse(id);
      return _getFullPath(resolver, p);
    }
    __name(getFullPath, "getFullPath");
    exports.getFullPath = getFullPath;
    function _getFullPath(resolver, p) {
      const serialized = resolver.serialize(p);
      return serialized.split("#")[0] + "#";
    }
    __name(_getFullPath, "_getFullPath");
    exports._getFullPath = _getFullPath;
    var TRAILING_SLASH_HASH = /#\/?$/;
    function normalizeId(id) {
      return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
    }
    __name(normalizeId, "normalizeId");
    exports.normalizeId = normalizeId;
    function resolveUrl(resolver, baseId, id) {
      id = normalizeId(id);
      return resolver.resolve(baseId, id);
    }
    __name(resolveUrl, "resolveUrl");
    exports.resolveUrl = resolveUrl;
    var ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
    function getSchemaRefs(schema, baseId) {
      if (typeof schema == "boolean")
        return {};
      const { schemaId, uriResolver } = this.opts;
      const schId = normalizeId(schema[schemaId] || baseId);
      const baseIds = { "": schId };
      const pathPrefix = getFullPath(uriResolver, schId, false);
      const localRefs = {};
      const schemaRefs = /* @__PURE__ */ new Set();
      traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
        if (parentJsonPtr === void 0)
          return;
        const fullPath = pathPrefix + jsonPtr;
        let innerBaseId = baseIds[parentJsonPtr];
        if (typeof sch[schemaId] == "string")
          innerBaseId = addRef.call(this, sch[schemaId]);
        addAnchor.call(this, sch.$anchor);
        addAnchor.call(this, sch.$dynamicAnchor);
        baseIds[jsonPtr] = innerBaseId;
        function addRef(ref) {
          const _resolve = this.opts.uriResolver.resolve;
          ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
          if (schemaRefs.has(ref))
            throw ambiguos(ref);
          schemaRefs.add(ref);
          let schOrRef = this.refs[ref];
          if (typeof schOrRef == "string")
            schOrRef = this.refs[schOrRef];
          if (typeof schOrRef == "object") {
            checkAmbiguosRef(sch, schOrRef.schema, ref);
          } else if (ref !== normalizeId(fullPath)) {
            if (ref[0] === "#") {
              checkAmbiguosRef(sch, localRefs[ref], ref);
              localRefs[ref] = sch;
            } else {
              this.refs[ref] = fullPath;
            }
          }
          return ref;
        }
        __name(addRef, "addRef");
        function addAnchor(anchor) {
          if (typeof anchor == "string") {
            if (!ANCHOR.test(anchor))
              throw new Error(`invalid anchor "${anchor}"`);
            addRef.call(this, `#${anchor}`);
          }
        }
        __name(addAnchor, "addAnchor");
      });
      return localRefs;
      function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== void 0 && !equal(sch1, sch2))
          throw ambiguos(ref);
      }
      __name(checkAmbiguosRef, "checkAmbiguosRef");
      function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
      }
      __name(ambiguos, "ambiguos");
    }
    __name(getSchemaRefs, "getSchemaRefs");
    exports.getSchemaRefs = getSchemaRefs;
  }
});

// node_modules/ajv/dist/compile/validate/index.js
var require_validate = __commonJS({
  "node_modules/ajv/dist/compile/validate/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
    var boolSchema_1 = require_boolSchema();
    var dataType_1 = require_dataType();
    var applicability_1 = require_applicability();
    var dataType_2 = require_dataType();
    var defaults_1 = require_defaults();
    var keyword_1 = require_keyword();
    var subschema_1 = require_subschema();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var errors_1 = require_errors();
    function validateFunctionCode(it) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          topSchemaObjCode(it);
          return;
        }
      }
      validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
    }
    __name(validateFunctionCode, "validateFunctionCode");
    exports.validateFunctionCode = validateFunctionCode;
    function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
      if (opts.code.es5) {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
          gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`);
          destructureValCxtES5(gen, opts);
          gen.code(body);
        });
      } else {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
      }
    }
    __name(validateFunction, "validateFunction");
    function destructureValCxt(opts) {
      return (0, codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
    }
    __name(destructureValCxt, "destructureValCxt");
    function destructureValCxtES5(gen, opts) {
      gen.if(names_1.default.valCxt, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
        gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
      }, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`""`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.rootData, names_1.default.data);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`);
      });
    }
    __name(destructureValCxtES5, "destructureValCxtES5");
    function topSchemaObjCode(it) {
      const { schema, opts, gen } = it;
      validateFunction(it, () => {
        if (opts.$comment && schema.$comment)
          commentKeyword(it);
        checkNoDefault(it);
        gen.let(names_1.default.vErrors, null);
        gen.let(names_1.default.errors, 0);
        if (opts.unevaluated)
          resetEvaluated(it);
        typeAndKeywords(it);
        returnResults(it);
      });
      return;
    }
    __name(topSchemaObjCode, "topSchemaObjCode");
    function resetEvaluated(it) {
      const { gen, validateName } = it;
      it.evaluated = gen.const("evaluated", (0, codegen_1._)`${validateName}.evaluated`);
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`));
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`));
    }
    __name(resetEvaluated, "resetEvaluated");
    function funcSourceUrl(schema, opts) {
      const schId = typeof schema == "object" && schema[opts.schemaId];
      return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._)`/*# sourceURL=${schId} */` : codegen_1.nil;
    }
    __name(funcSourceUrl, "funcSourceUrl");
    function subschemaCode(it, valid2) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          subSchemaObjCode(it, valid2);
          return;
        }
      }
      (0, boolSchema_1.boolOrEmptySchema)(it, valid2);
    }
    __name(subschemaCode, "subschemaCode");
    function schemaCxtHasRules({ schema, self }) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (self.RULES.all[key])
          return true;
      return false;
    }
    __name(schemaCxtHasRules, "schemaCxtHasRules");
    function isSchemaObj(it) {
      return typeof it.schema != "boolean";
    }
    __name(isSchemaObj, "isSchemaObj");
    function subSchemaObjCode(it, valid2) {
      const { schema, gen, opts } = it;
      if (opts.$comment && schema.$comment)
        commentKeyword(it);
      updateContext(it);
      checkAsyncSchema(it);
      const errsCount = gen.const("_errs", names_1.default.errors);
      typeAndKeywords(it, errsCount);
      gen.var(valid2, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
    }
    __name(subSchemaObjCode, "subSchemaObjCode");
    function checkKeywords(it) {
      (0, util_1.checkUnknownRules)(it);
      checkRefsAndKeywords(it);
    }
    __name(checkKeywords, "checkKeywords");
    function typeAndKeywords(it, errsCount) {
      if (it.opts.jtd)
        return schemaKeywords(it, [], false, errsCount);
      const types = (0, dataType_1.getSchemaTypes)(it.schema);
      const checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
      schemaKeywords(it, types, !checkedTypes, errsCount);
    }
    __name(typeAndKeywords, "typeAndKeywords");
    function checkRefsAndKeywords(it) {
      const { schema, errSchemaPath, opts, self } = it;
      if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) {
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
      }
    }
    __name(checkRefsAndKeywords, "checkRefsAndKeywords");
    function checkNoDefault(it) {
      const { schema, opts } = it;
      if (schema.default !== void 0 && opts.useDefaults && opts.strictSchema) {
        (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
      }
    }
    __name(checkNoDefault, "checkNoDefault");
    function updateContext(it) {
      const schId = it.schema[it.opts.schemaId];
      if (schId)
        it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
    }
    __name(updateContext, "updateContext");
    function checkAsyncSchema(it) {
      if (it.schema.$async && !it.schemaEnv.$async)
        throw new Error("async schema in sync schema");
    }
    __name(checkAsyncSchema, "checkAsyncSchema");
    function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
      const msg = schema.$comment;
      if (opts.$comment === true) {
        gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
      } else if (typeof opts.$comment == "function") {
        const schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`;
        const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
        gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
      }
    }
    __name(commentKeyword, "commentKeyword");
    function returnResults(it) {
      const { gen, schemaEnv, validateName, ValidationError, opts } = it;
      if (schemaEnv.$async) {
        gen.if((0, codegen_1._)`${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`));
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors);
        if (opts.unevaluated)
          assignEvaluated(it);
        gen.return((0, codegen_1._)`${names_1.default.errors} === 0`);
      }
    }
    __name(returnResults, "returnResults");
    function assignEvaluated({ gen, evaluated, props, items }) {
      if (props instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.props`, props);
      if (items instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.items`, items);
    }
    __name(assignEvaluated, "assignEvaluated");
    function schemaKeywords(it, types, typeErrors, errsCount) {
      const { gen, schema, data, allErrors, opts, self } = it;
      const { RULES } = self;
      if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
        gen.block(() => keywordCode(it, "$ref", RULES.all.$ref.definition));
        return;
      }
      if (!opts.jtd)
        checkStrictTypes(it, types);
      gen.block(() => {
        for (const group3 of RULES.rules)
          groupKeywords(group3);
        groupKeywords(RULES.post);
      });
      function groupKeywords(group3) {
        if (!(0, applicability_1.shouldUseGroup)(schema, group3))
          return;
        if (group3.type) {
          gen.if((0, dataType_2.checkDataType)(group3.type, data, opts.strictNumbers));
          iterateKeywords(it, group3);
          if (types.length === 1 && types[0] === group3.type && typeErrors) {
            gen.else();
            (0, dataType_2.reportTypeError)(it);
          }
          gen.endIf();
        } else {
          iterateKeywords(it, group3);
        }
        if (!allErrors)
          gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`);
      }
      __name(groupKeywords, "groupKeywords");
    }
    __name(schemaKeywords, "schemaKeywords");
    function iterateKeywords(it, group3) {
      const { gen, schema, opts: { useDefaults } } = it;
      if (useDefaults)
        (0, defaults_1.assignDefaults)(it, group3.type);
      gen.block(() => {
        for (const rule2 of group3.rules) {
          if ((0, applicability_1.shouldUseRule)(schema, rule2)) {
            keywordCode(it, rule2.keyword, rule2.definition, group3.type);
          }
        }
      });
    }
    __name(iterateKeywords, "iterateKeywords");
    function checkStrictTypes(it, types) {
      if (it.schemaEnv.meta || !it.opts.strictTypes)
        return;
      checkContextTypes(it, types);
      if (!it.opts.allowUnionTypes)
        checkMultipleTypes(it, types);
      checkKeywordTypes(it, it.dataTypes);
    }
    __name(checkStrictTypes, "checkStrictTypes");
    function checkContextTypes(it, types) {
      if (!types.length)
        return;
      if (!it.dataTypes.length) {
        it.dataTypes = types;
        return;
      }
      types.forEach((t) => {
        if (!includesType(it.dataTypes, t)) {
          strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
        }
      });
      narrowSchemaTypes(it, types);
    }
    __name(checkContextTypes, "checkContextTypes");
    function checkMultipleTypes(it, ts) {
      if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) {
        strictTypesError(it, "use allowUnionTypes to allow union type keyword");
      }
    }
    __name(checkMultipleTypes, "checkMultipleTypes");
    function checkKeywordTypes(it, ts) {
      const rules3 = it.self.RULES.all;
      for (const keyword in rules3) {
        const rule2 = rules3[keyword];
        if (typeof rule2 == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule2)) {
          const { type } = rule2.definition;
          if (type.length && !type.some((t) => hasApplicableType(ts, t))) {
            strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
          }
        }
      }
    }
    __name(checkKeywordTypes, "checkKeywordTypes");
    function hasApplicableType(schTs, kwdT) {
      return schTs.includes(kwdT) || kwdT === "number" && schTs.includes("integer");
    }
    __name(hasApplicableType, "hasApplicableType");
    function includesType(ts, t) {
      return ts.includes(t) || t === "integer" && ts.includes("number");
    }
    __name(includesType, "includesType");
    function narrowSchemaTypes(it, withTypes) {
      const ts = [];
      for (const t of it.dataTypes) {
        if (includesType(withTypes, t))
          ts.push(t);
        else if (withTypes.includes("integer") && t === "number")
          ts.push("integer");
      }
      it.dataTypes = ts;
    }
    __name(narrowSchemaTypes, "narrowSchemaTypes");
    function strictTypesError(it, msg) {
      const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
      msg += ` at "${schemaPath}" (strictTypes)`;
      (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
    }
    __name(strictTypesError, "strictTypesError");
    var KeywordCxt = class {
      static {
        __name(this, "KeywordCxt");
      }
      constructor(it, def, keyword) {
        (0, keyword_1.validateKeywordUsage)(it, def, keyword);
        this.gen = it.gen;
        this.allErrors = it.allErrors;
        this.keyword = keyword;
        this.data = it.data;
        this.schema = it.schema[keyword];
        this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
        this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
        this.schemaType = def.schemaType;
        this.parentSchema = it.schema;
        this.params = {};
        this.it = it;
        this.def = def;
        if (this.$data) {
          this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
        } else {
          this.schemaCode = this.schemaValue;
          if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) {
            throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
          }
        }
        if ("code" in def ? def.trackErrors : def.errors !== false) {
          this.errsCount = it.gen.const("_errs", names_1.default.errors);
        }
      }
      result(condition2, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition2), successAction, failAction);
      }
      failResult(condition2, successAction, failAction) {
        this.gen.if(condition2);
        if (failAction)
          failAction();
        else
          this.error();
        if (successAction) {
          this.gen.else();
          successAction();
          if (this.allErrors)
            this.gen.endIf();
        } else {
          if (this.allErrors)
            this.gen.endIf();
          else
            this.gen.else();
        }
      }
      pass(condition2, failAction) {
        this.failResult((0, codegen_1.not)(condition2), void 0, failAction);
      }
      fail(condition2) {
        if (condition2 === void 0) {
          this.error();
          if (!this.allErrors)
            this.gen.if(false);
          return;
        }
        this.gen.if(condition2);
        this.error();
        if (this.allErrors)
          this.gen.endIf();
        else
          this.gen.else();
      }
      fail$data(condition2) {
        if (!this.$data)
          return this.fail(condition2);
        const { schemaCode } = this;
        this.fail((0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition2)})`);
      }
      error(append, errorParams, errorPaths) {
        if (errorParams) {
          this.setParams(errorParams);
          this._error(append, errorPaths);
          this.setParams({});
          return;
        }
        this._error(append, errorPaths);
      }
      _error(append, errorPaths) {
        ;
        (append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
      }
      $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
      }
      reset() {
        if (this.errsCount === void 0)
          throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
      }
      ok(cond) {
        if (!this.allErrors)
          this.gen.if(cond);
      }
      setParams(obj, assign2) {
        if (assign2)
          Object.assign(this.params, obj);
        else
          this.params = obj;
      }
      block$data(valid2, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
          this.check$data(valid2, $dataValid);
          codeBlock();
        });
      }
      check$data(valid2 = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data)
          return;
        const { gen, schemaCode, schemaType, def } = this;
        gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid));
        if (valid2 !== codegen_1.nil)
          gen.assign(valid2, true);
        if (schemaType.length || def.validateSchema) {
          gen.elseIf(this.invalid$data());
          this.$dataError();
          if (valid2 !== codegen_1.nil)
            gen.assign(valid2, false);
        }
        gen.else();
      }
      invalid$data() {
        const { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
          if (schemaType.length) {
            if (!(schemaCode instanceof codegen_1.Name))
              throw new Error("ajv implementation error");
            const st = Array.isArray(schemaType) ? schemaType : [schemaType];
            return (0, codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
          }
          return codegen_1.nil;
        }
        __name(wrong$DataType, "wrong$DataType");
        function invalid$DataSchema() {
          if (def.validateSchema) {
            const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema });
            return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
          }
          return codegen_1.nil;
        }
        __name(invalid$DataSchema, "invalid$DataSchema");
      }
      subschema(appl, valid2) {
        const subschema = (0, subschema_1.getSubschema)(this.it, appl);
        (0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
        (0, subschema_1.extendSubschemaMode)(subschema, appl);
        const nextContext = { ...this.it, ...subschema, items: void 0, props: void 0 };
        subschemaCode(nextContext, valid2);
        return nextContext;
      }
      mergeEvaluated(schemaCxt, toName) {
        const { it, gen } = this;
        if (!it.opts.unevaluated)
          return;
        if (it.props !== true && schemaCxt.props !== void 0) {
          it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
        }
        if (it.items !== true && schemaCxt.items !== void 0) {
          it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
        }
      }
      mergeValidEvaluated(schemaCxt, valid2) {
        const { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
          gen.if(valid2, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
          return true;
        }
      }
    };
    exports.KeywordCxt = KeywordCxt;
    function keywordCode(it, keyword, def, ruleType) {
      const cxt = new KeywordCxt(it, def, keyword);
      if ("code" in def) {
        def.code(cxt, ruleType);
      } else if (cxt.$data && def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      } else if ("macro" in def) {
        (0, keyword_1.macroKeywordCode)(cxt, def);
      } else if (def.compile || def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      }
    }
    __name(keywordCode, "keywordCode");
    var JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
    var RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
    function getData($data, { dataLevel, dataNames, dataPathArr }) {
      let jsonPointer;
      let data;
      if ($data === "")
        return names_1.default.rootData;
      if ($data[0] === "/") {
        if (!JSON_POINTER.test($data))
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        jsonPointer = $data;
        data = names_1.default.rootData;
      } else {
        const matches = RELATIVE_JSON_POINTER.exec($data);
        if (!matches)
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        const up = +matches[1];
        jsonPointer = matches[2];
        if (jsonPointer === "#") {
          if (up >= dataLevel)
            throw new Error(errorMsg("property/index", up));
          return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel)
          throw new Error(errorMsg("data", up));
        data = dataNames[dataLevel - up];
        if (!jsonPointer)
          return data;
      }
      let expr = data;
      const segments = jsonPointer.split("/");
      for (const segment3 of segments) {
        if (segment3) {
          data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment3))}`;
          expr = (0, codegen_1._)`${expr} && ${data}`;
        }
      }
      return expr;
      function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
      }
      __name(errorMsg, "errorMsg");
    }
    __name(getData, "getData");
    exports.getData = getData;
  }
});

// node_modules/ajv/dist/runtime/validation_error.js
var require_validation_error = __commonJS({
  "node_modules/ajv/dist/runtime/validation_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var ValidationError = class extends Error {
      static {
        __name(this, "ValidationError");
      }
      constructor(errors2) {
        super("validation failed");
        this.errors = errors2;
        this.ajv = this.validation = true;
      }
    };
    exports.default = ValidationError;
  }
});

// node_modules/ajv/dist/compile/ref_error.js
var require_ref_error = __commonJS({
  "node_modules/ajv/dist/compile/ref_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var resolve_1 = require_resolve();
    var MissingRefError = class extends Error {
      static {
        __name(this, "MissingRefError");
      }
      constructor(resolver, baseId, ref, msg) {
        super(msg || `can't resolve reference ${ref} from id ${baseId}`);
        this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
        this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
      }
    };
    exports.default = MissingRefError;
  }
});

// node_modules/ajv/dist/compile/index.js
var require_compile = __commonJS({
  "node_modules/ajv/dist/compile/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
    var codegen_1 = require_codegen();
    var validation_error_1 = require_validation_error();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var validate_1 = require_validate();
    var SchemaEnv = class {
      static {
        __name(this, "SchemaEnv");
      }
      constructor(env) {
        var _a;
        this.refs = {};
        this.dynamicAnchors = {};
        let schema;
        if (typeof env.schema == "object")
          schema = env.schema;
        this.schema = env.schema;
        this.schemaId = env.schemaId;
        this.root = env.root || this;
        this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
        this.schemaPath = env.schemaPath;
        this.localRefs = env.localRefs;
        this.meta = env.meta;
        this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
        this.refs = {};
      }
    };
    exports.SchemaEnv = SchemaEnv;
    function compileSchema(sch) {
      const _sch = getCompilingSchema.call(this, sch);
      if (_sch)
        return _sch;
      const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId);
      const { es5, lines } = this.opts.code;
      const { ownProperties } = this.opts;
      const gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties });
      let _ValidationError;
      if (sch.$async) {
        _ValidationError = gen.scopeValue("Error", {
          ref: validation_error_1.default,
          code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`
        });
      }
      const validateName = gen.scopeName("validate");
      sch.validateName = validateName;
      const schemaCxt = {
        gen,
        allErrors: this.opts.allErrors,
        data: names_1.default.data,
        parentData: names_1.default.parentData,
        parentDataProperty: names_1.default.parentDataProperty,
        dataNames: [names_1.default.data],
        dataPathArr: [codegen_1.nil],
        // TODO can its length be used as dataLevel if nil is removed?
        dataLevel: 0,
        dataTypes: [],
        definedProperties: /* @__PURE__ */ new Set(),
        topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) } : { ref: sch.schema }),
        validateName,
        ValidationError: _ValidationError,
        schema: sch.schema,
        schemaEnv: sch,
        rootId,
        baseId: sch.baseId || rootId,
        schemaPath: codegen_1.nil,
        errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
        errorPath: (0, codegen_1._)`""`,
        opts: this.opts,
        self: this
      };
      let sourceCode;
      try {
        this._compilations.add(sch);
        (0, validate_1.validateFunctionCode)(schemaCxt);
        gen.optimize(this.opts.code.optimize);
        const validateCode = gen.toString();
        sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
        if (this.opts.code.process)
          sourceCode = this.opts.code.process(sourceCode, sch);
        const makeValidate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode);
        const validate2 = makeValidate(this, this.scope.get());
        this.scope.value(validateName, { ref: validate2 });
        validate2.errors = null;
        validate2.schema = sch.schema;
        validate2.schemaEnv = sch;
        if (sch.$async)
          validate2.$async = true;
        if (this.opts.code.source === true) {
          validate2.source = { validateName, validateCode, scopeValues: gen._values };
        }
        if (this.opts.unevaluated) {
          const { props, items } = schemaCxt;
          validate2.evaluated = {
            props: props instanceof codegen_1.Name ? void 0 : props,
            items: items instanceof codegen_1.Name ? void 0 : items,
            dynamicProps: props instanceof codegen_1.Name,
            dynamicItems: items instanceof codegen_1.Name
          };
          if (validate2.source)
            validate2.source.evaluated = (0, codegen_1.stringify)(validate2.evaluated);
        }
        sch.validate = validate2;
        return sch;
      } catch (e) {
        delete sch.validate;
        delete sch.validateName;
        if (sourceCode)
          this.logger.error("Error compiling schema, function code:", sourceCode);
        throw e;
      } finally {
        this._compilations.delete(sch);
      }
    }
    __name(compileSchema, "compileSchema");
    exports.compileSchema = compileSchema;
    function resolveRef(root2, baseId, ref) {
      var _a;
      ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
      const schOrFunc = root2.refs[ref];
      if (schOrFunc)
        return schOrFunc;
      let _sch = resolve2.call(this, root2, ref);
      if (_sch === void 0) {
        const schema = (_a = root2.localRefs) === null || _a === void 0 ? void 0 : _a[ref];
        const { schemaId } = this.opts;
        if (schema)
          _sch = new SchemaEnv({ schema, schemaId, root: root2, baseId });
      }
      if (_sch === void 0)
        return;
      return root2.refs[ref] = inlineOrCompile.call(this, _sch);
    }
    __name(resolveRef, "resolveRef");
    exports.resolveRef = resolveRef;
    function inlineOrCompile(sch) {
      if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs))
        return sch.schema;
      return sch.validate ? sch : compileSchema.call(this, sch);
    }
    __name(inlineOrCompile, "inlineOrCompile");
    function getCompilingSchema(schEnv) {
      for (const sch of this._compilations) {
        if (sameSchemaEnv(sch, schEnv))
          return sch;
      }
    }
    __name(getCompilingSchema, "getCompilingSchema");
    exports.getCompilingSchema = getCompilingSchema;
    function sameSchemaEnv(s1, s2) {
      return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
    }
    __name(sameSchemaEnv, "sameSchemaEnv");
    function resolve2(root2, ref) {
      let sch;
      while (typeof (sch = this.refs[ref]) == "string")
        ref = sch;
      return sch || this.schemas[ref] || resolveSchema.call(this, root2, ref);
    }
    __name(resolve2, "resolve");
    function resolveSchema(root2, ref) {
      const p = this.opts.uriResolver.parse(ref);
      const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
      let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root2.baseId, void 0);
      if (Object.keys(root2.schema).length > 0 && refPath === baseId) {
        return getJsonPointer.call(this, p, root2);
      }
      const id = (0, resolve_1.normalizeId)(refPath);
      const schOrRef = this.refs[id] || this.schemas[id];
      if (typeof schOrRef == "string") {
        const sch = resolveSchema.call(this, root2, schOrRef);
        if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object")
          return;
        return getJsonPointer.call(this, p, sch);
      }
      if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object")
        return;
      if (!schOrRef.validate)
        compileSchema.call(this, schOrRef);
      if (id === (0, resolve_1.normalizeId)(ref)) {
        const { schema } = schOrRef;
        const { schemaId } = this.opts;
        const schId = schema[schemaId];
        if (schId)
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        return new SchemaEnv({ schema, schemaId, root: root2, baseId });
      }
      return getJsonPointer.call(this, p, schOrRef);
    }
    __name(resolveSchema, "resolveSchema");
    exports.resolveSchema = resolveSchema;
    var PREVENT_SCOPE_CHANGE = /* @__PURE__ */ new Set([
      "properties",
      "patternProperties",
      "enum",
      "dependencies",
      "definitions"
    ]);
    function getJsonPointer(parsedRef, { baseId, schema, root: root2 }) {
      var _a;
      if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/")
        return;
      for (const part2 of parsedRef.fragment.slice(1).split("/")) {
        if (typeof schema === "boolean")
          return;
        const partSchema = schema[(0, util_1.unescapeFragment)(part2)];
        if (partSchema === void 0)
          return;
        schema = partSchema;
        const schId = typeof schema === "object" && schema[this.opts.schemaId];
        if (!PREVENT_SCOPE_CHANGE.has(part2) && schId) {
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        }
      }
      let env;
      if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root2, $ref);
      }
      const { schemaId } = this.opts;
      env = env || new SchemaEnv({ schema, schemaId, root: root2, baseId });
      if (env.schema !== env.root.schema)
        return env;
      return void 0;
    }
    __name(getJsonPointer, "getJsonPointer");
  }
});

// node_modules/ajv/dist/refs/data.json
var require_data = __commonJS({
  "node_modules/ajv/dist/refs/data.json"(exports, module) {
    module.exports = {
      $id: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
      description: "Meta-schema for $data reference (JSON AnySchema extension proposal)",
      type: "object",
      required: ["$data"],
      properties: {
        $data: {
          type: "string",
          anyOf: [{ format: "relative-json-pointer" }, { format: "json-pointer" }]
        }
      },
      additionalProperties: false
    };
  }
});

// node_modules/fast-uri/lib/utils.js
var require_utils = __commonJS({
  "node_modules/fast-uri/lib/utils.js"(exports, module) {
    "use strict";
    var isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
    var isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);
    var isPort = RegExp.prototype.test.bind(/^\d*$/u);
    var isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);
    var isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);
    var isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);
    var isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);
    var isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);
    var BYTE_HEX = new Array(256);
    {
      const HEX_DIGITS = "0123456789ABCDEF";
      for (let i = 0; i < 256; i++) {
        BYTE_HEX[i] = "%" + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
      }
    }
    function percentEncodeNonAscii(cp) {
      if (cp < 2048) {
        return BYTE_HEX[192 | cp >> 6] + BYTE_HEX[128 | cp & 63];
      }
      if (cp < 65536) {
        return BYTE_HEX[224 | cp >> 12] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
      }
      return BYTE_HEX[240 | cp >> 18] + BYTE_HEX[128 | cp >> 12 & 63] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
    }
    __name(percentEncodeNonAscii, "percentEncodeNonAscii");
    function stringArrayToHexStripped(input) {
      let acc = "";
      let code2 = 0;
      let i = 0;
      for (i = 0; i < input.length; i++) {
        code2 = input[i].charCodeAt(0);
        if (code2 === 48) {
          continue;
        }
        if (!(code2 >= 48 && code2 <= 57 || code2 >= 65 && code2 <= 70 || code2 >= 97 && code2 <= 102)) {
          return "";
        }
        acc += input[i];
        break;
      }
      for (i += 1; i < input.length; i++) {
        code2 = input[i].charCodeAt(0);
        if (!(code2 >= 48 && code2 <= 57 || code2 >= 65 && code2 <= 70 || code2 >= 97 && code2 <= 102)) {
          return "";
        }
        acc += input[i];
      }
      return acc;
    }
    __name(stringArrayToHexStripped, "stringArrayToHexStripped");
    var isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);
    var isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
    var isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);
    var nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
    function isZoneIdentifier(zone) {
      if (zone.length === 0) return false;
      for (let i = 0; i < zone.length; i++) {
        if (isZoneCharacter(zone[i])) continue;
        if (zone[i] === "%" && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
          i += 2;
          continue;
        }
        return false;
      }
      return true;
    }
    __name(isZoneIdentifier, "isZoneIdentifier");
    function compressIPv6ZeroRun(hextets) {
      let bestStart = -1;
      let bestLength = 0;
      let runStart = -1;
      let runLength = 0;
      for (let i = 0; i < hextets.length; i++) {
        if (hextets[i] === "0") {
          if (runStart === -1) runStart = i;
          runLength++;
          if (runLength > bestLength) {
            bestLength = runLength;
            bestStart = runStart;
          }
        } else {
          runStart = -1;
          runLength = 0;
        }
      }
      if (bestLength < 2) return hextets.join(":");
      const head = hextets.slice(0, bestStart).join(":");
      const tail2 = hextets.slice(bestStart + bestLength).join(":");
      return head + "::" + tail2;
    }
    __name(compressIPv6ZeroRun, "compressIPv6ZeroRun");
    function normalizeIPv6Address(input) {
      const compression = input.indexOf("::");
      if (compression !== -1 && input.indexOf("::", compression + 1) !== -1) return void 0;
      const left = compression === -1 ? input.split(":") : input.slice(0, compression).split(":");
      const right = compression === -1 ? [] : input.slice(compression + 2).split(":");
      if (compression !== -1) {
        if (left.length === 1 && left[0] === "") left.length = 0;
        if (right.length === 1 && right[0] === "") right.length = 0;
      }
      const parts3 = left.concat(right);
      let hextetCount = 0;
      for (let i = 0; i < parts3.length; i++) {
        const part2 = parts3[i];
        if (part2 === "") return void 0;
        if (part2.indexOf(".") !== -1) {
          if (i !== parts3.length - 1 || compression !== -1 && right.length === 0 || !isIPv4(part2)) return void 0;
          hextetCount += 2;
          continue;
        }
        if (!isHextet(part2)) return void 0;
        parts3[i] = parseInt(part2, 16).toString(16);
        hextetCount++;
      }
      if (compression === -1) {
        if (hextetCount !== 8) return void 0;
        return compressIPv6ZeroRun(parts3);
      }
      if (hextetCount >= 8) return void 0;
      const expanded = parts3.slice(0, left.length);
      for (let i = hextetCount; i < 8; i++) expanded.push("0");
      for (let i = left.length; i < parts3.length; i++) expanded.push(parts3[i]);
      return compressIPv6ZeroRun(expanded);
    }
    __name(normalizeIPv6Address, "normalizeIPv6Address");
    function normalizeIPv6(host) {
      const bracketed = host[0] === "[" && host[host.length - 1] === "]";
      const hasBracket = host[0] === "[" || host[host.length - 1] === "]";
      if (hasBracket && !bracketed) return { host, isIPV6: false, error: true };
      let input = bracketed ? host.slice(1, -1) : host;
      if (bracketed && isIPvFuture(input)) {
        input = input.toLowerCase();
        return { host: `[${input}]`, escapedHost: input, isIPV6: false, isIPVFuture: true };
      }
      if (findToken(input, ":") < 2) {
        return { host, isIPV6: false, error: bracketed };
      }
      let zoneIdentifier = "";
      const zoneSeparator = input.indexOf("%");
      if (zoneSeparator !== -1) {
        const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === "%25" ? 3 : 1;
        zoneIdentifier = input.slice(zoneSeparator + separatorLength);
        if (!isZoneIdentifier(zoneIdentifier)) return { host, isIPV6: false, error: true };
        input = input.slice(0, zoneSeparator);
      }
      const address = normalizeIPv6Address(input);
      if (address === void 0) return { host, isIPV6: false, error: true };
      return {
        host: address + (zoneIdentifier ? "%" + zoneIdentifier : ""),
        escapedHost: address + (zoneIdentifier ? "%25" + zoneIdentifier : ""),
        isIPV6: true
      };
    }
    __name(normalizeIPv6, "normalizeIPv6");
    function findToken(str, token) {
      let ind = 0;
      for (let i = 0; i < str.length; i++) {
        if (str[i] === token) ind++;
      }
      return ind;
    }
    __name(findToken, "findToken");
    function removeDotSegments(path) {
      let input = path;
      const output = [];
      let nextSlash = -1;
      let len = 0;
      while (len = input.length) {
        if (len === 1) {
          if (input === ".") {
            break;
          } else if (input === "/") {
            output.push("/");
            break;
          } else {
            output.push(input);
            break;
          }
        } else if (len === 2) {
          if (input[0] === ".") {
            if (input[1] === ".") {
              break;
            } else if (input[1] === "/") {
              input = input.slice(2);
              continue;
            }
          } else if (input[0] === "/") {
            if (input[1] === "." || input[1] === "/") {
              output.push("/");
              break;
            }
          }
        } else if (len === 3) {
          if (input === "/..") {
            if (output.length !== 0) {
              output.pop();
            }
            output.push("/");
            break;
          }
        }
        if (input[0] === ".") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(3);
              continue;
            }
          } else if (input[1] === "/") {
            input = input.slice(2);
            continue;
          }
        } else if (input[0] === "/") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(2);
              continue;
            } else if (input[2] === ".") {
              if (input[3] === "/") {
                input = input.slice(3);
                if (output.length !== 0) {
                  output.pop();
                }
                continue;
              }
            }
          }
        }
        if ((nextSlash = input.indexOf("/", 1)) === -1) {
          output.push(input);
          break;
        } else {
          output.push(input.slice(0, nextSlash));
          input = input.slice(nextSlash);
        }
      }
      return output.join("");
    }
    __name(removeDotSegments, "removeDotSegments");
    function removeDotSegmentsRelative(path) {
      if (path === "" || path[0] === "/") {
        return removeDotSegments(path);
      }
      const segments = path.split("/");
      const last = segments.length - 1;
      const output = [];
      let trailingDirectory = false;
      for (let i = 0; i <= last; i++) {
        const segment3 = segments[i];
        if (segment3 === "." || segment3 === "..") {
          if (segment3 === "..") {
            if (output.length !== 0 && output[output.length - 1] !== "..") {
              output.pop();
            } else {
              output.push("..");
            }
          }
          trailingDirectory = i === last;
        } else {
          output.push(segment3);
        }
      }
      if (trailingDirectory && output[output.length - 1] !== "..") {
        output.push("");
      }
      if (output.length === 0 || output[0] === "" || output[0].includes(":")) {
        output.unshift(".");
      }
      return output.join("/");
    }
    __name(removeDotSegmentsRelative, "removeDotSegmentsRelative");
    var HOST_DELIMS = { "@": "%40", "/": "%2F", "?": "%3F", "#": "%23", ":": "%3A" };
    var HOST_DELIM_RE = /[@/?#:]/g;
    var HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
    function reescapeHostDelimiters(host, isIP) {
      const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
      re.lastIndex = 0;
      return host.replace(re, (ch) => HOST_DELIMS[ch]);
    }
    __name(reescapeHostDelimiters, "reescapeHostDelimiters");
    function normalizePercentEncoding(input, decodeUnreserved = false) {
      if (input.indexOf("%") === -1) {
        return input;
      }
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            const normalizedHex = hex2.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decodeUnreserved && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        output += input[i];
      }
      return output;
    }
    __name(normalizePercentEncoding, "normalizePercentEncoding");
    function normalizePathEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            const normalizedHex = hex2.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decoded !== "." && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isPathCharacter(ch)) {
          output += ch;
        } else {
          const code2 = input.charCodeAt(i);
          if (code2 < 128) {
            output += isEscapeSafe(code2) ? ch : BYTE_HEX[code2];
          } else if (code2 < 55296 || code2 > 57343) {
            output += percentEncodeNonAscii(code2);
          } else if (code2 <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code2 - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(normalizePathEncoding, "normalizePathEncoding");
    function serializePathEncoding(input, pathNoScheme = false) {
      let output = "";
      let firstSegment = pathNoScheme && input[0] !== "/";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            output += "%" + hex2.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (ch === "/") {
          firstSegment = false;
        }
        if (isPathCharacter(ch) && (ch !== ":" || !firstSegment)) {
          output += ch;
        } else {
          const code2 = input.charCodeAt(i);
          if (code2 < 128) {
            output += BYTE_HEX[code2];
          } else if (code2 < 55296 || code2 > 57343) {
            output += percentEncodeNonAscii(code2);
          } else if (code2 <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code2 - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(serializePathEncoding, "serializePathEncoding");
    function encodeComponent(input, isAllowed) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            output += "%" + hex2.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (isAllowed(ch)) {
          output += ch;
        } else {
          const code2 = input.charCodeAt(i);
          if (code2 < 128) {
            output += BYTE_HEX[code2];
          } else if (code2 < 55296 || code2 > 57343) {
            output += percentEncodeNonAscii(code2);
          } else if (code2 <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code2 - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(encodeComponent, "encodeComponent");
    function encodeUserinfo(input) {
      return encodeComponent(input, isUserinfoCharacter);
    }
    __name(encodeUserinfo, "encodeUserinfo");
    function encodeQuery(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    __name(encodeQuery, "encodeQuery");
    function encodeFragment(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    __name(encodeFragment, "encodeFragment");
    function isEscapeSafe(cp) {
      return cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 42 || cp === 43 || cp === 45 || cp === 46 || cp === 47 || cp === 64 || cp === 95;
    }
    __name(isEscapeSafe, "isEscapeSafe");
    function normalizeQueryFragmentEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            const normalizedHex = hex2.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isQueryFragmentCharacter(ch)) {
          output += ch;
        } else {
          const code2 = input.charCodeAt(i);
          if (code2 < 128) {
            output += isEscapeSafe(code2) ? ch : BYTE_HEX[code2];
          } else if (code2 < 55296 || code2 > 57343) {
            output += percentEncodeNonAscii(code2);
          } else if (code2 <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code2 - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(normalizeQueryFragmentEncoding, "normalizeQueryFragmentEncoding");
    function escapePreservingEscapes(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex2 = input.slice(i + 1, i + 3);
          if (isHexPair(hex2)) {
            output += "%" + hex2.toUpperCase();
            i += 2;
            continue;
          }
        }
        output += escape(input[i]);
      }
      return output;
    }
    __name(escapePreservingEscapes, "escapePreservingEscapes");
    function recomposeAuthority(component) {
      const uriTokens = [];
      if (component.userinfo !== void 0) {
        uriTokens.push(encodeUserinfo(component.userinfo));
        uriTokens.push("@");
      }
      if (component.host !== void 0) {
        let host = component.host;
        if (!isIPv4(host)) {
          let ipV6res = normalizeIPv6(host);
          if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
            host = normalizePercentEncoding(host, true);
            ipV6res = normalizeIPv6(host);
          }
          if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) {
            host = `[${ipV6res.escapedHost}]`;
          } else {
            host = reescapeHostDelimiters(host, false);
          }
        }
        uriTokens.push(host);
      }
      if (typeof component.port === "number" || typeof component.port === "string") {
        const port2 = String(component.port);
        if (!isPort(port2)) {
          throw new TypeError("URI port is malformed.");
        }
        uriTokens.push(":");
        uriTokens.push(port2);
      }
      return uriTokens.length ? uriTokens.join("") : void 0;
    }
    __name(recomposeAuthority, "recomposeAuthority");
    module.exports = {
      nonSimpleDomain,
      recomposeAuthority,
      reescapeHostDelimiters,
      normalizePercentEncoding,
      normalizePathEncoding,
      serializePathEncoding,
      normalizeQueryFragmentEncoding,
      encodeUserinfo,
      encodeQuery,
      encodeFragment,
      escapePreservingEscapes,
      removeDotSegments,
      removeDotSegmentsRelative,
      isIPv4,
      isUUID,
      normalizeIPv6,
      stringArrayToHexStripped
    };
  }
});

// node_modules/fast-uri/lib/schemes.js
var require_schemes = __commonJS({
  "node_modules/fast-uri/lib/schemes.js"(exports, module) {
    "use strict";
    var { isUUID } = require_utils();
    var URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
    var supportedSchemeNames = (
      /** @type {const} */
      [
        "http",
        "https",
        "ws",
        "wss",
        "urn",
        "urn:uuid"
      ]
    );
    function isValidSchemeName(name2) {
      return supportedSchemeNames.indexOf(
        /** @type {*} */
        name2
      ) !== -1;
    }
    __name(isValidSchemeName, "isValidSchemeName");
    function wsIsSecure(wsComponent) {
      if (wsComponent.secure === true) {
        return true;
      } else if (wsComponent.secure === false) {
        return false;
      } else if (wsComponent.scheme) {
        return wsComponent.scheme.length === 3 && (wsComponent.scheme[0] === "w" || wsComponent.scheme[0] === "W") && (wsComponent.scheme[1] === "s" || wsComponent.scheme[1] === "S") && (wsComponent.scheme[2] === "s" || wsComponent.scheme[2] === "S");
      } else {
        return false;
      }
    }
    __name(wsIsSecure, "wsIsSecure");
    function httpParse(component) {
      if (!component.host) {
        component.error = component.error || "HTTP URIs must have a host.";
      }
      return component;
    }
    __name(httpParse, "httpParse");
    function httpSerialize(component) {
      const secure = String(component.scheme).toLowerCase() === "https";
      if (component.port === (secure ? 443 : 80) || component.port === "") {
        component.port = void 0;
      }
      if (!component.path) {
        component.path = "/";
      }
      return component;
    }
    __name(httpSerialize, "httpSerialize");
    function wsParse(wsComponent) {
      wsComponent.secure = wsIsSecure(wsComponent);
      wsComponent.resourceName = (wsComponent.path || "/") + (wsComponent.query ? "?" + wsComponent.query : "");
      wsComponent.path = void 0;
      wsComponent.query = void 0;
      return wsComponent;
    }
    __name(wsParse, "wsParse");
    function wsSerialize(wsComponent) {
      if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === "") {
        wsComponent.port = void 0;
      }
      if (typeof wsComponent.secure === "boolean") {
        wsComponent.scheme = wsComponent.secure ? "wss" : "ws";
        wsComponent.secure = void 0;
      }
      if (wsComponent.resourceName) {
        const queryIndex = wsComponent.resourceName.indexOf("?");
        const path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
        wsComponent.path = path && path !== "/" ? path : void 0;
        wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1);
        wsComponent.resourceName = void 0;
      }
      wsComponent.fragment = void 0;
      return wsComponent;
    }
    __name(wsSerialize, "wsSerialize");
    function urnParse(urnComponent, options) {
      if (!urnComponent.path) {
        urnComponent.error = "URN can not be parsed";
        return urnComponent;
      }
      const matches = urnComponent.path.match(URN_REG);
      if (matches && matches[0] === urnComponent.path) {
        const scheme = options.scheme || urnComponent.scheme || "urn";
        urnComponent.nid = matches[1].toLowerCase();
        urnComponent.nss = matches[2];
        const urnScheme = `${scheme}:${options.nid || urnComponent.nid}`;
        const schemeHandler = getSchemeHandler(urnScheme);
        urnComponent.path = void 0;
        if (schemeHandler) {
          urnComponent = schemeHandler.parse(urnComponent, options);
        }
      } else {
        urnComponent.error = urnComponent.error || "URN can not be parsed.";
      }
      return urnComponent;
    }
    __name(urnParse, "urnParse");
    function urnSerialize(urnComponent, options) {
      if (urnComponent.nid === void 0) {
        throw new Error("URN without nid cannot be serialized");
      }
      const scheme = options.scheme || urnComponent.scheme || "urn";
      const nid = urnComponent.nid.toLowerCase();
      const urnScheme = `${scheme}:${options.nid || nid}`;
      const schemeHandler = getSchemeHandler(urnScheme);
      if (schemeHandler) {
        urnComponent = schemeHandler.serialize(urnComponent, options);
      }
      const uriComponent = urnComponent;
      const nss = urnComponent.nss;
      uriComponent.path = `${nid || options.nid}:${nss}`;
      options.skipEscape = true;
      return uriComponent;
    }
    __name(urnSerialize, "urnSerialize");
    function urnuuidParse(urnComponent, options) {
      const uuidComponent = urnComponent;
      uuidComponent.uuid = uuidComponent.nss;
      uuidComponent.nss = void 0;
      if (!options.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) {
        uuidComponent.error = uuidComponent.error || "UUID is not valid.";
      }
      return uuidComponent;
    }
    __name(urnuuidParse, "urnuuidParse");
    function urnuuidSerialize(uuidComponent) {
      const urnComponent = uuidComponent;
      urnComponent.nss = (uuidComponent.uuid || "").toLowerCase();
      return urnComponent;
    }
    __name(urnuuidSerialize, "urnuuidSerialize");
    var http = (
      /** @type {SchemeHandler} */
      {
        scheme: "http",
        domainHost: true,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var https = (
      /** @type {SchemeHandler} */
      {
        scheme: "https",
        domainHost: http.domainHost,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var ws = (
      /** @type {SchemeHandler} */
      {
        scheme: "ws",
        domainHost: true,
        parse: wsParse,
        serialize: wsSerialize
      }
    );
    var wss = (
      /** @type {SchemeHandler} */
      {
        scheme: "wss",
        domainHost: ws.domainHost,
        parse: ws.parse,
        serialize: ws.serialize
      }
    );
    var urn = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn",
        parse: urnParse,
        serialize: urnSerialize,
        skipNormalize: true
      }
    );
    var urnuuid = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn:uuid",
        parse: urnuuidParse,
        serialize: urnuuidSerialize,
        skipNormalize: true
      }
    );
    var SCHEMES = (
      /** @type {Record<SchemeName, SchemeHandler>} */
      {
        http,
        https,
        ws,
        wss,
        urn,
        "urn:uuid": urnuuid
      }
    );
    Object.setPrototypeOf(SCHEMES, null);
    function getSchemeHandler(scheme) {
      return scheme && (SCHEMES[
        /** @type {SchemeName} */
        scheme
      ] || SCHEMES[
        /** @type {SchemeName} */
        scheme.toLowerCase()
      ]) || void 0;
    }
    __name(getSchemeHandler, "getSchemeHandler");
    module.exports = {
      wsIsSecure,
      SCHEMES,
      isValidSchemeName,
      getSchemeHandler
    };
  }
});

// node_modules/fast-uri/index.js
var require_fast_uri = __commonJS({
  "node_modules/fast-uri/index.js"(exports, module) {
    "use strict";
    var { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = require_utils();
    var { SCHEMES, getSchemeHandler } = require_schemes();
    var VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
    var MALFORMED_SCHEME_ERROR = "URI scheme is malformed.";
    var MALFORMED_HOST_ERROR = "URI host is malformed.";
    var FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function validateScheme(scheme) {
      const stringScheme = String(scheme);
      if (!VALID_SCHEME.test(stringScheme)) {
        throw new TypeError(MALFORMED_SCHEME_ERROR);
      }
      return stringScheme;
    }
    __name(validateScheme, "validateScheme");
    function normalize(uri, options) {
      if (typeof uri === "string") {
        uri = /** @type {T} */
        normalizeString(uri, options);
      } else if (typeof uri === "object") {
        uri = /** @type {T} */
        parse3(serialize(uri, options), options);
      }
      return uri;
    }
    __name(normalize, "normalize");
    function resolve2(baseURI, relativeURI, options) {
      const schemelessOptions = options ? Object.assign({ scheme: "null" }, options) : { scheme: "null" };
      const {
        parsed: baseParsed,
        malformedAuthorityOrPort: baseMalformed,
        malformedPercentEncoding: baseMalformedPercentEncoding,
        malformedSchemeSpecific: baseMalformedSchemeSpecific,
        malformedHost: baseMalformedHost,
        malformedScheme: baseMalformedScheme
      } = parseWithStatus(baseURI, schemelessOptions);
      const {
        parsed: relativeParsed,
        malformedAuthorityOrPort: relativeMalformed,
        malformedPercentEncoding: relativeMalformedPercentEncoding,
        malformedSchemeSpecific: relativeMalformedSchemeSpecific,
        malformedHost: relativeMalformedHost,
        malformedScheme: relativeMalformedScheme
      } = parseWithStatus(relativeURI, schemelessOptions);
      if (baseMalformed || relativeMalformed || baseMalformedPercentEncoding || relativeMalformedPercentEncoding || baseMalformedSchemeSpecific || relativeMalformedSchemeSpecific || baseMalformedHost || relativeMalformedHost || baseMalformedScheme || relativeMalformedScheme) {
        throw new Error(baseParsed.error || relativeParsed.error || "URI is malformed.");
      }
      const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true);
      const resolvedSchemeHandler = getSchemeHandler(options && options.scheme || resolved.scheme);
      const resolvedHost = resolved.host;
      const resolvedHostIsIP = resolvedHost !== void 0 && resolvedHost !== "" && (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
      if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)) {
        throw new Error(MALFORMED_HOST_ERROR);
      }
      canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP);
      const encodedASCIIHost = resolvedHost && resolvedHost.indexOf("%") !== -1 && !new RegExp("\\P{ASCII}", "u").test(resolvedHost);
      if (resolved.error && !encodedASCIIHost) {
        throw new Error(resolved.error);
      }
      schemelessOptions.skipEscape = true;
      return serialize(resolved, schemelessOptions);
    }
    __name(resolve2, "resolve");
    function resolveComponent(base, relative, options, skipNormalization) {
      const target2 = {};
      if (!skipNormalization) {
        base = parse3(serialize(base, options), options);
        relative = parse3(serialize(relative, options), options);
      }
      options = options || {};
      if (!options.tolerant && relative.scheme) {
        target2.scheme = relative.scheme;
        target2.userinfo = relative.userinfo;
        target2.host = relative.host;
        target2.port = relative.port;
        target2.path = removeDotSegments(relative.path || "");
        target2.query = relative.query;
      } else {
        if (relative.userinfo !== void 0 || relative.host !== void 0 || relative.port !== void 0) {
          target2.userinfo = relative.userinfo;
          target2.host = relative.host;
          target2.port = relative.port;
          target2.path = removeDotSegments(relative.path || "");
          target2.query = relative.query;
        } else {
          if (!relative.path) {
            target2.path = base.path;
            if (relative.query !== void 0) {
              target2.query = relative.query;
            } else {
              target2.query = base.query;
            }
          } else {
            if (relative.path[0] === "/") {
              target2.path = removeDotSegments(relative.path);
            } else {
              const baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
              if (baseHasAuthority && !base.path) {
                target2.path = "/" + relative.path;
              } else if (!base.path) {
                target2.path = relative.path;
              } else {
                target2.path = base.path.slice(0, base.path.lastIndexOf("/") + 1) + relative.path;
              }
              target2.path = base.scheme === void 0 && !baseHasAuthority && target2.path[0] !== "/" ? removeDotSegmentsRelative(target2.path) : removeDotSegments(target2.path);
            }
            target2.query = relative.query;
          }
          target2.userinfo = base.userinfo;
          target2.host = base.host;
          target2.port = base.port;
        }
        target2.scheme = base.scheme;
      }
      target2.fragment = relative.fragment;
      return target2;
    }
    __name(resolveComponent, "resolveComponent");
    function equal(uriA, uriB, options) {
      const normalizedA = normalizeComparableURI(uriA, options);
      const normalizedB = normalizeComparableURI(uriB, options);
      return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
    }
    __name(equal, "equal");
    function serialize(cmpts, opts) {
      const component = {
        host: cmpts.host,
        scheme: cmpts.scheme,
        userinfo: cmpts.userinfo,
        port: cmpts.port,
        path: cmpts.path,
        query: cmpts.query,
        nid: cmpts.nid,
        nss: cmpts.nss,
        uuid: cmpts.uuid,
        fragment: cmpts.fragment,
        reference: cmpts.reference,
        resourceName: cmpts.resourceName,
        secure: cmpts.secure,
        error: ""
      };
      const options = Object.assign({}, opts);
      const uriTokens = [];
      if (component.scheme) {
        component.scheme = validateScheme(component.scheme);
      }
      const schemeHandler = getSchemeHandler(options.scheme || component.scheme);
      if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options);
      const hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0;
      const schemelessReference = (component.scheme === void 0 || options.reference === "suffix") && !hasAuthority;
      const pathNoScheme = !options.skipEscape && schemelessReference;
      if (component.path !== void 0) {
        if (!options.skipEscape) {
          component.path = serializePathEncoding(component.path, pathNoScheme);
        } else {
          component.path = normalizePercentEncoding(component.path);
        }
      }
      if (options.reference !== "suffix" && component.scheme) {
        component.scheme = validateScheme(component.scheme);
        uriTokens.push(component.scheme, ":");
      }
      const authority = recomposeAuthority(component);
      if (authority !== void 0) {
        if (options.reference !== "suffix") {
          uriTokens.push("//");
        }
        uriTokens.push(authority);
        if (component.path && component.path[0] !== "/") {
          uriTokens.push("/");
        }
      }
      if (component.path !== void 0) {
        let s = component.path;
        if (!options.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) {
          s = schemelessReference && s[0] !== "/" ? removeDotSegmentsRelative(s) : removeDotSegments(s);
        }
        if (schemelessReference) {
          s = serializePathEncoding(s, true);
        }
        if (authority === void 0 && s[0] === "/" && s[1] === "/") {
          s = "/%2F" + s.slice(2);
        }
        uriTokens.push(s);
      }
      if (component.query !== void 0) {
        uriTokens.push("?", encodeQuery(component.query));
      }
      if (component.fragment !== void 0) {
        uriTokens.push("#", encodeFragment(component.fragment));
      }
      return uriTokens.join("");
    }
    __name(serialize, "serialize");
    var URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
    var AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/;
    var AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function getParseError(parsed, matches) {
      if (matches[2] !== void 0 && parsed.path && parsed.path[0] !== "/") {
        return 'URI path must start with "/" when authority is present.';
      }
      if (typeof parsed.port === "number" && (parsed.port < 0 || parsed.port > 65535)) {
        return "URI port is malformed.";
      }
      return void 0;
    }
    __name(getParseError, "getParseError");
    function hasMalformedPercentEncoding(component) {
      if (component === void 0) return false;
      let percent = component.indexOf("%");
      while (percent !== -1) {
        if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) {
          return true;
        }
        percent = component.indexOf("%", percent + 3);
      }
      return false;
    }
    __name(hasMalformedPercentEncoding, "hasMalformedPercentEncoding");
    function isIPLiteral(host) {
      return host[0] === "[" && host[host.length - 1] === "]";
    }
    __name(isIPLiteral, "isIPLiteral");
    function hasMalformedComponentPercentEncoding(matches) {
      const host = matches[4];
      return hasMalformedPercentEncoding(matches[3]) || host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host) || hasMalformedPercentEncoding(matches[6]) || hasMalformedPercentEncoding(matches[7]) || hasMalformedPercentEncoding(matches[8]);
    }
    __name(hasMalformedComponentPercentEncoding, "hasMalformedComponentPercentEncoding");
    function canonicalizeHost(parsed, options, schemeHandler, isIP) {
      if (hasForbiddenDomainHost(parsed, options, schemeHandler, isIP)) {
        parsed.error = parsed.error || MALFORMED_HOST_ERROR;
        return true;
      }
      if (!options.unicodeSupport && (!schemeHandler || !schemeHandler.unicodeSupport) && parsed.host && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && isIP === false && nonSimpleDomain(parsed.host)) {
        let url;
        try {
          url = new URL("http://" + parsed.host);
        } catch (e) {
          parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e;
          return true;
        }
        if (!isHostOnlyURL(url)) {
          parsed.error = parsed.error || MALFORMED_HOST_ERROR;
          return true;
        }
        parsed.host = url.hostname;
      }
      return false;
    }
    __name(canonicalizeHost, "canonicalizeHost");
    function hasForbiddenDomainHost(parsed, options, schemeHandler, isIP) {
      return Boolean(
        parsed.host && isIP === false && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host)
      );
    }
    __name(hasForbiddenDomainHost, "hasForbiddenDomainHost");
    function isHostOnlyURL(url) {
      return url.username === "" && url.password === "" && url.port === "" && url.pathname === "/" && url.search === "" && url.hash === "" && url.hostname !== "";
    }
    __name(isHostOnlyURL, "isHostOnlyURL");
    function parseWithStatus(uri, opts) {
      const options = Object.assign({}, opts);
      const parsed = {
        scheme: void 0,
        userinfo: void 0,
        host: "",
        port: void 0,
        path: "",
        query: void 0,
        fragment: void 0
      };
      let malformedAuthorityOrPort = false;
      let malformedPercentEncoding = false;
      let malformedSchemeSpecific = false;
      let malformedHost = false;
      let malformedIPLiteral = false;
      let malformedScheme = false;
      let isIP = false;
      if (options.reference === "suffix") {
        if (options.scheme) {
          uri = options.scheme + ":" + uri;
        } else {
          uri = "//" + uri;
        }
      }
      const authorityMatch = uri.match(AUTHORITY_PREFIX);
      if (authorityMatch !== null && authorityMatch[1].indexOf("\\") !== -1) {
        parsed.error = "URI authority must not contain a literal backslash.";
        malformedAuthorityOrPort = true;
      }
      const introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION);
      if (introducerMatch !== null) {
        const region = introducerMatch[1];
        const normalizedRegion = region.replace(/[\t\n\r]/g, "");
        if (normalizedRegion.length >= 2) {
          if (normalizedRegion.slice(0, 2) !== "//") {
            parsed.error = parsed.error || "URI authority must not contain a literal backslash.";
            malformedAuthorityOrPort = true;
          } else if (region.length !== normalizedRegion.length) {
            parsed.error = parsed.error || "URI authority introducer must not contain whitespace.";
            malformedAuthorityOrPort = true;
          }
        }
      }
      const matches = uri.match(URI_PARSE);
      if (matches) {
        parsed.scheme = matches[1];
        parsed.userinfo = matches[3];
        parsed.host = matches[4];
        parsed.port = parseInt(matches[5], 10);
        parsed.path = matches[6] || "";
        parsed.query = matches[7];
        parsed.fragment = matches[8];
        if (parsed.scheme !== void 0) {
          if (VALID_SCHEME.test(parsed.scheme)) {
            parsed.scheme = parsed.scheme.toLowerCase();
          } else {
            parsed.error = parsed.error || MALFORMED_SCHEME_ERROR;
            malformedScheme = true;
          }
        }
        malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches);
        if (malformedPercentEncoding) {
          parsed.error = parsed.error || "URI contains malformed percent-encoding.";
        }
        if (isNaN(parsed.port)) {
          parsed.port = matches[5];
        }
        const parseError = getParseError(parsed, matches);
        if (parseError !== void 0) {
          parsed.error = parsed.error || parseError;
          malformedAuthorityOrPort = true;
        }
        if (parsed.host) {
          const ipv4result = isIPv4(parsed.host);
          if (ipv4result === false) {
            const bracketedIPLiteral = isIPLiteral(parsed.host);
            const hasIPLiteralBracket = parsed.host.indexOf("[") !== -1 || parsed.host.indexOf("]") !== -1;
            const ipv6result = normalizeIPv6(parsed.host);
            isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true;
            malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true);
            parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase();
            if (malformedIPLiteral) {
              parsed.error = parsed.error || MALFORMED_HOST_ERROR;
              malformedAuthorityOrPort = true;
            }
          } else {
            isIP = true;
          }
        }
        if (parsed.scheme === void 0 && parsed.userinfo === void 0 && parsed.host === void 0 && parsed.port === void 0 && parsed.query === void 0 && !parsed.path) {
          parsed.reference = "same-document";
        } else if (parsed.scheme === void 0) {
          parsed.reference = "relative";
        } else if (parsed.fragment === void 0) {
          parsed.reference = "absolute";
        } else {
          parsed.reference = "uri";
        }
        if (options.reference && options.reference !== "suffix" && options.reference !== parsed.reference) {
          parsed.error = parsed.error || "URI is not a " + options.reference + " reference.";
        }
        const schemeHandler = getSchemeHandler(options.scheme || parsed.scheme);
        if (!malformedIPLiteral) {
          malformedHost = canonicalizeHost(parsed, options, schemeHandler, isIP);
        }
        if (uri.indexOf("%") !== -1 && parsed.host !== void 0 && !malformedIPLiteral) {
          let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, true);
          if (!isIP) {
            host = normalizePercentEncoding(host.toLowerCase());
          }
          parsed.host = isIP || options.scheme !== "null" ? reescapeHostDelimiters(host, isIP) : host;
        }
        if (!schemeHandler || schemeHandler && !schemeHandler.skipNormalize) {
          if (parsed.path) {
            parsed.path = normalizePathEncoding(parsed.path);
          }
          if (parsed.query) {
            parsed.query = normalizeQueryFragmentEncoding(parsed.query);
          }
          if (parsed.fragment) {
            parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment);
          }
        }
        if (schemeHandler && schemeHandler.parse) {
          schemeHandler.parse(parsed, options);
          if (schemeHandler === SCHEMES.urn && parsed.nid === void 0) {
            malformedSchemeSpecific = true;
          }
        }
      } else {
        parsed.error = parsed.error || "URI can not be parsed.";
      }
      return { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme };
    }
    __name(parseWithStatus, "parseWithStatus");
    function parse3(uri, opts) {
      return parseWithStatus(uri, opts).parsed;
    }
    __name(parse3, "parse");
    function normalizeString(uri, opts) {
      return normalizeStringWithStatus(uri, opts).normalized;
    }
    __name(normalizeString, "normalizeString");
    function normalizeStringWithStatus(uri, opts) {
      const { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri, opts);
      return {
        normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri : serialize(parsed, opts),
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme
      };
    }
    __name(normalizeStringWithStatus, "normalizeStringWithStatus");
    function normalizeComparableURI(uri, opts) {
      if (typeof uri !== "string" && typeof uri !== "object") {
        return void 0;
      }
      let value;
      try {
        value = typeof uri === "string" ? uri : serialize(uri, opts);
      } catch {
        return void 0;
      }
      const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts);
      return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? void 0 : normalized;
    }
    __name(normalizeComparableURI, "normalizeComparableURI");
    var fastUri = {
      SCHEMES,
      normalize,
      resolve: resolve2,
      resolveComponent,
      equal,
      serialize,
      parse: parse3
    };
    module.exports = fastUri;
    module.exports.default = fastUri;
    module.exports.fastUri = fastUri;
  }
});

// node_modules/ajv/dist/runtime/uri.js
var require_uri = __commonJS({
  "node_modules/ajv/dist/runtime/uri.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var uri = require_fast_uri();
    uri.code = 'require("ajv/dist/runtime/uri").default';
    exports.default = uri;
  }
});

// node_modules/ajv/dist/core.js
var require_core = __commonJS({
  "node_modules/ajv/dist/core.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validate_1.KeywordCxt;
    }, "get") });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.str;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.stringify;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.nil;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.Name;
    }, "get") });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.CodeGen;
    }, "get") });
    var validation_error_1 = require_validation_error();
    var ref_error_1 = require_ref_error();
    var rules_1 = require_rules();
    var compile_1 = require_compile();
    var codegen_2 = require_codegen();
    var resolve_1 = require_resolve();
    var dataType_1 = require_dataType();
    var util_1 = require_util();
    var $dataRefSchema = require_data();
    var uri_1 = require_uri();
    var defaultRegExp = /* @__PURE__ */ __name((str, flags) => new RegExp(str, flags), "defaultRegExp");
    defaultRegExp.code = "new RegExp";
    var META_IGNORE_OPTIONS = ["removeAdditional", "useDefaults", "coerceTypes"];
    var EXT_SCOPE_NAMES = /* @__PURE__ */ new Set([
      "validate",
      "serialize",
      "parse",
      "wrapper",
      "root",
      "schema",
      "keyword",
      "pattern",
      "formats",
      "validate$data",
      "func",
      "obj",
      "Error"
    ]);
    var removedOptions = {
      errorDataPath: "",
      format: "`validateFormats: false` can be used instead.",
      nullable: '"nullable" keyword is supported by default.',
      jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
      extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
      missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
      processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
      sourceCode: "Use option `code: {source: true}`",
      strictDefaults: "It is default now, see option `strict`.",
      strictKeywords: "It is default now, see option `strict`.",
      uniqueItems: '"uniqueItems" keyword is always validated.',
      unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
      cache: "Map is used as cache, schema object as key.",
      serialize: "Map is used as cache, schema object as key.",
      ajvErrors: "It is default now."
    };
    var deprecatedOptions = {
      ignoreKeywordsWithRef: "",
      jsPropertySyntax: "",
      unicode: '"minLength"/"maxLength" account for unicode characters by default.'
    };
    var MAX_EXPRESSION = 200;
    function requiredOptions(o) {
      var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
      const s = o.strict;
      const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
      const optimize = _optz === true || _optz === void 0 ? 1 : _optz || 0;
      const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
      const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
      return {
        strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
        strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
        strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
        strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
        strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
        uriResolver
      };
    }
    __name(requiredOptions, "requiredOptions");
    var Ajv2 = class {
      static {
        __name(this, "Ajv");
      }
      constructor(opts = {}) {
        this.schemas = {};
        this.refs = {};
        this.formats = /* @__PURE__ */ Object.create(null);
        this._compilations = /* @__PURE__ */ new Set();
        this._loading = {};
        this._cache = /* @__PURE__ */ new Map();
        opts = this.opts = { ...opts, ...requiredOptions(opts) };
        const { es5, lines } = this.opts.code;
        this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines });
        this.logger = getLogger(opts.logger);
        const formatOpt = opts.validateFormats;
        opts.validateFormats = false;
        this.RULES = (0, rules_1.getRules)();
        checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
        checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
        this._metaOpts = getMetaSchemaOptions.call(this);
        if (opts.formats)
          addInitialFormats.call(this);
        this._addVocabularies();
        this._addDefaultMetaSchema();
        if (opts.keywords)
          addInitialKeywords.call(this, opts.keywords);
        if (typeof opts.meta == "object")
          this.addMetaSchema(opts.meta);
        addInitialSchemas.call(this);
        opts.validateFormats = formatOpt;
      }
      _addVocabularies() {
        this.addKeyword("$async");
      }
      _addDefaultMetaSchema() {
        const { $data, meta, schemaId } = this.opts;
        let _dataRefSchema = $dataRefSchema;
        if (schemaId === "id") {
          _dataRefSchema = { ...$dataRefSchema };
          _dataRefSchema.id = _dataRefSchema.$id;
          delete _dataRefSchema.$id;
        }
        if (meta && $data)
          this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
      }
      defaultMeta() {
        const { meta, schemaId } = this.opts;
        return this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : void 0;
      }
      validate(schemaKeyRef, data) {
        let v;
        if (typeof schemaKeyRef == "string") {
          v = this.getSchema(schemaKeyRef);
          if (!v)
            throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        } else {
          v = this.compile(schemaKeyRef);
        }
        const valid2 = v(data);
        if (!("$async" in v))
          this.errors = v.errors;
        return valid2;
      }
      compile(schema, _meta) {
        const sch = this._addSchema(schema, _meta);
        return sch.validate || this._compileSchemaEnv(sch);
      }
      compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != "function") {
          throw new Error("options.loadSchema should be a function");
        }
        const { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
          await loadMetaSchema.call(this, _schema.$schema);
          const sch = this._addSchema(_schema, _meta);
          return sch.validate || _compileAsync.call(this, sch);
        }
        __name(runCompileAsync, "runCompileAsync");
        async function loadMetaSchema($ref) {
          if ($ref && !this.getSchema($ref)) {
            await runCompileAsync.call(this, { $ref }, true);
          }
        }
        __name(loadMetaSchema, "loadMetaSchema");
        async function _compileAsync(sch) {
          try {
            return this._compileSchemaEnv(sch);
          } catch (e) {
            if (!(e instanceof ref_error_1.default))
              throw e;
            checkLoaded.call(this, e);
            await loadMissingSchema.call(this, e.missingSchema);
            return _compileAsync.call(this, sch);
          }
        }
        __name(_compileAsync, "_compileAsync");
        function checkLoaded({ missingSchema: ref, missingRef }) {
          if (this.refs[ref]) {
            throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
          }
        }
        __name(checkLoaded, "checkLoaded");
        async function loadMissingSchema(ref) {
          const _schema = await _loadSchema.call(this, ref);
          if (!this.refs[ref])
            await loadMetaSchema.call(this, _schema.$schema);
          if (!this.refs[ref])
            this.addSchema(_schema, ref, meta);
        }
        __name(loadMissingSchema, "loadMissingSchema");
        async function _loadSchema(ref) {
          const p = this._loading[ref];
          if (p)
            return p;
          try {
            return await (this._loading[ref] = loadSchema(ref));
          } finally {
            delete this._loading[ref];
          }
        }
        __name(_loadSchema, "_loadSchema");
      }
      // Adds schema to the instance
      addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
        if (Array.isArray(schema)) {
          for (const sch of schema)
            this.addSchema(sch, void 0, _meta, _validateSchema);
          return this;
        }
        let id;
        if (typeof schema === "object") {
          const { schemaId } = this.opts;
          id = schema[schemaId];
          if (id !== void 0 && typeof id != "string") {
            throw new Error(`schema ${schemaId} must be string`);
          }
        }
        key = (0, resolve_1.normalizeId)(key || id);
        this._checkUnique(key);
        this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
        return this;
      }
      // Add schema that will be used to validate other schemas
      // options in META_IGNORE_OPTIONS are alway set to false
      addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
        this.addSchema(schema, key, true, _validateSchema);
        return this;
      }
      //  Validate schema against its meta-schema
      validateSchema(schema, throwOrLogError) {
        if (typeof schema == "boolean")
          return true;
        let $schema;
        $schema = schema.$schema;
        if ($schema !== void 0 && typeof $schema != "string") {
          throw new Error("$schema must be a string");
        }
        $schema = $schema || this.opts.defaultMeta || this.defaultMeta();
        if (!$schema) {
          this.logger.warn("meta-schema not available");
          this.errors = null;
          return true;
        }
        const valid2 = this.validate($schema, schema);
        if (!valid2 && throwOrLogError) {
          const message = "schema is invalid: " + this.errorsText();
          if (this.opts.validateSchema === "log")
            this.logger.error(message);
          else
            throw new Error(message);
        }
        return valid2;
      }
      // Get compiled schema by `key` or `ref`.
      // (`key` that was passed to `addSchema` or full schema reference - `schema.$id` or resolved id)
      getSchema(keyRef) {
        let sch;
        while (typeof (sch = getSchEnv.call(this, keyRef)) == "string")
          keyRef = sch;
        if (sch === void 0) {
          const { schemaId } = this.opts;
          const root2 = new compile_1.SchemaEnv({ schema: {}, schemaId });
          sch = compile_1.resolveSchema.call(this, root2, keyRef);
          if (!sch)
            return;
          this.refs[keyRef] = sch;
        }
        return sch.validate || this._compileSchemaEnv(sch);
      }
      // Remove cached schema(s).
      // If no parameter is passed all schemas but meta-schemas are removed.
      // If RegExp is passed all schemas with key/id matching pattern but meta-schemas are removed.
      // Even if schema is referenced by other schemas it still can be removed as other schemas have local references.
      removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp) {
          this._removeAllSchemas(this.schemas, schemaKeyRef);
          this._removeAllSchemas(this.refs, schemaKeyRef);
          return this;
        }
        switch (typeof schemaKeyRef) {
          case "undefined":
            this._removeAllSchemas(this.schemas);
            this._removeAllSchemas(this.refs);
            this._cache.clear();
            return this;
          case "string": {
            const sch = getSchEnv.call(this, schemaKeyRef);
            if (typeof sch == "object")
              this._cache.delete(sch.schema);
            delete this.schemas[schemaKeyRef];
            delete this.refs[schemaKeyRef];
            return this;
          }
          case "object": {
            const cacheKey = schemaKeyRef;
            this._cache.delete(cacheKey);
            let id = schemaKeyRef[this.opts.schemaId];
            if (id) {
              id = (0, resolve_1.normalizeId)(id);
              delete this.schemas[id];
              delete this.refs[id];
            }
            return this;
          }
          default:
            throw new Error("ajv.removeSchema: invalid parameter");
        }
      }
      // add "vocabulary" - a collection of keywords
      addVocabulary(definitions) {
        for (const def of definitions)
          this.addKeyword(def);
        return this;
      }
      addKeyword(kwdOrDef, def) {
        let keyword;
        if (typeof kwdOrDef == "string") {
          keyword = kwdOrDef;
          if (typeof def == "object") {
            this.logger.warn("these parameters are deprecated, see docs for addKeyword");
            def.keyword = keyword;
          }
        } else if (typeof kwdOrDef == "object" && def === void 0) {
          def = kwdOrDef;
          keyword = def.keyword;
          if (Array.isArray(keyword) && !keyword.length) {
            throw new Error("addKeywords: keyword must be string or non-empty array");
          }
        } else {
          throw new Error("invalid addKeywords parameters");
        }
        checkKeyword.call(this, keyword, def);
        if (!def) {
          (0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
          return this;
        }
        keywordMetaschema.call(this, def);
        const definition2 = {
          ...def,
          type: (0, dataType_1.getJSONTypes)(def.type),
          schemaType: (0, dataType_1.getJSONTypes)(def.schemaType)
        };
        (0, util_1.eachItem)(keyword, definition2.type.length === 0 ? (k) => addRule.call(this, k, definition2) : (k) => definition2.type.forEach((t) => addRule.call(this, k, definition2, t)));
        return this;
      }
      getKeyword(keyword) {
        const rule2 = this.RULES.all[keyword];
        return typeof rule2 == "object" ? rule2.definition : !!rule2;
      }
      // Remove keyword
      removeKeyword(keyword) {
        const { RULES } = this;
        delete RULES.keywords[keyword];
        delete RULES.all[keyword];
        for (const group3 of RULES.rules) {
          const i = group3.rules.findIndex((rule2) => rule2.keyword === keyword);
          if (i >= 0)
            group3.rules.splice(i, 1);
        }
        return this;
      }
      // Add format
      addFormat(name2, format) {
        if (typeof format == "string")
          format = new RegExp(format);
        this.formats[name2] = format;
        return this;
      }
      errorsText(errors2 = this.errors, { separator = ", ", dataVar = "data" } = {}) {
        if (!errors2 || errors2.length === 0)
          return "No errors";
        return errors2.map((e) => `${dataVar}${e.instancePath} ${e.message}`).reduce((text4, msg) => text4 + separator + msg);
      }
      $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        const rules3 = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (const jsonPointer of keywordsJsonPointers) {
          const segments = jsonPointer.split("/").slice(1);
          let keywords = metaSchema;
          for (const seg of segments)
            keywords = keywords[seg];
          for (const key in rules3) {
            const rule2 = rules3[key];
            if (typeof rule2 != "object")
              continue;
            const { $data } = rule2.definition;
            const schema = keywords[key];
            if ($data && schema)
              keywords[key] = schemaOrData(schema);
          }
        }
        return metaSchema;
      }
      _removeAllSchemas(schemas, regex) {
        for (const keyRef in schemas) {
          const sch = schemas[keyRef];
          if (!regex || regex.test(keyRef)) {
            if (typeof sch == "string") {
              delete schemas[keyRef];
            } else if (sch && !sch.meta) {
              this._cache.delete(sch.schema);
              delete schemas[keyRef];
            }
          }
        }
      }
      _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id;
        const { schemaId } = this.opts;
        if (typeof schema == "object") {
          id = schema[schemaId];
        } else {
          if (this.opts.jtd)
            throw new Error("schema must be object");
          else if (typeof schema != "boolean")
            throw new Error("schema must be object or boolean");
        }
        let sch = this._cache.get(schema);
        if (sch !== void 0)
          return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs });
        this._cache.set(sch.schema, sch);
        if (addSchema && !baseId.startsWith("#")) {
          if (baseId)
            this._checkUnique(baseId);
          this.refs[baseId] = sch;
        }
        if (validateSchema)
          this.validateSchema(schema, true);
        return sch;
      }
      _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) {
          throw new Error(`schema with key or id "${id}" already exists`);
        }
      }
      _compileSchemaEnv(sch) {
        if (sch.meta)
          this._compileMetaSchema(sch);
        else
          compile_1.compileSchema.call(this, sch);
        if (!sch.validate)
          throw new Error("ajv implementation error");
        return sch.validate;
      }
      _compileMetaSchema(sch) {
        const currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
          compile_1.compileSchema.call(this, sch);
        } finally {
          this.opts = currentOpts;
        }
      }
    };
    Ajv2.ValidationError = validation_error_1.default;
    Ajv2.MissingRefError = ref_error_1.default;
    exports.default = Ajv2;
    function checkOptions(checkOpts, options, msg, log = "error") {
      for (const key in checkOpts) {
        const opt = key;
        if (opt in options)
          this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
      }
    }
    __name(checkOptions, "checkOptions");
    function getSchEnv(keyRef) {
      keyRef = (0, resolve_1.normalizeId)(keyRef);
      return this.schemas[keyRef] || this.refs[keyRef];
    }
    __name(getSchEnv, "getSchEnv");
    function addInitialSchemas() {
      const optsSchemas = this.opts.schemas;
      if (!optsSchemas)
        return;
      if (Array.isArray(optsSchemas))
        this.addSchema(optsSchemas);
      else
        for (const key in optsSchemas)
          this.addSchema(optsSchemas[key], key);
    }
    __name(addInitialSchemas, "addInitialSchemas");
    function addInitialFormats() {
      for (const name2 in this.opts.formats) {
        const format = this.opts.formats[name2];
        if (format)
          this.addFormat(name2, format);
      }
    }
    __name(addInitialFormats, "addInitialFormats");
    function addInitialKeywords(defs) {
      if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
      }
      this.logger.warn("keywords option as map is deprecated, pass array");
      for (const keyword in defs) {
        const def = defs[keyword];
        if (!def.keyword)
          def.keyword = keyword;
        this.addKeyword(def);
      }
    }
    __name(addInitialKeywords, "addInitialKeywords");
    function getMetaSchemaOptions() {
      const metaOpts = { ...this.opts };
      for (const opt of META_IGNORE_OPTIONS)
        delete metaOpts[opt];
      return metaOpts;
    }
    __name(getMetaSchemaOptions, "getMetaSchemaOptions");
    var noLogs = { log() {
    }, warn() {
    }, error() {
    } };
    function getLogger(logger) {
      if (logger === false)
        return noLogs;
      if (logger === void 0)
        return console;
      if (logger.log && logger.warn && logger.error)
        return logger;
      throw new Error("logger must implement log, warn and error methods");
    }
    __name(getLogger, "getLogger");
    var KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
    function checkKeyword(keyword, def) {
      const { RULES } = this;
      (0, util_1.eachItem)(keyword, (kwd) => {
        if (RULES.keywords[kwd])
          throw new Error(`Keyword ${kwd} is already defined`);
        if (!KEYWORD_NAME.test(kwd))
          throw new Error(`Keyword ${kwd} has invalid name`);
      });
      if (!def)
        return;
      if (def.$data && !("code" in def || "validate" in def)) {
        throw new Error('$data keyword must have "code" or "validate" function');
      }
    }
    __name(checkKeyword, "checkKeyword");
    function addRule(keyword, definition2, dataType) {
      var _a;
      const post = definition2 === null || definition2 === void 0 ? void 0 : definition2.post;
      if (dataType && post)
        throw new Error('keyword with "post" flag cannot have "type"');
      const { RULES } = this;
      let ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
      if (!ruleGroup) {
        ruleGroup = { type: dataType, rules: [] };
        RULES.rules.push(ruleGroup);
      }
      RULES.keywords[keyword] = true;
      if (!definition2)
        return;
      const rule2 = {
        keyword,
        definition: {
          ...definition2,
          type: (0, dataType_1.getJSONTypes)(definition2.type),
          schemaType: (0, dataType_1.getJSONTypes)(definition2.schemaType)
        }
      };
      if (definition2.before)
        addBeforeRule.call(this, ruleGroup, rule2, definition2.before);
      else
        ruleGroup.rules.push(rule2);
      RULES.all[keyword] = rule2;
      (_a = definition2.implements) === null || _a === void 0 ? void 0 : _a.forEach((kwd) => this.addKeyword(kwd));
    }
    __name(addRule, "addRule");
    function addBeforeRule(ruleGroup, rule2, before2) {
      const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before2);
      if (i >= 0) {
        ruleGroup.rules.splice(i, 0, rule2);
      } else {
        ruleGroup.rules.push(rule2);
        this.logger.warn(`rule ${before2} is not defined`);
      }
    }
    __name(addBeforeRule, "addBeforeRule");
    function keywordMetaschema(def) {
      let { metaSchema } = def;
      if (metaSchema === void 0)
        return;
      if (def.$data && this.opts.$data)
        metaSchema = schemaOrData(metaSchema);
      def.validateSchema = this.compile(metaSchema, true);
    }
    __name(keywordMetaschema, "keywordMetaschema");
    var $dataRef = {
      $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#"
    };
    function schemaOrData(schema) {
      return { anyOf: [schema, $dataRef] };
    }
    __name(schemaOrData, "schemaOrData");
  }
});

// node_modules/ajv/dist/vocabularies/core/id.js
var require_id = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/id.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var def = {
      keyword: "id",
      code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/ref.js
var require_ref = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/ref.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.callRef = exports.getValidate = void 0;
    var ref_error_1 = require_ref_error();
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var util_1 = require_util();
    var def = {
      keyword: "$ref",
      schemaType: "string",
      code(cxt) {
        const { gen, schema: $ref, it } = cxt;
        const { baseId, schemaEnv: env, validateName, opts, self } = it;
        const { root: root2 } = env;
        if (($ref === "#" || $ref === "#/") && baseId === root2.baseId)
          return callRootRef();
        const schOrEnv = compile_1.resolveRef.call(self, root2, baseId, $ref);
        if (schOrEnv === void 0)
          throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
        if (schOrEnv instanceof compile_1.SchemaEnv)
          return callValidate(schOrEnv);
        return inlineRefSchema(schOrEnv);
        function callRootRef() {
          if (env === root2)
            return callRef(cxt, validateName, env, env.$async);
          const rootName = gen.scopeValue("root", { ref: root2 });
          return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root2, root2.$async);
        }
        __name(callRootRef, "callRootRef");
        function callValidate(sch) {
          const v = getValidate(cxt, sch);
          callRef(cxt, v, sch, sch.$async);
        }
        __name(callValidate, "callValidate");
        function inlineRefSchema(sch) {
          const schName = gen.scopeValue("schema", opts.code.source === true ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch });
          const valid2 = gen.name("valid");
          const schCxt = cxt.subschema({
            schema: sch,
            dataTypes: [],
            schemaPath: codegen_1.nil,
            topSchemaRef: schName,
            errSchemaPath: $ref
          }, valid2);
          cxt.mergeEvaluated(schCxt);
          cxt.ok(valid2);
        }
        __name(inlineRefSchema, "inlineRefSchema");
      }
    };
    function getValidate(cxt, sch) {
      const { gen } = cxt;
      return sch.validate ? gen.scopeValue("validate", { ref: sch.validate }) : (0, codegen_1._)`${gen.scopeValue("wrapper", { ref: sch })}.validate`;
    }
    __name(getValidate, "getValidate");
    exports.getValidate = getValidate;
    function callRef(cxt, v, sch, $async) {
      const { gen, it } = cxt;
      const { allErrors, schemaEnv: env, opts } = it;
      const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
      if ($async)
        callAsyncRef();
      else
        callSyncRef();
      function callAsyncRef() {
        if (!env.$async)
          throw new Error("async schema referenced by sync schema");
        const valid2 = gen.let("valid");
        gen.try(() => {
          gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
          addEvaluatedFrom(v);
          if (!allErrors)
            gen.assign(valid2, true);
        }, (e) => {
          gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
          addErrorsFrom(e);
          if (!allErrors)
            gen.assign(valid2, false);
        });
        cxt.ok(valid2);
      }
      __name(callAsyncRef, "callAsyncRef");
      function callSyncRef() {
        cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
      }
      __name(callSyncRef, "callSyncRef");
      function addErrorsFrom(source) {
        const errs = (0, codegen_1._)`${source}.errors`;
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
        gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
      }
      __name(addErrorsFrom, "addErrorsFrom");
      function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated)
          return;
        const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        if (it.props !== true) {
          if (schEvaluated && !schEvaluated.dynamicProps) {
            if (schEvaluated.props !== void 0) {
              it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
            }
          } else {
            const props = gen.var("props", (0, codegen_1._)`${source}.evaluated.props`);
            it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
          }
        }
        if (it.items !== true) {
          if (schEvaluated && !schEvaluated.dynamicItems) {
            if (schEvaluated.items !== void 0) {
              it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
            }
          } else {
            const items = gen.var("items", (0, codegen_1._)`${source}.evaluated.items`);
            it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
          }
        }
      }
      __name(addEvaluatedFrom, "addEvaluatedFrom");
    }
    __name(callRef, "callRef");
    exports.callRef = callRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/index.js
var require_core2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var id_1 = require_id();
    var ref_1 = require_ref();
    var core = [
      "$schema",
      "$id",
      "$defs",
      "$vocabulary",
      { keyword: "$comment" },
      "definitions",
      id_1.default,
      ref_1.default
    ];
    exports.default = core;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitNumber.js
var require_limitNumber = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitNumber.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var ops = codegen_1.operators;
    var KWDs = {
      maximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      minimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      exclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      exclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: /* @__PURE__ */ __name(({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`, "message"),
      params: /* @__PURE__ */ __name(({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: Object.keys(KWDs),
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/multipleOf.js
var require_multipleOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/multipleOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "multipleOf",
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, it } = cxt;
        const prec = it.opts.multipleOfPrecision;
        const res = gen.let("res");
        const invalid = prec ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}` : (0, codegen_1._)`${res} !== parseInt(${res})`;
        cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    __name(ucs2length, "ucs2length");
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitLength.js
var require_limitLength = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitLength.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var ucs2length_1 = require_ucs2length();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxLength" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxLength", "minLength"],
      type: "string",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode, it } = cxt;
        const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
        const len = it.opts.unicode === false ? (0, codegen_1._)`${data}.length` : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
        cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/pattern.js
var require_pattern = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/pattern.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var util_1 = require_util();
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "pattern",
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const u = it.opts.unicodeRegExp ? "u" : "";
        if ($data) {
          const { regExp } = it.opts.code;
          const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp);
          const valid2 = gen.let("valid");
          gen.try(() => gen.assign(valid2, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid2, false));
          cxt.fail$data((0, codegen_1._)`!${valid2}`);
        } else {
          const regExp = (0, code_1.usePattern)(cxt, schema);
          cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitProperties.js
var require_limitProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxProperties" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxProperties", "minProperties"],
      type: "object",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/required.js
var require_required = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/required.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { missingProperty } }) => (0, codegen_1.str)`must have required property '${missingProperty}'`, "message"),
      params: /* @__PURE__ */ __name(({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`, "params")
    };
    var def = {
      keyword: "required",
      type: "object",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, schema, schemaCode, data, $data, it } = cxt;
        const { opts } = it;
        if (!$data && schema.length === 0)
          return;
        const useLoop = schema.length >= opts.loopRequired;
        if (it.allErrors)
          allErrorsMode();
        else
          exitOnErrorMode();
        if (opts.strictRequired) {
          const props = cxt.parentSchema.properties;
          const { definedProperties } = cxt.it;
          for (const requiredKey of schema) {
            if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === void 0 && !definedProperties.has(requiredKey)) {
              const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
              const msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
              (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
            }
          }
        }
        function allErrorsMode() {
          if (useLoop || $data) {
            cxt.block$data(codegen_1.nil, loopAllRequired);
          } else {
            for (const prop of schema) {
              (0, code_1.checkReportMissingProp)(cxt, prop);
            }
          }
        }
        __name(allErrorsMode, "allErrorsMode");
        function exitOnErrorMode() {
          const missing2 = gen.let("missing");
          if (useLoop || $data) {
            const valid2 = gen.let("valid", true);
            cxt.block$data(valid2, () => loopUntilMissing(missing2, valid2));
            cxt.ok(valid2);
          } else {
            gen.if((0, code_1.checkMissingProp)(cxt, schema, missing2));
            (0, code_1.reportMissingProp)(cxt, missing2);
            gen.else();
          }
        }
        __name(exitOnErrorMode, "exitOnErrorMode");
        function loopAllRequired() {
          gen.forOf("prop", schemaCode, (prop) => {
            cxt.setParams({ missingProperty: prop });
            gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
          });
        }
        __name(loopAllRequired, "loopAllRequired");
        function loopUntilMissing(missing2, valid2) {
          cxt.setParams({ missingProperty: missing2 });
          gen.forOf(missing2, schemaCode, () => {
            gen.assign(valid2, (0, code_1.propertyInData)(gen, data, missing2, opts.ownProperties));
            gen.if((0, codegen_1.not)(valid2), () => {
              cxt.error();
              gen.break();
            });
          }, codegen_1.nil);
        }
        __name(loopUntilMissing, "loopUntilMissing");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitItems.js
var require_limitItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxItems" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxItems", "minItems"],
      type: "array",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv/dist/vocabularies/validation/uniqueItems.js
var require_uniqueItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/uniqueItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dataType_1 = require_dataType();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { i, j } }) => (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`, "message"),
      params: /* @__PURE__ */ __name(({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`, "params")
    };
    var def = {
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
        if (!$data && !schema)
          return;
        const valid2 = gen.let("valid");
        const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
        cxt.block$data(valid2, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`);
        cxt.ok(valid2);
        function validateUniqueItems() {
          const i = gen.let("i", (0, codegen_1._)`${data}.length`);
          const j = gen.let("j");
          cxt.setParams({ i, j });
          gen.assign(valid2, true);
          gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
        }
        __name(validateUniqueItems, "validateUniqueItems");
        function canOptimize() {
          return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
        }
        __name(canOptimize, "canOptimize");
        function loopN(i, j) {
          const item = gen.name("item");
          const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
          const indices = gen.const("indices", (0, codegen_1._)`{}`);
          gen.for((0, codegen_1._)`;${i}--;`, () => {
            gen.let(item, (0, codegen_1._)`${data}[${i}]`);
            gen.if(wrongType, (0, codegen_1._)`continue`);
            if (itemTypes.length > 1)
              gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`);
            gen.if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
              gen.assign(j, (0, codegen_1._)`${indices}[${item}]`);
              cxt.error();
              gen.assign(valid2, false).break();
            }).code((0, codegen_1._)`${indices}[${item}] = ${i}`);
          });
        }
        __name(loopN, "loopN");
        function loopN2(i, j) {
          const eql = (0, util_1.useFunc)(gen, equal_1.default);
          const outer = gen.name("outer");
          gen.label(outer).for((0, codegen_1._)`;${i}--;`, () => gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
            cxt.error();
            gen.assign(valid2, false).break(outer);
          })));
        }
        __name(loopN2, "loopN2");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/const.js
var require_const = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/const.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to constant",
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "const",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schemaCode, schema } = cxt;
        if ($data || schema && typeof schema == "object") {
          cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
        } else {
          cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/enum.js
var require_enum = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/enum.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to one of the allowed values",
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "enum",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        if (!$data && schema.length === 0)
          throw new Error("enum must have non-empty array");
        const useLoop = schema.length >= it.opts.loopEnum;
        let eql;
        const getEql = /* @__PURE__ */ __name(() => eql !== null && eql !== void 0 ? eql : eql = (0, util_1.useFunc)(gen, equal_1.default), "getEql");
        let valid2;
        if (useLoop || $data) {
          valid2 = gen.let("valid");
          cxt.block$data(valid2, loopEnum);
        } else {
          if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
          const vSchema = gen.const("vSchema", schemaCode);
          valid2 = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
        }
        cxt.pass(valid2);
        function loopEnum() {
          gen.assign(valid2, false);
          gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid2, true).break()));
        }
        __name(loopEnum, "loopEnum");
        function equalCode(vSchema, i) {
          const sch = schema[i];
          return typeof sch === "object" && sch !== null ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])` : (0, codegen_1._)`${data} === ${sch}`;
        }
        __name(equalCode, "equalCode");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/index.js
var require_validation = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var limitNumber_1 = require_limitNumber();
    var multipleOf_1 = require_multipleOf();
    var limitLength_1 = require_limitLength();
    var pattern_1 = require_pattern();
    var limitProperties_1 = require_limitProperties();
    var required_1 = require_required();
    var limitItems_1 = require_limitItems();
    var uniqueItems_1 = require_uniqueItems();
    var const_1 = require_const();
    var enum_1 = require_enum();
    var validation = [
      // number
      limitNumber_1.default,
      multipleOf_1.default,
      // string
      limitLength_1.default,
      pattern_1.default,
      // object
      limitProperties_1.default,
      required_1.default,
      // array
      limitItems_1.default,
      uniqueItems_1.default,
      // any
      { keyword: "type", schemaType: ["string", "array"] },
      { keyword: "nullable", schemaType: "boolean" },
      const_1.default,
      enum_1.default
    ];
    exports.default = validation;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalItems.js
var require_additionalItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateAdditionalItems = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`, "message"),
      params: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`, "params")
    };
    var def = {
      keyword: "additionalItems",
      type: "array",
      schemaType: ["boolean", "object"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { parentSchema, it } = cxt;
        const { items } = parentSchema;
        if (!Array.isArray(items)) {
          (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
          return;
        }
        validateAdditionalItems(cxt, items);
      }
    };
    function validateAdditionalItems(cxt, items) {
      const { gen, schema, data, keyword, it } = cxt;
      it.items = true;
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      if (schema === false) {
        cxt.setParams({ len: items.length });
        cxt.pass((0, codegen_1._)`${len} <= ${items.length}`);
      } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
        const valid2 = gen.var("valid", (0, codegen_1._)`${len} <= ${items.length}`);
        gen.if((0, codegen_1.not)(valid2), () => validateItems(valid2));
        cxt.ok(valid2);
      }
      function validateItems(valid2) {
        gen.forRange("i", items.length, len, (i) => {
          cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid2);
          if (!it.allErrors)
            gen.if((0, codegen_1.not)(valid2), () => gen.break());
        });
      }
      __name(validateItems, "validateItems");
    }
    __name(validateAdditionalItems, "validateAdditionalItems");
    exports.validateAdditionalItems = validateAdditionalItems;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items.js
var require_items = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateTuple = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "array", "boolean"],
      before: "uniqueItems",
      code(cxt) {
        const { schema, it } = cxt;
        if (Array.isArray(schema))
          return validateTuple(cxt, "additionalItems", schema);
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    function validateTuple(cxt, extraItems, schArr = cxt.schema) {
      const { gen, parentSchema, data, keyword, it } = cxt;
      checkStrictTuple(parentSchema);
      if (it.opts.unevaluated && schArr.length && it.items !== true) {
        it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
      }
      const valid2 = gen.name("valid");
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      schArr.forEach((sch, i) => {
        if ((0, util_1.alwaysValidSchema)(it, sch))
          return;
        gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({
          keyword,
          schemaProp: i,
          dataProp: i
        }, valid2));
        cxt.ok(valid2);
      });
      function checkStrictTuple(sch) {
        const { opts, errSchemaPath } = it;
        const l = schArr.length;
        const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
        if (opts.strictTuples && !fullTuple) {
          const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
          (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
      }
      __name(checkStrictTuple, "checkStrictTuple");
    }
    __name(validateTuple, "validateTuple");
    exports.validateTuple = validateTuple;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/prefixItems.js
var require_prefixItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/prefixItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var items_1 = require_items();
    var def = {
      keyword: "prefixItems",
      type: "array",
      schemaType: ["array"],
      before: "uniqueItems",
      code: /* @__PURE__ */ __name((cxt) => (0, items_1.validateTuple)(cxt, "items"), "code")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items2020.js
var require_items2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var additionalItems_1 = require_additionalItems();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`, "message"),
      params: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`, "params")
    };
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { schema, parentSchema, it } = cxt;
        const { prefixItems } = parentSchema;
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        if (prefixItems)
          (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
        else
          cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/contains.js
var require_contains = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/contains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { min, max } }) => max === void 0 ? (0, codegen_1.str)`must contain at least ${min} valid item(s)` : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`, "message"),
      params: /* @__PURE__ */ __name(({ params: { min, max } }) => max === void 0 ? (0, codegen_1._)`{minContains: ${min}}` : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`, "params")
    };
    var def = {
      keyword: "contains",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        let min;
        let max;
        const { minContains, maxContains } = parentSchema;
        if (it.opts.next) {
          min = minContains === void 0 ? 1 : minContains;
          max = maxContains;
        } else {
          min = 1;
        }
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        cxt.setParams({ min, max });
        if (max === void 0 && min === 0) {
          (0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
          return;
        }
        if (max !== void 0 && min > max) {
          (0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
          cxt.fail();
          return;
        }
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          let cond = (0, codegen_1._)`${len} >= ${min}`;
          if (max !== void 0)
            cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`;
          cxt.pass(cond);
          return;
        }
        it.items = true;
        const valid2 = gen.name("valid");
        if (max === void 0 && min === 1) {
          validateItems(valid2, () => gen.if(valid2, () => gen.break()));
        } else if (min === 0) {
          gen.let(valid2, true);
          if (max !== void 0)
            gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount);
        } else {
          gen.let(valid2, false);
          validateItemsWithCount();
        }
        cxt.result(valid2, () => cxt.reset());
        function validateItemsWithCount() {
          const schValid = gen.name("_valid");
          const count = gen.let("count", 0);
          validateItems(schValid, () => gen.if(schValid, () => checkLimits(count)));
        }
        __name(validateItemsWithCount, "validateItemsWithCount");
        function validateItems(_valid, block) {
          gen.forRange("i", 0, len, (i) => {
            cxt.subschema({
              keyword: "contains",
              dataProp: i,
              dataPropType: util_1.Type.Num,
              compositeRule: true
            }, _valid);
            block();
          });
        }
        __name(validateItems, "validateItems");
        function checkLimits(count) {
          gen.code((0, codegen_1._)`${count}++`);
          if (max === void 0) {
            gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid2, true).break());
          } else {
            gen.if((0, codegen_1._)`${count} > ${max}`, () => gen.assign(valid2, false).break());
            if (min === 1)
              gen.assign(valid2, true);
            else
              gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid2, true));
          }
        }
        __name(checkLimits, "checkLimits");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependencies.js
var require_dependencies = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependencies.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    exports.error = {
      message: /* @__PURE__ */ __name(({ params: { property, depsCount, deps } }) => {
        const property_ies = depsCount === 1 ? "property" : "properties";
        return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
      }, "message"),
      params: /* @__PURE__ */ __name(({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`, "params")
      // TODO change to reference
    };
    var def = {
      keyword: "dependencies",
      type: "object",
      schemaType: "object",
      error: exports.error,
      code(cxt) {
        const [propDeps, schDeps] = splitDependencies(cxt);
        validatePropertyDeps(cxt, propDeps);
        validateSchemaDeps(cxt, schDeps);
      }
    };
    function splitDependencies({ schema }) {
      const propertyDeps = {};
      const schemaDeps = {};
      for (const key in schema) {
        if (key === "__proto__")
          continue;
        const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
      }
      return [propertyDeps, schemaDeps];
    }
    __name(splitDependencies, "splitDependencies");
    function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
      const { gen, data, it } = cxt;
      if (Object.keys(propertyDeps).length === 0)
        return;
      const missing2 = gen.let("missing");
      for (const prop in propertyDeps) {
        const deps = propertyDeps[prop];
        if (deps.length === 0)
          continue;
        const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        cxt.setParams({
          property: prop,
          depsCount: deps.length,
          deps: deps.join(", ")
        });
        if (it.allErrors) {
          gen.if(hasProperty, () => {
            for (const depProp of deps) {
              (0, code_1.checkReportMissingProp)(cxt, depProp);
            }
          });
        } else {
          gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing2)})`);
          (0, code_1.reportMissingProp)(cxt, missing2);
          gen.else();
        }
      }
    }
    __name(validatePropertyDeps, "validatePropertyDeps");
    exports.validatePropertyDeps = validatePropertyDeps;
    function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
      const { gen, data, keyword, it } = cxt;
      const valid2 = gen.name("valid");
      for (const prop in schemaDeps) {
        if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop]))
          continue;
        gen.if(
          (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties),
          () => {
            const schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid2);
            cxt.mergeValidEvaluated(schCxt, valid2);
          },
          () => gen.var(valid2, true)
          // TODO var
        );
        cxt.ok(valid2);
      }
    }
    __name(validateSchemaDeps, "validateSchemaDeps");
    exports.validateSchemaDeps = validateSchemaDeps;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/propertyNames.js
var require_propertyNames = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/propertyNames.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "property name must be valid",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`, "params")
    };
    var def = {
      keyword: "propertyNames",
      type: "object",
      schemaType: ["object", "boolean"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        const valid2 = gen.name("valid");
        gen.forIn("key", data, (key) => {
          cxt.setParams({ propertyName: key });
          cxt.subschema({
            keyword: "propertyNames",
            data: key,
            dataTypes: ["string"],
            propertyName: key,
            compositeRule: true
          }, valid2);
          gen.if((0, codegen_1.not)(valid2), () => {
            cxt.error(true);
            if (!it.allErrors)
              gen.break();
          });
        });
        cxt.ok(valid2);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js
var require_additionalProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var util_1 = require_util();
    var error = {
      message: "must NOT have additional properties",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`, "params")
    };
    var def = {
      keyword: "additionalProperties",
      type: ["object"],
      schemaType: ["boolean", "object"],
      allowUndefined: true,
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, opts } = it;
        it.props = true;
        if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema))
          return;
        const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
        const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
        checkAdditionalProperties();
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function checkAdditionalProperties() {
          gen.forIn("key", data, (key) => {
            if (!props.length && !patProps.length)
              additionalPropertyCode(key);
            else
              gen.if(isAdditional(key), () => additionalPropertyCode(key));
          });
        }
        __name(checkAdditionalProperties, "checkAdditionalProperties");
        function isAdditional(key) {
          let definedProp;
          if (props.length > 8) {
            const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
            definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
          } else if (props.length) {
            definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`));
          } else {
            definedProp = codegen_1.nil;
          }
          if (patProps.length) {
            definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
          }
          return (0, codegen_1.not)(definedProp);
        }
        __name(isAdditional, "isAdditional");
        function deleteAdditional(key) {
          gen.code((0, codegen_1._)`delete ${data}[${key}]`);
        }
        __name(deleteAdditional, "deleteAdditional");
        function additionalPropertyCode(key) {
          if (opts.removeAdditional === "all" || opts.removeAdditional && schema === false) {
            deleteAdditional(key);
            return;
          }
          if (schema === false) {
            cxt.setParams({ additionalProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid2 = gen.name("valid");
            if (opts.removeAdditional === "failing") {
              applyAdditionalSchema(key, valid2, false);
              gen.if((0, codegen_1.not)(valid2), () => {
                cxt.reset();
                deleteAdditional(key);
              });
            } else {
              applyAdditionalSchema(key, valid2);
              if (!allErrors)
                gen.if((0, codegen_1.not)(valid2), () => gen.break());
            }
          }
        }
        __name(additionalPropertyCode, "additionalPropertyCode");
        function applyAdditionalSchema(key, valid2, errors2) {
          const subschema = {
            keyword: "additionalProperties",
            dataProp: key,
            dataPropType: util_1.Type.Str
          };
          if (errors2 === false) {
            Object.assign(subschema, {
              compositeRule: true,
              createErrors: false,
              allErrors: false
            });
          }
          cxt.subschema(subschema, valid2);
        }
        __name(applyAdditionalSchema, "applyAdditionalSchema");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/properties.js
var require_properties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/properties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var validate_1 = require_validate();
    var code_1 = require_code2();
    var util_1 = require_util();
    var additionalProperties_1 = require_additionalProperties();
    var def = {
      keyword: "properties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === void 0) {
          additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
        }
        const allProps = (0, code_1.allSchemaProperties)(schema);
        for (const prop of allProps) {
          it.definedProperties.add(prop);
        }
        if (it.opts.unevaluated && allProps.length && it.props !== true) {
          it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
        }
        const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
        if (properties.length === 0)
          return;
        const valid2 = gen.name("valid");
        for (const prop of properties) {
          if (hasDefault(prop)) {
            applyPropertySchema(prop);
          } else {
            gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
            applyPropertySchema(prop);
            if (!it.allErrors)
              gen.else().var(valid2, true);
            gen.endIf();
          }
          cxt.it.definedProperties.add(prop);
          cxt.ok(valid2);
        }
        function hasDefault(prop) {
          return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
        }
        __name(hasDefault, "hasDefault");
        function applyPropertySchema(prop) {
          cxt.subschema({
            keyword: "properties",
            schemaProp: prop,
            dataProp: prop
          }, valid2);
        }
        __name(applyPropertySchema, "applyPropertySchema");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/patternProperties.js
var require_patternProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/patternProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var util_2 = require_util();
    var def = {
      keyword: "patternProperties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, data, parentSchema, it } = cxt;
        const { opts } = it;
        const patterns = (0, code_1.allSchemaProperties)(schema);
        const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
        if (patterns.length === 0 || alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === true)) {
          return;
        }
        const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
        const valid2 = gen.name("valid");
        if (it.props !== true && !(it.props instanceof codegen_1.Name)) {
          it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
        }
        const { props } = it;
        validatePatternProperties();
        function validatePatternProperties() {
          for (const pat of patterns) {
            if (checkProperties)
              checkMatchingProperties(pat);
            if (it.allErrors) {
              validateProperties(pat);
            } else {
              gen.var(valid2, true);
              validateProperties(pat);
              gen.if(valid2);
            }
          }
        }
        __name(validatePatternProperties, "validatePatternProperties");
        function checkMatchingProperties(pat) {
          for (const prop in checkProperties) {
            if (new RegExp(pat).test(prop)) {
              (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
            }
          }
        }
        __name(checkMatchingProperties, "checkMatchingProperties");
        function validateProperties(pat) {
          gen.forIn("key", data, (key) => {
            gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
              const alwaysValid = alwaysValidPatterns.includes(pat);
              if (!alwaysValid) {
                cxt.subschema({
                  keyword: "patternProperties",
                  schemaProp: pat,
                  dataProp: key,
                  dataPropType: util_2.Type.Str
                }, valid2);
              }
              if (it.opts.unevaluated && props !== true) {
                gen.assign((0, codegen_1._)`${props}[${key}]`, true);
              } else if (!alwaysValid && !it.allErrors) {
                gen.if((0, codegen_1.not)(valid2), () => gen.break());
              }
            });
          });
        }
        __name(validateProperties, "validateProperties");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/not.js
var require_not = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/not.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "not",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      code(cxt) {
        const { gen, schema, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          cxt.fail();
          return;
        }
        const valid2 = gen.name("valid");
        cxt.subschema({
          keyword: "not",
          compositeRule: true,
          createErrors: false,
          allErrors: false
        }, valid2);
        cxt.failResult(valid2, () => cxt.reset(), () => cxt.error());
      },
      error: { message: "must NOT be valid" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/anyOf.js
var require_anyOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/anyOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var def = {
      keyword: "anyOf",
      schemaType: "array",
      trackErrors: true,
      code: code_1.validateUnion,
      error: { message: "must match a schema in anyOf" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/oneOf.js
var require_oneOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/oneOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "must match exactly one schema in oneOf",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`, "params")
    };
    var def = {
      keyword: "oneOf",
      schemaType: "array",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        if (it.opts.discriminator && parentSchema.discriminator)
          return;
        const schArr = schema;
        const valid2 = gen.let("valid", false);
        const passing = gen.let("passing", null);
        const schValid = gen.name("_valid");
        cxt.setParams({ passing });
        gen.block(validateOneOf);
        cxt.result(valid2, () => cxt.reset(), () => cxt.error(true));
        function validateOneOf() {
          schArr.forEach((sch, i) => {
            let schCxt;
            if ((0, util_1.alwaysValidSchema)(it, sch)) {
              gen.var(schValid, true);
            } else {
              schCxt = cxt.subschema({
                keyword: "oneOf",
                schemaProp: i,
                compositeRule: true
              }, schValid);
            }
            if (i > 0) {
              gen.if((0, codegen_1._)`${schValid} && ${valid2}`).assign(valid2, false).assign(passing, (0, codegen_1._)`[${passing}, ${i}]`).else();
            }
            gen.if(schValid, () => {
              gen.assign(valid2, true);
              gen.assign(passing, i);
              if (schCxt)
                cxt.mergeEvaluated(schCxt, codegen_1.Name);
            });
          });
        }
        __name(validateOneOf, "validateOneOf");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/allOf.js
var require_allOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/allOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "allOf",
      schemaType: "array",
      code(cxt) {
        const { gen, schema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        const valid2 = gen.name("valid");
        schema.forEach((sch, i) => {
          if ((0, util_1.alwaysValidSchema)(it, sch))
            return;
          const schCxt = cxt.subschema({ keyword: "allOf", schemaProp: i }, valid2);
          cxt.ok(valid2);
          cxt.mergeEvaluated(schCxt);
        });
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/if.js
var require_if = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/if.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`, "message"),
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`, "params")
    };
    var def = {
      keyword: "if",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, parentSchema, it } = cxt;
        if (parentSchema.then === void 0 && parentSchema.else === void 0) {
          (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
        }
        const hasThen = hasSchema(it, "then");
        const hasElse = hasSchema(it, "else");
        if (!hasThen && !hasElse)
          return;
        const valid2 = gen.let("valid", true);
        const schValid = gen.name("_valid");
        validateIf();
        cxt.reset();
        if (hasThen && hasElse) {
          const ifClause = gen.let("ifClause");
          cxt.setParams({ ifClause });
          gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
        } else if (hasThen) {
          gen.if(schValid, validateClause("then"));
        } else {
          gen.if((0, codegen_1.not)(schValid), validateClause("else"));
        }
        cxt.pass(valid2, () => cxt.error(true));
        function validateIf() {
          const schCxt = cxt.subschema({
            keyword: "if",
            compositeRule: true,
            createErrors: false,
            allErrors: false
          }, schValid);
          cxt.mergeEvaluated(schCxt);
        }
        __name(validateIf, "validateIf");
        function validateClause(keyword, ifClause) {
          return () => {
            const schCxt = cxt.subschema({ keyword }, schValid);
            gen.assign(valid2, schValid);
            cxt.mergeValidEvaluated(schCxt, valid2);
            if (ifClause)
              gen.assign(ifClause, (0, codegen_1._)`${keyword}`);
            else
              cxt.setParams({ ifClause: keyword });
          };
        }
        __name(validateClause, "validateClause");
      }
    };
    function hasSchema(it, keyword) {
      const schema = it.schema[keyword];
      return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
    }
    __name(hasSchema, "hasSchema");
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/thenElse.js
var require_thenElse = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/thenElse.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["then", "else"],
      schemaType: ["object", "boolean"],
      code({ keyword, parentSchema, it }) {
        if (parentSchema.if === void 0)
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/index.js
var require_applicator = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var additionalItems_1 = require_additionalItems();
    var prefixItems_1 = require_prefixItems();
    var items_1 = require_items();
    var items2020_1 = require_items2020();
    var contains_1 = require_contains();
    var dependencies_1 = require_dependencies();
    var propertyNames_1 = require_propertyNames();
    var additionalProperties_1 = require_additionalProperties();
    var properties_1 = require_properties();
    var patternProperties_1 = require_patternProperties();
    var not_1 = require_not();
    var anyOf_1 = require_anyOf();
    var oneOf_1 = require_oneOf();
    var allOf_1 = require_allOf();
    var if_1 = require_if();
    var thenElse_1 = require_thenElse();
    function getApplicator(draft2020 = false) {
      const applicator = [
        // any
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        // object
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default
      ];
      if (draft2020)
        applicator.push(prefixItems_1.default, items2020_1.default);
      else
        applicator.push(additionalItems_1.default, items_1.default);
      applicator.push(contains_1.default);
      return applicator;
    }
    __name(getApplicator, "getApplicator");
    exports.default = getApplicator;
  }
});

// node_modules/ajv/dist/vocabularies/format/format.js
var require_format = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/format.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "format",
      type: ["number", "string"],
      schemaType: "string",
      $data: true,
      error,
      code(cxt, ruleType) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const { opts, errSchemaPath, schemaEnv, self } = it;
        if (!opts.validateFormats)
          return;
        if ($data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fDef = gen.const("fDef", (0, codegen_1._)`${fmts}[${schemaCode}]`);
          const fType = gen.let("fType");
          const format = gen.let("format");
          gen.if((0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._)`${fDef}.type || "string"`).assign(format, (0, codegen_1._)`${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format, fDef));
          cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
          function unknownFmt() {
            if (opts.strictSchema === false)
              return codegen_1.nil;
            return (0, codegen_1._)`${schemaCode} && !${format}`;
          }
          __name(unknownFmt, "unknownFmt");
          function invalidFmt() {
            const callFormat = schemaEnv.$async ? (0, codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))` : (0, codegen_1._)`${format}(${data})`;
            const validData = (0, codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
            return (0, codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
          }
          __name(invalidFmt, "invalidFmt");
        }
        __name(validate$DataFormat, "validate$DataFormat");
        function validateFormat() {
          const formatDef = self.formats[schema];
          if (!formatDef) {
            unknownFormat();
            return;
          }
          if (formatDef === true)
            return;
          const [fmtType, format, fmtRef] = getFormat(formatDef);
          if (fmtType === ruleType)
            cxt.pass(validCondition());
          function unknownFormat() {
            if (opts.strictSchema === false) {
              self.logger.warn(unknownMsg());
              return;
            }
            throw new Error(unknownMsg());
            function unknownMsg() {
              return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
            }
            __name(unknownMsg, "unknownMsg");
          }
          __name(unknownFormat, "unknownFormat");
          function getFormat(fmtDef) {
            const code2 = fmtDef instanceof RegExp ? (0, codegen_1.regexpCode)(fmtDef) : opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}` : void 0;
            const fmt = gen.scopeValue("formats", { key: schema, ref: fmtDef, code: code2 });
            if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) {
              return [fmtDef.type || "string", fmtDef.validate, (0, codegen_1._)`${fmt}.validate`];
            }
            return ["string", fmtDef, fmt];
          }
          __name(getFormat, "getFormat");
          function validCondition() {
            if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
              if (!schemaEnv.$async)
                throw new Error("async format in sync schema");
              return (0, codegen_1._)`await ${fmtRef}(${data})`;
            }
            return typeof format == "function" ? (0, codegen_1._)`${fmtRef}(${data})` : (0, codegen_1._)`${fmtRef}.test(${data})`;
          }
          __name(validCondition, "validCondition");
        }
        __name(validateFormat, "validateFormat");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/format/index.js
var require_format2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var format_1 = require_format();
    var format = [format_1.default];
    exports.default = format;
  }
});

// node_modules/ajv/dist/vocabularies/metadata.js
var require_metadata = __commonJS({
  "node_modules/ajv/dist/vocabularies/metadata.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.contentVocabulary = exports.metadataVocabulary = void 0;
    exports.metadataVocabulary = [
      "title",
      "description",
      "default",
      "deprecated",
      "readOnly",
      "writeOnly",
      "examples"
    ];
    exports.contentVocabulary = [
      "contentMediaType",
      "contentEncoding",
      "contentSchema"
    ];
  }
});

// node_modules/ajv/dist/vocabularies/draft7.js
var require_draft7 = __commonJS({
  "node_modules/ajv/dist/vocabularies/draft7.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var core_1 = require_core2();
    var validation_1 = require_validation();
    var applicator_1 = require_applicator();
    var format_1 = require_format2();
    var metadata_1 = require_metadata();
    var draft7Vocabularies = [
      core_1.default,
      validation_1.default,
      (0, applicator_1.default)(),
      format_1.default,
      metadata_1.metadataVocabulary,
      metadata_1.contentVocabulary
    ];
    exports.default = draft7Vocabularies;
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/types.js
var require_types = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DiscrError = void 0;
    var DiscrError;
    (function(DiscrError2) {
      DiscrError2["Tag"] = "tag";
      DiscrError2["Mapping"] = "mapping";
    })(DiscrError || (exports.DiscrError = DiscrError = {}));
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/index.js
var require_discriminator = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var types_1 = require_types();
    var compile_1 = require_compile();
    var ref_error_1 = require_ref_error();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag ? `tag "${tagName}" must be string` : `value of tag "${tagName}" must be in oneOf`, "message"),
      params: /* @__PURE__ */ __name(({ params: { discrError, tag, tagName } }) => (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`, "params")
    };
    var def = {
      keyword: "discriminator",
      type: "object",
      schemaType: "object",
      error,
      code(cxt) {
        const { gen, data, schema, parentSchema, it } = cxt;
        const { oneOf } = parentSchema;
        if (!it.opts.discriminator) {
          throw new Error("discriminator: requires discriminator option");
        }
        const tagName = schema.propertyName;
        if (typeof tagName != "string")
          throw new Error("discriminator: requires propertyName");
        if (schema.mapping)
          throw new Error("discriminator: mapping is not supported");
        if (!oneOf)
          throw new Error("discriminator: requires oneOf keyword");
        const valid2 = gen.let("valid", false);
        const tag = gen.const("tag", (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
        gen.if((0, codegen_1._)`typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, { discrError: types_1.DiscrError.Tag, tag, tagName }));
        cxt.ok(valid2);
        function validateMapping() {
          const mapping = getMapping();
          gen.if(false);
          for (const tagValue in mapping) {
            gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`);
            gen.assign(valid2, applyTagSchema(mapping[tagValue]));
          }
          gen.else();
          cxt.error(false, { discrError: types_1.DiscrError.Mapping, tag, tagName });
          gen.endIf();
        }
        __name(validateMapping, "validateMapping");
        function applyTagSchema(schemaProp) {
          const _valid = gen.name("valid");
          const schCxt = cxt.subschema({ keyword: "oneOf", schemaProp }, _valid);
          cxt.mergeEvaluated(schCxt, codegen_1.Name);
          return _valid;
        }
        __name(applyTagSchema, "applyTagSchema");
        function getMapping() {
          var _a;
          const oneOfMapping = {};
          const topRequired = hasRequired(parentSchema);
          let tagRequired = true;
          for (let i = 0; i < oneOf.length; i++) {
            let sch = oneOf[i];
            if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
              const ref = sch.$ref;
              sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
              if (sch instanceof compile_1.SchemaEnv)
                sch = sch.schema;
              if (sch === void 0)
                throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
            }
            const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
            if (typeof propSch != "object") {
              throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
            }
            tagRequired = tagRequired && (topRequired || hasRequired(sch));
            addMappings(propSch, i);
          }
          if (!tagRequired)
            throw new Error(`discriminator: "${tagName}" must be required`);
          return oneOfMapping;
          function hasRequired({ required }) {
            return Array.isArray(required) && required.includes(tagName);
          }
          __name(hasRequired, "hasRequired");
          function addMappings(sch, i) {
            if (sch.const) {
              addMapping(sch.const, i);
            } else if (sch.enum) {
              for (const tagValue of sch.enum) {
                addMapping(tagValue, i);
              }
            } else {
              throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
            }
          }
          __name(addMappings, "addMappings");
          function addMapping(tagValue, i) {
            if (typeof tagValue != "string" || tagValue in oneOfMapping) {
              throw new Error(`discriminator: "${tagName}" values must be unique strings`);
            }
            oneOfMapping[tagValue] = i;
          }
          __name(addMapping, "addMapping");
        }
        __name(getMapping, "getMapping");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/refs/json-schema-draft-07.json
var require_json_schema_draft_07 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-draft-07.json"(exports, module) {
    module.exports = {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "http://json-schema.org/draft-07/schema#",
      title: "Core schema meta-schema",
      definitions: {
        schemaArray: {
          type: "array",
          minItems: 1,
          items: { $ref: "#" }
        },
        nonNegativeInteger: {
          type: "integer",
          minimum: 0
        },
        nonNegativeIntegerDefault0: {
          allOf: [{ $ref: "#/definitions/nonNegativeInteger" }, { default: 0 }]
        },
        simpleTypes: {
          enum: ["array", "boolean", "integer", "null", "number", "object", "string"]
        },
        stringArray: {
          type: "array",
          items: { type: "string" },
          uniqueItems: true,
          default: []
        }
      },
      type: ["object", "boolean"],
      properties: {
        $id: {
          type: "string",
          format: "uri-reference"
        },
        $schema: {
          type: "string",
          format: "uri"
        },
        $ref: {
          type: "string",
          format: "uri-reference"
        },
        $comment: {
          type: "string"
        },
        title: {
          type: "string"
        },
        description: {
          type: "string"
        },
        default: true,
        readOnly: {
          type: "boolean",
          default: false
        },
        examples: {
          type: "array",
          items: true
        },
        multipleOf: {
          type: "number",
          exclusiveMinimum: 0
        },
        maximum: {
          type: "number"
        },
        exclusiveMaximum: {
          type: "number"
        },
        minimum: {
          type: "number"
        },
        exclusiveMinimum: {
          type: "number"
        },
        maxLength: { $ref: "#/definitions/nonNegativeInteger" },
        minLength: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        pattern: {
          type: "string",
          format: "regex"
        },
        additionalItems: { $ref: "#" },
        items: {
          anyOf: [{ $ref: "#" }, { $ref: "#/definitions/schemaArray" }],
          default: true
        },
        maxItems: { $ref: "#/definitions/nonNegativeInteger" },
        minItems: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        uniqueItems: {
          type: "boolean",
          default: false
        },
        contains: { $ref: "#" },
        maxProperties: { $ref: "#/definitions/nonNegativeInteger" },
        minProperties: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        required: { $ref: "#/definitions/stringArray" },
        additionalProperties: { $ref: "#" },
        definitions: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        properties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        patternProperties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          propertyNames: { format: "regex" },
          default: {}
        },
        dependencies: {
          type: "object",
          additionalProperties: {
            anyOf: [{ $ref: "#" }, { $ref: "#/definitions/stringArray" }]
          }
        },
        propertyNames: { $ref: "#" },
        const: true,
        enum: {
          type: "array",
          items: true,
          minItems: 1,
          uniqueItems: true
        },
        type: {
          anyOf: [
            { $ref: "#/definitions/simpleTypes" },
            {
              type: "array",
              items: { $ref: "#/definitions/simpleTypes" },
              minItems: 1,
              uniqueItems: true
            }
          ]
        },
        format: { type: "string" },
        contentMediaType: { type: "string" },
        contentEncoding: { type: "string" },
        if: { $ref: "#" },
        then: { $ref: "#" },
        else: { $ref: "#" },
        allOf: { $ref: "#/definitions/schemaArray" },
        anyOf: { $ref: "#/definitions/schemaArray" },
        oneOf: { $ref: "#/definitions/schemaArray" },
        not: { $ref: "#" }
      },
      default: true
    };
  }
});

// node_modules/ajv/dist/ajv.js
var require_ajv = __commonJS({
  "node_modules/ajv/dist/ajv.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv = void 0;
    var core_1 = require_core();
    var draft7_1 = require_draft7();
    var discriminator_1 = require_discriminator();
    var draft7MetaSchema = require_json_schema_draft_07();
    var META_SUPPORT_DATA = ["/properties"];
    var META_SCHEMA_ID = "http://json-schema.org/draft-07/schema";
    var Ajv2 = class extends core_1.default {
      static {
        __name(this, "Ajv");
      }
      _addVocabularies() {
        super._addVocabularies();
        draft7_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
          this.addKeyword(discriminator_1.default);
      }
      _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        if (!this.opts.meta)
          return;
        const metaSchema = this.opts.$data ? this.$dataMetaSchema(draft7MetaSchema, META_SUPPORT_DATA) : draft7MetaSchema;
        this.addMetaSchema(metaSchema, META_SCHEMA_ID, false);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
      }
      defaultMeta() {
        return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
      }
    };
    exports.Ajv = Ajv2;
    module.exports = exports = Ajv2;
    module.exports.Ajv = Ajv2;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = Ajv2;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validate_1.KeywordCxt;
    }, "get") });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.str;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.stringify;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.nil;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.Name;
    }, "get") });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.CodeGen;
    }, "get") });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validation_error_1.default;
    }, "get") });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports, "MissingRefError", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return ref_error_1.default;
    }, "get") });
  }
});

// src/adapters/charts/bundled.ts
var import_semver = __toESM(require_semver2(), 1);
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

// src/adapters/charts/digest.ts
import { createHash } from "node:crypto";
function chartDigest(files) {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    for (const part2 of [path, files.get(path) ?? ""]) {
      const bytes2 = Buffer.from(part2, "utf8");
      hash.update(`${bytes2.length}
`).update(bytes2);
    }
  }
  return `sha256:${hash.digest("hex")}`;
}
__name(chartDigest, "chartDigest");

// src/adapters/charts/bundled.ts
var line = "1.31";
var origin = "bundled snapshot 2026-08-27 of the 1.31 line, not a release";
var bundle;
async function fetchBundled(request2) {
  bundle ??= readBundle(request2);
  const { version, charts } = await bundle;
  const asked = (0, import_semver.parse)(request2.version);
  const files = asked !== null && `${asked.major}.${asked.minor}` === line ? charts[request2.name]?.files : void 0;
  if (files === void 0) {
    throw problem("chart-not-found", {
      chart: request2.name,
      version: request2.version,
      source: `the bundled charts, which are of the ${line} line`
    });
  }
  const chart = new Map(Object.entries(files));
  return { name: request2.name, version, appVersion: version, digest: chartDigest(chart), origin, files: chart };
}
__name(fetchBundled, "fetchBundled");
async function readBundle({ name: name2 }) {
  const path = shipped("charts.json.br");
  if (path === void 0)
    throw problem("chart-unreadable", { chart: name2, source: "bundled", why: "charts.json.br is missing from dist/" });
  return JSON.parse((await promisify(brotliDecompress)(await readFile(path))).toString("utf8"));
}
__name(readBundle, "readBundle");

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
var missing = /* @__PURE__ */ __name(() => new Trouble("missing", ""), "missing");
var unreachable = /* @__PURE__ */ __name((why, cause) => new Trouble("unreachable", why, cause), "unreachable");
var unreadable = /* @__PURE__ */ __name((why, cause) => new Trouble("unreadable", why, cause), "unreadable");

// src/adapters/charts/chart.ts
function chartFrom(files, origin2) {
  const metadata = readMetadata(files.get("Chart.yaml"));
  const name2 = textAt(metadata, "name");
  const version = textAt(metadata, "version");
  if (name2 === void 0 || version === void 0) throw unreadable("its Chart.yaml has no name or no version");
  return { name: name2, version, appVersion: textAt(metadata, "appVersion") ?? "", digest: chartDigest(files), origin: origin2, files };
}
__name(chartFrom, "chartFrom");
function readMetadata(text4) {
  if (text4 === void 0) throw unreadable("it has no Chart.yaml");
  try {
    const [metadata] = readValues(text4);
    if (isObject(metadata)) return metadata;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw unreadable(`its Chart.yaml cannot be read: ${cause.message}`, cause);
  }
  throw unreadable("its Chart.yaml is not a mapping");
}
__name(readMetadata, "readMetadata");

// src/adapters/charts/helmignore.ts
function helmIgnore(text4) {
  const rules3 = [...text4.replace(/^\ufeff/u, "").split("\n"), "templates/.?*"].map((line2) => line2.trim()).flatMap(readRule);
  const hit = /* @__PURE__ */ __name((path, isFolder) => isIgnored(rules3, path, isFolder), "hit");
  return (path) => {
    const parts3 = path.split("/");
    return parts3.some((_, index) => hit(parts3.slice(0, index + 1).join("/"), index < parts3.length - 1));
  };
}
__name(helmIgnore, "helmIgnore");
function readRule(line2) {
  if (line2 === "" || line2.startsWith("#")) return [];
  const negated = line2.startsWith("!");
  const folderOnly = line2.endsWith("/");
  const pattern = line2.replace(/^!/u, "").replace(/\/$/u, "");
  const whole = pattern.includes("/");
  const glob = globToRegExp(pattern.replace(/^\//u, ""));
  return [{ negated, folderOnly, matches: /* @__PURE__ */ __name((path) => glob.test(whole ? path : path.split("/").at(-1) ?? ""), "matches") }];
}
__name(readRule, "readRule");
function isIgnored(rules3, path, isFolder) {
  return rules3.some(({ negated, folderOnly, matches }) => {
    if (folderOnly && !isFolder) return negated;
    return matches(path) !== negated;
  });
}
__name(isIgnored, "isIgnored");
function globToRegExp(glob) {
  const parts3 = glob.match(/\\.|\[\^?[^\]]+\]|[\s\S]/gu) ?? [];
  const source = parts3.map((part2) => {
    if (part2 === "*") return "[^/]*";
    if (part2 === "?") return "[^/]";
    if (part2.length > 1 && part2.startsWith("[")) return part2.replaceAll("\\", "\\\\");
    return part2.replace(/^\\(?=.)/u, "").replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "u");
}
__name(globToRegExp, "globToRegExp");

// src/adapters/charts/folder.ts
function findInFolder(tree3, folder, request2) {
  const within = folder === "." || folder === "" ? "" : `${folder}/`;
  const manifests = tree3.entries.filter(({ path }) => path.startsWith(within) && /(?:^|\/)Chart\.yaml$/u.test(path));
  const roots = manifests.map(({ path }) => path.slice(0, -"Chart.yaml".length));
  const found = manifests.find((entry, index) => !isSubchart(roots[index] ?? "", roots) && isWanted(entry, request2));
  if (found === void 0) throw missing();
  const root2 = found.path.slice(0, -"Chart.yaml".length);
  return chartFrom(filesBelow(tree3, root2), `path:${root2.replace(/\/$/u, "") || "."}`);
}
__name(findInFolder, "findInFolder");
function isSubchart(root2, roots) {
  return roots.some((other) => other !== root2 && root2.startsWith(`${other}charts/`));
}
__name(isSubchart, "isSubchart");
function isWanted(entry, { name: name2, version }) {
  if (entry.kind !== "file") return false;
  const metadata = readMetadata(entry.text);
  return textAt(metadata, "name") === name2 && textAt(metadata, "version")?.replace(/^v/u, "") === version.replace(/^v/u, "");
}
__name(isWanted, "isWanted");
function filesBelow(tree3, root2) {
  const below = tree3.entries.filter(({ path }) => path.startsWith(root2)).map((entry) => ({ entry, path: entry.path.slice(root2.length) }));
  const rules3 = below.find(({ path }) => path === ".helmignore")?.entry;
  const ignored = helmIgnore(rules3?.kind === "file" ? rules3.text : "");
  const files = below.filter(({ path }) => !ignored(path)).map(({ entry, path }) => [path, textOf(entry)]);
  return new Map(files);
}
__name(filesBelow, "filesBelow");
function textOf(entry) {
  switch (entry.kind) {
    case "file":
      return entry.text;
    case "too-large":
      throw unreadable(`${entry.path} is larger than ${entry.limit >> 20} MB`);
    case "binary":
      throw unreadable(`${entry.path} is not text; list it in the chart's .helmignore`);
    case "symlink":
    case "submodule":
      throw unreadable(`${entry.path} is a ${entry.kind}, and nothing outside of the repository is read`);
  }
}
__name(textOf, "textOf");

// src/adapters/charts/http.ts
var import_undici = __toESM(require_undici(), 1);
var redirects = 5;
var attempts = 3;
var timeoutMs = 3e4;
var pauseMs = 250;
function createHttp({ proxy = false, credentials = {} }) {
  const timeouts = { connectTimeout: timeoutMs, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  let dispatcher;
  const pool = /* @__PURE__ */ __name(() => {
    dispatcher ??= proxy ? new import_undici.EnvHttpProxyAgent(timeouts) : new import_undici.Agent(timeouts);
    return dispatcher;
  }, "pool");
  return {
    get: /* @__PURE__ */ __name((url, wishes) => follow(url, wishes, pool()), "get"),
    basic: /* @__PURE__ */ __name((host) => {
      const found = credentials[host];
      return found && `Basic ${Buffer.from(`${found.user}:${found.password.open()}`).toString("base64")}`;
    }, "basic")
  };
}
__name(createHttp, "createHttp");
async function follow(first2, wishes, dispatcher) {
  let url = new URL(first2);
  for (let hop = 0; hop <= redirects; hop++) {
    const authorization2 = url.origin === new URL(first2).origin ? wishes.authorization : void 0;
    const answer = await persist(url, { ...wishes, authorization: authorization2 }, dispatcher);
    const location2 = answer.header("location");
    if (![301, 302, 303, 307, 308].includes(answer.status) || location2 === void 0) return answer;
    const next = new URL(location2, url);
    if (!/^https?:$/u.test(next.protocol) || url.protocol === "https:" && next.protocol === "http:") {
      throw unreachable(`${url.host} redirects to ${next.protocol}//${next.host}`);
    }
    url = next;
  }
  throw unreachable(`more than ${redirects} redirects`);
}
__name(follow, "follow");
async function persist(url, wishes, dispatcher) {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    try {
      const answer = await once(url, wishes, dispatcher);
      if (last || ![502, 503, 504].includes(answer.status)) return answer;
    } catch (cause) {
      if (last || !(cause instanceof Error) || !("code" in cause)) throw asTrouble(cause, url);
    }
    await new Promise((resume) => setTimeout(resume, pauseMs * attempt));
  }
}
__name(persist, "persist");
async function once(url, { limitBytes, accept: accept2 = "*/*", authorization: authorization2 }, dispatcher) {
  const headers = { "user-agent": "isthmus", accept: accept2, ...authorization2 === void 0 ? {} : { authorization: authorization2 } };
  const answer = await (0, import_undici.request)(url, { dispatcher, headers });
  const chunks = [];
  let size2 = 0;
  for await (const chunk of answer.body) {
    size2 += chunk.length;
    if (size2 > limitBytes) throw unreadable(`it is larger than ${limitBytes >> 20} MB`);
    chunks.push(chunk);
  }
  const header = /* @__PURE__ */ __name((name2) => [answer.headers[name2]].flat()[0], "header");
  return { status: answer.statusCode, header, body: Buffer.concat(chunks) };
}
__name(once, "once");
function asTrouble(cause, url) {
  return cause instanceof Error && "code" in cause ? unreachable(`${url.host}: ${cause.message || String(cause.code)}`, cause) : cause;
}
__name(asTrouble, "asTrouble");

// src/adapters/charts/oci.ts
import { createHash as createHash3 } from "node:crypto";

// src/adapters/charts/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { promisify as promisify2 } from "node:util";
import { gunzip } from "node:zlib";
var limits = { unpackedBytes: 64 * 1024 * 1024, fileBytes: 16 * 1024 * 1024, files: 5e3, nesting: 3 };
async function unpackChart(archive, nesting = 0) {
  if (nesting > limits.nesting) throw unreadable("its subcharts are nested too deeply");
  const files = /* @__PURE__ */ new Map();
  for (const [path, bytes2] of await readTar(await unzip(archive))) {
    const inner = /^charts\/(?<name>[^/]+)\.tgz$/u.exec(path)?.groups?.["name"];
    if (inner === void 0) files.set(path, textOf2(bytes2));
    else for (const [below, text4] of await unpackChart(bytes2, nesting + 1)) files.set(`charts/${inner}/${below}`, text4);
    if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
  }
  if (files.size === 0) throw unreadable("the archive is empty");
  return files;
}
__name(unpackChart, "unpackChart");
async function unzip(archive) {
  try {
    return await promisify2(gunzip)(archive, { maxOutputLength: limits.unpackedBytes });
  } catch (cause) {
    const bomb = cause instanceof RangeError;
    throw unreadable(
      bomb ? `it unpacks to more than ${limits.unpackedBytes >> 20} MB` : `it is not a whole gzip archive (${reason(cause)})`,
      cause
    );
  }
}
__name(unzip, "unzip");
async function readTar(tar) {
  const files = /* @__PURE__ */ new Map();
  const reader2 = (0, import_tar_stream.extract)();
  reader2.end(tar);
  try {
    for await (const entry of reader2) {
      const path = pathOf(entry.header);
      const chunks = [];
      for await (const chunk of entry) chunks.push(chunk);
      if (path === void 0) continue;
      if (files.has(path)) throw unreadable(`it holds ${path} twice`);
      files.set(path, Buffer.concat(chunks));
      if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
    }
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw unreadable(`it is not a whole tar archive (${reason(cause)})`, cause);
  }
  return files;
}
__name(readTar, "readTar");
function pathOf({ name: name2, type, size: size2 = 0 }) {
  if (type === "directory") return void 0;
  if (type !== "file" && type !== "contiguous-file") throw unreadable(`it holds ${name2}, which is a ${type ?? "thing"} and not a file`);
  if (size2 > limits.fileBytes) throw unreadable(`it holds ${name2}, which is larger than ${limits.fileBytes >> 20} MB`);
  const parts3 = name2.split("/").filter((part2) => part2 !== "" && part2 !== ".");
  const leavesFolder = name2.startsWith("/") || /[\\\0]|^[a-z]:/iu.test(name2) || parts3.includes("..");
  if (leavesFolder || parts3.length < 2) throw unreadable(`it holds ${name2}, a path outside of the chart's folder`);
  return parts3.slice(1).join("/");
}
__name(pathOf, "pathOf");
function textOf2(bytes2) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes2);
  } catch {
    return bytes2.toString("latin1");
  }
}
__name(textOf2, "textOf");
function reason(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}
__name(reason, "reason");

// src/adapters/charts/repository.ts
var import_semver2 = __toESM(require_semver2(), 1);
import { createHash as createHash2 } from "node:crypto";
var largestIndex = 64 * 1024 * 1024;
var largestArchive = 32 * 1024 * 1024;
var indexIsFreshMs = 6e4;
function createRepositories(http) {
  const indexes = /* @__PURE__ */ new Map();
  return async (url, request2) => {
    const base = url.replace(/\/*$/u, "/");
    const index = indexes.get(base) ?? readIndex(http, base);
    if (!indexes.has(base)) {
      indexes.set(base, index);
      index.catch(() => indexes.delete(base));
      setTimeout(() => indexes.delete(base), indexIsFreshMs).unref();
    }
    const entry = findEntry(await index, request2);
    return fetchEntry(http, base, entry);
  };
}
__name(createRepositories, "createRepositories");
async function readIndex(http, base) {
  const body = await download(http, `${base}index.yaml`, base, largestIndex);
  try {
    const [index] = readValues(body.toString("utf8"));
    if (isObject(index)) return index;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw unreadable(`the repository's index.yaml cannot be read: ${cause.message}`, cause);
  }
  throw unreadable("the repository's index.yaml is not a mapping");
}
__name(readIndex, "readIndex");
function findEntry(index, { name: name2, version }) {
  const entries = listAt(objectAt(index, "entries"), name2).filter(isObject);
  const same = /* @__PURE__ */ __name((text4) => text4 === version || (0, import_semver2.valid)(text4) !== null && (0, import_semver2.valid)(version) !== null && (0, import_semver2.eq)(text4 ?? "", version), "same");
  const found = entries.find((entry) => textAt(entry, "version") === version) ?? entries.find((entry) => same(textAt(entry, "version")));
  if (found === void 0) throw missing();
  return found;
}
__name(findEntry, "findEntry");
async function fetchEntry(http, base, entry) {
  const address = textAt(entry, "urls", 0);
  if (address === void 0) throw unreadable("the repository's index names no address for it");
  const url = new URL(address, base).href;
  const archive = await download(http, url, base, largestArchive);
  const stated = textAt(entry, "digest")?.replace(/^sha256:/u, "");
  const actual = createHash2("sha256").update(archive).digest("hex");
  if (stated !== void 0 && stated !== actual)
    throw unreadable(`its archive has SHA-256 ${actual}, but the repository's index says ${stated}`);
  return chartFrom(await unpackChart(archive), url);
}
__name(fetchEntry, "fetchEntry");
async function download(http, url, base, limitBytes) {
  const authorization2 = new URL(url).origin === new URL(base).origin ? http.basic(new URL(base).host) : void 0;
  const { status, body } = await http.get(url, { limitBytes, authorization: authorization2 });
  if (status !== 200) throw unreachable(`${url} answered ${status}`);
  return body;
}
__name(download, "download");

// src/adapters/charts/oci.ts
var manifestType = "application/vnd.oci.image.manifest.v1+json";
var layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
var largestManifest = 4 * 1024 * 1024;
async function fetchOci(http, reference, request2) {
  const { host, repository, wanted } = parseReference(reference, request2);
  const ask = createAsker(http, host, repository);
  const answer = await ask(`manifests/${wanted}`, largestManifest, manifestType);
  if (answer.status === 404) throw missing();
  const manifestDigest = sha256(expected(answer, host).body);
  if (wanted.startsWith("sha256:") && wanted !== manifestDigest)
    throw unreadable(`its manifest has digest ${manifestDigest}, not ${wanted}`);
  const layer = layerOf(answer.body);
  const { body } = expected(await ask(`blobs/${layer}`, largestArchive, layerType), host);
  if (sha256(body) !== layer) throw unreadable(`its archive has digest ${sha256(body)}, but its manifest says ${layer}`);
  const chart = chartFrom(await unpackChart(body), `oci://${host}/${repository}@${manifestDigest}`);
  if (chart.name !== request2.name) throw missing();
  return chart;
}
__name(fetchOci, "fetchOci");
function parseReference(reference, { name: name2, version }) {
  const parts3 = /^oci:\/\/(?<host>[^/]+)\/?(?<path>[^@:]*?)\/?(?:(?:@(?<digest>sha256:[0-9a-f]{64}))|(?::(?<tag>[\w][\w.-]*)))?$/u.exec(
    reference
  )?.groups;
  const host = parts3?.["host"];
  if (parts3 === void 0 || host === void 0) throw unreadable(`${reference} is not an OCI reference`);
  const path = parts3["path"] ?? "";
  const isChart = path === name2 || path.endsWith(`/${name2}`);
  const repository = isChart ? path : `${path}/${name2}`.replace(/^\//u, "");
  return { host, repository, wanted: (isChart ? parts3["digest"] ?? parts3["tag"] : void 0) ?? version.replaceAll("+", "_") };
}
__name(parseReference, "parseReference");
function createAsker(http, host, repository) {
  const base = `${isLoopback(host) ? "http" : "https"}://${host}/v2/${repository}/`;
  let authorization2;
  return async (path, limitBytes, accept2) => {
    const first2 = await http.get(base + path, { limitBytes, accept: accept2, authorization: authorization2 });
    if (first2.status !== 401) return first2;
    authorization2 = await authorize({ http, host, repository, challenge: first2.header("www-authenticate") ?? "" });
    return http.get(base + path, { limitBytes, accept: accept2, authorization: authorization2 });
  };
}
__name(createAsker, "createAsker");
async function authorize({ http, host, repository, challenge }) {
  const basic = http.basic(host);
  if (!/^bearer /iu.test(challenge)) return basic;
  const facts = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]));
  const realm = URL.canParse(facts["realm"] ?? "") ? new URL(facts["realm"] ?? "") : void 0;
  if (realm === void 0 || !(realm.protocol === "https:" || isLoopback(realm.host)))
    throw unreachable(`${host} names no safe address for its tokens`);
  if (facts["service"] !== void 0) realm.searchParams.set("service", facts["service"]);
  realm.searchParams.set("scope", facts["scope"] ?? `repository:${repository}:pull`);
  const { status, body } = await http.get(realm.href, { limitBytes: largestManifest, accept: "application/json", authorization: basic });
  const answer = status === 200 ? parseJson(body) : void 0;
  const token = textAt(answer, "token") ?? textAt(answer, "access_token");
  if (token === void 0) throw unreachable(`${realm.host} gave no token (${status})`);
  return `Bearer ${token}`;
}
__name(authorize, "authorize");
function layerOf(manifest) {
  const layer = listAt(parseJson(manifest), "layers").find((entry) => textAt(entry, "mediaType") === layerType);
  const digest = textAt(layer, "digest");
  if (digest === void 0 || !/^sha256:[0-9a-f]{64}$/u.test(digest)) throw unreadable("its manifest names no Helm chart");
  return digest;
}
__name(layerOf, "layerOf");
function parseJson(body) {
  try {
    const value = JSON.parse(body.toString("utf8"));
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(parseJson, "parseJson");
function expected(answer, host) {
  if (answer.status !== 200) throw unreachable(`${host} answered ${answer.status}`);
  return answer;
}
__name(expected, "expected");
function isLoopback(host) {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u.test(host);
}
__name(isLoopback, "isLoopback");
function sha256(bytes2) {
  return `sha256:${createHash3("sha256").update(bytes2).digest("hex")}`;
}
__name(sha256, "sha256");

// src/adapters/charts/index.ts
function createCharts(options = {}) {
  const fetchFrom = createSources(options);
  const fetched = /* @__PURE__ */ new Map();
  let engine;
  return {
    engine: /* @__PURE__ */ __name(() => {
      engine ??= startEngine();
      return engine;
    }, "engine"),
    fetch: /* @__PURE__ */ __name(async (request2, { tree: tree3, locked }) => {
      const key = `${chartKey(request2)} ${treeKey(request2, tree3)}`;
      const chart = fetched.get(key) ?? fetchFrom(request2, tree3);
      fetched.set(key, chart);
      try {
        return verified(await chart, request2, locked);
      } catch (cause) {
        if (await chart.then(() => false).catch(() => true)) fetched.delete(key);
        throw cause instanceof Trouble ? asProblem(cause, request2) : cause;
      }
    }, "fetch")
  };
}
__name(createCharts, "createCharts");
function createSources(options) {
  const http = createHttp(options);
  const fetchFromRepository = createRepositories(http);
  return async (request2, tree3) => {
    const { source } = request2;
    switch (source.kind) {
      case "bundled":
        return fetchBundled(request2);
      case "repository":
        return fetchFromRepository(source.url, request2);
      case "oci":
        return fetchOci(http, source.reference, request2);
      case "path":
        return findInFolder(tree3, source.folder, request2);
    }
  };
}
__name(createSources, "createSources");
var trees = /* @__PURE__ */ new WeakMap();
var treesSeen = 0;
function treeKey({ source }, tree3) {
  if (source.kind !== "path") return 0;
  const key = trees.get(tree3) ?? ++treesSeen;
  trees.set(tree3, key);
  return key;
}
__name(treeKey, "treeKey");
function verified(chart, request2, locked) {
  if (locked === void 0 || locked.digest === chart.digest) return chart;
  const facts = {
    chart: request2.name,
    version: request2.version,
    source: sourceText(request2.source),
    digest: chart.digest,
    locked: locked.digest
  };
  throw problem("chart-digest-mismatch", facts);
}
__name(verified, "verified");
function asProblem({ kind, message: why, cause }, { name: chart, version, source: from }) {
  const source = sourceText(from);
  switch (kind) {
    case "missing":
      return problem("chart-not-found", { chart, version, source });
    case "unreachable":
      return problem("chart-unreachable", { chart, version, source, why }, cause);
    case "unreadable":
      return problem("chart-unreadable", { chart, source, why }, cause);
  }
}
__name(asProblem, "asProblem");

// src/adapters/git/index.ts
import { resolve } from "node:path";

// src/adapters/git/run-git.ts
import { spawn } from "node:child_process";
async function runGit(folder, args, input) {
  const safe2 = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.ext.allow=never", "--no-pager"];
  const child = spawn("git", [...safe2, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    stdio: ["pipe", "pipe", "pipe"]
  });
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => void 0);
  child.stdin.end(input ?? "");
  const code2 = await new Promise((settle) => {
    child.on("error", () => settle(-1));
    child.on("close", (status) => settle(status ?? -1));
  });
  return { code: code2, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8").trim() };
}
__name(runGit, "runGit");

// src/adapters/git/index.ts
function createGitFiles({ folder }) {
  return {
    read: /* @__PURE__ */ __name((revision) => readRevision(folder, revision), "read"),
    mergeBase: /* @__PURE__ */ __name(async (one2, other) => {
      if ([one2, other].some((revision) => revision.startsWith("-"))) return void 0;
      const { code: code2, stdout } = await runGit(folder, ["merge-base", one2, other]);
      return code2 === 0 ? stdout.toString("utf8").trim() : void 0;
    }, "mergeBase")
  };
}
__name(createGitFiles, "createGitFiles");
async function readRevision(folder, revision) {
  const top = await runGit(folder, ["rev-parse", "--show-prefix"]);
  if (top.code !== 0)
    throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(top.stderr) || "git is not installed" });
  const commit = await resolveCommit(folder, revision);
  const listed2 = relevant(await list(folder, commit, top.stdout.toString("utf8").trim()));
  return { commit, entries: await readEntries(folder, listed2) };
}
__name(readRevision, "readRevision");
async function resolveCommit(folder, revision) {
  const found = revision.startsWith("-") ? void 0 : await runGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (found?.code !== 0) throw problem("revision-not-found", { revision, repository: resolve(folder) });
  return found.stdout.toString("utf8").trim();
}
__name(resolveCommit, "resolveCommit");
async function list(folder, commit, prefix) {
  const treeish = prefix === "" ? commit : `${commit}:${prefix.replace(/\/$/u, "")}`;
  const { code: code2, stdout, stderr } = await runGit(folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", treeish]);
  if (code2 !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  return stdout.toString("utf8").split("\0").filter(Boolean).map(parseLine);
}
__name(list, "list");
function parseLine(line2) {
  const tab = line2.indexOf("	");
  const [mode = "", , object = "", size2 = "0"] = line2.slice(0, tab).split(/ +/u);
  const kind = mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file";
  return { path: line2.slice(tab + 1), kind, size: Number(size2) || 0, object };
}
__name(parseLine, "parseLine");
async function readEntries(folder, objects3) {
  const wanted = objects3.filter((entry) => entry.kind !== "submodule" && entry.size <= largestFile);
  const contents = await readBlobs(folder, [...new Set(wanted.map((entry) => entry.object))]);
  return objects3.map((entry) => toEntry(entry, contents.get(entry.object))).sort(byPath);
}
__name(readEntries, "readEntries");
function toEntry({ path, kind, size: size2 }, bytes2) {
  if (kind === "submodule") return { kind, path };
  if (bytes2 === void 0) return { kind: "too-large", path, size: size2, limit: largestFile };
  if (kind === "symlink") return { kind, path, target: Buffer.from(bytes2).toString("utf8") };
  return entryOf(path, bytes2);
}
__name(toEntry, "toEntry");
async function readBlobs(folder, objects3) {
  const { code: code2, stdout, stderr } = await runGit(folder, ["cat-file", "--batch"], objects3.map((object) => `${object}
`).join(""));
  if (code2 !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  const contents = /* @__PURE__ */ new Map();
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(10, at);
    const [object = "", kind, size2] = stdout.subarray(at, end).toString("utf8").split(" ");
    if (kind !== "blob")
      throw problem("repository-unreadable", { repository: resolve(folder), why: `object ${object} is ${kind ?? "missing"}` });
    contents.set(object, stdout.subarray(end + 1, end + 1 + Number(size2)));
    at = end + 1 + Number(size2) + 1;
  }
  return contents;
}
__name(readBlobs, "readBlobs");
function firstLine(text4) {
  return text4.split("\n")[0]?.replace(/^fatal: /u, "") ?? "";
}
__name(firstLine, "firstLine");

// src/model/desired.ts
function unreadOf(repository) {
  const isEmpty = repository.findings.some(({ rule: rule2 }) => rule2 === "mesh-missing");
  return {
    mesh: repository.mesh === void 0 && !isEmpty,
    clusters: repository.leftOut ?? [],
    files: repository.unreadFiles ?? []
  };
}
__name(unreadOf, "unreadOf");
function symbolText(word) {
  return `\u27E8${word}\u27E9`;
}
__name(symbolText, "symbolText");
function substitute(text4, symbols) {
  if (symbols === void 0 || symbols.size === 0) return text4;
  let result2 = text4;
  for (const [symbol, value] of symbols) if (result2.includes(symbol)) result2 = result2.replaceAll(symbol, value);
  return result2;
}
__name(substitute, "substitute");
function substituteIn(value, symbols) {
  if (typeof value === "string") return substitute(value, symbols);
  if (isList(value)) {
    const list3 = value.map((entry) => substituteIn(entry, symbols));
    return list3.every((entry, index) => entry === value[index]) ? value : list3;
  }
  return isObject(value) ? substituteInObject(value, symbols) : value;
}
__name(substituteIn, "substituteIn");
function substituteInObject(value, symbols) {
  const result2 = {};
  let same = true;
  for (const [key, entry] of Object.entries(value)) {
    if (entry === void 0) continue;
    const newKey = substitute(key, symbols);
    const newEntry = substituteIn(entry, symbols);
    same &&= newKey === key && newEntry === entry;
    result2[newKey] = newEntry;
  }
  return same ? value : result2;
}
__name(substituteInObject, "substituteInObject");
function manifestOf(manifest, symbols) {
  if (!carriesSymbols(manifest)) return manifest;
  const id = {
    group: manifest.id.group,
    kind: manifest.id.kind,
    namespace: substitute(manifest.id.namespace, symbols),
    name: substitute(manifest.id.name, symbols)
  };
  return { ...manifest, id, object: substituteInObject(manifest.object, symbols) };
}
__name(manifestOf, "manifestOf");
var symbolic = /* @__PURE__ */ new WeakMap();
function carriesSymbols(manifest) {
  const known3 = symbolic.get(manifest);
  if (known3 !== void 0) return known3;
  const answer = JSON.stringify(manifest.object).includes("\u27E8");
  symbolic.set(manifest, answer);
  return answer;
}
__name(carriesSymbols, "carriesSymbols");
function classOf(desired, cluster) {
  return desired.classes.find((entry) => entry.members.includes(cluster));
}
__name(classOf, "classOf");
function objectsOf(desired, cluster) {
  const owner = classOf(desired, cluster);
  if (owner === void 0) return [];
  const symbols = owner.symbols.get(cluster);
  if (symbols === void 0 || symbols.size === 0) return owner.manifests;
  return owner.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
}
__name(objectsOf, "objectsOf");

// src/model/hole.ts
function holeText(hole) {
  switch (hole.kind) {
    case "gateway-address":
      return `\u27E6${hole.shape} of gateway ${hole.namespace}/${hole.name} in ${hole.cluster}\u27E7`;
    case "token":
      return `\u27E6token of ${hole.serviceAccount} in ${hole.cluster}\u27E7`;
    case "api-server-ca":
      return `\u27E6CA of the API server of ${hole.cluster}\u27E7`;
    case "api-server-url":
      return `\u27E6URL of the API server of ${hole.cluster}\u27E7`;
    case "certificate":
      return `\u27E6${hole.part} of ${hole.cluster}\u27E7`;
  }
}
__name(holeText, "holeText");
function holesIn(text4) {
  return text4.match(/⟦[^⟧]*⟧/gu) ?? [];
}
__name(holesIn, "holesIn");

// src/render/stand-ins.ts
function standInsFor(values) {
  const holes = [...new Set(holesIn(JSON.stringify(values)))];
  return new Map(holes.map((hole, index) => [hole, standIn(hole, index + 1)]));
}
__name(standInsFor, "standInsFor");
function standIn(hole, number2) {
  return hole.startsWith("\u27E6ip ") ? `198.19.255.${number2}` : `stand-in-${number2}.isthmus.invalid`;
}
__name(standIn, "standIn");
function filled(values, standIns) {
  return standIns.size === 0 ? values : substituteIn(values, standIns);
}
__name(filled, "filled");
function replaced(text4, replacements) {
  let result2 = text4;
  for (const [from, to] of [...replacements].sort(([a], [b]) => b.length - a.length)) result2 = result2.replaceAll(from, to);
  return result2;
}
__name(replaced, "replaced");

// src/render/as-helm.ts
function asHelm(desired, cluster) {
  const owner = classOf(desired, cluster);
  const symbols = owner?.symbols.get(cluster) ?? /* @__PURE__ */ new Map();
  return (owner?.releases ?? []).map((release2) => {
    const values = substituteIn(release2.values, symbols);
    const standIns = standInsFor(values);
    const { name: name2, namespace: namespace2, chart, version, digest } = release2;
    return { cluster, name: name2, namespace: namespace2, chart, version, digest, command: commandOf(release2), values: filled(values, standIns), standIns };
  });
}
__name(asHelm, "asHelm");
function commandOf({ name: name2, namespace: namespace2, isUpgrade: isUpgrade2, kubeVersion: kubeVersion2 }) {
  const flags = `${isUpgrade2 ? " --is-upgrade" : ""} --kube-version ${kubeVersion2}`;
  return `helm template ${name2} CHART --namespace ${namespace2} --values values.yaml${flags}`;
}
__name(commandOf, "commandOf");

// src/render/names.ts
var meshLabel = "isthmus.dev/mesh";
var defaultRevision = "default";
var networkLabel = "topology.istio.io/network";
var readerAccount = "istio-reader-service-account";
function revisionSuffix(revision) {
  return revision === defaultRevision ? "" : `-${revision}`;
}
__name(revisionSuffix, "revisionSuffix");

// src/render/normalise.ts
function normalise(object, namespace2) {
  const kept2 = withoutNulls(object);
  if (textAt(kept2, "metadata", "namespace") !== void 0 || isNamespaced(idOf(kept2)) !== true) return kept2;
  return { ...kept2, metadata: { ...objectAt(kept2, "metadata"), namespace: namespace2 } };
}
__name(normalise, "normalise");
function withLabel(object, key, value) {
  const metadata = objectAt(object, "metadata");
  return { ...object, metadata: { ...metadata, labels: { ...objectAt(metadata, "labels"), [key]: value } } };
}
__name(withLabel, "withLabel");
function withoutNulls(value) {
  const result2 = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== void 0 && entry !== null) result2[key] = inside(entry);
  return result2;
}
__name(withoutNulls, "withoutNulls");
function inside(value) {
  if (isList(value)) return value.map(inside);
  return isObject(value) ? withoutNulls(value) : value;
}
__name(inside, "inside");

// src/render/cook.ts
var isUpgrade = true;
var Cook = class {
  static {
    __name(this, "Cook");
  }
  #engine;
  #mesh;
  #dishes;
  constructor(engine, mesh, dishes = /* @__PURE__ */ new Map()) {
    this.#engine = engine;
    this.#mesh = mesh;
    this.#dishes = dishes;
  }
  cook(order2) {
    const key = `${this.#mesh} ${orderKey(order2)}`;
    const known3 = this.#dishes.get(key);
    if (known3 !== void 0) return known3;
    const dish = symbolsIn(order2).length === 0 ? this.#plain(order2) : this.#symbolic(order2);
    this.#dishes.set(key, dish);
    return dish;
  }
  #plain(order2) {
    const standIns = standInsFor(order2.values);
    const rendering = this.#engine.render({ ...releaseOf(order2), values: filled(order2.values, standIns) });
    return this.#served(order2, rendering, backwards(standIns));
  }
  /** Twice, with sentinels of two kinds; only when swapping them turns one text into the other does the class follow by substitution. */
  #symbolic(order2) {
    const standIns = standInsFor(order2.values);
    const values = filled(order2.values, standIns);
    const render2 = /* @__PURE__ */ __name((sentinels) => this.#engine.render({ ...releaseOf(order2), values: substituteIn(values, sentinels) }), "render");
    const symbols = symbolsIn(order2);
    const [first2, second] = [sentinelsOf(symbols, "a"), sentinelsOf(symbols, "b")];
    const [one2, other] = [render2(first2), render2(second)];
    if (!followsSymbols(one2, backwards(first2), other, backwards(second))) return { kind: "uneven" };
    return this.#served(order2, one2, [...backwards(first2), ...backwards(standIns)]);
  }
  #served(order2, rendering, back) {
    if (rendering.kind === "failed") return { kind: "failed", failure: { ...rendering, message: replaced(rendering.message, back) } };
    const manifests = [];
    for (const [template, text4] of rendering.templates) {
      const read5 = objectsIn(replaced(text4, back));
      if (read5 instanceof YamlError) return { kind: "failed", failure: unreadable2(template, read5) };
      manifests.push(...read5.map((object) => this.#manifest(order2, template, object)));
    }
    return { kind: "rendered", manifests: manifests.sort(byId) };
  }
  #manifest({ name: name2, namespace: namespace2, chart, stage }, template, raw) {
    const object = withLabel(normalise(raw, namespace2), meshLabel, this.#mesh);
    const origin2 = { kind: "chart", release: name2, chart: chart.name, version: chart.version, template };
    return { id: idOf(object), object, origin: origin2, stage };
  }
};
var keys = /* @__PURE__ */ new WeakMap();
function orderKey(order2) {
  const known3 = keys.get(order2);
  if (known3 !== void 0) return known3;
  const { name: name2, namespace: namespace2, chart, values, kubeVersion: kubeVersion2, stage } = order2;
  const key = JSON.stringify([name2, namespace2, chart.digest, chart.version, kubeVersion2, stage, canonical(values)]);
  keys.set(order2, key);
  return key;
}
__name(orderKey, "orderKey");
function releaseOf({ name: name2, namespace: namespace2, chart, values, kubeVersion: kubeVersion2 }) {
  return { name: name2, namespace: namespace2, chart, values, isUpgrade, kubeVersion: kubeVersion2 };
}
__name(releaseOf, "releaseOf");
function symbolsIn(order2) {
  return [...new Set(canonical(order2.values).match(/⟨[^⟩]*⟩/gu) ?? [])].sort();
}
__name(symbolsIn, "symbolsIn");
function sentinelsOf(symbols, kind) {
  const last = symbols.length - 1;
  return new Map(
    symbols.map((symbol, index) => [
      symbol,
      kind === "a" ? `aa-isthmus-sentinel-${letter(index)}-aa` : `zz-isthmus-sentinel-${letter(last - index)}-with-the-length-of-a-long-name-zz`
    ])
  );
}
__name(sentinelsOf, "sentinelsOf");
function letter(index) {
  return String.fromCharCode("a".charCodeAt(0) + index);
}
__name(letter, "letter");
function backwards(map) {
  return [...map].map(([from, to]) => [to, from]);
}
__name(backwards, "backwards");
function followsSymbols(one2, oneBack, other, otherBack) {
  if (one2.kind === "failed" || other.kind === "failed") return one2.kind === other.kind;
  if (one2.templates.size !== other.templates.size) return false;
  return [...one2.templates].every(([template, text4]) => {
    const twin = other.templates.get(template);
    return twin !== void 0 && replaced(text4, oneBack) === replaced(twin, otherBack);
  });
}
__name(followsSymbols, "followsSymbols");
function objectsIn(text4) {
  try {
    return readValues(text4).filter((value) => isObject(value) && Object.keys(value).length > 0);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}
__name(objectsIn, "objectsIn");
function unreadable2(template, error) {
  return { kind: "failed", message: `it printed no YAML: ${error.reason}`, template, line: error.line, value: void 0 };
}
__name(unreadable2, "unreadable");

// src/render/duplicate-keys.ts
function duplicateListKeys(manifests, clusters) {
  return manifests.flatMap((manifest) => {
    if (manifest.origin.kind !== "chart" || manifest.id.kind === "CustomResourceDefinition") return [];
    const { release: release2, template } = manifest.origin;
    return repeated(manifest, "", manifest.object).map(
      ({ path, key }) => finding("duplicate-list-key", { object: idText(manifest.id), path, key, release: release2, template }, { clusters })
    );
  });
}
__name(duplicateListKeys, "duplicateListKeys");
function repeated(manifest, path, value) {
  if (isList(value)) return [...repeatedHere(manifest, path, value), ...value.flatMap((entry) => repeated(manifest, `${path}[]`, entry))];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(
    ([key, entry]) => entry === void 0 ? [] : repeated(manifest, path === "" ? key : `${path}.${key}`, entry)
  );
}
__name(repeated, "repeated");
function repeatedHere({ id }, path, list3) {
  const keys2 = listEntry(id, path)?.keys.find((alternative) => list3.every((entry) => entryKey(entry, alternative) !== void 0));
  if (keys2 === void 0) return [];
  const seen = /* @__PURE__ */ new Set();
  const twice = /* @__PURE__ */ new Set();
  for (const entry of list3) {
    const key = entryKey(entry, keys2) ?? "";
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice].map((key) => ({ path, key: key.slice(1, -1) }));
}
__name(repeatedHere, "repeatedHere");

// src/render/duplicate-objects.ts
function uniqueObjects(manifests, clusters) {
  const byKey = /* @__PURE__ */ new Map();
  const findings2 = [];
  for (const manifest of manifests) {
    const key = idKey(manifest.id);
    const first2 = byKey.get(key);
    if (first2 === void 0) byKey.set(key, manifest);
    else if (isSharedNamespace(first2, manifest)) {
      byKey.set(key, withMetadataOf(first2, manifest));
      findings2.push(...contradictedMetadata(first2, manifest, clusters));
    } else if (canonical(first2.object) !== canonical(manifest.object)) findings2.push(definedTwice(first2, manifest, clusters));
  }
  return { manifests: [...byKey.values()], findings: findings2 };
}
__name(uniqueObjects, "uniqueObjects");
function isSharedNamespace(first2, second) {
  return first2.id.kind === "Namespace" && first2.id.group === "" && first2.origin.kind === "derived" && second.origin.kind === "config";
}
__name(isSharedNamespace, "isSharedNamespace");
var parts = ["labels", "annotations"];
function withMetadataOf(first2, second) {
  const metadata = { name: first2.id.name };
  for (const part2 of parts) {
    const both = { ...objectAt(second.object, "metadata", part2), ...objectAt(first2.object, "metadata", part2) };
    if (Object.keys(both).length > 0) metadata[part2] = both;
  }
  const object = { ...second.object, ...first2.object, metadata };
  return { ...first2, object };
}
__name(withMetadataOf, "withMetadataOf");
function contradictedMetadata(first2, second, clusters) {
  if (second.origin.kind !== "config") return [];
  const { source } = second.origin;
  return parts.flatMap((part2) => {
    const ours = objectAt(first2.object, "metadata", part2);
    return Object.entries(objectAt(second.object, "metadata", part2)).filter(([key, value]) => ours[key] !== void 0 && ours[key] !== value).map(
      ([key, value]) => finding(
        "derived-value-contradicted",
        { key: `metadata.${part2}.${key}`, given: JSON.stringify(value), derived: JSON.stringify(ours[key]), of: idText(first2.id) },
        { source: source.place(["metadata", part2, key]), clusters }
      )
    );
  });
}
__name(contradictedMetadata, "contradictedMetadata");
function definedTwice(first2, second, clusters) {
  const written = [second.origin, first2.origin].find((origin2) => origin2.kind === "config");
  return finding(
    "object-defined-twice",
    { object: idText(first2.id), first: originText(first2.origin), second: originText(second.origin) },
    { source: written?.kind === "config" ? written.source.place(["metadata", "name"]) : void 0, clusters }
  );
}
__name(definedTwice, "definedTwice");
function originText(origin2) {
  switch (origin2.kind) {
    case "chart":
      return `release ${origin2.release} (${origin2.template})`;
    case "config":
      return origin2.source.file;
    case "derived":
      return "the mesh document";
  }
}
__name(originText, "originText");

// src/render/places.ts
function placeOf(planned, path, of = "value") {
  const counted3 = canonical(valueAt(planned.given, path));
  const holds = planned.places.filter((place3) => valueAt(place3.values, path) !== void 0);
  const found = holds.find((place3) => canonical(valueAt(place3.values, path)) === counted3) ?? holds[0] ?? planned.places.at(-1);
  return found?.source.place([...found.path, ...path], of);
}
__name(placeOf, "placeOf");

// src/render/failure.ts
function failureFinding(planned, order2, failure, clusters) {
  const { template, line: line2, value } = failure;
  const where2 = [
    ...template === void 0 ? [] : [`template ${template}${line2 === void 0 ? "" : `, line ${line2}`}`],
    ...value === void 0 ? [] : [`value ${value}`]
  ];
  const path = value?.replace(/^\$?\.Values\./u, "").split(".") ?? [];
  return finding(
    "chart-template-failed",
    {
      release: order2.name,
      chart: order2.chart.name,
      version: order2.chart.version,
      why: failure.message.replace(/[\s.]+$/u, ""),
      where: where2.length === 0 ? "the chart as a whole" : where2.join(", ")
    },
    { source: planned && placeOf(planned, path), clusters }
  );
}
__name(failureFinding, "failureFinding");

// src/render/assemble.ts
var worthSentinels = 3;
function demandOf(prepared) {
  const demand = /* @__PURE__ */ new Map();
  for (const { ordered } of prepared) {
    for (const { order: order2 } of ordered) {
      if (order2 === void 0) continue;
      const key = orderKey(order2);
      demand.set(key, (demand.get(key) ?? 0) + 1);
    }
  }
  return demand;
}
__name(demandOf, "demandOf");
function assemble(members, kitchen) {
  const [first2] = members;
  if (first2 === void 0) return { classes: [], findings: [] };
  if (members.length === 1) return finished(members, first2, servedAlone(first2, kitchen));
  const dishes = first2.ordered.flatMap(({ order: order2 }) => order2 === void 0 ? [] : [{ order: order2, dish: kitchen.cook.cook(order2) }]);
  if (!dishes.some(({ dish }) => dish.kind === "uneven")) return finished(members, first2, dishes);
  const apart3 = members.map((member) => assemble([member], kitchen));
  return { classes: apart3.flatMap((one2) => one2.classes), findings: apart3.flatMap((one2) => one2.findings) };
}
__name(assemble, "assemble");
function servedAlone({ ordered, plan: plan3 }, { cook, demand }) {
  const { symbols } = plan3.view;
  return ordered.flatMap(({ order: order2 }) => {
    if (order2 === void 0) return [];
    const own = { ...order2, values: substituteIn(order2.values, symbols) };
    const common = (demand.get(orderKey(order2)) ?? 0) >= worthSentinels ? cook.cook(order2) : void 0;
    if (common?.kind !== "rendered") return [{ order: own, dish: cook.cook(own) }];
    const manifests = common.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
    return [{ order: own, dish: { kind: "rendered", manifests } }];
  });
}
__name(servedAlone, "servedAlone");
function finished(members, first2, served2) {
  const { plan: plan3, ordered, config } = first2;
  const isAlone = members.length === 1;
  const names4 = members.map((member) => member.plan.view.real.name).sort();
  const derived2 = isAlone ? plan3.objects.map((manifest) => manifestOf(manifest, plan3.view.symbols)) : plan3.objects;
  const rendered = served2.flatMap(({ dish }) => dish.kind === "rendered" ? dish.manifests : []);
  const labelled = derived2.map((manifest) => ({ ...manifest, object: withLabel(manifest.object, meshLabel, plan3.view.mesh.name) }));
  const unique = uniqueObjects([...labelled, ...rendered, ...config], names4);
  const manifests = [...unique.manifests].sort(byId);
  const failures = served2.flatMap(({ order: order2, dish }) => dish.kind === "failed" ? [{ order: order2, failure: dish.failure }] : []);
  const planned = new Map(ordered.map((entry) => [entry.planned.name, entry.planned]));
  const findings2 = failures.map(({ order: order2, failure }) => failureFinding(planned.get(order2.name), order2, failure, names4));
  const symbols = isAlone ? [] : members.map((member) => [member.plan.view.real.name, member.plan.view.symbols]);
  return {
    classes: [{ members: names4, manifests, symbols: new Map(symbols), releases: served2.map(recordOf), gaps: gapsOf(first2, failures) }],
    findings: [...findings2, ...unique.findings, ...duplicateListKeys(rendered, names4)]
  };
}
__name(finished, "finished");
function gapsOf(first2, failures) {
  const missing2 = first2.ordered.flatMap(({ gap }) => gap === void 0 ? [] : [gap]);
  return [...missing2, ...failures.map(({ order: order2, failure }) => ({ release: order2.name, stage: order2.stage, why: failure.message }))];
}
__name(gapsOf, "gapsOf");
function recordOf({ order: order2 }) {
  const { name: name2, namespace: namespace2, chart, values, kubeVersion: kubeVersion2, stage } = order2;
  return { name: name2, namespace: namespace2, chart: chart.name, version: chart.version, digest: chart.digest, values, isUpgrade, kubeVersion: kubeVersion2, stage };
}
__name(recordOf, "recordOf");

// src/render/classes.ts
function classify(prepared) {
  const lists = /* @__PURE__ */ new Map();
  const classes2 = /* @__PURE__ */ new Map();
  for (const cluster of prepared) {
    if (!lists.has(cluster.config)) lists.set(cluster.config, lists.size);
    const key = classKey(cluster, lists.get(cluster.config) ?? 0);
    classes2.set(key, [...classes2.get(key) ?? [], cluster]);
  }
  return [...classes2.values()];
}
__name(classify, "classify");
function classKey({ plan: plan3, ordered, config }, list3) {
  const alone = config.length > 0 && holdsBrackets(config) ? plan3.view.real.name : "";
  return JSON.stringify([
    alone,
    list3,
    [...plan3.view.symbols.keys()],
    ordered.map(({ planned, order: order2, gap }) => order2 === void 0 ? [planned.name, planned.namespace, gap] : orderKey(order2)),
    // Written by the same code in the same order: no need for a canonical form.
    plan3.objects.map((manifest) => manifest.object)
  ]);
}
__name(classKey, "classKey");
var brackets = /* @__PURE__ */ new WeakMap();
function holdsBrackets(config) {
  const known3 = brackets.get(config);
  if (known3 !== void 0) return known3;
  const answer = config.some((manifest) => JSON.stringify(manifest.object).includes("\u27E8"));
  brackets.set(config, answer);
  return answer;
}
__name(holdsBrackets, "holdsBrackets");

// src/render/findings.ts
function joined(findings2) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding2 of findings2) {
    const key = JSON.stringify([finding2.rule, finding2.severity, finding2.message, finding2.source]);
    const group3 = groups.get(key);
    if (group3 === void 0) groups.set(key, [finding2]);
    else group3.push(finding2);
  }
  return [...groups.values()].flatMap(([first2, ...others3]) => first2 === void 0 ? [] : [{ ...first2, clusters: names([first2, ...others3]) }]).sort(bySeverityAndPlace);
}
__name(joined, "joined");
function names(findings2) {
  return [...new Set(findings2.flatMap((finding2) => finding2.clusters))].sort();
}
__name(names, "names");

// src/render/addresses.ts
var hostnameAnnotation = "external-dns.alpha.kubernetes.io/hostname";
function addressOf(cluster, gateway3) {
  const { service } = gateway3;
  const ip = textAt(service, "loadBalancerIP") ?? listAt(service, "externalIPs").find((entry) => typeof entry === "string");
  if (typeof ip === "string" && ip !== "") return { text: ip, shape: "ip", isKnown: true };
  const annotations = service["annotations"];
  const hostname = isObject(annotations) ? annotations[hostnameAnnotation] : void 0;
  const first2 = typeof hostname === "string" ? hostname.split(",")[0]?.trim() : void 0;
  if (first2 !== void 0 && first2 !== "") return { text: first2, shape: "hostname", isKnown: true };
  const hole = { kind: "gateway-address", cluster: cluster.name, namespace: gateway3.namespace, name: gateway3.name, shape: "ip" };
  return { text: holeText(hole), shape: "ip", isKnown: false };
}
__name(addressOf, "addressOf");
function istiodGateway(cluster) {
  const kinds = cluster.role === "external" ? ["ingress", "eastwest"] : ["eastwest"];
  for (const kind of kinds) {
    const found = cluster.gateways.find((gateway3) => gateway3.kind === kind);
    if (found !== void 0) return found;
  }
  return void 0;
}
__name(istiodGateway, "istiodGateway");
function istiodAddress(cluster) {
  const gateway3 = istiodGateway(cluster);
  return gateway3 && addressOf(cluster, gateway3);
}
__name(istiodAddress, "istiodAddress");

// src/render/judge-address.ts
function judgeAddress({ plan: plan3, ordered }, cook) {
  const { mesh, real, primary: primary2 } = plan3.view;
  const serving = mesh.clusters.find((cluster) => cluster.name === real.primary);
  if (real.role !== "remote" || mesh.topology === "external" || primary2 === void 0 || serving === void 0) return [];
  const address = istiodAddress(primary2);
  const gateway3 = istiodGateway(serving);
  if (address === void 0 || gateway3 === void 0 || address.isKnown) return [];
  const asName = address.text.replace("\u27E6ip ", "\u27E6hostname ");
  return ordered.flatMap(({ planned, order: order2 }) => {
    if (order2 === void 0 || planned.request.name !== "istiod") return [];
    const difference = differenceOf(cook, order2, address.text, asName);
    if (difference === void 0) return [];
    const facts = { primary: serving.name, gateway: `${gateway3.namespace}/${gateway3.name}`, difference };
    const source = gateway3.source.place(["spec", "gateways", serving.gateways.indexOf(gateway3)]);
    return [finding("address-shape-open", facts, { source, clusters: [real.name] })];
  });
}
__name(judgeAddress, "judgeAddress");
function differenceOf(cook, order2, ip, name2) {
  const other = { ...order2, values: substituteIn(order2.values, /* @__PURE__ */ new Map([[ip, name2]])) };
  const [ours, theirs] = [cook.cook(order2), cook.cook(other)];
  if (ours.kind !== "rendered" || theirs.kind !== "rendered") return void 0;
  const shapes = new Map(theirs.manifests.map((manifest) => [idKey(manifest.id), manifest]));
  const texts5 = ours.manifests.flatMap((manifest) => {
    const twin = shapes.get(idKey(manifest.id));
    if (twin === void 0) return [`${idText(manifest.id)} does not exist`];
    return canonical(manifest.object) === withIp(twin, ip, name2) ? [] : [`${idText(manifest.id)} differs (${typeText(twin)})`];
  });
  return texts5.length === 0 ? void 0 : texts5.join(" and ");
}
__name(differenceOf, "differenceOf");
function withIp(manifest, ip, name2) {
  return canonical(substituteIn(manifest.object, /* @__PURE__ */ new Map([[name2, ip]])));
}
__name(withIp, "withIp");
function typeText({ object }) {
  const spec = object["spec"];
  const type = typeof spec === "object" && spec !== null && "type" in spec ? spec["type"] : void 0;
  return typeof type === "string" ? `it is of type ${type}` : "in its fields";
}
__name(typeText, "typeText");

// src/render/derived.ts
function derived(stage, why, object) {
  return { id: idOf(object), object, origin: { kind: "derived", why }, stage };
}
__name(derived, "derived");

// src/render/versions.ts
var import_semver3 = __toESM(require_semver2(), 1);

// src/catalog/istio-versions.gen.ts
var releases = [
  {
    "minor": "1.24",
    "read": "1.24.6",
    "unread": [],
    "kubernetes": {
      "oldest": "1.28",
      "newest": "1.31"
    },
    "values": [
      {
        "chart": "istiod",
        "added": [],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "istiod-remote",
        "added": [],
        "removed": [
          "*"
        ],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.25",
    "read": "1.25.5",
    "unread": [],
    "kubernetes": {
      "oldest": "1.29",
      "newest": "1.32"
    },
    "values": [
      {
        "chart": "base",
        "added": [],
        "removed": [
          "global.platform"
        ],
        "templateOnly": []
      },
      {
        "chart": "cni",
        "added": [
          "ambient.reconcileIptablesOnStartup"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "resourceName"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.26",
    "read": "1.26.8",
    "unread": [],
    "kubernetes": {
      "oldest": "1.29",
      "newest": "1.33"
    },
    "values": [
      {
        "chart": "istiod",
        "added": [
          "envVarFrom",
          "trustedZtunnelName",
          "gatewayClasses"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "cni",
        "added": [
          "ambient.shareHostNetworkNamespace",
          "updateStrategy"
        ],
        "removed": [
          "rollingMaxUnavailable"
        ],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "resourceQuotas",
          "updateStrategy"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.27",
    "read": "1.27.9",
    "unread": [],
    "kubernetes": {
      "oldest": "1.29",
      "newest": "1.33"
    },
    "values": [
      {
        "chart": "istiod",
        "added": [
          "deploymentAnnotations",
          "istiodRemote.enabledLocalInjectorIstiod",
          "global.nativeNftables",
          "pdb.minAvailable",
          "pdb.unhealthyPodEvictionPolicy"
        ],
        "removed": [
          "global.multiCluster.enabled"
        ],
        "templateOnly": [
          "global.trustBundleName"
        ]
      },
      {
        "chart": "cni",
        "added": [
          "istioOwnedCNIConfig",
          "istioOwnedCNIConfigFileName",
          "ambient.enablementSelectors",
          "tolerations",
          "global.nativeNftables"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "global.network",
          "tolerations"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "gateway",
        "added": [
          "envVarFrom",
          "initContainers",
          "additionalContainers",
          "lifecycle"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.28",
    "read": "1.28.10",
    "unread": [],
    "kubernetes": {
      "oldest": "1.30",
      "newest": "1.34"
    },
    "values": [
      {
        "chart": "base",
        "added": [
          "global.resourceScope"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "istiod",
        "added": [
          "global.networkPolicy.enabled",
          "global.resourceScope",
          "global.proxy.seccompProfile"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "cni",
        "added": [
          "daemonSetLabels",
          "podLabels",
          "global.resourceScope"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "network",
          "resourceScope"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "gateway",
        "added": [
          "service.clusterIP",
          "global.networkPolicy"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.29",
    "read": "1.29.6",
    "unread": [],
    "kubernetes": {
      "oldest": "1.31",
      "newest": "1.35"
    },
    "values": [
      {
        "chart": "istiod",
        "added": [
          "crlConfigMapName"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "cni",
        "added": [
          "ambient.enableAmbientDetectionRetry",
          "terminationGracePeriodSeconds"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "peerCaCrl.enabled"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "gateway",
        "added": [
          "service.selectorLabels"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.30",
    "read": "1.30.3",
    "unread": [],
    "values": [
      {
        "chart": "base",
        "added": [
          "global.enableReaderRBAC"
        ],
        "removed": [],
        "templateOnly": [
          "base.validationFailurePolicy"
        ]
      },
      {
        "chart": "istiod",
        "added": [],
        "removed": [],
        "templateOnly": [
          "global.enableReaderRBAC"
        ]
      },
      {
        "chart": "cni",
        "added": [
          "useAppArmorAnnotation"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "ztunnel",
        "added": [
          "dnsPolicy",
          "dnsConfig"
        ],
        "removed": [],
        "templateOnly": []
      },
      {
        "chart": "gateway",
        "added": [
          "networkGatewayPorts"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  },
  {
    "minor": "1.31",
    "read": "1.31.0-rc.0",
    "unread": [
      "1.31.0",
      "1.31.1"
    ],
    "values": [
      {
        "chart": "istiod",
        "added": [
          "taint.name"
        ],
        "removed": [],
        "templateOnly": [
          "terminationMessagePolicy",
          "env.COMPLIANCE_POLICY"
        ]
      },
      {
        "chart": "gateway",
        "added": [
          "service.healthCheckNodePort",
          "dnsPolicy",
          "dnsConfig"
        ],
        "removed": [],
        "templateOnly": []
      }
    ]
  }
];
var defaultKubernetes = "1.35";

// src/render/versions.ts
function knowledgeOf(version) {
  const line2 = releaseOf2(version);
  const parsed = (0, import_semver3.parse)(version);
  if (line2 === void 0 || parsed === null) {
    return { kind: "unknown", lines: `${releases[0]?.minor ?? ""} to ${releases.at(-1)?.minor ?? ""}` };
  }
  return (0, import_semver3.compare)(parsed, line2.read) <= 0 ? { kind: "known" } : { kind: "unread", read: line2.read };
}
__name(knowledgeOf, "knowledgeOf");
function releaseOf2(version) {
  const parsed = minorOf(version);
  return parsed && releases.find((release2) => release2.minor === `${parsed.major}.${parsed.minor}`);
}
__name(releaseOf2, "releaseOf");
function minorOf(version) {
  const parsed = (0, import_semver3.parse)(version);
  return parsed === null ? void 0 : { major: parsed.major, minor: parsed.minor };
}
__name(minorOf, "minorOf");
function byVersion(a, b) {
  const [left, right] = [(0, import_semver3.parse)(a), (0, import_semver3.parse)(b)];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return (0, import_semver3.compare)(left, right);
}
__name(byVersion, "byVersion");
function kubeVersion(kubernetes, istio) {
  const tested = releaseOf2(istio)?.kubernetes;
  return `v${kubernetes ?? tested?.newest ?? defaultKubernetes}.0`;
}
__name(kubeVersion, "kubeVersion");

// src/render/reader.ts
function hasOwnReader(mesh) {
  return !mesh.discovery.reader.secrets && whyDefaultReader(mesh) === void 0;
}
__name(hasOwnReader, "hasOwnReader");
function whyDefaultReader(mesh) {
  if (mesh.topology !== "multi-primary") return `topology ${mesh.topology} reads gateway credentials through it`;
  const old = mesh.clusters.flatMap((cluster) => cluster.istio.revisions).find((revision) => !canDoWithout(revision.version));
  return old && `Istio ${old.version} is not known to work without it (1.31 is)`;
}
__name(whyDefaultReader, "whyDefaultReader");
function canDoWithout(version) {
  const minor = minorOf(version);
  return minor !== void 0 && minor.minor >= 31;
}
__name(canDoWithout, "canDoWithout");
function reader({ mesh, real, cluster }) {
  if (real.role === "external" || mesh.clusters.length < 2) return [];
  const token = mesh.discovery.tokens === "legacy" ? [tokenSecret(cluster)] : [];
  if (!hasOwnReader(mesh)) return token;
  const name2 = `isthmus-istio-reader-${cluster.systemNamespace}`;
  const why = "other clusters' istiods read this one without reading its Secrets";
  return [
    derived("discovery", why, {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: readerAccount, namespace: cluster.systemNamespace, labels: readerLabels },
      ...pullSecrets(cluster)
    }),
    derived("discovery", why, {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: name2, labels: readerLabels },
      rules: readerRules
    }),
    derived("discovery", why, {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: name2, labels: readerLabels },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: name2 },
      subjects: [{ kind: "ServiceAccount", name: readerAccount, namespace: cluster.systemNamespace }]
    }),
    ...token
  ];
}
__name(reader, "reader");
var readerLabels = { app: "istio-reader" };
function pullSecrets(cluster) {
  const names4 = cluster.istio.images.pullSecrets;
  return names4.length === 0 ? {} : { imagePullSecrets: names4.map((name2) => ({ name: name2 })) };
}
__name(pullSecrets, "pullSecrets");
function tokenSecret(cluster) {
  return derived("discovery", "the mesh asks for tokens that do not end", {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: `${readerAccount}-istio-remote-secret-token`,
      namespace: cluster.systemNamespace,
      annotations: { "kubernetes.io/service-account.name": readerAccount }
    },
    type: "kubernetes.io/service-account-token"
  });
}
__name(tokenSecret, "tokenSecret");
var read = ["get", "list", "watch"];
var readerRules = [
  {
    apiGroups: [
      "config.istio.io",
      "security.istio.io",
      "networking.istio.io",
      "authentication.istio.io",
      "rbac.istio.io",
      "telemetry.istio.io",
      "extensions.istio.io"
    ],
    resources: ["*"],
    verbs: read
  },
  {
    apiGroups: [""],
    resources: ["endpoints", "pods", "services", "nodes", "replicationcontrollers", "namespaces", "configmaps"],
    verbs: read
  },
  { apiGroups: ["networking.istio.io"], verbs: ["get", "watch", "list"], resources: ["workloadentries"] },
  { apiGroups: ["networking.x-k8s.io", "gateway.networking.k8s.io"], resources: ["gateways"], verbs: ["get", "watch", "list"] },
  { apiGroups: ["apiextensions.k8s.io"], resources: ["customresourcedefinitions"], verbs: read },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
  { apiGroups: ["multicluster.x-k8s.io"], resources: ["serviceexports"], verbs: ["get", "list", "watch", "create", "delete"] },
  { apiGroups: ["multicluster.x-k8s.io"], resources: ["serviceimports"], verbs: read },
  { apiGroups: ["apps"], resources: ["replicasets"], verbs: read },
  { apiGroups: ["authentication.k8s.io"], resources: ["tokenreviews"], verbs: ["create"] },
  { apiGroups: ["authorization.k8s.io"], resources: ["subjectaccessreviews"], verbs: ["create"] }
];

// src/render/judge-mesh.ts
function judgeMesh(mesh, prepared) {
  return [...prepared.flatMap((one2) => versions(mesh, one2)), ...readerOf(mesh), ...gatewayApi(prepared), ...externalGateways(mesh)];
}
__name(judgeMesh, "judgeMesh");
function versions(mesh, { plan: plan3, ordered }) {
  const cluster = plan3.view.real;
  const isServed = /* @__PURE__ */ __name((version) => ordered.some(({ planned, order: order2 }) => order2 !== void 0 && planned.request.version === version), "isServed");
  return cluster.istio.revisions.flatMap((revision) => {
    const where2 = { source: placeOfRevision(mesh, cluster, revision), clusters: [cluster.name] };
    const facts = { revision: revision.name, version: revision.version };
    const bundled = cluster.istio.charts.kind === "bundled" && isServed(revision.version) ? [finding("bundled-charts-are-a-snapshot", facts, where2)] : [];
    return [...unread(revision, where2), ...bundled];
  });
}
__name(versions, "versions");
function unread({ version }, where2) {
  const knowledge = knowledgeOf(version);
  switch (knowledge.kind) {
    case "known":
      return [];
    case "unread":
      return [
        finding("istio-version-unknown", { version, known: `its line was read up to ${knowledge.read}` }, { ...where2, severity: "info" })
      ];
    case "unknown":
      return [finding("istio-version-unknown", { version, known: `read were the lines ${knowledge.lines}` }, where2)];
  }
}
__name(unread, "unread");
function placeOfRevision(mesh, cluster, revision) {
  const isShared = mesh.istio.revisions === cluster.istio.revisions || JSON.stringify(mesh.istio.revisions) === JSON.stringify(cluster.istio.revisions);
  const { source } = isShared ? mesh : cluster;
  return source.place(["spec", "istio", "revisions", cluster.istio.revisions.indexOf(revision), "version"]);
}
__name(placeOfRevision, "placeOfRevision");
function readerOf(mesh) {
  const because = mesh.discovery.reader.secrets || mesh.clusters.length < 2 ? void 0 : whyDefaultReader(mesh);
  const source = mesh.source.place(["spec", "discovery", "reader", "secrets"]);
  return because === void 0 ? [] : [finding("reader-reads-secrets", { because }, { source })];
}
__name(readerOf, "readerOf");
var group = "gateway.networking.k8s.io";
function gatewayApi(prepared) {
  return prepared.flatMap(({ plan: plan3, config }) => {
    const { mesh, real } = plan3.view;
    const { manage, version } = real.istio.gatewayApi;
    const needs = [...plan3.objects, ...config].some((manifest) => manifest.id.group === group);
    const has = config.some(({ id }) => id.kind === "CustomResourceDefinition" && id.name.endsWith(`.${group}`));
    if (manage !== "install" || !needs || has) return [];
    const source = mesh.source.place(["spec", "istio", "gatewayAPI", "manage"]);
    return [
      finding("gateway-api-crds-not-bundled", { version: version === void 0 ? "" : ` ${version}` }, { source, clusters: [real.name] })
    ];
  });
}
__name(gatewayApi, "gatewayApi");
function externalGateways(mesh) {
  return mesh.clusters.filter((cluster) => cluster.role === "external").flatMap(
    (cluster) => cluster.gateways.map(
      (gateway3, index) => finding(
        "external-gateway-not-injected",
        { gateway: `${gateway3.namespace}/${gateway3.name}`, cluster: cluster.name },
        { source: gateway3.source.place(["spec", "gateways", index]), clusters: [cluster.name] }
      )
    )
  );
}
__name(externalGateways, "externalGateways");

// src/render/chart-keys.ts
var remembered = /* @__PURE__ */ new WeakMap();
function chartKeys(chart) {
  const known3 = remembered.get(chart);
  if (known3 !== void 0) return known3;
  const keys2 = read2(chart);
  remembered.set(chart, keys2);
  return keys2;
}
__name(chartKeys, "chartKeys");
function read2(chart) {
  const values = readValues(chart.files.get("values.yaml") ?? "")[0];
  const defaults = isObject(values) ? values : {};
  const files = [...chart.files.keys()];
  const named3 = /* @__PURE__ */ __name((pattern) => files.flatMap((file) => pattern.exec(file)?.[1] ?? []).sort(), "named");
  return {
    // Charts of Istio keep their defaults one level down, so that profiles can be laid over them (reference 1.1).
    defaults: Object.hasOwn(defaults, "_internal_defaults_do_not_set") ? objectAt(defaults, "_internal_defaults_do_not_set") : defaults,
    read: /* @__PURE__ */ new Set([...readByTemplates(chart), ...templateOnly(chart.name)]),
    profiles: named3(/^files\/profile-(?!platform-|compatibility-version-)(.+)\.yaml$/u),
    platforms: named3(/^files\/profile-platform-(.+)\.yaml$/u),
    compatibilityVersions: named3(/^files\/profile-compatibility-version-(.+)\.yaml$/u)
  };
}
__name(read2, "read");
function readByTemplates(chart) {
  const paths = [];
  for (const [file, text4] of chart.files) {
    if (!/^(templates|files)\//u.test(file) || file.includes("crd-all")) continue;
    for (const [, path] of text4.replaceAll(/\)\./gu, ".").matchAll(/\.Values\.([\w.]+)/gu)) paths.push(path ?? "");
    for (const [, steps] of text4.matchAll(/dig ((?:"[^"]+" )+)(?:"[^"]*"|\w+) \.Values/gu)) paths.push(digPath(steps ?? ""));
  }
  return paths;
}
__name(readByTemplates, "readByTemplates");
function digPath(steps) {
  return [...steps.matchAll(/"([^"]+)"/gu)].map((match) => match[1]).join(".");
}
__name(digPath, "digPath");
function templateOnly(chart) {
  return releases.flatMap((release2) => release2.values.filter((change) => change.chart === chart).flatMap((change) => change.templateOnly));
}
__name(templateOnly, "templateOnly");

// src/render/nearest.ts
function nearest(key, candidates2) {
  let best;
  for (const candidate of candidates2) {
    const cost = costOf(key, candidate);
    if (cost !== void 0 && (best === void 0 || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate;
}
__name(nearest, "nearest");
function costOf(key, candidate) {
  const [wrong, right] = [key.toLowerCase(), candidate.toLowerCase()];
  const whole = distance(wrong, right, 3);
  if (whole <= Math.min(3, Math.max(1, Math.floor(wrong.length / 3)))) return whole;
  const last = wrong.slice(wrong.lastIndexOf(".") + 1);
  return last.length > 3 && right.endsWith(`.${last}`) ? 4 + Math.abs(wrong.split(".").length - right.split(".").length) : void 0;
}
__name(costOf, "costOf");
function distance(a, b, limit3) {
  if (Math.abs(a.length - b.length) > limit3) return limit3 + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
__name(distance, "distance");

// src/render/tree.ts
function tree(entries) {
  let result2 = {};
  for (const [path, value] of entries) if (value !== void 0) result2 = withValue(result2, path.split("."), value);
  return result2;
}
__name(tree, "tree");
function withValue(at, [key, ...rest], value) {
  if (key === void 0) return at;
  if (rest.length === 0) return { ...at, [key]: value };
  const inner = at[key];
  return { ...at, [key]: withValue(isObject(inner) ? inner : {}, rest, value) };
}
__name(withValue, "withValue");
function merged(under, over) {
  const result2 = {};
  for (const [key, value] of [...Object.entries(under), ...Object.entries(over)]) {
    if (value === void 0) continue;
    const before2 = result2[key];
    result2[key] = isObject(before2) && isObject(value) ? merged(before2, value) : value;
  }
  return result2;
}
__name(merged, "merged");
function leaves(value, path = []) {
  return Object.entries(value).flatMap(([key, entry]) => {
    if (entry === void 0) return [];
    return isObject(entry) && Object.keys(entry).length > 0 ? leaves(entry, [...path, key]) : [{ path: [...path, key], value: entry }];
  });
}
__name(leaves, "leaves");

// src/render/value-keys.ts
function valueFaults(chart, version, given) {
  const keys2 = chartKeys(chart);
  const internal = ["_internal_defaults_do_not_set", "defaults"].filter((key) => given[key] !== void 0);
  const dead = deadKeys(chart.name, version).filter(({ path }) => valueAt(given, path) !== void 0);
  const skip = /* @__PURE__ */ new Set([...internal, ...dead.map(({ path }) => path.join("."))]);
  return [
    ...internal.map((key) => ({ kind: "internal", path: [key] })),
    ...dead.map((entry) => ({ kind: "dead", ...entry })),
    ...profileFaults(keys2, given),
    ...unknownKeys(keys2, given, skip)
  ];
}
__name(valueFaults, "valueFaults");
function deadKeys(chart, version) {
  if (minorOf(version) === void 0) return [];
  return releases.filter((release2) => byVersion(`${release2.minor}.0-0`, version) <= 0).flatMap(
    (release2) => release2.values.filter((change) => change.chart === chart).flatMap((change) => change.removed.map((key) => ({ path: key.split("."), since: release2.minor })))
  );
}
__name(deadKeys, "deadKeys");
function profileFaults(keys2, given) {
  const asked = [
    { what: "profile", key: "profile", known: keys2.profiles },
    { what: "platform", key: "platform", known: keys2.platforms },
    { what: "compatibility version", key: "compatibilityVersion", known: keys2.compatibilityVersions }
  ];
  return asked.flatMap(
    ({ what: what2, key, known: known3 }) => [[key], ["global", key]].flatMap((path) => {
      const value = textAt(given, ...path);
      return value === void 0 || value === "" || known3.includes(value) ? [] : [{ kind: "no-such-profile", what: what2, path, value, known: known3 }];
    })
  );
}
__name(profileFaults, "profileFaults");
var always = ["profile", "platform", "compatibilityVersion", "global.profile", "global.platform", "enabled"];
var open = /* @__PURE__ */ new Set([
  "meshConfig",
  "labels",
  "podLabels",
  "podAnnotations",
  "annotations",
  "deploymentLabels",
  "env",
  "gatewayClasses",
  "global.meshNetworks",
  "resources",
  "defaultResources",
  "updateStrategy"
]);
function unknownKeys(keys2, given, skip) {
  const unknown3 = /* @__PURE__ */ new Map();
  for (const { path } of leaves(given)) {
    const depth = unknownFrom(keys2, path);
    const wrong = depth === void 0 ? void 0 : path.slice(0, depth);
    if (wrong === void 0 || skip.has(wrong.join(".")) || skip.has(path.join("."))) continue;
    unknown3.set(wrong.join("."), { kind: "unknown", path: wrong, near: nearest(wrong.join("."), candidates(keys2)) });
  }
  return [...unknown3.values()];
}
__name(unknownKeys, "unknownKeys");
function unknownFrom(keys2, path) {
  const lifted = path[0] === "pilot" || path[0] === "global" ? path.slice(1) : void 0;
  const direct = firstUnknown(keys2, path);
  if (direct === void 0 || lifted === void 0 || lifted.length === 0) return direct;
  if (path[0] === "global" && Object.hasOwn(keys2.defaults, "global") && isOneOf(keys2, "global")) return direct;
  const through = firstUnknown(keys2, lifted);
  return through === void 0 ? void 0 : through + 1;
}
__name(unknownFrom, "unknownFrom");
function isOneOf(keys2, key) {
  const own = keys2.defaults[key];
  return isObject(own) && Object.keys(own).length > 1;
}
__name(isOneOf, "isOneOf");
function firstUnknown(keys2, path) {
  let at = keys2.defaults;
  for (let depth = 1; depth <= path.length; depth++) {
    const here = path.slice(0, depth).join(".");
    if (open.has(here) || open.has(path[depth - 1] ?? "")) return void 0;
    const inner = isObject(at) ? at[path[depth - 1] ?? ""] : void 0;
    if (inner === void 0) {
      if (always.includes(here) || keys2.read.has(here)) return void 0;
      if (!isOnTheWay(keys2, here)) return depth;
    }
    if (inner !== void 0 && (!isObject(inner) || Object.keys(inner).length === 0)) return void 0;
    at = inner;
  }
  return void 0;
}
__name(firstUnknown, "firstUnknown");
function isOnTheWay(keys2, key) {
  return always.some((path) => path.startsWith(`${key}.`)) || [...keys2.read].some((path) => path.startsWith(`${key}.`));
}
__name(isOnTheWay, "isOnTheWay");
function candidates(keys2) {
  return [.../* @__PURE__ */ new Set([...leaves(keys2.defaults).map(({ path }) => path.join(".")), ...keys2.read, ...Object.keys(keys2.defaults)])].sort();
}
__name(candidates, "candidates");

// src/render/judge-values.ts
function judgeValues({ plan: plan3, ordered }) {
  const clusters = [plan3.view.real.name];
  return [...ordered.flatMap((entry) => [...contradicted(entry, clusters), ...faults(entry, clusters)]), ...unusedByGateways(plan3.view)];
}
__name(judgeValues, "judgeValues");
function contradicted({ planned, contradicted: all }, clusters) {
  return all.map(
    ({ path, given, derived: derived2 }) => finding(
      "derived-value-contradicted",
      { key: path.join("."), given: JSON.stringify(given), derived: JSON.stringify(derived2), of: `release ${planned.name}` },
      { source: placeOf(planned, path), clusters }
    )
  );
}
__name(contradicted, "contradicted");
function faults({ planned, order: order2 }, clusters) {
  if (order2 === void 0) return [];
  const { version } = planned.request;
  return faultsOf(order2.chart, version, planned.given).map((fault2) => {
    const where2 = { source: placeOf(planned, fault2.path, "key"), clusters };
    const facts = { chart: order2.chart.name, version, key: fault2.path.join(".") };
    switch (fault2.kind) {
      case "unknown":
        return finding("unknown-value-key", { ...facts, advice: advice(fault2.near) }, where2);
      case "dead":
        return finding("dead-value-key", { ...facts, since: fault2.since }, where2);
      case "internal":
        return finding("internal-value-key", { chart: facts.chart, key: facts.key }, where2);
      case "no-such-profile":
        return finding("unknown-chart-profile", { ...facts, what: fault2.what, value: fault2.value, known: fault2.known.join(", ") }, where2);
    }
  });
}
__name(faults, "faults");
function advice(near) {
  return near === void 0 ? "Remove it, or look the key up in the chart's values." : `Did you mean ${near}?`;
}
__name(advice, "advice");
var remembered2 = /* @__PURE__ */ new WeakMap();
function faultsOf(chart, version, given) {
  const key = `${version} ${canonical(given)}`;
  const answers2 = remembered2.get(chart) ?? /* @__PURE__ */ new Map();
  remembered2.set(chart, answers2);
  const known3 = answers2.get(key) ?? valueFaults(chart, version, given);
  answers2.set(key, known3);
  return known3;
}
__name(faultsOf, "faultsOf");
function unusedByGateways({ mesh, real }) {
  if (mesh.dataPlane !== "ambient") return [];
  return real.gateways.filter((gateway3) => gateway3.kind === "eastwest").flatMap((gateway3) => {
    const index = real.gateways.indexOf(gateway3);
    const service = Object.keys(gateway3.service).filter((key) => key !== "type" && key !== "annotations");
    const unused = [...service.map((key) => ["service", key]), ...Object.keys(gateway3.values).map((key) => ["values", key])];
    return unused.map(
      (path) => finding(
        "gateway-value-unused",
        { key: path.join("."), gateway: `${gateway3.namespace}/${gateway3.name}` },
        { source: gateway3.source.place(["spec", "gateways", index, ...path], "key"), clusters: [real.name] }
      )
    );
  });
}
__name(unusedByGateways, "unusedByGateways");

// src/render/judge.ts
function judge(mesh, prepared, cook) {
  return [...judgeMesh(mesh, prepared), ...prepared.flatMap((cluster) => [...judgeValues(cluster), ...judgeAddress(cluster, cook)])];
}
__name(judge, "judge");

// src/render/merge-values.ts
function chartValues(given, derived2, contradicted2) {
  return merged(
    contradicted2.reduce((values, { path }) => without(values, path), given),
    derived2
  );
}
__name(chartValues, "chartValues");
function without(values, [key, ...rest]) {
  if (key === void 0 || values[key] === void 0) return values;
  const { [key]: inner, ...others3 } = values;
  return rest.length === 0 || !isObject(inner) ? others3 : { ...others3, [key]: without(inner, rest) };
}
__name(without, "without");
function contradictions(chart, given, derived2) {
  return leaves(derived2).flatMap(
    ({ path, value }) => [path, ...aliasesOf(chart, path)].flatMap((spelling) => {
      const found = givenAt(given, spelling);
      return found === void 0 || canonical(found.value) === canonical(value) ? [] : [{ path: found.path, given: found.value, derived: value }];
    })
  );
}
__name(contradictions, "contradictions");
function aliasesOf(chart, path) {
  if (chart === "istiod") return [path[0] === "pilot" ? path.slice(1) : ["pilot", ...path]];
  if (chart === "ztunnel" || chart === "gateway") return path[0] === "global" ? [] : [["global", ...path]];
  return [];
}
__name(aliasesOf, "aliasesOf");
function givenAt(given, path) {
  for (let length = 1; length <= path.length; length++) {
    const value = valueAt(given, path.slice(0, length));
    if (value === void 0) return void 0;
    if (length === path.length || typeof value !== "object" || value === null) return { path: path.slice(0, length), value };
  }
  return void 0;
}
__name(givenAt, "givenAt");

// src/render/orders.ts
function ordersOf(plan3, charts) {
  return plan3.releases.map((planned) => {
    const chart = charts.get(chartKey(planned.request));
    const real = substituteIn(planned.derived, plan3.view.symbols);
    const contradicted2 = contradictions(planned.request.name, planned.given, real);
    if (chart === void 0 || chart instanceof Problem) {
      const why = chart === void 0 ? `chart ${planned.request.name} ${planned.request.version} was not fetched` : chart.message;
      return { planned, order: void 0, gap: { release: planned.name, stage: planned.stage, why }, contradicted: contradicted2 };
    }
    const { name: name2, namespace: namespace2, stage, kubernetes, request: request2 } = planned;
    const values = chartValues(planned.given, planned.derived, contradicted2);
    const order2 = { name: name2, namespace: namespace2, chart, values, kubeVersion: kubeVersion(kubernetes, request2.version), stage };
    return { planned, order: order2, gap: void 0, contradicted: contradicted2 };
  });
}
__name(ordersOf, "ordersOf");

// src/render/view.ts
function viewOf(mesh, real, plain = false) {
  const symbols = /* @__PURE__ */ new Map();
  const bySymbol = /* @__PURE__ */ new Map();
  const symbol = /* @__PURE__ */ __name((word, value) => {
    if (plain || !isPlainName(value)) return value;
    const known3 = bySymbol.get(value);
    if (known3 !== void 0) return known3;
    const text4 = symbolText(word);
    symbols.set(text4, value);
    bySymbol.set(value, text4);
    return text4;
  }, "symbol");
  const renamed = /* @__PURE__ */ __name((cluster2, words3) => ({
    ...cluster2,
    name: symbol(words3[0], cluster2.name),
    istioName: symbol(words3[1], cluster2.istioName),
    network: symbol(words3[2], cluster2.network)
  }), "renamed");
  const cluster = renamed(real, ["cluster", "cluster ID", "network"]);
  const serving = mesh.clusters.find((other) => other.name === real.primary);
  const primary2 = serving && renamed(serving, ["primary", "primary ID", "primary network"]);
  return { mesh, real, cluster, primary: primary2, symbols, severalNetworks: hasSeveralNetworks(mesh) };
}
__name(viewOf, "viewOf");
var several = /* @__PURE__ */ new WeakMap();
function hasSeveralNetworks(mesh) {
  const known3 = several.get(mesh);
  if (known3 !== void 0) return known3;
  const answer = new Set(mesh.clusters.filter((cluster) => cluster.role !== "external").map((cluster) => cluster.network)).size > 1;
  several.set(mesh, answer);
  return answer;
}
__name(hasSeveralNetworks, "hasSeveralNetworks");
var yamlWords = /* @__PURE__ */ new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
function isPlainName(value) {
  return /^[a-z]([-a-z0-9]*[a-z0-9])?$/u.test(value) && !yamlWords.has(value) && value.length <= 63;
}
__name(isPlainName, "isPlainName");
function remotesOf(mesh, primary2) {
  return mesh.clusters.filter((cluster) => cluster.primary === primary2.name);
}
__name(remotesOf, "remotesOf");
function defaultRevisionOf(cluster) {
  const { revisions } = cluster.istio;
  return revisions.find((revision) => revision.name === defaultRevision) ?? revisions.find((revision) => revision.tags.includes(defaultRevision)) ?? revisions[0];
}
__name(defaultRevisionOf, "defaultRevisionOf");

// src/render/ambient-gateway.ts
function ambientGateways({ mesh, real, cluster }) {
  if (mesh.dataPlane !== "ambient") return [];
  return real.gateways.filter((gateway3) => gateway3.kind === "eastwest").map((gateway3) => derived("gateways", "other networks reach the services of this one through it", gatewayObject(cluster, gateway3)));
}
__name(ambientGateways, "ambientGateways");
function gatewayObject(cluster, gateway3) {
  const revision = gateway3.revision ?? defaultRevisionOf(cluster)?.name ?? defaultRevision;
  const annotations = objectAt(gateway3.service, "annotations");
  const type = textAt(gateway3.service, "type");
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: {
      name: gateway3.name,
      namespace: gateway3.namespace,
      labels: { [networkLabel]: cluster.network, ...revision === defaultRevision ? {} : { "istio.io/rev": revision } },
      // The Service of a managed gateway takes its type from this annotation; LoadBalancer is what istiod makes without it.
      ...type === void 0 || type === "LoadBalancer" ? {} : { annotations: { "networking.istio.io/service-type": type } }
    },
    spec: {
      gatewayClassName: "istio-east-west",
      ...Object.keys(annotations).length === 0 ? {} : { infrastructure: { annotations } },
      listeners: [listener]
    }
  };
}
__name(gatewayObject, "gatewayObject");
var listener = {
  name: "mesh",
  port: 15008,
  protocol: "HBONE",
  tls: { mode: "Terminate", options: { "gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL" } }
};

// src/render/certificates.ts
var parts2 = ["ca-cert", "ca-key", "cert-chain", "root-cert"];
function certificates({ mesh, real, cluster }) {
  const { kind } = mesh.trust.signer;
  if (real.role === "remote" || kind === "external" || kind === "certManager") return [];
  const text4 = /* @__PURE__ */ __name((part2) => holeText({ kind: "certificate", cluster: cluster.name, part: part2 }), "text");
  return [
    derived("certificates", "istiod signs with an intermediate of the mesh's root", {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "cacerts", namespace: cluster.systemNamespace },
      type: "Opaque",
      stringData: Object.fromEntries(parts2.map((part2) => [`${part2}.pem`, text4(part2)]))
    })
  ];
}
__name(certificates, "certificates");

// src/render/kubeconfig.ts
function kubeconfig(target2, serviceAccount) {
  const name2 = target2.istioName;
  const { url, ca, tlsServerName, proxyUrl } = target2.apiServer;
  const quoted2 = quote(name2);
  return [
    "apiVersion: v1",
    "clusters:",
    "- cluster:",
    `    certificate-authority-data: ${ca === void 0 ? holeText({ kind: "api-server-ca", cluster: target2.name }) : base64(ca)}`,
    ...proxyUrl === void 0 ? [] : [`    proxy-url: ${proxyUrl}`],
    `    server: ${url ?? holeText({ kind: "api-server-url", cluster: target2.name })}`,
    ...tlsServerName === void 0 ? [] : [`    tls-server-name: ${quote(tlsServerName)}`],
    `  name: ${quoted2}`,
    "contexts:",
    "- context:",
    `    cluster: ${quoted2}`,
    `    user: ${quoted2}`,
    `  name: ${quoted2}`,
    `current-context: ${quoted2}`,
    "kind: Config",
    "users:",
    `- name: ${quoted2}`,
    "  user:",
    `    token: ${holeText({ kind: "token", cluster: target2.name, serviceAccount })}`,
    ""
  ].join("\n");
}
__name(kubeconfig, "kubeconfig");
function quote(name2) {
  return /^[A-Za-z][-A-Za-z0-9]*$/u.test(name2) && !/^(y|n|yes|no|on|off|true|false|null)$/iu.test(name2) ? name2 : JSON.stringify(name2);
}
__name(quote, "quote");
function base64(text4) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text4)));
}
__name(base64, "base64");

// src/render/discovery.ts
function discovery(view) {
  return [...reader(view), ...remoteSecrets(view), ...configSecret(view)];
}
__name(discovery, "discovery");
function isReader(cluster) {
  return cluster.role !== "remote";
}
__name(isReader, "isReader");
function remoteSecrets({ mesh, real, cluster }) {
  if (!isReader(real)) return [];
  const targets = mesh.clusters.filter(
    (other) => other.name !== real.name && other.role !== "external" && other.name !== real.configCluster
  );
  return targets.map(
    (target2) => derived("discovery", `the istiod here finds the endpoints of ${target2.name} by it`, {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: `istio-remote-secret-${target2.istioName}`,
        namespace: cluster.systemNamespace,
        labels: { "istio/multiCluster": "true" },
        annotations: { "networking.istio.io/cluster": target2.istioName }
      },
      stringData: { [target2.istioName]: kubeconfig(target2, `${target2.systemNamespace}/${readerAccount}`) }
    })
  );
}
__name(remoteSecrets, "remoteSecrets");
function configSecret({ mesh, real, cluster }) {
  const target2 = configClusterOf(mesh, real);
  if (target2 === void 0) return [];
  return [
    derived("discovery", `the configuration of this istiod is in ${target2.name}`, {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: "istio-kubeconfig",
        namespace: cluster.systemNamespace,
        annotations: { "networking.istio.io/cluster": target2.istioName }
      },
      stringData: { config: kubeconfig(target2, `${target2.systemNamespace}/istiod`) }
    })
  ];
}
__name(configSecret, "configSecret");
function configClusterOf(mesh, cluster) {
  return cluster.role === "external" ? mesh.clusters.find((other) => other.name === cluster.configCluster) : void 0;
}
__name(configClusterOf, "configClusterOf");

// src/render/exposure.ts
var networking = "networking.istio.io/v1";
function exposure(view) {
  if (view.real.role === "external") return externalExposure(view);
  return [...crossNetwork(view), ...istiodExposure(view)];
}
__name(exposure, "exposure");
function crossNetwork({ mesh, real, cluster, severalNetworks }) {
  if (!severalNetworks || mesh.dataPlane === "ambient" || !servesConfig(mesh, real)) return [];
  const served2 = mesh.topology === "external" ? mesh.clusters.filter((other) => other.primary === real.primary) : [real, ...remotesOf(mesh, real)];
  const gateways = served2.flatMap((other) => other.gateways.filter((gateway3) => gateway3.kind === "eastwest"));
  const places = new Map(gateways.map((gateway3) => [`${gateway3.namespace} ${selectorOf(gateway3)}`, gateway3]));
  const hosts = [cluster.clusterDomain === "cluster.local" ? "*.local" : `*.${cluster.clusterDomain}`];
  return [...places.values()].map((gateway3) => {
    const selector2 = selectorOf(gateway3);
    const name2 = selector2 === "eastwestgateway" ? "cross-network-gateway" : `cross-network-gateway-${selector2}`;
    return derived("gateways", "other networks reach the services of this one through it", {
      apiVersion: networking,
      kind: "Gateway",
      metadata: { name: name2, namespace: gateway3.namespace },
      spec: {
        selector: { istio: selector2 },
        servers: [{ port: { number: 15443, name: "tls", protocol: "TLS" }, tls: { mode: "AUTO_PASSTHROUGH" }, hosts }]
      }
    });
  });
}
__name(crossNetwork, "crossNetwork");
function selectorOf(gateway3) {
  return textAt(gateway3.values, "labels", "istio") ?? gateway3.name.replace(/^istio-/u, "");
}
__name(selectorOf, "selectorOf");
function istiodExposure({ mesh, real, cluster }) {
  const gateway3 = istiodGateway(real);
  if (real.role !== "primary" || gateway3 === void 0 || remotesOf(mesh, real).length === 0) return [];
  const why = "remotes reach this istiod through it";
  return [
    derived("gateways", why, {
      apiVersion: networking,
      kind: "Gateway",
      metadata: { name: "istiod-gateway", namespace: gateway3.namespace },
      spec: {
        selector: { istio: selectorOf(gateway3) },
        servers: [passthrough("tls-istiod", 15012), passthrough("tls-istiodwebhook", 15017)]
      }
    }),
    ...real.istio.revisions.map(({ name: name2 }) => derived("gateways", why, virtualService(cluster, gateway3, name2)))
  ];
}
__name(istiodExposure, "istiodExposure");
function passthrough(name2, number2) {
  return { port: { name: name2, number: number2, protocol: "TLS" }, tls: { mode: "PASSTHROUGH" }, hosts: ["*"] };
}
__name(passthrough, "passthrough");
function virtualService(cluster, gateway3, revision) {
  const service = `istiod${revisionSuffix(revision)}.${cluster.systemNamespace}.svc`;
  const sniHosts = revision === defaultRevision ? ["*"] : [service, `${service}.${cluster.clusterDomain}`];
  const route = /* @__PURE__ */ __name((port2, number2) => ({
    match: [{ port: port2, sniHosts }],
    route: [{ destination: { host: `${service}.${cluster.clusterDomain}`, port: { number: number2 } } }]
  }), "route");
  return {
    apiVersion: networking,
    kind: "VirtualService",
    metadata: { name: `istiod-vs${revisionSuffix(revision)}`, namespace: gateway3.namespace },
    spec: { hosts: ["*"], gateways: ["istiod-gateway"], tls: [route(15012, 15012), route(15017, 443)] }
  };
}
__name(virtualService, "virtualService");
function externalExposure({ cluster, real }) {
  const gateway3 = istiodGateway(real);
  const address = istiodAddress(cluster);
  if (gateway3 === void 0 || address === void 0) return [];
  const ends = address.shape === "hostname";
  const namespace2 = cluster.systemNamespace;
  const hosts = [ends ? address.text : "*"];
  const tls = ends ? { mode: "SIMPLE", credentialName: "external-istiod-credential" } : { mode: "PASSTHROUGH" };
  const server = /* @__PURE__ */ __name((name2, number2) => ({ port: { number: number2, name: name2, protocol: ends ? "HTTPS" : "TLS" }, hosts, tls }), "server");
  const host = `istiod.${namespace2}.svc.${cluster.clusterDomain}`;
  const route = /* @__PURE__ */ __name((port2, number2) => ({
    match: [ends ? { port: port2 } : { port: port2, sniHosts: ["*"] }],
    route: [{ destination: { host, port: { number: number2 } } }]
  }), "route");
  const routes = [route(15012, 15012), route(15017, 443)];
  const why = "the clusters of the mesh reach this istiod through it";
  const object = /* @__PURE__ */ __name((kind, name2, spec) => derived("gateways", why, { apiVersion: networking, kind, metadata: { name: name2, namespace: namespace2 }, spec }), "object");
  return [
    object("Gateway", "external-istiod-gw", {
      selector: { istio: selectorOf(gateway3) },
      servers: [server(ends ? "https-XDS" : "tls-XDS", 15012), server(ends ? "https-WEBHOOK" : "tls-WEBHOOK", 15017)]
    }),
    object("VirtualService", "external-istiod-vs", { hosts, gateways: ["external-istiod-gw"], [ends ? "http" : "tls"]: routes }),
    ...ends ? [object("DestinationRule", "external-istiod-dr", destinationRule(host))] : []
  ];
}
__name(externalExposure, "externalExposure");
function destinationRule(host) {
  const tls = { mode: "SIMPLE" };
  const xds = { port: { number: 15012 }, tls, connectionPool: { http: { h2UpgradePolicy: "UPGRADE" } } };
  return { host, trafficPolicy: { portLevelSettings: [xds, { port: { number: 443 }, tls }] } };
}
__name(destinationRule, "destinationRule");

// src/render/namespaces.ts
var born = /* @__PURE__ */ new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);
function namespaces(view) {
  const { cluster } = view;
  const { cni, ztunnel } = cluster.components;
  const others3 = [
    ...cluster.gateways.map((gateway3) => gateway3.namespace),
    ...cni.enabled ? [cni.namespace] : [],
    ...ztunnel.enabled ? [ztunnel.namespace] : []
  ];
  const names4 = [...new Set(others3)].filter((name2) => name2 !== cluster.systemNamespace && !born.has(name2)).sort();
  return [
    derived("namespaces", "Istio's control plane lives there", systemNamespace(view)),
    ...names4.map((name2) => derived("namespaces", "something of this cluster is installed there", namespace(name2)))
  ];
}
__name(namespaces, "namespaces");
function systemNamespace(view) {
  const { mesh, real, cluster, primary: primary2 } = view;
  const controlPlane = leaderOf(view);
  const takesLead = real.role === "remote" && primary2 !== void 0 && !(mesh.topology === "external" && servesConfig(mesh, real));
  return namespace(cluster.systemNamespace, {
    labels: { [networkLabel]: cluster.network },
    ...takesLead && controlPlane !== void 0 ? { annotations: { "topology.istio.io/controlPlaneClusters": controlPlane } } : {}
  });
}
__name(systemNamespace, "systemNamespace");
function leaderOf({ mesh, primary: primary2 }) {
  if (primary2 === void 0) return void 0;
  if (mesh.topology !== "external") return primary2.istioName;
  return mesh.clusters.find((other) => other.name === primary2.configCluster)?.istioName;
}
__name(leaderOf, "leaderOf");
function namespace(name2, metadata = {}) {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: name2, ...metadata } };
}
__name(namespace, "namespace");

// src/render/values.ts
function baseValues(view) {
  const { mesh, real, cluster } = view;
  const isServed = real.role === "remote";
  return tree([
    ["profile", isServed ? "remote" : void 0],
    ["defaultRevision", hasValidator(mesh, real) ? defaultRevisionOf(real)?.name : ""],
    ["base.validationURL", isExternalConfig(mesh, real) ? externalUrl(view, "/validate") : void 0],
    ["global.istioNamespace", cluster.systemNamespace],
    ["global.externalIstiod", isServed ? true : void 0],
    ...pullSecrets2(real),
    ...readerEntries(view)
  ]);
}
__name(baseValues, "baseValues");
function hasValidator(mesh, cluster) {
  return mesh.topology !== "external" || servesConfig(mesh, cluster);
}
__name(hasValidator, "hasValidator");
function istiodValues(view, revision) {
  const { real, cluster } = view;
  return tree([
    ["revision", revision.name === defaultRevision ? void 0 : revision.name],
    ["revisionTags", revision.tags.length === 0 ? void 0 : revision.tags],
    ["global.istioNamespace", cluster.systemNamespace],
    ["global.multiCluster.clusterName", cluster.istioName],
    ["global.network", cluster.network],
    ["global.proxy.clusterDomain", cluster.clusterDomain],
    ["global.platform", platform(real)],
    ...images(real, "global.", revision.version),
    ...pullSecrets2(real),
    ...readerEntries(view),
    // Last, because an istiod outside the mesh takes the identity of its configuration cluster.
    ...real.role === "remote" ? remoteEntries(view) : controlPlaneEntries(view)
  ]);
}
__name(istiodValues, "istiodValues");
function controlPlaneEntries(view) {
  const { mesh, real, cluster } = view;
  const { cni, ztunnel } = real.components;
  const isAmbient = mesh.dataPlane === "ambient";
  return [
    ["profile", isAmbient ? "ambient" : void 0],
    ["global.meshID", mesh.meshId],
    ["global.externalIstiod", real.role === "external" || remotesOf(mesh, real).length > 0 ? true : void 0],
    ...trustEntries(view),
    ["pilot.cni.enabled", cni.enabled && !isAmbient ? true : void 0],
    ["pilot.trustedZtunnelNamespace", ztunnel.enabled && ztunnel.namespace !== cluster.systemNamespace ? ztunnel.namespace : void 0],
    ["pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", isAmbient && view.severalNetworks ? "true" : void 0],
    // Without it istiod opens a Secret watch on every cluster that its reader identity is refused (0.1 no. 4).
    ["pilot.env.PILOT_ENABLE_REMOTE_CREDENTIALS_CONTROLLER", mesh.clusters.length > 1 && hasOwnReader(mesh) ? "false" : void 0],
    ...real.role === "external" ? externalEntries(view) : []
  ];
}
__name(controlPlaneEntries, "controlPlaneEntries");
function externalEntries(view) {
  const { mesh, real, cluster } = view;
  const configCluster = configClusterOf(mesh, real);
  const address = istiodAddress(cluster)?.text;
  const endpoint = address && `${address}:15012`;
  const roots = istiodAddress(cluster)?.shape === "hostname" ? "/etc/ssl/certs/ca-certificates.crt" : void 0;
  return [
    ["global.operatorManageWebhooks", true],
    ["global.configValidation", false],
    ["global.caAddress", endpoint],
    ["global.multiCluster.clusterName", configCluster?.istioName],
    ["global.network", configCluster?.network],
    ["meshConfig.rootNamespace", cluster.systemNamespace],
    ["meshConfig.defaultConfig.discoveryAddress", endpoint],
    ["meshConfig.defaultConfig.proxyMetadata.XDS_ROOT_CA", roots],
    ["meshConfig.defaultConfig.proxyMetadata.CA_ROOT_CA", roots],
    ["pilot.env.INJECTION_WEBHOOK_CONFIG_NAME", ""],
    ["pilot.env.VALIDATION_WEBHOOK_CONFIG_NAME", ""],
    ["pilot.env.LOCAL_CLUSTER_SECRET_WATCHER", "true"],
    ["pilot.env.SHARED_MESH_CONFIG", "istio"]
  ];
}
__name(externalEntries, "externalEntries");
function remoteEntries(view) {
  const { mesh, cluster, primary: primary2 } = view;
  const path = `/inject/cluster/${segment(cluster.istioName)}/net/${segment(cluster.network)}`;
  const isConfig = servesConfig(mesh, view.real);
  const byUrl = mesh.topology === "external";
  return [
    ["profile", "remote"],
    ["global.configCluster", !byUrl || isConfig ? true : void 0],
    ["global.remotePilotAddress", byUrl || primary2 === void 0 ? void 0 : istiodAddress(primary2)?.text],
    ["istiodRemote.injectionPath", byUrl ? void 0 : path],
    ["istiodRemote.injectionURL", byUrl ? externalUrl(view, path) : void 0],
    ["base.validationURL", byUrl && isConfig ? externalUrl(view, "/validate") : void 0],
    // A peer's istiod learns this cluster's trust domain from its mesh config; without one it assumes cluster.local (0.1 no. 2).
    ["pilot.configMap", isConfig || cluster.trustDomain !== "cluster.local" ? true : void 0],
    ...cluster.trustDomain === "cluster.local" ? [] : trustEntries(view)
  ];
}
__name(remoteEntries, "remoteEntries");
function segment(value) {
  return value.replaceAll("/", "--slash--");
}
__name(segment, "segment");
function externalUrl({ primary: primary2 }, path) {
  const address = primary2 && istiodAddress(primary2);
  return address && `https://${address.text}:15017${path}`;
}
__name(externalUrl, "externalUrl");
function isExternalConfig(mesh, cluster) {
  return mesh.topology === "external" && cluster.role === "remote" && servesConfig(mesh, cluster);
}
__name(isExternalConfig, "isExternalConfig");
function trustEntries({ mesh, real, cluster }) {
  const names4 = [mesh.trust.domain, ...mesh.trust.aliases, ...mesh.clusters.map((other) => other.trustDomain)];
  const aliases = [...new Set(names4)].filter((name2) => name2 !== real.trustDomain).sort();
  const isCertManager = mesh.trust.signer.kind === "certManager";
  return [
    ["meshConfig.trustDomain", cluster.trustDomain],
    ["meshConfig.trustDomainAliases", aliases.length === 0 ? void 0 : aliases],
    ["global.caAddress", isCertManager ? "cert-manager-istio-csr.cert-manager.svc:443" : void 0],
    ["pilot.env.ENABLE_CA_SERVER", isCertManager ? "false" : void 0]
  ];
}
__name(trustEntries, "trustEntries");
function cniValues({ mesh, real }, version) {
  return tree([
    ["profile", mesh.dataPlane === "ambient" ? "ambient" : void 0],
    ["global.platform", platform(real)],
    ...images(real, "global.", version),
    ...pullSecrets2(real)
  ]);
}
__name(cniValues, "cniValues");
function ztunnelValues({ real, cluster }, version) {
  const revision = defaultRevisionOf(real)?.name;
  const { pullSecrets: secrets } = real.istio.images;
  return tree([
    ["istioNamespace", cluster.systemNamespace],
    ["multiCluster.clusterName", cluster.istioName],
    ["network", cluster.network],
    ["revision", revision === defaultRevision ? void 0 : revision],
    ["platform", platform(real)],
    ...images(real, "", version),
    ["imagePullSecrets", secrets.length === 0 ? void 0 : secrets]
  ]);
}
__name(ztunnelValues, "ztunnelValues");
function gatewayValues(view, spec) {
  const { mesh, real, cluster } = view;
  const secrets = real.istio.images.pullSecrets.map((name2) => ({ name: name2 }));
  const revision = spec.revision ?? defaultRevisionOf(real)?.name;
  const isNetworkGateway = spec.kind === "eastwest" && (view.severalNetworks || remotesOf(mesh, real).length === 0);
  return tree([
    ["networkGateway", isNetworkGateway ? cluster.network : void 0],
    ["service.ports", portsOf(view, spec, isNetworkGateway)],
    ["revision", revision === defaultRevision ? void 0 : revision],
    ["imagePullSecrets", secrets.length === 0 ? void 0 : secrets]
  ]);
}
__name(gatewayValues, "gatewayValues");
function portsOf({ real }, spec, isNetworkGateway) {
  const leadsToIstiod = !isNetworkGateway && (spec.kind === "eastwest" || real.role === "external" && spec.kind === "ingress");
  if (!leadsToIstiod) return void 0;
  return [port("status-port", 15021), port("tls-istiod", 15012), port("tls-webhook", 15017)];
}
__name(portsOf, "portsOf");
function port(name2, number2) {
  return { name: name2, port: number2, protocol: "TCP", targetPort: number2 };
}
__name(port, "port");
var chartPlatforms = /* @__PURE__ */ new Set(["gke", "k3d", "k3s", "microk8s", "minikube", "openshift"]);
function platform(cluster) {
  return cluster.platform !== void 0 && chartPlatforms.has(cluster.platform) ? cluster.platform : void 0;
}
__name(platform, "platform");
function images({ istio }, prefix, version) {
  return [
    [`${prefix}hub`, istio.images.hub],
    [`${prefix}tag`, istio.charts.kind === "bundled" ? version : void 0]
  ];
}
__name(images, "images");
function pullSecrets2({ istio }) {
  return [["global.imagePullSecrets", istio.images.pullSecrets.length === 0 ? void 0 : istio.images.pullSecrets]];
}
__name(pullSecrets2, "pullSecrets");
function readerEntries({ mesh, real }) {
  const isOurs = real.role !== "external" && mesh.clusters.length > 1 && hasOwnReader(mesh);
  return [["global.enableReaderRBAC", isOurs ? false : void 0]];
}
__name(readerEntries, "readerEntries");

// src/render/releases.ts
function releasesOf(view) {
  const { real } = view;
  const versions3 = real.istio.revisions.map((revision) => revision.version).toSorted(byVersion);
  const oldest = versions3[0];
  const newest = versions3.at(-1);
  if (oldest === void 0 || newest === void 0) return [];
  return [
    // CRDs of a newer version serve older istiods; the other way round they do not (reference 1.9).
    release(view, { chart: "base", name: "istio-base", version: newest, derived: baseValues(view) }),
    ...real.istio.revisions.map((revision) => istiod(view, revision)),
    // Node components work with an istiod of their own version and the next one, so the oldest revision decides (V07).
    ...real.components.cni.enabled ? [nodeComponent(view, "cni", oldest, cniValues(view, oldest))] : [],
    ...real.components.ztunnel.enabled ? [nodeComponent(view, "ztunnel", oldest, ztunnelValues(view, oldest))] : [],
    ...real.gateways.filter((spec) => isByChart(view.mesh, spec)).map((spec) => gateway(view, spec))
  ];
}
__name(releasesOf, "releasesOf");
function isByChart(mesh, spec) {
  return mesh.dataPlane !== "ambient" || spec.kind !== "eastwest";
}
__name(isByChart, "isByChart");
function release({ mesh, real, cluster }, wanted) {
  const { chart, own } = wanted;
  const shared2 = real.istio.values[chart] ?? {};
  const path = ["spec", "istio", "values", chart];
  return {
    name: wanted.name,
    namespace: wanted.namespace ?? cluster.systemNamespace,
    request: { source: real.istio.charts, name: chart, version: wanted.version },
    stage: wanted.stage ?? "install",
    kubernetes: real.kubernetes,
    derived: wanted.derived,
    given: own === void 0 ? shared2 : merged(shared2, own.values),
    places: [
      ...own === void 0 ? [] : [own],
      // The cluster's values already hold the mesh's, so the mesh is asked first: what it does not say alike, the cluster said.
      { values: mesh.istio.values[chart] ?? {}, source: mesh.source, path },
      { values: shared2, source: real.source, path }
    ]
  };
}
__name(release, "release");
function istiod(view, revision) {
  return release(view, {
    chart: "istiod",
    name: `istiod${revisionSuffix(revision.name)}`,
    version: revision.version,
    derived: istiodValues(view, revision)
  });
}
__name(istiod, "istiod");
function nodeComponent(view, chart, version, derived2) {
  const { namespace: namespace2, values } = view.real.components[chart];
  const own = { values, source: view.real.source, path: ["spec", "components", chart, "values"] };
  return release(view, { chart, name: chart === "cni" ? "istio-cni" : "ztunnel", namespace: namespace2, version, derived: derived2, own });
}
__name(nodeComponent, "nodeComponent");
function gateway(view, spec) {
  const values = Object.keys(spec.service).length === 0 ? spec.values : merged(spec.values, { service: spec.service });
  const index = view.real.gateways.indexOf(spec);
  const own = { values, source: spec.source, path: ["spec", "gateways", index, "values"] };
  const version = servingRevision(view.real, spec)?.version ?? "";
  const derived2 = gatewayValues(view, spec);
  return release(view, { chart: "gateway", name: spec.name, namespace: spec.namespace, version, stage: "gateways", derived: derived2, own });
}
__name(gateway, "gateway");
function servingRevision(cluster, spec) {
  if (spec.revision === void 0) return defaultRevisionOf(cluster);
  return cluster.istio.revisions.find(({ name: name2, tags }) => name2 === spec.revision || tags.includes(spec.revision ?? defaultRevision)) ?? defaultRevisionOf(cluster);
}
__name(servingRevision, "servingRevision");

// src/render/plan-cluster.ts
function planCluster(mesh, cluster, plain = false) {
  const view = viewOf(mesh, cluster, plain);
  const releases2 = releasesOf(view);
  if (!plain && JSON.stringify(releases2.map((release2) => release2.given)).includes("\u27E8")) return planCluster(mesh, cluster, true);
  const objects3 = [...namespaces(view), ...certificates(view), ...discovery(view), ...ambientGateways(view), ...exposure(view)];
  return { view, releases: releases2, objects: objects3 };
}
__name(planCluster, "planCluster");

// src/render/plain-request.ts
function plainRequest(mesh) {
  const [revision] = mesh.istio.revisions;
  return { source: mesh.istio.charts, name: "base", version: revision?.version ?? "" };
}
__name(plainRequest, "plainRequest");

// src/render/plain.ts
function renderPlain(repository, charts, engine) {
  const { mesh } = repository;
  if (mesh === void 0) return { classes: [], engine: engine.version, charts: [], findings: [] };
  const chart = charts.get(chartKey(plainRequest(mesh)));
  const usable = chart === void 0 || chart instanceof Problem ? [] : [chart];
  const classes2 = mesh.clusters.map((cluster) => ({
    members: [cluster.name],
    manifests: [...usable.flatMap((base) => crdsOf(base, engine, mesh)), ...repository.config.get(cluster.name) ?? []].sort(byId),
    symbols: /* @__PURE__ */ new Map(),
    releases: [],
    gaps: []
  }));
  return { classes: classes2, engine: engine.version, charts: usable, findings: [] };
}
__name(renderPlain, "renderPlain");
function crdsOf(chart, engine, mesh) {
  const order2 = { name: "istio-base", namespace: "istio-system", chart, values: {}, kubeVersion: "v1.35.0", stage: "install" };
  const dish = new Cook(engine, mesh.name).cook(order2);
  return dish.kind === "rendered" ? dish.manifests.filter(({ id }) => id.kind === "CustomResourceDefinition") : [];
}
__name(crdsOf, "crdsOf");

// src/render/index.ts
function chartsNeeded(mesh) {
  const requests2 = mesh.clusters.flatMap((cluster) => planCluster(mesh, cluster).releases.map((release2) => release2.request));
  const byKey = new Map(requests2.map((request2) => [chartKey(request2), request2]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
__name(chartsNeeded, "chartsNeeded");
function render(repository, charts, engine, memory = /* @__PURE__ */ new Map()) {
  const { mesh } = repository;
  if (mesh === void 0) return { classes: [], engine: engine.version, charts: [], findings: [], unread: unreadOf(repository) };
  const configOf = labelling(repository, mesh);
  const prepared = mesh.clusters.map((cluster) => {
    const plan3 = planCluster(mesh, cluster);
    return { plan: plan3, ordered: ordersOf(plan3, charts), config: configOf(cluster) };
  });
  const kitchen = { cook: new Cook(engine, mesh.name, memory), demand: demandOf(prepared) };
  const assembled2 = classify(prepared).map((members) => assemble(members, kitchen));
  return {
    classes: assembled2.flatMap((one2) => one2.classes).sort(byFirstMember),
    engine: engine.version,
    charts: used(charts),
    findings: joined([...judge(mesh, prepared, kitchen.cook), ...assembled2.flatMap((one2) => one2.findings)]),
    identities: new Map(prepared.map(({ plan: plan3 }) => [plan3.view.real.name, plan3.view.symbols])),
    unread: unreadOf(repository)
  };
}
__name(render, "render");
function labelling({ config }, mesh) {
  const lists = /* @__PURE__ */ new Map();
  const none2 = [];
  return ({ name: name2 }) => {
    const list3 = config.get(name2) ?? none2;
    const known3 = lists.get(list3) ?? list3.map((manifest) => ({ ...manifest, object: withLabel(manifest.object, meshLabel, mesh.name) }));
    lists.set(list3, known3);
    return known3;
  };
}
__name(labelling, "labelling");
function byFirstMember(a, b) {
  const [left, right] = [a.members[0] ?? "", b.members[0] ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(byFirstMember, "byFirstMember");
function used(charts) {
  const found = [...charts.values()].flatMap((chart) => chart instanceof Problem ? [] : [chart]);
  const unique = new Map(found.map((chart) => [`${chart.name} ${chart.version} ${chart.digest}`, chart]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
}
__name(used, "used");

// src/report/rich.ts
function say(texts5, ...values) {
  const spans2 = [];
  texts5.forEach((text4, index) => {
    if (text4 !== "") spans2.push({ kind: "plain", text: text4 });
    const value = values[index];
    if (value === void 0) return;
    if (typeof value === "string") spans2.push({ kind: "code", text: value });
    else if (typeof value === "number") spans2.push({ kind: "plain", text: number(value) });
    else spans2.push(...value);
  });
  return spans2;
}
__name(say, "say");
function words(text4) {
  return text4 === "" ? [] : [{ kind: "plain", text: text4 }];
}
__name(words, "words");
function strong(text4) {
  return [{ kind: "strong", text: text4 }];
}
__name(strong, "strong");
function quoted(text4) {
  return [{ kind: "code", text: text4 }];
}
__name(quoted, "quoted");
function join(parts3, between) {
  return parts3.flatMap((part2, index) => index === 0 ? part2 : [...words(between), ...part2]);
}
__name(join, "join");
function listed(parts3) {
  if (parts3.length < 2) return parts3.flat();
  return [...join(parts3.slice(0, -1), ", "), ...words(" and "), ...parts3.at(-1) ?? []];
}
__name(listed, "listed");
function richOf(text4) {
  const parts3 = text4.split("`");
  const paired = parts3.length % 2 === 1 ? parts3.length : parts3.length - 1;
  const spans2 = parts3.slice(0, paired).map((part2, index) => ({ kind: index % 2 === 0 ? "plain" : "code", text: part2 }));
  if (paired < parts3.length) spans2.push({ kind: "plain", text: `\`${parts3.at(-1) ?? ""}` });
  return spans2.filter((span) => span.text !== "");
}
__name(richOf, "richOf");
function plainText(rich) {
  return rich.map((span) => span.kind === "code" ? `\`${span.text}\`` : span.text).join("");
}
__name(plainText, "plainText");
function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}
__name(number, "number");

// src/report/count.ts
function counted(count, noun, plural = `${noun}s`) {
  return `${number(count)} ${count === 1 ? noun : plural}`;
}
__name(counted, "counted");
function clusterNames(clusters, all) {
  if (all.length > 1 && clusters.length === all.length)
    return words(all.length === 2 ? "both clusters" : `all ${number(all.length)} clusters`);
  if (clusters.length <= 4) return listed(clusters.map(quoted));
  return [...listed([...clusters.slice(0, 2).map(quoted), words(`${number(clusters.length - 2)} more clusters`)])];
}
__name(clusterNames, "clusterNames");
function inClusters(clusters, all) {
  return clusters.length === 0 ? [] : [...words("in "), ...clusterNames(clusters, all)];
}
__name(inClusters, "inClusters");
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const name2 = key(item);
    const group3 = groups.get(name2);
    if (group3) group3.push(item);
    else groups.set(name2, [item]);
  }
  return [...groups.values()];
}
__name(groupBy, "groupBy");
function distinct(texts5) {
  return [...new Set(texts5)].sort();
}
__name(distinct, "distinct");
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
__name(compare2, "compare");

// src/report/plan-phases.ts
function phasesOf(plan3) {
  const ranks2 = ranksOf(plan3.steps);
  const byRank = Map.groupBy(plan3.steps, ({ id }) => ranks2.get(id) ?? 0);
  const sorted2 = [...byRank].sort(([a], [b]) => a - b);
  return sorted2.map(([rank2, steps], index) => {
    const wave = rank2 % size;
    const isLast = !sorted2.slice(index + 1).some(([later]) => wave > 0 && later % size === wave);
    const soak = isLast ? plan3.waves.find(({ number: number2 }) => number2 === wave)?.soakSeconds ?? 0 : 0;
    return {
      title: `${titleOf(Math.floor(rank2 / size), wave)}${soak > 0 ? `, then ${duration(soak)} of soak` : ""}`,
      rounds: roundsOf(steps)
    };
  });
}
__name(phasesOf, "phasesOf");
var size = 1e6;
var [first, installs, discovery2, configuration] = [0, 1, 2, 3];
function titleOf(phase, wave) {
  if (phase === first) return "before any wave";
  if (phase === discovery2) return "discovery across clusters";
  return `wave ${wave} of ${phase === installs ? "installs" : "configuration"}`;
}
__name(titleOf, "titleOf");
function naturalRank({ kind, wave }) {
  if (kind === "config" || kind === "prune") return configuration * size + wave;
  if (wave > 0) return installs * size + wave;
  return (kind === "remote-secret" ? discovery2 : first) * size;
}
__name(naturalRank, "naturalRank");
function ranksOf(steps) {
  const ranks2 = new Map(steps.map((step) => [step.id, naturalRank(step)]));
  for (const step of steps.toReversed()) {
    const own = ranks2.get(step.id) ?? 0;
    if (own >= discovery2 * size) continue;
    for (const id of step.after) if (ranks2.get(id) === discovery2 * size) ranks2.set(id, own);
  }
  for (const { id, after } of steps)
    ranks2.set(
      id,
      after.reduce((most6, each) => Math.max(most6, ranks2.get(each) ?? 0), ranks2.get(id) ?? 0)
    );
  return ranks2;
}
__name(ranksOf, "ranksOf");
function roundsOf(steps) {
  const rounds = [];
  const roundOf = /* @__PURE__ */ new Map();
  for (const step of steps) {
    const owner = ownerOf(step);
    const round = step.after.reduce((most6, id) => {
      const before2 = roundOf.get(id);
      return before2 === void 0 ? most6 : Math.max(most6, before2.owner === owner ? before2.round : before2.round + 1);
    }, 0);
    roundOf.set(step.id, { round, owner });
    const list3 = rounds[round];
    if (list3 === void 0) rounds[round] = [step];
    else list3.push(step);
  }
  return rounds;
}
__name(roundsOf, "roundsOf");
function ownerOf(step) {
  return step.clusters.join();
}
__name(ownerOf, "ownerOf");
function duration(seconds) {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
__name(duration, "duration");

// src/report/visible.ts
var unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
function visible(text4) {
  if (/^[ -~]*$/u.test(text4)) return text4;
  return text4.replace(/[\t\n\r\f\v]+/gu, " ").replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
__name(visible, "visible");
function shortened(text4, length) {
  if (text4.length <= length) return text4;
  const end = length - 1;
  const isHalf = /[\ud800-\udbff]/u.test(text4.charAt(end - 1));
  return `${text4.slice(0, isHalf ? end - 1 : end)}\u2026`;
}
__name(shortened, "shortened");

// src/report/plan-tree.ts
function planTree(plan3, hidden = 0) {
  if (plan3.steps.length === 0 && hidden === 0) return "nothing to do";
  const guards = plan3.guards.map(({ text: text4 }) => leaf(`! ${shown(text4, 200)}`));
  const nodes = [
    ...guards.length === 0 ? [] : [{ text: "before it is applied", children: guards }],
    ...phasesOf(plan3).map(({ title: title2, rounds }) => ({ text: title2, children: rounds.flatMap(clusterNodes) })),
    ...hidden === 0 ? [] : [leaf(`${counted(hidden, "step")} in other clusters ${hidden === 1 ? "is" : "are"} not shown`)]
  ];
  return [`plan ${plan3.digest.plan.slice(0, 8)}`, ...draw(nodes)].join("\n");
}
__name(planTree, "planTree");
function leaf(text4) {
  return { text: text4, children: [] };
}
__name(leaf, "leaf");
function clusterNodes(steps) {
  const owned = groupBy(steps, ownerOf).map((group3) => ({ clusters: group3[0]?.clusters ?? [], nodes: stepNodes(group3) }));
  return groupBy(owned, ({ nodes }) => JSON.stringify(nodes)).map((same) => ({
    text: clusterText(same.flatMap(({ clusters }) => clusters)),
    children: same[0]?.nodes ?? []
  }));
}
__name(clusterNodes, "clusterNodes");
function clusterText(clusters) {
  const names4 = clusters.slice(0, 6).map((name2) => shown(name2, 60));
  const rest = clusters.length - names4.length;
  return rest > 0 ? `${names4.join(", ")} and ${number(rest)} more clusters` : names4.join(", ");
}
__name(clusterText, "clusterText");
function stepNodes(steps) {
  const own = steps[0]?.clusters.length === 1 ? steps[0].clusters[0] ?? "" : "";
  return runsOf(steps).flatMap((group3) => group3.length > 4 ? [manyNode(group3, own)] : group3.map((step) => stepNode(step, own)));
}
__name(stepNodes, "stepNodes");
function runsOf(steps) {
  let run = 0;
  const numbered2 = steps.map((step, place3) => {
    if (place3 > 0 && steps[place3 - 1]?.kind !== step.kind) run += 1;
    return { step, run };
  });
  return groupBy(numbered2, (each) => String(each.run)).map((group3) => group3.map(({ step }) => step));
}
__name(runsOf, "runsOf");
function stepNode(step, own) {
  const parts3 = [
    nameOf(step.id, own),
    writesText(step),
    step.after.length === 0 ? "" : `after ${afterText(step.after, own)}`,
    step.gate === void 0 ? "" : `gate: ${shown(step.gate, 160)}`,
    step.irreversible === void 0 ? "" : `CANNOT BE UNDONE: ${shown(step.irreversible, 160)}`
  ];
  return leaf(parts3.filter((part2) => part2 !== "").join("  \xB7  "));
}
__name(stepNode, "stepNode");
function manyNode(steps, own) {
  const writes = steps.reduce((total, step) => total + step.writes.length, 0);
  const after = distinct(steps.flatMap((step) => step.after));
  const parts3 = [
    `${kindNames[steps[0]?.kind ?? "config"]} \xD7 ${number(steps.length)}`,
    writes === 0 ? "" : counted(writes, "object"),
    after.length === 0 ? "" : `after ${afterText(after, own)}`
  ];
  return leaf(parts3.filter((part2) => part2 !== "").join("  \xB7  "));
}
__name(manyNode, "manyNode");
var kindNames = {
  namespace: "namespace",
  "gateway-api": "gateway-api",
  certificates: "certificates",
  base: "base",
  reader: "reader",
  istiod: "istiod",
  cni: "cni",
  ztunnel: "ztunnel",
  gateway: "gateway",
  address: "address",
  expose: "expose",
  "remote-secret": "remote-secret",
  config: "config",
  prune: "prune",
  "default-revision": "default-revision"
};
function nameOf(id, own) {
  return shown(own !== "" && id.startsWith(`${own}/`) ? id.slice(own.length + 1) : id, 120);
}
__name(nameOf, "nameOf");
function afterText(ids, own) {
  const names4 = ids.slice(0, 5).map((id) => nameOf(id, own));
  const rest = ids.length - names4.length;
  return rest > 0 ? `${names4.join(", ")} and ${number(rest)} more` : names4.join(", ");
}
__name(afterText, "afterText");
function writesText(step) {
  const signs3 = { create: "+", update: "~", replace: "\xB1", delete: "-" };
  const kinds = ["create", "update", "replace", "delete"].map((kind) => ({
    kind,
    count: step.writes.filter((write2) => write2.kind === kind).length
  }));
  return kinds.filter(({ count }) => count > 0).map(({ kind, count }) => `${signs3[kind]}${number(count)}`).join(" ");
}
__name(writesText, "writesText");
function shown(text4, length) {
  return shortened(visible(text4), length);
}
__name(shown, "shown");
function draw(nodes, indent = "") {
  return nodes.flatMap((node, index) => {
    const isLast = index === nodes.length - 1;
    const branch = `${indent}${isLast ? "\u2514\u2500 " : "\u251C\u2500 "}${node.text}`.trimEnd();
    return [branch, ...draw(node.children, `${indent}${isLast ? "   " : "\u2502  "}`)];
  });
}
__name(draw, "draw");

// src/report/budget.ts
var ranks = {
  unchanged: 1,
  goneBodies: 2,
  folded: 3,
  lowRisk: 4,
  bodies: 5,
  warnings: 6,
  warningCounts: 7,
  names: 8,
  groups: 9,
  words: 10,
  certificates: 11,
  deletions: 12,
  errors: 13,
  errorCounts: 14,
  table: 15
};
function fixed(text4) {
  return { tellings: [{ text: text4, rank: 0 }] };
}
__name(fixed, "fixed");
function fit(pieces, limit3, measure = (text4) => text4.length) {
  const chosen = pieces.map(() => 0);
  let size2 = pieces.reduce((total, piece) => total + measure(piece.tellings[0]?.text ?? ""), 0);
  for (const step of stepsOf(pieces)) {
    if (size2 <= limit3) break;
    for (const { index, to } of step) {
      const tellings = pieces[index]?.tellings ?? [];
      size2 += measure(tellings[to]?.text ?? "") - measure(tellings[chosen[index] ?? 0]?.text ?? "");
      chosen[index] = to;
    }
  }
  return {
    texts: pieces.map((piece, index) => piece.tellings[chosen[index] ?? 0]?.text ?? ""),
    shortened: shortenedCounts(pieces, chosen)
  };
}
__name(fit, "fit");
function stepsOf(pieces) {
  const moves = pieces.flatMap(
    (piece, index) => piece.tellings.slice(1).map(({ rank: rank2, together }, at) => ({ index, to: at + 1, rank: rank2, together }))
  );
  moves.sort((a, b) => a.rank - b.rank || b.index - a.index || a.to - b.to);
  return groupBy(
    moves,
    (move) => move.together === void 0 ? `${move.rank} ${move.index} ${move.to}` : `${move.rank} ${move.together}`
  );
}
__name(stepsOf, "stepsOf");
function shortenedCounts(pieces, chosen) {
  const counts = /* @__PURE__ */ new Map();
  pieces.forEach(({ noun, count }, index) => {
    if (noun !== void 0 && (chosen[index] ?? 0) > 0) counts.set(noun, (counts.get(noun) ?? 0) + (count ?? 1));
  });
  return counts;
}
__name(shortenedCounts, "shortenedCounts");

// src/report/markdown.ts
var longest = 160;
function code(text4) {
  const shown3 = shortened(visible(text4), longest).trim() || "(empty)";
  const ticks = "`".repeat(longestRun(shown3) + 1);
  const space = shown3.startsWith("`") || shown3.endsWith("`") ? " " : "";
  return `${ticks}${space}${shown3}${space}${ticks}`;
}
__name(code, "code");
function prose(text4) {
  const start = /^(?:[-+=]|\d+(?=[.)]))/u;
  return neutral(
    visible(text4).replace(/[\\`*_[\]<>#|~&]/gu, escapeOne).replace(start, (mark) => /\d/u.test(mark) ? `${mark}\\` : `\\${mark}`)
  );
}
__name(prose, "prose");
function escapeOne(character) {
  if (character === "<") return "&lt;";
  if (character === ">") return "&gt;";
  if (character === "&") return "&amp;";
  return `\\${character}`;
}
__name(escapeOne, "escapeOne");
var meant = /@|#(?=\d)|\bgh(?=-\d)|:(?=\/\/)|\bwww(?=\.)|\$/giu;
function neutral(text4) {
  return text4.replace(meant, (found) => `${found}&#8203;`);
}
__name(neutral, "neutral");
function inline(rich) {
  return rich.map((span) => span.kind === "code" ? code(span.text) : span.kind === "strong" ? `**${prose(span.text)}**` : prose(span.text)).join("");
}
__name(inline, "inline");
function inlineHtml(rich) {
  return rich.map((span) => {
    const text4 = escapeHtml(shortened(visible(span.text), longest));
    if (span.kind === "code") return `<code>${text4}</code>`;
    return span.kind === "strong" ? `<b>${neutral(text4)}</b>` : neutral(text4);
  }).join("");
}
__name(inlineHtml, "inlineHtml");
function escapeHtml(text4) {
  return text4.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
__name(escapeHtml, "escapeHtml");
function fence(language, lines, width = 300) {
  const shown3 = lines.map((line2) => shortened(visible(line2), width));
  const longestInside = shown3.reduce((most6, line2) => Math.max(most6, longestRun(line2)), 0);
  const ticks = "`".repeat(Math.max(3, longestInside + 1));
  return `${ticks}${language}
${shown3.join("\n")}
${ticks}
`;
}
__name(fence, "fence");
function folded(heading, body) {
  return `<details><summary>${inlineHtml(heading)}</summary>

${body.trim()}

</details>

`;
}
__name(folded, "folded");
function table(head, rows, aligned = "left") {
  const rule2 = head.map((_, index) => index > 0 && aligned === "centre" ? ":-:" : "---");
  return `${[head, rule2, ...rows].map((cells3) => `| ${cells3.join(" | ")} |`).join("\n")}
`;
}
__name(table, "table");
function cell(rich) {
  return rich.length === 0 ? "" : inline(rich).replaceAll("\\|", "|").replaceAll("|", "\\|");
}
__name(cell, "cell");
function longestRun(text4) {
  return (text4.match(/`+/gu) ?? []).reduce((most6, run) => Math.max(most6, run.length), 0);
}
__name(longestRun, "longestRun");

// src/report/mask.ts
var notShown = "(value not shown)";
var sealed = /⟦secret [0-9a-f]{32}⟧/gu;
var onlyHoles = /^(?:⟦[^⟧]*⟧|\s)*$/u;
var privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/u;
var lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
function maskedText(text4) {
  return privateKey.test(text4) ? notShown : text4.replace(sealed, notShown);
}
__name(maskedText, "maskedText");
function maskedValue(value) {
  return mapTexts(value, maskedText);
}
__name(maskedValue, "maskedValue");
function isSecret(id) {
  return id.group === "" && id.kind === "Secret";
}
__name(isSecret, "isSecret");
function maskedData(value) {
  return mapTexts(value, (text4) => onlyHoles.test(text4) ? maskedText(text4) : notShown);
}
__name(maskedData, "maskedData");
function maskedObject(manifest) {
  const object = manifest.object;
  if (!isSecret(manifest.id)) return maskedValue(object);
  const result2 = {};
  for (const [key, value] of Object.entries(object)) {
    if (value === void 0) continue;
    result2[key] = key === "data" || key === "stringData" ? maskedData(value) : key === "metadata" ? maskedMetadata(value) : maskedValue(value);
  }
  return result2;
}
__name(maskedObject, "maskedObject");
function isCopyOfObject(path) {
  return path.includes("last-applied-configuration");
}
__name(isCopyOfObject, "isCopyOfObject");
function maskedMetadata(value) {
  if (!isObject(value) || !isObject(value["annotations"])) return maskedValue(value);
  const annotations = { ...value["annotations"] };
  if (annotations[lastApplied] !== void 0) annotations[lastApplied] = notShown;
  return maskedValue({ ...value, annotations });
}
__name(maskedMetadata, "maskedMetadata");
function mapTexts(value, map) {
  if (typeof value === "string") return map(value);
  if (isList(value)) return value.map((entry) => mapTexts(entry, map));
  if (!isObject(value)) return typeof value === "object" ? value : mapScalar(value, map);
  const result2 = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== void 0) result2[maskedText(key)] = mapTexts(entry, map);
  return result2;
}
__name(mapTexts, "mapTexts");
function mapScalar(value, map) {
  const text4 = map(String(value));
  return text4 === String(value) ? value : text4;
}
__name(mapScalar, "mapScalar");

// src/report/fields.ts
function maskedFields(change) {
  const secret = isSecret(change.id);
  return change.fields.map((field) => {
    const hidden = secret && (/^(?:data|stringData)\b/u.test(field.path) || isCopyOfObject(field.path));
    const mask = hidden ? maskedData : maskedValue;
    const before2 = field.before === void 0 ? void 0 : mask(field.before);
    const after = field.after === void 0 ? void 0 : mask(field.after);
    const lines = field.lines === void 0 ? void 0 : hidden ? notShown : maskedText(field.lines);
    return { path: maskedText(field.path), before: before2, after, lines };
  });
}
__name(maskedFields, "maskedFields");
function isHiddenChange(field) {
  return field.lines === notShown || field.before !== void 0 && field.after !== void 0 && JSON.stringify(field.before) === JSON.stringify(field.after);
}
__name(isHiddenChange, "isHiddenChange");
function scalarText(value) {
  if (value === void 0) return void 0;
  if (value === null) return "null";
  if (typeof value === "object") return Object.keys(value).length === 0 ? Array.isArray(value) ? "[]" : "{}" : void 0;
  if (typeof value !== "string") return String(value);
  if (value.includes("\n")) return void 0;
  return isAmbiguous(value) ? quotedText(value) : value;
}
__name(scalarText, "scalarText");
function isAmbiguous(text4) {
  if (text4.trim() !== text4 || text4 === "" || /[^\S ]|[\p{Cc}\p{Cf}]/u.test(text4)) return true;
  return /^(?:null|true|false|\[\]|\{\}|".*")$/u.test(text4) || !Number.isNaN(Number(text4));
}
__name(isAmbiguous, "isAmbiguous");
function quotedText(text4, onlyAscii = false) {
  const unseen2 = onlyAscii ? /[^ -~]/gu : /[^\S ]|[\p{Cc}\p{Cf}]/gu;
  return JSON.stringify(text4).replace(unseen2, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
__name(quotedText, "quotedText");

// src/report/value-pair.ts
function scalarPair(before2, after) {
  const texts5 = [scalarText(before2), scalarText(after)];
  if (typeof before2 !== "string" || typeof after !== "string" || texts5[0] === void 0 || texts5[1] === void 0) return texts5;
  if (before2.normalize("NFKC") === after.normalize("NFKC") && before2.trim() === before2 && after.trim() === after) {
    return [quotedText(before2, true), quotedText(after, true)];
  }
  const isQuoted = texts5[0] !== before2 || texts5[1] !== after;
  return isQuoted ? [quotedText(before2), quotedText(after)] : texts5;
}
__name(scalarPair, "scalarPair");
var room = 280;
var context = 40;
function aroundDifference(path, before2, after) {
  if (before2 === void 0 || after === void 0) return [before2, after];
  const space = Math.max(room - path.length - 2, 3 * context);
  if (Math.max(before2.length, after.length) <= space) return [before2, after];
  let same = 0;
  while (same < before2.length && before2[same] === after[same]) same++;
  if (same + context <= space) return [before2, after];
  const start = same - context;
  return [part(before2, start, space), part(after, start, space)];
}
__name(aroundDifference, "aroundDifference");
function part(text4, start, space) {
  const from = /[\udc00-\udfff]/u.test(text4.charAt(start)) ? start + 1 : start;
  const end = from + space - 2;
  const to = /[\ud800-\udbff]/u.test(text4.charAt(end - 1)) ? end - 1 : end;
  return `\u2026${text4.slice(from, to)}${to < text4.length ? "\u2026" : ""}`;
}
__name(part, "part");

// src/report/diff-lines.ts
function entryLines(entry) {
  if (entry.kind === "create") return entry.body.map((text4) => ({ sign: "+", text: text4 }));
  if (entry.kind === "delete") return entry.body.map((text4) => ({ sign: "-", text: text4 }));
  return entry.fields.flatMap(fieldLines);
}
__name(entryLines, "entryLines");
function sharedLines({ edits, count }) {
  return [{ sign: " ", text: `@@ the same in ${number(count)} objects @@` }, ...edits.flatMap(sharedEditLines)];
}
__name(sharedLines, "sharedLines");
function sharedEditLines(edit) {
  const [before2, after] = aroundDifference(edit.path, edit.before, edit.after);
  const lines = [];
  if (before2 !== void 0) lines.push({ sign: "-", text: `${edit.path}: ${before2}` });
  if (after !== void 0) lines.push({ sign: "+", text: `${edit.path}: ${after}` });
  return lines;
}
__name(sharedEditLines, "sharedEditLines");
function firstLines(lines, most6) {
  if (lines.length <= most6) return lines;
  const rest = lines.length - most6 + 1;
  return [...lines.slice(0, most6 - 1), { sign: "!", text: `\u2026 ${number(rest)} more lines` }];
}
__name(firstLines, "firstLines");
function fieldLines(field) {
  if (isHiddenChange(field)) return [{ sign: "!", text: `${field.path}: changed (value not shown)` }];
  if (field.lines !== void 0) return [{ sign: " ", text: `${field.path}:` }, ...unifiedLines(field.lines)];
  const [before2, after] = aroundDifference(field.path, ...scalarPair(field.before, field.after));
  return [...valueLines("-", field.path, field.before, before2), ...valueLines("+", field.path, field.after, after)];
}
__name(fieldLines, "fieldLines");
function unifiedLines(text4) {
  const lines = text4.split("\n").filter((line2) => line2 !== "" && !/^(?:===|---|\+\+\+)/u.test(line2));
  const isEndShown = lines.filter((line2) => line2.startsWith("\\")).length === 1;
  return lines.flatMap((line2, index) => {
    const sign = line2.charAt(0);
    if (sign === "\\") return isEndShown && !lines[index - 1]?.startsWith(" ") ? [{ sign: " ", text: `  ${line2}` }] : [];
    if (sign === "+" || sign === "-") return [{ sign, text: `  ${withVisibleEnd(line2.slice(1))}` }];
    return [{ sign: " ", text: `  ${line2.startsWith("@@") ? line2 : line2.slice(1)}` }];
  });
}
__name(unifiedLines, "unifiedLines");
function withVisibleEnd(line2) {
  return line2.replace(/\s+$/u, (space) => space.replaceAll(" ", "\xB7").replaceAll("	", "\\t").replaceAll("\r", "\\r"));
}
__name(withVisibleEnd, "withVisibleEnd");
function valueLines(sign, path, value, scalar) {
  if (value === void 0) return [];
  if (scalar !== void 0) return [{ sign, text: `${path}: ${scalar}` }];
  return [{ sign, text: `${path}:` }, ...yamlLines(value).map((line2) => ({ sign, text: `  ${line2}` }))];
}
__name(valueLines, "valueLines");
function yamlLines(value) {
  return writeYaml(value).replace(/\n+$/u, "").split("\n");
}
__name(yamlLines, "yamlLines");

// src/report/totals.ts
var none = { create: 0, update: 0, replace: 0, delete: 0, kept: 0, unknown: 0 };
function totalsOf(changes2) {
  const ids = /* @__PURE__ */ new Map();
  const clusters = /* @__PURE__ */ new Set();
  let writes = 0;
  for (const change of changes2) {
    const key = idKey(change.id);
    ids.set(key, (ids.get(key) ?? /* @__PURE__ */ new Set()).add(change.kind));
    if (change.kind === "kept") continue;
    for (const cluster of change.clusters) clusters.add(cluster);
    if (change.kind !== "unknown") writes += change.clusters.length;
  }
  const count = /* @__PURE__ */ __name((kind) => [...ids.values()].filter((kinds) => kinds.has(kind)).length, "count");
  return {
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    kept: count("kept"),
    unknown: count("unknown"),
    objects: [...ids.values()].filter((kinds) => [...kinds].some((kind) => kind !== "kept")).length,
    writes,
    clusters: clusters.size
  };
}
__name(totalsOf, "totalsOf");
function plusOne(counts, kind) {
  return { ...counts, [kind]: counts[kind] + 1 };
}
__name(plusOne, "plusOne");
function sum(counts) {
  return counts.create + counts.update + counts.replace + counts.delete + counts.kept + counts.unknown;
}
__name(sum, "sum");
var happenings = ["update", "create", "replace", "delete", "kept", "unknown"];
var participles = {
  update: "changed",
  create: "new",
  replace: "replaced",
  delete: "deleted",
  kept: "kept",
  unknown: "unknown"
};
function countsText(counts, noun) {
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  const ofNoun = /* @__PURE__ */ __name((count, place3) => noun === void 0 || place3 > 0 ? "" : count === 1 ? ` ${noun}` : ` ${noun}s`, "ofNoun");
  return kinds.map((kind, place3) => `${number(counts[kind])} ${participles[kind]}${ofNoun(counts[kind], place3)}`).join(", ");
}
__name(countsText, "countsText");
function plus(a, b) {
  return {
    create: a.create + b.create,
    update: a.update + b.update,
    replace: a.replace + b.replace,
    delete: a.delete + b.delete,
    kept: a.kept + b.kept,
    unknown: a.unknown + b.unknown
  };
}
__name(plus, "plus");

// src/report/sections/style.ts
function section(style, heading, body) {
  return `${sectionStart(style, heading)}${body.trim()}${sectionEnd(style)}`;
}
__name(section, "section");
function sectionStart(style, heading) {
  if (!style.folds) return `### ${inline(heading.map((span) => span.kind === "strong" ? { ...span, kind: "plain" } : span))}

`;
  return folded(heading, "\0").split("\0")[0] ?? "";
}
__name(sectionStart, "sectionStart");
function sectionEnd(style) {
  return style.folds ? "\n\n</details>\n\n" : "\n\n";
}
__name(sectionEnd, "sectionEnd");
function placeLink(style, place3) {
  const text4 = code(`${place3.file}:${place3.line}`);
  if (style.files === void 0) return text4;
  const path = place3.file.split("/").map(encoded).join("/");
  return `[${text4}](${style.files}/${path}#L${place3.line})`;
}
__name(placeLink, "placeLink");
function ruleLink(style, finding2) {
  const name2 = finding2.rule.replace(/[^\w-]/gu, "?");
  return style.rules === void 0 ? `\\[${name2}\\]` : `[\\[${name2}\\]](${style.rules}/${encoded(name2)}.md)`;
}
__name(ruleLink, "ruleLink");
function encoded(part2) {
  return encodeURIComponent(part2.toWellFormed()).replace(
    /[()'*!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
__name(encoded, "encoded");
var stageNames = {
  namespaces: "Namespaces",
  certificates: "Certificates",
  install: "Istio install",
  gateways: "Gateways",
  discovery: "Discovery",
  config: "Routing and policy"
};
var signs = { create: "\u2795", update: "\u270F\uFE0F", replace: "\u{1F501}", delete: "\u2796", kept: "\u{1F4CC}", unknown: "\u2754" };
var dot = words(" \xB7 ");

// src/report/sections/blocks.ts
var mostShared = 40;
function blocksSection(report2, style) {
  const all = report2.clusters.map((row) => row.name);
  return report2.blocks.flatMap((block, index) => blockPieces(block, `block ${index}`, all, style));
}
__name(blocksSection, "blocksSection");
function blockPieces(block, together, all, style) {
  const heading = blockHeading(block, all);
  const line2 = { text: `- ${inline(heading)}
`, rank: ranks.names, together };
  const gone = { text: "", rank: ranks.groups };
  const hidden = { text: "", rank: ranks.names, together };
  const inner = [...sharedPieces(block), ...entryPieces(block, style)];
  return [
    { noun: "group", tellings: [{ text: sectionStart(style, heading), rank: 0 }, line2, gone] },
    ...inner.map((piece) => ({ ...piece, tellings: [...piece.tellings, hidden] })),
    { tellings: [{ text: sectionEnd(style), rank: 0 }, hidden] }
  ];
}
__name(blockPieces, "blockPieces");
function blockHeading(block, all) {
  const same = block.clusters.length > 1 ? "same in " : all.length > 1 ? "only in " : "in ";
  const counts = block.entries.reduce((total, entry) => plusOne(total, entry.kind), none);
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  const signed = kinds.map((kind) => `${signs[kind]} ${number(counts[kind])}`).join(" ");
  const cause = block.cause === void 0 ? [] : [...dot, ...block.cause];
  const clusters = [...words(same), ...clusterNames(block.clusters, all)];
  return say`${strong(stageNames[block.stage])}${cause}${dot}${clusters} (${words(counted(block.entries.length, "object"))}: ${words(signed)})`;
}
__name(blockHeading, "blockHeading");
function sharedPieces({ shared: shared2 }) {
  if (shared2.length === 0) return [];
  const lines = firstLines(shared2.flatMap(sharedLines), mostShared);
  const edits = shared2.reduce((total, each) => total + each.edits.length, 0);
  const short = `${counted(edits, "edit")} shared by several objects

`;
  return [
    {
      noun: "diff",
      tellings: [
        { text: `${diffFence(lines)}
`, rank: 0 },
        { text: short, rank: ranks.bodies }
      ]
    }
  ];
}
__name(sharedPieces, "sharedPieces");
function entryPieces(block, style) {
  const told = block.entries.filter((entry) => hasBody(entry, style));
  const brief = block.entries.filter((entry) => !hasBody(entry, style) && !isNameOnly(entry));
  const covered = brief.filter((entry) => entry.kind === "update");
  const listedByKind = groupBy(
    brief.filter((entry) => entry.kind !== "update"),
    (entry) => `${entry.kind} ${entry.kind === "unknown" ? "" : entry.id.kind} ${entry.why ?? ""}`
  );
  return [
    ...told.map((entry) => entryPiece(entry, style)),
    ...block.entries.filter((entry) => !hasBody(entry, style) && isNameOnly(entry)).map(namePiece),
    ...listedByKind.map((entries) => listPiece(entries, style)),
    ...covered.length === 0 ? [] : [coveredPiece(covered, style)]
  ];
}
__name(entryPieces, "entryPieces");
function isNameOnly(entry) {
  return entry.kind === "replace" || entry.kind === "delete" && !entry.isOfChart;
}
__name(isNameOnly, "isNameOnly");
function hasBody(entry, style) {
  if (entryLines(entry).length === 0) return false;
  if (entry.kind === "delete" && entry.isOfChart && style.folds) return false;
  return entry.risk !== "low" || style.showsChartObjects || entry.kind === "update";
}
__name(hasBody, "hasBody");
function entryPiece(entry, style) {
  const lines = firstLines(entryLines(entry), style.lines);
  const rank2 = entry.kind === "delete" ? ranks.goneBodies : entry.risk === "low" ? ranks.lowRisk : ranks.bodies;
  return {
    noun: "diff",
    tellings: [
      { text: `${nameLine(entry)}
${diffFence(lines)}
`, rank: 0 },
      { text: `${nameLine(entry)}
`, rank: rank2 }
    ]
  };
}
__name(entryPiece, "entryPiece");
function namePiece(entry) {
  return { tellings: [{ text: `${nameLine(entry)}
`, rank: 0 }] };
}
__name(namePiece, "namePiece");
function nameLine(entry) {
  const why = entry.why === void 0 ? "" : ` \xB7 ${code(entry.why)}`;
  const origin2 = entry.origin === "" || entry.origin === "mesh document" ? "" : ` \xB7 ${code(entry.origin)}`;
  const shared2 = entry.sharedEdits === 0 || entry.fields.length === 0 ? "" : ` \xB7 and ${counted(entry.sharedEdits, "shared edit")}`;
  return `${signs[entry.kind]} ${code(idText(entry.id))}${why}${origin2}${shared2}
`;
}
__name(nameLine, "nameLine");
function listPiece(entries, style) {
  const [first2] = entries;
  if (first2 === void 0 || entries.length === 1)
    return { tellings: [{ text: first2 === void 0 ? "" : `${nameLine(first2)}
`, rank: 0 }] };
  const why = first2.why === void 0 ? "" : ` \xB7 ${code(first2.why)}`;
  const kinds = new Set(entries.map(({ id }) => id.kind));
  const names4 = shortList(
    entries,
    style.folds ? 12 : 500,
    (entry) => kinds.size > 1 ? idText(entry.id) : idText({ ...entry.id, kind: "" }).trim()
  );
  const noun = kinds.size > 1 ? "objects" : `\xD7 ${code(first2.id.kind)}`;
  return { tellings: [{ text: `${signs[first2.kind]} ${number(entries.length)} ${noun}: ${names4}${why}

`, rank: 0 }] };
}
__name(listPiece, "listPiece");
function coveredPiece(entries, style) {
  const kinds = groupBy(entries, (entry) => entry.id.kind).map((group3) => say`${group3[0]?.id.kind ?? ""} × ${group3.length}`);
  const names4 = style.folds && entries.length > 6 ? inline(listed(kinds)) : shortList(entries, 500, (entry) => idText(entry.id));
  return { tellings: [{ text: `\u270F\uFE0F Nothing else changes in ${counted(entries.length, "object")}: ${names4}

`, rank: 0 }] };
}
__name(coveredPiece, "coveredPiece");
function shortList(entries, most6, name2) {
  const shown3 = entries.slice(0, most6).map((entry) => quoted(name2(entry)));
  const rest = entries.length - shown3.length;
  return inline(listed(rest === 0 ? shown3 : [...shown3, words(`${number(rest)} more`)]));
}
__name(shortList, "shortList");
function diffFence(lines) {
  return fence(
    "diff",
    lines.map(({ sign, text: text4 }) => text4.startsWith("@@") ? text4 : `${sign} ${text4}`)
  );
}
__name(diffFence, "diffFence");

// src/report/sections/findings.ts
var openWarnings = 3;
function findingsSection(report2, style) {
  const open2 = report2.findings.filter((finding2) => finding2.accepted === void 0);
  const accepted = report2.findings.filter((finding2) => finding2.accepted !== void 0);
  const of = /* @__PURE__ */ __name((severity) => open2.filter((finding2) => finding2.severity === severity), "of");
  return [
    ...errors(of("error"), style),
    ...warnings(of("warning"), style),
    ...list2(of("info"), "note", style),
    ...list2(accepted, "accepted finding", style)
  ];
}
__name(findingsSection, "findingsSection");
function errors(findings2, style) {
  if (findings2.length === 0) return [];
  const rules3 = distinct(findings2.map((finding2) => finding2.rule)).length;
  const heading = findings2.length > 1 ? [fixed(`**${counted(findings2.length, "error")}** of ${counted(rules3, "rule")}

`)] : [fixed("**1 error**\n\n")];
  return [...heading, ...findings2.map((finding2) => errorPiece(finding2, style))];
}
__name(errors, "errors");
function errorPiece(finding2, style) {
  return {
    noun: "error",
    tellings: [
      { text: alert("CAUTION", finding2, style), rank: 0 },
      { text: `- ${place(finding2, style)} ${ruleLink(style, finding2)}

`, rank: ranks.errors },
      { text: "", rank: ranks.errorCounts }
    ]
  };
}
__name(errorPiece, "errorPiece");
function warnings(findings2, style) {
  if (findings2.length > openWarnings) return list2(findings2, "warning", style);
  return findings2.map((finding2) => ({
    noun: "warning",
    tellings: [
      { text: alert("WARNING", finding2, style), rank: 0 },
      { text: `- \u26A0\uFE0F ${place(finding2, style)} ${ruleLink(style, finding2)}

`, rank: ranks.warnings },
      { text: "", rank: ranks.warningCounts }
    ]
  }));
}
__name(warnings, "warnings");
function list2(findings2, noun, style) {
  if (findings2.length === 0) return [];
  const title2 = [...strong(counted(findings2.length, noun))];
  const isWarning = noun === "warning";
  const last = isWarning ? ranks.warningCounts : ranks.folded;
  const together = `list of ${noun}`;
  const closed = isWarning ? `\u26A0\uFE0F ${counted(findings2.length, noun)}, not told here.

` : "";
  return [
    {
      tellings: [
        { text: sectionStart(style, title2), rank: 0 },
        { text: closed, rank: last, together }
      ]
    },
    ...findings2.map((finding2) => ({
      noun,
      tellings: [
        { text: `- ${sentence(finding2, style)}
`, rank: 0 },
        ...isWarning ? [{ text: `- ${place(finding2, style)} ${ruleLink(style, finding2)}
`, rank: ranks.warnings }] : [],
        { text: "", rank: last, together }
      ]
    })),
    {
      tellings: [
        { text: sectionEnd(style), rank: 0 },
        { text: "", rank: last, together }
      ]
    }
  ];
}
__name(list2, "list");
function alert(kind, finding2, style) {
  return `> [!${kind}]
> ${sentence(finding2, style)}

`;
}
__name(alert, "alert");
function sentence(finding2, style) {
  const accepted = finding2.accepted;
  const until = accepted === void 0 ? "" : ` Accepted until ${code(accepted.until)}: ${code(accepted.reason)} (${placeLink(style, accepted.by)}).`;
  return `${place(finding2, style)}: ${inline(richOf(finding2.message))} ${inline(richOf(finding2.remedy))}${until} ${ruleLink(style, finding2)}`;
}
__name(sentence, "sentence");
function place(finding2, style) {
  const { source, object, clusters } = finding2;
  const group3 = { group: "", kind: object?.kind ?? "", namespace: object?.namespace ?? "", name: object?.name ?? "" };
  const where2 = source !== void 0 ? placeLink(style, source) : object !== void 0 ? code(idText(group3)) : "the mesh";
  if (clusters.length === 0) return where2;
  const names4 = clusters.length <= 4 ? clusters.map(code).join(", ") : `${clusters.slice(0, 3).map(code).join(", ")} and ${clusters.length - 3} more`;
  return `${where2} \xB7 ${names4}`;
}
__name(place, "place");
function openCounts(report2) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding2 of report2.findings) if (finding2.accepted === void 0) counts[finding2.severity] += 1;
  return counts;
}
__name(openCounts, "openCounts");
function unplacedText(report2) {
  const count = report2.findings.filter(
    (each) => each.severity === "error" && each.accepted === void 0 && each.clusters.length === 0
  ).length;
  return count === 0 ? "" : `${counted(count, "error concerns", "errors concern")} no single cluster.`;
}
__name(unplacedText, "unplacedText");
function openText(report2) {
  const counts = openCounts(report2);
  const parts3 = [counts.error > 0 ? counted(counts.error, "error") : "", counts.warning > 0 ? counted(counts.warning, "warning") : ""];
  return parts3.filter((part2) => part2 !== "").join(", ");
}
__name(openText, "openText");

// src/report/sections/losses.ts
var mostNames = 40;
function deletionsSection(report2) {
  const { deletions: deletions2 } = report2;
  if (deletions2.length === 0) return [];
  const clusters = distinct(deletions2.flatMap((deletion) => deletion.clusters)).length;
  const objects3 = distinct(deletions2.map((deletion) => idText(deletion.id))).length;
  const heading = `**${counted(objects3, "deletion")} in ${counted(clusters, "cluster")}**

`;
  const groups = groupBy(deletions2, (deletion) => deletion.clusters.join());
  const all = report2.clusters.map((row) => row.name);
  return [fixed(heading), ...groups.map((group3) => deletionPiece(group3, all)), fixed("\n")];
}
__name(deletionsSection, "deletionsSection");
function deletionPiece(group3, all) {
  const where2 = inline(clusterNames(group3[0]?.clusters ?? [], all));
  const shown3 = group3.slice(0, mostNames);
  const rest = group3.length - shown3.length;
  const names4 = shown3.map(
    ({ id, replaced: replaced2 }) => `${code(idText(id))}${replaced2 === void 0 ? "" : ` (deleted and created again: ${code(replaced2)})`}`
  );
  const text4 = `- \u2796 ${where2}: ${names4.join(", ")}${rest === 0 ? "" : ` and ${rest} more`}
`;
  return {
    noun: "deletion",
    count: group3.length,
    tellings: [
      { text: text4, rank: 0 },
      { text: `- \u2796 ${where2}: ${counted(group3.length, "object")}
`, rank: ranks.deletions },
      { text: "", rank: ranks.errors }
    ]
  };
}
__name(deletionPiece, "deletionPiece");
function certificatesSection(report2) {
  const { certificates: certificates5 } = report2;
  if (certificates5.length === 0) return [];
  const all = report2.clusters.map((row) => row.name);
  const head = "| Certificate | Clusters | What | Issuer | Valid to | Key |\n| --- | --- | --- | --- | --- | --- |\n";
  return [
    fixed(`**Certificates**: ${counted(certificates5.length, "certificate changes", "certificates change")}

`),
    {
      tellings: [
        { text: head, rank: 0 },
        { text: "", rank: ranks.certificates, together: "certificates" }
      ]
    },
    ...certificates5.map((row) => ({
      noun: "certificate row",
      tellings: [
        { text: certificateRow(row, all), rank: 0 },
        { text: "", rank: ranks.certificates, together: "certificates" }
      ]
    })),
    fixed("\n")
  ];
}
__name(certificatesSection, "certificatesSection");
function certificateRow(row, all) {
  const facts = row.after ?? row.before;
  const cells3 = [
    cell(quoted(facts?.subject ?? "?")),
    cell(clusterNames(row.clusters, all)),
    certificateVerb(row),
    pair(row, (side) => side.issuer),
    pair(row, (side) => side.notAfter.slice(0, 10)),
    pair(row, (side) => `${side.keyKind} ${side.keyFingerprint.slice(0, 12)}`)
  ];
  return `| ${cells3.join(" | ")} |
`;
}
__name(certificateRow, "certificateRow");
function pair({ before: before2, after }, fact) {
  const [was, now] = [before2 && fact(before2), after && fact(after)];
  if (was === void 0 || now === void 0 || was === now) return cell(quoted(now ?? was ?? "?"));
  return `${cell(quoted(was))} \u2192 ${cell(quoted(now))}`;
}
__name(pair, "pair");
function certificateVerb({ before: before2, after }) {
  if (before2 === void 0) return "\u2795 new";
  if (after === void 0) return "\u2796 removed";
  return before2.keyFingerprint === after.keyFingerprint ? "\u270F\uFE0F renewed, same key" : "\u{1F501} replaced, new key";
}
__name(certificateVerb, "certificateVerb");

// src/report/mermaid.ts
var mostPerNetwork = 6;
var mostNetworks = 12;
var classes = { same: "", added: ":::added", removed: ":::removed", changed: ":::changed" };
var words2 = { same: "", added: "new: ", removed: "leaves: ", changed: "changes: " };
function mermaid(topology) {
  const networks = topology.networks.slice(0, mostNetworks);
  const rest = topology.networks.length - networks.length;
  const drawn = networks.map((network, index) => ({ network, id: `n${index}`, boxes: boxesOf(network.clusters, `n${index}`) }));
  const gates = drawn.filter(({ network }) => network.clusters.some((cluster) => cluster.mark !== "removed" && hasEastWest(cluster)));
  return [
    "flowchart LR",
    ...drawn.flatMap(({ network, id, boxes }) => [
      `  subgraph ${id}["${words2[network.mark]}network ${label(network.name)}"]`,
      ...boxes,
      "  end"
    ]),
    ...rest > 0 ? [`  more["${number(rest)} more networks"]`] : [],
    ...pairs(gates.map(({ id }) => id)).map(([a, b]) => `  ${a} <-->|east-west| ${b}`),
    "  classDef added stroke:#1a7f37,stroke-width:3px",
    "  classDef removed stroke:#cf222e,stroke-width:3px,stroke-dasharray:5 5",
    "  classDef changed stroke:#9a6700,stroke-width:3px"
  ];
}
__name(mermaid, "mermaid");
function hasEastWest(cluster) {
  return cluster.gateways.some((gateway3) => gateway3.kind === "eastwest" && gateway3.mark !== "removed");
}
__name(hasEastWest, "hasEastWest");
function boxesOf(clusters, id) {
  const [first2, second] = [clusters.filter((each) => each.mark !== "same"), clusters.filter((each) => each.mark === "same")];
  const shown3 = [...first2, ...second].slice(0, mostPerNetwork);
  const rest = clusters.length - shown3.length;
  const boxes = shown3.map((cluster, index) => `    ${id}c${index}["${boxText(cluster)}"]${classes[cluster.mark]}`);
  return rest > 0 ? [...boxes, `    ${id}more["${number(rest)} more clusters"]`] : boxes;
}
__name(boxesOf, "boxesOf");
function boxText(cluster) {
  const role = cluster.primary === void 0 ? cluster.role : `${cluster.role} of ${label(cluster.primary)}`;
  const gateways = cluster.gateways.map((gateway3) => `<br/>${words2[gateway3.mark]}${label(gateway3.name)}`).join("");
  return `${words2[cluster.mark]}${label(cluster.name)}<br/>${role}${gateways}`;
}
__name(boxText, "boxText");
function label(text4) {
  return [...shortened(visible(text4), 40)].map((character) => /[\p{L}\p{N} ._/-]/u.test(character) ? character : `#${character.codePointAt(0)};`).join("");
}
__name(label, "label");
function pairs(ids) {
  const all = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b]));
  return all.length <= 15 ? all : ids.slice(1).map((b, index) => [ids[index] ?? b, b]);
}
__name(pairs, "pairs");

// src/report/sections/rest.ts
function wordsSection(report2) {
  if (report2.verdict === "nothing") return [fixed("**No change in any cluster.**\n\n")];
  if (report2.words.length === 0) return [];
  const last = report2.words.length - 1;
  const pieces = report2.words.map((sentence3, index) => {
    const text4 = `- ${inline(sentence3)}
`;
    if (index < 4 || index === last) return fixed(text4);
    return {
      noun: "sentence",
      tellings: [
        { text: text4, rank: 0 },
        { text: "", rank: ranks.words }
      ]
    };
  });
  return [fixed("**In words**\n\n"), ...pieces, fixed("\n")];
}
__name(wordsSection, "wordsSection");
function unknownSection(report2) {
  const all = report2.clusters.map((row) => row.name);
  const lines = [
    ...report2.problems.map(({ summary: summary2, remedy }) => `> - ${inline(richOf(summary2))} ${inline(richOf(remedy))}
`),
    ...report2.unknowns.map(({ what: what2, clusters, why }) => {
      const where2 = clusters.length === 0 ? "" : ` in ${inline(clusterNames(clusters, all))}`;
      return `> - ${inline(what2)}${where2}: ${inline(richOf(why))}
`;
    })
  ];
  if (lines.length === 0) return [];
  const title2 = `> [!WARNING]
> **Unknown** (${counted(lines.length, "thing")} could not be told; this is not \u201Cno change\u201D)
>
`;
  return [
    fixed(title2),
    ...lines.map(
      (text4, index) => index < 3 ? fixed(text4) : {
        noun: "unknown thing",
        tellings: [
          { text: text4, rank: 0 },
          { text: "", rank: ranks.errors }
        ]
      }
    ),
    fixed("\n")
  ];
}
__name(unknownSection, "unknownSection");
function pictureSection(report2, style) {
  if (report2.topology === void 0) return [];
  const text4 = section(style, strong("Topology after this change"), fence("mermaid", mermaid(report2.topology)));
  return [
    {
      noun: "picture",
      tellings: [
        { text: text4, rank: 0 },
        { text: "", rank: ranks.folded }
      ]
    }
  ];
}
__name(pictureSection, "pictureSection");
function planSection(report2, style) {
  if (report2.plan.steps.length === 0) return [];
  const lines = planTree(report2.plan, report2.hiddenSteps).split("\n");
  const most6 = style.folds ? 80 : 2e3;
  const shown3 = lines.length <= most6 ? lines : [...lines.slice(0, most6 - 1), `\u2026 ${lines.length - most6 + 1} more lines`];
  const heading = [
    ...strong("Plan"),
    ...words(` \xB7 ${counted(report2.plan.steps.length, "step")} in ${counted(Math.max(1, report2.plan.waves.length), "wave")}, in this order`)
  ];
  const text4 = section(style, heading, fence("text", shown3));
  return [
    {
      noun: "plan",
      tellings: [
        { text: text4, rank: 0 },
        { text: "", rank: ranks.folded }
      ]
    }
  ];
}
__name(planSection, "planSection");
function confirmations({ plan: plan3 }) {
  const of = /* @__PURE__ */ __name((reason2) => plan3.guards.filter((guard) => guard.reason === reason2), "of");
  return [...of("prune_unconfirmed"), ...of("irreversible"), ...of("never_pruned")];
}
__name(confirmations, "confirmations");
function guardsSection(report2) {
  const guards = confirmations(report2);
  if (guards.length === 0) return [];
  const lines = guards.map(({ text: text4, clusters }) => {
    const where2 = clusters.length === 0 ? "" : `${inline(clusterNames(clusters, []))}: `;
    return `- ${where2}${inline(richOf(text4))}
`;
  });
  return [
    fixed("**Before it is applied**\n\n"),
    ...lines.map(
      (text4, index) => index < 5 ? fixed(text4) : {
        noun: "confirmation",
        tellings: [
          { text: text4, rank: 0 },
          { text: "", rank: ranks.errors }
        ]
      }
    ),
    fixed("\n")
  ];
}
__name(guardsSection, "guardsSection");
function governsSection(report2) {
  if (report2.governs.length === 0) return [];
  const lines = report2.governs.map((sentence3) => `- ${inline(sentence3)}
`).join("");
  return [fixed(`**Takes effect only after the merge**, this change was judged without it

${lines}
`)];
}
__name(governsSection, "governsSection");
function unchangedSection(report2) {
  const changed2 = new Set(report2.blocks.flatMap((block) => block.clusters));
  const still = report2.clusters.filter((row) => !changed2.has(row.name) && !row.isUnknown).map((row) => row.name);
  if (still.length === 0 || changed2.size === 0) return [];
  const text4 = `Nothing changes in ${inline(clusterNames(still, []))}.

`;
  return [
    {
      noun: "note on unchanged clusters",
      tellings: [
        { text: text4, rank: 0 },
        { text: "", rank: ranks.unchanged }
      ]
    }
  ];
}
__name(unchangedSection, "unchangedSection");
function footer(report2) {
  const base = report2.base === void 0 ? "compared with nothing: everything counts as new" : `on base ${code(report2.base.name)}`;
  const charts = distinct(report2.rendered.charts.map((chart) => chart.origin));
  const few2 = charts.slice(0, 3).map(code).join(", ");
  const rendered = charts.length === 0 ? "" : ` \xB7 rendered with ${few2}${charts.length > 3 ? ` and ${charts.length - 3} more` : ""} by ${code(report2.rendered.engine)}`;
  const fields = report2.normalised.reduce((total, { count }) => total + count, 0);
  const normalised = fields === 0 ? "" : ` \xB7 ${counted(fields, "field")} of no meaning left out of the comparison (${report2.normalised.length} rules)`;
  return `<sub>Head ${code(report2.head.name)} ${base}${rendered}${normalised}${legend(report2)}</sub>
`;
}
__name(footer, "footer");
function legend(report2) {
  const text4 = JSON.stringify([report2.blocks, report2.words]);
  const kinds = new Set(report2.blocks.flatMap((block) => block.entries.map((entry) => entry.kind)));
  const meanings = {
    update: "changed",
    create: "new",
    delete: "deleted",
    replace: "deleted and created again",
    kept: "kept, though nothing asks for it any more",
    unknown: "unknown"
  };
  const used2 = happenings.filter((kind) => kinds.has(kind));
  const legendSigns = used2.map((kind) => `${signs[kind]} ${meanings[kind]}`).join(" ");
  const symbol = text4.includes("\u27E8") ? `${code("\u27E8\u2026\u27E9")} is each cluster's own value` : "";
  const hole = text4.includes("\u27E6") ? `${code("\u27E6\u2026\u27E7")} is known only when it is applied` : "";
  const parts3 = [legendSigns, symbol, hole].filter((part2) => part2 !== "");
  return parts3.length === 0 ? "" : `<br>${parts3.join(" \xB7 ")}`;
}
__name(legend, "legend");

// src/report/sections/table.ts
var mostColumns = 8;
var fewRows = 12;
function tableSection(report2) {
  const lines = linesOf(report2);
  if (report2.clusters.length === 0 || lines.length === 0) return [];
  if (report2.clusters.length <= mostColumns) return [{ tellings: [{ text: wide(report2, lines), rank: 0 }] }, ...unplaced(report2)];
  const groups = grouped(report2, lines);
  return [
    {
      noun: "rows of the table",
      tellings: [
        { text: long(groups, groups.length, lines), rank: 0 },
        { text: long(groups, fewRows, lines), rank: ranks.table },
        { text: long(groups, 0, lines), rank: ranks.table + 1 }
      ]
    },
    ...unplaced(report2)
  ];
}
__name(tableSection, "tableSection");
function unplaced(report2) {
  const text4 = unplacedText(report2);
  return text4 === "" ? [] : [fixed(`\u274C ${text4}

`)];
}
__name(unplaced, "unplaced");
function linesOf(report2) {
  const used2 = stages.filter((stage) => report2.clusters.some((row) => sum(row.stages[stage]) > 0));
  const some = /* @__PURE__ */ __name((has) => report2.clusters.some(has), "some");
  return [
    ...used2.map((stage) => ({ name: stageNames[stage], show: /* @__PURE__ */ __name((row) => countsText2(row.stages[stage], row), "show") })),
    ...used2.length === 0 && some((row) => row.isUnknown) ? [{ name: "Objects", show: /* @__PURE__ */ __name((row) => row.isUnknown ? "\u2754 unknown" : "\u2013", "show") }] : [],
    ...report2.findings.length === 0 && used2.length === 0 ? [] : [{ name: "Validation", show: /* @__PURE__ */ __name((row) => findingsText(row, unplacedText(report2) !== ""), "show") }],
    ...report2.plan.waves.length < 2 ? [] : [{ name: "Wave", show: /* @__PURE__ */ __name((row) => row.wave === void 0 ? "\u2013" : String(row.wave), "show") }]
  ];
}
__name(linesOf, "linesOf");
function countsText2(counts, row) {
  const parts3 = happenings.filter((kind) => counts[kind] > 0);
  if (parts3.length === 0) return row.isUnknown ? "\u2754" : "\u2013";
  return parts3.map((kind) => `${signs[kind]} ${kind === "delete" || kind === "replace" ? `**${counts[kind]}**` : counts[kind]}`).join(" ");
}
__name(countsText2, "countsText");
function findingsText({ findings: findings2, isUnknown }, hasUnplaced) {
  const parts3 = [findings2.error > 0 ? `\u274C ${findings2.error}` : "", findings2.warning > 0 ? `\u26A0\uFE0F ${findings2.warning}` : ""].filter(
    (part2) => part2 !== ""
  );
  return parts3.length > 0 ? parts3.join(" ") : isUnknown ? "\u2754" : hasUnplaced ? "\u2013" : "\u2705";
}
__name(findingsText, "findingsText");
function wide(report2, lines) {
  const head = ["", ...report2.clusters.map((row) => `${cell(quoted(row.name))}${stateMark(row)}`)];
  const rows = lines.map((line2) => [line2.name, ...report2.clusters.map((row) => line2.show(row))]);
  return `${table(head, rows, "centre")}
`;
}
__name(wide, "wide");
function stateMark(row) {
  return row.state === "added" ? " (new)" : row.state === "removed" ? " (leaves)" : "";
}
__name(stateMark, "stateMark");
function grouped(report2, lines) {
  const cells3 = new Map(report2.clusters.map((row) => [row, lines.map((line2) => line2.show(row))]));
  const groups = groupBy(report2.clusters, (row) => `${stateMark(row)}
${cells3.get(row)?.join("\n")}`);
  return groups.map((rows) => ({ rows, cells: cells3.get(rows[0]) ?? [] })).sort((a, b) => weight(b) - weight(a));
}
__name(grouped, "grouped");
function weight({ rows: [row] }) {
  if (row === void 0) return 0;
  const all = Object.values(row.stages).reduce((total, counts) => total + sum(counts) + 1e3 * (counts.delete + counts.replace), 0);
  return all + 1e6 * row.findings.error + 1e4 * row.findings.warning;
}
__name(weight, "weight");
function long(groups, most6, lines) {
  const shown3 = groups.slice(0, most6);
  const rest = groups.slice(most6).flatMap((group3) => group3.rows);
  const rows = shown3.map(({ rows: members, cells: cells3 }) => {
    const names4 = members.map((row) => row.name);
    return [`${cell(clusterNames(names4, []))}${members[0] === void 0 ? "" : stateMark(members[0])}`, ...cells3];
  });
  if (rest.length > 0) rows.push(restRow(rest, lines));
  return `${table(["Clusters", ...lines.map((line2) => line2.name)], rows, "centre")}
`;
}
__name(long, "long");
function restRow(rest, lines) {
  const names4 = words(counted(rest.length, "more cluster"));
  const total = {
    ...rest[0],
    stages: Object.fromEntries(stages.map((stage) => [stage, rest.map((row) => row.stages[stage]).reduce(plus, none)])),
    findings: rest.map((row) => row.findings).reduce((a, b) => ({ error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info })),
    isUnknown: rest.some((row) => row.isUnknown),
    wave: void 0
  };
  return [cell(names4), ...lines.map((line2) => line2.show(total))];
}
__name(restRow, "restRow");

// src/report/document.ts
var tail = 700;
function document(report2, style, frame) {
  return assembled([...opening(report2), ...sectionsOf(report2, style)], report2, frame);
}
__name(document, "document");
function findingsDocument(report2, style, frame) {
  const open2 = openText(report2);
  const title2 = open2 === "" ? "No findings" : open2;
  return assembled([fixed(`## Mesh check \xB7 ${title2}

`), ...unknownSection(report2), ...findingsSection(report2, style)], report2, frame);
}
__name(findingsDocument, "findingsDocument");
function opening(report2) {
  return [fixed(`## ${headline(report2)}

`)];
}
__name(opening, "opening");
function sectionsOf(report2, style) {
  return [
    ...unknownSection(report2),
    ...wordsSection(report2),
    ...tableSection(report2),
    ...findingsSection(report2, style),
    ...guardsSection(report2),
    ...deletionsSection(report2),
    ...blocksSection(report2, style),
    ...unchangedSection(report2),
    ...certificatesSection(report2),
    ...pictureSection(report2, style),
    ...planSection(report2, style),
    ...governsSection(report2)
  ];
}
__name(sectionsOf, "sectionsOf");
function assembled(pieces, report2, frame) {
  const measure = frame.measure ?? ((text4) => text4.length);
  const end = footer(report2);
  const room2 = frame.limit - measure(frame.start) - measure(end) - tail;
  const fitted = fit(pieces, room2, measure);
  return `${frame.start}${fitted.texts.join("")}${whereTheRestIs(fitted, frame)}${end}`;
}
__name(assembled, "assembled");
function whereTheRestIs(fitted, frame) {
  const cut2 = [...fitted.shortened].map(([noun, count]) => counted(count, noun)).join(", ");
  const places = frame.elsewhere.length === 0 ? "" : ` Everything: ${frame.elsewhere.join(", ")}.`;
  if (cut2 === "") return frame.elsewhere.length === 0 ? "" : `Nothing is cut here.${places}

`;
  return `**Cut to fit** (shortened or left out here): ${cut2}.${places}

`;
}
__name(whereTheRestIs, "whereTheRestIs");
function headline(report2) {
  const plan3 = report2.plan.digest.plan === "" ? "Mesh plan" : `Mesh plan ${code(report2.plan.digest.plan.slice(0, 8))}`;
  const shown3 = report2.restrictedFrom === void 0 ? counted(report2.clusters.length, "cluster") : `${report2.clusters.length} of ${counted(report2.restrictedFrom, "cluster")}`;
  return `${plan3} \xB7 ${shown3} \xB7 ${stateText(report2)}`;
}
__name(headline, "headline");
function stateText(report2) {
  return [
    verdictText(report2),
    ...report2.plan.guards.some(({ reason: reason2 }) => reason2 === "prune_unconfirmed") ? ["\u26A0\uFE0F deletions need confirmation"] : []
  ].join(" \xB7 ");
}
__name(stateText, "stateText");
function verdictText(report2) {
  const open2 = openText(report2);
  const what2 = changeText(report2);
  switch (report2.verdict) {
    case "errors":
      return `\u274C ${open2}${what2 === "" ? "" : ` \xB7 ${what2}`}`;
    case "unknown":
      return `\u2754 partly unknown${what2 === "" ? "" : ` \xB7 ${what2}`}${open2 === "" ? "" : ` \xB7 \u26A0\uFE0F ${open2}`}`;
    case "nothing":
      return open2 === "" ? "no change" : `no change \xB7 \u26A0\uFE0F ${open2}`;
    case "changes":
      return `${what2} \xB7 ${open2 === "" ? "\u2705 no findings" : `\u26A0\uFE0F ${open2}`}`;
  }
}
__name(verdictText, "verdictText");
function changeText({ totals }) {
  return countsText(totals);
}
__name(changeText, "changeText");

// src/report/comment.ts
var soft = 6e4;
var hard = 65536;
function comment(report2, options = {}) {
  const style = { folds: true, lines: 60, showsChartObjects: false, files: options.files, rules: options.rules };
  const elsewhere2 = (options.elsewhere ?? []).map(({ name: name2, url }) => url === void 0 ? code(name2) : `[${code(name2)}](${url})`);
  return document(report2, style, { start: `${marker(report2)}
`, limit: Math.min(options.budget ?? soft, hard), elsewhere: elsewhere2 });
}
__name(comment, "comment");
var markerStart = "<!-- isthmus:v1 ";
function marker(report2) {
  return `${markerStart}head=${hex(report2.head.commit)} plan=${hex(report2.plan.digest.plan)} -->`;
}
__name(marker, "marker");
function hex(text4) {
  return text4 !== void 0 && /^[0-9a-f]{7,64}$/u.test(text4) ? text4 : "none";
}
__name(hex, "hex");

// src/report/json.ts
var schemaVersion = 1;
function json(report2, options = {}) {
  return `${JSON.stringify(jsonValue(report2, options.view ?? "preview"), void 0, 2)}
`;
}
__name(json, "json");
function jsonValue(report2, view) {
  const head = { schemaVersion, kind: view, verdict: report2.verdict };
  const unknown3 = { unknown: unknowns(report2), problems: report2.problems };
  switch (view) {
    case "validate":
      return { ...head, findings: report2.findings.map(findingJson), ...unknown3 };
    case "diff":
      return { ...head, totals: report2.totals, changes: changes(report2), certificates: certificates2(report2), ...unknown3 };
    case "plan":
      return { ...head, plan: plan(report2), ...unknown3 };
    case "preview":
      return { ...head, ...everything(report2), ...unknown3 };
  }
}
__name(jsonValue, "jsonValue");
function everything(report2) {
  return {
    mesh: report2.mesh ?? null,
    head: { name: report2.head.name, commit: report2.head.commit ?? null },
    base: report2.base === void 0 ? null : { name: report2.base.name, commit: report2.base.commit ?? null },
    words: report2.words.map(plainText),
    totals: report2.totals,
    clusters: report2.clusters.map(({ network, role, wave, digest, ...row }) => ({
      ...row,
      network: network ?? null,
      role: role ?? null,
      wave: wave ?? null,
      digest: digest ?? null
    })),
    findings: report2.findings.map(findingJson),
    changes: changes(report2),
    certificates: certificates2(report2),
    plan: plan(report2),
    rendered: report2.rendered,
    governs: report2.governs.map(plainText)
  };
}
__name(everything, "everything");
function findingJson(finding2) {
  const { rule: rule2, severity, layer, message, remedy, object, source, clusters, refs, accepted } = finding2;
  return {
    rule: rule2,
    severity,
    layer,
    message,
    remedy,
    object: object ?? null,
    source: source === void 0 ? null : placeJson(source),
    clusters,
    refs,
    accepted: accepted === void 0 ? null : { reason: accepted.reason, until: accepted.until, by: placeJson(accepted.by) }
  };
}
__name(findingJson, "findingJson");
function placeJson({ file, line: line2, column }) {
  return { file, line: line2, column };
}
__name(placeJson, "placeJson");
function changes(report2) {
  return report2.blocks.flatMap((block) => {
    const cause = block.cause === void 0 ? null : plainText(block.cause);
    return block.entries.map((entry) => ({
      object: entry.id,
      stage: block.stage,
      kind: entry.kind,
      clusters: block.clusters,
      cause,
      why: entry.why ?? null,
      risk: entry.risk,
      origin: entry.origin,
      fields: entry.allFields.map(({ path, before: before2, after, lines }) => ({
        path,
        before: before2 ?? null,
        after: after ?? null,
        ...lines === void 0 ? {} : { lines }
      }))
    }));
  });
}
__name(changes, "changes");
function certificates2(report2) {
  return report2.certificates.map(({ id, clusters, path, before: before2, after }) => ({
    object: id,
    clusters,
    path,
    before: before2 ?? null,
    after: after ?? null
  }));
}
__name(certificates2, "certificates");
function unknowns(report2) {
  return report2.unknowns.map(({ what: what2, clusters, why }) => ({ what: plainText(what2), clusters, why }));
}
__name(unknowns, "unknowns");
function plan({ plan: { steps, waves, guards, deletions: deletions2, kept: kept2, digest } }) {
  return {
    digest: digest.plan,
    clusterDigests: Object.fromEntries(digest.clusters),
    deletions: Object.fromEntries(deletions2),
    kept: kept2,
    waves,
    guards,
    steps: steps.map(({ gate, irreversible: irreversible2, ...step }) => ({ ...step, gate: gate ?? null, irreversible: irreversible2 ?? null }))
  };
}
__name(plan, "plan");

// src/report/markdown-report.ts
function markdown(report2, options = {}) {
  const style = { folds: options.view !== "diff", lines: 400, showsChartObjects: false, files: options.files, rules: options.rules };
  const frame = { start: "", limit: options.budget ?? 1e7, elsewhere: (options.elsewhere ?? []).map(({ name: name2 }) => code(name2)) };
  switch (options.view ?? "preview") {
    case "validate":
      return findingsDocument(report2, style, frame);
    case "plan":
      return `## Plan ${code(report2.plan.digest.plan.slice(0, 8))}

${fence("text", planTree(report2.plan).split("\n"))}`;
    case "diff":
    case "preview":
      return document(report2, style, frame);
  }
}
__name(markdown, "markdown");

// src/report/html.ts
function safeHtml(text4, longest4 = 2e3) {
  return escapeHtml(shortened(visible(text4), longest4));
}
__name(safeHtml, "safeHtml");
function richHtml(rich) {
  return rich.map(
    (span) => span.kind === "code" ? `<code>${safeHtml(span.text)}</code>` : span.kind === "strong" ? `<b>${safeHtml(span.text)}</b>` : safeHtml(span.text)
  ).join("");
}
__name(richHtml, "richHtml");
function diffHtml(lines) {
  const classes2 = { "+": "add", "-": "del", "!": "note", " ": "" };
  return `<pre>${lines.map(({ sign, text: text4 }) => `<span class="${classes2[sign]}">${escapeHtml(sign)} ${safeHtml(text4)}</span>`).join("")}</pre>`;
}
__name(diffHtml, "diffHtml");
function tableHtml(head, rows) {
  return `<table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}
__name(tableHtml, "tableHtml");
function sectionHtml(heading, body) {
  return body === "" ? "" : `<section><h2>${heading}</h2>${body}</section>`;
}
__name(sectionHtml, "sectionHtml");
function foldedHtml(heading, body, isOpen) {
  return `<details${isOpen ? " open" : ""}><summary>${richHtml(heading)}</summary>${body}</details>`;
}
__name(foldedHtml, "foldedHtml");
function cells(tag, row) {
  return `<tr>${row.map((cell2) => `<${tag}>${cell2}</${tag}>`).join("")}</tr>`;
}
__name(cells, "cells");

// src/report/page-style.ts
var pageStyle = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--paper:#fff;--panel:#f6f8fa;--line:#d1d9e0;--add:#dafbe1;--del:#ffebe9;--red:#cf222e;--green:#1a7f37;--amber:#9a6700;--blue:#0969da}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--paper:#0d1117;--panel:#151b23;--line:#3d444d;--add:#12361f;--del:#4a1d22;--red:#f85149;--green:#3fb950;--amber:#d29922;--blue:#4493f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
code,pre{font:.85em/1.5 ui-monospace,monospace}
code{background:var(--panel);padding:.1em .35em;border-radius:4px;overflow-wrap:anywhere}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.5rem 0;overflow:auto;margin:.4rem 0 1rem}
pre span{display:block;padding:0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere}pre.plan{padding:.5rem .75rem;white-space:pre-wrap}
.add{background:var(--add)}.del{background:var(--del)}.note{color:var(--soft)}
table{border-collapse:collapse;display:block;overflow-x:auto;margin:.5rem 0}
th,td{border:1px solid var(--line);padding:.3rem .7rem;text-align:left;vertical-align:top}th{background:var(--panel)}
.box{border-left:4px solid var(--line);background:var(--panel);padding:.5rem .9rem;margin:.6rem 0;border-radius:0 6px 6px 0}
.box.error{border-color:var(--red)}.box.warning,.box.unknown{border-color:var(--amber)}.box.info,.box.accepted{border-color:var(--blue)}
.box p{margin:.15rem 0}.place{color:var(--soft);font-size:.9em}
.state{font-weight:600}.state.errors{color:var(--red)}.state.unknown{color:var(--amber)}.state.changes{color:var(--green)}
details{margin:.5rem 0;border:1px solid var(--line);border-radius:6px;padding:.4rem .9rem}summary{cursor:pointer}
footer{margin-top:2rem;color:var(--soft);font-size:.85em}
svg{width:100%;height:auto;font:14px system-ui,sans-serif}svg text{fill:var(--ink)}svg .small{font-size:11px;fill:var(--soft)}svg .strong{font-weight:600}svg .middle{text-anchor:middle}
svg .network{fill:var(--panel);stroke:var(--line)}svg .cluster{fill:var(--paper);stroke:var(--soft)}svg .link{stroke:var(--soft);stroke-width:2;stroke-dasharray:6 4}
svg .cluster.added,svg .network.added{stroke:var(--green);stroke-width:2.5}svg .cluster.removed,svg .network.removed{stroke:var(--red);stroke-width:2.5;stroke-dasharray:6 4}svg .cluster.changed{stroke:var(--amber);stroke-width:2.5}
@media print{body{max-width:none;padding:0}details{border:0;padding:0}details>*{display:block!important}pre,.box,tr{break-inside:avoid}h2{break-after:avoid}}
`.trim();

// src/report/picture.ts
var box = { width: 220, height: 64, gap: 12, head: 34, between: 90 };
var most = 8;
var notes = { same: "", added: "new \xB7 ", removed: "leaves \xB7 ", changed: "changes \xB7 " };
function picture(topology) {
  const networks = topology.networks.slice(0, 8);
  const rest = topology.networks.length - networks.length;
  const rows = Math.max(1, ...networks.map((network) => Math.min(most + 1, network.clusters.length)));
  const width = networks.length * (box.width + 24) + Math.max(0, networks.length - 1) * box.between + 4;
  const height = box.head + rows * (box.height + box.gap) + 16 + (rest > 0 ? 24 : 0);
  const left = /* @__PURE__ */ __name((index) => 2 + index * (box.width + 24 + box.between), "left");
  const parts3 = networks.map((network, index) => networkSvg(network, left(index), height - (rest > 0 ? 26 : 2)));
  const bottom = height - (rest > 0 ? 28 : 4);
  const lines = networks.flatMap(
    (a, from) => networks.slice(from + 1).map((b, index) => linkSvg(a, b, { left, bottom, from, to: from + 1 + index }))
  );
  const arcs = Math.max(0, networks.length - 1) > 1 ? 22 * networks.length : 0;
  const note = rest > 0 ? `<text x="4" y="${height - 6}" class="small">and ${rest} more networks</text>` : "";
  return `<svg viewBox="0 0 ${width} ${height + arcs}" style="max-width:${width}px" role="img" aria-label="Topology after this change">${lines.join("")}${parts3.join("")}${note}</svg>`;
}
__name(picture, "picture");
function networkSvg(network, x, height) {
  const shown3 = network.clusters.slice(0, most);
  const rest = network.clusters.length - shown3.length;
  const clusters = shown3.map((cluster, index) => clusterSvg(cluster, x + 12, box.head + index * (box.height + box.gap)));
  const more = rest > 0 ? `<text x="${x + 20}" y="${box.head + most * (box.height + box.gap) + 24}" class="small">and ${rest} more clusters</text>` : "";
  return `<rect x="${x}" y="2" width="${box.width + 24}" height="${height - 4}" rx="10" class="network ${network.mark}"/><text x="${x + 12}" y="23">${notes[network.mark]}${name(`network ${network.name}`, network.mark === "same" ? 30 : 20)}</text>${clusters.join("")}${more}`;
}
__name(networkSvg, "networkSvg");
function clusterSvg(cluster, x, y) {
  const role = cluster.primary === void 0 ? cluster.role : `${cluster.role} of ${cluster.primary}`;
  const gateways = cluster.gateways.map((gateway3) => `${notes[gateway3.mark]}${gateway3.name}`).join(", ");
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" class="cluster ${cluster.mark}"/><text x="${x + 10}" y="${y + 20}" class="strong">${name(`${notes[cluster.mark]}${cluster.name}`, 24)}</text><text x="${x + 10}" y="${y + 38}" class="small">${name(role, 30)}</text><text x="${x + 10}" y="${y + 54}" class="small">${gateways === "" ? "" : name(gateways, 30)}</text>`;
}
__name(clusterSvg, "clusterSvg");
function linkSvg(a, b, { left, bottom, from, to }) {
  if (!a.clusters.some(hasEastWest) || !b.clusters.some(hasEastWest)) return "";
  if (to === from + 1) {
    const [start, end] = [left(from) + box.width + 24, left(to)];
    return `<line x1="${start}" y1="60" x2="${end}" y2="60" class="link"/><text x="${(start + end) / 2}" y="52" class="small middle">east-west</text>`;
  }
  const middle = /* @__PURE__ */ __name((index) => left(index) + (box.width + 24) / 2, "middle");
  return `<path d="M ${middle(from)} ${bottom} Q ${(middle(from) + middle(to)) / 2} ${bottom + 36 * (to - from)} ${middle(to)} ${bottom}" fill="none" class="link"/>`;
}
__name(linkSvg, "linkSvg");
function name(text4, length) {
  return escapeHtml(shortened(visible(text4), length));
}
__name(name, "name");

// src/report/page.ts
function page(report2) {
  const title2 = `Mesh plan ${report2.plan.digest.plan.slice(0, 8)}`.trim();
  const sections = [
    sectionHtml("Unknown", unknown(report2)),
    sectionHtml("In words", inWords(report2)),
    sectionHtml("Where", clusterTable(report2)),
    sectionHtml(`Findings${openText(report2) === "" ? "" : `: ${openText(report2)}`}`, report2.findings.map(findingBox).join("")),
    sectionHtml("Topology after this change", report2.topology === void 0 ? "" : picture(report2.topology)),
    sectionHtml("Before it is applied", listHtml(confirmations(report2).map((guard) => richHtml(richOf(guard.text))))),
    sectionHtml("Deletions", deletions(report2)),
    sectionHtml("Certificates", certificates3(report2)),
    sectionHtml("Changes", report2.blocks.map((block) => blockHtml(block, report2)).join("")),
    sectionHtml(
      "Plan",
      report2.plan.steps.length === 0 ? "" : `<pre class="plan">${planTree(report2.plan, report2.hiddenSteps).split("\n").map((line2) => safeHtml(line2)).join("\n")}</pre>`
    ),
    sectionHtml("Takes effect only after the merge", listHtml(report2.governs.map(richHtml)))
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeHtml(title2)}</title><style>${pageStyle}</style></head>
<body><header><h1>${safeHtml(title2)}</h1><p>${subtitle(report2)}</p></header>
<main>${sections.join("\n")}</main>
<footer>${footer2(report2)}</footer></body></html>
`;
}
__name(page, "page");
function subtitle(report2) {
  const mesh = report2.mesh === void 0 ? "" : `mesh <code>${safeHtml(report2.mesh.name)}</code> \xB7 ${safeHtml(report2.mesh.topology)} \xB7 ${safeHtml(report2.mesh.dataPlane)} \xB7 `;
  return `${mesh}${counted(report2.clusters.length, "cluster")} \xB7 <span class="state ${report2.verdict}">${stateText(report2)}</span>`;
}
__name(subtitle, "subtitle");
function unknown(report2) {
  const all = report2.clusters.map((row) => row.name);
  const lines = [
    ...report2.problems.map(({ summary: summary2, remedy }) => `${richHtml(richOf(summary2))} ${richHtml(richOf(remedy))}`),
    ...report2.unknowns.map(
      ({ what: what2, clusters, why }) => richHtml([...what2, ...words(clusters.length === 0 ? "" : " in "), ...clusterNames(clusters, all), ...words(": "), ...richOf(why)])
    )
  ];
  return lines.map((line2) => `<div class="box unknown"><p>${line2}</p></div>`).join("");
}
__name(unknown, "unknown");
function inWords(report2) {
  return report2.verdict === "nothing" ? "<p><b>No change in any cluster.</b></p>" : listHtml(report2.words.map(richHtml));
}
__name(inWords, "inWords");
function listHtml(items) {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
__name(listHtml, "listHtml");
function clusterTable(report2) {
  const used2 = stages.filter((stage) => report2.clusters.some((row) => sum(row.stages[stage]) > 0));
  if (used2.length === 0) return "";
  const rows = report2.clusters.map((row) => ({
    name: `<code>${safeHtml(row.name)}</code>${row.state === "added" ? " (new)" : row.state === "removed" ? " (leaves)" : ""}`,
    cells: [
      ...used2.map((stage) => countsText3(row.stages[stage], row.isUnknown)),
      [row.findings.error > 0 ? `\u274C ${row.findings.error}` : "", row.findings.warning > 0 ? `\u26A0\uFE0F ${row.findings.warning}` : ""].join(" ").trim() || "\u2013",
      row.wave === void 0 ? "\u2013" : String(row.wave),
      number(row.unchanged)
    ]
  }));
  const groups = groupBy(rows, (row) => row.cells.join("|"));
  return tableHtml(
    ["Clusters", ...used2.map((stage) => stageNames[stage]), "Findings", "Wave", "Unchanged"],
    groups.map((group3) => [group3.map((row) => row.name).join(", "), ...group3[0]?.cells ?? []])
  );
}
__name(clusterTable, "clusterTable");
function countsText3(counts, isUnknown) {
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  return kinds.length === 0 ? isUnknown ? "\u2754" : "\u2013" : kinds.map((kind) => `${signs[kind]} ${counts[kind]}`).join(" ");
}
__name(countsText3, "countsText");
function findingBox(finding2) {
  const { source, accepted, clusters } = finding2;
  const place3 = source === void 0 ? "the mesh" : `${source.file}:${source.line}:${source.column}`;
  const where2 = clusters.length === 0 ? "" : ` \xB7 ${richHtml(clusterNames(clusters, []))}`;
  const until = accepted === void 0 ? "" : `<p class="place">Accepted until ${safeHtml(accepted.until)}: ${safeHtml(accepted.reason)}</p>`;
  return `<div class="box ${accepted === void 0 ? finding2.severity : "accepted"}"><p class="place"><b>${accepted === void 0 ? finding2.severity : "accepted"}</b> \xB7 <code>${safeHtml(place3)}</code>${where2} \xB7 ${safeHtml(finding2.rule)}</p><p>${richHtml(richOf(finding2.message))}</p><p>${richHtml(richOf(finding2.remedy))}</p>${until}</div>`;
}
__name(findingBox, "findingBox");
function deletions(report2) {
  const all = report2.clusters.map((row) => row.name);
  return listHtml(
    report2.deletions.map(({ id, clusters, replaced: replaced2 }) => {
      const again = replaced2 === void 0 ? [] : [...words(" (deleted and created again: "), ...quoted(replaced2), ...words(")")];
      return richHtml([...quoted(idText(id)), ...words(" in "), ...clusterNames(clusters, all), ...again]);
    })
  );
}
__name(deletions, "deletions");
function certificates3(report2) {
  if (report2.certificates.length === 0) return "";
  const all = report2.clusters.map((row) => row.name);
  const rows = report2.certificates.map((row) => {
    const facts = row.after ?? row.before;
    const names4 = facts?.subjectAltNames.map((name2) => `<code>${safeHtml(name2)}</code>`).join(" ") ?? "";
    return [
      `<code>${safeHtml(facts?.subject ?? "?")}</code>`,
      richHtml(clusterNames(row.clusters, all)),
      certificateVerb(row),
      safeHtml(facts?.issuer ?? ""),
      safeHtml(`${facts?.notBefore.slice(0, 10)} \u2013 ${facts?.notAfter.slice(0, 10)}`),
      `${safeHtml(facts?.keyKind ?? "")} <code>${safeHtml(facts?.keyFingerprint.slice(0, 16) ?? "")}</code>`,
      names4
    ];
  });
  return tableHtml(["Certificate", "Clusters", "What", "Issuer", "Valid", "Key", "Names"], rows);
}
__name(certificates3, "certificates");
function blockHtml(block, report2) {
  const all = report2.clusters.map((row) => row.name);
  const shared2 = block.shared.flatMap(sharedLines);
  const body = `${shared2.length === 0 ? "" : diffHtml(firstLines(shared2, 100))}${block.entries.map(entryHtml).join("")}`;
  return foldedHtml(blockHeading(block, all), body, block.cause === void 0);
}
__name(blockHtml, "blockHtml");
function entryHtml(entry) {
  const lines = firstLines(entryLines(entry), 300);
  const facts = [entry.why, entry.origin].filter((fact) => fact !== void 0 && fact !== "").map((fact) => ` \xB7 <span class="place">${safeHtml(fact ?? "")}</span>`);
  const head = `${signs[entry.kind]} <code>${safeHtml(idText(entry.id))}</code>${facts.join("")}`;
  if (lines.length === 0) return `<p>${head}</p>`;
  if (entry.kind === "create" && entry.risk === "low") return `<details><summary>${head}</summary>${diffHtml(lines)}</details>`;
  return `<p>${head}</p>${diffHtml(lines)}`;
}
__name(entryHtml, "entryHtml");
function footer2(report2) {
  const base = report2.base === void 0 ? "compared with nothing: everything counts as new" : `on base <code>${safeHtml(report2.base.name)}</code>`;
  const charts = distinct(report2.rendered.charts.map((chart) => chart.origin)).map((origin2) => `<code>${safeHtml(origin2)}</code>`);
  const rendered = charts.length === 0 ? "" : ` \xB7 rendered with ${charts.join(", ")} by ${safeHtml(report2.rendered.engine)}`;
  return `Head <code>${safeHtml(report2.head.name)}</code> ${base}${rendered}`;
}
__name(footer2, "footer");

// src/report/sarif.ts
import { createHash as createHash4 } from "node:crypto";
var levels = { error: "error", warning: "warning", info: "note" };
function sarif(report2) {
  const ids = distinct(report2.findings.map((finding2) => finding2.rule));
  const index = new Map(ids.map((id, place3) => [id, place3]));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Isthmus",
            rules: ids.map(
              (id) => ruleJson(
                id,
                report2.findings.find((finding2) => finding2.rule === id)
              )
            )
          }
        },
        columnKind: "utf16CodeUnits",
        results: report2.findings.map((finding2) => result(finding2, index.get(finding2.rule) ?? -1))
      }
    ]
  };
  return `${JSON.stringify(log, void 0, 2)}
`;
}
__name(sarif, "sarif");
function ruleJson(id, example) {
  const catalogue = rules;
  const entry = Object.hasOwn(catalogue, id) ? catalogue[id] : void 0;
  const help = entry === void 0 ? example?.remedy ?? "" : `${entry.why}

${entry.remedy}`;
  return {
    id,
    shortDescription: { text: entry?.title ?? id },
    fullDescription: { text: entry?.why ?? example?.message ?? id },
    help: { text: help || id, markdown: help || id },
    defaultConfiguration: { level: levels[entry?.severity ?? example?.severity ?? "warning"] },
    properties: { tags: [entry?.layer ?? example?.layer ?? "policy", ...entry?.refs ?? example?.refs ?? []] }
  };
}
__name(ruleJson, "ruleJson");
function result(finding2, ruleIndex) {
  const where2 = finding2.clusters.length === 0 ? "" : ` Clusters: ${finding2.clusters.join(", ")}.`;
  return {
    ruleId: finding2.rule,
    ruleIndex,
    level: levels[finding2.severity],
    message: { text: visible(`${finding2.message} ${finding2.remedy}${where2}`) },
    locations: [location(finding2)],
    partialFingerprints: { "isthmus/v1": fingerprint(finding2) },
    ...finding2.accepted === void 0 ? {} : {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: `${visible(finding2.accepted.reason)} (until ${finding2.accepted.until})`
        }
      ]
    }
  };
}
__name(result, "result");
function location({ source, object }) {
  const place3 = source ?? { file: "mesh.yaml", line: 1, column: 1 };
  const uri = place3.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: Math.max(1, place3.line), startColumn: Math.max(1, place3.column) }
    },
    ...object === void 0 ? {} : { logicalLocations: [{ fullyQualifiedName: `${object.kind}/${object.namespace}/${object.name}`, kind: "resource" }] }
  };
}
__name(location, "location");
function fingerprint({ rule: rule2, object, source, message, clusters }) {
  const facts = { rule: rule2, message, clusters: [...clusters], file: source?.file ?? "", object: object === void 0 ? null : { ...object } };
  return createHash4("sha256").update(canonical(facts)).digest("hex");
}
__name(fingerprint, "fingerprint");

// src/report/terminal.ts
function dress(colour) {
  const style = /* @__PURE__ */ __name((open2, close) => (text4) => colour && text4 !== "" ? `\x1B[${open2}m${text4}\x1B[${close}m` : text4, "style");
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39), cyan: style(36, 39) };
}
__name(dress, "dress");
function safe(text4, longest4 = 400) {
  return shortened(visible(text4), longest4);
}
__name(safe, "safe");
function spoken(rich, { cyan, bold }, colour) {
  return rich.map(
    (span) => span.kind === "code" ? colour ? cyan(safe(span.text)) : `\`${safe(span.text)}\`` : span.kind === "strong" ? bold(safe(span.text)) : safe(span.text)
  ).join("");
}
__name(spoken, "spoken");
function wrapped(text4, width, indent = "") {
  const lines = [];
  const start = /^ */u.exec(text4)?.[0] ?? "";
  let line2 = start;
  for (const word of text4.slice(start.length).split(" ")) {
    const candidate = line2.trim() === "" ? `${line2}${word}` : `${line2} ${word}`;
    if (line2.trim() !== "" && seenWidth(candidate) > width) {
      lines.push(line2);
      line2 = `${indent}${word}`;
    } else line2 = candidate;
  }
  return [...lines, line2].join("\n");
}
__name(wrapped, "wrapped");
function seenWidth(text4) {
  return text4.replace(/\u001b\[\d+m/gu, "").length;
}
__name(seenWidth, "seenWidth");
function uncommanded(text4) {
  return text4.replaceAll("##[", "# #[").replace(/^(\s*(?:\u001b\[\d+m)*\s*):(?=:)/gmu, "$1: ");
}
__name(uncommanded, "uncommanded");

// src/report/text-table.ts
var most2 = 40;
function textTable(report2, { dim }) {
  const used2 = stages.filter((stage) => report2.clusters.some((row) => sum(row.stages[stage]) > 0));
  if (used2.length === 0) return "";
  const groups = groupBy(report2.clusters, (row) => `${row.state} ${cells2(row, used2).join("|")}`);
  const rows = groups.slice(0, most2).map((group3) => [namesOf(group3), ...group3[0] === void 0 ? [] : cells2(group3[0], used2)]);
  const grid = [["", ...used2.map((stage) => stageNames[stage]), "Findings"], ...rows];
  const widths = (grid[0] ?? []).map((_, column) => Math.max(...grid.map((row) => (row[column] ?? "").length)));
  const lines = grid.map(
    (row) => row.map((text4, column) => text4.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
  const rest = groups.slice(most2).flat().length;
  return [
    dim(lines[0] ?? ""),
    ...lines.slice(1),
    ...rest === 0 ? [] : [`and ${counted(rest, "more cluster")}`],
    ...unplacedText(report2) === "" ? [] : [unplacedText(report2)]
  ].join("\n");
}
__name(textTable, "textTable");
function cells2(row, used2) {
  return [...used2.map((stage) => countsText4(row.stages[stage], row.isUnknown)), findingsText2(row)];
}
__name(cells2, "cells");
function countsText4(counts, isUnknown) {
  const parts3 = [
    counts.update > 0 ? `~${counts.update}` : "",
    counts.create > 0 ? `+${counts.create}` : "",
    counts.replace > 0 ? `\xB1${counts.replace}` : "",
    counts.delete > 0 ? `-${counts.delete}` : "",
    counts.kept > 0 ? `=${counts.kept}` : "",
    counts.unknown > 0 ? `?${counts.unknown}` : ""
  ].filter((part2) => part2 !== "");
  return parts3.length > 0 ? parts3.join(" ") : isUnknown ? "?" : ".";
}
__name(countsText4, "countsText");
function findingsText2({ findings: findings2 }) {
  const parts3 = [
    findings2.error > 0 ? counted(findings2.error, "error") : "",
    findings2.warning > 0 ? counted(findings2.warning, "warning") : ""
  ];
  return parts3.filter((part2) => part2 !== "").join(", ") || ".";
}
__name(findingsText2, "findingsText");
function namesOf(group3) {
  const state = group3[0]?.state === "added" ? " (new)" : group3[0]?.state === "removed" ? " (leaves)" : "";
  const names4 = group3.slice(0, 4).map((row) => safe(row.name, 40));
  const rest = group3.length - names4.length;
  return `${rest > 0 ? `${names4.join(", ")} and ${rest} more` : names4.join(", ")}${state}`;
}
__name(namesOf, "namesOf");

// src/report/text.ts
function text(report2, options) {
  const pen = { ...options, dress: dress(options.colour) };
  const parts3 = partsOf(report2, options.view ?? "preview", pen).filter((part2) => part2 !== "");
  return uncommanded(`${parts3.join("\n\n").trimEnd()}
`);
}
__name(text, "text");
function partsOf(report2, view, pen) {
  switch (view) {
    case "preview":
      return [
        title(report2, pen),
        unknown2(report2, pen),
        inWords2(report2, pen),
        textTable(report2, pen.dress),
        findings(report2, pen),
        ...blocks(report2, pen),
        certificates4(report2, pen),
        tree2(report2),
        governs(report2, pen),
        sides(report2, pen)
      ];
    case "validate":
      return [unknown2(report2, pen), findings(report2, pen), findingsTotal(report2, pen)];
    case "diff":
      return [unknown2(report2, pen), ...blocks(report2, pen), certificates4(report2, pen), diffTotal(report2, pen)];
    case "plan":
      return [unknown2(report2, pen), planTree(report2.plan, report2.hiddenSteps)];
  }
}
__name(partsOf, "partsOf");
function title(report2, { dress: { bold } }) {
  const plan3 = report2.plan.digest.plan === "" ? "Mesh plan" : `Mesh plan ${safe(report2.plan.digest.plan.slice(0, 8))}`;
  return bold(`${plan3} \xB7 ${counted(report2.clusters.length, "cluster")} \xB7 ${stateText(report2)}`);
}
__name(title, "title");
function unknown2(report2, pen) {
  const all = report2.clusters.map((row) => row.name);
  const lines = [
    ...report2.problems.map(({ summary: summary2, remedy }) => [...richOf(summary2), ...words(" "), ...richOf(remedy)]),
    ...report2.unknowns.map(({ what: what2, clusters, why }) => [
      ...what2,
      ...words(clusters.length === 0 ? "" : " in "),
      ...clusterNames(clusters, all),
      ...words(": "),
      ...richOf(why)
    ])
  ];
  if (lines.length === 0) return "";
  const head = pen.dress.yellow("Unknown: some of it could not be told. This is not \u201Cno change\u201D.");
  return [head, ...lines.map((line2) => wrapped(`  ? ${spoken(line2, pen.dress, pen.colour)}`, pen.width, "    "))].join("\n");
}
__name(unknown2, "unknown");
function inWords2(report2, pen) {
  if (report2.verdict === "nothing") return "No change in any cluster.";
  if (report2.words.length === 0) return "";
  return [
    pen.dress.bold("In words"),
    ...report2.words.map((sentence3) => wrapped(`  \u2022 ${spoken(sentence3, pen.dress, pen.colour)}`, pen.width, "    "))
  ].join("\n");
}
__name(inWords2, "inWords");
function findings(report2, pen) {
  return report2.findings.map((finding2) => findingText(finding2, pen)).join("\n\n");
}
__name(findings, "findings");
function findingText(finding2, pen) {
  const { red, yellow, cyan, dim, bold } = pen.dress;
  const paint = { error: red, warning: yellow, info: cyan }[finding2.severity];
  const { source, object } = finding2;
  const named3 = object === void 0 ? "" : idText({ group: "", ...object });
  const place3 = source === void 0 ? named3 : `${source.file}:${source.line}:${source.column}`;
  const clusters = finding2.clusters.length === 0 ? "" : `  ${plainText(clusterNames(finding2.clusters, [])).replaceAll("`", "")}`;
  const accepted = finding2.accepted === void 0 ? [] : [`  accepted until ${safe(finding2.accepted.until)}: ${safe(finding2.accepted.reason)}`];
  const severity = finding2.accepted === void 0 ? paint(finding2.severity) : dim(`accepted ${finding2.severity}`);
  return [
    `${severity}  ${bold(safe(place3))}${dim(safe(clusters))}`,
    wrapped(`  ${spoken(richOf(finding2.message), pen.dress, pen.colour)}`, pen.width, "  "),
    wrapped(`  ${spoken(richOf(finding2.remedy), pen.dress, pen.colour)} ${dim(`[${safe(finding2.rule)}]`)}`, pen.width, "  "),
    ...accepted
  ].join("\n");
}
__name(findingText, "findingText");
function findingsTotal(report2, { dress: { bold, green } }) {
  const open2 = openText(report2);
  const accepted = report2.findings.filter((finding2) => finding2.accepted !== void 0).length;
  const rest = accepted === 0 ? "" : ` (${counted(accepted, "accepted finding")})`;
  if (open2 !== "") return bold(`${open2}${rest}`);
  if (report2.verdict === "unknown") return `No findings in what could be read${rest}.`;
  return green(`No errors, no warnings${openCounts(report2).info > 0 ? `, ${counted(openCounts(report2).info, "note")}` : ""}${rest}.`);
}
__name(findingsTotal, "findingsTotal");
function blocks(report2, pen) {
  const all = report2.clusters.map((row) => row.name);
  return report2.blocks.map((block) => blockText(block, all, pen));
}
__name(blocks, "blocks");
function blockText(block, all, pen) {
  const head = pen.dress.bold(spoken(blockHeading(block, all), { ...pen.dress, bold: /* @__PURE__ */ __name((part2) => part2, "bold"), cyan: /* @__PURE__ */ __name((part2) => part2, "cyan") }, pen.colour));
  const shared2 = painted(block.shared.flatMap(sharedLines), pen);
  return [head, ...shared2, ...block.entries.flatMap((entry) => entryText(entry, pen))].join("\n");
}
__name(blockText, "blockText");
var signs2 = { create: "+", update: "~", replace: "\xB1", delete: "-", kept: "=", unknown: "?" };
function entryText(entry, pen) {
  const { green, red, yellow, dim } = pen.dress;
  const paint = { create: green, update: yellow, replace: red, delete: red, kept: dim, unknown: yellow }[entry.kind];
  const why = entry.why === void 0 ? "" : `  (${safe(entry.why)})`;
  const origin2 = entry.origin === "" ? "" : dim(`  ${safe(entry.origin)}`);
  const lines = entry.kind === "create" && entry.risk === "low" ? [] : firstLines(entryLines(entry), 400);
  return [`  ${paint(`${signs2[entry.kind]} ${safe(idText(entry.id))}`)}${why}${origin2}`, ...painted(lines, pen)];
}
__name(entryText, "entryText");
function painted(lines, { dress: { green, red, dim } }) {
  return lines.map(({ sign, text: line2 }) => {
    const shown3 = `      ${sign} ${safe(line2)}`.trimEnd();
    return sign === "+" ? green(shown3) : sign === "-" ? red(shown3) : sign === "!" ? dim(shown3) : shown3;
  });
}
__name(painted, "painted");
function certificates4(report2, pen) {
  if (report2.certificates.length === 0) return "";
  const lines = report2.certificates.map((row) => {
    const facts = row.after ?? row.before;
    const verb = certificateVerb(row).replace(/^\S+ /u, "");
    const where2 = plainText(clusterNames(row.clusters, [])).replaceAll("`", "");
    return `  ${safe(facts?.subject ?? "?")}  ${verb}  in ${safe(where2)}  valid to ${safe(facts?.notAfter.slice(0, 10) ?? "?")}`;
  });
  return [pen.dress.bold("Certificates"), ...lines].join("\n");
}
__name(certificates4, "certificates");
function tree2(report2) {
  return report2.plan.steps.length === 0 ? "" : planTree(report2.plan, report2.hiddenSteps);
}
__name(tree2, "tree");
function governs(report2, pen) {
  if (report2.governs.length === 0) return "";
  const lines = report2.governs.map((sentence3) => wrapped(`  \u2022 ${spoken(sentence3, pen.dress, pen.colour)}`, pen.width, "    "));
  return [pen.dress.bold("Takes effect only after the merge"), ...lines].join("\n");
}
__name(governs, "governs");
function diffTotal(report2, pen) {
  if (report2.verdict === "nothing") return "No change in any cluster.";
  const { totals } = report2;
  if (totals.objects + totals.kept === 0) return report2.unknowns.length + report2.problems.length > 0 ? "" : "No change in any cluster.";
  return pen.dress.bold(`${countsText(totals, "object")} in ${counted(totals.clusters, "cluster")}`);
}
__name(diffTotal, "diffTotal");
function sides(report2, pen) {
  const base = report2.base === void 0 ? "compared with nothing: everything counts as new" : `on base ${safe(report2.base.name)}`;
  const charts = distinct(report2.rendered.charts.map((chart) => chart.origin)).map((origin2) => safe(origin2));
  const rendered = charts.length === 0 ? "" : `; rendered with ${charts.slice(0, 3).join(", ")} by ${safe(report2.rendered.engine)}`;
  return pen.dress.dim(wrapped(`Head ${safe(report2.head.name)} ${base}${rendered}.`, pen.width));
}
__name(sides, "sides");

// src/report/risk.ts
var security = /* @__PURE__ */ new Set(["AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"]);
var metadataOnly = /^metadata\.(?:labels|annotations)\b/u;
function riskOf(change) {
  if (change.kind === "delete" || change.kind === "replace" || change.kind === "unknown") return "high";
  if (change.kind === "kept") return "low";
  if (security.has(change.id.kind) || change.certificates.length > 0) return "high";
  if (change.kind === "create") return change.after?.origin.kind === "config" ? "medium" : "low";
  return change.fields.every((field) => metadataOnly.test(field.path)) ? "low" : "medium";
}
__name(riskOf, "riskOf");

// src/report/blocks.ts
var many = 4;
var order = ["config", "certificates", "gateways", "discovery", "install", "namespaces"];
function blocksOf(changes2) {
  const groups = groupBy(changes2, (change) => `${change.stage}
${change.clusters.join()}
${causeKey(change.cause)}`);
  return groups.map(blockOf).sort(byImportance);
}
__name(blocksOf, "blocksOf");
function blockOf(changes2) {
  const [first2] = changes2;
  if (first2 === void 0) throw new Error("a block has at least one change");
  const fields = new Map(changes2.map((change) => [change, maskedFields(change)]));
  const shared2 = sharedEdits([...fields.values()]);
  const entries = changes2.map((change) => entryOf2(change, fields.get(change) ?? [], shared2)).sort(byRisk);
  return {
    stage: first2.stage,
    clusters: first2.clusters,
    cause: causeText(first2.cause),
    shared: toldTogether([...shared2.values()]),
    entries
  };
}
__name(blockOf, "blockOf");
function entryOf2(change, fields, shared2) {
  const own = fields.filter((field) => !shared2.has(editKey(field)));
  const shown3 = change.kind === "create" ? change.after : change.kind === "delete" ? change.before : void 0;
  return {
    id: change.id,
    kind: change.kind,
    why: change.why === void 0 ? void 0 : maskedText(change.why),
    risk: riskOf(change),
    fields: own,
    allFields: fields,
    sharedEdits: fields.length - own.length,
    isOfChart: (change.after ?? change.before)?.origin.kind === "chart",
    body: shown3 === void 0 ? [] : bodyOf(shown3),
    origin: originText2(change.after ?? change.before)
  };
}
__name(entryOf2, "entryOf");
var longest2 = 2e4;
function bodyOf(manifest) {
  const size2 = JSON.stringify(manifest.object).length;
  return size2 > longest2 ? [`# ${number(size2)} characters: \`isthmus render\` prints it`] : yamlLines(withoutName(maskedObject(manifest)));
}
__name(bodyOf, "bodyOf");
function withoutName(object) {
  if (!isObject(object)) return object;
  const { kind: _kind, metadata, ...rest } = object;
  if (!isObject(metadata)) return object;
  const { name: _name, namespace: _namespace, ...others3 } = metadata;
  return Object.keys(others3).length === 0 ? present(rest) : present({ apiVersion: rest["apiVersion"], metadata: others3, ...rest });
}
__name(withoutName, "withoutName");
function present(object) {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]) => value === void 0 ? [] : [[key, value]]));
}
__name(present, "present");
function sharedEdits(objects3) {
  const found = /* @__PURE__ */ new Map();
  objects3.forEach((fields, place3) => {
    for (const [key, field] of new Map(fields.map((each) => [editKey(each), each]))) {
      const known3 = found.get(key);
      if (known3 === void 0) found.set(key, { edit: editOf(field), objects: [place3] });
      else {
        known3.objects.push(place3);
        if (known3.edit.path !== field.path) known3.edit = { ...known3.edit, path: `\u2026${lastPart(field.path)}` };
      }
    }
  });
  return new Map([...found].filter(([key, edit]) => key !== "" && edit.objects.length >= many));
}
__name(sharedEdits, "sharedEdits");
function editOf(field) {
  return { path: field.path, before: scalarText(field.before), after: scalarText(field.after) };
}
__name(editOf, "editOf");
function toldTogether(found) {
  return groupBy(found, ({ objects: objects3 }) => objects3.join()).map((group3) => ({ edits: group3.map(({ edit }) => edit), count: group3[0]?.objects.length ?? 0 })).sort((a, b) => b.count - a.count);
}
__name(toldTogether, "toldTogether");
function editKey(field) {
  const [before2, after] = [scalarText(field.before), scalarText(field.after)];
  const isOneLine = field.lines === void 0 && (before2 !== void 0 || field.before === void 0) && (after !== void 0 || field.after === void 0);
  if (!isOneLine || isHiddenChange(field)) return "";
  return JSON.stringify([lastPart(field.path), before2 ?? null, after ?? null]);
}
__name(editKey, "editKey");
function lastPart(path) {
  return /(?:\[[^\]]*\]|\.?[^.[\]]+)$/u.exec(path)?.[0] ?? path;
}
__name(lastPart, "lastPart");
function causeKey(cause) {
  return cause === void 0 ? "" : JSON.stringify(cause);
}
__name(causeKey, "causeKey");
function causeText(cause) {
  switch (cause?.kind) {
    case void 0:
      return void 0;
    case "chart":
      return say`chart ${cause.chart} ${cause.from} → ${cause.to}`;
    case "engine":
      return say`engine ${cause.from} → ${cause.to}`;
    case "values":
      return say`Helm values of ${cause.chart}: ${join(cause.keys.map(quoted), ", ")}`;
    case "cluster-added":
      return membership(cause.cluster, "joins", "join");
    case "cluster-removed":
      return membership(cause.cluster, "leaves", "leave");
    case "placement":
      return words("placement of files");
  }
}
__name(causeText, "causeText");
function membership(clusters, one2, several2) {
  const names4 = clusters.split(", ");
  if (names4.length === 1) return say`cluster ${clusters} ${words(one2)}`;
  return say`clusters ${join(names4.map(quoted), ", ")} ${words(several2)}`;
}
__name(membership, "membership");
function originText2(manifest) {
  const origin2 = manifest?.origin;
  switch (origin2?.kind) {
    case void 0:
      return "";
    case "chart":
      return `chart ${origin2.chart}`;
    case "config":
      return `${origin2.source.file}:${origin2.source.line}`;
    case "derived":
      return "mesh document";
  }
}
__name(originText2, "originText");
var riskOrder = { high: 0, medium: 1, low: 2 };
function byRisk(a, b) {
  return riskOrder[a.risk] - riskOrder[b.risk] || compare2(idKey(a.id), idKey(b.id));
}
__name(byRisk, "byRisk");
function byImportance(a, b) {
  return Number(a.cause !== void 0) - Number(b.cause !== void 0) || order.indexOf(a.stage) - order.indexOf(b.stage) || b.clusters.length - a.clusters.length || compare2(a.clusters.join(), b.clusters.join()) || compare2(JSON.stringify(a.cause ?? ""), JSON.stringify(b.cause ?? ""));
}
__name(byImportance, "byImportance");

// src/report/clusters.ts
function clusterRows(study2, told) {
  const head = byName(study2.head.mesh?.clusters);
  const base = byName(study2.base?.mesh?.clusters);
  const changes2 = perCluster(told);
  const findings2 = findingsPerCluster(study2.findings);
  const unknown3 = clustersWithGaps(study2);
  const names4 = distinct([...head.keys(), ...base.keys(), ...changes2.keys(), ...study2.changes.unchanged.keys()]);
  const wanted = new Set(study2.request.clusters);
  return names4.filter((name2) => wanted.size === 0 || wanted.has(name2)).map((name2) => {
    const cluster = head.get(name2) ?? base.get(name2);
    const stages2 = changes2.get(name2) ?? noStages;
    return {
      name: name2,
      state: stateOf(study2, name2),
      network: cluster?.network,
      role: cluster?.role,
      versions: cluster?.istio.revisions.map((revision) => revision.version) ?? [],
      wave: study2.plan.waves.find((wave) => wave.clusters.includes(name2))?.number,
      stages: stages2,
      unchanged: study2.changes.unchanged.get(name2) ?? 0,
      findings: findings2.get(name2) ?? noFindings,
      isUnknown: unknown3.has(name2) || Object.values(stages2).some((counts) => counts.unknown > 0),
      digest: study2.plan.digest.clusters.get(name2)
    };
  });
}
__name(clusterRows, "clusterRows");
var noStages = {
  namespaces: none,
  certificates: none,
  install: none,
  gateways: none,
  discovery: none,
  config: none
};
var noFindings = { error: 0, warning: 0, info: 0 };
function byName(clusters) {
  return new Map((clusters ?? []).map((cluster) => [cluster.name, cluster]));
}
__name(byName, "byName");
function stateOf(study2, name2) {
  if (study2.changes.clusters.added.includes(name2)) return "added";
  return study2.changes.clusters.removed.includes(name2) ? "removed" : "kept";
}
__name(stateOf, "stateOf");
function perCluster(changes2) {
  const rows = /* @__PURE__ */ new Map();
  for (const change of changes2) {
    for (const cluster of change.clusters) {
      const row = rows.get(cluster) ?? { ...noStages };
      row[change.stage] = plusOne(row[change.stage], change.kind);
      rows.set(cluster, row);
    }
  }
  return rows;
}
__name(perCluster, "perCluster");
function findingsPerCluster(findings2) {
  const rows = /* @__PURE__ */ new Map();
  for (const finding2 of findings2.filter((each) => each.accepted === void 0)) {
    for (const cluster of finding2.clusters) {
      const row = rows.get(cluster) ?? noFindings;
      rows.set(cluster, { ...row, [finding2.severity]: row[finding2.severity] + 1 });
    }
  }
  return rows;
}
__name(findingsPerCluster, "findingsPerCluster");
function clustersWithGaps(study2) {
  const classes2 = [...study2.desired.classes, ...study2.baseline?.classes ?? []];
  return new Set(classes2.filter((entry) => entry.gaps.length > 0).flatMap((entry) => entry.members));
}
__name(clustersWithGaps, "clustersWithGaps");

// src/report/governs.ts
var rule = "takes-effect-after-merge";
function governsOf({ findings: findings2 }) {
  return findings2.filter((finding2) => finding2.rule === rule).map(({ message, clusters }) => [...spans(message), ...inClusters2(clusters)]);
}
__name(governsOf, "governsOf");
function spans(message) {
  const [sentence3 = ""] = message.split(". This takes effect");
  return sentence3.split("`").flatMap((part2, index) => index % 2 === 0 ? words(part2) : say`${part2}`);
}
__name(spans, "spans");
function inClusters2(clusters) {
  return clusters.length === 0 ? words(".") : [...words(" in "), ...clusters.flatMap((name2, index) => [...index > 0 ? words(", ") : [], ...say`${name2}`]), ...words(".")];
}
__name(inClusters2, "inClusters");

// src/report/kept.ts
function apart(study2) {
  const staying = /* @__PURE__ */ new Map();
  for (const { id, clusters } of study2.plan.kept) {
    const known3 = staying.get(idKey(id)) ?? /* @__PURE__ */ new Set();
    staying.set(idKey(id), known3);
    for (const cluster of clusters) known3.add(cluster);
  }
  const stays = /* @__PURE__ */ __name((change, cluster) => change.kind === "delete" && staying.get(idKey(change.id))?.has(cluster) === true, "stays");
  const part2 = /* @__PURE__ */ __name((isStaying) => study2.changes.changes.map((change) => ({ ...change, clusters: change.clusters.filter((cluster) => stays(change, cluster) === isStaying) })).filter(({ clusters }) => clusters.length > 0), "part");
  if (staying.size === 0) return { study: study2, kept: [] };
  return {
    study: { ...study2, changes: { ...study2.changes, changes: part2(false) } },
    kept: part2(true).map((change) => ({ ...change, kind: "kept" }))
  };
}
__name(apart, "apart");

// src/report/losses.ts
function deletionsOf(changes2) {
  return changes2.changes.filter((change) => change.kind === "delete" || change.kind === "replace").map(({ id, clusters, kind, why }) => ({
    id,
    clusters,
    replaced: kind === "replace" ? why ?? "an immutable field changes" : void 0
  })).sort((a, b) => compare2(idKey(a.id), idKey(b.id)) || compare2(a.clusters.join(), b.clusters.join()));
}
__name(deletionsOf, "deletionsOf");
function certificatesOf(changes2) {
  return changes2.changes.flatMap(({ id, clusters, certificates: certificates5 }) => certificates5.map((change) => ({ ...change, id, clusters })));
}
__name(certificatesOf, "certificatesOf");

// src/report/narrow.ts
function narrowed(study2) {
  const wanted = new Set(study2.request.clusters);
  if (wanted.size === 0) return study2;
  const isWanted2 = /* @__PURE__ */ __name((cluster) => wanted.has(cluster), "isWanted");
  const { changes: changes2, plan: plan3 } = study2;
  const isHere = /* @__PURE__ */ __name(({ clusters }) => clusters.some(isWanted2), "isHere");
  return {
    ...study2,
    changes: {
      ...changes2,
      changes: changes2.changes.filter((change) => change.clusters.some(isWanted2)).map((change) => ({ ...change, clusters: change.clusters.filter(isWanted2) })),
      unchanged: new Map([...changes2.unchanged].filter(([cluster]) => isWanted2(cluster))),
      clusters: { added: changes2.clusters.added.filter(isWanted2), removed: changes2.clusters.removed.filter(isWanted2) }
    },
    plan: {
      ...plan3,
      steps: plan3.steps.filter(isHere),
      waves: plan3.waves.filter(isHere),
      guards: plan3.guards.filter((guard) => guard.clusters.length === 0 || isHere(guard)),
      deletions: new Map([...plan3.deletions].filter(([cluster]) => isWanted2(cluster))),
      kept: plan3.kept.filter(isHere)
    },
    findings: study2.findings.filter((finding2) => finding2.clusters.length === 0 || finding2.clusters.some(isWanted2))
  };
}
__name(narrowed, "narrowed");

// src/report/topology.ts
function topologyOf(study2) {
  const { head, base } = study2;
  if (head.mesh === void 0 || base === void 0) return void 0;
  const clusters = distinct([...names2(head.mesh), ...names2(base.mesh)]).flatMap((name2) => {
    const [after, before2] = [find(head.mesh, name2), find(base.mesh, name2)];
    const shown3 = after ?? before2;
    return shown3 === void 0 ? [] : [{ network: shown3.network, cluster: clusterOf(shown3, after, before2) }];
  });
  if (clusters.every(({ cluster }) => cluster.mark === "same")) return void 0;
  const networksBefore = new Set((base.mesh?.clusters ?? []).map((cluster) => cluster.network));
  const networks = distinct(clusters.map(({ network }) => network)).map((name2) => {
    const members = clusters.filter(({ network }) => network === name2).map(({ cluster }) => cluster);
    const mark = !networksBefore.has(name2) ? "added" : members.every((member) => member.mark === "removed") ? "removed" : "same";
    return { name: name2, mark, clusters: members };
  });
  return { networks };
}
__name(topologyOf, "topologyOf");
function names2(mesh) {
  return (mesh?.clusters ?? []).map((cluster) => cluster.name);
}
__name(names2, "names");
function find(mesh, name2) {
  return mesh?.clusters.find((cluster) => cluster.name === name2);
}
__name(find, "find");
function clusterOf(shown3, after, before2) {
  const gateways = gatewaysOf(after, before2);
  const moved = after?.network !== before2?.network || after?.role !== before2?.role || after?.primary !== before2?.primary;
  const changed2 = moved || gateways.some((gateway3) => gateway3.mark !== "same");
  const mark = before2 === void 0 ? "added" : after === void 0 ? "removed" : changed2 ? "changed" : "same";
  return { name: shown3.name, role: shown3.role, primary: shown3.primary, mark, gateways };
}
__name(clusterOf, "clusterOf");
function gatewaysOf(after, before2) {
  const [now, was] = [
    new Map((after?.gateways ?? []).map((g) => [gatewayKey(g), g])),
    new Map((before2?.gateways ?? []).map((g) => [gatewayKey(g), g]))
  ];
  return distinct([...now.keys(), ...was.keys()]).flatMap((each) => {
    const gateway3 = now.get(each) ?? was.get(each);
    if (gateway3 === void 0) return [];
    const mark = !was.has(each) ? "added" : now.has(each) ? "same" : "removed";
    return [{ name: gateway3.name, kind: gateway3.kind, mark }];
  });
}
__name(gatewaysOf, "gatewaysOf");
function gatewayKey(gateway3) {
  return `${gateway3.namespace}/${gateway3.name}/${gateway3.kind}`;
}
__name(gatewayKey, "gatewayKey");

// src/report/unknowns.ts
function unknownsOf(study2) {
  const found = [
    ...meshes(study2),
    ...leftOut(study2),
    ...gaps(study2.desired, "after"),
    ...gaps(study2.baseline, "before"),
    ...objects(study2)
  ];
  const wanted = new Set(study2.request.clusters);
  if (wanted.size === 0) return found;
  const isShown = /* @__PURE__ */ __name((unknown3) => unknown3.clusters.length === 0 || unknown3.clusters.some((cluster) => wanted.has(cluster)), "isShown");
  return found.filter(isShown);
}
__name(unknownsOf, "unknownsOf");
function meshes(study2) {
  const isPlainFiles = study2.request.head.kind === "files";
  if (study2.head.mesh === void 0 && !isPlainFiles) {
    return [{ what: words("every cluster"), clusters: [], why: "the mesh document could not be used; the findings say why" }];
  }
  if (study2.base !== void 0 && study2.base.mesh === void 0 && study2.head.mesh !== void 0) {
    return [{ what: words("the state before"), clusters: [], why: "the base has no mesh document that can be used" }];
  }
  return [];
}
__name(meshes, "meshes");
function leftOut(study2) {
  const clusters = study2.head.leftOut ?? [];
  const lost = study2.changes.changes.filter((change) => isOfLeftOut(change, study2)).length;
  const what2 = lost === 0 ? words("everything") : words(`everything (${counted(lost, "object")})`);
  return clusters.length === 0 ? [] : [{ what: what2, clusters, why: "the cluster's document could not be used; the findings say why" }];
}
__name(leftOut, "leftOut");
function gaps(side, when) {
  const all = (side?.classes ?? []).flatMap((entry) => entry.gaps.map((gap) => ({ ...gap, members: entry.members })));
  return groupBy(all, (gap) => `${gap.release}
${gap.why}`).map((group3) => {
    const release2 = group3[0]?.release ?? "";
    const what2 = when === "after" ? say`the objects of ${release2}` : say`the objects of ${release2} before this change`;
    return { what: what2, clusters: distinct(group3.flatMap((gap) => gap.members)), why: maskedText(group3[0]?.why ?? "") };
  });
}
__name(gaps, "gaps");
function isOfLeftOut({ kind, clusters }, { head }) {
  return kind === "unknown" && clusters.every((cluster) => head.leftOut?.includes(cluster) === true);
}
__name(isOfLeftOut, "isOfLeftOut");
function objects(study2) {
  const unknown3 = study2.changes.changes.filter((change) => change.kind === "unknown" && !isOfLeftOut(change, study2));
  return groupBy(unknown3, (change) => `${change.why}
${change.clusters.join()}`).map((group3) => ({
    what: words(counted(group3.length, "object")),
    clusters: group3[0]?.clusters ?? [],
    why: maskedText(group3[0]?.why ?? "no reason was given")
  }));
}
__name(objects, "objects");

// src/report/words/names.ts
function few(names4, noun = "more") {
  if (names4.length === 0) return words("(none)");
  if (names4.length <= 4) return listed(names4.map(quoted));
  return listed([...names4.slice(0, 3).map(quoted), words(noun === "more" ? `${names4.length - 3} more` : counted(names4.length - 3, noun))]);
}
__name(few, "few");

// src/report/words/clusters.ts
function clusterWords(context2) {
  const { added, removed } = context2.study.changes.clusters;
  if (context2.base === void 0 && context2.study.request.base === void 0) return [];
  return [...many2(added, "joins", context2), ...many2(removed, "leaves", context2)];
}
__name(clusterWords, "clusterWords");
function many2(clusters, verb, context2) {
  if (clusters.length <= 3) return clusters.map((cluster) => one(cluster, verb, context2));
  const plural = verb === "joins" ? "join" : "leave";
  return [say`${clusters.length} clusters ${words(plural)} the mesh: ${clusterNames(clusters, [])}.`];
}
__name(many2, "many");
function one(cluster, verb, { study: study2, head, base, kept: kept2 }) {
  const mesh = verb === "joins" ? head : base;
  const network = mesh?.clusters.find((each) => each.name === cluster)?.network;
  const inside5 = study2.changes.changes.filter((change) => change.clusters.includes(cluster));
  const outside2 = study2.changes.changes.filter((change) => isBecauseOf(change, cluster));
  const place3 = network === void 0 ? [] : say` (network ${network})`;
  const stays = kept2.filter((change) => change.clusters.includes(cluster)).length;
  const keeps = stays === 0 ? "" : ` and keeps ${stays}`;
  const gives = verb === "joins" ? words("gets") : words("loses");
  const bring = outside2.length === 0 ? [] : say`; because of it ${others(outside2, cluster)}`;
  return say`Cluster ${cluster}${place3} ${words(verb)} the mesh. It ${gives} ${words(counted(inside5.length, "object"))}${words(keeps)}${bring}.`;
}
__name(one, "one");
function isBecauseOf(change, cluster) {
  const { cause } = change;
  if (cause?.kind !== "cluster-added" && cause?.kind !== "cluster-removed") return false;
  return cause.cluster === cluster && change.clusters.some((each) => each !== cluster);
}
__name(isBecauseOf, "isBecauseOf");
function others(changes2, cluster) {
  const counts = distinct(changes2.flatMap((change) => change.clusters)).filter((each) => each !== cluster).map((each) => ({ each, count: changes2.filter((change) => change.clusters.includes(each)).length }));
  const groups = groupBy(counts, ({ count }) => String(count)).map((group3) => {
    const names4 = clusterNames(
      group3.map(({ each }) => each),
      []
    );
    const verb = verbOf(changes2, group3.length > 1);
    return say`${names4} ${words(`${verb} ${counted(group3[0]?.count ?? 0, "object")}${group3.length > 1 ? " each" : ""}`)}`;
  });
  const objects3 = distinct(changes2.map((change) => idText(change.id)));
  return objects3.length > 3 ? listed(groups) : say`${listed(groups)} (${few(objects3)})`;
}
__name(others, "others");
function verbOf(changes2, isPlural) {
  const kinds = new Set(changes2.map((change) => change.kind));
  const verb = kinds.size > 1 ? "change" : kinds.has("create") ? "get" : kinds.has("delete") ? "lose" : "change";
  return isPlural ? verb : `${verb}s`;
}
__name(verbOf, "verbOf");

// src/report/words/context.ts
function where(context2, clusters) {
  return context2.all.length < 2 ? [] : [...words(" "), ...inClusters(clusters, context2.all)];
}
__name(where, "where");
function specs(change) {
  return { before: objectAt(change.before?.object, "spec"), after: objectAt(change.after?.object, "spec") };
}
__name(specs, "specs");
function nameOf2(change) {
  return quoted(change.id.namespace === "" ? change.id.name : `${change.id.namespace}/${change.id.name}`);
}
__name(nameOf2, "nameOf");
function shown2(value) {
  if (value === void 0) return "unset";
  return maskedText(typeof value === "string" ? value : JSON.stringify(value));
}
__name(shown2, "shown");
function texts(list3) {
  return list3.filter((entry) => typeof entry === "string");
}
__name(texts, "texts");
function entryName(entry) {
  return textAt(entry, "name");
}
__name(entryName, "entryName");
function gained(before2, after) {
  return { added: after.filter((each) => !before2.includes(each)), removed: before2.filter((each) => !after.includes(each)) };
}
__name(gained, "gained");

// src/report/words/security.ts
function securityWords(change, context2) {
  if (change.id.group !== "security.istio.io") return [];
  return (speakers[change.id.kind]?.(change, scopeOf(change, context2)) ?? []).map((end) => [
    ...end,
    ...where(context2, change.clusters),
    ...words(".")
  ]);
}
__name(securityWords, "securityWords");
var tighter = [...strong("Tighter:"), ...words(" ")];
var looser = [...strong("Looser:"), ...words(" ")];
var speakers = {
  AuthorizationPolicy: authorization,
  PeerAuthentication: peers,
  RequestAuthentication: requests
};
function scopeOf(change, { head, base }) {
  const { before: before2, after } = specs(change);
  const { namespace: namespace2 } = change.id;
  const spec = change.after === void 0 ? before2 : after;
  if (target(spec) !== target({})) return say`some workloads of namespace ${namespace2}`;
  const mesh = change.after === void 0 ? base : head;
  const isRoot = change.clusters.some(
    (name2) => mesh?.clusters.some((each) => each.name === name2 && each.systemNamespace === namespace2) === true
  );
  return isRoot ? words("the whole mesh") : say`namespace ${namespace2}`;
}
__name(scopeOf, "scopeOf");
function authorization(change, scope) {
  const { before: before2, after } = specs(change);
  const policy = say`AuthorizationPolicy ${nameOf2(change)}`;
  if (change.kind === "create") return [created(policy, action(after), listAt(after, "rules"), scope)];
  if (change.kind === "delete") return [deleted(policy, action(before2), scope)];
  if (action(before2) !== action(after)) return [say`${policy} for ${scope} now acts as ${action(after)} (was ${action(before2)})`];
  const [was, now] = [rules2(before2), rules2(after)];
  const { added, removed } = gained(was, now);
  return [
    ...selector(policy, before2, after),
    ...ruleChange(say`${policy} for ${scope}`, action(after), added.length, removed.length, now.length)
  ];
}
__name(authorization, "authorization");
function created(policy, action2, list3, scope) {
  if (action2 === "DENY") return say`${tighter}new ${policy} denies in ${scope} what its rules name`;
  if (action2 !== "ALLOW") return say`New ${policy} for ${scope} acts as ${action2}`;
  if (list3.length === 0)
    return say`${tighter}new ${policy} allows nothing: it denies every request in ${scope} that no other policy allows`;
  return say`New ${policy} allows in ${scope} what its rules name; where it is the first ALLOW policy, everything else is denied from then on`;
}
__name(created, "created");
function deleted(policy, action2, scope) {
  if (action2 === "DENY") return say`${looser}${policy} is deleted, and what it denied in ${scope} is denied no more`;
  if (action2 !== "ALLOW") return say`${policy} (${action2}) for ${scope} is deleted`;
  return say`${policy} for ${scope} is deleted: what it allowed is denied if other ALLOW policies remain; if it was the last, ${strong("everything is allowed")}`;
}
__name(deleted, "deleted");
function rules2(spec) {
  return listAt(spec, "rules").map(canonical);
}
__name(rules2, "rules");
function ruleChange(policy, action2, added, removed, left) {
  if (added === 0 && removed === 0) return [];
  if (action2 === "ALLOW" && left === 0) return [say`${tighter}${policy} allows nothing any more: what no other policy allows is denied`];
  if (added > 0 && removed > 0) return [say`${policy} (${action2}) has other rules`];
  const opens = action2 === "ALLOW" ? added > 0 : action2 === "DENY" && removed > 0;
  const word = added > 0 ? "more" : "fewer";
  if (action2 !== "ALLOW" && action2 !== "DENY") return [say`${policy} (${action2}) has ${words(word)} rules`];
  return [say`${opens ? looser : tighter}${policy} (${action2}) has ${words(word)} rules`];
}
__name(ruleChange, "ruleChange");
function selector(policy, before2, after) {
  return target(before2) === target(after) ? [] : [say`${policy} applies to other workloads`];
}
__name(selector, "selector");
var strictness = { DISABLE: 0, PERMISSIVE: 1, STRICT: 2 };
function peers(change, scope) {
  const { before: before2, after } = specs(change);
  if (change.kind === "create")
    return [say`Mutual TLS for callers of ${scope} is set to ${mtlsMode(after)} by PeerAuthentication ${nameOf2(change)}`];
  if (change.kind === "delete")
    return [say`PeerAuthentication ${nameOf2(change)} (${mtlsMode(before2)}) is deleted: callers of ${scope} follow the wider setting`];
  const portLevel = canonical(valueAt(before2, ["portLevelMtls"])) === canonical(valueAt(after, ["portLevelMtls"]));
  const ports2 = portLevel ? [] : [say`Mutual TLS of single ports of ${scope} changes by PeerAuthentication ${nameOf2(change)}`];
  if (mtlsMode(before2) === mtlsMode(after)) return ports2;
  const [was, now] = [strictness[mtlsMode(before2)], strictness[mtlsMode(after)]];
  const word = was === void 0 || now === void 0 ? [] : now < was ? looser : tighter;
  return [say`${word}mutual TLS for callers of ${scope} becomes ${mtlsMode(after)} (was ${mtlsMode(before2)})`, ...ports2];
}
__name(peers, "peers");
function requests(change) {
  const { before: before2, after } = specs(change);
  const { added, removed } = gained(issuers(before2), issuers(after));
  return [
    ...added.length === 0 ? [] : [say`Tokens of ${few(added)} are accepted by RequestAuthentication ${nameOf2(change)}`],
    ...removed.length === 0 ? [] : [say`Tokens of ${few(removed)} are no longer accepted by RequestAuthentication ${nameOf2(change)}`]
  ];
}
__name(requests, "requests");
function action(spec) {
  return textAt(spec, "action") ?? "ALLOW";
}
__name(action, "action");
function target(spec) {
  return canonical([valueAt(spec, ["selector"]) ?? null, valueAt(spec, ["targetRefs"]) ?? valueAt(spec, ["targetRef"]) ?? null]);
}
__name(target, "target");
function mtlsMode(spec) {
  return textAt(spec, "mtls", "mode") ?? "UNSET";
}
__name(mtlsMode, "mtlsMode");
function issuers(spec) {
  return listAt(spec, "jwtRules").map((rule2) => textAt(rule2, "issuer") ?? "?");
}
__name(issuers, "issuers");

// src/report/words/services.ts
function serviceWords(edited, context2) {
  const services = edited.filter(({ id }) => id.group === "" && id.kind === "Service");
  const told = services.flatMap((change) => effectOf(change).map((effect) => ({ effect, change })));
  return groupBy(told, ({ effect, change }) => `${effect} ${change.clusters.join()}`).map((group3) => {
    const names4 = few(group3.map(({ change }) => `${change.id.namespace}/${change.id.name}`));
    const [effect, clusters] = [group3[0]?.effect ?? "", group3[0]?.change.clusters ?? []];
    const isOne = group3.length === 1;
    if (effect === "gone")
      return say`${words(isOne ? "The name of Service" : "The names of Services")} ${names4} no longer ${words(isOne ? "resolves" : "resolve")}${where(context2, clusters)}.`;
    const verb = words(`${isOne ? "is" : "are"} ${effect === "shared" ? "shared with" : "no longer shared with"}`);
    return say`${words(isOne ? "Service" : "Services")} ${names4}${where(context2, clusters)} ${verb} other clusters (${quoted(label2)}).`;
  });
}
__name(serviceWords, "serviceWords");
var label2 = "istio.io/global";
function effectOf({ kind, before: before2, after }) {
  if (kind === "delete") return ["gone"];
  const [was, now] = [before2, after].map((side) => textAt(side?.object ?? {}, "metadata", "labels", label2) === "true");
  if (was === now || kind !== "create" && kind !== "update" && kind !== "replace") return [];
  return now === true ? ["shared"] : ["private"];
}
__name(effectOf, "effectOf");

// src/report/words/routes.ts
function pairRoutes(before2, after) {
  const left = new Set(before2);
  const partners = /* @__PURE__ */ new Map();
  const keys2 = [
    canonical,
    entryName,
    (route) => canonical(valueAt(route, ["match"])),
    () => ""
  ];
  for (const key of keys2) {
    const waiting = after.filter((route) => !partners.has(route));
    const offers = groupedByKey([...left], key);
    for (const route of waiting) {
      const partner = offers.get(key(route) ?? "\0")?.shift();
      if (partner === void 0) continue;
      partners.set(route, partner);
      left.delete(partner);
    }
  }
  return [
    ...after.map((route) => ({ before: partners.get(route), after: route })),
    ...[...left].map((route) => ({ before: route, after: void 0 }))
  ];
}
__name(pairRoutes, "pairRoutes");
function groupedByKey(routes, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const route of routes) {
    const name2 = key(route);
    if (name2 !== void 0) groups.set(name2, [...groups.get(name2) ?? [], route]);
  }
  return groups;
}
__name(groupedByKey, "groupedByKey");
function destinations(route) {
  const redirect = valueAt(route, ["redirect"]);
  if (redirect !== void 0) return say`to a redirect (${shown2(redirect).slice(0, 60)})`;
  const direct = valueAt(route, ["directResponse"]);
  if (direct !== void 0) return say`to a fixed answer of the proxy (${shown2(valueAt(direct, ["status"]))})`;
  const targets = listAt(route, "route").filter(isObject);
  const weights = targets.map((target2) => typeof target2["weight"] === "number" ? target2["weight"] : 0);
  const total = weights.reduce((a, b) => a + b, 0);
  const names4 = targetNames(targets);
  if (targets.length === 0) return words("to no destination");
  if (targets.length === 1) return say`to ${names4[0] ?? ""}`;
  const parts3 = names4.map((name2, index) => ({ name: name2, share: share(weights[index] ?? 0, total) })).slice(0, 6);
  const rest = names4.length - parts3.length;
  const text4 = parts3.flatMap(({ name: name2, share: percent }, index) => {
    const between = index === 0 ? "" : index === parts3.length - 1 && rest === 0 ? " and " : ", ";
    return [...words(`${between}${percent}% to `), ...quoted(name2)];
  });
  return rest === 0 ? text4 : [...text4, ...words(` and ${number(rest)} more`)];
}
__name(destinations, "destinations");
function share(weight2, total) {
  return total === 0 ? "0" : String(Math.round(weight2 * 1e4 / total) / 100);
}
__name(share, "share");
function targetNames(targets) {
  const parts3 = targets.map((target2) => ({
    host: textAt(target2, "destination", "host") ?? "?",
    subset: textAt(target2, "destination", "subset")
  }));
  const oneHost = parts3.every((part2) => part2.host === parts3[0]?.host && part2.subset !== void 0);
  return parts3.map(({ host, subset }) => subset === void 0 ? host : oneHost ? subset : `${host} (${subset})`);
}
__name(targetNames, "targetNames");
function only(route) {
  return words(listAt(route, "route").length === 1 ? " only" : "");
}
__name(only, "only");
function condition(route) {
  const name2 = entryName(route ?? null);
  if (name2 !== void 0) return say` on route ${name2}`;
  const matches = listAt(route, "match").flatMap(matchTexts);
  if (matches.length === 0) return [];
  return [...words(" with "), ...few(matches)];
}
__name(condition, "condition");
function named(route) {
  const name2 = entryName(route ?? null);
  const matches = listAt(route, "match").flatMap(matchTexts);
  return [...name2 === void 0 ? [] : say` ${name2}`, ...matches.length === 0 ? [] : [...words(" with "), ...few(matches)]];
}
__name(named, "named");
function matchTexts(match) {
  if (!isObject(match)) return [];
  return Object.entries(match).map(([key, value]) => {
    if (key === "headers" && isObject(value)) {
      return Object.entries(value).map(([header, test]) => `header ${header} ${testText(test)}`).join(", ");
    }
    return `${key} ${testText(value)}`.trim();
  });
}
__name(matchTexts, "matchTexts");
function testText(test) {
  if (!isObject(test)) return isList(test) ? test.map(shown2).join(", ") : shown2(test);
  return Object.entries(test).map(([how, what2]) => `${how} ${shown2(what2)}`).join(", ");
}
__name(testText, "testText");
var settings = [
  ["retries", "retries"],
  ["fault", "fault injection"],
  ["mirror", "mirroring"],
  ["mirrors", "mirroring"],
  ["rewrite", "rewriting"],
  ["headers", "header changes"],
  ["corsPolicy", "the CORS policy"],
  ["delegate", "the delegate"]
];
function routeChanges({ before: before2, after }) {
  if (before2 === after) return [];
  if (before2 === void 0) return [say`get a further route${named(after)}, which goes ${destinations(after)}`];
  if (after === void 0) return [say`lose the route${named(before2)}, which went ${destinations(before2)}`];
  const parts3 = [];
  const [was, now] = [destinations(before2), destinations(after)];
  if (JSON.stringify(was) !== JSON.stringify(now)) parts3.push(say`go ${now}${only(after)} (was ${was}${only(before2)})`);
  const [oldTime, newTime] = [textAt(before2, "timeout"), textAt(after, "timeout")];
  if (oldTime !== newTime) parts3.push(timeout(oldTime, newTime));
  for (const [key, noun] of settings) parts3.push(...setting(noun, valueAt(before2, [key]), valueAt(after, [key])));
  const told = parts3.map((part2) => [...part2, ...condition(after)]);
  if (canonical(valueAt(before2, ["match"])) === canonical(valueAt(after, ["match"]))) return told;
  return [...told, say`take this route${matched(after)} (was${matched(before2)})`];
}
__name(routeChanges, "routeChanges");
function matched(route) {
  const text4 = condition({ match: objectAt(route)["match"] ?? [] });
  return text4.length === 0 ? words(" always") : text4;
}
__name(matched, "matched");
function timeout(before2, after) {
  if (after === void 0) return say`have no timeout of their own any more (was ${before2 ?? ""})`;
  return before2 === void 0 ? say`time out after ${after} (was unset)` : say`time out after ${after} (was ${before2})`;
}
__name(timeout, "timeout");
function setting(noun, before2, after) {
  if (canonical(before2) === canonical(after)) return [];
  if (noun === "retries") return [retries(before2, after)];
  if (after === void 0) return [words(`lose ${noun}`)];
  return [words(before2 === void 0 ? `get ${noun}` : `get other settings for ${noun}`)];
}
__name(setting, "setting");
function retries(before2, after) {
  if (after === void 0) return words("have no retry policy of their own any more");
  if (attempts2(before2) === attempts2(after)) return words("are retried under other conditions");
  return say`are retried up to ${attempts2(after)} times (was ${attempts2(before2)})`;
}
__name(retries, "retries");
function attempts2(value) {
  return shown2(valueAt(value, ["attempts"]));
}
__name(attempts2, "attempts");

// src/report/words/traffic.ts
function trafficWords(change, context2) {
  const speak = change.id.group === "networking.istio.io" ? speakers2[change.id.kind] : change.id.kind === "HTTPRoute" ? httpRoute : void 0;
  const ends = speak?.(change, context2) ?? [];
  return [
    ...change.id.kind === "VirtualService" ? commonRoutes(change, context2) : [],
    ...ends.map((end) => [...end, ...where(context2, change.clusters), ...words(".")])
  ];
}
__name(trafficWords, "trafficWords");
function commonRoutes(change, context2) {
  const siblings = updatesOf(change, context2);
  const common = commonParts(siblings);
  if (siblings[0] !== change || common.length === 0) return [];
  const clusters = distinct(siblings.flatMap((each) => each.clusters));
  return [say`Requests to ${few(texts(listAt(specs(change).after, "hosts")))} ${sentence2(common)}${where(context2, clusters)}.`];
}
__name(commonRoutes, "commonRoutes");
function updatesOf({ id }, { study: study2 }) {
  return study2.changes.changes.filter((each) => each.kind === "update" && idKey(each.id) === idKey(id));
}
__name(updatesOf, "updatesOf");
function commonParts(siblings) {
  const [first2, ...others3] = siblings.map(routeParts);
  if (first2 === void 0 || others3.length === 0) return [];
  return first2.filter((part2) => others3.every((parts3) => parts3.some((each) => JSON.stringify(each) === JSON.stringify(part2))));
}
__name(commonParts, "commonParts");
function routeParts(change) {
  const { before: before2, after } = specs(change);
  return ["http", "tls", "tcp"].flatMap((protocol) => pairRoutes(listAt(before2, protocol), listAt(after, protocol)).flatMap(routeChanges));
}
__name(routeParts, "routeParts");
var speakers2 = {
  VirtualService: virtualService2,
  DestinationRule: destinationRule2,
  Gateway: gateway2,
  ServiceEntry: serviceEntry
};
function virtualService2(change, context2) {
  const { before: before2, after } = specs(change);
  const hosts = few(texts(listAt(change.after === void 0 ? before2 : after, "hosts")));
  if (change.kind === "create")
    return [say`Requests to ${hosts} get routes of their own, ${firstRoutes(after)}, by VirtualService ${nameOf2(change)}`];
  if (change.kind === "delete") return [say`Requests to ${hosts} lose their routes: VirtualService ${nameOf2(change)} is deleted`];
  const common = new Set((change.kind === "update" ? commonParts(updatesOf(change, context2)) : []).map((part2) => JSON.stringify(part2)));
  const parts3 = routeParts(change).filter((part2) => !common.has(JSON.stringify(part2)));
  const host = gained(texts(listAt(before2, "hosts")), texts(listAt(after, "hosts")));
  return [
    ...parts3.length === 0 ? [] : [say`Requests to ${hosts} ${sentence2(parts3)}`],
    ...host.added.length === 0 ? [] : [say`VirtualService ${nameOf2(change)} now also routes ${few(host.added)}`],
    ...host.removed.length === 0 ? [] : [say`VirtualService ${nameOf2(change)} no longer routes ${few(host.removed)}`],
    ...listChange(change, "gateways", "is bound to gateways"),
    ...listChange(change, "exportTo", "is visible in namespaces")
  ];
}
__name(virtualService2, "virtualService");
function sentence2(parts3) {
  const said = join(parts3.slice(0, 3), "; ");
  return parts3.length <= 3 ? said : [...said, ...words(`; and ${parts3.length - 3} more changes of its routes`)];
}
__name(sentence2, "sentence");
function firstRoutes(spec) {
  const routes = listAt(spec, "http");
  const [first2] = routes;
  if (first2 === void 0) return words("by connection");
  const rest = routes.length - 1;
  const delegate = textAt(first2, "delegate", "name");
  if (delegate !== void 0)
    return say`which VirtualService ${delegate} gives${condition(first2)}${words(rest === 0 ? "" : ` and ${rest} more`)}`;
  return [...destinations(first2), ...condition(first2), ...words(rest === 0 ? "" : ` and ${rest} more`)];
}
__name(firstRoutes, "firstRoutes");
function listChange(change, key, verb) {
  const { before: before2, after } = specs(change);
  const [was, now] = [texts(listAt(before2, key)), texts(listAt(after, key))];
  if (canonical(was) === canonical(now)) return [];
  return [say`${words(change.id.kind)} ${nameOf2(change)} ${words(verb)} ${fewOrUnset(now)} (was ${fewOrUnset(was)})`];
}
__name(listChange, "listChange");
var policies = [
  ["outlierDetection", "when a failing endpoint is ejected"],
  ["connectionPool", "how many connections and requests may be open"],
  ["loadBalancer", "how endpoints are chosen"],
  ["portLevelSettings", "settings of single ports"]
];
function destinationRule2(change) {
  const { before: before2, after } = specs(change);
  const host = quoted(textAt(change.after === void 0 ? before2 : after, "host") ?? "?");
  if (change.kind === "create") {
    const names4 = subsetNames(after);
    return [
      say`Connections to ${host} get a policy${names4.length === 0 ? [] : say` with subsets ${few(names4)}`}, by DestinationRule ${nameOf2(change)}`
    ];
  }
  if (change.kind === "delete")
    return [say`Connections to ${host} lose their policy and subsets: DestinationRule ${nameOf2(change)} is deleted`];
  const { added, removed } = gained(subsetNames(before2), subsetNames(after));
  return [
    ...added.length === 0 ? [] : [say`${host} gets ${subsetWord(added)} ${few(added)}`],
    ...removed.length === 0 ? [] : [say`${host} loses ${subsetWord(removed)} ${few(removed)}`],
    ...tlsMode(host, before2, after),
    ...subsetLabels(host, before2, after),
    ...policies.flatMap(([key, noun]) => policyChange(host, noun, key, before2, after))
  ];
}
__name(destinationRule2, "destinationRule");
function subsetWord(names4) {
  return words(names4.length === 1 ? "subset" : "subsets");
}
__name(subsetWord, "subsetWord");
function tlsMode(host, before2, after) {
  return tlsModeOf(before2) === tlsModeOf(after) ? [] : [say`Clients talk to ${host} with TLS mode ${tlsModeOf(after)} (was ${tlsModeOf(before2)})`];
}
__name(tlsMode, "tlsMode");
function subsetLabels(host, before2, after) {
  const [was, now] = [labelsOf(before2), labelsOf(after)];
  const moved = [...now].filter(([name2, text4]) => was.has(name2) && was.get(name2) !== text4).map(([name2]) => name2);
  return moved.length === 0 ? [] : [say`${subsetWord(moved)} ${few(moved)} of ${host} ${words(moved.length === 1 ? "selects" : "select")} other pods`];
}
__name(subsetLabels, "subsetLabels");
function policyChange(host, noun, key, before2, after) {
  const [was, now] = [valueAt(before2, ["trafficPolicy", key]), valueAt(after, ["trafficPolicy", key])];
  if (canonical(was) === canonical(now)) return [];
  if (key === "loadBalancer" && canonical(objectAt(was)["localityLbSetting"]) !== canonical(objectAt(now)["localityLbSetting"])) {
    return [say`For ${host} the preference for near endpoints and the failover between regions change`];
  }
  const how = was === void 0 ? "is set" : now === void 0 ? "is no longer set" : "changes";
  return [say`For ${host} it ${words(how)} ${words(noun)}`];
}
__name(policyChange, "policyChange");
function gateway2(change) {
  const { before: before2, after } = specs(change);
  const { added, removed } = gained(doors(before2), doors(after));
  return [
    ...added.length === 0 ? [] : [say`Gateway ${nameOf2(change)} opens ${few(distinct(added))}`],
    ...removed.length === 0 ? [] : [say`Gateway ${nameOf2(change)} closes ${few(distinct(removed))}`],
    ...gatewayTls(change)
  ];
}
__name(gateway2, "gateway");
function serverTexts(server) {
  const port2 = `${shown2(valueAt(server, ["port", "number"]))}/${shown2(valueAt(server, ["port", "protocol"]))}`;
  return texts(listAt(server, "hosts")).map((host) => `${host}:${port2}`);
}
__name(serverTexts, "serverTexts");
function gatewayTls(change) {
  if (change.kind !== "update") return [];
  const { before: before2, after } = specs(change);
  const was = tlsByPort(before2);
  return [...tlsByPort(after)].flatMap(([port2, tls]) => {
    const old = was.get(port2);
    if (old === void 0 || canonical(old) === canonical(tls)) return [];
    return [say`Gateway ${nameOf2(change)} serves port ${port2} with ${tlsText(tls)} (was ${tlsText(old)})`];
  });
}
__name(gatewayTls, "gatewayTls");
function tlsText(tls) {
  if (tls === null) return words("no TLS");
  const credential = textAt(tls, "credentialName");
  const mode = say`TLS mode ${textAt(tls, "mode") ?? "unset"}`;
  const lowest = textAt(tls, "minProtocolVersion");
  return [
    ...mode,
    ...credential === void 0 ? [] : say` and certificate ${credential}`,
    ...lowest === void 0 ? [] : say` from ${lowest} up`
  ];
}
__name(tlsText, "tlsText");
function serviceEntry(change) {
  const { before: before2, after } = specs(change);
  const hosts = { was: texts(listAt(before2, "hosts")), now: texts(listAt(after, "hosts")) };
  const { added, removed } = gained(hosts.was, hosts.now);
  const moved = change.kind === "update" && endpoints(before2) !== endpoints(after);
  return [
    ...added.length === 0 ? [] : [say`The mesh learns ${few(added)} by ServiceEntry ${nameOf2(change)}`],
    ...removed.length === 0 ? [] : [say`The mesh forgets ${few(removed)} of ServiceEntry ${nameOf2(change)}`],
    ...moved ? [say`${few(hosts.now)} is reached at other endpoints`] : []
  ];
}
__name(serviceEntry, "serviceEntry");
function httpRoute(change) {
  const { before: before2, after } = specs(change);
  const hosts = texts(listAt(change.after === void 0 ? before2 : after, "hostnames"));
  const subject = hosts.length === 0 ? say`HTTPRoute ${nameOf2(change)}` : few(hosts);
  if (change.kind === "create")
    return [say`Requests to ${subject} get ${listAt(after, "rules").length} routing rules of HTTPRoute ${nameOf2(change)}`];
  if (change.kind === "delete") return [say`Requests to ${subject} lose the rules of HTTPRoute ${nameOf2(change)}: it is deleted`];
  const [was, now] = [before2, after].map((spec) => canonical(valueAt(spec, ["rules"])));
  return was === now ? [] : [say`Requests to ${subject} follow other rules of HTTPRoute ${nameOf2(change)}`];
}
__name(httpRoute, "httpRoute");
function fewOrUnset(list3) {
  return list3.length === 0 ? words("unset") : few(list3);
}
__name(fewOrUnset, "fewOrUnset");
function subsetNames(spec) {
  return listAt(spec, "subsets").map((subset) => entryName(subset) ?? "?");
}
__name(subsetNames, "subsetNames");
function tlsModeOf(spec) {
  return textAt(spec, "trafficPolicy", "tls", "mode") ?? "unset";
}
__name(tlsModeOf, "tlsModeOf");
function labelsOf(spec) {
  return new Map(listAt(spec, "subsets").map((subset) => [entryName(subset) ?? "?", canonical(valueAt(subset, ["labels"]))]));
}
__name(labelsOf, "labelsOf");
function doors(spec) {
  return listAt(spec, "servers").flatMap(serverTexts);
}
__name(doors, "doors");
function tlsByPort(spec) {
  return new Map(listAt(spec, "servers").map((server) => [shown2(valueAt(server, ["port", "number"])), valueAt(server, ["tls"]) ?? null]));
}
__name(tlsByPort, "tlsByPort");
function endpoints(spec) {
  return canonical([listAt(spec, "endpoints"), shown2(valueAt(spec, ["resolution"]))]);
}
__name(endpoints, "endpoints");

// src/report/words/trust.ts
function trustWords(context2) {
  return [...certificateWords(context2), ...domainWords(context2), ...rotationWords(context2)];
}
__name(trustWords, "trustWords");
function certificateWords(context2) {
  const rows = certificatesOf(context2.study.changes);
  const groups = groupBy(rows, ({ before: before2, after }) => `${what(before2, after)}
${(after ?? before2)?.subject}`);
  const said = groups.slice(0, most3).map((group3) => {
    const [first2] = group3;
    const facts = first2?.after ?? first2?.before;
    const verb = what(first2?.before, first2?.after);
    const noun = facts?.isCa === true ? "CA certificate" : "certificate";
    const clusters = distinct(group3.flatMap((row) => row.clusters));
    const until = first2?.after === void 0 ? [] : say`, valid to ${first2.after.notAfter.slice(0, 10)}`;
    return say`The ${words(noun)} ${facts?.subject ?? "?"} ${words(verb)}${where(context2, clusters)}${until}.`;
  });
  const rest = groups.length - said.length;
  return rest === 0 ? said : [...said, words(`${counted(rest, "more certificate")} ${rest === 1 ? "changes" : "change"}.`)];
}
__name(certificateWords, "certificateWords");
var most3 = 4;
function what(before2, after) {
  if (before2 === void 0) return "is new";
  if (after === void 0) return "is removed";
  if (before2.subject !== after.subject) return `takes the place of another`;
  return before2.keyFingerprint === after.keyFingerprint ? "is renewed with the same key" : "is replaced and has a new key";
}
__name(what, "what");
function domainWords({ head, base }) {
  if (head === void 0 || base === void 0) return [];
  const aliases = gained(base.trust.aliases, head.trust.aliases);
  return [
    ...head.trust.domain === base.trust.domain ? [] : [say`The trust domain becomes ${head.trust.domain} (was ${base.trust.domain}): every identity changes its name.`],
    ...aliases.added.length === 0 ? [] : [say`Identities of ${few(aliases.added)} are accepted as ours.`],
    ...aliases.removed.length === 0 ? [] : [say`Identities of ${few(aliases.removed)} are no longer accepted as ours.`]
  ];
}
__name(domainWords, "domainWords");
function rotationWords({ head, base }) {
  const [now, was] = [head?.trust.rotation, base?.trust.rotation];
  if (head === void 0 || base === void 0 || JSON.stringify(now) === JSON.stringify(was)) return [];
  if (now === void 0) return [say`The rotation to root ${was?.to ?? "?"} is over.`];
  return [say`The rotation to root ${now.to} enters phase ${now.phase}${was === void 0 ? [] : say` (was ${was.phase})`}.`];
}
__name(rotationWords, "rotationWords");

// src/report/words/versions.ts
function versionWords(context2) {
  return [...revisionWords(context2), ...meshWords(context2), ...valueWords(context2)];
}
__name(versionWords, "versionWords");
function revisionWords(context2) {
  const { head, base } = context2;
  const kept2 = (head?.clusters ?? []).flatMap((after) => {
    const before2 = base?.clusters.find((cluster) => cluster.name === after.name);
    return before2 === void 0 ? [] : revisionChanges(before2, after).map((said) => ({ said, cluster: after.name }));
  });
  const told = groupBy(kept2, ({ said }) => JSON.stringify(said)).map((group3) => [
    ...group3[0]?.said ?? [],
    ...where(
      context2,
      group3.map(({ cluster }) => cluster)
    ),
    ...words(".")
  ]);
  return movesVersion(context2) ? [...told, words("Sidecars and gateways keep their old proxy until they restart.")] : told;
}
__name(revisionWords, "revisionWords");
function movesVersion({ head, base }) {
  return (head?.clusters ?? []).some((after) => {
    const before2 = base?.clusters.find((cluster) => cluster.name === after.name)?.istio.revisions ?? [];
    return after.istio.revisions.some(({ name: name2, version }) => before2.some((old) => old.name === name2 && old.version !== version));
  });
}
__name(movesVersion, "movesVersion");
function revisionChanges(before2, after) {
  const was = new Map(before2.istio.revisions.map((revision) => [revision.name, revision]));
  const now = new Map(after.istio.revisions.map((revision) => [revision.name, revision]));
  return [
    ...[...now].flatMap(([name2, { version, tags }]) => {
      const old = was.get(name2);
      if (old === void 0) return [say`${revisionName(name2)} ${version} is installed beside what runs`];
      const moved = old.version === version ? [] : [say`${revisionName(name2)} goes from ${old.version} to ${version}`];
      const { added } = gained(old.tags, tags);
      return added.length === 0 ? moved : [
        ...moved,
        say`${words(added.length === 1 ? "Tag" : "Tags")} ${few(added)} now ${words(added.length === 1 ? "points" : "point")} to revision ${name2}`
      ];
    }),
    ...[...was].filter(([name2]) => !now.has(name2)).map(([name2, { version }]) => say`${revisionName(name2)} ${version} is removed`)
  ];
}
__name(revisionChanges, "revisionChanges");
function meshWords({ head, base }) {
  if (head === void 0 || base === void 0) return [];
  const facts = [
    ["The deployment model", base.topology, head.topology],
    ["The data plane", base.dataPlane, head.dataPlane],
    ["The mesh id", base.meshId, head.meshId],
    ["The image registry", base.istio.images.hub ?? "unset", head.istio.images.hub ?? "unset"],
    ["The Gateway API version", base.istio.gatewayApi.version ?? "unset", head.istio.gatewayApi.version ?? "unset"]
  ];
  return facts.filter(([, was, now]) => was !== now).map(([noun, was, now]) => say`${words(noun)} becomes ${now} (was ${was}).`);
}
__name(meshWords, "meshWords");
function valueWords(context2) {
  const caused = context2.study.changes.changes.filter((change) => change.cause?.kind === "values");
  const said = groupBy(caused, (change) => JSON.stringify(change.cause)).flatMap((group3) => valueSentence(group3, context2));
  if (caused.length > 0 || context2.head === void 0 || context2.base === void 0) return said;
  const [now, was] = [context2.head.istio.values, context2.base.istio.values];
  const charts = distinct([...Object.keys(now), ...Object.keys(was)]).filter((chart) => canonical(now[chart]) !== canonical(was[chart]));
  return charts.length === 0 ? [] : [say`Helm values of ${few(charts)} change.`];
}
__name(valueWords, "valueWords");
function valueSentence(group3, context2) {
  const found = group3[0]?.cause;
  if (found?.kind !== "values") return [];
  const cause = { ...found, keys: found.keys.filter((key) => key !== "global.tag" || !movesVersion(context2)) };
  if (cause.keys.length === 0) return [];
  const clusters = distinct(group3.flatMap((change) => change.clusters));
  const objects3 = words(` and ${cause.keys.length === 1 ? "changes" : "change"} ${counted(group3.length, "object")}`);
  const [single2] = cause.keys;
  const moved = cause.keys.length === 1 && single2 !== void 0 ? valuesOf(cause.chart, single2, clusters, context2) : void 0;
  if (moved !== void 0)
    return [say`Helm value ${single2 ?? ""} of ${cause.chart} goes from ${moved.was} to ${moved.now}${where(context2, clusters)}${objects3}.`];
  const verb = words(cause.keys.length === 1 ? "is set differently" : "are set differently");
  return [
    say`Helm ${words(cause.keys.length === 1 ? "value" : "values")} ${few(cause.keys)} of ${cause.chart} ${verb}${where(context2, clusters)}${objects3}.`
  ];
}
__name(valueSentence, "valueSentence");
function valuesOf(chart, key, clusters, { head, base }) {
  const side = /* @__PURE__ */ __name((mesh) => {
    const found = clusters.map(
      (name2) => valueAt(mesh?.clusters.find((cluster) => cluster.name === name2)?.istio.values[chart], key.split("."))
    );
    const [first2] = found;
    const isScalar = typeof first2 === "string" || typeof first2 === "number" || typeof first2 === "boolean";
    return isScalar && found.every((each) => each === first2) && shown2(first2).length <= 60 ? shown2(first2) : void 0;
  }, "side");
  const [was, now] = [side(base), side(head)];
  return was === void 0 || now === void 0 || was === now ? void 0 : { was, now };
}
__name(valuesOf, "valuesOf");
function revisionName(name2) {
  return name2 === "default" ? words("Istio") : say`Istio revision ${name2}`;
}
__name(revisionName, "revisionName");

// src/report/words/index.ts
var most4 = 8;
function wordsOf(study2, kept2) {
  const all = distinct([...study2.head.mesh?.clusters ?? [], ...study2.base?.mesh?.clusters ?? []].map((cluster) => cluster.name));
  const context2 = { study: study2, head: study2.head.mesh, base: study2.base?.mesh, all, kept: kept2 };
  const edited = study2.changes.changes.filter(isEdit);
  return [
    ...limited([], edited.filter(isSecurity), (change) => securityWords(change, context2)),
    ...limited(
      lostRoutes(edited, context2),
      edited.filter((change) => isTraffic(change) && !isLostRoute(change)),
      (change) => trafficWords(change, context2)
    ),
    ...serviceWords(edited, context2),
    ...trustWords(context2),
    ...clusterWords(context2),
    ...versionWords(context2),
    ...lossWords(context2),
    ...keptWords(context2),
    ...totalWords(context2)
  ].map(masked);
}
__name(wordsOf, "wordsOf");
function isEdit(change) {
  return change.kind !== "unknown" && change.cause?.kind !== "cluster-added" && change.cause?.kind !== "cluster-removed";
}
__name(isEdit, "isEdit");
function limited(first2, changes2, speak) {
  const said = [...first2];
  for (const [index, change] of changes2.entries()) {
    if (said.length >= most4 && index < changes2.length - 1) return [...said, leftToDiffs(changes2, index)];
    said.push(...speak(change));
  }
  return said;
}
__name(limited, "limited");
function leftToDiffs(changes2, from) {
  const told = new Set(changes2.slice(0, from).map((change) => idKey(change.id)));
  const rest = distinct(changes2.slice(from).map((change) => idKey(change.id))).filter((key) => !told.has(key));
  const text4 = rest.length === 0 ? "Some of these objects change differently in other clusters" : `${counted(rest.length, "more object of these kinds changes", "more objects of these kinds change")}`;
  return words(`${text4}: see the diffs.`);
}
__name(leftToDiffs, "leftToDiffs");
function isSecurity({ id }) {
  return id.group === "security.istio.io";
}
__name(isSecurity, "isSecurity");
function isTraffic({ id }) {
  return id.group === "networking.istio.io" || id.kind === "HTTPRoute";
}
__name(isTraffic, "isTraffic");
function isLostRoute(change) {
  return change.kind === "delete" && change.id.group === "networking.istio.io" && change.id.kind === "VirtualService";
}
__name(isLostRoute, "isLostRoute");
function lostRoutes(edited, context2) {
  const lost = edited.filter(isLostRoute);
  const perCluster2 = groupBy(lost, (change) => change.clusters.join());
  const groups = perCluster2.length <= 3 ? perCluster2 : [lost];
  return groups.flatMap((group3) => {
    const [first2] = group3;
    if (first2 === void 0 || group3.length === 1) return group3.flatMap((change) => trafficWords(change, context2));
    const hosts = distinct(group3.flatMap((change) => texts(listAt(specs(change).before, "hosts"))));
    return [
      say`Requests to ${few(hosts)} lose their routes: ${group3.length} VirtualServices are deleted${where(context2, distinct(group3.flatMap((change) => change.clusters)))}.`
    ];
  });
}
__name(lostRoutes, "lostRoutes");
function lossWords(context2) {
  const lost = context2.study.changes.changes.filter((change) => change.kind === "delete");
  const replaced2 = context2.study.changes.changes.filter((change) => change.kind === "replace");
  return [...lossWord(lost, "deleted", context2), ...lossWord(replaced2, "deleted and created again", context2)];
}
__name(lossWords, "lossWords");
function lossWord(changes2, verb, context2) {
  const names4 = distinct(changes2.map((change) => idText(change.id)));
  if (names4.length === 0) return [];
  const clusters = distinct(changes2.flatMap((change) => change.clusters));
  const are = names4.length === 1 ? "is" : "are";
  return [say`${strong(`${counted(names4.length, "object")} ${are} ${verb}`)}${where(context2, clusters)}.`];
}
__name(lossWord, "lossWord");
function totalWords({ study: study2, kept: kept2 }) {
  const told = [...study2.changes.changes, ...kept2];
  if (told.length === 0) return [];
  const clusters = distinct(told.flatMap((change) => change.clusters)).length;
  return [words(`In all: ${countsText(totalsOf(told), "object")}, in ${counted(clusters, "cluster")}.`)];
}
__name(totalWords, "totalWords");
function keptWords(context2) {
  const names4 = distinct(context2.kept.map((change) => idText(change.id)));
  if (names4.length === 0) return [];
  const clusters = distinct(context2.kept.flatMap((change) => change.clusters));
  const are = names4.length === 1 ? "is" : "are";
  return [
    say`${words(`${counted(names4.length, "object")} ${are} kept`)}${where(context2, clusters)}, though nothing asks for ${words(names4.length === 1 ? "it" : "them")} any more: Isthmus never deletes definitions, namespaces, CA material and reader accounts.`
  ];
}
__name(keptWords, "keptWords");
function masked(sentence3) {
  return sentence3.map((span) => ({ ...span, text: maskedText(span.text) }));
}
__name(masked, "masked");

// src/report/checks.ts
var limit = 65535;
var batch = 50;
var mostClusters = 50;
function checkRuns(report2, options = {}) {
  const most6 = options.clusters ?? mostClusters;
  const shown3 = report2.clusters.length <= most6 ? report2.clusters : [...report2.clusters].sort(byBusiness).slice(0, most6).sort(byName2);
  return [meshRun(report2, options), ...shown3.map((row) => clusterRun(report2, row, options))];
}
__name(checkRuns, "checkRuns");
function byBusiness(a, b) {
  return b.findings.error - a.findings.error || Number(b.isUnknown) - Number(a.isUnknown) || objects2(b) - objects2(a) || byName2(a, b);
}
__name(byBusiness, "byBusiness");
function byName2(a, b) {
  return compare2(a.name, b.name);
}
__name(byName2, "byName");
function meshRun(report2, options) {
  const shown3 = { ...report2, blocks: [], topology: void 0 };
  return {
    name: "isthmus / plan",
    cluster: void 0,
    conclusion: conclusionOf(report2.verdict === "errors" || report2.problems.length > 0, report2.verdict === "unknown"),
    title: titleOf2(report2),
    summary: document({ ...shown3, plan: { ...report2.plan, steps: [] } }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options)
    }),
    text: document({ ...report2, findings: [], certificates: [], deletions: [], words: [] }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options)
    }),
    annotations: batches(report2.findings.flatMap(annotation))
  };
}
__name(meshRun, "meshRun");
function clusterRun(report2, row, options) {
  const own = ofCluster(report2, row);
  const title2 = clusterTitle(row);
  return {
    name: `isthmus / plan (${shortened(visible(row.name), 80)})`,
    cluster: row.name,
    conclusion: conclusionOf(row.findings.error > 0, row.isUnknown),
    title: title2,
    summary: document({ ...own, blocks: [], plan: { ...own.plan, steps: [] } }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options)
    }),
    text: document({ ...own, findings: [], certificates: [], deletions: [] }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options)
    }),
    annotations: []
  };
}
__name(clusterRun, "clusterRun");
function ofCluster(report2, row) {
  const isHere = /* @__PURE__ */ __name(({ clusters }) => clusters.includes(row.name), "isHere");
  const isHereOrEverywhere = /* @__PURE__ */ __name((each) => each.clusters.length === 0 || isHere(each), "isHereOrEverywhere");
  const only2 = [row.name];
  const steps = report2.plan.steps.filter(isHere);
  return {
    ...report2,
    verdict: row.findings.error > 0 ? "errors" : row.isUnknown ? "unknown" : objects2(row) === 0 ? "nothing" : "changes",
    clusters: [row],
    words: [],
    topology: void 0,
    governs: [],
    blocks: report2.blocks.filter(isHere),
    deletions: report2.deletions.filter(isHere).map((deletion) => ({ ...deletion, clusters: only2 })),
    certificates: report2.certificates.filter(isHere).map((certificate2) => ({ ...certificate2, clusters: only2 })),
    unknowns: report2.unknowns.filter(isHereOrEverywhere),
    findings: report2.findings.filter(isHere),
    hiddenSteps: report2.hiddenSteps + report2.plan.steps.length - steps.length,
    plan: { ...report2.plan, steps, guards: report2.plan.guards.filter(isHereOrEverywhere) }
  };
}
__name(ofCluster, "ofCluster");
function objects2(row) {
  return stages.reduce((total, stage) => total + sum(row.stages[stage]), 0);
}
__name(objects2, "objects");
function conclusionOf(fails, isUnknown) {
  return fails ? "failure" : isUnknown ? "neutral" : "success";
}
__name(conclusionOf, "conclusionOf");
function titleOf2(report2) {
  const { totals } = report2;
  const what2 = countsText(totals) === "" ? "No change" : `${countsText(totals, "object")} in ${counted(totals.clusters, "cluster")}`;
  const open2 = openText(report2);
  const unknown3 = report2.verdict === "unknown" || report2.problems.length > 0 ? ["partly unknown"] : [];
  return [...report2.verdict === "unknown" && totals.objects === 0 ? [] : [what2], ...unknown3, ...open2 === "" ? [] : [open2]].join(" \xB7 ");
}
__name(titleOf2, "titleOf");
function clusterTitle(row) {
  const count = objects2(row);
  const all = stages.map((stage) => row.stages[stage]).reduce(plus, none);
  const what2 = count > 0 ? countsText(all, "object") : row.isUnknown ? "Unknown" : "No change";
  const found = [
    row.findings.error > 0 ? counted(row.findings.error, "error") : "",
    row.findings.warning > 0 ? counted(row.findings.warning, "warning") : ""
  ];
  return [what2, ...row.isUnknown && count > 0 ? ["partly unknown"] : [], ...found.filter((part2) => part2 !== "")].join(" \xB7 ");
}
__name(clusterTitle, "clusterTitle");
function styleOf(options) {
  return { folds: false, lines: 400, showsChartObjects: true, files: options.files, rules: options.rules };
}
__name(styleOf, "styleOf");
function elsewhere(options) {
  return (options.elsewhere ?? []).map(({ name: name2, url }) => url === void 0 ? code(name2) : `[${code(name2)}](${url})`);
}
__name(elsewhere, "elsewhere");
var levels2 = { error: "failure", warning: "warning", info: "notice" };
function annotation(finding2) {
  const { source, severity, rule: rule2, message, remedy, clusters, accepted } = finding2;
  if (source === void 0 || accepted !== void 0) return [];
  const where2 = clusters.length === 0 ? "" : ` (${clusters.slice(0, 5).join(", ")}${clusters.length > 5 ? ` and ${clusters.length - 5} more` : ""})`;
  return [
    {
      path: source.file,
      start_line: source.line,
      end_line: source.line,
      start_column: source.column,
      end_column: source.column,
      annotation_level: levels2[severity],
      title: shortened(visible(`${rule2}${where2}`), 255),
      message: shortened(`${visible(message)}
${visible(remedy)}`, 4e3)
    }
  ];
}
__name(annotation, "annotation");
function batches(annotations) {
  const count = Math.ceil(annotations.length / batch);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * batch, (index + 1) * batch));
}
__name(batches, "batches");

// src/report/summary.ts
var limit2 = 1e3 * 1024;
function summary(report2, options = {}) {
  const style = { folds: false, lines: 2e3, showsChartObjects: true, files: options.files, rules: options.rules };
  const elsewhere2 = (options.elsewhere ?? []).map(({ name: name2, url }) => url === void 0 ? name2 : `[${name2}](${url})`);
  return document(report2, style, { start: "", limit: limit2, measure: bytes, elsewhere: elsewhere2 });
}
__name(summary, "summary");
function bytes(text4) {
  let count = 0;
  for (let index = 0; index < text4.length; index += 1) {
    const unit = text4.charCodeAt(index);
    count += unit < 128 ? 1 : unit < 2048 ? 2 : unit >= 55296 && unit < 57344 ? 2 : 3;
  }
  return count;
}
__name(bytes, "bytes");

// src/report/index.ts
function report(whole) {
  const { study: study2, kept: kept2 } = apart(narrowed(whole));
  const told = [...study2.changes.changes, ...kept2];
  const clusters = clusterRows(study2, told);
  const unknowns2 = unknownsOf(study2);
  const problems = study2.problems.map(({ code: code2, message, remedy }) => ({ code: code2, summary: message, remedy }));
  const all = whole.head.mesh?.clusters.length ?? 0;
  return {
    mesh: study2.head.mesh && { name: study2.head.mesh.name, topology: study2.head.mesh.topology, dataPlane: study2.head.mesh.dataPlane },
    head: sideOf(study2.request.head, study2.head.tree.commit),
    base: study2.request.base && sideOf(study2.request.base, study2.base?.tree.commit),
    verdict: verdictOf(study2, told.length > 0, unknowns2.length > 0),
    clusters,
    restrictedFrom: study2.request.clusters.length === 0 ? void 0 : all,
    words: wordsOf(study2, kept2),
    blocks: blocksOf(told),
    deletions: deletionsOf(study2.changes),
    certificates: certificatesOf(study2.changes),
    unknowns: unknowns2,
    findings: study2.findings.map((finding2) => ({ ...finding2, message: maskedText(finding2.message), remedy: maskedText(finding2.remedy) })),
    problems,
    topology: topologyOf(study2),
    plan: study2.plan,
    hiddenSteps: whole.plan.steps.length - study2.plan.steps.length,
    rendered: {
      engine: study2.desired.engine,
      charts: study2.desired.charts.map(({ name: name2, version, origin: origin2 }) => ({ name: name2, version, origin: origin2 }))
    },
    governs: governsOf(study2),
    totals: totalsOf(told),
    normalised: study2.changes.normalised
  };
}
__name(report, "report");
function verdictOf(study2, hasChanges, hasUnknowns) {
  if (study2.findings.some((finding2) => finding2.severity === "error" && finding2.accepted === void 0)) return "errors";
  if (hasUnknowns || study2.problems.length > 0) return "unknown";
  return hasChanges ? "changes" : "nothing";
}
__name(verdictOf, "verdictOf");
function sideOf(ref, commit) {
  switch (ref.kind) {
    case "commit":
      return { name: commit === void 0 ? ref.revision : commit.slice(0, 7), commit: commit ?? ref.revision };
    case "folder":
      return { name: ref.folder, commit };
    case "files":
      return { name: ref.files.length === 1 ? ref.files[0] ?? "" : `${ref.files.length} files`, commit };
  }
}
__name(sideOf, "sideOf");

// src/catalog/immutable.gen.ts
var immutableFields = [
  { "objects": ["apps/Deployment", "apps/DaemonSet", "apps/ReplicaSet"], "paths": ["spec.selector"], "when": "always" },
  { "objects": ["apps/StatefulSet"], "paths": ["spec.selector", "spec.serviceName", "spec.podManagementPolicy", "spec.volumeClaimTemplates"], "when": "always" },
  { "objects": ["batch/Job"], "paths": ["spec.selector", "spec.template", "spec.completionMode"], "when": "always" },
  { "objects": ["Service"], "paths": ["spec.clusterIP"], "when": "set" },
  { "objects": ["Secret"], "paths": ["type"], "when": "always" },
  { "objects": ["Secret", "ConfigMap"], "paths": ["data", "binaryData", "stringData", "immutable"], "when": "frozen" },
  { "objects": ["PersistentVolumeClaim"], "paths": ["spec.storageClassName", "spec.accessModes", "spec.selector", "spec.volumeMode"], "when": "always" },
  { "objects": ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"], "paths": ["roleRef"], "when": "always" },
  { "objects": ["storage.k8s.io/StorageClass"], "paths": ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"], "when": "always" },
  { "objects": ["scheduling.k8s.io/PriorityClass"], "paths": ["value", "preemptionPolicy"], "when": "always" },
  { "objects": ["discovery.k8s.io/EndpointSlice"], "paths": ["addressType"], "when": "always" },
  { "objects": ["networking.k8s.io/IngressClass"], "paths": ["spec.controller"], "when": "always" },
  { "objects": ["gateway.networking.k8s.io/GatewayClass"], "paths": ["spec.controllerName"], "when": "always" },
  { "objects": ["apiextensions.k8s.io/CustomResourceDefinition"], "paths": ["spec.group", "spec.scope", "spec.names.kind", "spec.names.plural"], "when": "always" }
];

// src/catalog/amount.ts
var binary = { Ki: 1n, Mi: 2n, Gi: 3n, Ti: 4n, Pi: 5n, Ei: 6n };
var decimal = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
function quantity(text4) {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d{1,2})|([KMGTPE]i)|([numkMGTPE]?))$/u.exec(String(text4));
  if (match === null) return void 0;
  const [, sign = "", whole = "", part2 = "", exponent, twos, tens = ""] = match;
  if (whole === "" && part2 === "") return void 0;
  const digits = BigInt(whole + part2);
  const power = exponent === void 0 ? decimal[tens] ?? 0 : Number(exponent.slice(1));
  const scale = twos === void 0 ? power : 0;
  const shifted = shift(digits * 1024n ** (binary[twos ?? ""] ?? 0n), scale + 9 - part2.length);
  return `${sign === "-" && shifted !== "0" ? "-" : ""}${shifted}`;
}
__name(quantity, "quantity");
function shift(digits, power) {
  if (power >= 0) return String(digits * 10n ** BigInt(power));
  const text4 = String(digits).padStart(1 - power, "0");
  const fraction = text4.slice(power).replace(/0+$/u, "");
  const whole = text4.slice(0, power);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
__name(shift, "shift");
var units = { ns: 0, us: 3, \u00B5s: 3, ms: 6, s: 9 };
function duration2(text4) {
  if (!/^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/u.test(text4)) return void 0;
  let total = 0n;
  for (const [, whole = "", part2 = "", unit = ""] of text4.matchAll(/(\d+)(?:\.(\d*))?(ns|us|µs|ms|s|m|h)/gu)) {
    const seconds = unit === "h" ? 3600n : unit === "m" ? 60n : 1n;
    const scaled = shift(BigInt(whole + part2) * seconds, (units[unit] ?? 9) - part2.length);
    total += BigInt(scaled.split(".")[0] ?? "0");
  }
  return String(total);
}
__name(duration2, "duration");

// src/catalog/normalize.gen.ts
var podPaths = {
  "apps/Deployment": "spec.template.spec",
  "apps/DaemonSet": "spec.template.spec",
  "apps/StatefulSet": "spec.template.spec",
  "apps/ReplicaSet": "spec.template.spec",
  "batch/Job": "spec.template.spec",
  "batch/CronJob": "spec.jobTemplate.spec.template.spec",
  "Pod": "spec"
};
var normaliseRules = [
  { "rule": "server-metadata", "objects": ["*"], "mode": "files", "owner": "API server", "why": "Exported objects carry these; the API server sets them itself and ignores or refuses what an apply says.", "drops": ["metadata.managedFields", "metadata.creationTimestamp", "metadata.deletionTimestamp", "metadata.resourceVersion", "metadata.generation", "metadata.uid", "metadata.selfLink"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "status", "objects": ["*"], "mode": "files", "owner": "controllers", "why": "Status is written through its own subresource by controllers; an apply of the object drops it.", "drops": ["status"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "last-applied", "objects": ["*"], "mode": "files", "owner": "kubectl", "why": "kubectl's copy of the object inside the object; it repeats every difference and means nothing by itself.", "drops": ["metadata.annotations.kubectl.kubernetes.io/last-applied-configuration"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "default-service-port", "objects": ["Service"], "mode": "files", "owner": "API server", "why": "A port without a protocol is TCP.", "drops": [], "defaults": { "spec.ports[].protocol": "TCP" }, "equal": null, "paths": [] },
  { "rule": "default-service", "objects": ["Service"], "mode": "files", "owner": "API server", "why": "The API server fills these in; writing the default changes nothing.", "drops": [], "defaults": { "spec.type": "ClusterIP", "spec.sessionAffinity": "None" }, "equal": null, "paths": [] },
  { "rule": "default-container", "objects": ["*"], "mode": "files", "owner": "API server", "why": "The API server fills these in; writing the default changes nothing.", "drops": [], "defaults": { "{pod}.restartPolicy": "Always", "{pod}.dnsPolicy": "ClusterFirst", "{pod}.schedulerName": "default-scheduler", "{pod}.terminationGracePeriodSeconds": 30, "{pod}.containers[].ports[].protocol": "TCP", "{pod}.containers[].terminationMessagePath": "/dev/termination-log", "{pod}.containers[].terminationMessagePolicy": "File", "{pod}.initContainers[].ports[].protocol": "TCP", "{pod}.initContainers[].terminationMessagePath": "/dev/termination-log", "{pod}.initContainers[].terminationMessagePolicy": "File" }, "equal": null, "paths": [] },
  { "rule": "default-probe", "objects": ["*"], "mode": "files", "owner": "API server", "why": "The API server fills these in; writing the default changes nothing.", "drops": [], "defaults": { "{pod}.containers[].readinessProbe.httpGet.scheme": "HTTP", "{pod}.containers[].livenessProbe.httpGet.scheme": "HTTP", "{pod}.containers[].startupProbe.httpGet.scheme": "HTTP", "{pod}.containers[].readinessProbe.timeoutSeconds": 1, "{pod}.containers[].livenessProbe.timeoutSeconds": 1, "{pod}.containers[].readinessProbe.successThreshold": 1, "{pod}.containers[].livenessProbe.successThreshold": 1, "{pod}.containers[].readinessProbe.periodSeconds": 10, "{pod}.containers[].livenessProbe.periodSeconds": 10, "{pod}.containers[].readinessProbe.failureThreshold": 3, "{pod}.containers[].livenessProbe.failureThreshold": 3 }, "equal": null, "paths": [] },
  { "rule": "default-webhook", "objects": ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration"], "mode": "files", "owner": "API server", "why": "The API server fills these in; writing the default changes nothing.", "drops": [], "defaults": { "webhooks[].matchPolicy": "Equivalent", "webhooks[].timeoutSeconds": 10, "webhooks[].clientConfig.service.port": 443, "webhooks[].rules[].scope": "*" }, "equal": null, "paths": [] },
  { "rule": "default-subject-group", "objects": ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"], "mode": "files", "owner": "API server", "why": "The role's group is filled in when it is left out.", "drops": [], "defaults": { "roleRef.apiGroup": "rbac.authorization.k8s.io" }, "equal": null, "paths": [] },
  { "rule": "equal-quantity", "objects": ["*"], "mode": "files", "owner": "API server", "why": "Kubernetes reads `1`, `1000m` and `1.0` as one amount.", "drops": [], "defaults": {}, "equal": "quantity", "paths": ["{pod}.containers[].resources.limits.*", "{pod}.containers[].resources.requests.*", "{pod}.initContainers[].resources.limits.*", "{pod}.initContainers[].resources.requests.*", "{pod}.resources.limits.*", "{pod}.resources.requests.*", "{pod}.overhead.*", "{pod}.volumes[].emptyDir.sizeLimit", "spec.hard.*", "spec.resources.requests.*", "spec.metrics[].resource.target.averageValue", "spec.metrics[].resource.target.value", "spec.volumeClaimTemplates[].spec.resources.requests.*"] },
  { "rule": "equal-duration", "objects": ["networking.istio.io/VirtualService"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.http[].timeout", "spec.http[].retries.perTryTimeout", "spec.http[].retries.backoff", "spec.http[].fault.delay.fixedDelay", "spec.http[].fault.delay.exponentialDelay", "spec.http[].corsPolicy.maxAge"] },
  { "rule": "equal-duration", "objects": ["networking.istio.io/DestinationRule"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.trafficPolicy.connectionPool.http.http2KeepAlive.interval", "spec.trafficPolicy.connectionPool.http.http2KeepAlive.timeout", "spec.trafficPolicy.connectionPool.http.idleTimeout", "spec.trafficPolicy.connectionPool.tcp.connectTimeout", "spec.trafficPolicy.connectionPool.tcp.maxConnectionDuration", "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.interval", "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.time", "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl", "spec.trafficPolicy.loadBalancer.warmup.duration", "spec.trafficPolicy.loadBalancer.warmupDurationSecs", "spec.trafficPolicy.outlierDetection.baseEjectionTime", "spec.trafficPolicy.outlierDetection.interval", "spec.trafficPolicy.portLevelSettings[].connectionPool.http.http2KeepAlive.interval", "spec.trafficPolicy.portLevelSettings[].connectionPool.http.http2KeepAlive.timeout", "spec.trafficPolicy.portLevelSettings[].connectionPool.http.idleTimeout", "spec.trafficPolicy.portLevelSettings[].connectionPool.tcp.connectTimeout", "spec.trafficPolicy.portLevelSettings[].connectionPool.tcp.maxConnectionDuration", "spec.trafficPolicy.portLevelSettings[].connectionPool.tcp.tcpKeepalive.interval", "spec.trafficPolicy.portLevelSettings[].connectionPool.tcp.tcpKeepalive.time", "spec.trafficPolicy.portLevelSettings[].loadBalancer.consistentHash.httpCookie.ttl", "spec.trafficPolicy.portLevelSettings[].loadBalancer.warmup.duration", "spec.trafficPolicy.portLevelSettings[].loadBalancer.warmupDurationSecs", "spec.trafficPolicy.portLevelSettings[].outlierDetection.baseEjectionTime", "spec.trafficPolicy.portLevelSettings[].outlierDetection.interval", "spec.subsets[].trafficPolicy.connectionPool.http.http2KeepAlive.interval", "spec.subsets[].trafficPolicy.connectionPool.http.http2KeepAlive.timeout", "spec.subsets[].trafficPolicy.connectionPool.http.idleTimeout", "spec.subsets[].trafficPolicy.connectionPool.tcp.connectTimeout", "spec.subsets[].trafficPolicy.connectionPool.tcp.maxConnectionDuration", "spec.subsets[].trafficPolicy.connectionPool.tcp.tcpKeepalive.interval", "spec.subsets[].trafficPolicy.connectionPool.tcp.tcpKeepalive.time", "spec.subsets[].trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl", "spec.subsets[].trafficPolicy.loadBalancer.warmup.duration", "spec.subsets[].trafficPolicy.loadBalancer.warmupDurationSecs", "spec.subsets[].trafficPolicy.outlierDetection.baseEjectionTime", "spec.subsets[].trafficPolicy.outlierDetection.interval", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.http.http2KeepAlive.interval", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.http.http2KeepAlive.timeout", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.http.idleTimeout", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.tcp.connectTimeout", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.tcp.maxConnectionDuration", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.tcp.tcpKeepalive.interval", "spec.subsets[].trafficPolicy.portLevelSettings[].connectionPool.tcp.tcpKeepalive.time", "spec.subsets[].trafficPolicy.portLevelSettings[].loadBalancer.consistentHash.httpCookie.ttl", "spec.subsets[].trafficPolicy.portLevelSettings[].loadBalancer.warmup.duration", "spec.subsets[].trafficPolicy.portLevelSettings[].loadBalancer.warmupDurationSecs", "spec.subsets[].trafficPolicy.portLevelSettings[].outlierDetection.baseEjectionTime", "spec.subsets[].trafficPolicy.portLevelSettings[].outlierDetection.interval"] },
  { "rule": "equal-duration", "objects": ["networking.istio.io/DestinationRule"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.trafficPolicy.retryBudget.budgetInterval", "spec.subsets[].trafficPolicy.retryBudget.budgetInterval"] },
  { "rule": "equal-duration", "objects": ["networking.istio.io/Sidecar"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.inboundConnectionPool.http.http2KeepAlive.interval", "spec.inboundConnectionPool.http.http2KeepAlive.timeout", "spec.inboundConnectionPool.http.idleTimeout", "spec.inboundConnectionPool.tcp.connectTimeout", "spec.inboundConnectionPool.tcp.maxConnectionDuration", "spec.inboundConnectionPool.tcp.tcpKeepalive.interval", "spec.inboundConnectionPool.tcp.tcpKeepalive.time", "spec.ingress[].connectionPool.http.http2KeepAlive.interval", "spec.ingress[].connectionPool.http.http2KeepAlive.timeout", "spec.ingress[].connectionPool.http.idleTimeout", "spec.ingress[].connectionPool.tcp.connectTimeout", "spec.ingress[].connectionPool.tcp.maxConnectionDuration", "spec.ingress[].connectionPool.tcp.tcpKeepalive.interval", "spec.ingress[].connectionPool.tcp.tcpKeepalive.time"] },
  { "rule": "equal-duration", "objects": ["security.istio.io/RequestAuthentication"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.jwtRules[].timeout"] },
  { "rule": "equal-duration", "objects": ["telemetry.istio.io/Telemetry"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.metrics[].reportingInterval"] },
  { "rule": "equal-duration", "objects": ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute"], "mode": "files", "owner": "Istio", "why": "Istio reads `5s`, `5.000s` and `5000ms` as one time.", "drops": [], "defaults": {}, "equal": "duration", "paths": ["spec.rules[].timeouts.request", "spec.rules[].timeouts.backendRequest", "spec.rules[].retry.backoff", "spec.rules[].sessionPersistence.absoluteTimeout", "spec.rules[].sessionPersistence.idleTimeout"] },
  { "rule": "webhook-ca-bundle", "objects": ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "apiextensions.k8s.io/CustomResourceDefinition"], "mode": "live", "owner": "istiod", "why": "istiod writes its CA into its webhooks; charts leave it empty (istio/istio#52785).", "drops": ["webhooks[].clientConfig.caBundle", "spec.conversion.webhook.clientConfig.caBundle"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "validator-failure-policy", "objects": ["admissionregistration.k8s.io/ValidatingWebhookConfiguration"], "mode": "live", "owner": "istiod", "why": "istiod turns its validators from Ignore to Fail once it serves them (istio/istio#57643).", "drops": ["webhooks[].failurePolicy"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "autoscaled-replicas", "objects": ["apps/Deployment"], "mode": "live", "owner": "HorizontalPodAutoscaler", "why": "Where an autoscaler is, it owns the number.", "drops": ["spec.replicas"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "allocated-by-cluster", "objects": ["Service"], "mode": "live", "owner": "API server", "why": "Addresses and node ports are allocated when a file leaves them open.", "drops": ["spec.clusterIP", "spec.clusterIPs", "spec.ipFamilies", "spec.ipFamilyPolicy", "spec.healthCheckNodePort", "spec.ports[].nodePort"], "defaults": {}, "equal": null, "paths": [] },
  { "rule": "service-account-secrets", "objects": ["ServiceAccount"], "mode": "live", "owner": "token controller", "why": "Older clusters list generated token Secrets here.", "drops": ["secrets"], "defaults": {}, "equal": null, "paths": [] }
];

// src/catalog/normalize.ts
var known = /* @__PURE__ */ new Map();
function normalisationOf(id, mode = "files") {
  const key = `${id.group}/${id.kind} ${mode}`;
  const found = known.get(key) ?? compile(id, mode);
  known.set(key, found);
  return found;
}
__name(normalisationOf, "normalisationOf");
function isMeant(objects3, id) {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  return objects3.some((entry) => entry === "*" || entry === kind || id.group !== "" && entry === `${id.group}/*`);
}
__name(isMeant, "isMeant");
function compile(id, mode) {
  const rules3 = normaliseRules.filter((rule2) => (mode === "live" || rule2.mode === "files") && isMeant(rule2.objects, id));
  const pod = podPaths[id.group === "" ? id.kind : `${id.group}/${id.kind}`];
  const spellings = rules3.flatMap((rule2) => rule2.equal === null ? [] : [spellingRule(rule2, pod)]);
  const ruleAt = /* @__PURE__ */ __name((path, key) => spellings.find((entry) => entry.covers(path, key)), "ruleAt");
  const drops = new Map(rules3.flatMap((rule2) => filled2(rule2.drops, pod).map((path) => [path, rule2.rule])));
  const defaults = defaultsOf(rules3, pod);
  const above = prefixesOf([...drops.keys(), ...defaults.keys(), ...rules3.flatMap((rule2) => filled2(rule2.paths, pod))]);
  return {
    drops,
    defaults,
    reaches: /* @__PURE__ */ __name((path) => above.has(path), "reaches"),
    sameMeaning(path, key, before2, after) {
      const found = ruleAt(path, key);
      if (found === void 0) return void 0;
      const spelled = found.spell(before2);
      return spelled !== void 0 && spelled === found.spell(after) ? found.rule : void 0;
    },
    spelling: /* @__PURE__ */ __name((path, key, value) => ruleAt(path, key)?.spell(value) ?? value, "spelling")
  };
}
__name(compile, "compile");
function prefixesOf(paths) {
  const prefixes = /* @__PURE__ */ new Set(["", ...paths]);
  for (const path of paths) {
    for (const { index } of path.matchAll(/\.|\[\]/gu)) prefixes.add(path.slice(0, index));
  }
  return prefixes;
}
__name(prefixesOf, "prefixesOf");
function defaultsOf(rules3, pod) {
  const result2 = /* @__PURE__ */ new Map();
  for (const rule2 of rules3) {
    for (const [raw, value] of Object.entries(rule2.defaults)) {
      const [path] = filled2([raw], pod);
      if (path === void 0) continue;
      const dot2 = path.lastIndexOf(".");
      const parent = path.slice(0, Math.max(dot2, 0));
      result2.set(parent, [...result2.get(parent) ?? [], { key: path.slice(dot2 + 1), value, rule: rule2.rule }]);
    }
  }
  return result2;
}
__name(defaultsOf, "defaultsOf");
function spellingRule(rule2, pod) {
  const paths = new Set(filled2(rule2.paths, pod));
  return {
    rule: rule2.rule,
    covers: /* @__PURE__ */ __name((path, key) => paths.has(path) || path.length > key.length && paths.has(`${path.slice(0, -key.length)}*`), "covers"),
    spell: /* @__PURE__ */ __name((value) => {
      if (rule2.equal === "duration") return typeof value === "string" ? spelledDuration(value) : void 0;
      return typeof value === "string" || typeof value === "number" ? quantity(value) : void 0;
    }, "spell")
  };
}
__name(spellingRule, "spellingRule");
function spelledDuration(text4) {
  const nanoseconds2 = duration2(text4);
  return nanoseconds2 === void 0 ? void 0 : `${nanoseconds2}ns`;
}
__name(spelledDuration, "spelledDuration");
function filled2(paths, pod) {
  return paths.flatMap((path) => {
    if (!path.startsWith("{pod}")) return [path];
    return pod === void 0 ? [] : [path.replace("{pod}", pod)];
  });
}
__name(filled2, "filled");

// src/diff/certificates.ts
import { createHash as createHash5, X509Certificate } from "node:crypto";

// src/diff/path.ts
var root = { shown: "", rule: "", key: "" };
function inside2(outer) {
  return { shown: `${outer.shown}:`, rule: "\0", key: "" };
}
__name(inside2, "inside");
function atKey(at, key) {
  const plain = /^[\w$-]+$/u.test(key);
  const joint = at.shown === "" || !plain ? "" : at.shown.endsWith(":") ? " " : ".";
  const gap = !plain && at.shown.endsWith(":") ? " " : "";
  return { shown: `${at.shown}${joint}${gap}${plain ? key : `[${key}]`}`, rule: at.rule === "" ? key : `${at.rule}.${key}`, key };
}
__name(atKey, "atKey");
function atEntry(at, label3) {
  const gap = at.shown.endsWith(":") ? " " : "";
  return { shown: `${at.shown}${gap}[${label3}]`, rule: `${at.rule}[]`, key: "" };
}
__name(atEntry, "atEntry");
function labelKeys(keys2, entries) {
  const favourites = keys2.filter((key) => /(^|\.)(subset|name)$/u.test(key));
  const candidates2 = [...favourites, ...keys2].map((key) => [key]);
  return candidates2.find((candidate) => new Set(entries.map((entry) => labelOf(entry, candidate))).size === entries.length) ?? keys2;
}
__name(labelKeys, "labelKeys");
function labelOf(entry, keys2) {
  return keys2.map((key) => scalarText2(key === "." ? entry : valueAt(entry, key.split(".")))).join("/");
}
__name(labelOf, "labelOf");
function scalarText2(value) {
  return value === void 0 || isList(value) || isObject(value) ? "" : String(value);
}
__name(scalarText2, "scalarText");
function keysOf(before2, after) {
  const present2 = Object.keys(after).filter((key) => after[key] !== void 0);
  const gone = Object.keys(before2).filter((key) => before2[key] !== void 0 && after[key] === void 0);
  return [...present2, ...gone];
}
__name(keysOf, "keysOf");

// src/diff/pem.ts
var begin = "-----BEGIN ";
var encodedBegin = "LS0tLS1CRUdJTi";
function pemIn(text4) {
  if (text4.includes(begin)) return text4;
  if (!text4.trimStart().startsWith(encodedBegin)) return void 0;
  try {
    return atob(text4.replace(/\s+/gu, ""));
  } catch {
    return void 0;
  }
}
__name(pemIn, "pemIn");
function certificateBlocks(pem) {
  return pem.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/gu) ?? [];
}
__name(certificateBlocks, "certificateBlocks");
function withoutPem(text4, describe2) {
  if (text4.trimStart().startsWith(encodedBegin)) {
    const pem = pemIn(text4);
    return pem === void 0 ? describe2("") : withoutPem(pem, describe2).trim();
  }
  if (!text4.includes(begin)) return text4;
  return text4.replace(/-----BEGIN [^\n]*?-----(?:[^-]*-----END [^\n]*?-----|[^]*$)/gu, describe2);
}
__name(withoutPem, "withoutPem");

// src/diff/certificates.ts
function certificateChanges(before2, after) {
  const left = certificatesIn(before2);
  const right = certificatesIn(after);
  const places = [.../* @__PURE__ */ new Set([...right.keys(), ...left.keys()])];
  return places.flatMap((place3) => pair2(place3, left.get(place3) ?? [], right.get(place3) ?? []));
}
__name(certificateChanges, "certificateChanges");
function pair2(place3, before2, after) {
  const old = before2.filter((facts) => !after.some((other) => isSame(facts, other)));
  const rows = [];
  for (const [index, facts] of after.entries()) {
    if (before2.some((other) => isSame(facts, other))) continue;
    const at = old.findIndex((other) => other.subject === facts.subject);
    rows.push({ path: `${place3}[${index}]`, before: at < 0 ? void 0 : old.splice(at, 1)[0], after: facts });
  }
  const gone = old.map((facts) => ({ path: `${place3}[${before2.indexOf(facts)}]`, before: facts, after: void 0 }));
  return [...rows, ...gone];
}
__name(pair2, "pair");
function isSame(a, b) {
  return a.serial === b.serial && a.issuer === b.issuer && a.keyFingerprint === b.keyFingerprint && a.notAfter === b.notAfter;
}
__name(isSame, "isSame");
function certificatesIn(value) {
  const found = /* @__PURE__ */ new Map();
  collect(value, root, found);
  return found;
}
__name(certificatesIn, "certificatesIn");
function collect(value, at, into) {
  if (typeof value === "string") {
    const pem = pemIn(value);
    const facts = pem === void 0 ? [] : certificateBlocks(pem).flatMap(factsOf);
    if (facts.length > 0) into.set(at.shown, facts);
  } else if (isList(value)) {
    for (const [index, entry] of value.entries()) collect(entry, atEntry(at, index), into);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) collect(entry, atKey(at, key), into);
  }
}
__name(collect, "collect");
function factsOf(block) {
  try {
    const certificate2 = new X509Certificate(upright(block));
    const spki = certificate2.publicKey.export({ type: "spki", format: "der" });
    return [
      {
        subject: oneLine(certificate2.subject),
        issuer: oneLine(certificate2.issuer),
        serial: certificate2.serialNumber.toLowerCase(),
        notBefore: certificate2.validFromDate.toISOString(),
        notAfter: certificate2.validToDate.toISOString(),
        subjectAltNames: certificate2.subjectAltName?.split(", ") ?? [],
        isCa: certificate2.ca,
        keyKind: keyKind(certificate2),
        keyFingerprint: createHash5("sha256").update(spki).digest("hex")
      }
    ];
  } catch {
    return [];
  }
}
__name(factsOf, "factsOf");
function upright(block) {
  return block.replaceAll(String.raw`\n`, "\n").replace(/^[ \t]+|[ \t\r]+$/gmu, "");
}
__name(upright, "upright");
function oneLine(name2) {
  return (name2 ?? "").split("\n").join(", ");
}
__name(oneLine, "oneLine");
function keyKind({ publicKey }) {
  const details = publicKey.asymmetricKeyDetails;
  switch (publicKey.asymmetricKeyType) {
    case "rsa":
      return `RSA ${details?.modulusLength ?? ""}`.trim();
    case "ec":
      return `ECDSA ${curves[details?.namedCurve ?? ""] ?? details?.namedCurve ?? ""}`.trim();
    default:
      return publicKey.asymmetricKeyType ?? "unknown";
  }
}
__name(keyKind, "keyKind");
var curves = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  static {
    __name(this, "Diff");
  }
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done2 = /* @__PURE__ */ __name((value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    }, "done");
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done2(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = /* @__PURE__ */ __name(() => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done2(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    }, "execEditLength");
    if (callback) {
      (/* @__PURE__ */ __name(function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      }, "exec"))();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  static {
    __name(this, "LineDiff");
  }
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
__name(diffLines, "diffLines");
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line2 = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line2;
    } else {
      retLines.push(line2);
    }
  }
  return retLines;
}
__name(tokenize, "tokenize");

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  static {
    __name(this, "ArrayDiff");
  }
  tokenize(value) {
    return value.slice();
  }
  join(value) {
    return value;
  }
  removeEmpty(value) {
    return value;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}
__name(diffArrays, "diffArrays");

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context2 = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: /* @__PURE__ */ __name((diff2) => {
      const patch = diffLinesResultToPatch(diff2);
      callback(patch);
    }, "callback") }));
  }
  function diffLinesResultToPatch(diff2) {
    if (!diff2) {
      return;
    }
    diff2.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    __name(contextLines, "contextLines");
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff2.length; i++) {
      const current = diff2[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff2[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context2 > 0 ? contextLines(prev.lines.slice(-context2)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line2 of lines) {
          curRange.push((current.added ? "+" : "-") + line2);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context2 * 2 && i < diff2.length - 2) {
            for (const line2 of contextLines(lines)) {
              curRange.push(line2);
            }
          } else {
            const contextSize = Math.min(lines.length, context2);
            for (const line2 of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line2);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
  __name(diffLinesResultToPatch, "diffLinesResultToPatch");
}
__name(structuredPatch, "structuredPatch");
function splitLines(text4) {
  const hasTrailingNl = text4.endsWith("\n");
  const result2 = text4.split("\n").map((line2) => line2 + "\n");
  if (hasTrailingNl) {
    result2.pop();
  } else {
    result2.push(result2.pop().slice(0, -1));
  }
  return result2;
}
__name(splitLines, "splitLines");

// src/diff/align.ts
var mostCompared = 60;
var leastLikeness = 0.3;
function align(before2, after, isEqual) {
  const result2 = [];
  let left = 0;
  let right = 0;
  let removed = 0;
  const flush = /* @__PURE__ */ __name((added) => {
    result2.push(...pairGap(before2.slice(left, left + removed), after.slice(right, right + added), { left, right }));
    left += removed;
    right += added;
    removed = 0;
  }, "flush");
  for (const run of diffArrays([...before2], [...after], { comparator: isEqual })) {
    if (run.removed) {
      removed += run.count;
    } else if (run.added) {
      flush(run.count);
    } else {
      flush(0);
      for (let step = 0; step < run.count; step++) result2.push({ left: left++, right: right++ });
    }
  }
  flush(0);
  return result2;
}
__name(align, "align");
function pairGap(before2, after, start) {
  const likeness = /* @__PURE__ */ __name((i2, j2) => {
    if (before2.length > mostCompared || after.length > mostCompared) return i2 === j2 ? 1 : 0;
    return alike(before2[i2] ?? null, after[j2] ?? null);
  }, "likeness");
  const pairs3 = bestPairs(before2.length, after.length, likeness);
  const result2 = [];
  let i = 0;
  let j = 0;
  for (const [left, right] of [...pairs3, [before2.length, after.length]]) {
    for (; i < left; i++) result2.push({ left: start.left + i, right: void 0 });
    for (; j < right; j++) result2.push({ left: void 0, right: start.right + j });
    if (left < before2.length) result2.push({ left: start.left + i++, right: start.right + j++ });
  }
  return result2;
}
__name(pairGap, "pairGap");
function bestPairs(rows, columns, likeness) {
  if (rows === 0 || columns === 0) return [];
  const score = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = /* @__PURE__ */ __name((i, j) => score[i]?.[j] ?? 0, "at");
  const like = Array.from({ length: rows }, (_, i) => Float64Array.from({ length: columns }, (_2, j) => likeness(i, j)));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = score[i];
      const gain = like[i]?.[j] ?? 0;
      if (row !== void 0) row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain >= leastLikeness ? gain + at(i + 1, j + 1) : 0);
    }
  }
  const pairs3 = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const gain = like[i]?.[j] ?? 0;
    if (gain >= leastLikeness && at(i, j) === gain + at(i + 1, j + 1)) pairs3.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs3;
}
__name(bestPairs, "bestPairs");
function alike(before2, after) {
  if (!(isObject(before2) || isList(before2)) || !(isObject(after) || isList(after)))
    return before2 === after ? 1 : plainLikeness(before2, after);
  const left = leaves2(before2);
  const right = leaves2(after);
  const shared2 = [...left].filter((leaf2) => right.has(leaf2)).length;
  const keys2 = sharedKeys2(before2, after);
  return Math.min(1, shared2 / Math.max(left.size, right.size, 1) + keys2 * 0.3);
}
__name(alike, "alike");
function plainLikeness(before2, after) {
  return typeof before2 === typeof after && !isObject(before2) && !isList(before2) ? leastLikeness : 0;
}
__name(plainLikeness, "plainLikeness");
function sharedKeys2(before2, after) {
  if (!isObject(before2) || !isObject(after)) return 0;
  const left = Object.keys(before2);
  const right = Object.keys(after);
  return left.filter((key) => right.includes(key)).length / Math.max(left.length, right.length, 1);
}
__name(sharedKeys2, "sharedKeys");
function leaves2(value, path = "", into = /* @__PURE__ */ new Set()) {
  if (isList(value)) for (const [index, entry] of value.entries()) leaves2(entry, `${path}[${index}]`, into);
  else if (isObject(value)) for (const [key, entry] of Object.entries(value)) leaves2(entry ?? null, `${path}.${key}`, into);
  else into.add(`${path}=${JSON.stringify(value)}`);
  return into;
}
__name(leaves2, "leaves");

// src/diff/describe.ts
var longest3 = 80;
function describeEntries(entries) {
  if (entries.every((entry) => !isList(entry) && !isObject(entry))) return entries;
  const different = new Set(entries.map(canonical)).size;
  const every = entries.map((entry) => new Set(leaves3(entry)));
  const isShared = /* @__PURE__ */ __name((leaf2) => every.every((some) => some.has(leaf2)), "isShared");
  const attempts3 = [1, 2, 4].map((parts3) => entries.map((entry) => describe(entry, parts3, isShared)));
  const chosen = attempts3.find((texts5) => new Set(texts5).size === different);
  return chosen ?? numbered(entries, attempts3.at(-1) ?? []);
}
__name(describeEntries, "describeEntries");
function numbered(entries, texts5) {
  const seen = /* @__PURE__ */ new Map();
  return texts5.map((text4, index) => {
    const same = seen.get(text4) ?? [];
    seen.set(text4, same);
    const content = canonical(entries[index]);
    if (!same.includes(content)) same.push(content);
    return `${text4} #${same.indexOf(content) + 1}`;
  });
}
__name(numbered, "numbered");
function describe(entry, parts3, isShared) {
  const matches = [...listAt(entry, "match"), ...listAt(entry, "matches")];
  const target2 = targetOf(entry);
  if (matches.length === 0 && target2 === void 0) {
    const told = leaves3(entry).filter((leaf2, index) => index === 0 || !isShared(leaf2));
    return cut(told.slice(0, parts3).join(", ") || canonical(entry));
  }
  const more = matches.length > parts3 ? " or \u2026" : "";
  const matched2 = matches.slice(0, parts3).map(
    (match) => leaves3(match).slice(0, parts3 + 1).join(" and ") || "anything"
  );
  return cut(`${matched2.join(" or ") || "anything"}${more} \u2192 ${target2 ?? "?"}`);
}
__name(describe, "describe");
function targetOf(entry) {
  const routes = listAt(entry, "route").map((route) => {
    const subset = textAt(route, "destination", "subset");
    return `${textAt(route, "destination", "host") ?? "?"}${subset === void 0 ? "" : `/${subset}`}`;
  });
  const targets = [...routes, ...listAt(entry, "backendRefs").map((backend2) => textAt(backend2, "name") ?? "?")];
  if (targets.length > 0) return targets.join(", ");
  const other = ["delegate", "redirect", "directResponse"].find((key) => valueAt(entry, [key]) !== void 0);
  return other === void 0 ? void 0 : [other, ...leaves3(valueAt(entry, [other]) ?? null)].slice(0, 2).join(" ");
}
__name(targetOf, "targetOf");
function leaves3(value, path = "") {
  if (isList(value)) return value.flatMap((item) => leaves3(item, path));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => item === void 0 ? [] : leaves3(item, path === "" ? key : `${path}.${key}`));
  }
  const text4 = typeof value === "string" ? withoutPem(value, () => "\u27E6PEM, not shown\u27E7") : String(value);
  return [path === "" ? text4 : `${path}: ${text4}`];
}
__name(leaves3, "leaves");
function cut(text4) {
  const line2 = text4.replace(/\s+/gu, " ");
  if (line2.length <= longest3) return line2;
  return `${line2.slice(0, longest3 - 1).replace(/(?:⟨[^⟩]*|⟦[^⟧]*|[\ud800-\udbff])$/u, "")}\u2026`;
}
__name(cut, "cut");
var most5 = 12;
function shortOrders(before2, after) {
  const isSame3 = /* @__PURE__ */ __name((left, right) => canonical(left) === canonical(right), "isSame");
  const shorter = Math.min(before2.length, after.length);
  if (Math.max(before2.length, after.length) <= most5) return [before2, after];
  let head = 0;
  while (head < shorter && isSame3(before2[head], after[head])) head++;
  let tail2 = 0;
  while (tail2 < shorter - head && isSame3(before2.at(-1 - tail2), after.at(-1 - tail2))) tail2++;
  return [clipped(before2, head, tail2), clipped(after, head, tail2)];
}
__name(shortOrders, "shortOrders");
function clipped(list3, head, tail2) {
  const middle = list3.slice(head, list3.length - tail2);
  const shown3 = middle.slice(0, most5);
  const rest = middle.length - shown3.length + tail2;
  return [...head === 0 ? [] : [`\u2026 ${head} before`], ...shown3, ...rest === 0 ? [] : [`\u2026 ${rest} more`]];
}
__name(clipped, "clipped");

// src/diff/walk.ts
function differs(walk, at, before2, after) {
  if (before2 === after) return false;
  const trial = { ...walk, fields: [], hidden: [] };
  walk.compare(trial, at, before2, after);
  return trial.fields.length > 0;
}
__name(differs, "differs");
function push(walk, path, before2, after, lines) {
  walk.fields.push({ path, before: before2, after, lines });
}
__name(push, "push");

// src/diff/lists.ts
function compareLists(walk, at, entry, before2, after) {
  const keys2 = entry && sharedKeys(entry, [before2, after]);
  if (entry === void 0 || keys2 === void 0) compareByContent(walk, at, before2, after);
  else if (keys2[0] === ".") compareSets(walk, at, before2, after);
  else compareByKey(walk, at, { keys: keys2, ordered: entry.ordered }, before2, after);
}
__name(compareLists, "compareLists");
function compareSets(walk, at, before2, after) {
  const left = new Set(before2);
  const right = new Set(after);
  for (const value of before2) if (!right.has(value)) push(walk, `${at.shown}[]`, value, void 0);
  for (const value of after) if (!left.has(value)) push(walk, `${at.shown}[]`, void 0, value);
}
__name(compareSets, "compareSets");
function compareByKey(walk, at, { keys: keys2, ordered }, before2, after) {
  const left = new Map(before2.map((value) => [entryKey(value, keys2), value]));
  const right = new Map(after.map((value) => [entryKey(value, keys2), value]));
  const gone = [...left].filter(([key]) => !right.has(key)).map(([, value]) => value);
  const label3 = labelKeys(keys2, [...after, ...gone]);
  for (const [key, value] of right) walk.compare(walk, atEntry(at, labelOf(value, label3)), left.get(key), value);
  for (const value of gone) push(walk, atEntry(at, labelOf(value, label3)).shown, value, void 0);
  if (!ordered) return;
  const kept2 = [...left].filter(([key]) => right.has(key)).map(([, value]) => labelOf(value, label3));
  const now = [...right].filter(([key]) => left.has(key)).map(([, value]) => labelOf(value, label3));
  showMove(walk, at, kept2, now);
}
__name(compareByKey, "compareByKey");
function showMove(walk, at, before2, after) {
  if (before2.every((label3, index) => label3 === after[index])) return;
  push(walk, `${at.shown} (order)`, ...shortOrders(before2, after));
}
__name(showMove, "showMove");
function compareByContent(walk, at, before2, after) {
  const pairs3 = align(before2, after, (left, right) => !differs(walk, atEntry(at, 0), left, right));
  const gone = /* @__PURE__ */ new Set();
  const moves = /* @__PURE__ */ new Map();
  for (const { left, right } of pairs3) if (left !== void 0 && right === void 0) gone.add(left);
  for (const { left, right } of pairs3) {
    if (left !== void 0 || right === void 0) continue;
    const from = [...gone].find((index) => !differs(walk, atEntry(at, 0), before2[index], after[right]));
    if (from === void 0) continue;
    gone.delete(from);
    moves.set(right, from);
  }
  const wasMoved = new Set(moves.values());
  if (moves.size > 0) showUnnamedMove(walk, at, { before: before2, after, pairs: pairs3, moves });
  for (const { left, right } of pairs3) {
    if (left !== void 0 && wasMoved.has(left) || right !== void 0 && moves.has(right)) continue;
    if (left === void 0 || right === void 0) {
      push(walk, atEntry(at, right ?? left ?? 0).shown, before2[left ?? -1], after[right ?? -1]);
    } else {
      walk.compare(walk, atEntry(at, right), before2[left], after[right]);
    }
  }
}
__name(compareByContent, "compareByContent");
function showUnnamedMove(walk, at, lists) {
  const { before: before2, after, pairs: pairs3, moves } = lists;
  if ([...before2, ...after].every((entry) => !isList(entry) && !isObject(entry))) {
    push(walk, `${at.shown} (order)`, ...shortOrders(before2, after));
    return;
  }
  const kept2 = pairs3.flatMap(({ left, right }) => {
    const from = right === void 0 ? void 0 : left ?? moves.get(right);
    return right === void 0 || from === void 0 ? [] : [{ from, right }];
  });
  const texts5 = describeEntries(kept2.map(({ right }) => after[right] ?? null));
  const now = kept2.map(({ from, right }, index) => ({ from, right, text: texts5[index] ?? null }));
  const inOrder = /* @__PURE__ */ __name((place3) => now.toSorted((a, b) => a[place3] - b[place3]).map(({ text: text4 }) => text4), "inOrder");
  push(walk, `${at.shown} (order)`, ...shortOrders(inOrder("from"), inOrder("right")));
}
__name(showUnnamedMove, "showUnnamedMove");

// src/diff/texts.ts
var mostEdits = 4e3;
var longestStructure = 1e6;
function compareTexts(walk, at, before2, after) {
  const left = structureIn(before2);
  const right = structureIn(after);
  if (left !== void 0 && right !== void 0) {
    const nested = { ...walk, fields: [] };
    walk.compare(nested, inside2(at), left, right);
    if (nested.fields.length > 0) {
      walk.fields.push(...nested.fields);
      return;
    }
  }
  const isLong = before2.includes("\n") || after.includes("\n");
  push(walk, at.shown, before2, after, isLong ? changedLines(before2, after) : void 0);
}
__name(compareTexts, "compareTexts");
function structureIn(text4) {
  const looksLike = text4.includes("\n") || /^\s*[[{]/u.test(text4);
  if (!looksLike || text4.length > longestStructure) return void 0;
  try {
    const [value, ...more] = readValues(text4);
    return more.length === 0 && (isObject(value) || isList(value)) ? value : void 0;
  } catch (error) {
    if (error instanceof YamlError) return void 0;
    throw error;
  }
}
__name(structureIn, "structureIn");
function changedLines(before2, after) {
  const patch = structuredPatch("", "", before2, after, void 0, void 0, { context: 3, maxEditLength: mostEdits });
  if (patch === void 0) return `Too different to compare by line: ${lineCount(before2)} lines before, ${lineCount(after)} after.`;
  return patch.hunks.map((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines].join("\n")).join("\n");
}
__name(changedLines, "changedLines");
function lineCount(text4) {
  return text4.split("\n").length - (text4.endsWith("\n") ? 1 : 0);
}
__name(lineCount, "lineCount");

// src/diff/fields.ts
function compareValues(walk, at, before2, after) {
  if (before2 === after) return;
  if (before2 === void 0 || after === void 0) {
    push(walk, at.shown, before2, after);
  } else if (isObject(before2) && isObject(after)) {
    compareObjects(walk, at, before2, after);
  } else if (isList(before2) && isList(after)) {
    compareLists(walk, at, listEntry(walk.id, at.rule), before2, after);
  } else {
    compareScalars(walk, at, before2, after);
  }
}
__name(compareValues, "compareValues");
function compareObjects(walk, at, before2, after) {
  const standards = walk.rules.defaults.get(at.rule) ?? [];
  for (const key of keysOf(before2, after)) {
    const below = atKey(at, key);
    const left = before2[key];
    const right = after[key];
    if (left === right) continue;
    const dropped = walk.rules.drops.get(below.rule);
    const standard = standards.find((entry) => entry.key === key);
    if (dropped !== void 0) {
      if (differs(walk, below, left, right)) walk.hidden.push(dropped);
    } else if (standard !== void 0 && (left === void 0 || right === void 0)) {
      compareWithDefault(walk, below, left, right, standard);
    } else {
      compareValues(walk, below, left, right);
    }
  }
}
__name(compareObjects, "compareObjects");
function compareWithDefault(walk, at, before2, after, standard) {
  if (differs(walk, at, before2 ?? standard.value, after ?? standard.value)) compareValues(walk, at, before2, after);
  else walk.hidden.push(standard.rule);
}
__name(compareWithDefault, "compareWithDefault");
function compareScalars(walk, at, before2, after) {
  const rule2 = walk.rules.sameMeaning(at.rule, at.key, before2, after);
  if (rule2 !== void 0) walk.hidden.push(rule2);
  else if (typeof before2 === "string" && typeof after === "string") compareTexts(walk, at, before2, after);
  else push(walk, at.shown, before2, after);
}
__name(compareScalars, "compareScalars");

// src/diff/map-texts.ts
function mapTexts2(value, change) {
  if (typeof value === "string") return change(value);
  if (isList(value)) {
    const list3 = value.map((entry) => mapTexts2(entry, change));
    return list3.every((entry, index) => entry === value[index]) ? value : list3;
  }
  return isObject(value) ? mapObject(value, change) : value;
}
__name(mapTexts2, "mapTexts");
function mapObject(value, change) {
  const result2 = {};
  let same = true;
  for (const [key, entry] of Object.entries(value)) {
    if (entry === void 0) continue;
    const mapped = mapTexts2(entry, change);
    same &&= mapped === entry;
    result2[key] = mapped;
  }
  return same ? value : result2;
}
__name(mapObject, "mapObject");

// src/diff/mask.ts
var notShown2 = "\u27E6value not shown\u27E7";
function maskedManifest(manifest) {
  const object = maskedObject2(manifest);
  return object === manifest.object ? manifest : { ...manifest, object };
}
__name(maskedManifest, "maskedManifest");
function maskedObject2(manifest) {
  const object = mapObject(manifest.object, maskedText2);
  if (!isSecret2(manifest)) return object;
  const values = ["data", "stringData"].flatMap((part2) => {
    const texts5 = manifest.object[part2];
    return isObject(texts5) ? [[part2, mapObject(texts5, (text4) => secretText(manifest, text4))]] : [];
  });
  return values.every(([part2, texts5]) => texts5 === object[part2]) ? object : { ...object, ...Object.fromEntries(values) };
}
__name(maskedObject2, "maskedObject");
function maskedFields2(manifest, fields) {
  const secret = isSecret2(manifest);
  return fields.map((field) => {
    const isValue = secret && /^(?:data|stringData)(?:$|[.[])/u.test(field.path);
    const hide = /* @__PURE__ */ __name((text4) => isValue ? secretText(manifest, text4) : maskedText2(text4), "hide");
    const before2 = field.before === void 0 ? void 0 : mapTexts2(field.before, hide);
    const after = field.after === void 0 ? void 0 : mapTexts2(field.after, hide);
    if (before2 === field.before && after === field.after) return field;
    const lines = field.lines !== void 0 && typeof before2 === "string" && typeof after === "string" ? changedLines(before2, after) : void 0;
    return { path: field.path, before: before2, after, lines };
  });
}
__name(maskedFields2, "maskedFields");
function isSecret2(manifest) {
  return manifest.id.group === "" && manifest.id.kind === "Secret";
}
__name(isSecret2, "isSecret");
function secretText(manifest, text4) {
  if (isSealed(text4)) return text4;
  if (manifest.origin.kind === "derived") return maskedText2(text4);
  const named3 = maskedText2(text4);
  return named3 !== text4 && /^(?:\s*⟦certificate [^⟧]*⟧\s*)+$/u.test(named3) ? named3 : notShown2;
}
__name(secretText, "secretText");
function maskedText2(text4) {
  return withoutPem(text4, (block) => {
    const [facts] = block.includes("CERTIFICATE-----") ? factsOf(block) : [];
    if (facts !== void 0) return `\u27E6certificate ${facts.subject}, serial ${facts.serial}, key ${facts.keyFingerprint.slice(0, 16)}\u27E7`;
    return block.includes("PRIVATE KEY") ? "\u27E6private key, not shown\u27E7" : "\u27E6PEM, not shown\u27E7";
  });
}
__name(maskedText2, "maskedText");

// src/diff/compare.ts
var nothing = { fields: [], certificates: [], replaces: void 0, hidden: [] };
function compare3(before2, after) {
  if (isSameJson(before2.object, after.object)) return nothing;
  const walk = { id: after.id, rules: normalisationOf(after.id), fields: [], hidden: [], compare: compareValues };
  compareValues(walk, root, before2.object, after.object);
  if (walk.fields.length === 0) return { ...nothing, hidden: walk.hidden };
  return {
    fields: maskedFields2(after, walk.fields),
    certificates: certificateChanges(before2.object, after.object),
    replaces: replacedField(walk, before2, after),
    hidden: walk.hidden
  };
}
__name(compare3, "compare");
function replacedField(walk, before2, after) {
  for (const { objects: objects3, paths, when } of immutableFields) {
    if (!isMeant(objects3, after.id) || when === "frozen" && before2.object["immutable"] !== true) continue;
    const found = paths.find((path) => hasChanged(walk, path.split("."), when, before2, after));
    if (found !== void 0) return found;
  }
  return void 0;
}
__name(replacedField, "replacedField");
function hasChanged(walk, path, when, before2, after) {
  const left = valueAt(before2.object, path);
  const right = valueAt(after.object, path);
  if (when === "set" && (left === void 0 || right === void 0)) return false;
  return differs(walk, path.reduce(atKey, root), left, right);
}
__name(hasChanged, "hasChanged");
function isSameJson(a, b) {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((entry, index) => isSameJson(entry, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const left = Object.keys(a);
  return left.length === Object.keys(b).length && left.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]));
}
__name(isSameJson, "isSameJson");

// src/diff/draft.ts
function isSymbolic(draft) {
  if (draft.before && carriesSymbols(draft.before) || draft.after && carriesSymbols(draft.after)) {
    return draft.kind !== "update" || JSON.stringify([draft.id, draft.fields, draft.cause, draft.why]).includes("\u27E8");
  }
  return false;
}
__name(isSymbolic, "isSymbolic");
function draftFor(draft, owner, cluster) {
  return withValues({ ...draft, clusters: [cluster] }, owner.symbols.get(cluster) ?? /* @__PURE__ */ new Map());
}
__name(draftFor, "draftFor");
function withValues(draft, symbols) {
  const own = /* @__PURE__ */ __name((manifest) => manifest === void 0 ? void 0 : manifestOf(manifest, symbols), "own");
  const before2 = own(draft.before);
  const after = own(draft.after);
  const { cause } = draft;
  return {
    ...draft,
    id: (after ?? before2)?.id ?? draft.id,
    before: before2,
    after,
    fields: draft.fields.map((field) => ({
      path: substitute(field.path, symbols),
      before: field.before === void 0 ? void 0 : substituteIn(field.before, symbols),
      after: field.after === void 0 ? void 0 : substituteIn(field.after, symbols),
      lines: field.lines === void 0 ? void 0 : substitute(field.lines, symbols)
    })),
    cause: cause?.kind === "cluster-added" || cause?.kind === "cluster-removed" ? { ...cause, cluster: substitute(cause.cluster, symbols) } : cause,
    why: draft.why === void 0 ? void 0 : substitute(draft.why, symbols)
  };
}
__name(withValues, "withValues");
function symbolised(draft, symbols) {
  const replace = symboliser(symbols);
  if (replace === void 0) return draft;
  const own = /* @__PURE__ */ __name((manifest) => manifest && { ...manifest, object: mapObject(manifest.object, replace) }, "own");
  return {
    ...draft,
    before: own(draft.before),
    after: own(draft.after),
    fields: draft.fields.map((field) => ({
      path: replace(field.path),
      before: field.before === void 0 ? void 0 : mapTexts2(field.before, replace),
      after: field.after === void 0 ? void 0 : mapTexts2(field.after, replace),
      lines: field.lines === void 0 ? void 0 : replace(field.lines)
    })),
    why: draft.why === void 0 ? void 0 : replace(draft.why)
  };
}
__name(symbolised, "symbolised");
function symboliser(symbols) {
  const values = [...symbols].filter(([, value]) => value !== "").sort(([, a], [, b]) => b.length - a.length || (a < b ? -1 : 1));
  if (values.length === 0) return void 0;
  const words3 = values.map(([, value]) => value.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words3.join("|")})(?![A-Za-z0-9])`, "gu");
  const symbolOf = new Map(values.map(([symbol, value]) => [value, symbol]));
  return (text4) => text4.replace(pattern, (word) => symbolOf.get(word) ?? word);
}
__name(symboliser, "symboliser");

// src/diff/group.ts
function group2(found, identities) {
  const drafts = found.flatMap(({ pair: pair3, drafts: drafts2 }) => drafts2.flatMap((draft) => settled(pair3, draft)));
  const literal = merge(drafts);
  const alone = literal.filter((draft) => draft.clusters.length === 1);
  const byId2 = Map.groupBy(
    literal.filter((draft) => draft.clusters.length === 1 || isSymbolic(draft)),
    (draft) => `${idKey(draft.id)} ${draft.kind}`
  );
  const candidates2 = alone.filter((draft) => (byId2.get(`${idKey(draft.id)} ${draft.kind}`)?.length ?? 0) > 1);
  const inSymbols = new Map(candidates2.map((draft) => [symbolisedFor(draft, identities), draft]));
  const rest = literal.filter((draft) => !candidates2.includes(draft));
  const together = merge([...rest, ...inSymbols.keys()]).map(
    (draft) => draft.clusters.length === 1 ? inSymbols.get(draft) ?? draft : draft
  );
  return together.map(named2).sort(byStageAndId);
}
__name(group2, "group");
function symbolisedFor(draft, identities) {
  const [cluster = ""] = draft.clusters;
  return symbolised(draft, identities.get(cluster) ?? /* @__PURE__ */ new Map([[symbolText("cluster"), cluster]]));
}
__name(symbolisedFor, "symbolisedFor");
function settled(pair3, draft) {
  if (pair3.members.length === 1 || !idKey(draft.id).includes("\u27E8")) return [draft];
  const owner = pair3.head ?? pair3.base;
  return owner === void 0 ? [draft] : pair3.members.map((member) => draftFor(draft, owner, member));
}
__name(settled, "settled");
function merge(drafts) {
  return [...Map.groupBy(drafts, keyOf).values()].flatMap((equal) => {
    const [first2] = equal;
    if (first2 === void 0) return [];
    return equal.length === 1 ? [first2] : [{ ...first2, clusters: equal.flatMap((draft) => draft.clusters).sort() }];
  });
}
__name(merge, "merge");
function keyOf(draft) {
  const content = draft.kind === "update" || draft.kind === "replace" ? fieldsText(draft) : objectText(draft.after ?? draft.before);
  return [
    idKey(draft.id),
    draft.stage,
    draft.kind,
    draft.why,
    JSON.stringify(draft.cause),
    content,
    JSON.stringify(draft.certificates)
  ].join("\n");
}
__name(keyOf, "keyOf");
function fieldsText({ fields }) {
  return fields.map(({ path, before: before2, after }) => `${path} ${canonical(asJson(before2))} ${canonical(asJson(after))}`).join("\n");
}
__name(fieldsText, "fieldsText");
function asJson(value) {
  return value === void 0 ? [] : [value];
}
__name(asJson, "asJson");
var texts2 = /* @__PURE__ */ new WeakMap();
function objectText(manifest) {
  if (manifest === void 0) return "";
  const text4 = texts2.get(manifest) ?? canonical(manifest.object);
  texts2.set(manifest, text4);
  return text4;
}
__name(objectText, "objectText");
function named2(draft) {
  const { cause } = draft;
  if (cause?.kind !== "cluster-added" && cause?.kind !== "cluster-removed" || cause.cluster !== "") return draft;
  const about = { kind: cause.kind, cluster: draft.clusters.join(", ") };
  return { ...draft, cause: about };
}
__name(named2, "named");
function byStageAndId(a, b) {
  return stages.indexOf(a.stage) - stages.indexOf(b.stage) || compareTexts2(idKey(a.id), idKey(b.id)) || compareTexts2(a.kind, b.kind) || compareTexts2(a.clusters.join(), b.clusters.join());
}
__name(byStageAndId, "byStageAndId");
function compareTexts2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
__name(compareTexts2, "compareTexts");

// src/diff/causes.ts
function causeOf(sides2, before2, after) {
  const peer = peerNamed(before2, after);
  if (peer !== void 0 && before2 === void 0 && sides2.added.has(peer)) return { kind: "cluster-added", cluster: peer };
  if (peer !== void 0 && after === void 0 && sides2.removed.has(peer)) return { kind: "cluster-removed", cluster: peer };
  const origin2 = (after ?? before2)?.origin;
  if (origin2?.kind === "chart") return chartCause(sides2, origin2.release);
  return before2 !== void 0 && after !== void 0 && placeOf2(before2) !== placeOf2(after) ? { kind: "placement" } : void 0;
}
__name(causeOf, "causeOf");
function peerNamed(before2, after) {
  const manifest = after ?? before2;
  if (manifest?.id.kind !== "Secret" || manifest.stage !== "discovery") return void 0;
  return textAt(manifest.object, "metadata", "annotations", "networking.istio.io/cluster");
}
__name(peerNamed, "peerNamed");
function chartCause({ head, base }, name2) {
  const now = head.owner?.releases.find((release2) => release2.name === name2);
  const was = base.owner?.releases.find((release2) => release2.name === name2);
  if (now === void 0 || was === void 0) return void 0;
  if (now.digest !== was.digest || now.version !== was.version) return { kind: "chart", chart: now.chart, ...versions2(was, now) };
  const keys2 = changedKeys(was.values, now.values);
  if (keys2.length > 0) return { kind: "values", chart: now.chart, keys: keys2 };
  if (head.desired.engine === base.desired.engine) return void 0;
  return { kind: "engine", from: base.desired.engine, to: head.desired.engine };
}
__name(chartCause, "chartCause");
function versions2(was, now) {
  if (was.version !== now.version) return { from: was.version, to: now.version };
  return { from: withDigest(was), to: withDigest(now) };
}
__name(versions2, "versions");
function withDigest({ version, digest }) {
  return `${version} (${digest.slice(0, "sha256:".length + 12)})`;
}
__name(withDigest, "withDigest");
function changedKeys(before2, after, path = "") {
  if (isSameJson(before2, after)) return [];
  if (!isObject(before2) || !isObject(after)) return [path];
  const keys2 = [.../* @__PURE__ */ new Set([...Object.keys(before2), ...Object.keys(after)])].sort();
  return keys2.flatMap((key) => changedKeys(before2[key], after[key], path === "" ? key : `${path}.${key}`));
}
__name(changedKeys, "changedKeys");
function placeOf2({ origin: origin2 }) {
  if (origin2.kind !== "config") return origin2.kind;
  const [config = "", scope = "", name2 = ""] = origin2.source.file.split("/");
  return scope === "all" ? `${config}/${scope}` : `${config}/${scope}/${name2}`;
}
__name(placeOf2, "placeOf");

// src/diff/objects.ts
function compareObjects2(pair3, sides2, compare6) {
  const before2 = new Map(pair3.before.map((manifest) => [idKey(manifest.id), manifest]));
  const after = new Map(pair3.after.map((manifest) => [idKey(manifest.id), manifest]));
  const drafts = [];
  const hidden = [];
  let equal = 0;
  for (const [key, manifest] of after) {
    const old = before2.get(key);
    if (old === void 0) {
      drafts.push(oneSided(pair3, sides2, manifest, "after"));
      continue;
    }
    const comparison = compare6(old, manifest);
    hidden.push(...comparison.hidden);
    if (comparison.fields.length === 0) equal++;
    else drafts.push(changed(pair3, sides2, old, manifest, comparison));
  }
  for (const [key, manifest] of before2) if (!after.has(key)) drafts.push(oneSided(pair3, sides2, manifest, "before"));
  return { drafts, equal, hidden };
}
__name(compareObjects2, "compareObjects");
function changed(pair3, sides2, before2, after, comparison) {
  return {
    id: after.id,
    stage: after.stage,
    kind: comparison.replaces === void 0 ? "update" : "replace",
    clusters: pair3.members,
    before: maskedManifest(before2),
    after: maskedManifest(after),
    fields: comparison.fields,
    cause: causeOf(sides2, before2, after),
    why: comparison.replaces === void 0 ? void 0 : `\`${comparison.replaces}\` cannot be changed in place`,
    certificates: comparison.certificates
  };
}
__name(changed, "changed");
function oneSided(pair3, sides2, manifest, side) {
  const unknown3 = whyUnknown(pair3, sides2, manifest, side === "before" ? "head" : "base");
  const before2 = side === "before" ? manifest : void 0;
  const after = side === "after" ? manifest : void 0;
  return {
    id: manifest.id,
    stage: manifest.stage,
    kind: unknown3 !== void 0 ? "unknown" : side === "before" ? "delete" : "create",
    clusters: pair3.members,
    before: before2 && maskedManifest(before2),
    after: after && maskedManifest(after),
    fields: [],
    cause: unknown3 === void 0 ? wholeCluster(pair3) ?? causeOf(sides2, before2, after) : void 0,
    why: unknown3,
    certificates: certificateChanges(before2?.object, after?.object)
  };
}
__name(oneSided, "oneSided");
function whyUnknown(pair3, sides2, manifest, missing2) {
  const { unread: unread2 } = sides2[missing2].desired;
  const where2 = missing2 === "head" ? "the head" : "the base";
  if (unread2?.mesh) return `the mesh documents of ${where2} cannot be read`;
  if (pair3[missing2] === void 0 && unread2?.clusters.includes(pair3.members[0] ?? ""))
    return `the cluster's document in ${where2} cannot be read`;
  const { origin: origin2 } = manifest;
  if (origin2.kind === "derived" && unread2 !== void 0 && unread2.clusters.length > 0) {
    return `it may follow from a cluster whose document in ${where2} cannot be read (${unread2.clusters.join(", ")})`;
  }
  if (origin2.kind === "config" && unread2?.files.includes(origin2.source.file)) return `\`${origin2.source.file}\` of ${where2} cannot be read`;
  return pair3[missing2]?.gaps.find((gap) => comesFrom(gap, manifest))?.why;
}
__name(whyUnknown, "whyUnknown");
function comesFrom(gap, { origin: origin2 }) {
  return origin2.kind === "chart" && origin2.release === gap.release;
}
__name(comesFrom, "comesFrom");
function wholeCluster(pair3) {
  if (pair3.base === void 0) return { kind: "cluster-added", cluster: "" };
  return pair3.head === void 0 ? { kind: "cluster-removed", cluster: "" } : void 0;
}
__name(wholeCluster, "wholeCluster");

// src/diff/pair.ts
function pairs2(desired, baseline) {
  const baseOf = ownersOf(baseline);
  const headOf = ownersOf(desired);
  const result2 = [];
  for (const head of desired.classes) {
    const byBase = Map.groupBy(head.members, (member) => baseOf.get(member));
    for (const [base, members] of byBase) result2.push(...apart2(members, baseline).flatMap((some) => split(head, base, some)));
  }
  for (const base of baseline?.classes ?? []) {
    const gone = base.members.filter((member) => !headOf.has(member));
    result2.push(...apart2(gone, desired).flatMap((some) => split(void 0, base, some)));
  }
  return result2;
}
__name(pairs2, "pairs");
function apart2(members, other) {
  const unread2 = new Set(other?.unread?.clusters);
  return [...Map.groupBy(members, (member) => unread2.has(member)).values()];
}
__name(apart2, "apart");
function ownersOf(desired) {
  return new Map((desired?.classes ?? []).flatMap((owner) => owner.members.map((member) => [member, owner])));
}
__name(ownersOf, "ownersOf");
function split(head, base, members) {
  const alike2 = members.filter(
    (member) => head === void 0 || base === void 0 || isSameMap(head.symbols.get(member), base.symbols.get(member))
  );
  const together = alike2.length > 1 ? alike2 : [];
  const alone = members.filter((member) => !together.includes(member));
  const shared2 = [];
  if (together.length > 0) {
    const symbols = (head ?? base)?.symbols ?? /* @__PURE__ */ new Map();
    shared2.push({ head, base, members: together, before: base?.manifests ?? [], after: head?.manifests ?? [], symbols });
  }
  return [...shared2, ...alone.map((member) => single(head, base, member))];
}
__name(split, "split");
function single(head, base, member) {
  return { head, base, members: [member], before: objectsIn2(base, member), after: objectsIn2(head, member), symbols: /* @__PURE__ */ new Map() };
}
__name(single, "single");
function objectsIn2(owner, member) {
  const symbols = owner?.symbols.get(member);
  if (owner === void 0 || symbols === void 0 || symbols.size === 0) return owner?.manifests ?? [];
  return owner.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
}
__name(objectsIn2, "objectsIn");
function isSameMap(a = /* @__PURE__ */ new Map(), b = /* @__PURE__ */ new Map()) {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
__name(isSameMap, "isSameMap");

// src/diff/index.ts
var nobody = { classes: [], engine: "", charts: [], findings: [] };
function diff(desired, baseline) {
  const base = baseline ?? nobody;
  const clusters = { added: notIn(desired, base), removed: notIn(base, desired) };
  const known3 = remembering(compare3);
  const found = pairs2(desired, baseline).map((pair3) => {
    const sides2 = {
      head: { desired, owner: pair3.head },
      base: { desired: base, owner: pair3.base },
      added: new Set(clusters.added),
      removed: new Set(clusters.removed)
    };
    return { pair: pair3, ...compareObjects2(pair3, sides2, known3) };
  });
  return {
    changes: group2(found, new Map([...base.identities ?? [], ...desired.identities ?? []])),
    unchanged: new Map(found.flatMap(({ pair: pair3, equal }) => pair3.members.map((member) => [member, equal])).sort(byName3)),
    clusters,
    normalised: counted2(found.flatMap(({ pair: pair3, hidden }) => hidden.map((rule2) => ({ rule: rule2, times: pair3.members.length }))))
  };
}
__name(diff, "diff");
function notIn(side, other) {
  if (other.unread?.mesh) return [];
  const there = /* @__PURE__ */ new Set([...other.classes.flatMap((entry) => entry.members), ...other.unread?.clusters ?? []]);
  return side.classes.flatMap((entry) => entry.members.filter((member) => !there.has(member))).sort();
}
__name(notIn, "notIn");
function remembering(compare6) {
  const known3 = /* @__PURE__ */ new Map();
  return (before2, after) => {
    const answers2 = known3.get(before2) ?? /* @__PURE__ */ new Map();
    known3.set(before2, answers2);
    const answer = answers2.get(after) ?? compare6(before2, after);
    answers2.set(after, answer);
    return answer;
  };
}
__name(remembering, "remembering");
function counted2(uses) {
  const counts = /* @__PURE__ */ new Map();
  for (const { rule: rule2, times } of uses) counts.set(rule2, (counts.get(rule2) ?? 0) + times);
  return [...counts].sort(byName3).map(([rule2, count]) => ({ rule: rule2, count }));
}
__name(counted2, "counted");
function byName3([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}
__name(byName3, "byName");

// src/catalog/normal-form.ts
function normalText(manifest) {
  return normalise2(scopeOf2(manifest.id), "", "", manifest.object);
}
__name(normalText, "normalText");
var scopes = /* @__PURE__ */ new Map();
function scopeOf2(id) {
  const kind = `${id.group}/${id.kind}`;
  const known3 = scopes.get(kind);
  if (known3 !== void 0) return known3;
  const rules3 = normalisationOf(id);
  const lists = prefixesOf(listPaths(id));
  const scope = { id, rules: rules3, reaches: /* @__PURE__ */ __name((path) => lists.has(path) || rules3.reaches(path), "reaches") };
  scopes.set(kind, scope);
  return scope;
}
__name(scopeOf2, "scopeOf");
function normalise2(scope, path, key, value) {
  if (typeof value === "object" && !scope.reaches(path)) return canonical(value);
  if (isList(value)) return normaliseList(scope, path, value);
  if (isObject(value)) return normaliseObject(scope, path, value);
  return canonical(scope.rules.spelling(path, key, value));
}
__name(normalise2, "normalise");
function normaliseObject(scope, path, value) {
  const parts3 = [];
  for (const [key, entry] of Object.entries(value)) {
    const below = path === "" ? key : `${path}.${key}`;
    if (entry !== void 0 && !scope.rules.drops.has(below)) parts3.push([key, normalise2(scope, below, key, entry)]);
  }
  for (const { key, value: standard } of scope.rules.defaults.get(path) ?? []) {
    if (value[key] === void 0) parts3.push([key, normalise2(scope, `${path}.${key}`, key, standard)]);
  }
  parts3.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return `{${parts3.map(([key, text4]) => `${JSON.stringify(key)}:${text4}`).join(",")}}`;
}
__name(normaliseObject, "normaliseObject");
function normaliseList(scope, path, value) {
  const entry = listEntry(scope.id, path);
  const keys2 = entry === void 0 || entry.ordered ? void 0 : sharedKeys(entry, [value]);
  const sorted2 = keys2 === void 0 ? value : [...value].sort((a, b) => (entryKey(a, keys2) ?? "") < (entryKey(b, keys2) ?? "") ? -1 : 1);
  return `[${sorted2.map((item) => normalise2(scope, `${path}[]`, "", item)).join(",")}]`;
}
__name(normaliseList, "normaliseList");
function keepsOrder(manifest) {
  return isOrdered(manifest.id, "", manifest.object);
}
__name(keepsOrder, "keepsOrder");
function isOrdered(id, path, value) {
  if (isList(value)) {
    const keys2 = listEntry(id, path)?.keys ?? [];
    return value.every((item) => isOrdered(id, `${path}[]`, item) && !keys2.some((some) => entryKey(item, some)?.includes("\u27E8")));
  }
  if (!isObject(value)) return true;
  return Object.entries(value).every(
    ([key, item]) => !key.includes("\u27E8") && (item === void 0 || isOrdered(id, path === "" ? key : `${path}.${key}`, item))
  );
}
__name(isOrdered, "isOrdered");

// src/model/digest.ts
import { createHash as createHash6 } from "node:crypto";
function sha2562(text4) {
  return createHash6("sha256").update(text4).digest("hex");
}
__name(sha2562, "sha256");
function digestOf(parts3) {
  const lines = [...parts3].map(([name2, digest]) => `${JSON.stringify(name2)} ${digest}`).sort();
  return sha2562(lines.join("\n"));
}
__name(digestOf, "digestOf");

// src/plan/digest.ts
function digestTree(desired, steps) {
  const stepsOf2 = Map.groupBy(steps, (step) => step.clusters.length === 1 ? step.clusters[0] ?? "" : "");
  const digestOne = remembering2();
  const objects3 = new Map(
    desired.classes.flatMap((owner) => owner.members.map((member) => [member, objectsDigest(owner, member, digestOne)]))
  );
  const names4 = [.../* @__PURE__ */ new Set([...objects3.keys(), ...stepsOf2.keys()])].filter((name2) => name2 !== "").sort();
  const clusters = new Map(
    names4.map(
      (name2) => [
        name2,
        digestOf([
          ["objects", objects3.get(name2) ?? ""],
          ["steps", stepsDigest(stepsOf2.get(name2))]
        ])
      ]
    )
  );
  const plan3 = digestOf([
    ...[...clusters].map(([name2, digest]) => [`cluster ${name2}`, digest]),
    ["steps of several clusters", stepsDigest(stepsOf2.get(""))],
    ...desired.charts.map((chart) => [`chart ${chart.name} ${chart.version}`, chart.digest]),
    ["engine", sha2562(desired.engine)]
  ]);
  return { plan: plan3, clusters };
}
__name(digestTree, "digestTree");
function stepsDigest(steps = []) {
  return sha2562(
    canonical(
      steps.map(({ id, kind, clusters, after, writes, wave }) => ({ id, kind, clusters, after, wave, writes: writes.map(writeText) }))
    )
  );
}
__name(stepsDigest, "stepsDigest");
function writeText({ id, kind }) {
  return `${kind} ${idKey(id)}`;
}
__name(writeText, "writeText");
function objectsDigest(owner, member, digestOne) {
  const symbols = owner.symbols.get(member);
  if (symbols === void 0 || symbols.size === 0)
    return digestOf(owner.manifests.map((manifest) => [idKey(manifest.id), digestOne(manifest)]));
  const escaped2 = new Map([...symbols].map(([symbol, value]) => [symbol, JSON.stringify(value).slice(1, -1)]));
  return digestOf(
    owner.manifests.map((manifest) => {
      if (!carriesSymbols(manifest)) return [idKey(manifest.id), digestOne(manifest)];
      const template = templateOf(manifest);
      const text4 = template === void 0 ? normalText(manifestOf(manifest, symbols)) : substitute(template, escaped2);
      return [substitute(idKey(manifest.id), symbols), sha2562(text4)];
    })
  );
}
__name(objectsDigest, "objectsDigest");
var templates = /* @__PURE__ */ new WeakMap();
function templateOf(manifest) {
  const known3 = templates.get(manifest) ?? { text: keepsOrder(manifest) ? normalText(manifest) : void 0 };
  templates.set(manifest, known3);
  return known3.text;
}
__name(templateOf, "templateOf");
function remembering2() {
  const byManifest2 = /* @__PURE__ */ new WeakMap();
  const byText = /* @__PURE__ */ new Map();
  return (manifest) => {
    const known3 = byManifest2.get(manifest);
    if (known3 !== void 0) return known3;
    const text4 = sha2562(JSON.stringify(manifest.object));
    const digest = byText.get(text4) ?? sha2562(normalText(manifest));
    byText.set(text4, digest);
    byManifest2.set(manifest, digest);
    return digest;
  };
}
__name(remembering2, "remembering");

// src/plan/gates.ts
function gateOf(step, cluster) {
  switch (step.kind) {
    case "namespace":
      return void 0;
    case "prune":
      return step.id.includes("/prune/istiod") ? "no proxy is connected to it any more" : void 0;
    case "gateway-api":
    case "base":
      return definesKinds(step) ? "every CustomResourceDefinition is Established" : void 0;
    case "certificates":
      return "in every cluster `cacerts` is complete, its intermediate chains to the root, and the root is the same, byte for byte";
    case "reader":
      return "the reader may list what istiod watches";
    case "istiod":
      return cluster?.role === "remote" ? remoteIstiod(cluster) : ownIstiod;
    case "cni":
    case "ztunnel":
      return "the DaemonSet is ready on every node";
    case "gateway":
      return step.writes.some(({ id }) => id.kind === "Gateway") ? "the Gateway is Programmed and has an address" : "the Deployment is Available and its image is the injected one";
    case "address":
      return "the Service has a load-balancer address, and it answers";
    case "expose":
      return "the gateway answers on the exposed ports with the mesh's certificate";
    case "remote-secret":
      return secretGate(step);
    case "config":
      return "every proxy has taken it, none refused it";
    case "default-revision":
      return "the webhooks reach a ready istiod: a broken object is refused, a good one accepted, in a dry run";
  }
}
__name(gateOf, "gateOf");
function secretGate({ peer = "the cluster", station: station2 }) {
  if (station2.endsWith("/disconnect")) return `no proxy lists endpoints of ${peer} any more`;
  return station2.endsWith("/kubeconfig") ? `the kubeconfig may read the configuration in ${peer}` : `${peer} is \`synced\` in every istiod replica`;
}
__name(secretGate, "secretGate");
var ownIstiod = "the Deployment is Available, `/ready` answers, the injector's `caBundle` is filled, and a dry-run pod in a labelled namespace gets a proxy";
function remoteIstiod({ primary: primary2 }) {
  return `istiod of ${primary2 ?? "its primary"} has filled the injector's \`caBundle\` and written \`istio-ca-root-cert\`, and a dry-run pod gets a proxy`;
}
__name(remoteIstiod, "remoteIstiod");
function definesKinds({ writes }) {
  return writes.some(({ id, kind }) => id.kind === "CustomResourceDefinition" && kind !== "delete");
}
__name(definesKinds, "definesKinds");

// src/plan/draft.ts
function stepRef(id) {
  return `@${id}`;
}
__name(stepRef, "stepRef");
function station(cluster, kind) {
  return `${cluster}/${kind}`;
}
__name(station, "station");
var trustStation = station("mesh", "certificates");
function write(id, kind) {
  return { id, kind };
}
__name(write, "write");

// src/plan/graph.ts
var CycleError = class extends Error {
  static {
    __name(this, "CycleError");
  }
};
function place2(steps, edges) {
  const graph = before(steps, edges);
  const order2 = sorted(graph);
  const real = new Map(steps.map((step, index) => [stepRef(step.id), index]));
  const nearest3 = nearestSteps(order2, graph, real);
  const rows = ancestors(order2, nearest3, real);
  const placed = /* @__PURE__ */ new Map();
  for (const node of order2) {
    const step = steps[real.get(node) ?? -1];
    if (step === void 0) continue;
    const preds = withoutFarther([...nearest3.get(node) ?? []], rows, real).sort();
    const depth = preds.reduce((deepest, pred) => Math.max(deepest, 1 + (placed.get(pred)?.depth ?? 0)), 0);
    placed.set(node, { step, after: preds.map((pred) => pred.slice(1)), depth });
  }
  return [...placed.values()];
}
__name(place2, "place");
function before(steps, edges) {
  const graph = /* @__PURE__ */ new Map();
  const link = /* @__PURE__ */ __name((from, to) => {
    graph.set(from, graph.get(from) ?? /* @__PURE__ */ new Set());
    graph.set(to, (graph.get(to) ?? /* @__PURE__ */ new Set()).add(from));
  }, "link");
  const ends = /* @__PURE__ */ new Set([...edges.flat(), ...steps.map((step) => step.station)]);
  const busy = new Set(steps.map((step) => step.station));
  for (const name2 of ends) if (!isStep(name2) && !busy.has(name2)) link(`> ${name2}`, `< ${name2}`);
  for (const { id, station: station2 } of steps) {
    link(`> ${station2}`, stepRef(id));
    link(stepRef(id), `< ${station2}`);
  }
  for (const [from, to] of edges) link(isStep(from) ? from : `< ${from}`, isStep(to) ? to : `> ${to}`);
  return graph;
}
__name(before, "before");
function isStep(name2) {
  return name2.startsWith(stepRef(""));
}
__name(isStep, "isStep");
function sorted(graph) {
  const waiting = new Map([...graph].map(([node, preds]) => [node, preds.size]));
  const followers = /* @__PURE__ */ new Map();
  for (const [node, preds] of graph) {
    for (const pred of preds) {
      const list3 = followers.get(pred);
      if (list3 === void 0) followers.set(pred, [node]);
      else list3.push(node);
    }
  }
  const order2 = [...waiting].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of order2) {
    for (const next of followers.get(node) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order2.push(next);
    }
  }
  if (order2.length === graph.size) return order2;
  const stuck = [...waiting].filter(([, count]) => count > 0).map(([node]) => node);
  throw new CycleError(`The order of steps has a loop among: ${stuck.sort().slice(0, 20).join(", ")}`);
}
__name(sorted, "sorted");
function nearestSteps(order2, graph, real) {
  const nearest3 = /* @__PURE__ */ new Map();
  const none2 = /* @__PURE__ */ new Set();
  const single2 = new Map([...real.keys()].map((id) => [id, /* @__PURE__ */ new Set([id])]));
  for (const node of order2) {
    const sets = [...graph.get(node) ?? []].map((pred) => single2.get(pred) ?? nearest3.get(pred) ?? none2);
    const distinct2 = [...new Set(sets)].filter((set) => set.size > 0);
    nearest3.set(node, distinct2.length <= 1 ? distinct2[0] ?? none2 : new Set(distinct2.flatMap((set) => [...set])));
  }
  return nearest3;
}
__name(nearestSteps, "nearestSteps");
function ancestors(order2, nearest3, real) {
  const words3 = Math.ceil(real.size / 32);
  const rows = Array.from({ length: real.size }, () => new Uint32Array(words3));
  for (const node of order2) {
    const row = rows[real.get(node) ?? -1];
    if (row === void 0) continue;
    for (const pred of nearest3.get(node) ?? []) {
      const index = real.get(pred) ?? 0;
      const other = rows[index];
      for (let word = 0; word < words3; word++) row[word] = (row[word] ?? 0) | (other?.[word] ?? 0);
      row[index >>> 5] = (row[index >>> 5] ?? 0) | 1 << (index & 31);
    }
  }
  return rows;
}
__name(ancestors, "ancestors");
function withoutFarther(ids, rows, real) {
  if (ids.length < 2) return ids;
  const words3 = rows[0]?.length ?? 0;
  const behind = new Uint32Array(words3);
  for (const id of ids) {
    const row = rows[real.get(id) ?? -1];
    for (let word = 0; word < words3; word++) behind[word] = (behind[word] ?? 0) | (row?.[word] ?? 0);
  }
  return ids.filter((id) => {
    const index = real.get(id) ?? 0;
    return ((behind[index >>> 5] ?? 0) & 1 << (index & 31)) === 0;
  });
}
__name(withoutFarther, "withoutFarther");

// src/plan/guards/cluster-unknown.ts
function clusterUnknown(changes2) {
  const unknown3 = Map.groupBy(
    changes2.filter(({ kind }) => kind === "unknown"),
    ({ why }) => why ?? ""
  );
  return [...unknown3].map(([why, group3]) => {
    const count = group3.reduce((sum2, { clusters }) => sum2 + clusters.length, 0);
    const objects3 = count === 1 ? "1 object is" : `${count} objects are`;
    return {
      reason: "cluster_unknown",
      clusters: [...new Set(group3.flatMap(({ clusters }) => clusters))].sort(),
      text: `${objects3} unknown and left alone: ${why}`
    };
  });
}
__name(clusterUnknown, "clusterUnknown");

// src/plan/irreversible.ts
var newToken = "a new token is made: it can be revoked, not taken back";
function whyIrreversible(step, mesh) {
  if (step.kind === "certificates" && mesh.trust.rotation?.phase === "retire") {
    return "the old root is dropped: what still holds a certificate under it is no longer trusted";
  }
  const writesToken = step.kind === "remote-secret" && step.writes.some(({ kind }) => kind !== "delete");
  if (writesToken) return newToken;
  const replaced2 = step.writes.filter(({ id, kind }) => kind === "replace" && holdsState.has(id.kind));
  return replaced2.length === 0 ? void 0 : `${replaced2.map(({ id }) => `${id.kind} ${id.name}`).join(", ")} is deleted and made anew, with what it held`;
}
__name(whyIrreversible, "whyIrreversible");
var holdsState = /* @__PURE__ */ new Set(["PersistentVolumeClaim", "StatefulSet", "CustomResourceDefinition"]);

// src/plan/guards/irreversible.ts
function irreversible(steps) {
  const marked2 = Map.groupBy(
    steps.filter((step) => step.irreversible !== void 0),
    (step) => step.irreversible ?? ""
  );
  return [...marked2].map(([why, group3]) => ({
    reason: "irreversible",
    clusters: [...new Set(group3.flatMap(({ clusters }) => clusters))].sort(),
    text: why === newToken && group3.length > 1 ? `${group3.length} new tokens are made; they can be revoked, not taken back.` : `${group3.length === 1 ? `Step ${group3[0]?.id} cannot` : `${group3.length} steps cannot`} be undone: ${why}.`
  }));
}
__name(irreversible, "irreversible");

// src/plan/guards/never-pruned.ts
function isKept({ id, kind, stage }) {
  if (kind !== "delete") return false;
  if (id.kind === "CustomResourceDefinition") return true;
  if (id.group !== "") return false;
  if (id.kind === "Namespace") return true;
  if (id.kind === "Secret") return id.name === "cacerts" || id.name === "istio-ca-secret";
  return id.kind === "ServiceAccount" && (stage === "discovery" || id.name === "istio-reader-service-account");
}
__name(isKept, "isKept");
function neverPruned(changes2) {
  const kept2 = Map.groupBy(changes2.filter(isKept), (change) => change.clusters.join());
  return [...kept2.values()].map((group3) => ({
    reason: "never_pruned",
    clusters: group3[0]?.clusters ?? [],
    text: `Kept, because Isthmus never deletes them: ${group3.map(({ id }) => idText(id)).join(", ")}.`
  }));
}
__name(neverPruned, "neverPruned");

// src/plan/guards/prune-unconfirmed.ts
function pruneUnconfirmed(deletions2, allowed) {
  const beyond = [...deletions2].filter(([, count]) => count > allowed);
  if (beyond.length === 0) return [];
  const counts = beyond.map(([cluster, count]) => `${count} in ${cluster}`).join(", ");
  const total = beyond.reduce((sum2, [, count]) => sum2 + count, 0);
  return [
    {
      reason: "prune_unconfirmed",
      clusters: beyond.map(([cluster]) => cluster),
      text: `${total === 1 ? "1 deletion needs" : `${total} deletions need`} confirmation: ${counts}; \`rollout.maxDeletions\` allows ${allowed} per cluster.`
    }
  ];
}
__name(pruneUnconfirmed, "pruneUnconfirmed");

// src/plan/order/inside.ts
var afterwards = ["config", "disconnect", "prune"];
function inside3(cluster, kinds, given) {
  const chain = [...kinds, ...afterwards].map((kind) => station(cluster, kind));
  const [first2 = ""] = chain;
  const namespace2 = station(cluster, "namespace");
  return [
    ...trust(namespace2, first2, given),
    ...chain.slice(1).map((to, index) => [chain[index] ?? "", to]),
    ...oldIstiodsLast(cluster, given)
  ];
}
__name(inside3, "inside");
function trust(namespace2, first2, { busy }) {
  if (!busy.has(trustStation)) return [[namespace2, first2]];
  return [
    [namespace2, trustStation],
    [trustStation, first2]
  ];
}
__name(trust, "trust");
function oldIstiodsLast(cluster, { steps }) {
  const prunes = steps.filter((step) => step.kind === "prune" && step.clusters.includes(cluster));
  const old = prunes.filter((step) => step.id.startsWith(`${cluster}/prune/istiod`));
  return old.flatMap((last) => prunes.filter((step) => !old.includes(step)).map((step) => [stepRef(step.id), stepRef(last.id)]));
}
__name(oldIstiodsLast, "oldIstiodsLast");
function cniAndIstiod(cluster, { steps }) {
  const cni = steps.find((step) => step.station === station(cluster, "cni"));
  const isNew = cni?.writes.some(({ id, kind }) => id.kind === "DaemonSet" && kind === "create") ?? false;
  return isNew ? ["cni", "istiod"] : ["istiod", "cni"];
}
__name(cniAndIstiod, "cniAndIstiod");
function readersFirst({ steps }) {
  return steps.flatMap(({ id, peer, station: at }) => {
    if (peer === void 0 || at.endsWith("/disconnect")) return [];
    return ["namespace", "base", "reader"].map((kind) => [station(peer, kind), stepRef(id)]);
  });
}
__name(readersFirst, "readersFirst");

// src/plan/order/ambient.ts
function ambient(mesh, given) {
  const order2 = [
    "base",
    "gateway-api",
    "reader",
    "istiod",
    "cni",
    "ztunnel",
    "gateway",
    "address",
    "expose",
    "default-revision",
    "remote-secret"
  ];
  return [...mesh.clusters.flatMap(({ name: name2 }) => inside3(name2, order2, given)), ...readersFirst(given)];
}
__name(ambient, "ambient");

// src/plan/order/multi-primary.ts
function multiPrimary(mesh, given) {
  return [...mesh.clusters.flatMap(({ name: name2 }) => primary(name2, given)), ...readersFirst(given)];
}
__name(multiPrimary, "multiPrimary");
function primary(cluster, given) {
  const order2 = [
    "base",
    "gateway-api",
    "reader",
    ...cniAndIstiod(cluster, given),
    "ztunnel",
    "gateway",
    "address",
    "expose",
    "default-revision"
  ];
  return inside3(cluster, [...order2, "remote-secret"], given);
}
__name(primary, "primary");

// src/plan/order/primary-remote.ts
function primaryRemote(mesh, given) {
  return [
    ...mesh.clusters.flatMap(
      (cluster) => cluster.role === "remote" ? remote(cluster, cluster.primary, given) : primary(cluster.name, given)
    ),
    ...readersFirst(given)
  ];
}
__name(primaryRemote, "primaryRemote");
function remote({ name: name2 }, serving, given) {
  const order2 = ["base", "gateway-api", "reader", "istiod", "cni", "ztunnel", "gateway", "address", "expose", "default-revision"];
  if (serving === void 0) return inside3(name2, order2, given);
  const istiod2 = station(name2, "istiod");
  return [
    ...inside3(name2, order2, given),
    [station(serving, "istiod"), istiod2],
    [station(serving, "address"), istiod2],
    [station(serving, "expose"), istiod2],
    ...given.steps.filter(({ peer, station: at }) => peer === name2 && at === station(serving, "remote-secret")).map((step) => [stepRef(step.id), istiod2])
  ];
}
__name(remote, "remote");

// src/plan/order/external.ts
function external(mesh, given) {
  return [...mesh.clusters.flatMap((cluster) => ofCluster2(mesh, cluster, given)), ...readersFirst(given)];
}
__name(external, "external");
function ofCluster2(mesh, cluster, given) {
  switch (cluster.role) {
    case "external":
      return outside(cluster, given);
    case "remote":
      return served(mesh, cluster, given);
    case "primary":
      return primary(cluster.name, given);
  }
}
__name(ofCluster2, "ofCluster");
function outside({ name: name2 }, given) {
  const order2 = [
    "base",
    "gateway-api",
    "reader",
    "gateway",
    "address",
    "kubeconfig",
    "istiod",
    "cni",
    "expose",
    "default-revision"
  ];
  return inside3(name2, [...order2, "remote-secret"], given);
}
__name(outside, "outside");
function served(mesh, cluster, given) {
  const reader2 = mesh.clusters.find((other) => other.role === "external" && other.configCluster === cluster.name);
  const serving = reader2?.name ?? cluster.primary;
  if (serving === void 0) return remote(cluster, void 0, given);
  return [...remote(cluster, serving, given), [station(serving, "address"), station(cluster.name, "base")]];
}
__name(served, "served");

// src/plan/order/removal.ts
function removal(removed, { steps }) {
  const leaving = new Set(removed);
  return steps.flatMap(
    ({ id, peer, station: at }) => peer !== void 0 && leaving.has(peer) && at.endsWith("/disconnect") ? [[stepRef(id), station(peer, "prune")]] : []
  );
}
__name(removal, "removal");

// src/plan/order/index.ts
function edgesOf(mesh, removed, given) {
  return [...ofModel(mesh, given), ...removal(removed, given)];
}
__name(edgesOf, "edgesOf");
function ofModel(mesh, given) {
  if (mesh.topology === "external") return external(mesh, given);
  if (mesh.clusters.some(({ role }) => role === "remote")) return primaryRemote(mesh, given);
  return mesh.dataPlane === "ambient" ? ambient(mesh, given) : multiPrimary(mesh, given);
}
__name(ofModel, "ofModel");

// src/plan/sequence.ts
function byWaveAndDepth(ranked) {
  const waiting = new Map(ranked.map(({ step }) => [step.id, step.after.length]));
  const followers = /* @__PURE__ */ new Map();
  for (const entry of ranked) {
    for (const id of entry.step.after) {
      const list3 = followers.get(id);
      if (list3 === void 0) followers.set(id, [entry]);
      else list3.push(entry);
    }
  }
  const ready = new Heap(ranked.filter(({ step }) => step.after.length === 0));
  const result2 = [];
  for (let next = ready.take(); next !== void 0; next = ready.take()) {
    result2.push(next.step);
    for (const follower of followers.get(next.step.id) ?? []) {
      const left = (waiting.get(follower.step.id) ?? 0) - 1;
      waiting.set(follower.step.id, left);
      if (left === 0) ready.add(follower);
    }
  }
  return result2;
}
__name(byWaveAndDepth, "byWaveAndDepth");
function compare4(a, b) {
  return a.step.wave - b.step.wave || a.depth - b.depth || (a.step.id < b.step.id ? -1 : 1);
}
__name(compare4, "compare");
var Heap = class {
  static {
    __name(this, "Heap");
  }
  #items = [];
  constructor(items) {
    for (const item of items) this.add(item);
  }
  add(item) {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = at - 1 >> 1;
      if (!this.#swapped(parent, at)) return;
      at = parent;
    }
  }
  take() {
    const items = this.#items;
    const [first2] = items;
    const last = items.pop();
    if (last === void 0 || items.length === 0) return first2;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = this.#smaller(left + 1, left) ? left + 1 : left;
      if (child >= items.length || !this.#swapped(at, child)) return first2;
      at = child;
    }
  }
  #smaller(a, b) {
    const [left, right] = [this.#items[a], this.#items[b]];
    return left !== void 0 && right !== void 0 && compare4(left, right) < 0;
  }
  /** Puts the smaller of the two on top; true when they were the wrong way round. */
  #swapped(top, below) {
    const [a, b] = [this.#items[top], this.#items[below]];
    if (a === void 0 || b === void 0 || compare4(a, b) <= 0) return false;
    this.#items[top] = b;
    this.#items[below] = a;
    return true;
  }
};

// src/plan/waves.ts
var installs2 = [
  "base",
  "gateway-api",
  "reader",
  "istiod",
  "cni",
  "ztunnel",
  "gateway",
  "address",
  "expose",
  "default-revision"
];
var configs = ["config", "prune"];
function isWaved(kind) {
  return installs2.includes(kind) || configs.includes(kind);
}
__name(isWaved, "isWaved");
function wavesOf(mesh) {
  const own = new Map(mesh.clusters.map((cluster) => [cluster.name, ownWave(mesh, cluster)]));
  const wave = /* @__PURE__ */ __name((name2) => own.get(name2 ?? "") ?? 1, "wave");
  const result2 = /* @__PURE__ */ new Map();
  for (const cluster of mesh.clusters) {
    const reader2 = mesh.clusters.find((other) => other.role === "external" && other.configCluster === cluster.name);
    const serving = reader2?.name ?? cluster.primary;
    const number2 = reader2 !== void 0 ? wave(serving) : Math.max(wave(cluster.name), cluster.role === "remote" ? wave(serving) : 1);
    result2.set(cluster.name, number2);
  }
  return result2;
}
__name(wavesOf, "wavesOf");
function ownWave(mesh, cluster) {
  const { waves } = mesh.rollout;
  const index = waves.findIndex((names4) => names4.some((name2) => name2 === cluster.name || groupMembers(mesh, name2).includes(cluster)));
  return index < 0 ? waves.length + 1 : index + 1;
}
__name(ownWave, "ownWave");
function groupMembers(mesh, name2) {
  const selector2 = mesh.groups.get(name2);
  return selector2 === void 0 ? [] : selected(mesh, selector2);
}
__name(groupMembers, "groupMembers");
function waveEdges(waves) {
  return [installs2, configs].flatMap(
    (kinds, phase) => [...waves].flatMap(([cluster, number2]) => [
      ...kinds.map((kind) => [station(cluster, kind), done(phase, number2)]),
      ...kinds.map((kind) => [done(phase, number2 - 1), station(cluster, kind)]),
      [done(phase, number2 - 1), done(phase, number2)]
    ])
  );
}
__name(waveEdges, "waveEdges");
function done(phase, number2) {
  return `wave ${number2} of ${phase === 0 ? "installs" : "configuration"}`;
}
__name(done, "done");

// src/catalog/apply-order.gen.ts
var applyOrder = ["Namespace", "ResourceQuota", "LimitRange", "PriorityClass", "CustomResourceDefinition", "ServiceAccount", "Secret", "ConfigMap", "StorageClass", "PersistentVolume", "PersistentVolumeClaim", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding", "NetworkPolicy", "Service", "EndpointSlice", "DaemonSet", "Deployment", "StatefulSet", "Job", "CronJob", "HorizontalPodAutoscaler", "PodDisruptionBudget", "GatewayClass", "Gateway", "PeerAuthentication", "RequestAuthentication", "ServiceEntry", "WorkloadEntry", "WorkloadGroup", "DestinationRule", "Sidecar", "others", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "VirtualService", "AuthorizationPolicy", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

// src/catalog/apply-order.ts
var rank = new Map(applyOrder.map((kind, index) => [kind, index]));
var others2 = rank.get("others") ?? 0;
function byApplyOrder(a, b) {
  const difference = (rank.get(a.kind) ?? others2) - (rank.get(b.kind) ?? others2);
  if (difference !== 0) return difference;
  const left = idKey(a);
  const right = idKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(byApplyOrder, "byApplyOrder");

// src/plan/assign.ts
function assign(change, cluster, around2) {
  const manifest = change.after ?? change.before;
  const peer = manifest && peerOf(manifest, around2);
  if (change.kind === "delete") return removal2(manifest, peer, cluster, around2);
  if (peer !== void 0) {
    const at = manifest?.id.name === "istio-kubeconfig" ? "kubeconfig" : "remote-secret";
    return { id: `${cluster}/remote-secret/${peer}`, kind: "remote-secret", station: station(cluster, at), peer };
  }
  const kind = kindOf(change, manifest);
  if (kind === "certificates") return { id: trustStation, kind, station: trustStation, peer: void 0 };
  return { id: `${cluster}/${nameOf3(kind, manifest)}`, kind, station: station(cluster, kind), peer: void 0 };
}
__name(assign, "assign");
function removal2(manifest, peer, cluster, { removed }) {
  const at = /* @__PURE__ */ __name((id) => ({ id, kind: "prune", station: station(cluster, "prune"), peer: void 0 }), "at");
  if (removed.has(cluster)) return at(`${cluster}/prune`);
  if (peer !== void 0) {
    return { id: `${cluster}/remote-secret/${peer}`, kind: "remote-secret", station: station(cluster, "disconnect"), peer };
  }
  const origin2 = manifest?.origin;
  return origin2?.kind === "chart" ? at(`${cluster}/prune/${origin2.release}`) : at(`${cluster}/prune`);
}
__name(removal2, "removal");
function peerOf({ id, stage, object }, { named: named3 }) {
  if (id.kind !== "Secret" || stage !== "discovery") return void 0;
  const name2 = textAt(object, "metadata", "annotations", "networking.istio.io/cluster");
  return name2 === void 0 ? void 0 : named3(name2);
}
__name(peerOf, "peerOf");
function kindOf(change, manifest) {
  if (change.stage === "certificates") return "certificates";
  if (change.stage === "namespaces" || change.id.kind === "Namespace") return "namespace";
  if (change.stage === "config") return "config";
  if (isGatewayApi(change)) return "gateway-api";
  if (change.stage === "discovery" || isReaderRole(change)) return "reader";
  if (movesDefault(change)) return "default-revision";
  if (manifest?.origin.kind === "chart") return chartKind(manifest.origin.chart);
  if (change.stage === "gateways")
    return change.id.group === "gateway.networking.k8s.io" && change.id.kind === "Gateway" ? "gateway" : "expose";
  return "base";
}
__name(kindOf, "kindOf");
function isGatewayApi({ id }) {
  return id.kind === "CustomResourceDefinition" && id.name.endsWith(".gateway.networking.k8s.io");
}
__name(isGatewayApi, "isGatewayApi");
function isReaderRole({ id }) {
  return id.group === "rbac.authorization.k8s.io" && id.name.startsWith("istio-reader-clusterrole");
}
__name(isReaderRole, "isReaderRole");
function movesDefault({ id, kind, fields }) {
  if (kind !== "update") return false;
  const isDefault = id.name === "istiod-default-validator" || /^istiod?-revision-tag-/u.test(id.name);
  return isDefault && fields.some(({ path }) => /clientConfig\.service|istio\.io\/rev|spec\.selector/u.test(path));
}
__name(movesDefault, "movesDefault");
function chartKind(chart) {
  switch (chart) {
    case "istiod":
    case "cni":
    case "ztunnel":
    case "gateway":
      return chart;
    default:
      return "base";
  }
}
__name(chartKind, "chartKind");
function nameOf3(kind, manifest) {
  const release2 = manifest?.origin.kind === "chart" ? manifest.origin.release : manifest?.id.name;
  if (kind === "gateway") return `gateway/${release2}`;
  return kind === "istiod" && release2 !== void 0 ? release2 : kind;
}
__name(nameOf3, "nameOf");

// src/plan/work.ts
function stepsWithWork(changes2, around2) {
  const byStep = /* @__PURE__ */ new Map();
  for (const change of changes2) {
    if (change.kind === "unknown") continue;
    for (const cluster of change.clusters) {
      const assignment = assign(change, cluster, around2);
      const step = byStep.get(assignment.id) ?? { assignment, stage: change.stage, clusters: /* @__PURE__ */ new Set(), writes: /* @__PURE__ */ new Map() };
      byStep.set(assignment.id, step);
      step.clusters.add(cluster);
      step.writes.set(writeKey(change.id, change.kind), write(change.id, change.kind));
    }
  }
  const steps = [...byStep.values()].map(({ assignment, stage, clusters, writes }) => ({
    ...assignment,
    stage,
    clusters: [...clusters].sort(),
    writes: [...writes.values()].sort(byOrderOfWrites)
  }));
  return [...steps, ...steps.flatMap(addressSteps)].sort((a, b) => a.id < b.id ? -1 : 1);
}
__name(stepsWithWork, "stepsWithWork");
function addressSteps(step) {
  const [cluster = ""] = step.clusters;
  if (step.kind !== "gateway" || !step.writes.some(({ id: id2 }) => id2.kind === "Service" || id2.kind === "Gateway")) return [];
  const id = step.id.replace("/gateway/", "/address/");
  return [
    { id, kind: "address", stage: "gateways", station: station(cluster, "address"), clusters: step.clusters, peer: void 0, writes: [] }
  ];
}
__name(addressSteps, "addressSteps");
function writeKey({ group: group3, kind, namespace: namespace2, name: name2 }, how) {
  return `${how} ${group3}|${kind}|${namespace2}|${name2}`;
}
__name(writeKey, "writeKey");
function byOrderOfWrites(a, b) {
  const difference = Number(a.kind === "delete") - Number(b.kind === "delete");
  if (difference !== 0) return difference;
  return a.kind === "delete" ? byApplyOrder(b.id, a.id) : byApplyOrder(a.id, b.id);
}
__name(byOrderOfWrites, "byOrderOfWrites");

// src/plan/index.ts
function plan2({ head, base, desired, changes: changes2 }) {
  const guards = [...clusterUnknown(changes2.changes), ...neverPruned(changes2.changes)];
  const staying = changes2.changes.filter(isKept).map(({ id, clusters: clusters2 }) => ({ id, clusters: clusters2 }));
  const { mesh } = head;
  if (mesh === void 0) return nothing2(desired, guards, staying);
  const kept2 = changes2.changes.filter((change) => !isKept(change));
  const removed = changes2.clusters.removed;
  const work = stepsWithWork(kept2, around(mesh, base?.mesh, removed));
  const waves = wavesOf(mesh);
  const given = { steps: work, busy: new Set(work.map((step) => step.station)) };
  const placed = work.length === 0 ? [] : place2(work, [...edgesOf(mesh, removed, given), ...waveEdges(waves)]);
  const last = Math.max(1, ...waves.values());
  const clusters = new Map(mesh.clusters.map((cluster) => [cluster.name, cluster]));
  const steps = byWaveAndDepth(placed.map((entry) => finished2(entry, { mesh, clusters, waveOf: /* @__PURE__ */ __name((cluster) => waves.get(cluster) ?? last, "waveOf") })));
  const deletions2 = deletionsOf2(kept2);
  return {
    steps,
    waves: wavesWithWork(steps, mesh),
    guards: [...guards, ...pruneUnconfirmed(deletions2, mesh.rollout.maxDeletions), ...irreversible(steps)],
    deletions: deletions2,
    kept: staying,
    digest: digestTree(desired, steps)
  };
}
__name(plan2, "plan");
function nothing2(desired, guards, kept2) {
  return { steps: [], waves: [], guards, deletions: /* @__PURE__ */ new Map(), kept: kept2, digest: digestTree(desired, []) };
}
__name(nothing2, "nothing");
function around(mesh, old, removed) {
  const names4 = new Map([...old?.clusters ?? [], ...mesh.clusters].map(({ istioName, name: name2 }) => [istioName, name2]));
  return { removed: new Set(removed), named: /* @__PURE__ */ __name((istioName) => names4.get(istioName) ?? istioName, "named") };
}
__name(around, "around");
function finished2({ step, after, depth }, { mesh, clusters, waveOf }) {
  const [name2 = ""] = step.clusters;
  return {
    depth,
    step: {
      id: step.id,
      kind: step.kind,
      stage: step.stage,
      clusters: step.clusters,
      after,
      writes: step.writes,
      gate: gateOf(step, clusters.get(name2)),
      wave: isWaved(step.kind) ? waveOf(name2) : 0,
      irreversible: whyIrreversible(step, mesh)
    }
  };
}
__name(finished2, "finished");
function deletionsOf2(changes2) {
  const counts = /* @__PURE__ */ new Map();
  for (const change of changes2) {
    if (change.kind !== "delete") continue;
    for (const cluster of change.clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a < b ? -1 : 1));
}
__name(deletionsOf2, "deletionsOf");
function wavesWithWork(steps, mesh) {
  const byWave = Map.groupBy(
    steps.filter((step) => step.wave > 0),
    (step) => step.wave
  );
  return [...byWave].sort(([a], [b]) => a - b).map(([number2, group3]) => ({
    number: number2,
    clusters: [...new Set(group3.flatMap((step) => step.clusters))].sort(),
    soakSeconds: mesh.rollout.soakSeconds
  }));
}
__name(wavesWithWork, "wavesWithWork");

// src/validate/accept.ts
function accept(findings2, acceptances, at) {
  let current = findings2;
  const own = [];
  for (const acceptance of acceptances) {
    const matches = findings2.some((entry) => concerns(acceptance, entry));
    const { rule: rule2, until } = acceptance;
    if (!matches) own.push(finding("acceptance-unused", { rule: rule2 }, { source: acceptance.place }));
    else if (at >= endOf(until)) own.push(finding("acceptance-expired", { rule: rule2, until }, { source: acceptance.place }));
    else current = current.flatMap((entry) => concerns(acceptance, entry) ? marked(entry, acceptance) : [entry]);
  }
  return [...current, ...own];
}
__name(accept, "accept");
function endOf(day) {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start + 864e5;
}
__name(endOf, "endOf");
function concerns(acceptance, entry) {
  const { object, file, cluster } = acceptance;
  return entry.rule === acceptance.rule && (object === void 0 || entry.object !== void 0 && object === nameOf4(entry.object)) && (file === void 0 || file === entry.source?.file) && (cluster === void 0 || entry.clusters.includes(cluster));
}
__name(concerns, "concerns");
function nameOf4(object) {
  return `${object.kind} ${object.namespace === "" ? "" : `${object.namespace}/`}${object.name}`;
}
__name(nameOf4, "nameOf");
function marked(entry, { reason: reason2, until, place: place3, cluster }) {
  if (entry.accepted !== void 0) return [entry];
  const accepted = { reason: reason2, until, by: place3 };
  if (cluster === void 0 || entry.clusters.length === 1) return [{ ...entry, accepted }];
  return [
    { ...entry, clusters: [cluster], accepted },
    { ...entry, clusters: entry.clusters.filter((name2) => name2 !== cluster) }
  ];
}
__name(marked, "marked");

// src/validate/context.ts
function kindKey(manifest) {
  return manifest.id.group === "" ? manifest.id.kind : `${manifest.id.group}/${manifest.id.kind}`;
}
__name(kindKey, "kindKey");
function meshView(repository, mesh, desired) {
  const byKind = /* @__PURE__ */ new Map();
  const isRead = (repository.leftOut ?? []).length === 0 && (repository.unreadFiles ?? []).length === 0;
  const clusters = mesh.clusters.map((cluster) => clusterView({ mesh, cluster, isRead }, desired, byKind));
  const byName4 = new Map(clusters.map((view) => [view.name, view]));
  const documents = new Map(mesh.clusters.map((cluster) => [cluster.name, cluster]));
  return {
    mesh,
    repository,
    isRead,
    clusters,
    cluster: /* @__PURE__ */ __name((name2) => byName4.get(name2), "cluster"),
    document: /* @__PURE__ */ __name((name2) => documents.get(name2), "document")
  };
}
__name(meshView, "meshView");
function clusterView({ mesh, cluster, isRead }, desired, indexes) {
  const owner = classOf(desired, cluster.name);
  const lists = /* @__PURE__ */ new Map();
  const names4 = /* @__PURE__ */ new Map();
  const remembered3 = /* @__PURE__ */ new Map();
  const list3 = /* @__PURE__ */ __name((kind) => {
    const known3 = lists.get(kind);
    if (known3 !== void 0) return known3;
    const made = owner === void 0 ? [] : membersOwn(owner, cluster.name, indexOf(owner, indexes).get(kind) ?? []);
    lists.set(kind, made);
    return made;
  }, "list");
  const get = /* @__PURE__ */ __name((kind, namespace2, name2) => {
    let index = names4.get(kind);
    if (index === void 0) {
      index = new Map(list3(kind).map((manifest) => [`${manifest.id.namespace}/${manifest.id.name}`, manifest]));
      names4.set(kind, index);
    }
    return index.get(`${namespace2}/${name2}`);
  }, "get");
  const view = {
    name: cluster.name,
    istioName: cluster.istioName,
    network: cluster.network,
    role: cluster.role,
    systemNamespace: cluster.systemNamespace,
    clusterDomain: cluster.clusterDomain,
    trustDomain: cluster.trustDomain,
    mesh,
    isInstalled: owner !== void 0 && owner.releases.length > 0 && owner.gaps.length === 0,
    isRead,
    revisions: cluster.istio.revisions,
    platform: cluster.platform,
    releases: owner?.releases ?? [],
    kinds: /* @__PURE__ */ __name(() => owner === void 0 ? [] : [...indexOf(owner, indexes).keys()].sort(), "kinds"),
    list: list3,
    get,
    remember: /* @__PURE__ */ __name((compute) => {
      const known3 = remembered3.get(compute);
      if (known3 !== void 0) return known3.value;
      const value = compute(view);
      remembered3.set(compute, { value });
      return value;
    }, "remember")
  };
  return view;
}
__name(clusterView, "clusterView");
function indexOf(owner, indexes) {
  const known3 = indexes.get(owner);
  if (known3 !== void 0) return known3;
  const index = Map.groupBy(owner.manifests, kindKey);
  indexes.set(owner, index);
  return index;
}
__name(indexOf, "indexOf");
function membersOwn(owner, cluster, manifests) {
  const symbols = owner.symbols.get(cluster);
  return symbols === void 0 || symbols.size === 0 ? manifests : manifests.map((manifest) => manifestOf(manifest, symbols));
}
__name(membersOwn, "membersOwn");

// src/validate/merge.ts
function mergeOverClusters(seen) {
  const sorted2 = [...seen].sort((a, b) => bySeverityAndPlace(a.finding, b.finding));
  return [...Map.groupBy(sorted2, keyOf2).values()].flatMap((equal) => {
    const first2 = equal[0]?.finding;
    if (first2 === void 0) return [];
    const clusters = [...new Set(equal.flatMap((entry) => entry.finding.clusters))].sort();
    return [{ ...first2, clusters }];
  });
}
__name(mergeOverClusters, "mergeOverClusters");
function keyOf2({ finding: finding2, isWritten }) {
  const { rule: rule2, severity, message, remedy, object, source } = finding2;
  const place3 = isWritten && source ? `${source.file}:${source.line}:${source.column}` : "";
  return JSON.stringify([
    rule2,
    severity,
    message,
    remedy,
    object && `${object.apiVersion} ${object.kind} ${object.namespace}/${object.name}`,
    place3
  ]);
}
__name(keyOf2, "keyOf");

// src/validate/facts/workloads.ts
function workloads(view) {
  return [...view.list("apps/Deployment"), ...view.list("apps/DaemonSet")].map((manifest) => ({
    manifest,
    labels: labelsAt(manifest.object, "spec", "template", "metadata", "labels"),
    containers: listAt(manifest.object, "spec", "template", "spec", "containers").filter(isObject)
  }));
}
__name(workloads, "workloads");
function labelsAt(object, ...path) {
  const entries = Object.entries(objectAt(object, ...path));
  return Object.fromEntries(entries.flatMap(([key, value]) => typeof value === "string" ? [[key, value]] : []));
}
__name(labelsAt, "labelsAt");
function labelsOf2(manifest) {
  return labelsAt(manifest.object, "metadata", "labels");
}
__name(labelsOf2, "labelsOf");
function fits(labels, selector2) {
  const wanted = Object.entries(selector2);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
__name(fits, "fits");
function environment(container) {
  return new Map(
    listAt(container, "env").flatMap((entry) => {
      const name2 = textAt(entry, "name");
      return name2 === void 0 ? [] : [[name2, textAt(entry, "value") ?? ""]];
    })
  );
}
__name(environment, "environment");
function isInjectedGateway(workload) {
  return workload.containers.some((container) => container["name"] === "istio-proxy" && container["image"] === "auto");
}
__name(isInjectedGateway, "isInjectedGateway");

// src/validate/facts/control-planes.ts
function controlPlanes(view) {
  return view.remember(workloads).flatMap(({ manifest, labels, containers }) => {
    const discovery3 = containers.find((container) => container["name"] === "discovery");
    if (discovery3 === void 0) return [];
    const image = textAt(discovery3, "image") ?? "";
    return [{ manifest, revision: labels["istio.io/rev"] ?? "default", environment: environment(discovery3), image }];
  });
}
__name(controlPlanes, "controlPlanes");
function injectors(view) {
  return view.list("admissionregistration.k8s.io/MutatingWebhookConfiguration").flatMap((manifest) => {
    if (textAt(manifest.object, "metadata", "labels", "app") !== "sidecar-injector") return [];
    const revision = textAt(manifest.object, "metadata", "labels", "istio.io/rev") ?? "default";
    return [{ manifest, revision, tag: textAt(manifest.object, "metadata", "labels", "istio.io/tag") }];
  });
}
__name(injectors, "injectors");

// src/validate/facts/network-gateways.ts
var networkLabel2 = "topology.istio.io/network";
var gatewayPortLabel = "networking.istio.io/gatewayPort";
var mtlsPort = 15443;
var hbonePort = 15008;
function gatewayServices(view) {
  return view.list("Service").flatMap((manifest) => {
    const labels = labelsOf2(manifest);
    const network = labels[networkLabel2];
    if (network === void 0) return [];
    const ports2 = listAt(manifest.object, "spec", "ports").map((port2) => Number(valueAt(port2, ["port"])));
    return [{ manifest, network, ports: ports2, mtlsPort: Number(labels[gatewayPortLabel] ?? mtlsPort) }];
  });
}
__name(gatewayServices, "gatewayServices");
function apiGateways(view) {
  return view.list("gateway.networking.k8s.io/Gateway").flatMap((manifest) => {
    const className = textAt(manifest.object, "spec", "gatewayClassName") ?? "";
    const label3 = labelsOf2(manifest)[networkLabel2];
    if (label3 === void 0 && className !== "istio-east-west") return [];
    return [{ manifest, network: label3 ?? view.network, className }];
  });
}
__name(apiGateways, "apiGateways");
function serversOf(gateway3) {
  return listAt(gateway3.object, "spec", "servers").flatMap((server, index) => {
    if (!isObject(server)) return [];
    return [
      {
        index,
        port: Number(valueAt(server, ["port", "number"])),
        protocol: (textAt(server, "port", "protocol") ?? "").toUpperCase(),
        mode: textAt(server, "tls", "mode") ?? "",
        hosts: listAt(server, "hosts").filter((host) => typeof host === "string")
      }
    ];
  });
}
__name(serversOf, "serversOf");
function networksOf(view) {
  return [...new Set(view.mesh.clusters.map((cluster) => cluster.network).filter((network) => network !== ""))].sort();
}
__name(networksOf, "networksOf");

// src/validate/rules/ambient/ambient-multi-network-off.ts
var check = /* @__PURE__ */ __name((cluster, report2) => {
  const count = networksOf(cluster).length;
  if (cluster.mesh.dataPlane !== "ambient" || count < 2) return;
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    if (environment2.get("AMBIENT_ENABLE_MULTI_NETWORK") !== "true") report2({ name: manifest.id.name, count }, { on: manifest });
  }
}, "check");

// src/validate/facts/versions.ts
function minorOf2(version) {
  const match = /^v?1\.(\d+)(?:\.|$|-)/u.exec(version);
  return match === null ? void 0 : Number(match[1]);
}
__name(minorOf2, "minorOf");
function oldestMinor(revisions) {
  const minors = revisions.map(({ version }) => minorOf2(version)).filter((minor) => minor !== void 0);
  return minors.length === 0 ? void 0 : Math.min(...minors);
}
__name(oldestMinor, "oldestMinor");

// src/validate/rules/ambient/ambient-multi-network-too-old.ts
var check2 = /* @__PURE__ */ __name((view, report2) => {
  if (view.mesh.dataPlane !== "ambient" || networksOf(view).length < 2) return;
  for (const cluster of view.mesh.clusters) {
    for (const { version } of cluster.istio.revisions) {
      const minor = minorOf2(version);
      if (minor === void 0 || minor >= 29) continue;
      const place3 = cluster.source.place(["spec", "istio", "revisions"]);
      const state = minor < 27 ? "unknown" : "only alpha";
      report2({ state, version, cluster: cluster.name }, { clusters: [cluster.name], place: place3, severity: minor < 27 ? "error" : "warning" });
    }
  }
}, "check");

// src/validate/rules/ambient/ambient-switch-ignored.ts
var check3 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    if (environment2.get("PILOT_ENABLE_AMBIENT") === "true") continue;
    const variable = [...environment2].find(([name2, value]) => name2.startsWith("AMBIENT_") && value !== "false")?.[0];
    if (variable !== void 0) report2({ name: manifest.id.name, variable }, { on: manifest });
  }
}, "check");

// src/validate/rules/ambient/ambient-topology-unsupported.ts
var check4 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  if (mesh.dataPlane !== "ambient" || mesh.topology === "multi-primary" || mesh.clusters.length < 2) return;
  report2({ topology: mesh.topology }, { place: mesh.source.place(["spec", "topology"]) });
}, "check");

// src/validate/facts/destinations.ts
function destinationsOf(service) {
  const spec = service.object["spec"];
  return ["http", "tls", "tcp"].flatMap(
    (protocol) => listAt(spec, protocol).flatMap((rule2, index) => {
      const at = ["spec", protocol, index];
      return [
        ...listAt(rule2, "route").map((route, number2) => [inside4(route, "destination"), [...at, "route", number2, "destination"]]),
        ...listAt(rule2, "mirrors").map(
          (mirror, number2) => [inside4(mirror, "destination"), [...at, "mirrors", number2, "destination"]]
        ),
        [inside4(rule2, "mirror"), [...at, "mirror"]]
      ].flatMap(([destination, path]) => {
        const host = textAt(destination, "host");
        return host === void 0 ? [] : [{ host, subset: textAt(destination, "subset"), path }];
      });
    })
  );
}
__name(destinationsOf, "destinationsOf");
function inside4(value, key) {
  const found = isObject(value) ? value[key] : void 0;
  return isObject(found) ? found : void 0;
}
__name(inside4, "inside");
function fullHost(host, namespace2, clusterDomain) {
  return host.includes(".") || host === "*" ? host : `${host}.${namespace2}.svc.${clusterDomain}`;
}
__name(fullHost, "fullHost");
function covers(pattern, host) {
  return pattern === host || pattern === "*" || pattern.startsWith("*.") && host.endsWith(pattern.slice(1));
}
__name(covers, "covers");
function subsetIndex(view) {
  const rules3 = view.list("networking.istio.io/DestinationRule").map((manifest) => ({
    manifest,
    host: fullHost(textAt(manifest.object, "spec", "host") ?? "", manifest.id.namespace, view.clusterDomain)
  }));
  const exact = /* @__PURE__ */ new Map();
  for (const { host, manifest } of rules3) {
    const known3 = exact.get(host);
    if (known3 === void 0) exact.set(host, [manifest]);
    else known3.push(manifest);
  }
  return { exact, wildcard: rules3.filter(({ host }) => host.startsWith("*")) };
}
__name(subsetIndex, "subsetIndex");
function rulesFor(index, host) {
  return [
    ...index.exact.get(host) ?? [],
    ...index.wildcard.filter((rule2) => rule2.host !== host && covers(rule2.host, host)).map((rule2) => rule2.manifest)
  ];
}
__name(rulesFor, "rulesFor");
function subsetsOf(rule2) {
  return new Map(
    listAt(rule2.object, "spec", "subsets").flatMap((subset) => {
      const name2 = textAt(subset, "name");
      return name2 === void 0 || !isObject(subset) ? [] : [[name2, subset]];
    })
  );
}
__name(subsetsOf, "subsetsOf");

// src/validate/rules/topology/cluster-domain-not-exposed.ts
var check5 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    for (const server of serversOf(manifest).filter(
      ({ mode, hosts }) => mode === "AUTO_PASSTHROUGH" && hosts.some((host) => host.startsWith("*"))
    )) {
      const names4 = server.hosts.map((host) => host.split("/").at(-1) ?? host);
      if (names4.some((host) => covers(host, `x.${cluster.clusterDomain}`))) continue;
      const facts = { name: manifest.id.name, hosts: names4.join(", "), domain: cluster.clusterDomain };
      report2(facts, { on: manifest, path: ["spec", "servers", server.index, "hosts"] });
    }
  }
}, "check");

// src/validate/rules/topology/cluster-name-differs.ts
var check6 = /* @__PURE__ */ __name((cluster, report2) => {
  const names4 = /* @__PURE__ */ new Set([cluster.istioName, ...cluster.role === "external" ? cluster.mesh.clusters.map((entry) => entry.istioName) : []]);
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    const name2 = environment2.get("CLUSTER_ID");
    if (cluster.mesh.clusters.length > 1 && name2 !== void 0 && name2 !== "Kubernetes" && !names4.has(name2)) {
      report2({ name: name2, expected: cluster.istioName }, { on: manifest });
    }
  }
}, "check");

// src/validate/rules/change/cluster-renamed.ts
var check7 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  for (const cluster of after.mesh.clusters) {
    const from = before2?.document(cluster.name)?.istioName;
    if (from === void 0 || from === cluster.istioName) continue;
    report2(
      { cluster: cluster.name, from, to: cluster.istioName },
      { clusters: [cluster.name], place: cluster.source.place(["spec", "istioName"]) }
    );
  }
}, "check");

// src/validate/rules/change/cluster-role-changed.ts
var check8 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  for (const cluster of after.mesh.clusters) {
    const old = before2?.document(cluster.name);
    if (old === void 0) continue;
    const [from, to] = [text2(old), text2(cluster)];
    if (from === to) continue;
    report2({ cluster: cluster.name, from, to }, { clusters: [cluster.name], place: cluster.source.place(["spec", "role"]) });
  }
}, "check");
function text2({ role, primary: primary2 }) {
  return primary2 === void 0 ? role : `${role} of ${primary2}`;
}
__name(text2, "text");

// src/validate/rules/topology/cni-half-installed.ts
var check9 = /* @__PURE__ */ __name((cluster, report2) => {
  const istiods = cluster.releases.filter(({ chart }) => chart === "istiod");
  if (cluster.mesh.dataPlane !== "sidecar" || istiods.length === 0) return;
  const expects = istiods.some(
    ({ values }) => valueAt(values, ["pilot", "cni", "enabled"]) === true || valueAt(values, ["cni", "enabled"]) === true
  );
  const isInstalled = cluster.releases.some(({ chart }) => chart === "cni");
  if (expects === isInstalled) return;
  report2({
    what: expects ? "Istiod expects the CNI plugin, but the cni chart is not installed" : "The cni chart is installed, but istiod does not use it"
  });
}, "check");

// src/validate/rules/topology/cross-network-server-invalid.ts
var check10 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  for (const server of serversOf(manifest).filter(({ port: port2 }) => port2 === mtlsPort)) {
    const path = ["spec", "servers", server.index];
    if (server.protocol !== "TLS")
      report2({ name: manifest.id.name, what: `protocol ${server.protocol || "none"}` }, { on: manifest, path: [...path, "port"] });
    else if (server.mode !== "AUTO_PASSTHROUGH")
      report2({ name: manifest.id.name, what: `mode ${server.mode || "none"}` }, { on: manifest, path: [...path, "tls"] });
  }
}, "check");

// src/validate/rules/change/data-plane-changed.ts
var check11 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  const [from, to] = [before2?.mesh.dataPlane, after.mesh.dataPlane];
  if (from === void 0 || from === to) return;
  const clusters = after.mesh.clusters.map(({ name: name2 }) => name2).filter((name2) => before2?.document(name2) !== void 0);
  report2({ from, to }, { clusters, place: after.mesh.source.place(["spec", "dataPlane"]) });
}, "check");

// src/validate/rules/topology/default-cluster-name.ts
var check12 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.mesh.clusters.length < 2) return;
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    const name2 = environment2.get("CLUSTER_ID") ?? "Kubernetes";
    if (name2 === "Kubernetes") report2({ name: name2, expected: cluster.istioName }, { on: manifest });
  }
}, "check");

// src/validate/rules/upgrade/default-revision-missing.ts
var check13 = /* @__PURE__ */ __name((cluster, report2) => {
  const manifest = cluster.get("admissionregistration.k8s.io/ValidatingWebhookConfiguration", "", "istiod-default-validator");
  if (manifest === void 0 || !cluster.isInstalled) return;
  const service = listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? [])[0];
  if (service === void 0 || cluster.get("Service", cluster.systemNamespace, service) !== void 0) return;
  report2({ service }, { on: manifest, path: ["webhooks"] });
}, "check");

// src/validate/facts/policies.ts
function isForChosen({ object }) {
  const isTargeted = valueAt(object, ["spec", "targetRef"]) !== void 0 || valueAt(object, ["spec", "targetRefs"]) !== void 0;
  return isTargeted || Object.keys(objectAt(object, "spec", "selector", "matchLabels")).length > 0;
}
__name(isForChosen, "isForChosen");
function reachOf(policy, root2) {
  const { namespace: namespace2 } = policy.id;
  if (namespace2 === root2) return isForChosen(policy) ? "the chosen workloads of every namespace" : "the whole mesh";
  return isForChosen(policy) ? `the chosen workloads of namespace ${namespace2}` : `namespace ${namespace2}`;
}
__name(reachOf, "reachOf");

// src/validate/facts/mesh-config.ts
function meshConfigs(view) {
  return view.list("ConfigMap").flatMap((manifest) => {
    const revision = manifest.id.name === "istio" ? "default" : manifest.id.name.startsWith("istio-") ? manifest.id.name.slice(6) : void 0;
    const text4 = textAt(manifest.object, "data", "mesh");
    if (revision === void 0 || text4 === void 0) return [];
    const networks = read3(textAt(manifest.object, "data", "meshNetworks") ?? "")["networks"];
    return [{ manifest, revision, config: read3(text4), networks: isObject(networks) ? networks : {} }];
  });
}
__name(meshConfigs, "meshConfigs");
function read3(text4) {
  try {
    const value = readValues(text4)[0];
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
__name(read3, "read");

// src/validate/facts/root-namespace.ts
function rootNamespace(view) {
  const written = meshConfigs(view).map(({ config }) => textAt(config, "rootNamespace"));
  return written.find((namespace2) => namespace2 !== void 0 && namespace2 !== "") ?? view.systemNamespace;
}
__name(rootNamespace, "rootNamespace");

// src/validate/rules/security/deny-all-policy.ts
var check14 = /* @__PURE__ */ __name((cluster, report2) => {
  const allowing = cluster.list("security.istio.io/AuthorizationPolicy").filter(isAllow);
  const closed = allowing.filter((policy) => !hasRules(policy));
  if (closed.length === 0) return;
  const root2 = cluster.remember(rootNamespace);
  const isOpened = allowing.length > closed.length;
  for (const policy of closed) {
    const isWhole = policy.id.namespace === root2 && !isForChosen(policy);
    report2({ name: policy.id.name, reach: reachOf(policy, root2) }, { on: policy, severity: isWhole && !isOpened ? "warning" : "info" });
  }
}, "check");
function isAllow({ object }) {
  return (textAt(object, "spec", "action") ?? "ALLOW") === "ALLOW";
}
__name(isAllow, "isAllow");
function hasRules({ object }) {
  return listAt(object, "spec", "rules").length > 0;
}
__name(hasRules, "hasRules");

// src/validate/facts/scopes.ts
function selectorFits(selector2, labels) {
  const pairs3 = Object.entries(objectAt(selector2, "matchLabels"));
  return pairs3.every(([key, value]) => labels[key] === value) && listAt(selector2, "matchExpressions").every((entry) => expressionFits(entry, labels));
}
__name(selectorFits, "selectorFits");
function expressionFits(expression, labels) {
  const value = labels[textAt(expression, "key") ?? ""];
  const values = listAt(expression, "values");
  switch (textAt(expression, "operator")) {
    case "In":
      return value !== void 0 && values.includes(value);
    case "NotIn":
      return value === void 0 || !values.includes(value);
    case "Exists":
      return value !== void 0;
    case "DoesNotExist":
      return value === void 0;
    default:
      return false;
  }
}
__name(expressionFits, "expressionFits");
function isGlobal(config, service, namespace2) {
  return listAt(config, "serviceScopeConfigs").some(
    (entry) => isObject(entry) && entry["scope"] === "GLOBAL" && selectorFits(objectAt(entry, "servicesSelector"), service) && selectorFits(objectAt(entry, "namespaceSelector"), namespace2)
  );
}
__name(isGlobal, "isGlobal");

// src/validate/rules/topology/discovery-selectors-hide-namespace.ts
var check15 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { config } of cluster.remember(meshConfigs)) {
    const selectors = listAt(config, "discoverySelectors").filter(isObject);
    for (const manifest of selectors.length === 0 ? [] : cluster.list("Namespace")) {
      const labels = { "kubernetes.io/metadata.name": manifest.id.name, ...labelsOf2(manifest) };
      if (!isInMesh(labels) || selectors.some((selector2) => selectorFits(selector2, labels))) continue;
      report2({ namespace: manifest.id.name }, { on: manifest, path: ["metadata", "labels"] });
    }
  }
}, "check");
function isInMesh(labels) {
  return labels["istio-injection"] === "enabled" || labels["istio.io/rev"] !== void 0 || labels["istio.io/dataplane-mode"] === "ambient";
}
__name(isInMesh, "isInMesh");

// src/validate/rules/topology/duplicate-cluster-name.ts
var check16 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  const byName4 = Map.groupBy(mesh.clusters, (cluster) => cluster.istioName);
  for (const [name2, clusters] of byName4) {
    if (clusters.length < 2) continue;
    const others3 = clusters.map((cluster) => cluster.name);
    report2({ name: name2, clusters: others3.join(", ") }, { clusters: others3, place: clusters[1]?.source.place(["spec", "istioName"]) });
  }
}, "check");

// src/validate/schema/durations.ts
var durationFormats = { atLeastMillisecond: "duration-of-1ms-or-more", any: "duration" };
var unruled = /* @__PURE__ */ new Set(["idleTimeout", "ttl", "budgetInterval"]);
var nanoseconds = { ns: 1, us: 1e3, \u00B5s: 1e3, \u03BCs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 36e11 };
function nanosecondsIn(text4) {
  if (/^[-+]?0$/u.test(text4)) return 0;
  if (!/^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/u.test(text4)) return void 0;
  const parts3 = [...text4.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/gu)];
  const sum2 = parts3.reduce((total, [, amount, unit]) => total + Number(amount) * (nanoseconds[unit ?? ""] ?? 0), 0);
  return text4.startsWith("-") ? -sum2 : sum2;
}
__name(nanosecondsIn, "nanosecondsIn");
function wantsDuration(structural) {
  return listAt(structural, "x-kubernetes-validations").some((rule2) => textAt(rule2, "rule") === "duration(self) >= duration('1ms')");
}
__name(wantsDuration, "wantsDuration");
function isDurationFormat(format) {
  return format === durationFormats.any || format === durationFormats.atLeastMillisecond;
}
__name(isDurationFormat, "isDurationFormat");
function withUnruledDurations(schema) {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (!isSchema(value)) return [key, value];
      const isBareText = unruled.has(key) && value["type"] === "string" && value["format"] === void 0 && value["enum"] === void 0;
      return [key, isBareText ? { ...value, format: durationFormats.any } : withUnruledDurations(value)];
    })
  );
}
__name(withUnruledDurations, "withUnruledDurations");
function isSchema(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isSchema, "isSchema");

// src/validate/schema/crds.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/validate/schema/object-meta.ts
var texts3 = { type: "object", nullable: true, additionalProperties: { type: "string" } };
var text3 = { type: "string", nullable: true };
var objectMeta = {
  type: "object",
  additionalProperties: false,
  properties: {
    name: text3,
    generateName: text3,
    namespace: text3,
    labels: texts3,
    annotations: texts3,
    finalizers: { type: "array", nullable: true, items: { type: "string" } },
    ownerReferences: {},
    managedFields: {},
    creationTimestamp: {},
    deletionTimestamp: {},
    deletionGracePeriodSeconds: {},
    generation: {},
    resourceVersion: text3,
    selfLink: text3,
    uid: text3
  }
};

// src/validate/schema/convert.ts
function schemaOfObject(structural) {
  const converted = convert(structural);
  const properties = isRecord(converted["properties"]) ? converted["properties"] : {};
  const judged3 = { ...properties, apiVersion: { type: "string" }, kind: { type: "string" }, metadata: objectMeta, status: {} };
  return { ...converted, type: "object", properties: judged3, additionalProperties: converted["additionalProperties"] ?? false };
}
__name(schemaOfObject, "schemaOfObject");
var kept = "type enum required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties format nullable".split(
  " "
);
function convert(schema) {
  const result2 = {};
  for (const key of kept) if (schema[key] !== void 0) result2[key] = schema[key];
  const { pattern } = schema;
  if (typeof pattern === "string" && isRegExp(pattern)) result2["pattern"] = pattern;
  if (wantsDuration(schema)) result2["format"] = durationFormats.atLeastMillisecond;
  if (schema["x-kubernetes-int-or-string"] === true) return { ...result2, type: ["integer", "string"] };
  for (const key of ["oneOf", "anyOf", "allOf"]) if (isList(schema[key])) result2[key] = schema[key].filter(isObject).map(convert);
  if (isObject(schema["not"])) result2["not"] = convert(schema["not"]);
  if (isObject(schema["items"])) result2["items"] = convert(schema["items"]);
  return { ...result2, ...fieldsOf(schema) };
}
__name(convert, "convert");
function fieldsOf(schema) {
  const { properties, additionalProperties } = schema;
  const result2 = {};
  if (isObject(properties)) {
    result2["properties"] = Object.fromEntries(
      Object.entries(properties).map(([name2, value]) => [name2, isObject(value) ? convert(value) : {}])
    );
  }
  if (isObject(additionalProperties)) result2["additionalProperties"] = convert(additionalProperties);
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true || additionalProperties !== void 0;
  if (!isOpen && schema["type"] === "object") result2["additionalProperties"] = false;
  return result2;
}
__name(fieldsOf, "fieldsOf");
function isRegExp(pattern) {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
__name(isRegExp, "isRegExp");
function isRecord(value) {
  return isObject(value);
}
__name(isRecord, "isRecord");

// src/validate/schema/formats.ts
var formats = {
  int32: { type: "number", validate: /* @__PURE__ */ __name((value) => value >= -(2 ** 31) && value < 2 ** 31, "validate") },
  int64: { type: "number", validate: /* @__PURE__ */ __name((value) => value >= -(2 ** 63) && value < 2 ** 63, "validate") },
  uint32: { type: "number", validate: /* @__PURE__ */ __name((value) => value >= 0 && value < 2 ** 32, "validate") },
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/u,
  byte: /^[A-Za-z0-9+/]*={0,2}$/u,
  duration: { type: "string", validate: /* @__PURE__ */ __name((text4) => nanosecondsIn(text4) !== void 0, "validate") },
  "duration-of-1ms-or-more": { type: "string", validate: /* @__PURE__ */ __name((text4) => (nanosecondsIn(text4) ?? 0) >= 1e6, "validate") },
  float: true,
  double: true
};

// src/validate/schema/crds.ts
function definedKinds(view) {
  return new Map(
    view.list("apiextensions.k8s.io/CustomResourceDefinition").map((manifest) => {
      const group3 = textAt(manifest.object, "spec", "group") ?? "";
      const kind = textAt(manifest.object, "spec", "names", "kind") ?? "";
      const served2 = listAt(manifest.object, "spec", "versions").flatMap(
        (version) => isObject(version) && version["served"] !== false ? textAt(version, "name") ?? [] : []
      );
      return [`${group3}/${kind}`, { group: group3, kind, served: served2, validator: /* @__PURE__ */ __name((version) => validatorOf(manifest, version), "validator") }];
    })
  );
}
__name(definedKinds, "definedKinds");
var compiled = /* @__PURE__ */ new Map();
var byManifest = /* @__PURE__ */ new WeakMap();
var compiler;
var ajv = /* @__PURE__ */ __name(() => compiler ??= new import_ajv.Ajv(settings2), "ajv");
var settings2 = {
  code: { optimize: false },
  allErrors: true,
  verbose: true,
  strict: false,
  logger: false,
  formats,
  meta: false,
  validateSchema: false,
  addUsedSchema: false
};
function validatorOf(crd, version) {
  const known3 = byManifest.get(crd) ?? /* @__PURE__ */ new Map();
  byManifest.set(crd, known3);
  if (!known3.has(version)) known3.set(version, compile2(crd, version));
  return known3.get(version);
}
__name(validatorOf, "validatorOf");
function compile2(crd, version) {
  const entry = listAt(crd.object, "spec", "versions").find((candidate) => textAt(candidate, "name") === version);
  const structural = objectAt(entry, "schema", "openAPIV3Schema");
  if (Object.keys(structural).length === 0) return void 0;
  const isIstio = (textAt(crd.object, "spec", "group") ?? "").endsWith(".istio.io");
  const text4 = `${isIstio ? "istio " : ""}${canonical(structural)}`;
  const known3 = compiled.get(text4);
  if (known3 !== void 0) return known3;
  const schema = schemaOfObject(structural);
  const made = ajv().compile(isIstio ? withUnruledDurations(schema) : schema);
  compiled.set(text4, made);
  return made;
}
__name(compile2, "compile");

// src/validate/schema/translate.ts
function translate(errors2, value) {
  const mistakes = errors2.filter((error) => !isInsideCondition(error.schemaPath)).flatMap((error) => mistakeOf(error, pathOf2(error.instancePath, value)));
  const seen = /* @__PURE__ */ new Set();
  return mistakes.filter((mistake) => {
    const key = JSON.stringify([mistake.kind, mistake.path, "field" in mistake ? mistake.field : ""]);
    return !seen.has(key) && seen.add(key) !== void 0;
  });
}
__name(translate, "translate");
function isInsideCondition(schemaPath) {
  const steps = schemaPath.split("/").slice(1);
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step === "properties") index++;
    else if ((step === "oneOf" || step === "anyOf") && index < steps.length - 1) return true;
    else if (step === "not" && index < steps.length - 1) return true;
  }
  return false;
}
__name(isInsideCondition, "isInsideCondition");
function pathOf2(pointer, value) {
  let at = value;
  return pointer.split("/").slice(1).map((text4) => {
    const step = decodeURIComponent(text4.replaceAll("~1", "/").replaceAll("~0", "~"));
    const isIndex = Array.isArray(at);
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : void 0;
    return isIndex ? Number(step) : step;
  });
}
__name(pathOf2, "pathOf");
function mistakeOf(error, path) {
  const { keyword, params, data, parentSchema } = error;
  switch (keyword) {
    case "additionalProperties": {
      const field = String(params["additionalProperty"]);
      return [{ kind: "unknown-field", path: [...path, field], field, known: Object.keys(parentSchema?.["properties"] ?? {}) }];
    }
    case "type":
      return [
        {
          kind: "wrong-type",
          path,
          seen: data,
          expected: [params["type"]].flat().map(String),
          isDuration: isDurationFormat(parentSchema?.["format"])
        }
      ];
    case "enum":
      return [{ kind: "not-allowed", path, seen: data, allowed: listOf(params["allowedValues"]).map(String) }];
    case "required":
      return [{ kind: "missing", path, field: String(params["missingProperty"]) }];
    case "oneOf":
    case "anyOf":
      return exclusive(error, path);
    case "not":
      return exclusive(error, path);
    case "format":
      if (isDurationFormat(params["format"])) return isHole(data) ? [] : [{ kind: "duration", path, seen: String(data) }];
      return outOfRange(error, path);
    default:
      return outOfRange(error, path);
  }
}
__name(mistakeOf, "mistakeOf");
function outOfRange(error, path) {
  return isHole(error.data) ? [] : [{ kind: "out-of-range", path, seen: error.data, expected: expectation(error) }];
}
__name(outOfRange, "outOfRange");
function isHole(data) {
  return typeof data === "string" && data.includes("\u27E6");
}
__name(isHole, "isHole");
function exclusive(error, path) {
  const fields = [...new Set(requiredIn(error.schema))];
  const present2 = fields.filter((field) => typeof error.data === "object" && error.data !== null && Object.hasOwn(error.data, field));
  return [{ kind: "exclusive", path, fields, present: present2 }];
}
__name(exclusive, "exclusive");
function requiredIn(schema) {
  if (Array.isArray(schema)) return schema.flatMap(requiredIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => key === "required" ? listOf(value).map(String) : requiredIn(value));
}
__name(requiredIn, "requiredIn");
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
__name(listOf, "listOf");
function expectation({ keyword, params }) {
  const limit3 = String(params["limit"]);
  switch (keyword) {
    case "minimum":
      return `${limit3} or more`;
    case "maximum":
      return `${limit3} or less`;
    case "minLength":
      return `at least ${limit3} characters`;
    case "maxLength":
      return `at most ${limit3} characters`;
    case "minItems":
      return `at least ${limit3} entries`;
    case "maxItems":
      return `at most ${limit3} entries`;
    case "minProperties":
      return `at least ${limit3} fields`;
    case "maxProperties":
      return `at most ${limit3} fields`;
    case "pattern":
      return `text that matches ${String(params["pattern"])}`;
    case "format":
      return `a value of format ${String(params["format"])}`;
    default:
      return `what the schema calls ${keyword}`;
  }
}
__name(expectation, "expectation");

// src/validate/schema/judged.ts
function judged(view) {
  return [...view.remember(definedKinds).entries()].flatMap(
    ([key, kind]) => view.list(key).flatMap((manifest) => {
      const mistakes = mistakesOf(manifest, kind);
      return mistakes.length === 0 ? [] : [{ manifest, name: idText(manifest.id), mistakes }];
    })
  );
}
__name(judged, "judged");
function versionOf(manifest) {
  const apiVersion = textAt(manifest.object, "apiVersion") ?? "";
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}
__name(versionOf, "versionOf");
var answers = /* @__PURE__ */ new WeakMap();
function mistakesOf(manifest, kind) {
  const version = versionOf(manifest);
  const validator = kind.served.includes(version) ? kind.validator(version) : void 0;
  if (validator === void 0) return [];
  const known3 = answers.get(manifest)?.get(validator);
  if (known3 !== void 0) return known3;
  const isRight = validator(manifest.object);
  const mistakes = isRight ? [] : translate(validator.errors ?? [], manifest.object);
  const kept2 = answers.get(manifest) ?? /* @__PURE__ */ new Map();
  answers.set(manifest, kept2.set(validator, mistakes));
  return mistakes;
}
__name(mistakesOf, "mistakesOf");

// src/validate/schema/mistake.ts
function pathText(path) {
  return path.map((step) => typeof step === "number" ? `[${step}]` : /^[\w-]+$/u.test(step) ? `.${step}` : `["${step}"]`).join("").replace(/^\./u, "");
}
__name(pathText, "pathText");
function valueText(value) {
  if (value === null) return "nothing (null)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return value.length > 60 ? `the text "${value.slice(0, 59)}\u2026"` : `the text "${value}"`;
  return `the ${typeof value} ${String(value)}`;
}
__name(valueText, "valueText");

// src/validate/rules/schema/duration-malformed.ts
var check17 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "duration") continue;
      const { path, seen } = mistake;
      const isShort = nanosecondsIn(seen) !== void 0;
      const amount = /^\s*(\d+(?:\.\d+)?)/u.exec(seen)?.[1] ?? "5";
      const facts = {
        path: pathText(path),
        seen: valueText(seen),
        why: isShort ? "is shorter than a millisecond" : "is not a duration",
        example: isShort ? "1ms" : `${amount}s`
      };
      report2(facts, { on: manifest, path });
    }
  }
}, "check");

// src/validate/rules/ambient/east-west-gateway-without-network.ts
var check18 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isInstalled) return;
  for (const { manifest, network, className } of cluster.remember(apiGateways)) {
    if (className === "istio-east-west" && network === "")
      report2({ name: manifest.id.name }, { on: manifest, path: ["metadata", "labels"] });
  }
}, "check");

// src/validate/rules/ambient/east-west-gateway-without-revision.ts
var check19 = /* @__PURE__ */ __name((cluster, report2) => {
  const names4 = cluster.remember(injectors).flatMap(({ revision, tag }) => tag === void 0 ? [revision] : [revision, tag]);
  if (names4.length === 0 || names4.includes("default")) return;
  const known3 = [...new Set(names4)].sort().join(", ");
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    const isLabelled = labelsOf2(manifest)["istio.io/rev"] !== void 0;
    if (className === "istio-east-west" && !isLabelled)
      report2({ name: manifest.id.name, known: known3 }, { on: manifest, path: ["metadata", "labels"] });
  }
}, "check");

// src/validate/facts/listeners.ts
function listenersOf(gateway3) {
  return listAt(gateway3.object, "spec", "listeners").map((listener2, index) => ({
    index,
    name: textAt(listener2, "name") ?? "",
    port: Number(valueAt(listener2, ["port"])),
    protocol: textAt(listener2, "protocol") ?? "",
    mode: textAt(listener2, "tls", "mode") ?? "Terminate",
    options: objectAt(listener2, "tls", "options")
  }));
}
__name(listenersOf, "listenersOf");
function isAutoPassthrough(gateway3, listener2) {
  if (listener2.mode !== "Passthrough") return false;
  const labels = labelsOf2(gateway3);
  if (listener2.options["gateway.istio.io/listener-protocol"] === "auto-passthrough") return true;
  return labels[networkLabel2] !== void 0 && (listener2.port === mtlsPort || String(listener2.port) === labels[gatewayPortLabel]);
}
__name(isAutoPassthrough, "isAutoPassthrough");

// src/validate/rules/ambient/east-west-listener-invalid.ts
var option = "gateway.istio.io/tls-terminate-mode";
var check20 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  const spec = manifest.object["spec"];
  const isEastWest = typeof spec === "object" && spec !== null && "gatewayClassName" in spec && spec.gatewayClassName === "istio-east-west";
  if (!isEastWest) return;
  const listeners = listenersOf(manifest);
  const hbone = listeners.filter((listener2) => listener2.protocol === "HBONE");
  const name2 = manifest.id.name;
  if (hbone.length === 0) report2({ name: name2, what: "has no listener of protocol HBONE" }, { on: manifest, path: ["spec", "listeners"] });
  for (const listener2 of hbone) {
    const at = { on: manifest, path: ["spec", "listeners", listener2.index] };
    if (listener2.port !== hbonePort) report2({ name: name2, what: `listens with HBONE on port ${listener2.port}` }, at);
    if (listener2.options[option] !== "ISTIO_MUTUAL") report2({ name: name2, what: `does not set ${option} to ISTIO_MUTUAL` }, at);
  }
}, "check");

// src/validate/rules/ambient/east-west-listener-not-supported.ts
var check21 = /* @__PURE__ */ __name((cluster, report2) => {
  const minor = oldestMinor(cluster.revisions);
  if (minor === void 0) return;
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    if (className !== "istio-east-west") continue;
    for (const listener2 of listenersOf(manifest).filter(({ protocol }) => protocol !== "HBONE")) {
      if (minor >= 30 && listener2.protocol === "TLS" && listener2.mode === "Passthrough") continue;
      const rule2 = minor >= 30 ? "beside HBONE only TLS Passthrough is" : "only HBONE is before 1.30";
      const facts = { listener: listener2.name, protocol: listener2.protocol, port: listener2.port, minor, rule: rule2 };
      report2(facts, { on: manifest, path: ["spec", "listeners", listener2.index] });
    }
  }
}, "check");

// src/validate/rules/topology/east-west-selector-matches-nothing.ts
var eastWestPorts = /* @__PURE__ */ new Set([15443, 15012, 15017]);
var check22 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isInstalled) return;
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    const isEastWest = serversOf(manifest).some((server) => server.mode === "AUTO_PASSTHROUGH" || eastWestPorts.has(server.port));
    const selector2 = labelsAt(manifest.object, "spec", "selector");
    const all = cluster.remember(workloads);
    if (!isEastWest || Object.keys(selector2).length === 0 || all.some(({ labels }) => fits(labels, selector2))) continue;
    const known3 = all.filter(isInjectedGateway).flatMap(({ labels }) => labels["istio"] === void 0 ? [] : [`istio: ${labels["istio"]}`]);
    const facts = {
      selector: Object.entries(selector2).map(([key, value]) => `${key}: ${value}`).join(", "),
      known: known3.length === 0 ? "" : ` Gateways here: ${[...new Set(known3)].sort().join("; ")}.`
    };
    report2(facts, { on: manifest, path: ["spec", "selector"] });
  }
}, "check");

// src/validate/rules/topology/external-address-differs.ts
var check23 = /* @__PURE__ */ __name((mesh, report2) => {
  for (const external2 of mesh.clusters.filter((cluster) => cluster.role === "external")) {
    const addresses = external2.remember(meshConfigs).flatMap(({ config }) => textAt(config, "defaultConfig", "discoveryAddress") ?? []);
    const served2 = mesh.mesh.clusters.filter((cluster) => cluster.primary === external2.name).map((cluster) => cluster.name);
    for (const cluster of addresses.length === 0 ? [] : mesh.clusters.filter(({ name: name2 }) => served2.includes(name2))) {
      for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
        const urls = new Set(listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "url") ?? []));
        const wrong = [...urls].find((url) => !addresses.some((address) => hostOf(address) === hostOf(url)));
        if (wrong !== void 0)
          report2({ cluster: cluster.name, url: wrong, address: addresses[0] ?? "" }, { on: manifest, clusters: [cluster.name] });
      }
    }
  }
}, "check");
function hostOf(address) {
  return address.replace(/^https?:\/\//u, "").replace(/(?:\/.*)?$/u, "").replace(/:\d+$/u, "");
}
__name(hostOf, "hostOf");

// src/validate/rules/topology/external-istiod-manages-webhooks.ts
var expectations = [
  ["EXTERNAL_ISTIOD", "true"],
  ["INJECTION_WEBHOOK_CONFIG_NAME", ""],
  ["VALIDATION_WEBHOOK_CONFIG_NAME", ""]
];
var check24 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.role !== "external") return;
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    for (const [variable, expected2] of expectations) {
      const seen = environment2.get(variable);
      if (seen === expected2) continue;
      report2(
        {
          name: manifest.id.name,
          variable,
          seen: seen === void 0 ? "not set" : `"${seen}"`,
          expected: expected2 === "" ? "set and empty" : `"${expected2}"`
        },
        { on: manifest }
      );
    }
  }
}, "check");

// src/validate/rules/topology/external-name-control-plane.ts
var check25 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
    const names4 = new Set(
      listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? [])
    );
    for (const name2 of names4) {
      const service = cluster.get("Service", cluster.systemNamespace, name2);
      if (service === void 0 || textAt(service.object, "spec", "type") !== "ExternalName") continue;
      report2({ webhook: manifest.id.name, service: name2, address: textAt(service.object, "spec", "externalName") ?? "" }, { on: manifest });
    }
  }
}, "check");

// src/validate/rules/routing/failover-without-outlier-detection.ts
var check26 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  const top = ["spec", "trafficPolicy"];
  const inherited = valueAt(manifest.object, [...top, "outlierDetection"]);
  const policies2 = [
    [top, void 0],
    ...portsIn(manifest.object, top, inherited),
    ...listAt(manifest.object, "spec", "subsets").map((_, index) => [["spec", "subsets", index, "trafficPolicy"], inherited])
  ];
  for (const [path, above] of policies2) {
    const policy = valueAt(manifest.object, path);
    const locality = objectAt(policy, "loadBalancer", "localityLbSetting");
    const key = ["failover", "failoverPriority"].find((name2) => listAt(locality, name2).length > 0);
    if (key === void 0 || locality["enabled"] === false || valueAt(policy, ["outlierDetection"]) !== void 0 || above !== void 0)
      continue;
    const at = { on: manifest, path: [...path, "loadBalancer", "localityLbSetting", key], of: "key" };
    report2({ host: textAt(manifest.object, "spec", "host") ?? "" }, at);
  }
}, "check");
function portsIn(object, top, inherited) {
  return listAt(object, ...top, "portLevelSettings").map((_, index) => [[...top, "portLevelSettings", index], inherited]);
}
__name(portsIn, "portsIn");

// src/validate/rules/schema/field-missing.ts
var check27 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, name: name2, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "missing") continue;
      const place3 = mistake.path.length === 0 ? name2 : `${pathText(mistake.path)} of ${name2}`;
      report2({ place: place3, field: mistake.field }, { on: manifest, path: mistake.path });
    }
  }
}, "check");

// src/validate/rules/schema/field-of-wrong-type.ts
var names3 = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "nothing"
};
var check28 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "wrong-type") continue;
      const { path, seen, expected: expected2, isDuration } = mistake;
      const wanted = expected2.filter((type) => type !== "null");
      const isScalar = typeof seen === "boolean" || typeof seen === "number";
      const isTime = isDuration && typeof seen === "number";
      const hint = isTime ? ` For ${seen} seconds: ${seen}s.` : wanted.includes("string") && isScalar ? ` In YAML, put it in quotes: "${String(seen)}".` : "";
      const types = isTime ? "a duration with its unit" : wanted.map((type) => names3[type] ?? type).join(" or ");
      const facts = { path: pathText(path), seen: valueText(seen), expected: types, hint };
      report2(facts, { on: manifest, path });
    }
  }
}, "check");

// src/validate/rules/schema/fields-exclude-each-other.ts
var check29 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, name: name2, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "exclusive") continue;
      const { path, fields, present: present2 } = mistake;
      const place3 = path.length === 0 ? name2 : pathText(path);
      const what2 = present2.length > 1 ? `${place3} sets ${present2.join(" and ")}, which exclude each other.` : `${place3} must set one of ${fields.join(", ")}.`;
      report2({ what: what2 }, { on: manifest, path: present2[1] === void 0 ? path : [...path, present2[1]], of: "key" });
    }
  }
}, "check");

// src/validate/rules/topology/gateway-address-family-differs.ts
var check30 = /* @__PURE__ */ __name((mesh, report2) => {
  const gateways = mesh.clusters.flatMap(
    (cluster) => cluster.remember(gatewayServices).flatMap(({ manifest, network }) => {
      const families = listAt(manifest.object, "spec", "ipFamilies").filter((family) => typeof family === "string");
      return families.length === 0 ? [] : [{ cluster: cluster.name, manifest, network, families }];
    })
  );
  gateways.forEach((gateway3, index) => {
    const peer = gateways.slice(0, index).find((other) => other.network !== gateway3.network && !other.families.some((family) => gateway3.families.includes(family)));
    if (peer === void 0) return;
    const { cluster, manifest, families } = gateway3;
    const facts = { name: manifest.id.name, cluster, families: families.join(", "), peer: peer.cluster, others: peer.families.join(", ") };
    report2(facts, { on: manifest, path: ["spec", "ipFamilies"], clusters: [cluster, peer.cluster] });
  });
}, "check");

// src/validate/rules/topology/gateway-before-control-plane.ts
var check31 = /* @__PURE__ */ __name(({ plan: plan3 }, report2) => {
  const byId2 = new Map(plan3.steps.map((step) => [step.id, step]));
  for (const gateway3 of plan3.steps.filter((step) => step.kind === "gateway")) {
    for (const cluster of gateway3.clusters) {
      const istiod2 = plan3.steps.find((step) => step.kind === "istiod" && step.clusters.includes(cluster));
      if (istiod2 === void 0 || comesAfter(gateway3, istiod2.id, byId2)) continue;
      report2({ gateway: gateway3.id, cluster }, { clusters: [cluster] });
    }
  }
}, "check");
function comesAfter(step, wanted, steps) {
  const seen = /* @__PURE__ */ new Set();
  const open2 = [...step.after];
  for (let id = open2.pop(); id !== void 0; id = open2.pop()) {
    if (id === wanted) return true;
    if (!seen.has(id)) open2.push(...steps.get(id)?.after ?? []);
    seen.add(id);
  }
  return false;
}
__name(comesAfter, "comesAfter");

// src/validate/rules/topology/gateway-in-uninjected-namespace.ts
var check32 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const workload of cluster.remember(workloads)) {
    const { name: name2, namespace: namespace2 } = workload.manifest.id;
    const owner = cluster.get("Namespace", "", namespace2);
    if (!isInjectedGateway(workload) || owner === void 0 || labelsOf2(owner)["istio-injection"] !== "disabled") continue;
    report2({ name: name2, namespace: namespace2 }, { on: owner, path: ["metadata", "labels", "istio-injection"] });
  }
}, "check");

// src/validate/rules/ambient/gateway-kind-missing.ts
var check33 = /* @__PURE__ */ __name((mesh, report2) => {
  const networks = networksOf(mesh);
  const labels = mesh.clusters.flatMap((cluster) => cluster.list("Namespace").map(labelsOf2));
  const isAmbient = labels.some((entry) => entry["istio.io/dataplane-mode"] === "ambient");
  const hasSidecars = labels.some((entry) => entry["istio-injection"] === "enabled");
  if (networks.length < 2 || !isAmbient || !hasSidecars || !mesh.isRead || !mesh.clusters.every((cluster) => cluster.isInstalled)) return;
  for (const network of networks) {
    const services = mesh.clusters.flatMap((cluster) => cluster.remember(gatewayServices)).filter((service) => service.network === network);
    const api = mesh.clusters.flatMap((cluster) => cluster.remember(apiGateways)).filter((gateway3) => gateway3.network === network);
    const isForSidecars = services.some((service) => service.ports.includes(service.mtlsPort)) || api.some(({ className }) => className === "istio");
    const isForAmbient = services.some((service) => service.ports.includes(hbonePort)) || api.some(({ className }) => className === "istio-east-west");
    if (isForSidecars === isForAmbient) continue;
    const clusters = mesh.clusters.filter((cluster) => cluster.network === network).map((cluster) => cluster.name);
    const [present2, missing2] = isForSidecars ? ["a gateway for sidecars", "one for ambient"] : ["a gateway for ambient", "one for sidecars"];
    report2({ network, present: present2 ?? "", missing: missing2 ?? "" }, { clusters });
  }
}, "check");

// src/validate/rules/topology/gateway-of-other-network.ts
var check34 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.network === "" || cluster.mesh.clusters.length < 2) return;
  const api = cluster.remember(apiGateways).filter((gateway3) => gateway3.className !== "istio-remote");
  for (const { manifest, network } of [...cluster.remember(gatewayServices), ...api]) {
    if (network === cluster.network) continue;
    const path = ["metadata", "labels", "topology.istio.io/network"];
    report2({ name: manifest.id.name, network, expected: cluster.network }, { on: manifest, path });
  }
}, "check");

// src/validate/rules/topology/gateway-port-label-missing.ts
var check35 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, ports: ports2 } of cluster.remember(gatewayServices)) {
    const index = listAt(manifest.object, "spec", "ports").findIndex((port3) => textAt(port3, "name") === "tls");
    const port2 = Number(valueAt(manifest.object, ["spec", "ports", index, "port"]));
    if (index < 0 || ports2.includes(mtlsPort) || ports2.includes(hbonePort) || labelsOf2(manifest)[gatewayPortLabel] !== void 0) continue;
    report2({ name: manifest.id.name, port: port2 }, { on: manifest, path: ["spec", "ports", index, "port"] });
  }
}, "check");

// src/validate/rules/topology/gateway-port-shared.ts
var check36 = /* @__PURE__ */ __name((cluster, report2) => {
  const gateways = cluster.list("networking.istio.io/Gateway");
  const through = gateways.flatMap((manifest) => {
    const ports2 = serversOf(manifest).flatMap((server) => server.mode === "AUTO_PASSTHROUGH" ? [server.port] : []);
    return ports2.map((port2) => ({ manifest, port: port2, selector: selectorOf2(manifest) }));
  });
  for (const manifest of through.length === 0 ? [] : gateways) {
    for (const server of serversOf(manifest)) {
      const rival = through.find(
        (entry) => entry.manifest !== manifest && entry.port === server.port && mayMeet(entry.selector, selectorOf2(manifest))
      );
      if (rival === void 0 || server.mode === "AUTO_PASSTHROUGH" && idOf2(manifest) < idOf2(rival.manifest)) continue;
      report2(
        { name: idOf2(manifest), port: server.port, other: idOf2(rival.manifest) },
        { on: manifest, path: ["spec", "servers", server.index, "port"] }
      );
    }
  }
}, "check");
function idOf2(manifest) {
  return `${manifest.id.namespace}/${manifest.id.name}`;
}
__name(idOf2, "idOf");
function selectorOf2(manifest) {
  return labelsAt(manifest.object, "spec", "selector");
}
__name(selectorOf2, "selectorOf");
function mayMeet(a, b) {
  return contains(a, b) || contains(b, a);
}
__name(mayMeet, "mayMeet");
function contains(outer, inner) {
  return Object.entries(inner).every(([key, value]) => outer[key] === value);
}
__name(contains, "contains");

// src/validate/rules/routing/gateway-protocol-unknown.ts
var known2 = new Set("HTTP HTTP2 HTTPS HTTP_PROXY HBONE GRPC GRPC-WEB TLS TCP UDP MONGO REDIS MYSQL".split(" "));
var check37 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  listAt(manifest.object, "spec", "servers").forEach((server, index) => {
    const protocol = textAt(server, "port", "protocol");
    if (protocol === void 0 || known2.has(protocol.toUpperCase()) || protocol.includes("\u27E6")) return;
    report2({ name: manifest.id.name, protocol }, { on: manifest, path: ["spec", "servers", index, "port", "protocol"] });
  });
}, "check");

// src/validate/rules/topology/gateway-revision-not-installed.ts
var check38 = /* @__PURE__ */ __name((cluster, report2) => {
  const all = cluster.remember(injectors);
  if (all.length === 0) return;
  const known3 = new Set(all.flatMap(({ revision, tag }) => tag === void 0 ? [revision] : [revision, tag]));
  for (const workload of cluster.remember(workloads)) {
    const revision = workload.labels["istio.io/rev"];
    if (!isInjectedGateway(workload) || revision === void 0 || known3.has(revision)) continue;
    const path = ["spec", "template", "metadata", "labels", "istio.io/rev"];
    report2({ name: workload.manifest.id.name, revision, known: [...known3].sort().join(", ") }, { on: workload.manifest, path });
  }
}, "check");

// src/validate/rules/topology/gateway-without-istiod-port.ts
var istiodPorts = /* @__PURE__ */ new Set([15012, 15017]);
var check39 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    const servers = serversOf(manifest).filter((server) => istiodPorts.has(server.port));
    const selector2 = labelsAt(manifest.object, "spec", "selector");
    const pods = servers.length === 0 ? [] : cluster.remember(workloads).filter(({ labels }) => fits(labels, selector2));
    const services = cluster.list("Service").filter(
      (service) => pods.some(
        (pod) => pod.manifest.id.namespace === service.id.namespace && fits(pod.labels, labelsAt(service.object, "spec", "selector"))
      )
    );
    if (services.length === 0) continue;
    const ports2 = new Set(
      services.flatMap((service) => listAt(service.object, "spec", "ports").map((port2) => Number(valueAt(port2, ["port"]))))
    );
    for (const server of servers.filter(({ port: port2 }) => !ports2.has(port2))) {
      report2({ gateway: manifest.id.name, port: server.port }, { on: manifest, path: ["spec", "servers", server.index, "port", "number"] });
    }
  }
}, "check");

// src/validate/rules/ambient/global-label-in-some-clusters.ts
var check40 = /* @__PURE__ */ __name((mesh, report2) => {
  if (mesh.mesh.dataPlane !== "ambient") return;
  const services = mesh.clusters.flatMap((cluster) => cluster.list("Service").map((manifest) => ({ cluster: cluster.name, manifest })));
  for (const [name2, copies] of Map.groupBy(services, ({ manifest }) => `${manifest.id.namespace}/${manifest.id.name}`)) {
    const global = copies.filter(({ manifest }) => labelsOf2(manifest)["istio.io/global"] === "true");
    const local = copies.filter((copy) => !global.includes(copy));
    if (global.length === 0 || local.length === 0) continue;
    const names4 = /* @__PURE__ */ __name((list3) => list3.map(({ cluster }) => cluster).join(", "), "names");
    const at = { on: local[0]?.manifest, path: ["metadata", "labels"], clusters: copies.map(({ cluster }) => cluster) };
    report2({ name: name2, global: names4(global), local: names4(local) }, at);
  }
}, "check");

// src/validate/rules/ambient/global-label-lost.ts
var check41 = /* @__PURE__ */ __name((cluster, report2) => {
  const configs2 = cluster.remember(meshConfigs);
  if (cluster.mesh.dataPlane !== "ambient" || configs2.length === 0) return;
  for (const service of cluster.list("Service").filter((entry) => labelsOf2(entry)["istio.io/global"] === "true")) {
    const namespace2 = cluster.get("Namespace", "", service.id.namespace);
    if (configs2.some(({ config }) => isGlobal(config, labelsOf2(service), namespace2 ? labelsOf2(namespace2) : {}))) continue;
    report2({ service: service.id.name }, { on: service, path: ["metadata", "labels", "istio.io/global"] });
  }
}, "check");

// src/validate/rules/ambient/global-label-without-effect.ts
var check42 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  const isEntry = manifest.id.kind === "ServiceEntry";
  const isName = textAt(manifest.object, "spec", "type") === "ExternalName";
  if (labelsOf2(manifest)["istio.io/global"] !== "true" || !(isEntry || isName)) return;
  const what2 = isEntry ? "a ServiceEntry" : "a Service of type ExternalName";
  report2({ name: manifest.id.name, what: what2 }, { on: manifest, path: ["metadata", "labels", "istio.io/global"] });
}, "check");

// src/validate/rules/ambient/global-namespace-without-effect.ts
var check43 = /* @__PURE__ */ __name((cluster, report2) => {
  const configs2 = cluster.remember(meshConfigs);
  const looks = configs2.some(
    ({ config }) => listAt(config, "serviceScopeConfigs").some((entry) => isObject(entry) && entry["namespaceSelector"] !== void 0)
  );
  if (configs2.length === 0 || looks) return;
  for (const manifest of cluster.list("Namespace").filter((entry) => labelsOf2(entry)["istio.io/global"] === "true")) {
    report2({ namespace: manifest.id.name }, { on: manifest, path: ["metadata", "labels", "istio.io/global"] });
  }
}, "check");

// src/validate/rules/topology/health-check-not-on-status-port.ts
var annotation2 = "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port";
var check44 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const port2 = textAt(manifest.object, "metadata", "annotations", annotation2);
    if (port2 === void 0 || !/^\d+$/u.test(port2) || port2 === "15021" || Number(port2) >= 3e4) continue;
    report2({ name: manifest.id.name, port: port2 }, { on: manifest, path: ["metadata", "annotations", annotation2] });
  }
}, "check");

// src/validate/rules/routing/https-server-without-tls.ts
var check45 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  listAt(manifest.object, "spec", "servers").forEach((server, index) => {
    const protocol = textAt(server, "port", "protocol")?.toUpperCase();
    if (protocol !== "HTTPS" && protocol !== "TLS" || isObject(valueAt(server, ["tls"]))) return;
    report2({ server: index + 1, name: manifest.id.name, protocol }, { on: manifest, path: ["spec", "servers", index] });
  });
}, "check");

// src/validate/rules/topology/image-versions-differ.ts
var check46 = /* @__PURE__ */ __name((cluster, report2) => {
  const builds = new Set(cluster.remember(controlPlanes).map(({ image }) => buildOf(image)));
  if (builds.size === 0) return;
  for (const { manifest, containers } of cluster.remember(workloads)) {
    for (const image of containers.flatMap((container) => textAt(container, "image") ?? [])) {
      const isNodeAgent = /\/(?:install-cni|ztunnel)[:@-]/u.test(image);
      if (!isNodeAgent || builds.has(buildOf(image))) continue;
      report2({ name: manifest.id.name, image, others: [...builds].sort().join(", ") }, { on: manifest });
    }
  }
}, "check");
function buildOf(image) {
  const match = /^(.*)\/[^/:@]+[:@](.*)$/u.exec(image);
  return match === null ? image : `${match[1]} ${(match[2] ?? "").replace(/-(?:distroless|debug)$/u, "")}`;
}
__name(buildOf, "buildOf");

// src/validate/rules/topology/injection-path-of-other-cluster.ts
var check47 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
    const paths = listAt(manifest.object, "webhooks").map(
      (webhook) => textAt(webhook, "clientConfig", "service", "path") ?? textAt(webhook, "clientConfig", "url") ?? ""
    );
    for (const path of new Set(paths)) {
      for (const { what: what2, seen, expected: expected2 } of [
        { what: "cluster", seen: segment2(path, "cluster"), expected: cluster.istioName },
        { what: "network", seen: segment2(path, "net"), expected: cluster.network }
      ]) {
        if (seen === void 0 || seen === expected2) continue;
        report2(
          { what: what2, seen, expected: expected2, cluster: escaped(cluster.istioName), network: escaped(cluster.network) },
          { on: manifest, path: ["webhooks"] }
        );
      }
    }
  }
}, "check");
function segment2(path, key) {
  return new RegExp(`/inject/(?:.*/)?${key}/([^/?]*)`, "u").exec(path)?.[1]?.replaceAll("--slash--", "/");
}
__name(segment2, "segment");
function escaped(value) {
  return value.replaceAll("/", "--slash--");
}
__name(escaped, "escaped");

// src/validate/rules/topology/invalid-cluster-name.ts
var check48 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  for (const cluster of mesh.clusters) {
    if (/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u.test(cluster.istioName)) continue;
    report2({ name: cluster.istioName }, { clusters: [cluster.name], place: cluster.source.place(["spec", "istioName"]) });
  }
}, "check");

// src/validate/facts/remotes.ts
function remotesOf2(mesh, name2) {
  return mesh.clusters.filter((cluster) => cluster.role === "remote" && cluster.primary === name2);
}
__name(remotesOf2, "remotesOf");
function controlPlaneName(mesh, remote2) {
  const owner = mesh.clusters.find((cluster) => cluster.name === remote2.primary);
  if (owner?.role !== "external") return owner?.istioName;
  return mesh.clusters.find((cluster) => cluster.name === owner.configCluster)?.istioName;
}
__name(controlPlaneName, "controlPlaneName");

// src/validate/rules/topology/istiod-not-exposed.ts
var check49 = /* @__PURE__ */ __name((cluster, report2) => {
  const remotes = remotesOf2(cluster.mesh, cluster.name);
  if (remotes.length === 0 || !cluster.isInstalled || !cluster.isRead) return;
  const open2 = /* @__PURE__ */ new Set([
    ...cluster.list("networking.istio.io/Gateway").flatMap((gateway3) => serversOf(gateway3).map((server) => server.port)),
    ...cluster.list("gateway.networking.k8s.io/Gateway").flatMap((gateway3) => listenersOf(gateway3).map((listener2) => listener2.port))
  ]);
  for (const port2 of [15012, 15017]) {
    const several2 = remotes.length > 3 ? `${remotes.length} remotes` : remotes.map((remote2) => remote2.name).join(", ");
    if (!open2.has(port2)) report2({ port: port2, remotes: several2 });
  }
}, "check");

// src/validate/rules/topology/istiod-revision-not-exposed.ts
var check50 = /* @__PURE__ */ __name((mesh, report2) => {
  for (const primary2 of mesh.isRead ? mesh.clusters : []) {
    const remotes = primary2.isInstalled && primary2.role === "primary" ? remotesOf2(mesh.mesh, primary2.name) : [];
    if (remotes.length === 0) continue;
    const names4 = /* @__PURE__ */ new Set([
      ...primary2.list("networking.istio.io/VirtualService").flatMap(serverNames),
      ...primary2.list("gateway.networking.k8s.io/TLSRoute").flatMap((route) => texts4(listAt(route.object, "spec", "hostnames")))
    ]);
    for (const remote2 of remotes) {
      for (const revision of remote2.istio.revisions.filter(({ name: name2 }) => name2 !== "default")) {
        const namespace2 = primary2.systemNamespace;
        if (names4.has(`istiod-${revision.name}.${namespace2}.svc`) || names4.has("*")) continue;
        report2(
          { remote: remote2.name, revision: revision.name, primary: primary2.name, namespace: namespace2 },
          { clusters: [primary2.name, remote2.name], place: remote2.source.place(["spec", "istio", "revisions"]) }
        );
      }
    }
  }
}, "check");
function serverNames(service) {
  return listAt(service.object, "spec", "tls").flatMap(
    (rule2) => listAt(rule2, "match").flatMap((match) => texts4(listAt(match, "sniHosts")))
  );
}
__name(serverNames, "serverNames");
function texts4(list3) {
  return list3.filter((entry) => typeof entry === "string");
}
__name(texts4, "texts");

// src/validate/rules/topology/istiod-route-wrong-port.ts
var expectedPorts = /* @__PURE__ */ new Map([
  [15012, 15012],
  [15017, 443]
]);
var check51 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    for (const protocol of ["tls", "http", "tcp"]) {
      listAt(manifest.object, "spec", protocol).forEach((rule2, index) => {
        const port2 = listAt(rule2, "match").map((match) => Number(valueAt(match, ["port"])))[0] ?? 0;
        const expected2 = expectedPorts.get(port2);
        listAt(rule2, "route").forEach((route, number2) => {
          const host = textAt(route, "destination", "host") ?? "";
          const seen = valueAt(route, ["destination", "port", "number"]);
          if (expected2 === void 0 || !/^istiod(?:[-.]|$)/u.test(host) || typeof seen !== "number" || seen === expected2) return;
          const path = ["spec", protocol, index, "route", number2, "destination", "port", "number"];
          report2({ port: port2, seen, host, expected: expected2 }, { on: manifest, path });
        });
      });
    }
  }
}, "check");

// src/validate/rules/topology/mesh-id-differs.ts
var check52 = /* @__PURE__ */ __name((mesh, report2) => {
  let first2;
  for (const cluster of mesh.clusters) {
    for (const { manifest, config } of cluster.remember(meshConfigs)) {
      const id = textAt(config, "defaultConfig", "meshId");
      if (id === void 0) continue;
      first2 ??= { id, cluster: cluster.name };
      if (id !== first2.id)
        report2({ id, other: first2.id, cluster: first2.cluster }, { on: manifest, path: ["data", "mesh"], clusters: [cluster.name] });
    }
  }
}, "check");

// src/validate/rules/topology/mesh-id-missing.ts
var check53 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.mesh.clusters.length < 2 || cluster.role === "remote") return;
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    const isMissing2 = (textAt(config, "defaultConfig", "meshId") ?? "") === "";
    if (isMissing2) report2({}, { on: manifest, path: ["data", "mesh"] });
  }
}, "check");

// src/validate/rules/topology/mesh-network-gateway-invalid.ts
var check54 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    for (const [network, entry] of Object.entries(networks)) {
      for (const gateway3 of listAt(entry, "gateways")) {
        const what2 = fault(gateway3);
        if (what2 !== void 0) report2({ network, what: what2 }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
}, "check");
function fault(gateway3) {
  const address = textAt(gateway3, "address");
  const service = textAt(gateway3, "registryServiceName");
  const port2 = valueAt(gateway3, ["port"]);
  if (address === void 0 && service === void 0) return "has neither `address` nor `registryServiceName`";
  if (address === void 0 && service !== void 0 && !service.includes("."))
    return `names Service ${service} without its namespace and domain`;
  return typeof port2 === "number" && port2 > 0 ? void 0 : "has no port";
}
__name(fault, "fault");

// src/validate/rules/topology/mesh-network-of-unknown-cluster.ts
var check55 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.mesh.clusters.length < 2 || !cluster.isRead) return;
  const known3 = new Set(cluster.mesh.clusters.map((entry) => entry.istioName));
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    for (const [network, entry] of Object.entries(networks)) {
      for (const registry of listAt(entry, "endpoints").flatMap((endpoint) => textAt(endpoint, "fromRegistry") ?? [])) {
        if (known3.has(registry)) continue;
        report2({ network, registry, known: [...known3].sort().join(", ") }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
}, "check");

// src/validate/rules/security/mutual-tls-disabled.ts
var check56 = /* @__PURE__ */ __name((cluster, report2) => {
  const policies2 = cluster.list("security.istio.io/PeerAuthentication");
  if (policies2.length === 0) return;
  const root2 = cluster.remember(rootNamespace);
  const networks = new Set(cluster.mesh.clusters.map(({ network }) => network)).size;
  const isCutOff = networks > 1 && cluster.mesh.dataPlane === "sidecar";
  for (const policy of policies2) {
    for (const { port: port2, path } of disabledIn(policy)) {
      const reach = reachOf(policy, root2);
      const facts = {
        reach: port2 === void 0 ? reach : `port ${port2} of ${reach}`,
        effect: isCutOff ? `; the mesh has ${networks} networks, and a workload without mutual TLS cannot be reached from another network` : "; what is sent can be read and forged on the way, and rules that name a caller never fit"
      };
      report2(facts, { on: policy, path, severity: isCutOff ? "error" : "warning" });
    }
  }
}, "check");
function disabledIn({ object }) {
  const whole = textAt(object, "spec", "mtls", "mode") === "DISABLE" ? [{ port: void 0, path: ["spec", "mtls", "mode"] }] : [];
  const ports2 = Object.keys(objectAt(object, "spec", "portLevelMtls")).filter((port2) => textAt(object, "spec", "portLevelMtls", port2, "mode") === "DISABLE").map((port2) => ({ port: port2, path: ["spec", "portLevelMtls", port2, "mode"] }));
  return [...whole, ...ports2];
}
__name(disabledIn, "disabledIn");

// src/validate/rules/change/network-changed.ts
var check57 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  for (const cluster of after.mesh.clusters) {
    const from = before2?.document(cluster.name)?.network;
    if (from === void 0 || from === cluster.network) continue;
    report2(
      { cluster: cluster.name, from, to: cluster.network },
      { clusters: [cluster.name], place: cluster.source.place(["spec", "network"]) }
    );
  }
}, "check");

// src/validate/rules/topology/network-claims-cluster-twice.ts
var check58 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    const owners = /* @__PURE__ */ new Map();
    for (const [network, entry] of Object.entries(networks)) {
      for (const registry of new Set(listAt(entry, "endpoints").flatMap((endpoint) => textAt(endpoint, "fromRegistry") ?? []))) {
        const first2 = owners.get(registry);
        if (first2 === void 0) owners.set(registry, network);
        else report2({ first: first2, second: network, registry }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
}, "check");

// src/validate/rules/change/network-gateway-removed.ts
var check59 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  if (!after.isRead || !after.clusters.every((cluster) => cluster.isInstalled)) return;
  const left = gatewayNetworks(after);
  for (const network of before2 === void 0 ? [] : gatewayNetworks(before2)) {
    const owners = after.mesh.clusters.filter((cluster) => cluster.network === network);
    const users = after.mesh.clusters.filter((cluster) => cluster.network !== network && cluster.role !== "external").map((cluster) => cluster.name);
    if (left.has(network) || owners.length === 0 || users.length === 0) continue;
    report2(
      { network, users: users.join(", ") },
      { clusters: owners.map((cluster) => cluster.name), place: owners[0]?.source.place(["spec", "gateways"]) }
    );
  }
}, "check");
function gatewayNetworks(mesh) {
  return new Set(
    mesh.clusters.flatMap((cluster) => [
      ...cluster.remember(gatewayServices).map((service) => service.network),
      ...cluster.remember(apiGateways).map((gateway3) => gateway3.network)
    ])
  );
}
__name(gatewayNetworks, "gatewayNetworks");

// src/validate/rules/topology/network-gateway-without-address.ts
var check60 = /* @__PURE__ */ __name((cluster, report2) => {
  if (networksOf(cluster).length < 2) return;
  for (const { manifest, network } of cluster.remember(gatewayServices)) {
    const isInside = (textAt(manifest.object, "spec", "type") ?? "ClusterIP") === "ClusterIP";
    const isNamed = cluster.remember(meshConfigs).some(({ networks }) => listAt(objectAt(networks, network), "gateways").length > 0);
    if (!isInside || isNamed || listAt(manifest.object, "spec", "externalIPs").length > 0) continue;
    report2({ name: manifest.id.name }, { on: manifest, path: ["spec", "type"] });
  }
}, "check");

// src/validate/rules/topology/network-gateway-without-port.ts
var check61 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, ports: ports2, mtlsPort: mtlsPort2 } of cluster.remember(gatewayServices)) {
    if (ports2.includes(mtlsPort2) || ports2.includes(hbonePort)) continue;
    const isUnlabelled = labelsOf2(manifest)[gatewayPortLabel] === void 0;
    const hasOtherTls = listAt(manifest.object, "spec", "ports").some((port2) => textAt(port2, "name") === "tls");
    if (isUnlabelled && hasOtherTls) continue;
    report2({ name: manifest.id.name, port: mtlsPort2 }, { on: manifest, path: ["spec", "ports"] });
  }
}, "check");

// src/validate/rules/topology/network-missing-in-some-clusters.ts
var check62 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  const others3 = mesh.clusters.filter((cluster) => cluster.network !== "").map((cluster) => cluster.name);
  if (others3.length === 0) return;
  for (const cluster of mesh.clusters) {
    if (cluster.network !== "" || cluster.role === "external") continue;
    report2({ others: others3.join(", ") }, { clusters: [cluster.name], place: cluster.source.place(["spec", "network"]) });
  }
}, "check");

// src/validate/rules/topology/network-not-exposed.ts
var check63 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isRead || cluster.role !== "primary" || cluster.mesh.dataPlane !== "sidecar" || networksOf(cluster).length < 2) return;
  const isOpen = cluster.list("networking.istio.io/Gateway").some((gateway3) => serversOf(gateway3).some(({ mode }) => mode === "AUTO_PASSTHROUGH")) || cluster.list("gateway.networking.k8s.io/Gateway").some((gateway3) => listenersOf(gateway3).some((entry) => isAutoPassthrough(gateway3, entry)));
  if (isOpen) return;
  for (const { manifest, ports: ports2, mtlsPort: mtlsPort2 } of cluster.remember(gatewayServices)) {
    if (ports2.includes(mtlsPort2)) report2({ name: manifest.id.name }, { on: manifest });
  }
}, "check");

// src/validate/rules/topology/network-policy-blocks-gateway.ts
var check64 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest: service, ports: ports2 } of cluster.remember(gatewayServices)) {
    const pods = cluster.remember(workloads).find(
      (entry) => entry.manifest.id.namespace === service.id.namespace && fits(entry.labels, labelsAt(service.object, "spec", "selector"))
    );
    if (pods === void 0) continue;
    const policies2 = cluster.list("networking.k8s.io/NetworkPolicy").filter((policy2) => policy2.id.namespace === service.id.namespace && closesIngress(policy2)).filter((policy2) => selectorFits(objectAt(policy2.object, "spec", "podSelector"), pods.labels));
    const [policy] = policies2;
    for (const port2 of [mtlsPort, hbonePort].filter((wanted) => ports2.includes(wanted))) {
      if (policy === void 0 || policies2.some((entry) => admits(entry, port2))) continue;
      report2({ name: service.id.name, port: port2, policy: policy.id.name }, { on: policy, path: ["spec", "ingress"] });
    }
  }
}, "check");
function closesIngress(policy) {
  const types = listAt(policy.object, "spec", "policyTypes");
  return types.length === 0 || types.includes("Ingress");
}
__name(closesIngress, "closesIngress");
function admits(policy, port2) {
  return listAt(policy.object, "spec", "ingress").some((rule2) => {
    const ports2 = listAt(rule2, "ports");
    return ports2.length === 0 || ports2.some((entry) => portFits(entry, port2));
  });
}
__name(admits, "admits");
function portFits(entry, port2) {
  const first2 = valueAt(entry, ["port"]);
  const last = valueAt(entry, ["endPort"]) ?? first2;
  return typeof first2 !== "number" || typeof last !== "number" || first2 <= port2 && port2 <= last;
}
__name(portFits, "portFits");

// src/validate/rules/topology/network-without-gateway.ts
var check65 = /* @__PURE__ */ __name((mesh, report2) => {
  const networks = networksOf(mesh);
  if (networks.length < 2 || !mesh.isRead || !mesh.clusters.every((cluster) => cluster.isInstalled)) return;
  const reachable = new Set(
    mesh.clusters.flatMap((cluster) => [
      ...cluster.remember(gatewayServices).map((service) => service.network),
      ...cluster.remember(apiGateways).map((gateway3) => gateway3.network),
      ...cluster.remember(meshConfigs).flatMap(({ networks: networks2 }) => Object.keys(networks2))
    ])
  );
  for (const network of networks.filter((name2) => !reachable.has(name2))) {
    const clusters = mesh.clusters.filter((cluster) => cluster.network === network && cluster.role !== "external").map((cluster) => cluster.name);
    if (clusters.length === 0) continue;
    const others3 = networks.filter((name2) => name2 !== network).join(", ");
    report2({ network, others: others3 }, { clusters, place: mesh.document(clusters[0] ?? "")?.source.place(["spec", "network"]) });
  }
}, "check");

// src/validate/rules/topology/no-injector.ts
var check66 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.role === "external" || !cluster.isInstalled) return;
  const revisions = new Set(cluster.remember(injectors).map(({ revision }) => revision));
  for (const { manifest, revision } of cluster.remember(controlPlanes)) {
    if (!revisions.has(revision)) report2({ name: manifest.id.name, revision }, { on: manifest });
  }
}, "check");

// src/validate/rules/topology/node-port-gateway-without-nodes.ts
var check67 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const isNodePort = textAt(manifest.object, "spec", "type") === "NodePort";
    const nodes = textAt(manifest.object, "metadata", "annotations", "traffic.istio.io/nodeSelector");
    if (!isNodePort || nodes !== void 0 || listAt(manifest.object, "spec", "externalIPs").length > 0) continue;
    report2({ name: manifest.id.name }, { on: manifest, path: ["spec", "type"] });
  }
}, "check");

// src/validate/rules/topology/operator-object.ts
var check68 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const manifest of [...cluster.list("install.istio.io/IstioOperator"), ...cluster.list("insall.istio.io/IstioOperator")]) {
    const hint = manifest.id.group === "insall.istio.io" ? ", and the group is misspelt" : "";
    report2({ apiVersion: textAt(manifest.object, "apiVersion") ?? "", hint }, { on: manifest, path: ["apiVersion"] });
  }
}, "check");

// src/validate/rules/topology/passthrough-exposes-everything.ts
var check69 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  for (const server of serversOf(manifest)) {
    const index = server.hosts.findIndex((host) => host === "*" || host.endsWith("/*"));
    if (server.mode !== "AUTO_PASSTHROUGH" || index < 0) continue;
    report2({ name: manifest.id.name }, { on: manifest, path: ["spec", "servers", server.index, "hosts", index] });
  }
}, "check");

// src/validate/rules/topology/passthrough-listener-ignored.ts
var istiodPorts2 = /* @__PURE__ */ new Set([15012, 15017]);
var check70 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.mesh.clusters.length > 1 && networksOf(cluster).length < 2) return;
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    const listeners = listenersOf(manifest).filter(({ mode, port: port2 }) => mode === "Passthrough" && !istiodPorts2.has(port2));
    const [first2] = listeners;
    if (className !== "istio" || first2 === void 0 || listeners.some((listener2) => isAutoPassthrough(manifest, listener2))) continue;
    report2({ name: manifest.id.name }, { on: manifest, path: ["spec", "listeners", first2.index, "port"] });
  }
}, "check");

// src/validate/rules/topology/platform-not-given.ts
var platforms = /* @__PURE__ */ new Set(["gke", "openshift", "k3s", "k3d", "microk8s", "minikube"]);
var check71 = /* @__PURE__ */ __name((cluster, report2) => {
  const { platform: platform2 } = cluster;
  if (platform2 === void 0 || !platforms.has(platform2)) return;
  for (const release2 of cluster.releases.filter(({ chart }) => chart === "cni" || chart === "ztunnel")) {
    const seen = textAt(release2.values, "global", "platform") ?? textAt(release2.values, "platform");
    if (seen === platform2) continue;
    report2({ platform: platform2, chart: release2.chart, seen: seen === void 0 ? "without a platform" : `for ${seen}` });
  }
}, "check");

// src/validate/rules/topology/pod-network-differs.ts
var check72 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.network === "" || cluster.mesh.clusters.length < 2) return;
  for (const { manifest, labels } of cluster.remember(workloads)) {
    const seen = labels[networkLabel2];
    if (seen === void 0 || seen === cluster.network) continue;
    const path = ["spec", "template", "metadata", "labels", networkLabel2];
    report2({ name: manifest.id.name, seen, network: cluster.network }, { on: manifest, path });
  }
}, "check");

// src/validate/facts/ranges.ts
function overlap(a, b) {
  const left = read4(a);
  const right = read4(b);
  return left !== void 0 && right !== void 0 && left.bits === right.bits && left.first <= right.last && right.first <= left.last;
}
__name(overlap, "overlap");
function contains2(outer, inner) {
  const left = read4(outer);
  const right = read4(inner);
  return left !== void 0 && right !== void 0 && left.bits === right.bits && left.first <= right.first && right.last <= left.last;
}
__name(contains2, "contains");
function read4(text4) {
  const [address = "", length, more] = text4.split("/");
  const bits = address.includes(":") ? 128 : 32;
  const value = bits === 32 ? readV4(address) : readV6(address);
  const prefix = length === void 0 ? bits : /^\d+$/u.test(length) ? Number(length) : Number.NaN;
  if (value === void 0 || more !== void 0 || !(prefix >= 0 && prefix <= bits)) return void 0;
  const size2 = 1n << BigInt(bits - prefix);
  const first2 = value / size2 * size2;
  return { bits, first: first2, last: first2 + size2 - 1n };
}
__name(read4, "read");
function readV4(text4) {
  const parts3 = text4.split(".");
  if (parts3.length !== 4 || !parts3.every((part2) => /^\d{1,3}$/u.test(part2) && Number(part2) < 256)) return void 0;
  return parts3.reduce((sum2, part2) => sum2 * 256n + BigInt(part2), 0n);
}
__name(readV4, "readV4");
function readV6(text4) {
  const halves = text4.split("::");
  const groups = halves.map((half) => half === "" ? [] : half.split(":"));
  const [head = [], tail2 = []] = groups;
  const missing2 = 8 - head.length - tail2.length;
  if (halves.length > 2 || (halves.length === 2 ? missing2 < 1 : missing2 !== 0)) return void 0;
  const all = [...head, ...Array.from({ length: missing2 }, () => "0"), ...tail2];
  if (!all.every((group3) => /^[0-9a-f]{1,4}$/iu.test(group3))) return void 0;
  return all.reduce((sum2, group3) => sum2 * 65536n + BigInt(`0x${group3}`), 0n);
}
__name(readV6, "readV6");

// src/validate/rules/topology/pod-ranges-overlap.ts
var check73 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  const ranged = mesh.clusters.filter((cluster) => cluster.cidrs.pods.length > 0);
  for (const clusters of Map.groupBy(ranged, (cluster) => cluster.network).values()) {
    clusters.forEach((peer, index) => {
      for (const cluster of clusters.slice(index + 1)) compare5(cluster, peer, report2);
    });
  }
}, "check");
function compare5(cluster, peer, report2) {
  cluster.cidrs.pods.forEach((range, index) => {
    const other = peer.cidrs.pods.find((candidate) => overlap(range, candidate));
    if (other === void 0) return;
    const place3 = cluster.source.place(["spec", "cidrs", "pods", index]);
    report2(
      { cluster: cluster.name, range, other, peer: peer.name, network: cluster.network },
      { clusters: [peer.name, cluster.name], place: place3 }
    );
  });
}
__name(compare5, "compare");

// src/validate/rules/security/port-level-mtls-without-selector.ts
var check74 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  const ports2 = Object.keys(objectAt(manifest.object, "spec", "portLevelMtls"));
  const hasSelector = Object.keys(objectAt(manifest.object, "spec", "selector", "matchLabels")).length > 0;
  if (ports2.length === 0 || hasSelector) return;
  report2({ name: manifest.id.name }, { on: manifest, path: ["spec", "portLevelMtls"], of: "key" });
}, "check");

// src/validate/rules/topology/ports-replaced-by-network-gateway.ts
var check75 = /* @__PURE__ */ __name(({ mesh }, report2) => {
  for (const cluster of mesh.clusters) {
    for (const gateway3 of cluster.gateways) {
      if (gateway3.kind !== "eastwest" || gateway3.service["ports"] === void 0) continue;
      report2({ name: gateway3.name }, { clusters: [cluster.name], place: gateway3.source.place(["service", "ports"], "key") });
    }
  }
}, "check");

// src/validate/rules/topology/primary-not-open-to-remotes.ts
var check76 = /* @__PURE__ */ __name((cluster, report2) => {
  const remotes = remotesOf2(cluster.mesh, cluster.name);
  if (remotes.length === 0) return;
  for (const { manifest, environment: environment2 } of cluster.remember(controlPlanes)) {
    if (environment2.get("EXTERNAL_ISTIOD") === "true") continue;
    const several2 = remotes.length > 3 ? `${remotes.length} remotes` : remotes.map((remote2) => remote2.name).join(", ");
    report2({ name: manifest.id.name, remotes: several2 }, { on: manifest });
  }
}, "check");

// src/validate/rules/topology/remote-gateway-without-address.ts
var check77 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  if (textAt(manifest.object, "spec", "gatewayClassName") !== "istio-remote") return;
  const addresses = listAt(manifest.object, "spec", "addresses");
  if (addresses.length === 0) report2({ name: manifest.id.name, what: "has no address" }, { on: manifest, path: ["spec"] });
  addresses.forEach((address, index) => {
    if (["IPAddress", "Hostname"].includes(textAt(address, "type") ?? "")) return;
    report2(
      { name: manifest.id.name, what: "has an address without a type istiod reads" },
      { on: manifest, path: ["spec", "addresses", index] }
    );
  });
}, "check");

// src/validate/rules/topology/remote-without-control-plane-annotation.ts
var annotation3 = "topology.istio.io/controlPlaneClusters";
var check78 = /* @__PURE__ */ __name((cluster, report2) => {
  const document2 = cluster.mesh.clusters.find((entry) => entry.name === cluster.name);
  const namespace2 = cluster.get("Namespace", "", cluster.systemNamespace);
  if (document2 === void 0 || namespace2 === void 0 || cluster.role !== "remote") return;
  const expected2 = controlPlaneName(cluster.mesh, document2);
  if (expected2 === void 0 || expected2 === cluster.istioName) return;
  const value = textAt(namespace2.object, "metadata", "annotations", annotation3);
  const named3 = (value ?? "").split(",").map((name2) => name2.trim());
  if (named3.includes("*") || named3.includes(expected2)) return;
  const seen = value === void 0 ? "not set" : `set to "${value}"`;
  report2({ namespace: cluster.systemNamespace, seen, expected: expected2 }, { on: namespace2, path: ["metadata", "annotations", annotation3] });
}, "check");

// src/validate/rules/change/removed-cluster-still-named.ts
var check79 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  if (!after.isRead) return;
  const names4 = new Set(after.mesh.clusters.map((cluster) => cluster.istioName));
  for (const removed of before2?.mesh.clusters.filter((cluster) => !names4.has(cluster.istioName) && !after.document(cluster.name)) ?? []) {
    const found = after.clusters.flatMap(
      (cluster) => naming(cluster, removed.istioName).map((manifest) => ({ cluster: cluster.name, manifest }))
    );
    const [first2] = found;
    if (first2 === void 0) continue;
    const texts5 = [...new Set(found.map(({ manifest }) => idText(manifest.id)))];
    const places = texts5.length > 3 ? `${texts5.slice(0, 3).join(", ")} and ${texts5.length - 3} more` : texts5.join(", ");
    report2(
      { cluster: removed.name, places },
      { on: first2.manifest, path: ["spec"], clusters: [...new Set(found.map(({ cluster }) => cluster))] }
    );
  }
}, "check");
function naming(cluster, name2) {
  const rules3 = cluster.list("networking.istio.io/DestinationRule").filter((rule2) => [...subsetsOf(rule2).values()].some((subset) => textAt(subset, "labels", "topology.istio.io/cluster") === name2));
  const configs2 = cluster.remember(meshConfigs).filter(
    ({ networks }) => Object.values(networks).some((entry) => listAt(entry, "endpoints").some((endpoint) => textAt(endpoint, "fromRegistry") === name2))
  );
  return [...rules3, ...configs2.map(({ manifest }) => manifest)];
}
__name(naming, "naming");

// src/validate/facts/nearest.ts
function nearest2(word, candidates2) {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  let best;
  for (const candidate of candidates2) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance2 = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance2 <= allowed && (best === void 0 || distance2 < best.distance)) best = { candidate, distance: distance2 };
  }
  return best?.candidate ?? sharingBeginning(word, candidates2);
}
__name(nearest2, "nearest");
function sharingBeginning(word, candidates2) {
  const beginning = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6))).toLowerCase();
  const found = word.length < 4 ? [] : [...candidates2].filter((candidate) => candidate.toLowerCase().startsWith(beginning));
  return found.length === 1 ? found[0] : void 0;
}
__name(sharingBeginning, "sharingBeginning");
function editDistance(a, b) {
  let before2 = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [(previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) steps.push((before2[j - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    before2 = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
__name(editDistance, "editDistance");

// src/validate/rules/routing/route-from-missing-gateway.ts
var check80 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isRead) return;
  const gateways = cluster.list("networking.istio.io/Gateway").map((gateway3) => `${gateway3.id.namespace}/${gateway3.id.name}`);
  const known3 = new Set(gateways);
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    listAt(manifest.object, "spec", "gateways").forEach((entry, index) => {
      if (typeof entry !== "string" || entry === "mesh" || entry === "") return;
      const gateway3 = entry.includes("/") ? entry : `${manifest.id.namespace}/${entry}`;
      if (known3.has(gateway3)) return;
      const near = nearest2(gateway3, gateways);
      report2({ gateway: gateway3, known: near === void 0 ? "" : ` Did you mean ${near}?` }, { on: manifest, path: ["spec", "gateways", index] });
    });
  }
}, "check");

// src/validate/rules/routing/route-to-missing-subset.ts
var check81 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isRead) return;
  const index = cluster.remember(subsetIndex);
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    for (const { host, subset, path } of destinationsOf(manifest)) {
      if (subset === void 0) continue;
      const rules3 = rulesFor(index, fullHost(host, manifest.id.namespace, cluster.clusterDomain));
      const defined = [...new Set(rules3.flatMap((rule3) => [...subsetsOf(rule3).keys()]))].sort();
      if (defined.includes(subset)) continue;
      const [rule2] = rules3;
      const where2 = rule2 === void 0 ? "by any DestinationRule" : `by DestinationRule ${rule2.id.namespace}/${rule2.id.name}`;
      const known3 = defined.length === 0 ? "" : ` Defined: ${defined.join(", ")}.`;
      report2({ subset, host, where: where2, known: known3 }, { on: manifest, path: [...path, "subset"] });
    }
  }
}, "check");

// src/validate/rules/routing/route-without-destination.ts
var protocols = ["http", "tls", "tcp"];
var actions = ["redirect", "directResponse", "delegate"];
var check82 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  const spec = objectAt(manifest.object, "spec");
  if (protocols.every((protocol) => listAt(spec, protocol).length === 0)) {
    const facts = { what: `VirtualService \`${manifest.id.name}\` has no routes`, wanted: "`http`, `tls` or `tcp`" };
    report2(facts, { on: manifest, path: ["spec"], of: "key" });
  }
  for (const protocol of protocols) {
    const wanted = protocol === "http" ? "`route`, `redirect`, `directResponse` or `delegate`" : "`route`";
    listAt(spec, protocol).forEach((rule2, index) => {
      if (!isObject(rule2) || leadsSomewhere(rule2, protocol === "http")) return;
      const facts = { what: `The ${protocol} rule ${index + 1} of VirtualService \`${manifest.id.name}\` leads nowhere`, wanted };
      report2(facts, { on: manifest, path: ["spec", protocol, index] });
    });
  }
}, "check");
function leadsSomewhere(rule2, isHttp) {
  return listAt(rule2, "route").length > 0 || isHttp && isObject(rule2) && actions.some((action2) => isObject(rule2[action2]));
}
__name(leadsSomewhere, "leadsSomewhere");

// src/validate/rules/routing/route-without-weight.ts
var check83 = /* @__PURE__ */ __name(({ manifest }, report2) => {
  for (const protocol of ["http", "tls", "tcp"]) {
    listAt(manifest.object, "spec", protocol).forEach((rule2, index) => {
      const weights = listAt(rule2, "route").map((route) => valueAt(route, ["weight"]) ?? 0);
      const numbers = weights.filter((weight2) => typeof weight2 === "number");
      const path = ["spec", protocol, index, "route"];
      const negative = weights.findIndex((weight2) => typeof weight2 === "number" && weight2 < 0);
      if (negative >= 0)
        report2({ what: `The weight ${String(weights[negative])} is negative` }, { on: manifest, path: [...path, negative, "weight"] });
      else if (weights.length > 1 && numbers.length === weights.length && numbers.every((weight2) => weight2 === 0)) {
        report2({ what: `The ${weights.length} destinations of this route have a total weight of 0` }, { on: manifest, path });
      }
    });
  }
}, "check");

// src/validate/rules/change/same-cluster-under-new-name.ts
var check84 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  if (before2 === void 0) return;
  const removed = before2.mesh.clusters.filter(({ name: name2 }) => after.document(name2) === void 0);
  const added = after.mesh.clusters.filter(({ name: name2 }) => before2.document(name2) === void 0);
  for (const cluster of added) {
    const old = removed.find((other) => isSame2(other, cluster));
    if (old === void 0) continue;
    const where2 = { clusters: [cluster.name], place: cluster.source.place(["metadata", "name"]) };
    report2({ old: old.name, new: cluster.name, what: shared(old, cluster) }, where2);
  }
}, "check");
function isSame2(one2, other) {
  return shared(one2, other) !== "";
}
__name(isSame2, "isSame");
function shared(one2, other) {
  if (one2.apiServer.url !== void 0 && one2.apiServer.url === other.apiServer.url) return `API server ${one2.apiServer.url}`;
  const [pods] = one2.cidrs.pods;
  return pods !== void 0 && one2.network === other.network && other.cidrs.pods.includes(pods) ? `pods ${pods} in network ${one2.network}` : "";
}
__name(shared, "shared");

// src/validate/rules/ambient/scope-entry-without-effect.ts
var check85 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    listAt(config, "serviceScopeConfigs").forEach((entry, index) => {
      if (!isObject(entry)) return;
      const selects = entry["namespaceSelector"] !== void 0 || entry["servicesSelector"] !== void 0;
      const what2 = entry["scope"] !== "GLOBAL" ? "has scope LOCAL and is never read" : selects ? void 0 : "has no selector and makes every Service global";
      if (what2 !== void 0) report2({ number: index + 1, what: what2 }, { on: manifest, path: ["data", "mesh"] });
    });
  }
}, "check");

// src/validate/rules/ambient/service-scope-differs.ts
var check86 = /* @__PURE__ */ __name((mesh, report2) => {
  if (mesh.mesh.dataPlane !== "ambient") return;
  let first2;
  for (const cluster of mesh.clusters) {
    for (const { manifest, config } of cluster.remember(meshConfigs)) {
      const scopes2 = canonical(config["serviceScopeConfigs"] ?? []);
      first2 ??= { cluster: cluster.name, scopes: scopes2 };
      if (scopes2 === first2.scopes) continue;
      report2(
        { cluster: cluster.name, other: first2.cluster },
        { on: manifest, path: ["data", "mesh"], clusters: [first2.cluster, cluster.name] }
      );
    }
  }
}, "check");

// src/validate/rules/topology/single-gateway-replica.ts
var check87 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest: service } of cluster.remember(gatewayServices)) {
    const selector2 = labelsAt(service.object, "spec", "selector");
    for (const { manifest, labels } of cluster.remember(workloads)) {
      if (manifest.id.kind !== "Deployment" || manifest.id.namespace !== service.id.namespace || !fits(labels, selector2)) continue;
      const scaler = cluster.list("autoscaling/HorizontalPodAutoscaler").find(
        (entry) => entry.id.namespace === manifest.id.namespace && textAt(entry.object, "spec", "scaleTargetRef", "name") === manifest.id.name
      );
      const least = valueAt(scaler?.object ?? manifest.object, scaler ? ["spec", "minReplicas"] : ["spec", "replicas"]) ?? 1;
      if (least === 1) report2({ name: manifest.id.name }, { on: manifest });
    }
  }
}, "check");

// src/validate/rules/topology/source-ranges-leave-out-peer.ts
var check88 = /* @__PURE__ */ __name((mesh, report2) => {
  for (const cluster of mesh.clusters) {
    for (const { manifest } of cluster.remember(gatewayServices)) {
      const ranges = listAt(manifest.object, "spec", "loadBalancerSourceRanges").filter((range) => typeof range === "string");
      if (ranges.length === 0) continue;
      for (const peer of mesh.mesh.clusters.filter((entry) => entry.network !== cluster.network)) {
        for (const range of peer.cidrs.egress.filter((wanted) => !ranges.some((allowed) => contains2(allowed, wanted)))) {
          const path = ["spec", "loadBalancerSourceRanges"];
          report2({ name: manifest.id.name, range, peer: peer.name }, { on: manifest, path, clusters: [cluster.name] });
        }
      }
    }
  }
}, "check");

// src/validate/rules/routing/subset-missing-in-destination-cluster.ts
var check89 = /* @__PURE__ */ __name((mesh, report2) => {
  if (!mesh.isRead) return;
  const primaries = mesh.clusters.filter((cluster) => cluster.role === "primary");
  for (const source of primaries) {
    const targets = primaries.filter((target2) => target2.network !== source.network);
    for (const manifest of targets.length === 0 ? [] : source.list("networking.istio.io/VirtualService")) {
      for (const { host, subset, path } of destinationsOf(manifest)) {
        const full = fullHost(host, manifest.id.namespace, source.clusterDomain);
        if (subset === void 0 || definition(source, full, subset) === void 0) continue;
        for (const target2 of targets.filter((candidate) => isMissing(source, candidate, full, subset))) {
          report2(
            { source: source.name, host, subset, target: target2.name },
            { on: manifest, path: [...path, "subset"], clusters: [source.name, target2.name] }
          );
        }
      }
    }
  }
}, "check");
function definition(cluster, host, subset) {
  return rulesFor(cluster.remember(subsetIndex), host).map((rule2) => subsetsOf(rule2).get(subset)).find((entry) => entry !== void 0);
}
__name(definition, "definition");
function isMissing(source, target2, host, subset) {
  if (definition(target2, host, subset) !== void 0) return false;
  const wanted = textAt(definition(source, host, subset), "labels", "topology.istio.io/cluster");
  if (wanted !== void 0) return wanted === target2.istioName;
  const [name2 = "", namespace2 = ""] = host.split(".");
  return target2.get("Service", namespace2, name2) !== void 0 || rulesFor(target2.remember(subsetIndex), host).length > 0;
}
__name(isMissing, "isMissing");

// src/validate/rules/routing/subset-of-unknown-cluster.ts
var check90 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isInstalled || !cluster.isRead) return;
  const clusters = cluster.mesh.clusters.map((entry) => entry.istioName).sort();
  const labels = [
    { key: "topology.istio.io/cluster", what: "cluster", known: clusters },
    { key: "topology.istio.io/network", what: "network", known: networksOf(cluster) }
  ];
  for (const manifest of cluster.list("networking.istio.io/DestinationRule")) {
    [...subsetsOf(manifest)].forEach(([subset, entry], index) => {
      for (const { key, what: what2, known: known3 } of labels) {
        const seen = textAt(entry, "labels", key);
        if (seen === void 0 || known3.includes(seen)) continue;
        report2({ subset, what: what2, seen, known: known3.join(", ") }, { on: manifest, path: ["spec", "subsets", index, "labels", key] });
      }
    });
  }
}, "check");

// src/validate/rules/topology/system-namespace-network-differs.ts
var check91 = /* @__PURE__ */ __name((cluster, report2) => {
  const manifest = cluster.get("Namespace", "", cluster.systemNamespace);
  if (manifest === void 0 || networksOf(cluster).length < 2 || cluster.network === "") return;
  const label3 = labelsOf2(manifest)[networkLabel2];
  if (label3 === cluster.network) return;
  const seen = label3 === void 0 ? "not set" : `set to "${label3}"`;
  report2(
    { namespace: cluster.systemNamespace, seen, network: cluster.network },
    { on: manifest, path: ["metadata", "labels", networkLabel2] }
  );
}, "check");

// src/validate/rules/topology/terminating-load-balancer.ts
var backend = "service.beta.kubernetes.io/aws-load-balancer-backend-protocol";
var certificate = "service.beta.kubernetes.io/aws-load-balancer-ssl-cert";
var certificatePorts = "service.beta.kubernetes.io/aws-load-balancer-ssl-ports";
var ports = /(?:^|,)\s*(?:\*|15443|15012|15017|15008|tls|tls-istiod|tls-webhook)\s*(?:,|$)/u;
var check92 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const annotations = objectAt(manifest.object, "metadata", "annotations");
    for (const annotation4 of terminating(annotations)) {
      const path = ["metadata", "annotations", annotation4];
      report2({ annotation: annotation4, name: manifest.id.name, value: String(annotations[annotation4]) }, { on: manifest, path });
    }
  }
}, "check");
function terminating(annotations) {
  const protocol = String(annotations[backend] ?? "tcp").toLowerCase();
  const listed2 = annotations[certificatePorts];
  return [
    ...["http", "https", "ssl"].includes(protocol) ? [backend] : [],
    ...annotations[certificate] !== void 0 && (listed2 === void 0 || ports.test(String(listed2))) ? [certificate] : []
  ];
}
__name(terminating, "terminating");

// src/validate/rules/schema/unknown-field.ts
var check93 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "unknown-field") continue;
      const near = nearest2(mistake.field, mistake.known);
      const known3 = mistake.known.length > 0 && mistake.known.length <= 8 ? ` Known here: ${mistake.known.join(", ")}.` : "";
      const hint = near === void 0 ? known3 : ` Did you mean ${near}?`;
      const facts = { path: pathText(mistake.path), kind: manifest.id.kind, version: versionOf(manifest), hint };
      report2(facts, { on: manifest, path: mistake.path, of: "key" });
    }
  }
}, "check");

// src/validate/rules/schema/unknown-kind.ts
var check94 = /* @__PURE__ */ __name((cluster, report2) => {
  const defined = cluster.remember(definedKinds);
  const groups = new Set([...defined.values()].map(({ group: group3 }) => group3));
  if (![...groups].some((group3) => group3.endsWith(".istio.io"))) return;
  for (const key of cluster.kinds()) {
    const slash = key.indexOf("/");
    const group3 = key.slice(0, Math.max(slash, 0));
    const kind = key.slice(slash + 1);
    const isIstios = group3.endsWith("istio.io") || groups.has(group3);
    if (defined.has(key) || !isIstios || kind === "IstioOperator") continue;
    for (const manifest of cluster.list(key))
      report2({ kind, group: group3, hint: hintFor(group3, kind, [...defined.values()]) }, { on: manifest, path: ["kind"] });
  }
}, "check");
function hintFor(group3, kind, defined) {
  const same = defined.find((entry) => entry.kind === kind);
  if (same !== void 0) return ` ${kind} is in ${same.group}.`;
  const near = nearest2(
    kind,
    defined.filter((entry) => entry.group === group3).map((entry) => entry.kind)
  );
  return near === void 0 ? "" : ` Did you mean ${near}?`;
}
__name(hintFor, "hintFor");

// src/validate/rules/schema/unknown-version.ts
var check95 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const [key, { group: group3, kind, served: served2 }] of cluster.remember(definedKinds)) {
    for (const manifest of cluster.list(key)) {
      const version = versionOf(manifest);
      if (served2.includes(version)) continue;
      const newest = `${group3}/${served2.includes("v1") ? "v1" : served2[0] ?? ""}`;
      report2({ kind, version, served: served2.join(", "), newest }, { on: manifest, path: ["apiVersion"] });
    }
  }
}, "check");

// src/validate/rules/schema/value-not-allowed.ts
var check96 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "not-allowed") continue;
      const { path, seen, allowed } = mistake;
      const near = nearest2(String(seen), allowed);
      const hint = near === void 0 ? "" : ` Did you mean ${near}?`;
      report2({ path: pathText(path), seen: valueText(seen), allowed: allowed.join(", "), hint }, { on: manifest, path });
    }
  }
}, "check");

// src/validate/rules/schema/value-out-of-range.ts
var check97 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "out-of-range") continue;
      report2(
        { path: pathText(mistake.path), seen: valueText(mistake.seen), expected: mistake.expected },
        { on: manifest, path: mistake.path }
      );
    }
  }
}, "check");

// src/validate/rules/upgrade/version-hop.ts
var check98 = /* @__PURE__ */ __name(({ before: before2, after }, report2) => {
  for (const cluster of after.mesh.clusters) {
    const old = before2?.document(cluster.name);
    if (old === void 0) continue;
    for (const { name: name2, version } of cluster.istio.revisions) {
      const from = sameOrNewest(old, name2);
      const hop = (minorOf2(version) ?? Number.NaN) - (minorOf2(from ?? "") ?? Number.NaN);
      const what2 = hop > 2 ? `${hop} minor releases at once` : hop < 0 ? "back by a minor release" : void 0;
      if (what2 === void 0 || from === void 0) continue;
      report2(
        { cluster: cluster.name, from, to: version, what: what2 },
        { clusters: [cluster.name], place: cluster.source.place(["spec", "istio", "revisions"]) }
      );
    }
  }
}, "check");
function sameOrNewest(old, revision) {
  const revisions = [...old.istio.revisions].sort((a, b) => (minorOf2(a.version) ?? 0) - (minorOf2(b.version) ?? 0));
  return (revisions.find(({ name: name2 }) => name2 === revision) ?? revisions.at(-1))?.version;
}
__name(sameOrNewest, "sameOrNewest");

// src/validate/facts/waypoints.ts
function waypointOf(cluster, service) {
  const namespace2 = cluster.get("Namespace", "", service.id.namespace);
  const own = labelsOf2(service);
  const labels = own["istio.io/use-waypoint"] === void 0 ? namespace2 && labelsOf2(namespace2) : own;
  const name2 = labels?.["istio.io/use-waypoint"];
  if (name2 === void 0 || name2 === "none") return void 0;
  return { namespace: labels?.["istio.io/use-waypoint-namespace"] ?? service.id.namespace, name: name2 };
}
__name(waypointOf, "waypointOf");

// src/validate/rules/ambient/waypoint-missing-in-cluster.ts
var check99 = /* @__PURE__ */ __name((mesh, report2) => {
  const has = /* @__PURE__ */ __name((name2, waypoint) => mesh.cluster(name2)?.get("gateway.networking.k8s.io/Gateway", waypoint.namespace, waypoint.name) !== void 0, "has");
  if (!mesh.isRead) return;
  for (const cluster of mesh.clusters.filter(({ role }) => role === "primary")) {
    for (const service of cluster.list("Service")) {
      const waypoint = waypointOf(cluster, service);
      if (waypoint === void 0 || has(cluster.name, waypoint)) continue;
      const present2 = mesh.clusters.map(({ name: name2 }) => name2).filter((name2) => has(name2, waypoint));
      if (present2.length === 0) continue;
      const facts = {
        service: service.id.name,
        waypoint: `${waypoint.namespace}/${waypoint.name}`,
        present: present2.join(", "),
        cluster: cluster.name
      };
      report2(facts, { on: service, path: ["metadata", "labels", "istio.io/use-waypoint"], clusters: [cluster.name] });
    }
  }
}, "check");

// src/validate/rules/ambient/waypoint-not-global.ts
var check100 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const service of cluster.list("Service").filter((entry) => labelsOf2(entry)["istio.io/global"] === "true")) {
    const waypoint = waypointOf(cluster, service);
    const gateway3 = waypoint && cluster.get("gateway.networking.k8s.io/Gateway", waypoint.namespace, waypoint.name);
    if (gateway3 === void 0 || labelsOf2(gateway3)["istio.io/global"] === "true") continue;
    report2({ service: service.id.name, waypoint: gateway3.id.name }, { on: gateway3, path: ["metadata", "labels"] });
  }
}, "check");

// src/validate/rules/topology/webhook-without-service.ts
var check101 = /* @__PURE__ */ __name((cluster, report2) => {
  if (!cluster.isInstalled) return;
  const configurations = [
    ...cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration"),
    // That one is default-revision-missing's.
    ...cluster.list("admissionregistration.k8s.io/ValidatingWebhookConfiguration").filter((entry) => entry.id.name !== "istiod-default-validator")
  ];
  for (const manifest of configurations) {
    const missing2 = new Set(
      listAt(manifest.object, "webhooks").flatMap((webhook) => {
        const service = textAt(webhook, "clientConfig", "service", "name");
        const namespace2 = textAt(webhook, "clientConfig", "service", "namespace") ?? "";
        const isOurs = service !== void 0 && namespace2 === cluster.systemNamespace;
        return isOurs && cluster.get("Service", namespace2, service) === void 0 ? [service] : [];
      })
    );
    for (const service of missing2) {
      report2({ webhook: manifest.id.name, namespace: cluster.systemNamespace, service }, { on: manifest, path: ["webhooks"] });
    }
  }
}, "check");

// src/validate/facts/ztunnels.ts
function ztunnels(view) {
  return view.remember(workloads).flatMap(({ manifest, labels, containers }) => {
    if (manifest.id.kind !== "DaemonSet" || labels["app"] !== "ztunnel") return [];
    return [{ manifest, environment: environment(containers[0]), image: textAt(containers[0], "image") ?? "" }];
  });
}
__name(ztunnels, "ztunnels");

// src/validate/rules/ambient/ztunnel-cluster-name-differs.ts
var check102 = /* @__PURE__ */ __name((cluster, report2) => {
  if (cluster.mesh.clusters.length < 2) return;
  for (const { manifest, environment: environment2 } of cluster.remember(ztunnels)) {
    const seen = environment2.get("ISTIO_META_CLUSTER_ID") ?? "Kubernetes";
    if (seen !== cluster.istioName) report2({ name: manifest.id.name, seen, expected: cluster.istioName }, { on: manifest });
  }
}, "check");

// src/validate/rules/ambient/ztunnel-network-differs.ts
var check103 = /* @__PURE__ */ __name((cluster, report2) => {
  for (const { manifest, environment: environment2 } of cluster.remember(ztunnels)) {
    const seen = environment2.get("NETWORK") ?? "";
    if (cluster.mesh.clusters.length > 1 && seen !== cluster.network)
      report2({ name: manifest.id.name, seen, expected: cluster.network }, { on: manifest });
  }
}, "check");

// src/validate/rules/index.gen.ts
var objectRules = [
  { name: "cross-network-server-invalid", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check10(view, sink.report("cross-network-server-invalid")), "run") },
  { name: "east-west-listener-invalid", reads: ["gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check20(view, sink.report("east-west-listener-invalid")), "run") },
  { name: "failover-without-outlier-detection", reads: ["networking.istio.io/DestinationRule"], run: /* @__PURE__ */ __name((view, sink) => check26(view, sink.report("failover-without-outlier-detection")), "run") },
  { name: "gateway-protocol-unknown", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check37(view, sink.report("gateway-protocol-unknown")), "run") },
  { name: "global-label-without-effect", reads: ["Service", "networking.istio.io/ServiceEntry"], run: /* @__PURE__ */ __name((view, sink) => check42(view, sink.report("global-label-without-effect")), "run") },
  { name: "https-server-without-tls", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check45(view, sink.report("https-server-without-tls")), "run") },
  { name: "passthrough-exposes-everything", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check69(view, sink.report("passthrough-exposes-everything")), "run") },
  { name: "port-level-mtls-without-selector", reads: ["security.istio.io/PeerAuthentication"], run: /* @__PURE__ */ __name((view, sink) => check74(view, sink.report("port-level-mtls-without-selector")), "run") },
  { name: "remote-gateway-without-address", reads: ["gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check77(view, sink.report("remote-gateway-without-address")), "run") },
  { name: "route-without-destination", reads: ["networking.istio.io/VirtualService"], run: /* @__PURE__ */ __name((view, sink) => check82(view, sink.report("route-without-destination")), "run") },
  { name: "route-without-weight", reads: ["networking.istio.io/VirtualService"], run: /* @__PURE__ */ __name((view, sink) => check83(view, sink.report("route-without-weight")), "run") }
];
var clusterRules = [
  { name: "ambient-multi-network-off", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check(view, sink.report("ambient-multi-network-off")), "run") },
  { name: "ambient-switch-ignored", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check3(view, sink.report("ambient-switch-ignored")), "run") },
  { name: "cluster-domain-not-exposed", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check5(view, sink.report("cluster-domain-not-exposed")), "run") },
  { name: "cluster-name-differs", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check6(view, sink.report("cluster-name-differs")), "run") },
  { name: "cni-half-installed", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check9(view, sink.report("cni-half-installed")), "run") },
  { name: "default-cluster-name", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check12(view, sink.report("default-cluster-name")), "run") },
  { name: "default-revision-missing", reads: ["admissionregistration.k8s.io/ValidatingWebhookConfiguration", "Service"], run: /* @__PURE__ */ __name((view, sink) => check13(view, sink.report("default-revision-missing")), "run") },
  { name: "deny-all-policy", reads: ["security.istio.io/AuthorizationPolicy", "ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check14(view, sink.report("deny-all-policy")), "run") },
  { name: "discovery-selectors-hide-namespace", reads: ["ConfigMap", "Namespace"], run: /* @__PURE__ */ __name((view, sink) => check15(view, sink.report("discovery-selectors-hide-namespace")), "run") },
  { name: "duration-malformed", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check17(view, sink.report("duration-malformed")), "run") },
  { name: "east-west-gateway-without-network", reads: ["gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check18(view, sink.report("east-west-gateway-without-network")), "run") },
  { name: "east-west-gateway-without-revision", reads: ["gateway.networking.k8s.io/Gateway", "admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check19(view, sink.report("east-west-gateway-without-revision")), "run") },
  { name: "east-west-listener-not-supported", reads: ["gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check21(view, sink.report("east-west-listener-not-supported")), "run") },
  { name: "east-west-selector-matches-nothing", reads: ["networking.istio.io/Gateway", "apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check22(view, sink.report("east-west-selector-matches-nothing")), "run") },
  { name: "external-istiod-manages-webhooks", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check24(view, sink.report("external-istiod-manages-webhooks")), "run") },
  { name: "external-name-control-plane", reads: ["Service", "admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check25(view, sink.report("external-name-control-plane")), "run") },
  { name: "field-missing", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check27(view, sink.report("field-missing")), "run") },
  { name: "field-of-wrong-type", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check28(view, sink.report("field-of-wrong-type")), "run") },
  { name: "fields-exclude-each-other", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check29(view, sink.report("fields-exclude-each-other")), "run") },
  { name: "gateway-in-uninjected-namespace", reads: ["Namespace", "apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check32(view, sink.report("gateway-in-uninjected-namespace")), "run") },
  { name: "gateway-of-other-network", reads: ["Service", "gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check34(view, sink.report("gateway-of-other-network")), "run") },
  { name: "gateway-port-label-missing", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check35(view, sink.report("gateway-port-label-missing")), "run") },
  { name: "gateway-port-shared", reads: ["networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check36(view, sink.report("gateway-port-shared")), "run") },
  { name: "gateway-revision-not-installed", reads: ["apps/Deployment", "apps/DaemonSet", "admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check38(view, sink.report("gateway-revision-not-installed")), "run") },
  { name: "gateway-without-istiod-port", reads: ["networking.istio.io/Gateway", "apps/Deployment", "apps/DaemonSet", "Service"], run: /* @__PURE__ */ __name((view, sink) => check39(view, sink.report("gateway-without-istiod-port")), "run") },
  { name: "global-label-lost", reads: ["ConfigMap", "Service", "Namespace"], run: /* @__PURE__ */ __name((view, sink) => check41(view, sink.report("global-label-lost")), "run") },
  { name: "global-namespace-without-effect", reads: ["Namespace", "ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check43(view, sink.report("global-namespace-without-effect")), "run") },
  { name: "health-check-not-on-status-port", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check44(view, sink.report("health-check-not-on-status-port")), "run") },
  { name: "image-versions-differ", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check46(view, sink.report("image-versions-differ")), "run") },
  { name: "injection-path-of-other-cluster", reads: ["admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check47(view, sink.report("injection-path-of-other-cluster")), "run") },
  { name: "istiod-not-exposed", reads: ["networking.istio.io/Gateway", "gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check49(view, sink.report("istiod-not-exposed")), "run") },
  { name: "istiod-route-wrong-port", reads: ["networking.istio.io/VirtualService"], run: /* @__PURE__ */ __name((view, sink) => check51(view, sink.report("istiod-route-wrong-port")), "run") },
  { name: "mesh-id-missing", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check53(view, sink.report("mesh-id-missing")), "run") },
  { name: "mesh-network-gateway-invalid", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check54(view, sink.report("mesh-network-gateway-invalid")), "run") },
  { name: "mesh-network-of-unknown-cluster", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check55(view, sink.report("mesh-network-of-unknown-cluster")), "run") },
  { name: "mutual-tls-disabled", reads: ["security.istio.io/PeerAuthentication", "ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check56(view, sink.report("mutual-tls-disabled")), "run") },
  { name: "network-claims-cluster-twice", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check58(view, sink.report("network-claims-cluster-twice")), "run") },
  { name: "network-gateway-without-address", reads: ["Service", "ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check60(view, sink.report("network-gateway-without-address")), "run") },
  { name: "network-gateway-without-port", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check61(view, sink.report("network-gateway-without-port")), "run") },
  { name: "network-not-exposed", reads: ["networking.istio.io/Gateway", "gateway.networking.k8s.io/Gateway", "Service"], run: /* @__PURE__ */ __name((view, sink) => check63(view, sink.report("network-not-exposed")), "run") },
  { name: "network-policy-blocks-gateway", reads: ["networking.k8s.io/NetworkPolicy", "Service", "apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check64(view, sink.report("network-policy-blocks-gateway")), "run") },
  { name: "no-injector", reads: ["apps/Deployment", "apps/DaemonSet", "admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check66(view, sink.report("no-injector")), "run") },
  { name: "node-port-gateway-without-nodes", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check67(view, sink.report("node-port-gateway-without-nodes")), "run") },
  { name: "operator-object", reads: ["install.istio.io/IstioOperator", "insall.istio.io/IstioOperator"], run: /* @__PURE__ */ __name((view, sink) => check68(view, sink.report("operator-object")), "run") },
  { name: "passthrough-listener-ignored", reads: ["gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check70(view, sink.report("passthrough-listener-ignored")), "run") },
  { name: "platform-not-given", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check71(view, sink.report("platform-not-given")), "run") },
  { name: "pod-network-differs", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check72(view, sink.report("pod-network-differs")), "run") },
  { name: "primary-not-open-to-remotes", reads: ["apps/Deployment", "apps/DaemonSet"], run: /* @__PURE__ */ __name((view, sink) => check76(view, sink.report("primary-not-open-to-remotes")), "run") },
  { name: "remote-without-control-plane-annotation", reads: ["Namespace"], run: /* @__PURE__ */ __name((view, sink) => check78(view, sink.report("remote-without-control-plane-annotation")), "run") },
  { name: "route-from-missing-gateway", reads: ["networking.istio.io/VirtualService", "networking.istio.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check80(view, sink.report("route-from-missing-gateway")), "run") },
  { name: "route-to-missing-subset", reads: ["networking.istio.io/VirtualService", "networking.istio.io/DestinationRule"], run: /* @__PURE__ */ __name((view, sink) => check81(view, sink.report("route-to-missing-subset")), "run") },
  { name: "scope-entry-without-effect", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check85(view, sink.report("scope-entry-without-effect")), "run") },
  { name: "single-gateway-replica", reads: ["Service", "apps/Deployment", "apps/DaemonSet", "autoscaling/HorizontalPodAutoscaler"], run: /* @__PURE__ */ __name((view, sink) => check87(view, sink.report("single-gateway-replica")), "run") },
  { name: "subset-of-unknown-cluster", reads: ["networking.istio.io/DestinationRule"], run: /* @__PURE__ */ __name((view, sink) => check90(view, sink.report("subset-of-unknown-cluster")), "run") },
  { name: "system-namespace-network-differs", reads: ["Namespace"], run: /* @__PURE__ */ __name((view, sink) => check91(view, sink.report("system-namespace-network-differs")), "run") },
  { name: "terminating-load-balancer", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check92(view, sink.report("terminating-load-balancer")), "run") },
  { name: "unknown-field", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check93(view, sink.report("unknown-field")), "run") },
  { name: "unknown-kind", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check94(view, sink.report("unknown-kind")), "run") },
  { name: "unknown-version", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check95(view, sink.report("unknown-version")), "run") },
  { name: "value-not-allowed", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check96(view, sink.report("value-not-allowed")), "run") },
  { name: "value-out-of-range", reads: ["*"], run: /* @__PURE__ */ __name((view, sink) => check97(view, sink.report("value-out-of-range")), "run") },
  { name: "waypoint-not-global", reads: ["Service", "Namespace", "gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check100(view, sink.report("waypoint-not-global")), "run") },
  { name: "webhook-without-service", reads: ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "Service"], run: /* @__PURE__ */ __name((view, sink) => check101(view, sink.report("webhook-without-service")), "run") },
  { name: "ztunnel-cluster-name-differs", reads: ["apps/DaemonSet", "apps/Deployment"], run: /* @__PURE__ */ __name((view, sink) => check102(view, sink.report("ztunnel-cluster-name-differs")), "run") },
  { name: "ztunnel-network-differs", reads: ["apps/DaemonSet", "apps/Deployment"], run: /* @__PURE__ */ __name((view, sink) => check103(view, sink.report("ztunnel-network-differs")), "run") }
];
var meshRules = [
  { name: "ambient-multi-network-too-old", reads: ["Cluster", "Mesh"], run: /* @__PURE__ */ __name((view, sink) => check2(view, sink.report("ambient-multi-network-too-old")), "run") },
  { name: "ambient-topology-unsupported", reads: ["Mesh"], run: /* @__PURE__ */ __name((view, sink) => check4(view, sink.report("ambient-topology-unsupported")), "run") },
  { name: "duplicate-cluster-name", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check16(view, sink.report("duplicate-cluster-name")), "run") },
  { name: "external-address-differs", reads: ["ConfigMap", "admissionregistration.k8s.io/MutatingWebhookConfiguration"], run: /* @__PURE__ */ __name((view, sink) => check23(view, sink.report("external-address-differs")), "run") },
  { name: "gateway-address-family-differs", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check30(view, sink.report("gateway-address-family-differs")), "run") },
  { name: "gateway-kind-missing", reads: ["Namespace", "Service", "gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check33(view, sink.report("gateway-kind-missing")), "run") },
  { name: "global-label-in-some-clusters", reads: ["Service"], run: /* @__PURE__ */ __name((view, sink) => check40(view, sink.report("global-label-in-some-clusters")), "run") },
  { name: "invalid-cluster-name", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check48(view, sink.report("invalid-cluster-name")), "run") },
  { name: "istiod-revision-not-exposed", reads: ["networking.istio.io/VirtualService", "gateway.networking.k8s.io/TLSRoute", "Cluster"], run: /* @__PURE__ */ __name((view, sink) => check50(view, sink.report("istiod-revision-not-exposed")), "run") },
  { name: "mesh-id-differs", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check52(view, sink.report("mesh-id-differs")), "run") },
  { name: "network-missing-in-some-clusters", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check62(view, sink.report("network-missing-in-some-clusters")), "run") },
  { name: "network-without-gateway", reads: ["Service", "gateway.networking.k8s.io/Gateway", "ConfigMap", "Cluster"], run: /* @__PURE__ */ __name((view, sink) => check65(view, sink.report("network-without-gateway")), "run") },
  { name: "pod-ranges-overlap", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check73(view, sink.report("pod-ranges-overlap")), "run") },
  { name: "ports-replaced-by-network-gateway", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check75(view, sink.report("ports-replaced-by-network-gateway")), "run") },
  { name: "service-scope-differs", reads: ["ConfigMap"], run: /* @__PURE__ */ __name((view, sink) => check86(view, sink.report("service-scope-differs")), "run") },
  { name: "source-ranges-leave-out-peer", reads: ["Service", "Cluster"], run: /* @__PURE__ */ __name((view, sink) => check88(view, sink.report("source-ranges-leave-out-peer")), "run") },
  { name: "subset-missing-in-destination-cluster", reads: ["networking.istio.io/VirtualService", "networking.istio.io/DestinationRule", "Service"], run: /* @__PURE__ */ __name((view, sink) => check89(view, sink.report("subset-missing-in-destination-cluster")), "run") },
  { name: "waypoint-missing-in-cluster", reads: ["Service", "Namespace", "gateway.networking.k8s.io/Gateway"], run: /* @__PURE__ */ __name((view, sink) => check99(view, sink.report("waypoint-missing-in-cluster")), "run") }
];
var changeRules = [
  { name: "cluster-renamed", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check7(view, sink.report("cluster-renamed")), "run") },
  { name: "cluster-role-changed", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check8(view, sink.report("cluster-role-changed")), "run") },
  { name: "data-plane-changed", reads: ["Mesh"], run: /* @__PURE__ */ __name((view, sink) => check11(view, sink.report("data-plane-changed")), "run") },
  { name: "gateway-before-control-plane", reads: ["Mesh"], run: /* @__PURE__ */ __name((view, sink) => check31(view, sink.report("gateway-before-control-plane")), "run") },
  { name: "network-changed", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check57(view, sink.report("network-changed")), "run") },
  { name: "network-gateway-removed", reads: ["Service", "gateway.networking.k8s.io/Gateway", "Cluster"], run: /* @__PURE__ */ __name((view, sink) => check59(view, sink.report("network-gateway-removed")), "run") },
  { name: "removed-cluster-still-named", reads: ["networking.istio.io/DestinationRule", "ConfigMap", "Cluster"], run: /* @__PURE__ */ __name((view, sink) => check79(view, sink.report("removed-cluster-still-named")), "run") },
  { name: "same-cluster-under-new-name", reads: ["Cluster"], run: /* @__PURE__ */ __name((view, sink) => check84(view, sink.report("same-cluster-under-new-name")), "run") },
  { name: "version-hop", reads: ["Cluster", "Mesh"], run: /* @__PURE__ */ __name((view, sink) => check98(view, sink.report("version-hop")), "run") }
];
var ruleNames = new Set([objectRules, clusterRules, meshRules, changeRules].flatMap((rules3) => rules3.map(({ name: name2 }) => name2)));

// src/validate/sink.ts
function sinkFor(mesh, clusters, seen) {
  return {
    report(rule2) {
      return (facts, at = {}) => {
        const named3 = at.clusters ?? clusters;
        const written = at.place ?? placeIn(at);
        const source = written ?? placeOfCause(mesh, named3, at.on);
        const where2 = { object: at.on && objectOf(at.on), source, clusters: named3, ...at.severity && { severity: at.severity } };
        seen.push({ finding: finding(rule2, facts, where2), isWritten: written !== void 0 });
      };
    }
  };
}
__name(sinkFor, "sinkFor");
function placeIn(at) {
  return at.on?.origin.kind === "config" ? at.on.origin.source.place(at.path ?? [], at.of) : void 0;
}
__name(placeIn, "placeIn");
function placeOfCause(mesh, clusters, on) {
  const cluster = mesh.clusters.find((entry) => entry.name === clusters[0]);
  const release2 = on?.origin.kind === "chart" ? on.origin.release : void 0;
  const gateway3 = cluster?.gateways.find((entry) => entry.name === (release2 ?? on?.id.name));
  return (gateway3 ?? cluster ?? mesh).source.place([]);
}
__name(placeOfCause, "placeOfCause");
function objectOf(manifest) {
  return {
    apiVersion: textAt(manifest.object, "apiVersion") ?? "",
    kind: manifest.id.kind,
    namespace: manifest.id.namespace,
    name: manifest.id.name
  };
}
__name(objectOf, "objectOf");

// src/validate/run.ts
function runRules(view, desired) {
  const { after } = view;
  return [
    ...runOnObjects(after, desired),
    ...desired.classes.flatMap((owner) => clusterRules.flatMap((rule2) => runOnClass(rule2, after, owner))),
    ...meshRules.flatMap((rule2) => collect2(after, rule2.name, [], (sink) => rule2.run(after, sink))),
    ...changeRules.flatMap((rule2) => collect2(after, rule2.name, [], (sink) => rule2.run(view, sink)))
  ];
}
__name(runRules, "runRules");
function runOnClass(rule2, after, owner) {
  const [first2, ...others3] = owner.members;
  const on = /* @__PURE__ */ __name((name2) => {
    const cluster = name2 === void 0 ? void 0 : after.cluster(name2);
    if (cluster === void 0) return [];
    return collect2(after, rule2.name, [cluster.name], (sink) => rule2.run(cluster, sink));
  }, "on");
  const seen = on(first2);
  return seen.length === 0 ? seen : [...seen, ...others3.flatMap(on)];
}
__name(runOnClass, "runOnClass");
function runOnObjects(after, desired) {
  const rulesByKind = /* @__PURE__ */ new Map();
  for (const rule2 of objectRules) for (const kind of rule2.reads) rulesByKind.set(kind, [...rulesByKind.get(kind) ?? [], rule2]);
  const holders = /* @__PURE__ */ new Map();
  for (const owner of desired.classes) {
    for (const manifest of owner.manifests) {
      if (!rulesByKind.has(kindKey(manifest))) continue;
      const known3 = holders.get(manifest);
      if (known3 === void 0) holders.set(manifest, [owner]);
      else known3.push(owner);
    }
  }
  return [...holders].flatMap(
    ([manifest, owners]) => (rulesByKind.get(kindKey(manifest)) ?? []).flatMap((rule2) => runOnObject(rule2, after, manifest, owners))
  );
}
__name(runOnObjects, "runOnObjects");
function runOnObject(rule2, after, manifest, owners) {
  return owners.flatMap((owner) => {
    const own = /* @__PURE__ */ __name((member) => manifestOf(manifest, owner.symbols.get(member) ?? /* @__PURE__ */ new Map()), "own");
    const [first2 = "", ...others3] = owner.members;
    const concrete = own(first2);
    if (concrete === manifest) return judged2(rule2, after, manifest, owner.members);
    const seen = judged2(rule2, after, concrete, [first2]);
    return seen.length === 0 ? seen : [...seen, ...others3.flatMap((member) => judged2(rule2, after, own(member), [member]))];
  });
}
__name(runOnObject, "runOnObject");
function judged2(rule2, after, manifest, clusters) {
  return collect2(after, rule2.name, clusters, (sink) => rule2.run({ manifest }, sink));
}
__name(judged2, "judged");
function collect2(after, rule2, clusters, run) {
  const seen = [];
  try {
    run(sinkFor(after.mesh, clusters, seen));
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    seen.push({ finding: finding("rule-failed", { rule: rule2, why }, { clusters }), isWritten: false });
  }
  return seen;
}
__name(collect2, "collect");

// src/validate/index.ts
function validate(input) {
  const { head, desired } = input;
  const earlier = [...head.findings, ...desired.findings].map((finding2) => ({ finding: finding2, isWritten: true }));
  const merged2 = mergeOverClusters([...earlier, ...judge2(input)]);
  return [...accept(merged2, head.acceptances, input.at)].sort(bySeverityAndPlace);
}
__name(validate, "validate");
function judge2({ head, base, desired, baseline, changes: changes2, plan: plan3 }) {
  if (head.mesh === void 0) return [];
  const after = meshView(head, head.mesh, desired);
  const before2 = base?.mesh && baseline && meshView(base, base.mesh, baseline);
  return runRules({ before: before2, after, changes: changes2, plan: plan3 }, desired);
}
__name(judge2, "judge");

// src/pipeline.ts
async function preview(world, request2) {
  return report(await study(world, request2));
}
__name(preview, "preview");
async function lint(world, request2) {
  const head = loadPlain(await world.files.read(request2.head));
  const engine = await world.charts.engine();
  const charts = await fetchAll(world, head, head.mesh === void 0 ? [] : [plainRequest(head.mesh)]);
  const desired = renderPlain(head, charts, engine);
  const changes2 = diff(desired, desired);
  const intended = plan2({ head, base: head, desired, baseline: desired, changes: changes2 });
  const findings2 = validate({ head, base: void 0, desired, baseline: void 0, changes: changes2, plan: intended, at: request2.at });
  return report({
    request: request2,
    head,
    base: void 0,
    desired,
    baseline: void 0,
    changes: changes2,
    plan: intended,
    findings: findings2,
    problems: problemsIn(charts)
  });
}
__name(lint, "lint");
async function lock(world, request2) {
  const head = load(await world.files.read(request2.head));
  const charts = await chartsFor(world, { ...head, lock: void 0 });
  const locked = needed(head).flatMap((chart) => {
    const fetched = charts.get(chartKey(chart));
    if (fetched === void 0 || fetched instanceof Problem) return [];
    return [{ source: sourceText(chart.source), name: chart.name, version: chart.version, digest: fetched.digest }];
  });
  return { text: writeLock(locked), findings: head.mesh === void 0 ? head.findings : [], problems: problemsIn(charts) };
}
__name(lock, "lock");
async function study(world, request2) {
  const [engine, headTree, baseTree, trustedTree] = await Promise.all([
    world.charts.engine(),
    world.files.read(request2.head),
    request2.base && world.files.read(request2.base),
    request2.trusted && world.files.read(request2.trusted)
  ]);
  const base = baseTree && load(baseTree);
  const head = load(headTree, trustedTree ? load(trustedTree) : base);
  knownOnly(request2, head, base);
  const charts = await chartsFor(world, head);
  const memory = /* @__PURE__ */ new Map();
  const desired = render(head, charts, engine, memory);
  const baseline = base && render(base, await chartsFor(world, base), engine, memory);
  const changes2 = diff(desired, baseline);
  const intended = plan2({ head, base, desired, baseline, changes: changes2 });
  const findings2 = validate({ head, base, desired, baseline, changes: changes2, plan: intended, at: request2.at });
  return { request: request2, head, base, desired, baseline, changes: changes2, plan: intended, findings: findings2, problems: problemsIn(charts) };
}
__name(study, "study");
function knownOnly({ clusters }, head, base) {
  const known3 = new Set(
    [head, base].flatMap((side) => [...side?.mesh?.clusters.map(({ name: name2 }) => name2) ?? [], ...side?.leftOut ?? []])
  );
  const unknown3 = clusters.find((name2) => !known3.has(name2));
  if (unknown3 !== void 0) throw problem("cluster-not-in-mesh", { cluster: unknown3, known: [...known3].sort().join(", ") || "none" });
}
__name(knownOnly, "knownOnly");
function chartsFor(world, repository) {
  return fetchAll(world, repository, needed(repository));
}
__name(chartsFor, "chartsFor");
function needed({ mesh }) {
  return mesh === void 0 ? [] : chartsNeeded(mesh);
}
__name(needed, "needed");
async function fetchAll(world, { tree: tree3, lock: lock2 }, requests2) {
  const fetched = requests2.map(async (request2) => {
    const source = sourceText(request2.source);
    const locked = lock2?.charts.find(
      (entry) => entry.source === source && entry.name === request2.name && entry.version === request2.version
    );
    return [chartKey(request2), await world.charts.fetch(request2, { tree: tree3, locked }).catch(problemOnly)];
  });
  return new Map(await Promise.all(fetched));
}
__name(fetchAll, "fetchAll");
function problemOnly(error) {
  if (error instanceof Problem) return error;
  throw error;
}
__name(problemOnly, "problemOnly");
function problemsIn(charts) {
  return [...charts.values()].filter((chart) => chart instanceof Problem);
}
__name(problemsIn, "problemsIn");

// src/shells/world.ts
function createLocalWorld({ folder }) {
  const git = createGitFiles({ folder });
  return { files: { read: /* @__PURE__ */ __name((ref) => readRef(ref, git.read), "read") }, charts: createCharts({ proxy: proxyFromEnvironment() }) };
}
__name(createLocalWorld, "createLocalWorld");
function readRef(ref, readCommit) {
  switch (ref.kind) {
    case "commit":
      return readCommit(ref.revision);
    case "folder":
      return readFolder(ref.folder);
    case "files":
      return readFiles(ref.files);
  }
}
__name(readRef, "readRef");
function proxyFromEnvironment() {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some((name2) => (process.env[name2] ?? "") !== "");
}
__name(proxyFromEnvironment, "proxyFromEnvironment");

export {
  createCharts,
  createGitFiles,
  objectsOf,
  asHelm,
  planTree,
  checkRuns,
  comment,
  markerStart,
  json,
  markdown,
  page,
  sarif,
  summary,
  text,
  report,
  preview,
  lint,
  lock,
  study,
  createLocalWorld,
  proxyFromEnvironment
};
