import { defineConfig } from "vitest/config";

/** One file after the other: a lab has fixed addresses, and two cores. The limits end what hangs; a slow machine is not a failure. */
export default defineConfig({
  test: {
    include: ["test/cluster/**/*.itg.test.ts"],
    testTimeout: 360_000,
    hookTimeout: 400_000,
    pool: "forks",
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
