import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { Placeholders } from './Page';
import { ProblemNote } from './ProblemNote';

/** A part of a page that is read by itself: its place until it is there, and why it is not where reading fails. */
export function Reading<T>({
  query,
  rows,
  height,
  children,
}: {
  query: Pick<UseQueryResult<T, Problem>, 'data' | 'error' | 'refetch'>;
  rows: number;
  height?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.error ? (
    <ProblemNote problem={query.error} retry={() => void query.refetch()} />
  ) : (
    <Placeholders rows={rows} height={height} />
  );
}
