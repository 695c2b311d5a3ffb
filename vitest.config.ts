import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/cluster/**", "**/node_modules/**"],
    // They end what hangs; a slow machine is not a failure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: "forks",
    // Vitest leaves one core to itself; of two that is half.
    maxWorkers: "100%",
  },
});
