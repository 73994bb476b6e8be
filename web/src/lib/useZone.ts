import { useSearchParams } from 'react-router';
import type { Zone } from './format';
import { usePreferences } from './preferences';

/** The zone that times are shown in: what the address says, else what the reader has chosen. */
export function useZone(): Zone {
  const [search] = useSearchParams();
  const { zone } = usePreferences();
  const named = search.get('tz');
  return named === 'utc' || named === 'local' ? named : zone;
}
