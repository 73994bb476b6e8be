import { useEffect, useRef } from 'react';
import { useAppNavigate } from '@/components/AppLink';
import { useSingleKeys } from '@/lib/keyboard';
import { places } from './places';

const patience = 1_200;

/** The keys that work on every page. None of them changes anything. */
export function useShortcuts({ palette, keyboard }: { palette: () => void; keyboard: () => void }) {
  const navigate = useAppNavigate();
  const goingTo = useRef(0);
  const open = useRef(palette);
  useEffect(() => {
    open.current = palette;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'k'
      ) {
        event.preventDefault();
        open.current();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useSingleKeys((key, event) => {
    if (Date.now() - goingTo.current < patience) {
      goingTo.current = 0;
      const place = places.find((one) => one.letter === key);
      if (place) {
        event.preventDefault();
        event.stopImmediatePropagation();
        navigate(place.to);
      }
    } else if (key === 'g') {
      goingTo.current = Date.now();
    } else if (key === '?') {
      keyboard();
    } else if (key === '/') {
      const filter = document.querySelector<HTMLElement>('[data-filter]');
      if (filter) {
        event.preventDefault();
        filter.focus();
      }
    }
  });
}
