import { describe, expect, it } from 'vitest';
import { safeNext } from '@/features/session/SignInPage';
import { carryScope, readScope } from './scope';

const present = new URLSearchParams('org=2&env=prod&q=abc&cursor=x');

describe('the scope of an address', () => {
  it('is read, and what it cannot be is ignored', () => {
    expect(readScope(present)).toEqual({ org: 2, env: 'prod' });
    expect(readScope(new URLSearchParams('org=two&env=moon'))).toEqual({ org: null, env: null });
  });

  it('goes along with every link, and nothing else of the address does', () => {
    expect(carryScope('/models?risk=high', present)).toMatchObject({
      pathname: '/models',
      search: '?risk=high&org=2&env=prod',
    });
  });

  it('gives way to a scope that the link names itself, and to none', () => {
    expect(carryScope('/models?org=3', present)).toMatchObject({ search: '?org=3&env=prod' });
    expect(carryScope('/models?org=&env=', present)).toMatchObject({ search: '' });
  });
});

describe('where to go after signing in', () => {
  it('is a page of this application only', () => {
    expect(safeNext('/models?risk=high')).toBe('/models?risk=high');
    expect(safeNext('//evil.example/')).toBe('/');
    expect(safeNext('/\\evil.example')).toBe('/');
    expect(safeNext('https://evil.example')).toBe('/');
    expect(safeNext(null)).toBe('/');
  });
});
