import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const hub = process.env.HUB_URL ?? 'http://localhost:8000';
// The host is kept as the browser sent it: to the hub, page and API are of one origin, as they are in production.
const served = ['/api', '/openapi.json', '/docs', '/problems', '/health'];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: hub, changeOrigin: false }])) },
  preview: { proxy: Object.fromEntries(served.map((path) => [path, { target: hub, changeOrigin: false }])) },
  build: {
    target: 'es2023',
    // Data URIs would need a laxer content security policy.
    assetsInlineLimit: 0,
    manifest: true,
  },
  worker: { format: 'es' },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/test/setup.ts'],
    css: false,
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
