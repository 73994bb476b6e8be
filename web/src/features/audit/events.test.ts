import { describe, expect, it } from 'vitest';
import i18next from '@/app/i18n';
import type { AuditEntry } from '@/api/types';
import { categoryOf, effectOf, verbOf } from './events';

const t = i18next.t;

function recorded(action: string, details: object): AuditEntry {
  return { action, details, entity_type: 'Model', entity_id: 7 } as unknown as AuditEntry;
}

describe('events of the audit trail', () => {
  const metrics = ['auc', 'f1', 'recall', 'brier', 'ks'].map((name, i) => ({
    metric_name: name,
    value: i / 2,
  }));

  it('tells what a single metric was', () => {
    const event = recorded('METRIC_RECORDED', { metric_name: 'auc', value: 0.5 });
    expect(effectOf(t, event)).toBe('auc = 0.5');
  });

  it('tells the first metrics of a batch and how many more there were', () => {
    expect(verbOf(t, 'METRICS_RECORDED')).toBe('recorded metrics');
    expect(categoryOf('METRICS_RECORDED')).toBe('evidence');
    expect(effectOf(t, recorded('METRICS_RECORDED', { metrics: metrics.slice(0, 2) }))).toBe(
      'auc = 0 and f1 = 0.5',
    );
    expect(effectOf(t, recorded('METRICS_RECORDED', { metrics }))).toBe(
      'auc = 0, f1 = 0.5, recall = 1 and 2 more',
    );
  });

  it('names an event that it does not know', () => {
    expect(verbOf(t, 'SOMETHING_NEW')).toBe('something new');
  });
});
