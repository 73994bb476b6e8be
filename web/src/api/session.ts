import { useSyncExternalStore } from 'react';
import type { Session } from './types';

/**
 * Who is signed in. The session itself is an HttpOnly cookie that no script can read; what is kept here, in memory only, is the token that
 * every change has to bring along.
 *
 * `expired` means that somebody was signed in and the hub no longer knows the session: the page stays, and a form in it is not lost.
 */
export type SessionStatus = 'unknown' | 'anonymous' | 'active' | 'expired';

interface State {
  status: SessionStatus;
  userId: number | null;
  csrfToken: string | null;
}

type Waiter = (again: boolean) => void;

let state: State = { status: 'unknown', userId: null, csrfToken: null };
const listeners = new Set<() => void>();
let waiters: Waiter[] = [];

function set(next: State) {
  state = next;
  listeners.forEach((listener) => listener());
}

function release(again: boolean) {
  const waiting = waiters;
  waiters = [];
  waiting.forEach((waiter) => waiter(again));
}

export const session = {
  get: () => state,

  /** Takes over a session. What waited for it goes on only if it is the same person's. */
  open(answer: Session) {
    const same = state.userId === null || state.userId === answer.user_id;
    set({ status: 'active', userId: answer.user_id, csrfToken: answer.csrf_token });
    release(same);
    return same;
  },

  /** Nobody is signed in, and nothing waits for it. */
  close() {
    set({ status: 'anonymous', userId: null, csrfToken: null });
    release(false);
  },

  /** The hub no longer knows the session. Resolves to true once the same person has signed in again. */
  expire(): Promise<boolean> {
    if (state.status !== 'active' && state.status !== 'expired') {
      return Promise.resolve(false);
    }
    if (state.status === 'active') {
      set({ ...state, status: 'expired', csrfToken: null });
    }
    return new Promise((resolve) => waiters.push(resolve));
  },

  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

export function useSession(): State {
  return useSyncExternalStore(session.subscribe, session.get);
}
