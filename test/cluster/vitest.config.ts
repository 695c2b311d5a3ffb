import { defineConfig } from "vitest/config";

/** One file after the other: a lab has fixed addresses, and two cores. */
export default defineConfig({
  test: {
    include: ["test/cluster/**/*.itg.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks",
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
