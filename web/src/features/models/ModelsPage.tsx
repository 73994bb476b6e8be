import '@/locales/models';
import { Button, Menu, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useCan, useMe, useOrganizationName } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import {
  complianceStatuses,
  dataSensitivities,
  riskLevels,
  type DashboardStats,
  type Model,
} from '@/api/types';
import { AppLink, useAppNavigate } from '@/components/AppLink';
import { DataTable, News, Pager, type Column } from '@/components/DataTable';
import { ExportMenu } from '@/components/ExportMenu';
import { FilterBar } from '@/components/FilterBar';
import { Empty, Page } from '@/components/Page';
import { RiskBadge } from '@/components/RiskBadge';
import { Dialog } from '@/components/Sheet';
import { StateMark } from '@/components/StateMark';
import { Time } from '@/components/Time';
import { useNews } from '@/live/live';
import { recall, remember } from '@/lib/preferences';
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
  const stats = useResource<DashboardStats>('/dashboard/stats', { ...scopeQuery(scope), days: 1 });
  const news = useNews(models.data?.position, (event) => event.entity_type === 'Model');

  // Counts of a facet hold for the scope; they are shown while no other facet narrows them.
  const narrowed = Boolean(filter.q ?? filter.owner ?? filter.data_sensitivity);
  const counted = narrowed ? undefined : stats.data?.data;
  const countOf = (risk: string | null, status: string | null) =>
    counted?.risk_by_status
      .filter((pair) => (!risk || pair.risk_level === risk) && (!status || pair.compliance_status === status))
      .reduce((sum, pair) => sum + pair.count, 0);
  const filtered = narrowed || filter.risk_level !== null || filter.compliance_status !== null;

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
          <SavedViews />
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
              count: countOf(level, filter.compliance_status),
            })),
          },
          {
            name: 'status',
            label: t('models.facet.status'),
            options: complianceStatuses.map((status) => ({
              value: status,
              label: t(`status.${status}`),
              count: countOf(filter.risk_level, status),
            })),
          },
          {
            name: 'sensitivity',
            label: t('models.facet.sensitivity'),
            options: dataSensitivities.map((one) => ({ value: one, label: t(`sensitivity.${one}`) })),
          },
        ]}
      />
      <News count={news} show={() => void models.refetch()} />
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

interface View {
  name: string;
  search: string;
}

const viewsKey = 'hub-views-models';

function SavedViews() {
  const { t } = useTranslation();
  const navigate = useAppNavigate();
  const { search } = useLocation();
  const [views, setViews] = useState<View[]>(() => recall<View[]>(viewsKey) ?? []);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const keep = (next: View[]) => {
    setViews(next);
    remember(viewsKey, next);
  };
  const save = () => {
    const parameters = new URLSearchParams(search);
    parameters.delete('cursor');
    if (name.trim() !== '') {
      keep([
        ...views.filter((one) => one.name !== name.trim()),
        { name: name.trim(), search: parameters.toString() },
      ]);
      setNaming(false);
      setName('');
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconBookmark size={18} stroke={1.5} aria-hidden="true" />}>
            {t('models.views.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{views.length > 0 ? t('models.views.saved') : t('models.views.none')}</Menu.Label>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => navigate(`/models?${view.search}`)}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('models.views.save')}</Menu.Item>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => keep(views.filter((one) => one !== view))}>
              {t('models.views.remove', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <Dialog onClose={() => setNaming(false)} title={t('models.views.save')}>
          <form
            style={{ display: 'grid', gap: 16 }}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput
              label={t('models.views.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <div>
              <Button type="submit" variant="filled">
                {t('app.form.save')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
