import '@/locales/models';
import '@/locales/dashboard';
import { NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { usePage, useResource } from '@/api/queries';
import {
  complianceStatuses,
  riskLevels,
  type ComplianceStatus,
  type DashboardDay,
  type DashboardStats,
  type Health,
  type RiskLevel,
  type Violation,
} from '@/api/types';
import { AppLink } from '@/components/AppLink';
import chart from '@/components/charts/chart.module.css';
import { Figure, NumberTable } from '@/components/charts/Figure';
import { linear, ticks } from '@/components/charts/scale';
import { Empty, Page, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { RiskBadge } from '@/components/RiskBadge';
import { useLiveEvents } from '@/live/live';
import { formatNumber } from '@/lib/format';
import { scopeQuery, useScope } from '@/lib/scope';
import { oneOf, useUrlState } from '@/lib/useUrlState';
import classes from './dashboard.module.css';

const periods = ['30', '90', '180', '365'] as const;

export function DashboardPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const { search, change } = useUrlState();
  const days = oneOf(periods, search.get('days')) ?? '365';
  const stats = useResource<DashboardStats>(
    '/dashboard/stats',
    { ...scopeQuery(scope), days },
    { keep: true },
  );
  const { refetch } = stats;
  const position = stats.data?.position ?? 0;
  const [heard, setHeard] = useState(0);
  useLiveEvents((events) => setHeard((before) => Math.max(before, ...events.map((event) => event.id))));
  useEffect(() => {
    if (position < heard) {
      // What is being read goes on, or events that come all the time would never let it end; its position tells whether it has this one.
      void refetch({ cancelRefetch: false });
    }
  }, [position, heard, refetch]);
  return (
    <Page
      title={t('dashboard.title')}
      lead={t('dashboard.lead')}
      actions={
        <NativeSelect
          aria-label={t('dashboard.days')}
          value={days}
          onChange={(event) =>
            change({ days: event.currentTarget.value === '365' ? null : event.currentTarget.value })
          }
          data={periods.map((one) => ({
            value: one,
            label: t('dashboard.lastDays', { count: Number(one) }),
          }))}
        />
      }
    >
      {stats.error && <ProblemNote problem={stats.error} retry={() => void stats.refetch()} />}
      {!stats.data && !stats.error && <Placeholders rows={3} height={120} />}
      {stats.data && <Figures stats={stats.data.data} days={days} />}
    </Page>
  );
}

function Figures({ stats, days }: { stats: DashboardStats; days: string }) {
  const { t } = useTranslation();
  if (stats.total_models === 0 && stats.history.every((day) => day.approvals === 0)) {
    return (
      <Empty title={t('dashboard.empty')}>
        <p>{t('dashboard.emptyText')}</p>
        <AppLink to="/models/new">{t('models.register')}</AppLink>
      </Empty>
    );
  }
  const inState = (status: ComplianceStatus) =>
    stats.by_compliance_status.find((one) => one.status === status)?.count ?? 0;
  const figures = [
    { key: 'models', count: stats.total_models, to: '/models', label: t('dashboard.models') },
    {
      key: 'review',
      count: inState('under_review'),
      to: '/models?status=under_review',
      label: t('dashboard.underReview'),
    },
    {
      key: 'approved',
      count: inState('approved'),
      to: '/models?status=approved',
      label: t('dashboard.approvedShare'),
    },
    { key: 'violations', count: stats.total_violations, to: '/violations', label: t('dashboard.violations') },
  ];
  return (
    <>
      <div className={classes.figures}>
        {figures.map((one) => (
          <div key={one.key} className={classes.figure}>
            <AppLink to={one.to} className={classes.number} data-figure={one.key}>
              {formatNumber(one.count)}
            </AppLink>
            <span className={classes.label}>{one.label}</span>
          </div>
        ))}
      </div>
      <div className={classes.grid}>
        <Section title={t('dashboard.matrix')} id="matrix">
          <Matrix stats={stats} />
        </Section>
        <Section title={t('dashboard.exposure')} id="exposure">
          <Exposure history={stats.history} />
        </Section>
        <Section title={t('dashboard.activity')} id="activity">
          <Activity history={stats.history} />
        </Section>
        <Section title={t('dashboard.policies')} id="policies">
          <Policies days={days} />
        </Section>
        <Section title={t('dashboard.integrity')} id="integrity">
          <Integrity />
        </Section>
      </div>
    </>
  );
}

function Matrix({ stats }: { stats: DashboardStats }) {
  const { t } = useTranslation();
  const count = (risk: RiskLevel | null, status: ComplianceStatus | null) =>
    stats.risk_by_status
      .filter((one) => (!risk || one.risk_level === risk) && (!status || one.compliance_status === status))
      .reduce((sum, one) => sum + one.count, 0);
  const cell = (risk: RiskLevel | null, status: ComplianceStatus | null) => {
    const value = count(risk, status);
    const query = [risk && `risk=${risk}`, status && `status=${status}`].filter(Boolean).join('&');
    return value === 0 ? (
      <span className="dimmed">0</span>
    ) : (
      <AppLink to={`/models${query ? `?${query}` : ''}`} data-figure={`${risk ?? 'all'}-${status ?? 'all'}`}>
        {formatNumber(value)}
      </AppLink>
    );
  };
  const grave = count('high', null) + count('unacceptable', null);
  const graveApproved = count('high', 'approved') + count('unacceptable', 'approved');
  const graveRetired = count('high', 'retired') + count('unacceptable', 'retired');
  return (
    <>
      <div className={chart.scroll} role="group" aria-label={t('dashboard.matrix')} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td />
              {complianceStatuses.map((status) => (
                <th key={status} scope="col">
                  {t(`status.${status}`)}
                </th>
              ))}
              <th scope="col">{t('dashboard.total')}</th>
            </tr>
          </thead>
          <tbody>
            {[...riskLevels].reverse().map((risk) => (
              <tr key={risk}>
                <th scope="row">
                  <RiskBadge level={risk} />
                </th>
                {complianceStatuses.map((status) => (
                  <td key={status}>{cell(risk, status)}</td>
                ))}
                <td className={classes.total}>{cell(risk, null)}</td>
              </tr>
            ))}
            <tr className={classes.total}>
              <th scope="row">{t('dashboard.total')}</th>
              {complianceStatuses.map((status) => (
                <td key={status}>{cell(null, status)}</td>
              ))}
              <td>{cell(null, null)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="small dimmed">
        {t('dashboard.matrixSummary', {
          total: formatNumber(stats.total_models),
          high: formatNumber(grave),
          open: formatNumber(grave - graveApproved - graveRetired),
        })}
      </p>
    </>
  );
}

const width = 560;
const height = 220;
const left = 40;
const right = 8;
const top = 8;
const bottom = 28;

/** About so many days, evenly taken, the last one always among them. */
function thinned(history: DashboardDay[], most: number): DashboardDay[] {
  const step = Math.max(1, Math.ceil(history.length / most));
  return history.filter((_, index) => (history.length - 1 - index) % step === 0);
}

function Exposure({ history }: { history: DashboardDay[] }) {
  const { t } = useTranslation();
  const shown = thinned(history, 120);
  const totals = shown.map((day) =>
    riskLevels.reduce((sum, risk) => sum + day.models_by_risk_level[risk], 0),
  );
  const most = Math.max(1, ...totals);
  const x = linear(0, Math.max(1, shown.length - 1), left, width - right);
  const y = linear(0, most, height - bottom, top);
  // The gravest lie on the axis, where their height can be read.
  const order = [...riskLevels].reverse();
  const below = shown.map(() => 0);
  const areas = order.map((risk) => {
    const base = [...below];
    shown.forEach((day, index) => {
      below[index] = below[index]! + day.models_by_risk_level[risk];
    });
    const upper = below.map((value, index) => `${x(index)},${y(value)}`);
    const lower = base.map((value, index) => `${x(index)},${y(value)}`).reverse();
    return { risk, points: [...upper, ...lower].join(' ') };
  });
  const grave = (day: DashboardDay | undefined) =>
    day ? day.models_by_risk_level.high + day.models_by_risk_level.unacceptable : 0;
  const marks = [0, Math.floor((shown.length - 1) / 2), shown.length - 1];
  return (
    <Figure
      title={
        <ul className={classes.legend}>
          {order.map((risk) => (
            <li key={risk}>
              <span className={classes.swatch} style={{ background: `var(--risk-${risk}-solid)` }} />
              {t(`risk.${risk}`)}
            </li>
          ))}
        </ul>
      }
      summary={t('dashboard.exposureSummary', { before: grave(shown[0]), now: grave(shown.at(-1)) })}
      chart={
        <svg
          className={chart.svg}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('dashboard.exposure')}
        >
          {ticks(0, most, 4).map((tick) => (
            <g key={tick}>
              <line className={chart.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
          {areas.map(({ risk, points }) => (
            <polygon
              key={risk}
              points={points}
              fill={`var(--risk-${risk}-solid)`}
              stroke="var(--hub-card)"
              strokeWidth={1}
            />
          ))}
          <line
            className={chart.axis}
            x1={left}
            x2={width - right}
            y1={height - bottom}
            y2={height - bottom}
          />
          {marks.map((index, at) => (
            <text
              key={at}
              x={x(index)}
              y={height - 8}
              textAnchor={at === 0 ? 'start' : at === 1 ? 'middle' : 'end'}
            >
              {shown[index]?.date}
            </text>
          ))}
        </svg>
      }
      table={
        <NumberTable
          head={[t('dashboard.date'), ...riskLevels.map((risk) => t(`risk.${risk}`))]}
          rows={thinned(history, 13).map((day) => [
            day.date,
            ...riskLevels.map((risk) => formatNumber(day.models_by_risk_level[risk])),
          ])}
        />
      }
    />
  );
}

function Activity({ history }: { history: DashboardDay[] }) {
  const { t } = useTranslation();
  const span = history.length > 120 ? 14 : 7;
  const weeks: { date: string; approvals: number; violations: number }[] = [];
  for (let end = history.length; end > 0; end -= span) {
    const part = history.slice(Math.max(0, end - span), end);
    weeks.unshift({
      date: part[0]!.date,
      approvals: part.reduce((sum, day) => sum + day.approvals, 0),
      violations: part.reduce((sum, day) => sum + day.violations, 0),
    });
  }
  const most = Math.max(1, ...weeks.flatMap((week) => [week.approvals, week.violations]));
  const slot = (width - left - right) / weeks.length;
  const y = linear(0, most, height - bottom, top);
  return (
    <Figure
      title={
        <ul className={classes.legend}>
          <li>
            <span className={classes.swatch} style={{ background: 'var(--hub-ink)' }} />
            {t('dashboard.approvals')}
          </li>
          <li>
            <span className={classes.swatch} style={{ background: 'var(--verdict-fail)' }} />
            {t('dashboard.violations')}
          </li>
        </ul>
      }
      summary={t('dashboard.activitySummary', {
        approvals: formatNumber(history.reduce((sum, day) => sum + day.approvals, 0)),
        violations: formatNumber(history.reduce((sum, day) => sum + day.violations, 0)),
      })}
      chart={
        <svg
          className={chart.svg}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('dashboard.activity')}
        >
          {ticks(0, most, 4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick}>
                <line className={chart.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
                <text x={left - 8} y={y(tick) + 4} textAnchor="end">
                  {formatNumber(tick)}
                </text>
              </g>
            ))}
          {weeks.map((week, index) => {
            const start = left + index * slot + 1;
            const bar = Math.max(1, (slot - 3) / 2);
            return (
              <g key={week.date}>
                <title>{`${week.date}: ${t('dashboard.approvals')} ${week.approvals}, ${t('dashboard.violations')} ${week.violations}`}</title>
                <rect
                  x={start}
                  y={y(week.approvals)}
                  width={bar}
                  height={height - bottom - y(week.approvals)}
                  fill="var(--hub-ink)"
                />
                <rect
                  x={start + bar}
                  y={y(week.violations)}
                  width={bar}
                  height={height - bottom - y(week.violations)}
                  fill="var(--verdict-fail)"
                />
              </g>
            );
          })}
          <line
            className={chart.axis}
            x1={left}
            x2={width - right}
            y1={height - bottom}
            y2={height - bottom}
          />
          <text x={left} y={height - 8}>
            {weeks[0]?.date}
          </text>
          <text x={width - right} y={height - 8} textAnchor="end">
            {history.at(-1)?.date}
          </text>
        </svg>
      }
      table={
        <NumberTable
          head={[t('dashboard.week'), t('dashboard.approvals'), t('dashboard.violations')]}
          rows={weeks.map((week) => [week.date, week.approvals, week.violations])}
        />
      }
    />
  );
}

function Policies({ days }: { days: string }) {
  const { t } = useTranslation();
  const from = useMemo(
    () => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - Number(days) * 86_400_000).toISOString(),
    [days],
  );
  const shown = { ...scopeQuery(useScope()), from, limit: 500 };
  const blocked = usePage<Violation>('/policies/violations', { ...shown, outcome: 'blocked' });
  const warned = usePage<Violation>('/policies/violations', { ...shown, outcome: 'warned' });
  const counts = new Map<number, { name: string; blocked: number; warned: number }>();
  for (const one of [...(blocked.data?.items ?? []), ...(warned.data?.items ?? [])]) {
    const entry = counts.get(one.policy_id) ?? { name: one.details.policy_name, blocked: 0, warned: 0 };
    entry[one.outcome]++;
    counts.set(one.policy_id, entry);
  }
  const rows = [...counts].sort(
    ([, one], [, other]) => other.blocked + other.warned - one.blocked - one.warned,
  );
  const most = Math.max(1, ...rows.flatMap(([, one]) => [one.blocked, one.warned]));
  const error = blocked.error ?? warned.error;
  if (error) {
    return <ProblemNote problem={error} />;
  }
  if (!blocked.data || !warned.data) {
    return <Placeholders rows={3} />;
  }
  if (rows.length === 0) {
    return <p className="dimmed">{t('dashboard.policiesNone')}</p>;
  }
  const period = days === '180' ? '' : `&days=${days}`;
  return (
    <>
      <ul className={classes.bars}>
        {rows.slice(0, 8).map(([id, one]) => (
          <li key={id}>
            <div className={classes.barRow}>
              <AppLink to={`/policies/${id}`}>{one.name}</AppLink>
              <span>
                {one.blocked > 0 && (
                  <AppLink
                    to={`/violations?policy=${id}${period}`}
                  >{`${one.blocked} ${t('dashboard.blocked')}`}</AppLink>
                )}{' '}
                {one.warned > 0 && (
                  <AppLink to={`/violations?policy=${id}&outcome=warned${period}`}>
                    {`${one.warned} ${t('dashboard.wouldBlock')}`}
                  </AppLink>
                )}
              </span>
            </div>
            {one.blocked > 0 && (
              <div className={classes.bar} style={{ width: `${(one.blocked / most) * 100}%` }} />
            )}
            {one.warned > 0 && (
              <div
                className={classes.bar}
                data-mode="warn"
                style={{ width: `${(one.warned / most) * 100}%` }}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="small dimmed">
        {t('dashboard.policiesSummary', { count: blocked.data.items.length + warned.data.items.length })}
      </p>
    </>
  );
}

function Integrity() {
  const { t } = useTranslation();
  const trail = usePage<unknown>('/audit-logs', { limit: 1 });
  const health = useQuery({
    queryKey: ['health'],
    queryFn: async ({ signal }) => (await (await fetch('/health', { signal })).json()) as Health,
  });
  return (
    <>
      {trail.data?.position != null && (
        <p>
          {t('dashboard.integrityText', {
            count: trail.data.position,
            formatted: formatNumber(trail.data.position),
          })}
        </p>
      )}
      {health.data && (
        <p>{t(health.data.status === 'ok' ? 'dashboard.healthOk' : 'dashboard.healthDegraded')}</p>
      )}
    </>
  );
}
