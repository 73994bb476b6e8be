/** What every page takes: the scope, the time zone, a place in a list, and a sheet to open. */
const everywhere = ['org', 'env', 'tz', 'cursor', 'do'];

/** What the pages of a place take beside that, by the first part of the path. */
export const addressKeys: Record<string, string[]> = {
  models: [
    ...['q', 'risk', 'status', 'sensitivity', 'owner', 'sort', 'view'],
    ...['v', 'all', 'metric', 'category', 'show', 'event', 'focus', 'from', 'to', 'at'],
  ],
  approvals: ['model'],
  policies: ['view', 'condition', 'days', 'mode', 'policy', 'scope', 'state'],
  violations: ['view', 'days', 'model', 'outcome', 'policy', 'show', 'user'],
  lineage: ['focus', 'show', 'model'],
  audit: ['view', 'q', 'event', 'from', 'to'],
  dashboard: ['days', 'outcome', 'policy', 'status'],
  datasets: ['view', 'q', 'sensitivity'],
  users: ['user'],
  tokens: ['token'],
};

/** Names the parts of an address that no page there reads: a misspelt filter must not look as if it had been applied. */
export function ignoredKeys(pathname: string, search: URLSearchParams): string[] {
  const known = [...everywhere, ...(addressKeys[pathname.split('/')[1] ?? ''] ?? [])];
  return [...new Set(search.keys())].filter((key) => !known.includes(key));
}
