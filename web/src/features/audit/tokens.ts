export interface AuditFilter {
  actor: string | null;
  entity_type: string | null;
  entity_id: string | null;
  action: string | null;
  from: string | null;
  to: string | null;
}

const entityTypes = ['Model', 'Policy', 'Dataset', 'Organization', 'User'];
const outcomes: Record<string, string> = {
  blocked: 'COMPLIANCE_STATUS_CHANGE_BLOCKED',
  rejected: 'TRANSITION_REJECTED',
  changed: 'COMPLIANCE_STATUS_CHANGED',
};

/** Reads the filter as it was typed: `actor:r.diaz model:42 from:2026-01-01`. What it does not understand, it says. */
export function parseTokens(text: string): { filter: AuditFilter; unknown: string[] } {
  const filter: AuditFilter = {
    actor: null,
    entity_type: null,
    entity_id: null,
    action: null,
    from: null,
    to: null,
  };
  const unknown: string[] = [];
  for (const token of text.match(/[^\s:]+:"[^"]*"|\S+/g) ?? []) {
    const colon = token.indexOf(':');
    const name = token.slice(0, colon).toLowerCase();
    const value = token.slice(colon + 1).replaceAll('"', '');
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : null;
    const instant = day ?? (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? value : null);
    const type = entityTypes.find((one) => one.toLowerCase() === value.toLowerCase());
    if (colon < 1 || value === '') {
      unknown.push(token);
    } else if (name === 'actor') {
      filter.actor = value;
    } else if (name === 'type' && type) {
      filter.entity_type = type;
    } else if (name === 'id' && /^[\w.-]+$/.test(value)) {
      filter.entity_id = value;
    } else if (name === 'model' && /^\d+$/.test(value)) {
      filter.entity_type = 'Model';
      filter.entity_id = value;
    } else if (name === 'action' && /^[a-z_]+$/i.test(value)) {
      filter.action = value.toUpperCase();
    } else if (name === 'outcome' && outcomes[value.toLowerCase()]) {
      filter.action = outcomes[value.toLowerCase()]!;
    } else if ((name === 'from' || name === 'to') && instant) {
      filter[name] = instant;
    } else {
      unknown.push(token);
    }
  }
  return { filter, unknown };
}

/** Sets or removes one token of a typed filter. */
export function withToken(text: string, name: string, value: string | null): string {
  const others = (text.match(/[^\s:]+:"[^"]*"|\S+/g) ?? []).filter(
    (token) => !token.toLowerCase().startsWith(`${name}:`),
  );
  return [...others, ...(value ? [`${name}:${/\s/.test(value) ? `"${value}"` : value}`] : [])].join(' ');
}
