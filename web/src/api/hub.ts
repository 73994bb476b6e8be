import { useQuery } from '@tanstack/react-query';
import { call } from './client';

interface Welcome {
  message: string;
  version: string;
  /** There only where the data are made up. */
  demonstration?: boolean;
}

/** Whether the hub shows a demonstration; known before anybody signs in. It belongs to the database, so it never changes. */
export function useDemonstration(): boolean {
  const { data } = useQuery({
    queryKey: ['welcome'],
    queryFn: async ({ signal }) => (await call<Welcome>('GET', '/', { signal, aboutSession: true })).data,
    staleTime: Infinity,
  });
  return data?.demonstration === true;
}
