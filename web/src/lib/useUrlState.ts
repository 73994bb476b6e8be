import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type Changes = Record<string, string | null | undefined>;

/** Parameters that say where in a list one is; another filter makes them meaningless. */
const places = ['cursor'];

/**
 * The address as the state of a page. Choosing pushes an entry to go back to; typing replaces it.
 */
export function useUrlState() {
  const [search, setSearch] = useSearchParams();

  const change = useCallback(
    (changes: Changes, options: { replace?: boolean; keepPlace?: boolean } = {}) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (!options.keepPlace) {
            places.forEach((name) => next.delete(name));
          }
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === undefined || value === '') {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace: options.replace ?? false, preventScrollReset: true },
      );
    },
    [setSearch],
  );

  return { search, change };
}

/** The value of a parameter if it is one of those that it may be. */
export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((one) => one === value) ?? null;
}
