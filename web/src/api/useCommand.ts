import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Answer } from './client';
import { Problem, type ProblemKind } from './problem';
import { pathKey } from './queries';

export interface CommandRequest {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** The version that the change is made from; without it, the one that the form was opened on. */
  ifMatch?: string | null;
}

export interface Command<T> {
  /** Sends the change; resolves to the answer, or to null if it did not go through. `problem` then says why. */
  run: (request: CommandRequest) => Promise<Answer<T> | null>;
  pending: boolean;
  problem: Problem | null;
  reset: () => void;
}

const takesKey = (request: CommandRequest) =>
  request.method !== 'DELETE' && !/^\/(session|auth|tokens)|\/password$/.test(request.path);

/** After these there is something new: a refusal is recorded too, and of a stale version the form has to begin anew. */
const outdating: ProblemKind[] = ['policy-violation', 'illegal-transition', 'stale-version'];

/**
 * A change, with the key that makes it safe to repeat. The key stays while its outcome is unknown, so that trying again after a broken
 * connection cannot do the same thing twice; another body, or a definite answer, gets a new one.
 *
 * @param touches paths of what the change makes old
 * @param etag of what the form shows when it is opened; a later one does not count, whatever others do meanwhile
 */
export function useCommand<T>(touches: string[], etag?: string | null): Command<T> {
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [opened] = useState(etag);
  // Callers write the paths in place: the latest ones count, and another array is no other command.
  const stale = useRef(touches);
  useEffect(() => {
    stale.current = touches;
  });
  const attempt = useRef<{ of: string; key: string } | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async (request: CommandRequest) => {
      if (running.current) {
        return null;
      }
      running.current = true;
      setPending(true);
      setProblem(null);
      const of = JSON.stringify(request);
      if (attempt.current?.of !== of) {
        attempt.current = { of, key: newKey() };
      }
      try {
        const answer = await call<T>(request.method, request.path, {
          body: request.body,
          ifMatch: request.ifMatch ?? opened,
          idempotencyKey: takesKey(request) ? attempt.current.key : undefined,
        });
        attempt.current = null;
        await refresh();
        return answer;
      } catch (error) {
        const failure = Problem.of(error);
        if (!failure.isPassing) {
          attempt.current = null;
        }
        if (outdating.includes(failure.kind)) {
          void refresh();
        }
        if (failure.status === 403) {
          // The role may be another one by now, and with it what the page offers.
          void client.invalidateQueries({ queryKey: ['me'] });
        }
        setProblem(failure);
        return null;
      } finally {
        running.current = false;
        setPending(false);
      }

      async function refresh() {
        await Promise.all(
          [...stale.current, '/audit-logs', '/dashboard'].map((path) =>
            client.invalidateQueries({ queryKey: pathKey(path) }),
          ),
        );
      }
    },
    [client, opened],
  );

  const reset = useCallback(() => setProblem(null), []);
  return { run, pending, problem, reset };
}

function newKey(): string {
  // randomUUID exists in secure contexts only, and a hub in a local network may speak plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
