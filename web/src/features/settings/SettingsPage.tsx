import '@/locales/admin';
import '@/locales/pages';
import { Checkbox, NativeSelect, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOrganizationName } from '@/api/me';
import type { Health } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { AppLink } from '@/components/AppLink';
import { TextField, useFields } from '@/components/form';
import { Card, Definitions, Page, Section } from '@/components/Page';
import { FormFrame } from '@/components/FormFrame';
import { Missing } from '@/components/Time';
import { zoneName } from '@/lib/format';
import { setPreference, usePreferences, type Preferences } from '@/lib/preferences';

const docs = '/docs';
const problems = '/problems';

export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const organizationName = useOrganizationName();
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: async ({ signal }) => (await (await fetch('/health', { signal })).json()) as Health,
  });
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} width="form">
      <Section title={t('settings.display')} id="display">
        <Card>
          <div style={{ display: 'grid', gap: 16, maxWidth: 360 }}>
            <NativeSelect
              label={t('settings.scheme')}
              value={colorScheme}
              onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
              data={[
                { value: 'auto', label: t('app.header.themeAuto') },
                { value: 'light', label: t('app.header.themeLight') },
                { value: 'dark', label: t('app.header.themeDark') },
              ]}
            />
            <NativeSelect
              label={t('settings.zone')}
              value={preferences.zone}
              onChange={(event) => setPreference('zone', event.currentTarget.value as Preferences['zone'])}
              data={[
                { value: 'local', label: t('app.header.zoneLocal', { name: zoneName('local') }) },
                { value: 'utc', label: t('app.header.zoneUtc') },
              ]}
            />
            <NativeSelect
              label={t('settings.density')}
              value={preferences.density}
              onChange={(event) =>
                setPreference('density', event.currentTarget.value as Preferences['density'])
              }
              data={[
                { value: 'comfortable', label: t('settings.comfortable') },
                { value: 'compact', label: t('settings.compact') },
              ]}
            />
            <Checkbox
              label={t('settings.singleKeys')}
              description={t('settings.singleKeysHint')}
              checked={preferences.singleKeys}
              onChange={(event) => setPreference('singleKeys', event.currentTarget.checked)}
            />
          </div>
        </Card>
      </Section>
      <Section title={t('settings.account')} id="account">
        <Card>
          <Definitions
            rows={[
              { key: 'name', term: t('users.username'), value: me.username },
              { key: 'email', term: t('field.email'), value: me.email ?? <Missing /> },
              { key: 'role', term: t('users.role'), value: t(`role.${me.role}`) },
              {
                key: 'organization',
                term: t('users.organization'),
                value: me.platform
                  ? t('users.platform')
                  : (organizationName(me.organization_id) ?? <Missing />),
              },
              {
                key: 'permissions',
                term: t('settings.permissions'),
                value: (
                  <ul>
                    {me.permissions.map((one) => (
                      <li key={one}>{t(`permission.${one}`)}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('settings.password')} id="password">
        <Card>
          <ChangePassword />
        </Card>
      </Section>
      <Section title={t('settings.about')} id="about">
        <Card>
          <Definitions
            rows={[
              { key: 'version', term: t('settings.version'), value: health.data?.version ?? '…' },
              {
                key: 'health',
                term: t('settings.health'),
                value: health.data
                  ? t(health.data.status === 'ok' ? 'settings.healthOk' : 'settings.healthDegraded')
                  : '…',
              },
              { key: 'api', term: t('settings.api'), value: <a href={docs}>{docs}</a> },
              { key: 'problems', term: t('settings.problems'), value: <a href={problems}>{problems}</a> },
              { key: 'licence', term: t('settings.licence'), value: t('settings.licenceText') },
              {
                key: 'accessibility',
                term: t('settings.accessibility'),
                value: <AppLink to="/accessibility">{t('settings.accessibility')}</AppLink>,
              },
            ]}
          />
        </Card>
      </Section>
    </Page>
  );
}

function ChangePassword() {
  const { t } = useTranslation();
  const me = useMe();
  const command = useCommand<void>([]);
  const [changed, setChanged] = useState(false);
  const form = useFields(
    { current_password: '', password: '' },
    {
      current_password: { label: t('users.currentPassword'), required: true, max: 128 },
      password: { label: t('users.newPassword'), required: true, max: 128 },
    },
    command.problem,
  );
  async function submit() {
    setChanged(false);
    if (!form.check()) {
      return;
    }
    const answer = await command.run({ method: 'POST', path: `/users/${me.id}/password`, body: form.values });
    if (answer) {
      form.set('current_password', '');
      form.set('password', '');
      setChanged(true);
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('settings.changePassword')}
      onSubmit={() => void submit()}
    >
      <TextField
        form={form}
        name="current_password"
        label={t('users.currentPassword')}
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        form={form}
        name="password"
        label={t('users.newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('users.passwordHint')}
        required
      />
      {changed && <p role="status">{t('settings.passwordChanged')}</p>}
    </FormFrame>
  );
}
