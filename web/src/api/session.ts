import { createStore, useStore } from '@/lib/store';
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

const store = createStore<State>({ status: 'unknown', userId: null, csrfToken: null });
let waiters: Waiter[] = [];

function release(again: boolean) {
  const waiting = waiters;
  waiters = [];
  waiting.forEach((waiter) => waiter(again));
}

export const session = {
  get: store.get,

  /** Takes over a session. What waited for it goes on only if it is the same person's. */
  open(answer: Session) {
    const { userId } = store.get();
    const same = userId === null || userId === answer.user_id;
    store.set({ status: 'active', userId: answer.user_id, csrfToken: answer.csrf_token });
    release(same);
    return same;
  },

  /** Nobody is signed in, and nothing waits for it. */
  close() {
    store.set({ status: 'anonymous', userId: null, csrfToken: null });
    release(false);
  },

  /** The hub no longer knows the session. Resolves to true once the same person has signed in again. */
  expire(): Promise<boolean> {
    const state = store.get();
    if (state.status !== 'active' && state.status !== 'expired') {
      return Promise.resolve(false);
    }
    if (state.status === 'active') {
      store.set({ ...state, status: 'expired', csrfToken: null });
    }
    return new Promise((resolve) => waiters.push(resolve));
  },
};

export const useSession = (): State => useStore(store);
