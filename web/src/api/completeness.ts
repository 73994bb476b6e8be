import { createStore, useStore } from '@/lib/store';

/** What an answer said of itself: how many entities that it may speak of are not up to date; 0 where it did not count. */
interface Incomplete {
  path: string;
  entities: number;
}

const incomplete = createStore<Incomplete | null>(null);

export const isIncomplete = (headers: Headers) => headers.get('Hub-Stale') === 'true';

/**
 * Remembers that lists and figures are incomplete, from the first answer that says so until the same path answers without. What is damaged
 * is damaged for all lists alike; answers about something else say nothing of it.
 */
export function hear(path: string, headers: Headers) {
  if (isIncomplete(headers)) {
    incomplete.set({ path, entities: Number(headers.get('Hub-Damaged-Entities') ?? 0) });
  } else if (incomplete.get()?.path === path) {
    incomplete.set(null);
  }
}

export const useIncomplete = () => useStore(incomplete);
