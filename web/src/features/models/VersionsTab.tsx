import '@/locales/models';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model, ModelAction, Version } from '@/api/types';
import { ActionButton } from '@/components/ActionButton';
import { useAppNavigate } from '@/components/AppLink';
import { CopyText } from '@/components/CopyText';
import { DataTable, type Column } from '@/components/DataTable';
import { Empty, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { Missing, Time } from '@/components/Time';
import { formatMetric, formatNumber } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';
import { latestValues, useMetrics, useVersions } from './data';
import { MetricChart } from './MetricChart';

const mostCompared = 4;

export function VersionsTab({ model, start }: { model: Model; start: (action: ModelAction) => void }) {
  const { t } = useTranslation();
  const navigate = useAppNavigate();
  const { search, change } = useUrlState();
  const versions = useVersions(model.id);
  const { byVersion, loading, problem, cut } = useMetrics(model.id);
  const selected = (search.get('v') ?? '')
    .split(',')
    .filter((one) => /^\d+$/.test(one))
    .map(Number);
  const toggle = (key: number | string) => {
    const next = selected.includes(Number(key))
      ? selected.filter((one) => one !== key)
      : [...selected, Number(key)];
    change({ v: next.join(',') }, { replace: true });
  };
  const newestFirst = versions.data && [...versions.data.items].reverse();
  const columns: Column<Version>[] = [
    {
      key: 'at',
      header: t('models.versions.registered'),
      render: (one) => <Time value={one.created_at} />,
      nowrap: true,
    },
    {
      key: 'metrics',
      header: t('models.versions.metrics'),
      render: (one) => {
        const values = [...latestValues(byVersion.get(one.id) ?? [])];
        return values.length > 0 ? (
          values.map(([name, metric]) => (
            <div key={name}>
              <span className="dimmed">{name}</span> {formatMetric(metric.value)}
            </div>
          ))
        ) : (
          <Missing />
        );
      },
    },
    {
      key: 'digest',
      header: t('models.versions.artifact'),
      render: (one) =>
        one.artifact_digest ? (
          <CopyText
            text={one.artifact_digest}
            label={`${t('models.versions.artifact')} ${one.version_tag}`}
            shown={`${one.artifact_digest.slice(0, 19)}…`}
          />
        ) : (
          <Missing />
        ),
    },
    {
      key: 'path',
      header: t('models.versions.location'),
      render: (one) => (one.s3_path ? <span className="mono">{one.s3_path}</span> : <Missing />),
    },
  ];
  const canRegister = model.allowed_actions.includes('register_version');
  return (
    <>
      {newestFirst && newestFirst.length > 0 && (
        <Section title={t('models.overview.metric')} id="chart">
          <div style={{ maxWidth: 720 }}>
            {loading ? (
              <Placeholders rows={1} height={280} />
            ) : problem ? (
              <ProblemNote problem={problem} />
            ) : (
              <MetricChart versions={versions.data?.items ?? []} metrics={byVersion} />
            )}
          </div>
        </Section>
      )}
      <Section
        title={t('models.page.tab.versions')}
        id="versions"
        actions={
          <>
            {newestFirst && newestFirst.length > 1 && (
              <ActionButton
                reason={selected.length < 2 ? t('models.versions.compareHint') : null}
                onClick={() => navigate(`/models/${model.id}/compare?v=${selected.join(',')}`)}
              >
                {t('models.versions.compare', { count: selected.length })}
              </ActionButton>
            )}
            {model.allowed_actions.includes('record_metric') && (
              <Button onClick={() => start('record_metric')}>{t('models.versions.recordMetric')}</Button>
            )}
            {canRegister && (
              <Button variant="filled" onClick={() => start('register_version')}>
                {t('models.versions.register')}
              </Button>
            )}
          </>
        }
      >
        {cut !== null && (
          <p className="dimmed">{t('models.versions.cut', { count: cut, formatted: formatNumber(cut) })}</p>
        )}
        <DataTable
          caption={t('models.versions.caption')}
          name={{ header: t('models.versions.tag'), text: (one) => one.version_tag }}
          columns={columns}
          rows={newestFirst}
          rowKey={(one) => one.id}
          problem={versions.error}
          retry={() => void versions.refetch()}
          fetching={versions.isFetching}
          selection={
            newestFirst && newestFirst.length > 1 ? { selected, most: mostCompared, toggle } : undefined
          }
          empty={
            <Empty title={t('models.versions.empty')}>
              <p>{t('models.versions.emptyText')}</p>
            </Empty>
          }
        />
      </Section>
    </>
  );
}
