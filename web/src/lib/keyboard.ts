import { useEffect, useRef } from 'react';
import { usePreferences } from './preferences';

/** Whether a key pressed here belongs to what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Whether something floats over the page that has the keyboard to itself. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Single keys that move through the page; they fire neither in inputs nor under a dialog, and can be switched off. */
export function useSingleKeys(handle: (key: string, event: KeyboardEvent) => void) {
  const { singleKeys } = usePreferences();
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!singleKeys) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) {
        return;
      }
      latest.current(event.key, event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [singleKeys]);
}

/** The keys that move through the rows of a table. */
export function useRowKeys(actions: { move: (by: number) => void; open: () => void; select: () => void }) {
  useSingleKeys((key, event) => {
    if (key === 'j') {
      actions.move(1);
    } else if (key === 'k') {
      actions.move(-1);
    } else if (key === 'x') {
      actions.select();
    } else if (key === 'Enter' && event.target === document.body) {
      actions.open();
    }
  });
}
