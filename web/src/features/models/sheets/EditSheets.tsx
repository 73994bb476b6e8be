import '@/locales/models';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { riskLevels, type Model, type ModelPatch, type RiskProfilePatch } from '@/api/types';
import { call } from '@/api/client';
import { useCommand } from '@/api/useCommand';
import {
  AreaField,
  ChoiceField,
  FieldRow,
  orNull,
  TextField,
  useFields,
  type Rules,
} from '@/components/form';
import { DataFields } from '@/components/fields';
import { FormFrame } from '@/components/FormFrame';
import { touched } from '../data';
import { outcome, type SheetProps } from './common';
import { StaleDiff, type Conflict } from './StaleDiff';

type Values = Record<string, string>;

/**
 * Edits fields of a model against the version that they were read from. If somebody was faster, the three states are laid side by side,
 * and nothing is overwritten unseen.
 */
function useEdit(
  { model, etag, onDone }: SheetProps,
  path: string,
  initial: Values,
  rules: Rules<Values>,
  nullable: string[],
  doneText: string,
) {
  const command = useCommand<Model>(touched);
  const form = useFields<Values>(initial, rules, command.problem);
  const base = useRef({ values: initial, etag });
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const send = async (values: Values, from: Values, match: string | null) => {
    const body: Record<string, string | null> = {};
    for (const [field, value] of Object.entries(values)) {
      if (value !== from[field]) {
        body[field] = nullable.includes(field) ? orNull(value) : value.trim();
      }
    }
    const answer = await command.run({
      method: 'PATCH',
      path,
      body: body satisfies ModelPatch | RiskProfilePatch as object,
      ifMatch: match,
    });
    if (answer) {
      onDone(doneText, outcome(answer));
      return;
    }
  };

  const submit = async () => {
    if (form.check()) {
      await send(form.values, base.current.values, base.current.etag);
    }
  };

  const compare = async () => {
    const now = await call<Model>('GET', `/models/${model.id}`);
    const theirs: Values = {};
    for (const field of Object.keys(initial)) {
      theirs[field] = String((now.data as unknown as Record<string, unknown>)[field] ?? '');
    }
    setConflict({ base: base.current.values, theirs, yours: form.values, etag: now.etag });
  };

  const settle = async (values: Values) => {
    if (conflict) {
      base.current = { values: conflict.theirs, etag: conflict.etag };
      Object.entries(values).forEach(([field, value]) => form.set(field, value));
      setConflict(null);
      command.reset();
      await send(values, conflict.theirs, conflict.etag);
    }
  };
  return { command, form, submit, conflict, compare, settle };
}

/** The form of an edit; or, if somebody was faster, the three states side by side. */
function EditFrame({
  edit,
  existing,
  onClose,
  children,
}: {
  edit: ReturnType<typeof useEdit>;
  existing?: (id: number) => string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { form, command } = edit;
  if (command.problem?.kind === 'stale-version') {
    return (
      <StaleDiff
        conflict={edit.conflict}
        load={edit.compare}
        settle={edit.settle}
        pending={command.pending}
      />
    );
  }
  return (
    <FormFrame
      form={form}
      command={command}
      existing={existing}
      submit={t('app.form.save')}
      onSubmit={() => void edit.submit()}
      onCancel={onClose}
    >
      {children}
    </FormFrame>
  );
}

export function EditFacts(props: SheetProps) {
  const { t } = useTranslation();
  const { model, onClose } = props;
  const edit = useEdit(
    props,
    `/models/${model.id}`,
    {
      name: model.name,
      owner: model.owner,
      description: model.description ?? '',
      data_sensitivity: model.data_sensitivity,
      data_classification: model.data_classification,
      jurisdiction: model.jurisdiction ?? '',
      sector: model.sector ?? '',
    },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      owner: { label: t('field.owner'), required: true, max: 255 },
      description: { label: t('field.description'), max: 2000 },
      data_sensitivity: { label: t('field.data_sensitivity') },
      data_classification: { label: t('field.data_classification') },
      jurisdiction: { label: t('field.jurisdiction'), max: 50 },
      sector: { label: t('field.sector'), max: 100 },
    },
    ['description', 'jurisdiction', 'sector'],
    t('models.sheet.edit.done'),
  );
  const { form } = edit;
  return (
    <EditFrame edit={edit} onClose={onClose} existing={(id) => `/models/${id}`}>
      <TextField form={form} name="name" label={t('field.name')} required focused />
      <TextField form={form} name="owner" label={t('field.owner')} required />
      <AreaField form={form} name="description" label={t('field.description')} />
      <FieldRow>
        <DataFields form={form} />
        <TextField form={form} name="jurisdiction" label={t('field.jurisdiction')} />
        <TextField form={form} name="sector" label={t('field.sector')} />
      </FieldRow>
    </EditFrame>
  );
}

export function EditRisk(props: SheetProps) {
  const { t } = useTranslation();
  const { model, onClose } = props;
  const edit = useEdit(
    props,
    `/models/${model.id}/risk-profile`,
    {
      risk_level: model.risk_level,
      intended_purpose: model.intended_purpose ?? '',
      domain: model.domain ?? '',
      potential_harm: model.potential_harm ?? '',
      data_sources: model.data_sources ?? '',
      oversight_plan: model.oversight_plan ?? '',
    },
    {
      risk_level: { label: t('field.risk_level') },
      intended_purpose: { label: t('field.intended_purpose'), max: 2000 },
      domain: { label: t('field.domain'), max: 100 },
      potential_harm: { label: t('field.potential_harm'), max: 2000 },
      data_sources: { label: t('field.data_sources'), max: 2000 },
      oversight_plan: { label: t('field.oversight_plan'), max: 2000 },
    },
    ['intended_purpose', 'domain', 'potential_harm', 'data_sources', 'oversight_plan'],
    t('models.sheet.risk.done'),
  );
  const { form } = edit;
  const rises =
    model.compliance_status === 'approved' &&
    riskLevels.indexOf(form.values.risk_level as Model['risk_level']) > riskLevels.indexOf(model.risk_level);
  return (
    <EditFrame edit={edit} onClose={onClose}>
      <ChoiceField
        form={form}
        name="risk_level"
        label={t('field.risk_level')}
        hint={t(`riskHint.${form.values.risk_level as Model['risk_level']}`)}
        options={riskLevels.map((one) => ({ value: one, label: t(`risk.${one}`) }))}
      />
      {rises && <p role="status">{t('models.sheet.risk.rise')}</p>}
      <AreaField form={form} name="intended_purpose" label={t('field.intended_purpose')} />
      <TextField form={form} name="domain" label={t('field.domain')} />
      <AreaField form={form} name="potential_harm" label={t('field.potential_harm')} />
      <AreaField form={form} name="data_sources" label={t('field.data_sources')} />
      <AreaField form={form} name="oversight_plan" label={t('field.oversight_plan')} />
    </EditFrame>
  );
}
