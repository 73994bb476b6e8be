import '@/locales/governance';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { conditionTypes, environments, policyModes, policyScopes, type Policy } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { useAppNavigate } from '@/components/AppLink';
import { AreaField, ChoiceField, FieldRow, orNull, TextField, useFields } from '@/components/form';
import { Page } from '@/components/Page';
import { OrganizationField } from '@/components/fields';
import { FormFrame } from '@/components/FormFrame';
import { useScope } from '@/lib/scope';

const scopeLabels = {
  global: 'policies.new.scopeGlobal',
  organization: 'policies.new.scopeOrganization',
  environment: 'policies.new.scopeEnvironment',
} as const;

export function NewPolicyPage() {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const navigate = useAppNavigate();
  const command = useCommand<Policy>(['/policies', '/models']);
  const mayGlobal = me.platform && me.role === 'admin';
  const form = useFields(
    {
      name: '',
      description: '',
      condition_type: conditionTypes[0] as string,
      scope: mayGlobal && scope.org === null ? 'global' : 'organization',
      mode: 'enforce' as string,
      environment: (scope.env ?? '') as string,
      organization_id: scope.org === null ? '' : String(scope.org),
    },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      description: { label: t('field.description'), max: 2000 },
      condition_type: { label: t('policies.new.condition') },
      scope: { label: t('policies.new.scope') },
      mode: { label: t('policies.new.mode') },
      environment: { label: t('policies.new.environment') },
      organization_id: { label: t('field.organization_id') },
    },
    command.problem,
    'new-policy',
  );
  const { values } = form;

  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: '/policies',
      body: {
        name: values.name.trim(),
        description: orNull(values.description),
        condition_type: values.condition_type,
        scope: values.scope,
        mode: values.mode,
        ...(values.scope === 'environment' && values.environment ? { environment: values.environment } : {}),
        ...(values.scope !== 'global' && values.organization_id
          ? { organization_id: Number(values.organization_id) }
          : {}),
      },
    });
    if (answer) {
      form.done();
      navigate(`/policies/${answer.data.id}`);
    }
  }

  return (
    <Page title={t('policies.new.title')} lead={t('policies.new.lead')} width="form">
      <FormFrame
        form={form}
        command={command}
        existing={(id) => `/policies/${id}`}
        submit={t('policies.new.submit')}
        onSubmit={() => void submit()}
        onCancel={() => navigate('/policies')}
      >
        <TextField
          form={form}
          name="name"
          label={t('field.name')}
          hint={t('policies.new.nameHint')}
          required
        />
        <Radio.Group
          label={t('policies.new.condition')}
          value={values.condition_type}
          onChange={(value) => form.set('condition_type', value)}
        >
          <div style={{ display: 'grid', gap: 12, paddingTop: 8 }}>
            {conditionTypes.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`condition.${one}`)}
                description={t(`conditionHint.${one}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('policies.new.mode')}
          value={values.mode}
          onChange={(value) => form.set('mode', value)}
        >
          <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>
            {policyModes.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(one === 'enforce' ? 'policies.new.modeEnforce' : 'policies.new.modeWarn')}
              />
            ))}
          </div>
        </Radio.Group>
        <FieldRow>
          <ChoiceField
            form={form}
            name="scope"
            label={t('policies.new.scope')}
            options={policyScopes
              .filter((one) => one !== 'global' || mayGlobal)
              .map((one) => ({ value: one, label: t(scopeLabels[one]) }))}
          />
          {values.scope !== 'global' && me.platform && <OrganizationField form={form} />}
          {values.scope === 'environment' && (
            <ChoiceField
              form={form}
              name="environment"
              label={t('policies.new.environment')}
              options={[
                { value: '', label: t('policies.new.everyEnvironment') },
                ...environments.map((one) => ({ value: one, label: t(`environment.${one}`) })),
              ]}
            />
          )}
        </FieldRow>
        <AreaField form={form} name="description" label={t('field.description')} />
      </FormFrame>
    </Page>
  );
}
