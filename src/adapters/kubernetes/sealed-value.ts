import { createHmac } from "node:crypto";
import { sealedText } from "../../model/secret.ts";

/** What stands for a private value: the same text as for an equal value read from Git (`load/seal.ts`; a test holds the two together). */
export function sealedValue(value: string): string {
  return sealedText(createHmac("sha256", "isthmus.dev sealed value 1").update(value).digest("hex").slice(0, 32));
}
