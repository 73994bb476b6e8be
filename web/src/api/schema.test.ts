// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typesOf } from '../../scripts/api-types.mjs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('the types of the API', () => {
  it('are what the document gives', async () => {
    // If not: `npm run api`. That the document is the hub's is checked where there is a hub.
    expect(read('schema.d.ts')).toBe(await typesOf(JSON.parse(read('openapi.json')) as object));
  });
});
