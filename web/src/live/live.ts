import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { recheck } from '@/api/client';
import type { AuditEntry } from '@/api/types';
import { follow, type LiveMessage, type LiveState } from './follow';

interface State {
  state: LiveState;
  heardAt: number | null;
}

/**
 * The audit trail as it grows, once for all tabs of a browser: in a shared worker, or where there is none in the tab that got a lock and
 * tells the others.
 */
let current: State = { state: 'connecting', heardAt: null };
const stateListeners = new Set<() => void>();
const eventListeners = new Set<(events: AuditEntry[]) => void>();

function receive(message: LiveMessage) {
  if (message.kind === 'events') {
    eventListeners.forEach((listener) => listener(message.events));
  } else {
    const next: State =
      message.kind === 'state'
        ? { state: message.state, heardAt: message.heardAt }
        : { ...current, state: 'offline' };
    if (message.kind === 'signed-out') {
      void recheck();
    }
    const changed = next.state !== current.state;
    current = next;
    if (changed) {
      stateListeners.forEach((listener) => listener());
    }
  }
}

/** Starts to follow; the answer stops it. */
export function startLive(): () => void {
  if (typeof SharedWorker !== 'undefined') {
    const worker = new SharedWorker(new URL('./stream.worker.ts', import.meta.url), {
      type: 'module',
      name: 'hub-live',
    });
    worker.port.onmessage = ({ data }: MessageEvent<LiveMessage>) => receive(data);
    worker.port.start();
    worker.port.postMessage('start');
    const leave = () => worker.port.postMessage('leave');
    const back = (event: PageTransitionEvent) => event.persisted && worker.port.postMessage('start');
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', back);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', back);
      leave();
    };
  }
  if (typeof BroadcastChannel === 'undefined' || !('locks' in navigator)) {
    const alone = new AbortController();
    void follow(receive, alone.signal);
    return () => alone.abort();
  }
  const channel = new BroadcastChannel('hub-live');
  channel.onmessage = ({ data }: MessageEvent<LiveMessage>) => receive(data);
  const stop = new AbortController();
  void navigator.locks
    .request('hub-live', { signal: stop.signal }, () =>
      follow((message) => {
        receive(message);
        channel.postMessage(message);
      }, stop.signal),
    )
    .catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

export function useLiveState(): State {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => current,
  );
}

/** Hears of every event that the caller may see. */
export function useLiveEvents(hear: (events: AuditEntry[]) => void) {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listener = (events: AuditEntry[]) => latest.current(events);
    eventListeners.add(listener);
    return () => {
      eventListeners.delete(listener);
    };
  }, []);
}

/**
 * Counts what has happened since a list was read, so that it can offer to show it; the list itself never jumps.
 *
 * @param position how far the list's answer had come; null while there is none
 */
export function useNews(
  position: number | null | undefined,
  concerns: (event: AuditEntry) => boolean,
): number {
  const [heard, setHeard] = useState<{ position: number; key: string }[]>([]);
  useLiveEvents((events) => {
    const relevant = events
      .filter(concerns)
      .map((event) => ({ position: event.id, key: `${event.entity_type}-${event.entity_id}` }));
    if (relevant.length > 0) {
      setHeard((before) => [...before.slice(-500), ...relevant]);
    }
  });
  if (position === null || position === undefined) {
    return 0;
  }
  return new Set(heard.filter((one) => one.position > position).map((one) => one.key)).size;
}
