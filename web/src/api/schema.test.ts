import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typesOf } from '../../scripts/api-types.mjs';

const read = (name: string) => readFileSync(join(process.cwd(), 'src/api', name), 'utf8');

describe('the types of the API', () => {
  it('are what the document gives', async () => {
    // If not: `npm run api`. That the document is the hub's is checked where there is a hub.
    expect(read('schema.d.ts')).toBe(await typesOf(JSON.parse(read('openapi.json')) as object));
  });
});
