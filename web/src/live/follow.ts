import type { AuditEntry } from '@/api/types';

/** Connecting is the first time only; who has heard something and is cut off reconnects. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline';

export type LiveMessage =
  | { kind: 'state'; state: LiveState; heardAt: number | null }
  | { kind: 'events'; events: AuditEntry[] }
  | { kind: 'signed-out' };

/** Splits a stream of server-sent events. Returns what is whole, and the rest. */
export function parseEvents(text: string): {
  events: { id: string | null; data: string | null }[];
  rest: string;
} {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.map((block) => {
    let id: string | null = null;
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('id:')) {
        id = line.slice(3).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
    return { id, data: data.length > 0 ? data.join('\n') : null };
  });
  return { events, rest };
}

const path = '/api/v1/events/stream';
const silence = 40_000;
const longestPause = 15_000;

/**
 * Follows the audit trail until told to stop. A cut is resumed after the last event that came, so that none is lost and none comes twice.
 * It reads with `fetch` rather than with an EventSource, which hides the status of a refusal and needs every event's name in advance.
 */
export async function follow(
  tell: (message: LiveMessage) => void,
  stop: AbortSignal,
  fetcher = fetch,
): Promise<void> {
  let lastId: string | null = null;
  let heardAt: number | null = null;
  let failures = 0;
  while (!stop.aborted) {
    const cut = new AbortController();
    const end = () => cut.abort();
    stop.addEventListener('abort', end);
    let watchdog = setTimeout(end, silence);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (lastId !== null) {
        headers['Last-Event-ID'] = lastId;
      }
      const response = await fetcher(path, {
        headers,
        credentials: 'same-origin',
        signal: cut.signal,
        cache: 'no-store',
      });
      if (response.status === 401) {
        tell({ kind: 'signed-out' });
        return;
      }
      if (response.status === 409) {
        // The record was restored to an earlier time: begin where it is now.
        lastId = null;
      }
      if (!response.ok || !response.body) {
        throw new Error(`HTTP ${response.status}`);
      }
      failures = 0;
      heardAt = Date.now();
      tell({ kind: 'state', state: 'live', heardAt });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let buffer = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) {
          break;
        }
        clearTimeout(watchdog);
        watchdog = setTimeout(end, silence);
        heardAt = Date.now();
        const { events, rest } = parseEvents(buffer + value);
        buffer = rest;
        const entries: AuditEntry[] = [];
        for (const event of events) {
          if (event.data !== null) {
            entries.push(JSON.parse(event.data) as AuditEntry);
          }
          lastId = event.id ?? lastId;
        }
        if (entries.length > 0) {
          tell({ kind: 'events', events: entries });
        }
        tell({ kind: 'state', state: 'live', heardAt });
      }
    } catch {
      // Whatever it was, the next attempt tells.
    } finally {
      clearTimeout(watchdog);
      stop.removeEventListener('abort', end);
    }
    if (stop.aborted) {
      return;
    }
    failures++;
    const trying = heardAt === null ? 'connecting' : 'reconnecting';
    tell({ kind: 'state', state: failures > 3 ? 'offline' : trying, heardAt });
    await pause(Math.min(longestPause, 500 * 2 ** failures), stop);
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
