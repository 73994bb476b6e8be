import '@/locales/admin';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan, useMe } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import type { AuditEntry, DashboardStats, Organization } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { AppLink } from '@/components/AppLink';
import { Failed } from '@/components/Failed';
import { Card, Definitions, Page, Placeholders, Section } from '@/components/Page';
import { Reading } from '@/components/Reading';
import { FormFrame } from '@/components/FormFrame';
import { Sheet } from '@/components/Sheet';
import { Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import { formatNumber } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';
import { OrganizationForm } from './OrganizationsPage';

export function OrganizationPage() {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const id = Number(useParams().id);
  const { search, change } = useUrlState();
  const answer = useResource<Organization>(`/organizations/${id}`);
  const stats = useResource<DashboardStats>('/dashboard/stats', { organization_id: id, days: 1 });
  const trail = usePage<AuditEntry>('/audit-logs', { entity_type: 'Organization', entity_id: id, limit: 50 });
  if (!answer.data) {
    return answer.error ? (
      <Failed title={t('organizations.title')} problem={answer.error} retry={() => void answer.refetch()} />
    ) : (
      <Placeholders rows={4} />
    );
  }
  const organization = answer.data.data;
  const mayEdit = can('organization:admin');
  const mayToggle = me.platform && me.role === 'admin';
  const close = () => change({ do: null }, { replace: true });
  const verb = t(organization.is_active ? 'organizations.deactivate' : 'organizations.activate');
  return (
    <Page
      title={organization.name}
      lead={organization.description}
      actions={
        <>
          {mayEdit && <Button onClick={() => change({ do: 'edit' })}>{t('organizations.edit')}</Button>}
          {mayToggle && <Button onClick={() => change({ do: 'toggle' })}>{verb}</Button>}
        </>
      }
    >
      <Section title={t('organizations.facts')} id="facts">
        <Card>
          <Definitions
            rows={[
              {
                key: 'state',
                term: t('organizations.state'),
                value: t(organization.is_active ? 'organizations.active' : 'organizations.inactive'),
              },
              {
                key: 'models',
                term: t('organizations.models'),
                value: (
                  <AppLink to={me.platform ? `/models?org=${id}` : '/models'}>
                    {stats.data ? formatNumber(stats.data.data.total_models) : t('organizations.openModels')}
                  </AppLink>
                ),
              },
              { key: 'created', term: t('users.created'), value: <Time value={organization.created_at} /> },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('organizations.history')} id="history">
        <Reading query={trail} rows={3}>
          {({ items }) => <EventList events={items} open />}
        </Reading>
      </Section>
      {mayEdit && search.get('do') === 'edit' && (
        <Sheet opened onClose={close} title={t('organizations.editTitle', { name: organization.name })}>
          <OrganizationForm organization={organization} etag={answer.data.etag} close={close} done={close} />
        </Sheet>
      )}
      {mayToggle && search.get('do') === 'toggle' && (
        <Sheet opened onClose={close} title={`${verb}: ${organization.name}`}>
          <ToggleForm organization={organization} etag={answer.data.etag} verb={verb} close={close} />
        </Sheet>
      )}
    </Page>
  );
}

function ToggleForm({
  organization,
  etag,
  verb,
  close,
}: {
  organization: Organization;
  etag: string | null;
  verb: string;
  close: () => void;
}) {
  const { t } = useTranslation();
  const command = useCommand<Organization>(['/organizations'], etag);
  async function submit() {
    const answer = await command.run({
      method: 'PATCH',
      path: `/organizations/${organization.id}`,
      body: { is_active: !organization.is_active },
    });
    if (answer) {
      close();
    }
  }
  return (
    <FormFrame command={command} submit={verb} onSubmit={() => void submit()} onCancel={close}>
      <p>{t(organization.is_active ? 'organizations.deactivateText' : 'organizations.activateText')}</p>
    </FormFrame>
  );
}
