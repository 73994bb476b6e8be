import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before, when what floats over the page goes. The ready-made way waits for a sheet to be closed, and
 * ours is taken away: its address is no longer there. What is gone by itself, such as a menu, leaves the focus to the page's title.
 */
export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === null || document.activeElement === document.body) {
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
        const target = isThere ? before : document.querySelector<HTMLElement>('main h1');
        target?.focus({ preventScroll: true });
      }
    },
    [before],
  );
}
