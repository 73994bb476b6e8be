import '@/locales/models';
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '@/api/queries';
import {
  datasetTypes,
  dependencyTypes,
  type Dataset,
  type DatasetLink,
  type Dependency,
  type Metric,
  type Model,
  type Version,
} from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { AppLink } from '@/components/AppLink';
import { AreaField, ChoiceField, FieldRow, orNull, TextField, useFields } from '@/components/form';
import { FormFrame } from '@/components/FormFrame';
import { Reading } from '@/components/Reading';
import { useDebounced } from '@/lib/useDebounced';
import { touched, useVersions } from '../data';
import { outcome, type SheetProps } from './common';

export function RegisterVersion({ model, onClose, onDone }: SheetProps) {
  const { t } = useTranslation();
  const command = useCommand<Version>(touched);
  const form = useFields(
    { version_tag: '', s3_path: '', artifact_digest: '' },
    {
      version_tag: { label: t('models.sheet.version.tag'), required: true, max: 50 },
      s3_path: { label: t('models.sheet.version.path'), max: 500 },
      artifact_digest: { label: t('models.sheet.version.digest') },
    },
    command.problem,
    `version-${model.id}`,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: '/versions',
      body: {
        model_id: model.id,
        version_tag: form.values.version_tag.trim(),
        s3_path: orNull(form.values.s3_path),
        artifact_digest: orNull(form.values.artifact_digest.trim()),
      },
    });
    if (answer) {
      form.done();
      onDone(t('models.sheet.version.done'), outcome(answer));
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.version.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <TextField
        form={form}
        name="version_tag"
        label={t('models.sheet.version.tag')}
        hint={t('models.sheet.version.tagHint')}
        required
        focused
      />
      <TextField form={form} name="s3_path" label={t('models.sheet.version.path')} />
      <TextField
        form={form}
        name="artifact_digest"
        label={t('models.sheet.version.digest')}
        hint={t('models.sheet.version.digestHint')}
      />
    </FormFrame>
  );
}

export function RecordMetric(props: SheetProps) {
  const { t } = useTranslation();
  const versions = useVersions(props.model.id);
  return (
    <Reading query={versions} rows={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p>
            {t('models.sheet.metric.noVersion')}{' '}
            <AppLink to={`/models/${props.model.id}?do=register_version`}>
              {t('action.register_version')}
            </AppLink>
          </p>
        ) : (
          <MetricForm {...props} versions={[...items].reverse()} />
        )
      }
    </Reading>
  );
}

function MetricForm({ onClose, onDone, versions }: SheetProps & { versions: Version[] }) {
  const { t } = useTranslation();
  const command = useCommand<Metric>(touched);
  const form = useFields(
    { version_id: String(versions[0]!.id), metric_name: '', value: '' },
    {
      version_id: { label: t('models.sheet.metric.version') },
      metric_name: { label: t('models.sheet.metric.metricName'), required: true, max: 100 },
      value: { label: t('models.sheet.metric.value'), required: true, number: true },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: '/metrics',
      body: {
        version_id: Number(form.values.version_id),
        metric_name: form.values.metric_name.trim(),
        value: Number(form.values.value),
      },
    });
    if (answer) {
      onDone(t('models.sheet.metric.done'), outcome(answer));
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.metric.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <ChoiceField
        form={form}
        name="version_id"
        label={t('models.sheet.metric.version')}
        options={versions.map((one) => ({ value: String(one.id), label: one.version_tag }))}
      />
      <TextField
        form={form}
        name="metric_name"
        label={t('models.sheet.metric.metricName')}
        hint={t('models.sheet.metric.metricNameHint')}
        required
        focused
      />
      <TextField
        form={form}
        name="value"
        label={t('models.sheet.metric.value')}
        inputMode="decimal"
        required
      />
    </FormFrame>
  );
}

export function LinkDataset(props: SheetProps) {
  const { t } = useTranslation();
  const { model } = props;
  const datasets = usePage<Dataset>('/datasets', { organization_id: model.organization_id, limit: 500 });
  const versions = useVersions(model.id);
  return (
    <Reading query={datasets} rows={4}>
      {(known) =>
        known.items.length === 0 ? (
          <p>
            {t('models.sheet.dataset.none')}{' '}
            <AppLink to="/datasets?do=new">{t('models.sheet.dataset.register')}</AppLink>
          </p>
        ) : (
          <Reading query={versions} rows={4}>
            {({ items }) => <LinkForm {...props} datasets={known.items} versions={items} />}
          </Reading>
        )
      }
    </Reading>
  );
}

