import '@/locales/models';
import '@/locales/governance';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useOrganizationName } from '@/api/me';
import { usePage } from '@/api/queries';
import { conditionTypes, policyModes, policyScopes, type Policy, type Violation } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { DataTable, News, Pager } from '@/components/DataTable';
import { FilterBar } from '@/components/FilterBar';
import { SavedViews } from '@/components/SavedViews';
import { Empty, Page } from '@/components/Page';
import { useNews } from '@/live/live';
import { scopeQuery, useScope } from '@/lib/scope';
import { oneOf, useUrlState } from '@/lib/useUrlState';

const month = 30 * 86_400_000;

export function PoliciesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const scope = useScope();
  const organizationName = useOrganizationName();
  const { search, change } = useUrlState();
  const state = oneOf(['active', 'inactive'], search.get('state'));
  const filter = {
    organization_id: scope.org,
    environment: scope.env,
    mode: oneOf(policyModes, search.get('mode')),
    scope: oneOf(policyScopes, search.get('scope')),
    condition_type: oneOf(conditionTypes, search.get('condition')),
    is_active: state === null ? null : state === 'active',
  };
  const policies = usePage<Policy>('/policies', { ...filter, limit: 100, cursor: search.get('cursor') });
  const from = useMemo(
    () => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - month).toISOString(),
    [],
  );
  const recent = usePage<Violation>('/policies/violations', {
    ...scopeQuery(scope),
    from,
    limit: 500,
  });
  const news = useNews(policies.data?.position, (event) => event.entity_type === 'Policy');
  const blocked = (id: number) => recent.data?.items.filter((one) => one.policy_id === id).length;
  const more = recent.data?.next != null;
  const filtered = Object.values(filter).some((one) => one !== null);
  return (
    <Page
      title={t('policies.title')}
      lead={t('policies.lead')}
      actions={
        <>
          <SavedViews page="policies" />
          {can('policies:write') && (
            <Button variant="filled" component={AppLink} to="/policies/new">
              {t('policies.create')}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        facets={[
          {
            name: 'condition',
            label: t('policies.facet.condition'),
            options: conditionTypes.map((one) => ({ value: one, label: t(`condition.${one}`) })),
          },
          {
            name: 'mode',
            label: t('policies.facet.mode'),
            options: policyModes.map((one) => ({ value: one, label: t(`mode.${one}`) })),
          },
          {
            name: 'scope',
            label: t('policies.facet.scope'),
            options: policyScopes.map((one) => ({ value: one, label: t(`scope.${one}`) })),
          },
          {
            name: 'state',
            label: t('policies.facet.state'),
            options: [
              { value: 'active', label: t('policies.active') },
              { value: 'inactive', label: t('policies.inactive') },
            ],
          },
        ]}
      />
      <News count={news} show={() => void policies.refetch()} />
      <DataTable
        caption={t('policies.caption')}
        name={{
          header: t('field.name'),
          text: (policy) => policy.name,
          to: (policy) => `/policies/${policy.id}`,
        }}
        columns={[
          {
            key: 'kind',
            header: t('policies.kind'),
            render: (policy) => t(`condition.${policy.condition_type}`),
          },
          {
            key: 'mode',
            header: t('field.mode'),
            render: (policy) => t(`mode.${policy.mode}`),
            nowrap: true,
          },
          {
            key: 'state',
            header: t('policies.state'),
            render: (policy) => t(policy.is_active ? 'policies.active' : 'policies.inactive'),
          },
          {
            key: 'covers',
            header: t('policies.covers'),
            render: (policy) => (
              <>
                {policy.scope === 'global'
                  ? t('scope.global')
                  : (organizationName(policy.organization_id) ?? t('scope.organization'))}
                {policy.environment && ` · ${t(`environment.${policy.environment}`)}`}
              </>
            ),
          },
          {
            key: 'blocked',
            header: t('policies.blocked'),
            align: 'end',
            render: (policy) => {
              const count = blocked(policy.id);
              return count === undefined ? (
                '…'
              ) : (
                <AppLink
                  to={`/violations?policy=${policy.id}&days=30`}
                >{`${count}${more ? '+' : ''}`}</AppLink>
              );
            },
          },
          { key: 'version', header: t('policies.version'), align: 'end', render: (policy) => policy.version },
        ]}
        rows={policies.data?.items}
        rowKey={(policy) => policy.id}
        problem={policies.error}
        retry={() => void policies.refetch()}
        fetching={policies.isFetching}
        empty={
          <Empty title={filtered ? t('app.filter.noMatch') : t('policies.empty')}>
            <p>{filtered ? t('models.noMatchText') : t('policies.emptyText')}</p>
          </Empty>
        }
      />
      <Pager page={policies.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
    </Page>
  );
}
