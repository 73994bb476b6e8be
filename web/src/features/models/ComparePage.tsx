import '@/locales/models';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePage } from '@/api/queries';
import type { DatasetLink } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { Failed } from '@/components/Failed';
import { Empty, Page, Placeholders } from '@/components/Page';
import tableClasses from '@/components/DataTable.module.css';
import { formatMetric, formatTime } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';
import { useZone } from '@/lib/useZone';
import { latestValues, useMetrics, useModel, useVersions } from './data';

/** Up to four versions side by side; only what differs, unless asked. */
export function ComparePage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const zone = useZone();
  const { search, change } = useUrlState();
  const model = useModel(id);
  const versions = useVersions(id);
  const datasets = usePage<DatasetLink>(`/models/${id}/datasets`, { limit: 500 });
  const wanted = (search.get('v') ?? '').split(',').map(Number);
  const chosen = (versions.data?.items ?? []).filter((one) => wanted.includes(one.id)).slice(0, 4);
  const { byVersion, loading, problem } = useMetrics(id);
  const all = search.get('all') === 'true';

  const failure = versions.error ?? problem;
  if (failure) {
    return (
      <Failed title={t('models.compare.title')} problem={failure} retry={() => void versions.refetch()} />
    );
  }
  if (!versions.data || loading) {
    return <Placeholders rows={6} />;
  }
  const metrics = new Map(chosen.map((one) => [one.id, latestValues(byVersion.get(one.id) ?? [])]));
  const names = [...new Set([...metrics.values()].flatMap((values) => [...values.keys()]))].sort();
  const rows: { key: string; label: ReactNode; cells: string[]; mono?: boolean }[] = [
    {
      key: 'at',
      label: t('models.versions.registered'),
      cells: chosen.map((one) => formatTime(one.created_at, zone)),
    },
    {
      key: 'digest',
      label: t('models.versions.artifact'),
      cells: chosen.map((one) => one.artifact_digest ?? '–'),
      mono: true,
    },
    {
      key: 'path',
      label: t('models.versions.location'),
      cells: chosen.map((one) => one.s3_path ?? '–'),
      mono: true,
    },
    {
      key: 'datasets',
      label: t('app.nav.datasets'),
      cells: chosen.map(
        (one) =>
          (datasets.data?.items ?? [])
            .filter((link) => link.model_version_id === null || link.model_version_id === one.id)
            .map((link) => `${t(`datasetType.${link.dataset_type}`)} #${link.dataset_id}`)
            .join(', ') || '–',
      ),
    },
    ...names.map((name) => ({
      key: `metric-${name}`,
      label: <span className="mono">{name}</span>,
      cells: chosen.map((one) => {
        const value = metrics.get(one.id)?.get(name);
        return value ? formatMetric(value.value) : '–';
      }),
    })),
  ];
  const shown = rows.filter((row) => all || new Set(row.cells).size > 1);
  return (
    <Page
      title={t('models.compare.title')}
      lead={model.data?.data.name}
      actions={
        <>
          <Checkbox
            label={t('models.compare.differences')}
            checked={!all}
            onChange={(event) =>
              change({ all: event.currentTarget.checked ? null : 'true' }, { replace: true })
            }
          />
          <AppLink to={`/models/${id}/versions?v=${search.get('v') ?? ''}`}>
            {t('models.compare.back')}
          </AppLink>
        </>
      }
    >
      {chosen.length < 2 ? (
        <Empty title={t('models.compare.pick')}>
          <p>
            <AppLink to={`/models/${id}/versions`}>{t('models.compare.pickText')}</AppLink>
          </p>
        </Empty>
      ) : shown.length === 0 ? (
        <p>{t('models.compare.same')}</p>
      ) : (
        <div
          className={tableClasses.region}
          role="group"
          aria-label={t('models.compare.caption')}
          tabIndex={0}
        >
          <table className={tableClasses.table} style={{ display: 'table' }}>
            <caption>{t('models.compare.caption')}</caption>
            <thead>
              <tr>
                <td />
                {chosen.map((one) => (
                  <th key={one.id} scope="col">
                    {one.version_tag}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  {row.cells.map((cell, index) => (
                    <td key={index} className={row.mono ? 'mono' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
