import '@/locales/models';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan, useMe, useOrganizationName } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import { complianceStatuses, dataSensitivities, riskLevels, type Model, type ModelFacets } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { DataTable, News, Pager, type Column } from '@/components/DataTable';
import { ExportMenu } from '@/components/ExportMenu';
import { FilterBar } from '@/components/FilterBar';
import { Empty, Page } from '@/components/Page';
import { RiskBadge } from '@/components/RiskBadge';
import { SavedViews } from '@/components/SavedViews';
import { StateMark } from '@/components/StateMark';
import { Time } from '@/components/Time';
import { useNews } from '@/live/live';
import { scopeQuery, useScope } from '@/lib/scope';
import { oneOf, useUrlState } from '@/lib/useUrlState';

export function ModelsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const scope = useScope();
  const organizationName = useOrganizationName();
  const { search, change } = useUrlState();
  const sort = oneOf(
    ['id', '-id', 'name', '-name', 'created_at', '-created_at', 'updated_at', '-updated_at'],
    search.get('sort'),
  );
  const filter = {
    ...scopeQuery(scope),
    risk_level: oneOf(riskLevels, search.get('risk')),
    compliance_status: oneOf(complianceStatuses, search.get('status')),
    data_sensitivity: oneOf(dataSensitivities, search.get('sensitivity')),
    owner: search.get('owner'),
    q: [...(search.get('q') ?? '')].length >= 3 ? search.get('q') : null,
    sort: sort ?? '-updated_at',
  };
  const models = usePage<Model>('/models', { ...filter, limit: 50, cursor: search.get('cursor') });
  const { sort: _, ...counted } = filter;
  const facets = useResource<ModelFacets>('/models/facets', counted, { keep: true });
  const news = useNews(models.data?.position, (event) => event.entity_type === 'Model');

  const counts = facets.data?.data;
  const countOf = (found: { value: string; count: number }[] | undefined, value: string) =>
    counts?.exact ? found?.find((one) => one.value === value)?.count : undefined;
  const filtered = Boolean(
    filter.q ?? filter.owner ?? filter.data_sensitivity ?? filter.risk_level ?? filter.compliance_status,
  );

  const columns: Column<Model>[] = [
    {
      key: 'risk',
      header: t('field.risk_level'),
      render: (model) => <RiskBadge level={model.risk_level} />,
      nowrap: true,
    },
    {
      key: 'status',
      header: t('field.compliance_status'),
      render: (model) => <StateMark status={model.compliance_status} />,
      nowrap: true,
    },
    { key: 'owner', header: t('field.owner'), render: (model) => model.owner },
    ...(scope.env === null
      ? [
          {
            key: 'environment',
            header: t('field.environment'),
            render: (model: Model) => t(`environment.${model.environment}`),
          },
        ]
      : []),
    ...(me.platform && scope.org === null
      ? [
          {
            key: 'organization',
            header: t('field.organization_id'),
            render: (model: Model) => organizationName(model.organization_id) ?? model.organization_id,
          },
        ]
      : []),
    {
      key: 'version',
      header: t('field.latest_version'),
      render: (model) => model.latest_version ?? '–',
      nowrap: true,
    },
    {
      key: 'updated',
      header: t('field.updated_at'),
      sortKey: 'updated_at',
      nowrap: true,
      render: (model) => <Time value={model.updated_at} />,
    },
  ];
  return (
    <Page
      title={t('models.title')}
      lead={t('models.lead')}
      actions={
        <>
          <SavedViews page="models" />
          <ExportMenu path="/models" query={filter} name="models" />
          {can('registry:write') && (
            <Button variant="filled" component={AppLink} to="/models/new">
              {t('models.register')}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        search={t('models.search')}
        facets={[
          {
            name: 'risk',
            label: t('models.facet.risk'),
            options: riskLevels.map((level) => ({
              value: level,
              label: t(`risk.${level}`),
              count: countOf(counts?.risk_level, level),
            })),
          },
          {
            name: 'status',
            label: t('models.facet.status'),
            options: complianceStatuses.map((status) => ({
              value: status,
              label: t(`status.${status}`),
              count: countOf(counts?.compliance_status, status),
            })),
          },
          {
            name: 'sensitivity',
            label: t('models.facet.sensitivity'),
            options: dataSensitivities.map((one) => ({
              value: one,
              label: t(`sensitivity.${one}`),
              count: countOf(counts?.data_sensitivity, one),
            })),
          },
        ]}
      />
      <News count={news} show={() => void Promise.all([models.refetch(), facets.refetch()])} />
      <DataTable
        caption={t('models.caption')}
        name={{
          header: t('field.name'),
          text: (model) => model.name,
          to: (model) => `/models/${model.id}`,
          sortKey: 'name',
        }}
        columns={columns}
        rows={models.data?.items}
        rowKey={(model) => model.id}
        problem={models.error}
        retry={() => void models.refetch()}
        fetching={models.isFetching}
        sort={filter.sort}
        onSort={(next) => change({ sort: next === '-updated_at' ? null : next })}
        empty={
          filtered ? (
            <Empty title={t('app.filter.noMatch')}>
              <p>{t('models.noMatchText')}</p>
              <Button
                onClick={() => change({ q: null, risk: null, status: null, sensitivity: null, owner: null })}
              >
                {t('app.filter.clear')}
              </Button>
            </Empty>
          ) : (
            <Empty title={t('models.emptyTitle')}>
              <p>{t('models.emptyText')}</p>
              <code style={{ overflowWrap: 'anywhere' }}>
                {`curl -H "Authorization: Bearer $HUB_TOKEN" -H "Content-Type: application/json" -d '{"name":"fraud-scorer","owner":"R. Diaz"}' ${window.location.origin}/api/v1/models`}
              </code>
              {can('registry:write') && (
                <Button variant="filled" component={AppLink} to="/models/new">
                  {t('models.register')}
                </Button>
              )}
            </Empty>
          )
        }
      />
      <Pager page={models.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
    </Page>
  );
}
