import '@/locales/admin';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOrganizationName } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import { roles, type Permission, type Role, type User } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import chart from '@/components/charts/chart.module.css';
import { DataTable, Pager } from '@/components/DataTable';
import { ChoiceField, TextField, useFields } from '@/components/form';
import { Empty, Page, Section } from '@/components/Page';
import { OrganizationField } from '@/components/fields';
import { FormFrame } from '@/components/FormFrame';
import { Reading } from '@/components/Reading';
import { Sheet } from '@/components/Sheet';
import { Missing, Time } from '@/components/Time';
import { VerdictGlyph } from '@/components/VerdictMark';
import { useScope } from '@/lib/scope';
import { useUrlState } from '@/lib/useUrlState';

/** What each role allows; the hub decides, this only says it. */
const grants: Record<Permission, Role[]> = {
  read: ['admin', 'compliance_officer', 'model_owner', 'auditor'],
  'tokens:own': ['admin', 'compliance_officer', 'model_owner', 'auditor'],
  'registry:write': ['admin', 'compliance_officer', 'model_owner'],
  'models:submit': ['admin', 'compliance_officer', 'model_owner'],
  'models:decide': ['admin', 'compliance_officer'],
  'policies:write': ['admin', 'compliance_officer'],
  'organization:admin': ['admin'],
};

