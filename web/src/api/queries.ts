import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, page, type Answer, type Page, type QueryValue } from './client';
import { isProblem, type Problem } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        // What passes by itself is tried again; what the reader has to change is shown at once.
        retry: (failures, error) => isProblem(error) && error.isPassing && failures < 2,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { retry: false },
    },
  });
}

/**
 * Query keys start with the path of the resource, so that a change can mark everything below a path as old:
 * `['/models', 42, '/versions']` lies below `['/models', 42]`.
 */
export function pathKey(path: string): (string | number)[] {
  return path
    .split('/')
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Reads one resource. */
export function useResource<T>(
  path: string | null,
  query: Record<string, QueryValue> = {},
  options: { keep?: boolean; staleTime?: number } = {},
): UseQueryResult<Answer<T>, Problem> {
  return useQuery<Answer<T>, Problem>({
    queryKey: [...pathKey(path ?? 'nothing'), 'resource', query],
    queryFn: ({ signal }) => call<T>('GET', path!, { query, signal }),
    enabled: path !== null,
    placeholderData: options.keep ? keepPreviousData : undefined,
    staleTime: options.staleTime,
  });
}

/** Reads one page of a list; the rows before stay while the next ones come. */
export function usePage<T>(
  path: string | null,
  query: Record<string, QueryValue>,
  options: { staleTime?: number } = {},
): UseQueryResult<Page<T>, Problem> {
  return useQuery<Page<T>, Problem>({
    queryKey: [...pathKey(path ?? 'nothing'), 'page', query],
    queryFn: ({ signal }) => page<T>(path!, query, signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
    staleTime: options.staleTime,
  });
}
