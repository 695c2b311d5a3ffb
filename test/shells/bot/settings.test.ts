import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSettings, type SettingEntry, settings } from "../../../src/shells/bot/settings.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const least = { APP_ID: "1", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "sixteen letters!", REPOSITORIES: "shop/mesh" };

const read = (env: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) =>
  readSettings(env, (file) => files[file] ?? expect.fail(`no file ${file}`));

/** The texts of everything that is wrong. */
function wrong(env: Readonly<Record<string, string>>): string {
  try {
    read({ ...least, ...env });
  } catch (error) {
    return String(error);
  }
  return "nothing";
}

describe("the bot's settings", () => {
  it("have defaults for everything that has to do with how, and none for what the App is", () => {
    const { app, webhookSecrets, ...rest } = read(least);
    expect([app.id, app.apiUrl, webhookSecrets.length]).toEqual([1, "https://api.github.com", 1]);
    expect(rest).toEqual({
      repositories: ["shop/mesh"],
      folder: "",
      chartLogins: [],
      planKeys: [],
      apply: false,
      verify: "look",
      driftPulls: [],
      filesFolder: ".",
      queue: { url: undefined, file: "isthmus-queue.db" },
      workers: 2,
      sweepEvery: 300_000,
      host: "127.0.0.1",
      lookEvery: 21_600_000,
      port: 3000,
      comment: "always",
      failOn: "error",
    });
  });

  it("name all that is missing at once", () => {
    const said = wrong({ APP_ID: "", PRIVATE_KEY: " ", WEBHOOK_SECRET: "", REPOSITORIES: "" });
    for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "REPOSITORIES"]) expect(said).toContain(`${name} is not set`);
  });

  it.each([
    ["APP_ID", "twelve"],
    ["PORT", "65536"],
    ["WORKERS", "0"],
    ["SWEEP_MINUTES", "-1"],
    ["COMMENT", "sometimes"],
    ["FAIL_ON", "info"],
    ["REPOSITORIES", "shop"],
    ["REPOSITORIES", "*/*"],
    ["MESH_FOLDER", "../etc"],
    ["GITHUB_API_URL", "api.github.com"],
    ["GITHUB_API_URL", "https://me:pw@host/api/v3"],
  ])("refuse %s = %s", (name, value) => {
    expect(wrong({ [name]: value })).toContain(name);
  });

  it.each([
    ["WEBHOOK_SECRET", "short-canary"],
    ["PRIVATE_KEY", "-----BEGIN RSA PRIVATE KEY----- canary"],
  ])("refuse a bad %s without quoting it", (name, value) => {
    expect(wrong({ [name]: value })).toContain(name);
    expect(wrong({ [name]: value })).not.toContain("canary");
  });

  it.each([
    ["as it is", privateKey],
    ["with \\n for its line ends", privateKey.replaceAll("\n", "\\n")],
    ["in base64", Buffer.from(privateKey).toString("base64")],
  ])("take a private key %s", (_, text) => {
    expect(read({ ...least, PRIVATE_KEY: text }).app.key.open()).toBe(privateKey);
  });

  it("take secrets from files, and several webhook secrets while one is changed", () => {
    const { WEBHOOK_SECRET: _, ...rest } = least;
    const found = read(
      { ...rest, WEBHOOK_SECRET_FILE: "/run/secret" },
      { "/run/secret": "the old one, 16+ long\nthe new one, 16+ long\n" },
    );
    expect(found.webhookSecrets.map((secret) => secret.open())).toEqual(["the old one, 16+ long", "the new one, 16+ long"]);
  });

  it.each(Object.entries<SettingEntry>(settings))("say enough about %s to use it without reading code", (name, { description }) => {
    expect(name).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/u);
    expect(description.length).toBeGreaterThanOrEqual(70);
  });
});
