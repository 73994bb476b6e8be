import '@/locales/admin';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import type { AuditEntry, Dataset, LinkedModel } from '@/api/types';
import { DataTable, Pager } from '@/components/DataTable';
import { Failed } from '@/components/Failed';
import { Card, Definitions, Page, Placeholders, Section } from '@/components/Page';
import { Reading } from '@/components/Reading';
import { RiskBadge } from '@/components/RiskBadge';
import { Sheet } from '@/components/Sheet';
import { StateMark } from '@/components/StateMark';
import { Missing, Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import { formatNumber } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';
import { DatasetForm } from './DatasetsPage';

export function DatasetPage() {
  const { t } = useTranslation();
  const can = useCan();
  const id = Number(useParams().id);
  const { search, change } = useUrlState();
  const answer = useResource<Dataset>(`/datasets/${id}`);
  const trail = usePage<AuditEntry>('/audit-logs', { entity_type: 'Dataset', entity_id: id, limit: 50 });
  const links = usePage<LinkedModel>(`/datasets/${id}/models`, { limit: 50, cursor: search.get('cursor') });
  if (!answer.data) {
    return answer.error ? (
      <Failed title={t('datasets.title')} problem={answer.error} retry={() => void answer.refetch()} />
    ) : (
      <Placeholders rows={5} />
    );
  }
  const dataset = answer.data.data;
  const close = () => change({ do: null }, { replace: true });
  return (
    <Page
      title={dataset.name}
      lead={dataset.description}
      actions={
        can('registry:write') && <Button onClick={() => change({ do: 'edit' })}>{t('datasets.edit')}</Button>
      }
    >
      <Section title={t('datasets.facts')} id="facts">
        <Card>
          <Definitions
            rows={[
              {
                key: 'sensitivity',
                term: t('field.data_sensitivity'),
                value: t(`sensitivity.${dataset.data_sensitivity}`),
              },
              {
                key: 'classification',
                term: t('field.data_classification'),
                value: t(`classification.${dataset.data_classification}`),
              },
              { key: 'source', term: t('field.source_system'), value: dataset.source_system ?? <Missing /> },
              {
                key: 'location',
                term: t('field.location'),
                value: dataset.location ? <span className="mono">{dataset.location}</span> : <Missing />,
              },
              {
                key: 'records',
                term: t('field.record_count'),
                value: dataset.record_count === null ? <Missing /> : formatNumber(dataset.record_count),
              },
              { key: 'created', term: t('field.created_at'), value: <Time value={dataset.created_at} /> },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('datasets.usedBy')} id="used">
        <DataTable
          caption={t('datasets.usedBy')}
          name={{
            header: t('field.name'),
            text: (one) => one.model_name,
            to: (one) => `/models/${one.model_id}/lineage`,
          }}
          columns={[
            {
              key: 'as',
              header: t('datasets.usedAs'),
              render: (one) => t(`datasetType.${one.dataset_type}`),
            },
            {
              key: 'risk',
              header: t('field.risk_level'),
              nowrap: true,
              render: (one) => <RiskBadge level={one.risk_level} />,
            },
            {
              key: 'status',
              header: t('field.compliance_status'),
              nowrap: true,
              render: (one) => <StateMark status={one.compliance_status} />,
            },
            {
              key: 'environment',
              header: t('field.environment'),
              render: (one) => t(`environment.${one.environment}`),
            },
          ]}
          rows={links.data?.items}
          rowKey={(one) => one.id}
          problem={links.error}
          retry={() => void links.refetch()}
          fetching={links.isFetching}
          empty={<p className="dimmed">{t('datasets.usedByNone')}</p>}
        />
        <Pager page={links.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      </Section>
      <Section title={t('datasets.history')} id="history">
        <Reading query={trail} rows={3}>
          {({ items }) => <EventList events={items} open />}
        </Reading>
      </Section>
      {search.get('do') === 'edit' && can('registry:write') && (
        <Sheet opened onClose={close} title={t('datasets.editTitle', { name: dataset.name })}>
          <DatasetForm dataset={dataset} etag={answer.data.etag} close={close} done={close} />
        </Sheet>
      )}
    </Page>
  );
}
