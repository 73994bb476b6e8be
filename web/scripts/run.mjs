// Runs a script that is written in TypeScript, which Node 20 does not read by itself: node scripts/run.mjs browser/smoke.ts
import { runnerImport } from 'vite';

await runnerImport(process.argv[2], { configFile: false, logLevel: 'error' });
