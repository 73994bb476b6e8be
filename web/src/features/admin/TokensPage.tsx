import '@/locales/admin';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useUserName } from '@/api/me';
import { usePage } from '@/api/queries';
import { roles, type ApiToken, type NewApiToken } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { CopyText } from '@/components/CopyText';
import { DataTable, Pager } from '@/components/DataTable';
import { ChoiceField, TextField, useFields } from '@/components/form';
import { Empty, Page } from '@/components/Page';
import { FormFrame } from '@/components/FormFrame';
import { Dialog, Sheet } from '@/components/Sheet';
import { Time } from '@/components/Time';
import { dayOf } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';

export function TokensPage() {
  const { t } = useTranslation();
  const me = useMe();
  const userName = useUserName();
  const { search, change } = useUrlState();
  const tokens = usePage<ApiToken>('/tokens', { limit: 100, cursor: search.get('cursor') });
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => change({ do: null, token: null }, { replace: true });
  const revoked = tokens.data?.items.find((one) => String(one.id) === search.get('token'));
  return (
    <Page
      title={t('tokens.title')}
      lead={t('tokens.lead')}
      actions={
        <Button variant="filled" onClick={() => change({ do: 'new' })}>
          {t('tokens.create')}
        </Button>
      }
    >
      <DataTable
        caption={t('tokens.caption')}
        name={{ header: t('tokens.name'), text: (one) => one.name }}
        columns={[
          { key: 'role', header: t('tokens.role'), render: (one) => t(`role.${one.role}`) },
          {
            key: 'creator',
            header: t('tokens.creator'),
            render: (one) =>
              one.user_id === me.id
                ? me.username
                : (userName(one.user_id) ?? t('app.value.unknownUser', { id: one.user_id })),
          },
          {
            key: 'expires',
            header: t('tokens.expires'),
            nowrap: true,
            render: (one) => (
              <>
                <Time value={one.expires_at} />
                {hasExpired(one) && <span className="dimmed"> ({t('tokens.expired')})</span>}
              </>
            ),
          },
          {
            key: 'created',
            header: t('tokens.created'),
            nowrap: true,
            render: (one) => <Time value={one.created_at} />,
          },
          {
            key: 'revoke',
            header: t('tokens.revoke'),
            render: (one) =>
              !hasExpired(one) && (
                <Button
                  size="xs"
                  onClick={() => change({ token: String(one.id) }, { keepPlace: true })}
                  aria-label={t('tokens.revokeTitle', { name: one.name })}
                >
                  {t('tokens.revoke')}
                </Button>
              ),
          },
        ]}
        rows={tokens.data?.items}
        rowKey={(one) => one.id}
        problem={tokens.error}
        retry={() => void tokens.refetch()}
        fetching={tokens.isFetching}
        empty={
          <Empty title={t('tokens.empty')}>
            <p>{t('tokens.emptyText')}</p>
          </Empty>
        }
      />
      <Pager page={tokens.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      {search.get('do') === 'new' && (
        <Sheet opened onClose={close} title={t('tokens.create')}>
          <CreateToken
            close={close}
            done={(token) => {
              close();
              setSecret(token);
            }}
          />
        </Sheet>
      )}
      {revoked && (
        <Sheet opened onClose={close} title={t('tokens.revokeTitle', { name: revoked.name })}>
          <RevokeToken token={revoked} close={close} />
        </Sheet>
      )}
      {secret !== null && (
        <Dialog title={t('tokens.secretTitle')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <p>{t('tokens.secretText')}</p>
            <CopyText text={secret} label={t('tokens.secretTitle')} />
            <div>
              <Button variant="filled" onClick={() => setSecret(null)} data-autofocus>
                {t('tokens.secretDone')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </Page>
  );
}

const day = 86_400_000;

function CreateToken({ close, done }: { close: () => void; done: (token: string) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const command = useCommand<NewApiToken>(['/tokens']);
  const form = useFields(
    {
      name: '',
      role: me.role as string,
      expires_at: dayOf(new Date(Date.now() + 90 * day).toISOString(), 'utc'),
    },
    {
      name: { label: t('tokens.name'), required: true, max: 255 },
      role: { label: t('tokens.role') },
      expires_at: { label: t('tokens.expires'), required: true },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: '/tokens',
      body: {
        name: form.values.name.trim(),
        role: form.values.role,
        expires_at: `${form.values.expires_at}T00:00:00Z`,
      },
    });
    if (answer) {
      done(answer.data.token);
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('tokens.submit')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <TextField
        form={form}
        name="name"
        label={t('tokens.name')}
        hint={t('tokens.nameHint')}
        required
        focused
      />
      <ChoiceField
        form={form}
        name="role"
        label={t('tokens.role')}
        options={roles.slice(roles.indexOf(me.role)).map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      <TextField
        form={form}
        name="expires_at"
        label={t('tokens.expires')}
        hint={t('tokens.expiresHint')}
        type="date"
        required
      />
    </FormFrame>
  );
}

function hasExpired(token: ApiToken): boolean {
  return new Date(token.expires_at) <= new Date();
}

function RevokeToken({ token, close }: { token: ApiToken; close: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<void>(['/tokens']);
  async function submit() {
    if (await command.run({ method: 'DELETE', path: `/tokens/${token.id}` })) {
      close();
    }
  }
  return (
    <FormFrame command={command} submit={t('tokens.revoke')} onSubmit={() => void submit()} onCancel={close}>
      <p>{t('tokens.revokeText')}</p>
    </FormFrame>
  );
}
