import '@/locales/models';
import { useTranslation } from 'react-i18next';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page } from '@/api/client';
import type { Problem } from '@/api/problem';
import { usePage } from '@/api/queries';
import type { AuditEntry, Metric, Model, Version, Violation } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { CopyText } from '@/components/CopyText';
import { Definitions, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { Reading } from '@/components/Reading';
import { Missing, Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import { formatMetric } from '@/lib/format';
import { latestValues, useMetrics, useVersions } from './data';
import { MetricChart } from './MetricChart';
import classes from './model.module.css';
import { VerdictGlyph } from '@/components/VerdictMark';
import listClasses from '@/features/audit/audit.module.css';

export function OverviewTab({
  model,
  trail,
}: {
  model: Model;
  trail: UseQueryResult<Page<AuditEntry>, Problem>;
}) {
  const { t } = useTranslation();
  const versions = useVersions(model.id);
  const { byVersion, loading, problem } = useMetrics(model.id);
  const violations = usePage<Violation>('/policies/violations', { model_id: model.id, limit: 5 });
  return (
    <div className={classes.overview}>
      <Section title={t('models.overview.metric')} id="metric">
        {problem ? (
          <ProblemNote problem={problem} />
        ) : loading ? (
          <Placeholders rows={1} height={240} />
        ) : (
          <Reading query={versions} rows={1} height={240}>
            {({ items }) => <MetricChart versions={items} metrics={byVersion} />}
          </Reading>
        )}
      </Section>
      <Section title={t('models.overview.latestVersion')} id="latest">
        <Reading query={versions} rows={3}>
          {({ items }) => <LatestVersion version={items.at(-1)} metrics={byVersion} />}
        </Reading>
      </Section>
      <Section
        title={t('models.overview.events')}
        id="events"
        actions={<AppLink to={`/models/${model.id}/history`}>{t('models.overview.allEvents')}</AppLink>}
      >
        <Reading query={trail} rows={5}>
          {({ items }) => <EventList events={items.slice(0, 6)} />}
        </Reading>
      </Section>
      <Section
        title={t('models.overview.violations')}
        id="violations"
        actions={<AppLink to={`/violations?model=${model.id}`}>{t('models.overview.allViolations')}</AppLink>}
      >
        {violations.error && (
          <ProblemNote problem={violations.error} retry={() => void violations.refetch()} />
        )}
        {violations.data?.items.length === 0 && <p className="dimmed">{t('models.overview.noViolations')}</p>}
        <ul className={listClasses.list}>
          {violations.data?.items.map((violation) => (
            <li key={violation.id} className={listClasses.row}>
              <VerdictGlyph verdict={violation.outcome === 'blocked' ? 'fail' : 'warn'} />
              <div>
                <AppLink to={`/policies/${violation.policy_id}`}>{violation.details.policy_name}</AppLink>
                <div className="small dimmed">
                  <Time value={violation.created_at} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function LatestVersion({
  version,
  metrics,
}: {
  version: Version | undefined;
  metrics: Map<number, Metric[]>;
}) {
  const { t } = useTranslation();
  if (!version) {
    return <p className="dimmed">{t('models.overview.noVersion')}</p>;
  }
  return (
    <Definitions
      rows={[
        {
          key: 'tag',
          term: t('models.versions.tag'),
          value: <span className="mono">{version.version_tag}</span>,
        },
        { key: 'at', term: t('models.versions.registered'), value: <Time value={version.created_at} /> },
        {
          key: 'digest',
          term: t('models.versions.artifact'),
          value: version.artifact_digest ? (
            <CopyText text={version.artifact_digest} label={t('models.versions.artifact')} />
          ) : (
            <Missing />
          ),
        },
        ...[...latestValues(metrics.get(version.id) ?? [])].map(([name, metric]) => ({
          key: `metric-${name}`,
          term: name,
          value: formatMetric(metric.value),
        })),
      ]}
    />
  );
}
