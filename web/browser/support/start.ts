import { mkdirSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../chromium';
import { hub, results } from './environment';

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
  }
}

/** Starts the one browser that all tests open their windows in. */
export default async function start(project: TestProject) {
  mkdirSync(results, { recursive: true });
  const health = (await (await fetch(`${hub}/health`)).json()) as { status: string };
  if (health.status !== 'ok') {
    throw new Error(`The hub at ${hub} is not well: ${JSON.stringify(health)}`);
  }
  const server = await serve();
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