function LinkForm({
  model,
  onClose,
  onDone,
  datasets,
  versions,
}: SheetProps & { datasets: Dataset[]; versions: Version[] }) {
  const { t } = useTranslation();
  const command = useCommand<DatasetLink>(touched);
  const form = useFields(
    { dataset_id: '', dataset_type: 'training', model_version_id: '', notes: '' },
    {
      dataset_id: { label: t('models.sheet.dataset.dataset'), required: true },
      dataset_type: { label: t('models.sheet.dataset.type') },
      model_version_id: { label: t('models.sheet.dataset.version') },
      notes: { label: t('models.sheet.dataset.notes'), max: 2000 },
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
      path: `/models/${model.id}/datasets`,
      body: {
        dataset_id: Number(values.dataset_id),
        dataset_type: values.dataset_type,
        ...(values.model_version_id ? { model_version_id: Number(values.model_version_id) } : {}),
        notes: orNull(values.notes),
      },
    });
    if (answer) {
      onDone(t('models.sheet.dataset.done'), outcome(answer));
    }
  }
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.dataset.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <ChoiceField
        form={form}
        name="dataset_id"
        label={t('models.sheet.dataset.dataset')}
        required
        options={[
          { value: '', label: t('app.form.choose') },
          ...datasets.map((one) => ({
            value: String(one.id),
            label: `${one.name} (${t(`sensitivity.${one.data_sensitivity}`)})`,
          })),
        ]}
      />
      <FieldRow>
        <ChoiceField
          form={form}
          name="dataset_type"
          label={t('models.sheet.dataset.type')}
          options={datasetTypes.map((one) => ({ value: one, label: t(`datasetType.${one}`) }))}
        />
        <ChoiceField
          form={form}
          name="model_version_id"
          label={t('models.sheet.dataset.version')}
          options={[
            { value: '', label: t('models.sheet.dataset.everyVersion') },
            ...versions.map((one) => ({ value: String(one.id), label: one.version_tag })),
          ]}
        />
      </FieldRow>
      <AreaField form={form} name="notes" label={t('models.sheet.dataset.notes')} />
    </FormFrame>
  );
}

export function AddDependency({ model, onClose, onDone }: SheetProps) {
  const { t } = useTranslation();
  const command = useCommand<Dependency>(touched);
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim());
  const found = usePage<Model>([...wanted].length >= 3 ? '/models' : null, {
    q: wanted,
    organization_id: model.organization_id,
    limit: 10,
  });
  const form = useFields(
    { parent_model_id: '', dependency_type: 'derived_from', notes: '' },
    {
      parent_model_id: { label: t('models.sheet.dependency.parent'), required: true },
      dependency_type: { label: t('models.sheet.dependency.type') },
      notes: { label: t('models.sheet.dependency.notes'), max: 2000 },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: `/models/${model.id}/dependencies`,
      body: {
        parent_model_id: Number(form.values.parent_model_id),
        dependency_type: form.values.dependency_type,
        notes: orNull(form.values.notes),
      },
    });
    if (answer) {
      onDone(t('models.sheet.dependency.done'), outcome(answer));
    }
  }
  const results = (found.data?.items ?? []).filter((one) => one.id !== model.id);
  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.dependency.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <TextInput
        id={form.errors.idOf('parent_model_id')}
        label={t('models.sheet.dependency.parent')}
        description={t('models.sheet.dependency.parentHint')}
        error={form.errors.of('parent_model_id')}
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          // What is chosen is what can be seen: a dependency cannot be taken back.
          form.set('parent_model_id', '');
        }}
        data-autofocus
      />
      {results.length > 0 && (
        <Radio.Group
          label={t('models.sheet.dependency.results')}
          value={form.values.parent_model_id || null}
          onChange={(value) => form.set('parent_model_id', value)}
        >
          <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>
            {results.map((one) => (
              <Radio
                key={one.id}
                value={String(one.id)}
                label={`${one.name} · ${t(`environment.${one.environment}`)} · ${t(`risk.${one.risk_level}`)}`}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <ChoiceField
        form={form}
        name="dependency_type"
        label={t('models.sheet.dependency.type')}
        options={dependencyTypes.map((one) => ({ value: one, label: t(`dependencyType.${one}`) }))}
      />
      <AreaField form={form} name="notes" label={t('models.sheet.dependency.notes')} />
    </FormFrame>
  );
}
