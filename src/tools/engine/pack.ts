import { brotliCompressSync, constants } from "node:zlib";

/** Brotli with every parameter fixed: the same bytes give the same file. Slow (two minutes for the engine), because it is done once and read often. */
export function packFixed(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
