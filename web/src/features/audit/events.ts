import '@/locales/audit';
import type { TFunction } from 'i18next';
import type { AuditEntry, ComplianceStatus, FieldChange } from '@/api/types';
import { formatList, formatMetric } from '@/lib/format';
import i18next, { type Strings } from '@/app/i18n';

const SHOWN_METRICS = 3;

export const categories = ['lifecycle', 'policy', 'evidence', 'facts'] as const;
export type Category = (typeof categories)[number];

const byAction: Record<string, Category> = {
  COMPLIANCE_STATUS_CHANGED: 'lifecycle',
  MODEL_REGISTERED: 'lifecycle',
  TRANSITION_REJECTED: 'lifecycle',
  COMPLIANCE_STATUS_CHANGE_BLOCKED: 'policy',
  VERSION_REGISTERED: 'evidence',
  METRIC_RECORDED: 'evidence',
  METRICS_RECORDED: 'evidence',
  REVIEW_RECORDED: 'evidence',
  DATASET_LINKED: 'evidence',
  DEPENDENCY_ADDED: 'evidence',
};

export function categoryOf(action: string): Category {
  return byAction[action] ?? 'facts';
}

export const refusals = new Set(['COMPLIANCE_STATUS_CHANGE_BLOCKED', 'TRANSITION_REJECTED']);

/** What somebody did, as a verb; an event that this page does not know yet by its own name. */
export function verbOf(t: TFunction, action: string): string {
  return i18next.exists(`audit.verb.${action}`)
    ? t(`audit.verb.${action as keyof Strings['audit']['verb']}`)
    : action.toLowerCase().replaceAll('_', ' ');
}

export function fieldName(t: TFunction, field: string): string {
  return i18next.exists(`field.${field}`) ? t(`field.${field as keyof Strings['field']}`) : field;
}

export function fieldChanges(event: AuditEntry): FieldChange[] {
  const { changes } = event.details;
  if (Array.isArray(changes)) {
    return changes as FieldChange[];
  }
  if (event.action === 'USER_ROLE_CHANGED') {
    return [{ field: 'role', from: String(event.details.from), to: String(event.details.to) }];
  }
  return [];
}

/** A metric as events have it. */
interface Metric {
  metric_name: string;
  value: number;
}

function metric(t: TFunction, { metric_name: name, value }: Metric): string {
  return t('audit.effect.metric', { name, value: formatMetric(value) });
}

/** The first of many, and how many more there are. */
function some(t: TFunction, metrics: Metric[]): string {
  const shown = metrics.slice(0, SHOWN_METRICS).map((one) => metric(t, one));
  const more = metrics.length - shown.length;
  return formatList(more > 0 ? [...shown, t('audit.effect.more', { count: more })] : shown);
}

/** The effect of an event in one line. */
export function effectOf(t: TFunction, event: AuditEntry): string {
  const d = event.details as Record<string, unknown>;
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (typeof d.from === 'string' && typeof d.to === 'string' && event.entity_type === 'Model') {
    return t('audit.effect.move', {
      from: t(`status.${d.from as ComplianceStatus}`),
      to: t(`status.${d.to as ComplianceStatus}`),
    });
  }
  switch (event.action) {
    case 'METRIC_RECORDED':
      return metric(t, d as unknown as Metric);
    case 'METRICS_RECORDED':
      return some(t, d.metrics as Metric[]);
    case 'VERSION_REGISTERED':
      return t('audit.effect.version', { tag: text(d.version_tag) });
    case 'REVIEW_RECORDED':
      return d.outcome === 'endorsed' || d.outcome === 'changes_requested'
        ? t(`reviewOutcome.${d.outcome}`)
        : '';
    case 'COMPLIANCE_REPORT_ISSUED':
      return t('audit.effect.report', {
        format: text(d.format).toUpperCase(),
        position: text(d.position),
        digest: text(d.digest),
      });
    case 'USER_CREATED':
      return t('audit.effect.user', { name: text(d.username) });
    default: {
      const changes = fieldChanges(event);
      if (changes.length > 0) {
        return formatList(changes.map((change) => fieldName(t, change.field)));
      }
      const named = (d.details ?? d.terms ?? d) as { name?: unknown };
      return text(named.name);
    }
  }
}

/** Where the subject of an event has its page. */
export function subjectLink(event: AuditEntry): string | null {
  switch (event.entity_type) {
    case 'Model':
      return `/models/${event.entity_id}`;
    case 'Report':
      return `/models/${event.entity_id}/documents`;
    case 'Policy':
      return `/policies/${event.entity_id}`;
    case 'Dataset':
      return `/datasets/${event.entity_id}`;
    case 'Organization':
      return `/organizations/${event.entity_id}`;
    default:
      return null;
  }
}

export function entityName(t: TFunction, type: string): string {
  return i18next.exists(`audit.entity.${type}`)
    ? t(`audit.entity.${type as keyof Strings['audit']['entity']}`)
    : type;
}
