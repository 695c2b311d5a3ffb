import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/kubernetes/credentials.ts
import { readFile } from "node:fs/promises";
var nobody = { headers: {}, certificate: void 0, key: void 0 };
function bearer(token) {
  return new Secret(`Bearer ${token}`);
}
__name(bearer, "bearer");
function fixed(credential) {
  return { current: /* @__PURE__ */ __name(async () => credential, "current"), renew: /* @__PURE__ */ __name(async () => void 0, "renew") };
}
__name(fixed, "fixed");
var rereadMs = 1e4;
function fromFile(file, base, clock, fail) {
  let last;
  const read = /* @__PURE__ */ __name(async () => {
    const text = (await readFile(file, "utf8").catch((error) => {
      throw fail(`token file ${file} could not be read (${error.code ?? "unknown"})`);
    })).trim();
    const credential = text === last?.text ? last.credential : { ...base, headers: { ...base.headers, authorization: bearer(text) } };
    last = { credential, text, at: clock.monotonic() };
    return credential;
  }, "read");
  return {
    current: /* @__PURE__ */ __name(async () => last !== void 0 && clock.monotonic() - last.at < rereadMs ? last.credential : read(), "current"),
    renew: /* @__PURE__ */ __name(async (used) => {
      const fresh = await read();
      return fresh === used ? void 0 : fresh;
    }, "renew")
  };
}
__name(fromFile, "fromFile");

export {
  nobody,
  bearer,
  fixed,
  fromFile
};
