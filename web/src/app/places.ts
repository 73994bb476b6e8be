import {
  IconAffiliate,
  IconBuilding,
  IconChartBar,
  IconDatabase,
  IconFileText,
  IconGavel,
  IconHome,
  IconKey,
  IconListDetails,
  IconRubberStamp,
  IconSettings,
  IconShieldX,
  IconUsers,
} from '@tabler/icons-react';
import type { Permission } from '@/api/types';

/** The pages that the menu, the palette and the keyboard know. */
export const places = [
  { key: 'home', to: '/', group: null, icon: IconHome, letter: 'h' },
  { key: 'dashboard', to: '/dashboard', group: null, icon: IconChartBar, letter: 'd' },
  { key: 'models', to: '/models', group: 'register', icon: IconListDetails, letter: 'm' },
  { key: 'datasets', to: '/datasets', group: 'register', icon: IconDatabase, letter: 's' },
  { key: 'lineage', to: '/lineage', group: 'register', icon: IconAffiliate, letter: 'l' },
  { key: 'approvals', to: '/approvals', group: 'governance', icon: IconRubberStamp, letter: 'r' },
  { key: 'policies', to: '/policies', group: 'governance', icon: IconGavel, letter: 'p' },
  { key: 'violations', to: '/violations', group: 'governance', icon: IconShieldX, letter: 'v' },
  { key: 'audit', to: '/audit', group: 'governance', icon: IconFileText, letter: 'a' },
  { key: 'organizations', to: '/organizations', group: 'admin', icon: IconBuilding, letter: 'o' },
  {
    key: 'users',
    to: '/users',
    group: 'admin',
    icon: IconUsers,
    letter: 'u',
    needs: 'organization:admin' satisfies Permission,
  },
  { key: 'tokens', to: '/tokens', group: 'admin', icon: IconKey, letter: 't' },
  { key: 'settings', to: '/settings', group: 'admin', icon: IconSettings, letter: 'e' },
] as const;

export type Place = (typeof places)[number];

export function visiblePlaces(can: (permission: Permission) => boolean): Place[] {
  return places.filter((place) => !('needs' in place) || can(place.needs));
}
