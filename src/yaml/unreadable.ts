import type { FatalCode } from "./error.ts";

/** Why a document cannot be read, before its offset has become a line. Offsets are of the source that was read. */
export class Unreadable extends Error {
  readonly code: FatalCode;
  readonly offset: number;

  constructor(code: FatalCode, reason: string, offset: number) {
    super(reason);
    this.code = code;
    this.offset = offset;
  }
}
