import process from 'node:process';
import { fileURLToPath } from 'node:url';

function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing: CONTRIBUTING.md tells how these tests are started`);
  }
  return value;
}

/** The hub that is tried: its address, and its first administrator. */
export const hub = given('HUB_URL').replace(/\/$/, '');
export const administrator = { username: given('HUB_ADMIN_USERNAME'), password: given('HUB_ADMIN_PASSWORD') };

/** Where screenshots and traces of what failed are kept. */
export const results = fileURLToPath(new URL('../../target/browser/', import.meta.url));
