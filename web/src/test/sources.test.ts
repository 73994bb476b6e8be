import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
const read = (file: string) => readFileSync(file, 'utf8');

/** The texts that come with an area, by the first part of their keys. */
const areas = {
  models: ['models'],
  governance: ['approvals', 'policies', 'violations'],
  audit: ['audit'],
  dashboard: ['dashboard'],
  admin: ['datasets', 'organizations', 'users', 'tokens'],
  pages: ['home', 'settings', 'accessibility'],
};

const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/locales\/|\/test\//.test(file));

describe('the sources', () => {
  it('bring along the texts that they use', () => {
    const missing = code.flatMap((file) => {
      const text = read(file);
      return Object.entries(areas)
        .filter(([area, prefixes]) => {
          const uses = prefixes.some((prefix) => new RegExp(`['"\`]${prefix}\\.\\w`).test(text));
          return uses && !text.includes(`'@/locales/${area}'`);
        })
        .map(([area]) => `${relative(root, file)} needs ${area}`);
    });
    expect(missing).toEqual([]);
  });

  it('have no colour outside the theme', () => {
    const coloured = files
      .filter((file) => file.endsWith('.css') && !file.includes('/theme/'))
      .filter((file) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(read(file)))
      .map((file) => relative(root, file));
    expect(coloured).toEqual([]);
  });

  it('keep nothing in web storage but preferences, drafts and views', () => {
    const storing = code
      .filter((file) => /\b(local|session)Storage\b/.test(read(file)))
      .map((file) => relative(root, file));
    expect(storing).toEqual(['lib/preferences.ts']);
  });

  it('give no two groups of texts the same name', () => {
    const names = new Set<string>();
    const collisions: string[] = [];
    for (const file of files.filter((one) => one.includes('/locales/en/'))) {
      for (const name of Object.keys(JSON.parse(read(file)) as object)) {
        if (names.has(name)) {
          collisions.push(name);
        }
        names.add(name);
      }
    }
    expect(collisions).toEqual([]);
  });
});
