import { describe, expect, it } from 'vitest';
import { ticks } from '@/components/charts/scale';
import { endOf } from '@/features/audit/Histogram';
import { parseTokens, withToken } from '@/features/audit/tokens';
import type { AuditEntry, Lineage } from '@/api/types';
import { movesOf, originsOf } from './data';
import { visible } from './lineageGraph';
import { suggest } from './riskHelper';
import { conflicting, merged } from './sheets/StaleDiff';

describe('the five questions', () => {
  const no = { prohibited: false, annex: false, safety: false, profile: false, people: false };

  it('suggest nothing while one is open, except where one is enough', () => {
    expect(suggest({ prohibited: false, annex: true })).toBeNull();
    expect(suggest({ prohibited: true })).toEqual({ level: 'unacceptable', reason: 'prohibited' });
  });

  it('let the gravest answer decide', () => {
    expect(suggest(no)?.level).toBe('minimal');
    expect(suggest({ ...no, people: true })?.level).toBe('limited');
    expect(suggest({ ...no, profile: true })?.level).toBe('limited');
    expect(suggest({ ...no, safety: true, people: true })?.level).toBe('high');
    expect(suggest({ ...no, annex: true, people: true })).toEqual({ level: 'high', reason: 'annex' });
  });
});

describe('the lineage that is visible', () => {
  const dependency = (id: number, parent: number, child: number) => ({
    id,
    parent_model_id: parent,
    parent_version_id: null,
    child_model_id: child,
    child_version_id: null,
    dependency_type: 'derived_from' as const,
    notes: null,
    created_at: '2026-01-01T00:00:00Z',
  });
  const known = new Map<number, Lineage>([
    [1, { datasets: [], parent_models: [dependency(1, 2, 1)], child_models: [dependency(2, 1, 3)] }],
    [2, { datasets: [], parent_models: [dependency(3, 4, 2)], child_models: [dependency(1, 2, 1)] }],
  ]);

  it('is one step each way at first', () => {
    const graph = visible(1, known, { up: new Set([1]), down: new Set([1]) });
    expect(graph.nodes).toEqual(['model-1', 'model-2', 'model-3']);
    expect(graph.edges.map((edge) => edge.key)).toEqual(['dependency-1', 'dependency-2']);
  });

  it('grows where it is unfolded, and draws no edge twice', () => {
    const graph = visible(1, known, { up: new Set([1, 2]), down: new Set([1, 2]) });
    expect(graph.nodes).toContain('model-4');
    expect(graph.edges.map((edge) => edge.key).sort()).toEqual([
      'dependency-1',
      'dependency-2',
      'dependency-3',
    ]);
  });

  it('shrinks to the focus when both sides are folded', () => {
    expect(visible(1, known, { up: new Set(), down: new Set() }).nodes).toEqual(['model-1']);
  });
});

describe('two people who change the same model', () => {
  const conflict = {
    base: { name: 'a', owner: 'b', sector: 'c' },
    theirs: { name: 'a2', owner: 'b', sector: 'c2' },
    yours: { name: 'a3', owner: 'b3', sector: 'c' },
    etag: '"2"',
  };

  it('collide only where both changed the same field differently', () => {
    expect(conflicting(conflict)).toEqual(['name']);
  });

  it('both keep what the other left alone', () => {
    expect(merged(conflict, new Set())).toEqual({ name: 'a2', owner: 'b3', sector: 'c2' });
    expect(merged(conflict, new Set(['name']))).toEqual({ name: 'a3', owner: 'b3', sector: 'c2' });
  });
});

describe('the filter of the audit trail', () => {
  it('is read token by token', () => {
    expect(parseTokens('actor:r.diaz model:42 outcome:blocked from:2026-01-01').filter).toEqual({
      actor: 'r.diaz',
      entity_type: 'Model',
      entity_id: '42',
      action: 'COMPLIANCE_STATUS_CHANGE_BLOCKED',
      from: '2026-01-01T00:00:00Z',
      to: null,
    });
    expect(parseTokens('actor:"Ada Lovelace"').filter.actor).toBe('Ada Lovelace');
  });

  it('names what it does not understand', () => {
    expect(parseTokens('fraud type:Spaceship model:x from:yesterday').unknown).toEqual([
      'fraud',
      'type:Spaceship',
      'model:x',
      'from:yesterday',
    ]);
  });

  it('changes one token and leaves the others', () => {
    expect(withToken('actor:x from:2026-01-01', 'from', '2026-02-01')).toBe('actor:x from:2026-02-01');
    expect(withToken('actor:x from:2026-01-01', 'from', null)).toBe('actor:x');
  });
});

describe('charts', () => {
  it('have round ticks within the domain', () => {
    expect(ticks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticks(0.81, 0.93, 4)).toEqual([0.85, 0.9]);
    expect(ticks(3, 3)).toEqual([3]);
  });

  it('narrow a list to what a bar counts', () => {
    expect(endOf('2026-03-31T23:00:00.000000Z', 'hour')).toBe('2026-04-01T00:00:00Z');
    expect(endOf('2026-12-31T00:00:00.000000Z', 'day')).toBe('2027-01-01');
    expect(endOf('2026-12-28T00:00:00.000000Z', 'week')).toBe('2027-01-04');
    expect(endOf('2026-01-01T00:00:00.000000Z', 'month')).toBe('2026-02-01');
    const { filter, unknown } = parseTokens(
      withToken('actor:ada', 'from', endOf('2026-03-31T23:00:00.000000Z', 'hour')),
    );
    expect(unknown).toEqual([]);
    expect(filter.from).toBe('2026-04-01T00:00:00Z');
  });
});

describe('the trail of a model', () => {
  const event = (id: number, action: string, details: Record<string, unknown>): AuditEntry => ({
    id,
    action,
    details,
    entity_type: 'Model',
    entity_name: null,
    actor_id: null,
    entity_id: '42',
    actor: `actor-${id}`,
    timestamp: '2026-01-01T00:00:00Z',
    organization_id: 1,
    correlation_id: null,
  });
  const trail = [
    event(4, 'COMPLIANCE_STATUS_CHANGE_BLOCKED', { from: 'draft', to: 'approved' }),
    event(3, 'MODEL_DETAILS_CHANGED', { changes: [{ field: 'owner', from: 'a', to: 'b' }] }),
    event(2, 'COMPLIANCE_STATUS_CHANGED', { from: 'draft', to: 'under_review', reason: 'please' }),
    event(1, 'MODEL_REGISTERED', { details: { name: 'x', owner: 'a' }, risk: { risk_level: 'high' } }),
  ];

  it('tells for each value the last event that gave it', () => {
    const origins = originsOf(trail);
    expect(origins.get('owner')?.position).toBe(3);
    expect(origins.get('name')?.position).toBe(1);
    expect(origins.get('risk_level')?.position).toBe(1);
    expect(origins.get('compliance_status')?.position).toBe(2);
  });

  it('keeps refused moves apart from made ones', () => {
    expect(movesOf(trail).map((move) => move.outcome)).toEqual(['blocked', 'moved']);
  });
});
