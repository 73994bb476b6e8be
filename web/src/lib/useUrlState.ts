import { useCallback } from 'react';
import { useLocation, useNavigate, useNavigation, useSearchParams } from 'react-router';

export type Changes = Record<string, string | null | undefined>;

/** Parameters that say where in a list one is; another filter makes them meaningless. */
const places = ['cursor'];

interface How {
  /** Without an entry to go back to. */
  replace?: boolean;
  keepPlace?: boolean;
  /** Of all pages, so of the next one too where that is on its way. */
  everywhere?: boolean;
}

/**
 * The address as the state of a page. Choosing pushes an entry to go back to; typing replaces it. Once another page is on its way,
 * what belongs to this one is not changed any more: that would call the reader back.
 */
export function useUrlState() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const here = useLocation();
  const next = useNavigation().location ?? here;
  const leaving = next.pathname !== here.pathname;

  const change = useCallback(
    (changes: Changes, how: How = {}) => {
      if (leaving && !how.everywhere) {
        return;
      }
      const changed = new URLSearchParams(next.search);
      if (!how.keepPlace) {
        places.forEach((name) => changed.delete(name));
      }
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === undefined || value === '') {
          changed.delete(name);
        } else {
          changed.set(name, value);
        }
      }
      void navigate(
        { pathname: next.pathname, search: changed.toString() },
        { replace: !leaving && (how.replace ?? false), preventScrollReset: !leaving },
      );
    },
    [navigate, next.pathname, next.search, leaving],
  );

  return { search, change };
}

/** The value of a parameter if it is one of those that it may be. */
export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((one) => one === value) ?? null;
}
