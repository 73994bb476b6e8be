import '@/locales/models';
import '@/locales/admin';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan, useMe, useOrganizationName } from '@/api/me';
import { usePage } from '@/api/queries';
import { dataSensitivities, type Dataset } from '@/api/types';
import type { Answer } from '@/api/client';
import { useCommand } from '@/api/useCommand';
import { useAppNavigate } from '@/components/AppLink';
import { DataTable, News, Pager } from '@/components/DataTable';
import { ExportMenu } from '@/components/ExportMenu';
import { FilterBar } from '@/components/FilterBar';
import { AreaField, FieldRow, orNull, TextField, useFields } from '@/components/form';
import { Empty, Page } from '@/components/Page';
import { DataFields, OrganizationField } from '@/components/fields';
import { FormFrame } from '@/components/FormFrame';
import { SavedViews } from '@/components/SavedViews';
import { Sheet } from '@/components/Sheet';
import { Missing, Time } from '@/components/Time';
import { useNews } from '@/live/live';
import { formatNumber } from '@/lib/format';
import { useScope } from '@/lib/scope';
import { oneOf, useUrlState } from '@/lib/useUrlState';

export function DatasetsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const scope = useScope();
  const navigate = useAppNavigate();
  const organizationName = useOrganizationName();
  const { search, change } = useUrlState();
  const q = search.get('q');
  const filter = {
    organization_id: scope.org,
    data_sensitivity: oneOf(dataSensitivities, search.get('sensitivity')),
    q: q && [...q].length >= 3 ? q : null,
  };
  const datasets = usePage<Dataset>('/datasets', { ...filter, limit: 50, cursor: search.get('cursor') });
  const news = useNews(datasets.data?.position, (event) => event.entity_type === 'Dataset');
  const close = () => change({ do: null }, { replace: true });
  const filtered = filter.data_sensitivity !== null || filter.q !== null;
  return (
    <Page
      title={t('datasets.title')}
      lead={t('datasets.lead')}
      actions={
        <>
          <SavedViews page="datasets" />
          <ExportMenu path="/datasets" query={filter} name="datasets" />
          {can('registry:write') && (
            <Button variant="filled" onClick={() => change({ do: 'new' })}>
              {t('datasets.register')}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        search={t('datasets.search')}
        facets={[
          {
            name: 'sensitivity',
            label: t('field.data_sensitivity'),
            options: dataSensitivities.map((one) => ({ value: one, label: t(`sensitivity.${one}`) })),
          },
        ]}
      />
      <News count={news} show={() => void datasets.refetch()} />
      <DataTable
        caption={t('datasets.caption')}
        name={{ header: t('field.name'), text: (one) => one.name, to: (one) => `/datasets/${one.id}` }}
        columns={[
          {
            key: 'sensitivity',
            header: t('field.data_sensitivity'),
            render: (one) => t(`sensitivity.${one.data_sensitivity}`),
          },
          {
            key: 'classification',
            header: t('field.data_classification'),
            render: (one) => t(`classification.${one.data_classification}`),
          },
          {
            key: 'source',
            header: t('field.source_system'),
            render: (one) => one.source_system ?? <Missing />,
          },
          ...(me.platform && scope.org === null
            ? [
                {
                  key: 'organization',
                  header: t('field.organization_id'),
                  render: (one: Dataset) => organizationName(one.organization_id) ?? one.organization_id,
                },
              ]
            : []),
          {
            key: 'records',
            header: t('field.record_count'),
            align: 'end',
            render: (one) => (one.record_count === null ? '–' : formatNumber(one.record_count)),
          },
          {
            key: 'created',
            header: t('field.created_at'),
            nowrap: true,
            render: (one) => <Time value={one.created_at} />,
          },
        ]}
        rows={datasets.data?.items}
        rowKey={(one) => one.id}
        problem={datasets.error}
        retry={() => void datasets.refetch()}
        fetching={datasets.isFetching}
        empty={
          <Empty title={filtered ? t('app.filter.noMatch') : t('datasets.empty')}>
            <p>{filtered ? t('models.noMatchText') : t('datasets.emptyText')}</p>
          </Empty>
        }
      />
      <Pager page={datasets.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      {search.get('do') === 'new' && can('registry:write') && (
        <Sheet opened onClose={close} title={t('datasets.register')}>
          <DatasetForm close={close} done={(answer) => navigate(`/datasets/${answer.data.id}`)} />
        </Sheet>
      )}
    </Page>
  );
}

/** Registers a dataset, or edits one. */
export function DatasetForm({
  dataset,
  etag,
  close,
  done,
}: {
  dataset?: Dataset;
  etag?: string | null;
  close: () => void;
  done: (answer: Answer<Dataset>) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const command = useCommand<Dataset>(['/datasets'], etag);
  const form = useFields(
    {
      name: dataset?.name ?? '',
      description: dataset?.description ?? '',
      source_system: dataset?.source_system ?? '',
      location: dataset?.location ?? '',
      data_sensitivity: (dataset?.data_sensitivity ?? 'internal') as string,
      data_classification: (dataset?.data_classification ?? 'internal') as string,
      record_count: dataset?.record_count == null ? '' : String(dataset.record_count),
      organization_id: scope.org === null ? '' : String(scope.org),
    },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      description: { label: t('field.description'), max: 2000 },
      source_system: { label: t('field.source_system'), max: 255 },
      location: { label: t('field.location'), max: 500 },
      data_sensitivity: { label: t('field.data_sensitivity') },
      data_classification: { label: t('field.data_classification') },
      record_count: { label: t('field.record_count'), number: true },
      organization_id: { label: t('field.organization_id') },
    },
    command.problem,
    dataset ? undefined : 'new-dataset',
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const { values } = form;
    const answer = await command.run({
      method: dataset ? 'PATCH' : 'POST',
      path: dataset ? `/datasets/${dataset.id}` : '/datasets',
      body: {
        name: values.name.trim(),
        description: orNull(values.description),
        source_system: orNull(values.source_system),
        location: orNull(values.location),
        data_sensitivity: values.data_sensitivity,
        data_classification: values.data_classification,
        record_count: values.record_count.trim() === '' ? null : Number(values.record_count),
        ...(!dataset && values.organization_id ? { organization_id: Number(values.organization_id) } : {}),
      },
    });
    if (answer) {
      form.done();
      done(answer);
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={dataset ? t('app.form.save') : t('datasets.submit')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <TextField form={form} name="name" label={t('field.name')} required focused />
      <AreaField form={form} name="description" label={t('field.description')} />
      <FieldRow>
        <DataFields form={form} />
        <TextField form={form} name="source_system" label={t('field.source_system')} />
        <TextField
          form={form}
          name="record_count"
          label={t('field.record_count')}
          hint={t('datasets.countHint')}
          inputMode="numeric"
        />
      </FieldRow>
      <TextField form={form} name="location" label={t('field.location')} />
      {me.platform && !dataset && <OrganizationField form={form} />}
    </FormFrame>
  );
}
