import '@/locales/admin';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { usePage } from '@/api/queries';
import type { Answer } from '@/api/client';
import type { Organization } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { useAppNavigate } from '@/components/AppLink';
import { DataTable, Pager } from '@/components/DataTable';
import { AreaField, orNull, TextField, useFields } from '@/components/form';
import { Empty, Page } from '@/components/Page';
import { FormFrame } from '@/components/FormFrame';
import { Sheet } from '@/components/Sheet';
import { Missing, Time } from '@/components/Time';
import { useUrlState } from '@/lib/useUrlState';

export function OrganizationsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useAppNavigate();
  const { search, change } = useUrlState();
  const organizations = usePage<Organization>('/organizations', { limit: 100, cursor: search.get('cursor') });
  const mayCreate = me.platform && me.role === 'admin';
  const close = () => change({ do: null }, { replace: true });
  return (
    <Page
      title={t('organizations.title')}
      lead={t('organizations.lead')}
      actions={
        mayCreate && (
          <Button variant="filled" onClick={() => change({ do: 'new' })}>
            {t('organizations.create')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('organizations.caption')}
        name={{ header: t('field.name'), text: (one) => one.name, to: (one) => `/organizations/${one.id}` }}
        columns={[
          {
            key: 'description',
            header: t('field.description'),
            render: (one) => one.description ?? <Missing />,
          },
          {
            key: 'state',
            header: t('organizations.state'),
            render: (one) => t(one.is_active ? 'organizations.active' : 'organizations.inactive'),
          },
          {
            key: 'created',
            header: t('users.created'),
            nowrap: true,
            render: (one) => <Time value={one.created_at} />,
          },
        ]}
        rows={organizations.data?.items}
        rowKey={(one) => one.id}
        problem={organizations.error}
        retry={() => void organizations.refetch()}
        fetching={organizations.isFetching}
        empty={<Empty title={t('organizations.empty')} />}
      />
      <Pager page={organizations.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      {mayCreate && search.get('do') === 'new' && (
        <Sheet opened onClose={close} title={t('organizations.create')}>
          <OrganizationForm close={close} done={(answer) => navigate(`/organizations/${answer.data.id}`)} />
        </Sheet>
      )}
    </Page>
  );
}

export function OrganizationForm({
  organization,
  etag,
  close,
  done,
}: {
  organization?: Organization;
  etag?: string | null;
  close: () => void;
  done: (answer: Answer<Organization>) => void;
}) {
  const { t } = useTranslation();
  const command = useCommand<Organization>(['/organizations'], etag);
  const form = useFields(
    { name: organization?.name ?? '', description: organization?.description ?? '' },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      description: { label: t('field.description'), max: 2000 },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: organization ? 'PATCH' : 'POST',
      path: organization ? `/organizations/${organization.id}` : '/organizations',
      body: { name: form.values.name.trim(), description: orNull(form.values.description) },
    });
    if (answer) {
      done(answer);
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      existing={(id) => `/organizations/${id}`}
      submit={organization ? t('app.form.save') : t('organizations.submit')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <TextField form={form} name="name" label={t('field.name')} required focused />
      <AreaField form={form} name="description" label={t('field.description')} />
    </FormFrame>
  );
}
