import '@/locales/governance';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOrganizationName, useUserName } from '@/api/me';
import { usePage } from '@/api/queries';
import type { Policy, Violation } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import chart from '@/components/charts/chart.module.css';
import { DataTable, News, Pager } from '@/components/DataTable';
import tableClasses from '@/components/DataTable.module.css';
import { eventName } from '@/components/EventRef';
import { ExportMenu } from '@/components/ExportMenu';
import { FilterBar } from '@/components/FilterBar';
import { Empty, Page, Placeholders } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { SavedViews } from '@/components/SavedViews';
import { StateMark } from '@/components/StateMark';
import { Time } from '@/components/Time';
import marks from '@/components/marks.module.css';
import { VerdictGlyph } from '@/components/VerdictMark';
import { useNews } from '@/live/live';
import { scopeQuery, useScope } from '@/lib/scope';
import { oneOf, useUrlState } from '@/lib/useUrlState';

const periods = ['7', '30', '90', '365'] as const;
const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

export function ViolationsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const userName = useUserName();
  const organizationName = useOrganizationName();
  const scope = useScope();
  const { search, change } = useUrlState();
  const days = oneOf(periods, search.get('days'));
  const from = useMemo(
    () =>
      days === null
        ? null
        : new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - Number(days) * 86_400_000).toISOString(),
    [days],
  );
  const outcome = oneOf(['blocked', 'warned'], search.get('outcome')) ?? 'blocked';
  const filter = {
    ...scopeQuery(scope),
    outcome,
    model_id: number(search.get('model')),
    policy_id: number(search.get('policy')),
    user_id: number(search.get('user')),
    from,
  };
  const matrix = search.get('show') === 'matrix';
  const violations = usePage<Violation>('/policies/violations', {
    ...filter,
    limit: matrix ? 500 : 50,
    cursor: matrix ? null : search.get('cursor'),
  });
  const news = useNews(
    violations.data?.position,
    (event) => event.action === 'COMPLIANCE_STATUS_CHANGE_BLOCKED',
  );
  const position = violations.data?.position;
  const fixed = [
    ['model', filter.model_id, 'violations.filterModel'],
    ['policy', filter.policy_id, 'violations.filterPolicy'],
    ['user', filter.user_id, 'violations.filterUser'],
  ] as const;
  return (
    <Page
      title={t('violations.title')}
      lead={t('violations.lead')}
      actions={
        <>
          <span className={chart.toggle} role="group" aria-label={t('violations.view')}>
            <button type="button" aria-pressed={!matrix} onClick={() => change({ show: null })}>
              {t('violations.list')}
            </button>
            <button type="button" aria-pressed={matrix} onClick={() => change({ show: 'matrix' })}>
              {t('violations.matrix')}
            </button>
          </span>
          <SavedViews page="violations" />
          <ExportMenu path="/policies/violations" query={filter} name="violations" />
        </>
      }
    >
      <FilterBar
        facets={[
          {
            name: 'outcome',
            label: t('violations.outcome'),
            anyLabel: t('violationOutcome.blocked'),
            options: [{ value: 'warned', label: t('violationOutcome.warned') }],
          },
          {
            name: 'days',
            label: t('violations.period'),
            options: periods.map((one) => ({
              value: one,
              label: t('violations.days', { count: Number(one) }),
            })),
          },
        ]}
      >
        {fixed.map(
          ([name, id, label]) =>
            id !== null && (
              <Button
                key={name}
                onClick={() => change({ [name]: null })}
                aria-label={t('app.filter.remove', { name: t(label, { id }) })}
              >
                {t(label, { id })} ✕
              </Button>
            ),
        )}
      </FilterBar>
      <News count={news} show={() => void violations.refetch()} />
      {matrix ? (
        violations.data ? (
          <Matrix
            violations={violations.data.items}
            more={violations.data.next !== null}
            days={days}
            outcome={outcome}
          />
        ) : violations.error ? (
          <ProblemNote problem={violations.error} retry={() => void violations.refetch()} />
        ) : (
          <Placeholders rows={4} />
        )
      ) : (
        <>
          <DataTable
            caption={t('violations.caption')}
            name={{
              header: t('violations.model'),
              text: (one) => one.model_name ?? `#${one.model_id}`,
              to: (one) => `/models/${one.model_id}`,
              detail: (one) => `${t(`environment.${one.environment}`)} · ${t('violations.number')} ${one.id}`,
            }}
            columns={[
              ...(me.platform && scope.org === null
                ? [
                    {
                      key: 'organization',
                      header: t('field.organization_id'),
                      render: (one: Violation) =>
                        organizationName(one.organization_id) ?? one.organization_id,
                    },
                  ]
                : []),
              {
                key: 'policy',
                header: t('violations.policy'),
                render: (one) => (
                  <AppLink to={`/policies/${one.policy_id}`}>{one.details.policy_name}</AppLink>
                ),
              },
              {
                key: 'outcome',
                header: t('violations.outcome'),
                nowrap: true,
                render: (one) => (
                  <span className={marks.verdict} data-verdict={one.outcome === 'blocked' ? 'fail' : 'warn'}>
                    <VerdictGlyph verdict={one.outcome === 'blocked' ? 'fail' : 'warn'} size={14} />
                    {t(`violationOutcome.${one.outcome}`)}
                  </span>
                ),
              },
              {
                key: 'attempt',
                header: t('violations.attempt'),
                nowrap: true,
                render: (one) => (
                  <span style={{ display: 'inline-grid' }}>
                    <StateMark status={one.details.current_status} />
                    <span style={{ display: 'inline-flex', gap: 6 }}>
                      → <StateMark status={one.details.attempted_status} />
                    </span>
                  </span>
                ),
              },
              {
                key: 'reason',
                header: t('violations.reason'),
                width: 300,
                render: (one) => one.details.reason,
              },
              {
                key: 'at',
                header: t('violations.at'),
                nowrap: true,
                render: (one) => (
                  <>
                    <Time value={one.created_at} />
                    <div className="small dimmed">
                      {one.user_id !== null &&
                        t('violations.by', {
                          name:
                            one.user_id === me.id
                              ? me.username
                              : (userName(one.user_id) ?? t('app.value.unknownUser', { id: one.user_id })),
                        })}
                    </div>
                  </>
                ),
              },
            ]}
            rows={violations.data?.items}
            rowKey={(one) => one.id}
            problem={violations.error}
            retry={() => void violations.refetch()}
            fetching={violations.isFetching}
            empty={
              <Empty title={t('violations.empty')}>
                <p>
                  {t('violations.emptyText', {
                    until: position == null ? '' : t('violations.until', { ref: eventName(position) }),
                  })}
                </p>
              </Empty>
            }
          />
          <Pager page={violations.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
        </>
      )}
    </Page>
  );
}

