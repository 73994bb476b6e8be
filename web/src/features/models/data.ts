import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { page, type Page } from '@/api/client';
import type { Problem } from '@/api/problem';
import { pathKey, usePage, useResource } from '@/api/queries';
import type {
  AuditEntry,
  ComplianceStatus,
  FieldChange,
  Metric,
  Model,
  Review,
  TransitionAssessment,
  Version,
} from '@/api/types';
import type { Origin } from '@/components/EventRef';

/** What a change of a model makes old. */
export const touched = ['/models', '/versions', '/policies/violations', '/datasets'];

export const useModel = (id: number) => useResource<Model>(`/models/${id}`);
export const useTransitions = (id: number) =>
  useResource<TransitionAssessment[]>(`/models/${id}/transitions`, {}, { keep: true });
export const useVersions = (id: number) => useWhole<Version>(`/models/${id}/versions`);
export const useReviews = (id: number) => useWhole<Review>(`/models/${id}/reviews`);

/** The newest events of a model; enough to tell where each of its values comes from. */
export const useTrail = (id: number) =>
  usePage<AuditEntry>('/audit-logs', { entity_type: 'Model', entity_id: id, limit: 500 });

const pageSize = 500;
const mostPages = 20;
const mostMoves = 100;

/** A list by id to its end, or, of a very long one, its first pages: `next` is then not null. */
function useWhole<T>(path: string) {
  return useQuery<Page<T>, Problem>({
    queryKey: [...pathKey(path), 'whole'],
    queryFn: async ({ signal }) => {
      let whole = await page<T>(path, { limit: pageSize }, signal);
      for (let number = 1; whole.next !== null && number < mostPages; number++) {
        const more: Page<T> = await page<T>(path, { limit: pageSize, cursor: whole.next }, signal);
        whole = { ...more, items: [...whole.items, ...more.items] };
      }
      return whole;
    },
    staleTime: 15_000,
  });
}

/** The metrics of all versions of a model, by version. `cut` tells how many they are, where there are more. */
export function useMetrics(model: number): {
  byVersion: Map<number, Metric[]>;
  loading: boolean;
  problem: Problem | null;
  cut: number | null;
} {
  const answer = useWhole<Metric>(`/models/${model}/metrics`);
  const metrics = answer.data?.items;
  const byVersion = useMemo(() => grouped(metrics ?? []), [metrics]);
  const cut = answer.data && answer.data.next !== null ? answer.data.items.length : null;
  return { byVersion, loading: answer.isPending, problem: answer.error, cut };
}

function grouped(metrics: Metric[]): Map<number, Metric[]> {
  const byVersion = new Map<number, Metric[]>();
  for (const metric of metrics) {
    const before = byVersion.get(metric.version_id);
    if (before) {
      before.push(metric);
    } else {
      byVersion.set(metric.version_id, [metric]);
    }
  }
  return byVersion;
}

export function changesOf(event: AuditEntry): FieldChange[] {
  const { changes } = event.details;
  return Array.isArray(changes) ? (changes as FieldChange[]) : [];
}

/** For every field of a model, the event that gave it its present value. */
export function originsOf(trail: AuditEntry[]): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  const set = (field: string, event: AuditEntry) => {
    if (!origins.has(field)) {
      origins.set(field, { actor: event.actor, at: event.timestamp, position: event.id });
    }
  };
  for (const event of trail) {
    switch (event.action) {
      case 'MODEL_REGISTERED':
        for (const part of ['details', 'risk'] as const) {
          Object.keys((event.details[part] as object | undefined) ?? {}).forEach((field) =>
            set(field, event),
          );
        }
        set('environment', event);
        set('compliance_status', event);
        break;
      case 'COMPLIANCE_STATUS_CHANGED':
        set('compliance_status', event);
        break;
      case 'VERSION_REGISTERED':
        set('latest_version', event);
        break;
      default:
        changesOf(event).forEach((change) => set(change.field, event));
    }
  }
  return origins;
}

export interface Move {
  event: AuditEntry;
  from: ComplianceStatus;
  to: ComplianceStatus;
  reason: string | null;
  notes: string | null;
  cause: string | null;
  outcome: 'moved' | 'blocked' | 'rejected';
}

const moveOutcomes: Record<string, Move['outcome']> = {
  COMPLIANCE_STATUS_CHANGED: 'moved',
  COMPLIANCE_STATUS_CHANGE_BLOCKED: 'blocked',
  TRANSITION_REJECTED: 'rejected',
};

/** The attempts to move a model, newest first. */
export function movesOf(trail: AuditEntry[]): Move[] {
  return trail.flatMap((event) => {
    const outcome = moveOutcomes[event.action];
    if (!outcome) {
      return [];
    }
    const { from, to, reason, approval_notes: notes, cause } = event.details as Record<string, string | null>;
    return [
      {
        event,
        outcome,
        from: from as ComplianceStatus,
        to: to as ComplianceStatus,
        reason: reason ?? null,
        notes: notes ?? null,
        cause: cause ?? null,
      },
    ];
  });
}

/**
 * The newest attempts to move a model, asked for by themselves: a busy model has very many other events. Undefined until they are known.
 */
export function useMoves(id: number): { moves: Move[] | undefined; problem: Problem | null } {
  const { data, error } = useQuery<Move[], Problem>({
    queryKey: [...pathKey('/audit-logs'), 'moves', id],
    queryFn: async ({ signal }) => {
      const query = { entity_type: 'Model', entity_id: id, limit: mostMoves };
      const pages = await Promise.all(
        Object.keys(moveOutcomes).map((action) =>
          page<AuditEntry>('/audit-logs', { ...query, action }, signal),
        ),
      );
      return movesOf(pages.flatMap((one) => one.items).sort((one, other) => other.id - one.id));
    },
  });
  return { moves: data, problem: error };
}

/** The newest value of each metric of a version. */
export function latestValues(metrics: Metric[]): Map<string, Metric> {
  const latest = new Map<string, Metric>();
  for (const metric of metrics) {
    const before = latest.get(metric.metric_name);
    if (!before || before.id < metric.id) {
      latest.set(metric.metric_name, metric);
    }
  }
  return latest;
}
