import { createStore, useStore } from './store';

/** What a reader has chosen for this browser. Nothing here is a secret, and nothing here is lost that matters. */
export interface Preferences {
  zone: 'local' | 'utc';
  density: 'comfortable' | 'compact';
  singleKeys: boolean;
  railCollapsed: boolean;
}

const key = 'hub-preferences';
const defaults: Preferences = {
  zone: 'local',
  density: 'comfortable',
  singleKeys: true,
  railCollapsed: false,
};

const preferences = createStore(read());

function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]) {
  const next = { ...preferences.get(), [name]: value };
  remember(key, next);
  preferences.set(next);
}

export const usePreferences = (): Preferences => useStore(preferences);

/** Keeps something for later in this browser, where the browser lets us. */
export function remember(name: string, value: unknown) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Private windows and full storage: the value lasts as long as the page.
  }
}

export function recall<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function forget(name: string) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept, then.
  }
}
