import type { Schema } from "./convert.ts";

const texts: Schema = { type: "object", nullable: true, additionalProperties: { type: "string" } };
const text: Schema = { type: "string", nullable: true };

/**
 * `metadata` of any object: Kubernetes' ObjectMeta (`k8s.io/apimachinery/pkg/apis/meta/v1`), which every kind shares and no CRD repeats. What only servers
 * write is let through unjudged.
 */
export const objectMeta: Schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    name: text,
    generateName: text,
    namespace: text,
    labels: texts,
    annotations: texts,
    finalizers: { type: "array", nullable: true, items: { type: "string" } },
    ownerReferences: {},
    managedFields: {},
    creationTimestamp: {},
    deletionTimestamp: {},
    deletionGracePeriodSeconds: {},
    generation: {},
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
};
