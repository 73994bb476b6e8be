import { describe, expect, it } from 'vitest';
import { follow, parseEvents, type LiveMessage } from './follow';

const entry = (id: number) =>
  `id: ${id}\nevent: MODEL_REGISTERED\ndata: {"id":${id},"entity_type":"Model"}\n\n`;

describe('the stream', () => {
  it('is split into events, and keeps what has not come whole', () => {
    const { events, rest } = parseEvents(`:\n\n${entry(1)}id: 2\ndata: {"i`);
    expect(events).toEqual([
      { id: null, data: null },
      { id: '1', data: '{"id":1,"entity_type":"Model"}' },
    ]);
    expect(rest).toBe('id: 2\ndata: {"i');
  });

  it('goes on after the last event that came, and neither loses nor doubles one', async () => {
    const stop = new AbortController();
    const asked: (string | null)[] = [];
    const got: number[] = [];
    const states: string[] = [];
    // The first answer breaks off in the middle of an event.
    const answers = [`id: 10\n\n${entry(11)}${entry(12)}id: 13\nda`, entry(13) + entry(14)];
    const fetcher = ((_: string, init: { headers: Record<string, string> }) => {
      asked.push(init.headers['Last-Event-ID'] ?? null);
      return Promise.resolve(new Response(answers[asked.length - 1] ?? '', { status: 200 }));
    }) as unknown as typeof fetch;
    await follow(
      (message: LiveMessage) => {
        if (message.kind === 'events') {
          got.push(...message.events.map((event) => event.id));
          if (got.includes(14)) {
            stop.abort();
          }
        } else if (message.kind === 'state') {
          states.push(message.state);
        }
      },
      stop.signal,
      fetcher,
    );
    expect(asked).toEqual([null, '12']);
    expect(got).toEqual([11, 12, 13, 14]);
    expect(states).toContain('reconnecting');
  });

  it('says that it connects until it has heard something', async () => {
    const stop = new AbortController();
    const states: string[] = [];
    let asked = 0;
    const fetcher = (() => {
      asked++;
      return asked === 1 ? Promise.reject(new TypeError('no network')) : Promise.resolve(new Response(''));
    }) as unknown as typeof fetch;
    await follow(
      (message: LiveMessage) => {
        if (message.kind === 'state') {
          states.push(message.state);
          if (message.state === 'reconnecting') {
            stop.abort();
          }
        }
      },
      stop.signal,
      fetcher,
    );
    expect(states).toEqual(['connecting', 'live', 'reconnecting']);
  });

  it('ends where nobody is signed in any more', async () => {
    const told: LiveMessage[] = [];
    const fetcher = (() => Promise.resolve(new Response('', { status: 401 }))) as unknown as typeof fetch;
    await follow((message) => told.push(message), new AbortController().signal, fetcher);
    expect(told).toEqual([{ kind: 'signed-out' }]);
  });
});
