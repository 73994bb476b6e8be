import { useQueries } from '@tanstack/react-query';
import { call } from '@/api/client';
import { pathKey } from '@/api/queries';
import type { Model } from '@/api/types';

/** Models by id, as far as they can be read. */
export function useModels(ids: number[]): Map<number, Model> {
  const unique = [...new Set(ids)];
  return useQueries({
    queries: unique.map((id) => ({
      queryKey: [...pathKey(`/models/${id}`), 'named'],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await call<Model>('GET', `/models/${id}`, { signal })).data,
      staleTime: 60_000,
    })),
    combine: (answers) =>
      new Map(
        unique.flatMap((id, index) => (answers[index]?.data ? [[id, answers[index].data] as const] : [])),
      ),
  });
}
