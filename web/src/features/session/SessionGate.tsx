import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { MeProvider, resume, useMeQuery } from '@/api/me';
import { Problem } from '@/api/problem';
import { session, useSession } from '@/api/session';
import { Placeholders } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';

const ExpiredSession = lazy(async () => ({ default: (await import('./ExpiredSession')).ExpiredSession }));

/** Lets in who is signed in, and sends everybody else to the door; a session that ends keeps the page and asks again on top of it. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { status, userId } = useSession();
  const location = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const me = useMeQuery(status === 'active');

  useEffect(() => {
    if (session.get().status === 'unknown') {
      resume().catch((error: unknown) => setProblem(Problem.of(error)));
    }
  }, [attempt]);

  if (problem && status === 'unknown') {
    return (
      <main style={{ padding: 32, maxWidth: 640 }}>
        <ProblemNote
          problem={problem}
          retry={() => {
            setProblem(null);
            setAttempt((before) => before + 1);
          }}
        />
      </main>
    );
  }
  if (status === 'anonymous') {
    const next = location.pathname + location.search;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (!me.data) {
    return (
      <main style={{ padding: 32 }}>
        {me.error ? (
          <ProblemNote problem={me.error} retry={() => void me.refetch()} />
        ) : (
          <Placeholders rows={3} />
        )}
      </main>
    );
  }
  return (
    <MeProvider value={me.data} key={userId}>
      {children}
      <Suspense>{status === 'expired' && <ExpiredSession />}</Suspense>
    </MeProvider>
  );
}
