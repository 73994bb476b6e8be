import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { server } from '@/test/server';
import { address, call, links, page, total } from './client';
import { Problem } from './problem';
import { session } from './session';

const signedIn = { user_id: 7, csrf_token: 'first', expires_at: null };

/** A hub that refuses the first registration and takes the next; the answer lists the tokens that were brought. */
function refusedOnce(problem: string, status: number): (string | null)[] {
  const tokens: (string | null)[] = [];
  server.use(
    http.post('/api/v1/models', ({ request }) => {
      tokens.push(request.headers.get('X-CSRF-Token'));
      return tokens.length === 1
        ? HttpResponse.json({ type: `/problems/${problem}` }, { status })
        : HttpResponse.json({ id: 1 }, { status: 201 });
    }),
  );
  return tokens;
}

describe('addresses and headers', () => {
  it('leaves out what has no value', () => {
    expect(address('/models', { q: '', risk_level: null, limit: 50 })).toBe('/api/v1/models?limit=50');
  });

  it('reads the cursors of the neighbouring pages', () => {
    expect(
      links(
        '</api/v1/models?limit=5&cursor=a%2Fb>; rel="next", </api/v1/models?limit=5&cursor=c>; rel="prev"',
      ),
    ).toEqual({
      next: 'a/b',
      prev: 'c',
    });
    expect(links(null)).toEqual({ next: null, prev: null });
  });

  it('tells an exact total from one that is only a bound', () => {
    expect(total('37')).toEqual({ count: 37, atLeast: false });
    expect(total('10000+')).toEqual({ count: 10000, atLeast: true });
    expect(total(null)).toBeNull();
  });

  it('reads a page with its position', async () => {
    server.use(
      http.get('/api/v1/models', () =>
        HttpResponse.json([{ id: 1 }], { headers: { 'Hub-Position': '18204', 'X-Total-Count': '1' } }),
      ),
    );
    expect(await page('/models', {})).toMatchObject({ items: [{ id: 1 }], position: 18204, next: null });
  });
});

describe('changes', () => {
  it('bring the token of the session, and reads do not', async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.all('/api/v1/models', ({ request }) => {
        seen.push(request.headers.get('X-CSRF-Token'));
        return HttpResponse.json({});
      }),
    );
    session.open(signedIn);
    await call('GET', '/models');
    await call('POST', '/models', { body: {} });
    expect(seen).toEqual([null, 'first']);
  });

  it('wait for the sign-in that an ended session needs, and are sent once more', async () => {
    const tokens = refusedOnce('unauthenticated', 401);
    session.open(signedIn);
    const answer = call<{ id: number }>('POST', '/models', { body: {} });
    await expect.poll(() => session.get().status).toBe('expired');
    session.open({ ...signedIn, csrf_token: 'second' });
    expect((await answer).data.id).toBe(1);
    expect(tokens).toEqual(['first', 'second']);
  });

  it('take over the token that a sign-in in another tab has brought, and are sent once more', async () => {
    const tokens = refusedOnce('forbidden', 403);
    server.use(http.get('/api/v1/session', () => HttpResponse.json({ ...signedIn, csrf_token: 'second' })));
    session.open(signedIn);
    expect((await call<{ id: number }>('POST', '/models', { body: {} })).data.id).toBe(1);
    expect(tokens).toEqual(['first', 'second']);
  });

  it('that the role does not allow are sent once', async () => {
    let calls = 0;
    server.use(
      http.get('/api/v1/session', () => HttpResponse.json(signedIn)),
      http.post('/api/v1/models', () => {
        calls++;
        return HttpResponse.json({ type: '/problems/forbidden' }, { status: 403 });
      }),
    );
    session.open(signedIn);
    await expect(call('POST', '/models', { body: {} })).rejects.toMatchObject({ status: 403 });
    expect(calls).toBe(1);
  });

  it('are not sent in the name of somebody else who signs in instead', async () => {
    let calls = 0;
    server.use(
      http.post('/api/v1/models', () => {
        calls++;
        return HttpResponse.json({ type: '/problems/unauthenticated' }, { status: 401 });
      }),
    );
    session.open(signedIn);
    const answer = call('POST', '/models', { body: {} }).catch((error: unknown) => error);
    await expect.poll(() => session.get().status).toBe('expired');
    session.open({ ...signedIn, user_id: 8 });
    expect(await answer).toMatchObject({ kind: 'unauthenticated' });
    expect(calls).toBe(1);
  });
});

describe('problems', () => {
  it('are told apart by their type, not by their words', () => {
    const problem = new Problem(422, {
      type: 'https://hub.example/problems/invalid-fields',
      detail: 'Something',
      errors: [{ pointer: '/metrics/0/value', detail: 'must be finite' }],
    });
    expect(problem.kind).toBe('invalid-fields');
    expect(problem.fields).toEqual([{ field: 'metrics.0.value', detail: 'must be finite' }]);
  });

  it('of an unknown type keep their title', () => {
    expect(new Problem(418, { type: '/problems/teapot', title: 'A teapot' })).toMatchObject({
      kind: 'other',
      title: 'A teapot',
    });
  });

  it('say so when the hub does not answer', async () => {
    server.use(http.get('/api/v1/models', () => HttpResponse.error()));
    await expect(call('GET', '/models')).rejects.toMatchObject({ kind: 'network', isPassing: true });
  });

  it('survive a body that is no problem at all', async () => {
    server.use(http.get('/api/v1/models', () => new HttpResponse('<html>', { status: 502 })));
    await expect(call('GET', '/models')).rejects.toMatchObject({
      kind: 'other',
      status: 502,
      isPassing: true,
    });
  });
});
