import { hear } from './completeness';
import { Problem } from './problem';
import { session } from './session';
import type { Session } from './types';

const base = '/api/v1';

export type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  /** The version that the change was made from. */
  ifMatch?: string | null;
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** The media type of the answer, where it is no JSON. */
  accept?: string;
  /** Reading or opening the session must not open the overlay of an expired one. */
  aboutSession?: boolean;
}

export interface Answer<T> {
  data: T;
  etag: string | null;
  position: number | null;
}

export interface Page<T> {
  items: T[];
  /** Cursors of the neighbouring pages, if there are any. */
  next: string | null;
  prev: string | null;
  total: { count: number; atLeast: boolean } | null;
  position: number | null;
}

/** Builds the address of a call; empty values are left out, since the hub refuses parameters that it does not understand. */
export function address(path: string, query: Record<string, QueryValue> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return base + path + (text ? `?${text}` : '');
}

export async function call<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const response = await send(method, path, options);
  const text = await response.text();
  return {
    data: (text ? JSON.parse(text) : undefined) as T,
    etag: response.headers.get('ETag'),
    position: positionOf(response),
  };
}

/** Reads one page of a list. */
export async function page<T>(
  path: string,
  query: Record<string, QueryValue>,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const response = await send('GET', path, { query, signal });
  return {
    items: (await response.json()) as T[],
    ...links(response.headers.get('Link')),
    total: total(response.headers.get('X-Total-Count')),
    position: positionOf(response),
  };
}

/** Reads a file; its headers say how it is called and whether it is complete. */
export function file(path: string, query: Record<string, QueryValue>, accept = '*/*'): Promise<Response> {
  return send('GET', path, { query, accept });
}

/** Reads one page of what is no list but goes on all the same. */
export async function callPage<T>(
  path: string,
  query: Record<string, QueryValue>,
): Promise<Answer<T> & Pick<Page<never>, 'next' | 'total'>> {
  const response = await send('GET', path, { query });
  return {
    data: (await response.json()) as T,
    etag: null,
    next: links(response.headers.get('Link')).next,
    total: total(response.headers.get('X-Total-Count')),
    position: positionOf(response),
  };
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const response = await attempt(method, path, options);
  if (response.ok) {
    hear(path, response.headers);
    return response;
  }
  const problem = await problemOf(response);
  const mayGoOn =
    !options.aboutSession &&
    (problem.status === 401
      ? await session.expire()
      : problem.status === 403 && method !== 'GET' && (await recheck()));
  if (mayGoOn) {
    const again = await attempt(method, path, options);
    if (again.ok) {
      return again;
    }
    throw await problemOf(again);
  }
  throw problem;
}

/**
 * Asks whose session the browser's cookie is now: another tab may have signed in anew, or somebody else. Resolves to true if the token
 * that changes bring along was an old one of the same person's.
 */
export async function recheck(): Promise<boolean> {
  const before = session.get();
  if (before.status !== 'active') {
    return false;
  }
  let now: Session;
  try {
    now = (await call<Session>('GET', '/session', { aboutSession: true })).data;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      void session.expire();
    }
    return false;
  }
  if (now.user_id !== before.userId) {
    // Nothing of the one is for the other.
    window.location.reload();
    return false;
  }
  session.open(now);
  return now.csrf_token !== before.csrfToken;
}

async function attempt(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ Accept: options.accept ?? 'application/json, application/problem+json' });
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  if (method !== 'GET') {
    const { csrfToken } = session.get();
    if (csrfToken) {
      headers.set('X-CSRF-Token', csrfToken);
    }
  }
  if (options.ifMatch) {
    headers.set('If-Match', options.ifMatch);
  }
  if (options.idempotencyKey) {
    headers.set('Idempotency-Key', options.idempotencyKey);
  }
  try {
    return await fetch(address(path, options.query), {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (cause) {
    if (options.signal?.aborted) {
      throw cause;
    }
    throw Problem.network(cause);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  let body = {};
  try {
    body = (await response.json()) as object;
  } catch {
    // A proxy's page, or nothing: the status has to do.
  }
  return new Problem(response.status, body, response.headers);
}

function positionOf(response: Response): number | null {
  const position = response.headers.get('Hub-Position');
  return position === null ? null : Number(position);
}

export function links(header: string | null): { next: string | null; prev: string | null } {
  const found: Record<string, string> = {};
  for (const match of (header ?? '').matchAll(/<([^>]*)>\s*;[^,]*rel="?(next|prev)"?/g)) {
    const cursor = new URL(match[1]!, 'http://hub.invalid').searchParams.get('cursor');
    if (cursor !== null) {
      found[match[2]!] = cursor;
    }
  }
  return { next: found.next ?? null, prev: found.prev ?? null };
}

export function total(header: string | null): { count: number; atLeast: boolean } | null {
  if (header === null) {
    return null;
  }
  return { count: Number.parseInt(header, 10), atLeast: header.endsWith('+') };
}
