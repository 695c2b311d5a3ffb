import { Ajv2020 } from "ajv/dist/2020.js";

/**
 * What GitHub's code scanning asks of a SARIF file (its page "SARIF support for code scanning", and "SARIF results exceed limits"), with what the 2.1.0 schema says of
 * the same keys: required ones, addresses, limits, lines from 1, paths relative to the repository.
 */
const text = { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } };
const short = { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1, maxLength: 1_024 } } };
const address = { type: "string", pattern: "^https://[^\\s]+$" };
const level = { enum: ["none", "note", "warning", "error"] };

const rule = {
  type: "object",
  required: ["id", "shortDescription", "fullDescription", "help"],
  additionalProperties: false,
  properties: {
    id: { type: "string", minLength: 1, maxLength: 255 },
    shortDescription: short,
    fullDescription: short,
    helpUri: address,
    help: { ...text, properties: { ...text.properties, markdown: { type: "string" } } },
    defaultConfiguration: { type: "object", required: ["level"], properties: { level } },
    properties: {
      type: "object",
      required: ["tags"],
      properties: { tags: { type: "array", maxItems: 20, uniqueItems: true, items: { type: "string" } } },
    },
  },
};

const result = {
  type: "object",
  required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
  properties: {
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message: text,
    locations: {
      type: "array",
      minItems: 1,
      maxItems: 1_000,
      items: {
        type: "object",
        required: ["physicalLocation"],
        properties: {
          physicalLocation: {
            type: "object",
            required: ["artifactLocation", "region"],
            properties: {
              artifactLocation: {
                type: "object",
                required: ["uri"],
                // Without a scheme or a root, or a whole address of a file; every odd character written as a code.
                properties: {
                  uri: {
                    type: "string",
                    pattern: "^(?:file://(?=/)|(?!/|[A-Za-z][A-Za-z0-9+.-]*:))(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$",
                  },
                },
              },
              region: {
                type: "object",
                required: ["startLine"],
                properties: { startLine: { type: "integer", minimum: 1 }, startColumn: { type: "integer", minimum: 1 } },
              },
            },
          },
        },
      },
    },
    partialFingerprints: { type: "object", minProperties: 1, additionalProperties: { type: "string", minLength: 1 } },
    suppressions: {
      type: "array",
      items: {
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["inSource", "external"] }, status: { enum: ["accepted", "underReview", "rejected"] } },
      },
    },
  },
};

const log = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    $schema: { ...address, pattern: "sarif-schema-2\\.1\\.0\\.json$" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: {
        type: "object",
        required: ["tool", "results"],
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "version", "semanticVersion", "informationUri", "rules"],
                properties: {
                  name: { type: "string", minLength: 1 },
                  semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?$" },
                  informationUri: address,
                  rules: { type: "array", maxItems: 25_000, items: rule },
                },
              },
            },
          },
          invocations: { type: "array", items: { type: "object", required: ["executionSuccessful"] } },
          results: { type: "array", maxItems: 25_000, items: result },
        },
      },
    },
  },
};

const fits = new Ajv2020({ strict: false }).compile(log);

/** What code scanning would refuse of a SARIF log, at most one thing; empty when it takes it. */
export function refusals(value: unknown): readonly string[] {
  return fits(value) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
