import { nanosecondsIn } from "./durations.ts";

/** The formats CRDs use, as the API server reads them (`k8s.io/kube-openapi`). One it does not know it ignores, and so does ajv. */
export const formats = {
  int32: { type: "number", validate: (value: number) => value >= -(2 ** 31) && value < 2 ** 31 },
  int64: { type: "number", validate: (value: number) => value >= -(2 ** 63) && value < 2 ** 63 },
  uint32: { type: "number", validate: (value: number) => value >= 0 && value < 2 ** 32 },
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/u,
  byte: /^[A-Za-z0-9+/]*={0,2}$/u,
  duration: { type: "string", validate: (text: string) => nanosecondsIn(text) !== undefined },
  "duration-of-1ms-or-more": { type: "string", validate: (text: string) => (nanosecondsIn(text) ?? 0) >= 1e6 },
  float: true,
  double: true,
} as const;
