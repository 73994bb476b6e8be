import '@/locales/governance';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, page } from '@/api/client';
import { useMe, useUserName } from '@/api/me';
import { pathKey, usePage } from '@/api/queries';
import type { AuditEntry, Model, ModelAction, TransitionAssessment } from '@/api/types';
import { AppLink, useAppNavigate } from '@/components/AppLink';
import { DataTable, News, Pager } from '@/components/DataTable';
import { Empty, Page } from '@/components/Page';
import { RiskBadge } from '@/components/RiskBadge';
import { Sheet } from '@/components/Sheet';
import { Missing, Time } from '@/components/Time';
import { VerdictGlyph } from '@/components/VerdictMark';
import { Readiness } from '@/features/models/Readiness';
import { useNews } from '@/live/live';
import { scopeQuery, useScope } from '@/lib/scope';
import { useUrlState } from '@/lib/useUrlState';
import marks from '@/components/marks.module.css';

/** Reads something about each of some models; undefined while the hub has not said. */
function useEach<T, R>(
  models: Model[],
  key: (model: Model) => (string | number)[],
  read: (model: Model, signal: AbortSignal) => Promise<T>,
  result: (answer: T) => R,
): Map<number, R | undefined> {
  return useQueries({
    queries: models.map((model) => ({
      queryKey: key(model),
      queryFn: ({ signal }: { signal: AbortSignal }) => read(model, signal),
      staleTime: 15_000,
    })),
    combine: (answers) =>
      new Map(
        models.map((model, index) => {
          const answer = answers[index]?.data;
          return [model.id, answer === undefined ? undefined : result(answer)];
        }),
      ),
  });
}

/**
 * Requests for review, from the audit trail: who asked, when, and with which note. Of a model that is under review it is the newest move;
 * it is asked for by itself, since there may be any number of others'.
 */
export const useRequests = (models: Model[]): Map<number, AuditEntry | undefined> =>
  useEach(
    models,
    (model) => [...pathKey('/audit-logs'), 'request', model.id],
    (model, signal) =>
      page<AuditEntry>(
        '/audit-logs',
        { entity_type: 'Model', entity_id: model.id, action: 'COMPLIANCE_STATUS_CHANGED', limit: 1 },
        signal,
      ),
    ({ items }) => items[0],
  );

/** How many policies block the approval of each model. */
export const useBlocking = (models: Model[]): Map<number, number | undefined> =>
  useEach(
    models,
    (model) => [...pathKey(`/models/${model.id}/transitions`), 'approved'],
    async (model, signal) =>
      (
        await call<TransitionAssessment[]>('GET', `/models/${model.id}/transitions`, {
          query: { to: 'approved' },
          signal,
        })
      ).data,
    ([approval]) => approval?.policies.filter((one) => one.verdict === 'fail').length,
  );

export function BlockingMark({ count }: { count: number | undefined }) {
  const { t } = useTranslation();
  if (count === undefined) {
    return <span className="dimmed">…</span>;
  }
  const verdict = count === 0 ? 'pass' : 'fail';
  return (
    <span className={marks.verdict} data-verdict={verdict}>
      <VerdictGlyph verdict={verdict} size={14} />
      {count === 0 ? t('approvals.ready') : t('approvals.blocks', { count })}
    </span>
  );
}

export function ApprovalsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const navigate = useAppNavigate();
  const userName = useUserName();
  const { search, change } = useUrlState();
  const client = useQueryClient();
  const models = usePage<Model>('/models', {
    ...scopeQuery(scope),
    compliance_status: 'under_review',
    sort: 'updated_at',
    limit: 25,
    cursor: search.get('cursor'),
  });
  const requests = useRequests(models.data?.items ?? []);
  const blocking = useBlocking(models.data?.items ?? []);
  const news = useNews(models.data?.position, (event) => event.action === 'COMPLIANCE_STATUS_CHANGED');
  const open = models.data?.items.find((one) => String(one.id) === search.get('model'));
  const requester = (model: Model) => {
    const request = requests.get(model.id);
    return (
      request?.actor ??
      userName(model.submitted_by) ??
      (model.submitted_by && t('app.value.unknownUser', { id: model.submitted_by }))
    );
  };
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      <News
        count={news}
        show={() => {
          void client.invalidateQueries({ queryKey: pathKey('/models') });
          void client.invalidateQueries({ queryKey: pathKey('/audit-logs') });
        }}
      />
      <DataTable
        caption={t('approvals.caption')}
        name={{
          header: t('field.name'),
          text: (model) => model.name,
          open: (model) => change({ model: String(model.id) }, { keepPlace: true }),
          detail: (model) => t(`environment.${model.environment}`),
        }}
        columns={[
          {
            key: 'risk',
            header: t('field.risk_level'),
            render: (model) => <RiskBadge level={model.risk_level} />,
            nowrap: true,
          },
          {
            key: 'requester',
            header: t('approvals.requester'),
            render: (model) => (
              <>
                {requester(model) ?? <Missing />}
                {model.submitted_by === me.id && (
                  <span className="small dimmed"> ({t('approvals.yourOwn')})</span>
                )}
              </>
            ),
          },
          {
            key: 'note',
            header: t('approvals.note'),
            render: (model) => (requests.get(model.id)?.details.reason as string | undefined) ?? <Missing />,
          },
          {
            key: 'since',
            header: t('approvals.since'),
            nowrap: true,
            render: (model) => (
              <Time value={requests.get(model.id)?.timestamp ?? model.updated_at} relative />
            ),
          },
          {
            key: 'readiness',
            header: t('approvals.readiness'),
            nowrap: true,
            render: (model) => <BlockingMark count={blocking.get(model.id)} />,
          },
        ]}
        rows={models.data?.items}
        rowKey={(model) => model.id}
        problem={models.error}
        retry={() => void models.refetch()}
        fetching={models.isFetching}
        empty={
          <Empty title={t('approvals.empty')}>
            <p>{t('approvals.emptyText')}</p>
          </Empty>
        }
      />
      <Pager page={models.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      {open && (
        <Sheet
          opened
          size={620}
          onClose={() => change({ model: null }, { keepPlace: true })}
          title={t('approvals.sheet', { name: open.name })}
        >
          <div style={{ display: 'grid', gap: 16 }}>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
              <RiskBadge level={open.risk_level} />
              <span>{open.owner}</span>
              <AppLink to={`/models/${open.id}`}>{t('approvals.open')}</AppLink>
            </div>
            {open.intended_purpose && <p>{open.intended_purpose}</p>}
            <Readiness
              model={open}
              start={(action: ModelAction) => navigate(`/models/${open.id}?do=${action}`)}
            />
          </div>
        </Sheet>
      )}
    </Page>
  );
}