export function UsersPage() {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const organizationName = useOrganizationName();
  const { search, change } = useUrlState();
  const users = usePage<User>('/users', {
    organization_id: me.platform ? scope.org : null,
    limit: 100,
    cursor: search.get('cursor'),
  });
  const close = () => change({ do: null, user: null }, { replace: true });
  const edited = users.data?.items.find((one) => String(one.id) === search.get('user'));
  return (
    <Page
      title={t('users.title')}
      lead={t('users.lead')}
      actions={
        <Button variant="filled" onClick={() => change({ do: 'new' })}>
          {t('users.create')}
        </Button>
      }
    >
      <DataTable
        caption={t('users.caption')}
        name={{
          header: t('users.username'),
          text: (one) => one.username,
          open: (one) => change({ user: String(one.id) }, { keepPlace: true }),
          detail: (one) => (one.id === me.id ? t('users.you') : one.email),
        }}
        columns={[
          {
            key: 'role',
            header: t('users.role'),
            render: (one) =>
              one.platform ? `${t(`role.${one.role}`)} · ${t('users.platform')}` : t(`role.${one.role}`),
          },
          {
            key: 'organization',
            header: t('users.organization'),
            // Platform staff belong to none of them.
            render: (one) =>
              organizationName(one.organization_id) ?? (one.organization_id === null ? '–' : <Missing />),
          },
          {
            key: 'state',
            header: t('users.state'),
            render: (one) => t(one.is_active ? 'users.active' : 'users.disabled'),
          },
          {
            key: 'created',
            header: t('users.created'),
            nowrap: true,
            render: (one) => <Time value={one.created_at} />,
          },
        ]}
        rows={users.data?.items}
        rowKey={(one) => one.id}
        problem={users.error}
        retry={() => void users.refetch()}
        fetching={users.isFetching}
        empty={<Empty title={t('users.empty')} />}
      />
      <Pager page={users.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      <Section title={t('users.matrix')} id="roles">
        <div className={chart.scroll} role="group" aria-label={t('users.matrix')} tabIndex={0}>
          <table className={chart.table}>
            <thead>
              <tr>
                <th scope="col">{t('users.permission')}</th>
                {roles.map((role) => (
                  <th key={role} scope="col">
                    {t(`role.${role}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(Object.keys(grants) as Permission[]).map((permission) => (
                <tr key={permission}>
                  <th scope="row">{t(`permission.${permission}`)}</th>
                  {roles.map((role) => (
                    <td key={role}>
                      {grants[permission].includes(role) ? (
                        <>
                          <VerdictGlyph verdict="pass" size={14} />
                          <span className="small"> {t('app.value.yes')}</span>
                        </>
                      ) : (
                        <span className="small dimmed">{t('app.value.no')}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      {search.get('do') === 'new' && (
        <Sheet opened onClose={close} title={t('users.create')}>
          <CreateUser close={close} />
        </Sheet>
      )}
      {edited && (
        <Sheet opened onClose={close} title={t('users.edit', { name: edited.username })}>
          <EditUser id={edited.id} close={close} />
        </Sheet>
      )}
    </Page>
  );
}

function CreateUser({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const command = useCommand<User>(['/users']);
  const [platform, setPlatform] = useState(false);
  const form = useFields(
    {
      username: '',
      email: '',
      password: '',
      role: 'model_owner',
      organization_id: scope.org === null ? '' : String(scope.org),
    },
    {
      username: { label: t('users.username'), required: true, max: 64 },
      email: { label: t('field.email'), required: true, max: 254 },
      password: { label: t('users.password'), required: true, max: 128 },
      role: { label: t('users.role') },
      organization_id: { label: t('users.organization'), required: me.platform && !platform },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const { values } = form;
    const answer = await command.run({
      method: 'POST',
      path: '/users',
      body: {
        username: values.username.trim(),
        email: values.email.trim(),
        password: values.password,
        role: values.role,
        ...(platform ? { platform: true } : {}),
        ...(!platform && values.organization_id ? { organization_id: Number(values.organization_id) } : {}),
      },
    });
    if (answer) {
      close();
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('users.submit')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <TextField
        form={form}
        name="username"
        label={t('users.username')}
        hint={t('users.usernameHint')}
        required
        focused
      />
      <TextField form={form} name="email" label={t('field.email')} type="email" required />
      <TextField
        form={form}
        name="password"
        label={t('users.password')}
        hint={t('users.passwordHint')}
        type="password"
        autoComplete="new-password"
        required
      />
      <ChoiceField
        form={form}
        name="role"
        label={t('users.role')}
        options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      {me.platform && me.role === 'admin' && (
        <Checkbox
          label={t('users.platform')}
          description={t('users.platformHint')}
          checked={platform}
          onChange={(event) => setPlatform(event.currentTarget.checked)}
        />
      )}
      {me.platform && !platform && <OrganizationField form={form} label={t('users.organization')} required />}
    </FormFrame>
  );
}

/** Reads the account anew: a change is made from the version that is shown. */
function EditUser({ id, close }: { id: number; close: () => void }) {
  const user = useResource<User>(`/users/${id}`, {}, { staleTime: 0 });
  return (
    <Reading query={{ ...user, data: user.isFetchedAfterMount ? user.data : undefined }} rows={4}>
      {({ data, etag }) => <EditUserForm user={data} etag={etag} close={close} />}
    </Reading>
  );
}

function EditUserForm({ user, etag, close }: { user: User; etag: string | null; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const change = useCommand<User>(['/users']);
  // A new password is a new version as well.
  const [version, setVersion] = useState(etag);
  const password = useCommand<void>([]);
  const [isSet, setIsSet] = useState(false);
  const movable = me.platform && !user.platform;
  const form = useFields(
    { role: user.role as string, organization_id: String(user.organization_id ?? '') },
    {
      role: { label: t('users.role') },
      organization_id: { label: t('users.organization'), required: movable },
    },
    change.problem,
  );
  const secret = useFields(
    { password: '' },
    { password: { label: t('users.newPassword'), required: true, max: 128 } },
    password.problem,
  );
  const self = user.id === me.id;
  async function saveFields() {
    if (form.check()) {
      const { role, organization_id } = form.values;
      await save({ role, ...(movable ? { organization_id: Number(organization_id) } : {}) });
    }
  }
  async function save(body: object) {
    if (await change.run({ method: 'PATCH', path: `/users/${user.id}`, body, ifMatch: version })) {
      close();
    }
  }
  async function setPassword() {
    setIsSet(false);
    if (secret.check()) {
      const answer = await password.run({
        method: 'POST',
        path: `/users/${user.id}/password`,
        body: { password: secret.values.password },
        ifMatch: version,
      });
      if (answer) {
        setVersion(answer.etag);
        secret.set('password', '');
        setIsSet(true);
      }
    }
  }
  return (
    <div style={{ display: 'grid', gap: 32 }}>
      <FormFrame
        form={form}
        command={change}
        submit={t('app.form.save')}
        onSubmit={() => void saveFields()}
        onCancel={close}
      >
        <ChoiceField
          form={form}
          name="role"
          label={t('users.role')}
          options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        />
        {movable && (
          <OrganizationField
            form={form}
            label={t('users.organization')}
            hint={t('users.organizationHint')}
            required
          />
        )}
      </FormFrame>
      {!self && (
        <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
          <p className="dimmed">{t('users.disableText')}</p>
          <Button onClick={() => void save({ is_active: !user.is_active })} loading={change.pending}>
            {t(user.is_active ? 'users.disable' : 'users.enable')}
          </Button>
        </div>
      )}
      {!self && (
        <FormFrame
          form={secret}
          command={password}
          submit={t('users.setPassword')}
          onSubmit={() => void setPassword()}
        >
          <TextField
            form={secret}
            name="password"
            label={t('users.newPassword')}
            hint={t('users.passwordHint')}
            type="password"
            autoComplete="new-password"
            required
          />
          {isSet && <p role="status">{t('users.passwordSet')}</p>}
        </FormFrame>
      )}
    </div>
  );
}
