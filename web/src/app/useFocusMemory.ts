import { useEffect, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const patience = 3_000;

/** What had the focus in an entry of the history, by the entry's key: enough to find it again in a list that is rendered anew. */
const remembered = new Map<string, string>();

/**
 * Who goes back finds the focus where it was left, as the browser does it between documents. Lists come a moment later than their page,
 * so it is looked for until it is there, or the reader has gone on by keyboard or pointer.
 *
 * @returns whether the focus of the present entry is known
 */
export function useFocusMemory(main: RefObject<HTMLElement | null>): (key: string) => boolean {
  const { key } = useLocation();
  const isBack = useNavigationType() === 'POP';

  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const link = (event.target as Element).closest('a[href]');
      if (link && main.current?.contains(link)) {
        remembered.set(key, link.getAttribute('href')!);
      }
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [key, main]);

  useEffect(() => {
    const wanted = isBack ? remembered.get(key) : undefined;
    if (wanted === undefined) {
      return;
    }
    const found = () => main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(wanted)}"]`);
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      document.removeEventListener('keydown', stop);
      document.removeEventListener('pointerdown', stop);
    };
    const attempt = () => {
      const link = found();
      if (link) {
        stop();
        link.focus({ preventScroll: true });
      }
    };
    const observer = new MutationObserver(attempt);
    const timer = setTimeout(stop, patience);
    document.addEventListener('keydown', stop);
    document.addEventListener('pointerdown', stop);
    if (main.current) {
      observer.observe(main.current, { childList: true, subtree: true });
    }
    attempt();
    return stop;
  }, [key, isBack, main]);

  return (entry) => isBack && remembered.has(entry);
}
