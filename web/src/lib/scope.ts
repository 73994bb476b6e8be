import { createSearchParams, useSearchParams, type To } from 'react-router';
import { environments, type Environment } from '@/api/types';

/** What the reader looks at: an organisation, an environment, or all of them. It is in every address. */
export interface Scope {
  org: number | null;
  env: Environment | null;
}

const carried = ['org', 'env', 'tz'];

export function readScope(search: URLSearchParams): Scope {
  const org = search.get('org');
  const env = search.get('env');
  return {
    org: org !== null && /^\d+$/.test(org) ? Number(org) : null,
    env: environments.find((one) => one === env) ?? null,
  };
}

export function useScope(): Scope {
  const [search] = useSearchParams();
  return readScope(search);
}

/** The scope as parameters of the API. */
export function scopeQuery(scope: Scope): { organization_id?: number; environment?: Environment } {
  return {
    organization_id: scope.org ?? undefined,
    environment: scope.env ?? undefined,
  };
}

/** Adds the scope of the present address to a target that does not name its own. */
export function carryScope(to: To, present: URLSearchParams): To {
  const target = typeof to === 'string' ? parse(to) : to;
  const search = createSearchParams(target.search ?? '');
  for (const name of carried) {
    const value = present.get(name);
    if (value !== null && !search.has(name)) {
      search.set(name, value);
    }
  }
  for (const name of carried) {
    if (search.get(name) === '') {
      // Explicitly none.
      search.delete(name);
    }
  }
  const text = search.toString();
  return { ...target, search: text ? `?${text}` : '' };
}

function parse(to: string): { pathname?: string; search?: string; hash?: string } {
  const [, pathname, search, hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(to)!;
  return { pathname: pathname || undefined, search, hash };
}
