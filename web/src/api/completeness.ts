import { useSyncExternalStore } from 'react';

/** What an answer said of itself: how many entities that it may speak of are not up to date; 0 where it did not count. */
interface Incomplete {
  path: string;
  entities: number;
}

let incomplete: Incomplete | null = null;
const listeners = new Set<() => void>();

export const isIncomplete = (headers: Headers) => headers.get('Hub-Stale') === 'true';

/**
 * Remembers that lists and figures are incomplete, from the first answer that says so until the same path answers without. What is damaged
 * is damaged for all lists alike; answers about something else say nothing of it.
 */
export function hear(path: string, headers: Headers) {
  if (isIncomplete(headers)) {
    incomplete = { path, entities: Number(headers.get('Hub-Damaged-Entities') ?? 0) };
  } else if (incomplete?.path === path) {
    incomplete = null;
  } else {
    return;
  }
  listeners.forEach((listener) => listener());
}

export function useIncomplete(): Incomplete | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => incomplete,
  );
}
