import '@/locales/admin';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import type { AuditEntry, Dataset } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { Failed } from '@/components/Failed';
import { Card, Definitions, Page, Placeholders, Section } from '@/components/Page';
import { Sheet } from '@/components/Sheet';
import { Missing, Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import listClasses from '@/features/audit/audit.module.css';
import { useModels } from '@/features/models/useModels';
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
  const links = usePage<AuditEntry>('/audit-logs', { action: 'DATASET_LINKED', limit: 500 });
  const users = [
    ...new Set(
      (links.data?.items ?? [])
        .filter((event) => event.details.dataset_id === id)
        .map((event) => Number(event.entity_id)),
    ),
  ];
  const models = useModels(users);
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
        {links.data && models.size === 0 && <p className="dimmed">{t('datasets.usedByNone')}</p>}
        <ul className={listClasses.list}>
          {[...models.values()].map((model) => (
            <li key={model.id} className={listClasses.row}>
              <AppLink to={`/models/${model.id}/lineage`}>{model.name}</AppLink>
              <span className="dimmed">{t(`environment.${model.environment}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('datasets.history')} id="history">
        {trail.data ? <EventList events={trail.data.items} open /> : <Placeholders rows={3} />}
      </Section>
      {search.get('do') === 'edit' && can('registry:write') && (
        <Sheet opened onClose={close} title={t('datasets.editTitle', { name: dataset.name })}>
          <DatasetForm dataset={dataset} etag={answer.data.etag} close={close} done={close} />
        </Sheet>
      )}
    </Page>
  );
}
