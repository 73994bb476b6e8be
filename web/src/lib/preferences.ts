import { useSyncExternalStore } from 'react';

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

let current: Preferences = read();
const listeners = new Set<() => void>();

function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]) {
  current = { ...current, [name]: value };
  remember(key, current);
  listeners.forEach((listener) => listener());
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

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
