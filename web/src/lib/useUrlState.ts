import { useCallback, useContext } from 'react';
import { UNSAFE_DataRouterContext as DataRouterContext, useLocation, useSearchParams } from 'react-router';

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
  const { pathname } = useLocation();
  const { router } = useContext(DataRouterContext)!;

  const change = useCallback(
    (changes: Changes, how: How = {}) => {
      // Where the reader is now, or is on the way to: what waited for an answer may be called long after its page was drawn.
      const { location, navigation } = router.state;
      const next = navigation.location ?? location;
      if (next.pathname !== pathname && !how.everywhere) {
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
      const here = next.pathname === location.pathname;
      void router.navigate(
        { pathname: next.pathname, search: changed.toString() },
        { replace: here && (how.replace ?? false), preventScrollReset: here },
      );
    },
    [router, pathname],
  );

  return { search, change };
}

/** The value of a parameter if it is one of those that it may be. */
export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((one) => one === value) ?? null;
}
