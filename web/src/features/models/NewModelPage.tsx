import '@/locales/models';
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import {
  environments,
  riskLevels,
  type Environment,
  type Model,
  type NewModel,
  type RiskLevel,
} from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { useAppNavigate } from '@/components/AppLink';
import { AreaField, ChoiceField, FieldRow, orNull, TextField, useFields } from '@/components/form';
import formClasses from '@/components/form.module.css';
import { Card, Page } from '@/components/Page';
import { RiskBadge } from '@/components/RiskBadge';
import { DataFields, OrganizationField } from '@/components/fields';
import { FormFrame } from '@/components/FormFrame';
import { useScope } from '@/lib/scope';
import { touched } from './data';
import { questions, suggest, type Answers } from './riskHelper';

export function NewModelPage() {
  const { t } = useTranslation();
  const me = useMe();
  const scope = useScope();
  const navigate = useAppNavigate();
  const command = useCommand<Model>(touched);
  const form = useFields(
    {
      name: '',
      owner: me.username,
      intended_purpose: '',
      environment: (scope.env ?? 'dev') as string,
      risk_level: 'unclassified' as string,
      description: '',
      domain: '',
      sector: '',
      potential_harm: '',
      data_sources: '',
      oversight_plan: '',
      jurisdiction: 'US',
      data_sensitivity: 'internal' as string,
      data_classification: 'internal' as string,
      organization_id: scope.org === null ? '' : String(scope.org),
    },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      owner: { label: t('field.owner'), required: true, max: 255 },
      intended_purpose: { label: t('field.intended_purpose'), required: true, max: 2000 },
      environment: { label: t('field.environment') },
      risk_level: { label: t('field.risk_level') },
      description: { label: t('field.description'), max: 2000 },
      domain: { label: t('field.domain'), max: 100 },
      sector: { label: t('field.sector'), max: 100 },
      potential_harm: { label: t('field.potential_harm'), max: 2000 },
      data_sources: { label: t('field.data_sources'), max: 2000 },
      oversight_plan: { label: t('field.oversight_plan'), max: 2000 },
      jurisdiction: { label: t('field.jurisdiction'), max: 50 },
      organization_id: { label: t('field.organization_id') },
    },
    command.problem,
    'new-model',
  );

  async function submit() {
    if (!form.check()) {
      return;
    }
    const { values } = form;
    const body: NewModel = {
      name: values.name.trim(),
      owner: values.owner.trim(),
      intended_purpose: orNull(values.intended_purpose),
      environment: values.environment as Environment,
      risk_level: values.risk_level as RiskLevel,
      description: orNull(values.description),
      domain: orNull(values.domain),
      sector: orNull(values.sector),
      potential_harm: orNull(values.potential_harm),
      data_sources: orNull(values.data_sources),
      oversight_plan: orNull(values.oversight_plan),
      jurisdiction: orNull(values.jurisdiction),
      data_sensitivity: values.data_sensitivity as NewModel['data_sensitivity'],
      data_classification: values.data_classification as NewModel['data_classification'],
      ...(values.organization_id ? { organization_id: Number(values.organization_id) } : {}),
    };
    const answer = await command.run({ method: 'POST', path: '/models', body });
    if (answer) {
      form.done();
      navigate(`/models/${answer.data.id}`);
    }
  }

  return (
    <Page title={t('models.new.title')} lead={t('models.new.lead')} width="form">
      {form.restored && (
        <p role="status">
          {t('app.form.draftRestored')}{' '}
          <Button size="compact-sm" onClick={form.discard}>
            {t('app.form.discardDraft')}
          </Button>
        </p>
      )}
      <FormFrame
        form={form}
        command={command}
        existing={(id) => `/models/${id}`}
        submit={t('models.new.submit')}
        onSubmit={() => void submit()}
        onCancel={() => navigate('/models')}
      >
        <TextField form={form} name="name" label={t('field.name')} hint={t('models.new.nameHint')} required />
        <TextField form={form} name="owner" label={t('field.owner')} required />
        <AreaField
          form={form}
          name="intended_purpose"
          label={t('field.intended_purpose')}
          hint={t('models.new.purposeHint')}
          required
        />
        <FieldRow>
          <ChoiceField
            form={form}
            name="environment"
            label={t('field.environment')}
            hint={t('models.new.environmentHint')}
            options={environments.map((one) => ({ value: one, label: t(`environment.${one}`) }))}
          />
          <ChoiceField
            form={form}
            name="risk_level"
            label={t('models.new.risk')}
            hint={t('models.new.riskHint')}
            options={riskLevels.map((one) => ({ value: one, label: t(`risk.${one}`) }))}
          />
          {me.platform && <OrganizationField form={form} />}
        </FieldRow>
        <RiskHelper use={(level) => form.set('risk_level', level)} />
        <details>
          <summary style={{ cursor: 'pointer', padding: '8px 0', fontWeight: 600 }}>
            {t('models.new.more')}
          </summary>
          <div className={formClasses.form}>
            <AreaField form={form} name="description" label={t('field.description')} />
            <FieldRow>
              <TextField form={form} name="domain" label={t('field.domain')} />
              <TextField form={form} name="sector" label={t('field.sector')} />
              <TextField form={form} name="jurisdiction" label={t('field.jurisdiction')} />
              <DataFields form={form} />
            </FieldRow>
            <AreaField form={form} name="potential_harm" label={t('field.potential_harm')} />
            <AreaField form={form} name="data_sources" label={t('field.data_sources')} />
            <AreaField form={form} name="oversight_plan" label={t('field.oversight_plan')} />
          </div>
        </details>
      </FormFrame>
    </Page>
  );
}

/** Five questions that suggest a class and say why; the person decides. */
function RiskHelper({ use }: { use: (level: RiskLevel) => void }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Answers>({});
  const suggestion = suggest(answers);
  return (
    <details>
      <summary style={{ cursor: 'pointer', padding: '8px 0', fontWeight: 600 }}>
        {t('models.new.helper.title')}
      </summary>
      <Card>
        <div className={formClasses.form}>
          <p className="dimmed">{t('models.new.helper.lead')}</p>
          {questions.map((question) => (
            <Radio.Group
              key={question}
              label={t(`models.new.helper.q.${question}`)}
              value={answers[question] === undefined ? null : answers[question] ? 'yes' : 'no'}
              onChange={(value) => setAnswers((before) => ({ ...before, [question]: value === 'yes' }))}
            >
              <div style={{ display: 'flex', gap: 24, paddingTop: 8 }}>
                <Radio value="yes" label={t('models.new.helper.yes')} />
                <Radio value="no" label={t('models.new.helper.no')} />
              </div>
            </Radio.Group>
          ))}
          <div role="status" style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
            {suggestion ? (
              <>
                {t('models.new.helper.suggests')} <RiskBadge level={suggestion.level} />
                <span>
                  {t('models.new.helper.because', {
                    reason: t(`models.new.helper.reason.${suggestion.reason}`),
                  })}
                </span>
                <Button size="xs" onClick={() => use(suggestion.level)}>
                  {t('models.new.helper.use')}
                </Button>
              </>
            ) : (
              <span className="dimmed">{t('models.new.helper.pending')}</span>
            )}
          </div>
        </div>
      </Card>
    </details>
  );
}