/** Which organisation is out of line with which policy. */
function Matrix({
  violations,
  more,
  days,
  outcome,
}: {
  violations: Violation[];
  more: boolean;
  days: string | null;
  outcome: string;
}) {
  const { t } = useTranslation();
  const organizationName = useOrganizationName();
  const policies = usePage<Policy>('/policies', { limit: 500 });
  const rows = [...new Set(violations.map((one) => one.organization_id))].sort((one, other) => one - other);
  const columns = [...new Map(violations.map((one) => [one.policy_id, one.details.policy_name]))].sort(
    ([one], [other]) => one - other,
  );
  const nameOf = (id: number, recorded: string) =>
    policies.data?.items.find((one) => one.id === id)?.name ?? recorded;
  if (violations.length === 0) {
    return <Empty title={t('violations.empty')} />;
  }
  const query = `${days ? `&days=${days}` : ''}${outcome === 'blocked' ? '' : `&outcome=${outcome}`}`;
  return (
    <>
      <div className={tableClasses.region} role="group" aria-label={t('violations.matrixTitle')} tabIndex={0}>
        <table className={chart.table} style={{ minWidth: 480 }}>
          <thead>
            <tr>
              <th scope="col" style={{ padding: 12 }}>
                {t('violations.organization')}
              </th>
              {columns.map(([id, recorded]) => (
                <th key={id} scope="col" data-align="end" style={{ padding: 12 }}>
                  <AppLink to={`/policies/${id}`}>{nameOf(id, recorded)}</AppLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((organization) => (
              <tr key={organization}>
                <th scope="row" style={{ padding: 12 }}>
                  {organizationName(organization) ?? `#${organization}`}
                </th>
                {columns.map(([id]) => {
                  const count = violations.filter(
                    (one) => one.policy_id === id && one.organization_id === organization,
                  ).length;
                  return (
                    <td key={id} data-align="end" style={{ padding: 12 }}>
                      {count === 0 ? (
                        <span className="dimmed">0</span>
                      ) : (
                        <AppLink to={`/violations?policy=${id}&org=${organization}${query}`}>{count}</AppLink>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small dimmed">
        {more
          ? t('violations.matrixSample', { count: violations.length })
          : t('violations.matrixSummary', { count: violations.length })}
      </p>
    </>
  );
}
