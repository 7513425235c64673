import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // Relative addresses: the same build is served by the desktop window and by the loopback test host.
  base: "./",
  build: {
    outDir: "dist",
    target: ["chrome109", "safari16.4"],
    chunkSizeWarningLimit: 1500,
    // The security policy allows no inline script or data: font, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { watch: { ignored: ["**/dist/**"] } },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 20000,
    maxWorkers: 2,
    css: false,
    server: { deps: { inline: [/@fluentui/] } },
  },
});
