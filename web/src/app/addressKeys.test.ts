import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressKeys, ignoredKeys } from './addressKeys';

const ignored = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://hub.invalid');
  return ignoredKeys(pathname, searchParams);
};

describe('the keys of an address', () => {
  it('are known where a page reads them', () => {
    expect(ignored('/models?risk=high&org=1&tz=utc&cursor=x')).toEqual([]);
    expect(ignored('/models/4/compare?v=1,2&all=true')).toEqual([]);
    expect(ignored('/?env=prod')).toEqual([]);
  });

  it('are named where no page reads them, each once', () => {
    expect(ignored('/models?rsk=high&rsk=low&risk=high')).toEqual(['rsk']);
    expect(ignored('/settings?risk=high')).toEqual(['risk']);
  });

  it('that the sources read are known somewhere', () => {
    const known = [...Object.values(addressKeys).flat(), 'org', 'env', 'tz', 'cursor', 'do', 'next'];
    const root = join(process.cwd(), 'src');
    const read = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .flatMap((name) => [
        ...readFileSync(join(root, name), 'utf8').matchAll(/search\.(?:get|getAll|has)\('([^']+)'\)/g),
      ])
      .map((match) => match[1]!);
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((key) => !known.includes(key))).toEqual([]);
  });
});
